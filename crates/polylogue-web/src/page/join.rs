//! Joining a commons by an invitation.

use maud::html;

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{section_head, title};
use crate::page::status::copy_form;
use crate::routes::Name;
use crate::t;
use crate::view::join::JoinView;

/// The form that takes an invitation.
#[must_use]
pub fn page(c: &Context<'_>, view: &JoinView) -> Shown {
    let name = t!(c, "join-title");
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "join-about")) }))
                (fields::form(c, Name::JoinNow, &Link::to(Name::JoinNow), |f| html! {
                    (f.area("ticket", "join-ticket", ""))
                    (f.needed("name", "found-name", &view.name))
                    (f.send("join-send", "join-means"))
                }))
                section.sec aria-labelledby="copy-h" {
                    (section_head("copy-h", &t!(c, "copy-read-head"), html! {}))
                    p.note { (t!(c, "join-copy-about")) }
                    (copy_form(c, Name::JoinCopy, &Link::to(Name::JoinCopy)))
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
