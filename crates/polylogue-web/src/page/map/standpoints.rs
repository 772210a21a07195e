//! Perspectives on a map: what each holds here, who speaks from within it, and how far they are
//! apart.

use maud::{Markup, html};
use polylogue_map::Vote;
use polylogue_node::maps::{Alike, Apart};

use super::picture::opened;
use super::{claim, hundredths};
use crate::context::Context;
use crate::link::short;
use crate::page::parts::{name, perspective, section_head};
use crate::view::map::MapView;
use crate::{rich, t};

/// Distances that are listed.
const PAIRS: usize = 12;
/// An expected vote further from 0 than this leans to one side.
const LEANS: f64 = 0.2;

/// The perspectives, if any holds something here.
#[must_use]
pub fn standpoints(c: &Context<'_>, view: &MapView) -> Markup {
    if view.placed.is_empty() {
        return html! {};
    }
    let has_votes = !view.is_small();
    let apart = if has_votes {
        view.open.apart(&view.placed)
    } else {
        Vec::new()
    };
    html! {
        section.sec aria-labelledby="standpoints" {
            (section_head("standpoints", &t!(c, "map-standpoints"), html! {
                (t!(c, "map-standpoints-about"))
            }))
            div.scroll role="group" aria-labelledby="standpoints" tabindex="0" {
                table.table.stack aria-labelledby="standpoints" {
                    thead { tr {
                        th scope="col" { (t!(c, "thing-perspective")) }
                        th.num scope="col" { (t!(c, "map-holds")) }
                        th scope="col" { (t!(c, "map-voices")) }
                        @if view.me.is_some() { th scope="col" { (t!(c, "map-you-alike")) } }
                    } }
                    tbody { @for at in 0..view.placed.len() { (row(c, view, at)) } }
                }
            }
            @if !apart.is_empty() {
                h3.sp-t { (t!(c, "map-distances")) }
                p.note { (t!(c, "map-distances-about")) }
                ol.list { @for it in apart.iter().take(PAIRS) { (distance(c, view, it)) } }
            }
        }
    }
}

fn row(c: &Context<'_>, view: &MapView, at: usize) -> Markup {
    let placed = &view.placed[at];
    let held = placed.votes.iter().filter(|it| it.1 == Vote::Agree).count();
    let alike = view
        .me
        .map(|me| Alike::of(placed.votes.iter().copied(), view.open.ballots.votes_of(me)));
    html! {
        tr id={ "p-" (short(&placed.perspective)) } {
            th scope="row" { (perspective(c, &placed.perspective)) }
            td.num data-th=(t!(c, "map-holds")) {
                (t!(c, "map-holds-of", held = held, claims = placed.votes.len()))
            }
            td data-th=(t!(c, "map-voices")) {
                @if view.voices[at].is_empty() { span.quiet { (t!(c, "map-voices-none")) } }
                @for (index, person) in view.voices[at].iter().enumerate() {
                    @if index > 0 { (t!(c, "list-next")) }
                    a href=(opened(c, view, *person)) {
                        @match view.people.get(person) {
                            Some(row) => (name(c, row)),
                            None => (view.open.people[*person].short()),
                        }
                    }
                }
            }
            @if let Some(alike) = alike {
                td data-th=(t!(c, "map-you-alike")) {
                    @if alike.both == 0 { span.quiet { (t!(c, "map-alike-none")) } }
                    @else { (t!(c, "seat-same", same = alike.same, both = alike.both)) }
                }
            }
        }
    }
}

fn distance(c: &Context<'_>, view: &MapView, it: &Apart) -> Markup {
    let one = &view.placed[it.two.0].perspective;
    let other = &view.placed[it.two.1].perspective;
    html! {
        li {
            p {
                (rich!(c, "map-distance", share = hundredths(it.share);
                    one = perspective(c, one), other = perspective(c, other)))
            }
            ul {
                @for (number, here, there) in &it.reasons {
                    li.note {
                        (claim(c, view, *number)) ": "
                        (rich!(c, "map-lean";
                            one = html! { (t!(c, lean(*here))) },
                            other = html! { (t!(c, lean(*there))) },
                            first = html! { (crate::page::parts::chip_only(c, one)) },
                            second = html! { (crate::page::parts::chip_only(c, other)) }))
                    }
                }
            }
        }
    }
}

fn lean(expected: f64) -> &'static str {
    if expected > LEANS {
        "map-lean-agree"
    } else if expected < -LEANS {
        "map-lean-disagree"
    } else {
        "map-lean-neither"
    }
}
