//! Finding words in everything said here.

use maud::{Markup, PreEscaped, Render as _, html};
use polylogue_store::query::{Hit, MoveRow, TargetRow, Thing, Words};

use crate::context::Context;
use crate::page::Shown;
use crate::page::fields::in_order;
use crate::page::parts::{
    HasMore, direction, is_readable, kind, language, language_tag, link_to, pages, person, said_at,
    said_by_move_as, section_head, speaker, speaks_for, taken_back, target, thing_key, title, when,
    who_said, words_of,
};
use crate::routes::Name;
use crate::view::search::SearchView;
use crate::{rich, t};

/// Sorts of things one can look for, as they stand in the address.
pub const SORTS: [(&str, Thing); 8] = [
    ("turn", Thing::Turn),
    ("claim", Thing::Claim),
    ("move", Thing::Move),
    ("dialogue", Thing::Dialogue),
    ("perspective", Thing::Perspective),
    ("question", Thing::Question),
    ("source", Thing::Source),
    ("practice", Thing::Practice),
];

/// The search.
#[must_use]
pub fn page(c: &Context<'_>, view: &SearchView) -> Shown {
    let name = t!(c, "part-search");
    let mut link = c.here().to(Name::Search);
    for (field, value) in &view.asked {
        link = link.with(field, value);
    }
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! {}, &name, html! {}))
        (form(c))
        @if !view.named.is_empty() {
            section.sec aria-labelledby="named" {
                (section_head("named", &t!(c, "search-named"), html! {}))
                ul.list {
                    @for row in &view.named {
                        li { p.name { (target(c, row)) } p.note { (t!(c, thing_key(row.what))) } }
                    }
                }
            }
        }
        (people(c, view))
        @if view.has_asked && view.people.is_empty() {
            section.sec aria-labelledby="found" {
                @let count = view.part.0 + view.hits.len() as u64;
                (section_head("found", &t!(c, "search-found", count = count), html! {
                    @if view.has_more { (t!(c, "search-cut")) }
                }))
                @if count == 0 {
                    @let nobody = c.query.given("by").is_some() && view.asked_by.is_none();
                    p.quiet {
                        @if nobody { (t!(c, "search-nobody")) } @else { (t!(c, "search-nothing")) }
                    }
                    p.note { (t!(c, "search-nothing-step")) }
                }
                ul.list { @for hit in &view.hits { (a_hit(c, view, hit)) } }
                (pages(c, &link, view.part, has_more))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Search),
        body,
    }
}

/// Several go by such a name: the same search for each of them.
fn people(c: &Context<'_>, view: &SearchView) -> Markup {
    let link = |key: &polylogue_core::id::Key| {
        let others = view.asked.iter().filter(|(field, _)| *field != "by");
        let link = others.fold(c.here().to(Name::Search), |link, (field, value)| {
            link.with(field, value)
        });
        // As many digits as addresses have.
        link.with("by", key.to_string().chars().take(12).collect::<String>())
    };
    html! {
        @if !view.people.is_empty() {
            section.sec aria-labelledby="people-like" {
                (section_head("people-like", &t!(c, "search-people"), html! {}))
                ul.list {
                    @for (key, name) in &view.people {
                        li { p.name { a href=(link(key)) { (words_of(name)) } } }
                    }
                }
            }
        }
    }
}

fn form(c: &Context<'_>) -> Markup {
    let query = c.query;
    html! {
        form method="get" action=(c.here().to(Name::Search)) role="search"
            aria-label=(t!(c, "part-search")) {
            label.lab for="words" { (t!(c, "search-words")) }
            div.find {
                input type="search" id="words" name="words" dir="auto" value=(query.get("words"))
                    autofocus[query.get("words").is_empty()];
                button.first type="submit" { (t!(c, "search-send")) }
            }
            div.fields.sp-t.form {
                div.row {
                    label.lab for="thing" { (t!(c, "search-thing")) }
                    select id="thing" name="thing" {
                        option value="" { (t!(c, "search-anything")) }
                        @for (value, thing) in SORTS {
                            option value=(value) selected[query.get("thing") == value] {
                                (t!(c, thing_key(Some(thing))))
                            }
                        }
                    }
                }
                div.row {
                    label.lab for="perspective" { (t!(c, "speak-perspective")) }
                    select id="perspective" name="perspective" {
                        option value="" { (t!(c, "search-any-perspective")) }
                        @for (id, chip) in in_order(c) {
                            @let value = crate::link::short(id);
                            option value=(value) selected[query.get("perspective") == value] {
                                (chip.name.words)
                            }
                        }
                    }
                }
                div.row {
                    label.lab for="by" { (t!(c, "search-by")) }
                    input type="text" id="by" name="by" dir="auto" value=(query.get("by"));
                }
                div.row {
                    label.lab for="language" { (t!(c, "language")) }
                    input type="text" id="language" name="language"
                        value=(query.get("language"));
                }
            }
        }
    }
}

