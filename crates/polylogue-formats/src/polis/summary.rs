//! `summary.csv`: names and values without a first line, some of them over several lines; and
//! `format.json`, of which the declaration of signs is read.

use super::{NamedFile, PolisFault, Report, Summary, TEXT_BYTES_MAX, rows};

/// Rows that are read; there are ten or so.
const ROWS_MAX: usize = 100;

/// Reads the summary. What cannot be read is left out and told: nothing rests on it.
pub(super) fn read(file: &NamedFile, report: &mut Report) -> Result<Summary, PolisFault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(rows::content(file));
    let mut summary = Summary::default();
    let mut record = csv::ByteRecord::new();
    let mut count = 0;
    while count < ROWS_MAX && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        count += 1;
        let line = record.position().map_or(1, csv::Position::line);
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        let Some(name) = record.get(0) else { continue };
        // A value that was not quoted may have been cut at its commas.
        let fields: Vec<&[u8]> = record.iter().skip(1).collect();
        let Ok(value) = String::from_utf8(fields.join(&b","[..])) else {
            report.skip(&file.name, line, "this is not text in UTF-8");
            continue;
        };
        let value = cut(rows::unguarded(value.trim()).to_owned());
        match name {
            b"topic" => summary.topic = value,
            b"url" => summary.url = value,
            b"conversation-description" => summary.description = value,
            b"vote-convention" => summary.convention = Some(value),
            _ => {}
        }
    }
    report.read.push((file.name.clone(), count));
    Ok(summary)
}

/// A text that is no longer than is kept.
pub(super) fn cut(mut text: String) -> String {
    if text.len() > TEXT_BYTES_MAX {
        let mut end = TEXT_BYTES_MAX;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
    text
}

/// The value of `"vote-convention"` in a format.json, without reading the rest of it.
pub(super) fn declared(file: &NamedFile) -> Option<String> {
    let text = std::str::from_utf8(rows::content(file)).ok()?;
    let (_, rest) = text.split_once("\"vote-convention\"")?;
    let (_, rest) = rest.split_once('"')?;
    let (value, _) = rest.split_once('"')?;
    Some(cut(value.to_owned()))
}
