//! The one module that uses functions whose last bits could differ between platforms: they come
//! from `libm`, which is Rust all the way down, so that they do not.

/// The chance of a standard normal number above `z`, in 0..=1.
pub(crate) fn above(z: f64) -> f64 {
    0.5 * libm::erfc(z / std::f64::consts::SQRT_2)
}

/// By how much the strongest axis of independent votes of so many people on so many claims
/// exceeds its bound in one of a hundred draws at most, as a factor: the Tracy–Widom law's 99 %
/// point (Johnstone 2001, “On the distribution of the largest eigenvalue in principal components
/// analysis”). Only so far as there are more claims than people: where there are fewer, the bound,
/// which takes the variances of claims from the votes themselves, leaves room enough. Near 1 where
/// there are many people. Votes are held against the mean of those who cast them, which leaves
/// one direction less than there are people for the differences to lie in.
pub(crate) fn excess_of_strongest(people: f64, claims: f64) -> f64 {
    const POINT: f64 = 2.0234;
    let lost = people / (people - 1.0).max(1.0);
    let more_claims = (1.0 - people / claims.max(1.0)).max(0.0);
    let (people, claims) = (people.max(1.0).sqrt(), claims.max(1.0).sqrt());
    lost * (1.0 + more_claims * POINT * libm::cbrt(1.0 / people + 1.0 / claims) / (people + claims))
}

/// One half to the power of `exponent`.
pub(crate) fn power_of_half(exponent: f64) -> f64 {
    libm::exp2(-exponent)
}

/// Steps at most; four or five are usual.
const STEPS_MAX: usize = 80;
/// A continued fraction is cut after so many terms; it needs about √(a + b).
const TERMS_MAX: usize = 2_000;
/// Below this change of a term there is nothing more to gain.
const FINE: f64 = 1e-13;
/// Below this change of a quantile the next is exact to ten digits.
const CLOSE: f64 = 1e-7;

/// The value that a share with `agree + 1` and `rest + 1` as the parameters of its Beta
/// distribution lies below with this chance: what is believed of a share after so many answers,
/// if before every share was as likely as any other.
///
/// In 0..=1; `chance` in 0..1.
pub(crate) fn quantile_of_share(agree: u32, rest: u32, chance: f64) -> f64 {
    let (a, b) = (f64::from(agree) + 1.0, f64::from(rest) + 1.0);
    let front = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b);
    let (mut low, mut high) = (0.0, 1.0);
    let mut share = first_guess(a, b, chance);
    for _ in 0..STEPS_MAX {
        let (log, log_rest) = (libm::log(share), libm::log1p(-share));
        let power = libm::exp(front + a * log + b * log_rest);
        let excess = below(a, b, share, power) - chance;
        if excess > 0.0 {
            high = share;
        } else {
            low = share;
        }
        let slope = power / (share * (1.0 - share));
        let step = excess / slope;
        // Newton's next step would change about the square of this.
        if step.abs() <= CLOSE || high - low <= FINE {
            return (share - step).clamp(0.0, 1.0);
        }
        let next = share - step;
        share = if next > low && next < high {
            next
        } else {
            f64::midpoint(low, high)
        };
    }
    share
}

/// A guess kept inside 0..1.
fn first_guess(a: f64, b: f64, chance: f64) -> f64 {
    let mean = a / (a + b);
    bent_normal(a, b, chance).clamp(0.1 * mean, 1.0 - 0.1 * (1.0 - mean))
}

/// About [`quantile_of_share`], at a twentieth of its cost; off by a few hundredths at most where
/// there are five answers or more.
pub(crate) fn about_quantile(agree: u32, rest: u32, chance: f64) -> f64 {
    bent_normal(f64::from(agree) + 1.0, f64::from(rest) + 1.0, chance)
}

