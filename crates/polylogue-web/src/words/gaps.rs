//! Words of another language inside a page: what a language has no words for is said in English,
//! and says so to screen readers, hyphenation and the order of letters.
//!
//! A message is a plain string and may stand in a sentence, an attribute or a title, so its
//! place decides how it is marked, and the place is known when the page is whole.

/// Where words of another language begin.
pub const BEGINS: char = '\u{f8f0}';
/// Where they end.
pub const ENDS: char = '\u{f8f1}';

/// Puts words between the signs.
#[must_use]
pub fn between_signs(words: &str) -> String {
    format!("{BEGINS}{words}{ENDS}")
}

/// A page with the signs made into elements that name their language; where no element may stand,
/// in attributes, titles and options, into marks that set their direction apart.
#[must_use]
pub fn marked(html: &str) -> String {
    let mut result = String::with_capacity(html.len() + 1024);
    let mut place = Place::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', BEGINS, ENDS]) {
        let (before, after) = rest.split_at(at);
        result.push_str(before);
        let sign = after.chars().next().unwrap_or_default();
        match (sign, place.takes_elements()) {
            (BEGINS, true) => result.push_str("<span lang=\"en\" dir=\"ltr\">"),
            (ENDS, true) => result.push_str("</span>"),
            (BEGINS, false) => result.push('\u{2066}'),
            (ENDS, false) => result.push('\u{2069}'),
            _ => {
                place.pass(sign, after);
                result.push(sign);
            }
        }
        rest = &after[sign.len_utf8()..];
    }
    result.push_str(rest);
    result
}

/// Where in a page one is. Pages are our own: `<` and `>` in words are escaped.
#[derive(Debug, Default)]
struct Place {
    is_in_tag: bool,
    /// The element around, if none may stand inside it.
    plain: Option<&'static str>,
}

/// Elements that hold nothing but text, and drawings, which an element of text would end.
const PLAIN: [&str; 4] = ["title", "option", "textarea", "svg"];

impl Place {
    fn takes_elements(&self) -> bool {
        !self.is_in_tag && self.plain.is_none()
    }

    fn pass(&mut self, sign: char, after: &str) {
        self.is_in_tag = sign == '<';
        if sign == '>' {
            return;
        }
        let begins = |name: &&str| {
            let rest = after.get(1..).and_then(|it| it.strip_prefix(*name));
            rest.is_some_and(|it| it.starts_with([' ', '>']))
        };
        match self.plain {
            None => self.plain = PLAIN.into_iter().find(begins),
            Some(name) if after.get(2..).is_some_and(|it| it.starts_with(name)) => {
                self.plain = None;
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_another_language_are_marked_as_their_place_allows() {
        let said = between_signs("Say so");
        let page = format!(
            "<title>{said} · x</title><p title=\"{said}\">ا {said}</p>\
             <option value=\"1\">{said}</option><b>{said}</b>\
             <svg><title>{said}</title><text>{said}</text></svg><i>{said}</i>"
        );
        let span = "<span lang=\"en\" dir=\"ltr\">Say so</span>";
        let plain = "\u{2066}Say so\u{2069}";
        assert_eq!(
            marked(&page),
            format!(
                "<title>{plain} · x</title><p title=\"{plain}\">ا {span}</p>\
                 <option value=\"1\">{plain}</option><b>{span}</b>\
                 <svg><title>{plain}</title><text>{plain}</text></svg><i>{span}</i>"
            )
        );
    }

    #[test]
    fn a_page_without_gaps_stays_as_it_is() {
        let page = "<p>a &lt; b <i title=\"&quot;\">c</i></p>";
        assert_eq!(marked(page), page);
    }
}
