//! An edition as a folder of pages that works from a disk and on any host.

use std::collections::BTreeMap;

use super::address::{Address, singles};
use super::folder::Folder;
use super::pages::{self, Leaf, Own, framed};
use super::rewrite::{Manner, Rewriting, Used, Way, rewrite};
use super::search::{Index, PART};
use super::walk::{Drawn, Shape, Walk};
use super::{Edition, PublishFault, described, style};
use crate::routes::Name;

/// What the edition's own file is called in a site.
pub(super) const FILE: &str = "edition.polylogue";
/// Links in one list of contents.
const LISTED: usize = 300;

/// Writes the pages; says which to open first, and how many there are.
pub(super) fn write(
    edition: &Edition<'_>,
    folder: &Folder,
) -> Result<(String, usize), PublishFault> {
    let walk = Walk::new(edition);
    let mut site = Site {
        walk: &walk,
        folder,
        used: Used::default(),
        index: Index::default(),
        entries: Vec::new(),
    };
    let mut from = vec![walk.first.clone()];
    from.extend(singles().map(Address::to));
    let shape = Pages {
        first: walk.first.clone(),
    };
    let count = walk.go(from, &shape, &mut |drawn| site.take(drawn))?;
    site.carry_file()?;
    site.own_pages()?;
    described::write(&walk, folder, &site.entries)?;
    Ok(("index.html".to_owned(), count))
}

/// Pages, each in a file of its own.
struct Pages {
    first: Address,
}

impl Pages {
    fn file(&self, of: &Address) -> String {
        format!("{}.html", of.stem(&self.first))
    }
}

impl Shape for Pages {
    fn has(&self, name: Name) -> bool {
        name != Name::Home
    }

    fn href(&self, from: &Address, to: &Address, anchor: &str) -> String {
        let mut href = up(&self.file(from)).to_owned();
        href.push_str(&self.file(to));
        if !anchor.is_empty() {
            href.push('#');
            href.push_str(anchor);
        }
        href
    }

    fn manner(&self, _: &Address) -> Manner<'static> {
        Manner::PAGE
    }

    fn prefix(&self, _: &Address) -> String {
        String::new()
    }

    fn wants_words(&self) -> bool {
        true
    }
}

/// The way from a file to the folder of the copy.
fn up(file: &str) -> &'static str {
    if file.contains('/') { "../" } else { "" }
}

/// One page of a copy, as contents and search name it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) file: String,
    pub(super) title: String,
    pub(super) is_about_one: bool,
}

struct Site<'a> {
    walk: &'a Walk<'a>,
    folder: &'a Folder,
    used: Used,
    index: Index,
    entries: Vec<Entry>,
}

impl Site<'_> {
    fn leaf<'a>(&'a self, up: &'a str) -> Leaf<'a> {
        Leaf {
            words: &self.walk.words,
            facts: self.walk.edition.facts,
            up,
        }
    }

    fn take(&mut self, drawn: Drawn) -> Result<(), PublishFault> {
        let file = format!("{}.html", drawn.address.stem(&self.walk.first));
        let own = (file == "index.html").then_some(Own::Text);
        let html = framed(
            self.leaf(up(&file)),
            (&drawn.title, own),
            &drawn.body,
            &drawn.used.signs,
        );
        self.folder.write(&file, html.as_bytes())?;
        // What shows other pages' words again is found by its name.
        let is_text = drawn.address == self.walk.first;
        let says_its_own = is_text
            || matches!(
                drawn.address.name,
                Name::Line
                    | Name::Turn
                    | Name::Claim
                    | Name::Move
                    | Name::Perspective
                    | Name::Question
                    | Name::Source
                    | Name::Practice
            );
        self.index.add(if says_its_own {
            &drawn.words
        } else {
            &drawn.title
        });
        self.entries.push(Entry {
            name: drawn.address.name,
            file,
            title: drawn.title,
            is_about_one: !drawn.address.id.is_empty(),
        });
        self.used.add(drawn.used);
        Ok(())
    }

    /// The file of the edition itself, so that anybody can check the copy against it.
    fn carry_file(&self) -> Result<(), PublishFault> {
        match self.walk.edition.file {
            Some(bytes) => self.folder.write(FILE, bytes),
            None => Ok(()),
        }
    }

    fn own_pages(&mut self) -> Result<(), PublishFault> {
        let leaf = self.leaf("");
        let file = self.walk.edition.file.map(|_| FILE);
        let mut all = vec![];
        let (name, body) = pages::about(leaf, file);
        all.push(("about.html".to_owned(), name, Some(Own::About), body));
        let (name, body) = pages::search(leaf, (self.index.shards(), PART));
        all.push(("search.html".to_owned(), name, Some(Own::Search), body));
        all.extend(self.lists());
        let mut used = Used::default();
        for (file, name, own, body) in all {
            let html = framed(leaf, (&name, own), &body.into_string(), &Default::default());
            note(&html, &mut used);
            self.folder.write(&file, html.as_bytes())?;
        }
        let entries = self.entries.iter();
        let names: Vec<(String, String)> = entries
            .map(|it| (it.file.clone(), it.title.clone()))
            .collect();
        self.index.write(self.folder, &names)?;
        self.used.add(used);
        self.folder
            .write("copy.css", style::style(&self.used).as_bytes())
    }

    /// The contents, and the lists they lead to.
    fn lists(&self) -> Vec<(String, String, Option<Own>, maud::Markup)> {
        let leaf = self.leaf("");
        let mut kinds: BTreeMap<Name, Vec<(String, String)>> = BTreeMap::new();
        let mut overviews = Vec::new();
        for it in &self.entries {
            let link = (it.file.clone(), it.title.clone());
            if it.is_about_one && it.file != "index.html" {
                kinds.entry(it.name).or_default().push(link);
            } else {
                overviews.push(link);
            }
        }
        let counts: Vec<_> = kinds.iter().map(|(name, all)| (*name, all.len())).collect();
        let body = pages::contents(leaf, &counts, &overviews);
        let title = leaf.words.say("copy-contents", &[]);
        let own = Some(Own::Contents);
        let mut all = vec![("contents.html".to_owned(), title, own, body)];
        for (name, links) in &mut kinds {
            links.sort_by_cached_key(|(file, title)| (title.to_lowercase(), file.clone()));
            let parts = links.len().div_ceil(LISTED);
            for (part, links) in links.chunks(LISTED).enumerate() {
                let has_more = part + 1 < parts;
                let (title, body) = pages::list(leaf, (*name, part, has_more), links);
                all.push((pages::list_file(*name, part), title, own, body));
            }
        }
        all
    }
}

/// Notes what a page uses.
fn note(html: &str, used: &mut Used) {
    let mut way = |_: &str| Way::Same;
    let mut rewriting = Rewriting {
        way: &mut way,
        used,
        words: None,
    };
    rewrite(html, Manner::PAGE, &mut rewriting);
    // The search page is filled by its script, and signs stand on pages that are not at hand here.
    used.names
        .extend(["input".to_owned(), ".sprite".to_owned()]);
}
