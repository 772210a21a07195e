//! One claim: its votes and reasons, where it comes from, who holds it, and one's own vote.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Choice as Vote, Held};
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{ClaimRow, VoteRow};

use crate::context::Context;
use crate::page::claims::my_vote;
use crate::page::fields::{self, Choice, Fields};
use crate::page::map::bars::{bars, letter};
use crate::page::parts::{
    HasMore, brought_in, fate, is_readable, lineage, move_line, named, page_title, pages, person,
    perspectives, quotation, section_head, speaker, tally, target, trace_link, when, words_of,
};
use crate::page::{Shown, use_in};
use crate::routes::Name;
use crate::view::claim::ClaimView;
use crate::{rich, sprite, t};

/// A claim.
#[must_use]
pub fn page(c: &Context<'_>, view: &ClaimView) -> Shown {
    let row = &view.row;
    let body = html! {
        div.set {
            div {
                (head(c, row))
                @if is_readable(&row.said.shown) { (ballot(c, view)) }
                (votes(c, view))
                (origin(c, row))
                (remarks(c, view))
                @if !row.lineage.is_empty() {
                    section.sec {
                        (section_head("lineage", &t!(c, "claim-lineage"), html! {}))
                        (lineage(c, &row.lineage))
                    }
                }
                (acts(c, view))
            }
        }
    };
    Shown {
        title: page_title(c, &row.text, &row.said, "thing-claim"),
        part: Some(Name::Claims),
        body,
    }
}

/// Perspectives said to hold a claim.
#[must_use]
pub fn holders(row: &ClaimRow) -> Vec<OperationId> {
    let held = row.held_by.iter().filter(|(_, held)| *held == Held::Holds);
    held.map(|(id, _)| *id).collect()
}

fn head(c: &Context<'_>, row: &ClaimRow) -> Markup {
    let against: Vec<OperationId> = row
        .held_by
        .iter()
        .filter(|(_, it)| *it == Held::DoesNot)
        .map(|(id, _)| *id)
        .collect();
    let held = holders(row);
    html! {
        div.title {
            p.over {
                (t!(c, "thing-claim"))
                @if let Some(under) = &row.under {
                    (t!(c, "between")) (t!(c, "claim-under")) " " (target(c, under))
                }
            }
            h1 { (named(c, &row.text, &row.said, "thing-claim")) }
            p.under.meta {
                (rich!(c, "claim-put-by"; who = speaker(c, &row.said))) (t!(c, "between"))
                (when(c, &row.said)) (brought_in(c, &row.said))
            }
            @if !held.is_empty() {
                p.meta { (t!(c, "claim-held")) " " (perspectives(c, &held)) }
            }
            @if !against.is_empty() {
                p.meta { (t!(c, "claim-not-held")) " " (perspectives(c, &against)) }
            }
        }
        (fate(c, &row.said))
    }
}

fn ballot(c: &Context<'_>, view: &ClaimView) -> Markup {
    let here = c.here();
    if !here.may.vote.is() {
        return html! { p.note { (t!(c, "only-members-vote")) } };
    }
    let link = here.of(Name::Vote, &view.row.said.id);
    html! {
        section id="vote" aria-labelledby="vote-h" {
            (section_head("vote-h", &t!(c, "vote-head"), html! {
                @if let Some(mine) = &view.row.mine { (my_vote(c, mine.choice)) }
            }))
            @if let Some(mine) = &view.row.mine {
                @if !mine.others.is_empty() { p.before.note { (t!(c, "vote-forked")) } }
            }
            (before_first_vote(c, view.has_voted))
            (fields::newcomer_note(c, here.may.vote))
            (fields::form(c, Name::Vote, &link, |f| buttons(c, view, f)))
        }
    }
}

/// Before a person's first vote: what a vote is.
#[must_use]
pub fn before_first_vote(c: &Context<'_>, has_voted: bool) -> Markup {
    html! { @if !has_voted { p.before { (t!(c, "vote-before-first")) } } }
}

