//! One standing question: dialogues and claims under it.

use maud::html;

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{
    brought_in, empty, fate, is_readable, lineage, move_line, named, page_title, person,
    section_head, title, when,
};
use crate::page::thing;
use crate::page::{claims, use_in};
use crate::routes::Name;
use crate::t;
use crate::view::question::QuestionView;

/// A question.
#[must_use]
pub fn page(c: &Context<'_>, view: &QuestionView) -> Shown {
    let here = c.here();
    let row = &view.row;
    let over = html! { a href=(here.to(Name::Questions)) { (t!(c, "thing-question")) } };
    let body = html! {
        div.set {
            div {
                (title(over, named(c, &row.text, &row.said, "thing-question"), html! {
                    (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said))
                    (brought_in(c, &row.said))
                }))
                (fate(c, &row.said))
                section aria-labelledby="dialogues-h" {
                    (section_head("dialogues-h", &t!(c, "question-dialogues"), html! {}))
                    @if view.dialogues.is_empty() {
                        (empty(c, "question-no-dialogue",
                            Some((here.to(Name::Dialogues).at("new"), "dialogue-new"))))
                    }
                    ul.list {
                        @for dialogue in &view.dialogues {
                            li {
                                a href=(here.of(Name::Dialogue, &dialogue.said.id)) {
                                    (named(c, &dialogue.title, &dialogue.said, "thing-dialogue"))
                                }
                                p.note { (crate::page::dialogue::state(c, dialogue)) }
                            }
                        }
                    }
                }
                section.sec aria-labelledby="claims-h" {
                    (section_head("claims-h", &t!(c, "question-claims"), html! {}))
                    @if view.claims.is_empty() {
                        (empty(c, "question-no-claims",
                            Some((here.to(Name::Claims).at("new"), "claim-new"))))
                    }
                    ol.list { @for claim in &view.claims { (claims::line(c, claim)) } }
                }
                @if !view.moves.is_empty() {
                    section.sec aria-labelledby="remarks-h" {
                        (section_head("remarks-h", &t!(c, "remarks-head"), html! {}))
                        ul.marks { @for one in &view.moves { li { (move_line(c, one)) } } }
                    }
                }
                @if !row.lineage.is_empty() {
                    section.sec aria-labelledby="lineage" {
                        (section_head("lineage", &t!(c, "claim-lineage"), html! {}))
                        (lineage(c, &row.lineage))
                    }
                }
                p.sub.sec {
                    (use_in::way(c, &row.said.id))
                    @if here.may.speak.is() && is_readable(&row.said.shown) {
                        a href=(here.of(Name::Mark, &row.said.id)) { (t!(c, "remark-on-question")) }
                    }
                    (thing::way(c, &row.said.id, "thing-more"))
                }
            }
        }
    };
    Shown {
        title: page_title(c, &row.text, &row.said, "thing-question"),
        part: Some(Name::Questions),
        body,
    }
}
