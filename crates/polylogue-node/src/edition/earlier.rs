//! Editions of the same text before this one, as an edition names them: so that whoever opens one
//! finds the others, and a feed tells which is new.

use minicbor::{Decode, Encode};
use polylogue_core::cbor;
use polylogue_core::edition::Figure;
use polylogue_core::id::{Hash, OperationId};
use polylogue_store::query::Page;
use polylogue_store::{Reader, StoreFault};

use super::figures::EARLIER;

/// Earlier editions that are named, at most.
const EARLIER_MAX: usize = 200;

/// An earlier edition of the same text.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Earlier {
    /// Its operation.
    #[n(0)]
    pub id: OperationId,
    /// The name of the version.
    #[n(1)]
    pub name: String,
    /// The hash of what is read in it.
    #[n(2)]
    pub content: Hash,
    /// When it was made (claimed seconds).
    #[n(3)]
    pub time: u64,
}

/// The editions of a document that are here, the latest first.
pub(crate) fn earlier(reader: &Reader, document: OperationId) -> Result<Vec<Earlier>, StoreFault> {
    let rows = reader.editions(Some(document), Page::first(10_000))?;
    let mut all: Vec<Earlier> = rows
        .into_iter()
        .map(|it| Earlier {
            id: it.said.id,
            name: it.edition.name,
            content: it.edition.content,
            time: it.said.time,
        })
        .collect();
    all.sort_by_key(|it| (std::cmp::Reverse(it.time), it.id));
    Ok(all)
}

/// What an edition says of those before it, if there are any.
pub(crate) fn figure(mut all: Vec<Earlier>) -> Option<Figure> {
    all.truncate(EARLIER_MAX);
    (!all.is_empty()).then(|| Figure {
        line: None,
        what: EARLIER.to_owned(),
        of: None,
        bytes: cbor::encode(&all),
    })
}

/// The editions before one, as it names them, the latest first.
pub(super) fn earlier_of(figures: &[Figure]) -> Vec<Earlier> {
    let found = figures.iter().find(|it| it.what == EARLIER);
    let mut all: Vec<Earlier> = found
        .and_then(|it| cbor::decode(&it.bytes).ok())
        .unwrap_or_default();
    all.sort_by_key(|it| (std::cmp::Reverse(it.time), it.id));
    all
}
