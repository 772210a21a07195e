//! One person: who they say they are, how they came in, and what a member may do about it.

use maud::{Markup, html};
use polylogue_core::kind::{DeviceKind, Kind, OfficeKind, Scope};
use polylogue_store::query::{DeviceRow, PersonRow, Standing};

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    day, direction, language, name, name_words, person, said_at, section_head, target, thing_key,
    title,
};
use crate::page::people::{office_key, standing};
use crate::routes::Name;
use crate::view::person::PersonView;
use crate::{rich, t};

/// A person.
#[must_use]
pub fn page(c: &Context<'_>, view: &PersonView) -> Shown {
    let row = &view.row;
    let body = html! {
        div.set {
            div {
                (title(html! { (t!(c, "thing-person")) }, name(c, &row.person), html! {
                    (standing(c, row))
                }))
                @if row.is_me {
                    p.note {
                        (t!(c, "this-is-you-long")) " "
                        a href=(c.here().to(Name::Settings)) { (t!(c, "part-settings")) }
                    }
                }
                @if !row.about.words.is_empty() {
                    p.prose lang=[language(&row.about)] dir=[direction(&row.about)] {
                        (row.about.words)
                    }
                }
                (facts(c, row))
                (said(c, view))
                @if !row.is_me { (acts(c, row)) }
            }
        }
    };
    Shown {
        title: name_words(c, &row.person),
        part: Some(Name::People),
        body,
    }
}

fn facts(c: &Context<'_>, row: &PersonRow) -> Markup {
    html! {
        dl.facts.sp-t {
            dt { (t!(c, "person-key")) }
            dd { span.hash { (row.person.key) } }
            dt { (t!(c, "person-came")) }
            dd {
                @match &row.admission {
                    None => (t!(c, "person-came-not")),
                    Some(admission) => {
                        @match &admission.by {
                            Some(by) => (rich!(c, "person-came-by"; who = person(c, by))),
                            None => (t!(c, "person-came-founder")),
                        }
                        @if admission.scope == Scope::Vote { " " (t!(c, "person-votes-only")) }
                    }
                }
            }
            dt { (t!(c, "person-devices")) }
            dd {
                @if row.devices.is_empty() { (t!(c, "person-one-device")) }
                @else { ul { @for device in &row.devices { li { (a_device(c, device)) } } } }
            }
        }
        p.note.sp-t { (t!(c, "person-name-is-claim")) }
    }
}

/// The key of the word for a kind of machine.
#[must_use]
pub fn device_key(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Own => "device-own",
        DeviceKind::Browser => "device-browser",
        DeviceKind::EnteredBy => "device-entered",
    }
}

fn a_device(c: &Context<'_>, device: &DeviceRow) -> Markup {
    let key = device_key(device.kind);
    html! {
        @if device.name.is_empty() { (device.key.short()) } @else { bdi { (device.name) } }
        (t!(c, "between")) (t!(c, key))
        @if device.is_ended { (t!(c, "between")) (t!(c, "device-ended")) }
        @else if let Some(end) = device.end {
            (t!(c, "between")) (rich!(c, "device-until"; day = day(c, end)))
        }
    }
}

fn said(c: &Context<'_>, view: &PersonView) -> Markup {
    html! {
        section.sec aria-labelledby="said-h" {
            (section_head("said-h", &t!(c, "person-said"), html! {
                a href=(c.here().to(Name::Search).with("by", view.row.person.key.short())) {
                    (t!(c, "person-search"))
                }
            }))
            p.note { a href=(Link::of_person(&c.here().commons, Name::Became,
                &view.row.person.key)) { (t!(c, "became-link")) } }
            @if view.said.is_empty() { p.quiet { (t!(c, "person-said-nothing")) } }
            ul.list {
                @for hit in &view.said {
                    li {
                        p { (target(c, &hit.target)) }
                        p.note {
                            // A vote is no word of theirs: it says what it is.
                            @if hit.kind == Kind::Vote.number() {
                                (t!(c, "thing-vote"))
                            } @else {
                                (t!(c, thing_key(hit.target.what)))
                            }
                            (t!(c, "between"))
                            (said_at(c, hit.target.said_at.as_deref(), hit.time))
                        }
                    }
                }
            }
        }
    }
}

