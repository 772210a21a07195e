//! An edition: the text as it was frozen, who signed it, who took part, what it cites, and what
//! came of checking it.

use maud::{Markup, html};
use polylogue_core::kind::SignedAs;
use polylogue_node::edition::{
    Contributor, Earlier, EditionText, Fits, Notice, Report, Signer, is_known,
};
use polylogue_store::query::{DissentRow, LeaveOutRow, TargetRow};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::edition_text;
use crate::page::fields::{self, Choice};
use crate::page::parts::{day, person, prose, section_head, target, title, words_of};
use crate::routes::Name;
use crate::view::edition::EditionView;
use crate::{rich, t};

/// What anybody types to check an edition's file.
const COMMAND: &str = "polylogue edition verify";

/// The edition.
#[must_use]
pub fn page(c: &Context<'_>, view: &EditionView) -> Shown {
    let here = c.here();
    let text = &view.report.text;
    let name = format!("{} {}", text.title.words, text.name);
    let body = html! {
        (title(html! { a href=(here.to(Name::Editions)) { (t!(c, "editions-title")) } },
            html! { (words_of(&text.title)) " " bdi { (text.name) } }, html! {
                (rich!(c, "edition-made"; who = person(c, &text.by), when = day(c, text.time)))
                (t!(c, "between")) (text.licence)
            }))
        @if c.copy.is_none() { p.acts.no-print {
            a.button href=(here.of(Name::EditionFile, &text.id)) { (t!(c, "edition-file")) }
            a.button href=(here.of(Name::Synthesis, &text.document)) { (t!(c, "edition-now")) }
        } }
        (edition_text::article(c, view))
        (dissents(c, &text.dissent))
        (left_out(c, &text.left_out))
        (listed(c, "edition-open", &text.open))
        (signed(c, text))
        (contributors(c, &text.contributors))
        (notices(c, text))
        (earlier(c, &text.earlier))
        (checked(c, &view.report))
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// Minority reports and reservations, printed as the text is.
fn dissents(c: &Context<'_>, rows: &[DissentRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section.sec aria-labelledby="dissent" {
                (section_head("dissent", &t!(c, "edition-dissent"), html! {}))
                @for row in rows {
                    div.srow id=(short(&row.said.id)) {
                        h3 { (words_of(&row.title)) }
                        (prose(c, &row.text))
                        p.note { @for (place, it) in row.signers.iter().enumerate() {
                            @if place > 0 { ", " }
                            (person(c, &it.who))
                        } }
                    }
                }
            }
        }
    }
}

fn listed(c: &Context<'_>, key: &str, rows: &[TargetRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section.sec aria-labelledby=(key) {
                (section_head(key, &t!(c, key), html! {}))
                ul.marks { @for row in rows { li { (target(c, row)) } } }
            }
        }
    }
}

fn signed(c: &Context<'_>, text: &EditionText) -> Markup {
    let here = c.here();
    html! {
        section.sec id="signed" aria-labelledby="signed-h" {
            (section_head("signed-h", &t!(c, "edition-signed"), html! {
                @if text.signers.is_empty() { (t!(c, "edition-unsigned")) }
            }))
            ul.marks { @for it in &text.signers { (signer(c, it)) } }
            @if here.may.speak.is() {
                (fields::folded(c, Name::SignEdition, "edition-sign", html! {
                    (fields::form(c, Name::SignEdition, &here.of(Name::SignEdition, &text.id),
                        |f| html! {
                            (f.radios("as", "edition-sign-as", &choices(c), SignedAs::Agree.name()))
                            (f.area("words", "edition-sign-words", ""))
                            (f.language_hidden())
                            (f.send("edition-sign-now", "edition-sign-means"))
                        }))
                }))
            }
        }
    }
}

fn choices(c: &Context<'_>) -> Vec<Choice> {
    let choice = |it: SignedAs| {
        let key = format!("edition-as-{}", it.name());
        Choice::new(it.name(), c.words.say(&key, &[]))
    };
    SignedAs::ALL.into_iter().map(choice).collect()
}

fn signer(c: &Context<'_>, it: &Signer) -> Markup {
    html! {
        li id=(short(&it.id)) {
            (person(c, &it.by)) (t!(c, "between"))
            (c.words.say(&format!("edition-by-{}", it.signed_as.name()), &[]))
            (t!(c, "between")) (day(c, it.time))
            @if !it.words.words.is_empty() { (prose(c, &it.words)) }
        }
    }
}

fn contributors(c: &Context<'_>, all: &[Contributor]) -> Markup {
    html! {
        @if !all.is_empty() {
            section.sec aria-labelledby="work" {
                (section_head("work", &t!(c, "edition-work"), html! {
                    (t!(c, "edition-work-about"))
                }))
                ul.key-list { @for it in all { li { (contributor(c, it)) } } }
            }
        }
    }
}

