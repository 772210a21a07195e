//! Bringing in a conversation exported by Polis: its claims under one question, and each of its
//! voters as a person entered by whoever brings it in.
//!
//! Claims come first, then people by the thousand, then votes: what was kept is whole whenever it
//! is cut off, and bringing the same files in again goes on from there. A claim is known again by
//! its address and number, a voter by a root key made from both, a vote by its person, claim,
//! minute and choice; so a later export adds what is new or corrected in it and nothing else, and
//! what was taken out here stays out.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    Admission, BroughtIn, Change, Choice, Claim, Lineage, Matters, Naming, Question, RowsOfPeople,
    Template, Vote, Withdraw,
};
use polylogue_core::limits::{ADDRESS_BYTES_MAX, NAMED_MAX, SENTENCE_BYTES_MAX};
use polylogue_core::text::Text;
use polylogue_formats::date::iso_minute;
use polylogue_formats::polis::{self, Conversation, Moderation};
use polylogue_store::query::{BroughtInRow, Page, Shown, VoteEvent};

use super::telling::{cut, spdx};
use crate::entering::Door;
use crate::intent::Found;
use crate::node::{Held, Node};
use crate::pen::{Pen, Place};
use crate::refusal::Refusal;

/// The most voters that are brought in; the largest conversation known has 33,422.
pub const VOTERS_MAX: usize = 100_000;
/// Operations signed before they are kept.
const BATCH_OPERATIONS: usize = 8_000;
/// Invitations that are opened, used and closed before they are kept: each time who is a member is
/// worked out anew from everybody, so that many small steps cost the square of the people.
const DOORS: usize = 8;
const AT_ONCE: u64 = 1_000;
const MINUTE: u64 = 60;
/// The revision of the question that claims are put under.
const WHOLE: &str = "conversation";
/// What stands for the question among the numbers of claims.
const QUESTION: u64 = u64::MAX;
/// Bytes of a number and an id.
const ENTRY_BYTES: usize = 40;

/// What the caller says that the files do not.
#[derive(Debug, Clone, Default)]
pub struct PolisOptions {
    /// The licence of all of it, as known or in SPDX.
    pub licence: Option<String>,
    /// Where it was taken from, if not from the address its summary names.
    pub source: Option<String>,
    /// The language of its claims (BCP 47).
    pub language: Option<String>,
    /// The importer's own name, where a commons is founded.
    pub name: String,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolisReport {
    /// The commons it went to.
    pub commons: OperationId,
    /// Whether that commons was founded for it.
    pub is_founded: bool,
    /// The question its claims are under.
    pub question: OperationId,
    /// How much was brought in.
    pub counts: PolisCounts,
    /// Other things worth knowing, a sentence each.
    pub notes: Vec<String>,
}

/// How much an import brought in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct PolisCounts {
    /// Claims.
    pub claims: u64,
    /// Claims marked as taken back, since they were rejected or are about the conversation itself.
    pub claims_rejected: u64,
    /// People entered, one for each voter.
    pub people: u64,
    /// Votes, also those a later one replaced.
    pub votes: u64,
    /// Claims whose words were corrected since: said anew, with the old ones marked.
    pub claims_reworded: u64,
    /// Claims that were here already.
    pub claims_here: u64,
    /// Votes that were here already.
    pub votes_here: u64,
}

/// The name of a voter whom the files know by a number.
pub(crate) fn participant(number: u64) -> String {
    format!("Participant {number}")
}

/// The number in such a name.
pub(crate) fn participant_of(name: &str) -> Option<u64> {
    name.strip_prefix("Participant ")?.parse().ok()
}

/// What stands for the revision of a claim: its number.
fn comment(number: u64) -> String {
    format!("comment {number}")
}

/// The number in it.
pub(crate) fn comment_of(revision: &str) -> Option<u64> {
    revision.strip_prefix("comment ")?.parse().ok()
}

