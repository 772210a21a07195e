//! What a document was: its changes, any version of it, what differs between two, who wrote what
//! stands.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Struck, Trace};
use std::collections::{BTreeMap, BTreeSet};

use crate::fault::StoreFault;
use crate::query::said::{Entry, no_words};
use crate::query::synthesis::clause_row;
use crate::query::{ClauseRow, DocumentRow, LineRow, Page, Said, TargetRow, Wording, Words};
use crate::reader::Reader;
use crate::versions::{Act, Change, LineDifference, LineState, Log, Version, What, differences};

/// Acts of one change that are told one by one.
const DEEDS_MAX: usize = 200;
/// Acts of one change that are told one by one in a list of changes.
const DEEDS_LISTED: usize = 12;
/// Things one act newly rests on that are told.
const CITED_MAX: usize = 8;

/// One change of a document: a save, or acts made one right after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentChangeRow {
    /// Who made it, when; its id is the address of the version it left.
    pub said: Said,
    /// Why, where that was said and may be read.
    pub because: Option<Words>,
    /// The change it takes back.
    pub undoes: Option<OperationId>,
    /// How many lines it touched.
    pub lines: u64,
    /// How many acts it is of; `deeds` tells the first of them.
    pub writes: u64,
    /// What it did, in its author's order.
    pub deeds: Vec<Deed>,
}

/// What one act did to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The line.
    pub line: OperationId,
    /// The act.
    pub act: OperationId,
    /// What it did.
    pub did: Did,
    /// The words it replaced.
    pub before: Words,
    /// The words of the line after it.
    pub after: Words,
    /// What the line newly rests on.
    pub cites: Vec<TargetRow>,
}

/// What was done to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// It was added.
    Added,
    /// It was worded anew.
    Reworded,
    /// It says the same and rests on other things.
    Traced,
    /// Several wordings became one.
    Settled,
    /// It was put elsewhere.
    Moved,
    /// It was struck.
    Struck,
    /// It was let stand again.
    Restored,
    /// What it says was said as data.
    Said,
}

impl Did {
    /// Its name in `--json` and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Reworded => "reworded",
            Self::Traced => "traced",
            Self::Settled => "settled",
            Self::Moved => "moved",
            Self::Struck => "struck",
            Self::Restored => "restored",
            Self::Said => "said",
        }
    }
}

/// Where a wording that stands came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The change it was written in.
    pub change: OperationId,
    /// How many wordings of its line came before those that stand.
    pub earlier: u64,
}

/// Lines with where their wordings came from, by wording.
pub type Blame = (Vec<LineRow>, BTreeMap<OperationId, Origin>);

