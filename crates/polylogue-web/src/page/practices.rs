//! Documented cases, and a form for another.

use maud::{Markup, html};
use polylogue_store::query::PracticeRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{clipped, empty, fate, named, section_head, text_of, title, words};
use crate::routes::Name;
use crate::t;
use crate::view::practices::PracticesView;

/// The practices.
#[must_use]
pub fn page(c: &Context<'_>, view: &PracticesView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-practices");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "practices-about")) }))
        section aria-labelledby="list" {
            (section_head("list", &t!(c, "practices-list"), html! {}))
            @if view.rows.is_empty() {
                (empty(c, "practices-none",
                    Some((here.to(Name::Practices).at("new"), "practice-new"))))
            } @else { ul.list { @for row in &view.rows { (line(c, row)) } } }
        }
        @if here.may.speak.is() { (new(c, view)) }
    };
    Shown {
        title: name,
        part: Some(Name::Practices),
        body,
    }
}

fn line(c: &Context<'_>, row: &PracticeRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p.name { a href=(c.here().of(Name::Practice, &row.said.id)) {
                (named(c, &words(&row.practice.title), &row.said, "thing-practice"))
            } }
            (fate(c, &row.said))
            p.note {
                (text_of(&row.practice.place))
                @if !row.practice.when.is_empty() { (t!(c, "between")) bdi { (row.practice.when) } }
            }
        }
    }
}

fn new(c: &Context<'_>, view: &PracticesView) -> Markup {
    let here = c.here();
    let mut claims = vec![Choice::new("", t!(c, "practice-no-claim"))];
    claims.extend(
        view.claims
            .iter()
            .map(|(id, words)| Choice::new(short(id), clipped(&words.words, 100))),
    );
    let ways = [
        Choice::new("for", t!(c, "evidence-for")),
        Choice::new("against", t!(c, "evidence-against")),
    ];
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "practice-new"), html! {}))
            (fields::newcomer_note(c, here.may.speak))
            (fields::form(c, Name::AddPractice, &here.to(Name::AddPractice), |f| html! {
                (f.needed("title", "practice-title", ""))
                div.fields {
                    (f.line("place", "practice-place", ""))
                    (f.line("when", "practice-when", ""))
                }
                (f.line("who", "practice-who", ""))
                (f.area("steps", "practice-steps", ""))
                (f.area("outcomes", "practice-outcomes", ""))
                (f.area("failures", "practice-failures", ""))
                @if claims.len() > 1 {
                    (f.select("claim", "practice-claim", &claims, ""))
                    (f.radios("evidence", "practice-evidence", &ways, "for"))
                    (f.line("how", "practice-how", ""))
                }
                (f.language())
                (f.send("practice-send", "practice-means"))
            }))
        }
    }
}
