//! People on a map: the groups, the picture with its table, who stands in one part of it, and the
//! votes themselves where few have voted.

use maud::{Markup, html};
use polylogue_map::lens::telling::Telling;
use polylogue_map::polis::Side;
use polylogue_map::{Count, Vote};

use super::bars::letter;
use super::picture::{self, STOPS_MAX, address, opened, part, picture};
use super::{claim, outcome, vote_word, whole};
use crate::context::Context;
use crate::link::{Link, short};
use crate::page::parts::{name, name_words, parts, perspective, section_head};
use crate::page::seat::sentence;
use crate::routes::Name;
use crate::t;
use crate::view::map::{Crowd, DOTS_MAX, Gathered, MapView, NAMED, OF_FEW, TELLING, by_name};

/// With fewer people in a group, one vote moves its figures by as much as is said.
const SMALL_GROUP: usize = 12;
/// Perspectives named as near to a group.
const NEAR: usize = 3;

/// Every group: who is in it, and what sets it apart.
#[must_use]
pub fn groups(c: &Context<'_>, view: &MapView) -> Markup {
    let grouping = &view.open.map.grouping;
    html! {
        section.sec aria-labelledby="groups" {
            (section_head("groups", &t!(c, "map-groups"), html! {}))
            p { (outcome(c, view)) }
            @if view.has_groups() {
                p.note { (t!(c, "map-groups-about")) }
                @for group in 0..grouping.count() { (one(c, view, group)) }
                @let rest = grouping.group_of.iter().filter(|it| it.is_none()).count();
                @if rest > 0 {
                    p.note.sp-t {
                        a href=(all_of(c, view, Crowd::Unplaced)) {
                            (t!(c, "map-not-placed", people = rest))
                        }
                    }
                }
            }
        }
    }
}

fn one(c: &Context<'_>, view: &MapView, group: usize) -> Markup {
    let people: Vec<usize> = members(view, group).collect();
    let size = view.open.map.grouping.sizes[group];
    let telling = telling(view, group);
    let near = near(view, group);
    html! {
        div.sec id={ "group-" (letter(group)) } {
            h3 {
                (t!(c, "map-hull", group = letter(group), people = size))
                @if view.me.is_some_and(|me| view.group_of(me) == Some(group)) {
                    " " span.note { (t!(c, "map-with-you")) }
                }
            }
            @if let Some(it) = telling.first() {
                p {
                    @match it.side {
                        Side::Agree => (t!(c, "map-known-agree")),
                        Side::Disagree => (t!(c, "map-known-disagree")),
                    }
                    " " b { (claim(c, view, it.claim)) }
                }
            }
            p.note { (who(c, view, &people, Crowd::Group(group))) }
            @if telling.is_empty() { p.quiet { (t!(c, "map-nothing-apart")) } }
            @else {
                ul.few {
                    @for it in &telling {
                        li {
                            span { (claim(c, view, it.claim)) }
                            span.note { (beside_others(c, view, group, it)) }
                        }
                    }
                }
            }
            @if !near.is_empty() {
                p.note.gap {
                    (t!(c, "map-near")) " "
                    (crate::words::listed(c.words,
                        near.iter().map(|it| perspective(c, it)).collect()))
                }
            }
            @if size < SMALL_GROUP {
                @let points = 100 / whole(size).max(1);
                p.note { (t!(c, "map-small-group", people = size, points = points)) }
            }
        }
    }
}

/// How many of a group are on the side that sets it apart, and how many of the others.
fn beside_others(c: &Context<'_>, view: &MapView, group: usize, it: &Telling) -> String {
    let by_group = &view.open.map.results.by_group;
    let own = by_group[group][it.claim];
    let counts = by_group.iter().map(|counts| counts[it.claim]);
    let all = counts.fold(Count::default(), Count::and);
    let (key, here, there) = match it.side {
        Side::Agree => ("map-telling-agree", own.agree, all.agree - own.agree),
        Side::Disagree => {
            let others = all.disagree - own.disagree;
            ("map-telling-disagree", own.disagree, others)
        }
    };
    let others = all.seen() - own.seen();
    t!(
        c,
        key,
        here = here,
        of = own.seen(),
        there = there,
        others = others
    )
}

