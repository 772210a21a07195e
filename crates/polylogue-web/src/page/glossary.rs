//! The glossary: each term with when it was first said, who says it, and what each perspective
//! means by it.

use maud::{Markup, html};
use polylogue_store::query::{TERM_TYPE, TermRow, UseRow, UsedBy};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{
    beyond, cannot_speak, empty, lineage, move_line, parts, perspective, section_head, speaker,
    target, title, words_of,
};
use crate::page::search::snippet;
use crate::page::sift::ways;
use crate::routes::Name;
use crate::view::glossary::GlossaryView;
use crate::{rich, t};

/// The glossary.
#[must_use]
pub fn page(c: &Context<'_>, view: &GlossaryView) -> Shown {
    let name = t!(c, "glossary-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "glossary-about")) }))
        (ways(c, Name::Glossary))
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "glossary-list"), html! {}))
            @if view.part.is_beyond() {
                (beyond(c, &c.here().to(Name::Glossary), view.part))
            } @else if view.rows.is_empty() {
                (empty(c, "glossary-none", c.here().may.speak.is()
                    .then(|| (c.here().to(Name::Glossary).at("new"), "glossary-new"))))
            } @else {
                @for row in &view.rows { (term(c, row)) }
                (parts(c, &c.here().to(Name::Glossary), view.part,
                    ("from", &t!(c, "glossary-list"))))
            }
        }
        (new(c))
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn term(c: &Context<'_>, row: &TermRow) -> Markup {
    let id = &row.source.said.id;
    html! {
        article.sp-t id=(short(id)) aria-labelledby={ "term-" (short(id)) } {
            h3 id={ "term-" (short(id)) } {
                a href=(c.here().of(Name::Source, id)) { dfn { (words_of(&row.source.title)) } }
            }
            @if !row.source.note.words.is_empty() { p { (words_of(&row.source.note)) } }
            @match &row.born {
                Some(born) => (first(c, born)),
                None => p.quiet { (t!(c, "glossary-unsaid")) },
            }
            @if !row.used_by.is_empty() {
                ul.marks { @for it in &row.used_by { li { (used(c, it)) } } }
            }
            @if !row.meanings.is_empty() {
                p.note { (t!(c, "glossary-means")) }
                ul.marks { @for it in &row.meanings { li { (move_line(c, it)) } } }
            }
            @if !row.lineage.is_empty() { (lineage(c, &row.lineage)) }
            @if c.here().may.speak.is() {
                p.note {
                    a href=(c.here().of(Name::Mark, id).with("kind", "adds")) {
                        (t!(c, "glossary-say-meaning"))
                    }
                }
            }
        }
    }
}

fn first(c: &Context<'_>, born: &UseRow) -> Markup {
    html! {
        p {
            (rich!(c, "glossary-born"; day = html! { bdi { (born.date) } },
                place = target(c, &born.thing), who = speaker(c, &born.said)))
        }
        p { q { bdi dir="auto" { (snippet(&born.snippet)) } } }
    }
}

fn used(c: &Context<'_>, it: &UsedBy) -> Markup {
    html! {
        @match &it.perspective {
            Some(id) => (perspective(c, id)),
            None => (t!(c, "glossary-oneself")),
        }
        " " (t!(c, "glossary-texts", count = it.texts as u64)) (t!(c, "between"))
        (rich!(c, "glossary-since"; day = html! { bdi { (it.first.date) } },
            place = target(c, &it.first.thing)))
    }
}

fn new(c: &Context<'_>) -> Markup {
    let here = c.here();
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "glossary-new"), html! {}))
            @if !here.may.speak.is() { p.quiet { (cannot_speak(c)) } }
            @else {
                (fields::form(c, Name::AddSource, &here.to(Name::AddSource), |f| html! {
                    input type="hidden" name="type" value=(TERM_TYPE);
                    (f.needed("title", "glossary-term", ""))
                    (f.area("note", "glossary-note", ""))
                    (f.language())
                    (f.send_quietly("glossary-send"))
                }))
            }
        }
    }
}
