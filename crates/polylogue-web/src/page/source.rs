//! One work of the library.

use maud::html;

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{
    fate, is_readable, move_line, named, page_title, person, prose, section_head, title, when,
};
use crate::page::sources::imprint;
use crate::page::thing;
use crate::page::use_in;
use crate::routes::Name;
use crate::t;
use crate::view::source::SourceView;

/// A source.
#[must_use]
pub fn page(c: &Context<'_>, view: &SourceView) -> Shown {
    let here = c.here();
    let row = &view.row;
    let over = html! { a href=(here.to(Name::Sources)) { (t!(c, "part-sources")) } };
    let is_web = crate::link::is_elsewhere(&row.address);
    let body = html! {
        div.set {
            div {
                @let name = named(c, &row.title, &row.said, "thing-source");
                (title(over, name, html! { (imprint(c, row)) }))
                (fate(c, &row.said))
                @if is_readable(&row.said.shown) {
                    @if is_web {
                        p {
                            a href=(row.address) rel="noreferrer nofollow" {
                                bdi { (row.address) }
                            }
                        }
                    } @else if !row.address.is_empty() { p { bdi { (row.address) } } }
                    (prose(c, &row.note))
                }
                p.note.sp-t { (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said)) }
                @if let Some(text) = &row.text {
                    section.sec aria-labelledby="text-h" {
                        (section_head("text-h", &t!(c, "source-text-kept"), html! {}))
                        (prose(c, text))
                    }
                }
                @if !view.moves.is_empty() {
                    section.sec aria-labelledby="remarks-h" {
                        (section_head("remarks-h", &t!(c, "remarks-head"), html! {}))
                        ul.marks { @for one in &view.moves { li { (move_line(c, one)) } } }
                    }
                }
                p.sub.sec {
                    (use_in::way(c, &row.said.id))
                    @if here.may.speak.is() {
                        a href=(here.of(Name::Mark, &row.said.id)) { (t!(c, "remark-on-source")) }
                    }
                    (thing::way(c, &row.said.id, "thing-more"))
                }
            }
        }
    };
    Shown {
        title: page_title(c, &row.title, &row.said, "thing-source"),
        part: Some(Name::Sources),
        body,
    }
}
