//! One turn: all its wordings, and everything that can be done with a passage of it.

use maud::{Markup, html};
use polylogue_store::query::TurnRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice, Fields};
use crate::page::parts::{
    clipped, is_readable, moment, perspectives, prose, speaker_words, trace_link, words_of,
};
use crate::page::thing;
use crate::page::turns::{Foot, OnPage, taking_away, turn};
use crate::page::{preview, use_in};
use crate::routes::Name;
use crate::view::turn::TurnView;
use crate::{rich, t};

/// How much of a paragraph stands in the list to choose from, in characters.
const PREVIEW_CHARACTERS: usize = 72;
/// A paragraph up to so many characters may stand as a claim as it is.
const CLAIM_CHARACTERS: usize = 280;

/// A turn.
#[must_use]
pub fn page(c: &Context<'_>, view: &TurnView) -> Shown {
    let row = &view.turn;
    let here = c.here();
    let who = speaker_words(c, &row.said);
    let shown = std::slice::from_ref(row);
    let mut on_page = OnPage::new(shown, &view.quoted);
    let name = t!(c, "turn-title", number = row.number, who = who);
    let body = html! {
        div.set {
            div.title {
                p.over {
                    (rich!(c, "crumb-turn"; dialogue = html! {
                        a href=(here.turn_in(&row.dialogue, row.number)) {
                            @if view.dialogue_title.words.is_empty() { (t!(c, "thing-dialogue")) }
                            @else { (words_of(&view.dialogue_title)) }
                        }
                    }))
                }
                h1 { (name) }
                @if !view.meets.is_empty() { p.under.meta { (perspectives(c, &view.meets)) } }
            }
        }
        (turn(c, row, &mut on_page, Foot::None))
        div.set.sec { div { (what_to_do(c, view)) } }
        (wordings(c, view))
        p.pages { (trace_link(c, &row.said.id)) }
    };
    Shown {
        title: name,
        part: Some(Name::Dialogues),
        body,
    }
}

fn what_to_do(c: &Context<'_>, view: &TurnView) -> Markup {
    let here = c.here();
    let row = &view.turn;
    if !here.may.speak.is() || !is_readable(&row.said.shown) {
        return html! {
            p.note { (thing::way(c, &row.said.id, "turn-more")) }
        };
    }
    html! {
        h2 { (t!(c, "turn-what-to-do")) }
        (fields::newcomer_note(c, here.may.speak))
        (answer(c, view))
        p.acts.sp-t {
            a.button href=(mark_link(c, row)) { (t!(c, "turn-mark-long")) }
        }
        div.sp-t {
            (lift(c, view))
            @if view.is_mine { (revise(c, view)) }
        }
        p.sub.sp-t {
            (taking_away(c, row))
            (use_in::way_with(c, taken_in(c, row)))
            (thing::way(c, &row.said.id, "turn-more-long"))
        }
    }
}

fn mark_link(c: &Context<'_>, row: &TurnRow) -> crate::link::Link {
    with_passage(c, c.here().of(Name::Mark, &row.said.id))
}

fn taken_in(c: &Context<'_>, row: &TurnRow) -> crate::link::Link {
    with_passage(c, c.here().of(Name::Use, &row.said.id))
}

/// The same with the passage that the address names.
fn with_passage(c: &Context<'_>, link: crate::link::Link) -> crate::link::Link {
    let mut link = link;
    for field in ["paragraph", "quote"] {
        if let Some(taken) = c.query.given(field) {
            link = link.with(field, taken);
        }
    }
    link
}

fn answer(c: &Context<'_>, view: &TurnView) -> Markup {
    let link = c.here().of(Name::AnswerTurn, &view.turn.said.id);
    html! {
        section id="answer" aria-labelledby="answer-h" {
            h3 id="answer-h" { (t!(c, "turn-answer-head")) }
            @let id = &view.turn.said.id;
            (preview::preview(c, Name::AnswerTurn, &drafted_passage(c, view)))
            (preview::similar(c, &view.similar))
            (fields::form(c, Name::AnswerTurn, &link, |f| html! {
                (passage(c, view, f))
                (f.long("text", "reply-text", ""))
                (f.speaks_for())
                (details(c, f))
                (preview::buttons(c, Name::AnswerTurn, id, ("reply-send", "reply-means")))
            }))
        }
    }
}

/// The passage that the answer being written takes up.
fn drafted_passage(c: &Context<'_>, view: &TurnView) -> Markup {
    match c.draft(Name::AnswerTurn) {
        Some(draft) => {
            let place = (draft.get("paragraph"), draft.get("quote"));
            preview::passage_of(c, &view.turn, place)
        }
        None => html! {},
    }
}