/// What sets a group apart most; of what does so alike, in the order of the words.
fn telling(view: &MapView, group: usize) -> Vec<Telling> {
    let list = view.open.map.results.telling[group].iter();
    let mut list: Vec<Telling> = list.take(TELLING).copied().collect();
    let words = |it: &Telling| view.claims.get(&it.claim).map(|row| &row.text.words);
    list.sort_by(|left, right| {
        let apart = |it: &Telling| it.share - it.others;
        let by_difference = apart(right).total_cmp(&apart(left));
        by_difference.then_with(|| words(left).cmp(&words(right)))
    });
    list
}

fn members(view: &MapView, group: usize) -> impl Iterator<Item = usize> {
    (0..view.open.people.len()).filter(move |it| view.group_of(*it) == Some(group))
}

/// The way to a list of people in full.
pub(super) fn all_of(c: &Context<'_>, view: &MapView, crowd: Crowd) -> Link {
    address(c, view).with("people", crowd.name()).at("people")
}

/// Some people by name, with the way to all of them.
fn who(c: &Context<'_>, view: &MapView, people: &[usize], crowd: Crowd) -> Markup {
    let mut known: Vec<usize> = people
        .iter()
        .copied()
        .filter(|it| view.people.contains_key(it))
        .collect();
    known.sort_by_cached_key(|it| by_name(&view.people[it].name.words));
    let shown = known.len().min(NAMED);
    let rest = people.len() - shown;
    html! {
        @for (index, person) in known[..shown].iter().enumerate() {
            @if index > 0 { (t!(c, "list-next")) }
            a href=(opened(c, view, *person)) { (name(c, &view.people[person])) }
        }
        @if rest > 0 {
            " " a href=(all_of(c, view, crowd)) { (t!(c, "map-and-more", count = rest)) }
        }
    }
}

/// The perspectives whose place is nearest to the middle of a group.
fn near(view: &MapView, group: usize) -> Vec<polylogue_core::id::OperationId> {
    let mut sum = (0.0, 0.0, 0.0);
    for person in members(view, group) {
        let place = &view.open.map.positions[person];
        sum = (sum.0 + place.likely_x, sum.1 + place.likely_y, sum.2 + 1.0);
    }
    let middle = (sum.0 / f64::max(sum.2, 1.0), sum.1 / f64::max(sum.2, 1.0));
    let mut near: Vec<(f64, polylogue_core::id::OperationId)> = view
        .placed
        .iter()
        .map(|it| {
            let apart = (it.place.likely_x - middle.0, it.place.likely_y - middle.1);
            (apart.0 * apart.0 + apart.1 * apart.1, it.perspective)
        })
        .collect();
    near.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    let one_of = view.open.map.grouping.count().min(NEAR);
    // Where every perspective would be named for every group, naming them says nothing.
    let count = near.len().div_ceil(one_of.max(1)).min(NEAR);
    near.into_iter().take(count).map(|it| it.1).collect()
}

/// The picture, and a table that says the same.
#[must_use]
pub fn map(c: &Context<'_>, view: &MapView) -> Markup {
    let is_drawn_together = view.open.people.len() > DOTS_MAX;
    let note = if is_drawn_together {
        "map-dots-together"
    } else {
        "map-dots"
    };
    html! {
        section.sec aria-labelledby="picture" {
            (section_head("picture", &t!(c, "map-picture-head"), html! {
                (t!(c, note))
                @if view.me.is_some() { " " (t!(c, "map-dots-you")) }
                @if view.chosen.is_some() && !is_drawn_together { " " (t!(c, "map-dots-one")) }
            }))
            div.two {
                figure.fig {
                    (picture(c, view))
                    figcaption {
                        (t!(c, "map-caption"))
                        @if c.copy.is_none() && view.open.people.len() > STOPS_MAX {
                            " " (t!(c, "map-caption-keys"))
                        }
                    }
                }
                div { (table(c, view)) (seat(c, view)) }
            }
        }
    }
}

/// The picture with its table, as a figure of a document has them; the votes themselves where few
/// have voted.
#[must_use]
pub fn drawn(c: &Context<'_>, view: &MapView) -> Markup {
    html! {
        @if view.is_small() { (votes(c, view)) }
        @else { (picture(c, view)) (table(c, view)) }
    }
}

