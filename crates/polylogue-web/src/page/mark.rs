//! Marking what one does with something: one of the twenty-two kinds, and what it needs.

use maud::{Markup, html};

use crate::context::Context;
use crate::page::Shown;
use crate::page::fields::{self, Choice, Fields};
use crate::page::parts::{cannot_speak, clipped, link_to, target, thing_key, title};
use crate::routes::Name;
use crate::t;
use crate::view::mark::MarkView;

/// The form for a remark.
#[must_use]
pub fn page(c: &Context<'_>, view: &MarkView) -> Shown {
    let here = c.here();
    let name = t!(c, "mark-title");
    let over = html! {
        a href=(link_to(c, view.target.what, &view.target.id)) {
            (t!(c, thing_key(view.target.what)))
        }
    };
    let link = here.of(Name::MarkNow, &view.target.id);
    let body = html! {
        div.set { (title(over, &name, html! {})) }
        div.set {
            div {
                p.lede { (target(c, &view.target)) }
                p.note.sp-t { (t!(c, "mark-about")) }
                @if here.may.speak.is() {
                    div.sp-t {
                        (fields::newcomer_note(c, here.may.speak))
                        (fields::form(c, Name::MarkNow, &link, |f| inside(c, view, f)))
                    }
                } @else { p.note { (cannot_speak(c)) } }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Moves),
        body,
    }
}

fn inside(c: &Context<'_>, view: &MarkView, f: Fields<'_>) -> Markup {
    html! {
        @if !view.paragraphs.is_empty() { (passage(c, view, f)) }
        (f.kinds(view.chosen))
        (f.area("object", "mark-object", ""))
        div.fields {
            (f.line("from", "mark-from", ""))
            (f.line("to", "mark-to", ""))
        }
        (f.area("condition", "mark-condition", ""))
        (f.area("reason", "mark-reason", ""))
        (f.speaks_for())
        (others_words(c, f))
        details.more {
            summary { (t!(c, "reply-details")) }
            (f.language())
        }
        (f.send("mark-send", "mark-means"))
    }
}

fn passage(c: &Context<'_>, view: &MarkView, f: Fields<'_>) -> Markup {
    let mut choices = vec![Choice::new("", t!(c, "mark-whole"))];
    choices.extend(view.paragraphs.iter().zip(1_u64..).map(|(words, number)| {
        Choice::new(
            number.to_string(),
            format!("{number} {}", clipped(words.trim(), 72)),
        )
    }));
    html! {
        (f.select("paragraph", "mark-passage", &choices, c.query.get("paragraph")))
        (f.line("quote", "passage-words", ""))
    }
}

/// A remark somebody else's words make: the mark is the marker's.
fn others_words(c: &Context<'_>, f: Fields<'_>) -> Markup {
    html! {
        details.more {
            summary { (t!(c, "mark-others")) }
            p.note { (t!(c, "mark-others-about")) }
            (f.line("found-in", "mark-found-in", ""))
            (f.area("found-words", "mark-found-words", ""))
        }
    }
}
