//! Editions: a document frozen with everything it rests on, in a file that anyone can check.
//!
//! [`open`] reads such a file on a machine that has never seen its commons: every byte is checked,
//! everything is folded by the rules of the commons, and the text must be the one whose hash was
//! signed. [`Opened::text`] is what it says, as plain rows; [`Opened::reader`] answers every query
//! about what it rests on. Whatever is published of an edition is made from an [`Opened`] alone,
//! so that the same edition gives the same pages everywhere.

mod concerns;
mod contributors;
mod earlier;
mod fault;
mod figures;
mod file;
mod gather;
mod left_out;
mod licence;
mod report;
mod shelf;
mod view;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::thread;

use polylogue_core::edition::{Manifest, ReadLine};
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Edition, Kind};
use polylogue_core::operation::Operation;
use polylogue_core::verdict::Verdict;
use polylogue_store::{Reader, Store, StoreFault};

pub(crate) use self::concerns::Concerns;
pub use self::concerns::Known;
pub use self::contributors::{Contributor, Work};
pub use self::earlier::Earlier;
pub(crate) use self::earlier::{earlier, figure as earlier_figure};
pub use self::fault::{At, EditionFault, Part, Wrong};
pub use self::figures::{MAP, TALLY, counts};
pub use self::file::VERSION;
pub(crate) use self::gather::{concerns_of, gather};
pub use self::licence::{Fits, Notice, fits, is_known};
pub use self::report::{Report, Unchecked, Why, verify};
pub(crate) use self::shelf::Shelf;
pub use self::view::{EditionLine, EditionText, EditionTrace, Signer};

use self::fault::Wrong as W;
use self::file::{Checked, Writer};
use self::gather::{as_held, words_of};
use crate::node::{LocalOnly, Node, NodeOptions};
use crate::pen::Edge;
use crate::refusal::Refusal;

/// A file is never longer: what is in memory at once is bounded by it. Chosen by us.
const FILE_BYTES_MAX: u64 = 256 << 20;

/// An edition that was opened and holds, with everything it rests on.
#[derive(Debug)]
pub struct Opened {
    /// The edition's own operation.
    pub id: OperationId,
    /// The commons it is of.
    pub commons: OperationId,
    /// What it says of itself.
    pub edition: Edition,
    /// What it consists of.
    pub manifest: Manifest,
    /// Operations in the file.
    pub operations: u64,
    /// Of these, what it rests on with words.
    pub whole: u64,
    /// What it rests on and has no words any more: emptied or hidden since it was made.
    pub emptied: Vec<OperationId>,
    /// Who said what, for [`Opened::text`].
    said: Vec<Said>,
    store: Store,
}

/// One operation that has its words, as far as contributors are counted from it.
#[derive(Debug, Clone)]
struct Said {
    id: OperationId,
    kind: Kind,
    key: Key,
    /// The named speaker, where it was brought in.
    speaker: Option<String>,
}

