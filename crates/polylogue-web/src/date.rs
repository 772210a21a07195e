//! Claimed seconds as a day and an hour, in UTC.

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Days since 1970-01-01.
    pub number: u64,
    /// The year.
    pub year: u64,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A day with an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

const DAY_SECONDS: u64 = 86_400;
/// Days in 400 years.
const ERA_DAYS: u64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_DAYS: u64 = 719_468;

impl Moment {
    /// The moment so many seconds after 1970-01-01 UTC.
    #[must_use]
    pub fn of(seconds: u64) -> Self {
        let within = seconds % DAY_SECONDS;
        Self {
            day: Day::of(seconds / DAY_SECONDS),
            hour: small(within / 3600),
            minute: small(within / 60 % 60),
        }
    }

    /// As machines read it: `2026-11-22T10:42Z`.
    #[must_use]
    pub fn machine(&self) -> String {
        let Day {
            year, month, day, ..
        } = self.day;
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}Z",
            self.hour, self.minute
        )
    }
}

/// A moment to the second, as feeds and archives want it: `2026-11-22T10:42:07Z` (RFC 3339).
#[must_use]
pub fn to_the_second(seconds: u64) -> String {
    let machine = Moment::of(seconds).machine();
    format!("{}:{:02}Z", machine.trim_end_matches('Z'), seconds % 60)
}

impl Day {
    /// The day of a number: years are counted from March, so that the odd day comes last.
    #[must_use]
    pub fn of(number: u64) -> Self {
        let days = number + EPOCH_DAYS;
        let (era, day_of_era) = (days / ERA_DAYS, days % ERA_DAYS);
        let leaps = day_of_era / 1460 - day_of_era / 36_524 + day_of_era / 146_096;
        let year_of_era = (day_of_era - leaps) / 365;
        let before = 365 * year_of_era + year_of_era / 4 - year_of_era / 100;
        let day_of_year = day_of_era - before;
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = small(day_of_year - (153 * month_from_march + 2) / 5 + 1);
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Self {
            number,
            year,
            month: small(month),
            day,
        }
    }

    /// Reads `2026-11-22` as the seconds its first minute begins with.
    #[must_use]
    pub fn seconds_of(date: &str) -> Option<u64> {
        let mut parts = date.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let (year, month): (u64, u64) = (year.parse().ok()?, month.parse().ok()?);
        let day: u64 = day.parse().ok()?;
        let is_possible = (1970..9999).contains(&year) && (1..=12).contains(&month);
        if !is_possible || !(1..=31).contains(&day) {
            return None;
        }
        let shifted = if month <= 2 { year - 1 } else { year };
        let (era, year_of_era) = (shifted / 400, shifted % 400);
        let month_from_march = (month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        (era * ERA_DAYS + day_of_era)
            .checked_sub(EPOCH_DAYS)
            .map(|it| it * DAY_SECONDS)
    }
}

fn small(number: u64) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(Moment::of(0).machine(), "1970-01-01T00:00Z");
        assert_eq!(Moment::of(951_782_400).machine(), "2000-02-29T00:00Z");
        assert_eq!(Moment::of(1_795_343_320).machine(), "2026-11-22T10:28Z");
    }

    #[test]
    fn a_date_reads_back() {
        for number in [0, 1, 58, 59, 60, 11_016, 20_779, 47_540] {
            let day = Day::of(number);
            let date = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
            assert_eq!(Day::seconds_of(&date), Some(number * DAY_SECONDS), "{date}");
        }
        assert_eq!(Day::seconds_of("soon"), None);
    }
}
