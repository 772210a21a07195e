//! `polylogue sync`: compares with other peers now, and exchanges what differs.

use polylogue_node::{SyncReport, With};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::Table;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only with this peer, by the beginning of its key, or with those a ticket names
    #[arg(long, value_name = "PEER|TICKET")]
    with: Option<String>,
    /// Once, and then end: the same as without, kept for scripts that say so
    #[arg(long)]
    once: bool,
}

/// Replicates.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let with = match arguments.with {
        None => With::Everybody,
        Some(with) if with.trim().len() > 64 => With::Ticket(with),
        Some(with) => With::Peer(with),
    };
    let report = context.node.sync_once(&context.commons()?, &with)?;
    if report.peers.iter().all(|(_, result)| result.is_err()) {
        let reasons: Vec<String> = report.peers.iter().map(outcome).collect();
        return Err(Failure::environment(
            format!("no peer could be reached: {}", reasons.join("; ")),
            "see whether they run; a bundle goes without a network",
        ));
    }
    Ok(Output::new(text(&report), json_of(&report)))
}

fn outcome((endpoint, result): &(String, Result<(), String>)) -> String {
    let peer: String = endpoint.chars().take(8).collect();
    match result {
        Ok(()) => format!("{peer} holds the same"),
        Err(why) => format!("{peer}: {why}"),
    }
}

fn text(report: &SyncReport) -> String {
    let mut table = Table::new(["peer", "now"]);
    for (endpoint, result) in &report.peers {
        let now = match result {
            Ok(()) => "both hold the same".to_owned(),
            Err(why) => why.clone(),
        };
        table.row([endpoint.chars().take(8).collect(), now]);
    }
    let came = words::count(report.received, "record came", "records came");
    format!("{came}\n{}", table.text_or("no peer"))
}

fn json_of(report: &SyncReport) -> Value {
    let peers: Vec<Value> = report
        .peers
        .iter()
        .map(|(endpoint, result)| {
            json!({"peer": endpoint, "equal": result.is_ok(), "error": result.as_ref().err()})
        })
        .collect();
    json!({"received": report.received, "peers": peers})
}
