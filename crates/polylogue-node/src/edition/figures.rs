//! What an edition freezes of what was computed, and how it is computed again.
//!
//! A figure is a name (`tally`), what it is of, and bytes in which equal results are equal. To add
//! one: freeze it in [`super::gather`], compute it again in [`again`].

use polylogue_core::cbor;
use polylogue_core::edition::Figure;
use polylogue_core::id::OperationId;
use polylogue_store::{Reader, StoreFault};

/// The counts of votes on a claim: agree, disagree, pass, of members.
pub const TALLY: &str = "tally";

/// The counts of a claim, as they are frozen.
pub(super) fn tally(reader: &Reader, claim: OperationId) -> Result<Option<Figure>, StoreFault> {
    let bytes = tally_bytes(reader, claim)?;
    Ok(bytes.map(|bytes| Figure {
        line: None,
        what: TALLY.to_owned(),
        of: Some(claim),
        bytes,
    }))
}

/// What a figure comes to by what is here; nothing where this version computes no such figure, or
/// what it is of is not here.
pub(super) fn again(reader: &Reader, figure: &Figure) -> Result<Option<Vec<u8>>, StoreFault> {
    match (figure.what.as_str(), figure.of) {
        (TALLY, Some(claim)) => tally_bytes(reader, claim),
        _ => Ok(None),
    }
}

/// The counts that the bytes of a tally say: agree, disagree, pass.
#[must_use]
pub fn counts(figure: &Figure) -> Option<(u64, u64, u64)> {
    let is_tally = figure.what == TALLY;
    is_tally.then(|| cbor::decode(&figure.bytes).ok()).flatten()
}

fn tally_bytes(reader: &Reader, claim: OperationId) -> Result<Option<Vec<u8>>, StoreFault> {
    let row = reader.claim(claim, None)?;
    Ok(row.map(|row| {
        let tally = row.tally;
        cbor::encode(&(tally.agree, tally.disagree, tally.pass))
    }))
}
