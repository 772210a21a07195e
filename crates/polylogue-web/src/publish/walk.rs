//! Going through a copy page by page: each page is drawn by the function that draws it for a
//! running peer, and its links say which pages come next. The same copy is gone through in the same
//! order on every machine, whatever the number of cores.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use polylogue_map::Hands as _;
use polylogue_node::cores::Cores;
use polylogue_store::query::Thing;

use super::address::{Address, Leads, leads};
use super::rewrite::{Manner, Rewriting, Used, Way, rewrite};
use super::{Edition, PublishFault};
use crate::asked::{Asked, Lasting, Sent};
use crate::copy::Copy;
use crate::link::short;
use crate::page::Shown;
use crate::routes::{self, Answer, Name};
use crate::trouble::Trouble;
use crate::words::aligned::aligned;
use crate::words::{Tongue, Words, gaps};

/// Pages of one copy, at most. Chosen by us: twenty times what the largest edition we know has.
pub(super) const PAGES_MAX: usize = 200_000;
/// Pages drawn before they are written: so many are in memory.
const ROUND: usize = 256;

/// What a form of publication makes of pages.
pub(super) trait Shape: Sync {
    /// Whether it has pages of this name.
    fn has(&self, name: Name) -> bool;
    /// Whether it has this page, of a name it has.
    fn has_page(&self, _: &Address) -> bool {
        true
    }
    /// The address of a place on a page, as a page that links to it writes it.
    fn href(&self, from: &Address, to: &Address, anchor: &str) -> String;
    /// How this page is written; what its addresses begin with is made by [`Shape::prefix`].
    fn manner(&self, of: &Address) -> Manner<'static>;
    /// What addresses on this page begin with.
    fn prefix(&self, of: &Address) -> String;
    /// Whether the words of its pages are wanted.
    fn wants_words(&self) -> bool;
}

/// A page as it was drawn.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Which page.
    pub(super) address: Address,
    /// Its title.
    pub(super) title: String,
    /// What it shows, links and all, without a frame.
    pub(super) body: String,
    /// What it says, for those who search; empty where nobody wants it.
    pub(super) words: String,
    /// What it uses.
    pub(super) used: Used,
    found: Vec<Address>,
}

/// What lasts while a copy is gone through.
pub(super) struct Walk<'a> {
    pub(super) edition: &'a Edition<'a>,
    pub(super) words: Words,
    lasting: Lasting,
    commons: String,
    /// The page of the text.
    pub(super) first: Address,
}

impl<'a> Walk<'a> {
    /// Prepares; pages are in the language of the document, or in English.
    pub(super) fn new(edition: &'a Edition<'a>) -> Self {
        let tongue = Tongue::of_tag(&edition.facts.language).unwrap_or(Tongue::English);
        Self {
            edition,
            words: Words::of(tongue),
            lasting: Lasting::default(),
            commons: short(&edition.facts.commons),
            first: Address::of(edition.facts.text.0, &edition.facts.text.1),
        }
    }

    /// Goes through everything that can be reached from these pages, and gives each page as it
    /// comes. Says which pages there are.
    ///
    /// # Errors
    /// A [`PublishFault`]: a page that cannot be drawn, too many pages, or what `take` says.
    pub(super) fn go(
        &self,
        from: Vec<Address>,
        shape: &dyn Shape,
        take: &mut dyn FnMut(Drawn) -> Result<(), PublishFault>,
    ) -> Result<usize, PublishFault> {
        let mut seen: BTreeSet<Address> = from.iter().cloned().collect();
        let mut due: VecDeque<Address> = from.into();
        while !due.is_empty() {
            let round: Vec<Address> = due.drain(..due.len().min(ROUND)).collect();
            for drawn in self.round(round, shape, &seen)? {
                for found in &drawn.found {
                    if seen.insert(found.clone()) {
                        due.push_back(found.clone());
                    }
                }
                if seen.len() > PAGES_MAX {
                    return Err(PublishFault::TooManyPages);
                }
                take(drawn)?;
            }
        }
        Ok(seen.len())
    }

    /// Draws some pages, on all cores, in their order.
    fn round(
        &self,
        round: Vec<Address>,
        shape: &dyn Shape,
        seen: &BTreeSet<Address>,
    ) -> Result<Vec<Drawn>, PublishFault> {
        let width = Cores::of_this_machine().width().clamp(1, CORES_MAX);
        let size = round.len().div_ceil(width);
        let parts: Vec<&[Address]> = round.chunks(size.max(1)).collect();
        let draw = |part: &[Address]| -> Result<Vec<Drawn>, PublishFault> {
            let copy = Copy {
                commons: self.edition.facts.commons,
                reader: (self.edition.reader)()?,
                facts: self.edition.facts,
                report: self.edition.report.cloned(),
            };
            let mut drawing = Drawing {
                walk: self,
                copy: &copy,
                shape,
                seen,
                known: BTreeMap::new(),
            };
            part.iter().map(|it| drawing.page(it)).collect()
        };
        let drawn = Cores::of_this_machine().each(parts, &draw);
        let mut all = Vec::with_capacity(round.len());
        for part in drawn {
            all.extend(part?);
        }
        Ok(all)
    }
}

/// Cores used at most: each keeps a connection with its own cache.
const CORES_MAX: usize = 4;

