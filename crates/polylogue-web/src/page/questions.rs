//! The standing questions, and a form for another.

use maud::{Markup, html};
use polylogue_store::query::QuestionRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{empty, fate, named, person, section_head, title, when};
use crate::page::preview;
use crate::routes::Name;
use crate::t;
use crate::view::questions::QuestionsView;

/// The questions put to every perspective.
#[must_use]
pub fn page(c: &Context<'_>, view: &QuestionsView) -> Shown {
    let here = c.here();
    let name = t!(c, "questions-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "questions-about")) }))
        section aria-labelledby="list" {
            (section_head("list", &t!(c, "questions-list"), html! {
                @if view.open_count > 0 {
                    a href=(here.to(Name::Moves).with("state", "open")) {
                        (t!(c, "needs-open", count = view.open_count))
                    }
                }
            }))
            @if view.rows.is_empty() {
                (empty(c, "questions-none",
                    Some((here.to(Name::Questions).at("new"), "question-new"))))
            } @else { ol.asked { @for row in &view.rows { (line(c, row)) } } }
        }
        @if here.may.speak.is() {
            section.sec id="new" aria-labelledby="new-h" {
                (section_head("new-h", &t!(c, "question-new"), html! {}))
                (fields::newcomer_note(c, here.may.speak))
                (preview::preview(c, Name::AddQuestion, &html! {}))
                (preview::similar(c, &view.similar))
                @let is_shown = !c.query.get("preview").is_empty();
                @let send = if view.similar.is_empty() { "question-send" }
                    else { "question-send-still" };
                (fields::form(c, Name::AddQuestion, &here.to(Name::AddQuestion), |f| html! {
                    @if is_shown { input type="hidden" name="sure" value="yes"; }
                    (f.area("text", "question-text", ""))
                    (f.number("place", "question-place", &view.next_place.to_string()))
                    (f.language())
                    (preview::buttons(c, Name::AddQuestion, &view.commons,
                        (send, "question-means")))
                }))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Questions),
        body,
    }
}

fn line(c: &Context<'_>, row: &QuestionRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p { a href=(c.here().of(Name::Question, &row.said.id)) {
                (named(c, &row.text, &row.said, "thing-question"))
            } }
            (fate(c, &row.said))
            p.note { (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said)) }
        }
    }
}
