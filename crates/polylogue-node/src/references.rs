//! The works a document cites: found in its lines, looked up in the library, in the order in which
//! the text first names them.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{LineRow, SourceRow, Thing};
use polylogue_store::{Reader, StoreFault};

use crate::block::mark::{Mark, first};

mod set;

pub use self::set::{SetReferences, with_set};

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
    let standing = lines.iter().filter(|it| !it.is_struck);
    let texts = standing.flat_map(|line| {
        let wordings = line.wordings.iter();
        wordings.map(|it| (line.said.id, it.text.words.as_str()))
    });
    references_in(reader, texts)
}

/// Reads the works that some words cite; each with the line it stands in.
///
/// # Errors
/// A failure of the disk.
pub fn references_in<'a>(
    reader: &Reader,
    texts: impl Iterator<Item = (OperationId, &'a str)>,
) -> Result<References, StoreFault> {
    let mut found = References::default();
    let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (line, mut rest) in texts {
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
                    None => look_up(reader, &digits, (&mut found.works, line))?,
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