/// Drawing pages in one thread.
struct Drawing<'a> {
    walk: &'a Walk<'a>,
    copy: &'a Copy<'a>,
    shape: &'a dyn Shape,
    seen: &'a BTreeSet<Address>,
    /// What was looked up in this round.
    known: BTreeMap<String, Option<Option<Thing>>>,
}

impl Drawing<'_> {
    fn page(&mut self, address: &Address) -> Result<Drawn, PublishFault> {
        let walk = self.walk;
        let sent = Sent {
            commons: walk.commons.clone(),
            id: address.id.clone(),
            query: address.form(),
            ..Sent::default()
        };
        let asked = Asked::of_copy(self.copy, (&walk.words, &walk.lasting), sent);
        let shown = match shown(&asked, address.name) {
            Err(Trouble::NotFound) => super::pages::absent(&walk.words),
            other => other?,
        };
        let language = walk.words.language();
        let html = match walk.words.tongue() {
            Tongue::English | Tongue::Spanish => aligned(&shown.body.0, language),
            Tongue::Arabic => aligned(&gaps::marked(&shown.body.0), language),
        };
        let (mut used, mut words) = (Used::default(), String::new());
        let mut found = Vec::new();
        let prefix = self.shape.prefix(address);
        let manner = Manner {
            prefix: &prefix,
            ..self.shape.manner(address)
        };
        let wants_words = self.shape.wants_words();
        let mut fault = None;
        let mut way = |href: &str| match self.way(address, href, &mut found) {
            Ok(way) => way,
            Err(it) => {
                fault = Some(it);
                Way::Nowhere
            }
        };
        let mut rewriting = Rewriting {
            way: &mut way,
            used: &mut used,
            words: wants_words.then_some(&mut words),
        };
        let body = rewrite(&html, manner, &mut rewriting);
        if let Some(fault) = fault {
            return Err(fault.into());
        }
        Ok(Drawn {
            address: address.clone(),
            title: shown.title,
            body,
            words,
            used,
            found,
        })
    }

    /// Where a link leads; pages that come to light are noted.
    fn way(
        &mut self,
        from: &Address,
        href: &str,
        found: &mut Vec<Address>,
    ) -> Result<Way, Trouble> {
        let (to, anchor) = match leads(href, &self.walk.commons) {
            Leads::Elsewhere => return Ok(Way::Same),
            Leads::Live => return Ok(Way::Nowhere),
            Leads::Thing(id) => match self.page_of(&id)? {
                Some(to) => (to, String::new()),
                None => return Ok(Way::Nowhere),
            },
            // A copy is of one document: that is where it begins.
            Leads::To(to, _) if to.name == Name::Home => (self.walk.first.clone(), String::new()),
            // Where something new is begun, which only a running peer can do.
            Leads::To(_, anchor) if anchor == "new" => return Ok(Way::Nowhere),
            Leads::To(to, anchor) => (to, anchor),
        };
        if !self.shape.has(to.name) || !self.shape.has_page(&to) {
            return Ok(Way::Nowhere);
        }
        if !self.seen.contains(&to) && !found.contains(&to) {
            if !self.is_here(&to)? {
                return Ok(Way::Nowhere);
            }
            found.push(to.clone());
        }
        Ok(Way::To(self.shape.href(from, &to, &anchor)))
    }

    fn is_here(&mut self, address: &Address) -> Result<bool, Trouble> {
        if address.id.is_empty() {
            return Ok(true);
        }
        if matches!(address.name, Name::Person | Name::Became) {
            let found = self.copy.reader.people_of_digits(&address.id)?;
            return Ok(found.len() == 1);
        }
        Ok(self.thing(&address.id)?.is_some())
    }

    /// The page of a thing, whatever it is.
    fn page_of(&mut self, id: &str) -> Result<Option<Address>, Trouble> {
        let Some(Some(what)) = self.thing(id)? else {
            return Ok(None);
        };
        let name = crate::acts::thing::page_of(Some(what));
        let id = id.get(..12).unwrap_or(id).to_ascii_lowercase();
        Ok((name != Name::Thing).then(|| Address {
            id,
            ..Address::to(name)
        }))
    }

    /// What has an id here, if anything has: none is what can be opened in no way of its own.
    fn thing(&mut self, id: &str) -> Result<Option<Option<Thing>>, Trouble> {
        if let Some(known) = self.known.get(id) {
            return Ok(*known);
        }
        let is_id = (8..=64).contains(&id.len()) && id.bytes().all(|it| it.is_ascii_hexdigit());
        let found = match is_id {
            true => self.copy.reader.resolve(&id.to_ascii_lowercase())?,
            false => Vec::new(),
        };
        let known = match found.as_slice() {
            [(_, kind)] => Some(Thing::of_kind(*kind)),
            _ => None,
        };
        self.known.insert(id.to_owned(), known);
        Ok(known)
    }
}

fn shown(asked: &Asked<'_>, name: Name) -> Result<Shown, Trouble> {
    match routes::of(name).answer {
        Answer::Page(page) => page(asked),
        _ => Err(Trouble::NotFound),
    }
}

/// Looks whether what an edition rests on can be read at all, before anything is written.
///
/// # Errors
/// [`PublishFault::NoDocument`] where the document of the edition is not in it.
pub(super) fn check(edition: &Edition<'_>) -> Result<(), PublishFault> {
    let row = (edition.reader)()?.document(edition.facts.document)?;
    row.map(|_| ()).ok_or(PublishFault::NoDocument)
}
