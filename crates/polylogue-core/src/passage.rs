//! An anchor in somebody's text: exact words with a little before and after. Where the span and
//! the words differ, the words win; no verdict, count or content hash depends on the span.

use minicbor::{Decode, Encode};

use crate::id::OperationId;
use crate::kind::Malformed;
use crate::limits::{PASSAGE_BYTES_MAX, PASSAGE_CONTEXT_BYTES_MAX};
use crate::text::{check_words, normalised};

/// Exact words in a text by id and revision.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Passage {
    /// The turn, source or line quoted.
    #[n(0)]
    pub of: OperationId,
    /// The revision the words were read in; the turn itself if it was never revised.
    #[n(1)]
    pub revision: OperationId,
    /// The words, normalised ([`normalised`]).
    #[n(2)]
    pub exact: String,
    /// A little of what stands before.
    #[n(3)]
    pub before: String,
    /// A little of what stands after.
    #[n(4)]
    pub after: String,
    /// A hint: where the words begin in the normalised text, in characters.
    #[n(5)]
    pub start: u32,
}

/// Where a passage's words were found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Byte offset of the first word in the normalised text.
    pub start: usize,
    /// Byte offset behind the last.
    pub end: usize,
}

const CONTEXT_CHARACTERS: usize = 32;

impl Passage {
    /// Makes the passage of `words` as they stand in `text` (rendered, not yet normalised).
    /// The first occurrence is meant. `None` if the words are not there or there are none.
    #[must_use]
    pub fn of_words(
        of: OperationId,
        revision: OperationId,
        text: &str,
        words: &str,
    ) -> Option<Self> {
        let text = normalised(text);
        let exact = normalised(words);
        let start = text.find(&exact).filter(|_| !exact.is_empty())?;
        let before: Vec<char> = text[..start]
            .chars()
            .rev()
            .take(CONTEXT_CHARACTERS)
            .collect();
        let after = text[start + exact.len()..]
            .chars()
            .take(CONTEXT_CHARACTERS)
            .collect();
        Some(Self {
            of,
            revision,
            exact,
            before: before.into_iter().rev().collect(),
            after,
            start: u32::try_from(text[..start].chars().count()).ok()?,
        })
    }

    /// Finds the words again in a text, possibly revised since: of several places the one whose
    /// surroundings fit best, then the nearest to the hint. `None`: the words are gone.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Option<Found> {
        let text = normalised(text);
        let hint = usize::try_from(self.start).unwrap_or(usize::MAX);
        text.match_indices(&self.exact)
            .max_by_key(|(start, _)| {
                let end = start + self.exact.len();
                let fit = common_end(&text[..*start], &self.before)
                    + common_start(&text[end..], &self.after);
                let distance = text[..*start].chars().count().abs_diff(hint);
                (fit, std::cmp::Reverse(distance))
            })
            .map(|(start, words)| Found {
                start,
                end: start + words.len(),
            })
    }

    /// Checks lengths and form.
    ///
    /// # Errors
    /// [`Malformed`] if empty, too long or not normalised.
    pub fn check(&self) -> Result<(), Malformed> {
        if self.exact.is_empty() {
            return Err(Malformed::Empty("the passage"));
        }
        check_words(&self.exact, "the passage", PASSAGE_BYTES_MAX)?;
        check_words(&self.before, "the passage", PASSAGE_CONTEXT_BYTES_MAX)?;
        check_words(&self.after, "the passage", PASSAGE_CONTEXT_BYTES_MAX)?;
        if normalised(&self.exact) == self.exact {
            Ok(())
        } else {
            Err(Malformed::Characters("the passage"))
        }
    }
}

fn common_start(first: &str, second: &str) -> usize {
    first
        .chars()
        .zip(second.chars())
        .take_while(|(a, b)| a == b)
        .count()
}

fn common_end(first: &str, second: &str) -> usize {
    first
        .chars()
        .rev()
        .zip(second.chars().rev())
        .take_while(|(a, b)| a == b)
        .count()
}
