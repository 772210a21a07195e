//! Finds where a turn quotes an earlier turn, word for word.

use std::collections::BTreeMap;
use std::ops::Range;

use super::markdown::Marked;

/// A run of this many equal words starts a match.
const SEED_WORDS: usize = 5;
/// A match this long counts wherever it stands in a marked passage.
const MATCH_WORDS_MIN: usize = 8;
/// The most places of one run of words that are looked at in one turn.
const PLACES_MAX: usize = 16;
/// The most quotations kept for one turn.
const QUOTES_MAX: usize = 256;

/// A quotation found: the turn, the range of its plain words, and the range in the quoting turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) turn: usize,
    pub(crate) quoted: Range<usize>,
    pub(crate) quoting: Range<usize>,
    pub(crate) line: u32,
    pub(crate) is_exact: bool,
}

/// The words of one turn, indexed by short runs.
struct Indexed {
    words: Vec<Range<usize>>,
    runs: BTreeMap<u64, Vec<usize>>,
}

/// Keeps the indexes of earlier turns, each built the first time it is needed.
pub(crate) struct Quotes<'a> {
    plains: Vec<&'a str>,
    indexes: Vec<Option<Indexed>>,
}

impl<'a> Quotes<'a> {
    /// Takes the plain words of all turns of a dialogue, in order.
    pub(crate) fn new(plains: Vec<&'a str>) -> Self {
        let indexes = plains.iter().map(|_| None).collect();
        Self { plains, indexes }
    }

    /// Finds what the marked passages of turn `turn` quote from the turns in `from`.
    pub(crate) fn find(&mut self, turn: usize, marked: &[Marked], from: &[usize]) -> Vec<Found> {
        let mut found = Vec::new();
        for passage in marked {
            let text = self.plains[turn]
                .get(passage.range.clone())
                .unwrap_or_default();
            let words = words_of(text);
            let mut at = 0;
            while at + SEED_WORDS <= words.len() && found.len() < QUOTES_MAX {
                let Some((quoted_turn, start, length)) = self.longest(text, &words[at..], from)
                else {
                    at += 1;
                    continue;
                };
                let is_whole = length == words.len();
                if length >= MATCH_WORDS_MIN || is_whole {
                    let quoting = words[at].start..words[at + length - 1].end;
                    let place = Place {
                        turn: quoted_turn,
                        start,
                        length,
                    };
                    found.push(self.record(place, passage, text, quoting));
                }
                at += length;
            }
        }
        found
    }

    /// The longest run of words that starts the given words and stands in an earlier turn.
    fn longest(
        &mut self,
        text: &str,
        words: &[Range<usize>],
        from: &[usize],
    ) -> Option<(usize, usize, usize)> {
        let seed = hash_run(text, &words[..SEED_WORDS]);
        let mut best: Option<(usize, usize, usize)> = None;
        for &turn in from.iter().rev() {
            self.ensure_index(turn);
            let plain = self.plains[turn];
            let Some(index) = &self.indexes[turn] else {
                continue;
            };
            for &start in index.runs.get(&seed).map_or(&[][..], Vec::as_slice) {
                let length = index.words[start..]
                    .iter()
                    .zip(words)
                    .take_while(|(theirs, ours)| {
                        core(&plain[(*theirs).clone()]) == core(&text[(*ours).clone()])
                    })
                    .count();
                if length >= SEED_WORDS && best.is_none_or(|(_, _, longest)| length > longest) {
                    best = Some((turn, start, length));
                }
            }
        }
        best
    }

    fn ensure_index(&mut self, turn: usize) {
        if self.indexes[turn].is_some() {
            return;
        }
        let plain = self.plains[turn];
        let words = words_of(plain);
        let mut runs: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (start, run) in words.windows(SEED_WORDS).enumerate() {
            let places = runs.entry(hash_run(plain, run)).or_default();
            if places.len() < PLACES_MAX {
                places.push(start);
            }
        }
        self.indexes[turn] = Some(Indexed { words, runs });
    }

    fn record(&self, place: Place, passage: &Marked, text: &str, quoting: Range<usize>) -> Found {
        let plain = self.plains[place.turn];
        let quoted = self.indexes[place.turn].as_ref().map_or(0..0, |index| {
            let last = place.start + place.length - 1;
            index.words[place.start].start..index.words[last].end
        });
        let quoted = trim_to_core(plain, quoted);
        let quoting = trim_to_core(text, quoting);
        let (quoted, quoting) = widen(plain, quoted, text, quoting);
        Found {
            turn: place.turn,
            is_exact: plain[quoted.clone()] == text[quoting.clone()],
            quoting: passage.range.start + quoting.start..passage.range.start + quoting.end,
            quoted,
            line: passage.line,
        }
    }
}

struct Place {
    turn: usize,
    start: usize,
    length: usize,
}

/// The words that hold a letter or digit, as byte ranges.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        if word.chars().any(char::is_alphanumeric) {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    words
}

fn core(word: &str) -> &str {
    word.trim_matches(|it: char| !it.is_alphanumeric())
}

/// FNV-1a over the cores of the words: stable on every machine.
fn hash_run(text: &str, words: &[Range<usize>]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        for byte in core(&text[word.clone()]).bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

fn trim_to_core(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let from = words.find(char::is_alphanumeric).unwrap_or(0);
    let to = words
        .char_indices()
        .rev()
        .find(|(_, it)| it.is_alphanumeric())
        .map_or(words.len(), |(at, it)| at + it.len_utf8());
    range.start + from..range.start + to
}

/// Takes in the equal punctuation on both sides, up to white space.
fn widen(
    plain: &str,
    mut quoted: Range<usize>,
    text: &str,
    mut quoting: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let after = plain[quoted.end..].chars().zip(text[quoting.end..].chars());
    for (theirs, _) in after.take_while(|(a, b)| a == b && !a.is_whitespace()) {
        quoted.end += theirs.len_utf8();
        quoting.end += theirs.len_utf8();
    }
    let before = plain[..quoted.start]
        .chars()
        .rev()
        .zip(text[..quoting.start].chars().rev());
    let mut back = 0;
    for (theirs, _) in before.take_while(|(a, b)| a == b && !a.is_whitespace()) {
        back += theirs.len_utf8();
    }
    (
        quoted.start - back..quoted.end,
        quoting.start - back..quoting.end,
    )
}
