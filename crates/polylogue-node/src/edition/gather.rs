//! What an edition rests on: its lines with what they lead to, the whole of the dialogues that was
//! said in, what was since said of it, and what all of it is judged from.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::edition::{Content, Figure, Held, LineOf, Manifest, ReadLine, Rests, VERSION};
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Kind, RowsOfPeople, Trace};
use polylogue_core::limits::EDITION_OPERATIONS_MAX;
use polylogue_core::operation::Operation;
use polylogue_core::text::Text;
use polylogue_store::query::{Carries, LeaveOutRow, LineRow, Thing};
use polylogue_store::{Reader, Store};

use super::concerns::{self, Concerns};
use super::figures;
use super::left_out::{left_out_by_name, left_out_of};
use crate::act::called;
use crate::references::references;
use crate::refusal::Refusal;

/// The kinds below this are judged from, never said.
pub(super) const CONTENT: u16 = 500;

/// Everything that goes into the body of an edition but the parts.
pub(crate) struct Gathered {
    pub(crate) manifest: Manifest,
    pub(crate) content: Content,
}

/// Gathers what an edition of a document rests on.
pub(crate) fn gather(
    store: &Store,
    document: OperationId,
    named: (&str, &str),
    said: Vec<Figure>,
) -> Result<Gathered, Refusal> {
    let reader = store.reader()?;
    let row = reader.document(document)?;
    let row = row.ok_or_else(|| Refusal::NotFound {
        id: document.to_string(),
    })?;
    let lines = reader.lines(document)?;
    let lines = settled(&lines)?;
    let mut gathering = Gathering::begin(store, reader)?;
    gathering.want(document);
    gathering.want_all(gathering.reader.line_writes(document)?);
    gathering.take_origins(document, &lines)?;
    let mut figures = gathering.take_up(&lines)?;
    figures.extend(said);
    let dissent = gathering.take_critique(document)?;
    for row in left_out_by_name(&gathering.reader, (&row.title.words, named.0))? {
        gathering.want_left_out(&row);
    }
    gathering.follow()?;
    gathering.settle(store)?;
    let mut of_lines = Vec::new();
    let mut read = Vec::new();
    for line in &lines {
        let wording = line.wordings[0].said.id;
        of_lines.push(LineOf {
            line: line.said.id,
            wording,
        });
        let words = gathering.operations.get(&wording).and_then(words_of);
        let (text, traces) = words.ok_or(Refusal::TextNotHere { id: wording })?;
        read.push(ReadLine {
            line: line.said.id,
            text,
            traces,
        });
    }
    let title = match body_of(gathering.operations.get(&document)) {
        Some(Body::Document(it)) => it.title,
        Some(_) | None => return Err(Refusal::TextNotHere { id: row.said.id }),
    };
    let manifest = Manifest {
        version: VERSION,
        pin: store.pin()?,
        lines: of_lines,
        dissent,
        figures,
        rests: gathering.rests(),
    };
    if manifest.check().is_err() {
        return Err(Refusal::EditionTooLarge {
            count: manifest.rests.len() as u64,
        });
    }
    let content = content_of(&manifest, title, named, read);
    Ok(Gathered { manifest, content })
}

/// What stands against an edition of a document under a licence.
pub(crate) fn concerns_of(
    reader: &Reader,
    document: OperationId,
    licences: (&str, &str),
) -> Result<Concerns, Refusal> {
    let lines = reader.lines(document)?;
    let lines = settled(&lines)?;
    Ok(concerns::concerns(reader, &lines, licences)?)
}

/// What is read of an edition.
pub(super) fn content_of(
    manifest: &Manifest,
    title: Text,
    (name, licence): (&str, &str),
    lines: Vec<ReadLine>,
) -> Content {
    Content {
        title,
        name: name.to_owned(),
        licence: licence.to_owned(),
        lines,
        dissent: manifest.dissent.clone(),
        figures: manifest.figures.clone(),
    }
}

