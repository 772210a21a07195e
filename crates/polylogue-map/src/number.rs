//! Named conversions between numbers, so that each loss is where it is named.

/// A count as a real number; exact below 2^53, more than anybody can count here.
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

/// A small count as a real number, exactly.
pub(crate) fn real32(count: u32) -> f64 {
    f64::from(count)
}

/// A sum of whole numbers as a real number, rounded once above 2^53.
pub(crate) fn real64(sum: i64) -> f64 {
    sum as f64
}

/// A 32-bit index as an index.
pub(crate) fn index(number: u32) -> usize {
    number as usize
}

/// An index as 32 bits; the limits in `ballots` keep it below 2^32.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the limits of ballots"
)]
pub(crate) fn small(index: usize) -> u32 {
    debug_assert!(u32::try_from(index).is_ok());
    index as u32
}

/// A real number as the nearest whole one, halves away from zero; NaN is 0, and what is out of
/// range is the nearest in range.
#[expect(
    clippy::cast_possible_truncation,
    reason = "rounding to a whole number is the purpose"
)]
pub(crate) fn nearest(value: f64) -> i64 {
    value.round() as i64
}

/// 2 to the power of an exponent in -1022..=1023, exactly.
pub(crate) fn power_of_two(exponent: i32) -> f64 {
    let biased = u64::try_from(exponent.clamp(-1022, 1023) + 1023).unwrap_or(0);
    f64::from_bits(biased << 52)
}

/// The least exponent whose power of two is above the value; the value is finite and positive.
pub(crate) fn exponent_above(value: f64) -> i32 {
    let biased = (value.to_bits() >> 52) & 0x7ff;
    i32::try_from(biased).unwrap_or(0) - 1022
}

/// Rounding to a unit so fine that numbers which together stay below a bound add up exactly, in
/// any order; about 16 digits of the bound are kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exact {
    /// Beside it, real numbers are as far apart as one unit.
    beside: f64,
}

impl Exact {
    /// For numbers whose sizes add up to at most `bound`, which is finite and positive.
    pub(crate) fn below(bound: f64) -> Self {
        // One bit is left for what rounding adds, and one so that no single number is too large.
        Self {
            beside: 1.5 * power_of_two(exponent_above(bound) + 1),
        }
    }

    /// The nearest number of the unit.
    pub(crate) fn round(self, value: f64) -> f64 {
        (value + self.beside) - self.beside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_two_are_exact() {
        assert_eq!(power_of_two(0), 1.0);
        assert_eq!(power_of_two(-3), 0.125);
        assert_eq!(exponent_above(0.9), 0);
        assert_eq!(exponent_above(1.0), 1);
        assert_eq!(exponent_above(5.0), 3);
    }

    #[test]
    fn rounded_numbers_add_up_to_the_same_bits_in_any_order() {
        let numbers = [0.1, -0.7, 1.0 / 3.0, 1e-9, 0.77, -0.123_456_789];
        let rounded = numbers.map(|it| Exact::below(3.0).round(it));
        let forth: f64 = rounded.iter().sum();
        let back: f64 = rounded.iter().rev().sum();
        assert_eq!(forth.to_bits(), back.to_bits());
        for (it, rounded) in numbers.iter().zip(rounded) {
            assert!((it - rounded).abs() < 1e-15);
        }
    }
}
