//! Anything said here: what became of it, and what anybody may do about it.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::Erasable;
use polylogue_store::query::{Shown as Fate, Thing};

use crate::context::Context;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::near;
use crate::page::parts::{
    cannot_speak, day, fate, is_readable, link_to, moment, section_head, target, thing_key, title,
    trace_link, who_said,
};
use crate::page::record::{kind_key, verdict};
use crate::routes::Name;
use crate::t;
use crate::view::thing::ThingView;

/// The way to what may be done about a thing; nothing in a copy, where nothing may.
#[must_use]
pub fn way(c: &Context<'_>, id: &OperationId, key: &'static str) -> Markup {
    html! {
        @if c.copy.is_none() { a href=(c.here().of(Name::Thing, id)) { (t!(c, key)) } }
    }
}

/// A thing.
#[must_use]
pub fn page(c: &Context<'_>, view: &ThingView) -> Shown {
    let key = view
        .target
        .what
        .map_or(kind_key(view.log.kind), |it| thing_key(Some(it)));
    let name = t!(c, "thing-title");
    let body = html! {
        div.set {
            div {
                (title(html! { (t!(c, key)) }, &name, html! {}))
                @if view.target.what.is_some() {
                    p.lede { (target(c, &view.target)) }
                    p.pages { (trace_link(c, &view.target.id)) }
                }
                (facts(c, view))
                (acts(c, view))
                @if let Some(what) = view.target.what.filter(|it| *it != Thing::Person) {
                    p.note.sec {
                        a href=(link_to(c, Some(what), &view.target.id)) { (t!(c, "thing-back")) }
                    }
                }
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn facts(c: &Context<'_>, view: &ThingView) -> Markup {
    let log = &view.log;
    html! {
        dl.facts.sp-t {
            dt { (t!(c, "thing-signed")) }
            dd {
                (who_said(c, &log.by, view.target.speaker.as_deref()))
                @if let Some(date) = &view.target.said_at { (t!(c, "between")) bdi { (date) } }
                @else { (t!(c, "between")) (moment(c, log.time)) }
            }
            @if view.target.said_at.is_some() {
                dt { (t!(c, "thing-brought-in")) }
                dd { (day(c, log.time)) }
            }
            dt { (t!(c, "thing-counts")) }
            dd { (verdict(c, log.verdict)) }
            @let told = fate(c, &view.said);
            @if !told.0.is_empty() { dt { (t!(c, "thing-text")) } dd { (told) } }
            dt { (t!(c, "thing-id")) }
            dd { span.hash { (log.id) } }
        }
    }
}

fn acts(c: &Context<'_>, view: &ThingView) -> Markup {
    let may = c.here().may;
    let is_content = view.erasable == Erasable::Yes;
    if !is_readable(&view.said.shown) {
        // Emptied, nothing is left to do; hidden, its author may still empty it.
        let is_hidden = matches!(view.said.shown, Fate::Hidden(_));
        return html! { @if is_hidden && is_content && view.is_mine { (erase(c, view)) } };
    }
    html! {
        section.sec aria-labelledby="acts" {
            (section_head("acts", &t!(c, "thing-acts"), html! {}))
            @if !may.speak.is() { p.quiet { (cannot_speak(c)) } }
            @else {
                @if view.is_mine && is_content { (withdraw(c, view)) }
                @if !view.is_mine { (dispute(c, view)) }
                @if view.target.what.is_some() {
                    (translate(c, view)) (suggest(c, view)) (hold(c, view))
                }
            }
            @if is_content && (view.is_mine || may.moderate.is()) { (erase(c, view)) }
            @if may.moderate.is() && is_content && !view.is_mine { (hide(c, view)) }
        }
    }
}

fn withdraw(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Withdraw, &view.log.id);
    fields::folded(
        c,
        Name::Withdraw,
        "withdraw-head",
        html! {
            p.note { (t!(c, "withdraw-about")) }
            (fields::form(c, Name::Withdraw, &link, |f| html! {
                (f.reason()) (f.send_quietly("withdraw-send"))
            }))
        },
    )
}

fn dispute(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Dispute, &view.log.id);
    fields::folded(
        c,
        Name::Dispute,
        "dispute-head",
        html! {
            p.note { (t!(c, "dispute-about")) }
            (fields::form(c, Name::Dispute, &link, |f| html! {
                (f.reason()) (f.send_quietly("dispute-send"))
            }))
        },
    )
}

fn erase(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Erase, &view.log.id);
    let about = if view.is_mine {
        "erase-about"
    } else {
        "erase-about-moderator"
    };
    fields::folded(
        c,
        Name::Erase,
        "erase-head",
        html! {
            p.note { (t!(c, about)) }
            @if view.quoted > 0 {
                p.note {
                    (t!(c, "erase-quoted", count = view.quoted)) " "
                    a href=(c.here().of(Name::Trace, &view.log.id)) {
                        (t!(c, "erase-quoted-where"))
                    }
                }
            }
            (fields::form(c, Name::Erase, &link, |f| html! {
                (f.reason()) (f.send("erase-send", "erase-means"))
            }))
        },
    )
}

fn hide(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Hide, &view.log.id);
    fields::folded(
        c,
        Name::Hide,
        "hide-head",
        html! {
            p.note { (t!(c, "hide-about")) }
            (fields::form(c, Name::Hide, &link, |f| html! {
                (f.reason()) (f.send_quietly("hide-send"))
            }))
        },
    )
}

fn translate(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Translate, &view.log.id);
    fields::folded(
        c,
        Name::Translate,
        "translate-head",
        html! {
            p.note { (t!(c, "translate-about")) }
            (fields::form(c, Name::Translate, &link, |f| html! {
                (f.needed("language", "translate-language", ""))
                (f.long("text", "translate-text", ""))
                (f.send_quietly("translate-send"))
            }))
        },
    )
}

fn suggest(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Suggest, &view.log.id);
    let ways = [
        Choice::new("fuse", t!(c, "suggest-fuse")),
        Choice::new("sequence", t!(c, "suggest-sequence")),
        Choice::new("dialogue", t!(c, "suggest-dialogue")),
        Choice::new("meet", t!(c, "suggest-meet")),
        Choice::new("keep-apart", t!(c, "suggest-keep-apart")),
    ];
    let (word, others) = (
        crate::routes::of(Name::Suggest).word,
        near::choices(c, &view.others),
    );
    fields::folded(
        c,
        Name::Suggest,
        "suggest-head",
        html! {
            p.note { (t!(c, "suggest-about")) }
            @let page = c.here().of(Name::Thing, &view.log.id).at(word);
            (near::finder(c, &view.others, &page, &[("open", word)]))
            (fields::form(c, Name::Suggest, &link, |f| html! {
                (f.radios("way", "suggest-which", &ways, "dialogue"))
                @if !others.is_empty() { (f.ticks("others", "suggest-others", &others)) }
                (f.reason())
                (f.send_quietly("suggest-send"))
            }))
        },
    )
}

fn hold(c: &Context<'_>, view: &ThingView) -> Markup {
    let link = c.here().of(Name::Hold, &view.log.id);
    fields::folded(
        c,
        Name::Hold,
        "hold-head",
        html! {
            p.note { (t!(c, "hold-about")) }
            (fields::form(c, Name::Hold, &link, |f| html! {
                (f.needed("caucus", "hold-caucus", ""))
                (f.number("days", "hold-days", "14"))
                (f.reason())
                (f.send_quietly("hold-send"))
            }))
        },
    )
}
