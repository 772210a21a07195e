//! The people of a commons: newcomers to greet first, then members, then those who went.

use maud::{Markup, html};
use polylogue_core::kind::{Admission, DeviceKind, OfficeKind};
use polylogue_store::query::{PersonRow, Standing};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{HasMore, direction, language, pages, person, section_head, title};
use crate::routes::Name;
use crate::t;
use crate::view::people::PeopleView;

/// The people.
#[must_use]
pub fn page(c: &Context<'_>, view: &PeopleView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-people");
    let with = |wanted: &[Standing]| -> Vec<&PersonRow> {
        view.rows
            .iter()
            .filter(|it| wanted.contains(&it.person.standing))
            .collect()
    };
    let newcomers = with(&[Standing::Newcomer]);
    let (brought_in, members): (Vec<_>, Vec<_>) = with(&[Standing::Member, Standing::Voter])
        .into_iter()
        .partition(|it| it.root == DeviceKind::EnteredBy);
    let gone = with(&[Standing::Left, Standing::Removed]);
    let is_first = view.part.0 == 0;
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let how = match here.admission {
        Admission::Open => "people-how-open",
        Admission::Invitation => "people-how-invitation",
        Admission::Vouching => "people-how-vouching",
    };
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, how)) }))
        p.acts { a.button href=(here.to(Name::Invite)) { (t!(c, "invite-somebody")) } }
        @if !newcomers.is_empty() || is_first && here.admission == Admission::Open {
            section.sec aria-labelledby="newcomers" {
                (section_head("newcomers", &t!(c, "newcomers-head"), html! {
                    (t!(c, "newcomers-about"))
                }))
                @if view.newcomers == 0 { p.quiet { (t!(c, "newcomers-none")) } }
                (list(c, &newcomers))
            }
        }
        @if !members.is_empty() || is_first && view.members == 0 {
            section.sec aria-labelledby="members" {
                (section_head("members", &t!(c, "members-head"), html! {
                    (t!(c, "count-people", count = view.members))
                }))
                (list(c, &members))
                @if view.members < 2 {
                    p.quiet { (t!(c, "members-alone")) }
                }
            }
        }
        @if !brought_in.is_empty() {
            section.sec aria-labelledby="brought-in" {
                (section_head("brought-in", &t!(c, "brought-in-head"), html! {
                    (t!(c, "brought-in-about", count = view.brought_in))
                }))
                (list(c, &brought_in))
            }
        }
        @if !gone.is_empty() {
            section.sec aria-labelledby="gone" {
                (section_head("gone", &t!(c, "gone-head"), html! {
                    a href=(here.to(Name::Log)) { (t!(c, "part-log")) }
                }))
                (list(c, &gone))
            }
        }
        (pages(c, &here.to(Name::People), view.part, has_more))
    };
    Shown {
        title: name,
        part: Some(Name::People),
        body,
    }
}

fn list(c: &Context<'_>, rows: &[&PersonRow]) -> Markup {
    html! { ul.list.cols { @for row in rows { li { (line(c, row)) } } } }
}

fn line(c: &Context<'_>, row: &PersonRow) -> Markup {
    html! {
        p.name {
            (person(c, &row.person))
            @if row.is_me { " " span.quiet { (t!(c, "this-is-you")) } }
        }
        @if !row.about.words.is_empty() {
            p.prose lang=[language(&row.about)] dir=[direction(&row.about)] { (row.about.words) }
        }
        p.note { (standing(c, row)) }
        @if row.person.standing == Standing::Newcomer
            && (c.here().may.greet.is() || c.here().may.vouch.is()) {
            p.acts.gap {
                a.button href=(c.here().person(Name::Person, &row.person.key)) {
                    (t!(c, "greet"))
                }
            }
        }
    }
}

/// Where somebody stands and what they do here, in a sentence.
#[must_use]
pub fn standing(c: &Context<'_>, row: &PersonRow) -> Markup {
    let is_brought_in = row.root == DeviceKind::EnteredBy;
    let key = match row.person.standing {
        Standing::Member | Standing::Voter if is_brought_in => "root-entered",
        Standing::Member => "is-member",
        Standing::Voter => "is-voter",
        Standing::Newcomer => "is-newcomer",
        Standing::Left => "has-left",
        Standing::Removed => "was-removed",
    };
    html! {
        (t!(c, key))
        @for office in &row.offices {
            (t!(c, "between")) (c.words.say(office_key(*office), &[]))
        }
        @if is_brought_in && key != "root-entered" { (t!(c, "between")) (t!(c, "root-entered")) }
        @if row.root == DeviceKind::Browser { (t!(c, "between")) (t!(c, "root-browser")) }
        (t!(c, "between")) (t!(c, "turns-count", count = row.turns))
    }
}

/// The key of an office's word.
#[must_use]
pub fn office_key(office: OfficeKind) -> &'static str {
    match office {
        OfficeKind::Greeter => "office-greeter",
        OfficeKind::Moderator => "office-moderator",
        OfficeKind::Facilitator => "office-facilitator",
        OfficeKind::Publisher => "office-publisher",
    }
}
