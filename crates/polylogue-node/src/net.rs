//! The network of one commons: sessions carried by QUIC to the peers that are known.
//!
//! A `Network` owns one endpoint, which has its own key, so that the pseudonyms of a person in
//! two commons are not linked by their endpoints. It accepts and calls peers, holds one session
//! with each ([`crate::sync`] decides what is said), hands what comes to a [`Replica`], and keeps
//! the sorted set of keys that sessions compare. Nothing outside is used that was not named:
//! no relay, no name server, no discovery, unless the configuration says so.
//!
//! Invariant: every queue is bounded; every task belongs to the network and ends with it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use iroh::endpoint::BindError;
use thiserror::Error;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use crate::reconciled::PorchChange;
use crate::sync::{
    DeviceProof, Digest, Id, Key, Lacking, Limits, Loaded, Origin, Porch, SortedSet,
};

mod address;
mod book;
mod endpoint;
mod intake;
mod lan;
mod link;
mod order;
mod presence;
mod shared;
mod supervisor;

pub use self::address::{DIRECT_ADDRESSES_MAX, PeerAddress, RELAY_BYTES_MAX};
pub use self::book::{Compared, PeerStatus, Settled};

pub use self::order::Order;
use self::shared::Shared;

/// The protocol's name in the QUIC handshake.
pub const ALPN: &[u8] = b"polylogue/1";

const SHUTDOWN_MAX: Duration = Duration::from_secs(3);

/// What the network asks of the commons it replicates.
///
/// `load`, `lacking` and `check` may take long and are called where blocking is allowed; the others
/// are quick look-ups.
pub trait Replica: Send + Sync + 'static {
    /// Returns the id of the commons.
    fn commons(&self) -> [u8; 32];

    /// Returns the read secrets known here, the newest first.
    fn read_secrets(&self) -> Vec<[u8; 32]>;

    /// Tells whether this is an admitted, not removed device key; its signature is checked here.
    fn may_read(&self, device_key: &[u8; 32]) -> bool;

    /// Signs a session's transcript with this peer's device key: its public key and signature.
    fn sign_transcript(&self, transcript: &[u8]) -> Option<([u8; 32], [u8; 64])>;

    /// Returns the keys of the reconciled set, asked once when the network starts.
    fn keys(&self) -> Vec<Key>;

    /// Reads the bytes of operations, in the order of the ids, leaving out those not here.
    ///
    /// Stops once it has read `bytes_max` bytes or more, and says how many ids it looked up.
    fn load(&self, ids: &[Id], bytes_max: usize) -> Loaded;

    /// Names operations that count, or would, and whose text is not here and not erased.
    fn lacking(&self, lacking: Lacking) -> Vec<Id>;

    /// Returns the keys of what newcomers said, as far as others are told, the oldest first;
    /// asked once when the network starts, after [`Replica::keys`].
    fn porch(&self) -> Vec<Key>;

    /// Opens what takes in the operations that the peer with this endpoint key sends.
    fn inbox(self: Arc<Self>, introducer: [u8; 32]) -> Box<dyn Inbox>;

    /// Notes what was learnt of a peer, so that it is known after a restart.
    fn note_peer(&self, note: PeerNote);

    /// Hears what the peer with this endpoint key says its person is at; nothing: the link with it
    /// is over. Who does not care for it does nothing.
    fn hear(&self, endpoint: [u8; 32], saying: Option<Saying>) {
        let _ = (endpoint, saying);
    }
}

/// What one peer sent, between being checked and being kept.
pub trait Inbox: Send + Sync {
    /// Verifies a batch, and holds what is good of it until it is kept.
    fn check(&self, operations: Vec<Vec<u8>>);

    /// Takes in the next so many batches that were checked, in their order, as one, and says what
    /// came of it; may take long.
    fn keep(&self, n_batches: usize) -> IngestReport;
}

/// What became of operations that came from a peer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IngestReport {
    /// Keys that now belong to the reconciled set and did not before, whether they came just
    /// now or had waited for something that did.
    pub accepted_keys: Vec<Key>,
    /// Keys that no longer belong to it.
    pub left_keys: Vec<Key>,
    /// Keys of what was here before without its text, which came now.
    pub filled_keys: Vec<Key>,
    /// What changed of what newcomers said.
    pub porch: PorchChange,
    /// Where this stands among all that changed.
    pub order: Order,
    /// How many operations had bad bytes; held against the peer that sent them.
    pub refused: usize,
}

/// What is worth keeping of a peer beyond this process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerNote {
    /// Where it can be reached.
    pub address: PeerAddress,
    /// When something was last heard from it, in seconds since 1970.
    pub heard_s: Option<u64>,
    /// When a comparison last found both to hold the same, in seconds since 1970.
    pub agreed_s: Option<u64>,
    /// How many operations were held here at the last comparison, if the peer held all of them.
    pub agreed_n: Option<u64>,
}

/// What somebody is writing about just now, by the word of their peer: not signed, never kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The person's key.
    pub person: [u8; 32],
    /// The id of the turn or dialogue; none: they have stopped.
    pub about: Option<Id>,
}

/// A clock of seconds since 1970.
pub type UnixClock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// Whether peers on the local network are looked for and told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lan {
    /// By multicast, under a name that only holders of the commons id recognise.
    Discover,
    /// Not at all.
    Silent,
}

/// What a network needs to know to start.
#[derive(Clone)]
pub struct NetworkConfig {
    /// The secret key of the endpoint, one for each commons.
    pub secret_key: [u8; 32],
    /// Where to listen; empty for every interface and a port of the system's choice.
    pub bind: Vec<SocketAddr>,
    /// The address of a relay of one's own choosing, if any.
    pub relay: Option<String>,
    /// Whether to look for peers on the local network.
    pub lan: Lan,
    /// Peers known from tickets and earlier contacts.
    pub peers: Vec<PeerNote>,
    /// The clock that dates what is heard.
    pub clock: UnixClock,
    /// The bounds of sessions.
    pub limits: Limits,
}

