//! The directory a peer owns: its seed, its settings, a folder for each commons, and the lock
//! that keeps a second process out.
//!
//! `lock` is held exclusively while the home is open and says who holds it; `seed` is 32 random
//! bytes that only the owner's user may read; `commons/<id>/` holds one store each.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use polylogue_core::id::OperationId;
use polylogue_core::signature::SigningKey;
use serde::{Deserialize, Serialize};

const LOCK: &str = "lock";
const SEED: &str = "seed";
const SETTINGS: &str = "settings.json";
const COMMONS: &str = "commons";
const LOCK_BYTES_MAX: u64 = 4096;
const OWN_ATTEMPTS: u32 = 20;
const OWN_PAUSE: std::time::Duration = std::time::Duration::from_millis(5);
/// Bytes that a look at the home writes and takes away again, to see that there is room.
pub(crate) const FIRST_BYTES_FREE: usize = 64 * 1024;

const ROOT_CONTEXT: &str = "polylogue/1 a person's root key in one commons";
const ENTERED_CONTEXT: &str = "polylogue/1 the root key of an entered person in one commons";
const ENDPOINT_CONTEXT: &str = "polylogue/1 a peer's endpoint key in one commons";

/// Why a home cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum HomeFault {
    /// The directory holds other things.
    #[error("{directory} is not a home: it holds other files and no seed")]
    NotAHome {
        /// The directory.
        directory: PathBuf,
    },
    /// Its seed is damaged.
    #[error("the seed in {directory} is damaged: it is not 32 bytes long")]
    Seed {
        /// The directory.
        directory: PathBuf,
    },
    /// Another process owns it.
    #[error("{directory} is already open in another process ({owner})")]
    Owned {
        /// The directory.
        directory: PathBuf,
        /// Who holds it.
        owner: Owner,
    },
    /// It cannot be written.
    #[error("{path} cannot be written: {what}")]
    ReadOnly {
        /// What was to be written.
        path: PathBuf,
        /// What the system says.
        what: io::Error,
    },
    /// The disk is full.
    #[error("the disk is full: {path} could not be written")]
    Full {
        /// What was to be written.
        path: PathBuf,
    },
    /// Anything else the system refuses.
    #[error("{path} cannot be used: {what}")]
    Unusable {
        /// Which file or folder.
        path: PathBuf,
        /// What the system says.
        what: io::Error,
    },
}

impl HomeFault {
    /// What to do next.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotAHome { .. } => "name an empty or new folder with --home",
            Self::Seed { .. } => "put the seed back from a backup with `polylogue restore`",
            Self::Owned { .. } => "stop the other process, or let it do the work",
            Self::ReadOnly { .. } => "make the folder writable, or name another with --home",
            Self::Full { .. } => "make room on the disk; nothing already said is lost",
            Self::Unusable { .. } => "look at the folder's owner and permissions",
        }
    }

    /// Names what the system refused.
    #[must_use]
    pub fn of(path: &Path, what: io::Error) -> Self {
        let path = path.to_owned();
        match what.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path },
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Self::ReadOnly { path, what }
            }
            _ => Self::Unusable { path, what },
        }
    }
}

/// Who holds a home's lock.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Owner {
    /// The process.
    pub pid: u32,
    /// The local socket it can be asked through, once there is one.
    pub socket: Option<PathBuf>,
}

impl std::fmt::Display for Owner {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.pid == 0 {
            formatter.write_str("which did not say who it is")
        } else {
            write!(formatter, "process {}", self.pid)
        }
    }
}

/// What a home remembers beside its commons.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The commons last used, in full.
    pub last_commons: Option<String>,
    /// Address of the relay of one's own choosing.
    pub relay: Option<String>,
    /// Whether nothing of the outside world is used.
    pub local_only: bool,
    /// The language tag the pages are read in; none: as the browser asks.
    pub language: Option<String>,
    /// The commons, in full, in the order in which they were given ports where the home listens at
    /// an address that somebody named: the first has that port, each other the next.
    pub ports: Vec<String>,
}

/// The secret all keys of this home are derived from.
pub(crate) struct Seed([u8; 32]);

impl std::fmt::Debug for Seed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Seed(…)")
    }
}

impl Seed {
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The root key of this home's person in the commons founded with these 32 bytes.
    pub(crate) fn root_key(&self, founding: &[u8; 32]) -> SigningKey {
        SigningKey::from(self.derived(ROOT_CONTEXT, founding, &[]))
    }

    /// The root key of a person this home enters for; the name tells it from other such people.
    pub(crate) fn entered_key(&self, founding: &[u8; 32], name: &str) -> SigningKey {
        SigningKey::from(self.derived(ENTERED_CONTEXT, founding, name.as_bytes()))
    }

    /// The key this peer is dialled by in one commons.
    pub(crate) fn endpoint_secret(&self, founding: &[u8; 32]) -> [u8; 32] {
        self.derived(ENDPOINT_CONTEXT, founding, &[])
    }

