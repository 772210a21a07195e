//! A figure of a document: a map or a table of sifting as its own page draws it, with a caption
//! that says as of when, and the way to the page.

use maud::{Markup, html};
use polylogue_node::block::{Asked, Figure};

use crate::context::Context;
use crate::link::Link;
use crate::page::map::crowd;
use crate::page::parts::day;
use crate::page::{map, sift, sift_coverage, sift_questions, sift_shared};
use crate::routes::Name;
use crate::view::figure::{FigureView, Shows};
use crate::{rich, t};

/// The figure, or what it would show and why it does not.
#[must_use]
pub fn figure(
    c: &Context<'_>,
    view: Option<&FigureView>,
    (caption, asked): (Markup, Asked<'_>),
) -> Markup {
    let Some(view) = view else {
        return html! { (caption) };
    };
    html! {
        figure.fig {
            (drawn(c, view))
            figcaption {
                b { (caption) } " "
                @match (&view.shows, asked.figure) {
                    (Shows::Nothing, Some(_)) => {
                        span.unheard { (t!(c, "figure-nothing", of = asked.of)) }
                    }
                    (Shows::Nothing, None) => span.unheard { (t!(c, "figure-unknown")) },
                    (Shows::TooMany, _) => { (t!(c, "figure-too-many")) " " (way(c, view, asked)) }
                    _ => {
                        (rich!(c, "figure-as-of"; day = day(c, view.as_of))) " "
                        (way(c, view, asked))
                    }
                }
            }
        }
    }
}

/// The way to the page that shows it whole.
fn way(c: &Context<'_>, view: &FigureView, asked: Asked<'_>) -> Markup {
    let here = c.here();
    let link: Link = match (&view.shows, asked.figure) {
        (Shows::Map(view), _) => map::picture::address(c, view),
        (_, Some(Figure::Map)) | (_, None) => here.to(Name::Maps),
        (_, Some(Figure::Matrix)) => here.to(Name::Sift),
        (_, Some(Figure::Ledger)) => match asked.of {
            "" => here.to(Name::SiftQuestions),
            to => here.to(Name::SiftQuestions).with("to", to),
        },
        (_, Some(Figure::Coverage)) => here.to(Name::SiftCoverage),
        (_, Some(Figure::Shared)) => here.to(Name::SiftShared),
    };
    html! { a href=(link) { (t!(c, "figure-whole")) } }
}

fn drawn(c: &Context<'_>, view: &FigureView) -> Markup {
    match &view.shows {
        Shows::Map(view) => crowd::drawn(c, view),
        Shows::Matrix(view) if view.is_empty => nothing(c, "sift-matrix-none"),
        Shows::Matrix(view) => sift::matrix(c, view, &t!(c, "sift-matrix")),
        Shows::Coverage(view) if view.questions.is_empty() => nothing(c, "questions-none"),
        Shows::Coverage(view) => sift_coverage::table(c, view, &t!(c, "sift-coverage-table")),
        Shows::Ledger(view) if view.rows.is_empty() => nothing(c, "sift-questions-none"),
        Shows::Ledger(view) => html! {
            ul.list { @for row in &view.rows { li { (sift_questions::line(c, view, row)) } } }
        },
        Shows::Shared(view) if view.rows.is_empty() => nothing(c, "sift-shared-none"),
        Shows::Shared(view) => html! {
            ul.list { @for row in &view.rows { li { (sift_shared::line(c, view, row)) } } }
        },
        Shows::Nothing | Shows::TooMany => html! {},
    }
}

fn nothing(c: &Context<'_>, key: &str) -> Markup {
    html! { p.quiet { (t!(c, key)) } }
}
