//! A document written together: each line says what it rests on, and where it says more, less or
//! other than that.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_store::sift::Verdict;

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::parts::{
    HasMore, empty, fate, name, page_title, pages, person, section_head, title, when, words_of,
};
use crate::page::{beside, book};
use crate::routes::Name;
use crate::view::synthesis::{SynthesisView, Writing};
use crate::words::listed;
use crate::{rich, t};

/// The document.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesisView) -> Shown {
    let here = c.here();
    let row = &view.row;
    let shown_as = page_title(c, &row.title, &row.said, "thing-document");
    let struck = view.struck;
    let more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! { a href=(here.to(Name::Syntheses)) { (t!(c, "syntheses-title")) } },
            html! { (words_of(&row.title)) }, html! {
                (rich!(c, "synthesis-begun"; who = person(c, &row.said.by),
                    when = when(c, &row.said)))
                (t!(c, "between"))
                a href=(here.of(Name::SynthesisHistory, &row.said.id)) { (t!(c, "history-title")) }
                @if struck > 0 { (t!(c, "between")) (t!(c, "synthesis-struck", count = struck)) }
            }))
        (fate(c, &row.said))
        (told(c, view))
        (crate::page::comments::ways(c, view))
        @if here.may.speak.is() {
            p.acts.no-print {
                @let link = of_part(here.of(Name::Synthesis, &row.said.id), view);
                @if view.writing == Writing::No {
                    a.button href=(link.with("write", "lines")) { (t!(c, "synthesis-by-lines")) }
                } @else { a.button href=(link) { (t!(c, "synthesis-read")) } }
                a.button href=(of_part(here.of(Name::EditSynthesis, &row.said.id), view)) {
                    (t!(c, "synthesis-edit"))
                }
            }
            (at_work(c, &row.said.id))
        }
        @if view.lines.is_empty() {
            (empty(c, "synthesis-empty", None))
        } @else {
            (beside::key(c))
            (book::article(c, view))
            (pages(c, &in_manner(here.of(Name::Synthesis, &row.said.id), view), view.part, more))
        }
        (crate::page::dissents::of_document(c, &row.said.id, &view.dissents))
        (summed_up(c, view))
        (crate::page::editions::of_document(c, row, &view.editions))
    };
    Shown {
        title: shown_as,
        part: Some(Name::Sift),
        body,
    }
}

/// What was just saved, with the way to what it changed, and what its writer must know of it: what
/// lines lost, and whose strike stands beside them.
fn told(c: &Context<'_>, view: &SynthesisView) -> Markup {
    let Some(count) = c.query.number("saved") else {
        return html! {};
    };
    let change = c.query.given("change");
    let change = change.and_then(polylogue_core::id::OperationId::from_hex);
    html! {
        div.told id="saved" role="status" {
            p { (t!(c, "synthesis-saved", count = count)) }
            @if let Some(change) = change {
                a href=(c.here().of(Name::SynthesisVersion, &change)) {
                    (t!(c, "synthesis-saved-what"))
                }
            }
            @for it in &view.told.untraced {
                p {
                    a href={ "#" (short(&it.line)) } {
                        (t!(c, "told-untraced", number = it.number))
                    }
                }
                @if c.here().may.speak.is() {
                    form.inline method="post" action=(c.here().of(Name::AttachTrace, &it.line)) {
                        input type="hidden" name="from" value=(short(&it.gone));
                        button type="submit" { (t!(c, "told-untraced-back")) }
                    }
                }
            }
            @for it in &view.told.contested {
                p { (t!(c, "book-number", number = it.number)) }
                (beside::struck(c, &it.row))
            }
        }
    }
}

/// The part that is shown.
fn of_part(link: Link, view: &SynthesisView) -> Link {
    match view.part.0 {
        0 => link,
        from => link.with("from", from),
    }
}

/// As it is shown: read, or written line by line.
fn in_manner(link: Link, view: &SynthesisView) -> Link {
    match view.writing {
        Writing::No => link,
        Writing::Lines | Writing::One(_) => link.with("write", "lines"),
    }
}

/// Who is writing in the text, or on a line of it, just now.
#[must_use]
pub fn at_work(c: &Context<'_>, about: &OperationId) -> Markup {
    let who = c.here().others_at(about);
    let names = who.iter().map(|it| name(c, it)).collect();
    html! {
        @if !who.is_empty() {
            p.note.at-work {
                (rich!(c, "present-in-text", count = who.len(); who = listed(c.words, names)))
            }
        }
    }
}

/// How a line stands to what it rests on.
#[must_use]
pub fn verdict(c: &Context<'_>, verdict: Verdict) -> Markup {
    let words = c.words.say(&format!("drift-{}", verdict.name()), &[]);
    html! {
        @if verdict == Verdict::Supported { span.state { (words) } }
        @else { span.state.drift { (words) } }
    }
}

/// How many lines stand how to what they rest on.
fn summed_up(c: &Context<'_>, view: &SynthesisView) -> Markup {
    if view.stand.is_empty() {
        return html! {};
    }
    let count = |verdict: Verdict| view.stand.get(&verdict).copied().unwrap_or_default();
    html! {
        section.sec aria-labelledby="drift" {
            (section_head("drift", &t!(c, "drift-title"), html! { (t!(c, "drift-about")) }))
            ul.key-list {
                @for one in Verdict::ALL.into_iter().filter(|it| count(*it) > 0) {
                    li { (count(one)) " " (verdict(c, one)) }
                }
            }
        }
    }
}
