//! The perspectives of a commons, by who has been heard least, and a form for another.

use maud::{Markup, html};
use polylogue_store::query::PerspectiveRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{
    clipped, direction, empty, fate, is_readable, language, named, section_head, title,
};
use crate::rendered_words;
use crate::routes::Name;
use crate::view::perspectives::PerspectivesView;
use crate::{sprite, t};

/// The perspectives.
#[must_use]
pub fn page(c: &Context<'_>, view: &PerspectivesView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-perspectives");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "perspectives-about")) }))
        section aria-labelledby="list" {
            (section_head("list", &t!(c, "perspectives-list"), html! {
                (t!(c, "perspectives-order"))
            }))
            @if view.rows.is_empty() {
                (empty(c, "perspectives-none",
                    Some((here.to(Name::Perspectives).at("new"), "perspective-new"))))
            } @else { ul.list { @for row in &view.rows { (line(c, row)) } } }
        }
        @if here.may.speak.is() {
            section.sec id="new" aria-labelledby="new-h" {
                (section_head("new-h", &t!(c, "perspective-new"), html! {}))
                (fields::newcomer_note(c, here.may.speak))
                (fields::form(c, Name::AddPerspective, &here.to(Name::AddPerspective), |f| html! {
                    (f.needed("name", "perspective-name", ""))
                    (f.line("short", "perspective-short", ""))
                    (f.long("summary", "perspective-summary", ""))
                    (f.language())
                    (f.send("perspective-send", "perspective-means"))
                }))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Perspectives),
        body,
    }
}

fn line(c: &Context<'_>, row: &PerspectiveRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p.name {
                a.who-long href=(c.here().of(Name::Perspective, &row.said.id)) {
                    (sprite::mark(row.mark))
                    (named(c, &row.name, &row.said, "thing-perspective"))
                }
            }
            (fate(c, &row.said))
            @if is_readable(&row.said.shown) && !row.summary.words.is_empty() {
                p.prose lang=[language(&row.summary)] dir=[direction(&row.summary)] {
                    (clipped(&rendered_words(&row.summary.words), 260))
                }
            }
            p.note { (heard(c, row)) }
        }
    }
}

/// How far a perspective has been heard, in a sentence.
#[must_use]
pub fn heard(c: &Context<'_>, row: &PerspectiveRow) -> Markup {
    html! {
        @if row.turns == 0 { span.unheard { (t!(c, "not-heard")) } }
        @else if row.turns_within == 0 { (t!(c, "heard-behalf", count = row.turns)) }
        @else { (t!(c, "heard-within", count = row.turns, within = row.turns_within)) }
        @if row.claims > 0 {
            (t!(c, "between")) (t!(c, "holds-claims", count = row.claims))
        }
    }
}