impl Reader {
    /// What the next change of a document comes after, in order of id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn document_heads(&self, document: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        let mut heads = self.document_log(document)?.heads();
        heads.sort_unstable();
        Ok(heads)
    }

    /// The lines of a version, by the id of the change or of any act in the document that it is
    /// of, in order of place; nothing where the document has no such act.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn lines_at(
        &self,
        document: OperationId,
        act: OperationId,
    ) -> Result<Option<Vec<LineRow>>, StoreFault> {
        let log = self.document_log(document)?;
        let Some(place) = log.place(&act) else {
            return Ok(None);
        };
        self.lines_of(&log, &log.at(place)).map(Some)
    }

    /// What differs between two versions; what stood before a change where the first is not given,
    /// and what stands now where `to` is not. Nothing where the document has no such act.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn document_differences(
        &self,
        document: OperationId,
        (from, to): (Option<OperationId>, Option<OperationId>),
    ) -> Result<Option<Vec<LineDifference>>, StoreFault> {
        let log = self.document_log(document)?;
        let place = |id: OperationId| log.place(&id);
        let after = match to {
            None => log.everything(),
            Some(to) => match place(to) {
                Some(to) => log.at(to),
                None => return Ok(None),
            },
        };
        let before = match (from, to) {
            (Some(from), _) => match place(from) {
                Some(from) => log.at(from),
                None => return Ok(None),
            },
            (None, Some(to)) => {
                let changes = log.changes();
                let of = |it: &&Change| {
                    let at = place(to);
                    Some(it.at) == at || it.acts.iter().any(|act| Some(*act) == at)
                };
                changes
                    .iter()
                    .find(of)
                    .map_or_else(Version::default, |it| log.before(it))
            }
            (None, None) => Version::default(),
        };
        let (before, after) = (self.lines_of(&log, &before)?, self.lines_of(&log, &after)?);
        Ok(Some(differences(before, after)))
    }

    /// The lines of a version, in order of place, ties by id.
    pub(crate) fn lines_of(
        &self,
        log: &Log,
        version: &Version,
    ) -> Result<Vec<LineRow>, StoreFault> {
        let mut rows = Vec::new();
        for state in log.lines(version) {
            rows.extend(self.line_of(log, &state)?);
        }
        rows.sort_by(|first, second| {
            (&first.place, first.said.id).cmp(&(&second.place, second.said.id))
        });
        Ok(rows)
    }

    pub(crate) fn line_of(
        &self,
        log: &Log,
        state: &LineState,
    ) -> Result<Option<LineRow>, StoreFault> {
        let entry = |place: usize| self.entry_at(log.acts()[place].n);
        let Some(added) = entry(state.line)? else {
            return Ok(None);
        };
        let Some(Body::Line(line)) = &added.body else {
            return Ok(None);
        };
        let mut wordings = Vec::with_capacity(state.wordings.len());
        for place in &state.wordings {
            if *place == state.line {
                wordings.push(Wording {
                    text: added.text(&line.text),
                    traces: line.traces.clone(),
                    said: added.said.clone(),
                });
            } else if let Some(entry) = entry(*place)? {
                wordings.extend(wording_of(entry));
            }
        }
        let mut clauses: Vec<ClauseRow> = Vec::new();
        for place in &state.clauses {
            if let Some(entry) = entry(*place)?
                && let Some(Body::LineClause(it)) = &entry.body
                && entry.may_read
            {
                clauses.push(clause_row(it, entry.said));
            }
        }
        let place = state
            .place
            .map(|it| self.place_said(log.acts()[it].n))
            .transpose()?;
        let struck = state.struck.iter().map(|it| log.acts()[*it].n);
        let struck = self.struck_by(struck, added.said.id)?;
        let is_struck = struck.meets(&mut wordings);
        Ok(Some(LineRow {
            wordings,
            place: place.flatten().unwrap_or_else(|| line.place.clone()),
            is_struck,
            strikes: struck.strikes,
            clauses,
            said: added.said,
        }))
    }

    fn place_said(&self, n: i64) -> Result<Option<String>, StoreFault> {
        Ok(match self.record(n)?.and_then(|it| it.said()) {
            Some(Ok(Body::LinePlace(it))) => Some(it.place),
            Some(_) | None => None,
        })
    }

    /// How many changes a document has, and some of them, the latest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn document_changes(
        &self,
        document: OperationId,
        page: Page,
    ) -> Result<(u64, Vec<DocumentChangeRow>), StoreFault> {
        let log = self.document_log(document)?;
        let changes = log.changes();
        let skipped = usize::try_from(page.skipped()).unwrap_or(usize::MAX);
        let most = usize::try_from(page.rows()).unwrap_or(0);
        let shown = changes.iter().rev().skip(skipped).take(most);
        let rows: Result<Vec<DocumentChangeRow>, StoreFault> = shown
            .map(|it| self.change_row(&log, it, DEEDS_LISTED))
            .collect();
        Ok((changes.len() as u64, rows?))
    }

    /// One change of a document, by its id or that of any of its acts; nothing where it has none
    /// such.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn document_change(
        &self,
        document: OperationId,
        id: OperationId,
    ) -> Result<Option<DocumentChangeRow>, StoreFault> {
        let log = self.document_log(document)?;
        let Some(place) = log.place(&id) else {
            return Ok(None);
        };
        let changes = log.changes();
        let found = changes
            .iter()
            .find(|it| it.at == place || it.acts.contains(&place));
        found
            .map(|it| self.change_row(&log, it, DEEDS_MAX))
            .transpose()
    }

    /// What an act says, where that is here and can be read.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn body_of(&self, act: OperationId) -> Result<Option<Body>, StoreFault> {
        let record = self.record_of(act)?;
        Ok(record.and_then(|it| it.said()).and_then(Result::ok))
    }

    /// The address of the change that an act is of, and its acts in order; nothing where the
    /// document has no such act.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn acts_of_change(
        &self,
        document: OperationId,
        id: OperationId,
    ) -> Result<Option<(OperationId, Vec<OperationId>)>, StoreFault> {
        let log = self.document_log(document)?;
        let Some(place) = log.place(&id) else {
            return Ok(None);
        };
        let changes = log.changes();
        let found = changes
            .iter()
            .find(|it| it.at == place || it.acts.contains(&place));
        let id_of = |it: usize| log.acts()[it].id;
        Ok(found.map(|it| {
            let acts = it.acts.iter().map(|act| id_of(*act)).collect();
            (id_of(it.at), acts)
        }))
    }

    /// The document that an act is of: a change, a line, or a write of one; nothing for others.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn document_of_act(&self, act: OperationId) -> Result<Option<DocumentRow>, StoreFault> {
        let body = |id| {
            let record = self.record_of(id)?;
            Ok::<_, StoreFault>(record.and_then(|it| it.said()).and_then(Result::ok))
        };
        let line = match body(act)? {
            Some(Body::Document(_)) => return self.document(act),
            Some(Body::DocumentChange(it)) => return self.document(it.document),
            Some(Body::Line(it)) => return self.document(it.document),
            Some(Body::LineText(it)) => it.line,
            Some(Body::LinePlace(it)) => it.line,
            Some(Body::LineStruck(it)) => it.line,
            Some(Body::LineClause(it)) => it.line,
            Some(_) | None => return Ok(None),
        };
        match body(line)? {
            Some(Body::Line(it)) => self.document(it.document),
            Some(_) | None => Ok(None),
        }
    }

    /// One change, with at most so many of its acts one by one.
    fn change_row(
        &self,
        log: &Log,
        change: &Change,
        deeds_max: usize,
    ) -> Result<DocumentChangeRow, StoreFault> {
        let mut deeds = Vec::new();
        let mut lines = BTreeSet::new();
        for place in &change.acts {
            match log.acts()[*place].what {
                What::Begun | What::Change(_) => {}
                What::Added => drop(lines.insert(*place)),
                What::Worded(it) | What::Placed(it) | What::Struck(it) | What::Said(it) => {
                    lines.insert(it);
                }
            }
            if deeds.len() < deeds_max {
                deeds.extend(self.deed(log, *place)?);
            }
        }
        let act = &log.acts()[change.at];
        let record = self.record(act.n)?;
        let record = record.ok_or(StoreFault::DamagedRow { n: act.n })?;
        let said = self.said(&record, None)?;
        let (because, undoes) = match record.said() {
            Some(Ok(Body::DocumentChange(it))) => {
                let words = self.reason_words(&record)?;
                (Some(words).filter(|it| !it.words.is_empty()), it.undoes)
            }
            Some(_) | None => (None, None),
        };
        Ok(DocumentChangeRow {
            said,
            because,
            undoes,
            lines: lines.len() as u64,
            writes: change.acts.len() as u64,
            deeds,
        })
    }

    /// What one act did to its line.
    fn deed(&self, log: &Log, place: usize) -> Result<Option<Deed>, StoreFault> {
        let act = &log.acts()[place];
        let Some(entry) = self.entry_at(act.n)? else {
            return Ok(None);
        };
        let line = match act.what {
            What::Begun | What::Change(_) => return Ok(None),
            What::Added => place,
            What::Worded(it) | What::Placed(it) | What::Struck(it) | What::Said(it) => it,
        };
        let id = log.acts()[line].id;
        let mut deed = Deed {
            line: id,
            act: act.id,
            did: Did::Moved,
            before: no_words(),
            after: no_words(),
            cites: Vec::new(),
        };
        match &entry.body {
            Some(Body::Line(it)) => {
                deed.did = Did::Added;
                deed.after = entry.text(&it.text);
                deed.cites = self.cited(&it.traces, &[])?;
            }
            Some(Body::LineText(it)) => {
                let before = self.replaced_wordings(log, &act.replaces)?;
                let first = before.first();
                deed.after = entry.text(&it.text);
                deed.before = first.map_or_else(no_words, |it| it.text.clone());
                let known: Vec<&Trace> = before.iter().flat_map(|it| &it.traces).collect();
                deed.cites = self.cited(&it.traces, &known)?;
                deed.did = match before.len() {
                    0 | 1 if deed.before.words == deed.after.words => Did::Traced,
                    0 | 1 => Did::Reworded,
                    _ => Did::Settled,
                };
            }
            Some(Body::LineStruck(it)) if it.struck == Struck::Yes => deed.did = Did::Struck,
            Some(Body::LineStruck(_)) => deed.did = Did::Restored,
            Some(Body::LineClause(_)) => deed.did = Did::Said,
            Some(_) | None => {}
        }
        if deed.after.words.is_empty() && !matches!(deed.did, Did::Added | Did::Reworded) {
            deed.after = self.words_then(log, line, place)?;
        }
        Ok(Some(deed))
    }

    /// The words of a line when an act was made.
    fn words_then(&self, log: &Log, line: usize, act: usize) -> Result<Words, StoreFault> {
        let version = log.at(act);
        let then = |it: &Act| version.has(it) && it.what == What::Worded(line);
        let worded = log.acts().iter().enumerate().filter(|(_, it)| then(it));
        let latest = worded.max_by_key(|(_, it)| (it.counter, it.id));
        let place = latest.map_or(line, |(place, _)| place);
        let entry = self.entry_at(log.acts()[place].n)?;
        let wording = entry.and_then(wording_of);
        Ok(wording.map_or_else(no_words, |it| it.text))
    }

    fn replaced_wordings(&self, log: &Log, places: &[usize]) -> Result<Vec<Wording>, StoreFault> {
        let mut wordings = Vec::new();
        for place in places {
            if let Some(entry) = self.entry_at(log.acts()[*place].n)? {
                wordings.extend(wording_of(entry));
            }
        }
        Ok(wordings)
    }

    fn cited(&self, traces: &[Trace], known: &[&Trace]) -> Result<Vec<TargetRow>, StoreFault> {
        let fresh = traces.iter().filter(|it| !known.contains(it));
        let rows = fresh
            .take(CITED_MAX)
            .map(|it| self.target(it.of, it.passage.as_ref()));
        rows.collect()
    }

    /// For each wording of a version's lines, in which change it was written and how many wordings
    /// of its line came before: who wrote what stands, since when. Without a version, of what
    /// stands now. The lines are given beside it.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn blame(
        &self,
        document: OperationId,
        at: Option<OperationId>,
    ) -> Result<Option<Blame>, StoreFault> {
        let log = self.document_log(document)?;
        let version = match at.map(|it| log.place(&it)) {
            None => log.everything(),
            Some(Some(place)) => log.at(place),
            Some(None) => return Ok(None),
        };
        let mut address = vec![None; log.acts().len()];
        for change in log.changes() {
            for act in &change.acts {
                address[*act] = Some(log.acts()[change.at].id);
            }
        }
        let mut worded: BTreeMap<usize, u64> = BTreeMap::new();
        for act in log.acts().iter().filter(|it| version.has(it)) {
            if let What::Worded(line) = act.what {
                *worded.entry(line).or_default() += 1;
            }
        }
        let mut origins = BTreeMap::new();
        for state in log.lines(&version) {
            let all = worded.get(&state.line).copied().unwrap_or(0) + 1;
            for place in &state.wordings {
                let change = address[*place].unwrap_or(log.acts()[*place].id);
                let earlier = all.saturating_sub(state.wordings.len() as u64);
                origins.insert(log.acts()[*place].id, Origin { change, earlier });
            }
        }
        Ok(Some((self.lines_of(&log, &version)?, origins)))
    }
}

/// An entry as a wording, if it is one.
fn wording_of(entry: Entry) -> Option<Wording> {
    let (text, traces) = match &entry.body {
        Some(Body::Line(it)) => (entry.text(&it.text), it.traces.clone()),
        Some(Body::LineText(it)) => (entry.text(&it.text), it.traces.clone()),
        Some(_) | None => return None,
    };
    Some(Wording {
        text,
        traces,
        said: entry.said,
    })
}
