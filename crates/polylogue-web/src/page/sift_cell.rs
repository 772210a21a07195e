//! What one number of a table opens: moves, turns and claims.

use maud::{Markup, html};
use polylogue_core::move_kind::Polarity;

use crate::context::Context;
use crate::link::short;
use crate::page::parts::{
    beyond, empty, move_line, parts, perspective, section_head, target, title, when,
};
use crate::page::sift::{cell_link, ways};
use crate::page::turns::ask_state;
use crate::page::{Shown, use_in};
use crate::routes::Name;
use crate::view::sift_cell::{Evidence, SiftCellView, Table};
use crate::{rich, t};

/// What a number counts.
#[must_use]
pub fn page(c: &Context<'_>, view: &SiftCellView) -> Shown {
    let (name, key) = match view.table {
        Table::Moves => (t!(c, "sift-cell-moves"), "sift-cell-moves-about"),
        Table::Answers => (t!(c, "sift-cell-answers"), "sift-cell-answers-about"),
        Table::Coverage => (t!(c, "sift-cell-coverage"), "sift-cell-coverage-about"),
    };
    let over = rich!(c, key; speaks = perspective(c, &view.speaks),
        about = target(c, &view.about));
    let ends = (&view.speaks, &view.about.id);
    let mut link = cell_link(c, view.table, ends);
    if let Some(polarity) = view.polarity {
        link = link.with("polarity", polarity.name());
    }
    if let Some(kind) = view.kind {
        link = link.with("kind", kind.name());
    }
    let body = html! {
        (title(over, &name, html! {}))
        (ways(c, Name::SiftCell))
        @if view.table == Table::Moves { (one_polarity(c, view)) }
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "moves-list"), html! {}))
            @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
            @else if view.rows.is_empty() {
                (empty(c, "sift-cell-none", Some((c.here().to(Name::Sift), "sift-title"))))
            } @else {
                ul.list { @for row in &view.rows { (line(c, row)) } }
                p.pages { (use_all(c, view)) }
                (parts(c, &link, view.part, ("from", &t!(c, "moves-list"))))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// The way to a line of a text that rests on everything shown here.
fn use_all(c: &Context<'_>, view: &SiftCellView) -> Markup {
    let ids = view.rows.iter().map(|it| match it {
        Evidence::Move(row) => row.said.id,
        Evidence::Thing(row) => row.id,
    });
    let ids: Vec<_> = ids.collect();
    let Some((first, also)) = ids.split_first() else {
        return html! {};
    };
    let also: Vec<String> = also.iter().map(short).collect();
    let link = c.here().of(Name::Use, first);
    if also.is_empty() {
        return use_in::way_with(c, link);
    }
    use_in::way_with(c, link.with("also", also.join(" ")))
}

fn line(c: &Context<'_>, row: &Evidence) -> Markup {
    match row {
        Evidence::Move(row) => html! {
            li id=(short(&row.said.id)) {
                p { (move_line(c, row)) }
                p.note {
                    (t!(c, "move-on")) " " (target(c, &row.target)) (t!(c, "between"))
                    (when(c, &row.said)) (ask_state(c, row))
                }
            }
        },
        Evidence::Thing(row) => html! { li { p { (target(c, row)) } } },
    }
}

/// Ways to the moves of one polarity.
fn one_polarity(c: &Context<'_>, view: &SiftCellView) -> Markup {
    let link = |polarity: Polarity| {
        let ends = (&view.speaks, &view.about.id);
        cell_link(c, view.table, ends).with("polarity", polarity.name())
    };
    html! {
        p.key-list {
            @for polarity in Polarity::ALL {
                a class=(polarity.name()) href=(link(polarity)) {
                    (c.words.say(&format!("polarity-{}", polarity.name()), &[]))
                }
                " "
            }
        }
    }
}
