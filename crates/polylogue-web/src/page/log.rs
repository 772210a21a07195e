//! The public log: acts of moderation and law, in sentences, as minutes are kept.

use maud::{Markup, html};
use polylogue_core::kind::{Admission, Kind};
use polylogue_core::verdict::Verdict;
use polylogue_store::query::{LawChange, MinuteRow, TargetRow, Thing};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{
    HasMore, day, link_to, moment, pages, person, section_head, target, title, words_of,
};
use crate::page::people::office_key;
use crate::page::record::verdict;
use crate::routes::Name;
use crate::view::log::LogView;
use crate::view::map::{Crowd, by_name};
use crate::words::listed;
use crate::{rich, t};

/// The minutes.
#[must_use]
pub fn page(c: &Context<'_>, view: &LogView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-log");
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "log-about")) }))
                @if view.rows.is_empty() { p.quiet { (t!(c, "log-none")) } }
                ul.list { @for row in &view.rows { (minute(c, row)) } }
                (pages(c, &here.to(Name::Log), view.part, has_more))
                @if !view.changes.is_empty() { (changes(c, view)) }
                p.note.sec {
                    a href=(here.to(Name::Record)) { (t!(c, "log-record")) }
                }
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

/// The key of the sentence that tells an act.
fn sentence_key(row: &MinuteRow) -> &'static str {
    match Kind::of(row.kind) {
        Some(Kind::Resolution) if row.verdict == Verdict::Accepted => "minute-resolution-carried",
        Some(Kind::Restore) if row.about.is_empty() => "minute-restore-something",
        Some(Kind::Founding) => "minute-founding",
        Some(Kind::Resolution) => "minute-resolution",
        Some(Kind::Assent) => "minute-assent",
        Some(Kind::ModeratorErase) => "minute-moderator-erase",
        Some(Kind::Erase) => "minute-erase",
        Some(Kind::Admit) => "minute-admit",
        Some(Kind::Vouch) => "minute-vouch",
        Some(Kind::Removal) => "minute-removal",
        Some(Kind::Leave) => "minute-leave",
        Some(Kind::Join) => "minute-join",
        Some(Kind::Hide) => "minute-hide",
        Some(Kind::Restore) => "minute-restore",
        Some(Kind::Hold) => "minute-hold",
        Some(Kind::Appeal) => "minute-appeal",
        Some(Kind::Closing) => "minute-closing",
        Some(Kind::CountWithout) => counting_key(row),
        Some(Kind::Invitation) => "minute-invitation",
        Some(Kind::InvitationClose) => "minute-invitation-close",
        Some(Kind::Handover) => "minute-handover",
        Some(Kind::DeviceAdd) => "minute-device-add",
        Some(Kind::DeviceEnd) => "minute-device-end",
        _ => "minute-other",
    }
}

/// A thing an act is about: its words, or what it is and whose.
fn thing(c: &Context<'_>, row: &TargetRow) -> Markup {
    let Some(by) = row.by.as_ref().filter(|_| row.words.words.is_empty()) else {
        return target(c, row);
    };
    let what = html! {
        @if row.what.is_some() {
            a href=(link_to(c, row.what, &row.id)) { (t!(c, a_thing(row.what))) }
        } @else { (t!(c, a_thing(row.what))) }
    };
    rich!(c, "minute-thing-by"; what = what, who = person(c, by))
}

fn a_thing(what: Option<Thing>) -> &'static str {
    match what {
        Some(Thing::Perspective) => "a-perspective",
        Some(Thing::Question) => "a-question",
        Some(Thing::Dialogue) => "a-dialogue",
        Some(Thing::Turn) => "a-turn",
        Some(Thing::Claim) => "a-claim",
        Some(Thing::Move) => "a-remark",
        Some(Thing::Source) => "a-source",
        Some(Thing::Practice) => "a-practice",
        Some(Thing::Document) => "a-document",
        Some(Thing::Line) => "a-line",
        Some(Thing::Comment) => "a-comment",
        Some(Thing::Dissent) => "a-dissent",
        Some(Thing::Person) => "a-profile",
        None => "a-piece",
    }
}

/// What a resolution changes, in sentences.
fn law_changes(c: &Context<'_>, changes: &[LawChange]) -> Markup {
    html! {
        @if changes.is_empty() { p.note { (t!(c, "law-change-none")) } }
        @else { ul { @for change in changes { li { (law_change(c, change)) } } } }
    }
}

