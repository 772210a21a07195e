//! What an edition consists of: a list of operations, and what was computed from them.
//!
//! The **content** is what somebody reads: its hash is in the signed edition, and covers no
//! signature, so that several valid signatures of one operation make no second edition. The
//! **manifest** names what the edition rests on, operation by operation, and holds what was frozen
//! of figures. Words stand in neither: they stay in the operations, where their authors can empty
//! them. docs/formats/edition.md freezes both; they are held by test vectors.

use minicbor::{Decode, Encode};

use crate::cbor::{self, NotStrict};
use crate::id::{Hash, OperationId};
use crate::kind::Trace;
use crate::limits::{EDITION_FIGURES_MAX, EDITION_OPERATIONS_MAX, EDITION_PART_BYTES_MAX};
use crate::text::Text;

/// The version of manifests written and read here.
pub const VERSION: u64 = 1;

/// How an operation is in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Held {
    /// Its header alone: it is there so that others can be judged, or its body may not travel.
    #[n(0)]
    Header,
    /// With its body.
    #[n(1)]
    Whole,
}

/// One operation that an edition rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Rests {
    /// The operation.
    #[n(0)]
    pub id: OperationId,
    /// How it is in the edition.
    #[n(1)]
    pub held: Held,
}

/// A line of an edition: which, and which of its wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LineOf {
    /// The line.
    #[n(0)]
    pub line: OperationId,
    /// The operation its wording is from: the line itself for its first.
    #[n(1)]
    pub wording: OperationId,
}

/// Something computed, as it was when the edition was made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Figure {
    /// The line that shows it; none where it is printed beside the text.
    #[n(0)]
    pub line: Option<OperationId>,
    /// What computes it again, and from what: a name such as `tally`, then what it is of.
    #[n(1)]
    pub what: String,
    /// What it was of.
    #[n(2)]
    pub of: Option<OperationId>,
    /// What came out, in the bytes that `what` says.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// What an edition consists of.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Manifest {
    /// [`VERSION`].
    #[n(0)]
    pub version: u64,
    /// The resolution that was pinned where the edition was made, if any.
    #[n(1)]
    pub pin: Option<OperationId>,
    /// The lines, in reading order.
    #[n(2)]
    pub lines: Vec<LineOf>,
    /// Minority reports and reservations that are printed with it, in order of id.
    #[n(3)]
    pub dissent: Vec<OperationId>,
    /// What was frozen.
    #[n(4)]
    pub figures: Vec<Figure>,
    /// What it rests on: the founding, then the others in order of (claimed time, id).
    #[n(5)]
    pub rests: Vec<Rests>,
}

/// Why bytes are no manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ManifestFault {
    /// Not the one encoding.
    #[error(transparent)]
    NotStrict(#[from] NotStrict),
    /// Of a later version.
    #[error("what it consists of is listed in a newer way (version {0}; this one reads {VERSION})")]
    Newer(u64),
    /// Too much of something.
    #[error("{0} are more than an edition may have")]
    TooMany(&'static str),
}

impl Manifest {
    /// The one encoding.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        cbor::encode(self)
    }

    /// Reads a manifest from exactly these bytes.
    ///
    /// # Errors
    /// A [`ManifestFault`] saying what is wrong.
    pub fn decode(bytes: &[u8]) -> Result<Self, ManifestFault> {
        let manifest: Self = cbor::decode(bytes)?;
        manifest.check()?;
        Ok(manifest)
    }

    /// Checks version and limits.
    ///
    /// # Errors
    /// A [`ManifestFault`] saying what is wrong.
    pub fn check(&self) -> Result<(), ManifestFault> {
        if self.version != VERSION {
            return Err(ManifestFault::Newer(self.version));
        }
        if self.rests.len() > EDITION_OPERATIONS_MAX {
            return Err(ManifestFault::TooMany("the operations it rests on"));
        }
        if self.lines.len() > self.rests.len() {
            return Err(ManifestFault::TooMany("the lines"));
        }
        if self.figures.len() > EDITION_FIGURES_MAX {
            return Err(ManifestFault::TooMany("the figures"));
        }
        Ok(())
    }

    /// The bytes in parts that an operation can carry.
    pub fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
        bytes.chunks(EDITION_PART_BYTES_MAX)
    }
}

