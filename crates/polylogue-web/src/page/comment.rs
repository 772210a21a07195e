//! A comment, its disposition and its replies; and the parts that other pages show of comments.

use maud::{Markup, html};
use polylogue_core::kind::Disposed;
use polylogue_store::query::{
    Anchored, CommentOn, CommentRow, CommentState, DispositionRow, Shown as Fate,
};

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::claim::vote_buttons;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    HasMore, cannot_speak, clipped, fate, just_done, pages, person, prose, section_head, tally,
    target, title, when, words_of,
};
use crate::page::thing;
use crate::routes::Name;
use crate::view::comment::CommentView;
use crate::{rich, t};

/// How much of a comment stands where it is only named, in characters.
const NAMED_CHARACTERS: usize = 160;

/// The comment.
#[must_use]
pub fn page(c: &Context<'_>, view: &CommentView) -> Shown {
    let row = &view.row;
    let name = t!(c, "comment-title");
    let is_reply = matches!(row.on, CommentOn::Comment(_) | CommentOn::LeaveOut(_));
    let body = html! {
        (title(over(c, view), &name, html! {
            (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said))
            @if !is_reply { (t!(c, "between")) (state(c, row.state)) }
        }))
        (just_done(c, &row.said.id))
        (fate(c, &row.said))
        (stands_on(c, view))
        @if !row.text.words.is_empty() { (prose(c, &row.text)) }
        @if row.said.shown == Fate::Whole {
            p.note { (thing::way(c, &row.said.id, "thing-more")) }
        }
        (proposal(c, view))
        @if !is_reply { (disposed(c, view)) }
        @if !is_reply { (replies(c, view)) }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn over(c: &Context<'_>, view: &CommentView) -> Markup {
    html! {
        @if let Some(document) = &view.document {
            a href=(c.here().of(Name::Synthesis, &document.said.id)) {
                (words_of(&document.title))
            }
            (t!(c, "between"))
            a href=(c.here().of(Name::Comments, &document.said.id)) { (t!(c, "comments-title")) }
        }
    }
}

/// What it is on: the line as it reads now and the words meant, or what it answers.
fn stands_on(c: &Context<'_>, view: &CommentView) -> Markup {
    html! {
        @match view.row.on {
            CommentOn::Document(_) => p.note { (t!(c, "comment-on-document")) },
            CommentOn::Missing(_) => p.gap { (t!(c, "comment-on-missing")) },
            CommentOn::Comment(_) | CommentOn::LeaveOut(_) => {
                @if let Some(answers) = &view.answers {
                    p.note { (rich!(c, "comment-answers"; what = target(c, answers))) }
                }
            }
            CommentOn::Line(id) => {
                p.note { a href=(c.here().of(Name::Line, &id)) { (t!(c, "comment-on-line")) } }
                @if let Some(wording) = view.line.as_ref().and_then(|it| it.wordings.first()) {
                    blockquote.quoted { (prose(c, &wording.text)) }
                }
            }
        }
        (meant(c, &view.row))
    }
}

/// The exact words meant, and whether they still stand.
#[must_use]
pub fn meant(c: &Context<'_>, row: &CommentRow) -> Markup {
    let Some(passage) = &row.passage else {
        return html! {};
    };
    let words = html! { q { bdi dir="auto" { (clipped(&passage.exact, NAMED_CHARACTERS)) } } };
    html! {
        p.note {
            @match passage.anchored {
                Anchored::Here => (rich!(c, "comment-means"; words = words)),
                Anchored::Orphaned => (rich!(c, "comment-orphaned"; words = words)),
                Anchored::Emptied => (t!(c, "comment-emptied")),
                Anchored::TextNotHere => (rich!(c, "comment-words-not-here"; words = words)),
            }
        }
    }
}

fn proposal(c: &Context<'_>, view: &CommentView) -> Markup {
    let Some(proposed) = &view.row.proposes else {
        return html! {};
    };
    html! {
        section.sec aria-labelledby="proposed" {
            (section_head("proposed", &t!(c, "comment-proposes"), tally(c, &view.votes.tally)))
            (prose(c, proposed))
            (reasons(c, &view.votes.reasons))
            @if c.here().may.speak.is() {
                (fields::form(c, Name::VoteProposal,
                    &c.here().of(Name::VoteProposal, &view.row.said.id), |f| html! {
                        (mine(c, view.votes.mine))
                        (f.line("reason", "wording-vote-why", ""))
                        (vote_buttons(c))
                    }))
            }
        }
    }
}

/// What the reader has chosen so far.
#[must_use]
pub fn mine(c: &Context<'_>, choice: Option<polylogue_core::kind::Choice>) -> Markup {
    use polylogue_core::kind::Choice as Chosen;

    let key = match choice {
        Some(Chosen::Agree) => "wording-vote-agreed",
        Some(Chosen::Disagree) => "wording-vote-disagreed",
        Some(Chosen::Pass) => "wording-vote-passed",
        None => return html! {},
    };
    html! { p.note { (c.words.say(key, &[])) } }
}

/// Reasons given with votes on a wording.
#[must_use]
pub fn reasons(
    c: &Context<'_>,
    reasons: &[(
        polylogue_store::query::PersonRef,
        polylogue_core::kind::Choice,
        polylogue_store::query::Words,
    )],
) -> Markup {
    const SHOWN: usize = 20;
    html! {
        @if !reasons.is_empty() {
            ul.marks {
                @for (who, _, words) in reasons.iter().take(SHOWN) {
                    li { (person(c, who)) ": " (words_of(words)) }
                }
            }
        }
    }
}

fn disposed(c: &Context<'_>, view: &CommentView) -> Markup {
    let row = &view.row;
    html! {
        section.sec aria-labelledby="became" {
            (section_head("became", &t!(c, "comment-became"), html! {
                @if row.state == CommentState::Divided { (t!(c, "comment-divided-about")) }
            }))
            @if row.dispositions.is_empty() { p.quiet { (t!(c, "comment-undisposed")) } }
            @else { ul.list { @for it in &row.dispositions { (disposition(c, it)) } } }
            @if c.here().may.speak.is() && row.state != CommentState::TakenBack {
                (fields::folded(c, Name::Dispose, "dispose-head", dispose_form(c, row)))
            }
        }
    }
}

/// A disposition with its reason.
fn disposition(c: &Context<'_>, row: &DispositionRow) -> Markup {
    html! {
        li {
            p {
                (state(c, state_of(row.disposed))) " "
                @if !row.reason.words.is_empty() { q { (words_of(&row.reason)) } }
            }
            (fate(c, &row.said))
            p.note {
                (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said))
                @if row.wrote.is_some() { (t!(c, "between")) (t!(c, "disposition-wrote")) }
            }
        }
    }
}

