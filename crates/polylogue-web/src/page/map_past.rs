//! How a map came about: common ground as it was at earlier times, with what came and went.

use std::collections::BTreeSet;

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_map::polis::Side;
use polylogue_node::maps::past::Moment;

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{moment, named, section_head, target, title};
use crate::routes::Name;
use crate::t;
use crate::view::map_past::MapPastView;

/// The history of a map, latest first.
#[must_use]
pub fn page(c: &Context<'_>, view: &MapPastView) -> Shown {
    let name = t!(c, "map-past-title");
    let over = html! {
        a href=(c.here().of(Name::Map, &view.id)) { (t!(c, "map-over")) }
        @if let Some(of) = &view.of { (t!(c, "between")) (target(c, of)) }
    };
    let body = html! {
        (title(over, &name, html! { (t!(c, "map-past-about")) }))
        section.sec aria-labelledby="past" {
            (section_head("past", &t!(c, "map-past-head"), html! { (t!(c, "map-past-order")) }))
            @if view.moments.is_empty() { p.quiet { (t!(c, "map-few-none")) } }
            @else {
                ol.list {
                    @for at in (0..view.moments.len()).rev() {
                        @let before = at.checked_sub(1).map(|it| &view.moments[it]);
                        (one(c, view, &view.moments[at], before))
                    }
                }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Maps),
        body,
    }
}

fn one(c: &Context<'_>, view: &MapPastView, now: &Moment, before: Option<&Moment>) -> Markup {
    let none = BTreeSet::new();
    let shared_before = before.map_or(&none, |it| &it.shared);
    let came: Vec<&(OperationId, Side)> = now.shared.difference(shared_before).collect();
    let went: Vec<&(OperationId, Side)> = shared_before.difference(&now.shared).collect();
    html! {
        li {
            p.name { (moment(c, now.time)) }
            p {
                (t!(c, "map-past-moment", people = now.people, votes = now.votes,
                    shared = now.shared.len()))
                " " (t!(c, "map-past-groups", groups = now.groups))
            }
            @if before.is_some() && came.is_empty() && went.is_empty() {
                p.note { (t!(c, "map-past-same")) }
            }
            (changes(c, view, "map-past-came", &came))
            (changes(c, view, "map-past-went", &went))
        }
    }
}

fn changes(
    c: &Context<'_>,
    view: &MapPastView,
    key: &str,
    claims: &[&(OperationId, Side)],
) -> Markup {
    html! {
        @if !claims.is_empty() {
            p.note { (t!(c, key)) }
            ul {
                @for (id, side) in claims {
                    li.note {
                        a href=(c.here().of(Name::Claim, id)) {
                            @match view.claims.get(id) {
                                Some(row) => (named(c, &row.text, &row.said, "thing-claim")),
                                None => (t!(c, "thing-claim")),
                            }
                        }
                        @if *side == Side::Disagree { " " (t!(c, "map-past-refused")) }
                    }
                }
            }
        }
    }
}
