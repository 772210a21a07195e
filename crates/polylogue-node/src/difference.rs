//! What differs between two texts: lines that stay, and words inside a line. Pure, and bounded
//! work whatever the texts: `similar`'s Myers gives up a shortest script before it gives up time.

use std::collections::HashMap;
use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A piece of two texts laid beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the earlier.
    Gone(String),
    /// Only in the later.
    Came(String),
}

/// Places of what is the same in both, in order in both.
#[must_use]
pub fn pairs<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for op in ops(old, new) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            pairs.extend((0..len).map(|it| (old_index + it, new_index + it)));
        }
    }
    pairs
}

/// One comparison is compiled, of numbers that stand for what is compared.
fn ops<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let mut numbers: HashMap<&T, usize> = HashMap::new();
    let mut number = |it| -> usize {
        let next = numbers.len();
        *numbers.entry(it).or_insert(next)
    };
    let old: Vec<usize> = old.iter().map(&mut number).collect();
    let new: Vec<usize> = new.iter().map(&mut number).collect();
    capture_diff_slices(Algorithm::Myers, &old, &new)
}

/// What went and what came inside a text, word by word. What is the same and what went make the
/// earlier text, what is the same and what came the later one.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (cut(before), cut(after));
    let mut pieces = Vec::new();
    for op in ops(&old, &new) {
        let (tag, from, to) = op.as_tag_tuple();
        let (went, came) = (old[from].concat(), new[to].concat());
        match tag {
            similar::DiffTag::Equal => pieces.push(Piece::Same(went)),
            _ => {
                pieces.push(Piece::Gone(went));
                pieces.push(Piece::Came(came));
            }
        }
    }
    gathered(pieces)
}

/// Changes that only white space parts are one: they are easier to read.
fn gathered(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut all = Vec::new();
    let (mut gone, mut came) = (String::new(), String::new());
    let mut between = String::new();
    for piece in pieces {
        match piece {
            Piece::Gone(it) => {
                gone.push_str(&std::mem::take(&mut between));
                gone.push_str(&it);
            }
            Piece::Came(it) => came.push_str(&it),
            Piece::Same(it) if it.trim().is_empty() && !(gone.is_empty() && came.is_empty()) => {
                came.push_str(&it);
                between = it;
            }
            Piece::Same(it) => {
                let space = std::mem::take(&mut between);
                came.truncate(came.len() - space.len());
                push(&mut all, Piece::Gone(std::mem::take(&mut gone)));
                push(&mut all, Piece::Came(std::mem::take(&mut came)));
                push(&mut all, Piece::Same(space + &it));
            }
        }
    }
    came.truncate(came.len() - between.len());
    push(&mut all, Piece::Gone(gone));
    push(&mut all, Piece::Came(came));
    push(&mut all, Piece::Same(between));
    all
}

fn push(all: &mut Vec<Piece>, piece: Piece) {
    let (Piece::Same(it) | Piece::Gone(it) | Piece::Came(it)) = &piece;
    if !it.is_empty() {
        all.push(piece);
    }
}

/// Words, the space between them, and every other sign by itself. Signs of writing without spaces
/// between words are words of their own.
fn cut(text: &str) -> Vec<&str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Sort {
        Word,
        Space,
        Alone,
    }
    let sort = |it: char| match u32::from(it) {
        0x2E80..=0xA4CF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => Sort::Alone,
        _ if it.is_whitespace() => Sort::Space,
        // Marks that stand on letters, and what joins them.
        0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0900..=0x0DFF | 0x200C | 0x200D => {
            Sort::Word
        }
        _ if it.is_alphanumeric() => Sort::Word,
        _ => Sort::Alone,
    };
    let mut cuts = Vec::new();
    let (mut from, mut last) = (0, Sort::Alone);
    for (at, it) in text.char_indices() {
        let now = sort(it);
        if at > from && (now != last || now == Sort::Alone) {
            cuts.push(&text[from..at]);
            from = at;
        }
        last = now;
    }
    if from < text.len() {
        cuts.push(&text[from..]);
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let piece = |it: &Piece| match it {
            Piece::Same(it) => it.clone(),
            Piece::Gone(it) => format!("[-{it}]"),
            Piece::Came(it) => format!("[+{it}]"),
        };
        words(before, after).iter().map(piece).collect()
    }

    #[test]
    fn words_that_changed_stand_out_and_no_others() {
        assert_eq!(
            told("The weir holds.", "The weir leaks."),
            "The weir [-holds][+leaks]."
        );
        assert_eq!(told("a b c", "a b c"), "a b c");
        assert_eq!(told("", "new"), "[+new]");
        assert_eq!(told("old", ""), "[-old]");
        assert_eq!(
            told("many are poor", "all were poor"),
            "[-many are][+all were] poor"
        );
        assert_eq!(told("水の町", "水の村"), "水の[-町][+村]");
    }

    /// Whatever the texts, the pieces make both again.
    #[test]
    fn the_pieces_make_both_texts() {
        let seed = 11_u64;
        let mut state = seed;
        let mut random = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        const PARTS: [&str; 12] = [
            "weir",
            "water",
            " ",
            "  ",
            ".",
            ", ",
            "é",
            "e\u{301}",
            "水",
            "👩‍🌾",
            "\u{644}\u{64e}",
            "-",
        ];
        for _ in 0..2_000 {
            let mut text = |most: u64| -> String {
                let count = random(most);
                let part = |_| PARTS[usize::try_from(random(12)).expect("below 12")];
                (0..count).map(part).collect()
            };
            let (before, after) = (text(14), text(14));
            let (mut old, mut new) = (String::new(), String::new());
            for piece in words(&before, &after) {
                match piece {
                    Piece::Same(it) => {
                        old.push_str(&it);
                        new.push_str(&it);
                    }
                    Piece::Gone(it) => old.push_str(&it),
                    Piece::Came(it) => new.push_str(&it),
                }
            }
            assert_eq!((&old, &new), (&before, &after), "seed {seed}");
        }
    }
}