/// Which passage: a whole paragraph by its number, or exact words.
fn passage(c: &Context<'_>, view: &TurnView, f: Fields<'_>) -> Markup {
    let row = &view.turn;
    let text = c.kept.read(&row.text.words);
    let mut choices = vec![Choice::new("", t!(c, "passage-none"))];
    choices.extend(text.paragraphs.iter().zip(1_u64..).map(|(words, number)| {
        let words = format!(
            "{}.{number} {}",
            row.number,
            clipped(words.trim(), PREVIEW_CHARACTERS)
        );
        Choice::new(number.to_string(), words)
    }));
    let asked = c.query.get("paragraph");
    let quote = c.query.get("quote");
    html! {
        @if c.query.get("preview").is_empty() {
            (preview::passage_of(c, row, (&f.value("paragraph", asked), &f.value("quote", quote))))
        }
        // Whoever chose words in the text has them above already.
        details.more {
            summary { (t!(c, "passage-which")) }
            (f.select("paragraph", "passage-number-which", &choices, asked))
            (f.line("quote", "passage-words", c.query.get("quote")))
        }
    }
}

/// The language and licence of a turn, folded away: both have a sensible answer already.
#[must_use]
pub fn details(c: &Context<'_>, f: Fields<'_>) -> Markup {
    html! {
        details.more {
            summary { (t!(c, "reply-details")) }
            div.fields {
                (f.language())
                (f.line("licence", "field-licence", &c.here().licence))
            }
        }
    }
}

fn lift(c: &Context<'_>, view: &TurnView) -> Markup {
    let here = c.here();
    let link = here.of(Name::LiftClaim, &view.turn.said.id);
    let held: Vec<_> = view.turn.perspective.into_iter().collect();
    fields::folded(
        c,
        Name::LiftClaim,
        "lift-head",
        html! {
            p.note { (t!(c, "lift-about")) }
            (preview::preview(c, Name::LiftClaim, &html! {}))
            (preview::similar(c, &view.similar_claims))
            (fields::form(c, Name::LiftClaim, &link, |f| html! {
                (passage(c, view, f))
                (f.area("text", "claim-sentence", &chosen_words(c, view)))
                (f.perspectives("held", "claim-held-by", &held))
                (f.language())
                (preview::buttons(
                    c, Name::LiftClaim, &view.turn.said.id, ("claim-send", "claim-means"),
                ))
            }))
        },
    )
}

/// The words chosen in the turn, with which a claim lifted from them begins; of a paragraph that
/// was taken whole, no more than a sentence or two can be one.
fn chosen_words(c: &Context<'_>, view: &TurnView) -> String {
    if let Some(quote) = c.query.given("quote") {
        return quote.to_owned();
    }
    let number = c.query.number("paragraph").and_then(|it| it.checked_sub(1));
    let place = number.and_then(|it| usize::try_from(it).ok());
    let text = c.kept.read(&view.turn.text.words);
    let words = place.and_then(|it| text.paragraphs.get(it));
    let words = words.map_or("", |it| it.trim());
    let is_short = words.chars().count() <= CLAIM_CHARACTERS;
    if is_short {
        words.to_owned()
    } else {
        String::new()
    }
}

fn revise(c: &Context<'_>, view: &TurnView) -> Markup {
    let row = &view.turn;
    let link = c.here().of(Name::ReviseTurn, &row.said.id);
    fields::folded(
        c,
        Name::ReviseTurn,
        "revise-head",
        html! {
            p.note { (t!(c, "revise-about")) }
            (preview::preview(c, Name::ReviseTurn, &html! {}))
            (fields::form(c, Name::ReviseTurn, &link, |f| html! {
                (f.long("text", "revise-text", &row.text.words))
                (f.line("language", "field-language", &row.text.language))
                (preview::buttons(
                    c, Name::ReviseTurn, &row.said.id, ("revise-send", "revise-means"),
                ))
            }))
        },
    )
}

fn wordings(c: &Context<'_>, view: &TurnView) -> Markup {
    html! {
        @if view.wordings.len() > 1 {
            section.set.sec id="wordings" aria-labelledby="wordings-h" {
                div {
                    h2 id="wordings-h" { (t!(c, "wordings-head")) }
                    @for wording in &view.wordings {
                        details.more id={ "w-" (short(&wording.id)) } {
                            summary {
                                (moment(c, wording.time))
                                @if wording.id == view.turn.revision { (t!(c, "wording-current")) }
                            }
                            (prose(c, &wording.text))
                        }
                    }
                }
            }
        }
    }
}
