//! All words of the pages, through Fluent. A page asks for a message by its key and fills it
//! with numbers, words and, in [`rich`], with markup. [`Tongue`] says which languages there are.

use std::borrow::Cow;

use fluent::concurrent::FluentBundle;
use fluent::types::FluentValue;
use fluent::{FluentArgs, FluentResource};
use maud::{Markup, PreEscaped, Render, html};
use unic_langid::LanguageIdentifier;

pub mod aligned;
pub mod gaps;
pub mod tongue;

pub use tongue::{Languages, Tongue};

/// The files of the words, the same names in every language.
macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../locales/", $language, "/frame.ftl")),
            include_str!(concat!("../locales/", $language, "/commons.ftl")),
            include_str!(concat!("../locales/", $language, "/dialogue.ftl")),
            include_str!(concat!("../locales/", $language, "/claim.ftl")),
            include_str!(concat!("../locales/", $language, "/map.ftl")),
            include_str!(concat!("../locales/", $language, "/people.ftl")),
            include_str!(concat!("../locales/", $language, "/sift.ftl")),
            include_str!(concat!("../locales/", $language, "/history.ftl")),
            include_str!(concat!("../locales/", $language, "/critique.ftl")),
            include_str!(concat!("../locales/", $language, "/history.ftl")),
            include_str!(concat!("../locales/", $language, "/edition.ftl")),
            include_str!(concat!("../locales/", $language, "/evidence.ftl")),
            include_str!(concat!("../locales/", $language, "/document.ftl")),
            include_str!(concat!("../locales/", $language, "/act.ftl")),
            include_str!(concat!("../locales/", $language, "/verdicts.ftl")),
            include_str!(concat!("../locales/", $language, "/publish.ftl")),
            include_str!(concat!("../locales/", $language, "/trouble.ftl")),
        ]
    };
}

const ENGLISH: &[&str] = files!("en");
const SPANISH: &[&str] = files!("es");
const ARABIC: &[&str] = files!("ar");

type Bundle = FluentBundle<FluentResource>;

/// The words of one language; where it has no words for something, those of English.
pub struct Words {
    tongue: Tongue,
    bundle: Bundle,
    english: Option<Bundle>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Words")
            .field("language", &self.language())
            .finish()
    }
}

impl Words {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self::of(Tongue::English)
    }

    /// The words of a language.
    #[must_use]
    pub fn of(tongue: Tongue) -> Self {
        let english = || bundle(Tongue::English, ENGLISH);
        let (bundle, english) = match tongue {
            Tongue::English => (english(), None),
            Tongue::Spanish => (bundle(tongue, SPANISH), Some(english())),
            Tongue::Arabic => (bundle(tongue, ARABIC), Some(english())),
        };
        Self {
            tongue,
            bundle,
            english,
        }
    }

    /// Which language these words are of.
    #[must_use]
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The language tag of these words.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.tongue.tag()
    }

    /// The message of a key, filled. A key without a message here is said in English, between
    /// the signs that [`gaps::marked`] looks for; one that English lacks shows itself: a page
    /// with a gap is better than none, and a test holds that there is no gap.
    #[must_use]
    pub fn say(&self, key: &str, filled: &[(&str, FluentValue<'_>)]) -> String {
        if let Some(said) = formatted(&self.bundle, key, filled) {
            return said;
        }
        match self
            .english
            .as_ref()
            .and_then(|it| formatted(it, key, filled))
        {
            Some(said) => gaps::between_signs(&said),
            None => key.to_owned(),
        }
    }

    /// Whether there is a message of this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let has_english = |it: &Bundle| it.has_message(key);
        self.bundle.has_message(key) || self.english.as_ref().is_some_and(has_english)
    }
}

fn formatted(bundle: &Bundle, key: &str, filled: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let arguments: FluentArgs<'_> = filled
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    Some(said.into_owned())
}

fn bundle(tongue: Tongue, files: &[&str]) -> Bundle {
    let language: LanguageIdentifier = tongue.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Names are set apart by <bdi>; marks inside the words would end up in searches.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match tongue {
        Tongue::Spanish => |value, _| number_in(value, 5, '\u{202f}'),
        Tongue::English | Tongue::Arabic => |value, _| number_in(value, 4, ','),
    }));
    for file in files {
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(it) | Err((it, _)) => it,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn number_in(value: &FluentValue<'_>, digits_min: usize, between: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string(), digits_min, between)),
        _ => None,
    }
}

/// Digits in groups of three, where there are as many as the language begins to group at.
fn grouped(digits: &str, digits_min: usize, between: char) -> String {
    if digits.len() < digits_min || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut result = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            result.push(between);
        }
        result.push(digit);
    }
    result
}

/// A value for a message.
pub trait Fill {
    /// The value as Fluent takes it.
    fn fill(&self) -> FluentValue<'_>;
}

