//! Sifting a commons of 10,000 turns, 20,000 moves and 50 perspectives: from nothing, after one
//! move more, and its pages while somebody goes on making moves.

use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use polylogue_core::operation::Operation;
use polylogue_store::Store;
use polylogue_testkit::generate::{self, Amounts};

use crate::child::{self, say};
use crate::pages::{Visitor, load, p99, shortened};
use crate::table::{Limit, Line, Table};
use crate::{Fault, SEED};

const AMOUNTS: Amounts = Amounts {
    people: 100,
    turns: 10_000,
    claims: 2_000,
    moves: 20_000,
    votes: 0,
};
const PERSPECTIVES: usize = 50;
/// Of the moves, those that are made one by one once everything else is here.
const LATER: usize = 100;
const ONE_MOVE_MILLISECONDS_MAX: f64 = 5.0;
const P99_MILLISECONDS_MAX: f64 = 30.0;
const PAGE_BYTES_MAX: f64 = 150_000.0;
/// Between two moves made while the pages are read.
const PAUSE: Duration = Duration::from_millis(500);

fn operations() -> (Vec<Operation>, Vec<Operation>) {
    let mut here = generate::marked_up(SEED, PERSPECTIVES, AMOUNTS);
    let later = here.split_off(here.len() - LATER);
    (here, later)
}

/// Measures the tables by themselves, then the pages in a process of their own.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let folder = tempfile::tempdir()?;
    let (here, later) = operations();
    tables(folder.path(), (&here, &later), table)?;
    let bundle = folder.path().join("sifted.bundle");
    std::fs::write(&bundle, generate::bundle(&here))?;
    let home = folder.path().join("home");
    let node = child::open(&home)?;
    let report = node.read_bundle(std::fs::read(&bundle)?.as_slice())?;
    if report.new != here.len() as u64 {
        return Err(format!("{} of {} operations were taken in", report.new, here.len()).into());
    }
    drop(node);
    pages(&home, table)
}

fn tables(
    folder: &Path,
    (here, later): (&[Operation], &[Operation]),
    table: &mut Table,
) -> Result<(), Fault> {
    let store = Store::create(&folder.join("sifted.sqlite"), &here[0])?;
    let now = later[later.len() - 1].header().time;
    store.append(here, now)?;
    let began = Instant::now();
    let moves = store.reader()?.sift()?.moves();
    table.say(Line::fact(
        "sifting 10,000 turns, 20,000 moves, 50 perspectives from nothing",
        began.elapsed().as_secs_f64() * 1e3,
        "ms",
    ));
    let (mut said, mut sifted) = (Vec::new(), Vec::new());
    for made in later {
        let began = Instant::now();
        store.append(std::slice::from_ref(made), now)?;
        said.push(began.elapsed());
        let reader = store.reader()?;
        let began = Instant::now();
        reader.sift()?;
        sifted.push(began.elapsed());
    }
    let grown = store.reader()?.sift()?.moves();
    if grown != moves + later.len() {
        return Err(format!("{grown} moves where {moves} and {} were", later.len()).into());
    }
    table.say(Line::fact(
        "one move more: checked, stored and folded, p99 of 100",
        p99(said).as_secs_f64() * 1e3,
        "ms",
    ));
    table.say(Line::new(
        "one move more: to fresh tables, p99 of 100",
        p99(sifted).as_secs_f64() * 1e3,
        "ms",
        Limit::AtMost(ONE_MOVE_MILLISECONDS_MAX),
    ));
    Ok(())
}

fn pages(home: &Path, table: &mut Table) -> Result<(), Fault> {
    let home = home.to_str().ok_or("a folder whose name is text")?;
    let mut server = child::start(&["sifted", home])?;
    let (_, address) = server.line()?;
    let mut visitor = Visitor::enter(&address)?;
    let (_, paths) = server.line()?;
    let paths: Vec<String> = paths.split(' ').map(str::to_owned).collect();
    let cookie = visitor.cookie.clone();
    let (mut as_sent, mut heaviest) = (0, 0);
    for path in &paths {
        let body = visitor.body(path)?;
        as_sent = as_sent.max(body.len());
        heaviest = heaviest.max(compressed(&body)?);
    }
    let loaded = load(&address, cookie.as_deref(), &paths)?;
    for (path, times) in paths.iter().zip(loaded) {
        table.say(Line::new(
            &format!("with two moves a second, p99 of {}", shortened(path)),
            p99(times).as_secs_f64() * 1e3,
            "ms",
            Limit::AtMost(P99_MILLISECONDS_MAX),
        ));
    }
    table.say(Line::fact(
        "the heaviest of these pages, as it is sent on the machine",
        as_sent as f64,
        "bytes",
    ));
    table.say(Line::new(
        "the heaviest of these pages, compressed",
        heaviest as f64,
        "bytes",
        Limit::AtMost(PAGE_BYTES_MAX),
    ));
    server.end().map(drop)
}

/// What a page weighs where it is compressed: the server sends pages to its own machine as they
/// are.
pub(crate) fn compressed(body: &[u8]) -> Result<usize, Fault> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(body)?;
    Ok(encoder.finish()?.len())
}

/// The role that serves, and goes on making moves until its parent lets go.
pub(crate) fn serve(home: &Path) -> Result<(), Fault> {
    let node = child::open(home)?;
    let server = polylogue_web::serve(node.clone(), polylogue_web::ServeOptions::default())?;
    say("address", &server.url);
    let commons = node.commons()?.first().ok_or("a commons")?.id;
    let reader = node.reader(&commons)?;
    let short = |id: String| id.chars().take(12).collect::<String>();
    let base = format!("/c/{}/sift", short(commons.to_string()));
    let perspectives = reader.perspectives()?;
    let one = short(
        perspectives
            .first()
            .ok_or("a perspective")?
            .said
            .id
            .to_string(),
    );
    let mut paths = vec![base.clone(), format!("{base}/synopsis/{one}")];
    for page in [
        "questions",
        "questions?state=answered&from=1000",
        "voices",
        "voices?from=1000",
        "coverage",
        "shared",
        "shared?list=division&from=100",
        "glossary",
        "alike",
        "agreement",
    ] {
        paths.push(format!("{base}/{page}"));
    }
    paths.push(format!("{base}?from=20&across=20"));
    paths.push(format!("{base}/cell?table=moves&speaks={one}&about={one}"));
    say("paths", paths.join(" "));
    drop(reader);
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| -> Result<(), Fault> {
        let moving = scope.spawn(|| -> Result<(), String> {
            let (here, later) = operations();
            let founding = &here[..1];
            for made in &later {
                if is_over.load(Ordering::Relaxed) {
                    return Ok(());
                }
                let bundle = generate::bundle(&[founding, std::slice::from_ref(made)].concat());
                let read = node
                    .read_bundle(bundle.as_slice())
                    .map_err(|it| it.to_string())?;
                if read.new != 1 {
                    return Err("a move was not taken in".to_owned());
                }
                std::thread::sleep(PAUSE);
            }
            Ok(())
        });
        child::wait_for_the_end();
        is_over.store(true, Ordering::Relaxed);
        let ended = moving.join().map_err(|_| "the moves stopped")?;
        ended.map_err(Fault::from)
    })
}
