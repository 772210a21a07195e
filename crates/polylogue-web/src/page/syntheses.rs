//! Documents written together, and a form for another.

use maud::{Markup, html};
use polylogue_store::query::DocumentRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{empty, fate, named, person, section_head, title, when};
use crate::page::sift::ways;
use crate::routes::Name;
use crate::t;
use crate::view::syntheses::SynthesesView;

/// The documents.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesesView) -> Shown {
    let here = c.here();
    let name = t!(c, "syntheses-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "syntheses-about")) }))
        (ways(c, Name::Syntheses))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "syntheses-list"), html! {}))
            @if view.rows.is_empty() {
                (empty(c, "syntheses-none", Some((here.to(Name::Sift), "sift-title"))))
            } @else { ul.list { @for row in &view.rows { (line(c, row)) } } }
        }
        @if here.may.speak.is() {
            section.sec id="new" aria-labelledby="new-h" {
                (section_head("new-h", &t!(c, "synthesis-new"), html! {}))
                (fields::newcomer_note(c, here.may.speak))
                (fields::form(c, Name::BeginSynthesis, &here.to(Name::BeginSynthesis), |f| html! {
                    (f.needed("title", "synthesis-name", ""))
                    (f.language_hidden())
                    (f.send("synthesis-begin", "synthesis-begin-means"))
                }))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn line(c: &Context<'_>, row: &DocumentRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p.name { a href=(c.here().of(Name::Synthesis, &row.said.id)) {
                (named(c, &row.title, &row.said, "thing-document"))
            } }
            (fate(c, &row.said))
            p.note { (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said)) }
        }
    }
}
