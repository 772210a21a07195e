//! Whether 1 means agree: the database of Polis uses the opposite sign, and some exports of 2024
//! and 2025 wrote it as it stands there.

use std::collections::BTreeMap;

use super::{Claim, Signs, Vote};

/// With fewer votes of authors on their own claims nothing is said.
const CASES_MIN: usize = 8;
/// So many times more of the one than of the other decide.
const TIMES: usize = 3;

/// What was found out about the signs of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// The files declare that 1 is agree.
    Declared,
    /// The files declare that −1 is agree, and votes were turned accordingly.
    DeclaredTurned,
    /// Authors agreed with their own claims, as people do.
    AsUsual {
        /// Authors' votes of 1 on their own claims.
        agree: usize,
        /// Their votes of −1.
        disagree: usize,
    },
    /// Authors seem to disagree with their own claims: the sign is probably the opposite one.
    Suspicious {
        /// Authors' votes of 1 on their own claims.
        agree: usize,
        /// Their votes of −1.
        disagree: usize,
    },
    /// Too few authors voted on their own claims to say.
    TooFewToSay,
}

/// Looks at what is declared, and otherwise at authors' votes on their own claims.
pub(super) fn look(
    claims: &BTreeMap<u64, Claim>,
    votes: &[Vote],
    convention: Option<&str>,
) -> Sign {
    let parts = convention.unwrap_or_default().split([';', ',']);
    let declared = parts.filter_map(|it| it.split_once('='));
    for (what, value) in declared {
        match (what.trim(), value.trim()) {
            ("agree", "-1") => return Sign::DeclaredTurned,
            ("agree", "1" | "+1") => return Sign::Declared,
            _ => {}
        }
    }
    let (mut agree, mut disagree) = (0, 0);
    let mut current: Option<(u64, Option<u64>)> = None;
    for vote in votes {
        let author = match current {
            Some((claim, author)) if claim == vote.claim => author,
            _ => claims.get(&vote.claim).and_then(|it| it.author),
        };
        current = Some((vote.claim, author));
        if author == Some(vote.person) {
            agree += usize::from(vote.sign == 1);
            disagree += usize::from(vote.sign == -1);
        }
    }
    if agree + disagree < CASES_MIN {
        Sign::TooFewToSay
    } else if disagree >= agree * TIMES {
        Sign::Suspicious { agree, disagree }
    } else {
        Sign::AsUsual { agree, disagree }
    }
}

/// Whether votes are to be turned: because the files declare it, or because somebody says so.
pub(super) fn is_to_be_turned(sign: Sign, signs: Signs) -> bool {
    let is_declared = sign == Sign::DeclaredTurned;
    is_declared != (signs == Signs::Turned)
}
