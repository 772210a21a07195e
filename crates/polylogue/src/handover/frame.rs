//! What travels over the owner's socket: frames of a tag, a length and so many bytes.
//!
//! Both ends are the same program on the same machine, and the socket outlives neither, so this
//! is no protocol to keep: the first frame carries the program's version, and another version is
//! refused in words.

use std::io::{Error, ErrorKind, Read, Result, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::INPUT_BYTES_MAX;

/// The longest list of typed words, in bytes of JSON.
const TYPED_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Longer output is cut into frames of this many bytes.
const OUTPUT_FRAME_BYTES_MAX: usize = 64 * 1024;

/// What is asked of the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    /// What was typed, the program's name first.
    pub(crate) typed: Vec<String>,
    /// Where it was typed: paths are taken from there.
    pub(crate) folder: PathBuf,
    /// What stood on standard input, where a text argument is `-`.
    pub(crate) input: Option<Vec<u8>>,
}

/// One part of the owner's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Bytes for standard output.
    Output(Vec<u8>),
    /// Bytes for standard error.
    Error(Vec<u8>),
    /// The exit code; nothing follows.
    Exit(u8),
}

#[derive(Serialize, Deserialize)]
struct Head {
    version: String,
    typed: Vec<String>,
    folder: PathBuf,
    has_input: bool,
}

const HEAD: u8 = 1;
const INPUT: u8 = 2;
const OUTPUT: u8 = 3;
const ERROR: u8 = 4;
const EXIT: u8 = 5;

impl Request {
    /// Sends the request.
    ///
    /// # Errors
    /// Those of the connection, and what was typed being too long.
    pub(crate) fn write(&self, to: &mut impl Write) -> Result<()> {
        let head = Head {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            typed: self.typed.clone(),
            folder: self.folder.clone(),
            has_input: self.input.is_some(),
        };
        let head = serde_json::to_vec(&head)?;
        if head.len() > TYPED_BYTES_MAX {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "what was typed is too long",
            ));
        }
        write_frame(to, HEAD, &head)?;
        if let Some(input) = &self.input {
            write_frame(to, INPUT, input)?;
        }
        to.flush()
    }

    /// Reads a request.
    ///
    /// # Errors
    /// Those of the connection; bytes that are no request of this version, or too many of them.
    pub(crate) fn read(from: &mut impl Read) -> Result<Self> {
        let (tag, head) = read_frame(from, TYPED_BYTES_MAX)?;
        let head: Head = serde_json::from_slice(&head)?;
        if tag != HEAD || head.version != env!("CARGO_PKG_VERSION") {
            let words = "the home is open in another version of polylogue; stop that one first";
            return Err(Error::new(ErrorKind::InvalidData, words));
        }
        let input = match head.has_input {
            false => None,
            true => match read_frame(from, INPUT_BYTES_MAX)? {
                (INPUT, input) => Some(input),
                _ => return Err(ErrorKind::InvalidData.into()),
            },
        };
        Ok(Self {
            typed: head.typed,
            folder: head.folder,
            input,
        })
    }
}

impl Answer {
    /// Sends one part, in as many frames as it takes.
    ///
    /// # Errors
    /// Those of the connection.
    pub(crate) fn write(&self, to: &mut impl Write) -> Result<()> {
        let (tag, bytes) = match self {
            Self::Output(bytes) => (OUTPUT, bytes.as_slice()),
            Self::Error(bytes) => (ERROR, bytes.as_slice()),
            Self::Exit(code) => return write_frame(to, EXIT, &[*code]).and_then(|()| to.flush()),
        };
        bytes
            .chunks(OUTPUT_FRAME_BYTES_MAX)
            .try_for_each(|part| write_frame(to, tag, part))
    }

    /// Reads one part.
    ///
    /// # Errors
    /// Those of the connection, and bytes that are no part of an answer.
    pub(crate) fn read(from: &mut impl Read) -> Result<Self> {
        match read_frame(from, OUTPUT_FRAME_BYTES_MAX)? {
            (OUTPUT, bytes) => Ok(Self::Output(bytes)),
            (ERROR, bytes) => Ok(Self::Error(bytes)),
            (EXIT, bytes) if bytes.len() == 1 => Ok(Self::Exit(bytes[0])),
            _ => Err(ErrorKind::InvalidData.into()),
        }
    }
}

fn write_frame(to: &mut impl Write, tag: u8, bytes: &[u8]) -> Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| Error::from(ErrorKind::InvalidInput))?;
    to.write_all(&[tag])?;
    to.write_all(&length.to_be_bytes())?;
    to.write_all(bytes)
}

fn read_frame(from: &mut impl Read, bytes_max: usize) -> Result<(u8, Vec<u8>)> {
    let mut head = [0; 5];
    from.read_exact(&mut head)?;
    let [tag, length @ ..] = head;
    let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
    if length > bytes_max {
        return Err(Error::new(
            ErrorKind::InvalidData,
            "more bytes than this socket takes",
        ));
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok((tag, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(input: Option<Vec<u8>>) -> Request {
        let typed = ["polylogue", "say", "-"].map(str::to_owned).to_vec();
        Request {
            typed,
            folder: PathBuf::from("/where"),
            input,
        }
    }

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        for sent in [
            request(None),
            request(Some(Vec::new())),
            request(Some(vec![7; 300_000])),
        ] {
            let mut bytes = Vec::new();
            sent.write(&mut bytes).unwrap();
            assert_eq!(Request::read(&mut bytes.as_slice()).unwrap(), sent);
        }
    }

    #[test]
    fn long_output_travels_in_bounded_frames() {
        let mut bytes = Vec::new();
        Answer::Output(vec![1; 200_000]).write(&mut bytes).unwrap();
        Answer::Exit(1).write(&mut bytes).unwrap();
        let mut rest = bytes.as_slice();
        let mut total = 0;
        while let Answer::Output(part) = Answer::read(&mut rest).unwrap() {
            assert!(part.len() <= OUTPUT_FRAME_BYTES_MAX);
            total += part.len();
        }
        assert_eq!((total, rest.len()), (200_000, 0));
    }

    #[test]
    fn bytes_that_are_no_request_are_refused() {
        for bytes in [
            &b""[..],
            b"\x01\xff\xff\xff\xff",
            b"\x01\0\0\0\x02{}",
            b"GET / HTTP/1.1\r\n",
        ] {
            assert!(Request::read(&mut &bytes[..]).is_err());
        }
        let mut cut = Vec::new();
        request(Some(vec![7; 100])).write(&mut cut).unwrap();
        assert!(Request::read(&mut &cut[..cut.len() - 1]).is_err());
    }
}
