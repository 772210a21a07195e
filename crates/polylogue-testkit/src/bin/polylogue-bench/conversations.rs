//! Real conversations from the bytes of their files to their maps, as nothing but reading and
//! computing: what peers that have no text to write are to be compared with.

use std::path::Path;

use polylogue_formats::polis::{self, NamedFile, Options};
use polylogue_map::{Cast, OneHand, Roll, Standing, Vote, compute};

use crate::table::{Line, Table};
use crate::{Fault, child};

/// Where the conversations are.
const SHARED: &str = "POLYLOGUE_SHARED";
const NAMES: [&str; 3] = [
    "brexit-consensus",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
];
/// The kernel tells what has run every few milliseconds, so that many rounds are taken together.
const ROUNDS: u32 = 250;

/// Reads and maps each of them.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let Some(shared) = std::env::var_os(SHARED) else {
        println!("no conversations are at hand: {SHARED} says where they are");
        return Ok(());
    };
    for name in NAMES {
        let files = files(&Path::new(&shared).join("data/polis").join(name))?;
        let mut parts = [0.0; 3];
        for _ in 0..ROUNDS {
            for (all, it) in parts.iter_mut().zip(once(&files)?) {
                *all += it * 1e3 / f64::from(ROUNDS);
            }
        }
        let [read, ordered, mapped] = parts;
        let said = [
            ("from bytes to a map", parts.iter().sum()),
            ("reading the files", read),
            ("votes in order", ordered),
            ("the map", mapped),
        ];
        for (what, milliseconds) in said {
            table.say(Line::fact(&format!("{name}: {what}"), milliseconds, "ms"));
        }
    }
    Ok(())
}

/// Processor seconds of reading, of putting votes in order, and of the map.
fn once(files: &[NamedFile]) -> Result<[f64; 3], Fault> {
    let began = child::processor_seconds("self")?;
    let conversation = polis::read(files, Options::default())?;
    let read = child::processor_seconds("self")?;
    let cast = |it: &polis::Vote| Cast {
        person: it.person,
        claim: it.claim,
        time: it.time_ms,
        vote: Vote::of_sign(i32::from(it.sign)),
    };
    let casts: Vec<Cast> = conversation.votes.iter().map(cast).collect();
    let roll = Roll::from_casts(&casts)?;
    let ordered = child::processor_seconds("self")?;
    let standing = vec![Standing::Shown; roll.claims.len()];
    let map = compute(&roll.ballots, &standing, &OneHand);
    std::hint::black_box(&map);
    let mapped = child::processor_seconds("self")?;
    Ok([read - began, ordered - read, mapped - ordered])
}

fn files(folder: &Path) -> Result<Vec<NamedFile>, Fault> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".csv") {
            let bytes = std::fs::read(entry.path())?;
            files.push(NamedFile { name, bytes });
        }
    }
    Ok(files)
}