impl Node {
    /// Brings in a conversation: into the commons named, else into a new one titled like it.
    ///
    /// # Errors
    /// A [`Refusal`] if the person may not speak or invite there, if somebody else brought it in
    /// already, or if there are more voters than are taken.
    pub fn import_polis(
        &self,
        commons: Option<OperationId>,
        conversation: &Conversation,
        options: &PolisOptions,
    ) -> Result<PolisReport, Refusal> {
        if conversation.claims.is_empty() {
            return Err(Refusal::NothingVotedOn);
        }
        let voters: BTreeSet<u64> = conversation.votes.iter().map(|it| it.person).collect();
        if voters.len() > VOTERS_MAX {
            return Err(Refusal::TooManyVoters {
                count: voters.len() as u64,
            });
        }
        let named = commons;
        let (commons, is_founded) = self.place_for(named, conversation, options)?;
        let held = self.held(&commons)?;
        if held.reader()?.commons()?.admission != Admission::Invitation {
            return Err(Refusal::VotersNeedInvitations);
        }
        let mut bringing = Bringing {
            node: self,
            held: &held,
            address: address(conversation, options),
            licence: options.licence.as_deref().map(spdx).unwrap_or_default(),
            language: language(options),
            question: OperationId([0; 32]),
            counts: PolisCounts::default(),
            notes: Vec::new(),
        };
        bringing.check_alone()?;
        if !is_founded {
            bringing.check_same(named)?;
            bringing.note_kept(options)?;
        }
        bringing.question(&conversation.summary.topic, is_founded)?;
        let claims = bringing.claims(conversation)?;
        bringing.people(&voters)?;
        bringing.votes(conversation, &claims)?;
        Ok(PolisReport {
            commons,
            is_founded,
            question: bringing.question,
            counts: bringing.counts,
            notes: bringing.notes,
        })
    }

    /// The commons to bring it into, and whether it was founded just now.
    fn place_for(
        &self,
        commons: Option<OperationId>,
        conversation: &Conversation,
        options: &PolisOptions,
    ) -> Result<(OperationId, bool), Refusal> {
        if let Some(commons) = commons {
            return Ok((commons, false));
        }
        let summary = &conversation.summary;
        let title = match cut(&summary.topic, SENTENCE_BYTES_MAX) {
            empty if empty.is_empty() => "Conversation".to_owned(),
            title => title,
        };
        if let Some(commons) = self.founded_here(&title)? {
            return Ok((commons, false));
        }
        let commons = self.found(&Found {
            title,
            question: cut(&summary.description, SENTENCE_BYTES_MAX),
            template: Template::Survey,
            licence: options.licence.as_deref().map(spdx).unwrap_or_default(),
            language: language(options),
            admission: Admission::Invitation,
            charter: String::new(),
            name: options.name.clone(),
            // They came as rows, and everybody may have them.
            rows: RowsOfPeople::MayTravel,
        })?;
        Ok((commons, true))
    }
}

fn language(options: &PolisOptions) -> String {
    options.language.clone().unwrap_or_else(|| "und".to_owned())
}

/// Where a conversation is from; what stands for it where nobody says.
fn address(conversation: &Conversation, options: &PolisOptions) -> String {
    let told = options.source.as_deref().unwrap_or_default().trim();
    let summary = &conversation.summary;
    let address = match (told, summary.url.trim()) {
        ("", "") => {
            let hash = blake3::hash(summary.topic.as_bytes()).to_hex();
            format!("urn:polis-export:{}", &hash[..16])
        }
        ("", url) => url.to_owned(),
        (told, _) => told.to_owned(),
    };
    cut(&address, ADDRESS_BYTES_MAX)
}

/// A conversation on its way into a commons.
struct Bringing<'a> {
    node: &'a Node,
    held: &'a Held,
    address: String,
    licence: String,
    language: String,
    question: OperationId,
    counts: PolisCounts,
    notes: Vec<String>,
}