/// Opens an edition's file: checks every byte of it, and folds what it rests on in memory.
///
/// # Errors
/// An [`EditionFault`] naming the place that does not hold, or what this machine could not do.
pub fn open(path: &Path) -> Result<Opened, EditionFault> {
    read(&bytes_of(path)?)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, EditionFault> {
    let length = std::fs::metadata(path)?.len();
    if length > FILE_BYTES_MAX {
        return Err(EditionFault::TooLong);
    }
    Ok(std::fs::read(path)?)
}

/// Opens an edition's file as [`open`] does, from its bytes.
///
/// # Errors
/// As [`open`].
pub fn read(bytes: &[u8]) -> Result<Opened, EditionFault> {
    let (opened, ()) = look_at(bytes, |_| Ok(()))?;
    opened.store.ready()?;
    Ok(opened)
}

/// Checks an edition's file and answers something of it, beside checking the signatures: whatever
/// was found of operations that turn out not to be signed is thrown away.
fn look_at<T: Send>(
    bytes: &[u8],
    answer: impl FnOnce(&Opened) -> Result<T, EditionFault> + Send,
) -> Result<(Opened, T), EditionFault> {
    let options = NodeOptions::of_this_machine(LocalOnly::Yes);
    let edge = Edge {
        clock: options.clock,
        random: options.random,
    };
    let checked = file::check(bytes)?;
    let (signed, answered) = thread::scope(|scope| {
        let answering = scope.spawn(|| {
            let opened = fold(&checked)?;
            let answered = answer(&opened)?;
            Ok((opened, answered))
        });
        let signed = checked.check_signatures(edge);
        (signed, answering.join().expect("folding does not panic"))
    });
    signed?;
    answered
}

fn fold(checked: &Checked) -> Result<Opened, EditionFault> {
    let store = store_of(checked)?;
    let reader = store.reader()?;
    check_counts(checked, &reader)?;
    check_content(checked)?;
    let peculiar: HashSet<OperationId> = reader.brought_in_or_not_accepted()?.into_iter().collect();
    drop(reader);
    let said = checked.operations.iter();
    let said = said
        .filter_map(|it| said_of(it, peculiar.contains(&it.id())))
        .collect();
    let bodies = checked
        .operations
        .iter()
        .filter(|it| it.body_bytes().is_some());
    Ok(Opened {
        id: checked.id,
        commons: store.commons(),
        whole: bodies.count() as u64,
        operations: checked.operations.len() as u64,
        said,
        edition: checked.edition.clone(),
        manifest: checked.manifest.clone(),
        emptied: checked.emptied.clone(),
        store,
    })
}

fn store_of(checked: &Checked) -> Result<Store, StoreFault> {
    let store = Store::in_memory(&checked.operations[0])?;
    // When they arrived is nobody's business here; the claimed time of the edition is the same
    // everywhere.
    let now = checked.operations[1].header().time;
    // Any order folds to the same; in this one nearly nothing waits for what comes behind it.
    let mut operations: Vec<&Operation> = checked.operations[1..].iter().collect();
    operations.sort_by_key(|it| {
        let header = it.header();
        let is_said = header.kind >= gather::CONTENT;
        (is_said, header.time, header.counter)
    });
    store.append(&operations, now)?;
    if let Some(pin) = checked.manifest.pin {
        store.set_pin(pin)?;
    }
    Ok(store)
}

/// Checks that the edition, its document and every line of it count by the rules of the commons.
fn check_counts(checked: &Checked, reader: &Reader) -> Result<(), EditionFault> {
    let emptied: BTreeSet<OperationId> = checked.emptied.iter().copied().collect();
    let lines = checked.manifest.lines.iter();
    let lines = lines.flat_map(|it| [it.line, it.wording]);
    for id in [checked.id, checked.edition.document]
        .into_iter()
        .chain(lines)
    {
        if emptied.contains(&id) {
            continue;
        }
        let broken = |what| EditionFault::Broken {
            at: checked.at(id),
            what,
        };
        let row = reader.operation(id)?.ok_or_else(|| broken(W::Other))?;
        if row.verdict != Verdict::Accepted {
            return Err(broken(W::SetAside(row.verdict)));
        }
    }
    Ok(())
}

/// Checks that the text is the one whose hash was signed. Where words of it were emptied since,
/// nobody can: the report says so.
fn check_content(checked: &Checked) -> Result<(), EditionFault> {
    let broken = || EditionFault::Broken {
        at: checked.at(checked.id),
        what: W::Content,
    };
    let emptied: BTreeSet<OperationId> = checked.emptied.iter().copied().collect();
    let mut lines = Vec::new();
    for line in &checked.manifest.lines {
        if emptied.contains(&line.wording) {
            return Ok(());
        }
        let found = checked.find(line.wording).and_then(words_of);
        let (text, traces) = found.ok_or_else(broken)?;
        lines.push(ReadLine {
            line: line.line,
            text,
            traces,
        });
    }
    let document = checked.edition.document;
    if emptied.contains(&document) {
        return Ok(());
    }
    let Some(Body::Document(document)) = gather::body_of(checked.find(document)) else {
        return Err(broken());
    };
    let named = (
        checked.edition.name.as_str(),
        checked.edition.licence.as_str(),
    );
    let content = gather::content_of(&checked.manifest, document.title, named, lines);
    if content.hash() == checked.edition.content {
        Ok(())
    } else {
        Err(broken())
    }
}

/// Reads a body only where the store says that it may name a speaker or be no body of its kind:
/// every other was read when it was folded.
fn said_of(operation: &Operation, is_peculiar: bool) -> Option<Said> {
    let kind = Kind::of(operation.header().kind)?;
    operation.body_bytes()?;
    let body = match is_peculiar {
        true => Some(operation.body()?.ok()?),
        false => None,
    };
    let brought_in = match body {
        Some(Body::Turn(it)) => it.brought_in,
        Some(Body::Claim(it)) => it.brought_in,
        Some(_) | None => None,
    };
    Some(Said {
        id: operation.id(),
        kind,
        key: operation.header().key,
        speaker: brought_in.map(|it| it.speaker),
    })
}

impl Opened {
    /// A snapshot of what the edition rests on, to be asked like any commons.
    ///
    /// # Errors
    /// A failure of this machine.
    pub fn reader(&self) -> Result<Reader, EditionFault> {
        Ok(self.store.reader()?)
    }
}

impl Node {
    /// The file of an edition. Every peer that holds the same makes the same bytes.
    ///
    /// # Errors
    /// A [`Refusal`] if the edition is not here, or something it rests on is not.
    pub fn edition_file(&self, commons: &OperationId, id: OperationId) -> Result<Vec<u8>, Refusal> {
        let held = self.held(commons)?;
        let row = held.reader()?.edition(id)?;
        let edition = row
            .ok_or_else(|| Refusal::NotFound { id: id.to_string() })?
            .edition;
        let parts = held.load(&edition.parts)?;
        let not_here = |id| Refusal::TextNotHere { id };
        let manifest = file::manifest_in(&edition, parts.iter()).map_err(|_| not_here(id))?;
        let reader = held.reader()?;
        let mut writer = Writer::begin(*commons, id);
        let mut rests = manifest.rests.iter();
        if let Some(first) = rests.next() {
            held.load(&[first.id])?
                .iter()
                .for_each(|it| writer.write(it));
        }
        held.load(&[id])?.iter().for_each(|it| writer.write(it));
        parts.iter().for_each(|it| writer.write(it));
        for rests in rests {
            let found = held.load(&[rests.id])?.pop();
            let operation = found.ok_or_else(|| not_here(rests.id))?;
            let carries = reader.carries(rests.id)?;
            let is_gone = carries == polylogue_store::query::Carries::Place;
            let operation = as_held(operation, rests.held);
            writer.write(&if is_gone {
                operation.without_body()
            } else {
                operation
            });
        }
        for operation in gather::since(&held.store, id, &edition.parts, &manifest)? {
            writer.write(&operation);
        }
        Ok(writer.finish())
    }
}