/// Who stands where, as a table.
fn table(c: &Context<'_>, view: &MapView) -> Markup {
    let grouping = &view.open.map.grouping;
    let is_listed = view.open.people.len() <= DOTS_MAX;
    let has_near = !view.placed.is_empty();
    let listed = if is_listed { view.open.people.len() } else { 0 };
    let mut people: Vec<usize> = (0..listed).collect();
    people.sort_by_cached_key(|it| {
        let name = view.people.get(it).map_or("", |it| &it.name.words);
        (view.group_of(*it).unwrap_or(usize::MAX), by_name(name))
    });
    html! {
        @if view.has_groups() {
            div.scroll role="group" aria-label=(t!(c, "map-table")) tabindex="0" {
                table.table aria-label=(t!(c, "map-table")) {
                    caption { (t!(c, "map-table")) }
                    thead { tr {
                        th scope="col" { (t!(c, "map-group")) }
                        th.num scope="col" { (t!(c, "map-people")) }
                        @if has_near { th scope="col" { (t!(c, "map-near-head")) } }
                    } }
                    tbody {
                        @for (group, size) in grouping.sizes.iter().enumerate() {
                            tr {
                                th scope="row" {
                                    a href=(part(c, view, &format!("group-{}", letter(group)))) {
                                        (letter(group))
                                    }
                                }
                                td.num { (size) }
                                @if has_near {
                                    td {
                                        @for it in near(view, group) { (perspective(c, &it)) " " }
                                    }
                                }
                            }
                        }
                        @let rest = grouping.group_of.iter().filter(|it| it.is_none()).count();
                        @if rest > 0 {
                            tr {
                                th scope="row" {
                                    a href=(all_of(c, view, Crowd::Unplaced)) {
                                        (t!(c, "map-unplaced"))
                                    }
                                }
                                td.num { (rest) }
                                @if has_near { td {} }
                            }
                        }
                    }
                }
            }
        }
        @if is_listed {
            details.more {
                summary { (t!(c, "map-everybody", people = people.len())) }
                (people_table(c, view, &people))
            }
        } @else {
            details.more {
                summary { (t!(c, "map-cells")) }
                (cells_table(c, view))
            }
        }
    }
}

/// People with their group and how much they voted, each leading to their reasons.
fn people_table(c: &Context<'_>, view: &MapView, people: &[usize]) -> Markup {
    let votes = |person: usize| view.open.ballots.votes_of(person).count();
    html! {
        div.scroll role="group" aria-label=(t!(c, "map-table-people")) tabindex="0" {
            table.table aria-label=(t!(c, "map-table-people")) {
                thead { tr {
                    th scope="col" { (t!(c, "map-person")) }
                    th scope="col" { (t!(c, "map-group")) }
                    th.num scope="col" { (t!(c, "map-votes")) }
                } }
                tbody { @for person in people {
                    tr {
                        th scope="row" { a href=(opened(c, view, *person)) {
                            @match view.people.get(person) {
                                Some(row) => (name(c, row)),
                                None => (view.open.people[*person].short()),
                            }
                        } }
                        td { @match view.group_of(*person) {
                            Some(group) => (letter(group)),
                            None => span.quiet { (t!(c, "map-unsure")) },
                        } }
                        td.num { (votes(*person)) }
                    }
                } }
            }
        }
    }
}

/// Every dot of a picture where people are drawn together: how many stand there, and of which
/// groups.
fn cells_table(c: &Context<'_>, view: &MapView) -> Markup {
    let groups = if view.has_groups() {
        view.open.map.grouping.count()
    } else {
        0
    };
    html! {
        p.note { (t!(c, "map-cells-about", across = picture::ACROSS, down = picture::DOWN)) }
        div.scroll role="group" aria-label=(t!(c, "map-cells")) tabindex="0" {
            table.table aria-label=(t!(c, "map-cells")) {
                thead { tr {
                    th scope="col" { (t!(c, "map-cell-place")) }
                    th.num scope="col" { (t!(c, "map-people")) }
                    @for group in 0..groups { th.num scope="col" { (letter(group)) } }
                } }
                tbody { @for (cell, counts) in picture::counted(view) {
                    tr {
                        th scope="row" {
                            a href=(all_of(c, view, Crowd::Cell(cell))) {
                                (t!(c, "map-cell-at", across = cell % picture::ACROSS + 1,
                                    down = cell / picture::ACROSS + 1))
                            }
                        }
                        td.num { (counts.all) }
                        @for group in 0..groups { td.num { (counts.by_group[group]) } }
                    }
                } }
            }
        }
    }
}

