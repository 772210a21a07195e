//! Remarks: making and marking them, and accepting answers.

use polylogue_core::id::OperationId;
use polylogue_core::move_kind::{MoveKind, Needs};
use polylogue_node::intent::{Intent, MakeMove, Quoting, Worded};

use super::thing::page_of;
use super::{Outcome, optional, quoting, standpoint, worded};
use crate::asked::Asked;
use crate::form::Form;
use crate::link::Link;
use crate::page::fields::kinds::{asked_by, own_name, said_in};
use crate::routes::Name;
use crate::trouble::Trouble;

/// Makes a remark on anything, or marks one in another's words.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn mark(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let target = asked.thing()?;
    let kind = MoveKind::of_name(asked.form.get("kind")).ok_or(Trouble::Unclear("unclear-kind"))?;
    check_needs(asked, kind)?;
    let found_in = match asked.form.given("found-in") {
        Some(turn) => Some(Quoting {
            of: asked.resolve(turn)?,
            words: asked.form.get("found-words").to_owned(),
            paragraph: asked
                .form
                .given("found-paragraph")
                .and_then(super::paragraph_number),
        }),
        None => None,
    };
    let made = asked.perform(Intent::Move(Box::new(MakeMove {
        kind,
        target,
        passage: quoting(asked, target)?,
        standpoint: standpoint(asked)?,
        found_in,
        reason: said(asked, "reason", kind),
        object: said(asked, "object", kind),
        condition: said(asked, "condition", kind),
        from: said(asked, "from", kind),
        to: said(asked, "to", kind),
    })))?;
    asked.keep_draft(Name::MarkNow, &target, "")?;
    remember(asked, kind, &made.main())?;
    see_words(asked, &made.main())
}

/// Remembers for whom one spoke, for the next remark in the same dialogue.
fn remember(asked: &Asked<'_>, kind: MoveKind, made: &OperationId) -> Result<(), Trouble> {
    let row = asked.node()?.reader(&asked.commons()?)?.move_(*made)?;
    let row = row.ok_or(Trouble::NotFound)?;
    let Some(dialogue) = row.target.dialogue else {
        return Ok(());
    };
    let mut kept = Form::default().with("kind", kind.name());
    // Words of others say for whom they were spoken; that is no choice of the reader's.
    if row.found_in.is_none() {
        for name in ["perspective", "voice"] {
            kept = kept.with(name, asked.form.get(name));
        }
    }
    asked.keep_voice(&dialogue, &kept.written(&[]))
}

/// The words of a field of the kind chosen, if there are any.
fn said(asked: &Asked<'_>, field: &str, kind: MoveKind) -> Option<Worded> {
    said_in(&asked.form, field, kind)?;
    let own = own_name(field, kind);
    optional(asked, &own).or_else(|| optional(asked, field))
}

/// The words a move was made on, or that make it, with the move beside them; where they are of no
/// turn, the page of what it is about.
fn see_words(asked: &Asked<'_>, made: &OperationId) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    // The snapshot of this request is older than what was just done.
    let reader = asked.node()?.reader(&commons)?;
    let row = reader.move_(*made)?.ok_or(Trouble::NotFound)?;
    let of = row.found_in.map_or(row.target.id, |it| it.of);
    if let Some(turn) = reader.turn(of)? {
        let link = Link::of_turn(&commons, &turn.dialogue, turn.number);
        return Ok(Outcome::See(link.done(made).at("done")));
    }
    let link = Link::of(&commons, page_of(row.target.what), &row.target.id);
    Ok(Outcome::See(link.done(made)))
}

/// Leads from where moves were made before to where they are made now, with what was chosen.
///
/// # Errors
/// A [`Trouble`] if nothing here has the id.
pub fn moved(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let link = Link::of(&asked.commons()?, Name::Mark, &asked.thing()?);
    let chosen = CHOSEN.into_iter();
    let link = chosen.fold(link, |link, name| match asked.query.given(name) {
        Some(value) => link.with(name, value),
        None => link,
    });
    Ok(Outcome::See(link))
}

/// What an address of the form may say.
const CHOSEN: [&str; 6] = [
    "paragraph",
    "quote",
    "kind",
    "found-in",
    "found-words",
    "found-paragraph",
];

/// Says which field a kind of remark cannot do without, before anything is signed.
fn check_needs(asked: &Asked<'_>, kind: MoveKind) -> Result<(), Trouble> {
    let mut asked_by = asked_by(kind).iter();
    if asked_by.all(|it| said_in(&asked.form, it, kind).is_some()) {
        return Ok(());
    }
    Err(Trouble::Unclear(match kind.needs() {
        Needs::None | Needs::Object => "unclear-object",
        Needs::Condition => "unclear-condition",
        Needs::Reason => "unclear-reason",
        Needs::FromTo => "unclear-from-to",
    }))
}

/// Accepts an answer to a question asked.
///
/// # Errors
/// As [`mark`].
pub fn accept(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let question = asked.thing()?;
    let answer = asked.resolve(asked.form.get("answer"))?;
    let made = asked.perform(Intent::AcceptAnswer {
        question,
        answer,
        words: worded(asked, "words"),
    })?;
    let link = Link::of(&asked.commons()?, Name::Move, &question);
    Ok(Outcome::See(link.done(&made.main()).at("answers")))
}
