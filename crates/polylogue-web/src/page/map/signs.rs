//! Signs that votes were made to order, and what they bear on: shown with their reasons, and
//! nobody left out unless it is asked for.

use maud::{Markup, html};

use super::whole;
use crate::context::Context;
use crate::page::parts::{moment, name, section_head};
use crate::routes::Name;
use crate::view::map::{MapView, Sign, SignOf};
use crate::{rich, t};

/// Says that people are left out, where they are.
#[must_use]
pub fn told(c: &Context<'_>, view: &MapView) -> Markup {
    html! {
        @if view.signs.is_without {
            p.told {
                (t!(c, "map-without-told", people = view.signs.people)) " "
                a href=(c.here().of(Name::Map, &view.id)) { (t!(c, "map-without-back")) }
            }
        }
    }
}

/// The signs.
#[must_use]
pub fn signs(c: &Context<'_>, view: &MapView) -> Markup {
    let signs = &view.signs;
    let [shared, divided, grouped] = signs.effect;
    let link = c.here().of(Name::Map, &view.id).with("without", "signs");
    html! {
        section.sec id="made" aria-labelledby="made-h" {
            (section_head("made-h", &t!(c, "map-signs"), html! {}))
            @if signs.found.is_empty() { p.quiet { (t!(c, "map-signs-none")) } }
            @else {
                p.note { (t!(c, "map-signs-about")) }
                ul.list { @for sign in &signs.found { li { (one(c, sign)) } } }
                p {
                    (t!(c, "map-signs-shared", with = shared.0, without = shared.1)) " "
                    (t!(c, "map-signs-divided", with = divided.0, without = divided.1)) " "
                    (t!(c, "map-signs-grouped", with = grouped.0, without = grouped.1))
                }
                @if !signs.is_without {
                    p.acts.sp-t { a.button href=(link) { (t!(c, "map-signs-without")) } }
                }
            }
        }
    }
}

fn one(c: &Context<'_>, sign: &Sign) -> Markup {
    html! {
        p {
            @match sign.what {
                SignOf::Copies { claims, differ: 0, expected } => {
                    (t!(c, "map-sign-copies", people = sign.count, claims = claims,
                        expected = at_most(expected)))
                }
                SignOf::Copies { claims, differ, expected } => {
                    (t!(c, "map-sign-near", people = sign.count, claims = claims,
                        differ = differ, expected = at_most(expected)))
                }
                SignOf::Invited(inviter) => {
                    (rich!(c, "map-sign-invited", people = sign.count; who = html! {
                        a href=(c.here().person(Name::Person, &inviter)) { (inviter.short()) }
                    }))
                }
                SignOf::Burst { from } => {
                    (rich!(c, "map-sign-burst", people = sign.count; when = moment(c, from)))
                }
            }
        }
        p.note {
            @for (index, who) in sign.people.iter().enumerate() {
                @if index > 0 { (t!(c, "list-next")) }
                a href=(c.here().person(Name::Person, &who.key)) { (name(c, who)) }
            }
            @let rest = sign.count - sign.people.len();
            @if rest > 0 { " " (t!(c, "map-and-more", count = whole(rest))) }
        }
    }
}

/// The next whole number.
fn at_most(expected: f64) -> String {
    format!("{:.0}", expected.ceil().max(1.0))
}
