//! Who changed a document, when, why, and which lines; each change leads to the version it left.

use maud::{Markup, html};
use polylogue_node::block::Block;
use polylogue_node::difference::{self, Piece};
use polylogue_store::query::{Deed, Did, DocumentChangeRow, Words};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    HasMore, clipped, direction, language, page_title, pages, person, section_head, target, title,
    when, words_of,
};
use crate::routes::Name;
use crate::view::synthesis_history::SynthesisHistoryView;
use crate::{rich, t};

/// Lines of one change that are told here; its own page tells all.
const DEEDS: usize = 6;
/// Characters of a line that is told.
const CHARACTERS: usize = 400;

/// The history.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesisHistoryView) -> Shown {
    let here = c.here();
    let id = &view.row.said.id;
    let name = t!(
        c,
        "history-of",
        title = page_title(c, &view.row.title, &view.row.said, "thing-document")
    );
    let end = view.part.0 + view.changes.len() as u64;
    let has_more = if end < view.count {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! { a href=(here.of(Name::Synthesis, id)) { (words_of(&view.row.title)) } },
            t!(c, "history-title"), html! { (t!(c, "history-about")) }))
        @if c.query.given("unchanged").is_some() {
            p.told role="status" { (t!(c, "change-undone-already")) }
        }
        section.sec aria-labelledby="changes" {
            (section_head("changes", &t!(c, "history-changes", count = view.count), html! {}))
            ul.list { @for it in &view.changes { li { (change(c, it)) } } }
            (pages(c, &here.of(Name::SynthesisHistory, id), view.part, has_more))
        }
        @if here.may.speak.is() { section.sec.no-print { (fork(c, view)) } }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// The way to make a text from this one, and to what moved on in the one it was made from.
fn fork(c: &Context<'_>, view: &SynthesisHistoryView) -> Markup {
    let here = c.here();
    let id = &view.row.said.id;
    let offered = view.commons.iter();
    let offered: Vec<Choice> = offered
        .map(|(id, title)| Choice::new(short(id), title.clone()))
        .collect();
    html! {
        @if view.is_fork {
            p.acts { a.button href=(here.of(Name::SynthesisMerge, id)) { (t!(c, "merge-title")) } }
        }
        (fields::folded(c, Name::ForkSynthesis, "fork-title", fields::form(c, Name::ForkSynthesis,
            &here.of(Name::ForkSynthesis, id), |f| html! {
                (f.line("title", "synthesis-name", &view.row.title.words))
                (f.select("into", "fork-into", &offered, &short(&here.commons)))
                (f.language_hidden())
                (f.send("fork-send", "fork-send-means"))
            })))
    }
}

fn change(c: &Context<'_>, row: &DocumentChangeRow) -> Markup {
    let more = row.writes.saturating_sub(DEEDS as u64);
    html! {
        @if row.because.is_some() { (reason(c, row)) p.note { (head(c, row)) } }
        @else { p.name { (head(c, row)) } (reason(c, row)) }
        @if !row.deeds.is_empty() {
            ul.turns.prose { @for it in row.deeds.iter().take(DEEDS) { li { (deed(c, it)) } } }
        }
        @if more > 0 && row.deeds.len() > DEEDS {
            p.note {
                a href=(c.here().of(Name::SynthesisVersion, &row.said.id)) {
                    (t!(c, "history-more", count = more))
                }
            }
        }
    }
}

/// Who changed how many lines, when; leads to the version it left.
fn head(c: &Context<'_>, row: &DocumentChangeRow) -> Markup {
    html! {
        (person(c, &row.said.by)) (t!(c, "between"))
        a href=(c.here().of(Name::SynthesisVersion, &row.said.id)) { (when(c, &row.said)) }
        (t!(c, "between"))
        @if row.lines == 0 { (t!(c, "history-begun")) }
        @else { (t!(c, "history-lines", count = row.lines)) }
    }
}

/// Why, and what it takes back.
#[must_use]
pub fn reason(c: &Context<'_>, row: &DocumentChangeRow) -> Markup {
    html! {
        @if let Some(because) = &row.because { p { q { (words_of(because)) } } }
        @if let Some(undone) = &row.undoes {
            p.note {
                a href=(c.here().of(Name::SynthesisVersion, undone)) { (t!(c, "history-undoes")) }
            }
        }
    }
}

fn deed(c: &Context<'_>, it: &Deed) -> Markup {
    let is_worded = matches!(it.did, Did::Reworded | Did::Settled);
    html! {
        b { a href=(c.here().of(Name::Line, &it.line)) {
            (c.words.say(&format!("deed-{}", it.did.name()), &[]))
        } }
        " "
        @if is_worded && !it.before.words.is_empty() { (changed(c, &it.before, &it.after)) }
        @else if it.did == Did::Struck { del { (short_words(c, &it.after)) } }
        @else { (short_words(c, &it.after)) }
        @if !it.cites.is_empty() {
            " " (rich!(c, "history-cites"; what = html! {
                @for (at, cited) in it.cites.iter().enumerate() {
                    @if at > 0 { (t!(c, "between")) }
                    (target(c, cited))
                }
            }))
        }
    }
}

fn short_words(c: &Context<'_>, words: &Words) -> Markup {
    let text = clipped(without_sign(&words.words), CHARACTERS);
    html! {
        @if matches!(Block::of(&words.words), Block::Heading(..)) {
            span.note { (t!(c, "deed-heading")) } " "
        }
        bdi lang=[language(words)] dir=[direction(words)] { (text) }
    }
}

/// The words of a heading without the signs that make it one; other words as they are.
fn without_sign(words: &str) -> &str {
    match Block::of(words) {
        Block::Heading(_, inside) => inside,
        _ => words,
    }
}

/// A line as it reads, a heading said to be one.
#[must_use]
pub fn read_as(c: &Context<'_>, words: &Words) -> Markup {
    match Block::of(&words.words) {
        Block::Heading(_, inside) => html! {
            span.note { (t!(c, "deed-heading")) } " "
            bdi lang=[language(words)] dir=[direction(words)] { (inside) }
        },
        _ => words_of(words),
    }
}

/// What went, for those who hear the page, too.
fn gone(c: &Context<'_>, words: &Markup) -> Markup {
    html! { del { span.vh { (t!(c, "words-gone")) " " } (words) } }
}

/// What came, for those who hear the page, too.
fn came(c: &Context<'_>, words: &Markup) -> Markup {
    html! { ins { span.vh { (t!(c, "words-new")) " " } (words) } }
}

/// A text with what went and what came since another.
#[must_use]
pub fn changed(c: &Context<'_>, before: &Words, after: &Words) -> Markup {
    let pieces = difference::words(without_sign(&before.words), without_sign(&after.words));
    html! {
        bdi lang=[language(after)] dir=[direction(after)] {
            @for piece in &pieces {
                @match piece {
                    Piece::Same(it) => (it),
                    Piece::Gone(it) => { (gone(c, &html! { (it) })) " " },
                    Piece::Came(it) => (came(c, &html! { (it) })),
                }
            }
        }
    }
}