fn buttons(c: &Context<'_>, view: &ClaimView, f: Fields<'_>) -> Markup {
    let mine = view.row.mine.as_ref();
    let reason = mine
        .and_then(|it| it.reason.as_ref())
        .map_or("", |it| it.words.as_str());
    html! {
        (f.area("reason", "vote-reason", reason))
        (f.tick("matters", "vote-matters"))
        (vote_buttons(c))
        (f.language_hidden())
    }
}

/// The three buttons of a vote.
#[must_use]
pub fn vote_buttons(c: &Context<'_>) -> Markup {
    html! {
        div.votes.sp-t {
            button type="submit" name="choice" value="agree" {
                span.support { (sprite::glyph(MoveKind::Agrees)) } (t!(c, "vote-agree"))
            }
            button type="submit" name="choice" value="pass" { (t!(c, "vote-pass")) }
            button type="submit" name="choice" value="disagree" {
                span.challenge { (sprite::glyph(MoveKind::Disagrees)) } (t!(c, "vote-disagree"))
            }
        }
    }
}

fn votes(c: &Context<'_>, view: &ClaimView) -> Markup {
    let row = &view.row;
    let newcomers = row.newcomers;
    let reasons: Vec<&VoteRow> = view.votes.iter().filter(|it| it.reason.is_some()).collect();
    html! {
        section.sec aria-labelledby="votes-h" {
            (section_head("votes-h", &t!(c, "votes-head"), html! { (tally(c, &row.tally)) }))
            @if newcomers.agree + newcomers.disagree + newcomers.pass > 0 {
                p.note { (t!(c, "votes-newcomers")) " " (tally(c, &newcomers)) }
            }
            (by_group(c, view))
            @if reasons.is_empty() { p.quiet { (t!(c, "votes-no-reasons")) } }
            @else {
                ul.list { @for vote in reasons { (reason(c, vote, group_of(view, vote))) } }
                (pages(c, &c.here().of(Name::Claim, &row.said.id), view.part, has_more(view)))
            }
        }
    }
}

/// A reason given with a vote, and the group of whoever gave it.
#[must_use]
pub fn reason(c: &Context<'_>, vote: &VoteRow, group: Option<usize>) -> Markup {
    html! {
        li {
            @if let Some(reason) = &vote.reason { p { (words_of(reason)) } }
            p.note {
                @match vote.choice {
                    Vote::Agree => span.mv.support {
                        (sprite::glyph(MoveKind::Agrees)) (t!(c, "agreed"))
                    },
                    Vote::Disagree => span.mv.challenge {
                        (sprite::glyph(MoveKind::Disagrees)) (t!(c, "disagreed"))
                    },
                    Vote::Pass => span.mv { (t!(c, "passed")) },
                }
                (t!(c, "between")) (person(c, &vote.said.by)) (t!(c, "between"))
                (when(c, &vote.said))
                @if vote.matters { (t!(c, "between")) (t!(c, "matters-to-them")) }
                @if let Some(group) = group {
                    (t!(c, "between")) (t!(c, "map-who-group", group = letter(group)))
                }
            }
        }
    }
}

/// How each group of the map voted on it.
fn by_group(c: &Context<'_>, view: &ClaimView) -> Markup {
    let Some(on_map) = &view.on_map else {
        return html! {};
    };
    let map = c.here().of(Name::Map, &on_map.id);
    html! {
        @if on_map.counts.len() > 1 {
            h3 { (t!(c, "claim-by-group")) }
            (bars(c, &on_map.counts, &map))
            p.note {
                (rich!(c, "claim-on-map"; map = html! { a href=(map) { (t!(c, "claim-map")) } }))
                " " (t!(c, "map-key-range"))
            }
        } @else {
            p.note { a href=(map) { (t!(c, "seat-map")) } }
        }
    }
}

fn group_of(view: &ClaimView, vote: &VoteRow) -> Option<usize> {
    view.on_map
        .as_ref()?
        .group_of
        .get(&vote.said.by.key)
        .copied()
}

fn has_more(view: &ClaimView) -> HasMore {
    if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    }
}

fn origin(c: &Context<'_>, row: &ClaimRow) -> Markup {
    html! {
        section.sec aria-labelledby="origin-h" {
            (section_head("origin-h", &t!(c, "origin-head"), html! {}))
            @if row.passages.is_empty() { p.quiet { (t!(c, "origin-none")) } }
            @for passage in &row.passages { (quotation(c, passage)) }
            p.pages { (trace_link(c, &row.said.id)) }
        }
    }
}

