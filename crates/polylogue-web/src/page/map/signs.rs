//! Signs that votes were made to order, and what they bear on: shown with their reasons, each alone
//! and all together, and nobody left out unless it is asked for; and the moderator's word that some
//! be left out, with what that comes to, its reason and whose it is.

use maud::{Markup, html};
use polylogue_node::maps::{Counted, Findings, Row, SignKind, Who};
use polylogue_store::query::WithoutRow;

use super::bars::letter;
use super::crowd::all_of;
use super::picture::opened_by;
use super::{claim, whole};
use crate::context::Context;
use crate::date::Moment;
use crate::link::{Link, short};
use crate::page::fields::{self, Choice};
use crate::page::parts::{day, moment, name, person, section_head, words_of};
use crate::routes::Name;
use crate::view::map::{APART, Crowd, MapView, SIGNS_TOLD, Sign, SignOf};
use crate::{rich, t};

/// Says that people are left out, where they are; and that a moderator leaves some out, with both
/// results.
#[must_use]
pub fn told(c: &Context<'_>, view: &MapView) -> Markup {
    let signs = &view.signs;
    let link = c.here().of(Name::Map, &view.id);
    html! {
        @if let Some((all, row)) = signs.recorded() {
            div.told { div {
                @for said in all {
                    p {
                        (rich!(c, "map-recorded", people = said.people.len();
                            who = person(c, &said.said.by), when = moment(c, said.said.time)))
                        " "
                        a href=(c.here().to(Name::Log).at(short(&said.said.id))) {
                            (t!(c, "map-recorded-log"))
                        }
                    }
                    (reason(c, said))
                }
                @if all.len() > 1 { p { (t!(c, "map-recorded-both", people = row.people)) } }
                @if signs.is_me_left_out { p { (t!(c, "map-recorded-you")) } }
                p { (t!(c, "map-recorded-with")) " " (found(c, signs.scrutiny.whole())) }
                p { (t!(c, "map-recorded-without")) " " (found(c, &row.found)) }
                @if signs.shown != Counted::Recorded {
                    p.note {
                        a href=(link.clone().with("without", Counted::Recorded.name())) {
                            (t!(c, "map-signs-without"))
                        }
                    }
                }
            } }
        }
        @if signs.shown != Counted::Everybody {
            p.told {
                (t!(c, "map-without-told", people = signs.left_out)) " "
                a href=(link) { (t!(c, "map-without-back")) }
            }
        }
    }
}

fn reason(c: &Context<'_>, said: &WithoutRow) -> Markup {
    html! {
        @if said.reason.words.is_empty() { p.note { (t!(c, "minute-no-reason")) } }
        @else { p { q { (words_of(&said.reason)) } } }
    }
}

/// What a way of counting comes to, in a sentence.
fn found(c: &Context<'_>, found: &Findings) -> String {
    t!(
        c,
        "map-found",
        shared = found.shared.len(),
        divided = found.divided.len(),
        groups = found.groups.len().max(1)
    )
}

/// The signs.
#[must_use]
pub fn signs(c: &Context<'_>, view: &MapView) -> Markup {
    let signs = &view.signs;
    html! {
        section.sec id="made" aria-labelledby="made-h" {
            (section_head("made-h", &t!(c, "map-signs"), html! {}))
            @if signs.found.is_empty() { p.quiet { (t!(c, "map-signs-none")) } }
            @else {
                p.note { (t!(c, "map-signs-about")) }
                ul.list { @for (at, sign) in signs.found.iter().take(SIGNS_TOLD).enumerate() {
                    li { (one(c, view, at, sign)) }
                } }
                @let rest = signs.found.len().saturating_sub(SIGNS_TOLD);
                @if rest > 0 { p.note { (t!(c, "map-signs-rest", count = whole(rest))) } }
            }
            @if signs.scrutiny.rows.len() > 1 { (table(c, view)) }
            @if c.here().may.moderate.is() { (forms(c, view)) }
        }
    }
}

/// Every way of counting beside the others.
fn table(c: &Context<'_>, view: &MapView) -> Markup {
    let signs = &view.signs;
    html! {
        div.scroll.sp-t role="group" aria-label=(t!(c, "map-counted")) tabindex="0" {
            table.table.stack {
                caption { (t!(c, "map-counted")) }
                thead { tr {
                    th scope="col" { (t!(c, "map-counted-votes")) }
                    th.num scope="col" { (t!(c, "map-people")) }
                    th.num scope="col" { (t!(c, "map-shared")) }
                    th.num scope="col" { (t!(c, "map-divisions")) }
                    th scope="col" { (t!(c, "map-groups")) }
                    th scope="col" { (t!(c, "map-counted-apart")) }
                } }
                tbody {
                    @for (row, apart) in signs.scrutiny.rows.iter().zip(&signs.apart) {
                        (line(c, view, row, apart))
                    }
                }
            }
        }
    }
}

