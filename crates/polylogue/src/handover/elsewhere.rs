//! Where there are no Unix sockets: one process at a time, said in a sentence.

use std::path::Path;

use super::Request;
use crate::failure::Failure;

/// Nothing listens here.
#[derive(Debug)]
pub(crate) struct Owner;

/// Says that a second process cannot reach the first on this platform.
///
/// # Errors
/// Never: nobody listens.
pub(crate) fn hand_over(_socket: &Path, _request: &Request) -> Result<Option<u8>, Failure> {
    Ok(None)
}
