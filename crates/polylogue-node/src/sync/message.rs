//! What two peers say to each other; docs/protocol/session.md is the contract.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use super::set::{Digest, Id, Key};

/// The version of the session this peer speaks.
pub const VERSION: u8 = 1;

/// One message, encoded as a CBOR array that starts with its number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(super) enum Message {
    /// The first word of each side.
    #[n(0)]
    Hello {
        #[n(0)]
        version: u8,
        #[cbor(n(1), with = "minicbor::bytes")]
        tag: [u8; 32],
        #[cbor(n(2), with = "minicbor::bytes")]
        nonce: [u8; 32],
    },
    /// The right to read, by secrets: one MAC of 32 bytes for each, one after the other.
    #[n(1)]
    ProofBySecret {
        #[cbor(n(0), with = "minicbor::bytes")]
        macs: Vec<u8>,
    },
    /// None of the other side's secrets opens the door; a device key may.
    #[n(2)]
    AskSignature,
    /// The right to read, by a device key.
    #[n(3)]
    ProofByDevice {
        #[cbor(n(0), with = "minicbor::bytes")]
        device_key: [u8; 32],
        #[cbor(n(1), with = "minicbor::bytes")]
        signature: [u8; 64],
    },
    /// Where else the sender can be reached; the session does not read it.
    #[n(4)]
    Contact {
        #[cbor(n(0), with = "minicbor::bytes")]
        contact: Vec<u8>,
    },
    /// The dialler asks whether both hold the same.
    #[n(5)]
    Compare {
        #[n(0)]
        count: u64,
        #[cbor(n(1), with = "minicbor::bytes")]
        sum: [u8; 32],
    },
    /// The other side's digest.
    #[n(6)]
    Compared {
        #[n(0)]
        count: u64,
        #[cbor(n(1), with = "minicbor::bytes")]
        sum: [u8; 32],
    },
    /// The dialler found both digests equal.
    #[n(7)]
    Equal,
    /// A negentropy message.
    #[n(8)]
    Difference {
        #[cbor(n(0), with = "minicbor::bytes")]
        negentropy: Vec<u8>,
    },
    /// The reconciliation is over; the sender is about to send so many operations, and to ask
    /// for so many.
    #[n(9)]
    Settled {
        #[n(0)]
        owed: u64,
        #[n(1)]
        asked: u64,
    },
    /// Everything the sender owed has been sent, what it asked for has come and is taken in.
    #[n(10)]
    Done,
    /// Please send these; ids one after the other.
    #[n(11)]
    Request {
        #[cbor(n(0), with = "minicbor::bytes")]
        ids: Vec<u8>,
    },
    /// The last request is answered; so many were not here.
    #[n(12)]
    Answered {
        #[n(0)]
        missing: u64,
    },
    /// Operations, each as its bytes.
    #[n(13)]
    Operations {
        #[n(0)]
        operations: Vec<ByteVec>,
    },
    /// So many bytes of frames of operations have been taken in since the start.
    #[n(14)]
    Consumed {
        #[n(0)]
        bytes: u64,
    },
    /// The sender got these from others; keys of 40 bytes one after the other.
    #[n(15)]
    Have {
        #[cbor(n(0), with = "minicbor::bytes")]
        keys: Vec<u8>,
    },
    /// Something changed; please compare soon.
    #[n(16)]
    Changed,
    /// Equal digests: does the keyed hash agree? Each bucket ends before a key of 40 bytes and
    /// is followed by 32 bytes of hash.
    #[n(17)]
    Census {
        #[cbor(n(0), with = "minicbor::bytes")]
        from: Vec<u8>,
        #[cbor(n(1), with = "minicbor::bytes")]
        buckets: Vec<u8>,
    },
    /// All keys the sender has in one bucket that did not agree.
    #[n(18)]
    CensusBucket {
        #[cbor(n(0), with = "minicbor::bytes")]
        from: Vec<u8>,
        #[cbor(n(1), with = "minicbor::bytes")]
        until: Vec<u8>,
        #[cbor(n(2), with = "minicbor::bytes")]
        keys: Vec<u8>,
    },
    /// The census is answered.
    #[n(19)]
    CensusDone,
    /// The sender leaves; the number says why.
    #[n(20)]
    Close {
        #[n(0)]
        reason: u8,
    },
    /// The sender holds these, by people nobody has admitted yet; keys of 40 bytes one after the
    /// other.
    #[n(21)]
    Porch {
        #[cbor(n(0), with = "minicbor::bytes")]
        keys: Vec<u8>,
    },
    /// So many keys named by Porch since the start are dealt with: here, asked for and taken in,
    /// or not wanted.
    #[n(22)]
    PorchHeard {
        #[n(0)]
        keys: u64,
    },
}

impl Message {
    pub(super) fn compare(digest: Digest) -> Self {
        Self::Compare {
            count: digest.count,
            sum: digest.sum,
        }
    }

    pub(super) fn compared(digest: Digest) -> Self {
        Self::Compared {
            count: digest.count,
            sum: digest.sum,
        }
    }

    pub(super) fn encoded(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("encoding into memory does not fail")
    }

    /// Reads exactly one message; anything after it, or any unknown number, is refused.
    pub(super) fn decoded(bytes: &[u8]) -> Option<Self> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let message = decoder.decode().ok()?;
        (decoder.position() == bytes.len()).then_some(message)
    }
}

pub(super) fn joined_ids<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<u8> {
    ids.into_iter().flatten().copied().collect()
}

pub(super) fn split_ids(bytes: &[u8]) -> Option<Vec<Id>> {
    let (ids, rest) = bytes.as_chunks::<32>();
    rest.is_empty().then(|| ids.to_vec())
}

pub(super) fn joined_keys(keys: impl IntoIterator<Item = Key>) -> Vec<u8> {
    keys.into_iter().flat_map(Key::to_bytes).collect()
}

pub(super) fn split_keys(bytes: &[u8]) -> Option<Vec<Key>> {
    let (keys, rest) = bytes.as_chunks::<{ Key::BYTES }>();
    rest.is_empty()
        .then(|| keys.iter().map(Key::from_bytes).collect())
}
