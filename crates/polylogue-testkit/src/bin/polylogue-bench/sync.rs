//! The mixed commons to a new peer over loopback.

use std::path::Path;
use std::time::{Duration, Instant};

use polylogue_node::Invite;

use crate::bundle::{store_of, text};
use crate::child::{self, memory_kilobytes, number, processor_seconds, say};
use crate::table::{Limit, Line, Table};
use crate::{Bench, Fault};

/// Of the rate at which the same operations can be carried, checked and their rows be written at
/// all, both peers being on this machine.
const RATE_SHARE_MIN: f64 = 0.6;
/// Beyond the operations themselves, so much at most.
const BYTES_SHARE_MAX: f64 = 1.10;
const JOIN_MAX: Duration = Duration::from_secs(300);

/// Lets one process serve the commons and another join it.
pub(crate) fn run(bench: &Bench, table: &mut Table) -> Result<(), Fault> {
    let giver = bench.folder.join("giver");
    child::run(&["read-bundle", text(&giver)?, text(&bench.bundle())?])?;
    let mut peer = child::start(&["peer", text(&giver)?])?;
    let (_, ticket) = peer.line()?;
    let giving = peer.id().to_string();
    let (before, used) = (loopback_bytes()?, processor_seconds(&giving)?);
    let taker = bench.folder.join("taker");
    let most = bench.operations.to_string();
    let found = child::run(&["join", text(&taker)?, &ticket, &most])?;
    let (bytes, used) = (
        loopback_bytes()? - before,
        processor_seconds(&giving)? - used,
    );
    let rate = bench.operations as f64 / number(&found, "seconds")?;
    drop(peer);
    let floor = crate::carried::measure(bench, &store_of(&giver)?)?;
    table.say(Line::fact(
        "the same carried over loopback, checked, and its rows copied",
        floor,
        "1/s",
    ));
    let least = RATE_SHARE_MIN * floor;
    table.say(Line::new(
        "sync to a new peer over loopback",
        rate,
        "1/s",
        Limit::AtLeast(least),
    ));
    let each = 1e6 / bench.operations as f64;
    let taking = number(&found, "processor_seconds")?;
    table.say(Line::fact(
        "sync: processor time of the giver, each operation",
        used * each,
        "µs",
    ));
    table.say(Line::fact(
        "sync: processor time of the new peer, each operation",
        taking * each,
        "µs",
    ));
    let cores = std::thread::available_parallelism().map_or(1, usize::from) as f64;
    table.say(Line::fact(
        "sync: rate if no core ever waited",
        cores / ((used + taking) * each / 1e6),
        "1/s",
    ));
    let share = bytes / bench.operation_bytes as f64;
    table.say(Line::fact(
        "sync: operations",
        bench.operation_bytes as f64 / 1e6,
        "MB",
    ));
    table.say(Line::new(
        "sync: bytes on loopback, all headers, per operation byte",
        share,
        "×",
        Limit::AtMost(BYTES_SHARE_MAX),
    ));
    let peak = number(&found, "peak_kilobytes")? / 1000.0;
    table.say(Line::fact("sync: peak memory of the new peer", peak, "MB"));
    Ok(())
}

/// Bytes received on the loopback device since the machine started.
fn loopback_bytes() -> Result<f64, Fault> {
    let devices = std::fs::read_to_string("/proc/net/dev")?;
    let line = devices.lines().find_map(|it| it.trim().strip_prefix("lo:"));
    let number = line
        .and_then(|it| it.split_whitespace().next())
        .ok_or("no loopback device")?;
    Ok(number.parse()?)
}

/// The role that has the commons.
pub(crate) fn peer(home: &Path) -> Result<(), Fault> {
    let node = child::open(home)?;
    let commons = node.commons()?.first().ok_or("a commons")?.id;
    let secret = polylogue_testkit::generate::READ_SECRET;
    let store = node.store(&commons)?;
    store.local_put("read-secret", &secret)?;
    // A peer that has been there for a while has its search index already.
    while store.index_search(1_000)? {}
    node.start_network()?;
    say("ticket", node.ticket(&commons, Invite::No)?.to_text());
    child::wait_for_the_end();
    node.shutdown();
    Ok(())
}

/// The role that joins, until it holds so many operations.
pub(crate) fn join(home: &Path, ticket: &str, most: u64) -> Result<(), Fault> {
    let node = child::open(home)?;
    let began = Instant::now();
    let commons = node.join(ticket, "Bench")?;
    loop {
        let held = node.store(&commons)?.reconciled_keys()?.len() as u64;
        if held >= most {
            break;
        }
        if began.elapsed() > JOIN_MAX {
            return Err(format!("only {held} of {most} operations came in time").into());
        }
        node.sync_once(&commons, &polylogue_node::With::Everybody)?;
    }
    say("seconds", began.elapsed().as_secs_f64());
    say("processor_seconds", processor_seconds("self")?);
    say("peak_kilobytes", memory_kilobytes("self", "VmHWM")?);
    node.shutdown();
    Ok(())
}
