//! The folder of a publication: written beside its place and moved there when it is whole, so that
//! nobody ever sees half of it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::PublishFault;

/// The file that says that a folder is a publication of ours.
pub const MARKER: &str = "polylogue-publication.json";
/// How the marker begins, in every version.
const MARKER_BEGINS: &str = "{\"polylogue\":\"publication\"";

/// The file that names every file of a publication, one on each line: whatever else lies in the
/// folder is somebody's own, and is never removed.
pub(super) const FILES: &str = "polylogue-files.txt";

/// A folder that is being written.
#[derive(Debug)]
pub(super) struct Folder {
    /// Where it is to be.
    place: PathBuf,
    /// Where it is written.
    part: PathBuf,
    /// Bytes that may still be written.
    room: AtomicU64,
    written: AtomicU64,
    names: Mutex<BTreeSet<String>>,
}

impl Folder {
    /// Begins a folder; what stands in its place is not touched until it is whole. At most `room`
    /// bytes are taken.
    ///
    /// # Errors
    /// [`PublishFault::NotOurs`] if the place holds anything but an earlier publication,
    /// [`PublishFault::Own`] if somebody put files of their own into that, and
    /// [`PublishFault::Write`].
    pub(super) fn begin(place: &Path, marker: &str, room: u64) -> Result<Self, PublishFault> {
        let place = std::path::absolute(place).map_err(|it| fault(place, it))?;
        let part = beside(&place, "part");
        for it in [&place, &part, &beside(&place, "before")] {
            if !may_be_replaced(it).map_err(|source| fault(it, source))? {
                return Err(PublishFault::NotOurs { place: it.clone() });
            }
        }
        if let Some(file) = of_somebody(&place).map_err(|it| fault(&place, it))? {
            return Err(PublishFault::Own { file });
        }
        // What another run left when the machine stopped under it.
        if part.exists() {
            fs::remove_dir_all(&part).map_err(|it| fault(&part, it))?;
        }
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(|it| fault(parent, it))?;
        }
        fs::create_dir(&part).map_err(|it| fault(&part, it))?;
        let folder = Self {
            place,
            part,
            room: AtomicU64::new(room),
            written: AtomicU64::new(0),
            names: Mutex::default(),
        };
        folder.write(MARKER, format!("{MARKER_BEGINS},{marker}}}\n").as_bytes())?;
        Ok(folder)
    }

    /// Writes a file of the folder.
    ///
    /// # Errors
    /// [`PublishFault::Write`].
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PublishFault> {
        let path = self.prepared(name)?;
        let write = || {
            self.take(bytes.len())?;
            fs::write(&path, bytes)
        };
        write().map_err(|it| fault(&self.place.join(name), it))
    }

    /// Writes a file of the folder as it comes.
    ///
    /// # Errors
    /// [`PublishFault::Write`].
    pub(super) fn open(&self, name: &str) -> Result<Counted<'_>, PublishFault> {
        let path = self.prepared(name)?;
        let file = File::create(&path).map_err(|it| fault(&self.place.join(name), it))?;
        Ok(Counted {
            file: BufWriter::new(file),
            folder: self,
        })
    }

    /// Removes what was only needed on the way.
    pub(super) fn remove(&self, name: &str) {
        let path = self.part.join(name);
        let below = format!("{name}/");
        self.names()
            .retain(|it| it != name && !it.starts_with(&below));
        let removed = match path.is_dir() {
            true => fs::remove_dir_all(path),
            false => fs::remove_file(path),
        };
        // What stays would be one file more, and no harm.
        removed.unwrap_or_default();
    }

    /// Where a file of the folder is while the folder is written, for whoever writes it.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.names().insert(name.to_owned());
        self.part.join(name)
    }

    /// A failure to write one of its files.
    pub(super) fn fault(&self, name: &str, source: io::Error) -> PublishFault {
        fault(&self.place.join(name), source)
    }

    /// Puts the folder in its place, instead of what stood there. Says how many bytes it has.
    ///
    /// # Errors
    /// [`PublishFault::Write`]; then what stood there stands there still.
    pub(super) fn finish(self) -> Result<u64, PublishFault> {
        self.names().insert(FILES.to_owned());
        let names: String = self.names().iter().map(|it| format!("{it}\n")).collect();
        self.write(FILES, names.as_bytes())?;
        let failed = |it| fault(&self.place, it);
        let before = beside(&self.place, "before");
        let had_one = self.place.exists();
        if had_one {
            fs::remove_dir_all(&before)
                .or_else(|it| match it.kind() {
                    io::ErrorKind::NotFound => Ok(()),
                    _ => Err(it),
                })
                .map_err(failed)?;
            fs::rename(&self.place, &before).map_err(failed)?;
        }
        if let Err(source) = fs::rename(&self.part, &self.place) {
            if had_one {
                // If this fails too, the earlier one is beside its place, whole.
                fs::rename(&before, &self.place).unwrap_or_default();
            }
            return Err(failed(source));
        }
        if had_one {
            // The new one is in place; what is left of the old one is only in the way.
            fs::remove_dir_all(&before).unwrap_or_default();
        }
        Ok(self.written.load(Ordering::Relaxed))
    }

    fn prepared(&self, name: &str) -> Result<PathBuf, PublishFault> {
        self.names().insert(name.to_owned());
        let path = self.part.join(name);
        if let Some(parent) = path.parent()
            && !parent.is_dir()
        {
            fs::create_dir_all(parent).map_err(|it| fault(&self.place.join(name), it))?;
        }
        Ok(path)
    }

    fn names(&self) -> std::sync::MutexGuard<'_, BTreeSet<String>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, bytes: usize) -> io::Result<()> {
        let bytes = bytes as u64;
        let take = |room: u64| room.checked_sub(bytes);
        match self
            .room
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take)
        {
            Ok(_) => {
                self.written.fetch_add(bytes, Ordering::Relaxed);
                Ok(())
            }
            Err(_) => Err(io::ErrorKind::StorageFull.into()),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Gone already when it was put in its place.
        fs::remove_dir_all(&self.part).unwrap_or_default();
    }
}

