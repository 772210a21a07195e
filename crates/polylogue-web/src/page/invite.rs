//! Inviting: an invitation is a text to hand over, and a picture of it.

use maud::{Markup, html};
use polylogue_core::kind::Scope;
use polylogue_node::{InvitationRow, InvitationState, TICKET_DAYS};

use crate::context::Context;
use crate::date::Moment;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{cannot_speak, day, day_in_words, person, section_head, title};
use crate::routes::Name;
use crate::view::invite::{InviteView, Made, Picture};
use crate::words::{Tongue, Words};
use crate::{rich, t};

/// People named of those who came in by one invitation.
const USED_BY: usize = 5;

/// The invitation page.
#[must_use]
pub fn page(c: &Context<'_>, view: &InviteView) -> Shown {
    let here = c.here();
    let name = t!(c, "invite-title");
    let kinds = [
        Choice::new("invite", t!(c, "invite-kind-invite")),
        Choice::new("vote", t!(c, "invite-kind-vote")),
        Choice::new("read", t!(c, "invite-kind-read")),
    ];
    let tongues = Tongue::ALL.map(|it| Choice::new(it.tag(), it.own_name()));
    let own = Tongue::of_tag(&here.language).map_or(c.words.language(), Tongue::tag);
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "invite-about")) }))
                (fields::trial(c))
                (made(c, view))
                @if here.may.speak.is() {
                    (fields::form(c, Name::InviteNow, &here.to(Name::InviteNow), |f| html! {
                        (f.radios("kind", "invite-which", &kinds, "invite"))
                        (f.line("whom", "invite-whom", ""))
                        (f.radios("letter", "invite-letter-in", &tongues, own))
                        (f.number("days", "invite-days", &TICKET_DAYS.to_string()))
                        (f.send("invite-send", "invite-means"))
                    }))
                } @else { p.note { (cannot_speak(c)) } }
                (opened(c, view))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::People),
        body,
    }
}

fn made(c: &Context<'_>, view: &InviteView) -> Markup {
    let Some(ticket) = &view.ticket else {
        return html! {};
    };
    html! {
        section.told id="made" aria-labelledby="made-h" {
            div {
                h2 id="made-h" { (t!(c, "invite-made")) }
                p { (t!(c, "invite-made-about")) }
                @let letter = letter(ticket);
                label.lab for="letter" { (t!(c, "invite-letter")) }
                textarea.tall id="letter" readonly lang=(ticket.letter.tongue.tag())
                    dir=(ticket.letter.tongue.direction()) rows="16" { "\n" (letter) }
                details.more {
                    summary { (t!(c, "invite-ticket")) }
                    textarea.ticket id="ticket" readonly dir="ltr" rows="6"
                        aria-label=(t!(c, "invite-ticket")) { (ticket.text) }
                }
                @if let Some(picture) = &ticket.picture {
                    details.more {
                        summary { (t!(c, "invite-picture")) }
                        (drawn(c, picture))
                    }
                }
                @if !ticket.has_addresses { p.before.note { (t!(c, "invite-no-addresses")) } }
            }
        }
    }
}

/// What one sends: what it is, how to get the program, what to do first, and the invitation.
fn letter(ticket: &Made) -> String {
    let letter = &ticket.letter;
    let it = In {
        words: &Words::of(letter.tongue),
    };
    let lets = match letter.scope {
        Some(Scope::All) => "letter-lets-all",
        Some(Scope::Vote) => "letter-lets-vote",
        None => "letter-lets-read",
    };
    let day = letter.end.map(|end| {
        let day = Moment::of(end).day;
        t!(it, "letter-until", day = day_in_words(it.words, &day))
    });
    let question = match letter.question.as_str() {
        "" => String::new(),
        words => t!(it, "letter-question", question = words),
    };
    let parts = [
        match letter.whom.as_str() {
            "" => t!(it, "letter-hello"),
            whom => t!(it, "letter-hello-whom", whom = whom),
        },
        t!(it, "letter-what", title = letter.title),
        question,
        [t!(it, lets), day.unwrap_or_default()].join(" "),
        t!(it, "letter-how"),
        [
            t!(it, "letter-program"),
            t!(it, "letter-start"),
            t!(it, "letter-join", join = t!(it, "join-open")),
            t!(it, "letter-first"),
        ]
        .join("\n"),
        t!(it, "letter-secret"),
        letter.who.clone(),
        ticket.text.clone(),
    ];
    let parts = parts.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// The words of the letter's language.
struct In<'a> {
    words: &'a Words,
}

fn drawn(c: &Context<'_>, picture: &Picture) -> Markup {
    let size = picture.width + 2;
    html! {
        svg.qr viewBox={ "-1 -1 " (size) " " (size) } role="img"
            aria-label=(t!(c, "invite-picture-name")) {
            path d=(picture.path) {}
        }
    }
}

fn opened(c: &Context<'_>, view: &InviteView) -> Markup {
    html! {
        @if !view.opened.is_empty() {
            section.sec aria-labelledby="opened" {
                (section_head("opened", &t!(c, "invite-opened"), html! {
                    (t!(c, "invite-close-about"))
                }))
                ul.list { @for one in &view.opened { li { (an_invitation(c, view, one)) } } }
            }
        }
    }
}

fn an_invitation(c: &Context<'_>, view: &InviteView, one: &InvitationRow) -> Markup {
    let link = c.here().of(Name::CloseInvitation, &one.id);
    let lets = match one.scope {
        Scope::All => "invite-lets-all",
        Scope::Vote => "invite-lets-vote",
    };
    html! {
        p.name {
            @if one.whom.is_empty() { span.quiet { (t!(c, "invite-for-nobody")) } }
            @else { (rich!(c, "invite-for"; whom = html! { bdi dir="auto" { (one.whom) } })) }
        }
        p { b { (t!(c, state_key(one.state))) } (t!(c, "between")) (used_by(c, one)) }
        p.note {
            (rich!(c, "invite-opened-by"; who = person(c, &one.by), day = day(c, one.opened)))
            (t!(c, "between")) (rich!(c, "invite-until"; day = day(c, one.end)))
            (t!(c, "between")) (t!(c, lets)) " " span.hash { (short(&one.id)) }
        }
        @if one.state == InvitationState::Open && one.by.key == view.me {
            (fields::form(c, Name::CloseInvitation, &link, |f| html! {
                (f.send_quietly("invite-close"))
            }))
        }
    }
}

/// Who came in by an invitation: the first by name.
fn used_by(c: &Context<'_>, one: &InvitationRow) -> Markup {
    let mut named: Vec<Markup> = one.used_by.iter().map(|it| person(c, it)).collect();
    let more = named.len().saturating_sub(USED_BY);
    if more > 1 {
        named.truncate(USED_BY);
        named.push(html! { (t!(c, "invite-used-by-more", count = more)) });
    }
    match named.is_empty() {
        true => html! { (t!(c, "invite-used-by-nobody")) },
        false => rich!(c, "invite-used-by"; who = crate::words::listed(c.words, named)),
    }
}

fn state_key(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Open => "invite-is-open",
        InvitationState::Over => "invite-is-over",
        InvitationState::Closed => "invite-closed",
        InvitationState::Void => "invite-is-void",
    }
}