fn acts(c: &Context<'_>, row: &PersonRow) -> Markup {
    let may = c.here().may;
    let is_member = matches!(row.person.standing, Standing::Member | Standing::Voter);
    html! {
        section.sec.no-print {
            @if !is_member && may.greet.is() { (admit(c, row)) }
            @if !is_member && may.vouch.is() { (vouch(c, row)) }
            @if is_member && may.moderate.is() { (remove(c, row)) }
            @if is_member && may.keep.is() { (grant(c, row)) }
            @if !row.offices.is_empty() && may.keep.is() { (recall(c, row)) }
        }
    }
}

fn scopes(c: &Context<'_>) -> [Choice; 2] {
    [
        Choice::new("all", t!(c, "scope-all")),
        Choice::new("vote", t!(c, "scope-vote")),
    ]
}

fn admit(c: &Context<'_>, row: &PersonRow) -> Markup {
    let link = c.here().person(Name::Admit, &row.person.key);
    html! {
        (section_head("admit", &t!(c, "admit-head"), html! {}))
        p.note { (t!(c, "admit-about")) }
        (fields::form(c, Name::Admit, &link, |f| html! {
            (f.radios("scope", "scope-which", &scopes(c), "all"))
            (f.reason())
            (f.send("admit-send", "admit-means"))
        }))
    }
}

fn vouch(c: &Context<'_>, row: &PersonRow) -> Markup {
    let link = c.here().person(Name::Vouch, &row.person.key);
    html! {
        (section_head("vouch", &t!(c, "vouch-head"), html! {}))
        p.note { (t!(c, "vouch-about")) }
        (fields::form(c, Name::Vouch, &link, |f| html! {
            (f.radios("scope", "scope-which", &scopes(c), "all"))
            (f.send("vouch-send", "vouch-means"))
        }))
    }
}

fn remove(c: &Context<'_>, row: &PersonRow) -> Markup {
    let link = c.here().person(Name::Remove, &row.person.key);
    fields::folded(
        c,
        Name::Remove,
        "remove-head",
        html! {
            p.note { (t!(c, "remove-about", count = row.operations)) }
            (fields::form(c, Name::Remove, &link, |f| html! {
                (f.reason())
                (f.send("remove-send", "remove-means"))
            }))
        },
    )
}

fn grant(c: &Context<'_>, row: &PersonRow) -> Markup {
    let link = c.here().person(Name::Grant, &row.person.key);
    let offices = offices(c);
    fields::folded(
        c,
        Name::Grant,
        "grant-head",
        html! {
            p.note { (t!(c, "grant-about")) }
            (fields::form(c, Name::Grant, &link, |f| html! {
                (f.radios("office", "grant-which", &offices, ""))
                (f.number("days", "grant-days", "180"))
                (f.reason())
                (f.send_quietly("grant-send"))
            }))
        },
    )
}

fn offices(c: &Context<'_>) -> Vec<Choice> {
    let all = [
        ("greeter", OfficeKind::Greeter),
        ("moderator", OfficeKind::Moderator),
        ("facilitator", OfficeKind::Facilitator),
        ("publisher", OfficeKind::Publisher),
    ];
    all.into_iter()
        .map(|(value, it)| Choice::new(value, c.words.say(office_key(it), &[])))
        .collect()
}

fn recall(c: &Context<'_>, row: &PersonRow) -> Markup {
    let link = c.here().person(Name::Recall, &row.person.key);
    let offices: Vec<Choice> = offices(c)
        .into_iter()
        .filter(|it| {
            row.offices
                .iter()
                .any(|held| c.words.say(office_key(*held), &[]) == it.words)
        })
        .collect();
    fields::folded(
        c,
        Name::Recall,
        "recall-head",
        html! {
            p.note { (t!(c, "recall-about")) }
            (fields::form(c, Name::Recall, &link, |f| html! {
                (f.radios("office", "grant-which", &offices, ""))
                (f.reason())
                (f.send_quietly("recall-send"))
            }))
        },
    )
}
