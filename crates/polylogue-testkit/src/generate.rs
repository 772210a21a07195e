//! A commons of any size made from a seed: people, dialogues, turns of 1.2 kB, claims, moves and
//! votes, signed for real.

use polylogue_core::header::Draft;
use polylogue_core::id::{Hash, Key, OperationId};
use polylogue_core::kind::{
    Admission, Body, Choice, Claim, DeviceKind, Dialogue, Founding, Invitation, Invited, Join,
    Matters, Move, Perspective, Profile, Proof, Question, Scope, State, Target, Template, Turn,
    Voice, Vote,
};
use polylogue_core::limits::RULES_VERSION;
use polylogue_core::move_kind::{MoveKind, Needs};
use polylogue_core::operation::Operation;
use polylogue_core::passage::Passage;
use polylogue_core::signature::{self, INVITATION_DOMAIN, SigningKey};
use polylogue_core::text::Text;

use crate::world::{DAY, START, Seeded, law};

/// How much of each thing to make.
#[derive(Debug, Clone, Copy)]
pub struct Amounts {
    /// Members besides the founder.
    pub people: usize,
    /// Turns, of 1.2 kB.
    pub turns: usize,
    /// Claims.
    pub claims: usize,
    /// Moves.
    pub moves: usize,
    /// Votes, no two of one person on one claim.
    pub votes: usize,
}

impl Amounts {
    /// The mix of issue 2: 100,000 operations, and the people, perspectives, questions and
    /// dialogues they need.
    pub const MIXED_100_000: Self = Self {
        people: 400,
        turns: 10_000,
        claims: 2_000,
        moves: 8_000,
        votes: 80_000,
    };

    /// The same mix with a hundredth of everything.
    pub const MIXED_1_000: Self = Self {
        people: 20,
        turns: 100,
        claims: 60,
        moves: 80,
        votes: 800,
    };
}

/// Somebody who speaks, with where their log has come to.
struct Author {
    key: SigningKey,
    counter: u64,
    head: Option<OperationId>,
}

impl Author {
    fn new(name: &str) -> Self {
        let key = SigningKey::from(Hash::of(name.as_bytes()).0);
        Self {
            key,
            counter: 0,
            head: None,
        }
    }
}

/// A commons in the making.
struct Making {
    random: Seeded,
    authors: Vec<Author>,
    commons: OperationId,
    time: u64,
    operations: Vec<Operation>,
}

/// The 32 random bytes in every founding made here.
pub const FOUNDING_BYTES: [u8; 32] = [42; 32];
/// The secret that opens the door of every commons made here.
pub const READ_SECRET: [u8; 32] = [7; 32];
/// The name whose hash is the founder's root key.
const FOUNDER: &str = "founder of the bench";
const PERSPECTIVES: usize = 12;
const QUESTIONS: usize = 8;
const TURNS_PER_DIALOGUE: usize = 40;
const TURN_BYTES: usize = 1200;

/// Makes a commons; the founding comes first, and everything after what it rests on.
#[must_use]
pub fn commons(seed: u64, amounts: Amounts) -> Vec<Operation> {
    let mut making = Making {
        random: Seeded(seed),
        authors: vec![Author::new(FOUNDER)],
        commons: OperationId(FOUNDING_BYTES),
        time: START,
        operations: Vec::new(),
    };
    making.found();
    making.welcome(amounts.people);
    let perspectives = making.name_perspectives(PERSPECTIVES);
    let questions = making.put_questions();
    let turns = making.hold_dialogues(amounts.turns, &perspectives, &questions);
    let claims = making.put_claims(amounts.claims, &questions, &turns);
    making.make_moves(amounts.moves, &turns, &claims);
    making.vote(amounts.votes, &claims);
    making.operations
}

/// Makes a commons to be sifted: as many perspectives as are asked for, and moves made for them
/// about each other, about claims and questions, and in answer to each other. Moves come last.
#[must_use]
pub fn marked_up(seed: u64, perspectives: usize, amounts: Amounts) -> Vec<Operation> {
    let mut making = Making {
        random: Seeded(seed),
        authors: vec![Author::new(FOUNDER)],
        commons: OperationId(FOUNDING_BYTES),
        time: START,
        operations: Vec::new(),
    };
    making.found();
    making.welcome(amounts.people);
    let perspectives = making.name_perspectives(perspectives);
    let questions = making.put_questions();
    let turns = making.hold_dialogues(amounts.turns, &perspectives, &questions);
    let claims = making.put_claims(amounts.claims, &questions, &turns);
    making.vote(amounts.votes, &claims);
    let things = [perspectives.clone(), questions, claims];
    making.mark_up(amounts.moves, &perspectives, &things);
    making.operations
}

