//! The lines of a document beside what they rest on.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Trace;
use polylogue_core::move_kind::MoveKind;

use crate::fault::StoreFault;
use crate::query::synthesis::traced_by;
use crate::query::{
    Anchored, ClauseRow, FindingRow, LineDrift, LineRow, MoveRow, Page, Search, Shown, Thing,
    Wording,
};
use crate::reader::Reader;
use crate::sift::{Sentence, Sifted, Since, Traced, drift};

/// Turns looked through for words that a line quotes.
const TURNS: u64 = 20;

impl Reader {
    /// Each standing line of a document that says something as data, or rests on something, beside
    /// what it rests on. Every wording is looked at by itself. Lines that rest on nothing and say
    /// nothing as data are somebody's assertions: they are not in the list.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn drift(&self, sifted: &Sifted, lines: &[LineRow]) -> Result<Vec<LineDrift>, StoreFault> {
        let in_document = self.numbers_of(&traced_by(lines))?;
        self.drift_among(sifted, lines, &in_document)
    }

    /// As [`Reader::drift`], of some lines of a document that rests on all of these.
    pub(super) fn drift_among(
        &self,
        sifted: &Sifted,
        lines: &[LineRow],
        in_document: &BTreeSet<i64>,
    ) -> Result<Vec<LineDrift>, StoreFault> {
        let in_document = Arc::new(in_document.clone());
        let mut moves = Moves::default();
        let (mut sentences, mut checked) = (Vec::new(), Vec::new());
        for line in lines.iter().filter(|it| !it.is_struck) {
            for wording in &line.wordings {
                let clause = self.clause_of(line, wording, &mut moves)?;
                if clause.is_none() && wording.traces.is_empty() {
                    continue;
                }
                let sentence = self.sentence(wording, clause.as_ref(), &mut moves)?;
                let in_document = Arc::clone(&in_document);
                sentences.push(Sentence {
                    in_document,
                    ..sentence
                });
                checked.push((line.said.id, wording.said.id, clause));
            }
        }
        let drifts = drift(&sifted.index, &sentences);
        let mut rows = Vec::new();
        for ((line, wording, clause), drift) in checked.into_iter().zip(drifts) {
            let mut findings = Vec::new();
            for (finding, n) in drift.findings {
                let id = self.ids_at(&[n])?.pop();
                let shows = id.map(|id| self.target(id, None)).transpose()?;
                let by_move = match &shows {
                    Some(it) if it.what == Some(Thing::Move) => moves.of(self, it.id)?.cloned(),
                    Some(_) | None => None,
                };
                findings.push(FindingRow {
                    finding,
                    by_move,
                    shows,
                });
            }
            rows.push(LineDrift {
                line,
                wording,
                verdict: drift.verdict,
                clause,
                findings,
            });
        }
        Ok(rows)
    }

    /// What a line says as data: what was said so of it, else what all it rests on agrees in.
    fn clause_of(
        &self,
        line: &LineRow,
        wording: &Wording,
        moves: &mut Moves,
    ) -> Result<Option<ClauseRow>, StoreFault> {
        if let Some(clause) = line.clauses.first() {
            return Ok(Some(clause.clone()));
        }
        let mut found: Option<ClauseRow> = None;
        for trace in &wording.traces {
            let Some(row) = moves.of(self, trace.of)? else {
                continue;
            };
            let Some(perspective) = row.perspective else {
                return Ok(None);
            };
            let clause = ClauseRow {
                perspective,
                kind: row.kind,
                target: row.target.id,
                condition: row.condition.clone(),
                said: wording.said.clone(),
            };
            match &found {
                None => found = Some(clause),
                Some(it) if it.perspective == perspective && it.kind == row.kind => {}
                Some(_) => return Ok(None),
            }
        }
        Ok(found)
    }

    fn sentence(
        &self,
        wording: &Wording,
        clause: Option<&ClauseRow>,
        moves: &mut Moves,
    ) -> Result<Sentence, StoreFault> {
        let number = |id: OperationId| Ok::<_, StoreFault>(self.number(id)?.unwrap_or(-1));
        let mut sentence = Sentence {
            quotes_unsaid: self.quotes_unsaid(wording, moves)?,
            ..Sentence::default()
        };
        if let Some(clause) = clause {
            sentence.who = number(clause.perspective)?;
            sentence.kind = clause.kind;
            sentence.whom = number(clause.target)?;
            sentence.has_condition = clause.condition.is_some();
        }
        for trace in &wording.traces {
            sentence.traces.push(Traced {
                n: number(trace.of)?,
                has_condition: moves
                    .of(self, trace.of)?
                    .is_some_and(|it| it.condition.is_some()),
                since: self.since(trace, moves)?,
            });
        }
        Ok(sentence)
    }

    /// What became of one thing that a wording rests on.
    pub(super) fn since(&self, trace: &Trace, moves: &mut Moves) -> Result<Since, StoreFault> {
        let is_whole = trace.passage.is_none();
        if let Some(known) = moves.since.get(&trace.of).filter(|_| is_whole) {
            return Ok(*known);
        }
        let since = self.read_since(trace, moves)?;
        if is_whole {
            moves.since.insert(trace.of, since);
        }
        Ok(since)
    }

    fn read_since(&self, trace: &Trace, moves: &mut Moves) -> Result<Since, StoreFault> {
        let target = self.target(trace.of, trace.passage.as_ref())?;
        let Some(said) = self.said_of(trace.of)?.filter(|_| target.what.is_some()) else {
            return Ok(Since::NotHere);
        };
        let is_claim = target.what == Some(Thing::Claim);
        let row = match target.what {
            Some(Thing::Move) => moves.of(self, trace.of)?,
            Some(_) | None => None,
        };
        let found_in = row.and_then(|it| it.found_in.as_ref());
        let anchors = [target.passage.as_ref(), found_in];
        let anchored = |how: Anchored| anchors.iter().flatten().any(|it| it.anchored == how);
        let is_asked = row.is_some_and(|it| it.kind == MoveKind::Asks.number());
        Ok(match said.shown {
            Shown::Withdrawn(_) => Since::Withdrawn,
            Shown::Hidden(_) | Shown::ErasedByAuthor(_) | Shown::ErasedByModerator(_) => {
                Since::Gone
            }
            _ if anchored(Anchored::Emptied) => Since::Gone,
            _ if anchored(Anchored::Orphaned) => Since::Revised,
            _ if row.is_some_and(|it| !it.disputes.is_empty()) => Since::Disputed,
            _ if is_asked && row.is_some_and(|it| !it.answers.is_empty()) => Since::Answered,
            _ if is_claim && self.is_outvoted(trace.of)? => Since::Outvoted,
            Shown::Whole | Shown::TextNotHere => Since::Stands,
        })
    }

    fn is_outvoted(&self, claim: OperationId) -> Result<bool, StoreFault> {
        let Some(n) = self.number(claim)? else {
            return Ok(false);
        };
        let (members, _) = self.tallies(n)?;
        Ok(members.disagree > members.agree)
    }

    /// Whether a wording gives words in quotation marks that no turn here has. While the index is
    /// behind, nobody can know.
    fn quotes_unsaid(&self, wording: &Wording, moves: &mut Moves) -> Result<bool, StoreFault> {
        for quoted in quoted(&wording.text.words) {
            let wanted = quoted.to_lowercase();
            let mut is_said = false;
            for trace in &wording.traces {
                let row = moves.of(self, trace.of)?;
                let exact = row.and_then(|it| it.found_in.as_ref()).map(|it| &it.exact);
                let passage = trace.passage.as_ref().map(|it| &it.exact);
                let all = exact.into_iter().chain(passage);
                is_said |= all
                    .into_iter()
                    .any(|it| it.to_lowercase().contains(&wanted));
                let given = |it: &MoveRow| {
                    let all = [&it.object, &it.condition, &it.from, &it.to, &it.reason];
                    let mut all = all.into_iter().flatten();
                    all.any(|it| it.words.to_lowercase().contains(&wanted))
                };
                is_said |= row.is_some_and(given);
            }
            if is_said || self.is_search_behind()? {
                continue;
            }
            let search = Search {
                words: quoted.to_owned(),
                thing: Some(Thing::Turn),
                ..Search::default()
            };
            if self.search(&search, Page::first(TURNS))?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Moves that were read, and what became of things, each once.
#[derive(Default)]
pub(super) struct Moves {
    rows: BTreeMap<OperationId, Option<MoveRow>>,
    /// What became of things that are meant whole.
    since: BTreeMap<OperationId, Since>,
}

impl Moves {
    pub(super) fn of(
        &mut self,
        reader: &Reader,
        id: OperationId,
    ) -> Result<Option<&MoveRow>, StoreFault> {
        let known = match self.rows.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(reader.move_(id)?),
        };
        Ok(known.as_ref())
    }
}

/// Whether a text gives words in quotation marks.
#[must_use]
pub fn gives_words(text: &str) -> bool {
    !quoted(text).is_empty()
}

/// Words that a text gives in quotation marks. A single mark between letters is an apostrophe.
fn quoted(text: &str) -> Vec<&str> {
    const MARKS: [(char, char); 6] = [
        ('“', '”'),
        ('‘', '’'),
        ('«', '»'),
        ('„', '“'),
        ('‚', '‘'),
        ('"', '"'),
    ];
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((at, open)) = rest
        .char_indices()
        .find(|(_, it)| MARKS.iter().any(|(open, _)| open == it))
    {
        let behind = &rest[at + open.len_utf8()..];
        let close = MARKS.iter().find(|it| it.0 == open).map_or(open, |it| it.1);
        let ends = behind.char_indices().filter(|(_, it)| *it == close);
        let end = ends.map(|(at, _)| at).find(|at| {
            let after = behind[at + close.len_utf8()..].chars().next();
            !after.is_some_and(char::is_alphabetic)
        });
        let Some(end) = end else {
            rest = behind;
            continue;
        };
        let words = behind[..end].trim();
        if !words.is_empty() {
            found.push(words);
        }
        rest = &behind[end + close.len_utf8()..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_in_quotation_marks_are_found_and_apostrophes_are_not() {
        let text = "the discourse’s ‘Phyles’ and “smart localisation”, «aquí», 'no' ‘open";
        assert_eq!(quoted(text), ["Phyles", "smart localisation", "aquí"]);
    }
}
