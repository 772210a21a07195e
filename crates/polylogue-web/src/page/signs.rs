//! The signs used here: every kind of remark, every perspective, how passages are underlined.

use maud::{Markup, html};
use polylogue_core::move_kind::{MoveKind, Polarity};

use crate::context::Context;
use crate::page::Shown;
use crate::page::fields::in_order;
use crate::page::fields::kinds::asks_for;
use crate::page::parts::{kind, section_head, title, words_of};
use crate::routes::Name;
use crate::view::signs::SignsView;
use crate::{sprite, t};

/// The signs.
#[must_use]
pub fn page(c: &Context<'_>, _view: &SignsView) -> Shown {
    let name = t!(c, "part-signs");
    let body = html! {
        (title(html! {}, &name, html! {}))
        p.lede { (t!(c, "signs-about")) }
        div.pair.sec {
            (kinds(c))
            div { (perspectives(c)) (passages(c)) }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn kinds(c: &Context<'_>) -> Markup {
    html! {
        section aria-labelledby="kinds" {
            (section_head("kinds", &t!(c, "part-moves"), html! {}))
            div.scroll role="group" aria-labelledby="kinds" tabindex="0" {
                table.table aria-labelledby="kinds" {
                    thead { tr {
                        th scope="col" { (t!(c, "signs-kind")) }
                        th scope="col" { (t!(c, "signs-polarity")) }
                        th scope="col" { (t!(c, "signs-plain")) }
                        th scope="col" { (t!(c, "signs-asks")) }
                    } }
                    tbody { @for one in MoveKind::ALL { tr {
                        td { (kind(c, one.number())) }
                        td { (c.words.say(&format!("polarity-{}", one.polarity().name()), &[])) }
                        td { (one.glyph()) }
                        td { @if let Some(key) = asks_for(one) { (t!(c, key)) } }
                    } } }
                }
            }
        }
    }
}

fn perspectives(c: &Context<'_>) -> Markup {
    html! {
        section aria-labelledby="marks" {
            (section_head("marks", &t!(c, "part-perspectives"), html! {}))
            @if c.here().chips.is_empty() { p.quiet { (t!(c, "perspectives-none")) } }
            ul.list { @for (id, chip) in in_order(c) { li {
                a.who-long href=(c.here().of(Name::Perspective, id)) {
                    (sprite::mark(chip.mark)) (words_of(&chip.name))
                }
            } } }
        }
    }
}

fn passages(c: &Context<'_>) -> Markup {
    html! {
        section.sec aria-labelledby="passages" {
            (section_head("passages", &t!(c, "signs-passages"), html! {}))
            ul.list {
                @for polarity in Polarity::ALL {
                    li {
                        span class={ "pas " (polarity.name()) } {
                            (c.words.say(&format!("underline-{}", polarity.name()), &[]))
                        }
                    }
                }
            }
        }
    }
}
