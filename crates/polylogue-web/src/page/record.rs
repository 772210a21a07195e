//! Everything received, one line each, with what became of it: for whoever wants to check.

use maud::{Markup, html};
use polylogue_core::kind::Kind;
use polylogue_core::verdict::{Reason, Verdict, Wait};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{HasMore, moment, pages, person, title};
use crate::routes::Name;
use crate::t;
use crate::view::record::RecordView;

/// The record.
#[must_use]
pub fn page(c: &Context<'_>, view: &RecordView) -> Shown {
    let here = c.here();
    let name = t!(c, "record-title");
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! { a href=(here.to(Name::Log)) { (t!(c, "part-log")) } }, &name, html! {
            (t!(c, "record-about"))
        }))
        div.scroll role="group" aria-label=(t!(c, "record-title")) tabindex="0" {
            table.table aria-label=(t!(c, "record-title")) {
                thead { tr {
                    th scope="col" { (t!(c, "record-what")) }
                    th scope="col" { (t!(c, "record-who")) }
                    th scope="col" { (t!(c, "record-when")) }
                    th scope="col" { (t!(c, "record-verdict")) }
                } }
                tbody {
                    @for row in &view.rows {
                        tr {
                            td {
                                a href=(here.of(Name::Thing, &row.id)) {
                                    (t!(c, kind_key(row.kind)))
                                }
                                " " span.hash { (row.id.short()) }
                            }
                            td { (person(c, &row.by)) }
                            td { (moment(c, row.time)) }
                            td { (verdict(c, row.verdict)) }
                        }
                    }
                }
            }
        }
        (pages(c, &here.to(Name::Record), view.part, has_more))
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

/// The key of the word for a kind of contribution.
#[must_use]
pub fn kind_key(kind: u16) -> &'static str {
    match Kind::of(kind) {
        Some(Kind::Turn | Kind::TurnRevise) => "thing-turn",
        Some(Kind::Claim | Kind::ClaimHeld) => "thing-claim",
        Some(Kind::Vote | Kind::Count) => "thing-vote",
        Some(Kind::Move | Kind::Accept) => "thing-move",
        Some(Kind::Perspective | Kind::PerspectiveRevise) => "thing-perspective",
        Some(Kind::Lineage) => "thing-lineage",
        Some(Kind::Question) => "thing-question",
        Some(Kind::Dialogue | Kind::DialogueState) => "thing-dialogue",
        Some(Kind::Source) => "thing-source",
        Some(Kind::Practice) => "thing-practice",
        Some(Kind::Profile) => "thing-profile",
        Some(Kind::Translation) => "thing-translation",
        Some(Kind::Suggestion | Kind::Consent) => "thing-suggestion",
        Some(Kind::Founding | Kind::Resolution | Kind::Assent) => "thing-law",
        Some(
            Kind::Invitation
            | Kind::InvitationClose
            | Kind::Join
            | Kind::Admit
            | Kind::Vouch
            | Kind::Removal
            | Kind::Leave,
        ) => "thing-membership",
        Some(Kind::Hide | Kind::Restore | Kind::Hold | Kind::Appeal | Kind::ModeratorErase) => {
            "thing-moderation"
        }
        Some(Kind::DeviceAdd | Kind::DeviceEnd | Kind::Handover) => "thing-device",
        Some(_) => "thing-other",
        None => "thing-newer",
    }
}

/// What became of a contribution, in a sentence.
#[must_use]
pub fn verdict(c: &Context<'_>, verdict: Verdict) -> Markup {
    html! { (c.words.say(verdict_key(verdict), &[])) }
}

/// The key of a verdict's sentence: one for each reason and each wait.
#[must_use]
pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "verdict-accepted",
        Verdict::Waiting(wait) => wait_key(wait),
        Verdict::SetAside(reason) => reason_key(reason),
    }
}

fn wait_key(wait: Wait) -> &'static str {
    match wait {
        Wait::Operation(_) => "wait-operation",
        Wait::Body => "wait-body",
        Wait::NewerVersion => "wait-newer-version",
        Wait::Admission => "wait-admission",
        Wait::Assent => "wait-assent",
    }
}

fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Malformed(_) => "reason-malformed",
        Reason::Chain => "reason-chain",
        Reason::Standing => "reason-standing",
        Reason::Act => "reason-act",
        Reason::Device => "reason-device",
        Reason::DeviceEnded => "reason-device-ended",
        Reason::HandedOver => "reason-handed-over",
        Reason::HandoverContested => "reason-handover-contested",
        Reason::MembershipEnded => "reason-membership-ended",
        Reason::Scope => "reason-scope",
        Reason::Office => "reason-office",
        Reason::OfficeEnded => "reason-office-ended",
        Reason::OfficeScope => "reason-office-scope",
        Reason::VouchingEnded => "reason-vouching-ended",
        Reason::NotAKeeper => "reason-not-a-keeper",
        Reason::ResolutionForm => "reason-resolution-form",
        Reason::NotCarried => "reason-not-carried",
        Reason::Invitation => "reason-invitation",
        Reason::NotAllowed => "reason-not-allowed",
        Reason::NotTheAuthor => "reason-not-the-author",
        Reason::OtherCommons => "reason-other-commons",
    }
}

#[cfg(test)]
mod tests {
    use polylogue_core::id::OperationId;
    use polylogue_core::kind::Malformed;

    use super::*;
    use crate::words::Words;

    #[test]
    fn every_reason_and_every_wait_has_a_sentence_of_its_own() {
        let waits = [
            Wait::Operation(OperationId([0; 32])),
            Wait::Body,
            Wait::NewerVersion,
            Wait::Admission,
            Wait::Assent,
        ];
        let reasons = [
            Reason::Malformed(Malformed::NotStrict),
            Reason::Chain,
            Reason::Standing,
            Reason::Act,
            Reason::Device,
            Reason::DeviceEnded,
            Reason::HandedOver,
            Reason::HandoverContested,
            Reason::MembershipEnded,
            Reason::Scope,
            Reason::Office,
            Reason::OfficeEnded,
            Reason::OfficeScope,
            Reason::VouchingEnded,
            Reason::NotAKeeper,
            Reason::ResolutionForm,
            Reason::NotCarried,
            Reason::Invitation,
            Reason::NotAllowed,
            Reason::NotTheAuthor,
            Reason::OtherCommons,
        ];
        let words = Words::english();
        let all = waits.map(Verdict::Waiting).into_iter();
        let keys: Vec<_> = all
            .chain(reasons.map(Verdict::SetAside))
            .map(verdict_key)
            .collect();
        let said: std::collections::BTreeSet<String> =
            keys.iter().map(|key| words.say(key, &[])).collect();
        assert!(keys.iter().all(|key| words.has(key)), "{keys:?}");
        assert_eq!(said.len(), 26);
    }

    #[test]
    fn every_kind_of_contribution_has_a_word() {
        let words = Words::english();
        for kind in Kind::ALL {
            assert!(words.has(kind_key(kind.number())), "{kind:?}");
        }
    }
}