/// What somebody signed, and what was said of the evidence since, with all it is judged from;
/// nothing that is in the edition already.
pub(super) fn since(
    store: &Store,
    edition: OperationId,
    parts: &[OperationId],
    manifest: &Manifest,
) -> Result<Vec<Operation>, Refusal> {
    const SINCE: [Kind; 5] = [
        Kind::Erase,
        Kind::ModeratorErase,
        Kind::Withdraw,
        Kind::Hide,
        Kind::Restore,
    ];
    let reader = store.reader()?;
    let mut gathering = Gathering::begin(store, reader)?;
    let known = manifest.rests.iter().map(|it| it.id);
    gathering.known = known.chain(parts.iter().copied()).collect();
    gathering.known.insert(edition);
    // What was said to be left out of it, and what anybody replied to that.
    let own = gathering.reader.edition(edition)?;
    if let Some(row) = own {
        let named = (edition, row.edition.name.as_str());
        let all = left_out_of(&gathering.reader, &row.title, named)?;
        // One by name that came after is of another of that name, or too late for this one.
        for row in all {
            let is_listed = gathering.known.contains(&row.said.id);
            if row.edition == Some(edition) || is_listed {
                gathering.want_left_out(&row);
            }
        }
    }
    let signatures = gathering.reader.signatures(edition)?;
    gathering.want_all(signatures.iter().map(|it| it.said.id).collect());
    for rests in manifest.rests.iter().filter(|it| it.held == Held::Whole) {
        for id in gathering.reader.bearing_on(rests.id)? {
            let operation = gathering.load(id)?;
            let kind = operation.and_then(|it| Kind::of(it.header().kind));
            if kind.is_some_and(|it| SINCE.contains(&it)) {
                gathering.want(id);
            }
        }
    }
    gathering.is_closed = true;
    gathering.follow()?;
    gathering.start_from(edition, parts)?;
    gathering.settle(store)?;
    let mut since: Vec<Operation> = Vec::new();
    for (id, held) in &gathering.held {
        if gathering.known.contains(id) {
            continue;
        }
        let operation = gathering.operations.get(id).cloned();
        since.extend(operation.map(|it| as_held(it, *held)));
    }
    since.sort_by_key(|it| (it.header().time, it.id()));
    Ok(since)
}

/// An operation as an edition holds it.
pub(super) fn as_held(operation: Operation, held: Held) -> Operation {
    match held {
        Held::Header => operation.without_body(),
        Held::Whole => operation,
    }
}

/// Lines that stand and have words. One with two wordings is nobody's text yet: whoever signs an
/// edition would sign both, so it is settled first.
fn settled(lines: &[LineRow]) -> Result<Vec<LineRow>, Refusal> {
    let mut all = Vec::new();
    for line in lines.iter().filter(|it| !it.is_struck) {
        let mut line = line.clone();
        match line.wordings.len() {
            0 => continue,
            1 if line.is_contested() => {
                let by = line.strikes.into_iter().next();
                let by = by.map_or(String::new(), |it| called(&it.by));
                return Err(Refusal::EditionStruck {
                    line: line.said.id,
                    by,
                });
            }
            1 => {}
            _ => return Err(Refusal::EditionUnsettled { line: line.said.id }),
        }
        line.wordings.truncate(1);
        all.push(line);
    }
    if all.is_empty() {
        return Err(Refusal::EditionEmpty);
    }
    Ok(all)
}

pub(super) fn words_of(operation: &Operation) -> Option<(Text, Vec<Trace>)> {
    match operation.body() {
        Some(Ok(Body::Line(it))) => Some((it.text, it.traces)),
        Some(Ok(Body::LineText(it))) => Some((it.text, it.traces)),
        Some(_) | None => None,
    }
}

pub(super) fn body_of(operation: Option<&Operation>) -> Option<Body> {
    operation.and_then(|it| it.body()).and_then(Result::ok)
}

struct Gathering<'a> {
    store: &'a Store,
    reader: Reader,
    rows: RowsOfPeople,
    operations: BTreeMap<OperationId, Operation>,
    held: BTreeMap<OperationId, Held>,
    /// What is elsewhere in the file already.
    known: BTreeSet<OperationId>,
    queue: Vec<OperationId>,
    /// Whether only what is wanted is taken, and nothing that bears on it.
    is_closed: bool,
}