fn remarks(c: &Context<'_>, view: &ClaimView) -> Markup {
    let here = c.here();
    html! {
        section.sec aria-labelledby="remarks-h" {
            (section_head("remarks-h", &t!(c, "remarks-head"), html! {}))
            @if view.moves.is_empty() { p.quiet { (t!(c, "remarks-none")) } }
            @else {
                ul.marks { @for row in &view.moves { li { (move_line(c, row)) } } }
            }
            @if here.may.speak.is() && is_readable(&view.row.said.shown) {
                p.acts.sp-t {
                    a.button href=(here.of(Name::Mark, &view.row.said.id)) {
                        (t!(c, "remark-on-claim"))
                    }
                }
            }
        }
    }
}

fn acts(c: &Context<'_>, view: &ClaimView) -> Markup {
    let here = c.here();
    html! {
        section.sec.no-print {
            @if here.may.speak.is() && is_readable(&view.row.said.shown) {
                (holding(c, view)) (reshaping(c, view)) (counting(c, view))
            }
            p.note.sp-t {
                (use_in::way(c, &view.row.said.id))
                a href=(here.of(Name::Thing, &view.row.said.id)) { (t!(c, "thing-more")) }
            }
        }
    }
}

fn holding(c: &Context<'_>, view: &ClaimView) -> Markup {
    let here = c.here();
    let chips: Vec<Choice> = fields::in_order(c)
        .iter()
        .map(|(id, chip)| Choice::new(crate::link::short(id), &chip.name.words))
        .collect();
    if chips.is_empty() {
        return html! {};
    }
    let held = [
        Choice::new("holds", t!(c, "held-holds")),
        Choice::new("does-not", t!(c, "held-does-not")),
    ];
    let voices = [
        Choice::new("within", t!(c, "speak-within")),
        Choice::new("behalf", t!(c, "speak-behalf")),
    ];
    let link = here.of(Name::HoldClaim, &view.row.said.id);
    fields::folded(
        c,
        Name::HoldClaim,
        "held-head",
        fields::form(c, Name::HoldClaim, &link, |f| {
            html! {
                (f.select("perspective", "speak-perspective", &chips, ""))
                (f.radios("held", "held-which", &held, "holds"))
                (f.radios("voice", "held-voice", &voices, "within"))
                (f.reason())
                (f.send_quietly("held-send"))
            }
        }),
    )
}

fn reshaping(c: &Context<'_>, view: &ClaimView) -> Markup {
    let link = c.here().of(Name::Reshape, &view.row.said.id);
    let changes = [
        Choice::new("reworded", t!(c, "reshape-reword")),
        Choice::new("split", t!(c, "reshape-split")),
        Choice::new("merged", t!(c, "reshape-merge")),
    ];
    fields::folded(
        c,
        Name::Reshape,
        "reshape-head",
        html! {
            p.note { (t!(c, "reshape-about")) }
            (fields::form(c, Name::Reshape, &link, |f| html! {
                (f.radios("change", "reshape-which", &changes, "reworded"))
                (f.area("text", "reshape-sentences", &view.row.text.words))
                (f.line("others", "reshape-others", ""))
                (f.reason())
                (f.send_quietly("reshape-send"))
            }))
        },
    )
}

fn counting(c: &Context<'_>, view: &ClaimView) -> Markup {
    let link = c.here().of(Name::EnterCount, &view.row.said.id);
    fields::folded(
        c,
        Name::EnterCount,
        "count-head",
        html! {
            p.note { (t!(c, "count-about")) }
            (fields::form(c, Name::EnterCount, &link, |f| html! {
                (f.needed("group", "count-group", ""))
                div.fields {
                    (f.number("agree", "count-agree", ""))
                    (f.number("disagree", "count-disagree", ""))
                    (f.number("pass", "count-pass", ""))
                }
                (f.needed("address", "count-address", ""))
                (f.line("date", "count-date", ""))
                (f.line("licence", "field-licence", ""))
                (f.send_quietly("count-send"))
            }))
        },
    )
}
