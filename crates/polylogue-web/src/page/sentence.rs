//! A remark as a sentence without its subject: what is done with what, and why. A synopsis is made
//! of them, and so are the lines of a text that go on from one.

use maud::{Markup, html};
use polylogue_core::move_kind::{MoveKind, Needs};
use polylogue_store::query::{MoveRow, Thing, Words};

use crate::context::Context;
use crate::link::Link;
use crate::page::parts::{clipped, is_readable, kind, move_key, thing_key, words_of};
use crate::{rich, sprite, t};

/// How much of what it is about, or of the words that make it, is shown, in characters.
const CHARACTERS: usize = 140;

/// Whether a link stands for a whole clause, or for one of its remarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// The clause.
    Clause,
    /// One remark.
    Remark,
}

/// A remark as a sentence; what it is about opens what the sentence rests on.
#[must_use]
pub fn sentence(c: &Context<'_>, row: &MoveRow, (opens, link): (Opens, Link)) -> Markup {
    let about = match about(c, row) {
        (words, true) => html! { q { bdi dir="auto" { (words) } } },
        (words, false) => html! { bdi dir="auto" { (words) } },
    };
    let known = MoveKind::of(row.kind);
    let about = html! {
        a class=[(opens == Opens::Clause).then_some("mv-link")] href=(link) {
            @if let Some(known) = known {
                span class={ "mv " (known.polarity().name()) } { (sprite::glyph(known)) }
            }
            (about)
        }
    };
    let said = |words: &Option<Words>| html! { @if let Some(it) = words { (words_of(it)) } };
    let does = match known.filter(|it| is_whole(row, *it)) {
        Some(kind) => rich!(c, &says(kind); what = about, object = said(&row.object),
            condition = said(&row.condition), from = said(&row.from), to = said(&row.to)),
        None => rich!(c, "says-other"; what = about, kind = kind(c, row.kind)),
    };
    html! {
        (does)
        @match why(row) {
            Some(Why::Reason(words)) => {
                (rich!(c, "says-because"; reason = html! { q { (words_of(words)) } }))
            }
            Some(Why::Words(words)) => {
                (rich!(c, "says-in-words"; words = html! { q { bdi dir="auto" { (words) } } }))
            }
            None => {}
        }
    }
}

/// The same as plain words.
#[must_use]
pub fn plain(c: &Context<'_>, row: &MoveRow) -> String {
    let about = match about(c, row) {
        (words, true) => format!("“{words}”"),
        (words, false) => words,
    };
    let said = |words: &Option<Words>| words.as_ref().map_or("", |it| it.words.as_str()).to_owned();
    let known = MoveKind::of(row.kind);
    let mut does = match known.filter(|it| is_whole(row, *it)) {
        Some(kind) => t!(
            c,
            &says(kind),
            what = about,
            object = said(&row.object),
            condition = said(&row.condition),
            from = said(&row.from),
            to = said(&row.to)
        ),
        None => {
            let kind = known.map_or(String::new(), |it| c.words.say(&move_key(it), &[]));
            t!(c, "says-other", what = about, kind = kind)
        }
    };
    match why(row) {
        Some(Why::Reason(words)) => {
            does += &t!(c, "says-because", reason = format!("“{}”", words.words));
        }
        Some(Why::Words(words)) => {
            does += &t!(c, "says-in-words", words = format!("“{words}”"));
        }
        None => {}
    }
    does
}

enum Why<'a> {
    Reason(&'a Words),
    Words(String),
}

/// Why, or else in which words.
fn why(row: &MoveRow) -> Option<Why<'_>> {
    let reason = row.reason.as_ref().filter(|it| !it.words.is_empty());
    let found = row
        .found_in
        .as_ref()
        .map(|it| clipped(&it.exact, CHARACTERS));
    reason
        .map(Why::Reason)
        .or(found.filter(|it| !it.is_empty()).map(Why::Words))
}

/// What a remark is about, and whether these are words of somebody.
fn about(c: &Context<'_>, row: &MoveRow) -> (String, bool) {
    let target = &row.target;
    if let Some(passage) = target.passage.as_ref().filter(|it| !it.exact.is_empty()) {
        return (clipped(&passage.exact, CHARACTERS), true);
    }
    if let (Some(Thing::Perspective), Some(chip)) = (target.what, c.here().chips.get(&target.id)) {
        return (chip.short.clone(), false);
    }
    if is_readable(&target.shown) && !target.words.words.is_empty() {
        return (clipped(&target.words.words, CHARACTERS), true);
    }
    (t!(c, thing_key(target.what)), false)
}

/// Whether a remark has what its kind cannot do without; one brought in may lack it.
fn is_whole(row: &MoveRow, kind: MoveKind) -> bool {
    match kind.needs() {
        Needs::None | Needs::Reason => true,
        Needs::Object => row.object.is_some(),
        Needs::Condition => row.condition.is_some(),
        Needs::FromTo => row.from.is_some() && row.to.is_some(),
    }
}

fn says(kind: MoveKind) -> String {
    format!("says-{}", kind.name())
}
