//! The markup of our own pages, piece by piece. It is no parser of other people's HTML: pages are
//! written by one function each, with every attribute in double quotes and every element closed.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, escaped as they stand.
    Words(&'a str),
    /// An element begins.
    Opens(Tag<'a>),
    /// An element ends.
    Closes(&'a str),
}

/// The beginning of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its attributes, values escaped as they stand; none: it has no value.
    pub(super) attributes: Vec<(&'a str, Option<&'a str>)>,
    /// Whether it ends where it begins, as drawings write it.
    pub(super) is_closed: bool,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(it, _)| *it == name);
        found.and_then(|(_, value)| *value)
    }

    /// Whether nothing can stand in it.
    pub(super) fn is_void(&self) -> bool {
        self.is_closed || VOID.contains(&self.name)
    }
}

/// Elements of HTML that are never closed.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// The pieces of a page, in order; what is no markup of ours is given as words.
pub(super) fn pieces(html: &str) -> Pieces<'_> {
    Pieces { rest: html }
}

/// See [`pieces`].
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(after) = self.rest.strip_prefix("</")
            && let Some((name, rest)) = after.split_once('>')
        {
            self.rest = rest;
            return Some(Piece::Closes(name.trim()));
        }
        if self.rest.starts_with('<')
            && let Some((tag, rest)) = tag(self.rest)
        {
            self.rest = rest;
            return Some(Piece::Opens(tag));
        }
        // A sign that begins nothing is a word of its own.
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        let end = self.rest[first..].find('<');
        let end = end.map_or(self.rest.len(), |it| it + first);
        let (words, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(Piece::Words(words))
    }
}

fn tag(html: &str) -> Option<(Tag<'_>, &str)> {
    let mut rest = html.strip_prefix('<')?;
    if !rest.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return None;
    }
    let end = rest.find([' ', '>', '/', '\n'])?;
    let (name, after) = rest.split_at(end);
    rest = after;
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            let is_closed = true;
            let tag = Tag {
                name,
                attributes,
                is_closed,
            };
            return Some((tag, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            let is_closed = false;
            let tag = Tag {
                name,
                attributes,
                is_closed,
            };
            return Some((tag, after));
        }
        let end = rest.find(['=', ' ', '>', '/', '\n'])?;
        let (attribute, after) = rest.split_at(end);
        if attribute.is_empty() {
            return None;
        }
        match after.strip_prefix("=\"") {
            Some(value) => {
                let (value, after) = value.split_once('"')?;
                attributes.push((attribute, Some(value)));
                rest = after;
            }
            None => {
                attributes.push((attribute, None));
                rest = after;
            }
        }
    }
}

/// Words as they were before they were escaped.
pub(super) fn unescaped(words: &str) -> String {
    if !words.contains('&') {
        return words.to_owned();
    }
    words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Words as they stand in markup.
pub(super) fn escaped(words: &str) -> String {
    let mut result = String::with_capacity(words.len());
    escape_to(words, &mut result);
    result
}

/// As [`escaped`], at the end of a text.
pub(super) fn escape_to(words: &str, to: &mut String) {
    for character in words.chars() {
        match character {
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '&' => to.push_str("&amp;"),
            '"' => to.push_str("&quot;"),
            other => to.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_piece_by_piece() {
        let html = "<p class=\"a b\" hidden>1 &lt; 2<br><path d=\"M1 1\"/></p>";
        let all: Vec<_> = pieces(html).collect();
        assert_eq!(all.len(), 5, "{all:?}");
        let Piece::Opens(tag) = &all[0] else {
            panic!("{all:?}");
        };
        assert_eq!((tag.name, tag.get("class")), ("p", Some("a b")));
        assert_eq!(tag.attributes[1], ("hidden", None));
        assert_eq!(all[1], Piece::Words("1 &lt; 2"));
        assert!(matches!(&all[2], Piece::Opens(it) if it.is_void()));
        assert!(matches!(&all[3], Piece::Opens(it) if it.is_closed));
        assert_eq!(all[4], Piece::Closes("p"));
    }

    #[test]
    fn what_is_no_markup_of_ours_is_words() {
        for words in ["<", "a < b", "<3", "<a b=\"c", "<!-- x", "é<é"] {
            let joined: String = pieces(words)
                .map(|it| match it {
                    Piece::Words(words) => words,
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(joined, words);
        }
    }

    #[test]
    fn words_of_every_script_end_where_markup_begins() {
        let all: Vec<_> = pieces("“é<b>水</b>").collect();
        assert_eq!(all[0], Piece::Words("“é"));
        assert_eq!(all[2], Piece::Words("水"));
        assert_eq!(all.len(), 4);
    }

    #[test]
    fn words_are_escaped_and_come_back() {
        let words = "a < b & \"c\" > &amp;lt;";
        assert_eq!(unescaped(&escaped(words)), words);
    }
}
