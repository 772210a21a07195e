//! Minority reports and reservations, names under them and under actions, and leaving a document
//! out of an edition.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Action, Body, CoSign, Dissent, DissentForm, Kind, LeaveOut, Signs};

use crate::act::desk::Desk;
use crate::intent::Worded;
use crate::refusal::Refusal;

/// Dissents from a document or line, under one's own name.
pub(crate) fn dissent(
    desk: &mut Desk<'_>,
    on: OperationId,
    form: DissentForm,
    (title, text): (&Worded, &Worded),
) -> Result<(), Refusal> {
    if !matches!(desk.kind_of(on)?, Some(Kind::Document | Kind::Line)) {
        return Err(Refusal::OtherThing {
            id: on,
            expected: "document or line",
        });
    }
    desk.say(Dissent {
        on,
        form,
        title: desk.text(title),
        text: desk.text(text),
    })?;
    Ok(())
}

/// Puts one's name under a dissent or an action, or takes it off.
pub(crate) fn co_sign(
    desk: &mut Desk<'_>,
    of: OperationId,
    signs: Signs,
    words: Option<&Worded>,
) -> Result<(), Refusal> {
    if !matches!(desk.kind_of(of)?, Some(Kind::Dissent | Kind::Action)) {
        return Err(Refusal::OtherThing {
            id: of,
            expected: "dissent or action",
        });
    }
    if !desk.acts_on(of, &[Kind::Withdraw])?.is_empty() && signs == Signs::Yes {
        return Err(Refusal::AlreadyWithdrawn { id: of });
    }
    let me = desk.me();
    let signed = CoSign {
        of,
        signs,
        words: desk.optional_text(words),
        replaces: desk.standing_writes(Kind::CoSign, of, Some(me))?,
    };
    if let [standing] = signed.replaces[..]
        && let Some(Body::CoSign(before)) = desk.body_of(standing)?
        && (before.signs, &before.words) == (signed.signs, &signed.words)
    {
        desk.leave_as_is(standing);
        return Ok(());
    }
    // Whoever wrote a thing signs it by that.
    let is_own = desk.check_author(of).is_ok();
    if is_own && signed.replaces.is_empty() && signs == Signs::Yes && signed.words.is_none() {
        desk.leave_as_is(of);
        return Ok(());
    }
    desk.say(signed)?;
    Ok(())
}

/// Leaves a document out of an edition, with a reason that everybody can read and answer.
pub(crate) fn leave_out(
    desk: &mut Desk<'_>,
    document: OperationId,
    edition: Option<OperationId>,
    (name, reason): (&Worded, &Worded),
) -> Result<(), Refusal> {
    desk.expect_kind(document, Kind::Document, "document")?;
    if let Some(edition) = edition {
        desk.operation(edition)?;
    }
    let Some(reason) = desk.optional_text(Some(reason)) else {
        return Err(Refusal::NoWords { what: "the reason" });
    };
    desk.say(LeaveOut {
        document,
        edition,
        name: desk.text(name),
        reason,
    })?;
    Ok(())
}

/// Says that something will be done by a day; one's own name stands under it.
pub(crate) fn act(
    desk: &mut Desk<'_>,
    text: &Worded,
    until: u64,
    from: Option<OperationId>,
) -> Result<(), Refusal> {
    if let Some(from) = from {
        desk.operation(from)?;
    }
    desk.say(Action {
        text: desk.text(text),
        until,
        from,
    })?;
    Ok(())
}
