//! Files that claim to be a conversation exported by Polis: no bytes make the reader panic, and
//! what was read is written and read again as the same votes.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use polylogue_formats::polis::{self, Conversation, NamedFile, Options};

/// What separates the files of a set in one input.
const BETWEEN: &[u8] = b"\n----\n";
const NAMES: [&str; 4] = [
    "votes.csv",
    "comments.csv",
    "participants-votes.csv",
    "summary.csv",
];

fuzz_target!(|bytes: &[u8]| {
    let mut rest = bytes;
    let mut files = Vec::new();
    for name in NAMES {
        let end = rest.windows(BETWEEN.len()).position(|it| it == BETWEEN);
        let (own, after) = match end {
            Some(end) => (&rest[..end], &rest[end + BETWEEN.len()..]),
            None => (rest, &[][..]),
        };
        rest = after;
        if !own.is_empty() {
            files.push(NamedFile {
                name: name.to_owned(),
                bytes: own.to_vec(),
            });
        }
    }
    if let Ok(conversation) = polis::read(&files, Options::default()) {
        let again = polis::read(&polis::write(&conversation), Options::default());
        let again = again.expect("what is written can be read");
        assert_eq!(cells(&again), cells(&conversation));
    }
    drop(polis::unzip(bytes));
});

/// The vote that counts of each person on each claim; times are written as whole seconds, and none
/// before 1970.
fn cells(it: &Conversation) -> BTreeMap<(u64, u64), i8> {
    let mut votes: Vec<_> = it.votes.iter().collect();
    votes.sort_by_key(|it| it.time_ms);
    let cell = |it: &&polis::Vote| ((it.person, it.claim), it.sign);
    votes.iter().map(cell).collect()
}
