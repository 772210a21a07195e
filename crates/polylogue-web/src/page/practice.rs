//! One documented case.

use maud::{Markup, html};
use polylogue_core::kind::Evidence;

use crate::context::Context;
use crate::page::parts::{
    fate, is_readable, named, page_title, person, prose_of, section_head, text_of, title, when,
    words, words_of,
};
use crate::page::thing;
use crate::page::{Shown, use_in};
use crate::routes::Name;
use crate::t;
use crate::view::practice::PracticeView;

/// A practice.
#[must_use]
pub fn page(c: &Context<'_>, view: &PracticeView) -> Shown {
    let here = c.here();
    let (row, case) = (&view.row, &view.row.practice);
    let over = html! { a href=(here.to(Name::Practices)) { (t!(c, "thing-practice")) } };
    let body = html! {
        div.set {
            div {
                (title(over, named(c, &words(&case.title), &row.said, "thing-practice"), html! {
                    (text_of(&case.place))
                    @if !case.when.is_empty() { (t!(c, "between")) bdi { (case.when) } }
                }))
                (fate(c, &row.said))
                @if is_readable(&row.said.shown) { (told(c, view)) }
                p.note.sec {
                    (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said))
                    (t!(c, "between"))
                    (use_in::way(c, &row.said.id)) " "
                    (thing::way(c, &row.said.id, "thing-more"))
                }
            }
        }
    };
    Shown {
        title: page_title(c, &words(&case.title), &row.said, "thing-practice"),
        part: Some(Name::Practices),
        body,
    }
}

fn told(c: &Context<'_>, view: &PracticeView) -> Markup {
    let case = &view.row.practice;
    html! {
        @if !case.who.words.is_empty() {
            dl.facts { dt { (t!(c, "practice-who")) } dd { (text_of(&case.who)) } }
        }
        @if !case.steps.is_empty() {
            section.sec aria-labelledby="steps" {
                (section_head("steps", &t!(c, "practice-steps"), html! {}))
                ol.asked { @for step in &case.steps { li { (prose_of(c, step)) } } }
            }
        }
        @if !case.outcomes.words.is_empty() {
            section.sec aria-labelledby="outcomes" {
                (section_head("outcomes", &t!(c, "practice-outcomes"), html! {}))
                (prose_of(c, &case.outcomes))
            }
        }
        @if !case.failures.words.is_empty() {
            section.sec aria-labelledby="failures" {
                (section_head("failures", &t!(c, "practice-failures"), html! {}))
                (prose_of(c, &case.failures))
            }
        }
        @if !view.links.is_empty() {
            section.sec aria-labelledby="evidence" {
                (section_head("evidence", &t!(c, "practice-bears-on"), html! {}))
                ul.list { @for link in &view.links {
                    li {
                        p {
                            b { (t!(c, match link.evidence {
                                Evidence::For => "evidence-for",
                                Evidence::Against => "evidence-against",
                            })) }
                            " "
                            a href=(c.here().of(Name::Claim, &link.claim)) {
                                @if link.words.words.is_empty() { (t!(c, "thing-claim")) }
                                @else { (words_of(&link.words)) }
                            }
                        }
                        @if !link.reason.is_empty() { p.note { bdi dir="auto" { (link.reason) } } }
                    }
                } }
            }
        }
        @if !view.sources.is_empty() {
            section.sec aria-labelledby="sources" {
                (section_head("sources", &t!(c, "part-sources"), html! {}))
                ul.list { @for source in &view.sources {
                    li { a href=(c.here().of(Name::Source, &source.said.id)) {
                        (words_of(&source.title))
                    } }
                } }
            }
        }
    }
}
