//! Who says what about whom: every perspective by every perspective, counted by polarity.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::move_kind::Polarity;
use polylogue_node::block::Figure;
use polylogue_node::sheets::Table as Sheet;

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::parts::{
    beyond, chip_only, empty, mark_only, parts, perspective, section_head, some_perspectives,
    title, words_of,
};
use crate::page::sift_questions::waiting;
use crate::page::{Shown, use_in};
use crate::routes::Name;
use crate::view::Part;
use crate::view::sift::SiftView;
use crate::view::sift_cell::Table;
use crate::{rich, t};

/// The matrix.
#[must_use]
pub fn page(c: &Context<'_>, view: &SiftView) -> Shown {
    let here = c.here();
    let name = t!(c, "sift-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "sift-about")) }))
        (in_sentences(c, view))
        (ways(c, Name::Sift))
        section.sec aria-labelledby="matrix" {
            (section_head("matrix", &t!(c, "sift-matrix"), html! { (t!(c, "sift-matrix-about")) }))
            @if view.is_empty {
                (empty(c, "sift-matrix-none", Some((here.to(Name::Dialogues), "moves-none-step"))))
            } @else if let Some(part) = [view.rows, view.columns].iter().find(|it| it.is_beyond()) {
                (beyond(c, &here.to(Name::Sift), *part))
            } @else {
                (matrix(c, view, &t!(c, "sift-matrix")))
                (beside(c, view))
            }
        }
        @if !view.speaking.is_empty() { (on_one_page(c, view)) }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// The ways between the tables of sifting.
#[must_use]
pub fn ways(c: &Context<'_>, shown: Name) -> Markup {
    let all = [
        (Name::Sift, t!(c, "sift-matrix")),
        (Name::SiftQuestions, t!(c, "sift-questions")),
        (Name::SiftVoices, t!(c, "sift-voices")),
        (Name::SiftCoverage, t!(c, "sift-coverage")),
        (Name::SiftShared, t!(c, "sift-shared")),
        (Name::Syntheses, t!(c, "syntheses-title")),
        (Name::Editions, t!(c, "editions-title")),
        (Name::Alike, t!(c, "alike-title")),
        (Name::Glossary, t!(c, "glossary-title")),
        (Name::Agreement, t!(c, "agreement-title")),
    ];
    html! {
        // Folded on a narrow screen, as the contents in the head of the page.
        details.contents.gap {
            summary { (t!(c, "sift-title")) }
            nav aria-label=(t!(c, "sift-title")) { ul { @for (name, words) in all { li {
                @if name == shown { a href=(c.here().to(name)) aria-current="page" { (words) } }
                @else { a href=(c.here().to(name)) { (words) } }
            } } } }
        }
        @if let Some(table) = table_of(shown) {
            p.pages {
                a href=(Link::of_table(&c.here().commons, table)) { (t!(c, "sift-sheet")) }
                @if let Some(figure) = figure_of(shown) {
                    @let here = c.here();
                    " " (use_in::way_with(c, here.of(Name::Use, &here.commons)
                        .with("figure", figure.name())))
                }
            }
        }
    }
}

/// The table that a page of sifting shows, for other programs.
fn table_of(shown: Name) -> Option<Sheet> {
    Some(match shown {
        Name::Sift => Sheet::Matrix,
        Name::SiftQuestions => Sheet::Questions,
        Name::SiftVoices => Sheet::Voices,
        Name::SiftCoverage => Sheet::Coverage,
        Name::SiftShared => Sheet::Convergence,
        Name::Glossary => Sheet::Glossary,
        _ => return None,
    })
}

/// The figure of a text that shows the same as a page of sifting.
fn figure_of(shown: Name) -> Option<Figure> {
    Some(match shown {
        Name::Sift => Figure::Matrix,
        Name::SiftQuestions => Figure::Ledger,
        Name::SiftCoverage => Figure::Coverage,
        Name::SiftShared => Figure::Shared,
        _ => return None,
    })
}

/// What opens one number of a table.
#[must_use]
pub fn cell_link(
    c: &Context<'_>,
    table: Table,
    (speaks, about): (&OperationId, &OperationId),
) -> Link {
    let link = c.here().to(Name::SiftCell).with("table", table.name());
    link.with("speaks", short(speaks))
        .with("about", short(about))
}

fn in_sentences(c: &Context<'_>, view: &SiftView) -> Markup {
    let asked: usize = view.asked.0.iter().sum();
    html! {
        div.prose.sp-t {
            @if asked > 0 {
                p {
                    (t!(c, "sift-asked", count = asked, waiting = view.asked.waiting()))
                    @if view.asked.waiting() > 0 {
                        " " a href=(c.here().to(Name::SiftQuestions)) { (waiting(c, &view.asked)) }
                        "."
                    }
                }
            }
            @if let Some(centre) = &view.star_around {
                p { (rich!(c, "sift-star"; perspective = perspective(c, centre))) }
            }
            @if !view.no_reply.is_empty() && !view.is_empty {
                p {
                    (rich!(c, "sift-no-reply", count = view.no_reply.len();
                        perspectives = some_perspectives(c, &view.no_reply)))
                }
            }
        }
    }
}

/// The ways to the parts beside this one: other rows with these columns, other columns with these
/// rows.
fn beside(c: &Context<'_>, view: &SiftView) -> Markup {
    let with = |name: &str, part: Part| match part.from {
        0 => c.here().to(Name::Sift),
        from => c.here().to(Name::Sift).with(name, from),
    };
    let down = (&with("across", view.columns), "from", t!(c, "sift-rows"));
    let across = (&with("from", view.rows), "across", t!(c, "sift-columns"));
    html! {
        @for ((link, name, what), part) in [(down, view.rows), (across, view.columns)] {
            @let way = parts(c, link, part, (name, &what));
            @if !way.0.is_empty() { p.note { (what) } (way) }
        }
    }
}

/// Each perspective of those shown that speaks, against all others.
fn on_one_page(c: &Context<'_>, view: &SiftView) -> Markup {
    let speaking = view
        .speaking
        .iter()
        .filter_map(|it| view.perspectives.get(*it));
    html! {
        section.sec aria-labelledby="one-page" {
            (section_head("one-page", &t!(c, "synopsis-over"), html! {
                (t!(c, "synopsis-about"))
            }))
            p.key-list {
                @for id in speaking {
                    a href=(c.here().of(Name::Synopsis, id)) { (chip_only(c, id)) } " "
                }
            }
        }
    }
}

/// The table itself, with a name for its frame.
#[must_use]
pub fn matrix(c: &Context<'_>, view: &SiftView, name: &str) -> Markup {
    let all = &view.perspectives;
    let (rows, columns) = (view.rows.places(), view.columns.places());
    let across = || columns.clone().zip(&all[columns.clone()]);
    let nothing = t!(c, "sift-nothing");
    let polarities = words(c);
    html! {
        (legend(&polarities))
        div.scroll role="group" aria-label=(name) tabindex="0" {
            table.table.matrix {
                caption { (t!(c, "sift-matrix-caption")) }
                thead { tr {
                    th scope="col" { (t!(c, "sift-speaks")) }
                    @for (_, id) in across() { th scope="col" { (head(c, id)) } }
                } }
                tbody { @for (from, speaks) in rows.clone().zip(&all[rows.clone()]) { tr {
                    th scope="row" { (perspective(c, speaks)) }
                    @if !view.speaking.contains(&from) {
                        td colspan=(columns.len()) {
                            span.unheard { (t!(c, "sift-says-nothing")) }
                        }
                    } @else { @for (to, about) in across() {
                        td.self[from == to] {
                            @match view.cells.get(&(from, to)) {
                                Some(counts) => {
                                    (cell(c, (speaks, about), counts, &polarities))
                                }
                                None => span.unheard { (nothing) },
                            }
                        }
                    } }
                } } }
            }
        }
    }
}

/// What the signs in the cells mean; they are drawn by the styles, so that a cell reads as words.
fn legend(words: &[String; 5]) -> Markup {
    html! {
        p.key-list { @for ((polarity, word), sign) in Polarity::ALL.iter().zip(words).zip(SIGNS) {
            span class=(polarity.name()) { span aria-hidden="true" { (sign) " " } (word) } " "
        } }
    }
}

/// Signs of the polarities, as the styles put them into the cells.
const SIGNS: [&str; 5] = ["+", "±", "−", "∽", "?"];

/// Characters of a name that the head of a column has room for.
const HEAD_CHARACTERS: usize = 9;

/// A perspective at the head of a column: its short name as far as there is room, its name in
/// words for those who hear the page or point at it.
fn head(c: &Context<'_>, id: &OperationId) -> Markup {
    html! {
        @if let Some(chip) = c.here().chips.get(id) {
            span.who title=(chip.name.words) {
                (mark_only(c, id))
                bdi dir="auto" aria-hidden="true" { (head_name(&chip.short)) }
                " " span.vh { (words_of(&chip.name)) }
            }
        }
    }
}

/// A short name that fits as it is; else its first word, and of a longer one its beginning.
fn head_name(short: &str) -> String {
    let fits = |it: &str| it.chars().count() <= HEAD_CHARACTERS;
    let first = short.split_whitespace().next().unwrap_or_default();
    match (fits(short), fits(first)) {
        (true, _) => short.to_owned(),
        (_, true) => first.to_owned(),
        _ => {
            let start: String = first.chars().take(HEAD_CHARACTERS - 1).collect();
            format!("{}.", start.trim_end_matches('-'))
        }
    }
}

/// The words of the polarities, asked for once.
fn words(c: &Context<'_>) -> [String; 5] {
    Polarity::ALL.map(|it| c.words.say(&format!("polarity-{}", it.name()), &[]))
}

fn cell(
    c: &Context<'_>,
    ends: (&OperationId, &OperationId),
    counts: &[usize; 5],
    words: &[String; 5],
) -> Markup {
    html! {
        a.cell href=(cell_link(c, Table::Moves, ends)) {
            @for ((polarity, count), word) in Polarity::ALL.iter().zip(counts).zip(words) {
                @if *count > 0 {
                    span class={ "c " (polarity.name()) } title=(word) {
                        span.vh { (word) " " } (count)
                    }
                    " "
                }
            }
        }
    }
}
