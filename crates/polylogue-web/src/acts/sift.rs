//! Taking a table of sifting away for other programs.

use polylogue_node::sheets::{self, Table};

use super::Outcome;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// A table as CSV: the place of a thing's id in the address is its name.
///
/// # Errors
/// [`Trouble::NotFound`] if no table is called so, else if it cannot be read.
pub fn sheet(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let table = Table::of_name(&asked.id).ok_or(Trouble::NotFound)?;
    let text = sheets::sheet(asked.reader()?, asked.sifted()?, table)?;
    let name = format!("sift-{}.csv", table.name());
    Ok(Outcome::File(name, text.into_bytes()))
}
