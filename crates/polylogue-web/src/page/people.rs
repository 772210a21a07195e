//! The people of a commons: newcomers to greet first, then members, then those who went.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, DeviceKind, OfficeKind};
use polylogue_store::query::{PersonRow, Standing};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{
    beyond, clipped, direction, language, parts, person, perspective, perspectives, section_head,
    title,
};
use crate::routes::Name;
use crate::view::people::{Group, People, PeopleView, PersonLine};
use crate::{rich, t};

/// From so many people on, one may look for a name.
const LOOKED_FOR: usize = 12;
/// How much of what somebody says of themselves stands beside their name, in characters.
const ABOUT_CHARACTERS: usize = 110;

/// The people.
#[must_use]
pub fn page(c: &Context<'_>, view: &PeopleView) -> Shown {
    let here = c.here();
    let name = t!(c, "part-people");
    let how = match here.admission {
        Admission::Open => "people-how-open",
        Admission::Invitation => "people-how-invitation",
        Admission::Vouching => "people-how-vouching",
    };
    let link = here.to(Name::People);
    let link = match &view.sought {
        Some(sought) => link.with("find", sought),
        None => link,
    };
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, how)) }))
        p.acts { a.button href=(here.to(Name::Invite)) { (t!(c, "invite-somebody")) } }
        (finder(c, view))
        (ways(c, view))
        @if view.sought.is_some() && view.groups.is_empty() {
            p.quiet role="status" { (t!(c, "search-nobody")) }
        }
        @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
        @let is_whole = view.part.from == 0 && view.sought.is_none();
        @if is_whole && view.newcomers == 0 && here.admission == Admission::Open {
            section.sec aria-labelledby="newcomers" {
                (section_head("newcomers", &t!(c, "newcomers-head"), html! {}))
                p.quiet { (t!(c, "newcomers-none")) }
            }
        }
        (section(c, view, "newcomers", |it| it == Group::Newcomers))
        (section(c, view, "members", is_member))
        @if is_whole && view.members < 2 { p.quiet.gap { (t!(c, "members-alone")) } }
        (section(c, view, "brought-in", |it| it == Group::BroughtIn))
        (section(c, view, "gone", |it| it == Group::Gone))
        (parts(c, &link, view.part, ("from", &t!(c, "pages"))))
    };
    Shown {
        title: name,
        part: Some(Name::People),
        body,
    }
}

fn is_member(group: Group) -> bool {
    matches!(group, Group::Within(..) | Group::Members)
}

/// Looking for a name, where there are many.
fn finder(c: &Context<'_>, view: &PeopleView) -> Markup {
    html! {
        @if view.all >= LOOKED_FOR {
            form.sp-t method="get" action=(c.here().to(Name::People)) {
                label.lab for="find" { (t!(c, "people-find")) }
                div.find {
                    input type="search" id="find" name="find" dir="auto"
                        value=(view.sought.as_deref().unwrap_or_default());
                    button type="submit" { (t!(c, "search-send")) }
                }
            }
        }
    }
}

/// What the list holds, with the way to each part of it.
fn ways(c: &Context<'_>, view: &PeopleView) -> Markup {
    let part = view.part;
    let to = |group: &People, id: &str| {
        let link = c.here().to(Name::People);
        let link = view
            .sought
            .iter()
            .fold(link, |it, sought| it.with("find", sought));
        let begins = group.before / part.limit.max(1) * part.limit;
        let link = if begins > 0 {
            link.with("from", begins)
        } else {
            link
        };
        link.at(id)
    };
    html! {
        @if view.groups.len() > 1 && view.all >= LOOKED_FOR {
            ul.sub.note {
                @for group in &view.groups {
                    li {
                        @match group.group {
                            Group::Within(place, id) => {
                                a href=(to(group, &format!("within-{place}"))) {
                                    (t!(c, "people-within", count = group.count)) " "
                                    (crate::page::parts::chip_only(c, &id))
                                }
                            }
                            other => {
                                @let id = part_of(view, other);
                                a href=(to(group, id)) {
                                    (t!(c, head_key(id))) " " (group.count)
                                }
                            },
                        }
                    }
                }
            }
        }
    }
}

/// The part of the page that holds a group: members who are not parted by what they speak from
/// within stand under the one head of them all.
fn part_of(view: &PeopleView, group: Group) -> &'static str {
    let is_parted = |it: &People| matches!(it.group, Group::Within(..));
    match group {
        Group::Members if !view.groups.iter().any(is_parted) => "members",
        other => section_of(other),
    }
}