/// A bundle of operations, written here from docs/protocol.md and not by the product's own code.
///
/// # Panics
/// If there is no operation: a bundle begins with a founding.
#[must_use]
pub fn bundle(operations: &[Operation]) -> Vec<u8> {
    let founding = operations.first().expect("a bundle begins with a founding");
    let mut bytes = b"polylogue-bundle 1\n".to_vec();
    bytes.extend(founding.id().0);
    let mut others: Vec<&Operation> = operations[1..].iter().collect();
    others.sort_by_key(|it| (it.header().time, it.id()));
    for operation in std::iter::once(founding).chain(others) {
        let encoded = operation.encode();
        let length = u32::try_from(encoded.len()).expect("an operation is below 128 KiB");
        bytes.extend(length.to_be_bytes());
        bytes.extend(encoded);
    }
    bytes.extend([0; 4]);
    let count = u64::try_from(operations.len()).expect("counts fit");
    bytes.extend(count.to_be_bytes());
    bytes.extend(Hash::of(&bytes).0);
    bytes
}

/// Bytes of words in an operation that a search may find.
#[must_use]
pub fn words_bytes(operation: &Operation) -> u64 {
    let length = match operation.body() {
        Some(Ok(Body::Turn(it))) => it.text.words.len(),
        Some(Ok(Body::Claim(it))) => it.text.words.len(),
        Some(Ok(Body::Perspective(it))) => it.name.words.len() + it.summary.words.len(),
        Some(Ok(Body::Question(it))) => it.text.words.len(),
        Some(Ok(Body::Dialogue(it))) => it.title.words.len(),
        Some(Ok(Body::Profile(it))) => it.name.words.len(),
        Some(Ok(Body::Move(it))) => [it.reason, it.object, it.condition, it.from, it.to]
            .into_iter()
            .flatten()
            .map(|it| it.words.len())
            .sum(),
        Some(_) | None => 0,
    };
    u64::try_from(length).expect("lengths fit")
}

