//! What a thing rests on, and what rests on it: every link says how, and which operation says so.

use std::collections::{BTreeSet, VecDeque};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Answer, Body, Change, Evidence, Held, Way};
use polylogue_core::move_kind::{MoveKind, Polarity};
use polylogue_core::passage::Passage;
use polylogue_core::text::Text;
use rusqlite::Row;

use crate::fault::StoreFault;
use crate::query::said::{Entry, no_words, words};
use crate::query::{Page, PassageRow, Said, TargetRow, Thing, Words};
use crate::reader::Reader;

/// Links followed away from a thing, at most. A chain of more steps than this is cut, and says so.
pub const STEPS_MAX: u32 = 32;
/// Links of one trace in one direction, at most.
pub const LINKS_MAX: usize = 1_000;

/// How one thing bears on another, read from the one that rests to the one it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// A claim was lifted from words.
    LiftedFrom,
    /// A claim was put under a question or dialogue.
    PutUnder,
    /// A turn takes up words of another.
    Quotes,
    /// A turn or move answers.
    Answers,
    /// A move is about something.
    IsAbout,
    /// A move is made by words of a turn.
    FoundIn,
    /// An answer was accepted by whoever asked.
    Accepted,
    /// Somebody disputes it.
    Disputes,
    /// It says the same in another language.
    Translates,
    /// It came of another.
    CameOf(Change),
    /// A practice is evidence for or against it.
    IsEvidence(Evidence),
    /// A line of a shared document rests on it.
    Tells,
    /// A perspective or practice rests on a source.
    RestsOn,
    /// A perspective is said to hold a claim, or not.
    IsHeld(Held),
    /// Somebody suggests what to do with it and others.
    Suggests(Way),
    /// An owner consents to such a suggestion, or declines.
    Decides(Answer),
}

impl How {
    /// Its name in `--json` and CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LiftedFrom => "lifted-from",
            Self::PutUnder => "put-under",
            Self::Quotes => "quotes",
            Self::Answers => "answers",
            Self::IsAbout => "is-about",
            Self::FoundIn => "found-in",
            Self::Accepted => "accepted",
            Self::Disputes => "disputes",
            Self::Translates => "translates",
            Self::CameOf(Change::Renamed) => "renamed",
            Self::CameOf(Change::Split) => "split",
            Self::CameOf(Change::Merged) => "merged",
            Self::CameOf(Change::Dropped) => "dropped",
            Self::CameOf(Change::Reworded) => "reworded",
            Self::CameOf(Change::Fused) => "fused",
            Self::IsEvidence(Evidence::For) => "evidence-for",
            Self::IsEvidence(Evidence::Against) => "evidence-against",
            Self::Tells => "tells",
            Self::RestsOn => "rests-on",
            Self::IsHeld(Held::Holds) => "held",
            Self::IsHeld(Held::DoesNot) => "not-held",
            Self::Suggests(_) => "suggests",
            Self::Decides(Answer::Yes) => "consents",
            Self::Decides(Answer::No) => "declines",
        }
    }
}

/// What something said led to: of links, what people ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A turn or remark answers it.
    Answered,
    /// Whoever asked accepts the answer.
    Accepted,
    /// A claim was lifted from it.
    Lifted,
    /// A remark or a practice speaks for it, or a perspective holds it.
    Supported,
    /// A remark speaks for it with a part kept back.
    Qualified,
    /// A remark or a practice speaks against it, or a perspective does not hold it.
    Challenged,
    /// A remark takes it further: reframes, adds, links.
    TakenFurther,
    /// Somebody asks about it.
    AskedAbout,
    /// It was quoted, told in a document, or something came of it.
    TakenUp,
    /// Somebody marked what its words do.
    Marked,
    /// It was translated.
    Translated,
    /// Somebody disputes it.
    Disputed,
    /// It was left open, left to others, or a suggestion was declined: with a reason.
    Declined,
    /// Somebody suggests what to do with it, or an owner consented.
    Suggested,
}

impl Outcome {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 14] = [
        Self::Answered,
        Self::Accepted,
        Self::Lifted,
        Self::Supported,
        Self::Qualified,
        Self::Challenged,
        Self::TakenFurther,
        Self::AskedAbout,
        Self::TakenUp,
        Self::Marked,
        Self::Translated,
        Self::Disputed,
        Self::Declined,
        Self::Suggested,
    ];

    /// Its name in `--json`, CSV and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Accepted => "accepted",
            Self::Lifted => "lifted",
            Self::Supported => "supported",
            Self::Qualified => "qualified",
            Self::Challenged => "challenged",
            Self::TakenFurther => "taken-further",
            Self::AskedAbout => "asked-about",
            Self::TakenUp => "taken-up",
            Self::Marked => "marked",
            Self::Translated => "translated",
            Self::Disputed => "disputed",
            Self::Declined => "declined",
            Self::Suggested => "suggested",
        }
    }
}

