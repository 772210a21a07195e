//! A document left out of an edition: the reason, and beside it whatever anybody replies.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_store::query::LeaveOutRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::comment::reply;
use crate::page::fields;
use crate::page::parts::{fate, just_done, person, section_head, target, title, when, words_of};
use crate::page::thing;
use crate::routes::Name;
use crate::view::left_out::LeftOutView;
use crate::{rich, t};

/// The leaving out.
#[must_use]
pub fn page(c: &Context<'_>, view: &LeftOutView) -> Shown {
    let row = &view.row;
    let id = &row.said.id;
    let name = t!(c, "left-out-title");
    let body = html! {
        (title(target(c, &row.document), &name, html! {
            (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said))
        }))
        (just_done(c, id))
        (what(c, row))
        p.note { (thing::way(c, id, "thing-more")) }
        section.sec aria-labelledby="replies" {
            (section_head("replies", &t!(c, "comment-replies"), html! {}))
            @if row.replies.is_empty() { p.quiet { (t!(c, "comment-no-replies")) } }
            @else { ul.list { @for it in &row.replies { (reply(c, it)) } } }
            @if c.here().may.speak.is() {
                (fields::form(c, Name::ReplyLeftOut, &c.here().of(Name::ReplyLeftOut, id), |f| {
                    html! {
                        (f.area("text", "comment-reply-text", ""))
                        (f.language_hidden())
                        (f.send("comment-reply-send", "comment-reply-send-means"))
                    }
                }))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn what(c: &Context<'_>, row: &LeaveOutRow) -> Markup {
    html! {
        (fate(c, &row.said))
        @if !row.reason.words.is_empty() {
            p { (rich!(c, "left-out-of"; edition = html! { i { (words_of(&row.name)) } })) " "
                q { (words_of(&row.reason)) } }
        }
    }
}

/// The editions that a document was left out of, and a form for whoever makes one without it.
#[must_use]
pub fn of_document(c: &Context<'_>, document: &OperationId, rows: &[LeaveOutRow]) -> Markup {
    let here = c.here();
    html! {
        section.sec id="left-out" aria-labelledby="left-out-h" {
            (section_head("left-out-h", &t!(c, "left-out-head"), html! {}))
            @if rows.is_empty() { p.quiet { (t!(c, "left-out-none")) } }
            @else {
                ul.list {
                    @for row in rows {
                        li id=(short(&row.said.id)) {
                            (what(c, row))
                            p.note {
                                (person(c, &row.said.by)) (t!(c, "between"))
                                (when(c, &row.said)) (t!(c, "between"))
                                a href=(here.of(Name::LeftOut, &row.said.id)) {
                                    (t!(c, "left-out-replies", count = row.replies.len()))
                                }
                            }
                        }
                    }
                }
            }
            @if here.may.speak.is() {
                (fields::folded(c, Name::LeaveOut, "left-out-new",
                    fields::form(c, Name::LeaveOut, &here.of(Name::LeaveOut, document), |f| {
                        html! {
                            (f.needed("edition", "left-out-edition", ""))
                            (f.reason())
                            (f.send("left-out-send", "left-out-send-means"))
                        }
                    })))
            }
        }
    }
}
