//! Work that nobody waits for: the search index, the end of erased bytes, the pin.
//!
//! One thread for a node. It ends with the node, wakes when something was kept, and else once a
//! minute; nothing it does changes what was said.

use std::sync::Weak;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use polylogue_core::id::OperationId;
use polylogue_core::kind::Body;
use serde::{Deserialize, Serialize};

use crate::node::{Held, Inner, Node};
use crate::pen::Edge;
use crate::refusal::Refusal;

const PAUSE: Duration = Duration::from_secs(60);
const QUIET: Duration = Duration::from_millis(500);
const QUIET_WAIT_MAX: Duration = Duration::from_secs(20);
/// Things indexed in one go, so that the writer is never held for long.
const INDEXED_AT_ONCE: usize = 500;
/// Batches up to this size are indexed at once, so that what one says is found at once.
pub(crate) const SMALL_OPERATIONS: usize = 64;
const INDEX_WAIT_MAX: Duration = Duration::from_secs(2);
/// A law that was followed here so long, and has been followed by another, is never left.
const PIN_SECONDS: u64 = 30 * 24 * 60 * 60;
const LAWS: &str = "laws";
const LAWS_MAX: usize = 64;

/// The thread's bell. Dropping it ends the thread.
#[derive(Debug, Clone)]
pub(crate) struct Background {
    bell: SyncSender<()>,
}

impl Background {
    /// Starts the thread of a node.
    pub(crate) fn start(inner: Weak<Inner>, bell: Receiver<()>) -> std::io::Result<()> {
        let builder = thread::Builder::new().name("polylogue-work".to_owned());
        builder.spawn(move || run(&inner, &bell)).map(drop)
    }

    /// A bell and the end the thread listens at.
    pub(crate) fn bell() -> (Self, Receiver<()>) {
        let (bell, listener) = sync_channel(1);
        (Self { bell }, listener)
    }

    /// Wakes the thread; if it is awake already, it looks once more.
    pub(crate) fn ring(&self) {
        // A full bell rings already.
        self.bell.try_send(()).ok();
    }
}

fn run(inner: &Weak<Inner>, bell: &Receiver<()>) {
    loop {
        let Some(node) = inner.upgrade().map(Node::of) else {
            return;
        };
        // The node may go while this works: a home is let go with its last owner, not with this.
        let (edge, all) = (node.edge(), node.all_held());
        drop(node);
        let mut progress = Progress::Done;
        for held in all {
            match work(edge, &held, bell) {
                Ok(Progress::Done) => {}
                Ok(Progress::Interrupted) => progress = Progress::Interrupted,
                Err(refusal) => tracing::warn!("background work on {}: {refusal}", held.id),
            }
        }
        let rung = match progress {
            Progress::Done => bell.recv_timeout(PAUSE),
            Progress::Interrupted => Ok(()),
        };
        match rung {
            Ok(()) if wait_for_quiet(bell) => {}
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Whether work came to its end, or gave way to arrivals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Done,
    Interrupted,
}

/// Lets a run of arrivals go by first, so as not to be in its way; says whether the node still
/// runs.
fn wait_for_quiet(bell: &Receiver<()>) -> bool {
    let began = Instant::now();
    while began.elapsed() < QUIET_WAIT_MAX {
        match bell.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

fn work(edge: Edge, held: &Held, bell: &Receiver<()>) -> Result<Progress, Refusal> {
    let now = (edge.clock)();
    while held.store.index_search(INDEXED_AT_ONCE)? {
        if bell.try_recv().is_ok() {
            return Ok(Progress::Interrupted);
        }
    }
    held.store.sweep(now)?;
    pin(held, now)?;
    Ok(Progress::Done)
}

impl Node {
    /// Brings the search index up to date, or as far as two seconds go; the rest follows by
    /// itself. Call it before searching.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be written.
    pub fn index_search(&self, commons: &OperationId) -> Result<(), Refusal> {
        let held = self.held(commons)?;
        let began = Instant::now();
        while held.store.index_search(INDEXED_AT_ONCE)? && began.elapsed() < INDEX_WAIT_MAX {}
        Ok(())
    }
}

/// A law in force, and since when it was here.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Law {
    act: [u8; 32],
    since: u64,
}

/// Notes the law in force, and pins the one before a law that has been in force for a month.
fn pin(held: &Held, now: u64) -> Result<(), Refusal> {
    let act = held.store.author(&[held.me()])?.act;
    let kept = held.store.local_get(LAWS)?;
    let mut laws: Vec<Law> = kept
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    if laws.last().is_none_or(|it| it.act != act.0) {
        laws.push(Law {
            act: act.0,
            since: now,
        });
        let surplus = laws.len().saturating_sub(LAWS_MAX);
        let bytes = serde_json::to_vec(&laws[surplus..]).expect("rows are plain");
        held.store.local_put(LAWS, &bytes)?;
    }
    let is_old = |it: &&Law| it.since.saturating_add(PIN_SECONDS) <= now;
    let Some(old) = laws.iter().rev().find(is_old) else {
        return Ok(());
    };
    let operation = held.load(&[OperationId(old.act)])?.into_iter().next();
    if let Some(Some(Ok(Body::Resolution(resolution)))) = operation.map(|it| it.body())
        && held.store.pin()? != Some(resolution.parent)
    {
        held.store.set_pin(resolution.parent)?;
    }
    Ok(())
}
