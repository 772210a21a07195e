//! Voting: one claim at a time and why it is asked, the last vote with its undo, where one sits
//! after it, and where the claim comes from.

use maud::{Markup, html};

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::claim::{before_first_vote, holders, reason, vote_buttons};
use crate::page::claims::my_vote;
use crate::page::fields;
use crate::page::map::why;
use crate::page::parts::{named, perspectives, quotation, section_head, target, words_of};
use crate::page::seat::{beside, sentence};
use crate::routes::Name;
use crate::t;
use crate::view::vote::VoteView;

/// The next claim to vote on.
#[must_use]
pub fn page(c: &Context<'_>, view: &VoteView) -> Shown {
    let name = t!(c, "vote-title");
    let body = html! {
        div.set {
            div {
                (last(c, view))
                @match &view.next {
                    Some(_) => (ballot(c, view)),
                    None => (none_left(c, view)),
                }
                (seat(c, view))
            }
            (aside(c, view))
        }
    };
    Shown {
        title: name,
        part: Some(Name::Claims),
        body,
    }
}

fn last(c: &Context<'_>, view: &VoteView) -> Markup {
    let Some(last) = &view.last else {
        return html! {};
    };
    let Some(mine) = &last.mine else {
        return html! {};
    };
    let here = c.here();
    html! {
        div.undo role="status" {
            p { (my_vote(c, mine.choice)) " " q { (words_of(&last.text)) } }
            form method="post" action=(here.of(Name::Withdraw, &mine.id)) {
                input type="hidden" name="back" value="vote";
                (on(view))
                button.plain type="submit" { (t!(c, "vote-undo")) }
            }
        }
    }
}

fn ballot(c: &Context<'_>, view: &VoteView) -> Markup {
    let Some(row) = &view.next else {
        return html! {};
    };
    let here = c.here();
    let held = holders(row);
    let id = &row.said.id;
    if !here.may.vote.is() {
        return html! { h1 { (words_of(&row.text)) } p.note { (t!(c, "only-members-vote")) } };
    }
    html! {
        (before_first_vote(c, view.voted > 0))
        (fields::newcomer_note(c, here.may.vote))
        form.ballot method="post" action=(here.of(Name::Vote, id)) {
            input type="hidden" name="back" value="vote";
            (on(view))
            p.meta {
                (t!(c, "claims-progress", done = view.voted, count = view.count))
                @if !held.is_empty() {
                    (t!(c, "between")) (t!(c, "claim-held")) " " (perspectives(c, &held))
                }
            }
            @if let Some(reason) = view.why {
                p.note { (t!(c, "vote-why", why = why(c, reason))) }
            }
            h1.claim { (words_of(&row.text)) }
            div.row {
                label.lab for="why" {
                    (t!(c, "vote-reason")) " " span.hint { (t!(c, "vote-reason-hint")) }
                }
                textarea.low id="why" name="reason" rows="2" dir="auto" {}
                label.choice {
                    input type="checkbox" name="matters" value="yes"; (t!(c, "vote-matters"))
                }
            }
            (vote_buttons(c))
            p.acts.skipline {
                a href=(staying(view, here.to(Name::NextClaim).with("after", short(id)))) {
                    (t!(c, "vote-later"))
                }
                a href=(here.of(Name::Claim, id).with("open", "reshape").at("reshape")) {
                    (t!(c, "vote-reshape"))
                }
                a href=(here.of(Name::Claim, id)) { (t!(c, "vote-whole-page")) }
            }
        }
        section.sec aria-labelledby="from-h" {
            (section_head("from-h", &t!(c, "origin-head"), html! {}))
            @if let Some(under) = &row.under {
                p.note { (t!(c, "claim-under")) " " (target(c, under)) }
            }
            @if row.passages.is_empty() { p.quiet { (t!(c, "origin-none")) } }
            @for passage in &row.passages { (quotation(c, passage)) }
            @if !view.reasons.is_empty() {
                details.more {
                    summary { (t!(c, "vote-others-reasons", count = view.reasons.len())) }
                    ul.list { @for vote in &view.reasons { (reason(c, vote, None)) } }
                }
            }
        }
    }
}

/// Keeps a form on the map one votes on.
fn on(view: &VoteView) -> Markup {
    html! {
        @if let Some(id) = &view.on { input type="hidden" name="of" value=(short(id)); }
    }
}

/// Keeps a link on the map one votes on.
fn staying(view: &VoteView, link: Link) -> Link {
    match &view.on {
        Some(id) => link.with("of", short(id)),
        None => link,
    }
}

/// Where one sits after one's vote.
fn seat(c: &Context<'_>, view: &VoteView) -> Markup {
    let Some(seat) = &view.seat else {
        return html! {};
    };
    html! {
        section.sec aria-labelledby="seat-h" {
            (section_head("seat-h", &t!(c, "seat-head"), html! { (t!(c, "seat-only-you")) }))
            (sentence(c, seat))
            (beside(c, seat))
            p.note { a href=(c.here().of(Name::Map, &seat.id)) { (t!(c, "seat-map")) } }
        }
    }
}

fn none_left(c: &Context<'_>, view: &VoteView) -> Markup {
    let here = c.here();
    let (head, about) = if view.count == 0 {
        ("vote-no-claims", "vote-no-claims-about")
    } else if view.voted < view.count {
        ("vote-none-shown", "vote-none-shown-about")
    } else {
        ("vote-none-left", "vote-none-left-about")
    };
    html! {
        h1 { (t!(c, head)) }
        p.lede.sp-t { (t!(c, about)) }
        p.acts.sp-t {
            @if here.may.speak.is() {
                a.button.first href=(here.to(Name::Claims).at("new")) { (t!(c, "claim-new")) }
            }
            a.button href=(here.to(Name::Claims)) { (t!(c, "claims-list")) }
        }
    }
}

fn aside(c: &Context<'_>, view: &VoteView) -> Markup {
    let share = (270 * view.voted)
        .checked_div(view.count)
        .unwrap_or_default();
    html! {
        aside.z aria-labelledby="list-h" {
            div.sec-h {
                h2 id="list-h" { (t!(c, "vote-list")) }
                p.note { (t!(c, "vote-of", done = view.voted, count = view.count)) }
            }
            svg.prog viewBox="0 0 270 10" aria-hidden="true" {
                rect.bar-bg width="270" height="10" {}
                rect.ink width=(share) height="10" {}
            }
            p.note { (t!(c, "vote-order")) }
            ol.claims-s {
                @for row in &view.list {
                    li aria-current=[(view.next.as_ref().map(|it| it.said.id) == Some(row.said.id))
                        .then_some("true")] {
                        @if let Some(mine) = &row.mine { (my_vote(c, mine.choice)) " " }
                        a href=(c.here().of(Name::Claim, &row.said.id)) {
                            (named(c, &row.text, &row.said, "thing-claim"))
                        }
                    }
                }
            }
        }
    }
}
