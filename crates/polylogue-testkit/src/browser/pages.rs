//! Which pages there are: found by following links from a commons, a few of every route.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use polylogue_web::routes::{Answer, Name, ROUTES};
use serde_json::{Value, json};

use super::Browser;

/// Pages of one route that are followed further.
const FOLLOWED_MAX: usize = 8;

/// The route of a page's path; none if no page has it.
#[must_use]
pub fn route_of(path: &str) -> Option<Name> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        let fits = |(it, part): (&&str, &&str)| it.starts_with('{') || it == part;
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(fits)
    };
    let is_page = |answer: &Answer| matches!(answer, Answer::Page(_));
    let found = ROUTES
        .iter()
        .find(|it| is_page(&it.answer) && fits(it.path));
    found.map(|it| it.name)
}

/// The word of a route, as it is called in file names.
#[must_use]
pub fn word_of(name: Name) -> &'static str {
    polylogue_web::routes::of(name).word
}

/// Paths of pages, at most `most` of each route, by following links from these; the browser has
/// been let in.
#[must_use]
pub fn found(browser: &Browser, from: &[String], most: usize) -> Vec<(Name, String)> {
    let mut due: VecDeque<String> = from.iter().cloned().collect();
    let mut seen = BTreeSet::new();
    let mut by_route: BTreeMap<Name, Vec<String>> = BTreeMap::new();
    while let Some(path) = due.pop_front() {
        let path = path.split('#').next().unwrap_or_default().to_owned();
        let Some(name) = route_of(&path) else {
            continue;
        };
        let paths = by_route.entry(name).or_default();
        if !seen.insert(path.clone()) || paths.len() >= FOLLOWED_MAX {
            continue;
        }
        paths.push(path.clone());
        due.extend(links(browser, &path));
    }
    let chosen = |(name, paths): (Name, Vec<String>)| {
        let mut paths = paths;
        // The longest address says most: filters, parts, a passage taken.
        paths.sort_by_key(|it| (it.contains('?'), it.len()));
        paths.truncate(most);
        paths.into_iter().map(move |it| (name, it))
    };
    by_route.into_iter().flat_map(chosen).collect()
}

/// The first page met of each of these routes, by following links from these paths and no further.
#[must_use]
pub fn found_of(browser: &Browser, from: &[String], wanted: &[Name]) -> Vec<(Name, String)> {
    let mut due: VecDeque<String> = from.iter().cloned().collect();
    let mut met: BTreeMap<Name, String> = BTreeMap::new();
    while let Some(path) = due.pop_front() {
        let path = path.split('#').next().unwrap_or_default().to_owned();
        let Some(name) = route_of(&path).filter(|it| wanted.contains(it)) else {
            continue;
        };
        if let Entry::Vacant(place) = met.entry(name) {
            due.extend(links(browser, &path));
            place.insert(path);
        }
    }
    met.into_iter().collect()
}

fn links(browser: &Browser, path: &str) -> Vec<String> {
    let script = "
        const said = arguments[arguments.length - 1];
        fetch(arguments[0]).then((it) => it.text()).then((text) => said(
          [...text.matchAll(/ href=\"(\\/[^\"]*)\"/g)].map((it) => it[1].replaceAll('&amp;', '&'))
        )).catch(() => said([]));";
    let found = browser.run_later(script, json!([path]));
    let found = found.as_array().cloned().unwrap_or_default();
    found
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
