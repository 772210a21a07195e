//! The charter: what was agreed, who keeps it, who holds which office, and proposals.

use maud::{Markup, html};
use polylogue_core::kind::Admission;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{day, person, prose, section_head, target, title, when, words_of};
use crate::page::people::office_key;
use crate::routes::Name;
use crate::view::charter::{CharterView, Proposal};
use crate::words::listed;
use crate::{rich, t};

/// The charter.
#[must_use]
pub fn page(c: &Context<'_>, view: &CharterView) -> Shown {
    let row = &view.commons;
    let name = t!(c, "charter-title");
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! {
                    (rich!(c, "charter-version", version = row.version; day = day(c, row.founded)))
                }))
                @if row.charter.words.is_empty() { p.quiet { (t!(c, "charter-empty")) } }
                @else { (prose(c, &row.charter)) }
                (facts(c, view))
                (offices(c, view))
                (proposals(c, view))
                @if c.here().may.keep.is() { (propose(c, view)) }
                @else { p.note.sec { (t!(c, "charter-only-keepers")) } }
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn admission_key(admission: Admission) -> &'static str {
    match admission {
        Admission::Open => "admission-open",
        Admission::Invitation => "admission-invitation",
        Admission::Vouching => "admission-vouching",
    }
}

fn facts(c: &Context<'_>, view: &CharterView) -> Markup {
    let row = &view.commons;
    html! {
        dl.facts.sp-t {
            dt { (t!(c, "charter-entry")) }
            dd { (c.words.say(admission_key(row.admission), &[])) }
            dt { (t!(c, "charter-keepers")) }
            dd {
                (listed(c.words, row.keepers.iter().map(|it| person(c, it)).collect()))
                " " span.note {
                    (rich!(c, "charter-keepers-until"; day = day(c, row.roll_end)))
                }
            }
            dt { (t!(c, "field-licence")) }
            dd { bdi { (row.licence) } }
            dt { (t!(c, "language")) }
            dd { bdi { (row.language) } }
        }
        @if row.keepers.len() == 1 { p.note.sp-t { (t!(c, "charter-one-keeper")) } }
    }
}

fn offices(c: &Context<'_>, view: &CharterView) -> Markup {
    html! {
        section.sec aria-labelledby="offices" {
            (section_head("offices", &t!(c, "offices-head"), html! {}))
            @if view.commons.offices.is_empty() { p.quiet { (t!(c, "offices-none")) } }
            ul.list {
                @for office in &view.commons.offices {
                    li {
                        p {
                            (c.words.say(office_key(office.kind), &[])) (t!(c, "between"))
                            (person(c, &office.holder))
                        }
                        p.note { (rich!(c, "office-until"; day = day(c, office.end))) }
                    }
                }
            }
        }
    }
}

fn proposals(c: &Context<'_>, view: &CharterView) -> Markup {
    html! {
        section.sec aria-labelledby="proposals" {
            (section_head("proposals", &t!(c, "proposals-head"), html! {}))
            @if view.proposals.is_empty() { p.quiet { (t!(c, "proposals-none")) } }
            ul.list { @for one in &view.proposals { li id=(short(&one.row.said.id)) {
                (proposal(c, one))
            } } }
        }
    }
}

fn proposal(c: &Context<'_>, one: &Proposal) -> Markup {
    let row = &one.row;
    let link = c.here().of(Name::Assent, &row.said.id);
    html! {
        p {
            (rich!(c, "proposal-by"; who = person(c, &row.said.by))) (t!(c, "between"))
            (when(c, &row.said))
        }
        @for about in &row.about { p { (target(c, about)) } }
        @if !row.reason.words.is_empty() { p { q { (words_of(&row.reason)) } } }
        p.note { (crate::page::record::verdict(c, row.verdict)) }
        @if one.may_assent {
            p.note { (t!(c, "assent-about")) }
            (fields::form(c, Name::Assent, &link, |f| f.send_quietly("assent-send")))
        }
    }
}

fn propose(c: &Context<'_>, view: &CharterView) -> Markup {
    let here = c.here();
    let row = &view.commons;
    let admissions = [
        Choice::new("invitation", t!(c, "admission-invitation")),
        Choice::new("vouching", t!(c, "admission-vouching")),
        Choice::new("open", t!(c, "admission-open")),
    ];
    let now = match row.admission {
        Admission::Open => "open",
        Admission::Invitation => "invitation",
        Admission::Vouching => "vouching",
    };
    let keepers: Vec<Choice> = view
        .members
        .iter()
        .map(|it| Choice::new(it.key.to_string(), crate::page::parts::name_words(c, it)))
        .collect();
    fields::folded(
        c,
        Name::Propose,
        "propose-head",
        html! {
            p.note { (t!(c, "propose-about")) }
            (fields::form(c, Name::Propose, &here.to(Name::Propose), |f| html! {
                (f.long("charter", "propose-charter", &row.charter.words))
                (f.radios("admission", "found-admission", &admissions, now))
                (f.ticks_on("keepers", "propose-keepers", &keepers, &view.keeper_values()))
                (f.line("licence", "field-licence", &row.licence))
                (f.number("days", "propose-days", "365"))
                (f.reason())
                (f.send("propose-send", "propose-means"))
            }))
        },
    )
}
