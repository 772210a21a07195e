//! The sample votes. They are invented, and show what a map of opinions looks like: three made-up
//! leanings, with enough noise that groups overlap and nobody votes like anybody else. No vote is
//! taken from, or attributed to, a real person. The same votes come out on every machine.

use super::{CLAIMS, SAMPLE_VOTERS};

/// A vote on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vote {
    /// Agrees.
    Agree,
    /// Disagrees.
    Disagree,
    /// Passes.
    Pass,
}

/// One invented vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoteRow {
    /// Place of the voter in [`SAMPLE_VOTERS`].
    pub voter: usize,
    /// Key of the claim.
    pub claim: &'static str,
    /// The vote.
    pub vote: Vote,
}

/// How those of one leaning tend to vote on a claim.
#[derive(Debug, Clone, Copy)]
enum Tends {
    For,
    Rather,
    Split,
    Hardly,
    Against,
    Unsure,
}

impl Tends {
    /// Percent who agree, and percent who disagree; the others pass.
    const fn percent(self) -> (u64, u64) {
        match self {
            Self::For => (88, 5),
            Self::Rather => (66, 18),
            Self::Split => (42, 42),
            Self::Hardly => (18, 66),
            Self::Against => (5, 88),
            Self::Unsure => (25, 20),
        }
    }
}

use Tends::{Against, For, Hardly, Rather, Split, Unsure};

/// The three leanings, claim by claim, in the order of [`CLAIMS`]. The first is at home with
/// places, commons and care; the second with law, institutions and measured reform; the third
/// with movements, class and power.
const LEANINGS: &[(&str, [Tends; 3])] = &[
    ("reform-c1", [Hardly, For, Split]),
    ("reform-c2", [Split, For, Hardly]),
    ("reform-c3", [Against, Rather, Against]),
    ("reform-c4", [Rather, For, For]),
    ("reform-c5", [Hardly, For, Split]),
    ("reform-c6", [Against, Rather, Against]),
    ("post-development-c1", [For, Hardly, For]),
    ("post-development-c2", [Rather, Split, For]),
    ("post-development-c3", [For, Rather, Rather]),
    ("post-development-c4", [For, Split, Rather]),
    ("post-development-c5", [For, Hardly, For]),
    ("post-development-c6", [Split, Hardly, Rather]),
    ("reloc-c1", [For, Hardly, Split]),
    ("reloc-c2", [For, Rather, Split]),
    ("reloc-c3", [For, Split, Rather]),
    ("reloc-c4", [For, Split, Rather]),
    ("reloc-c5", [For, Rather, Rather]),
    ("reloc-c6", [For, Rather, For]),
    ("cosmopolitanism-c1", [For, For, For]),
    ("cosmopolitanism-c2", [Split, For, Rather]),
    ("cosmopolitanism-c3", [Rather, For, For]),
    ("cosmopolitanism-c4", [Split, Rather, Hardly]),
    ("cosmopolitanism-c5", [For, For, Rather]),
    ("cosmopolitanism-c6", [Rather, For, Split]),
    ("neo-marxism-c1", [Rather, Hardly, For]),
    ("neo-marxism-c2", [Rather, Split, For]),
    ("neo-marxism-c3", [Split, Rather, For]),
    ("neo-marxism-c4", [Rather, Unsure, For]),
    ("neo-marxism-c5", [Rather, Hardly, For]),
    ("neo-marxism-c6", [Rather, Rather, For]),
    ("ecumenism-c1", [For, Unsure, Split]),
    ("ecumenism-c2", [Rather, Split, Hardly]),
    ("ecumenism-c3", [For, Hardly, Split]),
    ("ecumenism-c4", [For, Rather, Rather]),
    ("ecumenism-c5", [Split, Unsure, Hardly]),
    ("ecumenism-c6", [For, Rather, For]),
    ("meta-industrial-c1", [For, Rather, For]),
    ("meta-industrial-c2", [For, Split, For]),
    ("meta-industrial-c3", [Rather, Unsure, Rather]),
    ("meta-industrial-c4", [For, Hardly, Unsure]),
    ("meta-industrial-c5", [For, Split, For]),
    ("meta-industrial-c6", [For, Split, Rather]),
    ("autonomism-c1", [Split, Against, Hardly]),
    ("autonomism-c2", [For, Unsure, Hardly]),
    ("autonomism-c3", [Rather, Against, Split]),
    ("autonomism-c4", [Split, Against, Against]),
    ("autonomism-c5", [Split, Against, Hardly]),
    ("autonomism-c6", [Rather, Hardly, Against]),
    ("co-evolution-c1", [For, Rather, Split]),
    ("co-evolution-c2", [For, Rather, Unsure]),
    ("co-evolution-c3", [Rather, Rather, Split]),
    ("co-evolution-c4", [For, Split, Rather]),
    ("co-evolution-c5", [Split, Rather, Rather]),
    ("co-evolution-c6", [Rather, Rather, Unsure]),
    ("p2p-c1", [For, Split, For]),
    ("p2p-c2", [For, Split, Hardly]),
    ("p2p-c3", [For, Against, For]),
    ("p2p-c4", [Split, Rather, Hardly]),
    ("p2p-c5", [Split, For, For]),
    ("p2p-c6", [Rather, Unsure, Split]),
    ("p2p-c7", [Rather, Unsure, For]),
    ("p2p-c8", [Rather, Split, Rather]),
    ("p2p-c9", [For, Split, For]),
    ("p2p-c10", [Rather, Rather, Unsure]),
];

