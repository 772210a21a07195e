//! Finding words.

use polylogue_core::id::OperationId;
use polylogue_store::query::{Hit, Search, TargetRow};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::page::search::SORTS;
use crate::trouble::Trouble;

/// What the search shows.
#[derive(Debug, Clone)]
pub struct SearchView {
    /// Whether anything was asked for.
    pub has_asked: bool,
    /// This part of what was found.
    pub hits: Vec<Hit>,
    /// Which part of all hits it is: hits before, hits at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// What was asked for, as the address has it.
    pub asked: Vec<(&'static str, String)>,
    /// Things that go by the very words asked for: names, titles, the beginning of an id.
    pub named: Vec<TargetRow>,
}

/// What can be asked for.
const FIELDS: [&str; 5] = ["words", "by", "perspective", "thing", "language"];

/// Hits on the page.
const HITS: u64 = 25;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SearchView, Trouble> {
    let query = &asked.query;
    let has_asked = FIELDS.iter().any(|it| query.given(it).is_some());
    let nothing = SearchView {
        has_asked,
        hits: Vec::new(),
        part: (0, HITS),
        has_more: false,
        asked: Vec::new(),
        named: Vec::new(),
    };
    if !has_asked {
        return Ok(nothing);
    }
    let by = match query.given("by") {
        Some(name) => match asked.node.resolve_person(&asked.commons()?, name) {
            Ok(key) => Some(key),
            // Nobody of that name: nothing is found, which is an answer and no error.
            Err(_) => return Ok(nothing),
        },
        None => None,
    };
    let search = Search {
        words: query.get("words").to_owned(),
        by,
        perspective: query
            .given("perspective")
            .map(|it| asked.resolve(it))
            .transpose()?,
        thing: SORTS
            .iter()
            .find(|(it, _)| *it == query.get("thing"))
            .map(|(_, it)| *it),
        language: query.given("language").map(ToOwned::to_owned),
    };
    let page = part(asked, HITS);
    let mut hits = asked.reader()?.search(&search, and_one(page))?;
    let has_more = cut(&mut hits, page);
    Ok(SearchView {
        has_asked,
        hits,
        part: (page.offset, page.limit),
        has_more,
        asked: fields(asked),
        named: named(asked)?,
    })
}

/// Things that the words name outright, so that a name is a way to go.
fn named(asked: &Asked<'_>) -> Result<Vec<TargetRow>, Trouble> {
    let words = asked.query.get("words").to_lowercase();
    let is_it = |name: &str| !words.is_empty() && name.to_lowercase() == words;
    let perspectives = asked.perspectives()?.iter();
    let mut ids: Vec<OperationId> = perspectives
        .filter(|it| is_it(&it.name.words) || is_it(&it.short))
        .map(|it| it.said.id)
        .collect();
    let dialogues = asked.dialogues()?.iter();
    ids.extend(
        dialogues
            .filter(|it| is_it(&it.title.words))
            .map(|it| it.id),
    );
    ids.extend(asked.resolve(&words).ok());
    let reader = asked.reader()?;
    let mut found = Vec::new();
    for id in ids.into_iter().take(NAMED_MAX) {
        found.extend(reader.what(id)?);
    }
    Ok(found)
}

/// Things shown that go by the very words asked for.
const NAMED_MAX: usize = 5;

fn fields(asked: &Asked<'_>) -> Vec<(&'static str, String)> {
    let given = |it: &'static str| Some((it, asked.query.given(it)?.to_owned()));
    FIELDS.into_iter().filter_map(given).collect()
}
