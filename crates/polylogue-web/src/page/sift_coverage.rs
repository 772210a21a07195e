//! Which standing question each perspective takes up.

use maud::{Markup, html};
use polylogue_store::sift::{Cover, Covered};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{beyond, clipped, empty, named, parts, perspective, section_head, title};
use crate::page::sift::{cell_link, ways};
use crate::routes::Name;
use crate::t;
use crate::view::Part;
use crate::view::sift_cell::Table;
use crate::view::sift_coverage::SiftCoverageView;

/// Characters of a question at the head of its column; the list above has it whole.
const HEAD_CHARACTERS: usize = 60;

/// The coverage.
#[must_use]
pub fn page(c: &Context<'_>, view: &SiftCoverageView) -> Shown {
    let name = t!(c, "sift-coverage");
    let here = c.here();
    let is_beyond = view.rows.is_beyond() || view.columns.is_beyond();
    let with = |name: &str, part: Part| match part.from {
        0 => here.to(Name::SiftCoverage),
        from => here.to(Name::SiftCoverage).with(name, from),
    };
    let (down, across) = (with("across", view.columns), with("from", view.rows));
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "sift-coverage-about")) }))
        (ways(c, Name::SiftCoverage))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "questions-list"), html! {}))
            @if view.columns.is_beyond() {
                (beyond(c, &here.to(Name::SiftCoverage), view.columns))
            } @else if view.questions.is_empty() {
                (empty(c, "questions-none",
                    Some((c.here().to(Name::Questions).at("new"), "question-new"))))
            } @else {
                ol.asked start=(view.columns.from + 1) { @for row in &view.questions { li {
                    a href=(c.here().of(Name::Question, &row.said.id)) {
                        (named(c, &row.text, &row.said, "thing-question"))
                    }
                } } }
                (parts(c, &across, view.columns, ("across", &t!(c, "questions-list"))))
            }
        }
        @if !is_beyond && !view.questions.is_empty() && !view.perspectives.is_empty() {
            section.sec aria-labelledby="table" {
                (section_head("table", &t!(c, "sift-coverage-table"), html! {}))
                (table(c, view, &t!(c, "sift-coverage-table")))
                (parts(c, &down, view.rows, ("from", &t!(c, "part-perspectives"))))
            }
        }
        @if view.rows.is_beyond() { (beyond(c, &here.to(Name::SiftCoverage), view.rows)) }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// The table itself, with a name for its frame.
#[must_use]
pub fn table(c: &Context<'_>, view: &SiftCoverageView, name: &str) -> Markup {
    let rows = view.rows.places();
    html! {
        div.scroll role="group" aria-label=(name) tabindex="0" {
            table.table.cov {
                caption { (t!(c, "sift-coverage-caption")) }
                thead { tr {
                    th scope="col" { (t!(c, "thing-perspective")) }
                    @for row in &view.questions {
                        th scope="col" { (clipped(&row.text.words, HEAD_CHARACTERS)) }
                    }
                    th.num scope="col" { (t!(c, "sift-coverage-sum")) }
                } }
                tbody { @for (place, id) in rows.clone().zip(&view.perspectives[rows]) { tr {
                    th scope="row" { (perspective(c, id)) }
                    @for (at, row) in (view.columns.from..).zip(&view.questions) {
                        td { (cell(c, view.cells.get(&(place, at)), (id, &row.said.id))) }
                    }
                    td.num { (sum(c, view, place)) }
                } } }
            }
        }
    }
}

fn cell(
    c: &Context<'_>,
    covered: Option<&Covered>,
    ends: (
        &polylogue_core::id::OperationId,
        &polylogue_core::id::OperationId,
    ),
) -> Markup {
    let Some(covered) = covered else {
        return html! { span.unheard { (t!(c, "sift-not-put")) } };
    };
    let words = match covered.by {
        Cover::Asked => return html! { span.unheard { (t!(c, "sift-put")) } },
        Cover::ByOthers => t!(c, "sift-by-others"),
        Cover::OnBehalf => t!(c, "sift-on-behalf"),
        Cover::Within => t!(c, "sift-within"),
    };
    html! {
        a href=(cell_link(c, Table::Coverage, ends)) { (words) }
        @if covered.is_explicit { " " span.note { (t!(c, "sift-explicit")) } }
    }
}

fn sum(c: &Context<'_>, view: &SiftCoverageView, place: usize) -> String {
    let all = view.columns.all;
    let cells = (0..all).filter_map(|at| view.cells.get(&(place, at)));
    let taken_up = cells.filter(|it| it.by.is_addressed()).count();
    t!(c, "sift-of", count = taken_up, all = all)
}
