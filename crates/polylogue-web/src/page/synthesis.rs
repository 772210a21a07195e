//! A document written together: each line says what it rests on, and where it says more, less or
//! other than that.

use maud::{Markup, html};
use polylogue_store::query::{LineRow, Wording};
use polylogue_store::sift::Verdict;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::numbered::numbered;
use crate::page::parts::{
    empty, fate, page_title, person, prose, section_head, title, when, words_of,
};
use crate::routes::Name;
use crate::view::synthesis::SynthesisView;
use crate::{rich, t};

/// The document.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesisView) -> Shown {
    let here = c.here();
    let row = &view.row;
    let name = page_title(c, &row.title, &row.said, "thing-document");
    let standing: Vec<&LineRow> = view.lines.iter().filter(|it| !it.is_struck).collect();
    let struck = view.lines.len() - standing.len();
    let body = html! {
        (title(html! { a href=(here.to(Name::Syntheses)) { (t!(c, "syntheses-title")) } },
            html! { (words_of(&row.title)) }, html! {
                (rich!(c, "synthesis-begun"; who = person(c, &row.said.by),
                    when = when(c, &row.said)))
                @if struck > 0 { (t!(c, "between")) (t!(c, "synthesis-struck", count = struck)) }
            }))
        (fate(c, &row.said))
        (crate::page::comments::ways(c, view))
        @if here.may.speak.is() {
            p.acts.no-print { a.button href=(here.of(Name::EditSynthesis, &row.said.id)) {
                (t!(c, "synthesis-edit"))
            } }
        }
        @if standing.is_empty() {
            (empty(c, "synthesis-empty", None))
        } @else {
            article.book { @for (it, number) in standing.into_iter().zip(1..) {
                (line(c, view, it, number))
            } }
        }
        (crate::page::dissents::of_document(c, &row.said.id, &view.dissents))
        (summed_up(c, view))
        (crate::page::editions::of_document(c, row, &view.editions))
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn line(c: &Context<'_>, view: &SynthesisView, row: &LineRow, number: usize) -> Markup {
    html! {
        div.srow.ln id=(short(&row.said.id)) {
            (numbered(c, number))
            @if row.wordings.len() > 1 {
                p.note { (t!(c, "line-wordings", count = row.wordings.len())) }
            }
            @for wording in &row.wordings {
                (words(c, wording))
                (rests(c, view, row, wording))
            }
            (crate::page::comments::beside(c, view, &row.said.id))
        }
    }
}

/// A wording as it reads: a heading, or Markdown.
fn words(c: &Context<'_>, wording: &Wording) -> Markup {
    let text = wording.text.words.trim_start_matches('#').trim();
    if wording.text.words.starts_with('#') && !text.is_empty() {
        let heading = polylogue_store::query::Words {
            words: text.to_owned(),
            ..wording.text.clone()
        };
        return html! { h2 { (words_of(&heading)) } };
    }
    prose(c, &wording.text)
}

/// What it rests on in few words, and how it stands to it.
fn rests(c: &Context<'_>, view: &SynthesisView, row: &LineRow, wording: &Wording) -> Markup {
    let drift = view.drifts.get(&wording.said.id);
    let is_heading = wording.text.words.starts_with('#');
    html! {
        @if !is_heading || !wording.traces.is_empty() {
            p.note {
                a href=(c.here().of(Name::Line, &row.said.id)) {
                    @if wording.traces.is_empty() { (t!(c, "line-untraced")) }
                    @else { (t!(c, "line-rests", count = wording.traces.len())) }
                }
                @if wording.traces.is_empty() {
                    " " (rich!(c, "line-asserted"; who = person(c, &wording.said.by)))
                }
                @if let Some(drift) = drift { " " (verdict(c, drift.verdict)) }
            }
        }
    }
}

/// How a line stands to what it rests on.
#[must_use]
pub fn verdict(c: &Context<'_>, verdict: Verdict) -> Markup {
    let words = c.words.say(&format!("drift-{}", verdict.name()), &[]);
    html! {
        @if verdict == Verdict::Supported { span.state { (words) } }
        @else { span.state.drift { (words) } }
    }
}

/// How many lines stand how to what they rest on.
fn summed_up(c: &Context<'_>, view: &SynthesisView) -> Markup {
    if view.drifts.is_empty() {
        return html! {};
    }
    let count = |verdict: Verdict| {
        view.drifts
            .values()
            .filter(|it| it.verdict == verdict)
            .count()
    };
    html! {
        section.sec aria-labelledby="drift" {
            (section_head("drift", &t!(c, "drift-title"), html! { (t!(c, "drift-about")) }))
            ul.key-list {
                @for one in Verdict::ALL.into_iter().filter(|it| count(*it) > 0) {
                    li { (count(one)) " " (verdict(c, one)) }
                }
            }
        }
    }
}
