//! The margin of a document: how many perspectives stand behind a line, what it rests on, and what
//! became of that since. The page of a line and `polylogue trace` say the same.

use std::collections::BTreeMap;

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_node::block::Block;
use polylogue_store::query::{CameFrom, LineRow, RestRow, Wording, behind, written_by};
use polylogue_store::sift::{Since, Verdict};

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::parts::{
    anchored, clipped, move_line, name, perspectives, tally as votes, target, thing_key, words_of,
};
use crate::page::synthesis::{at_work, verdict};
use crate::routes::Name;
use crate::view::synthesis::{SynthesisView, Writing};
use crate::words::listed;
use crate::{rich, t};

/// Wordings that were taken from another document.
type Came = BTreeMap<OperationId, CameFrom>;

/// Things that lines rest on which a page opens in place; of a longer text the number beside a
/// line leads to them.
const OPENED_MAX: usize = 400;
/// Strokes that are drawn; more are said in words.
const STROKES_MAX: usize = 9;
/// How much of a passage is shown, in characters.
const PASSAGE_CHARACTERS: usize = 220;

/// What stands beside the lines of one document.
pub struct Beside<'a> {
    c: &'a Context<'a>,
    view: &'a SynthesisView,
    is_opened: bool,
}

/// The page of a line.
#[must_use]
pub fn line_link(c: &Context<'_>, row: &LineRow) -> Link {
    c.here().of(Name::Line, &row.said.id)
}

/// Who wrote a wording, also where it was taken from another document.
#[must_use]
pub fn writer(c: &Context<'_>, came: &Came, wording: &Wording) -> Markup {
    match came.get(&wording.said.id) {
        Some(CameFrom { said: None, .. }) => html! { (t!(c, "line-its-writer")) },
        Some(_) | None => name(c, &written_by(came, wording).by),
    }
}

/// Where a wording was taken from, where it was.
#[must_use]
pub fn taken(c: &Context<'_>, came: &Came, wording: &Wording) -> Markup {
    let Some(from) = came.get(&wording.said.id) else {
        return html! {};
    };
    html! {
        p.note {
            @match (&from.said, &from.title) {
                (Some(said), Some(title)) => (rich!(c, "line-came-from";
                    who = name(c, &said.by), title = words_of(title))),
                _ => (t!(c, "line-came-elsewhere")),
            }
        }
    }
}

/// That somebody struck a line that stands: it is to be settled on its page.
#[must_use]
pub fn struck(c: &Context<'_>, row: &LineRow) -> Markup {
    let names = row.strikes.iter().map(|it| name(c, &it.by)).collect();
    html! {
        @if row.is_contested() {
            p.note {
                (rich!(c, "line-struck-beside"; who = listed(c.words, names))) " "
                a href=(line_link(c, row)) { (t!(c, "line-struck-settle")) }
            }
        }
    }
}

impl<'a> Beside<'a> {
    /// Of one document.
    #[must_use]
    pub fn of(c: &'a Context<'a>, view: &'a SynthesisView) -> Self {
        let count: usize = view.rests.values().map(Vec::len).sum();
        Self {
            c,
            view,
            is_opened: count <= OPENED_MAX,
        }
    }

    fn rests(&self, wording: &Wording) -> &[RestRow] {
        let rests = self.view.rests.get(&wording.said.id);
        rests.map_or(&[], Vec::as_slice)
    }

    /// The narrow margin: the line's number, and a stroke for each perspective behind it; an open
    /// ring where nobody but its author is.
    #[must_use]
    pub fn tally(&self, row: &LineRow, wording: &Wording, number: Option<usize>) -> Markup {
        let rests = self.rests(wording);
        let is_written = self.view.writing != Writing::No;
        if number.is_none() && rests.is_empty() && !is_written {
            return html! {};
        }
        html! {
            p.a.tally {
                @if number.is_some() || !rests.is_empty() {
                    (self.number(row, number)) " "
                    @if rests.is_empty() { (ring()) " " (t!(self.c, "book-untraced")) }
                    @else { (strokes(self.c, behind(rests).len())) }
                }
                @if is_written { " " (self.change(row)) }
            }
            (at_work(self.c, &row.said.id))
        }
    }

    /// The way to word a line anew where it stands.
    fn change(&self, row: &LineRow) -> Markup {
        let link = self.c.here().of(Name::Synthesis, &self.view.row.said.id);
        let line = short(&row.said.id);
        let link = link.with("write", "lines").with("line", &line).at(&line);
        html! { a href=(link) { (t!(self.c, "line-change")) } }
    }

    fn number(&self, row: &LineRow, number: Option<usize>) -> Markup {
        let c = self.c;
        html! {
            @match number {
                // In a copy of an edition it never changes, so that lines are cited by it there.
                Some(number) => a href=(line_link(c, row))
                    id=[c.copy.is_some().then(|| format!("l{number}"))]
                    aria-label=(t!(c, "book-line", number = number)) { (number) },
                None => a href=(line_link(c, row)) { (t!(c, "thing-line")) },
            }
        }
    }

