//! Bringing in a conversation by pasting it: how its speakers are told, what it is read as, and
//! then the dialogue.

use maud::{Markup, html};
use polylogue_node::import::transcript::Transcript;

use crate::context::Context;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{cannot_speak, clipped, section_head, title};
use crate::routes::Name;
use crate::t;
use crate::view::bring_in::BringInView;

/// Turns shown of what was read.
const TURNS_SHOWN: usize = 60;
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
                    @if let Some(read) = &view.read { (as_read(c, read)) }
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
        Choice::new("names", t!(c, "bring-in-names")),
        Choice::new("mails", t!(c, "bring-in-mails")),
    ];
    let speakers = [
        Choice::new("speakers", t!(c, "bring-in-as-speakers")),
        Choice::new("perspectives", t!(c, "bring-in-as-perspectives")),
    ];
    let is_looked_at = view.read.as_ref().is_some_and(|it| !it.turns.is_empty());
    let subject = view.read.as_ref().map_or("", |it| it.subject.as_str());
    let found = view
        .read
        .as_ref()
        .map(Transcript::speakers)
        .unwrap_or_default();
    let found = found.into_keys().collect::<Vec<&str>>().join("\n");
    html! {
        section.sec id="form" aria-labelledby="form-h" {
            (section_head("form-h", &t!(c, "bring-in-form"), html! {}))
            (fields::newcomer_note(c, here.may.speak))
            (fields::form(c, Name::BringInNow, &here.to(Name::BringInNow), |f| html! {
                (f.long("text", "bring-in-text", ""))
                (f.radios("how", "bring-in-how", &how, "names"))
                (f.line("title", "bring-in-name", subject))
                @if is_looked_at {
                    (f.area("names", "bring-in-who", &found))
                    (f.radios("speakers", "bring-in-are", &speakers, "speakers"))
                    input type="hidden" name="sure" value="yes";
                }
                (f.line("address", "bring-in-address", ""))
                (f.line("licence", "bring-in-licence", ""))
                (f.language())
                div.acts {
                    @if is_looked_at {
                        button.first type="submit" { (t!(c, "bring-in-send")) }
                    }
                    button type="submit" name="look" value="yes" { (t!(c, "bring-in-look")) }
                }
            }))
        }
    }
}

fn as_read(c: &Context<'_>, read: &Transcript) -> Markup {
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
                ul.marks {
                    @for (name, count) in read.speakers() {
                        li {
                            bdi { (name) } (t!(c, "between"))
                            (t!(c, "turns-count", count = count as u64))
                        }
                    }
                }
                ol.list {
                    @for turn in read.turns.iter().take(TURNS_SHOWN) {
                        li {
                            p {
                                strong { bdi { (turn.speaker) } } " "
                                bdi dir="auto" { (clipped(&turn.words, CHARACTERS)) }
                            }
                            @if !turn.date.is_empty() { p.note { bdi { (turn.date) } } }
                        }
                    }
                }
                @if read.turns.len() > TURNS_SHOWN {
                    p.note { (t!(c, "trace-more", count = read.turns.len() - TURNS_SHOWN)) }
                }
            }
        }
    }
}
