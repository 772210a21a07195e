//! Choosing a thing by its words, so that nobody has to name one by its id.

use maud::{Markup, html};
use polylogue_store::query::TargetRow;

use crate::context::Context;
use crate::link::Link;
use crate::page::fields::Choice;
use crate::page::parts::{clipped, name_words, thing_key};
use crate::t;
use crate::view::near::Near;

/// How much of a thing's words stand in a list, in characters.
const CHARACTERS: usize = 90;

/// A thing in one line: what it is, its words, who signed it.
#[must_use]
pub fn in_words(c: &Context<'_>, row: &TargetRow) -> String {
    let what = t!(c, thing_key(row.what));
    let words = clipped(row.words.words.trim(), CHARACTERS);
    match &row.by {
        Some(by) => t!(
            c,
            "near-thing-by",
            what = what,
            words = words,
            who = name_words(c, by)
        ),
        None => t!(c, "near-thing", what = what, words = words),
    }
}

/// The things offered, to choose from.
#[must_use]
pub fn choices(c: &Context<'_>, near: &Near) -> Vec<Choice> {
    let rows = near.rows.iter();
    rows.map(|it| Choice::new(crate::link::short(&it.id), in_words(c, it)))
        .collect()
}

/// Looks for other things than those offered, on the same page with what it was asked for.
#[must_use]
pub fn finder(c: &Context<'_>, near: &Near, page: &Link, kept: &[(&str, &str)]) -> Markup {
    html! {
        form.find-near method="get" action=(page) {
            @for (name, value) in kept {
                @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
            }
            label.lab for="find" { (t!(c, "near-find")) }
            div.find {
                input type="search" id="find" name="find" dir="auto"
                    value=(near.sought.as_deref().unwrap_or_default());
                button type="submit" { (t!(c, "search-send")) }
            }
            @if near.sought.is_some() && near.rows.is_empty() {
                p.quiet role="status" { (t!(c, "near-nothing")) }
            }
        }
    }
}
