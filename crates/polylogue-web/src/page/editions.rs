//! Editions that were made here, and on a document's page its own with a form for another.

use maud::{Markup, html};
use polylogue_store::query::{DocumentRow, EditionRow};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{empty, person, section_head, title, when, words_of};
use crate::page::sift::ways;
use crate::routes::Name;
use crate::t;
use crate::view::editions::EditionsView;

/// The editions.
#[must_use]
pub fn page(c: &Context<'_>, view: &EditionsView) -> Shown {
    let name = t!(c, "editions-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "editions-about")) }))
        (ways(c, Name::Editions))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "editions-list"), html! {}))
            @if view.rows.is_empty() {
                (empty(c, "editions-none",
                    Some((c.here().to(Name::Syntheses), "syntheses-title"))))
            } @else {
                ul.list { @for (row, signed) in &view.rows { (line(c, row, Some(*signed))) } }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn line(c: &Context<'_>, row: &EditionRow, signed: Option<usize>) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p.name { a href=(c.here().of(Name::Edition, &row.said.id)) {
                (words_of(&row.title)) " " bdi { (row.edition.name) }
            } }
            p.note {
                (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said))
                @if let Some(signed) = signed {
                    (t!(c, "between")) (t!(c, "edition-signed-by", count = signed))
                }
            }
        }
    }
}

/// The editions of one document, and a form to make another.
#[must_use]
pub fn of_document(c: &Context<'_>, document: &DocumentRow, rows: &[EditionRow]) -> Markup {
    let here = c.here();
    let id = &document.said.id;
    if rows.is_empty() && !here.may.speak.is() {
        return html! {};
    }
    html! {
        section.sec id="editions" aria-labelledby="editions-h" {
            (section_head("editions-h", &t!(c, "editions-title"), html! {}))
            @if !rows.is_empty() {
                ul.list { @for row in rows.iter().rev() { (line(c, row, None)) } }
            }
            @if here.may.speak.is() {
                (fields::folded(c, Name::MakeEdition, "edition-make", html! {
                    (fields::form(c, Name::MakeEdition, &here.of(Name::MakeEdition, id), |f| html! {
                        (f.needed("name", "edition-name", ""))
                        (f.line("licence", "edition-licence", &document.licence))
                        (f.tick("open", "edition-open-too"))
                        (f.tick("knowingly", "edition-knowingly"))
                        (f.send("edition-make-now", "edition-make-means"))
                    }))
                }))
            }
        }
    }
}
