//! Taking a whole home away in one file, and putting it back: the seed, the settings, and of every
//! commons its operations and the secrets that belong to them.
//!
//! `polylogue-backup 1\n`, then the parts behind their lengths (8 bytes, big end first), then
//! BLAKE3 of all before it. Whoever holds the file is this person: it is as secret as the seed.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use polylogue_core::id::OperationId;
use polylogue_core::operation::{OPERATION_BYTES_MAX, Operation};

use crate::bundle::is_founding;
use crate::home::{Settings, plant_seed};
use crate::node::{Held, Node, NodeOptions};
use crate::refusal::Refusal;
use crate::verify;

/// The version of backups written and read here.
const VERSION: u64 = 1;

const MAGIC: &str = "polylogue-backup ";
/// What bundles begin with: told apart, since both are files that carry operations.
const BUNDLE_MAGIC: &str = "polylogue-bundle ";
const MAGIC_LINE: usize = 64;
const HASH_BYTES: u64 = 32;
const PART_BYTES_MAX: u64 = 64 * 1024 * 1024;
const BATCH_OPERATIONS: usize = 2_000;
/// What a store keeps beside its operations that a backup takes along.
const LOCAL: [&str; 3] = ["read-secret", "invitations", "peers"];

impl Node {
    /// Writes the whole home into one file and answers how many operations are in it.
    ///
    /// # Errors
    /// A [`Refusal`] if the file is there already or cannot be written.
    pub fn backup(&self, path: &Path) -> Result<u64, Refusal> {
        let refused = |what| Refusal::file(path, what);
        let file = private_new(path).map_err(|what| match what.kind() {
            io::ErrorKind::AlreadyExists => Refusal::FileExists {
                path: path.display().to_string(),
            },
            _ => refused(what),
        })?;
        let mut writer = Writer {
            to: BufWriter::new(file),
            hasher: blake3::Hasher::new(),
        };
        let settings = serde_json::to_vec(&self.settings()?).expect("settings are plain");
        writer
            .put(format!("{MAGIC}{VERSION}\n").as_bytes())
            .map_err(refused)?;
        writer.part(self.home().seed().bytes()).map_err(refused)?;
        writer.part(&settings).map_err(refused)?;
        let all = self.all_held();
        writer.number(all.len() as u64).map_err(refused)?;
        let mut count = 0;
        for held in all {
            count += write_commons(&mut writer, &held, path)?;
        }
        writer.finish().map_err(refused)?;
        Ok(count)
    }

    /// Makes a new home of a backup and opens it.
    ///
    /// # Errors
    /// A [`Refusal`] if the file is no whole backup, or the directory holds something already.
    pub fn restore(home: &Path, path: &Path, options: NodeOptions) -> Result<Self, Refusal> {
        check_whole(path)?;
        let refused = |what| Refusal::file(path, what);
        let mut reader = BufReader::new(File::open(path).map_err(refused)?);
        read_magic(&mut reader)?;
        let seed = part(&mut reader)?
            .try_into()
            .map_err(|_| Refusal::BackupDamaged)?;
        let settings: Settings =
            serde_json::from_slice(&part(&mut reader)?).map_err(|_| Refusal::BackupDamaged)?;
        plant_seed(home, &seed).map_err(|fault| match fault {
            crate::home::HomeFault::NotAHome { .. } => Refusal::HomeNotEmpty,
            other => other.into(),
        })?;
        let node = Self::open(home, options)?;
        node.remember(&settings)?;
        for _ in 0..number(&mut reader)? {
            node.restore_commons(&mut reader)?;
        }
        Ok(node)
    }

    fn restore_commons(&self, reader: &mut impl Read) -> Result<(), Refusal> {
        let id = part(reader)?;
        let id = OperationId::from_slice(&id).ok_or(Refusal::BackupDamaged)?;
        let mut local = Vec::new();
        for name in LOCAL {
            local.push((name, part(reader)?));
        }
        let mut held = None;
        let mut batch = Vec::new();
        loop {
            let bytes = part(reader)?;
            let is_over = bytes.is_empty();
            if !is_over {
                batch.push(Operation::decode(&bytes).map_err(|_| Refusal::BackupDamaged)?);
            }
            if batch.len() >= BATCH_OPERATIONS || (is_over && !batch.is_empty()) {
                let batch = std::mem::take(&mut batch);
                self.restore_batch(&mut held, id, batch)?;
            }
            if is_over {
                break;
            }
        }
        let held = held.ok_or(Refusal::BackupDamaged)?;
        for (name, value) in local.iter().filter(|(_, value)| !value.is_empty()) {
            held.store.local_put(name, value)?;
        }
        Ok(())
    }