/// Where the reader sits.
fn seat(c: &Context<'_>, view: &MapView) -> Markup {
    html! {
        div.sp-t id="seat" {
            h3 { (t!(c, "seat-head")) " " span.note { (t!(c, "seat-only-you")) } }
            @match &view.seat {
                None => p.note {
                    (t!(c, "seat-none")) " "
                    @if c.here().may.vote.is() {
                        a href=(c.here().to(Name::NextClaim).with("of", short(&view.id))) {
                            (t!(c, "map-vote-here"))
                        }
                    }
                },
                Some(seat) => (sentence(c, seat)),
            }
        }
    }
}

/// Some people listed in full: a group, who is in none, who stands at one place, whom a sign names.
#[must_use]
pub fn gathered(c: &Context<'_>, view: &MapView) -> Markup {
    let Some(Gathered {
        crowd,
        people,
        part,
    }) = &view.gathered
    else {
        return html! {};
    };
    let count = people.len();
    let head = match crowd {
        Crowd::Group(group) => t!(c, "map-hull", group = letter(*group), people = count),
        Crowd::Unplaced => t!(c, "map-not-placed", people = count),
        Crowd::Cell(_) => t!(c, "map-cell", people = count),
        Crowd::Sign(_) => t!(c, "map-sign-people", people = count),
        Crowd::Recorded => t!(c, "map-recorded-people", people = count),
    };
    let link = all_of(c, view, *crowd);
    html! {
        section.sec id="people" tabindex="-1" aria-labelledby="people-h" {
            (section_head("people-h", &head, html! {}))
            (people_table(c, view, &people[part.places()]))
            (parts(c, &link, *part, ("from", &t!(c, "map-table-people"))))
        }
    }
}

/// The votes themselves, where few have voted.
#[must_use]
pub fn few(c: &Context<'_>, view: &MapView) -> Markup {
    html! {
        section aria-labelledby="few" {
            (section_head("few", &t!(c, "map-few"), html! {}))
            p { (t!(c, "map-few-about", least = polylogue_map::groups::PEOPLE_MIN)) }
            (votes(c, view))
        }
    }
}

/// A claim in each row, a person in each column.
fn votes(c: &Context<'_>, view: &MapView) -> Markup {
    let vote = |person: usize, number: usize| -> Option<Vote> {
        let mut own = view.open.ballots.votes_of(person);
        own.find(|it| it.0 == number).map(|it| it.1)
    };
    let people = 0..view.open.people.len();
    let label = |person: usize| view.people.get(&person).map(|it| name_words(c, it));
    html! {
        @if view.open.people.is_empty() { p.quiet { (t!(c, "map-few-none")) } }
        @else {
            div.scroll role="group" aria-label=(t!(c, "map-few")) tabindex="0" {
                table.table.stack {
                    caption { (t!(c, "map-few-caption")) }
                    thead { tr {
                        th scope="col" { (t!(c, "thing-claim")) }
                        @for person in people.clone() {
                            th scope="col" {
                                @match view.people.get(&person) {
                                    Some(row) => (crate::page::parts::person(c, row)),
                                    None => (view.open.people[person].short()),
                                }
                            }
                        }
                    } }
                    tbody { @for number in 0..view.open.claims.len().min(OF_FEW) {
                        @if super::is_shown(view, number) {
                            tr {
                                th scope="row" { (claim(c, view, number)) }
                                @for person in people.clone() {
                                    td data-th=[label(person)] { @match vote(person, number) {
                                        Some(vote) => (vote_word(c, vote)),
                                        None => span.quiet { (t!(c, "map-no-vote")) },
                                    } }
                                }
                            }
                        }
                    } }
                }
            }
        }
    }
}
