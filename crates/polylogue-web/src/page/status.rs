//! Who holds what: other peers as they last told us, one's own contributions, and where the
//! data is.

use maud::{Markup, html};

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{moment, number, section_head};
use crate::routes::Name;
use crate::view::status::{PeerLine, StatusView};
use crate::{rich, t};

/// The status.
#[must_use]
pub fn page(c: &Context<'_>, view: &StatusView) -> Shown {
    let name = t!(c, "status-title");
    let body = html! {
        div.title {
            p.over { (t!(c, "status-over")) }
            h1 { (name) }
            p.under.lede { (sentence(c, view)) }
        }
        (crate::page::fields::trial(c))
        (peers(c, view))
        div.pair.sec { (mine(c, view)) (data(c, view)) }
        (read_copy(c, view))
        @if view.waiting + view.set_aside > 0 { (aside(c, view)) }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn sentence(c: &Context<'_>, view: &StatusView) -> Markup {
    let reach = c.here().reach;
    html! {
        @if reach.known == 0 { (t!(c, "status-alone")) }
        @else if reach.only_here == 0 {
            (t!(c, "status-all-held", known = reach.known, heard = reach.heard_today))
        } @else {
            (t!(c, "status-some-here", count = reach.only_here, known = reach.known,
                heard = reach.heard_today))
        }
        @if view.is_local_only { " " (t!(c, "status-local-only")) }
    }
}

fn peers(c: &Context<'_>, view: &StatusView) -> Markup {
    let here = c.here();
    html! {
        section aria-labelledby="peers" {
            (section_head("peers", &t!(c, "status-peers"), html! { (t!(c, "status-peers-about")) }))
            @if view.peers.is_empty() { p.quiet { (t!(c, "status-no-peers")) } }
            @else {
                div.scroll role="group" aria-labelledby="peers" tabindex="0" {
                    table.table aria-labelledby="peers" {
                        thead { tr {
                            th scope="col" { (t!(c, "status-peer")) }
                            th.num scope="col" { (t!(c, "status-has")) }
                            th.num scope="col" { (t!(c, "status-lacks")) }
                            th scope="col" { (t!(c, "status-heard")) }
                        } }
                        tbody { @for peer in &view.peers { (a_peer(c, peer, view.held)) } }
                    }
                }
            }
            div.acts.sp-t {
                a.button href=(here.to(Name::Invite)) { (t!(c, "invite-somebody")) }
                @if view.can_sync {
                    form method="post" action=(here.to(Name::Sync)) {
                        button type="submit" { (t!(c, "status-sync")) }
                    }
                }
                a.button href=(here.to(Name::CarriedCopy)) { (t!(c, "status-copy")) }
            }
            (fields::refusal(c, Name::Sync))
        }
    }
}

fn a_peer(c: &Context<'_>, peer: &PeerLine, held: u64) -> Markup {
    html! {
        tr {
            th scope="row" { bdi { (peer.name) } }
            td.num {
                @match peer.has {
                    Some(has) => (t!(c, "status-of", has = has, all = held)),
                    None => span.unheard { (t!(c, "not-known")) },
                }
            }
            td.num {
                @match peer.lacks {
                    Some(lacks) => (lacks),
                    None => span.unheard { (t!(c, "not-known")) },
                }
            }
            td {
                @if peer.is_connected { (t!(c, "status-connected")) }
                @else {
                    @match peer.last_heard {
                        Some(time) => (moment(c, time)),
                        None => span.unheard { (t!(c, "status-never")) },
                    }
                }
            }
        }
    }
}

fn mine(c: &Context<'_>, view: &StatusView) -> Markup {
    let reach = c.here().reach;
    html! {
        section aria-labelledby="mine" {
            (section_head("mine", &t!(c, "status-mine"), html! {}))
            dl.facts {
                dt { (t!(c, "status-mine-all")) }
                dd { (number(c, view.mine)) }
                @if reach.known > 0 {
                    dt { (t!(c, "status-mine-elsewhere")) }
                    dd { (number(c, view.mine.saturating_sub(reach.only_here))) }
                    dt { (t!(c, "status-mine-here")) }
                    dd { (number(c, reach.only_here)) }
                } @else {
                    dt { (t!(c, "status-mine-here")) }
                    dd { (t!(c, "status-mine-all-here")) }
                }
            }
        }
    }
}

fn data(c: &Context<'_>, view: &StatusView) -> Markup {
    html! {
        section aria-labelledby="data" {
            (section_head("data", &t!(c, "status-data"), html! {}))
            dl.facts {
                dt { (t!(c, "status-here")) }
                dd { span.hash { bdi { (view.directory) } } }
                dt { (t!(c, "status-pieces")) }
                dd { (number(c, view.held)) }
                dt { (t!(c, "status-server")) }
                dd { (t!(c, "status-server-none")) }
            }
        }
    }
}

/// Reading a carried copy, and what came of the one that was just read.
fn read_copy(c: &Context<'_>, view: &StatusView) -> Markup {
    html! {
        section.sec id="copy" aria-labelledby="copy-h" {
            (section_head("copy-h", &t!(c, "copy-read-head"), html! {}))
            @if let Some((read, new, refused)) = view.copy {
                div.told role="status" {
                    p {
                        (t!(c, "copy-was-read", read = read, new = new))
                        @if refused > 0 { " " (t!(c, "copy-had-bad", count = refused)) }
                    }
                }
            }
            (copy_form(c, Name::ReadCopy, &c.here().to(Name::ReadCopy)))
        }
    }
}

/// The form that takes a carried copy.
#[must_use]
pub fn copy_form(c: &Context<'_>, act: Name, link: &Link) -> Markup {
    html! {
        p.note { (t!(c, "copy-read-about")) }
        (fields::file_form(c, act, link, |f| html! {
            (f.file("copy", "copy-file"))
            (f.send_quietly("copy-read-send"))
        }))
    }
}

fn aside(c: &Context<'_>, view: &StatusView) -> Markup {
    html! {
        section.sec aria-labelledby="odd" {
            (section_head("odd", &t!(c, "status-odd"), html! {}))
            p.prose {
                @if view.waiting > 0 { (t!(c, "status-waiting", count = view.waiting)) " " }
                @if view.set_aside > 0 { (t!(c, "status-set-aside", count = view.set_aside)) " " }
                (rich!(c, "status-odd-see"; record = html! {
                    a href=(c.here().to(Name::Record)) { (t!(c, "status-odd-record")) }
                }))
            }
        }
    }
}