impl Fill for str {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Fill for String {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Fill for u64 {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::from(*self)
    }
}

impl Fill for usize {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::from(*self)
    }
}

impl Fill for u32 {
    fn fill(&self) -> FluentValue<'_> {
        FluentValue::from(*self)
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn fill(&self) -> FluentValue<'_> {
        (**self).fill()
    }
}

/// The words of a key: `t!(c, KEY, count = 3_u64)`, where `c` has `words`.
#[macro_export]
macro_rules! t {
    ($c:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $c.words.say($key, &[$((stringify!($name), $crate::words::Fill::fill(&$value))),*])
    };
}

/// As [`t!`], with markup in the places named after `;`:
/// `rich!(c, KEY, count = 3_u64; who = html! { bdi { (name) } })`.
#[macro_export]
macro_rules! rich {
    (
        $c:expr, $key:expr $(, $name:ident = $value:expr)* ;
        $($place:ident = $markup:expr),+ $(,)?
    ) => {
        $crate::words::rich(
            &$c.words,
            $key,
            &[$((stringify!($name), $crate::words::Fill::fill(&$value))),*],
            &[$((stringify!($place), $markup)),+],
        )
    };
}

/// Where markup goes, in the private use area: Fluent carries it through untouched.
const PLACE: u32 = 0xE000;

/// A message with markup in some of its places; everything else is escaped.
#[must_use]
pub fn rich(
    words: &Words,
    key: &str,
    filled: &[(&str, FluentValue<'_>)],
    placed: &[(&str, Markup)],
) -> Markup {
    let places: Vec<String> = (PLACE..)
        .take(placed.len())
        .filter_map(char::from_u32)
        .map(String::from)
        .collect();
    let mut all: Vec<(&str, FluentValue<'_>)> = filled.to_vec();
    for ((name, _), place) in placed.iter().zip(&places) {
        all.push((name, FluentValue::String(Cow::Borrowed(place))));
    }
    let said = words.say(key, &all);
    let mut result = String::with_capacity(said.len() + 64);
    let mut rest = said.as_str();
    while let Some((before, index, after)) = next_place(rest, placed.len()) {
        before.render_to(&mut result);
        result.push_str(&placed[index].1.0);
        rest = after;
    }
    rest.render_to(&mut result);
    PreEscaped(result)
}

fn next_place(text: &str, count: usize) -> Option<(&str, usize, &str)> {
    let (at, found) = text.char_indices().find(|(_, it)| {
        usize::try_from(u32::from(*it).wrapping_sub(PLACE)).is_ok_and(|index| index < count)
    })?;
    let index = usize::try_from(u32::from(found) - PLACE).ok()?;
    Some((&text[..at], index, &text[at + found.len_utf8()..]))
}

/// A list in words: "a, b and c".
#[must_use]
pub fn listed(words: &Words, parts: Vec<Markup>) -> Markup {
    let count = parts.len();
    html! {
        @for (index, part) in parts.into_iter().enumerate() {
            @if index > 0 {
                @if index + 1 == count { (words.say("list-last", &[])) }
                @else { (words.say("list-next", &[])) }
            }
            (part)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_set_in_groups() {
        let said =
            |tongue, number: u64| Words::of(tongue).say("number", &[("number", number.fill())]);
        assert_eq!(said(Tongue::English, 7), "7");
        assert_eq!(said(Tongue::English, 1370), "1,370");
        assert_eq!(said(Tongue::English, 1_234_567), "1,234,567");
        assert_eq!(said(Tongue::Spanish, 1370), "1370");
        assert_eq!(said(Tongue::Spanish, 12_345), "12\u{202f}345");
    }

    #[test]
    fn markup_keeps_its_place_and_words_are_escaped() {
        let words = Words::english();
        let said = rich(
            &words,
            "speaker-within",
            &[],
            &[("perspective", html! { b { "<P>" } })],
        );
        assert!(said.0.contains("<b>&lt;P&gt;</b>"), "{}", said.0);
    }

    #[test]
    fn every_file_of_words_can_be_read() {
        for file in ENGLISH.iter().chain(SPANISH).chain(ARABIC) {
            assert!(
                FluentResource::try_new((*file).to_owned()).is_ok(),
                "{file}"
            );
        }
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english_and_marked() {
        let arabic = Words {
            tongue: Tongue::Arabic,
            bundle: bundle(Tongue::Arabic, &ARABIC[..1]),
            english: Some(bundle(Tongue::English, ENGLISH)),
        };
        assert!(!arabic.say("contents", &[]).is_ascii());
        let lacking = arabic.say("wrong-bug", &[]);
        assert!(lacking.contains("Something went wrong"), "{lacking}");
        assert!(lacking.starts_with(gaps::BEGINS) && lacking.ends_with(gaps::ENDS));
    }
}