    fn restore_batch(
        &self,
        held: &mut Option<std::sync::Arc<Held>>,
        id: OperationId,
        batch: Vec<Operation>,
    ) -> Result<(), Refusal> {
        let (operations, n_refused) = verify::kept(batch, self.edge());
        if n_refused > 0 {
            return Err(Refusal::BackupDamaged);
        }
        if held.is_none() {
            let founding = operations.iter().find(|it| is_founding(it, id));
            *held = Some(self.create(founding.ok_or(Refusal::BackupDamaged)?, None)?);
        }
        let held = held.as_ref().expect("it was made above");
        held.store.append(&operations, (self.edge().clock)())?;
        Ok(())
    }
}

fn write_commons(
    writer: &mut Writer<impl Write>,
    held: &Held,
    path: &Path,
) -> Result<u64, Refusal> {
    let refused = |what| Refusal::file(path, what);
    writer.part(&held.id.0).map_err(refused)?;
    for name in LOCAL {
        let value = held.store.local_get(name)?.unwrap_or_default();
        writer.part(&value).map_err(refused)?;
    }
    let mut ids = vec![held.id];
    let others = held.store.reconciled_keys()?.into_iter().map(|(_, id)| id);
    ids.extend(others.filter(|id| *id != held.id));
    ids.extend(held.store.porch(usize::MAX)?.iter().map(Operation::id));
    for batch in ids.chunks(BATCH_OPERATIONS) {
        for operation in held.load(batch)? {
            writer.part(&operation.encode()).map_err(refused)?;
        }
    }
    writer.part(&[]).map_err(refused)?;
    Ok(ids.len() as u64)
}

struct Writer<W> {
    to: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Writer<W> {
    fn part(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.number(bytes.len() as u64)?;
        self.put(bytes)
    }

    fn number(&mut self, number: u64) -> io::Result<()> {
        self.put(&number.to_be_bytes())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.to.write_all(bytes)
    }

    fn finish(mut self) -> io::Result<()> {
        let hash = *self.hasher.finalize().as_bytes();
        self.to.write_all(&hash)?;
        self.to.flush()
    }
}

/// Makes a file that was not there, readable by its owner alone.
fn private_new(path: &Path) -> io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Reads the file once and compares its hash, before anything of it is believed.
fn check_whole(path: &Path) -> Result<(), Refusal> {
    let refused = |what| Refusal::file(path, what);
    let file = File::open(path).map_err(refused)?;
    let length = file.metadata().map_err(refused)?.len();
    let mut reader = BufReader::new(file);
    read_magic(&mut reader)?;
    let mut reader = reader.into_inner();
    io::Seek::rewind(&mut reader).map_err(refused)?;
    let body = length
        .checked_sub(HASH_BYTES)
        .ok_or(Refusal::BackupDamaged)?;
    let mut hasher = blake3::Hasher::new();
    io::copy(&mut (&mut reader).take(body), &mut hasher).map_err(refused)?;
    let mut expected = Vec::new();
    reader.read_to_end(&mut expected).map_err(refused)?;
    if expected == hasher.finalize().as_bytes() {
        Ok(())
    } else {
        Err(Refusal::BackupDamaged)
    }
}

fn read_magic(reader: &mut impl Read) -> Result<(), Refusal> {
    let mut line = Vec::new();
    while line.len() < MAGIC_LINE {
        let mut byte = [0];
        reader
            .read_exact(&mut byte)
            .map_err(|_| Refusal::BackupDamaged)?;
        if byte == *b"\n" {
            break;
        }
        line.extend(byte);
    }
    let line = String::from_utf8(line).map_err(|_| Refusal::BackupDamaged)?;
    if line.starts_with(BUNDLE_MAGIC) {
        return Err(Refusal::BackupIsBundle);
    }
    let version: Option<u64> = line.strip_prefix(MAGIC).and_then(|it| it.parse().ok());
    match version {
        Some(VERSION) => Ok(()),
        Some(version) => Err(Refusal::BackupNewer { version }),
        None => Err(Refusal::BackupDamaged),
    }
}

fn number(reader: &mut impl Read) -> Result<u64, Refusal> {
    let mut bytes = [0; 8];
    reader
        .read_exact(&mut bytes)
        .map_err(|_| Refusal::BackupDamaged)?;
    Ok(u64::from_be_bytes(bytes))
}

fn part(reader: &mut impl Read) -> Result<Vec<u8>, Refusal> {
    let length = number(reader)?;
    let longest = PART_BYTES_MAX.max(OPERATION_BYTES_MAX as u64);
    if length > longest {
        return Err(Refusal::BackupDamaged);
    }
    let mut bytes = Vec::new();
    let read = reader.take(length).read_to_end(&mut bytes);
    match read {
        Ok(count) if count as u64 == length => Ok(bytes),
        Ok(_) | Err(_) => Err(Refusal::BackupDamaged),
    }
}
