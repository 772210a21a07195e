//! `polylogue device`: lets another device speak for me, lists my devices, and ends one.
//!
//! The new device signs that it agrees, and shows that as one line; the device that has my root
//! key adds it. A device is never added by somebody else.

use polylogue_core::id::Key;
use polylogue_node::intent::Intent;
use polylogue_store::query::{DeviceRow, PersonRow};
use serde_json::{Value, json};

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::Table;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// On the new device: write the line by which it agrees. With that line: add the device
    Link {
        /// The line the new device wrote; or, on the new device, your key on the old one in full
        line: String,
        /// What to call the device
        #[arg(long, default_value = "", value_name = "NAME")]
        name: String,
    },
    /// List the devices that speak for you
    List,
    /// End one: what it said so far still counts
    Revoke {
        /// The device, by the beginning of its key
        device: String,
        #[command(flatten)]
        because: Because,
    },
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Link { line, name } => link(context, &context.text(&line)?, name),
        Act::List => {
            let me = context.me()?;
            Ok(Output::new(list_text(&me), list_json(&me)))
        }
        Act::Revoke { device, because } => revoke(context, &device, &because),
    }
}

/// What stands between a device's key and its signature in the line it writes.
const BETWEEN: char = '.';

fn link(context: &Context, line: &str, name: String) -> Result<Output, Failure> {
    let line = line.trim();
    if let Some(root) = Key::from_hex(line) {
        return agree(context, root);
    }
    let read = || {
        let (device, proof) = line.split_once(BETWEEN)?;
        Some((Key::from_hex(device)?, read_proof(proof)?))
    };
    let (device, proof) = read().ok_or_else(|| {
        Failure::usage(
            "this is neither a key nor the line that a device wrote",
            "on the new device: `polylogue device link KEY`, with the whole key that \
            `polylogue profile` shows here",
        )
    })?;
    let it = context.perform(Intent::AddDevice {
        device,
        proof,
        name,
    })?;
    Ok(done(&format!("{} speaks for you now", device.short()), &it))
}

fn agree(context: &Context, root: Key) -> Result<Output, Failure> {
    let (device, proof) = context.node.device_proof(&context.commons()?, &root)?;
    let proof: String = proof.iter().map(|byte| format!("{byte:02x}")).collect();
    let line = format!("{device}{BETWEEN}{proof}");
    let document = json!({"line": line, "device": rows_json::id(device)});
    Ok(Output::new(line.clone(), document)
        .making([line])
        .noting("give this line to `polylogue device link` on the device you already have"))
}

fn read_proof(text: &str) -> Option<[u8; 64]> {
    let first = Key::from_hex(text.get(..64)?)?;
    let second = Key::from_hex(text.get(64..)?)?;
    let mut proof = [0; 64];
    proof[..32].copy_from_slice(&first.0);
    proof[32..].copy_from_slice(&second.0);
    Some(proof)
}

fn revoke(context: &Context, device: &str, because: &Because) -> Result<Output, Failure> {
    let folded = device.trim().to_ascii_lowercase();
    let me = context.me()?;
    let fitting: Vec<&DeviceRow> = me
        .devices
        .iter()
        .filter(|it| it.key.to_string().starts_with(&folded))
        .collect();
    let [one] = fitting.as_slice() else {
        let sentence = match fitting.len() {
            0 => format!("no device of yours has a key that begins with {device}"),
            _ => format!("several of your devices have a key that begins with {device}"),
        };
        return Err(Failure::refused(
            sentence,
            "`polylogue device list` shows them",
        ));
    };
    let reason = context.reason(because)?;
    let it = context.perform(Intent::EndDevice {
        device: one.key,
        reason,
    })?;
    Ok(done("ended; what it said so far still counts", &it))
}

fn list_text(me: &PersonRow) -> String {
    let mut table = Table::new(["key", "kind", "state", "name"]);
    let root = words::device_kind(me.root).to_owned();
    table.row([
        me.person.key.short(),
        root,
        "root".to_owned(),
        "(this person's first)".to_owned(),
    ]);
    for device in &me.devices {
        let state = match (device.is_ended, device.end) {
            (true, _) => "ended".to_owned(),
            (false, Some(end)) => format!("until {}", words::day(end)),
            (false, None) => "speaks".to_owned(),
        };
        let kind = words::device_kind(device.kind).to_owned();
        table.row([device.key.short(), kind, state, device.name.clone()]);
    }
    table.text_or("")
}

fn list_json(me: &PersonRow) -> Value {
    rows_json::person_row(me)["devices"].clone()
}
