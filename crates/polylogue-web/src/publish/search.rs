//! Search without a server: which words stand on which pages, as script files that only assign, so
//! that a page opened from a disk can load the few it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use polylogue_store::fold_for_index;

use super::PublishFault;
use super::folder::Folder;

/// The script of the search page.
const SCRIPT: &str = include_str!("../../assets/search.js");
/// Pages whose names are in one file.
pub(super) const PART: usize = 256;
/// Bytes of words in one file, about.
const SHARD_BYTES: usize = 48 * 1024;
/// Files of words, at most.
const SHARDS_MAX: usize = 256;
/// Characters of a word that are kept.
const WORD_CHARACTERS_MAX: usize = 40;

/// Which words stand on which pages, by the numbers of the pages.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: BTreeMap<String, Vec<u32>>,
    pages: u32,
}

impl Index {
    /// Adds the next page: its words, which may be none.
    pub(super) fn add(&mut self, words: &str) {
        let number = self.pages;
        self.pages += 1;
        let folded = fold_for_index(words);
        let all: BTreeSet<&str> = folded.split_whitespace().collect();
        for word in all {
            let word: &str = match word.char_indices().nth(WORD_CHARACTERS_MAX) {
                Some((end, _)) => &word[..end],
                None => word,
            };
            if let Some(pages) = self.words.get_mut(word) {
                if pages.last() != Some(&number) {
                    pages.push(number);
                }
            } else {
                self.words.insert(word.to_owned(), vec![number]);
            }
        }
    }

    /// How many files of words there are.
    pub(super) fn shards(&self) -> usize {
        let bytes: usize = self
            .words
            .iter()
            .map(|(word, pages)| word.len() + 6 + 3 * pages.len())
            .sum();
        (bytes / SHARD_BYTES + 1)
            .next_power_of_two()
            .min(SHARDS_MAX)
    }

    /// Writes the files of words, the files of pages (address and title) and the script.
    pub(super) fn write(
        &self,
        folder: &Folder,
        pages: &[(String, String)],
    ) -> Result<(), PublishFault> {
        let shards = self.shards();
        let mut files = vec![String::new(); shards];
        for (word, pages) in &self.words {
            let file = &mut files[shard_of(word, shards)];
            file.push_str(if file.is_empty() { "" } else { "," });
            let word = serde_json::Value::from(word.as_str());
            write!(file, "{word}:\"{}\"", numbers(pages)).expect("strings take everything");
        }
        for (number, words) in files.iter().enumerate() {
            let text = format!("polylogueWords[{number}]={{{words}}};\n");
            folder.write(&format!("search/words-{number}.js"), text.as_bytes())?;
        }
        for (number, part) in pages.chunks(PART).enumerate() {
            let part: Vec<[&str; 2]> = part.iter().map(|(a, b)| [a.as_str(), b]).collect();
            let part =
                serde_json::Value::from(part.iter().map(|it| it.to_vec()).collect::<Vec<_>>());
            let text = format!("polyloguePages[{number}]={part};\n");
            folder.write(&format!("search/pages-{number}.js"), text.as_bytes())?;
        }
        folder.write("search/search.js", SCRIPT.as_bytes())
    }
}

/// The numbers of pages as steps from one to the next, in base 36.
fn numbers(pages: &[u32]) -> String {
    let mut text = String::new();
    let mut last = 0;
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        text.push_str(&in_base_36(page - last));
        last = *page;
    }
    text
}

fn in_base_36(mut number: u32) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(
            DIGITS[usize::try_from(number % 36).unwrap_or(0)],
        ));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// The file a word stands in, by its first two characters as scripts count them.
fn shard_of(word: &str, shards: usize) -> usize {
    let units: Vec<u16> = word.encode_utf16().take(2).collect();
    let at = |index: usize| usize::from(units.get(index).copied().unwrap_or(0));
    (at(0) * 31 + at(1)) % shards
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_written_as_steps() {
        assert_eq!(numbers(&[0, 3, 39, 1335]), "0 3 10 100");
    }

    #[test]
    fn a_word_is_found_on_its_pages() {
        let mut index = Index::default();
        index.add("The Río and the weir");
        index.add("");
        index.add("rio");
        assert_eq!(index.words.get("rio"), Some(&vec![0, 2]));
        assert_eq!(index.shards(), 1);
    }
}
