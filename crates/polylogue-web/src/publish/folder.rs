//! The folder of a publication, written aside and moved to its place when it is whole.
//!
//! A folder that is not there yet comes by one rename: nobody ever sees half of it. One that is
//! there stays that folder: everything is written whole into a hidden one inside it, so that a full
//! disk leaves it as it was, and then the names in it are exchanged, a few dozen renames. A machine
//! that stops between these leaves both, aside and in place; the next publishing puts the earlier
//! one back before it begins.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
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
    /// Whether its place was a folder already.
    is_there: bool,
    /// Bytes that may still be written.
    room: AtomicU64,
    written: AtomicU64,
    names: Mutex<BTreeSet<String>>,
}

impl Folder {
    /// Begins a folder; what stands in its place is not touched until the new one is whole. At most
    /// `room` bytes are taken. Where the place is a folder already it stays that folder, since it
    /// may be a mounted disk or the one somebody stands in: what is written lies hidden in it.
    ///
    /// # Errors
    /// [`PublishFault::NotOurs`] if the place holds anything but an earlier publication,
    /// [`PublishFault::Own`] if somebody put files of their own into that, and
    /// [`PublishFault::Write`].
    pub(super) fn begin(place: &Path, marker: &str, room: u64) -> Result<Self, PublishFault> {
        let place = std::path::absolute(place).map_err(|it| fault(place, it))?;
        let is_there = place.is_dir();
        let part = match is_there {
            true => place.join(PART),
            false => beside(&place),
        };
        if is_there {
            put_back(&place).map_err(|it| fault(&place, it))?;
        }
        for it in [&place, &part] {
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
            is_there,
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

    /// Puts what was written in its place, instead of what stood there. Says how many bytes it has.
    ///
    /// # Errors
    /// [`PublishFault::Write`]; then what stood there stands there still.
    pub(super) fn finish(self) -> Result<u64, PublishFault> {
        self.names().insert(FILES.to_owned());
        let names: String = self.names().iter().map(|it| format!("{it}\n")).collect();
        self.write(FILES, names.as_bytes())?;
        let failed = |it| fault(&self.place, it);
        if self.is_there {
            exchange(&self.place).map_err(failed)?;
        } else {
            fs::rename(&self.part, &self.place).map_err(failed)?;
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

/// Where a publication is written while its folder is not there yet.
fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.part"))
}

/// What is written, and what it takes the place of, hidden in a folder that is there already: on
/// one disk with it, so that a move is a move and needs no room.
const PART: &str = ".polylogue-part";
const BEFORE: &str = ".polylogue-before";
/// The names of the new publication, while they are being exchanged with the old.
const MOVING: &str = ".polylogue-moving";

/// Whether a name in a published folder is nobody's page: hidden, or what a disk has of its own.
fn is_apart(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || name == "lost+found"
}

/// The names in a folder that publishing looks at, in order.
fn entries(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !is_apart(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn move_all(names: &[OsString], from: &Path, to: &Path) -> io::Result<()> {
    for (at, name) in names.iter().enumerate() {
        if let Err(fault) = fs::rename(from.join(name), to.join(name)) {
            for name in &names[..at] {
                // What does not go back now goes back when somebody publishes here again.
                fs::rename(to.join(name), from.join(name)).unwrap_or_default();
            }
            return Err(fault);
        }
    }
    Ok(())
}

/// Moves the earlier publication aside and the new one to where it was, name by name. If anything
/// fails, what was there is there again.
fn exchange(place: &Path) -> io::Result<()> {
    let (part, before) = (place.join(PART), place.join(BEFORE));
    let (old, new) = (entries(place)?, entries(&part)?);
    fs::create_dir(&before)?;
    // From here until the last line of this function the folder says that it is between two.
    let listed: Vec<u8> = new
        .iter()
        .flat_map(|it| [it.as_encoded_bytes(), b"\n"].concat())
        .collect();
    let moved = fs::write(place.join(MOVING), listed)
        .and_then(|()| move_all(&old, place, &before))
        .and_then(|()| {
            move_all(&new, &part, place).inspect_err(|_| {
                move_all(&old, &before, place).unwrap_or_default();
            })
        });
    if moved.is_err() {
        // Where something did not go back the folder goes on saying so.
        if fs::remove_dir(&before).is_ok() {
            fs::remove_file(place.join(MOVING)).unwrap_or_default();
        }
        return moved;
    }
    fs::remove_file(place.join(MOVING))?;
    // The new one is in place; what is left of the old one is only in the way.
    fs::remove_dir_all(&before).unwrap_or_default();
    Ok(())
}

/// Puts the earlier publication back where a machine stopped between the two.
fn put_back(place: &Path) -> io::Result<()> {
    let (part, before) = (place.join(PART), place.join(BEFORE));
    let listed = match fs::read_to_string(place.join(MOVING)) {
        Ok(listed) => listed,
        // It stopped behind the swap, or there was none: what is aside is of no use.
        Err(it) if it.kind() == io::ErrorKind::NotFound => {
            return match fs::remove_dir_all(&before) {
                Err(it) if it.kind() != io::ErrorKind::NotFound => Err(it),
                _ => Ok(()),
            };
        }
        Err(it) => return Err(it),
    };
    let old = entries(&before)?;
    // What is in place and not in the part any more is of the new one, or was not moved yet.
    let is_plain = |it: &&str| !it.contains('/') && !is_apart(OsStr::new(it)) && !it.is_empty();
    for name in listed.lines().filter(is_plain) {
        let came = place.join(name);
        let has_gone = part.is_dir() && !part.join(name).exists();
        if has_gone && came.exists() {
            fs::rename(&came, part.join(name))?;
        }
    }
    move_all(&old, &before, place)?;
    fs::remove_file(place.join(MOVING))?;
    fs::remove_dir(&before)
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
            let is_page = |it: &io::Result<fs::DirEntry>| {
                it.as_ref().map_or(true, |it| !is_apart(&it.file_name()))
            };
            Ok(is_ours || !entries.any(|it| is_page(&it)))
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
            if is_apart(&entry.file_name()) && entry.path().parent() == Some(place) {
                continue;
            }
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false if names.contains(&entry.path()) => {}
                false => return Ok(Some(entry.path())),
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (name, words) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, words).expect("written");
        }
    }

    fn read(folder: &Path, name: &str) -> Option<String> {
        fs::read_to_string(folder.join(name)).ok()
    }

    const OLD: [(&str, &str); 3] = [("a.html", "old"), ("b.html", "old"), ("t/x.html", "old")];
    const NEW: [(&str, &str); 3] = [("a.html", "new"), ("c.html", "new"), ("t/y.html", "new")];

    #[test]
    fn what_is_hidden_or_of_the_disk_stays_when_copies_are_exchanged() {
        let place = tempfile::tempdir().expect("a folder");
        let place = place.path();
        write(place, &OLD);
        write(
            place,
            &[(".git/config", "mine"), ("lost+found/x", "the disk's")],
        );
        write(&place.join(PART), &NEW);
        exchange(place).expect("exchanged");
        assert_eq!(read(place, "a.html").as_deref(), Some("new"));
        assert_eq!(read(place, "t/y.html").as_deref(), Some("new"));
        assert_eq!(read(place, "b.html"), None);
        assert_eq!(read(place, "t/x.html"), None);
        assert_eq!(read(place, ".git/config").as_deref(), Some("mine"));
        assert!(!place.join(BEFORE).exists() && !place.join(MOVING).exists());
    }

    #[test]
    fn a_machine_that_stops_between_two_copies_leaves_the_earlier_one_to_be_put_back() {
        for stopped_after in 0..=6 {
            let place = tempfile::tempdir().expect("a folder");
            let place = place.path();
            write(place, &OLD);
            let (part, before) = (place.join(PART), place.join(BEFORE));
            write(&part, &NEW);
            fs::create_dir(&before).expect("made");
            write(place, &[(MOVING, "a.html\nc.html\nt\n")]);
            let out = ["a.html", "b.html", "t"].map(|it| (place.join(it), before.join(it)));
            let came = ["a.html", "c.html", "t"].map(|it| (part.join(it), place.join(it)));
            for (from, to) in out.into_iter().chain(came).take(stopped_after) {
                fs::rename(from, to).expect("moved");
            }
            put_back(place).expect("put back");
            for (name, words) in OLD {
                let is = read(place, name);
                assert_eq!(is.as_deref(), Some(words), "{name} after {stopped_after}");
            }
            assert_eq!(read(place, "c.html"), None, "after {stopped_after}");
            assert_eq!(read(place, "t/y.html"), None, "after {stopped_after}");
            assert!(!before.exists() && !place.join(MOVING).exists());
        }
    }
}