/// From the normal distribution with the same mean and variance, corrected for the skew (Cornish
/// and Fisher 1938).
fn bent_normal(a: f64, b: f64, chance: f64) -> f64 {
    let all = a + b;
    let mean = a / all;
    let deviation = (mean * (1.0 - mean) / (all + 1.0)).sqrt();
    let skew = 2.0 * (b - a) * (all + 1.0).sqrt() / ((all + 2.0) * (a * b).sqrt());
    // A rational approximation of the normal quantile: Hastings 1955, sheet 67.
    let tail = libm::sqrt(-2.0 * libm::log(chance.min(1.0 - chance)));
    let steps = tail - (2.307_53 + 0.270_61 * tail) / (1.0 + tail * (0.992_29 + 0.044_81 * tail));
    let steps = if chance < 0.5 { -steps } else { steps };
    let bent = steps + (steps * steps - 1.0) * skew / 6.0;
    mean + bent * deviation
}

/// The chance that a share lies below `share`: the regularised incomplete beta function, where
/// `power` is x^a·(1−x)^b ÷ B(a, b). Source: NIST Digital Library of Mathematical Functions, 8.17.
fn below(a: f64, b: f64, share: f64, power: f64) -> f64 {
    if share < (a + 1.0) / (a + b + 2.0) {
        power * fraction(a, b, share) / a
    } else {
        1.0 - power * fraction(b, a, 1.0 - share) / b
    }
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz' method.
fn fraction(a: f64, b: f64, share: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |it: f64| if it.abs() < TINY { TINY } else { it };
    let mut denominator = 1.0 / guard(1.0 - (a + b) * share / (a + 1.0));
    let mut numerator = 1.0;
    let mut value = denominator;
    let mut term = 0.0;
    for _ in 0..TERMS_MAX {
        term += 1.0;
        let twice = 2.0 * term;
        let even = term * (b - term) * share / ((a + twice - 1.0) * (a + twice));
        denominator = 1.0 / guard(1.0 + even * denominator);
        numerator = guard(1.0 + even / numerator);
        value *= denominator * numerator;
        let odd = -(a + term) * (a + b + term) * share / ((a + twice) * (a + twice + 1.0));
        denominator = 1.0 / guard(1.0 + odd * denominator);
        numerator = guard(1.0 + odd / numerator);
        let change = denominator * numerator;
        value *= change;
        if (change - 1.0).abs() < FINE {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_people_with_many_claims_are_given_more_room() {
        assert!((1.17..1.20).contains(&excess_of_strongest(10.0, 300.0)));
        assert!((1.0..1.01).contains(&excess_of_strongest(1_000.0, 2_000.0)));
        assert_eq!(excess_of_strongest(30.0, 2.0), 30.0 / 29.0);
    }

    #[test]
    fn quantiles_are_those_of_closed_forms() {
        // With nothing but agreement the distribution is x^(n+1).
        for agree in [0_u32, 1, 4, 50, 3_000] {
            let expected = libm::pow(0.05, 1.0 / (f64::from(agree) + 1.0));
            let found = quantile_of_share(agree, 0, 0.05);
            assert!(
                (found - expected).abs() < 1e-9,
                "{agree}: {found} {expected}"
            );
        }
        // Half and half is symmetric.
        for count in [0_u32, 3, 40, 100_000] {
            let low = quantile_of_share(count, count, 0.05);
            let high = quantile_of_share(count, count, 0.95);
            assert!((low + high - 1.0).abs() < 1e-9, "{count}: {low} {high}");
        }
        // R: qbeta(0.05, 8, 4) = 0.4356258
        assert!((quantile_of_share(7, 3, 0.05) - 0.435_625_8).abs() < 1e-6);
    }

    #[test]
    fn the_cheap_quantile_is_near_the_exact_one() {
        let mut worst = 0.0_f64;
        for seen in 5..60_u32 {
            for agree in seen / 2..=seen {
                let exact = quantile_of_share(agree, seen - agree, 0.05);
                let about = about_quantile(agree, seen - agree, 0.05);
                worst = worst.max((exact - about).abs());
            }
        }
        println!("off by {worst} at most");
        assert!(worst < 0.02);
    }

    #[test]
    fn tails_are_those_of_the_tables() {
        assert!((above(0.0) - 0.5).abs() < 1e-15);
        assert!((above(1.281_551_565_545) - 0.1).abs() < 1e-12);
        assert!((above(-1.0) - 0.841_344_746_068_543).abs() < 1e-12);
    }
}