impl Bringing<'_> {
    /// Refuses where somebody else brought the same conversation in: its votes would count twice.
    /// Where both did before they met, whoever's question is shown goes on.
    fn check_alone(&self) -> Result<(), Refusal> {
        let questions = self.held.reader()?.questions()?;
        let mut shown = questions.into_iter().filter(|it| {
            let from = it.said.brought_in.as_ref();
            from.is_some_and(|it| it.address == self.address && it.revision == WHOLE)
        });
        match shown.find(|it| it.said.by.key != self.held.me()) {
            None => Ok(()),
            Some(row) => Err(Refusal::BroughtInAlready {
                name: row.said.by.name.words,
                address: self.address.clone(),
            }),
        }
    }

    /// Refuses where the commons was found by its title alone and holds a conversation from
    /// elsewhere: with another address everybody would vote there a second time.
    fn check_same(&self, named: Option<OperationId>) -> Result<(), Refusal> {
        let there = self.brought_in_from()?;
        let other = there.iter().find(|it| **it != self.address);
        match other {
            Some(there_is) if named.is_none() && !there.contains(&self.address) => {
                Err(Refusal::BroughtInFromElsewhere {
                    there: there_is.clone(),
                    here: self.address.clone(),
                })
            }
            _ => Ok(()),
        }
    }

    /// The addresses of conversations that are here.
    fn brought_in_from(&self) -> Result<Vec<String>, Refusal> {
        let questions = self.held.reader()?.questions()?.into_iter();
        let from = questions.filter_map(|it| it.said.brought_in);
        Ok(from
            .filter(|it| it.revision == WHOLE)
            .map(|it| it.address)
            .collect())
    }

    /// Says which options change nothing, since what was signed stays as it was.
    fn note_kept(&mut self, options: &PolisOptions) -> Result<(), Refusal> {
        let mine = self
            .held
            .reader()?
            .person_of_key(&self.held.me())?
            .name
            .words;
        if !options.name.trim().is_empty() && options.name.trim() != mine {
            let words = "--as was left aside: the commons is here already, and in it you keep your \
                         name; `polylogue profile --name` changes it";
            self.notes.push(words.to_owned());
        }
        let questions = self.held.reader()?.questions()?;
        let address = self.address.clone();
        let is_it = |it: &BroughtInRow| it.address == address && it.revision == WHOLE;
        let row = questions
            .iter()
            .find(|row| row.said.brought_in.as_ref().is_some_and(is_it));
        let Some(row) = row else {
            return Ok(());
        };
        let licence = row.said.brought_in.as_ref().map_or("", |it| &it.licence);
        let mut note = |option: &str, was: &str, now: &str| {
            let was = if was.is_empty() { "none" } else { was };
            self.notes.push(format!(
                "--{option} {now} is said of claims that are new now; what was brought in before \
                 was signed with {was}, and that stays"
            ));
        };
        if options.licence.is_some() && licence != self.licence {
            note("licence", licence, &self.licence);
        }
        if options.language.is_some() && row.text.language != self.language {
            note("language", &row.text.language, &self.language);
        }
        Ok(())
    }

    /// What this home brought in from the same place, by number, the question under [`QUESTION`]:
    /// known also when its words were taken out since, so that they stay out.
    fn kept(&self) -> Result<BTreeMap<u64, OperationId>, Refusal> {
        let bytes = self.held.store.local_get(&self.kept_name())?;
        let entries = bytes.unwrap_or_default();
        let entry = |it: &[u8]| {
            let (number, id) = it.split_first_chunk::<8>()?;
            Some((
                u64::from_be_bytes(*number),
                OperationId(id.try_into().ok()?),
            ))
        };
        Ok(entries
            .chunks_exact(ENTRY_BYTES)
            .filter_map(entry)
            .collect())
    }

    fn keep(&self, kept: &BTreeMap<u64, OperationId>) -> Result<(), Refusal> {
        let mut bytes = Vec::with_capacity(kept.len() * ENTRY_BYTES);
        for (number, id) in kept {
            bytes.extend_from_slice(&number.to_be_bytes());
            bytes.extend_from_slice(&id.0);
        }
        Ok(self.held.store.local_put(&self.kept_name(), &bytes)?)
    }

    fn kept_name(&self) -> String {
        format!("polis/{}", blake3::hash(self.address.as_bytes()).to_hex())
    }

    /// The question that was put for it, or a new one.
    fn question(&mut self, topic: &str, is_founded: bool) -> Result<(), Refusal> {
        let mut kept = self.kept()?;
        if let Some(id) = kept.get(&QUESTION) {
            self.question = *id;
            return Ok(());
        }
        for row in self.held.reader()?.questions()? {
            let from = row.said.brought_in.as_ref();
            if from.is_some_and(|it| it.address == self.address && it.revision == WHOLE) {
                self.question = row.said.id;
                return Ok(());
            }
        }
        let topic = match cut(topic, SENTENCE_BYTES_MAX) {
            empty if empty.is_empty() => self.address.clone(),
            topic => topic,
        };
        let question = Question {
            text: Text::new(&topic, &self.language),
            place: u32::from(is_founded),
            brought_in: Some(self.brought_in(WHOLE.to_owned(), None, None)),
        };
        let mut id = None;
        self.node.write_in(self.held, &mut |pen| {
            id = Some(pen.say(question.clone())?);
            Ok(())
        })?;
        self.question = id.expect("it was said, or refused");
        kept.insert(QUESTION, self.question);
        self.keep(&kept)
    }

    fn brought_in(&self, revision: String, author: Option<u64>, time_ms: Option<i64>) -> BroughtIn {
        let seconds = time_ms.and_then(|it| u64::try_from(it / 1_000).ok());
        BroughtIn {
            speaker: author.map(participant).unwrap_or_default(),
            naming: author.map_or(Naming::Unnamed, |_| Naming::Named),
            address: self.address.clone(),
            revision,
            licence: self.licence.clone(),
            date: seconds.map(iso_minute).unwrap_or_default(),
            lines: (0, 0),
        }
    }

    /// Puts the claims that are not here; every one by its number.
    fn claims(
        &mut self,
        conversation: &Conversation,
    ) -> Result<BTreeMap<u64, OperationId>, Refusal> {
        let here = self.claims_here()?;
        let mut kept = self.kept()?;
        let mut claims: BTreeMap<u64, OperationId> = BTreeMap::new();
        let mut counts = self.counts;
        let mut n_cut = 0_u64;
        self.node.write_in(self.held, &mut |pen| {
            for it in conversation.claims.values() {
                let known = here.get(&it.id);
                if known.is_none() && kept.contains_key(&it.id) {
                    counts.claims_here += 1;
                    continue;
                }
                let said = self.claim(it);
                let id = match known {
                    Some(known) if known.is_said_so(it, &said) => {
                        counts.claims_here += 1;
                        known.id
                    }
                    Some(known) => {
                        counts.claims_reworded += 1;
                        reword(pen, known.id, said)?
                    }
                    None => {
                        n_cut += u64::from(it.text.len() > SENTENCE_BYTES_MAX);
                        counts.claims += 1;
                        pen.say(said)?
                    }
                };
                claims.insert(it.id, id);
                let is_shown = known.is_none_or(|it| it.is_shown || it.id != id);
                if let (true, Some(reason)) = (is_shown, why_rejected(it)) {
                    counts.claims_rejected += 1;
                    let reason = Text::new(reason, "en");
                    pen.say(Withdraw { target: id, reason })?;
                }
            }
            Ok(())
        })?;
        self.counts = counts;
        kept.extend(&claims);
        self.keep(&kept)?;
        if n_cut > 0 {
            self.notes.push(format!(
                "claims longer than {SENTENCE_BYTES_MAX} bytes were cut: {n_cut}"
            ));
        }
        Ok(claims)
    }

    /// Claims of this conversation that are here, by number: of several wordings the last one that
    /// is shown.
    fn claims_here(&self) -> Result<BTreeMap<u64, Here>, Refusal> {
        let reader = self.held.reader()?;
        let mut here: BTreeMap<u64, Here> = BTreeMap::new();
        let mut page = Page::first(AT_ONCE);
        loop {
            let rows = reader.claims(Some(self.question), page)?;
            page.offset += AT_ONCE;
            for row in &rows {
                let from = row.said.brought_in.as_ref();
                let from = from.filter(|it| it.address == self.address);
                if let Some(number) = from.and_then(|it| comment_of(&it.revision)) {
                    let is_shown = row.said.shown == Shown::Whole;
                    if is_shown || here.get(&number).is_none_or(|it| !it.is_shown) {
                        let (id, words) = (row.said.id, row.text.words.clone());
                        let one = Here {
                            id,
                            is_shown,
                            words,
                        };
                        here.insert(number, one);
                    }
                }
            }
            if (rows.len() as u64) < AT_ONCE {
                return Ok(here);
            }
        }
    }

    fn claim(&self, it: &polis::Claim) -> Claim {
        let words = match cut(&it.text, SENTENCE_BYTES_MAX) {
            empty if empty.is_empty() => format!("(no words came with comment {})", it.id),
            words => words,
        };
        Claim {
            text: Text::new(&words, &self.language),
            under: Some(self.question),
            passages: Vec::new(),
            held_by: Vec::new(),
            brought_in: Some(self.brought_in(comment(it.id), it.author, it.time_ms)),
        }
    }

    fn key_name(&self, voter: u64) -> String {
        format!("polis {} {voter}", self.address)
    }

    fn key_of(&self, voter: u64) -> Key {
        let name = self.key_name(voter);
        Key::of(&self.node.entered_key(&self.held.founding_bytes, &name))
    }

    /// A pen of the voter's own.
    fn pen_of(&self, voter: u64, place: Place) -> Pen {
        let name = self.key_name(voter);
        let key = self.node.entered_key(&self.held.founding_bytes, &name);
        Pen::new(key, self.held.id, place, self.node.edge())
    }

    /// Lets in those voters who are not here.
    fn people(&mut self, voters: &BTreeSet<u64>) -> Result<(), Refusal> {
        let reader = self.held.reader()?;
        let mut missing = Vec::new();
        for voter in voters {
            if reader.person(self.key_of(*voter))?.is_none() {
                missing.push(*voter);
            }
        }
        drop(reader);
        let about = format!("Voted in {}; who this was is not known here.", self.address);
        for some in missing.chunks(NAMED_MAX * DOORS) {
            let act = self.held.place()?.act;
            self.node.write_in(self.held, &mut |pen| {
                for some in some.chunks(NAMED_MAX) {
                    self.enter(some, pen, (act, &about))?;
                }
                Ok(())
            })?;
        }
        self.counts.people += missing.len() as u64;
        Ok(())
    }

    /// Lets some voters in by one invitation.
    fn enter(
        &self,
        some: &[u64],
        pen: &mut Pen,
        (act, about): (Option<OperationId>, &str),
    ) -> Result<(), Refusal> {
        let mut door = Door::open(pen, self.node.edge())?;
        for voter in some {
            let place = Place {
                act,
                ..Place::default()
            };
            let mut own = self.pen_of(*voter, place);
            let name = Text::new(&participant(*voter), "en");
            door.enter(&mut own, (name, Text::new(about, "en")))?;
            pen.adopt(own.take());
        }
        door.close(pen)
    }

    /// Casts the votes that are not here, person by person in the order of their times.
    fn votes(
        &mut self,
        conversation: &Conversation,
        claims: &BTreeMap<u64, OperationId>,
    ) -> Result<(), Refusal> {
        let mut cast = Cast::of(&self.held.reader()?.vote_events(self.question)?);
        let mut votes: Vec<&polis::Vote> = conversation.votes.iter().collect();
        votes.sort_by_key(|it| (it.person, it.time_ms));
        let mut people = votes
            .chunk_by(|left, right| left.person == right.person)
            .peekable();
        while people.peek().is_some() {
            self.node.write_in(self.held, &mut |pen| {
                let before = cast.n_new;
                for votes in people.by_ref() {
                    let voter = votes[0].person;
                    let key = self.key_of(voter);
                    let mut own = self.pen_of(voter, self.held.place_of(key)?);
                    let last: BTreeMap<u64, &polis::Vote> =
                        votes.iter().map(|it| (it.claim, *it)).collect();
                    for vote in votes {
                        let of_claim = last.get(&vote.claim);
                        let place = match of_claim.is_some_and(|it| std::ptr::eq(*it, *vote)) {
                            true => Among::Last,
                            false => Among::Earlier,
                        };
                        if let Some(claim) = claims.get(&vote.claim) {
                            cast.cast(&mut own, *claim, (vote, place))?;
                        }
                    }
                    pen.adopt(own.take());
                    if cast.n_new - before >= BATCH_OPERATIONS {
                        break;
                    }
                }
                Ok(())
            })?;
        }
        self.counts.votes += cast.n_new as u64;
        self.counts.votes_here += cast.n_here;
        Ok(())
    }
}

