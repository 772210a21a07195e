//! The dialogues of a commons: open ones that wait for an answer first, and a form for another.

use maud::{Markup, html};
use polylogue_store::query::DialogueRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::dialogue::state;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    HasMore, clipped, empty, fate, is_readable, latest, named, pages, perspectives, section_head,
    title,
};
use crate::routes::Name;
use crate::t;
use crate::view::dialogues::DialoguesView;

/// The dialogues.
#[must_use]
pub fn page(c: &Context<'_>, view: &DialoguesView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-dialogues");
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "dialogues-about")) }))
        section aria-labelledby="list" {
            (section_head("list", &t!(c, "dialogues-list"), html! { (t!(c, "dialogues-order")) }))
            @if view.rows.is_empty() {
                (empty(c, "dialogues-none",
                    here.may.speak.is()
                        .then(|| (here.to(Name::Dialogues).at("new"), "dialogue-new"))))
            } @else {
                ul.list { @for row in &view.rows { (line(c, row)) } }
                (pages(c, &here.to(Name::Dialogues), view.part, has_more))
            }
        }
        @if here.may.speak.is() { (begin(c, view)) }
    };
    Shown {
        title: name,
        part: Some(Name::Dialogues),
        body,
    }
}

fn line(c: &Context<'_>, row: &DialogueRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p.name { a href=(c.here().of(Name::Dialogue, &row.said.id)) {
                (named(c, &row.title, &row.said, "thing-dialogue"))
            } }
            (fate(c, &row.said))
            @if !row.perspectives.is_empty() { p { (perspectives(c, &row.perspectives)) } }
            p.note {
                (state(c, row)) (t!(c, "between"))
                @if row.turns == 0 { span.unheard { (t!(c, "dialogue-nobody")) } }
                @else { (t!(c, "turns-count", count = row.turns)) }
                @if row.open_questions > 0 {
                    (t!(c, "between"))
                    b { (t!(c, "dialogue-open-questions", count = row.open_questions)) }
                }
                @if let Some(latest) = latest(c, row) { (t!(c, "between")) (latest) }
            }
        }
    }
}

fn begin(c: &Context<'_>, view: &DialoguesView) -> Markup {
    let here = c.here();
    let states = [
        Choice::new("open", t!(c, "begin-open")),
        Choice::new("planned", t!(c, "begin-planned")),
    ];
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "dialogue-new"), html! {
                a href=(here.to(Name::BringIn)) { (t!(c, "bring-in-link")) }
            }))
            (fields::newcomer_note(c, here.may.speak))
            (fields::form(c, Name::BeginDialogue, &here.to(Name::BeginDialogue), |f| html! {
                (f.needed("title", "begin-title", ""))
                (f.area("about", "begin-about", ""))
                (f.perspectives("perspectives", "begin-perspectives", &[]))
                @if !view.questions.is_empty() {
                    (f.ticks("questions", "begin-questions", &view.questions.iter().filter(|it| {
                        is_readable(&it.said.shown)
                    }).map(|it| {
                        Choice::new(short(&it.said.id), clipped(&it.text.words, 120))
                    }).collect::<Vec<_>>()))
                }
                (f.radios("state", "begin-state", &states, "open"))
                (f.day("scheduled", "begin-scheduled"))
                (f.language())
                (f.send("begin-send", "begin-means"))
            }))
        }
    }
}
