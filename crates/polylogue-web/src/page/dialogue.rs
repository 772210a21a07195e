//! A dialogue: read it turn by turn, and answer.

use maud::{Markup, html};
use polylogue_core::kind::State;
use polylogue_store::query::DialogueRow;

use crate::context::Context;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    HasMore, brought_in_whole, cannot_speak, day, fate, is_readable, latest, moment, named,
    page_title, pages, person, perspectives, prose, words_of,
};
use crate::page::thing;
use crate::page::turns::{Around, Foot, OnPage, turn};
use crate::page::{Shown, preview, turn as turn_page};
use crate::routes::Name;
use crate::view::dialogue::DialogueView;
use crate::{rich, t};

/// Turns in a list of contents that is open from the start, at most.
const CONTENTS_OPEN_MAX: usize = 12;

/// A dialogue with its turns and the form for a new one.
#[must_use]
pub fn page(c: &Context<'_>, view: &DialogueView) -> Shown {
    let row = &view.dialogue;
    let body = html! {
        (head(c, view))
        @if view.turns.is_empty() { (nobody_yet(c, row)) }
        @else {
            @if c.here().may.speak.is() {
                p.set.note.no-print { span { (t!(c, "dialogue-how-to-take")) } }
            }
            (since(c, view))
            (turns(c, view))
            (read_so_far(c, view))
        }
        (composer(c, view))
        (keeping(c, view))
    };
    Shown {
        title: page_title(c, &row.title, &row.said, "thing-dialogue"),
        part: Some(Name::Dialogues),
        body,
    }
}

