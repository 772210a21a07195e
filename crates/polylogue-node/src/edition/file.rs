//! The file of an edition: `polylogue-edition 1\n`, the ids of its commons and of the edition, then
//! records as in a bundle: the founding, the edition, the parts of its manifest, what the manifest
//! lists, what was said since; a length of zero, the count, and BLAKE3 of all before it.
//!
//! docs/formats/edition.md says what each is for.

use std::collections::HashMap;
use std::thread;

use polylogue_core::edition::{Held, Manifest};
use polylogue_core::id::{Hash, OperationId};
use polylogue_core::kind::{Body, Edition};
use polylogue_core::operation::{OPERATION_BYTES_MAX, Operation, OperationFault};

use super::fault::{At, EditionFault, Part, Wrong};
use crate::pen::Edge;
use crate::verify;

/// The version of files written and read here.
pub const VERSION: u64 = 1;

const MAGIC: &str = "polylogue-edition ";
const MAGIC_LINE_BYTES_MAX: usize = 64;
const ID_BYTES: usize = 32;
const LENGTH_BYTES: usize = 4;
const COUNT_BYTES: usize = 8;
const HASH_BYTES: usize = 32;
/// Fewer operations than this are not worth a thread of their own.
const SHARE_MIN: usize = 512;
const THREADS_MAX: usize = 16;

/// What a file holds, once every byte of it was checked.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) id: OperationId,
    pub(super) edition: Edition,
    pub(super) manifest: Manifest,
    /// Every operation, in the order of the file.
    pub(super) operations: Vec<Operation>,
    /// What the manifest lists as whole and has no body here.
    pub(super) emptied: Vec<OperationId>,
    /// Where each of them stands among the operations.
    places: HashMap<OperationId, usize>,
    frames: Vec<usize>,
    /// Where the end begins, and whether it fits.
    end: (usize, Result<(), Wrong>),
}

impl Checked {
    /// An operation of the file.
    pub(super) fn find(&self, id: OperationId) -> Option<&Operation> {
        self.places.get(&id).map(|place| &self.operations[*place])
    }

    /// Where an operation stands.
    pub(super) fn at(&self, id: OperationId) -> At {
        let place = match self.places.get(&id).copied() {
            Some(index) => self.at_index(index),
            None => At::of(Part::Evidence, 0),
        };
        At {
            id: Some(id),
            ..place
        }
    }

    fn at_index(&self, index: usize) -> At {
        let roles = Roles {
            n_parts: self.edition.parts.len(),
            edition: Some(&self.edition),
            manifest: Some(&self.manifest),
        };
        roles.at(index, self.frames[index])
    }

    /// Checks every signature, on all cores but the one that folds, then the end.
    pub(super) fn check_signatures(&self, edge: Edge) -> Result<(), EditionFault> {
        let n_first = 2 + self.edition.parts.len();
        let holds = verify::beside(&self.operations[n_first..], edge);
        if let Some(index) = holds.iter().position(|it| !it) {
            let at = self.at_index(n_first + index);
            let what = Wrong::Operation(OperationFault::Signature);
            return Err(EditionFault::Broken { at, what });
        }
        match &self.end {
            (_, Ok(())) => Ok(()),
            (at, Err(what)) => Err(EditionFault::Broken {
                at: At::of(Part::End, *at),
                what: what.clone(),
            }),
        }
    }
}

/// Writes a file.
pub(super) struct Writer {
    bytes: Vec<u8>,
    count: u64,
}

impl Writer {
    pub(super) fn begin(commons: OperationId, edition: OperationId) -> Self {
        let mut bytes = format!("{MAGIC}{VERSION}\n").into_bytes();
        bytes.extend(commons.0);
        bytes.extend(edition.0);
        Self { bytes, count: 0 }
    }

    pub(super) fn write(&mut self, operation: &Operation) {
        let encoded = operation.encode();
        let length = u32::try_from(encoded.len()).expect("operations are below 128 KiB");
        self.bytes.extend(length.to_be_bytes());
        self.bytes.extend(encoded);
        self.count += 1;
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.extend([0; LENGTH_BYTES]);
        self.bytes.extend(self.count.to_be_bytes());
        let hash = Hash::of(&self.bytes);
        self.bytes.extend(hash.0);
        self.bytes
    }
}

