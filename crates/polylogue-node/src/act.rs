//! What a person can do: one file for each family of acts, each turning an intent into signed
//! operations, or into a refusal before anything is signed.
//!
//! Whether a person may do a thing at all ([`Doing`]) is asked first; then each act checks what it
//! names. Nothing here appends: [`crate::Node::perform`] does, in one transaction.

use polylogue_core::kind::{OfficeKind, Scope};
use polylogue_store::query::Standing;

use crate::intent::Intent;
use crate::refusal::Refusal;

mod change;
mod claim;
mod comment;
mod counting;
mod desk;
mod device;
mod dialogue;
mod dissent;
mod document;
mod edition;
mod fork;
mod law;
mod library;
mod membership;
mod moderation;
mod office;
mod perspective;
mod remark;
mod say;
mod stage;
mod suggest;
mod taking_back;
mod tracing;
mod vote;
mod wording;

pub(crate) use self::change::close as close_changes;
pub(crate) use self::desk::{Desk, everybody, in_order, law_of};
pub(crate) use self::document::called;
pub use self::say::plain_of;

/// What sort of thing somebody is about to do: what must be true of them first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Saying anything but a vote.
    Speak,
    /// Voting.
    Vote,
    /// Admitting newcomers.
    Greet,
    /// Hiding, restoring, erasing others' words, ending memberships.
    Moderate,
    /// Proposing and assenting to law.
    Keep,
    /// Vouching for newcomers.
    Vouch,
    /// What anyone may do for themselves: devices, erasing one's own words, leaving.
    OwnAffairs,
}

impl Doing {
    /// What sort of thing an intent is.
    #[must_use]
    pub fn of(intent: &Intent) -> Self {
        match intent {
            Intent::Because { act, .. } => Self::of(act),
            Intent::Vote { .. } => Self::Vote,
            Intent::Admit { .. } => Self::Greet,
            Intent::Remove { .. }
            | Intent::Hide { .. }
            | Intent::Restore { .. }
            | Intent::CountWithout { .. } => Self::Moderate,
            Intent::Grant { .. }
            | Intent::Recall { .. }
            | Intent::ProposeLaw { .. }
            | Intent::Assent { .. } => Self::Keep,
            Intent::Vouch { .. } => Self::Vouch,
            Intent::Erase { .. }
            | Intent::Leave { .. }
            | Intent::AddDevice { .. }
            | Intent::EndDevice { .. } => Self::OwnAffairs,
            _ => Self::Speak,
        }
    }
}

/// Whether what is said counts at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// As a member: it counts.
    AsMember,
    /// As a newcomer: it is shown on the porch and counts once somebody admits its author.
    AsNewcomer,
}

/// Says whether the person at the desk may do such a thing, and how it would be heard.
pub(crate) fn may(desk: &Desk<'_>, doing: Doing) -> Result<Heard, Refusal> {
    desk.check_device()?;
    if doing == Doing::OwnAffairs {
        return Ok(if desk.is_member() {
            Heard::AsMember
        } else {
            Heard::AsNewcomer
        });
    }
    if doing == Doing::Keep {
        desk.check_keeper()?;
        return Ok(Heard::AsMember);
    }
    let heard = match desk.standing() {
        Standing::Member => Heard::AsMember,
        Standing::Voter if doing == Doing::Vote => Heard::AsMember,
        Standing::Voter => return Err(Refusal::VotesOnly),
        Standing::Left => return Err(Refusal::Left),
        Standing::Removed => return Err(Refusal::Removed),
        Standing::Newcomer if desk.is_open() => Heard::AsNewcomer,
        Standing::Newcomer => return Err(desk.why_not_a_member()),
    };
    match doing {
        Doing::Greet => desk.check_whole_office(OfficeKind::Greeter)?,
        Doing::Moderate => desk.check_office(OfficeKind::Moderator)?,
        Doing::Vouch => desk.check_vouching()?,
        Doing::Speak | Doing::Vote | Doing::Keep | Doing::OwnAffairs => {}
    }
    Ok(heard)
}

/// The office's name in sentences.
pub(crate) fn office_name(office: OfficeKind) -> &'static str {
    match office {
        OfficeKind::Greeter => "greeter",
        OfficeKind::Moderator => "moderator",
        OfficeKind::Facilitator => "facilitator",
        OfficeKind::Publisher => "publisher",
    }
}

