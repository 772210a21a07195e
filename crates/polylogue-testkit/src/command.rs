//! The built program, run in a home of its own: what it wrote, and how it ended.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// A verb that has not ended after this is taken for stuck.
pub const ENDS_WITHIN: Duration = Duration::from_secs(120);

/// What a verb wrote, and its exit code; none if a signal ended it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub error: String,
    /// The exit code.
    pub code: Option<i32>,
}

/// The program with a home and a folder to run in.
#[derive(Debug, Clone)]
pub struct Program {
    /// The built program.
    pub path: PathBuf,
    /// Its home.
    pub home: PathBuf,
    /// Where it runs.
    pub folder: PathBuf,
}

impl Program {
    /// The command with these arguments, in an environment of its own.
    #[must_use]
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.path);
        command
            .args(arguments)
            .env_clear()
            .env("POLYLOGUE_HOME", &self.home)
            .env("HOME", &self.folder)
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a verb to its end.
    ///
    /// # Panics
    /// If the program cannot be started, or is stuck: a test cannot go on from there.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with_input(arguments, None)
    }

    /// Runs a verb to its end with something on standard input.
    ///
    /// # Panics
    /// As [`Program::run`].
    #[must_use]
    pub fn run_with_input(&self, arguments: &[&str], input: Option<&[u8]>) -> Ended {
        let mut command = self.command(arguments);
        if input.is_some() {
            command.stdin(Stdio::piped());
        }
        let mut child = command.spawn().expect("the built program starts");
        let feeding = feed(child.stdin.take(), input);
        let output = read_all(child.stdout.take().expect("piped"));
        let error = read_all(child.stderr.take().expect("piped"));
        let code = end_of(&mut child, ENDS_WITHIN);
        if let Some(feeding) = feeding {
            feeding.join().unwrap_or_default();
        }
        Ended {
            output: output.recv().unwrap_or_default(),
            error: error.recv().unwrap_or_default(),
            code,
        }
    }

    /// Starts a verb that goes on, and waits for the first line it writes.
    ///
    /// # Panics
    /// If it ends or stays silent instead.
    #[must_use]
    pub fn start(&self, arguments: &[&str]) -> Running {
        let mut child = self
            .command(arguments)
            .spawn()
            .expect("the built program starts");
        let lines = read_lines(child.stdout.take().expect("piped"));
        let error = read_all(child.stderr.take().expect("piped"));
        match lines.recv_timeout(ENDS_WITHIN) {
            Ok(first_line) => Running {
                child,
                first_line,
                lines,
                error,
            },
            Err(_) => {
                child.kill().unwrap_or_default();
                let words = error.recv().unwrap_or_default();
                panic!("{arguments:?} wrote no line; on standard error: {words}")
            }
        }
    }
}

/// A process that goes on; it is killed when this is dropped.
#[derive(Debug)]
pub struct Running {
    child: Child,
    /// The first line it wrote.
    pub first_line: String,
    lines: Receiver<String>,
    error: Receiver<String>,
}

impl Running {
    /// Its process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line it writes, if it comes in time.
    #[must_use]
    pub fn next_line(&self, within: Duration) -> Option<String> {
        self.lines.recv_timeout(within).ok()
    }

    /// Asks it to stop (SIGTERM) and waits for its end.
    ///
    /// # Panics
    /// If it does not end.
    #[must_use]
    pub fn stop(mut self) -> Ended {
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(
            asked.is_ok_and(|it| it.success()),
            "the process can be asked to stop"
        );
        let code = end_of(&mut self.child, ENDS_WITHIN);
        let rest: Vec<String> = self.lines.iter().collect();
        let error = self.error.recv().unwrap_or_default();
        Ended {
            output: rest.join("\n"),
            error,
            code,
        }
    }

    /// Ends it without asking (SIGKILL) and gives the whole lines it had written.
    ///
    /// # Panics
    /// If it cannot be ended.
    #[must_use]
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("our own child");
        self.child.wait().expect("our own child");
        let mut lines = vec![std::mem::take(&mut self.first_line)];
        lines.extend(self.lines.iter());
        lines
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}

/// Waits for a condition, asking again and again until it holds or the time is over; says
/// whether it held.
#[must_use]
pub fn wait_until(within: Duration, mut holds: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + within;
    loop {
        if holds() {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Two programs with homes in one folder: `alice` and `bob`.
#[must_use]
pub fn two_homes(path: &Path, folder: &Path) -> [Program; 2] {
    ["alice", "bob"].map(|name| Program {
        path: path.to_owned(),
        home: folder.join("homes").join(name),
        folder: folder.to_owned(),
    })
}

fn feed(stdin: Option<ChildStdin>, input: Option<&[u8]>) -> Option<std::thread::JoinHandle<()>> {
    let (mut stdin, input) = (stdin?, input?.to_vec());
    // A program that refuses may close its input before it has read everything.
    Some(std::thread::spawn(move || {
        stdin.write_all(&input).unwrap_or_default()
    }))
}

fn read_all(mut from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before a fault is what there is.
        from.read_to_end(&mut bytes).map(drop).unwrap_or_default();
        sender
            .send(String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default();
    });
    receiver
}

fn read_lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

fn end_of(child: &mut Child, within: Duration) -> Option<i32> {
    let (sender, receiver) = channel::<()>();
    let id = child.id().to_string();
    let watching = std::thread::spawn(move || {
        if receiver.recv_timeout(within) == Err(RecvTimeoutError::Timeout) {
            Command::new("kill")
                .args(["-9", &id])
                .status()
                .map(drop)
                .unwrap_or_default();
        }
    });
    let status = child.wait().expect("our own child");
    drop(sender);
    watching.join().unwrap_or_default();
    status.code()
}
