//! Frames: four bytes of length, most significant first, then that many bytes.

use thiserror::Error;

use super::limits::FRAME_BYTES_MAX;

const LENGTH_BYTES: usize = 4;

/// Why a stream cannot be cut into frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FrameError {
    /// The length is beyond what any message may have.
    #[error("the other side announced a message of {0} bytes, more than any message may have")]
    TooLong(u32),
    /// A message of no bytes.
    #[error("the other side sent a message of no bytes")]
    Empty,
}

/// Puts the length in front of a message.
///
/// # Panics
/// If the message is longer than [`FRAME_BYTES_MAX`], which the session never makes.
pub fn framed(message: &[u8]) -> Vec<u8> {
    assert!(
        message.len() <= FRAME_BYTES_MAX,
        "sessions bound their messages"
    );
    let length = u32::try_from(message.len()).expect("128 KiB fit 32 bits");
    let mut frame = Vec::with_capacity(LENGTH_BYTES + message.len());
    frame.extend_from_slice(&length.to_be_bytes());
    frame.extend_from_slice(message);
    frame
}

/// Cuts a stream of bytes back into messages, holding at most one incomplete frame.
#[derive(Debug, Default)]
pub struct Deframer {
    bytes: Vec<u8>,
    start: usize,
}

impl Deframer {
    /// Takes in the next bytes of the stream.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.start > 0 {
            self.bytes.drain(..self.start);
            self.start = 0;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Returns the next whole message, or `None` until more bytes have come.
    ///
    /// # Errors
    /// If the announced length is zero or beyond [`FRAME_BYTES_MAX`]; the stream is then lost.
    pub fn next_message(&mut self) -> Result<Option<Vec<u8>>, FrameError> {
        let rest = &self.bytes[self.start..];
        let Some((length, rest)) = rest.split_first_chunk::<LENGTH_BYTES>() else {
            return Ok(None);
        };
        let announced = u32::from_be_bytes(*length);
        let length = usize::try_from(announced).unwrap_or(usize::MAX);
        if length > FRAME_BYTES_MAX {
            return Err(FrameError::TooLong(announced));
        }
        if length == 0 {
            return Err(FrameError::Empty);
        }
        let Some(message) = rest.get(..length) else {
            return Ok(None);
        };
        let message = message.to_vec();
        self.start += LENGTH_BYTES + length;
        Ok(Some(message))
    }
}
