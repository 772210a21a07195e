//! Who answers whom, who speaks from within, and who was not heard.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_store::query::PersonRef;
use polylogue_store::sift::Heard;

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{
    beyond, empty, parts, person, perspective, section_head, some_perspectives, title,
};
use crate::page::sift::{cell_link, ways};
use crate::routes::Name;
use crate::view::Part;
use crate::view::sift_cell::Table;
use crate::view::sift_voices::{Answers, SiftVoicesView};
use crate::words::listed;
use crate::{rich, t};

mod graph;

/// The voices.
#[must_use]
pub fn page(c: &Context<'_>, view: &SiftVoicesView) -> Shown {
    let title_words = t!(c, "sift-voices");
    let link = c.here().to(Name::SiftVoices);
    let with = |name: &str, part: Part| match part.from {
        0 => link.clone(),
        from => link.clone().with(name, from),
    };
    let answers = with("heard", view.heard_part);
    let heard_link = with("from", view.part);
    let body = html! {
        (title(html! {}, &title_words, html! { (t!(c, "sift-voices-about")) }))
        (ways(c, Name::SiftVoices))
        section.sec aria-labelledby="edges" {
            (section_head("edges", &t!(c, "sift-answers"), html! {}))
            @if view.part.all == 0 {
                (empty(c, "sift-answers-none",
                    Some((c.here().to(Name::Dialogues), "moves-none-step"))))
            } @else if view.part.is_beyond() { (beyond(c, &answers, view.part)) }
            @else {
                (shape(c, view)) (edges(c, view))
                (parts(c, &answers, view.part, ("from", &t!(c, "sift-answers"))))
                (graph::figure(c, view))
            }
        }
        section.sec aria-labelledby="heard" {
            (section_head("heard", &t!(c, "sift-heard"), html! {}))
            @if view.heard_part.is_beyond() { (beyond(c, &heard_link, view.heard_part)) }
            @else {
                (heard(c, view))
                (parts(c, &heard_link, view.heard_part, ("heard", &t!(c, "sift-heard"))))
            }
        }
        (languages(c, view))
        (people(c, view))
    };
    Shown {
        title: title_words,
        part: Some(Name::Sift),
        body,
    }
}

fn shape(c: &Context<'_>, view: &SiftVoicesView) -> Markup {
    let shape = &view.shape;
    let ids = |places: &[usize]| {
        let ids = places.iter().filter_map(|it| view.perspectives.get(*it));
        ids.copied().collect::<Vec<_>>()
    };
    html! {
        div.prose {
            @if let Some(id) = shape.star_around.and_then(|it| view.perspectives.get(it)) {
                p { (rich!(c, "sift-star"; perspective = perspective(c, id))) }
            }
            p {
                (t!(c, "sift-both-ways", pairs = shape.pairs, both = shape.both_ways,
                    within = shape.both_ways_within))
            }
            @if !shape.no_reply.is_empty() {
                p {
                    (rich!(c, "sift-no-reply", count = shape.no_reply.len();
                        perspectives = some_perspectives(c, &ids(&shape.no_reply))))
                }
            }
        }
    }
}

fn edges(c: &Context<'_>, view: &SiftVoicesView) -> Markup {
    let id = |at: usize| view.perspectives.get(at);
    html! {
        div.scroll role="group" aria-labelledby="edges" tabindex="0" {
            table.table {
                caption { (t!(c, "sift-answers-caption")) }
                thead { tr {
                    th scope="col" { (t!(c, "sift-who-answers")) }
                    th scope="col" { (t!(c, "sift-whom")) }
                    th scope="col" { (t!(c, "sift-times")) }
                } }
                tbody { @for pair in pairs(view) {
                    @if let Some((from, to)) = id(pair.ends.0).zip(id(pair.ends.1)) { tr {
                        th scope="row" { (perspective(c, from)) }
                        td { (perspective(c, to)) }
                        td {
                            @match pair.back {
                                Some(back) => (rich!(c, "sift-answers-of";
                                    answers = times(c, (from, to), pair.there),
                                    answered = times(c, (to, from), back))),
                                None => (times(c, (from, to), pair.there)),
                            }
                        }
                    } }
                } }
            }
        }
    }
}

