//! Lines and fields of the files without quotes, which are most of their bytes; and columns by
//! name.

use super::{NamedFile, PolisFault, Report};

/// So many digits fit a whole number whatever they are.
const DIGITS_MAX: usize = 18;

/// The bytes of a file without the mark some programs set before the first.
pub(super) fn content(file: &NamedFile) -> &[u8] {
    file.bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(&file.bytes)
}

/// Lines with their numbers from 1, without their ends; empty ones are left out.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let (mut rest, mut number) = (bytes, 0);
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = &rest[..end];
            (rest, number) = (rest.get(end + 1..).unwrap_or_default(), number + 1);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if !line.is_empty() {
                return Some((number, line));
            }
        }
        None
    })
}

/// A number of at most eighteen digits and nothing else.
pub(super) fn digits(field: &[u8]) -> Option<u64> {
    if field.is_empty() || field.len() > DIGITS_MAX {
        return None;
    }
    field.iter().try_fold(0, |value, digit| {
        let digit = digit.wrapping_sub(b'0');
        (digit <= 9).then(|| value * 10 + u64::from(digit))
    })
}

/// A whole number with nothing around it but spaces and quotes.
pub(super) fn whole(field: &[u8]) -> Option<i64> {
    let field = trimmed(field);
    let (is_negative, digits) = match field.split_first()? {
        (b'-', rest) => (true, rest),
        _ => (false, field),
    };
    let value = i64::try_from(self::digits(digits)?).ok()?;
    Some(if is_negative { -value } else { value })
}

/// Whether a spreadsheet would take a text for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// A text without the `'` that keeps spreadsheets from taking it for a formula.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        Some(_) | None => text,
    }
}

/// A number that counts something, such as an id.
pub(super) fn id(field: &[u8]) -> Option<u64> {
    u64::try_from(whole(field)?).ok()
}

/// A field without spaces and quotes around it.
pub(super) fn trimmed(field: &[u8]) -> &[u8] {
    let field = field.trim_ascii();
    let inner = field
        .strip_prefix(b"\"")
        .and_then(|it| it.strip_suffix(b"\""));
    inner.unwrap_or(field)
}

/// A field as it can be shown: cut short, without control characters.
pub(super) fn shown(field: &[u8]) -> String {
    let text = String::from_utf8_lossy(field);
    let clean = text.trim().chars().filter(|it| !it.is_control());
    let cut: String = clean.take(24).collect();
    format!("“{cut}”")
}

/// A time in milliseconds: what has eleven digits or fewer counts seconds.
pub(super) fn milliseconds(time: i64) -> i64 {
    if time.abs() >= 100_000_000_000 {
        time
    } else {
        time * 1_000
    }
}

/// The place of a column by its name.
pub(super) fn column(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|it| it == name)
}

/// Says so where two columns that are read go by one name: the first of them is.
pub(super) fn tell_doubled(file: &NamedFile, names: &[String], report: &mut Report) {
    let mut sorted: Vec<&String> = names.iter().filter(|it| !it.is_empty()).collect();
    sorted.sort_unstable();
    if let Some(two) = sorted.windows(2).find(|it| it[0] == it[1]) {
        report.notes.push(format!(
            "{}, line 1: more than one column is called {}; the first was read",
            file.name,
            shown(two[0].as_bytes())
        ));
    }
}

/// The place of a column that must be there.
pub(super) fn needed(
    file: &NamedFile,
    names: &[String],
    name: &'static str,
) -> Result<usize, PolisFault> {
    column(names, name).ok_or_else(|| PolisFault::NoColumn {
        file: file.name.clone(),
        column: name,
        found: listed(names),
    })
}

/// Column names as they can be shown.
fn listed(names: &[String]) -> String {
    if names.iter().all(String::is_empty) {
        return "none".to_owned();
    }
    let mut shown: Vec<String> = names
        .iter()
        .take(12)
        .map(|it| shown(it.as_bytes()))
        .collect();
    if names.len() > shown.len() {
        shown.push(format!("and {} more", names.len() - shown.len()));
    }
    shown.join(", ")
}

/// Column names of a first line without quoted commas.
pub(super) fn names(line: &[u8]) -> Vec<String> {
    let fields = line.split(|it| *it == b',');
    fields
        .map(|it| String::from_utf8_lossy(trimmed(it)).into_owned())
        .collect()
}