fn line(c: &Context<'_>, view: &MapView, row: &Row, apart: &[usize]) -> Markup {
    let words = t!(c, counted_key(row.counted));
    let shown = match view.who {
        Who::Members => view.signs.shown,
        Who::NewcomersToo => Counted::WithNewcomers,
    };
    html! {
        tr {
            th scope="row" {
                @if row.counted == shown { (words) }
                @else { a href=(counted_so(c, view, row.counted)) { (words) } }
            }
            td.num data-th=(t!(c, "map-people")) {
                @match row.counted {
                    Counted::Everybody => (row.people),
                    Counted::WithNewcomers => { "+" (row.people) },
                    _ => { "\u{2212}" (row.people) },
                }
            }
            td.num data-th=(t!(c, "map-shared")) { (row.found.shared.len()) }
            td.num data-th=(t!(c, "map-divisions")) { (row.found.divided.len()) }
            td data-th=(t!(c, "map-groups")) {
                @if row.found.groups.len() < 2 { (t!(c, "map-counted-no-groups")) }
                @else {
                    @for (group, size) in row.found.groups.iter().enumerate() {
                        @if group > 0 { (t!(c, "list-next")) }
                        bdi { (letter(group)) } " " (size)
                    }
                }
            }
            @if row.counted == Counted::Everybody { td {} }
            @else {
                td data-th=(t!(c, "map-counted-apart")) {
                    @if apart.is_empty() { span.quiet { (t!(c, "map-counted-same")) } }
                    @else { (come_or_gone(c, view, row.counted, apart)) }
                }
            }
        }
    }
}

/// Claims that are common ground or divided here and not there.
fn come_or_gone(c: &Context<'_>, view: &MapView, counted: Counted, apart: &[usize]) -> Markup {
    html! {
        @for (index, number) in apart.iter().take(APART).enumerate() {
            @if index > 0 { (t!(c, "list-next")) }
            (claim(c, view, *number))
        }
        @if apart.len() > APART {
            " " a href=(counted_so(c, view, counted)) {
                (t!(c, "map-and-more", count = whole(apart.len() - APART)))
            }
        }
    }
}

fn counted_key(counted: Counted) -> &'static str {
    match counted {
        Counted::Everybody => "map-counted-everybody",
        Counted::Recorded => "map-counted-recorded",
        Counted::Without(SignKind::Copies) => "map-counted-copies",
        Counted::Without(SignKind::Bursts) => "map-counted-bursts",
        Counted::Without(SignKind::Invited) => "map-counted-invited",
        Counted::WithoutAll => "map-counted-signs",
        Counted::WithNewcomers => "map-counted-newcomers",
    }
}

/// The map counted so.
fn counted_so(c: &Context<'_>, view: &MapView, counted: Counted) -> Link {
    let link = c.here().of(Name::Map, &view.id);
    match counted {
        Counted::Everybody => link,
        Counted::WithNewcomers => link.with("with", "newcomers"),
        _ => link.with("without", counted.name()),
    }
}

/// For a moderator: counting without some people too, and ending that.
fn forms(c: &Context<'_>, view: &MapView) -> Markup {
    let act = Name::CountWithout;
    let link = c.here().of(act, &view.id);
    let signs = &view.signs;
    let rows = signs.scrutiny.rows.iter().map(|it| it.counted);
    let singly = |it: &Counted| matches!(it, Counted::Without(_) | Counted::Recorded);
    let choices = rows.filter(singly);
    let choices: Vec<Choice> = choices
        .map(|it| Choice::new(it.name(), t!(c, counted_key(it))))
        .collect();
    let on = [Counted::Recorded.name().to_owned()];
    html! {
        (fields::folded(c, act, "map-leave-out", html! {
            (fields::form(c, act, &link, |f| html! {
                p.note { (t!(c, "map-leave-out-about")) }
                @if !choices.is_empty() {
                    (f.ticks_on("sign", "map-leave-out-signs", &choices, &on))
                }
                (f.area("people", "map-leave-out-people", ""))
                (f.reason())
                (f.send_quietly("map-leave-out-send"))
            }))
        }))
        @if signs.recorded().is_some() {
            details.more {
                summary { (t!(c, "map-count-all")) }
                (fields::form(c, act, &link, |f| html! {
                    input type="hidden" name="nobody" value="yes";
                    (f.text_in("reason", "field-reason", "all"))
                    (f.send_quietly("map-count-all"))
                }))
            }
        }
    }
}

fn one(c: &Context<'_>, view: &MapView, at: usize, sign: &Sign) -> Markup {
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
                SignOf::Burst { from, to } => {
                    @let minutes = (to - from).div_ceil(60).max(1);
                    (rich!(c, "map-sign-burst", people = sign.count, minutes = minutes;
                        when = span(c, from, to)))
                }
            }
        }
        p.note {
            @for (index, who) in sign.people.iter().enumerate() {
                @if index > 0 { (t!(c, "list-next")) }
                a href=(opened_by(c, view, &who.key)) { (name(c, who)) }
            }
            @let rest = sign.count - sign.people.len();
            @if rest > 0 {
                " " a href=(all_of(c, view, Crowd::Sign(at))) {
                    (t!(c, "map-and-more", count = whole(rest)))
                }
            }
        }
    }
}

/// A day, and from when to when.
fn span(c: &Context<'_>, from: u64, to: u64) -> Markup {
    let (first, last) = (Moment::of(from), Moment::of(to));
    let clock = |it: &Moment| format!("{:02}:{:02}", it.hour, it.minute);
    html! {
        (day(c, from)) " "
        (t!(c, "map-sign-clock", from = clock(&first), to = clock(&last)))
    }
}

/// The next whole number.
fn at_most(expected: f64) -> String {
    format!("{:.0}", expected.ceil().max(1.0))
}
