//! Finding words.

use polylogue_store::query::{Hit, Page, Search};

use crate::asked::Asked;
use crate::page::search::SORTS;
use crate::trouble::Trouble;

/// What the search shows.
#[derive(Debug, Clone)]
pub struct SearchView {
    /// Whether anything was asked for.
    pub has_asked: bool,
    /// What was found.
    pub hits: Vec<Hit>,
    /// Whether more would have been found.
    pub is_cut: bool,
}

/// Hits on the page.
const HITS: u64 = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SearchView, Trouble> {
    let query = &asked.query;
    let names = ["words", "by", "perspective", "thing", "language"];
    let has_asked = names.iter().any(|it| query.given(it).is_some());
    if !has_asked {
        return Ok(SearchView {
            has_asked,
            hits: Vec::new(),
            is_cut: false,
        });
    }
    let by = match query.given("by") {
        Some(name) => match asked.node.resolve_person(&asked.commons()?, name) {
            Ok(key) => Some(key),
            // Nobody of that name: nothing is found, which is an answer and no error.
            Err(_) => {
                return Ok(SearchView {
                    has_asked,
                    hits: Vec::new(),
                    is_cut: false,
                });
            }
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
    let mut hits = asked.reader()?.search(&search, Page::first(HITS + 1))?;
    let is_cut = super::cut(&mut hits, Page::first(HITS));
    Ok(SearchView {
        has_asked,
        hits,
        is_cut,
    })
}
