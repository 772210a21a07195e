//! Claims: the list, how far one has come with it, and a form for a new one.

use maud::{Markup, html};
use polylogue_core::kind::Choice as Vote;
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::ClaimRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    HasMore, cannot_speak, clipped, empty, fate, is_readable, named, pages, perspectives,
    section_head, tally, target, title,
};
use crate::page::preview;
use crate::routes::Name;
use crate::view::claims::{ClaimsView, Place};
use crate::{sprite, t};

/// The claims of a commons.
#[must_use]
pub fn page(c: &Context<'_>, view: &ClaimsView) -> Shown {
    let here = c.here();
    let name = t!(c, "claims-title");
    let under = html! { (t!(c, "claims-about")) };
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! {}, &name, under))
        @if here.may.vote.is() && !view.rows.is_empty() {
            p.acts {
                a.button.first href=(here.to(Name::NextClaim)) { (t!(c, "claims-vote")) }
                span.note { (t!(c, "claims-progress", done = view.voted, count = view.count)) }
            }
        }
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "claims-list"), html! { (t!(c, "claims-order")) }))
            @if view.rows.is_empty() {
                (empty(c, "claims-none",
                    here.may.speak.is()
                        .then(|| (here.to(Name::Claims).at("new"), "claims-none-step"))))
            } @else {
                ol.list { @for row in &view.rows { (line(c, row)) } }
                (pages(c, &here.to(Name::Claims), view.part, has_more))
            }
        }
        (new(c, view))
    };
    Shown {
        title: name,
        part: Some(Name::Claims),
        body,
    }
}

/// A claim in a list.
#[must_use]
pub fn line(c: &Context<'_>, row: &ClaimRow) -> Markup {
    html! {
        li id=(short(&row.said.id)) {
            p.name { a href=(c.here().of(Name::Claim, &row.said.id)) {
                (named(c, &row.text, &row.said, "thing-claim"))
            } }
            (fate(c, &row.said))
            p.note {
                (tally(c, &row.tally))
                @if let Some(mine) = &row.mine { (t!(c, "between")) (my_vote(c, mine.choice)) }
                @else if is_readable(&row.said.shown) {
                    (t!(c, "between")) span.unheard { (t!(c, "claim-not-voted")) }
                }
            }
            @let held = crate::page::claim::holders(row);
            @if !held.is_empty() {
                p.note { (t!(c, "claim-held")) " " (perspectives(c, &held)) }
            }
            @if let Some(under) = &row.under {
                p.note { (t!(c, "claim-under")) " " (target(c, under)) }
            }
        }
    }
}

/// What one voted, in a word with its sign.
#[must_use]
pub fn my_vote(c: &Context<'_>, choice: Vote) -> Markup {
    html! {
        @match choice {
            Vote::Agree => span.mv.support {
                (sprite::glyph(MoveKind::Agrees)) (t!(c, "you-agreed"))
            },
            Vote::Disagree => span.mv.challenge {
                (sprite::glyph(MoveKind::Disagrees)) (t!(c, "you-disagreed"))
            },
            Vote::Pass => span.mv { (t!(c, "you-passed")) },
        }
    }
}

fn new(c: &Context<'_>, view: &ClaimsView) -> Markup {
    let here = c.here();
    if !here.may.speak.is() {
        return html! { p.note.sec { (cannot_speak(c)) } };
    }
    let mut places = vec![Choice::new("", t!(c, "claim-under-nothing"))];
    places.extend(view.places.iter().map(|it| {
        let key = match it {
            Place::Question(..) => "claim-under-question",
            Place::Dialogue(..) => "claim-under-dialogue",
        };
        let (Place::Question(id, words) | Place::Dialogue(id, words)) = it;
        Choice::new(short(id), t!(c, key, words = clipped(words, 80)))
    }));
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "claim-new"), html! {}))
            (fields::newcomer_note(c, here.may.speak))
            (preview::preview(c, Name::AddClaim, &html! {}))
            (preview::similar(c, &view.similar))
            @let is_shown = !c.query.get("preview").is_empty();
            @let send = if view.similar.is_empty() { "claim-send" } else { "claim-send-still" };
            (fields::form(c, Name::AddClaim, &here.to(Name::AddClaim), |f| html! {
                @if is_shown { input type="hidden" name="sure" value="yes"; }
                (f.area("text", "claim-sentence", ""))
                (f.select("under", "claim-under-field", &places, ""))
                (f.perspectives("held", "claim-held-by", &[]))
                (f.language())
                (preview::buttons(c, Name::AddClaim, &view.commons, (send, "claim-means")))
            }))
        }
    }
}
