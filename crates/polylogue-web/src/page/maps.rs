//! Which opinion maps there are: one for each question or dialogue with claims under it.

use maud::{Markup, html};
use polylogue_store::query::MapRow;

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{empty, section_head, title};
use crate::routes::Name;
use crate::t;
use crate::view::maps::MapsView;

/// The maps of a commons.
#[must_use]
pub fn page(c: &Context<'_>, view: &MapsView) -> Shown {
    let name = t!(c, "maps-title");
    let here = c.here();
    let step = here
        .may
        .speak
        .is()
        .then(|| (here.to(Name::Claims).at("new"), "claim-new"));
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "maps-about")) }))
        section.sec aria-labelledby="maps" {
            (section_head("maps", &t!(c, "maps-list"), html! { (t!(c, "maps-order")) }))
            @if view.rows.is_empty() { (empty(c, "maps-none", step)) }
            @else {
                ol.list { @for row in &view.rows { (line(c, row)) } }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Maps),
        body,
    }
}

fn line(c: &Context<'_>, row: &MapRow) -> Markup {
    let here = c.here();
    let id = row.of.as_ref().map_or(here.commons, |it| it.id);
    html! {
        li {
            p.name { a href=(here.of(Name::Map, &id)) {
                @match &row.of {
                    Some(of) if !of.words.words.is_empty() => {
                        (crate::page::parts::words_of(&of.words))
                    }
                    Some(_) => (t!(c, "thing-not-here")),
                    None => (t!(c, "map-of-nothing")),
                }
            } }
            p.note {
                (t!(c, "map-counts", people = row.people, votes = row.votes, claims = row.claims))
                @if let Some(of) = &row.of {
                    (t!(c, "between")) (t!(c, crate::page::parts::thing_key(of.what)))
                }
            }
        }
    }
}