impl<'a> Gathering<'a> {
    fn begin(store: &'a Store, reader: Reader) -> Result<Self, Refusal> {
        let rows = reader.commons()?.rows;
        let mut gathering = Self {
            store,
            reader,
            rows,
            operations: BTreeMap::new(),
            held: BTreeMap::new(),
            known: BTreeSet::new(),
            queue: Vec::new(),
            is_closed: false,
        };
        let founding = store.founding();
        gathering.held.insert(founding.id(), Held::Whole);
        gathering.operations.insert(founding.id(), founding);
        Ok(gathering)
    }

    fn want(&mut self, id: OperationId) {
        self.queue.push(id);
    }

    fn want_all(&mut self, ids: Vec<OperationId>) {
        self.queue.extend(ids);
    }

    fn load(&mut self, id: OperationId) -> Result<Option<&Operation>, Refusal> {
        if !self.operations.contains_key(&id) {
            let found = self.store.load(&[id], usize::MAX)?.pop();
            if let Some(operation) = found {
                self.operations.insert(id, operation);
            }
        }
        Ok(self.operations.get(&id))
    }

    /// Wants what lines lead to, and freezes the counts of the claims among it.
    fn take_up(&mut self, lines: &[LineRow]) -> Result<Vec<Figure>, Refusal> {
        let mut dialogues = BTreeSet::new();
        let mut claims = BTreeSet::new();
        // Works that are only named in the words are printed behind them.
        let cited = references(&self.reader, lines)?.works;
        self.want_all(cited.iter().map(|it| it.row.said.id).collect());
        for line in lines {
            let traces = line.wordings.iter().flat_map(|it| &it.traces);
            let mut of: Vec<OperationId> = traces.map(|it| it.of).collect();
            for clause in &line.clauses {
                of.extend([clause.perspective, clause.target]);
                self.want_all(self.reader.moves_for(clause.perspective)?);
            }
            for id in of {
                self.want(id);
                let Some(target) = self.reader.what(id)? else {
                    continue;
                };
                dialogues.extend(target.dialogue);
                if target.what == Some(Thing::Claim) {
                    claims.insert(id);
                }
            }
        }
        for dialogue in dialogues {
            self.want(dialogue);
            self.want_all(self.reader.said_in(dialogue)?);
        }
        let mut figures = Vec::new();
        for line in lines {
            let words = &line.wordings[0].text.words;
            if let Some(shown) = figures::shown_in(&self.reader, words)? {
                self.want_for(shown.needs)?;
                figures.extend(shown.freeze(&self.reader, line.said.id)?);
            }
        }
        for claim in claims {
            self.want_all(self.reader.votes_on(claim)?);
            figures.extend(figures::tally(&self.reader, claim)?);
        }
        Ok(figures)
    }

    /// Wants what says where lines were taken from, and the words there: who wrote them is named.
    fn take_origins(&mut self, document: OperationId, lines: &[LineRow]) -> Result<(), Refusal> {
        let came = self.reader.came_from(document, lines)?;
        if came.is_empty() {
            return Ok(());
        }
        let mut documents = BTreeSet::from([document]);
        for from in came.values().filter(|it| it.said.is_some()) {
            for (document, wording) in &from.through {
                self.want(*wording);
                documents.insert(*document);
            }
        }
        for document in documents {
            self.want_all(self.reader.origins_said(document)?);
        }
        Ok(())
    }

    /// Wants comments with what became of them, and minority reports with whose names stand under
    /// them; answers the reports that stand, in order of id.
    fn take_critique(&mut self, document: OperationId) -> Result<Vec<OperationId>, Refusal> {
        for comment in self.reader.comments(document)? {
            self.want(comment.said.id);
            let disposed = comment.dispositions.iter();
            self.want_all(disposed.map(|it| it.said.id).collect());
        }
        let mut dissent = Vec::new();
        for row in self.reader.dissents(document)? {
            if row.stands() {
                self.want(row.said.id);
                self.want_all(row.signers.iter().map(|it| it.signed).collect());
                dissent.push(row.said.id);
            }
        }
        dissent.sort_unstable();
        Ok(dissent)
    }

    /// Wants the leaving out of a document, and the replies to it.
    fn want_left_out(&mut self, row: &LeaveOutRow) {
        self.want(row.said.id);
        self.want_all(row.replies.iter().map(|it| it.said.id).collect());
    }

