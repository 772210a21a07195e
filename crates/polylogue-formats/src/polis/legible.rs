//! Files that a spreadsheet has saved otherwise: in UTF-16 or Latin-1, or with semicolons or tabs
//! between fields. Each is read as what it is, and the report says so; a file as Polis writes it
//! is looked at and not copied.

use std::borrow::Cow;

use super::set::is_of_set;
use super::{FILE_BYTES_MAX, NamedFile, Report, rows};

/// Bytes at the beginning that are looked at for the zeros of UTF-16 without its mark.
const LOOKED_AT: usize = 256;
/// What Windows-1252 has between the control characters and Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// The file as text in UTF-8 with commas between fields.
pub(super) fn legible<'file>(file: &'file NamedFile, report: &mut Report) -> Cow<'file, NamedFile> {
    if !is_of_set(&file.name) || file.bytes.len() > FILE_BYTES_MAX {
        return Cow::Borrowed(file);
    }
    let mut read = Cow::Borrowed(file);
    if let Some(text) = of_utf_16(&file.bytes) {
        report.repair(&file.name, 1, "it is in UTF-16, and was read as that");
        read.to_mut().bytes = text.into_bytes();
    } else if let Some((line, text)) = of_latin_1(&file.bytes) {
        let what = "it is not in UTF-8, and was read as Latin-1 (Windows-1252): see whether its \
                    accents are right; if not, save it as UTF-8";
        report.repair(&file.name, line, what);
        read.to_mut().bytes = text.into_bytes();
    }
    if let Some(mark) = other_mark(&read) {
        let name = if mark == b';' { "semicolons" } else { "tabs" };
        let what = format!("{name} part its fields, and were read as commas");
        report.repair(&file.name, 1, what);
        let bytes = with_commas(rows::content(&read), mark);
        read.to_mut().bytes = bytes;
    }
    read
}

/// The text of a file in UTF-16, known by its mark or by every second byte being zero.
fn of_utf_16(bytes: &[u8]) -> Option<String> {
    let first = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |from: usize| {
        let every_second = first.iter().skip(from).step_by(2);
        every_second.filter(|it| **it == 0).count() * 3 > first.len()
    };
    let (is_little, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        rest if zeros(1) => (true, rest),
        rest if zeros(0) => (false, rest),
        _ => return None,
    };
    let units = rest.chunks_exact(2).map(|it| {
        let pair = [it[0], it[1]];
        if is_little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let letters = char::decode_utf16(units);
    Some(letters.map(|it| it.unwrap_or('\u{fffd}')).collect())
}

/// The text of a file that is not in UTF-8 anywhere, and the first line that shows it; none where
/// only some places are not, which are then damaged, or where it is no text at all.
fn of_latin_1(bytes: &[u8]) -> Option<(usize, String)> {
    let first = std::str::from_utf8(bytes).err()?.valid_up_to();
    let is_control = |it: &u8| *it < 0x20 && !matches!(it, b'\t' | b'\n' | b'\r');
    if bytes.iter().any(is_control) || !bytes[..first].is_ascii() {
        return None;
    }
    let parts = bytes[first..].utf8_chunks();
    if parts.into_iter().any(|it| !it.valid().is_ascii()) {
        return None;
    }
    let line = 1 + bytes[..first].iter().filter(|it| **it == b'\n').count();
    let letters = bytes.iter().map(|it| match it {
        0x80..=0x9f => WINDOWS[usize::from(it - 0x80)],
        _ => char::from(*it),
    });
    Some((line, letters.collect()))
}

/// What parts the fields of a file, where it is not a comma: told by its first line.
fn other_mark(file: &NamedFile) -> Option<u8> {
    let bytes = rows::content(file);
    let first = bytes.split(|it| *it == b'\n').next().unwrap_or_default();
    let count = |mark: u8| first.iter().filter(|it| **it == mark).count();
    let marks = [b';', b'\t'].into_iter();
    // A summary has two fields in a row, and its values may hold either mark.
    let least = if file.name.ends_with("summary.csv") {
        1
    } else {
        2
    };
    marks
        .filter(|it| count(*it) >= least && count(b',') == 0 && file.name.ends_with(".csv"))
        .max_by_key(|it| count(*it))
}

/// The same rows with commas between their fields; fields that hold commas are quoted for it.
fn with_commas(bytes: &[u8], mark: u8) -> Vec<u8> {
    let mut written = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = end_of_field(rest, mark);
        let (field, after) = rest.split_at(end);
        if field.contains(&b',') && !field.starts_with(b"\"") {
            let is_cut = field.ends_with(b"\r");
            let field = field.strip_suffix(b"\r").unwrap_or(field);
            written.push(b'"');
            written.extend_from_slice(field);
            written.push(b'"');
            written.extend(is_cut.then_some(b'\r'));
        } else {
            written.extend_from_slice(field);
        }
        let Some((part, after)) = after.split_first() else {
            break;
        };
        written.push(if *part == mark { b',' } else { *part });
        rest = after;
    }
    written
}

/// Where a field ends: at the mark or the end of the line, outside quotes.
fn end_of_field(bytes: &[u8], mark: u8) -> usize {
    let mut is_quoted = bytes.starts_with(b"\"");
    let skipped = usize::from(is_quoted);
    for (at, byte) in bytes.iter().enumerate().skip(skipped) {
        if *byte == b'"' && skipped == 1 {
            // A doubled quote ends and begins anew, which comes to the same.
            is_quoted = !is_quoted;
        } else if !is_quoted && (*byte == mark || *byte == b'\n') {
            return at;
        }
    }
    bytes.len()
}
