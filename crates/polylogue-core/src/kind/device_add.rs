//! A person's root key adds a device key.

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::id::{Key, OperationId};
use crate::kind::{Kind, Malformed, Reference, Say};
use crate::limits::TIME_END;

/// What kind of key speaks, shown to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum DeviceKind {
    /// The person's own machine.
    #[n(0)]
    Own,
    /// A browser; its key is lent by the page's peer.
    #[n(1)]
    Browser,
    /// Entered by a helper or hub, for this person alone.
    #[n(2)]
    EnteredBy,
}

/// What a key or an admission may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Scope {
    /// Everything.
    #[n(0)]
    All,
    /// Votes and nothing else.
    #[n(1)]
    Vote,
}

/// A signature inside a body, by a key that agrees to what the body says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Proof(pub [u8; 64]);

impl std::fmt::Debug for Proof {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Proof(…)")
    }
}

impl<C> Encode<C> for Proof {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _context: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.bytes(&self.0)?.ok()
    }
}

impl<'bytes, C> Decode<'bytes, C> for Proof {
    fn decode(decoder: &mut Decoder<'bytes>, _context: &mut C) -> Result<Self, DecodeError> {
        let bytes = decoder.bytes()?.try_into();
        bytes
            .map(Self)
            .map_err(|_| DecodeError::message("expected exactly 64 bytes"))
    }
}

/// Adds a device key; signed by the root key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DeviceAdd {
    /// The device's key.
    #[n(0)]
    pub device: Key,
    /// What kind of device.
    #[n(1)]
    pub kind: DeviceKind,
    /// What it may say.
    #[n(2)]
    pub scope: Scope,
    /// Claimed times from here on are set aside.
    #[n(3)]
    pub end: Option<u64>,
    /// The device's signature over commons and root: nobody adds another's key.
    #[n(4)]
    pub proof: Proof,
    /// The device's name, in a note that can be erased.
    #[n(5)]
    pub words: Option<OperationId>,
}

impl Say for DeviceAdd {
    fn check(&self) -> Result<(), Malformed> {
        match self.end {
            Some(end) if end >= TIME_END => Err(Malformed::Range("the end")),
            _ => Ok(()),
        }
    }

    fn references(&self) -> Vec<Reference> {
        let mut references = Vec::new();
        references.extend(self.words.map(|id| Reference::to(id, &[Kind::Note])));
        references
    }
}