    /// Wants what a figure is computed from.
    fn want_for(&mut self, needs: figures::Needs) -> Result<(), Refusal> {
        match needs {
            figures::Needs::Everything => self.want_all(self.reader.everything_said()?),
            figures::Needs::ClaimsUnder(under) => {
                self.want(under);
                for claim in self.reader.claims_put_under(under)? {
                    self.want(claim);
                    self.want_all(self.reader.votes_on(claim)?);
                }
            }
        }
        Ok(())
    }

    /// Takes what is wanted, with what it refers to and what bears on it.
    fn follow(&mut self) -> Result<(), Refusal> {
        while let Some(id) = self.queue.pop() {
            if self.held.contains_key(&id) || self.known.contains(&id) {
                continue;
            }
            let carries = self.reader.carries(id)?;
            if carries == Carries::Nothing {
                continue;
            }
            let rows = self.rows;
            let Some(operation) = self.load(id)? else {
                continue;
            };
            let is_vote = operation.header().kind == Kind::Vote.number();
            let stays = is_vote && rows == RowsOfPeople::StayHere;
            let body = body_of(Some(operation));
            let is_whole = carries == Carries::Words && !stays;
            let held = if is_whole { Held::Whole } else { Held::Header };
            self.held.insert(id, held);
            if self.held.len() > EDITION_OPERATIONS_MAX {
                let count = self.held.len() as u64;
                return Err(Refusal::EditionTooLarge { count });
            }
            let body = body.filter(|_| is_whole);
            for reference in body.iter().flat_map(Body::references) {
                self.queue.push(reference.id);
            }
            if !self.is_closed {
                self.want_all(self.reader.bearing_on(id)?);
            }
        }
        Ok(())
    }

    /// Takes the headers that an edition and its parts, which stand in the file, are judged from.
    fn start_from(&mut self, edition: OperationId, parts: &[OperationId]) -> Result<(), Refusal> {
        for id in parts.iter().copied().chain([edition]) {
            if self.load(id)?.is_some() {
                self.held.insert(id, Held::Whole);
            }
        }
        Ok(())
    }

    /// Takes what everything taken is judged from: names of people, acts, headers.
    fn settle(&mut self, store: &Store) -> Result<(), Refusal> {
        let mut people = BTreeSet::new();
        let mut acts = Acts::of(store, &self.reader)?;
        loop {
            let before = self.held.len();
            let authors: BTreeSet<Key> = self.authors();
            for key in authors.difference(&people).copied().collect::<Vec<_>>() {
                people.insert(key);
                let profile = self.reader.profile_of(key)?;
                self.queue.extend(profile);
            }
            self.follow()?;
            for act in acts.take(&people, &self.held, &self.known) {
                self.queue.extend(words_named_by(&act));
                self.held.insert(act.id(), Held::Whole);
                self.operations.insert(act.id(), act);
            }
            self.follow()?;
            if self.held.len() == before {
                break;
            }
        }
        self.take_headers()
    }

    /// Who signed what is here as a whole.
    fn authors(&self) -> BTreeSet<Key> {
        let whole = self.held.iter().filter(|(_, held)| **held == Held::Whole);
        let operations = whole.filter_map(|(id, _)| self.operations.get(id));
        operations.map(|it| it.header().key).collect()
    }

    /// Headers of everything that comes before, and of what acts accept by name.
    fn take_headers(&mut self) -> Result<(), Refusal> {
        let all: Vec<OperationId> = self.held.keys().copied().collect();
        let mut open: BTreeSet<OperationId> = BTreeSet::new();
        for id in all {
            if let Some(operation) = self.operations.get(&id) {
                open.extend(judged_from(operation));
            }
        }
        while !open.is_empty() {
            let ids: Vec<OperationId> = std::mem::take(&mut open)
                .into_iter()
                .filter(|id| !self.held.contains_key(id) && !self.known.contains(id))
                .collect();
            for operation in self.store.load(&ids, usize::MAX)? {
                let id = operation.id();
                open.extend(judged_from(&operation));
                // An act is judged by what it says; words that somebody may empty are none of it.
                let is_act = operation.header().kind < CONTENT;
                let held = if is_act { Held::Whole } else { Held::Header };
                self.held.insert(id, held);
                self.operations.insert(id, as_held(operation, held));
            }
            if self.held.len() > EDITION_OPERATIONS_MAX {
                let count = self.held.len() as u64;
                return Err(Refusal::EditionTooLarge { count });
            }
        }
        Ok(())
    }

