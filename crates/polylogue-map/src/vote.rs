//! What one person answers to one claim, and whether a claim takes part.

/// What a person answered to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vote {
    /// They do not hold the claim: −1 in every sum.
    Disagree,
    /// They saw it and did not say: 0 in every sum, but counted as seen.
    Pass,
    /// They hold the claim: +1 in every sum.
    Agree,
}

impl Vote {
    /// The vote as a number: −1, 0 or +1. Exports of Polis use the same sign, its database the
    /// opposite one.
    #[must_use]
    pub fn sign(self) -> i32 {
        match self {
            Self::Disagree => -1,
            Self::Pass => 0,
            Self::Agree => 1,
        }
    }

    /// The vote of a sign: negative, zero, positive.
    #[must_use]
    pub fn of_sign(sign: i32) -> Self {
        match sign.signum() {
            -1 => Self::Disagree,
            0 => Self::Pass,
            _ => Self::Agree,
        }
    }

    /// 0 for disagree, 1 for pass, 2 for agree: the low bits of a cell.
    pub(crate) fn code(self) -> u32 {
        match self {
            Self::Disagree => 0,
            Self::Pass => 1,
            Self::Agree => 2,
        }
    }

    /// The vote of a cell's low bits.
    pub(crate) fn of_code(code: u32) -> Self {
        match code & 3 {
            0 => Self::Disagree,
            1 => Self::Pass,
            _ => Self::Agree,
        }
    }
}

/// Whether a claim takes part in the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// It does.
    #[default]
    Shown,
    /// Rejected by moderators: its votes are counted, but it neither moves anybody on the map nor
    /// stands in any list.
    Rejected,
    /// About the conversation rather than its subject: as if rejected, but worth asking.
    Meta,
}
