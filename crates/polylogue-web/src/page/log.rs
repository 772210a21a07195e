//! The public log: acts of moderation and law, in sentences, as minutes are kept.

use maud::{Markup, html};
use polylogue_core::kind::Kind;
use polylogue_core::verdict::Verdict;
use polylogue_store::query::MinuteRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{HasMore, moment, pages, person, section_head, target, title, words_of};
use crate::page::record::verdict;
use crate::routes::Name;
use crate::view::log::LogView;
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
fn sentence_key(kind: u16) -> &'static str {
    match Kind::of(kind) {
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
        Some(Kind::Invitation) => "minute-invitation",
        Some(Kind::InvitationClose) => "minute-invitation-close",
        Some(Kind::Handover) => "minute-handover",
        Some(Kind::DeviceAdd) => "minute-device-add",
        Some(Kind::DeviceEnd) => "minute-device-end",
        _ => "minute-other",
    }
}

fn minute(c: &Context<'_>, row: &MinuteRow) -> Markup {
    let about = listed(c.words, row.about.iter().map(|it| target(c, it)).collect());
    let whom = row
        .person
        .as_ref()
        .map_or_else(|| html! {}, |it| person(c, it));
    html! {
        li id=(short(&row.said.id)) {
            p {
                (moment(c, row.said.time)) (t!(c, "between"))
                (rich!(c, sentence_key(row.kind); who = person(c, &row.said.by), whom = whom,
                    about = about))
            }
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

fn answers(c: &Context<'_>, row: &MinuteRow) -> Markup {
    let here = c.here();
    let id = short(&row.said.id);
    let kind = Kind::of(row.kind);
    let may_appeal = matches!(
        kind,
        Some(Kind::Hide | Kind::ModeratorErase | Kind::Removal | Kind::Hold)
    );
    html! {
        @if may_appeal {
            details.more {
                summary { (t!(c, "appeal-head")) }
                (fields::form(c, Name::Appeal, &here.of(Name::Appeal, &row.said.id), |f| html! {
                    (f.text_in("text", "appeal-text", &id))
                    (f.send_quietly("appeal-send"))
                }))
            }
        }
        @if kind == Some(Kind::Hide) && here.may.moderate.is() {
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
