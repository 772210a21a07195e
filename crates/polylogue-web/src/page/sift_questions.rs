//! The ledger: every question asked, by whom, to whom, and what became of it.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_store::query::{AnswerSeen, AskedRow};
use polylogue_store::sift::{AskState, CountOfAsked};

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
                (in_groups(c, view))
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
    let linked = |it: AskState| {
        let count = view.counts.of(it);
        html! { @if count > 0 { a href=(link(Some(it))) { (count_in(c, it, count)) } } }
    };
    html! {
        p.key-list {
            a href=(link(None)) { (t!(c, "sift-all")) }
            @if view.counts.waiting() > 0 {
                " " span {
                    (t!(c, "sift-count-waiting", count = view.counts.waiting()))
                    @let open = AskState::ALL.into_iter().filter(|it| it.waits());
                    @let open = open.filter(|it| view.counts.of(*it) > 0);
                    @for (at, it) in open.enumerate() {
                        @if at > 0 { (t!(c, "list-next")) } @else { " " }
                        (linked(it))
                    }
                }
            }
            @for it in AskState::ALL.into_iter().filter(|it| !it.waits()) { " " (linked(it)) }
        }
    }
}

/// How many questions are open, and in which way.
#[must_use]
pub fn waiting(c: &Context<'_>, counts: &CountOfAsked) -> String {
    let open = AskState::ALL.into_iter().filter(|it| it.waits());
    let open = open.filter(|it| counts.of(*it) > 0);
    let parts: Vec<String> = open.map(|it| count_in(c, it, counts.of(it))).collect();
    parts.join(&t!(c, "list-next"))
}

/// The questions of this part: those that wait, and behind a fold the others.
fn in_groups(c: &Context<'_>, view: &SiftQuestionsView) -> Markup {
    let (waiting, others): (Vec<&AskedRow>, Vec<&AskedRow>) =
        view.rows.iter().partition(|it| it.state.waits());
    html! {
        (grouped(c, view, &waiting))
        @if waiting.is_empty() && view.state.is_some() { (grouped(c, view, &others)) }
        @else {
            @for state in AskState::ALL.into_iter().filter(|it| !it.waits()) {
                @let these: Vec<&AskedRow> =
                    others.iter().copied().filter(|it| it.state == state).collect();
                @if !these.is_empty() {
                    details.more {
                        summary { (count_in(c, state, these.len())) }
                        (grouped(c, view, &these))
                    }
                }
            }
        }
    }
}

/// Questions under who asks whom and where, in the order in which those come first.
fn grouped(c: &Context<'_>, view: &SiftQuestionsView, rows: &[&AskedRow]) -> Markup {
    let key = |it: &AskedRow| {
        let dialogue = it.dialogue.as_ref().map(|it| it.id);
        let who = it.question.perspective.is_none();
        let who = who.then_some(it.question.said.by.key);
        (it.question.perspective, who, it.to.clone(), dialogue)
    };
    let mut groups: Vec<(_, Vec<&AskedRow>)> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|it| it.0 == key(row)) {
            Some((_, group)) => group.push(row),
            None => groups.push((key(row), vec![row])),
        }
    }
    html! {
        @for (_, group) in &groups {
            @if let Some(first) = group.first() { h3.gap { (who_asks(c, view, first)) } }
            ul.list { @for row in group {
                li id=(short(&row.question.said.id)) { (row_of(c, row)) }
            } }
        }
    }
}

/// Who asks whom, and in which dialogue.
fn who_asks(c: &Context<'_>, view: &SiftQuestionsView, row: &AskedRow) -> Markup {
    let asks = match &row.question.perspective {
        Some(id) => perspective(c, id),
        None => speaker(c, &row.question.said),
    };
    let to = put_to(view, row);
    html! {
        @if to.is_empty() { (asks) }
        @else { (rich!(c, "sift-asks"; asks = asks, asked = perspectives(c, &to))) }
        @if let Some(dialogue) = &row.dialogue {
            " " span.note { (target(c, dialogue)) }
        }
    }
}

fn put_to(view: &SiftQuestionsView, row: &AskedRow) -> Vec<OperationId> {
    let to = row.to.iter();
    to.filter_map(|it| view.perspectives.get(*it).copied())
        .collect()
}

/// One question under its heading: an open one with its link, an answered one with what answers it
/// folded behind it.
fn row_of(c: &Context<'_>, row: &AskedRow) -> Markup {
    let asked = &row.question;
    html! {
        @if row.state.waits() {
            p {
                (linked(c, row))
                @if row.state != AskState::Open { " " (state(c, row.state)) }
            }
            (fate(c, &asked.said))
            (what_came(c, row))
        } @else {
            details {
                summary {
                    (asked_words(c, row))
                    @if row.state == AskState::Accepted { " " (state(c, row.state)) }
                }
                p.note { (linked(c, row)) }
                (fate(c, &asked.said))
                (what_came(c, row))
            }
        }
    }
}

fn asked_words(c: &Context<'_>, row: &AskedRow) -> Markup {
    let asked = &row.question;
    let words = asked.reason.as_ref().or(asked.object.as_ref());
    html! {
        @match words.filter(|_| is_readable(&asked.said.shown)) {
            Some(words) => (words_of(words)),
            None => (kind(c, asked.kind)),
        }
    }
}

/// A question that leads to its page; under its own words only as what it is, and when.
fn linked(c: &Context<'_>, row: &AskedRow) -> Markup {
    let said = &row.question.said;
    let link = c.here().of(Name::Move, &said.id);
    html! {
        @if row.state.waits() { a href=(link) { (asked_words(c, row)) } }
        @else { a href=(link) { (kind(c, row.question.kind)) } (t!(c, "between")) (when(c, said)) }
    }
}

/// What answers a question, or leaves it open.
fn what_came(c: &Context<'_>, row: &AskedRow) -> Markup {
    html! {
        @for answer in &row.answers { p { (answered(c, answer)) } }
        @for left in &row.left_open { p {
            a href=(c.here().of(Name::Move, &left.said.id)) { (kind(c, left.kind)) }
            " "
            @if let Some(words) = left.reason.as_ref().or(left.object.as_ref()) {
                (words_of(words))
            }
        } }
        @if row.more > 0 {
            p.note { a href=(c.here().of(Name::Move, &row.question.said.id)) {
                (t!(c, "synopsis-more", count = row.more))
            } }
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

/// One question by itself, as a figure of a document has it, and what became of it.
#[must_use]
pub fn line(c: &Context<'_>, view: &SiftQuestionsView, row: &AskedRow) -> Markup {
    let asked = &row.question;
    let to = put_to(view, row);
    html! {
            p {
                a href=(c.here().of(Name::Move, &asked.said.id)) { (asked_words(c, row)) }
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
            (what_came(c, row))
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
