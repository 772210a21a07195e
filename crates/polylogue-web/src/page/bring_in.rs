//! Bringing in a conversation by pasting it: how its speakers are told, what it is read as, and
//! then the dialogue.

use std::collections::BTreeSet;

use maud::{Markup, html};
use polylogue_node::import::transcript::{Transcript, Unsure, Why};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice, Fields};
use crate::page::parts::{cannot_speak, clipped, parts, section_head, title};
use crate::routes::Name;
use crate::view::bring_in::{BringInView, NOBODY, OF_ITS_NAME, VOICES_MAX};
use crate::{rich, t};

/// How much of each, in characters.
const CHARACTERS: usize = 140;

/// The form, and what was pasted as it was read.
#[must_use]
pub fn page(c: &Context<'_>, view: &BringInView) -> Shown {
    let name = t!(c, "bring-in-title");
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "bring-in-about")) }))
                @if !c.here().may.speak.is() { p.quiet { (cannot_speak(c)) } }
                @else {
                    @if let Some(read) = &view.read { (as_read(c, view, read)) }
                    (form(c, view))
                }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Dialogues),
        body,
    }
}

fn form(c: &Context<'_>, view: &BringInView) -> Markup {
    let here = c.here();
    let how = [
        Choice::new("shown", t!(c, "bring-in-shown")),
        Choice::new("names", t!(c, "bring-in-names")),
        Choice::new("mails", t!(c, "bring-in-mails")),
    ];
    let read = view.read.as_ref().filter(|it| !it.turns.is_empty());
    let subject = view.read.as_ref().map_or("", |it| it.subject.as_str());
    let pasted = |f: Fields<'_>| {
        html! {
            (f.long("text", "bring-in-text", ""))
            (f.radios("how", "bring-in-how", &how, "shown"))
        }
    };
    html! {
        section.sec id="form" aria-labelledby="form-h" {
            (section_head("form-h", &t!(c, "bring-in-form"), html! {}))
            (fields::newcomer_note(c, here.may.speak))
            (fields::form(c, Name::BringInNow, &here.to(Name::BringInNow), |f| html! {
                @match read {
                    Some(read) => {
                        (who_speaks(c, view, read, f))
                        (f.line("title", "bring-in-name", subject))
                        details.more { summary { (t!(c, "bring-in-text")) } (pasted(f)) }
                        input type="hidden" name="sure" value="yes";
                    }
                    None => { (pasted(f)) (f.line("title", "bring-in-name", subject)) }
                }
                (f.line("address", "bring-in-address", ""))
                (f.line("licence", "bring-in-licence", ""))
                (f.language())
                div.acts {
                    @if read.is_some() {
                        button.first type="submit" { (t!(c, "bring-in-send")) }
                    }
                    button type="submit" name="look" value="yes" { (t!(c, "bring-in-look")) }
                }
                @if read.is_some() { p.hint.after { (t!(c, "bring-in-means")) } }
            }))
        }
    }
}

/// Who speaks, for whom, and what looks like a speaker and is none.
fn who_speaks(c: &Context<'_>, view: &BringInView, read: &Transcript, f: Fields<'_>) -> Markup {
    let found = read.speakers_by_turns();
    let are = [
        Choice::new("speakers", t!(c, "bring-in-as-chosen")),
        Choice::new("perspectives", t!(c, "bring-in-as-perspectives")),
    ];
    let named = found.iter().filter(|(it, _)| !it.is_empty());
    html! {
        fieldset.row {
            legend { (t!(c, "bring-in-voices")) }
            @for (place, (name, turns)) in named.clone().take(VOICES_MAX).enumerate() {
                (voice(c, view, place, (name, *turns)))
            }
        }
        (f.radios("speakers", "bring-in-are", &are, "speakers"))
        (f.tick("within", "bring-in-within"))
        (f.area_as("names", "bring-in-who", &listed(view, named)))
        (doubts(c, read))
    }
}

