//! The same operations in a file, for a stick or a letter: on pages, a carried copy.
//!
//! `polylogue-bundle 1\n`, the commons' id, then each operation behind its length (4 bytes, big
//! end first): the founding first, the others in order of (claimed time, id). A length of zero,
//! the number of operations (8 bytes) and BLAKE3 of all before it end the file, so that a copy
//! cut short is noticed. Everything in it is checked as if a peer had sent it.

use std::io::{self, Read, Write};

use polylogue_core::id::OperationId;
use polylogue_core::kind::Kind;
use polylogue_core::operation::{OPERATION_BYTES_MAX, Operation, OperationFault};

/// The version of bundles written and read here.
pub const VERSION: u64 = 1;

const MAGIC: &str = "polylogue-bundle ";
const MAGIC_LINE_BYTES_MAX: usize = 64;
const HASH_BYTES: usize = 32;

/// Why a bundle cannot be read to its end. What stood before the fault is kept.
#[derive(Debug, thiserror::Error)]
pub enum BundleFault {
    /// Another file.
    #[error("this is not a bundle: it does not begin as one")]
    NotABundle,
    /// A later version.
    #[error("this bundle was made by a newer Polylogue (version {0}; this one reads {VERSION})")]
    Newer(u64),
    /// It ends too early.
    #[error("this bundle is cut short after {0} operations")]
    Truncated(u64),
    /// Bytes in it changed.
    #[error("this bundle is damaged after {0} operations")]
    Damaged(u64),
    /// One operation claims to be longer than any can be.
    #[error("this bundle is damaged after {0} operations: one is longer than any can be")]
    Oversized(u64),
    /// An operation whose bytes break a rule.
    #[error("this bundle holds something after {after} operations that is none: {what}")]
    Operation {
        /// How many came before.
        after: u64,
        /// What is wrong with it.
        what: OperationFault,
    },
    /// It is of a commons that is not here, and the founding is not in it.
    #[error("this bundle is of a commons that is not here, and its founding is not in it")]
    NoFounding,
    /// The file cannot be read or written.
    #[error("the bundle cannot be read or written: {0}")]
    File(#[from] io::Error),
}

impl BundleFault {
    /// What to do next.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotABundle => "name a file that `polylogue bundle write` made",
            Self::Newer(_) => "update this Polylogue, or ask for the operations by the network",
            Self::Truncated(_) | Self::Damaged(_) | Self::Oversized(_) | Self::Operation { .. } => {
                "copy it again; what came before the fault is kept, and reading twice is no harm"
            }
            Self::NoFounding => "ask for a full bundle, or join by a ticket",
            Self::File(_) => "look at the file's name and permissions, and at the disk",
        }
    }
}

/// Writes one bundle.
pub(crate) struct Writer<W> {
    to: W,
    hasher: blake3::Hasher,
    count: u64,
}

impl<W: Write> Writer<W> {
    pub(crate) fn begin(to: W, commons: OperationId) -> io::Result<Self> {
        let mut writer = Self {
            to,
            hasher: blake3::Hasher::new(),
            count: 0,
        };
        writer.put(format!("{MAGIC}{VERSION}\n").as_bytes())?;
        writer.put(&commons.0)?;
        Ok(writer)
    }

    pub(crate) fn write(&mut self, operation: &Operation) -> io::Result<()> {
        let bytes = operation.encode();
        let length = u32::try_from(bytes.len()).expect("operations are below 128 KiB");
        self.put(&length.to_be_bytes())?;
        self.put(&bytes)?;
        self.count += 1;
        Ok(())
    }

    /// Ends the bundle and answers how many operations it holds.
    pub(crate) fn finish(mut self) -> io::Result<u64> {
        let count = self.count;
        self.put(&[0; 4])?;
        self.put(&count.to_be_bytes())?;
        let hash = *self.hasher.finalize().as_bytes();
        self.to.write_all(&hash)?;
        self.to.flush()?;
        Ok(count)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.to.write_all(bytes)
    }
}

/// Reads one bundle, operation by operation; signatures are checked by whoever takes them in.
pub(crate) struct Reader<R> {
    from: R,
    hasher: blake3::Hasher,
    commons: OperationId,
    count: u64,
    is_over: bool,
}

impl<R: Read> Reader<R> {
    pub(crate) fn begin(from: R) -> Result<Self, BundleFault> {
        let commons = OperationId([0; 32]);
        let hasher = blake3::Hasher::new();
        let mut reader = Self {
            from,
            hasher,
            commons,
            count: 0,
            is_over: false,
        };
        let version = reader.read_magic()?;
        if version != VERSION {
            return Err(BundleFault::Newer(version));
        }
        reader.commons = OperationId(reader.take()?);
        Ok(reader)
    }

