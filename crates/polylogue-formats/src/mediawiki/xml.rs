//! Reads a MediaWiki XML export page by page, in memory bounded by one page.
//!
//! Elements are matched by their local names, whatever the namespace of the export's version.
//! A document type is refused, so no entity is ever expanded but the five of XML and characters.
//! Of a page with many revisions the newest is kept, in whatever order they come: the one that no
//! other names as its parent, and among several such the one with the latest time and number.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The longest single tag, comment or run of text between tags, in bytes.
pub const EVENT_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// The longest text of one revision that is kept, in bytes.
pub const TEXT_BYTES_MAX: usize = 8 * 1024 * 1024;
/// The most text of all revisions of one page that is held while the newest is sought, in bytes.
pub const HELD_BYTES_MAX: usize = 24 * 1024 * 1024;
/// The most revisions of one page that are compared.
pub const REVISIONS_MAX: usize = 200_000;
/// The deepest nesting of elements.
const DEPTH_MAX: usize = 32;
/// The longest title, name, number or time that is kept, in bytes.
const FIELD_BYTES_MAX: usize = 1_024;

/// Why an export could not be read on.
#[derive(Debug, thiserror::Error)]
pub enum XmlError {
    /// The bytes could not be read, or one piece of them is larger than the limit.
    #[error("the export cannot be read after byte {at}")]
    Unreadable {
        /// How many bytes were read before.
        at: u64,
        /// What the reader said.
        #[source]
        source: io::Error,
    },
    /// The bytes are not well-formed XML.
    #[error("the export is not well-formed XML near byte {at}")]
    Malformed {
        /// How many bytes were read before.
        at: u64,
        /// What the parser said.
        #[source]
        source: quick_xml::Error,
    },
    /// The export carries a document type, which no export of MediaWiki does.
    #[error("the export carries a document type near byte {at}, which is refused")]
    DocumentType {
        /// How many bytes were read before.
        at: u64,
    },
    /// The elements are nested deeper than any export's.
    #[error("the export nests more than {DEPTH_MAX} elements near byte {at}")]
    TooDeep {
        /// How many bytes were read before.
        at: u64,
    },
    /// The export stops in the middle of a page.
    #[error("the export ends in the middle of a page, after byte {at}")]
    Truncated {
        /// How many bytes were read before.
        at: u64,
    },
    /// The file is XML of another kind.
    #[error("this is not a MediaWiki export: its outermost element is “{element}”")]
    AnotherFormat {
        /// The name of the outermost element.
        element: String,
    },
}

/// What the export says of the wiki it was taken from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The name of the wiki.
    pub name: Option<String>,
    /// The address of its main page.
    pub base: Option<String>,
    /// The software it runs on.
    pub generator: Option<String>,
}

/// One page of an export, with its newest revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportedPage {
    /// The title, with its namespace when it has one.
    pub title: String,
    /// The number of its namespace.
    pub namespace: Option<i64>,
    /// The number of the page.
    pub id: Option<String>,
    /// The title of the page it redirects to.
    pub redirect: Option<String>,
    /// How many revisions the export holds.
    pub revisions: usize,
    /// The number of the newest revision.
    pub revision: Option<String>,
    /// When it was made, as the export writes it (ISO 8601).
    pub timestamp: Option<String>,
    /// Who made it: a user name or an address.
    pub contributor: Option<String>,
    /// Its wikitext; `None` when the export holds none or one longer than the limit.
    pub text: Option<String>,
}

impl ExportedPage {
    /// The page as [`super::survey`] and [`super::read_page`] take it.
    pub fn as_page(&self) -> super::Page<'_> {
        super::Page {
            title: &self.title,
            namespace: self.namespace,
            revision: self.revision.as_deref(),
            text: self.text.as_deref().unwrap_or_default().as_bytes(),
        }
    }
}

/// Reads the pages of an export one after another.
pub struct Pages<R: BufRead> {
    reader: Reader<Limited<R>>,
    buffer: Vec<u8>,
    path: Vec<String>,
    site: Site,
    has_ended: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Revision {
    id: String,
    parent: String,
    timestamp: String,
    contributor: Option<String>,
    text: Option<String>,
}

impl Revision {
    /// Times of equal form sort as text; numbers sort by length and then as text.
    fn order(&self) -> (&str, usize, &str) {
        (&self.timestamp, self.id.len(), &self.id)
    }
}

/// A page while its revisions are read.
#[derive(Debug, Default)]
struct Gathered {
    page: ExportedPage,
    revisions: Vec<Revision>,
    parents: BTreeSet<String>,
    held: usize,
}

impl<R: BufRead> Pages<R> {
    /// Starts reading; nothing is read before the first page is asked for.
    pub fn new(bytes: R) -> Self {
        let mut reader = Reader::from_reader(Limited {
            inner: bytes,
            left: EVENT_BYTES_MAX,
        });
        reader.config_mut().allow_dangling_amp = true;
        // An empty element then comes as its start and its end, and needs no code of its own.
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            path: Vec::new(),
            site: Site::default(),
            has_ended: false,
        }
    }

