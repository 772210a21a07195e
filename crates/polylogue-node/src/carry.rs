//! Writing and reading bundles: the same operations in a file.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::operation::Operation;

use crate::bundle::{self, BundleFault};
use crate::net::PeerNote;
use crate::node::{Held, Node};
use crate::refusal::Refusal;
use crate::replica::known_peers;
use crate::verify;

/// Operations loaded at once for writing.
const BATCH_OPERATIONS: usize = 2_000;
/// Operations taken in at once, or fewer once they are so many bytes: the more, the fewer times
/// the same pages of the store are written.
const READ_OPERATIONS: usize = 8_000;
const READ_BYTES: usize = 8 * 1024 * 1024;
/// Checked batches that may wait to be kept.
const BATCHES_WAITING: usize = 2;

/// Whoever brings a bundle: what newcomers said in it has a share of its own.
const CARRIED: Key = Key([0; 32]);

/// Which operations a bundle holds.
#[derive(Debug, Clone)]
pub enum Lacking {
    /// All that peers reconcile.
    Nothing,
    /// What the peer whose endpoint key begins with these letters did not hold, as far as it is
    /// known here; rather too much than too little.
    Peer(String),
}

/// What reading a bundle did.
#[derive(Debug, Default)]
pub struct BundleReport {
    /// The commons it is of.
    pub commons: Option<OperationId>,
    /// Operations read.
    pub read: u64,
    /// Operations that were not here before.
    pub new: u64,
    /// Operations whose signatures do not hold, which belong elsewhere, or which are more than one
    /// key may sign: not kept.
    pub refused: u64,
    /// Whether the commons was not here before.
    pub is_created: bool,
    /// Where reading had to stop, if it could not go on to the end; what came before is kept.
    pub stopped: Option<BundleFault>,
}

impl Node {
    /// Writes a bundle and answers how many operations it holds.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here, the peer not known, or the file not writable.
    pub fn write_bundle(
        &self,
        commons: &OperationId,
        to: impl Write,
        lacking: &Lacking,
    ) -> Result<u64, Refusal> {
        let held = self.held(commons)?;
        let agreed = match lacking {
            Lacking::Nothing => None,
            Lacking::Peer(prefix) => find_peer(&held, prefix)?.agreed_s,
        };
        let mut keys = held.store.reconciled_keys()?;
        if let Some(agreed) = agreed {
            let since = held.reader()?.arrived_since(agreed)?;
            keys.retain(|(_, id)| since.binary_search(id).is_ok());
        }
        let file = |what| Refusal::Bundle(BundleFault::File(what));
        let mut writer = bundle::Writer::begin(to, *commons).map_err(file)?;
        for operation in held.load(&[*commons])? {
            writer.write(&operation).map_err(file)?;
        }
        let others: Vec<OperationId> = keys
            .into_iter()
            .map(|(_, id)| id)
            .filter(|id| id != commons)
            .collect();
        for part in others.chunks(BATCH_OPERATIONS) {
            for operation in held.load(part)? {
                writer.write(&operation).map_err(file)?;
            }
        }
        writer.finish().map_err(file)
    }

    /// Reads a bundle: everything in it is checked as if a peer had sent it. A commons that is
    /// not here yet is made, if its founding is inside; one then reads along and may join.
    ///
    /// # Errors
    /// A [`Refusal`] if it is no bundle, or of a commons that is neither here nor founded in it.
    /// A fault further on is no error: the report says where reading stopped.
    pub fn read_bundle(&self, from: impl Read) -> Result<BundleReport, Refusal> {
        let mut reader = bundle::Reader::begin(from)?;
        let commons = reader.commons();
        let mut report = BundleReport {
            commons: Some(commons),
            ..BundleReport::default()
        };
        let held = self.held(&commons).ok();
        let (sender, batches) = sync_channel(BATCHES_WAITING);
        let kept = thread::scope(|scope| {
            let keeper = scope.spawn(move || self.keep_batches(commons, held, &batches));
            self.read_batches(&mut reader, &sender, &mut report);
            drop(sender);
            keeper.join().expect("keeping operations does not panic")
        })?;
        if kept.held.is_none() {
            return Err(report.stopped.unwrap_or(BundleFault::NoFounding).into());
        }
        report.new = kept.new;
        report.refused += kept.refused;
        report.is_created = kept.is_created;
        Ok(report)
    }