fn head(c: &Context<'_>, view: &DialogueView) -> Markup {
    let row = &view.dialogue;
    html! {
        div.set.title-set {
            div.title {
                p.over {
                    @if row.perspectives.is_empty() { (t!(c, "dialogue")) }
                    @else {
                        (rich!(c, "dialogue-between";
                            perspectives = perspectives(c, &row.perspectives)))
                    }
                }
                h1 { (named(c, &row.title, &row.said, "thing-dialogue")) }
                p.under.meta {
                    (state(c, row)) (t!(c, "between"))
                    (t!(c, "turns-count", count = row.turns)) (t!(c, "between"))
                    (rich!(c, "begun-by"; who = person(c, &row.said.by)))
                    @if row.open_questions > 0 {
                        (t!(c, "between"))
                        a href=(c.here().to(Name::Moves).with("state", "open").with("dialogue",
                            crate::link::short(&row.said.id))) {
                            b { (t!(c, "dialogue-open-questions", count = row.open_questions)) }
                        }
                    }
                }
                @if row.said.brought_in.is_some() { p.meta { (brought_in_whole(c, &row.said)) } }
            }
            @if view.turns.len() > 1 { (contents(c, view)) }
        }
        (fate(c, &row.said))
        @if is_readable(&row.said.shown) && !row.about.words.is_empty() {
            div.set { (prose(c, &row.about)) }
        }
        @if !view.questions.is_empty() {
            div.set {
                details.more {
                    summary { (t!(c, "dialogue-questions", count = view.questions.len())) }
                    ol.asked {
                        @for question in &view.questions {
                            li {
                                a href=(c.here().of(Name::Question, &question.said.id)) {
                                    (words_of(&question.text))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How far a dialogue is, in words, with the reason if somebody said.
#[must_use]
pub fn state(c: &Context<'_>, row: &DialogueRow) -> Markup {
    let key = match row.state {
        State::Planned => "state-planned",
        State::Open => "state-open",
        State::Closed => "state-closed",
    };
    html! {
        (t!(c, key))
        @if let (State::Planned, Some(time)) = (row.state, row.scheduled) {
            (rich!(c, "state-scheduled"; day = day(c, time)))
        }
        @if !row.state_reason.words.is_empty() { " " q { (words_of(&row.state_reason)) } }
    }
}

fn contents(c: &Context<'_>, view: &DialogueView) -> Markup {
    let list = html! {
            ol {
                @for row in &view.turns {
                    li {
                        a href={ "#t" (row.number) } {
                            (row.number) " "
                            (crate::page::parts::speaker_name(c, &row.said))
                        }
                        @if let Some(id) = row.perspective {
                            " " (crate::page::parts::chip_only(c, &id))
                        }
                    }
                }
            }
    };
    html! {
        nav.z.toc id="contents" aria-label=(t!(c, "dialogue-turns")) {
            // A long list would stand between the head and the first turn.
            @if view.turns.len() > CONTENTS_OPEN_MAX {
                details.more { summary { (t!(c, "dialogue-turns")) } (list) }
            } @else { (list) }
        }
    }
}

fn turns(c: &Context<'_>, view: &DialogueView) -> Markup {
    let mut on_page = OnPage::new(&view.turns, &[]);
    let from = view.dialogue.said.brought_in.as_ref();
    on_page.told_at_head = from.map(|it| it.address.as_str());
    let link = c.here().of(Name::Dialogue, &view.dialogue.said.id);
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    html! {
        @let first = first_new(view).map(|it| it.said.id);
        @for (index, row) in view.turns.iter().enumerate() {
            @if let (Some(read), true) = (view.read_until, first == Some(row.said.id)) {
                div.set.since id="new" {
                    p { (rich!(c, "since-here"; when = day(c, read.time))) }
                }
            }
            (turn(c, row, &mut on_page, Foot::Links(around(view, index))))
        }
        (pages(c, &link, view.part, has_more))
    }
}

fn around(view: &DialogueView, index: usize) -> Around {
    let number = |index: usize| view.turns.get(index).map(|it| it.number);
    Around {
        before: index.checked_sub(1).and_then(number),
        after: number(index + 1),
    }
}

fn first_new(view: &DialogueView) -> Option<&polylogue_store::query::TurnRow> {
    view.turns.iter().find(|it| view.new.contains(&it.said.id))
}

/// What came since the reader was last here, with the way to it.
fn since(c: &Context<'_>, view: &DialogueView) -> Markup {
    let Some(read) = view.read_until else {
        return html! {};
    };
    html! {
        p.set.note {
            span {
                @match first_new(view) {
                    Some(first) => {
                        (rich!(c, "since-new", count = view.new.len();
                            when = moment(c, read.time),
                            first = html! {
                                a href="#new" { (t!(c, "quoted-turn", number = first.number)) }
                            }))
                    }
                    None => (rich!(c, "since-nothing"; when = moment(c, read.time))),
                }
            }
        }
    }
}

/// Remembers how far the reader came, for the next time; where the dialogue ends on this page.
fn read_so_far(c: &Context<'_>, view: &DialogueView) -> Markup {
    let is_read = view
        .read_until
        .is_some_and(|it| it.turns == view.dialogue.turns);
    html! {
        @if !(view.has_more || is_read && view.new.is_empty()) {
            div.set.no-print {
                form.read method="post"
                    action=(c.here().of(Name::ReadUntil, &view.dialogue.said.id)) {
                    button type="submit" { (t!(c, "read-so-far")) }
                    " " span.hint { (t!(c, "read-so-far-about")) }
                }
            }
        }
    }
}

fn nobody_yet(c: &Context<'_>, row: &DialogueRow) -> Markup {
    html! {
        div.set {
            div {
                p { (t!(c, "dialogue-empty")) }
                p.note {
                    (rich!(c, "dialogue-empty-invite"; invite = html! {
                        a href=(c.here().to(Name::Invite)) { (t!(c, "dialogue-empty-invite-link")) }
                    }))
                    @if let Some(latest) = latest(c, row) { " " (latest) }
                }
            }
        }
    }
}

fn composer(c: &Context<'_>, view: &DialogueView) -> Markup {
    let here = c.here();
    let row = &view.dialogue;
    if !here.may.speak.is() {
        return html! { div.set.sec { p.note { (cannot_speak(c)) } } };
    }
    if !is_readable(&row.said.shown) {
        return html! { div.set.sec { p.note { (t!(c, "dialogue-gone")) } } };
    }
    let link = here.of(Name::Say, &row.said.id);
    let next = row.turns + 1;
    html! {
        section.composer.set id="reply" aria-labelledby="reply-h" {
            p.a.turn-n { (next) }
            div {
                h2 id="reply-h" { (t!(c, "reply-head")) }
                (at_work(c, row))
                @if row.state == State::Closed { p.before.note { (t!(c, "reply-closed")) } }
                (fields::newcomer_note(c, here.may.speak))
                (preview::preview(c, Name::Say, &taken(c, view)))
                (preview::similar(c, &view.similar))
                (fields::form(c, Name::Say, &link, |f| html! {
                    (f.long("text", "reply-text", ""))
                    (f.speaks_for())
                    (quoting(c, view, f))
                    (turn_page::details(c, f))
                    (preview::buttons(c, Name::Say, &row.said.id, ("reply-send", "reply-means")))
                }))
            }
        }
    }
}

/// Who is writing a turn just now.
fn at_work(c: &Context<'_>, row: &DialogueRow) -> Markup {
    let who = c.here().others_at(&row.said.id);
    let names = who
        .iter()
        .map(|it| crate::page::parts::name(c, it))
        .collect();
    html! {
        @if !who.is_empty() {
            p.note.at-work {
                (rich!(c, "present-writing", count = who.len();
                    who = crate::words::listed(c.words, names)))
            }
        }
    }
}

/// The passage that the turn being written takes up.
fn taken(c: &Context<'_>, view: &DialogueView) -> Markup {
    let draft = c.draft(Name::Say);
    let chosen = draft.and_then(|it| Some((it, it.given("turn")?)));
    let row = chosen.and_then(|(draft, prefix)| {
        let row = view
            .turns
            .iter()
            .find(|it| crate::link::short(&it.said.id) == prefix)?;
        Some((draft, row))
    });
    match row {
        Some((draft, row)) => {
            preview::passage_of(c, row, (draft.get("paragraph"), draft.get("quote")))
        }
        None => html! {},
    }
}

fn quoting(c: &Context<'_>, view: &DialogueView, f: fields::Fields<'_>) -> Markup {
    if view.turns.is_empty() {
        return html! {};
    }
    let mut choices = vec![Choice::new("", t!(c, "reply-to-nobody"))];
    choices.extend(view.turns.iter().map(|row| {
        let who = crate::page::parts::speaker_words(c, &row.said);
        Choice::new(
            crate::link::short(&row.said.id),
            t!(c, "reply-to-turn", number = row.number, who = who),
        )
    }));
    html! {
        details.more {
            summary { (t!(c, "reply-quoting")) }
            (f.select("turn", "reply-to", &choices, ""))
            div.fields {
                (f.line("paragraph", "quote-paragraph", ""))
                (f.line("quote", "quote-words", ""))
            }
        }
    }
}

/// Opening, closing and putting off, for whoever may.
fn keeping(c: &Context<'_>, view: &DialogueView) -> Markup {
    let here = c.here();
    let row = &view.dialogue;
    if !here.may.speak.is() {
        return html! {};
    }
    if !is_readable(&row.said.shown) {
        return html! {
            div.set.sec.no-print {
                p.note {
                    a href=(here.of(Name::Thing, &row.said.id)) { (t!(c, "thing-about")) }
                }
            }
        };
    }
    let link = here.of(Name::SetState, &row.said.id);
    let choices = [
        Choice::new("open", t!(c, "state-open")),
        Choice::new("planned", t!(c, "state-planned")),
        Choice::new("closed", t!(c, "state-closed")),
    ];
    let now = match row.state {
        State::Planned => "planned",
        State::Open => "open",
        State::Closed => "closed",
    };
    html! {
        div.set.sec.no-print {
            div {
                (fields::folded(c, Name::SetState, "state-change", fields::form(
                    c, Name::SetState, &link, |f| html! {
                        (f.radios("state", "state-which", &choices, now))
                        (f.reason())
                        (f.send_quietly("state-send"))
                    })))
                p.note.sp-t {
                    (thing::way(c, &row.said.id, "dialogue-more"))
                }
            }
        }
    }
}