    fn derived(&self, context: &str, founding: &[u8; 32], more: &[u8]) -> [u8; 32] {
        blake3::derive_key(context, &[&self.0, founding.as_slice(), more].concat())
    }
}

/// An open home. Dropping it lets go of the lock.
#[derive(Debug)]
pub struct Home {
    directory: PathBuf,
    lock: File,
    seed: Seed,
}

impl Home {
    /// Opens the home in a directory, and makes one where there is none.
    ///
    /// # Errors
    /// A [`HomeFault`]: other files there, another process, a disk that cannot be written.
    pub fn open(directory: &Path, random: fn(&mut [u8])) -> Result<Self, HomeFault> {
        check_is_home(directory)?;
        let commons = directory.join(COMMONS);
        fs::create_dir_all(&commons).map_err(|what| HomeFault::of(&commons, what))?;
        let lock = take_lock(directory)?;
        let seed = read_or_make_seed(directory, random)?;
        let home = Self {
            directory: directory.to_owned(),
            lock,
            seed,
        };
        home.tell_owner(&Owner {
            pid: std::process::id(),
            socket: None,
        })?;
        Ok(home)
    }

    /// Who holds the home in a directory now; none if nobody does.
    ///
    /// # Errors
    /// A [`HomeFault`] if the directory is no home or cannot be looked into.
    pub fn owner(directory: &Path) -> Result<Option<Owner>, HomeFault> {
        check_is_home(directory)?;
        if !directory.join(LOCK).exists() {
            return Ok(None);
        }
        match take_lock(directory) {
            Ok(_free) => Ok(None),
            Err(HomeFault::Owned { owner, .. }) => Ok(Some(owner)),
            Err(fault) => Err(fault),
        }
    }

    /// Writes into the lock who holds it and through which socket it can be asked.
    ///
    /// # Errors
    /// A [`HomeFault`] if the file cannot be written.
    pub fn tell_owner(&self, owner: &Owner) -> Result<(), HomeFault> {
        let words = serde_json::to_vec(owner).expect("an owner is plain");
        let path = self.directory.join(LOCK);
        let write = |mut lock: &File| -> io::Result<()> {
            lock.set_len(0)?;
            lock.rewind()?;
            lock.write_all(&words)?;
            lock.flush()
        };
        write(&self.lock).map_err(|what| HomeFault::of(&path, what))
    }

    /// The directory.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    pub(crate) fn seed(&self) -> &Seed {
        &self.seed
    }

    /// The file a commons' store is kept in; its folder is made if it is not there.
    pub(crate) fn store_path(&self, commons: OperationId) -> Result<PathBuf, HomeFault> {
        let folder = self.commons_folder(commons);
        fs::create_dir_all(&folder).map_err(|what| HomeFault::of(&folder, what))?;
        Ok(folder.join("store.sqlite"))
    }

    pub(crate) fn commons_folder(&self, commons: OperationId) -> PathBuf {
        self.directory.join(COMMONS).join(commons.to_string())
    }

    /// Commons held here, in order of id.
    pub(crate) fn commons(&self) -> Result<Vec<OperationId>, HomeFault> {
        let folder = self.directory.join(COMMONS);
        let entries = fs::read_dir(&folder).map_err(|what| HomeFault::of(&folder, what))?;
        let mut found: Vec<OperationId> = entries
            .filter_map(Result::ok)
            .filter(|it| it.path().join("store.sqlite").exists())
            .filter_map(|it| OperationId::from_hex(it.file_name().to_str()?))
            .collect();
        found.sort_unstable();
        Ok(found)
    }

    /// Writes so many bytes into the home and takes them away again.
    pub(crate) fn try_write(&self, bytes: usize) -> Result<(), HomeFault> {
        let path = self.directory.join("try");
        let written = write_whole(&path, &vec![0; bytes]);
        fs::remove_file(&path)
            .map_err(|what| HomeFault::of(&path, what))
            .or_else(|fault| if written.is_ok() { Err(fault) } else { Ok(()) })?;
        written
    }

    /// What is remembered; the usual where nothing is.
    ///
    /// # Errors
    /// A [`HomeFault`] if the file is there and cannot be read.
    pub fn settings(&self) -> Result<Settings, HomeFault> {
        let path = self.directory.join(SETTINGS);
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map_err(|what| HomeFault::of(&path, io::Error::from(what))),
            Err(what) if what.kind() == io::ErrorKind::NotFound => Ok(Settings::default()),
            Err(what) => Err(HomeFault::of(&path, what)),
        }
    }

    /// Remembers settings.
    ///
    /// # Errors
    /// A [`HomeFault`] if they cannot be written.
    pub fn remember(&self, settings: &Settings) -> Result<(), HomeFault> {
        let bytes = serde_json::to_vec_pretty(settings).expect("settings are plain");
        write_whole(&self.directory.join(SETTINGS), &bytes)
    }
}