/// What each record of a file is for, as far as that is known.
struct Roles<'a> {
    n_parts: usize,
    edition: Option<&'a Edition>,
    manifest: Option<&'a Manifest>,
}

impl Roles<'_> {
    fn at(&self, index: usize, byte: usize) -> At {
        let listed = self.manifest.and_then(|it| {
            let number = (index + 1).checked_sub(2 + self.n_parts)?;
            (number > 0).then(|| it.rests.get(number))
        });
        let id = match (index, self.edition) {
            (2.., Some(edition)) if index < 2 + self.n_parts => {
                edition.parts.get(index - 2).copied()
            }
            _ => listed.flatten().map(|it| it.id),
        };
        let part = match (index, listed) {
            (0, _) => Part::Founding,
            (1, _) => Part::Edition,
            _ if index < 2 + self.n_parts => Part::Manifest(index - 1),
            (_, Some(None)) => Part::After,
            (_, Some(Some(rests))) => self.line_of(rests.id).unwrap_or(Part::Evidence),
            (_, None) => Part::Evidence,
        };
        At {
            part,
            record: Some(index + 1),
            byte,
            id,
        }
    }

    /// The line whose words an operation holds.
    fn line_of(&self, id: OperationId) -> Option<Part> {
        let mut lines = self.manifest?.lines.iter();
        let number = lines.position(|it| it.wording == id)?;
        Some(Part::Line(number + 1))
    }
}

/// Records as they lie in the file.
struct Frames<'a> {
    bytes: &'a [u8],
    commons: OperationId,
    edition: OperationId,
    /// Where each record begins, and its bytes.
    records: Vec<(usize, &'a [u8])>,
    /// Where the end begins, and whether it fits.
    end: (usize, Result<(), Wrong>),
}

impl<'a> Frames<'a> {
    /// Takes a file apart. What does not fit is told at the end, since whatever was changed may
    /// stand before it.
    fn of(bytes: &'a [u8]) -> Result<Self, EditionFault> {
        let head = read_magic(bytes)?;
        let broken = || EditionFault::Broken {
            at: At::of(Part::Head, 0),
            what: Wrong::Length,
        };
        let ids = bytes.get(head..head + 2 * ID_BYTES).ok_or_else(broken)?;
        let (commons, edition) = ids.split_at(ID_BYTES);
        let commons = OperationId::from_slice(commons).ok_or_else(broken)?;
        let edition = OperationId::from_slice(edition).ok_or_else(broken)?;
        let mut records = Vec::new();
        let mut at = head + 2 * ID_BYTES;
        while let Some(length) = read_length(bytes, at) {
            let begins = at + LENGTH_BYTES;
            if length == 0 {
                at = begins;
                break;
            }
            let record = bytes.get(begins..begins + length);
            let Some(record) = record.filter(|_| length <= OPERATION_BYTES_MAX) else {
                records.push((at, bytes.get(begins..).unwrap_or_default()));
                let end = (at, Err(Wrong::Length));
                return Ok(Self {
                    bytes,
                    commons,
                    edition,
                    records,
                    end,
                });
            };
            records.push((at, record));
            at = begins + length;
        }
        let end = (at, check_end(bytes, at, records.len()));
        Ok(Self {
            bytes,
            commons,
            edition,
            records,
            end,
        })
    }
}

fn read_magic(bytes: &[u8]) -> Result<usize, EditionFault> {
    let line = bytes.iter().take(MAGIC_LINE_BYTES_MAX);
    let end = line.into_iter().position(|it| *it == b'\n');
    let end = end.ok_or(EditionFault::NotAnEdition)?;
    let line = std::str::from_utf8(&bytes[..end]).map_err(|_| EditionFault::NotAnEdition)?;
    let version = line.strip_prefix(MAGIC).and_then(|it| it.parse().ok());
    match version {
        Some(VERSION) if line.len() == MAGIC.len() + 1 => Ok(end + 1),
        Some(VERSION) | None => Err(EditionFault::NotAnEdition),
        Some(version) => Err(EditionFault::Newer(version)),
    }
}

fn read_length(bytes: &[u8], at: usize) -> Option<usize> {
    let length = bytes.get(at..at + LENGTH_BYTES)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(length)).ok()
}

