//! Tickets, joining, and replication when somebody asks for it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Admission, DeviceKind, Invited, Join, Profile, Proof, Scope};
use polylogue_core::signature::{self, INVITATION_DOMAIN, SigningKey};
use polylogue_core::text::Text;
use polylogue_store::query::Standing;

use crate::act::law_of;
use crate::intent::Intent;
use crate::invitation::Kept;
use crate::net::{Network, PeerAddress, PeerNote, PeerStatus, PorchChange, Replica};
use crate::node::{Held, Node, standing_of};
use crate::peering::{Peering, wait_until};
use crate::pen::Pen;
use crate::refusal::Refusal;
use crate::replica::{HeldReplica, JoiningReplica, key_of, known_peers, remember_peer};
use crate::ticket::{ADDRESSES_MAX, Invitation, Ticket};

/// How long an invitation made for a ticket is open.
pub const TICKET_DAYS: u64 = 30;

const ANSWER_MAX: Duration = Duration::from_secs(15);
const FETCH_MAX: Duration = Duration::from_secs(60);
const TELL_MAX: Duration = Duration::from_secs(5);
const SYNC_MAX: Duration = Duration::from_secs(60);
/// How long a peer that hung up may take to be there again before one no longer waits for it.
const ALONE_MAX: Duration = Duration::from_secs(3);

/// Whether a ticket lets its holder in, or only read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invite {
    /// It invites: whoever holds it becomes a member, for [`TICKET_DAYS`] from now.
    Yes,
    /// It invites to less, or for a shorter or longer time.
    To {
        /// What those who join may say.
        scope: Scope,
        /// How many days it is open, from 1 to 3,650.
        days: u64,
    },
    /// It lets read and follow.
    No,
}

/// What joining came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entered {
    /// The commons.
    pub commons: OperationId,
    /// How much of it came.
    pub arrival: Arrival,
}

/// How much of a commons came on joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// All that the peer had which gave the founding; or the commons was here before.
    Whole,
    /// Not everything: one more sync brings the rest.
    Partly,
}

/// Whom to replicate with.
#[derive(Debug, Clone)]
pub enum With {
    /// Every peer known.
    Everybody,
    /// The peer whose endpoint key begins with these letters.
    Peer(String),
    /// The peers a ticket names.
    Ticket(String),
}

/// What one replication did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// Operations that came.
    pub received: u64,
    /// Operations written here that wait among newcomers until somebody admits their author.
    pub waiting: u64,
    /// Each peer: its endpoint key in full, and what came of it.
    pub peers: Vec<(String, Outcome)>,
}

/// What came of replicating with one peer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Both now hold the same.
    Same,
    /// It was reached, and of what still differs neither takes what the other offers: one of the
    /// two knows of an act that the other lacks and cannot be sent.
    Apart,
    /// It was not reached, or not done with in time; the words say why.
    Failed(String),
}

impl Node {
    /// Opens the network for every commons held here; the threads stay until
    /// [`Node::shutdown`].
    ///
    /// # Errors
    /// A [`Refusal`] if a socket or address cannot be used.
    pub fn start_network(&self) -> Result<(), Refusal> {
        let peering = self.ensure_peering()?;
        self.stays_open().store(true, Ordering::Relaxed);
        for held in self.all_held() {
            peering.open(self, &held)?;
        }
        Ok(())
    }

    /// Says good-bye to every peer and ends the network's threads. What was said is kept.
    pub fn shutdown(&self) {
        self.stays_open().store(false, Ordering::Relaxed);
        let peering = self.peering_slot().take();
        if let Some(peering) = peering {
            peering.close_all();
        }
    }

    /// A ticket for a commons. Unless [`Invite::No`] is asked, it carries an invitation of this
    /// home's person, made now.
    ///
    /// # Errors
    /// A [`Refusal`] if this person may not invite, or the commons is not here.
    pub fn ticket(&self, commons: &OperationId, invite: Invite) -> Result<Ticket, Refusal> {
        let held = self.held(commons)?;
        let invitation = match invite {
            Invite::No => None,
            Invite::Yes => Some(self.invitation(&held, Scope::All, TICKET_DAYS)?),
            Invite::To { scope, days } => Some(self.invitation(&held, scope, days)?),
        };
        let read_secret = held.read_secret().ok_or(Refusal::Missing {
            what: "the secret that lets others read this commons",
        })?;
        Ok(Ticket {
            commons: commons.0,
            founding_bytes: held.founding_bytes,
            pin: held.store.pin()?.map(|it| it.0),
            read_secret,
            addresses: self.addresses(&held),
            invitation,
        })
    }

