//! The works a document cites: found in its lines, looked up in the library, in the order in which
//! the text first names them.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{LineRow, SourceRow, Thing};
use polylogue_store::{Reader, StoreFault};

use crate::block::mark::{Mark, first};

/// Works of one document that are looked up; what is cited beyond is shown as not found.
const WORKS_MAX: usize = 1_000;
/// Different citations of one document that are read.
const CITATIONS_MAX: usize = 10_000;

/// The works a document cites.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// Each work once, in the order the text names them; those that are here.
    pub works: Vec<Work>,
    /// Each citation by how it is written: the works it names.
    pub citations: BTreeMap<String, Vec<Named>>,
}

/// A work of the library that a document cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The work.
    pub row: SourceRow,
    /// The first line that cites it.
    pub line: OperationId,
}

/// One work as a citation names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The digits that were written.
    pub digits: String,
    /// Where in the work; may be empty.
    pub place: String,
    /// Its place among the works; none: no work here has such an id.
    pub work: Option<usize>,
}

/// Reads the works that standing lines cite.
///
/// # Errors
/// A failure of the disk.
pub fn references(reader: &Reader, lines: &[LineRow]) -> Result<References, StoreFault> {
    let mut found = References::default();
    let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for line in lines.iter().filter(|it| !it.is_struck) {
        for wording in &line.wordings {
            let mut rest = wording.text.words.as_str();
            while let Some((place, mark)) = first(rest) {
                let written = rest[place.clone()].to_owned();
                rest = &rest[place.end..];
                let Mark::Citation(cited) = mark else {
                    continue;
                };
                let is_known = found.citations.contains_key(&written);
                if is_known || found.citations.len() == CITATIONS_MAX {
                    continue;
                }
                let mut named = Vec::new();
                for it in cited {
                    let digits = it.id.to_ascii_lowercase();
                    let work = match known.get(&digits) {
                        Some(work) => *work,
                        None => look_up(reader, &digits, (&mut found.works, line.said.id))?,
                    };
                    known.insert(digits.clone(), work);
                    named.push(Named {
                        digits,
                        place: it.place.to_owned(),
                        work,
                    });
                }
                found.citations.insert(written, named);
            }
        }
    }
    Ok(found)
}

fn look_up(
    reader: &Reader,
    digits: &str,
    (works, line): (&mut Vec<Work>, OperationId),
) -> Result<Option<usize>, StoreFault> {
    let found = reader.resolve(digits)?.into_iter();
    let mut sources = found.filter(|(_, kind)| Thing::of_kind(*kind) == Some(Thing::Source));
    let (Some((id, _)), None) = (sources.next(), sources.next()) else {
        return Ok(None);
    };
    if let Some(at) = works.iter().position(|it| it.row.said.id == id) {
        return Ok(Some(at));
    }
    if works.len() == WORKS_MAX {
        return Ok(None);
    }
    let row = reader.source(id)?;
    Ok(row.map(|row| {
        works.push(Work { row, line });
        works.len() - 1
    }))
}

impl Work {
    /// The family name of its first author, with a sign that there are more; its title where it
    /// names none.
    #[must_use]
    pub fn short_author(&self) -> String {
        let mut authors = self.row.authors.split(';').map(str::trim);
        let first = authors.next().filter(|it| !it.is_empty());
        let Some(first) = first else {
            return self.row.title.words.clone();
        };
        // “Moss, L.” and “L. Moss” are both written.
        let family = match first.split_once(',') {
            Some((family, _)) => family,
            None => first.rsplit(' ').next().unwrap_or(first),
        };
        match authors.next() {
            Some(_) => format!("{family} …"),
            None => family.to_owned(),
        }
    }

    /// The year it came out, if it says so.
    #[must_use]
    pub fn year(&self) -> Option<&str> {
        let year = self.row.issued.get(..4)?;
        year.bytes().all(|it| it.is_ascii_digit()).then_some(year)
    }

    /// As [`Work::year`]; else what it says of when it came out, else these words.
    #[must_use]
    pub fn year_or<'a>(&'a self, undated: &'a str) -> &'a str {
        let issued = Some(self.row.issued.as_str()).filter(|it| !it.is_empty());
        self.year().or(issued).unwrap_or(undated)
    }
}