/// One speaker, and for whom they speak.
fn voice(
    c: &Context<'_>,
    view: &BringInView,
    place: usize,
    (name, turns): (&str, usize),
) -> Markup {
    let (chosen, named) = view.voices.beside(name);
    let mut choices = vec![
        Choice::new("", t!(c, "bring-in-for-nobody")),
        Choice::new(OF_ITS_NAME, t!(c, "bring-in-for-new", name = name)),
    ];
    let chips = fields::in_order(c);
    choices.extend(
        chips
            .iter()
            .map(|(id, chip)| Choice::new(short(id), &chip.name.words)),
    );
    choices.push(Choice::new(NOBODY, t!(c, "bring-in-no-speaker")));
    let id = format!("voice-{place}");
    html! {
        div.speakfor {
            input type="hidden" name={ "name-" (place) } value=(name);
            label.lab for=(id) {
                bdi { (name) } " " span.hint { (t!(c, "turns-count", count = turns as u64)) }
            }
            select id=(id) name={ "for-" (place) } {
                @for choice in &choices {
                    option value=(choice.value) selected[choice.value == chosen] dir="auto" {
                        (choice.words)
                    }
                }
            }
            input type="text" name={ "as-" (place) } value=(named) dir="auto"
                aria-label=(t!(c, "bring-in-new-named", name = name))
                placeholder=(t!(c, "bring-in-new-name"));
        }
    }
}

/// The list of who speaks: those found with how often they do, then who was listed and is not in
/// the text.
fn listed<'a>(view: &BringInView, found: impl Iterator<Item = &'a (&'a str, usize)>) -> String {
    let mut lines = Vec::new();
    let mut names = BTreeSet::new();
    for (name, turns) in found {
        names.insert(*name);
        lines.push(format!("{name} ({turns})"));
    }
    let missing = view.voices.listed.iter();
    lines.extend(
        missing
            .filter(|it| !names.contains(it.as_str()))
            .map(|it| format!("{it} (0)")),
    );
    lines.join("\n")
}

/// What looks like a speaker and is none: its words would be taken for those of whoever speaks
/// before it.
fn doubts(c: &Context<'_>, read: &Transcript) -> Markup {
    let (unlisted, others): (Vec<&Unsure>, Vec<&Unsure>) =
        read.unsure.iter().partition(|it| it.why == Why::Unlisted);
    let doubt = |it: &Unsure| {
        let why = match it.why {
            Why::Unlisted => "bring-in-why-unlisted",
            Why::Long => "bring-in-why-long",
            Why::Sign => "bring-in-why-sign",
            Why::Once => "bring-in-why-once",
        };
        html! {
            label.choice {
                input type="checkbox" name="take" value=(it.name);
                span {
                    (rich!(c, "bring-in-doubt", line = u64::from(it.line), times = it.times as u64,
                        why = t!(c, why); name = html! { b { bdi { (it.name) } } }))
                }
            }
        }
    };
    html! {
        @if !others.is_empty() {
            fieldset.row {
                legend { (t!(c, "bring-in-doubts")) }
                @for it in others { (doubt(it)) }
            }
        }
        @if !unlisted.is_empty() {
            fieldset.row {
                legend { (t!(c, "bring-in-unlisted")) }
                @for it in unlisted { (doubt(it)) }
            }
        }
    }
}

fn as_read(c: &Context<'_>, view: &BringInView, read: &Transcript) -> Markup {
    html! {
        section.sec id="preview" aria-labelledby="preview-h" {
            (section_head("preview-h", &t!(c, "bring-in-read"), html! {}))
            @if read.turns.is_empty() { p.quiet { (t!(c, "bring-in-nobody")) } }
            @else {
                p {
                    (t!(c, "bring-in-count", turns = read.turns.len() as u64,
                        speakers = read.speakers().len() as u64))
                    @if read.before > 0 {
                        " " (t!(c, "bring-in-before", count = u64::from(read.before)))
                    }
                    @if read.is_cut { " " (t!(c, "bring-in-cut")) }
                }
                (turns(c, view, read))
            }
        }
    }
}

/// The turns as they are read, a part of them at a time.
fn turns(c: &Context<'_>, view: &BringInView, read: &Transcript) -> Markup {
    let shown = &read.turns[view.part.places()];
    let word = crate::routes::of(Name::BringInNow).word;
    let link = c.here().to(Name::BringIn).with("preview", word);
    html! {
        details.more open[view.part.from > 0] {
            summary { (t!(c, "bring-in-turns")) }
            ol.list start=(view.part.places().start + 1) {
                @for turn in shown {
                    li {
                        p {
                            strong {
                                @if turn.speaker.is_empty() { (t!(c, "unnamed-speaker")) }
                                @else { bdi { (turn.speaker) } }
                            }
                            " " bdi dir="auto" { (clipped(&turn.words, CHARACTERS)) }
                        }
                        p.note {
                            (t!(c, "bring-in-line", line = u64::from(turn.lines.0)))
                            @if !turn.date.is_empty() { (t!(c, "between")) bdi { (turn.date) } }
                        }
                    }
                }
            }
            (parts(c, &link, view.part, ("from", &t!(c, "pages"))))
        }
    }
}