/// Why a network did not start.
#[derive(Debug, Error)]
pub enum NetworkError {
    /// The address to listen at cannot be used.
    #[error("could not listen at {address}; choose another address or port")]
    Address {
        /// The address.
        address: SocketAddr,
        /// What the endpoint said.
        #[source]
        source: iroh::endpoint::InvalidSocketAddr,
    },
    /// The endpoint did not start.
    #[error("could not open a socket for the network; is the port in use?")]
    Bind(#[source] Box<BindError>),
    /// The relay's address is none.
    #[error("\"{0}\" is not the address of a relay; it should look like https://relay.example")]
    Relay(String),
    /// Reading the keys of the commons failed.
    #[error("could not read what this commons holds")]
    Keys,
}

/// A running network; dropping it stops everything at once, [`Network::shutdown`] says good-bye.
#[derive(Debug)]
pub struct Network {
    shared: Arc<Shared>,
    supervisor: Option<JoinHandle<()>>,
}

impl Network {
    /// Opens the endpoint, reads the keys and begins to accept and call peers.
    ///
    /// # Errors
    /// If an address cannot be used or the keys cannot be read.
    pub async fn start(
        config: NetworkConfig,
        replica: Arc<dyn Replica>,
    ) -> Result<Self, NetworkError> {
        let endpoint = endpoint::open(&config).await?;
        let found = match config.lan {
            Lan::Discover => lan::discover(&endpoint, &replica.commons()).await,
            Lan::Silent => None,
        };
        let reader = Arc::clone(&replica);
        let begun = tokio::task::spawn_blocking(move || {
            let keys = SortedSet::new(reader.keys());
            (keys, Porch::new(&reader.porch()))
        });
        let begun = begun.await.map_err(|_| NetworkError::Keys)?;
        let shared = Arc::new(Shared::new(config, endpoint, replica, begun));
        let supervisor = tokio::spawn(supervisor::run(Arc::clone(&shared), found));
        Ok(Self {
            shared,
            supervisor: Some(supervisor),
        })
    }

    /// Adds what was written here to the set and sends it to every connected peer.
    pub fn announce(&self, keys: &[Key]) {
        self.announce_at(Order(u64::MAX), keys);
    }

    fn announce_at(&self, order: Order, keys: &[Key]) {
        self.shared.took_in(order, keys, &[]);
        self.shared.spread(keys, Origin::Here, None);
    }

    /// Announces what of these keys the set has not, unless it is the one they are all of.
    pub fn level(&self, order: Order, digest: Digest, keys: impl FnOnce() -> Vec<Key>) {
        let lacking = {
            let set = self.shared.set();
            if set.digest() == digest {
                return;
            }
            let mut keys = keys();
            keys.retain(|key| !set.contains(key));
            keys
        };
        self.announce_at(order, &lacking);
    }

    /// Takes keys out of the reconciled set, and puts others in: those written here just now, and
    /// those that nobody wrote just now.
    pub fn amend(&self, order: Order, here: &[Key], elsewhere: &[Key], left: &[Key]) {
        let accepted = [here, elsewhere].concat();
        self.shared.took_in(order, &accepted, left);
        self.shared.spread(here, Origin::Here, None);
        self.shared.spread(elsewhere, Origin::Elsewhere, None);
    }

    /// Notes what changed of what newcomers said, and names what is new to every connected peer.
    pub fn amend_porch(&self, change: &PorchChange) {
        self.shared.changed_porch(change, None);
    }

    /// Adds a peer, or what is newly known of its addresses, and calls it.
    pub fn add_peer(&self, address: &PeerAddress) {
        self.shared.learn(address);
    }

    /// Calls every peer and compares with every connected one now.
    pub fn hasten(&self) {
        self.shared.hasten();
    }

    /// Tells every connected peer what this one's person is at, and nobody else.
    pub fn say(&self, saying: Saying) {
        self.shared.say(saying);
    }

    /// Returns where this peer can be reached, for tickets; the first addresses may take a
    /// moment to be known.
    pub fn address(&self) -> PeerAddress {
        endpoint::own_address(&self.shared.endpoint)
    }

    /// Returns what is honestly known of every peer.
    pub fn peers(&self) -> Vec<PeerStatus> {
        self.shared.statuses()
    }

    /// Returns how many operations the reconciled set holds.
    pub fn n_held(&self) -> usize {
        self.shared.n_held()
    }

    /// Returns a counter that grows whenever [`Network::peers`] may say something new.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.shared.changes()
    }

    /// Says good-bye to every peer and closes the endpoint; takes three seconds at most.
    pub async fn shutdown(mut self) {
        self.shared.stop();
        if let Some(supervisor) = self.supervisor.take() {
            let abort = supervisor.abort_handle();
            if tokio::time::timeout(SHUTDOWN_MAX, supervisor)
                .await
                .is_err()
            {
                tracing::warn!("the network took too long to close and was stopped");
                abort.abort();
            }
        }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.shared.stop();
        if let Some(supervisor) = &self.supervisor {
            supervisor.abort();
        }
    }
}

/// Checks a device's signature over a transcript; who may read is the replica's to say.
fn is_signed(transcript: &[u8], proof: &DeviceProof) -> bool {
    let signature = iroh::Signature::from_bytes(&proof.signature);
    iroh::PublicKey::from_bytes(&proof.device_key)
        .is_ok_and(|key| key.verify(transcript, &signature).is_ok())
}

#[cfg(test)]
mod tests;
