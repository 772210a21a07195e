//! All words of the pages, through Fluent. A page asks for a message by its key and fills it
//! with numbers, words and, in [`rich`], with markup.

use std::borrow::Cow;

use fluent::concurrent::FluentBundle;
use fluent::types::FluentValue;
use fluent::{FluentArgs, FluentResource};
use maud::{Markup, PreEscaped, Render, html};
use unic_langid::LanguageIdentifier;

/// The files of the English words.
const ENGLISH: [&str; 8] = [
    include_str!("../locales/en/frame.ftl"),
    include_str!("../locales/en/commons.ftl"),
    include_str!("../locales/en/dialogue.ftl"),
    include_str!("../locales/en/claim.ftl"),
    include_str!("../locales/en/people.ftl"),
    include_str!("../locales/en/act.ftl"),
    include_str!("../locales/en/verdicts.ftl"),
    include_str!("../locales/en/trouble.ftl"),
];

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
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
        let english: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![english]);
        // Names are set apart by <bdi>; marks inside the words would end up in searches.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(grouped(&number.as_string())),
            _ => None,
        }));
        for file in ENGLISH {
            let resource = match FluentResource::try_new(file.to_owned()) {
                Ok(it) | Err((it, _)) => it,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The language tag of these words.
    #[must_use]
    pub fn language(&self) -> &'static str {
        "en"
    }

    /// The message of a key, filled. A key without a message shows itself: a page with a gap
    /// is better than none, and a test holds that there is no gap.
    #[must_use]
    pub fn say(&self, key: &str, filled: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|it| it.value()) else {
            return key.to_owned();
        };
        let arguments: FluentArgs<'_> = filled
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned()
    }

    /// Whether there is a message of this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// Digits in groups of three, as English sets them.
fn grouped(digits: &str) -> String {
    if digits.len() < 4 || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut result = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            result.push(',');
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
        assert_eq!(grouped("7"), "7");
        assert_eq!(grouped("1370"), "1,370");
        assert_eq!(grouped("1234567"), "1,234,567");
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
        for file in ENGLISH {
            assert!(FluentResource::try_new(file.to_owned()).is_ok(), "{file}");
        }
    }
}
