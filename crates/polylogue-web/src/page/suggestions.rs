//! Suggestions to bring things together or keep them apart, with the answers given.

use maud::{Markup, html};
use polylogue_core::kind::{Answer, Way};
use polylogue_store::query::SuggestionRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{fate, person, target, title, when, words_of};
use crate::routes::Name;
use crate::view::suggestions::SuggestionsView;
use crate::words::listed;
use crate::{rich, t};

/// The suggestions.
#[must_use]
pub fn page(c: &Context<'_>, view: &SuggestionsView) -> Shown {
    let name = t!(c, "suggestions-title");
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "suggestions-about")) }))
                p.pages { a href=(c.here().to(Name::Alike)) { (t!(c, "alike-title")) } }
                @if view.rows.is_empty() { p.quiet { (t!(c, "suggestions-none")) } }
                ul.list { @for row in &view.rows { (one(c, row)) } }
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

/// The key of a way's sentence.
#[must_use]
pub fn way_key(way: Way) -> &'static str {
    match way {
        Way::Fuse => "way-fuse",
        Way::Sequence => "way-sequence",
        Way::Dialogue => "way-dialogue",
        Way::Meet => "way-meet",
        Way::KeepApart => "way-keep-apart",
    }
}

fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "consents",
        Answer::No => "declines",
    }
}

fn one(c: &Context<'_>, row: &SuggestionRow) -> Markup {
    let here = c.here();
    let of = listed(c.words, row.of.iter().map(|it| target(c, it)).collect());
    let answers = [
        Choice::new("yes", t!(c, "consent-yes")),
        Choice::new("no", t!(c, "consent-no")),
    ];
    let link = here.of(Name::AnswerSuggestion, &row.said.id);
    html! {
        li id=(short(&row.said.id)) {
            p { (rich!(c, way_key(row.way); of = of)) }
            @if !row.reason.words.is_empty() { p { q { (words_of(&row.reason)) } } }
            (fate(c, &row.said))
            p.note { (person(c, &row.said.by)) (t!(c, "between")) (when(c, &row.said)) }
            @if !row.answers.is_empty() {
                p.note {
                    @for (who, answer) in &row.answers {
                        (person(c, who)) " "
                        (t!(c, answer_key(*answer)))
                        ". "
                    }
                }
            }
            @if here.may.speak.is() {
                details.more {
                    summary { (t!(c, "consent-head")) }
                    (fields::form(c, Name::AnswerSuggestion, &link, |f| html! {
                        (f.radios("answer", "consent-which", &answers, "yes"))
                        (f.text_in("reason", "field-reason", &short(&row.said.id)))
                        (f.send_quietly("consent-send"))
                    }))
                }
            }
        }
    }
}