fn state_of(disposed: Disposed) -> CommentState {
    match disposed {
        Disposed::Accepted => CommentState::Accepted,
        Disposed::Adapted => CommentState::Adapted,
        Disposed::Declined => CommentState::Declined,
    }
}

fn dispose_form(c: &Context<'_>, row: &CommentRow) -> Markup {
    let choice = |it: CommentState| Choice::new(it.name(), state_word(c, it));
    let choices = [
        choice(CommentState::Accepted),
        choice(CommentState::Adapted),
        choice(CommentState::Declined),
    ];
    let link = c.here().of(Name::Dispose, &row.said.id);
    let means = match (&row.proposes, row.on) {
        (Some(_), CommentOn::Line(_)) => "dispose-means-wording",
        _ => "dispose-means",
    };
    html! {
        (fields::newcomer_note(c, c.here().may.speak))
        (fields::form(c, Name::Dispose, &link, |f| html! {
            (f.radios("disposed", "dispose-which", &choices, ""))
            (f.reason())
            (f.send("dispose-send", means))
        }))
    }
}

fn replies(c: &Context<'_>, view: &CommentView) -> Markup {
    let id = &view.row.said.id;
    let shown = view.part.offset + view.replies.len() as u64;
    let has_more = if shown < view.row.replies {
        HasMore::Yes
    } else {
        HasMore::No
    };
    html! {
        section.sec aria-labelledby="replies" {
            (section_head("replies", &t!(c, "comment-replies"), html! {}))
            @if view.replies.is_empty() { p.quiet { (t!(c, "comment-no-replies")) } }
            @else {
                ul.list { @for it in &view.replies { (reply(c, it)) } }
                (pages(c, &c.here().of(Name::Comment, id),
                    (view.part.offset, view.part.limit), has_more))
            }
            @if c.here().may.speak.is() {
                (fields::form(c, Name::Reply, &c.here().of(Name::Reply, id), |f| html! {
                    (f.area("text", "comment-reply-text", ""))
                    (f.language_hidden())
                    (f.send("comment-reply-send", "comment-reply-send-means"))
                }))
            } @else { p.quiet { (cannot_speak(c)) } }
        }
    }
}

/// A reply, whole.
#[must_use]
pub fn reply(c: &Context<'_>, row: &CommentRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            (just_done(c, &row.said.id))
            (fate(c, &row.said))
            @if !row.text.words.is_empty() { (prose(c, &row.text)) }
            p.note {
                (person(c, &row.said.by)) (t!(c, "between"))
                a href=(c.here().of(Name::Comment, &row.said.id)) { (when(c, &row.said)) }
            }
        }
    }
}

fn state_word(c: &Context<'_>, state: CommentState) -> String {
    let key = match state {
        CommentState::Open => "comment-open",
        CommentState::Divided => "comment-divided",
        CommentState::Accepted => "comment-accepted",
        CommentState::Adapted => "comment-adapted",
        CommentState::Declined => "comment-declined",
        CommentState::TakenBack => "comment-taken-back",
    };
    c.words.say(key, &[])
}

/// What became of it, as a sign.
#[must_use]
pub fn state(c: &Context<'_>, state: CommentState) -> Markup {
    let word = state_word(c, state);
    match state {
        CommentState::Open | CommentState::Divided => html! { span.state.open { (word) } },
        _ => html! { span.state { (word) } },
    }
}

/// A comment in a list or margin: its beginning, who made it, and what became of it.
#[must_use]
pub fn in_brief(c: &Context<'_>, row: &CommentRow) -> Markup {
    let link = c.here().of(Name::Comment, &row.said.id);
    html! {
        (state(c, row.state)) " "
        a href=(link) {
            @if row.text.words.is_empty() { (t!(c, "thing-comment")) }
            @else {
                bdi dir="auto" { (clipped(&row.text.words, NAMED_CHARACTERS)) }
            }
        }
        " " span.quiet { (person(c, &row.said.by)) }
        @if row.proposes.is_some() { " " span.quiet { (t!(c, "comment-has-wording")) } }
        @if row.replies > 0 {
            " " span.quiet { (t!(c, "comment-reply-count", count = row.replies)) }
        }
    }
}

/// The fields of a new comment; on a line also the exact words and another wording.
#[must_use]
pub fn new_form(c: &Context<'_>, act: Name, link: &Link) -> Markup {
    html! {
        (fields::newcomer_note(c, c.here().may.speak))
        (fields::form(c, act, link, |f| html! {
            (f.area("text", "comment-text", ""))
            @if act == Name::CommentLine {
                (f.line("words", "comment-words", ""))
                (f.area("proposes", "comment-wording", ""))
            }
            (f.language_hidden())
            (f.send("comment-send", "comment-send-means"))
        }))
    }
}