    /// Reads and checks batch after batch, until the end, a fault, or nobody takes them any more.
    fn read_batches(
        &self,
        reader: &mut bundle::Reader<impl Read>,
        sender: &SyncSender<Vec<Operation>>,
        report: &mut BundleReport,
    ) {
        let mut batch = Vec::new();
        let mut bytes = 0;
        loop {
            let next = reader.next().unwrap_or_else(|fault| {
                report.stopped = Some(fault);
                None
            });
            let is_over = next.is_none();
            report.read += u64::from(!is_over);
            bytes += next.as_ref().map_or(0, length);
            batch.extend(next);
            let is_full = batch.len() >= READ_OPERATIONS || bytes >= READ_BYTES;
            if is_full || (is_over && !batch.is_empty()) {
                bytes = 0;
                let (checked, n_refused) = verify::kept(std::mem::take(&mut batch), self.edge());
                report.refused += n_refused as u64;
                if sender.send(checked).is_err() {
                    return;
                }
            }
            if is_over {
                return;
            }
        }
    }

    /// Keeps batch after batch while the next are read and checked.
    fn keep_batches(
        &self,
        commons: OperationId,
        held: Option<Arc<Held>>,
        batches: &Receiver<Vec<Operation>>,
    ) -> Result<Kept, Refusal> {
        let mut kept = Kept {
            held,
            ..Kept::default()
        };
        while let Ok(operations) = batches.recv() {
            let held = match &kept.held {
                Some(held) => Arc::clone(held),
                None => {
                    let founding = operations
                        .iter()
                        .find(|it| bundle::is_founding(it, commons));
                    let held = self.create(founding.ok_or(BundleFault::NoFounding)?, None)?;
                    kept.is_created = true;
                    kept.new += 1;
                    kept.held = Some(Arc::clone(&held));
                    held
                }
            };
            let now = (self.edge().clock)();
            let appended = held.store.append_from(CARRIED, &operations, now);
            let appended = appended.inspect_err(|_| held.doubt_reconciled())?;
            let difference = held.difference(&operations, &appended)?;
            kept.new += appended.new.len() as u64;
            kept.refused += appended.refused + appended.beyond;
            if let Some(peering) = self.peering() {
                peering.amend(commons, &difference, &BTreeSet::new());
                peering.amend_porch(commons, &difference.porch);
            }
            self.changed(commons);
        }
        Ok(kept)
    }
}

fn length(operation: &Operation) -> usize {
    operation.header_bytes().len() + operation.body_bytes().map_or(0, <[u8]>::len)
}

/// What became of the batches of a bundle.
#[derive(Default)]
struct Kept {
    held: Option<Arc<Held>>,
    new: u64,
    refused: u64,
    is_created: bool,
}

fn find_peer(held: &Held, prefix: &str) -> Result<PeerNote, Refusal> {
    let prefix = prefix.to_ascii_lowercase();
    let fits = |it: &PeerNote| Key(it.address.endpoint).to_string().starts_with(&prefix);
    let mut fitting: Vec<PeerNote> = known_peers(held).into_iter().filter(fits).collect();
    match (fitting.pop(), fitting.len()) {
        (Some(one), 0) => Ok(one),
        (Some(_), others) => Err(Refusal::Ambiguous {
            prefix,
            count: 1 + others as u64,
        }),
        (None, _) => Err(Refusal::NotFound { id: prefix }),
    }
}
