//! What is shown where a page cannot be: what is so, what is safe, one next step, a way back.

use maud::{Markup, html};

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::routes::Name;
use crate::t;

/// What went wrong, as far as the reader is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing is at this address.
    NotFound,
    /// The beginning of an id fits several things.
    Ambiguous,
    /// A form came from a page of another site.
    ForeignOrigin,
    /// The browser asked for another host.
    UnknownHost,
    /// More was sent than is taken.
    TooLarge,
    /// A larger file was sent than a page takes.
    CopyTooLarge,
    /// The browser has not been let in, with the address it asked for.
    NotLetIn(String),
    /// The entry address was used before.
    EntryUsed,
    /// More is asked for than can be answered now.
    Busy,
    /// The machine could not do it, in a sentence with what to do.
    Failure(String, String),
    /// Something was refused outside any form.
    Refused(String, String),
}

impl Wrong {
    fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "wrong-not-found",
            Self::Ambiguous => "wrong-ambiguous",
            Self::ForeignOrigin => "wrong-foreign-origin",
            Self::UnknownHost => "wrong-unknown-host",
            Self::TooLarge => "wrong-too-large",
            Self::CopyTooLarge => "wrong-copy-too-large",
            Self::NotLetIn(_) => "wrong-not-let-in",
            Self::EntryUsed => "wrong-entry-used",
            Self::Busy => "wrong-busy",
            Self::Failure(..) => "wrong-failure",
            Self::Refused(..) => "wrong-refused",
        }
    }
}

/// The page of a trouble.
#[must_use]
pub fn page(c: &Context<'_>, wrong: &Wrong) -> Shown {
    let key = wrong.key();
    let name = c.words.say(key, &[]);
    let body = html! {
        div.leafless {
            h1 { (name) }
            @match wrong {
                Wrong::Failure(sentence, hint) | Wrong::Refused(sentence, hint) => {
                    p { (sentence) }
                    p { (hint) }
                }
                _ => p { (c.words.say(&format!("{key}-about"), &[])) },
            }
            p.acts { (step(c, wrong)) }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn step(c: &Context<'_>, wrong: &Wrong) -> Markup {
    html! {
        @match wrong {
            Wrong::NotLetIn(address) => {
                a.button.first href=(address) { (t!(c, "wrong-go-on")) }
            }
            Wrong::ForeignOrigin | Wrong::UnknownHost | Wrong::EntryUsed => {}
            _ => {
                @match &c.here {
                    Some(here) => {
                        a.button.first href=(here.to(Name::Home)) { (t!(c, "wrong-home")) }
                        a.button href=(here.to(Name::Search)) { (t!(c, "part-search")) }
                    }
                    None => a.button.first href=(Link::to(Name::CommonsList)) {
                        (t!(c, "part-commons-list"))
                    },
                }
            }
        }
    }
}