/// Parts of the page, each with the key of its head; all others stand under that of members.
const HEADS: [(&str, &str); 4] = [
    ("newcomers", "newcomers-head"),
    ("members-other", "members-other-head"),
    ("brought-in", "brought-in-head"),
    ("gone", "gone-head"),
];

/// The key of the head of a part.
fn head_key(part: &str) -> &'static str {
    let head = HEADS.iter().find(|(it, _)| *it == part);
    head.map_or("members-head", |(_, key)| key)
}

/// The section a group stands in.
fn section_of(group: Group) -> &'static str {
    match group {
        Group::Newcomers => "newcomers",
        Group::Within(..) => "members",
        Group::Members => "members-other",
        Group::BroughtIn => "brought-in",
        Group::Gone => "gone",
    }
}

fn section(c: &Context<'_>, view: &PeopleView, id: &str, is_in: fn(Group) -> bool) -> Markup {
    let groups = view.groups.iter().filter(|it| is_in(it.group));
    let groups: Vec<&People> = groups.filter(|it| !it.rows.is_empty()).collect();
    let note = if id == "newcomers" {
        html! { (t!(c, "newcomers-about")) }
    } else if id == "members" {
        html! { (t!(c, "count-people", count = view.members)) }
    } else if id == "brought-in" {
        html! { (t!(c, "brought-in-about", count = view.brought_in)) }
    } else {
        html! { a href=(c.here().to(Name::Log)) { (t!(c, "part-log")) } }
    };
    let are_parted = groups
        .iter()
        .any(|it| matches!(it.group, Group::Within(..)));
    html! {
        @if !groups.is_empty() {
            section.sec aria-labelledby=(id) {
                (section_head(id, &t!(c, head_key(id)), note))
                @for group in groups {
                    @if are_parted { (voice(c, group.group)) }
                    @if group.group == Group::BroughtIn { (names(c, group)) }
                    @else { ul.few { @for one in &group.rows { (line(c, one, group.group)) } } }
                }
            }
        }
    }
}

/// Over members who speak from within the same: what that is.
fn voice(c: &Context<'_>, group: Group) -> Markup {
    html! {
        @match group {
            Group::Within(place, id) => h3.voice id={ "within-" (place) } {
                (rich!(c, "people-speak-within"; perspective = perspective(c, &id)))
            },
            other => h3.voice id=(section_of(other)) { (t!(c, "members-other-head")) },
        }
    }
}

/// Those whose words were brought in: their names, side by side.
fn names(c: &Context<'_>, group: &People) -> Markup {
    html! {
        ul.kinds.note {
            @for one in &group.rows {
                li {
                    (person(c, &one.row.person))
                    @if one.row.turns > 0 { " " (t!(c, "turns-count", count = one.row.turns)) }
                }
            }
        }
    }
}

fn line(c: &Context<'_>, one: &PersonLine, group: Group) -> Markup {
    let row = &one.row;
    let others: Vec<OperationId> = match group {
        Group::Within(_, id) => one.within.iter().copied().filter(|it| *it != id).collect(),
        _ => Vec::new(),
    };
    let about = clipped(row.about.words.trim(), ABOUT_CHARACTERS);
    html! {
        li {
            p {
                (person(c, &row.person))
                @if row.is_me { " " span.quiet { (t!(c, "this-is-you")) } }
                @if !about.is_empty() {
                    " " span.note lang=[language(&row.about)] dir=[direction(&row.about)] {
                        (about)
                    }
                }
            }
            p.note {
                (standing_in_list(c, row))
                @if !others.is_empty() {
                    (t!(c, "between"))
                    (rich!(c, "people-also"; perspectives = perspectives(c, &others)))
                }
                @if row.person.standing == Standing::Newcomer
                    && (c.here().may.greet.is() || c.here().may.vouch.is()) {
                    (t!(c, "between"))
                    a href=(c.here().person(Name::Person, &row.person.key)) { (t!(c, "greet")) }
                }
            }
        }
    }
}

/// As [`standing`], without what the list they stand in says of all of them.
fn standing_in_list(c: &Context<'_>, row: &PersonRow) -> Markup {
    let mut said: Vec<String> = match row.person.standing {
        Standing::Voter => vec![t!(c, "is-voter")],
        Standing::Left => vec![t!(c, "has-left")],
        Standing::Removed => vec![t!(c, "was-removed")],
        Standing::Member | Standing::Newcomer => Vec::new(),
    };
    let offices = row.offices.iter();
    said.extend(offices.map(|it| c.words.say(office_key(*it), &[])));
    if row.root == DeviceKind::Browser {
        said.push(t!(c, "root-browser"));
    }
    said.push(t!(c, "turns-count", count = row.turns));
    html! { (said.join(&t!(c, "between"))) }
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
