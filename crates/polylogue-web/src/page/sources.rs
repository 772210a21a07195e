//! The shared library, and a form for another work.

use maud::{Markup, html};
use polylogue_store::query::SourceRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{empty, fate, named, section_head, title};
use crate::routes::Name;
use crate::t;
use crate::view::sources::SourcesView;

/// The library.
#[must_use]
pub fn page(c: &Context<'_>, view: &SourcesView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-sources");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "sources-about")) }))
        section aria-labelledby="list" {
            (section_head("list", &t!(c, "sources-list"), html! {}))
            @if view.rows.is_empty() {
                (empty(c, "sources-none", Some((here.to(Name::Sources).at("new"), "source-new"))))
            } @else { ul.list { @for row in &view.rows { (line(c, row)) } } }
        }
        @if here.may.speak.is() { (new(c)) }
    };
    Shown {
        title: name,
        part: Some(Name::Sources),
        body,
    }
}

fn line(c: &Context<'_>, row: &SourceRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p { a href=(c.here().of(Name::Source, &row.said.id)) {
                (named(c, &row.title, &row.said, "thing-source"))
            } }
            (fate(c, &row.said))
            p.note { (imprint(c, row)) }
        }
    }
}

/// Authors, date and licence of a work.
#[must_use]
pub fn imprint(c: &Context<'_>, row: &SourceRow) -> Markup {
    let parts = [&row.authors, &row.issued, &row.licence];
    let parts: Vec<&String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    html! {
        @for (index, part) in parts.iter().enumerate() {
            @if index > 0 { (t!(c, "between")) }
            bdi { (part) }
        }
    }
}

fn new(c: &Context<'_>) -> Markup {
    let here = c.here();
    let types = [
        Choice::new("webpage", t!(c, "source-webpage")),
        Choice::new("book", t!(c, "source-book")),
        Choice::new("chapter", t!(c, "source-chapter")),
        Choice::new("article-journal", t!(c, "source-article")),
        Choice::new("report", t!(c, "source-report")),
        Choice::new("thesis", t!(c, "source-thesis")),
        Choice::new("document", t!(c, "source-document")),
    ];
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "source-new"), html! {}))
            (fields::newcomer_note(c, here.may.speak))
            (fields::form(c, Name::AddSource, &here.to(Name::AddSource), |f| html! {
                (f.needed("title", "source-title", ""))
                (f.line("authors", "source-authors", ""))
                div.fields {
                    (f.select("type", "source-type", &types, "webpage"))
                    (f.line("issued", "source-issued", ""))
                }
                (f.line("address", "source-address", ""))
                (f.line("licence", "source-licence", ""))
                (f.area("note", "source-note", ""))
                details.more {
                    summary { (t!(c, "source-text-head")) }
                    (f.long("text", "source-text", ""))
                }
                (f.language())
                (f.send("source-send", "source-means"))
            }))
        }
    }
}