/// One line as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ReadLine {
    /// The line.
    #[n(0)]
    pub line: OperationId,
    /// Its words.
    #[n(1)]
    pub text: Text,
    /// What it rests on.
    #[n(2)]
    pub traces: Vec<Trace>,
}

/// What somebody reads in an edition, for its hash: nothing of it depends on who signed, nor on
/// where the spans of passages are thought to be.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Content {
    /// The document's title.
    #[n(0)]
    pub title: Text,
    /// The name of the version.
    #[n(1)]
    pub name: String,
    /// The licence (SPDX).
    #[n(2)]
    pub licence: String,
    /// The lines, in reading order.
    #[n(3)]
    pub lines: Vec<ReadLine>,
    /// Minority reports and reservations printed with it, in order of id.
    #[n(4)]
    pub dissent: Vec<OperationId>,
    /// What was frozen.
    #[n(5)]
    pub figures: Vec<Figure>,
}

impl Content {
    /// BLAKE3 of the one encoding, with every span of a passage left out.
    #[must_use]
    pub fn hash(mut self) -> Hash {
        let traces = self.lines.iter_mut().flat_map(|it| &mut it.traces);
        for passage in traces.filter_map(|it| it.passage.as_mut()) {
            passage.start = 0;
        }
        Hash::of(&cbor::encode(&self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::Passage;

    fn id(number: u8) -> OperationId {
        OperationId([number; 32])
    }

    fn content(start: u32, words: &str) -> Content {
        let mut passage =
            Passage::of_words(id(1), id(1), "The river was low.", "river").expect("there");
        passage.start = start;
        let trace = Trace {
            of: id(1),
            passage: Some(passage),
        };
        Content {
            title: Text::new("A river kept", "en"),
            name: "1.0".to_owned(),
            licence: "CC-BY-SA-4.0".to_owned(),
            lines: vec![ReadLine {
                line: id(2),
                text: Text::new(words, "en"),
                traces: vec![trace],
            }],
            dissent: Vec::new(),
            figures: Vec::new(),
        }
    }

    #[test]
    fn the_content_hash_depends_on_words_and_on_no_span() {
        let hash = content(4, "It was low.").hash();
        assert_eq!(hash, content(9, "It was low.").hash());
        assert_ne!(hash, content(4, "It is low.").hash());
    }

    #[test]
    fn a_manifest_reads_back_from_its_parts_and_no_other_bytes_do() {
        let rests = |number: u32| Rests {
            id: OperationId(*blake3::hash(&number.to_be_bytes()).as_bytes()),
            held: if number.is_multiple_of(3) {
                Held::Header
            } else {
                Held::Whole
            },
        };
        let manifest = Manifest {
            version: VERSION,
            pin: None,
            lines: vec![LineOf {
                line: id(2),
                wording: id(3),
            }],
            dissent: vec![id(4)],
            figures: vec![Figure {
                line: None,
                what: "tally".to_owned(),
                of: Some(id(5)),
                bytes: vec![1, 2, 3],
            }],
            rests: (0..4_000).map(rests).collect(),
        };
        let bytes = manifest.encode();
        let parts: Vec<&[u8]> = Manifest::parts(&bytes).collect();
        assert!(parts.len() > 1, "longer than one operation may be");
        assert_eq!(Manifest::decode(&parts.concat()), Ok(manifest.clone()));
        assert!(Manifest::decode(&bytes[..bytes.len() - 1]).is_err());
        let newer = Manifest {
            version: 2,
            ..manifest
        };
        let newer = Manifest::decode(&newer.encode());
        assert_eq!(newer, Err(ManifestFault::Newer(2)));
    }
}