fn check_end(bytes: &[u8], at: usize, count: usize) -> Result<(), Wrong> {
    let end = bytes.get(at..).unwrap_or_default();
    if end.len() != COUNT_BYTES + HASH_BYTES {
        return Err(Wrong::Length);
    }
    let (said, hash) = end.split_at(COUNT_BYTES);
    let hashed = Hash::of(&bytes[..at + COUNT_BYTES]);
    let is_whole = said == (count as u64).to_be_bytes() && hash == hashed.0;
    is_whole.then_some(()).ok_or(Wrong::Sum)
}

/// Checks a file but for most of its signatures ([`Checked::check_signatures`]): form, hashes, and
/// that nothing is there but what the edition names, then what was said since, in order.
pub(super) fn check(bytes: &[u8]) -> Result<Checked, EditionFault> {
    let frames = Frames::of(bytes)?;
    let (operations, fault) = decode(&frames.records);
    let edition = operations.get(1).and_then(edition_of);
    let manifest = edition.as_ref().map(|it| manifest_of(it, &operations));
    let n_parts = edition.as_ref().map_or(0, |it| it.parts.len());
    let roles = Roles {
        n_parts,
        edition: edition.as_ref(),
        manifest: manifest.as_ref().and_then(|it| it.as_ref().ok()),
    };
    let broken = |index: usize, what: Wrong| {
        let byte = frames.records.get(index).map_or(frames.end.0, |it| it.0);
        let at = roles.at(index, byte);
        EditionFault::Broken { at, what }
    };
    if let Some((index, what)) = fault {
        return Err(broken(index, what));
    }
    // Whatever the others are judged by is believed only once it is known to be signed.
    let n_first = operations.len().min(2 + n_parts);
    let unsigned = operations[..n_first]
        .iter()
        .position(|it| it.verify().is_err());
    if let Some(index) = unsigned {
        let what = Wrong::Operation(OperationFault::Signature);
        return Err(broken(index, what));
    }
    if operations.first().map(Operation::id) != Some(frames.commons) {
        return Err(head_or(&frames, &operations, broken(0, Wrong::Kind)));
    }
    if operations.get(1).map(Operation::id) != Some(frames.edition) {
        return Err(head_or(&frames, &operations, broken(1, Wrong::Kind)));
    }
    let (Some(edition), Some(manifest)) = (&edition, &manifest) else {
        return Err(broken(1, Wrong::Kind));
    };
    for (place, id) in edition.parts.iter().enumerate() {
        if operations.get(2 + place).map(Operation::id) != Some(*id) {
            return Err(broken(2 + place, Wrong::Other));
        }
    }
    let manifest = manifest.clone().map_err(|what| broken(2, what))?;
    let n_frozen = 1 + n_parts + manifest.rests.len();
    let emptied = check_listed(&operations, &manifest, n_parts)
        .map_err(|(index, what)| broken(index, what))?;
    let places = check_since(&operations, n_frozen).map_err(|(index, what)| broken(index, what))?;
    assert_eq!(
        frames.records.len(),
        operations.len(),
        "every record was read"
    );
    let edition = edition.clone();
    Ok(Checked {
        id: frames.edition,
        manifest,
        emptied,
        places,
        frames: frames.records.iter().map(|it| it.0).collect(),
        end: frames.end,
        edition,
        operations,
    })
}

/// The head where what stands below it is sound in itself, else what was found there.
fn head_or(frames: &Frames<'_>, operations: &[Operation], otherwise: EditionFault) -> EditionFault {
    let founds = operations.first().is_some_and(|it| it.commons() == it.id());
    let is_edition = operations.get(1).is_some_and(|it| edition_of(it).is_some());
    if founds && is_edition && !frames.bytes.is_empty() {
        let at = At::of(Part::Head, 0);
        let what = Wrong::Other;
        return EditionFault::Broken { at, what };
    }
    otherwise
}

fn edition_of(operation: &Operation) -> Option<Edition> {
    match operation.body() {
        Some(Ok(Body::Edition(edition))) => Some(edition),
        Some(_) | None => None,
    }
}

/// The manifest that an edition's parts carry.
fn manifest_of(edition: &Edition, operations: &[Operation]) -> Result<Manifest, Wrong> {
    let parts = operations.iter().skip(2).take(edition.parts.len());
    manifest_in(edition, parts)
}