/// Which leaning the voters have, in turn: of every eighteen seven, six and five.
const LEANING_OF: [usize; 18] = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 0];

/// All sample votes, by voter and then in the order of [`CLAIMS`]. Every voter has seen between 60
/// and 90 percent of the claims.
pub fn votes() -> impl Iterator<Item = VoteRow> {
    (0..SAMPLE_VOTERS.len()).flat_map(|voter| {
        let seen = (0..CLAIMS.len()).filter(move |claim| has_seen(voter, *claim));
        seen.map(move |claim| vote_of(voter, claim))
    })
}

/// The voter has seen those claims that come first in an order of their own.
fn has_seen(voter: usize, claim: usize) -> bool {
    const ORDER: u64 = 1;
    let share = 61 + voter * 7 % 29;
    let quota = (CLAIMS.len() * share).div_ceil(100);
    let place = chance(ORDER, voter, claim);
    let before = (0..CLAIMS.len()).filter(|other| chance(ORDER, voter, *other) < place);
    before.count() < quota
}

fn vote_of(voter: usize, claim: usize) -> VoteRow {
    const VOTE: u64 = 2;
    let (key, tends) = LEANINGS[claim];
    let (agree, disagree) = tends[LEANING_OF[voter % LEANING_OF.len()]].percent();
    let vote = match chance(VOTE, voter, claim) % 100 {
        percent if percent < agree => Vote::Agree,
        percent if percent < agree + disagree => Vote::Disagree,
        _ => Vote::Pass,
    };
    VoteRow {
        voter,
        claim: key,
        vote,
    }
}

/// A number that looks random and depends on nothing but its arguments.
const fn chance(purpose: u64, voter: usize, claim: usize) -> u64 {
    mixed(mixed(mixed(purpose) ^ voter as u64) ^ claim as u64)
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
const fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// The compiler proves that the leanings follow the claims.
const fn leanings_follow_claims() -> bool {
    let mut at = 0;
    while at < CLAIMS.len() {
        if at >= LEANINGS.len() || !super::check::is_same(CLAIMS[at].key, LEANINGS[at].0) {
            return false;
        }
        at += 1;
    }
    LEANINGS.len() == CLAIMS.len()
}
const _: () = assert!(
    leanings_follow_claims(),
    "the leanings do not follow the claims"
);
