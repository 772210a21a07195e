//! The works a document cites, as a style sets them.

use std::collections::BTreeMap;

use polylogue_formats::csl::{self, CitationStyle, Cited, Listed, Run};
use polylogue_store::query::Shown;

use super::{Named, References, Work};
use crate::block::mark::{Mark, first};

/// The works of a document as a style sets them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetReferences {
    /// What stands in the text for each citation, by how it is written; of works that are not here
    /// nothing.
    pub citations: BTreeMap<String, Vec<Run>>,
    /// The works, in the order of the style.
    pub list: Vec<Listed>,
}

impl References {
    /// Sets the works in a style and in the language of the text. `gone` says what stands for a
    /// work whose words cannot be read.
    #[must_use]
    pub fn set(
        &self,
        style: &CitationStyle,
        language: &str,
        gone: &dyn Fn(&Work) -> String,
    ) -> SetReferences {
        if self.works.is_empty() {
            return SetReferences::default();
        }
        let works: Vec<csl::Work> = self.works.iter().map(|it| of_work(it, gone)).collect();
        let cited: Vec<Vec<Cited>> = self.citations.values().map(|it| of_named(it)).collect();
        let set = csl::set(style, language, &works, &cited);
        let set = set.unwrap_or_else(|| plainly(&works, &cited));
        SetReferences {
            citations: self.citations.keys().cloned().zip(set.citations).collect(),
            list: set.list,
        }
    }
}

fn of_work(work: &Work, gone: &dyn Fn(&Work) -> String) -> csl::Work {
    let row = &work.row;
    let id = row.said.id.to_string();
    let may_read = matches!(row.said.shown, Shown::Whole | Shown::Withdrawn(_));
    if !may_read || row.title.words.trim().is_empty() {
        return csl::Work {
            id,
            title: gone(work),
            ..csl::Work::default()
        };
    }
    csl::Work {
        id,
        kind: row.csl_type.clone(),
        title: row.title.words.clone(),
        authors: row.authors.clone(),
        issued: row.issued.clone(),
        address: row.address.clone(),
        language: row.title.language.clone(),
    }
}

fn of_named(named: &[Named]) -> Vec<Cited> {
    let here = named.iter().filter_map(|it| {
        let place = it.place.clone();
        it.work.map(|work| Cited { work, place })
    });
    here.collect()
}

/// By number, and what is known of each with a comma between: for more works than are set, and
/// where a style breaks on them.
fn plainly(works: &[csl::Work], cited: &[Vec<Cited>]) -> csl::Set {
    let run = |words: String, work| Run {
        words,
        work,
        ..Run::default()
    };
    let citation = |all: &Vec<Cited>| -> Vec<Run> {
        let one = |it: &Cited| {
            let place = match it.place.as_str() {
                "" => String::new(),
                place => format!(", {place}"),
            };
            run(format!("[{}{place}]", it.work + 1), Some(it.work))
        };
        all.iter().map(one).collect()
    };
    let listed = |(it, work): (&csl::Work, usize)| {
        let known = [&it.authors, &it.title, &it.issued, &it.address];
        let known: Vec<&str> = known.into_iter().map(String::as_str).collect();
        let known: Vec<&str> = known.into_iter().filter(|it| !it.is_empty()).collect();
        Listed {
            work,
            label: vec![run(format!("[{}]", work + 1), None)],
            runs: vec![run(known.join(", "), None)],
        }
    };
    csl::Set {
        citations: cited.iter().map(citation).collect(),
        list: works.iter().zip(0..).map(listed).collect(),
    }
}

/// Whether some words end within code.
fn is_open_code(words: &str) -> bool {
    words.bytes().filter(|it| *it == b'`').count() % 2 == 1
}

/// What stands for a citation, by its runs.
type Standing<'a> = &'a dyn Fn(&[Run]) -> String;
/// What stands for a work that is not here, by the digits that were written.
type Missing<'a> = &'a dyn Fn(&str) -> String;

/// Words with what stands for each of their citations; `missing` says what stands for works that
/// are not here, by the digits that were written.
#[must_use]
pub fn with_set(
    words: &str,
    references: &References,
    set: &SetReferences,
    (shown, missing): (Standing<'_>, Missing<'_>),
) -> String {
    let (mut text, mut rest) = (String::with_capacity(words.len()), words);
    while let Some((place, mark)) = first(rest) {
        let written = &rest[place.clone()];
        text.push_str(&rest[..place.start]);
        let named = references.citations.get(written);
        match (mark, named) {
            // Between the signs of code a citation is none, as on pages.
            (Mark::Citation(_), Some(named)) if !is_open_code(&text) => {
                let runs = set.citations.get(written).map_or(&[][..], Vec::as_slice);
                text.push_str(&shown(runs));
                for it in named.iter().filter(|it| it.work.is_none()) {
                    text.push_str(&missing(&it.digits));
                }
            }
            _ => text.push_str(written),
        }
        rest = &rest[place.end..];
    }
    text.push_str(rest);
    text
}
