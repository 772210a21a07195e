//! The kinds of a move in its form: each says what it does, gives an example, and has the fields
//! it asks for under names of its own.

use maud::{Markup, html};
use polylogue_core::move_kind::{MoveKind, Needs, Polarity};

use super::Fields;
use crate::form::Form;
use crate::page::parts::move_key;
use crate::{sprite, t};

impl Fields<'_> {
    /// Every kind of move: first what it does by and large, then how. Of the groups one is open at
    /// a time; in one that is closed nothing can be missing, so none is required here. Where no
    /// kind is chosen, the group of the `last` one is open.
    #[must_use]
    pub fn kinds(&self, chosen: Option<MoveKind>, last: Option<MoveKind>) -> Markup {
        html! {
            fieldset.row {
                legend { (t!(self.c, "mark-kind")) }
                @for polarity in Polarity::ALL {
                    (self.group(polarity, chosen, last.filter(|_| chosen.is_none())))
                }
            }
        }
    }

    fn group(
        &self,
        polarity: Polarity,
        chosen: Option<MoveKind>,
        last: Option<MoveKind>,
    ) -> Markup {
        let kinds = MoveKind::ALL
            .into_iter()
            .filter(|it| it.polarity() == polarity);
        let kinds: Vec<_> = kinds
            .map(|it| (it, self.is_chosen("kind", it.name(), chosen == Some(it))))
            .collect();
        let is_last = last.is_some_and(|it| it.polarity() == polarity) && self.written().is_none();
        let is_open = is_last || kinds.iter().any(|(_, is_chosen)| *is_chosen);
        html! {
            details.more name="kinds" open[is_open] {
                summary {
                    span class={ "mv " (polarity.name()) } {
                        @if let Some((plainest, _)) = kinds.first() { (sprite::glyph(*plainest)) }
                        (t!(self.c, &format!("kinds-{}", polarity.name())))
                    }
                }
                div.kinds {
                    @for (kind, is_chosen) in kinds {
                        (self.kind(kind, is_chosen))
                        (self.needed_by(kind))
                    }
                }
            }
        }
    }

    fn kind(&self, kind: MoveKind, is_chosen: bool) -> Markup {
        let needs = match kind.needs() {
            Needs::Reason => "reason",
            Needs::None | Needs::Object | Needs::Condition | Needs::FromTo => "",
        };
        html! {
            label.choice {
                input type="radio" name="kind" value=(kind.name()) checked[is_chosen]
                    data-needs=(needs);
                span class=(kind.polarity().name()) { (sprite::glyph(kind)) }
                span { (t!(self.c, &move_key(kind), who = "you")) }
            }
        }
    }

    /// What a kind does, and the fields it asks for; in view once it is chosen, where the browser
    /// can tell which is.
    fn needed_by(&self, kind: MoveKind) -> Markup {
        let key = |what: &str| format!("kind-{}-{what}", kind.name());
        html! {
            div.need {
                p.hint { (t!(self.c, &key("about"))) }
                @for field in asked_by(kind) {
                    (self.area(&own_name(field, kind), &key(field), ""))
                }
            }
        }
    }
}

/// The fields a kind of move cannot do without.
#[must_use]
pub fn asked_by(kind: MoveKind) -> &'static [&'static str] {
    match kind.needs() {
        Needs::None => &[],
        Needs::Object => &["object"],
        Needs::Condition => &["condition"],
        Needs::FromTo => &["from", "to"],
        Needs::Reason => &["reason"],
    }
}

/// The name of a field in the form of a move, where the kind has one of its own.
#[must_use]
pub fn own_name(field: &str, kind: MoveKind) -> String {
    format!("{field}-{}", kind.name())
}

/// What a form says in a field of a move: in the one of the kind chosen, else in the plain one.
#[must_use]
pub fn said_in<'a>(form: &'a Form, field: &str, kind: MoveKind) -> Option<&'a str> {
    form.given(&own_name(field, kind))
        .or_else(|| form.given(field))
}

/// What a kind of move asks for, as a key.
#[must_use]
pub fn asks_for(kind: MoveKind) -> Option<&'static str> {
    Some(match (kind.needs(), kind) {
        (Needs::None, _) => return None,
        (Needs::Condition, _) => "needs-condition",
        (Needs::FromTo, MoveKind::Distinguishes) => "needs-from-that",
        (Needs::FromTo, _) => "needs-from-to",
        (Needs::Reason, MoveKind::Asks) => "needs-question",
        (Needs::Reason, _) => "needs-reason",
        (Needs::Object, MoveKind::Cautions) => "needs-danger",
        (Needs::Object, MoveKind::PartlyAgrees) => "needs-part",
        (Needs::Object, MoveKind::SidesWith) => "needs-over",
        (Needs::Object, MoveKind::Limits) => "needs-how-far",
        (Needs::Object, MoveKind::Defers) => "needs-to-whom",
        (Needs::Object, MoveKind::SeesSynergy) => "needs-with-what",
        (Needs::Object, MoveKind::Adds) => "needs-what",
        (Needs::Object, _) => "needs-to-what",
    })
}
