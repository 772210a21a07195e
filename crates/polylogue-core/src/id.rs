//! Names of things: operation ids, keys and hashes. All are 32 bytes; none can be mistaken for
//! another.

use std::fmt;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

macro_rules! bytes32 {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl $name {
            /// Reads exactly 32 bytes; anything else is none.
            #[must_use]
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// Reads 64 hexadecimal digits in either case; anything else is none.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                if text.len() != 64 || !text.is_ascii() {
                    return None;
                }
                let mut bytes = [0; 32];
                for (index, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
                }
                (!text.contains('+')).then_some(Self(bytes))
            }

            /// The first eight hexadecimal digits: enough to tell things apart on a page.
            #[must_use]
            pub fn short(&self) -> String {
                self.to_string().chars().take(8).collect()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self.short())
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: Write>(
                &self,
                encoder: &mut Encoder<W>,
                _context: &mut C,
            ) -> Result<(), EncodeError<W::Error>> {
                encoder.bytes(&self.0)?.ok()
            }
        }

        impl<'bytes, C> Decode<'bytes, C> for $name {
            fn decode(
                decoder: &mut Decoder<'bytes>,
                _context: &mut C,
            ) -> Result<Self, DecodeError> {
                Self::from_slice(decoder.bytes()?)
                    .ok_or_else(|| DecodeError::message("expected exactly 32 bytes"))
            }
        }
    };
}

bytes32! {
    /// The BLAKE3 hash of an operation's header: the operation's name everywhere.
    OperationId
}
bytes32! {
    /// An Ed25519 public key: a person's root, or one of their devices.
    Key
}
bytes32! {
    /// A BLAKE3 hash of a body, a blob, or the read secret.
    Hash
}

impl Key {
    /// The public half of a signing key.
    #[must_use]
    pub fn of(signing_key: &crate::signature::SigningKey) -> Self {
        Self(ed25519_zebra::VerificationKey::from(signing_key).into())
    }
}

impl Hash {
    /// Hashes bytes with BLAKE3.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}
