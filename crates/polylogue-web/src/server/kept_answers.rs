//! Pages kept as they were sent, until anything they show changes: bounded, the longest unused
//! goes first.
//!
//! A page is kept under its whole address together with a [`Seal`]: everything else it depends on.
//! Only pages that show nothing but the commons itself, who reads it, and the line about peers that
//! every page ends with are kept: those that a published copy has, and a few named below.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use polylogue_core::id::{Key, OperationId};

use crate::asked::Asked;
use crate::context::{AtWork, May, PeersLine};
use crate::routes::{Answer, Name, Reach, Route};
use crate::trouble::Trouble;
use crate::words::Tongue;

/// Bytes of pages that are kept. Chosen by us: some hundred pages of an ordinary commons, and a
/// fifteenth of the memory a peer may take.
const BYTES_MAX: usize = 8 * 1024 * 1024;
/// A longer page is not kept: it would push out too many others.
const PAGE_BYTES_MAX: usize = BYTES_MAX / 16;
const DAY_SECONDS: u64 = 86_400;

/// What a page depends on beside its address. Two pages of one address and one seal are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seal {
    commons: OperationId,
    version: u64,
    me: Key,
    may: May,
    reach: PeersLine,
    present: Vec<AtWork>,
    tongue: Tongue,
    /// Drafts, and up to where dialogues were read.
    own: u64,
    /// Pages say "today" and "yesterday".
    day: u64,
}

impl Seal {
    /// The seal of a request for a page that may be kept.
    ///
    /// # Errors
    /// A [`Trouble`] if the commons is not here or cannot be read.
    pub(super) fn of(route: &Route, asked: &Asked<'_>) -> Result<Option<Self>, Trouble> {
        let is_whole = match route.name {
            Name::NextClaim | Name::Record | Name::Alike | Name::Agreement => true,
            Name::Maps | Name::Map | Name::MapTable | Name::MapPast => true,
            // What was said a moment ago may be found later without anything new being said.
            Name::Search => !asked.reader()?.is_search_behind()?,
            _ => route.reach == Reach::Published,
        };
        if !is_whole || !matches!(route.answer, Answer::Page(_)) {
            return Ok(None);
        }
        let here = asked.here()?;
        Ok(Some(Self {
            commons: here.commons,
            version: asked.known()?.version(),
            me: here.me,
            may: here.may,
            reach: here.reach,
            present: here.present.clone(),
            tongue: asked.words.tongue(),
            own: asked.lasting.own_version(),
            day: asked.now / DAY_SECONDS,
        }))
    }
}

/// Pages as they were sent.
#[derive(Debug, Default)]
pub(super) struct KeptAnswers {
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    pages: BTreeMap<String, Page>,
    /// Addresses by their latest use.
    uses: BTreeMap<u64, String>,
    next_use: u64,
    bytes: usize,
    /// The latest version of each commons that a page was kept of.
    versions: BTreeMap<OperationId, u64>,
}

#[derive(Debug)]
struct Page {
    used: u64,
    seal: Seal,
    content: Bytes,
}

impl KeptAnswers {
    /// The page of an address, if it was kept and nothing it shows has changed.
    pub(super) fn find(&self, target: &str, seal: &Seal) -> Option<Bytes> {
        self.lock().find(target, seal)
    }

