//! The works a document cites: where the text names them, and all of them at its end; by number,
//! or by author and year, as the reader asks.

use maud::{Markup, html};
use polylogue_node::references::{Named, References, Work};

use crate::context::Context;
use crate::link::short;
use crate::markdown::Marks;
use crate::page::parts::{fate, is_readable, named, words_of};
use crate::routes::Name;
use crate::t;

/// How works are cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// By their number in the list.
    Numbered,
    /// By author and year.
    AuthorDate,
}

impl Form {
    fn asked(c: &Context<'_>) -> Self {
        if c.query.get("cite") == "author-date" {
            Self::AuthorDate
        } else {
            Self::Numbered
        }
    }
}

/// What stands in the text for each citation.
#[must_use]
pub fn marks(c: &Context<'_>, references: &References) -> Marks {
    let form = Form::asked(c);
    let all = references.citations.iter();
    all.map(|(written, works)| (written.clone(), citation(c, (references, form), works)))
        .collect()
}

fn citation(c: &Context<'_>, (references, form): (&References, Form), works: &[Named]) -> Markup {
    let (open, close) = match form {
        Form::Numbered => ("[", "]"),
        Form::AuthorDate => ("(", ")"),
    };
    html! {
        (open)
        @for (index, it) in works.iter().enumerate() {
            @if index > 0 { "; " }
            @match it.work.and_then(|at| Some((at, references.works.get(at)?))) {
                Some((at, work)) => {
                    @let address = format!("#w-{}", short(&work.row.said.id));
                    @match form {
                        Form::Numbered => a href=(address)
                            aria-label=(t!(c, "cited-work", number = at + 1)) { (at + 1) },
                        Form::AuthorDate => a href=(address) {
                            bdi { (work.short_author()) } " "
                            (work.year_or(&t!(c, "cited-undated")))
                        },
                    }
                }
                None => span.unheard { (t!(c, "cited-missing")) " (" (it.digits) ")" },
            }
            @if !it.place.is_empty() { ", " bdi { (it.place) } }
        }
        (close)
    }
}

/// The works cited: in the order of the text, or by author.
#[must_use]
pub fn list(c: &Context<'_>, references: &References) -> Markup {
    if references.works.is_empty() {
        return html! {};
    }
    let form = Form::asked(c);
    let mut works: Vec<&Work> = references.works.iter().collect();
    if form == Form::AuthorDate {
        works.sort_by_key(|it| {
            (
                it.short_author().to_lowercase(),
                it.year().map(ToOwned::to_owned),
                it.row.said.id,
            )
        });
    }
    html! {
        h2 id="works" { (t!(c, "cited-head")) }
        @match form {
            Form::Numbered => ol.asked {
                @for it in works { li id=(address(it)) { (work(c, it)) } }
            },
            Form::AuthorDate => ul.list {
                @for it in works { li id=(address(it)) { (work(c, it)) } }
            },
        }
    }
}

fn address(work: &Work) -> String {
    format!("w-{}", short(&work.row.said.id))
}

/// A work as a list of works has it: authors, year, title, address, licence.
fn work(c: &Context<'_>, work: &Work) -> Markup {
    let row = &work.row;
    let may_read = is_readable(&row.said.shown);
    html! {
        @if may_read && !row.authors.is_empty() { bdi dir="auto" { (row.authors) } " " }
        @if may_read { "(" (work.year_or(&t!(c, "cited-undated"))) "). " }
        a href=(c.here().of(Name::Source, &row.said.id)) {
            @if row.title.words.is_empty() { (named(c, &row.title, &row.said, "thing-source")) }
            @else { cite { (words_of(&row.title)) } }
        }
        @if may_read {
            @if !row.address.is_empty() { ". " span.note { bdi { (row.address) } } }
            @if !row.licence.is_empty() { ". " span.note { bdi { (row.licence) } } }
        }
        (fate(c, &row.said))
    }
}
