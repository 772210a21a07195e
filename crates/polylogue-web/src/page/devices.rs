//! The machines that speak for the reader: which there are, ending one, adding one, and letting
//! this one speak for somebody who already writes elsewhere.

use maud::{Markup, html};
use polylogue_store::query::DeviceRow;

use crate::context::Context;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{day, section_head, title};
use crate::page::person::device_key;
use crate::routes::Name;
use crate::view::devices::DevicesView;
use crate::{rich, t};

/// The machines.
#[must_use]
pub fn page(c: &Context<'_>, view: &DevicesView) -> Shown {
    let name = t!(c, "devices-title");
    let over = html! {
        a href=(c.here().to(Name::Settings)) { (t!(c, "settings-title")) }
    };
    let body = html! {
        div.set {
            div {
                (title(over, &name, html! { (t!(c, "devices-lede")) }))
                (list(c, view))
                @if view.root == view.this { (add(c)) }
                @else {
                    p.note.sec { (t!(c, "devices-not-first", key = view.root.short())) }
                }
                (agree(c, view))
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn list(c: &Context<'_>, view: &DevicesView) -> Markup {
    html! {
        section aria-labelledby="list" {
            (section_head("list", &t!(c, "devices-list"), html! {}))
            ul.list {
                li {
                    p.name {
                        (t!(c, "devices-first"))
                        @if view.root == view.this { " " span.quiet { (t!(c, "devices-this")) } }
                    }
                    p.note { span.hash { (view.root.short()) } }
                }
                @for device in &view.devices { (one(c, view, device)) }
            }
        }
    }
}

fn one(c: &Context<'_>, view: &DevicesView, device: &DeviceRow) -> Markup {
    let link = c.here().person(Name::EndDevice, &device.key);
    let which = device.key.short();
    html! {
        li {
            p.name {
                @if device.name.is_empty() { (t!(c, device_key(device.kind))) }
                @else { bdi { (device.name) } }
                @if device.key == view.this { " " span.quiet { (t!(c, "devices-this")) } }
            }
            p.note {
                span.hash { (which) } (t!(c, "between"))
                @if device.is_ended { (t!(c, "device-ended")) }
                @else {
                    (t!(c, "device-speaks"))
                    @if let Some(end) = device.end {
                        (t!(c, "between")) (rich!(c, "device-until"; day = day(c, end)))
                    }
                }
            }
            @if view.root == view.this && !device.is_ended {
                details.more open[fields::is_refused(c, Name::EndDevice)] {
                    summary { (t!(c, "device-end-head")) }
                    p.note { (t!(c, "device-end-about")) }
                    (fields::form(c, Name::EndDevice, &link, |f| html! {
                        (f.text_in("reason", "field-reason", &which))
                        (f.send_quietly("device-end-send"))
                    }))
                }
            }
        }
    }
}

fn add(c: &Context<'_>) -> Markup {
    let link = c.here().to(Name::AddDevice);
    html! {
        section.sec aria-labelledby="add" {
            (section_head("add", &t!(c, "device-add-head"), html! {}))
            p.note { (t!(c, "device-add-about")) }
            p.hash { (c.here().me) }
            (fields::form(c, Name::AddDevice, &link, |f| html! {
                (f.area("line", "device-line", ""))
                (f.line("name", "device-name", ""))
                (f.send("device-add-send", "device-add-means"))
            }))
        }
    }
}

fn agree(c: &Context<'_>, view: &DevicesView) -> Markup {
    let link = c.here().to(Name::AgreeDevice);
    html! {
        section.sec aria-labelledby="agree" {
            (section_head("agree", &t!(c, "device-agree-head"), html! {}))
            p.note { (t!(c, "device-agree-about")) }
            @if let Some(line) = &view.agreed {
                div.told role="status" id="agreed" {
                    p { (t!(c, "device-agreed")) }
                    label.lab for="agreed-line" { (t!(c, "device-agreed-line")) }
                    textarea.ticket id="agreed-line" readonly dir="ltr" rows="4" { (line) }
                }
            }
            (fields::form(c, Name::AgreeDevice, &link, |f| html! {
                (f.needed("root", "device-root", ""))
                (f.send_quietly("device-agree-send"))
            }))
        }
    }
}
