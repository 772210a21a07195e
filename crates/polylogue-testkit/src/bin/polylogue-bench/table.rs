//! The table of what was measured, each line beside its limit.

use crate::Fault;

/// Which side of a limit is good.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Limit {
    /// No limit: a fact about the machine, or about how something was measured.
    None,
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
}

/// One line of the table.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    what: String,
    measured: f64,
    unit: &'static str,
    limit: Limit,
}

impl Line {
    /// A line without a limit.
    pub(crate) fn fact(what: &str, measured: f64, unit: &'static str) -> Self {
        Self {
            what: what.to_owned(),
            measured,
            unit,
            limit: Limit::None,
        }
    }

    /// A line with one.
    pub(crate) fn new(what: &str, measured: f64, unit: &'static str, limit: Limit) -> Self {
        Self {
            limit,
            ..Self::fact(what, measured, unit)
        }
    }

    fn is_kept(&self) -> bool {
        match self.limit {
            Limit::None => true,
            Limit::AtMost(limit) => self.measured <= limit,
            Limit::AtLeast(limit) => self.measured >= limit,
        }
    }
}

/// The table, printed as it grows.
#[derive(Debug, Default)]
pub(crate) struct Table {
    lines: Vec<Line>,
}

impl Table {
    /// Adds a line and prints it.
    pub(crate) fn say(&mut self, line: Line) {
        if self.lines.is_empty() {
            println!("{:<58} {:>12} {:>14}  unit", "what", "measured", "limit");
        }
        let limit = match line.limit {
            Limit::None => String::new(),
            Limit::AtMost(limit) => format!("≤ {}", number(limit)),
            Limit::AtLeast(limit) => format!("≥ {}", number(limit)),
        };
        let missed = if line.is_kept() { "" } else { "  MISSED" };
        println!(
            "{:<58} {:>12} {limit:>14}  {}{missed}",
            line.what,
            number(line.measured),
            line.unit
        );
        self.lines.push(line);
    }

    /// Says how it went.
    ///
    /// # Errors
    /// If a limit was missed.
    pub(crate) fn finish(self) -> Result<(), Fault> {
        let missed: Vec<String> = self
            .lines
            .iter()
            .filter(|it| !it.is_kept())
            .map(|it| it.what.clone())
            .collect();
        if missed.is_empty() {
            println!("every limit is kept");
            return Ok(());
        }
        Err(format!("{} limits are missed: {}", missed.len(), missed.join("; ")).into())
    }
}

/// A number with as many digits as mean something.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        it if it >= 100.0 => 0,
        it if it >= 10.0 => 1,
        _ => 2,
    };
    let plain = format!("{value:.digits$}");
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 && digit.is_ascii_digit() {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest.is_empty() {
        grouped
    } else {
        format!("{grouped}.{rest}")
    }
}
