//! The essay of 2016 as an edition: made of the real dialogue, written to a file, and checked where
//! nobody has ever seen its commons.

use polylogue_testkit::command::Program;

use super::*;
use crate::place::{done, made, refused};

/// What `--json` said.
pub(super) struct Seen {
    made: String,
    checked: Value,
    /// What was said of the file with one byte of it changed.
    changed: String,
}

/// Makes the edition, then checks its file from a home that is not there.
pub(super) fn see(program: &Program, home: &Path) -> Seen {
    let file = home.with_extension("edition");
    let home = home.to_str().expect("a path in UTF-8");
    let clean = format!("{home}-clean");
    let path = file.to_str().expect("a path in UTF-8");
    let made = made(
        program,
        &["edition", "make", ESSAY, "--name", "2016", "--home", home],
    );
    done(program, &["edition", "file", &made, path, "--home", home]);
    let checked = json(program, &["edition", "verify", path, "--home", &clean]);
    let mut bytes = std::fs::read(&file).expect("it was written");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).expect("a folder for the test");
    let changed = refused(program, &["edition", "verify", path, "--home", &clean], 1);
    assert!(!Path::new(&clean).exists(), "checking makes no home");
    Seen {
        made,
        checked,
        changed,
    }
}

/// Everything that was said of the essay is in its edition, and comes to the same there.
#[test]
fn the_essay_is_an_edition_that_holds_where_nobody_saw_its_commons() {
    let Some(told) = told() else { return };
    let Seen {
        made,
        checked,
        changed,
    } = &told.edition;
    assert_eq!(checked["holds"], true);
    let edition = &checked["edition"];
    assert_eq!(text(edition, "id"), made);
    assert_eq!(rows(edition, "lines").len(), told.names.clauses.len());
    assert_eq!(checked["text_checked"], true);
    assert_eq!(
        rows(checked, "unchecked").len(),
        0,
        "{:#}",
        checked["unchecked"]
    );
    let verdicts = |of: &Value| -> BTreeMap<String, String> {
        let all = rows(
            of,
            if of["lines"].is_null() {
                "drift"
            } else {
                "lines"
            },
        )
        .iter();
        all.map(|it| (text(it, "line").to_owned(), text(it, "verdict").to_owned()))
            .collect()
    };
    assert_eq!(verdicts(checked), verdicts(&told.drift));
    assert!(changed.contains("record"), "{changed}");
}
