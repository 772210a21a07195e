//! Times as dates of the calendar.

/// A time of the Gregorian calendar, in UTC.
pub(crate) struct Civil {
    pub(crate) year: u64,
    /// From 0.
    pub(crate) month: usize,
    pub(crate) day: u64,
    pub(crate) hour: u64,
    pub(crate) minute: u64,
    pub(crate) second: u64,
}

/// Days to a date of the Gregorian calendar, counted in eras of 400 years from 1 March.
pub(crate) fn civil(seconds: u64) -> Civil {
    let days = seconds / 86_400 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = (from_march + 2) % 12;
    Civil {
        year: era * 400 + year_of_era + u64::from(month < 2),
        month: usize::try_from(month).unwrap_or(0),
        day: of_year - (153 * from_march + 2) / 5 + 1,
        hour: seconds / 3_600 % 24,
        minute: seconds / 60 % 60,
        second: seconds % 60,
    }
}

/// As `2011-05-03T12:34:56Z`.
#[must_use]
pub fn iso_time(seconds: u64) -> String {
    let it = civil(seconds);
    let (year, month, day) = (it.year, it.month + 1, it.day);
    let (hour, minute, second) = (it.hour, it.minute, it.second);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// As `2011-05-03T12:34Z`.
#[must_use]
pub fn iso_minute(seconds: u64) -> String {
    let it = civil(seconds);
    let (year, month, day) = (it.year, it.month + 1, it.day);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}Z",
        it.hour, it.minute
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_calendar() {
        assert_eq!(iso_time(0), "1970-01-01T00:00:00Z");
        assert_eq!(iso_minute(951_827_696), "2000-02-29T12:34Z");
        assert_eq!(iso_time(951_827_696), "2000-02-29T12:34:56Z");
        assert_eq!(iso_time(4_102_444_799), "2099-12-31T23:59:59Z");
    }
}
