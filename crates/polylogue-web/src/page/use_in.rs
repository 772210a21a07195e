//! Taking something up in a text. Which text, where in it, and in which words; without a script
//! the text is chosen first, and its lines are then in the form.

use maud::{Markup, html};
use polylogue_core::id::OperationId;

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::fields::{self, Choice, Fields};
use crate::page::parts::{cannot_speak, clipped, target, title, words_of};
use crate::routes::Name;
use crate::t;
use crate::view::use_in::UseInView;

/// How much of a line stands in the list to choose from, in characters.
const LINE_CHARACTERS: usize = 72;

/// The form.
#[must_use]
pub fn page(c: &Context<'_>, view: &UseInView) -> Shown {
    let name = t!(c, "use-title");
    let body = html! {
        (title(html! { (target(c, &view.target)) }, &name, html! { (t!(c, "use-about")) }))
        @if !view.passage.is_empty() {
            blockquote.quoted.hang dir="auto" { p { (view.passage) } }
        }
        @if !view.also.is_empty() {
            p.note { (t!(c, "use-also", count = view.also.len())) }
            ul.marks { @for it in &view.also { li { (target(c, it)) } } }
        }
        @if c.here().may.speak.is() {
            (texts(c, view))
            (fields::newcomer_note(c, c.here().may.speak))
            (fields::form(c, Name::UseNow, &c.here().of(Name::UseNow, &view.target.id), |f| {
                inside(c, view, f)
            }))
        } @else { p.quiet { (cannot_speak(c)) } }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// This page for another text, with everything else that was chosen.
fn with_document(c: &Context<'_>, view: &UseInView, document: &str) -> Link {
    let mut link = c.here().of(Name::Use, &view.target.id);
    for field in ["quote", "paragraph", "figure", "also"] {
        if let Some(value) = c.query.given(field) {
            link = link.with(field, value);
        }
    }
    link.with("document", document)
}

/// The texts it could be taken up in.
fn texts(c: &Context<'_>, view: &UseInView) -> Markup {
    let chosen = view.chosen.as_ref().map(|it| it.said.id);
    html! {
        @if !view.documents.is_empty() {
            nav.pages aria-label=(t!(c, "use-in-which")) {
                @for row in &view.documents {
                    @let current = (chosen == Some(row.said.id)).then_some("true");
                    a href=(with_document(c, view, &short(&row.said.id))) aria-current=[current] {
                        (words_of(&row.title))
                    }
                    " "
                }
                a href=(with_document(c, view, "new")) aria-current=[
                    chosen.is_none().then_some("true")
                ] { (t!(c, "use-new")) }
            }
        }
    }
}

fn inside(c: &Context<'_>, view: &UseInView, f: Fields<'_>) -> Markup {
    let also: Vec<String> = view.also.iter().map(|it| short(&it.id)).collect();
    html! {
        // A passage chosen by its number stands here by its words.
        @let is_refused = fields::is_refused(c, Name::UseNow);
        @let passage = if is_refused { f.value("quote", "") } else { view.passage.clone() };
        input type="hidden" name="quote" value=(passage);
        input type="hidden" name="also" value=(f.value("also", &also.join(" ")));
        @match &view.chosen {
            Some(row) => {
                input type="hidden" name="document" value=(short(&row.said.id));
                (f.area("text", "use-words", &view.words))
                (f.select("after", "use-where", &places(c, view), ""))
                (f.tick("rest", "use-rest"))
            }
            None => {
                (f.needed("title", "synthesis-name", ""))
                (f.area("text", "use-words", &view.words))
            }
        }
        (f.language_hidden())
        (f.send("use-send", "use-send-means"))
    }
}

/// Where in the text: at its end, or behind one of its lines, the last first.
fn places(c: &Context<'_>, view: &UseInView) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", t!(c, "use-at-end"))];
    choices.extend(view.lines.iter().rev().map(|(id, words)| {
        let words = clipped(words, LINE_CHARACTERS);
        Choice::new(short(id), t!(c, "use-after", line = words))
    }));
    choices
}

/// The way here from a thing's page, for whoever may write.
#[must_use]
pub fn way(c: &Context<'_>, id: &OperationId) -> Markup {
    way_with(c, c.here().of(Name::Use, id))
}

/// As [`way`], with a passage, a figure or more things chosen.
#[must_use]
pub fn way_with(c: &Context<'_>, link: Link) -> Markup {
    html! { @if c.here().may.speak.is() { a href=(link) { (t!(c, "use-link")) } } }
}
