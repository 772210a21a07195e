//! Words by a person, with their language and direction, and the normalised form that passages
//! are matched in.

use minicbor::{Decode, Encode};
use unic_langid::LanguageIdentifier;
use unicode_normalization::UnicodeNormalization;

use crate::kind::Malformed;
use crate::limits::LANGUAGE_BYTES_MAX;

/// Which way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Direction {
    /// As its first strong letter runs.
    #[n(0)]
    Auto,
    /// From left to right.
    #[n(1)]
    LeftToRight,
    /// From right to left.
    #[n(2)]
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Words by a person. Markdown where the kind says so, plain otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Text {
    /// The words, in NFC.
    #[n(0)]
    pub words: String,
    /// The language the author declared (BCP 47); `und` where nobody said.
    #[n(1)]
    pub language: String,
    /// Which way it runs.
    #[n(2)]
    pub direction: Direction,
}

impl Text {
    /// Makes a text of words in NFC, with control characters other than line ends and tabs left
    /// out, running as its letters run.
    #[must_use]
    pub fn new(words: &str, language: &str) -> Self {
        Self {
            words: clean(words),
            language: language.to_owned(),
            direction: Direction::Auto,
        }
    }

    /// Checks length, form and language tag. `what` names the text in the refusal.
    ///
    /// # Errors
    /// [`Malformed`] naming what is empty, too long, or not as [`Text::new`] would make it.
    pub fn check(&self, what: &'static str, bytes_max: usize) -> Result<(), Malformed> {
        if self.words.trim().is_empty() {
            return Err(Malformed::Empty(what));
        }
        self.check_optional(what, bytes_max)
    }

    /// Checks as [`Text::check`] does, and lets an empty text be.
    ///
    /// # Errors
    /// As [`Text::check`].
    pub fn check_optional(&self, what: &'static str, bytes_max: usize) -> Result<(), Malformed> {
        check_words(&self.words, what, bytes_max)?;
        check_language(&self.language)
    }
}

/// Checks words without a language: names, addresses, places.
///
/// # Errors
/// [`Malformed`] if too long, not NFC, or holding control characters.
pub fn check_words(words: &str, what: &'static str, bytes_max: usize) -> Result<(), Malformed> {
    if words.len() > bytes_max {
        return Err(Malformed::TooLong(what));
    }
    // Most words in many languages are of these bytes alone, which are in NFC as they are.
    let is_good = match words.is_ascii() {
        true => !words.bytes().any(|byte| is_refused(char::from(byte))),
        false => !words.chars().any(is_refused) && unicode_normalization::is_nfc(words),
    };
    is_good.then_some(()).ok_or(Malformed::Characters(what))
}

/// Checks a language tag: well formed, and in its usual spelling.
///
/// # Errors
/// [`Malformed::Language`] otherwise.
pub fn check_language(tag: &str) -> Result<(), Malformed> {
    if tag.len() > LANGUAGE_BYTES_MAX {
        return Err(Malformed::Language);
    }
    let parsed: LanguageIdentifier = tag.parse().map_err(|_| Malformed::Language)?;
    if parsed == tag {
        Ok(())
    } else {
        Err(Malformed::Language)
    }
}

/// Puts words into NFC and leaves out control characters other than line ends and tabs, and
/// characters that reorder their surroundings for ever (unclosed overrides).
#[must_use]
pub fn clean(words: &str) -> String {
    words
        .replace("\r\n", "\n")
        .chars()
        .filter(|it| !is_refused(*it))
        .nfc()
        .collect()
}

fn is_refused(character: char) -> bool {
    (character.is_control() && character != '\n' && character != '\t')
        || ('\u{202a}'..='\u{202e}').contains(&character)
        || character == '\u{feff}'
}

/// Whether there is nothing to read in some words: they are empty, or all of their characters are
/// white space, controls, or take no room at all. Asked of reasons before they are signed; what
/// others signed is checked by [`Text::check`], which stays as it was.
#[must_use]
pub fn is_blank(words: &str) -> bool {
    words
        .chars()
        .all(|it| it.is_whitespace() || it.is_control() || takes_no_room(it))
}

/// Characters that are drawn as nothing (Unicode's Default_Ignorable_Code_Point), and the two
/// that are drawn as empty room without being white space.
fn takes_no_room(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The form passages are matched in: NFC, every run of white space one space, ends trimmed.
#[must_use]
pub fn normalised(words: &str) -> String {
    let mut result = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.extend(word.nfc());
    }
    result
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn what_cannot_be_seen_is_no_reason() {
        for blank in [
            "",
            " \n\t",
            "\u{200b}",
            "\u{2060}\u{200d} \u{feff}",
            "\u{3164}\u{2800}",
            "\u{e0041}",
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for said in ["a", "\u{200f}لا", "—", "👩\u{200d}🌾", "0"] {
            assert!(!is_blank(said), "{said:?}");
        }
    }
}