impl Making {
    fn say(&mut self, author: usize, body: impl Into<Body>) -> OperationId {
        let who = &mut self.authors[author];
        who.counter += 1;
        let draft = Draft {
            commons: self.commons,
            standing: None,
            act: (!self.operations.is_empty()).then_some(self.commons),
            previous: who.head.into_iter().collect(),
            counter: who.counter,
            time: self.time,
        };
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&self.random.draw().to_be_bytes());
        let operation = Operation::sign(&draft, &body.into(), salt, &who.key)
            .expect("what is generated keeps within the limits");
        let id = operation.id();
        who.head = Some(id);
        self.time += 1;
        self.operations.push(operation);
        id
    }

    fn anybody(&mut self) -> usize {
        self.random.below(self.authors.len())
    }

    fn found(&mut self) {
        let mut first_law = law(FOUNDER, Admission::Invitation);
        first_law.read_secret = Hash::of(&READ_SECRET);
        let founding = Founding {
            rules: RULES_VERSION,
            title: Text::new("A large commons", "en"),
            question: Text::new("What holds when there is a lot of it?", "en"),
            template: Template::Inquiry,
            law: first_law,
        };
        self.commons = self.say(0, founding);
    }

    fn welcome(&mut self, people: usize) {
        let invitation_key = SigningKey::from(Hash::of(b"invitation of the bench").0);
        let public = Key::of(&invitation_key);
        let end = self.time + 3650 * DAY;
        let invitation = self.say(
            0,
            Invitation {
                key: public,
                end,
                scope: Scope::All,
            },
        );
        for index in 0..people {
            let author = Author::new(&format!("person {index} of the bench"));
            let root = Key::of(&author.key);
            let parts: &[&[u8]] = &[&self.commons.0, &invitation.0, &root.0];
            let proof = Proof(signature::sign(&invitation_key, INVITATION_DOMAIN, parts));
            self.authors.push(author);
            let invited = Some(Invited {
                invitation,
                key: public,
                proof,
            });
            self.say(
                index + 1,
                Join {
                    invited,
                    root: DeviceKind::Own,
                    helper: None,
                },
            );
            let name = format!("Person {index}");
            let words = Text::new("", "en");
            self.say(
                index + 1,
                Profile {
                    name: Text::new(&name, "en"),
                    about: words,
                    replaces: vec![],
                },
            );
        }
    }

    fn name_perspectives(&mut self, count: usize) -> Vec<OperationId> {
        (0..count)
            .map(|index| {
                let summary = sentence(&mut self.random, 300);
                let author = self.anybody();
                let perspective = Perspective {
                    name: Text::new(&format!("Perspective {}", index + 1), "en"),
                    short: Text::new(&format!("P{}", index + 1), "en"),
                    summary: Text::new(&summary, "en"),
                    sources: vec![],
                    brought_in: None,
                };
                self.say(author, perspective)
            })
            .collect()
    }

    fn put_questions(&mut self) -> Vec<OperationId> {
        (1..=QUESTIONS)
            .map(|place| {
                let text = Text::new(&sentence(&mut self.random, 80), "en");
                let place = u32::try_from(place).expect("eight questions");
                self.say(
                    0,
                    Question {
                        text,
                        place,
                        brought_in: None,
                    },
                )
            })
            .collect()
    }

    fn hold_dialogues(
        &mut self,
        turns: usize,
        perspectives: &[OperationId],
        questions: &[OperationId],
    ) -> Vec<(OperationId, OperationId, String)> {
        let mut said: Vec<(OperationId, OperationId, String)> = Vec::with_capacity(turns);
        let mut dialogue = OperationId([0; 32]);
        for index in 0..turns {
            if index % TURNS_PER_DIALOGUE == 0 {
                dialogue = self.begin_dialogue(perspectives, questions);
            }
            let text = sentence(&mut self.random, TURN_BYTES);
            let is_reply = index % TURNS_PER_DIALOGUE != 0 && self.random.below(2) == 0;
            let reply_to = is_reply.then(|| said[index - 1].0);
            let perspective = perspectives[self.random.below(perspectives.len())];
            let turn = Turn {
                dialogue,
                text: Text::new(&text, "en"),
                long: None,
                perspective: Some(perspective),
                voice: if index % 3 == 0 {
                    Voice::OnBehalf
                } else {
                    Voice::Within
                },
                reply_to,
                quotes: vec![],
                licence: String::new(),
                brought_in: None,
            };
            let author = self.anybody();
            let id = self.say(author, turn);
            said.push((id, dialogue, text));
        }
        said
    }

    fn begin_dialogue(
        &mut self,
        perspectives: &[OperationId],
        questions: &[OperationId],
    ) -> OperationId {
        let title = Text::new(&sentence(&mut self.random, 60), "en");
        let first = self.random.below(perspectives.len());
        let second = (first + 1) % perspectives.len();
        let question = questions[self.random.below(questions.len())];
        let author = self.anybody();
        let dialogue = Dialogue {
            title,
            about: Text::new("", "en"),
            perspectives: vec![perspectives[first], perspectives[second]],
            questions: vec![question],
            state: State::Open,
            scheduled: None,
            brought_in: None,
        };
        self.say(author, dialogue)
    }

    fn put_claims(
        &mut self,
        claims: usize,
        questions: &[OperationId],
        turns: &[(OperationId, OperationId, String)],
    ) -> Vec<OperationId> {
        (0..claims)
            .map(|_| {
                let text = Text::new(&sentence(&mut self.random, 110), "en");
                let mut claim = Claim {
                    text,
                    under: None,
                    passages: vec![],
                    held_by: vec![],
                    brought_in: None,
                };
                match turns.get(self.random.below(turns.len().max(1))) {
                    Some((turn, dialogue, words)) if self.random.below(4) != 0 => {
                        let exact: String = words.chars().take(60).collect();
                        claim
                            .passages
                            .extend(Passage::of_words(*turn, *turn, words, &exact));
                        claim.under = Some(*dialogue);
                    }
                    _ => claim.under = Some(questions[self.random.below(questions.len())]),
                }
                let author = self.anybody();
                self.say(author, claim)
            })
            .collect()
    }

    fn make_moves(
        &mut self,
        moves: usize,
        turns: &[(OperationId, OperationId, String)],
        claims: &[OperationId],
    ) {
        for _ in 0..moves {
            let kind = MoveKind::ALL[self.random.below(MoveKind::ALL.len())];
            let is_on_turn = self.random.below(2) == 0;
            let target = if is_on_turn {
                turns[self.random.below(turns.len())].0
            } else {
                claims[self.random.below(claims.len())]
            };
            let words = Some(Text::new(&sentence(&mut self.random, 120), "en"));
            let if_needed = |needs| words.clone().filter(|_| kind.needs() == needs);
            let made = Move {
                kind: kind.number(),
                target: Target {
                    id: target,
                    passage: None,
                },
                perspective: None,
                voice: Voice::Oneself,
                found_in: None,
                reason: if_needed(Needs::Reason),
                object: if_needed(Needs::Object),
                condition: if_needed(Needs::Condition),
                from: if_needed(Needs::FromTo),
                to: if_needed(Needs::FromTo),
            };
            let author = self.anybody();
            self.say(author, made);
        }
    }

    /// Moves of one perspective about another thing; of five, one asks and one answers.
    fn mark_up(&mut self, moves: usize, perspectives: &[OperationId], things: &[Vec<OperationId>]) {
        let mut asked: Vec<OperationId> = Vec::new();
        for index in 0..moves {
            let sort = index % 5;
            let kind = match sort {
                0 => MoveKind::Asks,
                1 => MoveKind::Answers,
                _ => MoveKind::ALL[self.random.below(MoveKind::ALL.len())],
            };
            let among = &things[self.random.below(things.len())];
            let target = match sort {
                0 => perspectives[self.random.below(perspectives.len())],
                1 => asked[self.random.below(asked.len())],
                _ => among[self.random.below(among.len())],
            };
            let words = Some(Text::new(&sentence(&mut self.random, 120), "en"));
            let if_needed = |needs| words.clone().filter(|_| kind.needs() == needs);
            let made = Move {
                kind: kind.number(),
                target: Target {
                    id: target,
                    passage: None,
                },
                perspective: Some(perspectives[self.random.below(perspectives.len())]),
                voice: [Voice::Within, Voice::OnBehalf][index % 2],
                found_in: None,
                reason: if_needed(Needs::Reason),
                object: if_needed(Needs::Object),
                condition: if_needed(Needs::Condition),
                from: if_needed(Needs::FromTo),
                to: if_needed(Needs::FromTo),
            };
            let author = self.anybody();
            let id = self.say(author, made);
            if sort == 0 {
                asked.push(id);
            }
        }
    }

    /// Goes through pairs of a person and a claim so that none comes twice.
    fn vote(&mut self, votes: usize, claims: &[OperationId]) {
        let people = self.authors.len();
        assert!(
            votes <= people * claims.len(),
            "more votes than people and claims have pairs"
        );
        for index in 0..votes {
            let author = index % people;
            let round = index / people;
            let claim = claims[(author * 7919 + round) % claims.len()];
            let choice = [Choice::Agree, Choice::Disagree, Choice::Pass][self.random.below(3)];
            let matters = if self.random.below(10) == 0 {
                Matters::Yes
            } else {
                Matters::Unsaid
            };
            self.say(
                author,
                Vote {
                    claim,
                    choice,
                    matters,
                    reason: None,
                    replaces: vec![],
                },
            );
        }
    }
}