/// The manifest in these parts of it.
pub(super) fn manifest_in<'a>(
    edition: &Edition,
    parts: impl Iterator<Item = &'a Operation>,
) -> Result<Manifest, Wrong> {
    let mut bytes = Vec::new();
    for part in parts {
        match part.body() {
            Some(Ok(Body::EditionPart(part))) => bytes.extend(part.bytes),
            Some(_) | None => return Err(Wrong::Kind),
        }
    }
    if Hash::of(&bytes) != edition.manifest {
        return Err(Wrong::ManifestHash);
    }
    Manifest::decode(&bytes).map_err(Wrong::Manifest)
}

/// Checks that what is listed is there, in its order; answers what of it was emptied since.
fn check_listed(
    operations: &[Operation],
    manifest: &Manifest,
    n_parts: usize,
) -> Result<Vec<OperationId>, (usize, Wrong)> {
    let founding = operations.first().map(Operation::id);
    if manifest.rests.first().map(|it| it.id) != founding {
        return Err((0, Wrong::Other));
    }
    let mut emptied = Vec::new();
    let mut before = None;
    for (place, rests) in manifest.rests.iter().enumerate().skip(1) {
        let index = 1 + n_parts + place;
        let Some(operation) = operations.get(index) else {
            return Err((index, Wrong::Length));
        };
        if operation.id() != rests.id {
            return Err((index, Wrong::Other));
        }
        let key = (operation.header().time, operation.id());
        if before.is_some_and(|before| before >= key) {
            return Err((index, Wrong::Order));
        }
        before = Some(key);
        match (rests.held, operation.body_bytes()) {
            (Held::Header, Some(_)) => return Err((index, Wrong::Stays)),
            (Held::Whole, None) => emptied.push(rests.id),
            (Held::Header, None) | (Held::Whole, Some(_)) => {}
        }
    }
    Ok(emptied)
}

/// Checks that what was said since is in order, and that nothing is in the file twice; answers
/// where each operation stands.
fn check_since(
    operations: &[Operation],
    n_frozen: usize,
) -> Result<HashMap<OperationId, usize>, (usize, Wrong)> {
    let mut all = HashMap::with_capacity(operations.len());
    let mut before = None;
    for (index, operation) in operations.iter().enumerate() {
        if all.insert(operation.id(), index).is_some() {
            return Err((index, Wrong::Order));
        }
        if index < n_frozen {
            continue;
        }
        let key = (operation.header().time, operation.id());
        if before.is_some_and(|before| before >= key) {
            return Err((index, Wrong::Order));
        }
        before = Some(key);
    }
    Ok(all)
}

type Records<'a> = [(usize, &'a [u8])];

/// Reads records on all cores, up to the first that is none.
fn decode(records: &Records<'_>) -> (Vec<Operation>, Option<(usize, Wrong)>) {
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let share = records.len().div_ceil(n_threads.min(THREADS_MAX));
    let share = share.max(SHARE_MIN);
    let parts: Vec<_> = thread::scope(|scope| {
        let spawn = |part| scope.spawn(move || decode_share(part));
        let threads: Vec<_> = records.chunks(share).map(spawn).collect();
        let join = |it: thread::ScopedJoinHandle<'_, _>| it.join();
        let joined = threads.into_iter().map(join);
        joined
            .map(|it| it.expect("reading records does not panic"))
            .collect()
    });
    let mut operations = Vec::with_capacity(records.len());
    let mut first = None;
    for (read, fault) in parts {
        if first.is_none() {
            first = fault.map(|(index, what)| (operations.len() + index, what));
        }
        if first.is_none() || operations.len() < 2 {
            operations.extend(read);
        }
    }
    (operations, first)
}

type Share = (Vec<Operation>, Option<(usize, Wrong)>);

fn decode_share(records: &Records<'_>) -> Share {
    let mut operations = Vec::with_capacity(records.len());
    let mut fault = None;
    for (index, (_, bytes)) in records.iter().enumerate() {
        match Operation::decode(bytes) {
            Ok(operation) => operations.push(operation),
            Err(what) => {
                fault = Some((index, Wrong::Operation(what)));
                break;
            }
        }
    }
    (operations, fault)
}
