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

/// One claim, with who supports and challenges it.
#[must_use]
pub fn line(c: &Context<'_>, view: &SiftSharedView, row: &SharedClaim) -> Markup {
    let shared = &row.shared;
    let sides = [
        (t!(c, "sift-supports"), &shared.support, &row.support),
        (t!(c, "sift-challenges"), &shared.challenge, &row.challenge),
    ];
    html! {
            p.name { (target(c, &row.claim)) }
            p.note {
                (t!(c, "sift-independent", count = shared.support.len(),
                    independent = shared.support_independent))
                @if !shared.challenge.is_empty() {
                    (t!(c, "between"))
                    (t!(c, "sift-independent-against", count = shared.challenge.len(),
                        independent = shared.challenge_independent))
                }
            }
            @for (word, stands, reasons) in sides {
                @if !stands.is_empty() {
                    p.note { (word) }
                    ul.marks { @for (stand, why) in stands.iter().zip(reasons) {
                        (stands_so(c, view, stand, why))
                    } }
                }
            }
    }
}

fn stands_so(c: &Context<'_>, view: &SiftSharedView, stand: &Stand, why: &[ReasonRow]) -> Markup {
    html! {
        li {
            @if let Some(id) = view.perspectives.get(stand.perspective) { (perspective(c, id)) }
            " " span.note {
                @if stand.is_within { (t!(c, "sift-within")) } @else { (t!(c, "sift-on-behalf")) }
                @if stand.is_qualified { (t!(c, "between")) (t!(c, "sift-with-conditions")) }
            }
            @for reason in why { " " (reason_words(c, reason)) }
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
