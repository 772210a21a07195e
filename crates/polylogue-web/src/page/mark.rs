//! Marking what one does with something: one of the twenty-two kinds first, and then only what
//! that kind asks for.

use maud::{Markup, html};
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::TurnRow;

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::fields::kinds::said_in;
use crate::page::fields::{self, Choice, Fields};
use crate::page::parts::{
    cannot_speak, clipped, kind, link_to, speaker_words, target, thing_key, title,
};
use crate::page::{near, preview};
use crate::routes::Name;
use crate::view::mark::MarkView;
use crate::{rich, t};

/// The form for a remark.
#[must_use]
pub fn page(c: &Context<'_>, view: &MarkView) -> Shown {
    let here = c.here();
    let key = match view.found_in {
        Some(_) => "mark-title-found",
        None => "mark-title",
    };
    let name = t!(c, key);
    let over = html! {
        @let link = link_to(c, view.target.what, &view.target.id);
        @match &view.turn {
            Some(turn) => (rich!(c, "crumb-mark"; what = html! {
                a href=(link) {
                    (t!(c, "turn-title", number = turn.number, who = speaker_words(c, &turn.said)))
                }
            })),
            None => a href=(link) { (t!(c, thing_key(view.target.what))) },
        }
    };
    let link = here.of(Name::MarkNow, &view.target.id);
    let body = html! {
        div.set { (title(over, &name, html! {})) }
        div.set {
            div {
                // What is looked at before it is published has the words in it.
                @if c.query.get("preview").is_empty() { (words(c, view)) }
                @if here.may.speak.is() {
                    div.sp-t id="mark" {
                        (fields::newcomer_note(c, here.may.speak))
                        (as_it_will_read(c, view))
                        (fields::form(c, Name::MarkNow, &link, |f| inside(c, view, f)))
                    }
                    (is_itself_a_remark(c, view))
                } @else { p.note.sp-t { (cannot_speak(c)) } }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Moves),
        body,
    }
}

/// The remark as it would stand beside the words, once it was kept to be seen first.
fn as_it_will_read(c: &Context<'_>, view: &MarkView) -> Markup {
    let word = crate::routes::of(Name::MarkNow).word;
    let Some(draft) = c
        .draft(Name::MarkNow)
        .filter(|_| c.query.get("preview") == word)
    else {
        return html! {};
    };
    let known = MoveKind::of_name(draft.get("kind"));
    let said = ["object", "condition", "from", "to", "reason"];
    let in_field = |it| known.map_or_else(|| draft.given(it), |kind| said_in(draft, it, kind));
    html! {
        section.preview id="preview" aria-labelledby="preview-h" tabindex="-1" {
            h2 id="preview-h" { (t!(c, "preview-head")) }
            p.note { (t!(c, "preview-about")) }
            @if let Some(turn) = &view.turn {
                (preview::passage_of(c, turn, (draft.get("paragraph"), draft.get("quote"))))
            } @else { p { (target(c, &view.target)) } }
            ul.marks {
                li {
                    @if let Some(known) = known { (kind(c, known.number())) }
                    @else { (t!(c, "unclear-kind")) }
                    @for words in said.into_iter().filter_map(in_field) {
                        " " bdi dir="auto" { (words) }
                    }
                }
            }
        }
    }
}

/// The words the remark is about: the passage chosen, else what the thing says.
fn words(c: &Context<'_>, view: &MarkView) -> Markup {
    let (paragraph, quote) = (view.passage.0.as_str(), view.passage.1.as_str());
    match view
        .turn
        .as_ref()
        .filter(|_| !paragraph.is_empty() || !quote.is_empty())
    {
        Some(turn) => preview::passage_of(c, turn, (paragraph, quote)),
        None => html! { p.lede { (target(c, &view.target)) } },
    }
}

fn inside(c: &Context<'_>, view: &MarkView, f: Fields<'_>) -> Markup {
    html! {
        @if let Some(turn) = &view.found_in { (in_others_words(c, turn, f)) }
        (f.kinds(view.chosen, view.last))
        // Kept back until a kind is chosen, where the browser can tell; elsewhere it is there.
        div.then {
            div.why { (f.area("reason", "mark-reason", "")) }
            (f.speaks_for_as(&view.speaks.0, view.speaks.1))
            details.more {
                summary { (t!(c, "mark-details")) }
                @if !view.paragraphs.is_empty() { (passage(c, view, f)) }
                (f.language())
            }
            (preview::buttons(
                c, Name::MarkNow, &view.target.id, ("mark-send", "mark-means"),
            ))
        }
        p.hint.before-then { (t!(c, "mark-about")) }
    }
}

fn passage(c: &Context<'_>, view: &MarkView, f: Fields<'_>) -> Markup {
    let mut choices = vec![Choice::new("", t!(c, "mark-whole"))];
    choices.extend(view.paragraphs.iter().zip(1_u64..).map(|(words, number)| {
        Choice::new(
            number.to_string(),
            format!("{} {}", numbered(view, number), clipped(words.trim(), 72)),
        )
    }));
    html! {
        (f.select("paragraph", "mark-passage", &choices, &view.passage.0))
        (f.line("quote", "passage-words", &view.passage.1))
    }
}

/// The number of a paragraph as its dialogue prints it: `2.1`; of a source, `1`.
fn numbered(view: &MarkView, paragraph: u64) -> String {
    match &view.turn {
        Some(turn) => format!("{}.{paragraph}", turn.number),
        None => paragraph.to_string(),
    }
}

/// The words of somebody else that make this remark: the mark is the marker's.
fn in_others_words(c: &Context<'_>, turn: &TurnRow, f: Fields<'_>) -> Markup {
    let value = |name: &str| f.value(name, c.query.get(name));
    let (words, paragraph) = (value("found-words"), value("found-paragraph"));
    html! {
        div.row {
            p { (t!(c, "mark-found", who = speaker_words(c, &turn.said))) }
            (preview::passage_of(c, turn, (&paragraph, &words)))
            p.hint { (t!(c, "mark-others-about")) }
            input type="hidden" name="found-in" value=(short(&turn.said.id));
            input type="hidden" name="found-words" value=(words);
            input type="hidden" name="found-paragraph" value=(paragraph);
        }
    }
}

/// The way to mark that the passage chosen is itself a remark on something: one chooses on what.
fn is_itself_a_remark(c: &Context<'_>, view: &MarkView) -> Markup {
    let (paragraph, quote) = (view.passage.0.as_str(), view.passage.1.as_str());
    let Some(turn) = &view.turn else {
        return html! {};
    };
    if view.found_in.is_some() || paragraph.is_empty() && quote.is_empty() {
        return html! {};
    }
    let page = c.here().of(Name::Mark, &view.target.id);
    html! {
        details.more.sec id="itself" open[view.about.sought.is_some()] {
            summary { (t!(c, "mark-others")) }
            p.note { (t!(c, "mark-others-which")) }
            ul.list.near {
                @for row in &view.about.rows {
                    li {
                        a href=(found_link(c, view, (turn, &row.id))) dir="auto" {
                            (near::in_words(c, row))
                        }
                    }
                }
            }
            (near::finder(c, &view.about, &page,
                &[("paragraph", paragraph), ("quote", quote)]))
        }
    }
}

fn found_link(
    c: &Context<'_>,
    view: &MarkView,
    (turn, about): (&TurnRow, &polylogue_core::id::OperationId),
) -> Link {
    let link = c
        .here()
        .of(Name::Mark, about)
        .with("found-in", short(&turn.said.id));
    match (view.passage.1.as_str(), view.passage.0.as_str()) {
        ("", "") => link,
        ("", paragraph) => link.with("found-paragraph", paragraph),
        (words, _) => link.with("found-words", words),
    }
}
