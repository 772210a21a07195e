//! The process beside the owner.

use std::io::{ErrorKind, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;

use super::{Answer, Request};
use crate::failure::Failure;
use crate::output::Marks;

/// Hands a request to the owner that listens at a socket and passes its answer on; gives the
/// exit code, or none if nobody listens there any more.
///
/// # Errors
/// An environment failure if the owner goes away before it has answered.
pub(crate) fn hand_over(socket: &Path, request: &Request) -> Result<Option<u8>, Failure> {
    let mut stream = match UnixStream::connect(socket) {
        Ok(stream) => stream,
        Err(failure) if is_nobody(failure.kind()) => return Ok(None),
        Err(failure) => return Err(broken(&failure)),
    };
    match request.write(&mut stream) {
        Err(failure) if failure.kind() == ErrorKind::InvalidInput => {
            return Err(Failure::usage(
                failure.to_string(),
                "put long texts on standard input",
            ));
        }
        // An owner that refuses may close before it has read everything: its answer says why.
        Ok(()) | Err(_) => {}
    }
    let marks = Marks::of_output();
    let (mut output, mut error) = (std::io::stdout().lock(), std::io::stderr().lock());
    loop {
        match Answer::read(&mut stream).map_err(|it| broken(&it))? {
            // Whoever read our output may have gone; the owner's work is done all the same.
            Answer::Output(bytes) => output.write_all(&marks.set(&bytes)).unwrap_or_default(),
            Answer::Error(bytes) => error.write_all(&bytes).unwrap_or_default(),
            Answer::Exit(code) => {
                output.flush().unwrap_or_default();
                return Ok(Some(code));
            }
        }
    }
}

fn is_nobody(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::ConnectionRefused)
}

fn broken(failure: &std::io::Error) -> Failure {
    Failure::environment(
        format!("the polylogue that has this home open broke off: {failure}"),
        "see whether it still runs; `polylogue log` shows what was recorded",
    )
}