    /// Keeps a page.
    pub(super) fn keep(&self, target: &str, seal: Seal, content: &Bytes) {
        if content.len() + target.len() <= PAGE_BYTES_MAX {
            self.lock().keep(target, seal, content.clone());
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inside> {
        // A panic elsewhere leaves at worst a page that is made again.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn find(&mut self, target: &str, seal: &Seal) -> Option<Bytes> {
        let page = self.pages.get_mut(target)?;
        if page.seal != *seal {
            return None;
        }
        let address = self.uses.remove(&page.used)?;
        page.used = self.next_use;
        self.uses.insert(self.next_use, address);
        self.next_use += 1;
        Some(page.content.clone())
    }

    fn keep(&mut self, target: &str, seal: Seal, content: Bytes) {
        let latest = self.versions.entry(seal.commons).or_default();
        if *latest > seal.version {
            return;
        }
        if *latest < seal.version {
            *latest = seal.version;
            self.forget_all_of(&seal.commons);
        }
        self.forget(target);
        self.bytes += size(target, &content);
        while self.bytes > BYTES_MAX {
            let Some((_, oldest)) = self.uses.first_key_value() else {
                break;
            };
            let oldest = oldest.clone();
            self.forget(&oldest);
        }
        let used = self.next_use;
        self.next_use += 1;
        self.uses.insert(used, target.to_owned());
        let page = Page {
            used,
            seal,
            content,
        };
        self.pages.insert(target.to_owned(), page);
    }

    /// Pages of earlier versions are never asked for again, and may hold words erased since.
    fn forget_all_of(&mut self, commons: &OperationId) {
        let all = self
            .pages
            .iter()
            .filter(|(_, it)| it.seal.commons == *commons);
        let targets: Vec<String> = all.map(|(target, _)| target.clone()).collect();
        targets.iter().for_each(|it| self.forget(it));
    }

    fn forget(&mut self, target: &str) {
        if let Some(page) = self.pages.remove(target) {
            self.uses.remove(&page.used);
            self.bytes -= size(target, &page.content);
        }
    }
}

/// What a page takes: its content, and its address twice.
fn size(target: &str, content: &Bytes) -> usize {
    content.len() + 2 * target.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(version: u64) -> Seal {
        Seal {
            commons: OperationId([1; 32]),
            version,
            me: Key([2; 32]),
            may: May::default(),
            reach: PeersLine::default(),
            present: Vec::new(),
            tongue: Tongue::English,
            own: 0,
            day: 3,
        }
    }

    #[test]
    fn a_page_is_given_again_until_anything_it_shows_changes() {
        let kept = KeptAnswers::default();
        let page = Bytes::from_static(b"page");
        kept.keep("/c/1", seal(7), &page);
        assert_eq!(kept.find("/c/1", &seal(7)), Some(page.clone()));
        assert_eq!(kept.find("/c/1?from=50", &seal(7)), None);
        assert_eq!(kept.find("/c/1", &seal(8)), None);
        let reach = PeersLine {
            heard_today: 1,
            ..PeersLine::default()
        };
        let tongue = Tongue::Spanish;
        let others = [
            Seal { day: 4, ..seal(7) },
            Seal { reach, ..seal(7) },
            Seal { tongue, ..seal(7) },
            Seal { own: 1, ..seal(7) },
        ];
        for other in others {
            assert_eq!(kept.find("/c/1", &other), None);
        }
        kept.keep("/c/2", seal(7), &page);
        kept.keep("/c/1", seal(8), &page);
        assert_eq!(kept.find("/c/1", &seal(7)), None);
        assert_eq!(kept.find("/c/1", &seal(8)), Some(page.clone()));
        assert_eq!(
            kept.lock().pages.len(),
            1,
            "a new version ends all pages of earlier ones"
        );
        kept.keep("/c/2", seal(7), &page);
        assert_eq!(kept.lock().pages.len(), 1, "and none of them comes back");
    }

    #[test]
    fn the_longest_unused_page_makes_room() {
        let kept = KeptAnswers::default();
        let page = Bytes::from(vec![b'x'; PAGE_BYTES_MAX - 8]);
        for number in 0..40_u64 {
            kept.keep(&format!("/{number}"), seal(1), &page);
            assert!(kept.find("/0", &seal(1)).is_some(), "{number}");
        }
        assert_eq!(kept.find("/1", &seal(1)), None);
        assert!(kept.find("/39", &seal(1)).is_some());
        let inside = kept.lock();
        assert!(inside.bytes <= BYTES_MAX && inside.pages.len() == inside.uses.len());
        drop(inside);
        let long = Bytes::from(vec![b'x'; PAGE_BYTES_MAX]);
        kept.keep("/long", seal(1), &long);
        assert_eq!(kept.find("/long", &seal(1)), None);
    }
}
