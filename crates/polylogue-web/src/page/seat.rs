//! Where the reader sits: in a sentence, and beside each perspective.

use maud::{Markup, html};
use polylogue_map::groups::VOTES_MIN;
use polylogue_node::maps::Alike;

use crate::context::Context;
use crate::link::beginning;
use crate::page::map::bars::{letter, tenth};
use crate::page::parts::{name, perspective};
use crate::routes::Name;
use crate::t;
use crate::view::seat::Seat;

/// A sentence: how much they voted, their group, and who votes most like them.
#[must_use]
pub fn sentence(c: &Context<'_>, seat: &Seat) -> Markup {
    let map = c.here().of(Name::Map, &seat.id);
    html! {
        p {
            (t!(c, "seat-votes", votes = seat.votes, all = seat.claims)) " "
            @match seat.group {
                Some(group) => { (t!(c, "map-you-are-in", group = letter(group))) " " }
                None if seat.has_groups => { (t!(c, "seat-unsure")) " " }
                None => {}
            }
            @if seat.is_early() { (t!(c, "seat-early", needed = VOTES_MIN)) }
            @else if seat.nearest.is_empty() { (t!(c, "seat-alone")) }
            @for (index, (who, alike)) in seat.nearest.iter().enumerate() {
                @if index == 0 { (t!(c, "seat-like")) " " } @else { (t!(c, "list-next")) }
                a href=(map.clone().with("who", beginning(&who.key.0)).at("who")) {
                    (name(c, who))
                }
                " " (t!(c, "seat-same", same = alike.same, both = alike.both))
            }
            @if !seat.nearest.is_empty() { "." }
        }
    }
}

/// How their votes match what perspectives hold, each with how sure that is.
#[must_use]
pub fn beside(c: &Context<'_>, seat: &Seat) -> Markup {
    html! {
        @if !seat.perspectives.is_empty() {
            div.scroll role="group" aria-label=(t!(c, "map-standpoints")) tabindex="0" {
                table.table.seats {
                    thead { tr {
                        th scope="col" { (t!(c, "thing-perspective")) }
                        th.num scope="col" { (t!(c, "map-you-alike")) }
                        th.strip scope="col" { span.vh { (t!(c, "seat-strip")) } }
                    } }
                    tbody {
                        @for (id, alike) in &seat.perspectives {
                            tr {
                                th scope="row" { (perspective(c, id)) }
                                td.num {
                                    (t!(c, "map-holds-of", held = alike.same, claims = alike.both))
                                }
                                td.strip { (strip(*alike)) }
                            }
                        }
                    }
                }
            }
            p.note { (t!(c, "seat-perspectives")) " " (t!(c, "seat-sure")) }
        }
    }
}

/// From never to always: where the true share lies, nine times in ten.
fn strip(alike: Alike) -> Markup {
    let (low, high) = alike.range();
    let share = f64::from(alike.same) / f64::from(alike.both.max(1));
    let at = |share: f64| tenth(6.0 + 228.0 * share);
    html! {
        svg viewBox="0 0 240 18" aria-hidden="true" {
            path.half d="M6 9h228M120 2v14" {}
            path.whisk d=(format!("M{} 9H{}", at(low), at(high))) {}
            circle.ink cx=(at(share)) cy="9" r="4" {}
        }
    }
}
