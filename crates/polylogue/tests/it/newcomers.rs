//! Newcomers of an open commons, through the commands alone.

use std::time::Duration;

use polylogue_testkit::command::wait_until;

use crate::place::{Place, done, json, made, serve};

const WITHIN: Duration = Duration::from_secs(10);

#[test]
fn a_newcomer_syncs_is_told_what_waits_and_counts_once_admitted() {
    let place = Place::new();
    let Place { alice, bob, .. } = &place;
    let open = [
        "commons",
        "new",
        "Test",
        "--question",
        "Does it hold?",
        "--admission",
        "open",
        "--as",
        "Alice",
    ];
    done(alice, &open);
    let claim = made(alice, &["claim", "add", "Anybody may say something here."]);
    let alices = serve(alice);
    let ticket = made(alice, &["ticket"]);
    done(bob, &["join", &ticket, "--as", "Bob"]);
    made(bob, &["vote", &claim, "agree"]);
    let synced = done(bob, &["sync"]);
    assert!(
        synced.contains("both hold the same")
            && synced.contains("3 records that you wrote wait among the newcomers"),
        "{synced}"
    );
    let report = json(bob, &["sync"]);
    assert_eq!(
        (
            report["waiting"].as_u64(),
            report["peers"][0]["equal"].as_bool()
        ),
        (Some(3), Some(true))
    );
    let status = done(bob, &["status", "--all"]);
    assert!(
        status.contains("3: 3 wait among the newcomers until somebody admits you")
            && status.contains("waits among the newcomers"),
        "{status}"
    );
    let newcomers = json(alice, &["people", "--newcomers"]);
    let person = newcomers[0]["key"].as_str().expect("a key").to_owned();
    assert_eq!(newcomers[0]["name"].as_str(), Some("Bob"), "{newcomers}");
    let said = json(alice, &["people", &person]);
    assert_eq!(said["waiting"].as_array().map(Vec::len), Some(3), "{said}");
    let shown = done(alice, &["people", "Bob"]);
    assert!(shown.contains("Said so far, and not counted"), "{shown}");
    assert!(shown.contains("agree"), "{shown}");
    done(alice, &["admit", &person, "--because", "welcome"]);
    let counts = || {
        done(bob, &["sync"]);
        let status = json(bob, &["status"]);
        (status["waiting"].as_u64(), status["here_only"].as_u64()) == (Some(0), Some(0))
    };
    assert!(wait_until(WITHIN, counts), "{}", done(bob, &["status"]));
    assert_eq!(alices.stop().code, Some(0));
}
