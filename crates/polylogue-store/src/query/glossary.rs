//! Terms: when each was first said here, by whom, and what each perspective means by it.
//!
//! A term is a source of the CSL type `entry-dictionary`: its title is the word, its note says
//! what it is about. Its meanings are moves on it, made for a perspective; its other names and
//! ends are lineage. When it was born is not written down but found: the earliest text that says
//! it.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Kind;

use crate::database::id_at;
use crate::fault::StoreFault;
use crate::folding::{match_phrase, snippet};
use crate::query::{LineageRow, MoveRow, Said, SourceRow, TargetRow, Thing};
use crate::reader::Reader;

/// The CSL type that makes a source a term.
pub const TERM_TYPE: &str = "entry-dictionary";
/// Texts that say a term, at most.
const USES_MAX: i64 = 5_000;

/// A term with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRow {
    /// The word, and what it is about.
    pub source: SourceRow,
    /// Where it was first said; none if nothing here says it.
    pub born: Option<UseRow>,
    /// Who says it, in order of their first use: perspectives, and oneself.
    pub used_by: Vec<UsedBy>,
    /// What perspectives mean by it, as marked, in order of claimed time.
    pub meanings: Vec<MoveRow>,
    /// Renamed, split, merged, dropped.
    pub lineage: Vec<LineageRow>,
}

/// A text that says a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseRow {
    /// The turn or source.
    pub thing: TargetRow,
    /// Who said it, when.
    pub said: Said,
    /// When, as told (`2011`) or as claimed (`2026-11-23`): these are compared as words.
    pub date: String,
    /// The words around it; matches stand between `\u{2}` and `\u{3}`.
    pub snippet: String,
    /// The perspective it was said for.
    pub perspective: Option<OperationId>,
}

/// Who says a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedBy {
    /// The perspective; none: people for themselves, and sources.
    pub perspective: Option<OperationId>,
    /// Texts that say it.
    pub texts: usize,
    /// The first of them.
    pub first: UseRow,
}

impl Reader {
    /// All terms, in order of their words.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn glossary(&self) -> Result<Vec<TermRow>, StoreFault> {
        let terms = self.terms()?.into_iter();
        terms.map(|it| self.term(it)).collect()
    }

    /// The sources that are terms, in order of their words.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn terms(&self) -> Result<Vec<SourceRow>, StoreFault> {
        let mut terms = self.sources()?;
        terms.retain(|it| it.csl_type == TERM_TYPE);
        let folded = |it: &SourceRow| crate::fold_for_index(&it.title.words);
        terms.sort_by_cached_key(|it| (folded(it), it.said.id));
        Ok(terms)
    }

    /// A term with its history.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn term(&self, source: SourceRow) -> Result<TermRow, StoreFault> {
        let mut uses = Vec::new();
        for n in self.texts_saying(&source.title.words)? {
            uses.extend(self.use_row(n, &source)?);
        }
        uses.sort_by(|one, other| {
            let key = |it: &UseRow| (it.date.clone(), it.said.time, it.said.id);
            key(one).cmp(&key(other))
        });
        let n = self.number(source.said.id)?.unwrap_or(-1);
        Ok(TermRow {
            born: uses.first().cloned(),
            used_by: used_by(&uses),
            meanings: self.moves_on(n)?,
            lineage: self.lineage(n)?,
            source,
        })
    }

    /// Turns and sources whose words hold these, one behind the other.
    fn texts_saying(&self, words: &str) -> Result<Vec<i64>, StoreFault> {
        const SAYING: &str = "SELECT search_row.n FROM search
            JOIN search_row ON search_row.n = search.rowid
            WHERE search MATCH ?1 AND search_row.thing IN (?2, ?3) LIMIT ?4";
        let Some(phrase) = match_phrase(words) else {
            return Ok(Vec::new());
        };
        let code = crate::index::thing_code;
        let asked = (phrase, code(Thing::Turn), code(Thing::Source), USES_MAX);
        self.database().numbers(SAYING, asked)
    }

    fn use_row(&self, n: i64, term: &SourceRow) -> Result<Option<UseRow>, StoreFault> {
        let Some(id) = self.database().one(ID, [n], |row| id_at(row, 0))? else {
            return Ok(None);
        };
        let (said, text, date, perspective) = match self.turn_said(id)? {
            Some(turn) => turn,
            None => match self.source(id)? {
                Some(it) if it.csl_type != TERM_TYPE => {
                    let text = it.text.map_or(it.note.words, |it| it.words);
                    (it.said, text, it.issued, None)
                }
                Some(_) | None => return Ok(None),
            },
        };
        let told = said.brought_in.as_ref().map(|it| it.date.clone());
        let date = [Some(date), told]
            .into_iter()
            .flatten()
            .find(|it| !it.is_empty());
        Ok(Some(UseRow {
            thing: self.target(id, None)?,
            date: date.unwrap_or_else(|| day(said.time)),
            snippet: snippet(&text, &term.title.words),
            said,
            perspective,
        }))
    }

    /// What a turn says now, for whom; its date is told with where it was brought in from.
    fn turn_said(&self, id: OperationId) -> Result<Option<TurnSaid>, StoreFault> {
        use polylogue_core::kind::Body;
        let Some(entry) = self.entry(id, Kind::Turn)? else {
            return Ok(None);
        };
        let current = self.current_body(&entry.record)?;
        let text = match current.filter(|_| entry.may_read) {
            Some(Body::Turn(it)) => it.text.words,
            Some(Body::TurnRevise(it)) => it.text.words,
            Some(_) | None => return Ok(None),
        };
        let perspective = match &entry.body {
            Some(Body::Turn(it)) => it.perspective,
            Some(_) | None => None,
        };
        Ok(Some((entry.said, text, String::new(), perspective)))
    }
}

/// Who said it, its words, its date where that is its own, for whom.
type TurnSaid = (Said, String, String, Option<OperationId>);

const ID: &str = "SELECT id FROM operation WHERE n = ?1";

fn used_by(uses: &[UseRow]) -> Vec<UsedBy> {
    let mut all: Vec<UsedBy> = Vec::new();
    let mut places: BTreeMap<Option<OperationId>, usize> = BTreeMap::new();
    for it in uses {
        if let Some(place) = places.get(&it.perspective) {
            all[*place].texts += 1;
            continue;
        }
        places.insert(it.perspective, all.len());
        all.push(UsedBy {
            perspective: it.perspective,
            texts: 1,
            first: it.clone(),
        });
    }
    all
}

/// A day of claimed seconds since 1970, as `2026-11-23`: Hinnant, "chrono-compatible low-level
/// date algorithms", `civil_from_days`.
fn day(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_are_told_as_people_write_them() {
        assert_eq!(super::day(0), "1970-01-01");
        assert_eq!(super::day(951_782_400), "2000-02-29");
        assert_eq!(super::day(1_795_434_492), "2026-11-23");
    }
}