/// A file that is written as it comes.
#[derive(Debug)]
pub(super) struct Counted<'a> {
    file: BufWriter<File>,
    folder: &'a Folder,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.folder.take(bytes.len())?;
        self.file.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl io::Seek for Counted<'_> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

fn fault(path: &Path, source: io::Error) -> PublishFault {
    PublishFault::Write {
        path: path.to_owned(),
        source,
    }
}

/// A hidden folder beside a place, named after it.
fn beside(place: &Path, what: &str) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.{what}"))
}

/// Whether a place is free, empty, or holds an earlier publication.
fn may_be_replaced(place: &Path) -> io::Result<bool> {
    if place.file_name().is_none() {
        return Ok(false);
    }
    match fs::read_dir(place) {
        Ok(mut entries) => {
            let begins = fs::read_to_string(place.join(MARKER));
            let is_ours = begins.is_ok_and(|it| it.starts_with(MARKER_BEGINS));
            Ok(is_ours || entries.next().is_none())
        }
        Err(it) if it.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(it) if it.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(it) => Err(it),
    }
}

/// The first file in an earlier publication that is not of it. One from before files were named is
/// taken to hold only its own.
fn of_somebody(place: &Path) -> io::Result<Option<PathBuf>> {
    let Ok(names) = fs::read_to_string(place.join(FILES)) else {
        return Ok(None);
    };
    let names: BTreeSet<PathBuf> = names.lines().map(|it| place.join(it)).collect();
    let mut folders = vec![place.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false if names.contains(&entry.path()) => {}
                false => return Ok(Some(entry.path())),
            }
        }
    }
    Ok(None)
}