/// One link between two things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// How the one bears on the other.
    pub how: How,
    /// The thing at the far end.
    pub thing: TargetRow,
    /// The thing at the near end: the one asked about, or one met on the way.
    pub near: OperationId,
    /// Steps from the one asked about, from 1.
    pub step: u32,
    /// What says so: the thing that rests, or a record of its own.
    pub said: Said,
    /// The number of a move's kind.
    pub kind: Option<u16>,
    /// The words meant, where it is a passage.
    pub passage: Option<PassageRow>,
    /// What is said with it: a reason, an object, a condition.
    pub words: Words,
}

impl LinkRow {
    /// What this came to for the one rested on.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.how {
            How::LiftedFrom => Outcome::Lifted,
            How::Answers => Outcome::Answered,
            How::Accepted => Outcome::Accepted,
            How::Disputes => Outcome::Disputed,
            How::Translates => Outcome::Translated,
            How::FoundIn => Outcome::Marked,
            How::IsEvidence(Evidence::For) | How::IsHeld(Held::Holds) => Outcome::Supported,
            How::IsEvidence(Evidence::Against) | How::IsHeld(Held::DoesNot) => Outcome::Challenged,
            How::Suggests(_) | How::Decides(Answer::Yes) => Outcome::Suggested,
            How::Decides(Answer::No) | How::CameOf(Change::Dropped) => Outcome::Declined,
            How::IsAbout => self.outcome_of_move(),
            How::PutUnder | How::Quotes | How::CameOf(_) | How::Tells | How::RestsOn => {
                Outcome::TakenUp
            }
        }
    }

    fn outcome_of_move(&self) -> Outcome {
        let kind = self.kind.and_then(MoveKind::of);
        match kind {
            Some(MoveKind::LeavesOpen | MoveKind::Defers) => return Outcome::Declined,
            Some(MoveKind::Answers) => return Outcome::Answered,
            _ => {}
        }
        match kind.map(MoveKind::polarity) {
            Some(Polarity::Support) => Outcome::Supported,
            Some(Polarity::Qualified) => Outcome::Qualified,
            Some(Polarity::Challenge) => Outcome::Challenged,
            Some(Polarity::Transform) => Outcome::TakenFurther,
            Some(Polarity::Ask) => Outcome::AskedAbout,
            None => Outcome::Marked,
        }
    }
}

/// Everything a thing rests on, and everything that rests on it, nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceRow {
    /// The thing.
    pub target: TargetRow,
    /// What it rests on.
    pub rests_on: Vec<LinkRow>,
    /// What rests on it.
    pub rested_on_by: Vec<LinkRow>,
    /// Whether either list was cut.
    pub is_cut: bool,
}

/// Something a person said, and what it led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BecameRow {
    /// What they said.
    pub thing: TargetRow,
    /// When, and what has become of its words.
    pub said: Said,
    /// The number of a move's kind.
    pub kind: Option<u16>,
    /// What it led to, in order of claimed time.
    pub led_to: Vec<LinkRow>,
}

impl BecameRow {
    /// How often each outcome came of it; those that did not are left out.
    #[must_use]
    pub fn outcomes(&self) -> Vec<(Outcome, usize)> {
        let count = |outcome: Outcome| {
            let links = self.led_to.iter();
            links.filter(|it| it.outcome() == outcome).count()
        };
        let all = Outcome::ALL.into_iter().map(|it| (it, count(it)));
        all.filter(|(_, count)| *count > 0).collect()
    }
}

/// Whose words are asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidBy {
    /// Those that this person signed as their own.
    Person(Key),
    /// Those brought in from elsewhere under this name.
    Speaker(String),
}

/// Which way links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Toward {
    /// To what a thing rests on.
    Down,
    /// To what rests on it.
    Up,
}

/// One end of a link: how, what is rested on, the words meant.
pub(super) type End<'a> = (How, OperationId, Option<&'a Passage>);

