//! A page of a running peer as a page of a copy: links lead to files of the copy or are words,
//! and nothing that only a running peer can do is left.

use std::collections::BTreeSet;

use super::markup::{Piece, Tag, pieces, unescaped};

/// Where a link leads in a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// To this address.
    To(String),
    /// Where it led before.
    Same,
    /// Nowhere: its words stand without it.
    Nowhere,
}

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// As browsers take it.
    Html,
    /// As readers of books take it: every element closed, every attribute with a value.
    Xhtml,
}

/// How a page becomes a part of something larger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner<'a> {
    /// How it is written.
    pub(super) syntax: Syntax,
    /// What addresses on the page begin with; empty: they stay.
    pub(super) prefix: &'a str,
    /// By how many steps its headings are lower.
    pub(super) lower: u8,
}

impl Manner<'_> {
    /// A page of its own.
    pub(super) const PAGE: Self = Self {
        syntax: Syntax::Html,
        prefix: "",
        lower: 0,
    };
}

/// What pages use of the style sheet and of the signs.
#[derive(Debug, Clone, Default)]
pub(super) struct Used {
    /// Names of elements, and of classes with a full stop before them.
    pub(super) names: BTreeSet<String>,
    /// Signs, by name.
    pub(super) signs: BTreeSet<String>,
}

impl Used {
    /// Adds what another page uses.
    pub(super) fn add(&mut self, other: Self) {
        self.names.extend(other.names);
        self.signs.extend(other.signs);
    }

    fn note(&mut self, tag: &Tag<'_>) {
        self.note_name(tag.name);
        for class in tag.get("class").unwrap_or_default().split(' ') {
            if !class.is_empty() {
                self.note_class(class);
            }
        }
        if tag.name == "use"
            && let Some(sign) = tag.get("href").and_then(|it| it.strip_prefix('#'))
            && !self.signs.contains(sign)
        {
            self.signs.insert(sign.to_owned());
        }
    }

    fn note_name(&mut self, name: &str) {
        if !self.names.contains(name) {
            self.names.insert(name.to_owned());
        }
    }

    fn note_class(&mut self, class: &str) {
        let name = format!(".{class}");
        if !self.names.contains(&name) {
            self.names.insert(name);
        }
    }
}

/// Elements that only a running peer has a use for; what stands in them goes too.
const LEFT_OUT: [&str; 9] = [
    "form", "button", "input", "textarea", "select", "dialog", "script", "iframe", "object",
];
/// Attributes that hold the address of an element on the same page, or several.
const ADDRESSES: [&str; 5] = [
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "for",
    "headers",
];

/// What is gathered while a page is written anew.
pub(super) struct Rewriting<'a> {
    /// Where links lead.
    pub(super) way: &'a mut dyn FnMut(&str) -> Way,
    /// What is used.
    pub(super) used: &'a mut Used,
    /// Where words go, for those who search; none: they are not wanted.
    pub(super) words: Option<&'a mut String>,
}

/// Writes a page anew.
pub(super) fn rewrite(html: &str, manner: Manner<'_>, rewriting: &mut Rewriting<'_>) -> String {
    let mut writing = Writing {
        to: String::with_capacity(html.len()),
        manner,
        links: Vec::new(),
        drawings: 0,
        skipping: None,
        rewriting,
    };
    for piece in pieces(html) {
        writing.piece(&piece);
    }
    writing.to
}

struct Writing<'a, 'b, 'c> {
    to: String,
    manner: Manner<'a>,
    /// What the links that are open were written as.
    links: Vec<&'static str>,
    /// How many drawings are open.
    drawings: usize,
    /// The element that is left out, and how many of its name are open.
    skipping: Option<(String, usize)>,
    rewriting: &'b mut Rewriting<'c>,
}

