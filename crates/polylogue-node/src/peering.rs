//! The threads that drive the network, and one network for each commons held here.
//!
//! Everything above is synchronous: a caller waits for work on these threads through a channel, so
//! that pages and commands may call from wherever they are.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use polylogue_core::id::OperationId;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::net::{Lan, Network, NetworkConfig, NetworkError, PeerAddress, PeerNote, PeerStatus};
use crate::net::{PorchChange, Replica, Saying};
use crate::node::{Held, LocalOnly, Node};
use crate::reconciled::Difference;
use crate::refusal::{Failure, Refusal};
use crate::replica::{HeldReplica, known_peers};
use crate::sync::{Key as SyncKey, Limits};

const THREADS: usize = 2;
const POLL: Duration = Duration::from_millis(20);
const ADDRESS_WAIT: Duration = Duration::from_secs(2);

/// The networks of a node.
pub(crate) struct Peering {
    runtime: Option<Runtime>,
    networks: Mutex<BTreeMap<OperationId, Network>>,
    /// Held while a commons is given its port.
    keeping: Mutex<()>,
}

/// A commons' port among those of a home, from 0: each has an endpoint of its own, so that nobody
/// can tell that two of them are of one home by their keys, and so a port of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Port(usize);

impl Port {
    /// Where to listen, given where the first does: each at the port after the one before it; at
    /// one of the system's choice where that is asked for, or where there are no more ports.
    fn after(self, first: SocketAddr) -> SocketAddr {
        let place = u16::try_from(self.0).ok();
        let port = place
            .filter(|_| first.port() != 0)
            .and_then(|it| first.port().checked_add(it));
        SocketAddr::new(first.ip(), port.unwrap_or(0))
    }
}

impl std::fmt::Debug for Peering {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Peering").finish_non_exhaustive()
    }
}

