//! Range: between which shares the true one lies, nine times in ten.

use crate::chance::quantile_of_share;
use crate::tally::Count;

/// The chance on each side of the range: together one in ten.
pub const CHANCE_OUTSIDE: f64 = 0.05;

/// The shares between which the share of those who agree lies with 90 % credibility, if before the
/// votes every share was as likely as any other; low and high, each in 0..=1. Passes count as not
/// agreeing.
#[must_use]
pub fn of_agreement(count: Count) -> (f64, f64) {
    let rest = count.seen() - count.agree;
    let low = quantile_of_share(count.agree, rest, CHANCE_OUTSIDE);
    let high = quantile_of_share(count.agree, rest, 1.0 - CHANCE_OUTSIDE);
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_votes_leave_a_wide_range_and_many_a_narrow_one() {
        let count = |agree, disagree| Count {
            agree,
            disagree,
            pass: 0,
        };
        let (low, high) = of_agreement(count(0, 0));
        assert!((low - 0.05).abs() < 1e-9 && (high - 0.95).abs() < 1e-9);
        let few = of_agreement(count(3, 1));
        let many = of_agreement(count(300, 100));
        assert!(few.0 < many.0 && many.1 < few.1, "{few:?} {many:?}");
        assert!(many.0 < 0.75 && 0.75 < many.1);
    }
}