    /// Forgets a commons: its network is closed and its folder deleted. What others hold, they
    /// hold. To leave it first is another act ([`Intent::Leave`]).
    ///
    /// # Errors
    /// A [`Refusal`] if it is not here or its folder cannot be deleted.
    pub fn forget(&self, commons: &OperationId) -> Result<(), Refusal> {
        self.held(commons)?;
        if let Some(peering) = self.peering() {
            peering.close(*commons);
        }
        self.drop_held(commons)
    }

    fn invitation(&self, held: &Held, scope: Scope, days: u64) -> Result<Invitation, Refusal> {
        let intent = Intent::Invite { scope, days };
        let made = self.perform(&held.id, intent)?.main();
        let kept = Kept::all(&held.store)?.into_iter().find(|it| it.id == made);
        let kept = kept.ok_or(Refusal::NotFound {
            id: made.to_string(),
        })?;
        Ok(Invitation {
            id: kept.id.0,
            secret: kept.secret,
        })
    }

    /// Where this peer and a few others can be reached.
    fn addresses(&self, held: &Held) -> Vec<PeerAddress> {
        let own = self.peering().and_then(|it| it.address(held.id));
        let others = known_peers(held).into_iter().map(|it| it.address);
        own.into_iter().chain(others).take(ADDRESSES_MAX).collect()
    }

    /// Joins by a ticket: fetches the commons from a peer it names, checks that its founding is
    /// the one named, and becomes a member if the ticket invites. Without an invitation one reads
    /// along, and is a newcomer where the charter knows newcomers.
    ///
    /// # Errors
    /// A [`Refusal`] if the ticket cannot be used, nobody answers, or one is a member already.
    pub fn join(&self, ticket: &str, name: &str) -> Result<OperationId, Refusal> {
        Ok(self.enter(ticket, name)?.commons)
    }

    /// Joins as [`Node::join`] does, and also says whether everything has come.
    ///
    /// # Errors
    /// As [`Node::join`].
    pub fn enter(&self, ticket: &str, name: &str) -> Result<Entered, Refusal> {
        let ticket = Ticket::parse(ticket)?;
        let commons = OperationId(ticket.commons);
        let _joining = self.joining_lock();
        if let Ok(held) = self.held(&commons) {
            self.join_again(&held, &ticket, name)?;
            let arrival = Arrival::Whole;
            return Ok(Entered { commons, arrival });
        }
        if ticket.addresses.is_empty() {
            return Err(Refusal::NoAddresses);
        }
        let peering = self.ensure_peering()?;
        let replica = Arc::new(JoiningReplica::new(
            self,
            commons,
            ticket.founding_bytes,
            ticket.read_secret,
        ));
        let peers = notes(&ticket.addresses);
        let port = peering.port(self, commons)?;
        let shared: Arc<dyn Replica> = Arc::clone(&replica) as Arc<dyn Replica>;
        let network = peering.network(self, ticket.founding_bytes, peers, shared, port)?;
        let fetched = fetch(&network, &replica, ticket.addresses.len());
        let done = fetched.and_then(|(held, arrival)| {
            self.sign_join(&held, &ticket, name, &network)?;
            remember_addresses(&held, &ticket)?;
            Ok((held, arrival))
        });
        peering.stop(network);
        drop(peering);
        let (held, arrival) = done?;
        self.use_commons(held.id)?;
        self.settle_peering(&held)?;
        Ok(Entered { commons, arrival })
    }

    /// A commons that is here already, from a bundle or an earlier ticket.
    fn join_again(&self, held: &Held, ticket: &Ticket, name: &str) -> Result<(), Refusal> {
        let reader = held.reader()?;
        if matches!(
            standing_of(&reader, held.me())?,
            Standing::Member | Standing::Voter
        ) {
            return Err(Refusal::AlreadyHere {
                title: reader.commons()?.title.words,
            });
        }
        held.add_read_secret(&ticket.read_secret)?;
        remember_addresses(held, ticket)?;
        let operations = self.joining(held, ticket, name)?;
        self.keep(held, &operations)?;
        if let Some(peering) = self.peering() {
            ticket
                .addresses
                .iter()
                .for_each(|it| peering.add_peer(held.id, it));
        }
        self.use_commons(held.id)
    }