/// Turns an intent into signed operations on the desk.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each intent and nothing else"
)]
pub(crate) fn carry_out(desk: &mut Desk<'_>, intent: Intent) -> Result<(), Refusal> {
    match intent {
        Intent::Profile { name, about } => membership::profile(desk, &name, &about),
        Intent::AddPerspective {
            name,
            short,
            summary,
            sources,
        } => perspective::add(
            desk,
            perspective::Wording {
                name,
                short,
                summary,
                sources,
            },
        ),
        Intent::RevisePerspective {
            perspective,
            name,
            short,
            summary,
            sources,
        } => {
            let wording = perspective::Wording {
                name,
                short,
                summary,
                sources,
            };
            perspective::revise(desk, perspective, wording)
        }
        Intent::RecordLineage {
            change,
            from,
            to,
            name,
            reason,
            when,
        } => {
            let changed = perspective::Changed {
                change,
                from,
                to,
                name,
                reason,
                when,
            };
            perspective::record_lineage(desk, changed)
        }
        Intent::AddQuestion { text, place } => dialogue::add_question(desk, &text, place),
        Intent::BeginDialogue {
            title,
            about,
            perspectives,
            questions,
            state,
            scheduled,
        } => {
            let beginning = dialogue::Beginning {
                title,
                about,
                perspectives,
                questions,
                state,
                scheduled,
            };
            dialogue::begin(desk, beginning)
        }
        Intent::SetDialogueState {
            dialogue,
            state,
            reason,
        } => dialogue::set_state(desk, dialogue, state, &reason),
        Intent::Say {
            dialogue,
            text,
            standpoint,
            reply_to,
            quotes,
            licence,
        } => {
            let said = say::Saying {
                dialogue,
                text,
                standpoint,
                reply_to,
                quotes,
                licence,
            };
            say::say(desk, said)
        }
        Intent::ReviseTurn { turn, text, quotes } => say::revise(desk, turn, &text, &quotes),
        Intent::AddClaim {
            text,
            under,
            passages,
            held_by,
        } => claim::add(
            desk,
            claim::Putting {
                text,
                under,
                passages,
                held_by,
            },
        ),
        Intent::HoldClaim {
            claim,
            perspective,
            held,
            voice,
            reason,
        } => claim::hold(
            desk,
            claim::Holding {
                claim,
                perspective,
                held,
                voice,
                reason,
            },
        ),
        Intent::ReshapeClaims {
            change,
            from,
            to,
            reason,
        } => claim::reshape(
            desk,
            claim::Reshaping {
                change,
                from,
                to,
                reason,
            },
        ),
        Intent::Vote {
            claim,
            choice,
            matters,
            reason,
        } => vote::vote(desk, claim, choice, matters, reason),
        Intent::EnterCount {
            claim,
            group,
            agree,
            disagree,
            pass,
            provenance,
        } => {
            let counted = vote::Counted {
                claim,
                group,
                agree,
                disagree,
                pass,
                provenance,
            };
            vote::enter_count(desk, counted)
        }
        Intent::Move(made) => remark::make(desk, *made),
        Intent::AcceptAnswer {
            question,
            answer,
            words,
        } => remark::accept_answer(desk, question, answer, &words),
        Intent::Withdraw { target, reason } => taking_back::withdraw(desk, target, &reason),
        Intent::Dispute { target, reason } => taking_back::dispute(desk, target, &reason),
        Intent::Erase { targets, reason } => taking_back::erase(desk, targets, &reason),
        Intent::Translate {
            of,
            language,
            words,
        } => suggest::translate(desk, of, &language, &words),
        Intent::Suggest { way, of, reason } => suggest::suggest(desk, way, of, &reason),
        Intent::AnswerSuggestion {
            suggestion,
            answer,
            reason,
        } => suggest::answer(desk, suggestion, answer, &reason),
        Intent::AddSource {
            csl_type,
            title,
            authors,
            issued,
            address,
            licence,
            note,
            text,
        } => {
            let work = library::Work {
                csl_type,
                title,
                authors,
                issued,
                address,
                licence,
                note,
                text,
            };
            library::add_source(desk, &work)
        }
        Intent::AddPractice {
            title,
            place,
            when,
            who,
            steps,
            outcomes,
            failures,
            links,
            sources,
        } => {
            let case = library::Case {
                title,
                place,
                when,
                who,
                steps,
                outcomes,
                failures,
                links,
                sources,
            };
            library::add_practice(desk, case)
        }
        Intent::Invite { scope, days } => membership::invite(desk, scope, days),
        Intent::CloseInvitation { invitation } => membership::close_invitation(desk, invitation),
        Intent::Admit {
            person,
            scope,
            reason,
        } => membership::admit(desk, person, scope, &reason),
        Intent::Vouch { person, scope } => membership::vouch(desk, person, scope),
        Intent::Remove { person, reason } => moderation::remove(desk, person, &reason),
        Intent::Leave { reason } => membership::leave(desk, &reason),
        Intent::Hide { targets, reason } => moderation::hide(desk, targets, &reason),
        Intent::Restore { hides, reason } => moderation::restore(desk, hides, &reason),
        Intent::CountWithout { of, people, reason } => counting::without(desk, of, people, &reason),
        Intent::Appeal { act, text } => moderation::appeal(desk, act, &text),
        Intent::Hold {
            target,
            caucus,
            reason,
            end,
        } => moderation::hold(
            desk,
            moderation::Waiting {
                target,
                caucus,
                reason,
                end,
            },
        ),
        Intent::Grant {
            person,
            office,
            scope,
            days,
            reason,
        } => office::grant(
            desk,
            office::Granting {
                person,
                office,
                scope,
                days,
                reason,
            },
        ),
        Intent::Recall {
            person,
            office,
            reason,
        } => office::recall(desk, person, office, &reason),
        Intent::ProposeLaw { law, reason } => law::propose(desk, *law, &reason),
        Intent::Assent { resolution } => law::assent(desk, resolution),
        Intent::AddDevice {
            device,
            proof,
            name,
        } => device::add(desk, device, proof, &name),
        Intent::EndDevice { device, reason } => device::end(desk, device, &reason),
        Intent::BeginDocument { title, lines } => document::begin(desk, &title, &lines),
        Intent::AddLine {
            document,
            after,
            line,
        } => document::add_lines(desk, document, after, std::slice::from_ref(&*line)),
        Intent::WordLine { base, text } => wording::word(desk, &base, &text),
        Intent::ReviseLine { line, text, traces } => {
            document::revise_line(desk, line, text.as_ref(), traces.as_deref())
        }
        Intent::SaveDocument {
            document,
            base,
            text,
        } => document::save(desk, document, &base, &text),
        Intent::AttachTraces { line, traces } => tracing::attach(desk, line, &traces),
        Intent::TakeTraces { line, from } => tracing::take(desk, line, from),
        Intent::DetachTrace { line, of, words } => {
            tracing::detach(desk, line, (of, words.as_deref()))
        }
        Intent::SettleLine { line, wording } => document::settle(desk, line, wording),
        Intent::SayClause { line, clause } => document::say_clause(desk, line, &clause),
        Intent::StrikeLine { line, struck } => document::strike_line(desk, line, struck),
        Intent::ForkDocument { title, forked } => fork::fork(desk, &title, *forked),
        Intent::MergeLines {
            document,
            other,
            decided,
        } => fork::merge(desk, document, other, &decided),
        Intent::UndoChange { change } => change::undo(desk, change),
        Intent::Because { act, reason } => {
            carry_out(desk, *act)?;
            desk.explain(reason);
            Ok(())
        }
        Intent::Comment {
            on,
            words,
            text,
            proposes,
        } => {
            let made = comment::Commenting {
                on,
                words,
                text,
                proposes,
            };
            comment::comment(desk, &made)
        }
        Intent::Dispose {
            comment,
            disposed,
            reason,
        } => comment::dispose(desk, comment, disposed, &reason),
        Intent::VoteWording {
            wording,
            choice,
            reason,
        } => comment::vote(desk, wording, choice, reason.as_ref()),
        Intent::Dissent {
            on,
            form,
            title,
            text,
        } => dissent::dissent(desk, on, form, (&title, &text)),
        Intent::CoSign { of, signs, words } => dissent::co_sign(desk, of, signs, words.as_ref()),
        Intent::LeaveOut {
            document,
            edition,
            name,
            reason,
        } => dissent::leave_out(desk, document, edition, (&name, &reason)),
        Intent::Act { text, until, from } => dissent::act(desk, &text, until, from),
        Intent::AddStage { plan } => stage::add(desk, &plan),
        Intent::ReviseStage { stage, plan } => stage::revise(desk, stage, &plan),
        Intent::SetStage {
            stage,
            step,
            rests_on,
            words,
        } => stage::set(desk, stage, step, (rests_on, &words)),
        Intent::BeginStages { template } => stage::begin(desk, template),
        Intent::MakeEdition(it) => edition::make(desk, &it),
        Intent::SignEdition {
            edition,
            signed_as,
            words,
        } => edition::sign(desk, edition, signed_as, &words),
    }
}

/// The scope a standing allows.
pub(crate) fn scope_of(standing: Standing) -> Option<Scope> {
    match standing {
        Standing::Member => Some(Scope::All),
        Standing::Voter => Some(Scope::Vote),
        Standing::Newcomer | Standing::Left | Standing::Removed => None,
    }
}
