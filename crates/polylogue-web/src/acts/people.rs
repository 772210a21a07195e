//! People: profile, invitations, admissions, offices, law, leaving.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Law, OfficeKind, Scope};
use polylogue_node::intent::Intent;
use polylogue_node::{Invite, TICKET_DAYS, Telling};

use super::found::admission;
use super::{Outcome, needed, reason};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

const DAY_SECONDS: u64 = 86_400;

/// Sets one's own name and words.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn profile(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "name", "unclear-name")?;
    asked.perform(Intent::Profile {
        name: asked.form.get("name").to_owned(),
        about: asked.form.get("about").replace("\r\n", "\n"),
    })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(Link::of_person(
        &commons,
        Name::Person,
        &asked.me()?,
    )))
}

/// Says whether others are told what the reader is writing, and the reader what others are.
///
/// # Errors
/// A [`Trouble`] if it cannot be kept.
pub fn presence(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let telling = match asked.form.get("telling") {
        "off" => Telling::Off,
        _ => Telling::On,
    };
    asked.set_telling(telling)?;
    Ok(Outcome::See(
        Link::within(&asked.commons()?, Name::Settings).at("presence"),
    ))
}

/// Leaves the commons.
///
/// # Errors
/// As [`profile`].
pub fn leave(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    asked.perform(Intent::Leave {
        reason: reason(asked),
    })?;
    Ok(Outcome::See(Link::to(Name::CommonsList)))
}

/// Makes an invitation and shows it; with `read`, one that lets read and follow only, with `vote`
/// one that lets vote only.
///
/// # Errors
/// As [`profile`].
pub fn invite(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    let scope = match asked.form.get("kind") {
        "vote" => Scope::Vote,
        _ => Scope::All,
    };
    let days = asked.form.get("days").trim();
    let invite = match asked.form.get("kind") {
        "read" => Invite::No,
        _ if days.is_empty() => Invite::To {
            scope,
            days: TICKET_DAYS,
        },
        _ => Invite::To {
            scope,
            // What is no number is refused by the node, with the bounds.
            days: days.parse().unwrap_or(0),
        },
    };
    let ticket = asked.node()?.ticket(&commons, invite)?;
    if let (Some(made), Some(whom)) = (&ticket.invitation, asked.form.given("whom")) {
        let id = OperationId(made.id);
        asked.node()?.note_invitation(&commons, &id, whom)?;
    }
    let name = asked.lasting.tickets.remember(commons, ticket.to_text());
    Ok(Outcome::See(
        Link::within(&commons, Name::Invite)
            .with("made", name)
            .with("letter", asked.form.get("letter"))
            .at("made"),
    ))
}

/// Closes an invitation.
///
/// # Errors
/// As [`profile`].
pub fn close_invitation(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    asked.perform(Intent::CloseInvitation {
        invitation: asked.thing()?,
    })?;
    Ok(Outcome::See(Link::within(&asked.commons()?, Name::Invite)))
}

fn scope(asked: &Asked<'_>) -> Scope {
    if asked.form.get("scope") == "vote" {
        Scope::Vote
    } else {
        Scope::All
    }
}

fn see_person(asked: &Asked<'_>, person: &Key) -> Result<Outcome, Trouble> {
    Ok(Outcome::See(Link::of_person(
        &asked.commons()?,
        Name::Person,
        person,
    )))
}

/// Admits a newcomer.
///
/// # Errors
/// As [`profile`].
pub fn admit(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let person = asked.person()?;
    asked.perform(Intent::Admit {
        person,
        scope: scope(asked),
        reason: reason(asked),
    })?;
    see_person(asked, &person)
}

/// Vouches for a newcomer.
///
/// # Errors
/// As [`profile`].
pub fn vouch(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let person = asked.person()?;
    asked.perform(Intent::Vouch {
        person,
        scope: scope(asked),
    })?;
    see_person(asked, &person)
}

/// Ends a membership.
///
/// # Errors
/// As [`profile`].
pub fn remove(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "reason", "unclear-reason")?;
    let person = asked.person()?;
    asked.perform(Intent::Remove {
        person,
        reason: reason(asked),
    })?;
    see_person(asked, &person)
}

fn office(asked: &Asked<'_>) -> Result<OfficeKind, Trouble> {
    Ok(match asked.form.get("office") {
        "greeter" => OfficeKind::Greeter,
        "moderator" => OfficeKind::Moderator,
        "facilitator" => OfficeKind::Facilitator,
        "publisher" => OfficeKind::Publisher,
        _ => return Err(Trouble::Unclear("unclear-office")),
    })
}

/// Grants an office.
///
/// # Errors
/// As [`profile`].
pub fn grant(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let person = asked.person()?;
    asked.perform(Intent::Grant {
        person,
        office: office(asked)?,
        scope: None,
        days: asked
            .form
            .number("days")
            .filter(|it| *it > 0)
            .unwrap_or(180),
        reason: reason(asked),
    })?;
    see_person(asked, &person)
}

/// Recalls an office.
///
/// # Errors
/// As [`profile`].
pub fn recall(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let person = asked.person()?;
    asked.perform(Intent::Recall {
        person,
        office: office(asked)?,
        reason: reason(asked),
    })?;
    see_person(asked, &person)
}

/// Proposes a new law: the one in force with what the form changes.
///
/// # Errors
/// As [`profile`].
pub fn propose(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let mut law = law_in_force(asked)?;
    let form = &asked.form;
    law.charter.words = form.get("charter").replace("\r\n", "\n");
    law.admission = admission(form.get("admission"));
    if let Some(licence) = form.given("licence") {
        licence.clone_into(&mut law.licence);
    }
    let keepers: Vec<Key> = form.all("keepers").filter_map(Key::from_hex).collect();
    if keepers.is_empty() {
        return Err(Trouble::Unclear("unclear-keepers"));
    }
    law.threshold = u32::try_from(keepers.len() / 2 + 1).unwrap_or(u32::MAX);
    law.roll = keepers;
    law.roll.sort_unstable();
    if let Some(days) = form.number("days").filter(|it| (1..=3650).contains(it)) {
        law.roll_end = asked.now + days * DAY_SECONDS;
    }
    asked.perform(Intent::ProposeLaw {
        law: Box::new(law),
        reason: reason(asked),
    })?;
    Ok(Outcome::See(
        Link::within(&asked.commons()?, Name::Charter).at("proposals"),
    ))
}

fn law_in_force(asked: &Asked<'_>) -> Result<Law, Trouble> {
    let commons = asked.commons()?;
    let act = asked.reader()?.commons()?.act;
    let loaded = asked.node()?.store(&commons)?.load(&[act], usize::MAX)?;
    let body = loaded.first().and_then(|it| it.body()).and_then(Result::ok);
    match body {
        Some(Body::Founding(founding)) => Ok(founding.law),
        Some(Body::Resolution(resolution)) => Ok(resolution.law),
        _ => Err(Trouble::NotFound),
    }
}

/// Assents to a proposal.
///
/// # Errors
/// As [`profile`].
pub fn assent(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    asked.perform(Intent::Assent {
        resolution: asked.thing()?,
    })?;
    Ok(Outcome::See(
        Link::within(&asked.commons()?, Name::Charter).at("proposals"),
    ))
}
