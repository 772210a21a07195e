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
    if !view.cells.values().any(|it| it.by.is_addressed()) {
        return untouched(c, view);
    }
    html! {
        p.key-list {
            span { (PUT) " " (t!(c, "sift-put")) } " "
            span { (NOT_PUT) " " (t!(c, "sift-not-put")) }
        }
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
                    @if taken_up(view, place) == 0 {
                        td colspan=(view.questions.len()) {
                            span.unheard { (t!(c, "sift-coverage-none")) }
                        }
                    } @else { @for (at, row) in (view.columns.from..).zip(&view.questions) {
                        td { (cell(c, view.cells.get(&(place, at)), (id, &row.said.id))) }
                    } }
                    td.num {
                        (t!(c, "sift-of", count = taken_up(view, place), all = view.columns.all))
                    }
                } } }
            }
        }
    }
}

/// In place of the table, where it would say the same in every cell.
fn untouched(c: &Context<'_>, view: &SiftCoverageView) -> Markup {
    html! {
        p.prose { (t!(c, "sift-coverage-untouched", count = view.columns.all)) }
        @if let Some(first) = view.questions.first() {
            p.acts.gap { a.button href=(c.here().of(Name::Question, &first.said.id)) {
                (t!(c, "sift-coverage-first"))
            } }
        }
    }
}

/// Signs for what the key above the table says in words.
const PUT: &str = "·";
const NOT_PUT: &str = "–";

fn sign(sign: &str, words: &str) -> Markup {
    html! { span aria-hidden="true" { (sign) } span.vh { (words) } }
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
        return sign(NOT_PUT, &t!(c, "sift-not-put"));
    };
    let words = match covered.by {
        Cover::Asked => return sign(PUT, &t!(c, "sift-put")),
        Cover::ByOthers => t!(c, "sift-by-others"),
        Cover::OnBehalf => t!(c, "sift-on-behalf"),
        Cover::Within => t!(c, "sift-within"),
    };
    html! {
        a href=(cell_link(c, Table::Coverage, ends)) { (words) }
        @if covered.is_explicit { " " span.note { (t!(c, "sift-explicit")) } }
    }
}

/// How many of all questions a perspective takes up.
fn taken_up(view: &SiftCoverageView, place: usize) -> usize {
    let cells = (0..view.columns.all).filter_map(|at| view.cells.get(&(place, at)));
    cells.filter(|it| it.by.is_addressed()).count()
}