    /// Signs and keeps the joining, and waits until a peer has it.
    fn sign_join(
        &self,
        held: &Held,
        ticket: &Ticket,
        name: &str,
        network: &Network,
    ) -> Result<(), Refusal> {
        let operations = self.joining(held, ticket, name)?;
        self.keep(held, &operations)?;
        if operations.is_empty() {
            return Ok(());
        }
        let keys: Vec<_> = operations.iter().map(key_of).collect();
        if standing_of(&held.reader()?, held.me())? == Standing::Newcomer {
            network.amend_porch(&PorchChange {
                joined: keys,
                left: Vec::new(),
            });
            wait_until(TELL_MAX, || {
                network.peers().iter().any(|it| it.is_porch_settled)
            });
            return Ok(());
        }
        let before = network.peers();
        network.announce(&keys);
        // Whoever invited learns of it sooner or later; this only makes it sooner.
        wait_until(TELL_MAX, || {
            network.hasten();
            network
                .peers()
                .iter()
                .any(|it| has_settled_since(it, &before))
        });
        Ok(())
    }

    /// Signs what makes this home's person a member, or a newcomer who asks to be one. Where one
    /// comes in by invitation alone and has none, one reads along and there is nothing to say.
    fn joining(
        &self,
        held: &Held,
        ticket: &Ticket,
        name: &str,
    ) -> Result<Vec<polylogue_core::operation::Operation>, Refusal> {
        // No invitation answers the end of a membership: whoever comes back is admitted again.
        match standing_of(&held.reader()?, held.me())? {
            Standing::Removed => return Err(Refusal::Removed),
            Standing::Left => return Err(Refusal::Left),
            Standing::Member | Standing::Voter | Standing::Newcomer => {}
        }
        let place = held.place()?;
        let law = law_of(&held.store, place.act.unwrap_or(held.id))?;
        if ticket.invitation.is_none() && law.admission == Admission::Invitation {
            return Ok(Vec::new());
        }
        let mut pen = Pen::new(held.key(), held.id, place, self.edge());
        let root = pen.key();
        let invited = ticket.invitation.as_ref().map(|it| {
            let door = SigningKey::from(it.secret);
            let parts: &[&[u8]] = &[&held.id.0, &it.id, &root.0];
            Invited {
                invitation: OperationId(it.id),
                key: Key::of(&door),
                proof: Proof(signature::sign(&door, INVITATION_DOMAIN, parts)),
            }
        });
        pen.say(Join {
            invited,
            root: DeviceKind::Own,
            helper: None,
        })?;
        if !name.trim().is_empty() {
            pen.say(Profile {
                name: Text::new(name.trim(), &law.language),
                about: Text::new("", &law.language),
                replaces: Vec::new(),
            })?;
        }
        Ok(pen.take())
    }

    /// Replicates once, now, and waits until each peer holds the same or cannot be reached; a
    /// minute at most.
    ///
    /// # Errors
    /// [`Refusal::NoPeers`] if no peer is known, or a failure to open the network.
    pub fn sync_once(&self, commons: &OperationId, with: &With) -> Result<SyncReport, Refusal> {
        let held = self.held(commons)?;
        let named = self.named_peers(&held, with)?;
        if named.is_empty() {
            return Err(Refusal::NoPeers);
        }
        for note in &named {
            remember_peer(&held, note)?;
        }
        let before = held.store.reconciled_keys()?.len();
        let peering = self.ensure_peering()?;
        let peers = if peering.is_open(held.id) {
            named
                .iter()
                .for_each(|it| peering.add_peer(held.id, &it.address));
            let before = peering.peers(held.id);
            let statuses = settled(&named, &before, || {
                peering.hasten(held.id);
                peering.peers(held.id)
            });
            remember_all(&held, &statuses)?;
            outcomes(&statuses, &before)
        } else {
            let replica: Arc<dyn Replica> = Arc::new(HeldReplica::new(self, Arc::clone(&held)));
            let port = peering.port(self, held.id)?;
            let network =
                peering.network(self, held.founding_bytes, named.clone(), replica, port)?;
            let statuses = settled(&named, &[], || network.peers());
            peering.stop(network);
            remember_all(&held, &statuses)?;
            outcomes(&statuses, &[])
        };
        drop(peering);
        self.end_idle_peering();
        let received = held.store.reconciled_keys()?.len().saturating_sub(before) as u64;
        Ok(SyncReport {
            received,
            waiting: held.waiting()?,
            peers,
        })
    }

