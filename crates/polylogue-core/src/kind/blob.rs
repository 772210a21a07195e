//! Something larger than a body, named by its hash.

use minicbor::{Decode, Encode};

use crate::id::Hash;
use crate::kind::{Malformed, Say};
use crate::limits::{BLOB_BYTES_MAX, NAME_BYTES_MAX};
use crate::text::check_words;

/// Announces a blob; the operation counts without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Blob {
    /// BLAKE3 of the bytes.
    #[n(0)]
    pub hash: Hash,
    /// How many bytes.
    #[n(1)]
    pub bytes: u64,
    /// The media type, such as `image/png`.
    #[n(2)]
    pub media: String,
    /// Its file name.
    #[n(3)]
    pub name: String,
}

impl Say for Blob {
    fn check(&self) -> Result<(), Malformed> {
        check_words(&self.media, "the type", NAME_BYTES_MAX)?;
        check_words(&self.name, "the name", NAME_BYTES_MAX)?;
        if self.bytes > BLOB_BYTES_MAX {
            Err(Malformed::TooLong("the file"))
        } else {
            Ok(())
        }
    }
}