/// What a body says its operation rests on.
pub(super) fn ends(body: &Body) -> Vec<End<'_>> {
    let quoted = |it: &polylogue_core::kind::Quote| it.passage.of;
    match body {
        Body::Claim(it) => {
            let lifted = it.passages.iter();
            let lifted = lifted.map(|it| (How::LiftedFrom, it.of, Some(it)));
            let under = it.under.map(|id| (How::PutUnder, id, None));
            lifted.chain(under).collect()
        }
        Body::Turn(it) => {
            let answered = it.reply_to.map(|id| (How::Answers, id, None));
            let quotes = it.quotes.iter();
            let quotes = quotes.map(|it| (How::Quotes, quoted(it), Some(&it.passage)));
            answered.into_iter().chain(quotes).collect()
        }
        Body::TurnRevise(it) => {
            let quotes = it.quotes.iter();
            let quotes = quotes.map(|it| (How::Quotes, quoted(it), Some(&it.passage)));
            quotes.collect()
        }
        Body::Move(it) => {
            let how = match MoveKind::of(it.kind) {
                Some(MoveKind::Answers) => How::Answers,
                _ => How::IsAbout,
            };
            let about = (how, it.target.id, it.target.passage.as_ref());
            let found = it.found_in.iter().map(|it| (How::FoundIn, it.of, Some(it)));
            std::iter::once(about).chain(found).collect()
        }
        Body::Accept(it) => vec![
            (How::Accepted, it.answer, None),
            (How::Accepted, it.question, None),
        ],
        Body::Dispute(it) => vec![(How::Disputes, it.target, None)],
        Body::Translation(it) => vec![(How::Translates, it.of, None)],
        Body::Lineage(it) => {
            let from = it.from.iter();
            from.map(|id| (How::CameOf(it.change), *id, None)).collect()
        }
        Body::Practice(it) => {
            let links = it.links.iter();
            let links = links.map(|it| (How::IsEvidence(it.evidence), it.claim, None));
            let sources = it.sources.iter().map(|id| (How::RestsOn, *id, None));
            links.chain(sources).collect()
        }
        Body::Perspective(it) => resting(&it.sources),
        Body::PerspectiveRevise(it) => resting(&it.sources),
        Body::Line(it) => told(&it.traces),
        Body::LineText(it) => told(&it.traces),
        Body::ClaimHeld(it) => vec![(How::IsHeld(it.held), it.claim, None)],
        Body::Suggestion(it) => {
            let of = it.of.iter();
            of.map(|id| (How::Suggests(it.way), *id, None)).collect()
        }
        _ => Vec::new(),
    }
}

fn resting(sources: &[OperationId]) -> Vec<End<'_>> {
    let sources = sources.iter();
    sources.map(|id| (How::RestsOn, *id, None)).collect()
}

fn told(traces: &[polylogue_core::kind::Trace]) -> Vec<End<'_>> {
    let traces = traces.iter();
    traces
        .map(|it| (How::Tells, it.of, it.passage.as_ref()))
        .collect()
}

/// The things that rest where an operation names another: itself, or what it is a wording of or a
/// word about.
fn resting_things(id: OperationId, body: &Body, near: OperationId) -> Vec<OperationId> {
    match body {
        Body::TurnRevise(it) => vec![it.turn],
        Body::LineText(it) => vec![it.line],
        Body::PerspectiveRevise(it) => vec![it.perspective],
        Body::ClaimHeld(it) => vec![it.perspective],
        Body::Accept(it) if it.answer == near => vec![it.question],
        Body::Accept(it) => vec![it.answer],
        Body::Lineage(it) if !it.to.is_empty() => it.to.clone(),
        _ => vec![id],
    }
}

/// What an operation says with a link, in few words.
fn said_with(body: &Body) -> Option<&Text> {
    match body {
        Body::Move(it) => {
            let said = [&it.reason, &it.object, &it.condition, &it.to];
            said.into_iter().flatten().next()
        }
        Body::Accept(it) => Some(&it.words),
        Body::Dispute(it) => Some(&it.reason),
        Body::Translation(it) => Some(&it.text),
        Body::Lineage(it) => Some(&it.reason),
        Body::ClaimHeld(it) => Some(&it.reason),
        Body::Suggestion(it) => Some(&it.reason),
        Body::Consent(it) => Some(&it.reason),
        _ => None,
    }
}