    fn named_peers(&self, held: &Held, with: &With) -> Result<Vec<PeerNote>, Refusal> {
        let known = known_peers(held);
        match with {
            With::Everybody => Ok(known),
            With::Ticket(text) => {
                let ticket = Ticket::parse(text)?;
                if ticket.commons != held.id.0 {
                    let id = OperationId(ticket.commons).to_string();
                    return Err(Refusal::NoSuchCommons { id });
                }
                held.add_read_secret(&ticket.read_secret)?;
                Ok(notes(&ticket.addresses))
            }
            With::Peer(prefix) => {
                let prefix = prefix.to_ascii_lowercase();
                let fits =
                    |it: &PeerNote| Key(it.address.endpoint).to_string().starts_with(&prefix);
                let fitting: Vec<PeerNote> = known.into_iter().filter(fits).collect();
                match fitting.len() {
                    0 => Err(Refusal::NotFound { id: prefix }),
                    1 => Ok(fitting),
                    count => Err(Refusal::Ambiguous {
                        prefix,
                        count: count as u64,
                    }),
                }
            }
        }
    }

    fn ensure_peering(&self) -> Result<Arc<Peering>, Refusal> {
        let mut slot = self.peering_slot();
        if let Some(peering) = slot.as_ref() {
            return Ok(Arc::clone(peering));
        }
        let peering = Arc::new(Peering::start()?);
        *slot = Some(Arc::clone(&peering));
        Ok(peering)
    }

    /// After a commons came: a node whose network was opened to stay also opens it for this one.
    pub(crate) fn settle_peering(&self, held: &Arc<Held>) -> Result<(), Refusal> {
        if self.stays_open().load(Ordering::Relaxed) {
            return self.ensure_peering()?.open(self, held);
        }
        self.end_idle_peering();
        Ok(())
    }

    /// Ends the threads if they were started for one errand only.
    fn end_idle_peering(&self) {
        if self.stays_open().load(Ordering::Relaxed) {
            return;
        }
        let held = self.all_held();
        let mut slot = self.peering_slot();
        if slot
            .as_ref()
            .is_some_and(|it| !held.iter().any(|at| it.is_open(at.id)))
        {
            slot.take();
        }
    }
}

fn notes(addresses: &[PeerAddress]) -> Vec<PeerNote> {
    let note = |it: &PeerAddress| PeerNote {
        address: it.clone(),
        heard_s: None,
        agreed_s: None,
        agreed_n: None,
    };
    addresses.iter().map(note).collect()
}

fn remember_addresses(held: &Held, ticket: &Ticket) -> Result<(), Refusal> {
    for note in notes(&ticket.addresses) {
        remember_peer(held, &note)?;
    }
    Ok(())
}

/// Waits for the founding, then for the rest as far as the peer has it that gave the founding.
fn fetch(
    network: &Network,
    replica: &JoiningReplica,
    n_peers: usize,
) -> Result<(Arc<Held>, Arrival), Refusal> {
    let answered = wait_until(ANSWER_MAX, || {
        let peers = network.peers();
        replica.held().is_some()
            || peers.iter().any(|it| it.is_connected)
            || (!peers.is_empty() && peers.iter().all(|it| it.last_error.is_some()))
    });
    let is_reached = || {
        network
            .peers()
            .iter()
            .any(|it| it.is_connected || it.heard_s.is_some())
    };
    if replica.held().is_none() && (!answered || !is_reached()) {
        return Err(nobody(network, n_peers));
    }
    let (mut arrival, mut reached) = (Arrival::Partly, Instant::now());
    wait_until(FETCH_MAX, || {
        let peers = network.peers();
        if peers.iter().any(|it| it.is_connected) {
            reached = Instant::now();
        }
        if replica.held().is_some() && has_come(&peers, replica.giver()) {
            arrival = Arrival::Whole;
        }
        let is_vain = replica.held().is_none() && has_come_to_nothing(&peers);
        arrival == Arrival::Whole || is_vain || reached.elapsed() > ALONE_MAX
    });
    let held = replica.held().ok_or(Refusal::FoundingMissing)?;
    Ok((held, arrival))
}