/// A claim that is here.
struct Here {
    id: OperationId,
    is_shown: bool,
    words: String,
}

impl Here {
    /// Whether it says what the files say; words that are missing there or were taken out here are
    /// no correction.
    fn is_said_so(&self, it: &polis::Claim, said: &Claim) -> bool {
        !self.is_shown || it.text.trim().is_empty() || self.words == said.text.words
    }
}

/// Says a claim in other words, and marks the old ones.
fn reword(pen: &mut Pen, old: OperationId, said: Claim) -> Result<OperationId, Refusal> {
    let reason = Text::new("Its words were corrected where it came from.", "en");
    let id = pen.say(said)?;
    pen.say(Lineage {
        change: Change::Reworded,
        from: vec![old],
        to: vec![id],
        name: None,
        reason: reason.clone(),
        when: String::new(),
    })?;
    let target = old;
    pen.say(Withdraw { target, reason })?;
    Ok(id)
}

/// Whether a vote in the files is the last of its person on its claim there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    Last,
    Earlier,
}

/// Votes that were cast so far.
#[derive(Default)]
struct Cast {
    /// The one that counts of each person on each claim: what and when.
    last: BTreeMap<(Key, OperationId), (OperationId, Choice, u64)>,
    /// How many are here that say the same in the same minute, and not met with in the files yet.
    here: BTreeMap<(Key, OperationId, u64, Choice), u64>,
    n_new: usize,
    n_here: u64,
}

