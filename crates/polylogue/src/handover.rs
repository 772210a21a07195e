//! One process owns a home; whatever verb runs beside it is handed to the owner whole.
//!
//! The owner listens on a local socket that only the owner's user can open. The process beside
//! it sends what was typed, what stood on standard input and where it was typed; the owner runs
//! the very function it would have run itself and sends back both outputs and the exit code.
//! What the environment of either process says plays no part.

mod frame;

#[cfg(unix)]
mod client;
#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod owner;

#[cfg(unix)]
pub(crate) use self::client::hand_over;
#[cfg(not(unix))]
pub(crate) use self::elsewhere::{Owner, hand_over};
#[cfg(unix)]
pub(crate) use self::owner::{Owner, Ran, Run};

use std::path::{Path, PathBuf};

pub(crate) use self::frame::{Answer, Request};

/// The longest text taken from standard input, in bytes: more than any limit of the format, so
/// that a verb can say which limit was passed.
pub(crate) const INPUT_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Where the owner of a home listens.
///
/// Socket addresses are short (about 100 bytes), homes may be deep: where the home's own path is
/// too long, the socket stands in the system's folder for passing things, named by the home.
pub(crate) fn socket_path(home: &Path) -> PathBuf {
    const ADDRESS_BYTES_MAX: usize = 96;
    let inside = home.join("owner.socket");
    if inside.as_os_str().len() <= ADDRESS_BYTES_MAX {
        return inside;
    }
    let name = polylogue_core::id::Hash::of(home.as_os_str().as_encoded_bytes()).short();
    std::env::temp_dir()
        .join(format!("polylogue-{name}"))
        .join("owner.socket")
}
