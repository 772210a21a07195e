//! An edition as a book for reading devices.
//!
//! Source: W3C Recommendation "EPUB 3.3", of 2023-05-25.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

use maud::html;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::address::Address;
use super::described::urn;
use super::folder::{Counted, Folder};
use super::markup::escaped;
use super::pages::{Leaf, check, kind_key, licence, note, signs_used, told};
use super::rewrite::{Manner, Syntax};
use super::single::{is_evidence, lowered, place};
use super::walk::{Drawn, Shape, Walk};
use super::{Edition, PublishFault, file_name};
use crate::date::to_the_second;
use crate::page::parts::title;
use crate::routes::Name;
use crate::t;

/// How pages look where the device leaves it to the book.
const STYLE: &str = include_str!("../../assets/book.css");
const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\
    <rootfiles><rootfile full-path=\"book/package.opf\" \
    media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// Writes the book; says what it is called and how many pages it has.
pub(super) fn write(
    edition: &Edition<'_>,
    folder: &Folder,
) -> Result<(String, usize), PublishFault> {
    let walk = Walk::new(edition);
    let name = file_name(edition.facts, "epub");
    let fault = |it: zip::result::ZipError| folder.fault(&name, io::Error::from(it));
    let mut book = Book {
        zip: ZipWriter::new(folder.open(&name)?),
        items: Vec::new(),
    };
    book.stored("mimetype", "application/epub+zip")
        .map_err(fault)?;
    book.file("META-INF/container.xml", CONTAINER)
        .map_err(fault)?;
    book.file("book/book.css", STYLE).map_err(fault)?;
    let leaf = Leaf {
        words: &walk.words,
        facts: edition.facts,
        up: "",
    };
    let shape = Leaves {
        first: walk.first.clone(),
    };
    book.own(leaf, "about.xhtml").map_err(fault)?;
    let mut take = |drawn: Drawn| book.page(leaf, &shape, &drawn).map_err(fault);
    let count = walk.go(vec![walk.first.clone()], &shape, &mut take)?;
    book.finish(leaf).map_err(fault)?;
    Ok((name, count))
}

/// A page of the book.
struct Item {
    number: usize,
    file: String,
    title: String,
    name: Name,
    has_drawing: bool,
}

struct Book<'a> {
    zip: ZipWriter<Counted<'a>>,
    items: Vec<Item>,
}

/// Every file of the archive has the same time: the same edition gives the same bytes.
fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

