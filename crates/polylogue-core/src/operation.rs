//! One signed operation, as bytes and as what they say.
//!
//! On the wire and in bundles: signature (64 bytes) · header length (2 bytes, big end first) ·
//! header · body. A body that is not held is left out whole; the header says how long it was.

use crate::header::{Draft, Header, HeaderFault};
use crate::id::{Hash, Key, OperationId};
use crate::kind::{Body, Malformed};
use crate::limits::{BODY_BYTES_MAX, FORMAT, PREVIOUS_MAX, SALT_BYTES};
use crate::signature::{self, Claimed, OPERATION_DOMAIN, SigningKey};

/// The longest encoding of one operation.
pub const OPERATION_BYTES_MAX: usize = 64 + 2 + crate::limits::HEADER_BYTES_MAX + BODY_BYTES_MAX;

/// An operation whose bytes are well formed. Its signature is checked by [`Operation::verify`] or
/// [`verify_all`], never by reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    signature: [u8; 64],
    header_bytes: Vec<u8>,
    header: Header,
    body: Option<Vec<u8>>,
    id: OperationId,
}

/// Why the bytes of an operation are refused. Held against the sender, never against an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OperationFault {
    /// The bytes end too early or go on too long.
    #[error("the bytes of the operation are cut short or too long")]
    Length,
    /// The header breaks a rule.
    #[error(transparent)]
    Header(#[from] HeaderFault),
    /// The body is not the one whose hash was signed.
    #[error("the body is not the one that was signed")]
    Body,
    /// The signature does not hold.
    #[error("the signature does not hold")]
    Signature,
}

impl Operation {
    /// Signs a body. `salt` must be random: it keeps short bodies from being guessed.
    ///
    /// # Errors
    /// [`Malformed`] if the body breaks its own limits or is too long to travel.
    pub fn sign(
        draft: &Draft,
        body: &Body,
        salt: [u8; SALT_BYTES],
        key: &SigningKey,
    ) -> Result<Self, Malformed> {
        body.check()?;
        let body_bytes = body.encode(salt);
        if body_bytes.len() > BODY_BYTES_MAX {
            return Err(Malformed::TooLong("what you wrote"));
        }
        let mut previous = draft.previous.clone();
        previous.sort_unstable();
        previous.dedup();
        assert!(
            previous.len() <= PREVIOUS_MAX,
            "the author names at most {PREVIOUS_MAX} heads"
        );
        let header = Header {
            format: FORMAT,
            commons: draft.commons,
            key: Key::of(key),
            standing: draft.standing,
            act: draft.act,
            previous,
            counter: draft.counter,
            time: draft.time,
            kind: body.kind().number(),
            body_bytes: u32::try_from(body_bytes.len()).expect("bounded by BODY_BYTES_MAX"),
            body_hash: Hash::of(&body_bytes),
        };
        let header_bytes = header.encode();
        let signature = signature::sign(key, OPERATION_DOMAIN, &[&header_bytes]);
        let id = OperationId(Hash::of(&header_bytes).0);
        Ok(Self {
            signature,
            header_bytes,
            header,
            body: Some(body_bytes),
            id,
        })
    }