fn law_change(c: &Context<'_>, change: &LawChange) -> Markup {
    match change {
        LawChange::Granted {
            office,
            holder,
            end,
        } => rich!(c, "law-change-granted", office = c.words.say(office_key(*office), &[]);
            who = person(c, holder), day = day(c, *end)),
        LawChange::Recalled { office, holder } => {
            rich!(c, "law-change-recalled", office = c.words.say(office_key(*office), &[]);
                who = person(c, holder))
        }
        LawChange::KeeperAdded(who) => rich!(c, "law-change-keeper"; who = person(c, who)),
        LawChange::KeeperGone(who) => rich!(c, "law-change-keeper-gone"; who = person(c, who)),
        LawChange::KeptUntil(end) => rich!(c, "law-change-until"; day = day(c, *end)),
        LawChange::Admission(admission) => {
            let key = match admission {
                Admission::Invitation => "admission-invitation",
                Admission::Vouching => "admission-vouching",
                Admission::Open => "admission-open",
            };
            html! { (t!(c, "law-change-admission", who = t!(c, key))) }
        }
        LawChange::Licence(licence) => {
            html! { (t!(c, "law-change-licence", licence = licence)) }
        }
        LawChange::Charter => html! { (t!(c, "law-change-charter")) },
    }
}

fn minute(c: &Context<'_>, row: &MinuteRow) -> Markup {
    let about = listed(c.words, row.about.iter().map(|it| thing(c, it)).collect());
    let whom = row
        .person
        .as_ref()
        .map_or_else(|| html! {}, |it| person(c, it));
    html! {
        li id=(short(&row.said.id)) {
            p {
                (moment(c, row.said.time)) (t!(c, "between"))
                (rich!(c, sentence_key(row), people = row.left_out.0; who = person(c, &row.said.by),
                    whom = whom, about = about))
            }
            @if row.left_out.0 > 0 { (left_out(c, row)) }
            @if row.kind == Kind::Resolution.number() { (law_changes(c, &row.changes)) }
            @if !row.reason.words.is_empty() { p { q { (words_of(&row.reason)) } } }
            @else if row.kind != Kind::Founding.number() {
                p.note { (t!(c, "minute-no-reason")) }
            }
            @if row.verdict != Verdict::Accepted { p.note { (verdict(c, row.verdict)) } }
            @for (who, words) in &row.appeals {
                p.before { (words_of(words)) " " span.note { (person(c, who)) } }
            }
            (answers(c, row))
        }
    }
}

fn counting_key(row: &MinuteRow) -> &'static str {
    match (row.left_out.0, row.about.is_empty()) {
        (0, false) => "minute-count-all",
        (0, true) => "minute-count-all-under-nothing",
        (_, false) => "minute-count-without",
        (_, true) => "minute-count-without-under-nothing",
    }
}

/// Those a map is counted without, by name.
fn left_out(c: &Context<'_>, row: &MinuteRow) -> Markup {
    let (count, named) = &row.left_out;
    let rest = count.saturating_sub(named.len() as u64);
    let mut named: Vec<_> = named.iter().collect();
    named.sort_by_cached_key(|it| by_name(&it.name.words));
    let of = row.about.first().map_or(c.here().commons, |it| it.id);
    let all = c
        .here()
        .of(Name::Map, &of)
        .with("people", Crowd::Recorded.name());
    html! {
        p.note {
            (listed(c.words, named.into_iter().map(|it| person(c, it)).collect()))
            @if rest > 0 {
                " " a href=(all.at("people")) { (t!(c, "map-and-more", count = rest)) }
            }
        }
    }
}

fn answers(c: &Context<'_>, row: &MinuteRow) -> Markup {
    let here = c.here();
    let id = short(&row.said.id);
    let kind = Kind::of(row.kind);
    let may_appeal = matches!(
        kind,
        Some(Kind::Hide | Kind::ModeratorErase | Kind::Removal | Kind::Hold | Kind::CountWithout)
    );
    html! {
        @if row.doors_closed > 0 {
            p.note { (t!(c, "minute-doors-closed", count = row.doors_closed)) }
        }
        @if may_appeal {
            details.more {
                summary { (t!(c, "appeal-head")) }
                (fields::form(c, Name::Appeal, &here.of(Name::Appeal, &row.said.id), |f| html! {
                    (f.text_in("text", "appeal-text", &id))
                    (f.send_quietly("appeal-send"))
                }))
            }
        }
        @if kind == Some(Kind::Hide) && row.is_answered {
            p.note { (t!(c, "minute-shown-again")) }
        } @else if kind == Some(Kind::Hide) && here.may.moderate.is() {
            details.more {
                summary { (t!(c, "restore-head")) }
                (fields::form(c, Name::Restore, &here.of(Name::Restore, &row.said.id), |f| html! {
                    (f.text_in("reason", "field-reason", &id))
                    (f.send_quietly("restore-send"))
                }))
            }
        }
    }
}

fn changes(c: &Context<'_>, view: &LogView) -> Markup {
    let here = c.here();
    html! {
        section.sec aria-labelledby="changes" {
            (section_head("changes", &t!(c, "changes-head"), html! { (t!(c, "changes-about")) }))
            ul.list {
                @for row in &view.changes {
                    li {
                        p {
                            a href=(here.of(Name::Go, &row.id)) { (t!(c, "changes-piece")) } " "
                            (verdict(c, row.now))
                        }
                        p.note {
                            (rich!(c, "changes-because"; what = html! {
                                a href=(here.of(Name::Go, &row.because)) { (t!(c, "changes-what")) }
                            }))
                        }
                    }
                }
            }
        }
    }
}
