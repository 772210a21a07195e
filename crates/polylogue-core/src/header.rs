//! The signed header: eleven fields in one flat array, readable for ever.

use minicbor::{Decode, Encode};

use crate::cbor::{self, NotStrict};
use crate::id::{Hash, Key, OperationId};
use crate::limits::{BODY_BYTES_MAX, FORMAT, HEADER_BYTES_MAX, PREVIOUS_MAX, SALT_BYTES, TIME_END};

/// What is signed. Frozen: docs/protocol.md holds the test vectors.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Header {
    /// The format of this header; [`FORMAT`].
    #[n(0)]
    pub format: u64,
    /// The commons. In its founding operation: 32 random bytes.
    #[n(1)]
    pub commons: OperationId,
    /// Who signed: a root key or a device key.
    #[n(2)]
    pub key: Key,
    /// The admission this key stands on; none: the person's first.
    #[n(3)]
    pub standing: Option<OperationId>,
    /// The latest resolution the author knew; none only in the founding operation.
    #[n(4)]
    pub act: Option<OperationId>,
    /// Heads of the person's operations known when this one was signed, in order of id.
    #[n(5)]
    pub previous: Vec<OperationId>,
    /// One more than the highest counter in `previous`; a first is 1.
    #[n(6)]
    pub counter: u64,
    /// Seconds since 1970-01-01 UTC, as claimed. Shown, never an order.
    #[n(7)]
    pub time: u64,
    /// The number of the kind; its hundreds tell the layer ([`crate::kind::Layer::of`]).
    #[n(8)]
    pub kind: u16,
    /// Bytes of the body, salt included.
    #[n(9)]
    pub body_bytes: u32,
    /// BLAKE3 of the body, salt included.
    #[n(10)]
    pub body_hash: Hash,
}

/// What an author knows before saying something; the rest of the header follows from the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The commons; for a founding, 32 random bytes.
    pub commons: OperationId,
    /// The admission to stand on; none: the first.
    pub standing: Option<OperationId>,
    /// The latest resolution known.
    pub act: Option<OperationId>,
    /// The person's heads.
    pub previous: Vec<OperationId>,
    /// One more than the highest counter among them.
    pub counter: u64,
    /// Claimed time in seconds.
    pub time: u64,
}

/// Why header bytes are refused. This is held against whoever sent them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// Longer than [`HEADER_BYTES_MAX`].
    #[error("the header is longer than {HEADER_BYTES_MAX} bytes")]
    TooLong,
    /// Not the one encoding.
    #[error(transparent)]
    NotStrict(#[from] NotStrict),
    /// Written in a format this version does not know.
    #[error("the header is of format {0}; this version reads format {FORMAT}")]
    Format(u64),
    /// More heads than allowed, or not in strict order of id.
    #[error("the heads are too many, repeated or out of order")]
    Heads,
    /// A counter that no heads can give.
    #[error("the counter does not fit the heads")]
    Counter,
    /// A claimed time at or after 2^48 seconds.
    #[error("the claimed time is out of range")]
    Time,
    /// A body too long, or too short to hold its salt.
    #[error("the body's length is out of range")]
    BodyBytes,
}

impl Header {
    /// Reads a header from exactly these bytes.
    ///
    /// # Errors
    /// A [`HeaderFault`] saying which rule the bytes break.
    pub fn decode(bytes: &[u8]) -> Result<Self, HeaderFault> {
        if bytes.len() > HEADER_BYTES_MAX {
            return Err(HeaderFault::TooLong);
        }
        let header: Self = cbor::decode(bytes)?;
        header.check()?;
        Ok(header)
    }

    /// The one encoding of this header.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        cbor::encode(self)
    }

    fn check(&self) -> Result<(), HeaderFault> {
        if self.format != FORMAT {
            return Err(HeaderFault::Format(self.format));
        }
        let in_order = self.previous.is_sorted_by(|first, second| first < second);
        if self.previous.len() > PREVIOUS_MAX || !in_order {
            return Err(HeaderFault::Heads);
        }
        if self.counter == 0 || (self.counter == 1) != self.previous.is_empty() {
            return Err(HeaderFault::Counter);
        }
        if self.time >= TIME_END {
            return Err(HeaderFault::Time);
        }
        let body_bytes = usize::try_from(self.body_bytes).map_err(|_| HeaderFault::BodyBytes)?;
        if !(SALT_BYTES..=BODY_BYTES_MAX).contains(&body_bytes) {
            return Err(HeaderFault::BodyBytes);
        }
        Ok(())
    }
}