impl Reader {
    /// Everything a thing rests on and everything that rests on it, step by step; whatever is met
    /// twice is told once, so that no circle goes on.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn trace(&self, id: OperationId) -> Result<TraceRow, StoreFault> {
        let (rests_on, cut_down) = self.follow(id, Toward::Down)?;
        let (rested_on_by, cut_up) = self.follow(id, Toward::Up)?;
        Ok(TraceRow {
            target: self.target(id, None)?,
            rests_on,
            rested_on_by,
            is_cut: cut_down || cut_up,
        })
    }

    fn follow(&self, id: OperationId, way: Toward) -> Result<(Vec<LinkRow>, bool), StoreFault> {
        let mut links: Vec<LinkRow> = Vec::new();
        let mut met = BTreeSet::from([id]);
        let mut due = VecDeque::from([(id, 0)]);
        while let Some((near, step)) = due.pop_front() {
            let found = match way {
                Toward::Down => self.rests_on(near)?,
                Toward::Up => self.led_to(near)?,
            };
            for mut link in found {
                if links.len() == LINKS_MAX {
                    return Ok((links, true));
                }
                link.step = step + 1;
                let far = link.thing.id;
                // What was told by a nearer way is not told again, but for other words of it.
                let is_new = met.insert(far);
                if !is_new && (step > 0 || far == id) {
                    continue;
                }
                if is_new && goes_on(&link, way) {
                    if link.step == STEPS_MAX {
                        return Ok((links, true));
                    }
                    due.push_back((far, link.step));
                }
                links.push(link);
            }
        }
        Ok((links, false))
    }

    /// What a thing rests on, one step away.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn rests_on(&self, id: OperationId) -> Result<Vec<LinkRow>, StoreFault> {
        let Some(record) = self.record_of(id)? else {
            return Ok(Vec::new());
        };
        let mut links = Vec::new();
        let current = self.current_body(&record)?;
        let entry = self.entry_of(record)?;
        if !entry.may_read {
            return Ok(links);
        }
        let first = entry.body.as_ref();
        let is_reworded = current.as_ref() != first;
        for body in first
            .into_iter()
            .chain(current.as_ref().filter(|_| is_reworded))
        {
            for (how, far, passage) in ends(body) {
                let thing = self.target(far, None)?;
                links.push(self.link(&entry, body, (how, id, passage), thing)?);
            }
        }
        links.extend(self.came_of(id)?);
        Ok(links)
    }

    /// What a thing came of: recorded beside it.
    fn came_of(&self, id: OperationId) -> Result<Vec<LinkRow>, StoreFault> {
        let mut links = Vec::new();
        for entry in self.naming(id, "512")? {
            let Some(body @ Body::Lineage(it)) = &entry.body else {
                continue;
            };
            if !it.to.contains(&id) {
                continue;
            }
            for far in &it.from {
                let thing = self.target(*far, None)?;
                let end = (How::CameOf(it.change), id, None);
                links.push(self.link(&entry, body, end, thing)?);
            }
        }
        Ok(links)
    }

    /// What rests on a thing, one step away: in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn led_to(&self, id: OperationId) -> Result<Vec<LinkRow>, StoreFault> {
        const KINDS: &str = "510, 511, 512, 522, 523, 530, 531, 540, 541, 551, 552, 553, 561,
            601, 602";
        let mut links = Vec::new();
        for entry in self.naming(id, KINDS)? {
            let Some(body) = &entry.body else { continue };
            let is_twice = |link: &LinkRow, far: OperationId, how: How| {
                link.thing.id == far && link.how == how && link.passage.is_none()
            };
            for (how, named, passage) in ends(body) {
                if named != id {
                    continue;
                }
                for far in resting_things(entry.record.id, body, id) {
                    if far == id || links.iter().any(|it| is_twice(it, far, how)) {
                        continue;
                    }
                    let thing = self.target(far, None)?;
                    links.push(self.link(&entry, body, (how, id, passage), thing)?);
                }
            }
            if let Body::Suggestion(_) = body {
                links.extend(self.decided(&entry, id)?);
            }
        }
        Ok(links)
    }

    /// What owners answered to a suggestion.
    fn decided(&self, suggestion: &Entry, id: OperationId) -> Result<Vec<LinkRow>, StoreFault> {
        let mut links = Vec::new();
        for entry in self.naming(suggestion.record.id, "554")? {
            if let Some(body @ Body::Consent(it)) = &entry.body {
                let thing = self.target(suggestion.record.id, None)?;
                let end = (How::Decides(it.answer), id, None);
                links.push(self.link(&entry, body, end, thing)?);
            }
        }
        Ok(links)
    }

    fn link(
        &self,
        entry: &Entry,
        body: &Body,
        (how, near, passage): End<'_>,
        thing: TargetRow,
    ) -> Result<LinkRow, StoreFault> {
        let text = said_with(body).filter(|_| entry.may_read);
        Ok(LinkRow {
            how,
            thing,
            near,
            step: 1,
            said: entry.said.clone(),
            kind: match body {
                Body::Move(it) => Some(it.kind),
                _ => None,
            },
            passage: passage.map(|it| self.passage(it)).transpose()?,
            words: text.map_or_else(no_words, words),
        })
    }

    /// What names a thing and counts, of these kinds, in order of claimed time.
    fn naming(&self, id: OperationId, kinds: &str) -> Result<Vec<Entry>, StoreFault> {
        let Some(n) = self.number(id)? else {
            return Ok(Vec::new());
        };
        let naming = format!(
            "SELECT reference.source FROM reference
             JOIN operation ON operation.n = reference.source
             WHERE reference.target = ?1 AND reference.kind IN ({kinds})
             ORDER BY operation.time, operation.counter, operation.id LIMIT 1001"
        );
        let mut entries = Vec::new();
        for n in self.database().numbers(&naming, [n])? {
            entries.extend(self.entry_at(n)?);
        }
        Ok(entries)
    }

    /// What somebody said (turns, claims, questions and other moves), the latest first, with what
    /// each led to. Nothing here counts people or puts them in an order.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn became(&self, by: &SaidBy, page: Page) -> Result<Vec<BecameRow>, StoreFault> {
        let numbers = match by {
            SaidBy::Person(key) => self.said_by_person(key, page)?,
            SaidBy::Speaker(name) => self.said_by_speaker(name, page)?,
        };
        let mut rows = Vec::new();
        for n in numbers {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            rows.push(BecameRow {
                thing: self.target(entry.record.id, None)?,
                kind: match &entry.body {
                    Some(Body::Move(it)) => Some(it.kind),
                    Some(_) | None => None,
                },
                led_to: self.led_to(entry.record.id)?,
                said: entry.said,
            });
        }
        Ok(rows)
    }

    fn said_by_person(&self, key: &Key, page: Page) -> Result<Vec<i64>, StoreFault> {
        // What somebody brought in from elsewhere is not what they said.
        const SAID: &str = "SELECT operation.n FROM person_key
            JOIN operation ON operation.key = person_key.key
            WHERE person_key.person = ?1 AND operation.kind IN (522, 530, 540)
            AND NOT EXISTS (SELECT 1 FROM brought WHERE brought.n = operation.n)
            AND (EXISTS (SELECT 1 FROM turn WHERE turn.n = operation.n)
                OR EXISTS (SELECT 1 FROM claim WHERE claim.n = operation.n)
                OR EXISTS (SELECT 1 FROM move WHERE move.n = operation.n))
            ORDER BY operation.time DESC, operation.counter DESC, operation.id DESC
            LIMIT ?2 OFFSET ?3";
        match self.person_number(key)? {
            Some(person) => {
                let asked = (person, page.rows(), page.skipped());
                self.database().numbers(SAID, asked)
            }
            None => Ok(Vec::new()),
        }
    }

    fn said_by_speaker(&self, name: &str, page: Page) -> Result<Vec<i64>, StoreFault> {
        const BROUGHT: &str = "SELECT brought.n FROM brought
            JOIN operation ON operation.n = brought.n
            WHERE operation.kind IN (522, 530) AND brought.same_as = 0
            ORDER BY operation.time DESC, operation.counter DESC, operation.id DESC";
        let read = |row: &Row<'_>| row.get(0);
        let mut numbers = Vec::new();
        for n in self.database().all(BROUGHT, [], read)? {
            let said = self.record(n)?.and_then(|it| it.said());
            let from = said.and_then(Result::ok);
            let from = from.as_ref().and_then(crate::fold::brought_in);
            if from.is_some_and(|it| it.speaker == name) {
                numbers.push(n);
            }
        }
        let skipped = usize::try_from(page.skipped()).unwrap_or(usize::MAX);
        let rows = usize::try_from(page.rows()).unwrap_or(0);
        Ok(numbers.into_iter().skip(skipped).take(rows).collect())
    }
}

/// Whether a trace goes on behind a thing: a place where much stands is named and not searched.
fn goes_on(link: &LinkRow, way: Toward) -> bool {
    let is_place = matches!(
        link.thing.what,
        Some(Thing::Perspective | Thing::Question | Thing::Dialogue | Thing::Person)
    );
    let is_remark_on = matches!(link.how, How::PutUnder | How::Suggests(_) | How::Decides(_));
    match way {
        Toward::Down => !is_place && !is_remark_on,
        Toward::Up => !is_place && !matches!(link.how, How::Suggests(_) | How::Decides(_)),
    }
}