/// Words of about so many bytes: 600 made-up words, short ones often.
fn sentence(random: &mut Seeded, bytes: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "ba", "co", "di", "fu", "ga", "ho", "ki", "la", "me", "no", "pa", "qui", "ra", "se", "ti",
        "ul", "va", "wen", "xo", "yo", "za", "er", "an", "is",
    ];
    let mut text = String::with_capacity(bytes + 16);
    while text.len() < bytes {
        if !text.is_empty() {
            text.push(' ');
        }
        let syllables = 1 + random.below(3).min(random.below(4));
        for _ in 0..syllables {
            text.push_str(SYLLABLES[random.below(SYLLABLES.len())]);
        }
        if random.below(12) == 0 {
            text.push('.');
        }
        if random.below(60) == 0 {
            text.push_str("\n\n");
        }
    }
    text.truncate(bytes);
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_the_same_commons_again() {
        let amounts = Amounts {
            people: 3,
            turns: 5,
            claims: 4,
            moves: 5,
            votes: 8,
        };
        let (once, again) = (commons(1, amounts), commons(1, amounts));
        let ids = |made: &[Operation]| made.iter().map(Operation::id).collect::<Vec<_>>();
        assert_eq!(ids(&once), ids(&again));
        assert_ne!(ids(&once), ids(&commons(2, amounts)));
        assert!(once.iter().all(|it| it.verify().is_ok()));
        let of_kind = |kind: polylogue_core::kind::Kind| {
            once.iter()
                .filter(|it| it.header().kind == kind.number())
                .count()
        };
        assert_eq!(of_kind(polylogue_core::kind::Kind::Vote), 8);
        assert_eq!(of_kind(polylogue_core::kind::Kind::Turn), 5);
    }
}
