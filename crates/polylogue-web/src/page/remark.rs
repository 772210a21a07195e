//! One remark: who makes it, what it is about, who disputes it, and answers to a question.

use maud::{Markup, html};
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{AnswerRow, Shown as Fate, TurnRow};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    brought_in, fate, is_readable, kind, move_key, mover, person, quotation, said_by_move,
    speaker_words, target, title, trace_link, when, words_of,
};
use crate::page::thing;
use crate::page::{near, use_in};
use crate::routes::Name;
use crate::view::remark::RemarkView;
use crate::words::listed;
use crate::{rich, t};

/// A remark.
#[must_use]
pub fn page(c: &Context<'_>, view: &RemarkView) -> Shown {
    let row = &view.row;
    let known = MoveKind::of(row.kind);
    let word = known.map_or_else(
        || t!(c, "move-of-newer-version"),
        |it| c.words.say(&move_key(it), &[]),
    );
    let body = html! {
        div.set {
            (title(html! { (t!(c, "thing-move")) }, html! { (kind(c, row.kind)) }, html! {
                (mover(c, row)) (t!(c, "between")) (when(c, &row.said)) (brought_in(c, &row.said))
            }))
        }
        div.set {
            div {
                p.lede {
                    (rich!(c, "remark-about"; target = about(c, view)))
                }
                @if let Some(passage) = &row.target.passage { div.sp-t { (quotation(c, passage)) } }
                @if row.said.shown != Fate::Whole { (fate(c, &row.said)) }
                @if is_readable(&row.said.shown) { p { (said_by_move(c, row)) } }
                @if let Some(passage) = &row.found_in {
                    p.note.sp-t { (t!(c, "remark-found-in")) }
                    (quotation(c, passage))
                }
                p.pages { (trace_link(c, &row.said.id)) }
                (disputes(c, view))
                @if known == Some(MoveKind::Asks) { (answers(c, view)) }
                (what_next(c, view))
            }
        }
    };
    Shown {
        title: word,
        part: Some(Name::Moves),
        body,
    }
}

/// What the move is about; where its passage stands below, the thing the passage is of.
fn about(c: &Context<'_>, view: &RemarkView) -> Markup {
    let row = &view.row.target;
    let number = row.passage.as_ref().and_then(|it| it.number);
    match (&row.passage, number) {
        (None, _) => target(c, row),
        (Some(passage), Some(number)) => html! {
            a href=(c.here().of(Name::Turn, &passage.of)) {
                (t!(c, "quoted-turn", number = number))
            }
        },
        (Some(_), None) => {
            let mut whole = row.clone();
            whole.passage = None;
            target(c, &whole)
        }
    }
}

fn disputes(c: &Context<'_>, view: &RemarkView) -> Markup {
    html! {
        @if !view.row.disputes.is_empty() {
            section.sec {
                div.sec-h { h2 { (t!(c, "disputes-head")) } }
                ul.list {
                    @for dispute in &view.row.disputes {
                        li {
                            p { (words_of(&dispute.reason)) }
                            p.note {
                                (person(c, &dispute.said.by)) (t!(c, "between"))
                                (when(c, &dispute.said))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn answers(c: &Context<'_>, view: &RemarkView) -> Markup {
    let row = &view.row;
    html! {
        section.sec id="answers" aria-labelledby="answers-h" {
            div.sec-h { h2 id="answers-h" { (t!(c, "answers-head")) } }
            @if row.answers.is_empty() { p.quiet { (t!(c, "answers-none")) } }
            @else {
                ul.list { @for answer in &row.answers { (an_answer(c, view, answer)) } }
            }
            @if c.here().may.speak.is() { (accept(c, view)) }
        }
    }
}

fn an_answer(c: &Context<'_>, view: &RemarkView, answer: &AnswerRow) -> Markup {
    html! {
        li id=(short(&answer.id)) {
            p {
                a href=(c.here().of(Name::Go, &answer.id)) {
                    @match view.answers.iter().find(|it| it.id == answer.id) {
                        Some(row) => bdi dir="auto" { (near::in_words(c, row)) },
                        None => (t!(c, "answer-open")),
                    }
                }
                @if !answer.accepted_by.is_empty() {
                    (t!(c, "between"))
                    (rich!(c, "answer-accepted-by"; who = listed(c.words,
                        answer.accepted_by.iter().map(|it| person(c, it)).collect())))
                }
            }
        }
    }
}

fn accept(c: &Context<'_>, view: &RemarkView) -> Markup {
    let turn = view
        .row
        .target
        .dialogue
        .map(|_| c.here().of(Name::Go, &view.row.target.id));
    let answering = c
        .here()
        .of(Name::Mark, &view.row.said.id)
        .with("kind", "answers");
    html! {
        p.acts.sp-t {
            a.button.first href=(answering) {
                (t!(c, "answer-mark"))
            }
            @if let Some(turn) = turn { a.button href=(turn) { (t!(c, "answer-in-turn")) } }
        }
        @if view.is_mine { (accept_form(c, view)) }
    }
}

/// Whoever asked chooses what answered it: a remark or a turn offered, or a turn said since.
fn accept_form(c: &Context<'_>, view: &RemarkView) -> Markup {
    let link = c.here().of(Name::AcceptAnswer, &view.row.said.id);
    let offered = view.answers.iter();
    let mut choices: Vec<Choice> = offered
        .map(|it| Choice::new(short(&it.id), near::in_words(c, it)))
        .collect();
    let is_offered = |turn: &TurnRow| view.answers.iter().any(|it| it.id == turn.said.id);
    choices.extend(view.turns.iter().filter(|it| !is_offered(it)).map(|it| {
        let who = speaker_words(c, &it.said);
        Choice::new(
            short(&it.said.id),
            t!(c, "turn-title", number = it.number, who = who),
        )
    }));
    if choices.is_empty() {
        return html! {};
    }
    fields::folded(
        c,
        Name::AcceptAnswer,
        "accept-head",
        html! {
            p.note { (t!(c, "accept-about")) }
            (fields::form(c, Name::AcceptAnswer, &link, |f| html! {
                (f.select("answer", "accept-which", &choices, ""))
                (f.area("words", "accept-words", ""))
                (f.send_quietly("accept-send"))
            }))
        },
    )
}

fn what_next(c: &Context<'_>, view: &RemarkView) -> Markup {
    let here = c.here();
    html! {
        p.sub.sp-t {
            @if here.may.speak.is() {
                a href=(here.of(Name::Mark, &view.row.said.id)) { (t!(c, "remark-mark")) }
                a href=(here.of(Name::Thing, &view.row.said.id).at("dispute")) {
                    (t!(c, "remark-dispute"))
                }
            }
            (use_in::way(c, &view.row.said.id))
            (thing::way(c, &view.row.said.id, "thing-more"))
        }
    }
}
