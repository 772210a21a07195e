//! The ledger: every question asked, by whom, to whom, and what became of it.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_store::query::{AnswerSeen, AskedRow};
use polylogue_store::sift::AskState;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::parts::{
    beyond, clipped, empty, fate, is_readable, kind, parts, person, perspective, perspectives,
    section_head, speaker, speaks_for, target, title, when, words_of,
};
use crate::page::sift::ways;
use crate::routes::Name;
use crate::view::sift_questions::SiftQuestionsView;
use crate::{rich, t};

/// How much of an answer is shown, in characters.
const ANSWER_CHARACTERS: usize = 220;

/// The ledger.
#[must_use]
pub fn page(c: &Context<'_>, view: &SiftQuestionsView) -> Shown {
    let here = c.here();
    let name = t!(c, "sift-questions");
    let mut link = here.to(Name::SiftQuestions);
    if let Some(state) = view.state {
        link = link.with("state", state.name());
    }
    if let Some(to) = &view.to {
        link = link.with("to", short(to));
    }
    let over = html! {
        @if let Some(to) = &view.to {
            (rich!(c, "sift-put-to"; perspectives = perspective(c, to)))
        }
    };
    let body = html! {
        (title(over, &name, html! { (t!(c, "sift-questions-about")) }))
        (ways(c, Name::SiftQuestions))
        (states(c, view))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "sift-questions-list"), html! {
                (t!(c, "sift-questions-order"))
            }))
            @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
            @else if view.rows.is_empty() {
                (empty(c, "sift-questions-none",
                    Some((here.to(Name::Dialogues), "moves-none-step"))))
            } @else {
                ul.list { @for row in &view.rows {
                    li id=(short(&row.question.said.id)) { (line(c, view, row)) }
                } }
                (parts(c, &link, view.part, ("from", &t!(c, "sift-questions-list"))))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// How many questions are in each state, each number leading to them.
fn states(c: &Context<'_>, view: &SiftQuestionsView) -> Markup {
    let link = |state: Option<AskState>| {
        let link = c.here().to(Name::SiftQuestions);
        let link = match &view.to {
            Some(to) => link.with("to", short(to)),
            None => link,
        };
        match state {
            Some(state) => link.with("state", state.name()),
            None => link,
        }
    };
    html! {
        p.key-list {
            a href=(link(None)) { (t!(c, "sift-all")) }
            @for state in AskState::ALL {
                @if view.counts.of(state) > 0 {
                    " " a href=(link(Some(state))) { (count_in(c, state, view.counts.of(state))) }
                }
            }
        }
    }
}

fn count_in(c: &Context<'_>, state: AskState, count: usize) -> String {
    match state {
        AskState::Open => t!(c, "sift-count-open", count = count),
        AskState::LeftOpen => t!(c, "sift-count-left-open", count = count),
        AskState::Answered => t!(c, "sift-count-answered", count = count),
        AskState::Accepted => t!(c, "sift-count-accepted", count = count),
        AskState::Withdrawn => t!(c, "sift-count-withdrawn", count = count),
    }
}

fn state(c: &Context<'_>, state: AskState) -> Markup {
    let words = match state {
        AskState::Open => t!(c, "sift-state-open"),
        AskState::LeftOpen => t!(c, "sift-state-left-open"),
        AskState::Answered => t!(c, "sift-state-answered"),
        AskState::Accepted => t!(c, "sift-state-accepted"),
        AskState::Withdrawn => t!(c, "sift-state-withdrawn"),
    };
    html! {
        @if state.waits() { span.state.open { (words) } } @else { span.state { (words) } }
    }
}

/// One question, and what became of it.
#[must_use]
pub fn line(c: &Context<'_>, view: &SiftQuestionsView, row: &AskedRow) -> Markup {
    let asked = &row.question;
    let words = asked.reason.as_ref().or(asked.object.as_ref());
    let to: Vec<OperationId> = row
        .to
        .iter()
        .filter_map(|it| view.perspectives.get(*it).copied())
        .collect();
    html! {
            p {
                a href=(c.here().of(Name::Move, &asked.said.id)) {
                    @match words.filter(|_| is_readable(&asked.said.shown)) {
                        Some(words) => (words_of(words)),
                        None => (kind(c, asked.kind)),
                    }
                }
                " " (state(c, row.state))
            }
            (fate(c, &asked.said))
            p.note {
                @if asked.perspective.is_some() {
                    (speaks_for(c, asked.perspective, asked.voice))
                } @else { (speaker(c, &asked.said)) }
                @if !to.is_empty() {
                    (t!(c, "between"))
                    (rich!(c, "sift-put-to"; perspectives = perspectives(c, &to)))
                }
                @if let Some(dialogue) = &row.dialogue { (t!(c, "between")) (target(c, dialogue)) }
                (t!(c, "between")) (when(c, &asked.said))
            }
            @for answer in &row.answers { p { (answered(c, answer)) } }
            @for left in &row.left_open { p {
                a href=(c.here().of(Name::Move, &left.said.id)) { (kind(c, left.kind)) }
                " "
                @if let Some(words) = left.reason.as_ref().or(left.object.as_ref()) {
                    (words_of(words))
                }
            } }
            @if row.more > 0 {
                p.note { a href=(c.here().of(Name::Move, &asked.said.id)) {
                    (t!(c, "synopsis-more", count = row.more))
                } }
            }
    }
}

fn answered(c: &Context<'_>, answer: &AnswerSeen) -> Markup {
    let by_move = answer.by_move.as_ref();
    let passage = by_move.and_then(|it| it.found_in.as_ref());
    let reason = by_move.and_then(|it| it.reason.as_ref());
    html! {
        @match by_move {
            Some(row) => a href=(c.here().of(Name::Move, &row.said.id)) { (kind(c, row.kind)) },
            None => (target(c, &answer.target)),
        }
        @if let Some(row) = by_move { " " (speaks_for(c, row.perspective, row.voice)) }
        @if let Some(words) = reason { ": " (words_of(words)) }
        @if let Some(passage) = passage {
            " " a href=(c.here().of(Name::Turn, &passage.of)) {
                q { bdi dir="auto" { (clipped(&passage.exact, ANSWER_CHARACTERS)) } }
            }
        }
        @for who in &answer.accepted_by {
            " " span.note { (rich!(c, "sift-accepted-by"; who = person(c, who))) }
        }
    }
}