    /// The list, in the order of the file.
    fn rests(&self) -> Vec<Rests> {
        let founding = self.store.commons();
        let mut keyed: Vec<(bool, u64, Rests)> = Vec::new();
        for (id, held) in &self.held {
            if let Some(operation) = self.operations.get(id) {
                let rests = Rests {
                    id: *id,
                    held: *held,
                };
                keyed.push((*id != founding, operation.header().time, rests));
            }
        }
        keyed.sort_by_key(|it| (it.0, it.1, it.2.id));
        keyed.into_iter().map(|it| it.2).collect()
    }
}

/// What must be here before an operation is judged: for acts also the heads they accept by name.
fn judged_from(operation: &Operation) -> Vec<OperationId> {
    let header = operation.header();
    let mut all: Vec<OperationId> = header.previous.clone();
    all.extend(header.act);
    all.extend(header.standing);
    if header.kind < CONTENT
        && let Some(body) = body_of(Some(operation))
    {
        all.extend(body.references().iter().map(|it| it.id));
    }
    all
}

/// The notes in which acts give their reasons.
fn words_named_by(act: &Operation) -> Vec<OperationId> {
    let body = body_of(Some(act));
    let references = body.iter().flat_map(Body::references);
    let notes = references.filter(|it| it.expects == [Kind::Note]);
    notes.map(|it| it.id).collect()
}

/// Acts that keys, law, offices and memberships are judged from, until they are taken.
struct Acts {
    waiting: Vec<(Operation, Body)>,
}

impl Acts {
    fn of(store: &Store, reader: &Reader) -> Result<Self, Refusal> {
        let mut waiting = Vec::new();
        for ids in reader.acts()?.chunks(1_000) {
            for operation in store.load(ids, usize::MAX)? {
                if let Some(body) = body_of(Some(&operation)) {
                    waiting.push((operation, body));
                }
            }
        }
        Ok(Self { waiting })
    }

    /// Takes those that bear on these people and on what is here.
    fn take(
        &mut self,
        people: &BTreeSet<Key>,
        held: &BTreeMap<OperationId, Held>,
        known: &BTreeSet<OperationId>,
    ) -> Vec<Operation> {
        let is_here = |id: &OperationId| held.contains_key(id) || known.contains(id);
        let mut invitations = BTreeSet::new();
        for (operation, body) in &self.waiting {
            if let Body::Join(join) = body
                && people.contains(&operation.header().key)
            {
                invitations.extend(join.invited.as_ref().map(|it| it.invitation));
            }
        }
        let bears = |(operation, body): &(Operation, Body)| {
            let by = people.contains(&operation.header().key);
            match body {
                Body::Founding(_) | Body::Resolution(_) | Body::Assent(_) => true,
                Body::DeviceAdd(it) => by || people.contains(&it.device),
                Body::DeviceEnd(it) => by || people.contains(&it.device),
                Body::Handover(it) => by || people.contains(&it.old),
                Body::Join(_) | Body::Leave(_) => by,
                Body::Admit(it) => people.contains(&it.person),
                Body::Vouch(it) => people.contains(&it.person),
                Body::Removal(it) => people.contains(&it.person),
                Body::Invitation(_) => {
                    is_here(&operation.id()) || invitations.contains(&operation.id())
                }
                Body::InvitationClose(it) => {
                    is_here(&it.invitation) || invitations.contains(&it.invitation)
                }
                Body::Erase(it) => it.targets.iter().any(is_here),
                Body::ModeratorErase(it) => it.targets.iter().any(is_here),
                _ => false,
            }
        };
        let (taken, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition::<Vec<_>, _>(bears);
        self.waiting = waiting;
        let here = taken.into_iter().map(|it| it.0);
        here.filter(|it| !is_here(&it.id())).collect()
    }
}
