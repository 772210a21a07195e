//! A person's devices: added and ended by the root key alone.

use polylogue_core::id::Key;
use polylogue_core::kind::{DeviceAdd, DeviceEnd, DeviceKind, Proof, Scope};
use polylogue_core::signature::{self, DEVICE_DOMAIN};

use crate::act::desk::{Desk, in_order};
use crate::intent::Worded;
use crate::refusal::Refusal;

/// Adds a device that has signed for this; its name stands in a note that can be erased.
pub(crate) fn add(
    desk: &mut Desk<'_>,
    device: Key,
    proof: [u8; 64],
    name: &str,
) -> Result<(), Refusal> {
    desk.check_root()?;
    let parts: &[&[u8]] = &[&desk.commons().0, &desk.me().0];
    if !signature::verify(device, &proof, DEVICE_DOMAIN, parts) {
        return Err(Refusal::DeviceProof);
    }
    let words = desk.note(&Worded::from(name))?;
    desk.say(DeviceAdd {
        device,
        kind: DeviceKind::Own,
        scope: Scope::All,
        end: None,
        proof: Proof(proof),
        words,
    })?;
    Ok(())
}

/// Ends a device; what it said so far still counts.
pub(crate) fn end(desk: &mut Desk<'_>, device: Key, reason: &Worded) -> Result<(), Refusal> {
    desk.check_root()?;
    if !desk.has_device(device)? {
        return Err(Refusal::DeviceUnknown { device });
    }
    let accepts = in_order(desk.heads_by(device)?);
    let words = desk.note(reason)?;
    desk.say(DeviceEnd {
        device,
        accepts,
        words,
    })?;
    Ok(())
}