    /// Reads one operation from exactly these bytes; checks form and hash, not the signature.
    ///
    /// # Errors
    /// An [`OperationFault`] naming what is wrong with the bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self, OperationFault> {
        let (signature, rest) = bytes
            .split_first_chunk::<64>()
            .ok_or(OperationFault::Length)?;
        let (length, rest) = rest
            .split_first_chunk::<2>()
            .ok_or(OperationFault::Length)?;
        let length = usize::from(u16::from_be_bytes(*length));
        if rest.len() < length {
            return Err(OperationFault::Length);
        }
        let (header, body) = rest.split_at(length);
        Self::assemble(
            *signature,
            header.to_vec(),
            (!body.is_empty()).then(|| body.to_vec()),
        )
    }

    /// Puts stored parts together again; checks form and hash, not the signature.
    ///
    /// # Errors
    /// An [`OperationFault`] naming what is wrong with the parts.
    pub fn assemble(
        signature: [u8; 64],
        header_bytes: Vec<u8>,
        body: Option<Vec<u8>>,
    ) -> Result<Self, OperationFault> {
        let header = Header::decode(&header_bytes)?;
        if let Some(body) = &body
            && (u32::try_from(body.len()) != Ok(header.body_bytes)
                || Hash::of(body) != header.body_hash)
        {
            return Err(OperationFault::Body);
        }
        let id = OperationId(Hash::of(&header_bytes).0);
        Ok(Self {
            signature,
            header_bytes,
            header,
            body,
            id,
        })
    }

    /// The bytes that travel.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let body = self.body.as_deref().unwrap_or_default();
        joined(&self.signature, &self.header_bytes, body)
    }

    /// Checks the signature over the header bytes as received.
    ///
    /// # Errors
    /// [`OperationFault::Signature`] if it does not hold.
    pub fn verify(&self) -> Result<(), OperationFault> {
        let parts: &[&[u8]] = &[&self.header_bytes];
        signature::verify(self.header.key, &self.signature, OPERATION_DOMAIN, parts)
            .then_some(())
            .ok_or(OperationFault::Signature)
    }

    /// The operation's name: BLAKE3 of its header bytes.
    #[must_use]
    pub fn id(&self) -> OperationId {
        self.id
    }

    /// The commons it belongs to: its own id if it founds one.
    #[must_use]
    pub fn commons(&self) -> OperationId {
        if self.header.kind == crate::kind::Kind::Founding.number() {
            self.id
        } else {
            self.header.commons
        }
    }

    /// What was signed.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The header bytes as received.
    #[must_use]
    pub fn header_bytes(&self) -> &[u8] {
        &self.header_bytes
    }

    /// The signature as received.
    #[must_use]
    pub fn signature(&self) -> &[u8; 64] {
        &self.signature
    }

    /// The body bytes, salt included, where they are held.
    #[must_use]
    pub fn body_bytes(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }

    /// What the body says: `None` while it is not held.
    ///
    /// # Errors
    /// [`Malformed`] if the body is no valid body of its kind; [`Malformed::Unknown`] for a kind
    /// of a newer version.
    pub fn body(&self) -> Option<Result<Body, Malformed>> {
        self.body
            .as_deref()
            .map(|bytes| Body::decode(self.header.kind, bytes))
    }

    /// Lets go of the body; the header, author and time remain.
    #[must_use]
    pub fn without_body(mut self) -> Self {
        self.body = None;
        self
    }
}

/// The bytes that travel, from parts that were taken apart before; `body` is empty where it is not
/// held.
#[must_use]
pub fn joined(signature: &[u8; 64], header: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(header.len()).expect("headers are at most 1 KiB");
    let mut bytes = Vec::with_capacity(signature.len() + 2 + header.len() + body.len());
    bytes.extend_from_slice(signature);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(header);
    bytes.extend_from_slice(body);
    bytes
}

/// Below this many, operations of a batch that does not hold are checked one by one.
const ONE_BY_ONE: usize = 16;

/// Checks many signatures; answers, for each, whether it holds, by the same rule as one alone. The
/// more there are by the same authors, the less each costs; where one does not hold, halves are
/// checked again, so that a bad one costs no more than a few batches. `seed` must not be guessable
/// by the authors.
#[must_use]
pub fn verify_all(operations: &[Operation], seed: [u8; 32]) -> Vec<bool> {
    let claimed: Vec<Claimed<'_>> = operations
        .iter()
        .map(|it| Claimed {
            key: it.header.key,
            signature: &it.signature,
            header: &it.header_bytes,
        })
        .collect();
    let mut holds = vec![true; operations.len()];
    let mut open = Vec::from([(0, operations.len())]);
    while let Some((begin, end)) = open.pop() {
        if signature::verify_batch(&claimed[begin..end], seed) {
            continue;
        }
        if end - begin <= ONE_BY_ONE {
            (begin..end).for_each(|index| holds[index] = operations[index].verify().is_ok());
        } else {
            let middle = begin + (end - begin) / 2;
            open.push((begin, middle));
            open.push((middle, end));
        }
    }
    holds
}
