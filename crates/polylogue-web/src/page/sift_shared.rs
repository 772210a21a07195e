//! Claims that several perspectives support, each for its own reasons, and claims that divide.

use maud::{Markup, html};
use polylogue_store::query::{ReasonRow, Thing};
use polylogue_store::sift::Stand;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::parts::{
    beyond, clipped, empty, kind, link_to, parts, perspective, section_head, target, title,
    words_of,
};
use crate::page::sift::ways;
use crate::routes::Name;
use crate::t;
use crate::view::sift_shared::{SharedClaim, SiftSharedView};

/// How much of a passage is shown, in characters.
const PASSAGE_CHARACTERS: usize = 220;

/// One of the two lists.
#[must_use]
pub fn page(c: &Context<'_>, view: &SiftSharedView) -> Shown {
    let here = c.here();
    let name = t!(c, "sift-shared");
    let link = here.to(Name::SiftShared);
    let dividing = link.clone().with("list", "division");
    let (list, link, order) = if view.is_division {
        (
            t!(c, "sift-divided-list"),
            dividing.clone(),
            t!(c, "sift-divided-order"),
        )
    } else {
        (
            t!(c, "sift-shared-list"),
            link.clone(),
            t!(c, "sift-shared-order"),
        )
    };
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "sift-shared-about")) }))
        (ways(c, Name::SiftShared))
        p.key-list {
            a href=(here.to(Name::SiftShared)) {
                (t!(c, "sift-count-shared", count = view.counts.0))
            }
            " " a href=(dividing) { (t!(c, "sift-count-divided", count = view.counts.1)) }
        }
        section.sec aria-labelledby="list" {
            (section_head("list", &list, html! { (order) }))
            @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
            @else if view.rows.is_empty() {
                (empty(c, "sift-shared-none", Some((here.to(Name::Claims), "claims-list"))))
            } @else {
                ul.list { @for row in &view.rows {
                    li id=(short(&row.claim.id)) { (line(c, view, row)) }
                } }
                (parts(c, &link, view.part, ("from", &list)))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// One claim, with who supports and challenges it. Who does both stands apart, with both.
#[must_use]
pub fn line(c: &Context<'_>, view: &SiftSharedView, row: &SharedClaim) -> Markup {
    let shared = &row.shared;
    let both = shared.both();
    let of = |is_both: bool| {
        let support = shared.support.iter().zip(&row.support);
        let support = support.filter(move |it| shared.is_both(it.0.perspective) == is_both);
        support.map(|it| (it, Side::Support)).collect::<Vec<_>>()
    };
    let challenge = shared.challenge.iter().zip(&row.challenge);
    let others = challenge.filter(|it| !shared.is_both(it.0.perspective));
    let groups = [
        (t!(c, "sift-supports"), of(false)),
        (t!(c, "sift-supports-but"), of(true)),
        (
            t!(c, "sift-challenges"),
            others.map(|it| (it, Side::Challenge)).collect(),
        ),
    ];
    html! {
            p.name { (target(c, &row.claim)) }
            p.note {
                (t!(c, "sift-independent", count = shared.support.len(),
                    independent = shared.support_independent))
                @if both > 0 {
                    (t!(c, "list-next")) (t!(c, "sift-with-objections", count = both))
                }
                @let others = shared.challenge.len() - both;
                @if others > 0 {
                    (t!(c, "between"))
                    @if both > 0 { (t!(c, "sift-others-against", count = others)) }
                    @else {
                        (t!(c, "sift-independent-against", count = others,
                            independent = shared.challenge_independent))
                    }
                }
            }
            @for (word, stands) in groups {
                @if !stands.is_empty() {
                    p.note { (word) }
                    ul.marks { @for ((stand, why), side) in stands {
                        (stands_so(c, view, (stand, why.as_slice()), objections(row, stand, side)))
                    } }
                }
            }
    }
}

/// Which list of a claim somebody is shown in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Support,
    Challenge,
}

/// Why somebody who supports a claim has objections, too.
fn objections<'a>(row: &'a SharedClaim, stand: &Stand, side: Side) -> &'a [ReasonRow] {
    let mut challenge = row.shared.challenge.iter().zip(&row.challenge);
    let own = challenge.find(|it| it.0.perspective == stand.perspective);
    match (side, own) {
        (Side::Support, Some((_, why))) => why,
        _ => &[],
    }
}

fn stands_so(
    c: &Context<'_>,
    view: &SiftSharedView,
    (stand, why): (&Stand, &[ReasonRow]),
    objections: &[ReasonRow],
) -> Markup {
    html! {
        li {
            @if let Some(id) = view.perspectives.get(stand.perspective) { (perspective(c, id)) }
            " " span.note {
                @if stand.is_within { (t!(c, "sift-within")) } @else { (t!(c, "sift-on-behalf")) }
                @if stand.is_qualified { (t!(c, "between")) (t!(c, "sift-with-conditions")) }
            }
            @for reason in why { " " (reason_words(c, reason)) }
            @if !objections.is_empty() {
                " " br; (t!(c, "synopsis-but"))
                @for reason in objections { " " (reason_words(c, reason)) }
            }
        }
    }
}

fn reason_words(c: &Context<'_>, reason: &ReasonRow) -> Markup {
    let what = reason.what.filter(|it| *it != Thing::Person);
    html! {
        a.mv-link href=(link_to(c, what, &reason.said.id)) {
            @match reason.kind {
                Some(number) => (kind(c, number)),
                None => (t!(c, "sift-holds")),
            }
        }
        // Who holds a claim says it in the claim's own words, which stand above.
        @if reason.what != Some(Thing::Claim) && !reason.text.words.is_empty() {
            " " (words_of(&reason.text))
        }
        @if let Some(passage) = &reason.passage {
            " " a href=(c.here().of(Name::Thing, &passage.of)) {
                q { bdi dir="auto" { (clipped(&passage.exact, PASSAGE_CHARACTERS)) } }
            }
        }
    }
}