/// How often one answers another, and how much of that is from within.
fn times(c: &Context<'_>, ends: (&OperationId, &OperationId), answers: Answers) -> Markup {
    html! {
        a href=(cell_link(c, Table::Answers, ends)) { (answers.times) }
        @if answers.within == answers.times { " (" (t!(c, "sift-within")) ")" }
        @else if answers.within > 0 {
            " (" (t!(c, "synopsis-partly-within", within = answers.within, all = answers.times)) ")"
        }
    }
}

/// Two who answer each other, or one who answers another.
struct Pair {
    ends: (usize, usize),
    there: Answers,
    back: Option<Answers>,
}

/// Who answers whom in this part, both ways as one.
fn pairs(view: &SiftVoicesView) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (at, answers) in &view.edges {
        match pairs.iter_mut().find(|it| it.ends == (at.1, at.0)) {
            Some(pair) => pair.back = Some(*answers),
            None => pairs.push(Pair {
                ends: *at,
                there: *answers,
                back: None,
            }),
        }
    }
    pairs
}

fn heard(c: &Context<'_>, view: &SiftVoicesView) -> Markup {
    let places = view.heard_part.places();
    html! {
        div.scroll role="group" aria-labelledby="heard" tabindex="0" {
            table.table aria-labelledby="heard" {
                thead { tr {
                    th scope="col" { (t!(c, "thing-perspective")) }
                    th.num scope="col" { (t!(c, "sift-turns-within")) }
                    th.num scope="col" { (t!(c, "sift-turns-behalf")) }
                    th.num scope="col" { (t!(c, "part-moves")) }
                    th scope="col" { (t!(c, "sift-in-reply")) }
                } }
                tbody { @for (place, (id, it)) in
                    places.clone().zip(view.perspectives[places].iter().zip(&view.heard)) { tr {
                    th scope="row" { (perspective(c, id)) }
                    td.num { (it.turns_within) }
                    td.num { (it.turns_on_behalf) }
                    td.num { (it.moves_within + it.moves_on_behalf) }
                    td { (standing(c, it, !view.shape.no_reply.contains(&place))) }
                } } }
            }
        }
    }
}

fn standing(c: &Context<'_>, heard: &Heard, is_answered: bool) -> Markup {
    html! {
        @if !heard.is_heard() { span.unheard { (t!(c, "not-heard")) } }
        @else if !is_answered { span.unheard { (t!(c, "sift-nobody-answers")) } }
        @else if !heard.is_heard_within() { (t!(c, "sift-only-behalf")) }
        @else { (t!(c, "sift-from-within")) }
    }
}

fn languages(c: &Context<'_>, view: &SiftVoicesView) -> Markup {
    html! {
        @if !view.languages.is_empty() {
            section.sec aria-labelledby="languages" {
                (section_head("languages", &t!(c, "sift-languages"), html! {}))
                ul.list { @for row in &view.languages { li {
                    @if row.language == "und" { (t!(c, "sift-language-unsaid")) }
                    @else { bdi lang=(row.language) { (row.language) } }
                    (t!(c, "between"))
                    @if row.turns == 0 { span.unheard { (t!(c, "sift-language-unheard")) } }
                    @else { (t!(c, "sift-language-turns", count = row.turns)) }
                } } }
            }
        }
    }
}

fn people(c: &Context<'_>, view: &SiftVoicesView) -> Markup {
    html! {
        @if view.silent_count > 0 {
            section.sec aria-labelledby="people" {
                (section_head("people", &t!(c, "sift-people"), html! {}))
                details.more {
                    summary { (t!(c, "sift-people-count", count = view.silent_count)) }
                    p.prose {
                    (rich!(c, "sift-people-silent", count = view.silent_count;
                        people = listed(c.words, view.silent.iter().map(|it| person(c, &PersonRef {
                            key: it.key,
                            name: it.name.clone(),
                            standing: it.standing,
                        })).collect())))
                    }
                }
            }
        }
    }
}
