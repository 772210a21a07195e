//! Everything received, one line each, with what became of it: for whoever wants to check.

use maud::{Markup, html};
use polylogue_core::id::Key;
use polylogue_core::kind::Kind;
use polylogue_core::verdict::{Reason, Verdict, Wait};
use polylogue_store::query::{LogRow, Shown as Fate, TargetRow, Words};

use crate::context::Context;
use crate::date::Moment;
use crate::link::beginning;
use crate::page::Shown;
use crate::page::parts::{
    HasMore, clipped, day, direction, language, moment, pages, person, section_head, stand_in,
    taken_back, title, words_of,
};
use crate::routes::Name;
use crate::view::record::RecordView;
use crate::{rich, t};

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
    let asked = view.asked.iter();
    let link = asked.fold(here.to(Name::Record), |link, (field, value)| {
        link.with(field, value)
    });
    let body = html! {
        (title(html! { a href=(here.to(Name::Log)) { (t!(c, "part-log")) } }, &name, html! {
            (t!(c, "record-about"))
        }))
        (form(c))
        @match &view.people {
            Some(people) => (choose(c, people)),
            None if view.rows.is_empty() => p.quiet.sec { (t!(c, "record-none")) },
            None => {}
        }
        @for day in view.rows.chunk_by(|(one, _), (other, _)| day_of(one) == day_of(other)) {
            (a_day(c, day))
        }
        (pages(c, &link, view.part, has_more))
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn day_of(row: &LogRow) -> u64 {
    Moment::of(row.arrived).day.number
}

/// Which of it: by one person, of one kind.
fn form(c: &Context<'_>) -> Markup {
    let query = c.query;
    html! {
        form.form method="get" action=(c.here().to(Name::Record)) {
            div.fields {
                div.row {
                    label.lab for="by" { (t!(c, "search-by")) }
                    input type="text" id="by" name="by" dir="auto" value=(query.get("by"));
                }
                div.row {
                    label.lab for="kind" { (t!(c, "record-what")) }
                    select id="kind" name="kind" {
                        option value="" { (t!(c, "search-anything")) }
                        @for key in kind_keys() {
                            @let value = key.trim_start_matches("thing-");
                            option value=(value) selected[query.get("kind") == value] {
                                (t!(c, key))
                            }
                        }
                    }
                }
            }
            div.acts { button type="submit" { (t!(c, "record-show")) } }
        }
    }
}

/// The words for kinds of contributions, each once.
fn kind_keys() -> Vec<&'static str> {
    let mut keys: Vec<&'static str> = Vec::new();
    for kind in Kind::ALL {
        let key = kind_key(kind.number());
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Nobody goes by the name asked for, or several do.
fn choose(c: &Context<'_>, people: &[(Key, Words)]) -> Markup {
    let link = |key: &Key| {
        let link = c.here().to(Name::Record).with("by", beginning(&key.0));
        match c.query.given("kind") {
            Some(kind) => link.with("kind", kind),
            None => link,
        }
    };
    html! {
        @if people.is_empty() { p.quiet.sec { (t!(c, "search-nobody")) } }
        @else {
            section.sec aria-labelledby="people-like" {
                (section_head("people-like", &t!(c, "search-people"), html! {}))
                ul.list {
                    @for (key, name) in people {
                        li { p.name { a href=(link(key)) { (words_of(name)) } } }
                    }
                }
            }
        }
    }
}

fn a_day(c: &Context<'_>, rows: &[(LogRow, TargetRow)]) -> Markup {
    let Some((first, _)) = rows.first() else {
        return html! {};
    };
    html! {
        section.sec {
            div.sec-h { h2 { (rich!(c, "record-day"; day = day(c, first.arrived))) } }
            ul.list { @for (row, target) in rows { (a_piece(c, row, target)) } }
        }
    }
}

/// One piece: what it is, the first of its words or of what it is about, and what became of it.
fn a_piece(c: &Context<'_>, row: &LogRow, about: &TargetRow) -> Markup {
    html! {
        li {
            p {
                a href=(c.here().of(Name::Thing, &row.id)) { (t!(c, kind_key(row.kind))) }
                @if !about.words.words.is_empty() {
                    " " bdi lang=[language(&about.words)] dir=[direction(&about.words)] {
                        (clipped(&about.words.words, WORDS_CHARACTERS))
                    }
                } @else if let Some(did) = did_key(row.kind) {
                    " " (t!(c, did))
                } @else if about.shown != Fate::Whole {
                    " " span.unheard { (stand_in(c, &about.shown, kind_key(row.kind))) }
                }
                (taken_back(c, &about.shown))
            }
            p.note {
                (person(c, &row.by)) (t!(c, "between"))
                (rich!(c, "record-signed"; when = moment(c, row.time)))
                (t!(c, "between")) (verdict(c, row.verdict))
                " " span.hash { (row.id.short()) }
            }
        }
    }
}

/// How much of what was said stands in a line of the record, in characters.
const WORDS_CHARACTERS: usize = 90;

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
        Some(Kind::Document | Kind::DocumentChange | Kind::LinesFrom) => "thing-document",
        Some(
            Kind::Line | Kind::LineText | Kind::LinePlace | Kind::LineStruck | Kind::LineClause,
        ) => "thing-line",
        Some(Kind::Comment | Kind::Disposition | Kind::WordingVote) => "thing-comment",
        Some(Kind::Dissent | Kind::CoSign) => "thing-dissent",
        Some(Kind::Stage | Kind::StageRevise | Kind::StageState) => "thing-stage",
        Some(Kind::Action) => "thing-action",
        Some(Kind::Edition | Kind::EditionSign | Kind::EditionPart) => "thing-edition",
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
        Some(
            Kind::Hide
            | Kind::Restore
            | Kind::Hold
            | Kind::Appeal
            | Kind::ModeratorErase
            | Kind::CountWithout,
        ) => "thing-moderation",
        Some(Kind::DeviceAdd | Kind::DeviceEnd | Kind::Handover) => "thing-device",
        Some(_) => "thing-other",
        None => "thing-newer",
    }
}

/// What was done by an act that has no words of its own.
fn did_key(kind: u16) -> Option<&'static str> {
    Some(match Kind::of(kind)? {
        Kind::Founding => "did-found",
        Kind::Resolution => "did-propose",
        Kind::Assent => "did-assent",
        Kind::Invitation => "did-invite",
        Kind::InvitationClose => "did-close-invitation",
        Kind::Join => "did-join",
        Kind::Admit => "did-admit",
        Kind::Vouch => "did-vouch",
        Kind::Removal => "did-remove",
        Kind::Leave => "did-leave",
        Kind::DeviceAdd => "did-add-device",
        Kind::DeviceEnd => "did-end-device",
        Kind::Handover => "did-hand-over",
        Kind::LineClause => "did-line-clause",
        Kind::LinePlace => "did-line-place",
        Kind::LineStruck => "did-line-strike",
        _ => return None,
    })
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
