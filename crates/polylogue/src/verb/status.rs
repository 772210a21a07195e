//! `polylogue status`: what every peer has and lacks, and how many hold what I wrote.

use polylogue_core::id::OperationId;
use polylogue_node::status::{OwnRow, PeerRow, StatusRow};
use polylogue_store::query::Page;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{Table, pairs, parts};
use crate::words;

const PAGE_ROWS: u64 = 1_000;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Also list everything you wrote here, with how many peers hold each
    #[arg(long)]
    all: bool,
}

/// Says how the commons is replicated.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let commons = context.commons()?;
    let mut row = context.node.status(&commons)?;
    if !arguments.all {
        return Ok(Output::new(text(&row), json_of(&row)));
    }
    row.mine = all_written(context, &commons)?;
    let text = parts(&[text(&row), list_text(&row.mine)]);
    Ok(Output::new(text, json_of(&row)))
}

fn all_written(context: &Context, commons: &OperationId) -> Result<Vec<OwnRow>, Failure> {
    let mut all: Vec<OwnRow> = Vec::new();
    loop {
        let page = Page {
            offset: all.len() as u64,
            limit: PAGE_ROWS,
        };
        let rows = context.node.written(commons, page)?;
        if rows.is_empty() {
            return Ok(all);
        }
        all.extend(rows);
    }
}

fn list_text(rows: &[OwnRow]) -> String {
    let mut table = Table::new(["id", "what", "kept", "held by"]);
    for row in rows {
        let held_by = match row.held_by {
            _ if row.is_waiting => "waits among the newcomers".to_owned(),
            0 => "this machine only".to_owned(),
            count => words::count(count, "other peer", "other peers"),
        };
        table.row([
            row.id.short(),
            row.kind.to_owned(),
            words::time(row.kept),
            held_by,
        ]);
    }
    table.text_or("you have written nothing here")
}

/// What the status says of one's own operations.
fn own_text(row: &StatusRow) -> String {
    if row.written == 0 {
        return "nothing yet".to_owned();
    }
    let mut said = Vec::new();
    match row.here_only {
        0 if row.waiting == 0 => said.push("each held by another peer".to_owned()),
        0 => {}
        only => said.push(format!("{only} on this machine only")),
    }
    if row.waiting > 0 {
        let waiting = words::count(row.waiting, "waits", "wait");
        said.push(format!(
            "{waiting} among the newcomers until somebody admits you"
        ));
    }
    format!("{}: {}", row.written, said.join("; "))
}

fn text(row: &StatusRow) -> String {
    let network = if row.is_networked {
        "open"
    } else {
        "closed: `polylogue serve` opens it"
    };
    let about = pairs(&[
        ("held", words::count(row.operations, "record", "records")),
        ("network", network.to_owned()),
        ("at", row.addresses.join(", ")),
        ("yours", own_text(row)),
    ]);
    let mut table = Table::new(["peer", "now", "has", "lacks", "heard", "both the same"]);
    for peer in &row.peers {
        let when = |time: Option<u64>| time.map(words::time).unwrap_or_default();
        let number = |it: Option<u64>| it.map_or_else(|| "?".to_owned(), |it| it.to_string());
        // Of a peer that is away one knows what was so then.
        let then = peer.compared.filter(|_| !peer.is_connected);
        let has = match (peer.has, then) {
            (Some(has), Some(then)) => format!("{has} on {}", words::time(then)),
            (has, _) => number(has),
        };
        table.row([
            peer.endpoint.chars().take(8).collect(),
            if peer.is_connected {
                "connected"
            } else {
                "away"
            }
            .to_owned(),
            has,
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
            "compared": it.compared,
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
            "waiting": it.is_waiting,
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
        "written": row.written,
        "here_only": row.here_only,
        "waiting": row.waiting,
    })
}
