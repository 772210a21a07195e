//! A place for a test: a folder that goes away with it, and programs with homes in it.

use std::path::Path;

use polylogue_testkit::command::{Ended, Program, Running};
use serde_json::Value;

/// A folder and the programs of Alice and Bob.
pub(crate) struct Place {
    pub(crate) alice: Program,
    pub(crate) bob: Program,
    folder: tempfile::TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = Path::new(env!("CARGO_BIN_EXE_polylogue"));
        let [alice, bob] = polylogue_testkit::command::two_homes(path, folder.path());
        Self { alice, bob, folder }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// A commons founded by whoever runs this, under the name Alice.
pub(crate) fn found(program: &Program) {
    done(
        program,
        &[
            "commons",
            "new",
            "Test",
            "--question",
            "Does it hold?",
            "--as",
            "Alice",
        ],
    );
}

/// Runs a verb that must succeed and gives its standard output.
pub(crate) fn done(program: &Program, arguments: &[&str]) -> String {
    let ended = program.run(arguments);
    assert_eq!(
        ended.code,
        Some(0),
        "{arguments:?}: {}{}",
        ended.output,
        ended.error
    );
    ended.output.trim_end().to_owned()
}

/// Runs a verb that must succeed with `--quiet` and gives the id of what it made.
pub(crate) fn made(program: &Program, arguments: &[&str]) -> String {
    let arguments = [arguments, &["--quiet"]].concat();
    done(program, &arguments)
}

/// Runs a verb that must succeed with `--json` and gives the document.
pub(crate) fn json(program: &Program, arguments: &[&str]) -> Value {
    let arguments = [arguments, &["--json"]].concat();
    let output = done(program, &arguments);
    serde_json::from_str(&output).unwrap_or_else(|it| panic!("{arguments:?}: {it}: {output}"))
}

/// Runs a verb that must be refused in a sentence with a hint, and gives the sentence.
pub(crate) fn refused(program: &Program, arguments: &[&str], code: i32) -> String {
    let ended = program.run(arguments);
    assert_refused(&ended, arguments, code);
    ended.error
}

pub(crate) fn assert_refused(ended: &Ended, arguments: &[&str], code: i32) {
    assert_eq!(
        ended.code,
        Some(code),
        "{arguments:?}: {}{}",
        ended.output,
        ended.error
    );
    assert_eq!(ended.output, "", "{arguments:?} wrote on standard output");
    let last = ended.error.trim_end().lines().last().unwrap_or_default();
    assert!(
        last.starts_with("hint: "),
        "{arguments:?} gave no hint: {}",
        ended.error
    );
}

/// Starts the peer and its pages.
pub(crate) fn serve(program: &Program) -> Running {
    program.start(&["serve", "--port", "0", "--local-only"])
}

/// The ids of all claims.
pub(crate) fn claims(program: &Program) -> Vec<String> {
    ids(&json(program, &["claim", "list"]))
}

/// The ids in a list of rows, in order of id.
pub(crate) fn ids(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().expect("a list");
    let mut ids: Vec<String> = rows
        .iter()
        .map(|it| it["id"].as_str().expect("an id").to_owned())
        .collect();
    ids.sort();
    ids
}