fn a_hit(c: &Context<'_>, view: &SearchView, hit: &Hit) -> Markup {
    if let Some((row, in_turn)) = view.moves.get(&hit.target.id) {
        return a_move(c, row, in_turn.as_ref());
    }
    html! {
        li {
            p lang=[language_tag(&hit.language)] dir="auto" {
                a href=(hit_link(c, view, hit)) { (snippet(&hit.snippet)) }
            }
            p.note {
                (t!(c, thing_key(hit.target.what))) (t!(c, "between"))
                (who_said(c, &hit.by, hit.target.speaker.as_deref()))
                (t!(c, "between"))
                (said_at(c, hit.target.said_at.as_deref(), hit.time))
                (taken_back(c, &hit.target.shown))
            }
        }
    }
}

/// The way to what was found: in a turn, to the very paragraph.
fn hit_link(c: &Context<'_>, view: &SearchView, hit: &Hit) -> String {
    let link = link_to(c, hit.target.what, &hit.target.id);
    match view.passages.get(&hit.target.id) {
        Some(passage) => link.at(passage).to_string(),
        None => link.to_string(),
    }
}

/// A move as a sentence: who makes it, what it does, on what, and what it says.
fn a_move(c: &Context<'_>, row: &MoveRow, in_turn: Option<&TargetRow>) -> Markup {
    let who = html! {
        @match in_turn {
            Some(turn) => {
                @match (&turn.speaker, &turn.by) {
                    (Some(speaker), _) => bdi.sc dir="auto" { (speaker) },
                    (None, Some(by)) => (person(c, by)),
                    (None, None) => (t!(c, "unnamed-speaker")),
                }
            }
            None => (speaker(c, &row.said)),
        }
        @if row.perspective.is_some() { ", " (speaks_for(c, row.perspective, row.voice)) }
    };
    let what = html! {
        a.mv-link href=(c.here().of(Name::Move, &row.said.id)) { (kind(c, row.kind)) }
    };
    html! {
        li {
            p {
                (rich!(c, "search-move"; who = who, move = what, about = target(c, &row.target)))
                @if is_readable(&row.said.shown) { (said_by_move_as(c, row, found)) }
            }
            p.note {
                (t!(c, "thing-move")) (t!(c, "between"))
                @if in_turn.is_some() {
                    (rich!(c, "move-marked-by"; who = person(c, &row.said.by)))
                    (t!(c, "between"))
                }
                (when(c, &row.said))
                (taken_back(c, &row.said.shown))
            }
        }
    }
}

/// A short text with the words found in it.
fn found(words: &Words) -> Markup {
    html! { bdi lang=[language(words)] dir=[direction(words)] { (snippet(&words.words)) } }
}

/// The words around a match; matches stand between the signs the store puts there.
#[must_use]
pub fn snippet(words: &str) -> Markup {
    let mut html = String::new();
    for part in words.split_inclusive(['\u{2}', '\u{3}']) {
        let (text, sign) = match part.chars().next_back() {
            Some('\u{2}') => (&part[..part.len() - 1], "<mark>"),
            Some('\u{3}') => (&part[..part.len() - 1], "</mark>"),
            _ => (part, ""),
        };
        text.render_to(&mut html);
        html.push_str(sign);
    }
    let is_even = html.matches("<mark>").count() == html.matches("</mark>").count();
    if is_even {
        PreEscaped(html)
    } else {
        let plain: String = words
            .chars()
            .filter(|it| !matches!(it, '\u{2}' | '\u{3}'))
            .collect();
        html! { (plain) }
    }
}
