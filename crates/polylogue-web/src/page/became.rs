//! What became of what a person said: every piece with what it led to, and by whom. Nothing here
//! adds people up or puts them in an order.

use maud::{Markup, html};
use polylogue_store::query::{BecameRow, LinkRow, Shown as Fate};

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::parts::{
    HasMore, empty, fate, kind, name_words, pages, person, section_head, target, thing_key, title,
    when, words_of,
};
use crate::page::trace::{far_end, says_more};
use crate::routes::Name;
use crate::view::became::BecameView;
use crate::{rich, t};

/// Links shown with one piece; the rest stands in its trace.
const LINKS_MAX: usize = 8;

/// What a person's words led to.
#[must_use]
pub fn page(c: &Context<'_>, view: &BecameView) -> Shown {
    let here = c.here();
    let who = &view.person.person;
    let name = match view.person.is_me {
        true => t!(c, "became-mine"),
        false => t!(c, "became-title", who = name_words(c, who)),
    };
    let link = Link::of_person(&here.commons, Name::Became, &who.key);
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! { (person(c, who)) }, &name, html! { (t!(c, "became-about")) }))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "became-list"), html! { (t!(c, "became-order")) }))
            @if view.rows.is_empty() {
                (empty(c, "became-none", Some((here.to(Name::Dialogues), "moves-none-step"))))
            } @else {
                ul.list { @for row in &view.rows { (piece(c, row)) } }
                (pages(c, &link, view.part, has_more))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::People),
        body,
    }
}

fn piece(c: &Context<'_>, row: &BecameRow) -> Markup {
    html! {
        li id=(crate::link::short(&row.thing.id)) {
            p {
                @match row.kind {
                    Some(number) => (kind(c, number)),
                    None => span.note { (t!(c, thing_key(row.thing.what))) },
                }
                " " (target(c, &row.thing))
            }
            @if row.said.shown != Fate::Whole { (fate(c, &row.said)) }
            @if row.led_to.is_empty() { p.quiet { (t!(c, "became-nothing")) } }
            @else {
                ul.marks { @for link in row.led_to.iter().take(LINKS_MAX) { (led_to(c, link)) } }
            }
            p.note {
                (when(c, &row.said)) (t!(c, "between"))
                a href=(c.here().of(Name::Trace, &row.thing.id)) {
                    @if row.led_to.len() > LINKS_MAX {
                        (t!(c, "became-more", count = row.led_to.len() - LINKS_MAX))
                    } @else { (t!(c, "trace-link")) }
                }
            }
        }
    }
}

fn led_to(c: &Context<'_>, link: &LinkRow) -> Markup {
    let outcome = c
        .words
        .say(&format!("outcome-{}", link.outcome().name()), &[]);
    html! {
        li {
            span.state { (outcome) } " " (far_end(c, link))
            @if says_more(link) { ": " (words_of(&link.words)) }
            " " (rich!(c, "became-by"; who = person(c, &link.said.by)))
        }
    }
}
