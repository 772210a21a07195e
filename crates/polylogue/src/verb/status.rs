//! `polylogue status`: what every peer has and lacks, and how many hold what I wrote.

use polylogue_node::status::{OwnRow, PeerRow, StatusRow};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{Table, pairs, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Says how the commons is replicated.
pub(crate) fn run(context: &Context, _arguments: Arguments) -> Result<Output, Failure> {
    let row = context.node.status(&context.commons()?)?;
    Ok(Output::new(text(&row), json_of(&row)))
}

fn text(row: &StatusRow) -> String {
    let network = if row.is_networked {
        "open"
    } else {
        "closed: `polylogue serve` opens it"
    };
    let written = row.mine.len() as u64;
    let mine = match (written, row.here_only) {
        (0, _) => "nothing yet".to_owned(),
        (_, 0) => "each of the latest is held by another peer".to_owned(),
        (_, only) => format!("{only} of the latest {written} are on this machine only"),
    };
    let about = pairs(&[
        ("held", words::count(row.operations, "record", "records")),
        ("network", network.to_owned()),
        ("at", row.addresses.join(", ")),
        ("yours", mine),
    ]);
    let mut table = Table::new(["peer", "now", "has", "lacks", "heard", "both the same"]);
    for peer in &row.peers {
        let when = |time: Option<u64>| time.map(words::time).unwrap_or_default();
        let number = |it: Option<u64>| it.map_or_else(|| "?".to_owned(), |it| it.to_string());
        table.row([
            peer.endpoint.chars().take(8).collect(),
            if peer.is_connected {
                "connected"
            } else {
                "away"
            }
            .to_owned(),
            number(peer.has),
            number(peer.lacks),
            when(peer.heard),
            when(peer.agreed),
        ]);
    }
    let peers = table.text_or("no other peer is known: everything is on this machine only");
    parts(&[row.title.clone(), about, peers])
}

fn json_of(row: &StatusRow) -> Value {
    let peer = |it: &PeerRow| {
        json!({
            "peer": it.endpoint,
            "addresses": it.addresses,
            "connected": it.is_connected,
            "heard": it.heard,
            "has": it.has,
            "lacks": it.lacks,
            "lacked_here": it.lacked_here,
            "agreed": it.agreed,
            "error": it.error,
        })
    };
    let mine = |it: &OwnRow| {
        json!({
            "id": rows_json::id(it.id),
            "kind": it.kind,
            "kept": it.kept,
            "held_by": it.held_by,
        })
    };
    json!({
        "commons": rows_json::id(row.commons),
        "title": row.title,
        "operations": row.operations,
        "networked": row.is_networked,
        "addresses": row.addresses,
        "peers": rows_json::list(&row.peers, peer),
        "mine": rows_json::list(&row.mine, mine),
        "here_only": row.here_only,
    })
}