    /// What the export says of its wiki; known once the first page has been read.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Reads the next page, or `None` at the end.
    ///
    /// After an error nothing more can be read; the pages before it stand.
    pub fn next_page(&mut self) -> Result<Option<ExportedPage>, XmlError> {
        if self.has_ended {
            return Ok(None);
        }
        let found = self.read_page();
        if !matches!(found, Ok(Some(_))) {
            self.has_ended = true;
        }
        found
    }

    fn read_page(&mut self) -> Result<Option<ExportedPage>, XmlError> {
        let mut gathered: Option<Gathered> = None;
        let mut text = String::new();
        let mut is_too_long = false;
        loop {
            match self.event()? {
                Step::Open { name, attribute } => {
                    self.open(name, attribute, &mut gathered)?;
                    text.clear();
                    is_too_long = false;
                }
                Step::Text(more) => {
                    is_too_long |= text.len() + more.len() > TEXT_BYTES_MAX;
                    if !is_too_long {
                        text.push_str(&more);
                    }
                }
                Step::Close => {
                    let ended = self.path.last().is_some_and(|name| name == "page");
                    let field = if is_too_long {
                        None
                    } else {
                        Some(std::mem::take(&mut text))
                    };
                    self.close(field, gathered.as_mut());
                    self.path.pop();
                    text.clear();
                    is_too_long = false;
                    if let Some(gathered) = gathered.take_if(|_| ended && self.path.len() <= 1) {
                        return Ok(Some(gathered.newest()));
                    }
                }
                Step::Nothing => {}
                Step::End if self.path.is_empty() => return Ok(None),
                Step::End => {
                    return Err(XmlError::Truncated {
                        at: self.bytes_read(),
                    });
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.reader.buffer_position()
    }

    fn event(&mut self) -> Result<Step, XmlError> {
        self.buffer.clear();
        self.reader.get_mut().left = EVENT_BYTES_MAX;
        let at = self.reader.buffer_position();
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|error| match error {
                quick_xml::Error::Io(error) => {
                    let source = io::Error::new(error.kind(), error.to_string());
                    XmlError::Unreadable { at, source }
                }
                source => XmlError::Malformed { at, source },
            })?;
        Ok(match event {
            Event::Start(start) => Step::Open {
                name: field(start.local_name().as_ref()),
                attribute: redirect_title(&start),
            },
            Event::End(_) => Step::Close,
            Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(reference) => Step::Text(resolved(&reference)),
            Event::DocType(_) => return Err(XmlError::DocumentType { at }),
            Event::Eof => Step::End,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Step::Nothing,
        })
    }

    fn open(
        &mut self,
        name: String,
        attribute: Option<String>,
        gathered: &mut Option<Gathered>,
    ) -> Result<(), XmlError> {
        if self.path.is_empty() && name != "mediawiki" {
            return Err(XmlError::AnotherFormat { element: name });
        }
        if self.path.len() >= DEPTH_MAX {
            return Err(XmlError::TooDeep {
                at: self.bytes_read(),
            });
        }
        match (name.as_str(), gathered.as_mut()) {
            ("page", None) if self.path.len() == 1 => *gathered = Some(Gathered::default()),
            ("redirect", Some(gathered)) => gathered.page.redirect = attribute,
            ("revision", Some(gathered)) => gathered.begin_revision(),
            _ => {}
        }
        self.path.push(name);
        Ok(())
    }

    fn close(&mut self, value: Option<String>, gathered: Option<&mut Gathered>) {
        let path: Vec<&str> = self.path.iter().skip(1).map(String::as_str).collect();
        if let Some(gathered) = gathered {
            gathered.set(&path, value);
            return;
        }
        let place = match path.as_slice() {
            ["siteinfo", "sitename"] => &mut self.site.name,
            ["siteinfo", "base"] => &mut self.site.base,
            ["siteinfo", "generator"] => &mut self.site.generator,
            _ => return,
        };
        *place = value.map(|value| field(value.trim()));
    }
}

impl<R: BufRead> Iterator for Pages<R> {
    type Item = Result<ExportedPage, XmlError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_page().transpose()
    }
}

impl Gathered {
    fn begin_revision(&mut self) {
        self.page.revisions += 1;
        if self.revisions.len() < REVISIONS_MAX {
            self.revisions.push(Revision::default());
        }
    }

