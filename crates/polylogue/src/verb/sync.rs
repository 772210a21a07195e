//! `polylogue sync`: compares with other peers now, and exchanges what differs.

use polylogue_node::{Outcome, SyncReport, With};
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
    let is_failed = |(_, it): &(String, Outcome)| matches!(it, Outcome::Failed(_));
    if report.peers.iter().all(is_failed) {
        let reasons: Vec<String> = report.peers.iter().map(reason).collect();
        return Err(Failure::environment(
            format!("no peer could be reached: {}", reasons.join("; ")),
            "see whether they run; a bundle goes without a network",
        ));
    }
    Ok(Output::new(text(&report), json_of(&report)))
}

fn reason((endpoint, outcome): &(String, Outcome)) -> String {
    let peer: String = endpoint.chars().take(8).collect();
    format!("{peer}: {}", now(outcome))
}

fn now(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Same => "both hold the same",
        Outcome::Apart => "reached; each holds something the other does not take yet",
        Outcome::Failed(why) => why,
    }
}

fn text(report: &SyncReport) -> String {
    let mut table = Table::new(["peer", "now"]);
    for (endpoint, outcome) in &report.peers {
        table.row([endpoint.chars().take(8).collect(), now(outcome).to_owned()]);
    }
    let came = match report.received {
        0 => "nothing new came".to_owned(),
        count => words::count(count, "record came", "records came"),
    };
    let waiting = match report.waiting {
        0 => String::new(),
        count => format!(
            "\n{} that you wrote {} among the newcomers until somebody admits you",
            words::count(count, "record", "records"),
            if count == 1 { "waits" } else { "wait" },
        ),
    };
    format!("{came}\n{}{waiting}", table.text_or("no peer"))
}

fn json_of(report: &SyncReport) -> Value {
    let peers: Vec<Value> = report
        .peers
        .iter()
        .map(|(endpoint, outcome)| {
            let error = match outcome {
                Outcome::Same => None,
                Outcome::Apart | Outcome::Failed(_) => Some(now(outcome)),
            };
            let is_equal = *outcome == Outcome::Same;
            json!({"peer": endpoint, "equal": is_equal, "error": error})
        })
        .collect();
    json!({"received": report.received, "waiting": report.waiting, "peers": peers})
}