impl Writing<'_, '_, '_> {
    fn piece(&mut self, piece: &Piece<'_>) {
        if self.skip(piece) {
            return;
        }
        match piece {
            Piece::Words(words) => {
                self.to.push_str(words);
                if let Some(gathered) = &mut self.rewriting.words {
                    gathered.push_str(&unescaped(words));
                }
            }
            Piece::Opens(tag) => self.opens(tag),
            Piece::Closes(name) => self.closes(name),
        }
    }

    /// Whether a piece belongs to what is left out.
    fn skip(&mut self, piece: &Piece<'_>) -> bool {
        match (&mut self.skipping, piece) {
            (Some((name, open)), Piece::Opens(tag)) => {
                if tag.name == name && !tag.is_void() {
                    *open += 1;
                }
                true
            }
            (Some((name, open)), Piece::Closes(closed)) => {
                if closed == name {
                    *open -= 1;
                }
                if *open == 0 {
                    self.skipping = None;
                }
                true
            }
            (Some(_), Piece::Words(_)) => true,
            (None, Piece::Opens(tag)) if LEFT_OUT.contains(&tag.name) => {
                if !tag.is_void() {
                    self.skipping = Some((tag.name.to_owned(), 1));
                }
                true
            }
            (None, _) => false,
        }
    }

    fn opens(&mut self, tag: &Tag<'_>) {
        if tag.name == "svg" && !tag.is_closed {
            self.drawings += 1;
        }
        self.rewriting.used.note(tag);
        if let Some(words) = &mut self.rewriting.words
            && !words.ends_with(' ')
        {
            words.push(' ');
        }
        match tag.name {
            "a" => self.link(tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let name = self.heading(tag.name);
                self.tag(name, tag, None);
            }
            name => {
                let name = name.to_owned();
                self.tag(&name, tag, None);
            }
        }
    }

    fn heading(&self, name: &str) -> &'static str {
        const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let at = HEADINGS.iter().position(|it| *it == name).unwrap_or(0);
        HEADINGS[(at + usize::from(self.manner.lower)).min(HEADINGS.len() - 1)]
    }

    fn link(&mut self, tag: &Tag<'_>) {
        let href = tag.get("href").map(unescaped);
        let way = match &href {
            None => Way::Same,
            Some(href) => match href.strip_prefix('#') {
                Some(anchor) if !self.manner.prefix.is_empty() => {
                    Way::To(format!("#{}{anchor}", self.manner.prefix))
                }
                Some(_) => Way::Same,
                None => (self.rewriting.way)(href),
            },
        };
        if way == Way::Nowhere {
            let name = if self.drawings > 0 { "g" } else { "span" };
            self.links.push(name);
            self.words_alone(name, tag);
            return;
        }
        self.links.push("a");
        let to = match way {
            Way::To(to) => Some(to),
            Way::Same | Way::Nowhere => None,
        };
        self.tag("a", tag, to.as_deref());
    }

    /// What was a link, as words: without what only a link may say of itself.
    fn words_alone(&mut self, name: &str, tag: &Tag<'_>) {
        let kept = ["class", "id", "lang", "dir"];
        let attributes = tag.attributes.iter().copied();
        let attributes = attributes.filter(|(it, _)| kept.contains(it)).collect();
        let plain = Tag {
            name: tag.name,
            attributes,
            is_closed: tag.is_closed,
        };
        self.tag(name, &plain, None);
    }

    fn tag(&mut self, name: &str, tag: &Tag<'_>, href: Option<&str>) {
        let is_xhtml = self.manner.syntax == Syntax::Xhtml;
        self.to.push('<');
        self.to.push_str(name);
        if is_xhtml && name == "svg" {
            self.to.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
            self.to
                .push_str(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        }
        for (attribute, value) in &tag.attributes {
            self.attribute((name, attribute), *value, href);
        }
        if is_xhtml && tag.is_void() || tag.is_closed {
            self.to.push('/');
        }
        self.to.push('>');
    }

    fn attribute(
        &mut self,
        (name, attribute): (&str, &str),
        value: Option<&str>,
        to: Option<&str>,
    ) {
        let is_xhtml = self.manner.syntax == Syntax::Xhtml;
        // Dates that live pages tell by the reader's clock stay as they are.
        let is_for_screens = matches!(attribute, "tabindex" | "focusable");
        if attribute.starts_with("data-") || is_xhtml && is_for_screens {
            return;
        }
        // Of many parts of one page, several may be called the same: none is a landmark then.
        if name == "section" && attribute == "aria-labelledby" && !self.manner.prefix.is_empty() {
            return;
        }
        self.to.push(' ');
        let in_drawing = is_xhtml && self.drawings > 0 && attribute == "href";
        self.to
            .push_str(if in_drawing { "xlink:href" } else { attribute });
        let value = match (attribute, value) {
            (_, None) if is_xhtml => Some(""),
            (_, value) => value,
        };
        let Some(value) = value else { return };
        self.to.push_str("=\"");
        match (attribute, to) {
            ("href", Some(to)) if name == "a" => super::markup::escape_to(to, &mut self.to),
            ("id", _) => {
                // Signs are shared by everything that stands in one file.
                if name != "symbol" {
                    self.to.push_str(self.manner.prefix);
                }
                self.to.push_str(value);
            }
            (it, _) if ADDRESSES.contains(&it) && !self.manner.prefix.is_empty() => {
                let all = value
                    .split(' ')
                    .map(|it| format!("{}{it}", self.manner.prefix));
                self.to.push_str(&all.collect::<Vec<_>>().join(" "));
            }
            _ => self.to.push_str(value),
        }
        self.to.push('"');
    }

    fn closes(&mut self, name: &str) {
        let written = match name {
            "a" => self.links.pop().unwrap_or("a"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(name),
            "svg" => {
                self.drawings = self.drawings.saturating_sub(1);
                "svg"
            }
            other => other,
        };
        self.to.push_str("</");
        self.to.push_str(written);
        self.to.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(html: &str, manner: Manner<'_>) -> (String, String) {
        let (mut used, mut words) = (Used::default(), String::new());
        let mut way = |href: &str| match href {
            "/c/x/turn/1?a=b&c" => Way::To("turn/1.html".to_owned()),
            it if it.starts_with("https:") => Way::Same,
            _ => Way::Nowhere,
        };
        let mut rewriting = Rewriting {
            way: &mut way,
            used: &mut used,
            words: Some(&mut words),
        };
        let html = rewrite(html, manner, &mut rewriting);
        (html, words)
    }

    #[test]
    fn links_lead_to_files_or_are_words() {
        let page = "<p><a class=\"who\" href=\"/c/x/turn/1?a=b&amp;c\">one</a> \
            <a class=\"b\" aria-label=\"x\" href=\"/c/x/status\">two</a> \
            <a href=\"https://example.org\">three</a> <a href=\"#t1\">four</a></p>";
        let (html, words) = rewritten(page, Manner::PAGE);
        assert_eq!(
            html,
            "<p><a class=\"who\" href=\"turn/1.html\">one</a> <span class=\"b\">two</span> \
             <a href=\"https://example.org\">three</a> <a href=\"#t1\">four</a></p>"
        );
        assert_eq!(
            words.split_whitespace().collect::<Vec<_>>(),
            ["one", "two", "three", "four"]
        );
    }

    #[test]
    fn what_only_a_running_peer_can_do_is_left_out() {
        let page = "<p>a</p><form method=\"post\"><p><input name=\"x\"><button>Say</button></p>\
            </form><input type=\"checkbox\" checked>b<script src=\"x\"></script>";
        assert_eq!(rewritten(page, Manner::PAGE).0, "<p>a</p>b");
    }

    #[test]
    fn a_page_becomes_a_part_of_a_larger_one() {
        let manner = Manner {
            syntax: Syntax::Xhtml,
            prefix: "x-",
            lower: 1,
        };
        let page = "<section aria-labelledby=\"a\" aria-describedby=\"a b\">\
            <h1 id=\"a\">A</h1><details open>\
            <a href=\"#b\">b</a><br><svg class=\"mark\"><use href=\"#m-1\"></use></svg></details>\
            </section>";
        assert_eq!(
            rewritten(page, manner).0,
            "<section aria-describedby=\"x-a x-b\"><h2 id=\"x-a\">A</h2><details open=\"\">\
             <a href=\"#x-b\">b</a><br/><svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\" class=\"mark\">\
             <use xlink:href=\"#m-1\"></use></svg></details></section>"
        );
    }
}