/// Writes a file so that a crash leaves the old one or the new one; only the owner may read it.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), HomeFault> {
    let next = path.with_extension("next");
    let write = || -> io::Result<()> {
        let mut file = private_file(&next)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&next, path)
    };
    write().map_err(|what| HomeFault::of(path, what))
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn check_is_home(directory: &Path) -> Result<(), HomeFault> {
    if directory.join(SEED).exists() || directory.join(LOCK).exists() {
        return Ok(());
    }
    match fs::read_dir(directory).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(HomeFault::NotAHome {
            directory: directory.to_owned(),
        }),
        Err(what) if what.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(what) if what.kind() == io::ErrorKind::NotADirectory => Err(HomeFault::NotAHome {
            directory: directory.to_owned(),
        }),
        Err(what) => Err(HomeFault::of(directory, what)),
    }
}

fn take_lock(directory: &Path) -> Result<File, HomeFault> {
    let path = directory.join(LOCK);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let lock = options
        .open(&path)
        .map_err(|what| HomeFault::of(&path, what))?;
    for attempt in 0.. {
        match lock.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) => {
                let owner = read_owner(&lock);
                // This very process is letting go of it, or another one owns it.
                if owner.pid != std::process::id() || attempt >= OWN_ATTEMPTS {
                    let directory = directory.to_owned();
                    return Err(HomeFault::Owned { directory, owner });
                }
                std::thread::sleep(OWN_PAUSE);
            }
            Err(TryLockError::Error(what)) => return Err(HomeFault::of(&path, what)),
        }
    }
    Ok(lock)
}

/// Who the lock says holds it; an owner that has not written yet is nobody known.
fn read_owner(mut lock: &File) -> Owner {
    let mut bytes = Vec::new();
    let from_the_start = lock.seek(io::SeekFrom::Start(0));
    match from_the_start.and_then(|_| lock.take(LOCK_BYTES_MAX).read_to_end(&mut bytes)) {
        Ok(_) => serde_json::from_slice(&bytes).unwrap_or_default(),
        Err(_) => Owner::default(),
    }
}

fn read_or_make_seed(directory: &Path, random: fn(&mut [u8])) -> Result<Seed, HomeFault> {
    let path = directory.join(SEED);
    match fs::read(&path) {
        Ok(bytes) => {
            let bytes = bytes.try_into();
            bytes.map(Seed).map_err(|_| HomeFault::Seed {
                directory: directory.to_owned(),
            })
        }
        Err(what) if what.kind() == io::ErrorKind::NotFound => {
            let mut bytes = [0; 32];
            random(&mut bytes);
            write_whole(&path, &bytes)?;
            Ok(Seed(bytes))
        }
        Err(what) => Err(HomeFault::of(&path, what)),
    }
}

/// Puts a seed into a home that has none yet.
pub(crate) fn plant_seed(directory: &Path, seed: &[u8; 32]) -> Result<(), HomeFault> {
    fs::create_dir_all(directory).map_err(|what| HomeFault::of(directory, what))?;
    check_is_home(directory)?;
    if directory.join(SEED).exists() {
        return Err(HomeFault::NotAHome {
            directory: directory.to_owned(),
        });
    }
    write_whole(&directory.join(SEED), seed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use polylogue_core::id::Key;

    fn sevens(bytes: &mut [u8]) {
        bytes.fill(7);
    }

    #[test]
    fn a_second_process_is_told_who_holds_the_home() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::open(folder.path(), sevens).expect("a new home");
        let refused = Home::open(folder.path(), sevens);
        assert!(matches!(
            refused,
            Err(HomeFault::Owned { owner: Owner { pid, .. }, .. }) if pid == std::process::id()
        ));
        drop(home);
        assert_eq!(Home::owner(folder.path()).expect("readable"), None);
        Home::open(folder.path(), sevens).expect("free again");
    }

    #[test]
    fn a_folder_with_other_files_is_not_taken_for_a_home() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("letter.txt"), "hello").expect("written");
        let refused = Home::open(folder.path(), sevens);
        assert!(matches!(refused, Err(HomeFault::NotAHome { .. })));
    }

    #[test]
    fn a_damaged_seed_is_said_and_never_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(SEED), "short").expect("written");
        let refused = Home::open(folder.path(), sevens);
        assert!(matches!(refused, Err(HomeFault::Seed { .. })));
        assert_eq!(fs::read(folder.path().join(SEED)).expect("there"), b"short");
    }

    #[test]
    fn each_commons_shows_another_key() {
        let seed = Seed([7; 32]);
        let person = |founding| Key::of(&seed.root_key(founding));
        assert_ne!(person(&[1; 32]), person(&[2; 32]));
        let entered = Key::of(&seed.entered_key(&[1; 32], "a"));
        assert_ne!(entered, person(&[1; 32]));
        assert_ne!(
            seed.endpoint_secret(&[1; 32]),
            seed.endpoint_secret(&[2; 32])
        );
    }
}