    fn set(&mut self, path: &[&str], value: Option<String>) {
        let short = |value: Option<String>| field(value.unwrap_or_default().trim());
        let is_counted = self.page.revisions <= REVISIONS_MAX;
        match (path, self.revisions.last_mut()) {
            (["page", "title"], _) => self.page.title = short(value),
            (["page", "ns"], _) => self.page.namespace = short(value).parse().ok(),
            (["page", "id"], _) => self.page.id = Some(short(value)),
            (["page", "revision", name], Some(revision)) if is_counted => match *name {
                "id" => revision.id = short(value),
                "parentid" => {
                    revision.parent = short(value);
                    self.parents.insert(revision.parent.clone());
                }
                "timestamp" => revision.timestamp = short(value),
                "text" => {
                    self.held += value.as_ref().map_or(0, String::len);
                    revision.text = value;
                }
                _ => {}
            },
            (["page", "revision", "contributor", "username" | "ip"], Some(revision))
                if is_counted =>
            {
                revision.contributor = Some(short(value));
            }
            (["page", "revision"], Some(_)) => self.drop_old(),
            _ => {}
        }
    }

    /// Lets go of texts that are surely not the newest, and of the oldest ones above the limit.
    fn drop_old(&mut self) {
        if self.held <= HELD_BYTES_MAX / 2 && !self.page.revisions.is_multiple_of(64) {
            return;
        }
        for revision in &mut self.revisions {
            if self.parents.contains(&revision.id) {
                revision.text = None;
            }
        }
        let size = |it: &Revision| it.text.as_ref().map_or(0, String::len);
        self.held = self.revisions.iter().map(size).sum();
        while self.held > HELD_BYTES_MAX {
            let kept = self
                .revisions
                .iter_mut()
                .filter(|revision| revision.text.is_some());
            let Some(oldest) = kept.min_by(|a, b| a.order().cmp(&b.order())) else {
                break;
            };
            self.held -= size(oldest);
            oldest.text = None;
        }
    }

    fn newest(mut self) -> ExportedPage {
        let parents = &self.parents;
        let newest = self
            .revisions
            .iter_mut()
            .max_by(|a, b| {
                let is_last = |it: &Revision| !parents.contains(&it.id);
                (is_last(a), a.order()).cmp(&(is_last(b), b.order()))
            })
            .map(std::mem::take);
        let mut page = self.page;
        if let Some(revision) = newest {
            page.revision = Some(revision.id).filter(|id| !id.is_empty());
            page.timestamp = Some(revision.timestamp).filter(|time| !time.is_empty());
            page.contributor = revision.contributor;
            page.text = revision.text;
        }
        page
    }
}

/// One event, owned.
enum Step {
    Open {
        name: String,
        attribute: Option<String>,
    },
    Text(String),
    Close,
    Nothing,
    End,
}

fn field(text: &str) -> String {
    let mut end = text.len().min(FIELD_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}

fn redirect_title(start: &BytesStart<'_>) -> Option<String> {
    if start.local_name().as_ref() != "redirect" {
        return None;
    }
    let title = start
        .attributes()
        .flatten()
        .find(|it| it.key.local_name().as_ref() == "title")?;
    title
        .normalized_value(XmlVersion::Implicit1_0)
        .ok()
        .map(|title| field(&title))
}

/// Characters by number and the five names of XML; any other reference stays as it is written.
fn resolved(reference: &BytesRef<'_>) -> String {
    let name: &str = reference;
    let known = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    };
    known.map_or_else(|| format!("&{name};"), String::from)
}

/// Bytes that stop with an error when one event takes more than its share.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(into.len());
        into[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Limited<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            let message = format!("one element or text is larger than {EVENT_BYTES_MAX} bytes");
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        let available = self.inner.fill_buf()?;
        Ok(&available[..available.len().min(left)])
    }

    fn consume(&mut self, count: usize) {
        self.left = self
            .left
            .saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
        self.inner.consume(count);
    }
}
