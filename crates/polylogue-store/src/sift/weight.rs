//! How much a kind of move says for or against what it is about: what a sentence that rests on
//! moves may say without saying more, or less, than they do.
//!
//! Three steps on either side, as people read the kinds: with something kept back, without, and
//! flatly. A danger or a bound is kept back: it warns of a thing and does not reject it.

use polylogue_core::move_kind::{MoveKind, Polarity};

/// For or against, and how flatly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Against it, 1 to 3.
    Against(u8),
    /// Neither: it changes what is talked about, asks or answers.
    Neither,
    /// For it, 1 to 3.
    For(u8),
}

impl Weight {
    /// The weight of a kind of move; of a kind of a newer version, neither.
    #[must_use]
    pub fn of(kind: u16) -> Self {
        let Some(kind) = MoveKind::of(kind) else {
            return Self::Neither;
        };
        match kind {
            MoveKind::PartlyAgrees | MoveKind::AcceptsBut => Self::For(1),
            MoveKind::IsCompatible | MoveKind::SeesSynergy => Self::For(2),
            MoveKind::Agrees | MoveKind::Extends | MoveKind::SidesWith => Self::For(3),
            MoveKind::Cautions | MoveKind::Limits => Self::Against(1),
            MoveKind::Challenges => Self::Against(2),
            MoveKind::Disagrees => Self::Against(3),
            _ => Self::Neither,
        }
    }

    /// How flatly, from 0 for neither to 3.
    #[must_use]
    pub fn force(self) -> u8 {
        match self {
            Self::Neither => 0,
            Self::For(force) | Self::Against(force) => force,
        }
    }

    /// Whether both are on the same side.
    #[must_use]
    pub fn is_beside(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::For(_), Self::For(_))
                | (Self::Against(_), Self::Against(_))
                | (Self::Neither, Self::Neither)
        )
    }

    /// Whether nobody who says the other can flatly say this: a rejection leaves no room for
    /// anything said for the thing, and what is said for it leaves none for a rejection. Dangers
    /// and bounds stand beside either.
    #[must_use]
    pub fn excludes(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Against(2 | 3), Self::For(_)) | (Self::For(2 | 3), Self::Against(2 | 3))
        )
    }
}

/// Whether a kind keeps something back from what else is said of the same thing: a part, a
/// condition, a danger, a bound, a difference, another way to see it.
#[must_use]
pub fn qualifies(kind: u16) -> bool {
    use MoveKind::{
        AcceptsBut, Cautions, DeEmphasises, Distinguishes, Generalises, Limits, PartlyAgrees,
        Reframes,
    };
    MoveKind::of(kind).is_some_and(|it| {
        matches!(
            it,
            PartlyAgrees
                | AcceptsBut
                | Cautions
                | Limits
                | DeEmphasises
                | Distinguishes
                | Generalises
                | Reframes
        )
    })
}

/// Whether a kind takes part in asking and answering and says nothing else.
#[must_use]
pub(super) fn asks(kind: u16) -> bool {
    MoveKind::of(kind).is_some_and(|it| it.polarity() == Polarity::Ask)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_support_and_challenge_has_a_weight_on_its_side() {
        for kind in MoveKind::ALL {
            let weight = Weight::of(kind.number());
            let is_fit = match kind.polarity() {
                Polarity::Support => matches!(weight, Weight::For(2 | 3)),
                Polarity::Qualified => weight == Weight::For(1) && qualifies(kind.number()),
                Polarity::Challenge => matches!(weight, Weight::Against(_)),
                Polarity::Transform | Polarity::Ask => weight == Weight::Neither,
            };
            assert!(is_fit, "{} {weight:?}", kind.name());
        }
    }

    #[test]
    fn a_warning_stands_beside_agreement_and_a_rejection_does_not() {
        let of = |kind: MoveKind| Weight::of(kind.number());
        assert!(!of(MoveKind::Agrees).excludes(of(MoveKind::Cautions)));
        assert!(!of(MoveKind::Cautions).excludes(of(MoveKind::Agrees)));
        assert!(of(MoveKind::Disagrees).excludes(of(MoveKind::AcceptsBut)));
        assert!(of(MoveKind::Agrees).excludes(of(MoveKind::Disagrees)));
        assert!(!of(MoveKind::AcceptsBut).excludes(of(MoveKind::Disagrees)));
    }
}