fn contributor(c: &Context<'_>, it: &Contributor) -> Markup {
    html! {
        (c.words.say(&format!("work-{}", it.work.name()), &[])) " "
        @if it.people.is_empty() && it.speakers.is_empty() {
            (t!(c, "edition-people", count = it.count))
        }
        @for (place, who) in it.people.iter().enumerate() {
            @if place > 0 { ", " }
            (person(c, who))
        }
        @if !it.speakers.is_empty() {
            @if !it.people.is_empty() { ", " }
            (t!(c, "edition-as-told")) " "
            @for (place, who) in it.speakers.iter().enumerate() {
                @if place > 0 { ", " }
                bdi { (who) }
            }
        }
    }
}

fn notices(c: &Context<'_>, text: &EditionText) -> Markup {
    let all = &text.notices;
    html! {
        @if !all.is_empty() {
            section.sec aria-labelledby="cited" {
                (section_head("cited", &t!(c, "edition-cited"), html! {
                    (t!(c, "edition-cited-about"))
                }))
                @if !is_known(&text.licence) {
                    p { (t!(c, "edition-licence-unknown", licence = text.licence.as_str())) }
                }
                @if !text.knowingly.is_empty() { p { (t!(c, "edition-made-knowingly")) } }
                ul.marks {
                    @for it in all { (notice(c, it)) }
                    @for it in text.knowingly.iter().filter(|it| it.licence.is_none()) {
                        li { code { (short(&it.of)) } " "
                            span.state.drift { (t!(c, "edition-known-gone")) } }
                    }
                }
            }
        }
    }
}

/// Documents that were left out of it, with the reasons and the replies.
fn left_out(c: &Context<'_>, rows: &[LeaveOutRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section.sec aria-labelledby="left-out" {
                (section_head("left-out", &t!(c, "left-out-head"), html! {}))
                ul.list { @for row in rows {
                    li id=(short(&row.said.id)) {
                        p { (target(c, &row.document)) " " q { (words_of(&row.reason)) } }
                        p.note {
                            (person(c, &row.said.by)) (t!(c, "between")) (day(c, row.said.time))
                        }
                        @if !row.replies.is_empty() {
                            p.note { (t!(c, "comment-replies")) }
                            ul.marks { @for it in &row.replies {
                                li { (person(c, &it.said.by)) " " (prose(c, &it.text)) }
                            } }
                        }
                    }
                } }
            }
        }
    }
}

/// Editions of the same text before it. In a copy they are elsewhere, and known by their hash.
fn earlier(c: &Context<'_>, all: &[Earlier]) -> Markup {
    html! {
        @if !all.is_empty() {
            section.sec aria-labelledby="earlier" {
                (section_head("earlier", &t!(c, "edition-earlier"), html! {}))
                ul.marks { @for it in all {
                    li {
                        @if c.copy.is_none() {
                            a href=(c.here().of(Name::Edition, &it.id)) { bdi { (it.name) } }
                        } @else { bdi { (it.name) } }
                        (t!(c, "between")) (day(c, it.time)) " "
                        code.hash { (it.content) }
                    }
                } }
            }
        }
    }
}

fn notice(c: &Context<'_>, it: &Notice) -> Markup {
    let fits = c.words.say(&format!("licence-{}", it.fits.name()), &[]);
    html! {
        li {
            bdi dir="auto" { (it.title) }
            @if !it.holder.is_empty() { (t!(c, "between")) bdi { (it.holder) } }
            @if !it.licence.is_empty() { (t!(c, "between")) (it.licence) }
            " "
            @match it.fits {
                Fits::Conflicts | Fits::Unknown => span.state.drift { (fits) },
                Fits::Named | Fits::Freely => span.state { (fits) },
            }
        }
    }
}

/// What came of checking it, in words.
fn checked(c: &Context<'_>, report: &Report) -> Markup {
    html! {
        section.sec aria-labelledby="checked" {
            (section_head("checked", &t!(c, "edition-checked"), html! {}))
            p { (t!(c, "edition-holds", count = report.operations)) }
            p { (t!(c, "edition-traces", count = report.traces_stand)) }
            @if !report.traces_open.is_empty() {
                p { (t!(c, "edition-traces-open", count = report.traces_open.len())) }
                ul.marks { @for (number, row) in &report.traces_open {
                    li { (t!(c, "edition-line", number = *number)) (target(c, row)) }
                } }
            }
            @for it in &report.unchecked {
                p.note { (c.words.say(&format!("unchecked-{}", it.why.name()), &[])) }
            }
            p.note { (t!(c, "edition-check-yourself")) " "
                code { (COMMAND) } }
            p.note { (t!(c, "edition-content")) " " code.hash { (report.text.content) } }
        }
    }
}
