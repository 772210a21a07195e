//! Paragraphs that run their own way: where all of a block is a text by a person in another
//! language than the page's, its language and direction stand on the block and not on a part
//! inside it, so that its lines begin on the side on which they are read.
//!
//! Like [`super::gaps`], this looks at the page once it is whole: whether a text stands alone in
//! its block is known there and nowhere before.

/// A text of fewer characters stands on one line nearly everywhere: it stays beside what is said of
/// it, on the side of the page. Chosen by us, at a column of a telephone's width.
const CHARACTERS_MIN: usize = 48;

/// Blocks that a text may fill.
const BLOCKS: [&str; 9] = ["p", "h1", "h2", "h3", "h4", "li", "dd", "td", "th"];

/// A page in this language, with each text that fills a block said on the block.
#[must_use]
pub fn aligned(html: &str, language: &str) -> String {
    let mut result = String::with_capacity(html.len() + 1024);
    let mut rest = html;
    while let Some(at) = next(rest) {
        let (before, from) = rest.split_at(at);
        result.push_str(before);
        if let Some(alone) = Alone::of(&result, from, language) {
            result.insert_str(alone.place, alone.attributes);
            result.push_str(alone.words);
            rest = alone.behind;
        } else {
            result.push('<');
            rest = &from[1..];
        }
    }
    result.push_str(rest);
    result
}

/// Elements that say the language and direction of the words in them: a person's, and those that
/// the page's language lacks.
const PARTS: [(&str, &str); 2] = [("<bdi", "</bdi>"), ("<span lang=", "</span>")];

/// Where the next of them begins.
fn next(html: &str) -> Option<usize> {
    let mut tags = html.match_indices('<').map(|(at, _)| at);
    tags.find(|at| {
        PARTS
            .iter()
            .any(|(opens, _)| html[*at..].starts_with(opens))
    })
}

/// A text alone in its block.
struct Alone<'a> {
    /// Where the block's attributes end.
    place: usize,
    /// The text's language and direction.
    attributes: &'a str,
    words: &'a str,
    behind: &'a str,
}

impl<'a> Alone<'a> {
    /// The text that begins here, if it fills its block, alone or as all of one link.
    fn of(before: &str, from: &'a str, language: &str) -> Option<Self> {
        let (_, closes) = PARTS.iter().find(|(opens, _)| from.starts_with(opens))?;
        let (tag, inside) = from.split_once('>')?;
        let attributes = tag.find(' ').map_or("", |at| &tag[at..]);
        let (words, behind) = inside.split_once(closes)?;
        if words.chars().take(CHARACTERS_MIN).count() < CHARACTERS_MIN {
            return None;
        }
        let is_of_page = value(attributes, "lang").is_some_and(|it| is_same(it, language));
        let names_direction = value(attributes, "dir").is_some();
        if is_of_page || !names_direction || attributes.contains("class=") || words.contains('<') {
            return None;
        }
        let (place, tag) = last_tag(before)?;
        let (place, tag, rest) = match name(tag) {
            "a" => {
                let outside = &before[..before.len() - tag.len()];
                let (place, tag) = last_tag(outside)?;
                (place, tag, behind.strip_prefix("</a>")?)
            }
            _ => (place, tag, behind),
        };
        let closes = rest.strip_prefix("</")?.strip_prefix(name(tag))?;
        let is_bare = value(tag, "lang").is_none() && value(tag, "dir").is_none();
        let is_block = BLOCKS.contains(&name(tag));
        (is_block && is_bare && closes.starts_with('>')).then_some(Self {
            place,
            attributes,
            words,
            behind,
        })
    }
}

/// The tag that a page so far ends with, and where its attributes end.
fn last_tag(before: &str) -> Option<(usize, &str)> {
    let place = before.len().checked_sub(1)?;
    let tag = &before[before.strip_suffix('>')?.rfind('<')?..];
    Some((place, tag))
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<').trim_end_matches('>');
    tag.split(' ').next().unwrap_or_default()
}

/// What a tag says of an attribute; in pages of ours values stand between double quotes.
fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let mut parts = tag.split(attribute).skip(1);
    parts.find_map(|it| it.strip_prefix("=\"")?.split('"').next())
}

/// Whether two tags are of one language: `en` and `en-GB`.
fn is_same(one: &str, other: &str) -> bool {
    one.split('-').next() == other.split('-').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "A river is no sewer, and whoever treats it so will pay.";

    #[test]
    fn a_text_of_another_language_that_fills_its_block_is_said_on_the_block() {
        let said = |html: &str| aligned(&html.replace("LONG", LONG), "ar");
        assert_eq!(
            said(r#"<p><span lang="en" dir="ltr">LONG</span></p>"#),
            r#"<p lang="en" dir="ltr">LONG</p>"#.replace("LONG", LONG)
        );
        assert_eq!(
            said(r#"<p class="claim"><bdi lang="en" dir="auto">LONG</bdi></p>"#),
            r#"<p class="claim" lang="en" dir="auto">LONG</p>"#.replace("LONG", LONG)
        );
        assert_eq!(
            said(r#"<li><a href="/1"><bdi lang="en" dir="auto">LONG</bdi></a></li>"#),
            r#"<li lang="en" dir="auto"><a href="/1">LONG</a></li>"#.replace("LONG", LONG)
        );
    }

    #[test]
    fn whatever_does_not_fill_its_block_is_left_as_it_is() {
        for html in [
            r#"<p>By <bdi lang="en" dir="auto">LONG</bdi></p>"#,
            r#"<p><bdi lang="en" dir="auto">LONG</bdi> said</p>"#,
            r#"<p><bdi lang="ar" dir="auto">LONG</bdi></p>"#,
            r#"<p><bdi class="sc" lang="en" dir="auto">LONG</bdi></p>"#,
            r#"<p lang="es"><bdi lang="en" dir="auto">LONG</bdi></p>"#,
            r#"<span><bdi lang="en" dir="auto">LONG</bdi></span>"#,
            "<p><bdi>LONG</bdi></p>",
            r#"<p><bdi lang="en" dir="auto">Short.</bdi></p>"#,
            r#"<p><a href="/"><bdi lang="en" dir="auto">LONG</bdi></a> said</p>"#,
            "<bdi",
            "<p><bdi lang=\"en\" dir=\"auto\">",
            "<p><bdi>x",
        ] {
            let html = html.replace("LONG", LONG);
            assert_eq!(aligned(&html, "ar"), html);
        }
    }
}
