//! The machines that speak for the reader.

use std::fmt::Write as _;

use polylogue_core::id::Key;
use polylogue_store::query::DeviceRow;

use crate::acts::devices::BETWEEN;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of machines shows.
#[derive(Debug, Clone)]
pub struct DevicesView {
    /// The key of the first machine, which alone adds and ends others.
    pub root: Key,
    /// This machine's own key.
    pub this: Key,
    /// The others.
    pub devices: Vec<DeviceRow>,
    /// The line by which this machine agrees to speak for the person of another key, if asked for.
    pub agreed: Option<String>,
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<DevicesView, Trouble> {
    let this = asked.me()?;
    let mine = asked.reader()?.person(this)?;
    let (root, devices) = mine.map_or((this, Vec::new()), |it| (it.person.key, it.devices));
    let other = asked.query.given("root").and_then(Key::from_hex);
    Ok(DevicesView {
        root,
        this,
        devices,
        agreed: other.map(|it| agreed(asked, &it)).transpose()?,
    })
}

fn agreed(asked: &Asked<'_>, root: &Key) -> Result<String, Trouble> {
    let (device, proof) = asked.node()?.device_proof(&asked.commons()?, root)?;
    let mut line = format!("{device}{BETWEEN}");
    for byte in proof {
        write!(line, "{byte:02x}").expect("writing to a string does not fail");
    }
    Ok(line)
}
