//! What is honestly known of replication: never more than a comparison has shown.

use polylogue_core::id::{Key, OperationId};
use polylogue_store::query::Page;

use crate::net::{PeerNote, PeerStatus};
use crate::node::Node;
use crate::own::{self, Since};
use crate::refusal::Refusal;
use crate::replica::known_peers;

/// How one commons is replicated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusRow {
    /// The commons.
    pub commons: OperationId,
    /// Its title.
    pub title: String,
    /// Operations that peers reconcile, held here.
    pub operations: u64,
    /// Whether this peer's network is open for it.
    pub is_networked: bool,
    /// This peer's own addresses, as far as they are known.
    pub addresses: Vec<String>,
    /// Every peer known.
    pub peers: Vec<PeerRow>,
    /// The latest operations written here, the newest first.
    pub mine: Vec<OwnRow>,
    /// How many were written here in all.
    pub written: u64,
    /// How many of all no peer is known to hold: they are on this machine only.
    pub here_only: u64,
    /// How many of all wait among the newcomers until somebody admits their author: peers were
    /// told of them, and may drop them.
    pub waiting: u64,
}

/// What is known of one peer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerRow {
    /// Its endpoint key, in full.
    pub endpoint: String,
    /// Where it can be reached, as far as it is known.
    pub addresses: Vec<String>,
    /// Whether a session with it is open now.
    pub is_connected: bool,
    /// When something was last heard from it (seconds).
    pub heard: Option<u64>,
    /// When both last compared, since this process began (seconds).
    pub compared: Option<u64>,
    /// Operations it had then of those held here; what it got since, it has not told.
    pub has: Option<u64>,
    /// Operations held here now beyond those: it is not known to have them.
    pub lacks: Option<u64>,
    /// Operations this peer lacked when both last compared.
    pub lacked_here: Option<u64>,
    /// When both were last found to hold the same (seconds).
    pub agreed: Option<u64>,
    /// Why the last attempt or session ended.
    pub error: Option<String>,
    /// How many operations written here it is known to hold, the first ones.
    pub(crate) own: u64,
}

/// One operation written here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRow {
    /// Its id.
    pub id: OperationId,
    /// Its kind's name; empty for kinds of a newer version.
    pub kind: &'static str,
    /// When it was kept here (seconds).
    pub kept: u64,
    /// Peers that are known to hold it.
    pub held_by: u64,
    /// Whether it waits among the newcomers until somebody admits its author.
    pub is_waiting: bool,
}

impl Node {
    /// The operations written here, the newest first, with how many peers hold each.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn written(&self, commons: &OperationId, page: Page) -> Result<Vec<OwnRow>, Refusal> {
        let held = self.held(commons)?;
        let peering = self.peering().filter(|it| it.is_open(held.id));
        let statuses = peering.map(|it| it.peers(held.id)).unwrap_or_default();
        let mut peers = peer_rows(&statuses, &known_peers(&held), held.count_reconciled()?);
        own::rows(&held, &Since::of(&held, &mut peers)?, page)
    }

    /// Says how one commons is replicated.
    ///
    /// # Errors
    /// A [`Refusal`] if it is not here or cannot be read.
    pub fn status(&self, commons: &OperationId) -> Result<StatusRow, Refusal> {
        let held = self.held(commons)?;
        let peering = self.peering().filter(|it| it.is_open(held.id));
        let statuses = peering
            .as_ref()
            .map(|it| it.peers(held.id))
            .unwrap_or_default();
        let notes = known_peers(&held);
        let operations = held.count_reconciled()?;
        let mut peers = peer_rows(&statuses, &notes, operations);
        let since = Since::of(&held, &mut peers)?;
        let mine = own::rows(&held, &since, Page::first(own::LATEST_MAX))?;
        let own_address = peering.as_ref().and_then(|it| it.address(held.id));
        let addresses = own_address.map(|it| it.direct.iter().map(ToString::to_string).collect());
        Ok(StatusRow {
            commons: held.id,
            title: held.reader()?.commons()?.title.words,
            operations,
            is_networked: peering.is_some(),
            addresses: addresses.unwrap_or_default(),
            peers,
            written: since.written,
            here_only: since.here_only,
            waiting: since.waiting,
            mine,
        })
    }
}

fn peer_rows(statuses: &[PeerStatus], notes: &[PeerNote], operations: u64) -> Vec<PeerRow> {
    let mut rows: Vec<PeerRow> = notes
        .iter()
        .filter(|note| {
            statuses
                .iter()
                .all(|it| it.address.endpoint != note.address.endpoint)
        })
        .map(remembered)
        .collect();
    rows.extend(statuses.iter().map(|status| {
        let note = notes
            .iter()
            .find(|it| it.address.endpoint == status.address.endpoint);
        live(status, note, operations)
    }));
    rows.sort_by(|first, second| first.endpoint.cmp(&second.endpoint));
    rows
}

fn remembered(note: &PeerNote) -> PeerRow {
    PeerRow {
        endpoint: Key(note.address.endpoint).to_string(),
        addresses: note
            .address
            .direct
            .iter()
            .map(ToString::to_string)
            .collect(),
        is_connected: false,
        heard: note.heard_s,
        compared: None,
        has: None,
        lacks: None,
        lacked_here: None,
        agreed: note.agreed_s,
        error: None,
        own: 0,
    }
}

fn live(status: &PeerStatus, note: Option<&PeerNote>, operations: u64) -> PeerRow {
    let compared = status.compared;
    let has = compared.map(|it| it.n_here.saturating_sub(it.found.they_lack));
    PeerRow {
        endpoint: Key(status.address.endpoint).to_string(),
        addresses: status
            .address
            .direct
            .iter()
            .map(ToString::to_string)
            .collect(),
        is_connected: status.is_connected,
        heard: status.heard_s.max(note.and_then(|it| it.heard_s)),
        compared: compared.map(|it| it.at_s),
        has,
        lacks: has.map(|it| operations.saturating_sub(it)),
        lacked_here: compared.map(|it| it.found.we_lack),
        agreed: status.agreed_s.max(note.and_then(|it| it.agreed_s)),
        error: status.last_error.clone(),
        own: 0,
    }
}
