//! The comments on a document, by what became of them, and a form for one on the whole.

use maud::{Markup, html};
use polylogue_store::query::{CommentOn, CommentRow, CommentState};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::comment::{in_brief, meant, new_form, state};
use crate::page::fields;
use crate::page::parts::{
    HasMore, cannot_speak, just_done, pages, person, section_head, title, when, words_of,
};
use crate::routes::Name;
use crate::t;
use crate::view::comments::CommentsView;

/// The comments.
#[must_use]
pub fn page(c: &Context<'_>, view: &CommentsView) -> Shown {
    let here = c.here();
    let id = &view.document.said.id;
    let name = t!(c, "comments-title");
    let (open, all) = view.counts.open_of_all();
    let body = html! {
        (title(html! {
            a href=(here.of(Name::Synthesis, id)) { (words_of(&view.document.title)) }
        }, &name, html! { (t!(c, "comments-open-of", open = open, count = all)) }))
        (states(c, view))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "comments-list"), html! {}))
            @if view.rows.is_empty() { p.quiet { (t!(c, "comments-none")) } }
            @else { ul.list { @for it in &view.rows { (one(c, it)) } } }
            (more(c, view))
        }
        @if here.may.speak.is() {
            section.sec id="new" aria-labelledby="new-h" {
                (section_head("new-h", &t!(c, "comment-new"), html! {
                    (t!(c, "comment-new-about"))
                }))
                (new_form(c, Name::CommentDocument, &here.of(Name::CommentDocument, id)))
            }
        } @else { p.quiet { (cannot_speak(c)) } }
        (crate::page::left_out::of_document(c, id, &view.left_out))
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// How many are in each state, each leading to those alone.
fn states(c: &Context<'_>, view: &CommentsView) -> Markup {
    let link = c.here().of(Name::Comments, &view.document.said.id);
    let known = CommentState::ALL.into_iter();
    let known = known.filter_map(|it| Some((it, *view.counts.by_state.get(&it)?)));
    html! {
        @if !view.counts.by_state.is_empty() {
            ul.key-list {
                @for (it, count) in known {
                    li {
                        a href=(link.clone().with("state", it.name()))
                            aria-current=[(view.state == Some(it)).then_some("true")] {
                            (count) " " (state(c, it))
                        }
                    }
                }
                @if view.state.is_some() {
                    li { a href=(link) { (t!(c, "comments-all")) } }
                }
            }
        }
    }
}

fn one(c: &Context<'_>, row: &CommentRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            (just_done(c, &row.said.id))
            p { (in_brief(c, row)) }
            (meant(c, row))
            p.note {
                (when(c, &row.said))
                @match row.on {
                    CommentOn::Line(id) => {
                        (t!(c, "between"))
                        a href=(c.here().of(Name::Line, &id)) { (t!(c, "comment-on-line")) }
                    }
                    CommentOn::Missing(_) => {
                        (t!(c, "between")) (t!(c, "comment-on-missing"))
                    }
                    CommentOn::Document(_) | CommentOn::Comment(_) | CommentOn::LeaveOut(_) => {
                        (t!(c, "between")) (t!(c, "comment-on-document"))
                    }
                }
            }
            @for it in &row.dispositions {
                p.note {
                    (person(c, &it.said.by)) ": "
                    @if it.reason.words.is_empty() { (t!(c, "fate-not-here")) }
                    @else { q { (words_of(&it.reason)) } }
                }
            }
        }
    }
}

fn more(c: &Context<'_>, view: &CommentsView) -> Markup {
    let mut link = c.here().of(Name::Comments, &view.document.said.id);
    if let Some(state) = view.state {
        link = link.with("state", state.name());
    }
    let shown = view.part.offset + view.rows.len() as u64;
    let has_more = if shown < view.all {
        HasMore::Yes
    } else {
        HasMore::No
    };
    pages(c, &link, (view.part.offset, view.part.limit), has_more)
}

/// Comments on a line: the first of those to be answered, and a form for another.
#[must_use]
pub fn of_line(c: &Context<'_>, view: &crate::view::line::LineView) -> Markup {
    let here = c.here();
    let id = &view.row.said.id;
    let shown = view.comments.len() as u64;
    html! {
        section.sec id="comments" aria-labelledby="comments-h" {
            (section_head("comments-h", &t!(c, "comments-title"), html! {
                @if view.comment_count > shown {
                    a href=(here.of(Name::Comments, &view.document.said.id)) {
                        (t!(c, "comments-more", count = view.comment_count - shown))
                    }
                }
            }))
            @if view.comments.is_empty() { p.quiet { (t!(c, "comments-none")) } }
            @else { ul.list { @for it in &view.comments { (one(c, it)) } } }
            @if here.may.speak.is() {
                (fields::folded(c, Name::CommentLine, "comment-new",
                    new_form(c, Name::CommentLine, &here.of(Name::CommentLine, id))))
            }
        }
    }
}

/// The ways from a document to its comments and dissents.
#[must_use]
pub fn ways(c: &Context<'_>, view: &crate::view::synthesis::SynthesisView) -> Markup {
    let here = c.here();
    let id = &view.row.said.id;
    let (open, all) = view.counts.open_of_all();
    html! {
        p.pages {
            a href=(here.of(Name::Comments, id)) {
                (t!(c, "comments-open-of", open = open, count = all))
            }
            " "
            a href=(here.of(Name::Dissents, id)) {
                (t!(c, "dissents-count", count = view.dissents.len()))
            }
        }
    }
}

/// What is said of one line, beside it: how much, and the first that wait for an answer.
#[must_use]
pub fn beside(
    c: &Context<'_>,
    view: &crate::view::synthesis::SynthesisView,
    line: &polylogue_core::id::OperationId,
) -> Markup {
    const BESIDE: usize = 2;
    let Some((open, all)) = view.counts.on.get(line) else {
        return html! {};
    };
    let rows = view.open.get(line).into_iter().flatten();
    html! {
        ul.marks {
            li { a href=(c.here().of(Name::Line, line).at("comments")) {
                (t!(c, "comments-open-of", open = open, count = all))
            } }
            @for it in rows.take(BESIDE) { li { (in_brief(c, it)) } }
        }
    }
}
