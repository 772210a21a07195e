//! One attributed piece of long-form text in a dialogue.

use minicbor::{Decode, Encode};

use crate::id::{Hash, OperationId};
use crate::kind::{BroughtIn, Kind, Malformed, Reference, Say};
use crate::limits::{BLOB_BYTES_MAX, LICENCE_BYTES_MAX, REFERENCES_MAX, TURN_BYTES_MAX};
use crate::passage::Passage;
use crate::text::{Text, check_words};

/// From where a voice speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Voice {
    /// For oneself.
    #[n(0)]
    Oneself,
    /// From within the perspective.
    #[n(1)]
    Within,
    /// On the perspective's behalf, by someone who does not stand in it.
    #[n(2)]
    OnBehalf,
}

/// A passage of another turn, taken up in this one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Quote {
    /// The words quoted.
    #[n(0)]
    pub passage: Passage,
    /// The paragraph of this turn it stands before, from 0.
    #[n(1)]
    pub paragraph: u32,
}

/// A text too long for a body, by hash.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LongText {
    /// BLAKE3 of the text's bytes (UTF-8 Markdown).
    #[n(0)]
    pub hash: Hash,
    /// Its length in bytes.
    #[n(1)]
    pub bytes: u64,
}

/// Says something in a dialogue; revised by appending, never replaced.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Turn {
    /// The dialogue.
    #[n(0)]
    pub dialogue: OperationId,
    /// The words, Markdown; their beginning where `long` names more.
    #[n(1)]
    pub text: Text,
    /// The whole text, where it is too long for here.
    #[n(2)]
    pub long: Option<LongText>,
    /// The perspective spoken for; none: oneself.
    #[n(3)]
    pub perspective: Option<OperationId>,
    /// From where.
    #[n(4)]
    pub voice: Voice,
    /// The turn this answers.
    #[n(5)]
    pub reply_to: Option<OperationId>,
    /// Passages taken up.
    #[n(6)]
    pub quotes: Vec<Quote>,
    /// Licence (SPDX), where it is not the commons' own; else empty.
    #[n(7)]
    pub licence: String,
    /// Where it was brought in from, if it was.
    #[n(8)]
    pub brought_in: Option<BroughtIn>,
}

impl Say for Turn {
    fn check(&self) -> Result<(), Malformed> {
        self.text.check("the turn", TURN_BYTES_MAX)?;
        check_quotes(&self.quotes)?;
        check_words(&self.licence, "the licence", LICENCE_BYTES_MAX)?;
        if self
            .long
            .as_ref()
            .is_some_and(|it| it.bytes > BLOB_BYTES_MAX)
        {
            return Err(Malformed::TooLong("the turn"));
        }
        if (self.voice == Voice::Oneself) != self.perspective.is_none() {
            return Err(Malformed::Missing("the perspective spoken for"));
        }
        self.brought_in.as_ref().map_or(Ok(()), BroughtIn::check)
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = quoted(&self.quotes);
        references.push(Reference::to(self.dialogue, &[Kind::Dialogue]));
        references.extend(
            self.perspective
                .map(|id| Reference::to(id, &[Kind::Perspective])),
        );
        references.extend(self.reply_to.map(|id| Reference::to(id, &[Kind::Turn])));
        references
    }
}

pub(super) fn check_quotes(quotes: &[Quote]) -> Result<(), Malformed> {
    if quotes.len() > REFERENCES_MAX {
        return Err(Malformed::Named("the passages taken up"));
    }
    quotes.iter().try_for_each(|it| it.passage.check())
}

pub(super) fn quoted(quotes: &[Quote]) -> Vec<Reference> {
    const TEXTS: &[Kind] = &[Kind::Turn, Kind::Source, Kind::Line];
    quotes
        .iter()
        .map(|it| Reference::to(it.passage.of, TEXTS))
        .collect()
}
