//! One's own name in this commons, and leaving it.

use maud::{Markup, html};
use polylogue_node::Telling;

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{section_head, title};
use crate::routes::Name;
use crate::t;
use crate::view::settings::SettingsView;

/// The settings.
#[must_use]
pub fn page(c: &Context<'_>, view: &SettingsView) -> Shown {
    let here = c.here();
    let name = t!(c, "settings-title");
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "settings-about")) }))
                (section_head("name", &t!(c, "profile-head"), html! {}))
                (fields::form(c, Name::Profile, &here.to(Name::Profile), |f| html! {
                    (f.needed("name", "profile-name", &view.name))
                    (f.area("about", "profile-about", &view.about))
                    (f.send("profile-send", "profile-means"))
                }))
                section.sec aria-labelledby="key" {
                    (section_head("key", &t!(c, "settings-key"), html! {}))
                    p { (t!(c, "settings-key-about")) }
                    p.hash { (here.me) }
                }
                section.sec aria-labelledby="machines" {
                    (section_head("machines", &t!(c, "devices-title"), html! {}))
                    p { (t!(c, "devices-lede")) }
                    p.acts.sp-t {
                        a.button href=(here.to(Name::Devices)) { (t!(c, "devices-open")) }
                    }
                }
                (presence(c, view))
                section.sec aria-labelledby="pages-language" {
                    (section_head("pages-language", &t!(c, "languages-title"), html! {}))
                    p { (t!(c, "languages-about")) }
                    p.acts.sp-t {
                        a.button href=(Link::to(Name::Languages)
                            .with("commons", crate::link::short(&here.commons))) {
                            (t!(c, "languages-other"))
                        }
                    }
                }
                section.sec aria-labelledby="leaving" {
                    (section_head("leaving", &t!(c, "leave-head"), html! {}))
                    (fields::folded(c, Name::Leave, "leave-open", html! {
                        p.note { (t!(c, "leave-about")) }
                        (fields::form(c, Name::Leave, &here.to(Name::Leave), |f| html! {
                            (f.reason())
                            (f.send("leave-send", "leave-means"))
                        }))
                    }))
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

/// Whether others are told what the reader is writing.
fn presence(c: &Context<'_>, view: &SettingsView) -> Markup {
    let choices = [
        Choice::new("on", t!(c, "presence-on")),
        Choice::new("off", t!(c, "presence-off")),
    ];
    let now = match view.telling {
        Telling::On => "on",
        Telling::Off => "off",
    };
    html! {
        section.sec aria-labelledby="presence" {
            (section_head("presence", &t!(c, "presence-head"), html! {}))
            p { (t!(c, "presence-about")) }
            (fields::form(c, Name::Presence, &c.here().to(Name::Presence), |f| html! {
                (f.radios("telling", "presence-which", &choices, now))
                (f.send_quietly("presence-send"))
            }))
        }
    }
}
