//! The process that owns the home, answering those beside it.

use std::fs::DirBuilder;
use std::io::{Error, ErrorKind, Result};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{Answer, Request, socket_path};

/// Verbs run for others at once; more are asked to try again.
const RUNNING_MAX: usize = 16;
/// A process beside us that stops in the middle of a sentence is let go after this.
const STALL_MAX: Duration = Duration::from_secs(30);

/// What a verb run for somebody else left on both outputs, and its exit code.
#[derive(Debug)]
pub(crate) struct Ran {
    /// For standard output.
    pub(crate) output: Vec<u8>,
    /// For standard error.
    pub(crate) error: Vec<u8>,
    /// The exit code.
    pub(crate) code: u8,
}

/// Runs a verb for somebody else.
pub(crate) type Run = Arc<dyn Fn(Request) -> Ran + Send + Sync>;

/// A home's open door; dropping it closes the door and takes the socket away.
#[derive(Debug)]
pub(crate) struct Owner {
    path: PathBuf,
    is_closing: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Owner {
    /// Listens beside an open home. The home's lock is held by this process, so that a socket
    /// found there is a dead process's.
    ///
    /// # Errors
    /// Those of the folder and the socket.
    pub(crate) fn listen(home: &Path, run: Run) -> Result<Self> {
        let path = socket_path(home);
        ensure_folder(home, &path)?;
        match std::fs::remove_file(&path) {
            Err(failure) if failure.kind() != ErrorKind::NotFound => return Err(failure),
            _ => {}
        }
        let listener = UnixListener::bind(&path)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
        let is_closing = Arc::new(AtomicBool::new(false));
        let closing = Arc::clone(&is_closing);
        let listening = std::thread::Builder::new()
            .name("handover".to_owned())
            .spawn(move || answer_all(&listener, &closing, &run))?;
        Ok(Self {
            path,
            is_closing,
            listening: Some(listening),
        })
    }

    /// Where it listens.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        self.is_closing.store(true, Ordering::SeqCst);
        // The listener wakes up for one more connection, sees that it is closing, and ends.
        if UnixStream::connect(&self.path).is_ok()
            && let Some(listening) = self.listening.take()
        {
            listening.join().unwrap_or_default();
        }
        std::fs::remove_file(&self.path).unwrap_or_default();
    }
}

/// Makes sure that nobody else can put a socket where ours is to stand.
fn ensure_folder(home: &Path, socket: &Path) -> Result<()> {
    let Some(folder) = socket.parent().filter(|it| *it != home) else {
        return Ok(());
    };
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(failure) if failure.kind() != ErrorKind::AlreadyExists => return Err(failure),
        _ => {}
    }
    let (ours, theirs) = (std::fs::metadata(home)?, std::fs::symlink_metadata(folder)?);
    let is_private = theirs.is_dir() && theirs.mode() & 0o077 == 0 && theirs.uid() == ours.uid();
    if is_private {
        Ok(())
    } else {
        Err(Error::from(ErrorKind::PermissionDenied))
    }
}

fn answer_all(listener: &UnixListener, is_closing: &AtomicBool, run: &Run) {
    let running = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        if is_closing.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else {
            // Too many open files: wait for some to close rather than spin.
            std::thread::sleep(Duration::from_millis(50));
            continue;
        };
        if running.fetch_add(1, Ordering::SeqCst) >= RUNNING_MAX {
            running.fetch_sub(1, Ordering::SeqCst);
            let busy = b"the polylogue that has this home open is busy\nhint: try again\n";
            refuse(stream, busy);
            continue;
        }
        let (of_thread, run) = (Arc::clone(&running), Arc::clone(run));
        let spawned = std::thread::Builder::new()
            .name("verb".to_owned())
            // As much as a verb has that runs by itself.
            .stack_size(16 * 1024 * 1024)
            .spawn(move || {
                // Whoever asked may have gone; what was recorded stays recorded.
                answer(stream, &run).unwrap_or_default();
                of_thread.fetch_sub(1, Ordering::SeqCst);
            });
        if spawned.is_err() {
            running.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

fn answer(mut stream: UnixStream, run: &Run) -> Result<()> {
    stream.set_read_timeout(Some(STALL_MAX))?;
    stream.set_write_timeout(Some(STALL_MAX))?;
    let ran = match Request::read(&mut stream) {
        Ok(request) => run(request),
        Err(failure) => {
            let words = format!("{failure}\nhint: use one version of polylogue at a time\n");
            Ran {
                output: Vec::new(),
                error: words.into_bytes(),
                code: 3,
            }
        }
    };
    Answer::Output(ran.output).write(&mut stream)?;
    Answer::Error(ran.error).write(&mut stream)?;
    Answer::Exit(ran.code).write(&mut stream)
}

fn refuse(mut stream: UnixStream, words: &[u8]) {
    let sent = Answer::Error(words.to_vec())
        .write(&mut stream)
        .and_then(|()| Answer::Exit(3).write(&mut stream));
    // Whoever was refused may have gone already.
    sent.unwrap_or_default();
}
