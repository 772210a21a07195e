//! Strict CBOR: bytes are accepted only if encoding what they say gives the same bytes again.
//! The encoder is minicbor's (shortest integers, definite lengths, fixed field order), so the one
//! deterministic encoding needs no rules of our own.

use minicbor::{Decode, Encode};

/// Encodes a value. Encoding into memory cannot fail for our types.
#[must_use]
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("writing to a vector cannot fail")
}

/// Decodes a value and refuses every encoding but the deterministic one.
///
/// # Errors
/// [`NotStrict`] for bytes that are damaged, truncated, followed by others, or encoded otherwise.
pub fn decode<'bytes, T>(bytes: &'bytes [u8]) -> Result<T, NotStrict>
where
    T: Decode<'bytes, ()> + Encode<()>,
{
    let value: T = minicbor::decode(bytes).map_err(|_| NotStrict)?;
    let mut rest = Rest(bytes);
    minicbor::encode(&value, &mut rest).map_err(|_| NotStrict)?;
    if rest.0.is_empty() {
        Ok(value)
    } else {
        Err(NotStrict)
    }
}

/// Compares what is written with what is left of some bytes, so that nothing is kept of it.
struct Rest<'bytes>(&'bytes [u8]);

impl minicbor::encode::Write for Rest<'_> {
    type Error = NotStrict;

    fn write_all(&mut self, written: &[u8]) -> Result<(), NotStrict> {
        self.0 = self.0.strip_prefix(written).ok_or(NotStrict)?;
        Ok(())
    }
}

/// The bytes are not the one encoding of any value of the type asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not in the one accepted encoding")]
pub struct NotStrict;