/// Whether every peer that is there has nothing more to give.
fn has_come_to_nothing(peers: &[PeerStatus]) -> bool {
    let mut connected = peers.iter().filter(|it| it.is_connected).peekable();
    connected.peek().is_some() && connected.all(|it| it.n_settled > 0)
}

/// Whether a comparison that began after the founding came found nothing left to exchange: one
/// with the peer that gave it, or with another if that one is gone. Before it came nothing was
/// held here, and whoever holds nothing either, or sent what had to wait, tells nothing.
fn has_come(peers: &[PeerStatus], giver: Option<Key>) -> bool {
    let has_settled = |it: &PeerStatus| it.settled.is_some_and(|settled| settled.n_here > 0);
    let is_giver = |it: &&PeerStatus| Some(Key(it.address.endpoint)) == giver;
    match peers.iter().find(is_giver).filter(|it| it.is_connected) {
        Some(giver) => has_settled(giver),
        None => peers.iter().any(has_settled),
    }
}

fn nobody(network: &Network, n_peers: usize) -> Refusal {
    for peer in network.peers() {
        if let Some(error) = peer.last_error {
            tracing::info!("a peer named in the invitation: {error}");
        }
    }
    Refusal::NobodyAnswered {
        peers: n_peers as u64,
    }
}

/// Whether a comparison that began since then found nothing left to exchange. One may have been
/// under way, so that where there were some before, the second counts.
fn has_settled_since(peer: &PeerStatus, before: &[PeerStatus]) -> bool {
    let of_peer = |it: &&PeerStatus| it.address.endpoint == peer.address.endpoint;
    match before.iter().find(of_peer) {
        Some(then) if then.is_connected => peer.n_settled >= then.n_settled + 2,
        Some(then) => peer.n_settled > then.n_settled,
        None => peer.n_settled > 0,
    }
}

/// Whether a call or a session has ended since then: an older failure says nothing of now.
fn has_ended_since(peer: &PeerStatus, before: &[PeerStatus]) -> bool {
    let of_peer = |it: &&PeerStatus| it.address.endpoint == peer.address.endpoint;
    let then = before.iter().find(of_peer).map_or(0, |it| it.n_endings);
    peer.n_endings > then
}

/// Notes at once what is known of peers: the network's own notes come a moment later, and whoever
/// asks right after a sync how it stands would hear what was so before.
fn remember_all(held: &Held, statuses: &[PeerStatus]) -> Result<(), Refusal> {
    for note in statuses.iter().filter_map(PeerStatus::note) {
        remember_peer(held, &note)?;
    }
    Ok(())
}

/// Waits until every named peer holds the same or has failed.
fn settled(
    named: &[PeerNote],
    before: &[PeerStatus],
    peers: impl Fn() -> Vec<PeerStatus>,
) -> Vec<PeerStatus> {
    let of_named = || -> Vec<PeerStatus> {
        let is_named = |it: &PeerStatus| {
            named
                .iter()
                .any(|note| note.address.endpoint == it.address.endpoint)
        };
        peers().into_iter().filter(is_named).collect()
    };
    wait_until(SYNC_MAX, || {
        let statuses = of_named();
        let is_over = |it: &PeerStatus| {
            (has_settled_since(it, before) && it.is_porch_settled)
                || (!it.is_connected && has_ended_since(it, before))
        };
        !statuses.is_empty() && statuses.iter().all(is_over)
    });
    of_named()
}

/// What came of each peer since then; what it held earlier says nothing of now.
fn outcomes(peers: &[PeerStatus], before: &[PeerStatus]) -> Vec<(String, Outcome)> {
    let outcome = |peer: &PeerStatus| {
        let settled = peer.settled.filter(|_| has_settled_since(peer, before));
        let outcome = match settled {
            Some(settled) if settled.is_same => Outcome::Same,
            Some(_) => Outcome::Apart,
            None => Outcome::Failed(why_unsettled(peer)),
        };
        (Key(peer.address.endpoint).to_string(), outcome)
    };
    peers.iter().map(outcome).collect()
}

fn why_unsettled(peer: &PeerStatus) -> String {
    match &peer.last_error {
        Some(error) if !peer.is_connected => error.clone(),
        _ => "it did not come to hold the same in time".to_owned(),
    }
}
