//! An edition as one page that needs nothing else: styles inside, no scripts, everything the text
//! rests on below it, each at an address of its own.

use std::io::{self, Read as _, Seek as _, Write as _};

use maud::{DOCTYPE, PreEscaped, html};

use super::address::Address;
use super::folder::Folder;
use super::pages::{Leaf, check, note, signs_used, told};
use super::rewrite::{Manner, Rewriting, Syntax, Used, Way, rewrite};
use super::walk::{Drawn, Shape, Walk};
use super::{Edition, PublishFault, file_name, style};
use crate::routes::{Name, of};
use crate::t;

/// What a page is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// An ordinary sheet.
    A4,
    /// A leaf of a booklet.
    A5,
}

/// A larger sheet takes larger type; the style sheet itself is made for a booklet.
const A4: &str = "@page{size:A4;margin:20mm 22mm 22mm}\
    @media print{:root{--t-1:8.4pt;--t0:10.8pt;--t05:11.2pt;--t1:12pt;--t2:14.5pt;--t3:17pt;\
    --t4:21pt}}";

/// Pages that stand in one file or one book below the text: what single things say. Overviews and
/// whole dialogues would say the same again.
pub(super) fn is_evidence(name: Name) -> bool {
    matches!(
        name,
        Name::Line
            | Name::Turn
            | Name::Claim
            | Name::Move
            | Name::Perspective
            | Name::Question
            | Name::Source
            | Name::Practice
    )
}

/// The address of a page within one file.
pub(super) fn place(of_page: &Address) -> String {
    format!("{}-{}", of(of_page.name).word, of_page.id)
}

/// Writes the file; says what it is called and how many pages are in it.
pub(super) fn write(
    edition: &Edition<'_>,
    folder: &Folder,
    paper: Paper,
) -> Result<(String, usize), PublishFault> {
    let walk = Walk::new(edition);
    let name = file_name(edition.facts, "html");
    let shape = Sections {
        first: walk.first.clone(),
    };
    let leaf = Leaf {
        words: &walk.words,
        facts: edition.facts,
        up: "",
    };
    // What stands at the head depends on all that follows it, so the sections wait beside it.
    const SECTIONS: &str = "sections.part";
    let mut sections = folder.open(SECTIONS)?;
    let (mut used, mut text) = (Used::default(), None);
    let mut take = |drawn: Drawn| {
        used.add(drawn.used.clone());
        if drawn.address == shape.first {
            text = Some(drawn);
            return Ok(());
        }
        write!(
            sections,
            "<section class=\"evidence\" id=\"{}\">{}</section>\n",
            place(&drawn.address),
            drawn.body
        )
        .map_err(|it| folder.fault(&name, it))
    };
    let count = walk.go(vec![walk.first.clone()], &shape, &mut take)?;
    sections.flush().map_err(|it| folder.fault(&name, it))?;
    drop(sections);
    let Some(text) = text else {
        return Err(PublishFault::NoDocument);
    };
    let end = end(leaf);
    note_all(&end, &mut used);
    let mut sheet = style::style(&used);
    if paper == Paper::A4 {
        sheet.push_str(A4);
    }
    let begin = begin(leaf, &sheet, &text);
    let joined = || -> io::Result<()> {
        let mut file = folder.open(&name).map_err(io::Error::other)?;
        file.write_all(begin.as_bytes())?;
        let mut sections = std::fs::File::open(folder.path(SECTIONS))?;
        sections.rewind()?;
        let mut bytes = vec![0; 64 * 1024];
        loop {
            match sections.read(&mut bytes)? {
                0 => break,
                count => file.write_all(&bytes[..count])?,
            }
        }
        write!(file, "</section>{end}{}</div></body></html>\n", {
            signs_used(&used.signs).into_string()
        })?;
        file.flush()
    };
    joined().map_err(|it| folder.fault(&name, it))?;
    folder.remove(SECTIONS);
    Ok((name, count))
}

/// Everything before the sections.
fn begin(leaf: Leaf<'_>, sheet: &str, text: &Drawn) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
        form-action 'none'";
    let head = html! {
        (DOCTYPE)
        html lang=(leaf.words.language()) dir=(leaf.words.tongue().direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { (leaf.facts.title) " · " (leaf.facts.version) }
                style { (PreEscaped(sheet)) }
            }
            body { div.leaf {
                main id="text" tabindex="-1" { (PreEscaped(&text.body)) }
                section aria-labelledby="rests" {
                    h2 id="rests" { (t!(leaf, "copy-evidence")) }
                }
            } }
        }
    };
    // The sections go in where the last of these begins.
    let html = head.into_string();
    let end = html.rfind("</section>").unwrap_or(html.len());
    html[..end].to_owned()
}

/// Everything behind the sections, but the signs.
fn end(leaf: Leaf<'_>) -> String {
    let own = html! {
        footer.foot {
            section aria-labelledby="copy" {
                h2 id="copy" { (t!(leaf, "copy-about")) }
                (note(leaf))
                (told(leaf))
                (check(leaf, None))
            }
        }
    };
    lowered(&own.into_string(), Syntax::Html, 0)
}

/// The same with headings some steps lower.
pub(super) fn lowered(html: &str, syntax: Syntax, lower: u8) -> String {
    let mut way = |_: &str| Way::Same;
    let mut rewriting = Rewriting {
        way: &mut way,
        used: &mut Used::default(),
        words: None,
    };
    let manner = Manner {
        syntax,
        lower,
        ..Manner::PAGE
    };
    rewrite(html, manner, &mut rewriting)
}

fn note_all(html: &str, used: &mut Used) {
    let mut way = |_: &str| Way::Same;
    let mut rewriting = Rewriting {
        way: &mut way,
        used,
        words: None,
    };
    rewrite(html, Manner::PAGE, &mut rewriting);
    for name in [
        ".leaf",
        ".evidence",
        ".foot",
        "main",
        "section",
        "h2",
        ".sprite",
    ] {
        used.names.insert(name.to_owned());
    }
}

/// Pages as sections of one file.
struct Sections {
    first: Address,
}

impl Shape for Sections {
    fn has(&self, name: Name) -> bool {
        name == self.first.name || is_evidence(name)
    }

    fn has_page(&self, page: &Address) -> bool {
        *page == self.first || is_evidence(page.name) && page.query.is_empty()
    }

    fn href(&self, _: &Address, to: &Address, anchor: &str) -> String {
        match (*to == self.first, anchor) {
            (true, "") => "#text".to_owned(),
            (true, anchor) => format!("#{anchor}"),
            (false, _) => format!("#{}", place(to)),
        }
    }

    fn manner(&self, of: &Address) -> Manner<'static> {
        Manner {
            lower: if *of == self.first { 0 } else { 2 },
            ..Manner::PAGE
        }
    }

    fn prefix(&self, of: &Address) -> String {
        if *of == self.first {
            String::new()
        } else {
            format!("{}-", place(of))
        }
    }

    fn wants_words(&self) -> bool {
        false
    }
}
