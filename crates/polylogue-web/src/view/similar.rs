//! What was said before that is like what somebody is about to say.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{Compared, Hit, Page, Search, SimilarRow, Thing, Words};

use crate::asked::Asked;
use crate::form::Form;
use crate::trouble::Trouble;

/// Words looked for: the longest of a text tell most of it, whatever its language.
const WORDS: usize = 6;
/// Shorter words tell too little.
const LETTERS_MIN: usize = 5;
/// Hits looked at for each word.
const HITS: u64 = 30;
/// Similar things shown.
const SHOWN: usize = 3;

/// Claims or questions are shown from so many thousandths of shared weight on; chosen by us, so
/// that what is about to be put is held up only by what says much the same.
const SHOWN_PERMILLE: u32 = 250;

/// Claims or questions that say nearly the same as some words, in their language: the most alike
/// first.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub(crate) fn alike(asked: &Asked<'_>, form: &Form, what: Compared) -> Result<Vec<Hit>, Trouble> {
    let reader = asked.reader()?;
    let language = match form.given("language") {
        Some(language) => language.to_owned(),
        None => asked.commons_row()?.language.clone(),
    };
    let words = Words {
        words: form.get("text").to_owned(),
        language,
        direction: "auto",
    };
    let found = reader.similar(what, &words, None, SHOWN)?;
    let found = found.into_iter().filter(|it| it.permille >= SHOWN_PERMILLE);
    let hit = |it: SimilarRow| Hit {
        target: it.thing,
        by: it.said.by,
        time: it.said.time,
        snippet: it.words.words,
        language: it.words.language,
    };
    Ok(found.map(hit).collect())
}

/// Things that share at least two telling words with a text, and at least half of them: the most
/// alike first, by id where they are alike as much.
///
/// # Errors
/// A [`Trouble`] if the commons cannot be read.
pub(crate) fn similar(asked: &Asked<'_>, text: &str, thing: Thing) -> Result<Vec<Hit>, Trouble> {
    let words = telling(text);
    let mut found: BTreeMap<OperationId, (usize, Hit)> = BTreeMap::new();
    for word in &words {
        let search = Search {
            words: word.clone(),
            thing: Some(thing),
            ..Search::default()
        };
        for hit in asked.reader()?.search(&search, Page::first(HITS))? {
            let (count, _) = found.entry(hit.target.id).or_insert((0, hit));
            *count += 1;
        }
    }
    let least = (words.len().div_ceil(2)).max(2);
    let mut alike: Vec<(usize, Hit)> = found
        .into_values()
        .filter(|(count, _)| *count >= least)
        .collect();
    alike.sort_by_key(|(count, hit)| (std::cmp::Reverse(*count), hit.target.id));
    Ok(alike.into_iter().take(SHOWN).map(|(_, hit)| hit).collect())
}

/// The longest words of a text, each once.
fn telling(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    let mut words: Vec<String> = words
        .filter(|it| it.chars().count() >= LETTERS_MIN)
        .map(str::to_lowercase)
        .collect();
    words.sort_by_key(|it| (std::cmp::Reverse(it.chars().count()), it.clone()));
    words.dedup();
    words.truncate(WORDS);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_tell_most() {
        let words = telling("The river needs its floodplain; the FLOODPLAIN needs nobody's dams.");
        assert_eq!(words, ["floodplain", "nobody", "needs", "river"]);
        assert!(telling("so it is").is_empty());
    }
}
