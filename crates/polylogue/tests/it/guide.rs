//! The guide pages, each run as it stands. `UPDATE_GUIDE=1` brings them up to date.

use std::path::Path;

fn run(page: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    let program = Path::new(env!("CARGO_BIN_EXE_polylogue"));
    if let Err(fault) = polylogue_testkit::guide::run(&folder.join(page), program) {
        panic!("{fault}");
    }
}

#[test]
fn first_minutes() {
    run("01-first-minutes.md");
}

#[test]
fn two_people() {
    run("02-two-people.md");
}

#[test]
fn import() {
    run("03-import.md");
}

#[test]
fn carried_copy() {
    run("04-carried-copy.md");
}

#[test]
fn who_may() {
    run("05-who-may.md");
}

#[test]
fn when_things_go_wrong() {
    run("06-when-things-go-wrong.md");
}

#[test]
fn a_map_of_opinions() {
    run("07-map.md");
}

#[test]
fn a_synthesis() {
    run("10-a-synthesis.md");
}

#[test]
fn no_page_is_forgotten() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    let mut pages: Vec<String> = std::fs::read_dir(folder)
        .expect("the guide is there")
        .map(|it| {
            it.expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|it| it.ends_with(".md"))
        .collect();
    pages.sort();
    let source = include_str!("guide.rs");
    for page in pages {
        assert!(
            source.contains(&format!("run(\"{page}\")")),
            "{page} is run by no test"
        );
    }
}

#[test]
fn sifting() {
    run("08-sifting.md");
}

#[test]
fn what_rests_on_what() {
    run("09-evidence.md");
}

#[test]
fn comments_and_dissent() {
    run("11-comments-and-dissent.md");
}
