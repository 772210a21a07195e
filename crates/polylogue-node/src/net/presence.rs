//! What somebody is at just now, said from peer to peer beside the session:
//! docs/protocol/session.md is the contract.
//!
//! It goes in a datagram of the same connection. So it is never kept, repeated or passed on; a peer
//! that does not know it does not notice; and of a flood the connection drops what does not fit
//! [`RECEIVED_BYTES_MAX`].

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use iroh::endpoint::Connection;

use super::shared::Shared;
use super::{Replica, Saying};

/// How many bytes of datagrams may wait to be read; what comes beyond them pushes out the oldest.
pub(super) const RECEIVED_BYTES_MAX: usize = 1024;

/// Nothing is read more often: nobody begins and ends so quickly.
const READ_EVERY: Duration = Duration::from_millis(250);

const VERSION: u8 = 1;
const BYTES: usize = 1 + 32 + 32;
/// Stands where nothing is being written.
const NOTHING: [u8; 32] = [0; 32];

impl Saying {
    pub(super) fn encoded(&self) -> [u8; BYTES] {
        let mut bytes = [VERSION; BYTES];
        bytes[1..33].copy_from_slice(&self.person);
        bytes[33..].copy_from_slice(&self.about.unwrap_or(NOTHING));
        bytes
    }

    /// Reads a datagram; none if it is of another version, or nothing of ours.
    pub(super) fn decoded(bytes: &[u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        let (person, rest) = rest.split_first_chunk()?;
        let about: [u8; 32] = rest.try_into().ok()?;
        (*version == VERSION).then_some(Self {
            person: *person,
            about: Some(about).filter(|it| *it != NOTHING),
        })
    }
}

/// Tells the replica that a peer whose link is over is at nothing any more.
struct Gone {
    replica: Arc<dyn Replica>,
    remote: [u8; 32],
}

impl Drop for Gone {
    fn drop(&mut self) {
        self.replica.hear(self.remote, None);
    }
}

/// Carries what is said to and from one peer, while the session with it is open.
pub(super) async fn carry(shared: Arc<Shared>, connection: Connection, is_open: Arc<AtomicBool>) {
    let gone = Gone {
        replica: Arc::clone(&shared.replica),
        remote: *connection.remote_id().as_bytes(),
    };
    let mut own = shared.saying();
    loop {
        tokio::select! {
            came = connection.read_datagram() => {
                let Ok(bytes) = came else {
                    return;
                };
                let said = Saying::decoded(&bytes).filter(|_| is_open.load(Ordering::Relaxed));
                if said.is_some() {
                    gone.replica.hear(gone.remote, said);
                }
                tokio::time::sleep(READ_EVERY).await;
            }
            Ok(()) = own.changed() => {
                let saying = *own.borrow_and_update();
                if let (Some(saying), true) = (saying, is_open.load(Ordering::Relaxed)) {
                    // Who does not take datagrams is not told, and nothing is lost by it.
                    let bytes = saying.encoded().to_vec();
                    connection.send_datagram(bytes.into()).ok();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_reads_back_and_nothing_else_does() {
        for about in [None, Some([7; 32])] {
            let saying = Saying {
                person: [3; 32],
                about,
            };
            let bytes = saying.encoded();
            assert_eq!(Saying::decoded(&bytes), Some(saying));
            assert_eq!(Saying::decoded(&bytes[..64]), None);
            assert_eq!(Saying::decoded(&[&bytes[..], &[0]].concat()), None);
            let mut newer = bytes;
            newer[0] = 2;
            assert_eq!(Saying::decoded(&newer), None);
        }
        assert_eq!(Saying::decoded(&[]), None);
    }
}
