//! Minority reports and reservations on a document, whole, and a form for another.

use maud::{Markup, html};
use polylogue_store::query::DissentRow;

use crate::context::Context;
use crate::page::Shown;
use crate::page::dissent::beside;
use crate::page::fields::{self, Choice};
use crate::page::parts::{cannot_speak, section_head, title, words_of};
use crate::routes::Name;
use crate::t;
use crate::view::dissents::DissentsView;

/// Dissents that stand on the page of their document; the others are behind a link.
const BESIDE_MAX: usize = 8;

/// The dissents.
#[must_use]
pub fn page(c: &Context<'_>, view: &DissentsView) -> Shown {
    let here = c.here();
    let id = &view.document.said.id;
    let name = t!(c, "dissents-title");
    let body = html! {
        (title(html! {
            a href=(here.of(Name::Synthesis, id)) { (words_of(&view.document.title)) }
        }, &name, html! { (t!(c, "dissents-about")) }))
        @if view.rows.is_empty() { p.quiet { (t!(c, "dissents-none")) } }
        @for it in &view.rows { (beside(c, it)) }
        @if here.may.speak.is() { (new(c, view)) } @else { p.quiet { (cannot_speak(c)) } }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn new(c: &Context<'_>, view: &DissentsView) -> Markup {
    let forms = [
        Choice::new("report", t!(c, "dissent-report")),
        Choice::new("reservation", t!(c, "dissent-reservation")),
    ];
    let link = c.here().of(Name::DissentNow, &view.document.said.id);
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "dissent-new"), html! {}))
            (fields::newcomer_note(c, c.here().may.speak))
            (fields::form(c, Name::DissentNow, &link, |f| html! {
                (f.radios("form", "dissent-form", &forms, "report"))
                (f.needed("title", "dissent-title", ""))
                (f.long("text", "dissent-text", ""))
                (f.language_hidden())
                (f.send("dissent-send", "dissent-send-means"))
            }))
        }
    }
}

/// The dissents that stand, beside their document and before what sums it up.
#[must_use]
pub fn of_document(
    c: &Context<'_>,
    document: &polylogue_core::id::OperationId,
    rows: &[DissentRow],
) -> Markup {
    let standing: Vec<&DissentRow> = rows.iter().filter(|it| it.stands()).collect();
    let link = c.here().of(Name::Dissents, document);
    html! {
        @for it in standing.iter().take(BESIDE_MAX) { (beside(c, it)) }
        @if standing.len() > BESIDE_MAX {
            p.note { a href=(link) {
                (t!(c, "dissents-more", count = standing.len() - BESIDE_MAX))
            } }
        }
    }
}
