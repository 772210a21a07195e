//! Who holds what.

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the status shows.
#[derive(Debug, Clone)]
pub struct StatusView {
    /// Every peer known.
    pub peers: Vec<PeerLine>,
    /// Contributions held here.
    pub held: u64,
    /// Of these, the reader's own.
    pub mine: u64,
    /// Contributions that wait for something.
    pub waiting: u64,
    /// Contributions that do not count.
    pub set_aside: u64,
    /// The home's folder.
    pub directory: String,
    /// Whether this peer is not on the network.
    pub is_local_only: bool,
    /// What came of the carried copy that was just read: pieces in it, of these new here, of
    /// these with a signature that does not hold.
    pub copy: Option<(u64, u64, u64)>,
    /// Whether there is anybody to replicate with.
    pub can_sync: bool,
}

/// One peer.
#[derive(Debug, Clone)]
pub struct PeerLine {
    /// What it goes by: where it was reached, or the beginning of its key.
    pub name: String,
    /// Contributions it had when it last told.
    pub has: Option<u64>,
    /// Contributions it lacked then.
    pub lacks: Option<u64>,
    /// When something was last heard from it.
    pub last_heard: Option<u64>,
    /// Whether it is connected now.
    pub is_connected: bool,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<StatusView, Trouble> {
    let commons = asked.commons()?;
    asked.lasting.reach.forget(&commons);
    let status = asked
        .lasting
        .reach
        .look(asked.node()?, &commons, asked.now)?;
    let counts = asked.reader()?.commons()?.counts;
    let peers: Vec<PeerLine> = status
        .peers
        .iter()
        .map(|it| PeerLine {
            name: match it.addresses.first() {
                Some(address) => format!("{} ({address})", short(&it.endpoint)),
                None => short(&it.endpoint),
            },
            has: it.has,
            lacks: it.lacks,
            last_heard: it.heard,
            is_connected: it.is_connected,
        })
        .collect();
    let mine = asked
        .reader()?
        .person(asked.me()?)?
        .map_or(0, |it| it.operations);
    Ok(StatusView {
        copy: copy_read(asked),
        can_sync: !peers.is_empty(),
        peers,
        held: status.operations,
        mine,
        waiting: counts.waiting,
        set_aside: counts.set_aside,
        directory: asked.node()?.directory().display().to_string(),
        is_local_only: !status.is_networked,
    })
}

fn copy_read(asked: &Asked<'_>) -> Option<(u64, u64, u64)> {
    let query = &asked.query;
    let refused = query.number("refused").unwrap_or_default();
    Some((query.number("read")?, query.number("new")?, refused))
}

fn short(endpoint: &str) -> String {
    endpoint.chars().take(8).collect()
}
