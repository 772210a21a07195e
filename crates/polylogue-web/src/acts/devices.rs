//! The machines that speak for somebody: agreeing, adding, ending.

use polylogue_core::id::Key;
use polylogue_node::intent::Intent;

use super::{Outcome, reason};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

/// What stands between a machine's key and its signature in the line it shows, as in the line
/// that `polylogue device link` writes.
pub(crate) const BETWEEN: char = '.';

/// Shows the line by which this machine agrees to speak for the person of another key. Nothing is
/// recorded by that.
///
/// # Errors
/// [`Trouble::Unclear`] if it is no whole key.
pub fn agree(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let key = asked.form.get("root").trim().to_ascii_lowercase();
    let key = Key::from_hex(&key).ok_or(Trouble::Unclear("unclear-machine-key"))?;
    let link = Link::within(&asked.commons()?, Name::Devices);
    Ok(Outcome::See(link.with("root", key).at("agreed")))
}

/// Adds a machine that agreed.
///
/// # Errors
/// [`Trouble::Unclear`] if it is no such line, [`Trouble::Refused`] if it was not signed for this.
pub fn add(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line: String = asked.form.get("line").split_whitespace().collect();
    let read = line
        .split_once(BETWEEN)
        .and_then(|(device, proof)| Some((Key::from_hex(device)?, read_proof(proof)?)));
    let (device, proof) = read.ok_or(Trouble::Unclear("unclear-machine-line"))?;
    asked.perform(Intent::AddDevice {
        device,
        proof,
        name: asked.form.get("name").to_owned(),
    })?;
    see(asked)
}

/// Ends a machine.
///
/// # Errors
/// [`Trouble::NotFound`] if it is none of one's own, [`Trouble::Refused`] if one may not.
pub fn end(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let mine = asked.reader()?.person(asked.me()?)?;
    let devices = mine.map(|it| it.devices).unwrap_or_default();
    let fits = |key: &Key| !asked.id.is_empty() && key.to_string().starts_with(&asked.id);
    let mut fitting = devices.iter().filter(|it| fits(&it.key));
    let (Some(one), None) = (fitting.next(), fitting.next()) else {
        return Err(Trouble::NotFound);
    };
    asked.perform(Intent::EndDevice {
        device: one.key,
        reason: reason(asked),
    })?;
    see(asked)
}

fn see(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let link = Link::within(&asked.commons()?, Name::Devices);
    Ok(Outcome::See(link.at("list")))
}

/// A signature as hexadecimal digits.
fn read_proof(text: &str) -> Option<[u8; 64]> {
    let (first, second) = (
        Key::from_hex(text.get(..64)?)?,
        Key::from_hex(text.get(64..)?)?,
    );
    let mut proof = [0; 64];
    proof[..32].copy_from_slice(&first.0);
    proof[32..].copy_from_slice(&second.0);
    Some(proof)
}
