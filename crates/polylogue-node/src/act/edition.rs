//! Freezing a document as an edition, and signing one.

use polylogue_core::edition::Manifest;
use polylogue_core::id::{Hash, OperationId};
use polylogue_core::kind::{Body, Edition, EditionPart, EditionSign, Kind, SignedAs};
use polylogue_core::limits::NAMED_MAX;
use polylogue_core::text::is_blank;
use polylogue_store::query::TargetRow;

use crate::act::desk::{Desk, in_order};
use crate::edition::{self, Concerns, Earlier, Notice, concerns_of, earlier, gather};
use crate::intent::{Knowingly, NewEdition, OpenComments, Worded};
use crate::refusal::Refusal;

/// Conflicts and gaps that one refusal names; of more it says how many.
const NAMED_AT_ONCE: usize = 5;

/// Freezes a document: what it consists of is signed in parts, then the edition that names them.
pub(crate) fn make(desk: &mut Desk<'_>, new: &NewEdition) -> Result<(), Refusal> {
    desk.expect_kind(new.document, Kind::Document, "document")?;
    let name = new.name.trim();
    if is_blank(name) {
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
    let reader = desk.store().reader()?;
    let before = earlier(&reader, new.document)?;
    let is_named = |it: &&Earlier| it.name.trim().to_lowercase() == name.to_lowercase();
    if let Some(it) = before.iter().find(is_named) {
        let name = name.to_owned();
        return Err(Refusal::EditionNamed { name, id: it.id });
    }
    let licences = (licence.as_str(), desk.law().licence.as_str());
    let concerns = concerns_of(&reader, new.document, licences)?;
    if new.knowingly == Knowingly::No {
        check_concerns(&concerns, &licence)?;
    }
    let mut said = Vec::new();
    said.extend((!concerns.is_empty()).then(|| concerns.known()));
    said.extend(edition::earlier_figure(before));
    let gathered = gather(desk.store(), new.document, (name, &licence), said)?;
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

/// Names what stands against an edition, with who could allow it.
fn check_concerns(concerns: &Concerns, licence: &str) -> Result<(), Refusal> {
    let some = |all: Vec<String>| {
        let more = all.len().saturating_sub(NAMED_AT_ONCE);
        let mut named: Vec<String> = all.into_iter().take(NAMED_AT_ONCE).collect();
        named.extend((more > 0).then(|| format!("+{more}")));
        named.join("; ")
    };
    if !concerns.conflicts.is_empty() {
        let one = |it: &Notice| {
            let title = it.title.chars().take(60).collect::<String>();
            let (holder, licence) = (&it.holder, &it.licence);
            format!("“{title}” ({holder}, {licence})")
        };
        let what = some(concerns.conflicts.iter().map(one).collect());
        let licence = licence.to_owned();
        return Err(Refusal::EditionConflicts { licence, what });
    }
    if !concerns.gone.is_empty() {
        let one = |(line, it): &(usize, TargetRow)| format!("{line}: {}", it.id.short());
        let what = some(concerns.gone.iter().map(one).collect());
        return Err(Refusal::EditionGone { what });
    }
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
    if signed_as == SignedAs::Reservation && is_blank(&words.words) {
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
