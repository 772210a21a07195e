//! Remarks: all of them, or those that wait for an answer, newest last or first as asked.

use maud::{Markup, html};
use polylogue_core::move_kind::{MoveKind, Polarity};
use polylogue_store::query::MoveRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::parts::{
    HasMore, empty, move_key, move_line, pages, section_head, target, title, when,
};
use crate::page::turns::ask_state;
use crate::routes::Name;
use crate::view::moves::MovesView;
use crate::{rich, sprite, t};

/// The remarks of a commons.
#[must_use]
pub fn page(c: &Context<'_>, view: &MovesView) -> Shown {
    let here = c.here();
    let name = t!(
        c,
        if view.is_open_only {
            "moves-open-title"
        } else {
            "moves-title"
        }
    );
    let under = html! {
        (t!(c, "moves-about"))
        @if view.is_open_only { " " a href=(here.to(Name::Moves)) { (t!(c, "moves-all")) } }
        @else {
            " "
            a href=(here.to(Name::Moves).with("state", "open")) { (t!(c, "moves-open")) }
        }
    };
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let mut link = here.to(Name::Moves);
    for (field, value) in &view.filter {
        link = link.with(field, value);
    }
    let over = html! {
        @if let Some(about) = &view.about {
            (rich!(c, "remark-about"; target = target(c, about)))
        }
    };
    let body = html! {
        (title(over, &name, under))
        @if !view.is_open_only { (by_kind(c)) }
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "moves-list"), html! { (t!(c, "moves-order")) }))
            @if view.rows.is_empty() {
                (empty(c, if view.is_open_only { "moves-none-open" } else { "moves-none" },
                    Some((here.to(Name::Dialogues), "moves-none-step"))))
            } @else {
                ul.list { @for row in &view.rows { (line(c, row)) } }
                (pages(c, &link, view.part, has_more))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Moves),
        body,
    }
}

fn line(c: &Context<'_>, row: &MoveRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p { (move_line(c, row)) }
            p.note {
                (t!(c, "move-on")) " " (target(c, &row.target)) (t!(c, "between"))
                (when(c, &row.said)) (ask_state(c, row))
            }
        }
    }
}

/// Ways into the list: one kind of remark at a time, by polarity.
fn by_kind(c: &Context<'_>) -> Markup {
    html! {
        details.more {
            summary { (t!(c, "moves-by-kind")) }
            div.kinds {
                @for polarity in Polarity::ALL {
                    div {
                        p class={ "mv " (polarity.name()) } {
                            (c.words.say(&format!("polarity-{}", polarity.name()), &[]))
                        }
                        ul {
                            @for kind in MoveKind::ALL.into_iter()
                                .filter(|it| it.polarity() == polarity) {
                                li.note { (one_kind(c, kind)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn one_kind(c: &Context<'_>, kind: MoveKind) -> Markup {
    html! {
        a href=(c.here().to(Name::Moves).with("kind", kind.name())) {
            span class={ "mv " (kind.polarity().name()) } {
                (sprite::glyph(kind)) (c.words.say(&move_key(kind), &[]))
            }
        }
    }
}
