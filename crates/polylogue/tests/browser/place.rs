//! A peer that serves its pages, and a browser let in to it.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use polylogue_testkit::browser::{self, Browser};
use polylogue_testkit::command::{Program, Running};
use tempfile::TempDir;

/// Chromium takes most of a core while it draws: more at once would only make all of them slow.
static BROWSERS: [Mutex<()>; 2] = [Mutex::new(()), Mutex::new(())];

/// Whether there is a browser; says what to install where there is none.
pub(crate) fn is_here() -> bool {
    let missing = browser::missing();
    if let Some(words) = missing {
        println!("{words}");
    }
    missing.is_none()
}

/// A turn to use a browser.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    let [first, second] = &BROWSERS;
    match first.try_lock() {
        Ok(turn) => turn,
        Err(_) => second.lock().unwrap_or_else(PoisonError::into_inner),
    }
}

/// One running peer with a home of its own.
pub(crate) struct Peer {
    pub(crate) program: Program,
    running: Option<Running>,
    /// The way in.
    pub(crate) entry: String,
    /// The address without it.
    pub(crate) base: String,
    _folder: TempDir,
}

impl Peer {
    /// A peer with nothing in its home yet.
    pub(crate) fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let program = Program {
            path: Path::new(env!("CARGO_BIN_EXE_polylogue")).to_owned(),
            home: folder.path().join(name),
            folder: folder.path().to_owned(),
        };
        Self {
            program,
            running: None,
            entry: String::new(),
            base: String::new(),
            _folder: folder,
        }
    }

    /// A peer that shows the sample.
    pub(crate) fn with_sample() -> Self {
        let mut peer = Self::new("sample");
        peer.start("demo");
        peer
    }

    /// A peer with a commons of its own, a dialogue in it and a turn said.
    pub(crate) fn with_dialogue() -> (Self, String) {
        let mut peer = Self::new("ana");
        let question = "How do we share the river?";
        peer.done(&[
            "commons",
            "new",
            "Water",
            "--question",
            question,
            "--as",
            "Ana",
        ]);
        let dialogue = peer.made(&["dialogue", "open", "A dry year"]);
        let text = "The river belongs to nobody, and everybody drinks from it.\n\n\
                    In a dry year the upper fields close their gates at night.";
        peer.made(&["say", &dialogue, text]);
        peer.start("serve");
        (peer, dialogue)
    }

    /// Starts it, or starts it again.
    pub(crate) fn start(&mut self, verb: &str) {
        let home = self.program.home.to_string_lossy().into_owned();
        let more: [&str; 2] = match verb {
            // The sample goes into a throw-away home unless one is named.
            "demo" => ["--home", &home],
            _ => ["--local-only", "--quiet"],
        };
        let running = self
            .program
            .start(&[&[verb, "--port", "0"], more.as_slice()].concat());
        let address = running.first_line.clone();
        let at = address.find("/enter/").expect("an address with a way in");
        self.base = address[..at].to_owned();
        self.entry = address;
        self.running = Some(running);
    }

    /// Ends it without asking, as a power cut does.
    pub(crate) fn kill(&mut self) {
        self.running.take().map(Running::kill);
    }

    /// Lets a browser in.
    pub(crate) fn enter(&self, browser: &Browser) {
        browser.go(&self.entry);
        browser.until("document.querySelector('main')");
    }

    /// Runs a verb that must succeed and gives what it wrote.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let ended = self.program.run(arguments);
        assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.error);
        ended.output.trim_end().to_owned()
    }

    /// Runs a verb that must succeed and gives the id of what it made.
    pub(crate) fn made(&self, arguments: &[&str]) -> String {
        self.done(&[arguments, &["--quiet"]].concat())
    }

    /// The address of the commons, or of a page in it.
    pub(crate) fn page(&self, path: &str) -> String {
        let shown = self.done(&["commons", "show", "--json"]);
        let shown: serde_json::Value = serde_json::from_str(&shown).expect("it is JSON");
        let id = shown["id"].as_str().expect("it has an id");
        format!("{}/c/{}{path}", self.base, &id[..12])
    }

    /// The address of a dialogue.
    pub(crate) fn dialogue(&self, id: &str) -> String {
        self.page(&format!("/dialogue/{}", &id[..12]))
    }
}