impl Cast {
    fn of(events: &[VoteEvent]) -> Self {
        let mut cast = Self::default();
        for it in events {
            let place = (it.person, it.claim);
            cast.last.insert(place, (it.id, it.choice, it.time));
            let same = (place.0, place.1, it.time, it.choice);
            *cast.here.entry(same).or_default() += 1;
        }
        cast
    }

    /// Whether a vote needs no casting: it is here, or another stands in its place there as well.
    /// What counts there is to count here, so that the last one is here only if it counts.
    fn is_here(&mut self, of: (Key, OperationId), it: &polis::Vote, place: Among) -> bool {
        let choice = choice(it.sign);
        let last = self.last.get(&of);
        let counts = last.is_some_and(|it| it.1 == choice);
        let Some(time) = seconds(it.time_ms) else {
            // Without times nothing tells earlier votes apart from those that are here.
            return place == Among::Earlier || counts;
        };
        let minute = time - time % MINUTE;
        let left = self.here.get_mut(&(of.0, of.1, minute, choice));
        let is_met = left.filter(|it| **it > 0).map(|it| *it -= 1).is_some();
        match place {
            Among::Last => is_met && counts,
            Among::Earlier => is_met || last.is_some_and(|it| it.2 > minute),
        }
    }

    /// Signs a vote with the voter's pen, unless it is here.
    fn cast(
        &mut self,
        pen: &mut Pen,
        claim: OperationId,
        (it, place): (&polis::Vote, Among),
    ) -> Result<(), Refusal> {
        let person = pen.key();
        let (time, choice) = (seconds(it.time_ms), choice(it.sign));
        let last = self.last.get(&(person, claim)).copied();
        if self.is_here((person, claim), it, place) {
            self.n_here += 1;
            return Ok(());
        }
        let vote = Vote {
            claim,
            choice,
            matters: if it.is_important {
                Matters::Yes
            } else {
                Matters::Unsaid
            },
            reason: None,
            replaces: last.iter().map(|it| it.0).collect(),
        };
        let id = match time {
            Some(time) => pen.say_at(vote, time)?,
            None => pen.say(vote)?,
        };
        let minute = time.map_or(0, |it| it - it % MINUTE);
        self.last.insert((person, claim), (id, choice, minute));
        self.n_new += 1;
        Ok(())
    }
}

/// Why a claim is not to be voted on, if it is not.
fn why_rejected(claim: &polis::Claim) -> Option<&'static str> {
    if claim.is_meta {
        return Some("About the conversation itself, not its subject, says where it came from.");
    }
    match claim.moderation {
        Moderation::Rejected => Some("Rejected by the moderators where it came from."),
        Moderation::None | Moderation::Accepted => None,
    }
}

/// When a vote was cast; none where the files have no times.
fn seconds(time_ms: i64) -> Option<u64> {
    u64::try_from(time_ms / 1_000).ok().filter(|it| *it > 0)
}

fn choice(sign: i8) -> Choice {
    match sign {
        1.. => Choice::Agree,
        0 => Choice::Pass,
        _ => Choice::Disagree,
    }
}