impl Book<'_> {
    fn stored(&mut self, name: &str, text: &str) -> zip::result::ZipResult<()> {
        self.zip
            .start_file(name, options(CompressionMethod::Stored))?;
        Ok(self.zip.write_all(text.as_bytes())?)
    }

    fn file(&mut self, name: &str, text: &str) -> zip::result::ZipResult<()> {
        self.zip
            .start_file(name, options(CompressionMethod::Deflated))?;
        // XML has no way to write these at all (XML 1.0, 2.2): a reader would refuse the book.
        let is_written =
            |it: &char| matches!(it, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        let text: String = text.chars().filter(is_written).collect();
        Ok(self.zip.write_all(text.as_bytes())?)
    }

    fn page(
        &mut self,
        leaf: Leaf<'_>,
        shape: &Leaves,
        drawn: &Drawn,
    ) -> zip::result::ZipResult<()> {
        let signs = lowered(
            &signs_used(&drawn.used.signs).into_string(),
            Syntax::Xhtml,
            0,
        );
        let text = leaf_of(leaf, &drawn.title, &format!("{signs}{}", drawn.body));
        let file = shape.file(&drawn.address);
        self.file(&format!("book/{file}"), &text)?;
        self.items.push(Item {
            number: self.items.len(),
            file,
            title: drawn.title.clone(),
            name: drawn.address.name,
            has_drawing: text.contains("<svg"),
        });
        Ok(())
    }

    /// The page about the edition, at the beginning as in any book.
    fn own(&mut self, leaf: Leaf<'_>, file: &str) -> zip::result::ZipResult<()> {
        let name = t!(leaf, "copy-about");
        let body = html! {
            (title(html! { (name) }, html! { bdi dir="auto" { (leaf.facts.title) } }, html! {}))
            (note(leaf))
            (told(leaf))
            (check(leaf, None))
        };
        let body = lowered(&body.into_string(), Syntax::Xhtml, 0);
        self.file(&format!("book/{file}"), &leaf_of(leaf, &name, &body))?;
        self.items.push(Item {
            number: self.items.len(),
            file: file.to_owned(),
            title: name,
            name: Name::Home,
            has_drawing: false,
        });
        Ok(())
    }

    fn finish(mut self, leaf: Leaf<'_>) -> zip::result::ZipResult<()> {
        let contents = self.contents(leaf);
        self.file("book/contents.xhtml", &contents)?;
        let package = self.package(leaf);
        self.file("book/package.opf", &package)?;
        self.zip.finish()?.flush()?;
        Ok(())
    }

    /// The pages in the order they are read: what stands alone, then kind by kind.
    fn in_order(&self, leaf: Leaf<'_>) -> (Vec<&Item>, BTreeMap<Name, Vec<&Item>>) {
        let text = leaf.facts.text.0;
        let (alone, others): (Vec<_>, Vec<_>) = self
            .items
            .iter()
            .partition(|it| it.name == Name::Home || it.name == text);
        let mut kinds: BTreeMap<Name, Vec<&Item>> = BTreeMap::new();
        for item in others {
            kinds.entry(item.name).or_default().push(item);
        }
        (alone, kinds)
    }

    fn contents(&self, leaf: Leaf<'_>) -> String {
        let (alone, kinds) = self.in_order(leaf);
        let body = html! {
            nav epub:type="toc" id="toc" {
                h1 { (t!(leaf, "copy-contents")) }
                ol {
                    @for it in &alone { li { a href=(it.file) { (it.title) } } }
                    @for (name, items) in &kinds {
                        li {
                            a href=(items[0].file) { (t!(leaf, kind_key(*name))) }
                            ol { @for it in items { li { a href=(it.file) { (it.title) } } } }
                        }
                    }
                }
            }
        };
        leaf_of(leaf, &t!(leaf, "copy-contents"), &body.into_string())
    }

    fn package(&self, leaf: Leaf<'_>) -> String {
        let facts = leaf.facts;
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
             unique-identifier=\"id\" xml:lang=\"{language}\">\n\
             <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
             <dc:identifier id=\"id\">{}</dc:identifier>\n\
             <dc:title>{} · {}</dc:title>\n<dc:language>{language}</dc:language>\n\
             <meta property=\"dcterms:modified\">{}</meta>\n",
            urn(facts),
            escaped(&facts.title),
            escaped(&facts.version),
            to_the_second(facts.made),
            language = escaped(language_of(leaf)),
        );
        for (name, _) in &facts.signers {
            text.push_str(&format!("<dc:creator>{}</dc:creator>\n", escaped(name)));
        }
        for (name, _) in &facts.contributors {
            let name = escaped(name);
            text.push_str(&format!("<dc:contributor>{name}</dc:contributor>\n"));
        }
        if !facts.licence.is_empty() {
            let rights = licence(&facts.licence).unwrap_or_else(|| facts.licence.clone());
            text.push_str(&format!("<dc:rights>{}</dc:rights>\n", escaped(&rights)));
        }
        text.push_str(ACCESS);
        text.push_str(
            "</metadata>\n<manifest>\n\
             <item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" \
             properties=\"nav\"/>\n\
             <item id=\"style\" href=\"book.css\" media-type=\"text/css\"/>\n",
        );
        for it in &self.items {
            let drawn = if it.has_drawing {
                " properties=\"svg\""
            } else {
                ""
            };
            text.push_str(&format!(
                "<item id=\"p{}\" href=\"{}\" media-type=\"application/xhtml+xml\"{drawn}/>\n",
                it.number, it.file
            ));
        }
        text.push_str("</manifest>\n<spine>\n<itemref idref=\"contents\"/>\n");
        let (alone, kinds) = self.in_order(leaf);
        for it in alone.into_iter().chain(kinds.into_values().flatten()) {
            text.push_str(&format!("<itemref idref=\"p{}\"/>\n", it.number));
        }
        text.push_str("</spine>\n</package>\n");
        text
    }
}

/// How it can be read, as shops and libraries ask.
const ACCESS: &str = "<meta property=\"schema:accessMode\">textual</meta>\n\
    <meta property=\"schema:accessModeSufficient\">textual</meta>\n\
    <meta property=\"schema:accessibilityFeature\">structuralNavigation</meta>\n\
    <meta property=\"schema:accessibilityFeature\">tableOfContents</meta>\n\
    <meta property=\"schema:accessibilityHazard\">none</meta>\n";

fn language_of<'a>(leaf: Leaf<'a>) -> &'a str {
    match leaf.facts.language.as_str() {
        "" | "und" => leaf.words.language(),
        own => own,
    }
}

/// A whole page of the book.
fn leaf_of(leaf: Leaf<'_>, title: &str, body: &str) -> String {
    let language = leaf.words.language();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" \
         xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{language}\" \
         xml:lang=\"{language}\" dir=\"{}\"><head><title>{}</title>\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/></head>\
         <body>{body}</body></html>\n",
        leaf.words.tongue().direction(),
        escaped(title),
    )
}

/// Pages as files of the book.
struct Leaves {
    first: Address,
}

impl Leaves {
    fn file(&self, of: &Address) -> String {
        if *of == self.first {
            "text.xhtml".to_owned()
        } else {
            format!("{}.xhtml", place(of))
        }
    }
}

impl Shape for Leaves {
    fn has(&self, name: Name) -> bool {
        name == self.first.name || is_evidence(name)
    }

    fn has_page(&self, page: &Address) -> bool {
        *page == self.first || is_evidence(page.name) && page.query.is_empty()
    }

    fn href(&self, _: &Address, to: &Address, anchor: &str) -> String {
        let file = self.file(to);
        if *to == self.first && !anchor.is_empty() {
            format!("{file}#{anchor}")
        } else {
            file
        }
    }

    fn manner(&self, _: &Address) -> Manner<'static> {
        Manner {
            syntax: Syntax::Xhtml,
            ..Manner::PAGE
        }
    }

    fn prefix(&self, _: &Address) -> String {
        String::new()
    }

    fn wants_words(&self) -> bool {
        false
    }
}