    /// The commons it is of.
    pub(crate) fn commons(&self) -> OperationId {
        self.commons
    }

    /// The next operation; none at the end, once the whole file was found undamaged.
    pub(crate) fn next(&mut self) -> Result<Option<Operation>, BundleFault> {
        if self.is_over {
            return Ok(None);
        }
        let length = u32::from_be_bytes(self.take()?);
        let Ok(length @ 1..) = usize::try_from(length) else {
            self.read_end()?;
            self.is_over = true;
            return Ok(None);
        };
        if length > OPERATION_BYTES_MAX {
            return Err(BundleFault::Oversized(self.count));
        }
        let mut bytes = vec![0; length];
        self.fill(&mut bytes)?;
        let operation = Operation::decode(&bytes).map_err(|what| BundleFault::Operation {
            after: self.count,
            what,
        })?;
        self.count += 1;
        Ok(Some(operation))
    }

    fn read_magic(&mut self) -> Result<u64, BundleFault> {
        let mut line = Vec::new();
        loop {
            let [byte] = self.take::<1>().map_err(|fault| match fault {
                BundleFault::Truncated(_) => BundleFault::NotABundle,
                other => other,
            })?;
            if byte == b'\n' {
                break;
            }
            line.push(byte);
            if line.len() > MAGIC_LINE_BYTES_MAX {
                return Err(BundleFault::NotABundle);
            }
        }
        let line = String::from_utf8(line).map_err(|_| BundleFault::NotABundle)?;
        let version = line.strip_prefix(MAGIC).and_then(|it| it.parse().ok());
        version.ok_or(BundleFault::NotABundle)
    }

    fn read_end(&mut self) -> Result<(), BundleFault> {
        let count = u64::from_be_bytes(self.take()?);
        let expected = *self.hasher.finalize().as_bytes();
        let found: [u8; HASH_BYTES] = self.take()?;
        if count == self.count && found == expected {
            Ok(())
        } else {
            Err(BundleFault::Damaged(self.count))
        }
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], BundleFault> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), BundleFault> {
        self.from
            .read_exact(bytes)
            .map_err(|what| match what.kind() {
                io::ErrorKind::UnexpectedEof => BundleFault::Truncated(self.count),
                _ => BundleFault::File(what),
            })?;
        self.hasher.update(bytes);
        Ok(())
    }
}

/// Whether this operation founds the commons a bundle is of.
pub(crate) fn is_founding(operation: &Operation, commons: OperationId) -> bool {
    operation.header().kind == Kind::Founding.number() && operation.id() == commons
}

#[cfg(test)]
mod tests {
    use super::*;
    use polylogue_core::header::Draft;
    use polylogue_core::kind::{Body, Note};
    use polylogue_core::signature::SigningKey;
    use polylogue_core::text::Text;

    fn operation(number: u8) -> Operation {
        let draft = Draft {
            commons: OperationId([9; 32]),
            standing: None,
            act: Some(OperationId([9; 32])),
            previous: Vec::new(),
            counter: 1,
            time: u64::from(number),
        };
        let body = Body::Note(Note {
            text: Text::new("water", "en"),
        });
        Operation::sign(&draft, &body, [number; 16], &SigningKey::from([3; 32])).expect("small")
    }

    fn bundle() -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::begin(&mut bytes, OperationId([9; 32])).expect("memory");
        writer.write(&operation(1)).expect("memory");
        writer.write(&operation(2)).expect("memory");
        assert_eq!(writer.finish().expect("memory"), 2);
        bytes
    }

    fn read(bytes: &[u8]) -> Result<u64, BundleFault> {
        let mut reader = Reader::begin(bytes)?;
        let mut count = 0;
        while reader.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    #[test]
    fn a_bundle_reads_back() {
        assert_eq!(read(&bundle()).expect("whole"), 2);
    }

    #[test]
    fn every_cut_is_noticed() {
        let bytes = bundle();
        for length in 0..bytes.len() {
            assert!(read(&bytes[..length]).is_err(), "cut at {length}");
        }
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let bytes = bundle();
        for index in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[index] ^= 0x20;
            assert!(read(&changed).is_err(), "byte {index}");
        }
    }

    #[test]
    fn a_later_version_and_another_file_are_told_apart() {
        let later = [b"polylogue-bundle 2\n".as_slice(), &[0; 80]].concat();
        assert!(matches!(read(&later), Err(BundleFault::Newer(2))));
        assert!(matches!(
            read(b"PK\x03\x04 zip\n"),
            Err(BundleFault::NotABundle)
        ));
        assert!(matches!(read(b""), Err(BundleFault::NotABundle)));
    }
}
