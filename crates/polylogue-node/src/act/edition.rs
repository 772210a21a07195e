//! Freezing a document as an edition, and signing one.

use polylogue_core::edition::Manifest;
use polylogue_core::id::{Hash, OperationId};
use polylogue_core::kind::{Body, Edition, EditionPart, EditionSign, Kind, SignedAs};
use polylogue_core::limits::NAMED_MAX;

use crate::act::desk::{Desk, in_order};
use crate::edition::gather;
use crate::intent::{NewEdition, OpenComments, Worded};
use crate::refusal::Refusal;

/// Freezes a document: what it consists of is signed in parts, then the edition that names them.
pub(crate) fn make(desk: &mut Desk<'_>, new: &NewEdition) -> Result<(), Refusal> {
    desk.expect_kind(new.document, Kind::Document, "document")?;
    let name = new.name.trim();
    if name.is_empty() {
        let what = "the name of the version";
        return Err(Refusal::NoWords { what });
    }
    let own = match desk.body_of(new.document)? {
        Some(Body::Document(document)) => document.licence,
        Some(_) | None => String::new(),
    };
    let licence = match new.licence.as_deref().map(str::trim) {
        Some(given) if !given.is_empty() => given.to_owned(),
        Some(_) | None if !own.is_empty() => own,
        Some(_) | None => desk.law().licence.clone(),
    };
    let open = open_comments(desk, new)?;
    let gathered = gather(desk.store(), new.document, (name, &licence))?;
    let bytes = gathered.manifest.encode();
    let mut parts = Vec::new();
    for part in Manifest::parts(&bytes) {
        let bytes = part.to_vec();
        parts.push(desk.say(EditionPart { bytes })?);
    }
    desk.say(Edition {
        document: new.document,
        name: name.to_owned(),
        licence,
        content: gathered.content.hash(),
        manifest: Hash::of(&bytes),
        parts,
        open,
    })?;
    Ok(())
}

/// Comments that nobody has answered: there are none, or they are listed as open.
fn open_comments(desk: &Desk<'_>, new: &NewEdition) -> Result<Vec<OperationId>, Refusal> {
    let rows = desk.store().reader()?.open_comments(new.document)?;
    let count = rows.len();
    let is_listed = new.open == OpenComments::List && count <= NAMED_MAX;
    if count > 0 && !is_listed {
        let count = count as u64;
        return Err(Refusal::EditionOpen { count });
    }
    Ok(in_order(rows.iter().map(|it| it.said.id).collect()))
}

/// Signs an edition; an earlier signature of the same person is replaced.
pub(crate) fn sign(
    desk: &mut Desk<'_>,
    edition: OperationId,
    signed_as: SignedAs,
    words: &Worded,
) -> Result<(), Refusal> {
    desk.expect_kind(edition, Kind::Edition, "edition")?;
    if signed_as == SignedAs::Reservation && words.words.trim().is_empty() {
        let what = "the reservation";
        return Err(Refusal::NoWords { what });
    }
    let me = desk.person();
    desk.say(EditionSign {
        edition,
        signed_as,
        words: desk.text(words),
        replaces: desk.standing_writes(Kind::EditionSign, edition, Some(me))?,
    })?;
    Ok(())
}
