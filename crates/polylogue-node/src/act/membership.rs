//! Profiles, invitations, admissions, vouches, leaving.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    Admit, Invitation, InvitationClose, Kind, Leave, Profile, Scope, Vouch,
};
use polylogue_core::limits::NAMED_MAX;
use polylogue_core::signature::SigningKey;
use polylogue_core::text::Text;
use polylogue_store::query::Standing;

use crate::act::desk::{Desk, in_order};
use crate::act::scope_of;
use crate::intent::Worded;
use crate::refusal::Refusal;

const DAY_SECONDS: u64 = 24 * 60 * 60;
const INVITATION_DAYS_MAX: u64 = 3_650;

pub(crate) fn profile(desk: &mut Desk<'_>, name: &str, about: &str) -> Result<(), Refusal> {
    let language = desk.language().to_owned();
    let me = desk.me();
    desk.say(Profile {
        name: Text::new(name.trim(), &language),
        about: Text::new(about, &language),
        replaces: desk.standing_writes(Kind::Profile, OperationId(me.0), Some(me))?,
    })?;
    Ok(())
}

/// Opens an invitation; its private key stays with the desk until a ticket is written.
pub(crate) fn invite(desk: &mut Desk<'_>, scope: Scope, days: u64) -> Result<(), Refusal> {
    if days == 0 || days > INVITATION_DAYS_MAX {
        return Err(Refusal::Missing {
            what: "how many days it is open, from 1 to 3650,",
        });
    }
    let secret: [u8; 32] = desk.random();
    let key = Key::of(&SigningKey::from(secret));
    let end = desk.now() + days * DAY_SECONDS;
    let invitation = desk.say(Invitation { key, end, scope })?;
    desk.keep_invitation(invitation, secret, end);
    Ok(())
}

/// Closes an invitation; whoever came in by it so far stays.
pub(crate) fn close_invitation(
    desk: &mut Desk<'_>,
    invitation: OperationId,
) -> Result<(), Refusal> {
    desk.expect_kind(invitation, Kind::Invitation, "invitation")?;
    let is_greeter = desk
        .check_whole_office(polylogue_core::kind::OfficeKind::Greeter)
        .is_ok();
    if !is_greeter && desk.check_author(invitation).is_err() {
        return Err(Refusal::InvitationNotYours);
    }
    close(desk, invitation)
}

/// Closes an invitation with all who came by it so far, in as many acts as it takes to name them.
pub(crate) fn close(desk: &mut Desk<'_>, invitation: OperationId) -> Result<(), Refusal> {
    let joined = in_order(desk.joined_by(invitation)?);
    let mut parts: Vec<Vec<OperationId>> = joined.chunks(NAMED_MAX).map(<[_]>::to_vec).collect();
    if parts.is_empty() {
        parts.push(Vec::new());
    }
    for accepts in parts {
        desk.say(InvitationClose {
            invitation,
            accepts,
        })?;
    }
    Ok(())
}

pub(crate) fn admit(
    desk: &mut Desk<'_>,
    person: Key,
    scope: Scope,
    reason: &Worded,
) -> Result<(), Refusal> {
    check_not_admitted(desk, person, scope)?;
    let names = in_order(desk.endings_of(person)?);
    let words = desk.note(reason)?;
    desk.say(Admit {
        person,
        scope,
        names,
        words,
    })?;
    Ok(())
}

pub(crate) fn vouch(desk: &mut Desk<'_>, person: Key, scope: Scope) -> Result<(), Refusal> {
    check_not_admitted(desk, person, scope)?;
    let heads = in_order(desk.heads_of(person)?);
    desk.say(Vouch {
        person,
        scope,
        heads,
    })?;
    Ok(())
}

pub(crate) fn leave(desk: &mut Desk<'_>, reason: &Worded) -> Result<(), Refusal> {
    match desk.standing() {
        Standing::Left => return Err(Refusal::Left),
        Standing::Removed => return Err(Refusal::Removed),
        Standing::Newcomer => return Err(desk.why_not_a_member()),
        Standing::Member | Standing::Voter => {}
    }
    let words = desk.note(reason)?;
    desk.say(Leave { words })?;
    Ok(())
}

fn check_not_admitted(desk: &Desk<'_>, person: Key, scope: Scope) -> Result<(), Refusal> {
    let standing = desk.standing_of(person)?;
    if scope_of(standing).is_some_and(|has| has == scope || has == Scope::All) {
        return Err(Refusal::AlreadyAMember { person });
    }
    Ok(())
}
