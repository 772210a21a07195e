//! Finding words.

use polylogue_core::id::{Key, OperationId};
use polylogue_node::rendered;
use polylogue_store::query::{Hit, MoveRow, PersonBrief, Search, TargetRow, Thing, Words};
use polylogue_store::{fold_for_index, snippet};

use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::page::search::SORTS;
use crate::trouble::Trouble;
use std::collections::BTreeMap;

/// What the search shows.
#[derive(Debug, Clone)]
pub struct SearchView {
    /// Whether anything was asked for.
    pub has_asked: bool,
    /// This part of what was found.
    pub hits: Vec<Hit>,
    /// The moves among them, the words found in each between the signs of a snippet; and whose
    /// words make it, where another's do.
    pub moves: BTreeMap<OperationId, (MoveRow, Option<TargetRow>)>,
    /// For each turn among them the paragraph that was found, as its address has it.
    pub passages: BTreeMap<OperationId, String>,
    /// Which part of all hits it is: hits before, hits at most.
    pub part: (u64, u64),
    /// Whether there are more.
    pub has_more: bool,
    /// What was asked for, as the address has it.
    pub asked: Vec<(&'static str, String)>,
    /// Whose words were looked for, if somebody's were and they are here.
    pub asked_by: Option<Key>,
    /// People whose names are like the one asked for, where it is not one alone.
    pub people: Vec<(Key, Words)>,
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
        moves: BTreeMap::new(),
        passages: BTreeMap::new(),
        part: (0, HITS),
        has_more: false,
        asked: Vec::new(),
        asked_by: None,
        people: Vec::new(),
        named: Vec::new(),
    };
    if !has_asked {
        return Ok(nothing);
    }
    let by = match query.given("by") {
        Some(name) => match people_like(asked, name)?.as_slice() {
            [(key, _)] => Some(*key),
            // Nobody, or several to choose from, which is an answer and no error.
            people => {
                return Ok(SearchView {
                    people: people.to_vec(),
                    asked: fields(asked),
                    ..nothing
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
    let page = part(asked, HITS);
    let mut hits = asked.reader()?.search(&search, and_one(page))?;
    let has_more = cut(&mut hits, page);
    Ok(SearchView {
        has_asked,
        moves: moves(asked, &hits, &search.words)?,
        passages: passages(asked, &hits)?,
        hits,
        part: (page.offset, page.limit),
        has_more,
        asked: fields(asked),
        asked_by: by,
        people: Vec::new(),
        named: named(asked)?,
    })
}

/// The moves among what was found.
fn moves(
    asked: &Asked<'_>,
    hits: &[Hit],
    sought: &str,
) -> Result<BTreeMap<OperationId, (MoveRow, Option<TargetRow>)>, Trouble> {
    let reader = asked.reader()?;
    let mut moves = BTreeMap::new();
    let found = hits.iter().filter(|it| it.target.what == Some(Thing::Move));
    for id in found.map(|it| it.target.id) {
        let Some(mut row) = reader.move_(id)? else {
            continue;
        };
        let texts = [
            &mut row.object,
            &mut row.condition,
            &mut row.from,
            &mut row.to,
            &mut row.reason,
        ];
        for words in texts.into_iter().flatten() {
            words.words = snippet(&words.words, sought);
        }
        let in_turn = row.found_in.as_ref().map(|it| reader.what(it.of));
        let in_turn = in_turn.transpose()?.flatten();
        moves.insert(id, (row, in_turn));
    }
    Ok(moves)
}

/// Where in its turn each hit is.
fn passages(asked: &Asked<'_>, hits: &[Hit]) -> Result<BTreeMap<OperationId, String>, Trouble> {
    let mut passages = BTreeMap::new();
    let turns = hits.iter().filter(|it| it.target.what == Some(Thing::Turn));
    for hit in turns {
        let Some(turn) = asked.reader()?.turn(hit.target.id)? else {
            continue;
        };
        let all = rendered::paragraphs(&turn.text.words);
        if let Some(at) = found_in(&all, &hit.snippet) {
            passages.insert(hit.target.id, format!("t{}-{}", turn.number, at + 1));
        }
    }
    Ok(passages)
}

/// The paragraph a snippet is from; of one that goes over several, the one with what was found.
fn found_in(paragraphs: &[String], snippet: &str) -> Option<usize> {
    let plain = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = snippet.replace(['\u{2}', '\u{3}'], "");
    let whole = plain(whole.trim_matches('…'));
    let (_, rest) = snippet.split_once('\u{2}')?;
    let matched = rest.split('\u{3}').next().map(plain)?;
    let has = |words: &str| paragraphs.iter().position(|it| plain(it).contains(words));
    has(&whole).or_else(|| has(&matched))
}

/// People to choose from.
const PEOPLE_MAX: usize = 12;

/// Whoever goes by this name or has a key that begins so; else those in whose names each word
/// begins a word, whatever its case and accents.
pub(crate) fn people_like(asked: &Asked<'_>, name: &str) -> Result<Vec<(Key, Words)>, Trouble> {
    let people = asked.people()?.iter();
    let row = |it: &PersonBrief| (it.key, it.name.clone());
    if let Ok(key) = asked.node()?.resolve_person(&asked.commons()?, name) {
        return Ok(people.filter(|it| it.key == key).map(row).collect());
    }
    Ok(people
        .filter(|it| is_like(it, name))
        .map(row)
        .take(PEOPLE_MAX)
        .collect())
}

/// Whether each word begins a word of somebody's name, whatever its case and accents.
pub(crate) fn is_like(person: &PersonBrief, name: &str) -> bool {
    let sought = fold_for_index(name);
    let name = fold_for_index(&person.name.words);
    let has = |word: &str| name.split_whitespace().any(|it| it.starts_with(word));
    let mut words = sought.split_whitespace().peekable();
    words.peek().is_some() && words.all(has)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_in_a_paragraph() {
        let all = [
            "Rivers run.".to_owned(),
            "Fish need  shade, and time.".to_owned(),
        ];
        assert_eq!(found_in(&all, "…need \u{2}shade\u{3}, and time."), Some(1));
        assert_eq!(found_in(&all, "run. Fish need \u{2}shade\u{3}"), Some(1));
        assert_eq!(found_in(&all, "nothing found"), None);
    }
}