    /// The wide margin: what a wording rests on, and what is to be said of it.
    #[must_use]
    pub fn panel(&self, row: &LineRow, wording: &Wording) -> Markup {
        let c = self.c;
        let is_said = Block::of(&wording.text.words).says_something();
        let inside = html! {
            @if is_said && self.rests(wording).is_empty() {
                p { (rich!(c, "line-asserted"; who = writer(c, &self.view.came, wording))) }
            }
            (self.told(row, wording))
        };
        html! { @if !inside.0.is_empty() { div.z.note role="note" { (inside) } } }
    }

    /// What is to be said of a wording beside who has it so.
    #[must_use]
    pub fn told(&self, row: &LineRow, wording: &Wording) -> Markup {
        let c = self.c;
        let rests = self.rests(wording);
        let drift = self.view.drifts.get(&wording.said.id);
        html! {
            @if let Some(drift) = drift.filter(|it| it.verdict != Verdict::Supported) {
                p { (verdict(c, drift.verdict)) }
            }
            (changes(c, rests))
            @if !rests.is_empty() {
                @let count = t!(c, "book-rests", count = rests.len());
                @if self.is_opened {
                    details { summary { (count) } (opened(c, rests)) }
                } @else { p { a href=(line_link(c, row)) { (count) } } }
            }
        }
    }

    /// The margin of a row of a table: a cell of it.
    #[must_use]
    pub fn in_table(&self, row: &LineRow, wording: &Wording, number: Option<usize>) -> Markup {
        let c = self.c;
        let rests = self.rests(wording);
        html! {
            span.tally {
                (self.number(row, number)) " "
                @if rests.is_empty() { (ring()) (t!(c, "book-untraced")) }
                @else { (strokes(c, behind(rests).len())) }
                @if self.view.writing != Writing::No { " " (self.change(row)) }
            }
            @if row.wordings.len() > 1 { " " (writer(c, &self.view.came, wording)) }
            (changes(c, rests))
        }
    }
}

/// Everything some words rest on, one below the other.
#[must_use]
pub fn opened(c: &Context<'_>, rests: &[RestRow]) -> Markup {
    let behind: Vec<_> = behind(rests).into_iter().collect();
    html! {
        ul.marks { @for it in rests { li { (rest(c, it)) } } }
        @if !behind.is_empty() {
            p { (t!(c, "book-behind")) " " (perspectives(c, &behind)) }
        }
    }
}

/// One thing that words rest on.
#[must_use]
pub fn rest(c: &Context<'_>, row: &RestRow) -> Markup {
    html! {
        @match &row.by_move {
            Some(made) => {
                (move_line(c, made))
                @if let Some(passage) = &made.found_in {
                    " " q { bdi dir="auto" { (clipped(&passage.exact, PASSAGE_CHARACTERS)) } }
                }
            }
            None => {
                (t!(c, thing_key(row.target.what))) " " (target(c, &row.target))
                @if let Some(passage) = &row.target.passage { (anchored(c, passage)) }
                @if let Some(tally) = &row.tally { " " (votes(c, tally)) }
            }
        }
    }
}

/// What became of what some words rest on, a sentence for each thing that does not stand as it was.
#[must_use]
pub fn changes(c: &Context<'_>, rests: &[RestRow]) -> Markup {
    html! {
        @for it in rests.iter().filter(|it| it.since != Since::Stands) {
            p {
                (c.words.say(&format!("finding-since-{}", it.since.name()), &[])) " "
                (target(c, &it.target))
            }
        }
    }
}

fn ring() -> Markup {
    html! {
        svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" {
            circle cx="6" cy="6" r="4.6" stroke-dasharray="2 2" {}
        }
    }
}

fn strokes(c: &Context<'_>, count: usize) -> Markup {
    let drawn = count.min(STROKES_MAX);
    let path: String = (0..drawn)
        .map(|it| format!("M{} 1v11", 2 + 5 * it))
        .collect();
    let width = 2 + 5 * drawn;
    html! {
        @if count > 0 {
            svg width=(width) height="13" viewBox={ "0 0 " (width) " 13" } aria-hidden="true" {
                path d=(path) {}
            }
            span.vh { (t!(c, "book-strokes", count = count)) }
        }
    }
}

/// What the signs in the margin mean.
#[must_use]
pub fn key(c: &Context<'_>) -> Markup {
    html! {
        p.note.keyn {
            svg width="17" height="13" viewBox="0 0 17 13" aria-hidden="true" {
                path d="M2 1v11M7 1v11M12 1v11" {}
            }
            " " (t!(c, "book-strokes-key")) " " (ring()) " " (t!(c, "book-ring-key")) " "
            (t!(c, "book-number-key"))
        }
    }
}