impl Peering {
    /// Starts the threads; no socket is opened yet.
    pub(crate) fn start() -> Result<Self, Refusal> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(THREADS)
            .thread_name("polylogue-net")
            .enable_all()
            .build()
            .map_err(|what| Failure::Threads { what })?;
        Ok(Self {
            runtime: Some(runtime),
            networks: Mutex::new(BTreeMap::new()),
            keeping: Mutex::default(),
        })
    }

    /// Opens the network of a commons held here.
    pub(crate) fn open(&self, node: &Node, held: &Arc<Held>) -> Result<(), Refusal> {
        if self.networks().contains_key(&held.id) {
            return Ok(());
        }
        let replica: Arc<dyn Replica> = Arc::new(HeldReplica::new(node, Arc::clone(held)));
        let port = self.port_kept(node, held.id)?;
        let network = self.network(node, held.founding_bytes, known_peers(held), replica, port)?;
        let mut networks = self.networks();
        networks.insert(held.id, network);
        if let Some(network) = networks.get(&held.id) {
            held.level(network);
        }
        Ok(())
    }

    /// Opens a network for a replica, at a port of its own.
    #[expect(
        clippy::too_many_arguments,
        reason = "a replica, and where its peers are"
    )]
    pub(crate) fn network(
        &self,
        node: &Node,
        founding_bytes: [u8; 32],
        peers: Vec<PeerNote>,
        replica: Arc<dyn Replica>,
        port: Port,
    ) -> Result<Network, Refusal> {
        let config = config(node, &founding_bytes, peers, port)?;
        let started = self.wait(Network::start(config.clone(), Arc::clone(&replica)))?;
        match started {
            // The address named is the first commons'; another need not have the next port.
            Err(NetworkError::Bind(_) | NetworkError::Address { .. })
                if port != Port(0) && !config.bind.is_empty() =>
            {
                let any = |it: &SocketAddr| SocketAddr::new(it.ip(), 0);
                let bind = config.bind.iter().map(any).collect();
                let config = NetworkConfig { bind, ..config };
                Ok(self.wait(Network::start(config, replica))??)
            }
            started => Ok(started?),
        }
    }

    /// The port a commons has, or would have if it came to be held now.
    pub(crate) fn port(&self, node: &Node, commons: OperationId) -> Result<Port, Refusal> {
        let ports = node.settings()?.ports;
        let id = commons.to_string();
        let known = ports.iter().position(|it| *it == id);
        Ok(Port(known.unwrap_or(ports.len())))
    }

    /// As [`Peering::port`], and it stays this commons' from now on.
    fn port_kept(&self, node: &Node, commons: OperationId) -> Result<Port, Refusal> {
        let _keeping = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        let port = self.port(node, commons)?;
        let mut settings = node.settings()?;
        if port.0 == settings.ports.len() && node.options().listen.is_some() {
            settings.ports.push(commons.to_string());
            node.remember(&settings)?;
        }
        Ok(port)
    }

    /// Tells the comparing set what changed by another way than a peer; what was signed here just
    /// now is told as such.
    pub(crate) fn amend(
        &self,
        commons: OperationId,
        difference: &Difference,
        signed: &BTreeSet<SyncKey>,
    ) {
        if let Some(network) = self.networks().get(&commons) {
            let joined = difference.joined.iter().copied();
            let (here, elsewhere): (Vec<_>, Vec<_>) = joined.partition(|it| signed.contains(it));
            network.amend(difference.order, &here, &elsewhere, &difference.left);
        }
    }

    /// Notes what changed of what newcomers said by another way than a peer.
    pub(crate) fn amend_porch(&self, commons: OperationId, change: &PorchChange) {
        if let Some(network) = self.networks().get(&commons) {
            network.amend_porch(change);
        }
    }

    pub(crate) fn is_open(&self, commons: OperationId) -> bool {
        self.networks().contains_key(&commons)
    }

    pub(crate) fn add_peer(&self, commons: OperationId, address: &PeerAddress) {
        if let Some(network) = self.networks().get(&commons) {
            network.add_peer(address);
        }
    }

    /// Tells the peers connected what this home's person is at.
    pub(crate) fn say(&self, commons: OperationId, saying: Saying) {
        if let Some(network) = self.networks().get(&commons) {
            network.say(saying);
        }
    }

    pub(crate) fn hasten(&self, commons: OperationId) {
        if let Some(network) = self.networks().get(&commons) {
            network.hasten();
        }
    }

    pub(crate) fn peers(&self, commons: OperationId) -> Vec<PeerStatus> {
        self.networks()
            .get(&commons)
            .map(Network::peers)
            .unwrap_or_default()
    }

    /// Where this peer can be reached, once an address is known; waits two seconds at most.
    pub(crate) fn address(&self, commons: OperationId) -> Option<PeerAddress> {
        let began = Instant::now();
        loop {
            let address = self.networks().get(&commons).map(Network::address)?;
            if !address.direct.is_empty() || began.elapsed() > ADDRESS_WAIT {
                return Some(address);
            }
            std::thread::sleep(POLL);
        }
    }

    /// Closes the network of one commons.
    pub(crate) fn close(&self, commons: OperationId) {
        let network = self.networks().remove(&commons);
        if let Some(network) = network {
            self.stop(network);
        }
    }

    /// Says good-bye on one network.
    pub(crate) fn stop(&self, network: Network) {
        if self.wait(network.shutdown()).is_err() {
            tracing::warn!("the network did not close in order");
        }
    }

    /// Says good-bye on every network.
    pub(crate) fn close_all(&self) {
        let networks = std::mem::take(&mut *self.networks());
        let good_byes = networks.into_values().map(Network::shutdown);
        let good_byes: JoinSet<()> = match &self.runtime {
            Some(runtime) => {
                let _entered = runtime.enter();
                good_byes.collect()
            }
            None => return,
        };
        if self.wait(good_byes.join_all()).is_err() {
            tracing::warn!("the networks did not close in order");
        }
    }

    /// Runs a future on the network's threads and waits for what it answers.
    fn wait<T: Send + 'static>(
        &self,
        future: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Refusal> {
        let ended = || Failure::Threads {
            what: io::Error::other("the threads have ended"),
        };
        let (sender, receiver) = mpsc::channel();
        let runtime = self.runtime.as_ref().ok_or_else(ended)?;
        runtime.spawn(async move {
            // The caller may have given up waiting; then nobody misses the answer.
            sender.send(future.await).ok();
        });
        receiver.recv().map_err(|_| ended().into())
    }

    fn networks(&self) -> MutexGuard<'_, BTreeMap<OperationId, Network>> {
        self.networks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Peering {
    fn drop(&mut self) {
        self.networks().clear();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn config(
    node: &Node,
    founding_bytes: &[u8; 32],
    peers: Vec<PeerNote>,
    port: Port,
) -> Result<NetworkConfig, Refusal> {
    let settings = node.settings()?;
    let options = node.options();
    let is_local = options.local_only == LocalOnly::Yes || settings.local_only;
    let listen = |first: SocketAddr| port.after(first);
    Ok(NetworkConfig {
        secret_key: node.home().seed().endpoint_secret(founding_bytes),
        bind: options.listen.map(listen).into_iter().collect(),
        relay: settings.relay.filter(|_| !is_local),
        lan: if is_local { Lan::Silent } else { Lan::Discover },
        peers,
        clock: Arc::new(options.clock),
        limits: Limits::default(),
    })
}

/// Asks again and again until `is_done`, at most so long; says whether it was.
pub(crate) fn wait_until(time_max: Duration, mut is_done: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    loop {
        if is_done() {
            return true;
        }
        if began.elapsed() > time_max {
            return false;
        }
        std::thread::sleep(POLL);
    }
}
