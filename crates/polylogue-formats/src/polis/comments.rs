//! `comments.csv`: a row for each claim, its columns by name, its text last.
//!
//! Some exports of 2024 and 2025 left the text unquoted, so that its commas and line ends look
//! like fields and rows. Where rows do not fit the first line, a row is taken to begin at each
//! line that begins with a time, and everything after the comma before the text to be the text.

use std::collections::BTreeMap;

use super::rows::{column, needed};
use super::{CLAIMS_MAX, Claim, Moderation, NamedFile, PolisFault, Report, rows, summary};

/// A row in its fields, with the line it begins in.
struct Row {
    line: usize,
    fields: Vec<Vec<u8>>,
    /// Whether the file ends before its last text does.
    is_open: bool,
}

/// Reads all claims, and how many votes on either side the file has counted on them; rows that are
/// none are left out and told.
pub(super) fn read(
    file: &NamedFile,
    report: &mut Report,
) -> Result<(BTreeMap<u64, Claim>, usize), PolisFault> {
    let bytes = rows::content(file);
    let first = bytes.split(|it| *it == b'\n').next().unwrap_or_default();
    let names = rows::names(first.strip_suffix(b"\r").unwrap_or(first));
    rows::tell_doubled(file, &names, report);
    let columns = Columns::of(file, &names)?;
    let rows = match quoted(bytes, names.len()) {
        Some(rows) => rows,
        None => unquoted(bytes, names.len(), (file, report))?,
    };
    let mut claims = BTreeMap::new();
    let mut counted = 0_usize;
    let mut failed: Option<(usize, String)> = None;
    for row in rows {
        if claims.len() >= CLAIMS_MAX {
            return Err(PolisFault::TooMany {
                file: file.name.clone(),
                line: row.line,
                what: "claims",
                max: CLAIMS_MAX,
            });
        }
        if row.is_open {
            report.skip(&file.name, row.line, "cut short: its quote is never closed");
            continue;
        }
        match columns.claim(&row.fields, names.len()) {
            Ok(claim) if claims.contains_key(&claim.id) => {
                let why = format!("the comment {} has a row above already", claim.id);
                report.skip(&file.name, row.line, why);
            }
            Ok(claim) => {
                counted = counted.saturating_add(columns.counted(&row.fields));
                claims.insert(claim.id, claim);
            }
            Err(why) => {
                report.skip(&file.name, row.line, why.clone());
                failed.get_or_insert((row.line, why));
            }
        }
    }
    if let (true, Some((line, why))) = (claims.is_empty(), failed) {
        let file = file.name.clone();
        return Err(PolisFault::NothingRead { file, line, why });
    }
    report.read.push((file.name.clone(), claims.len()));
    Ok((claims, counted))
}

/// Rows as a general reader sees them, if all fit the first line. A last row that is cut short
/// does not count against it.
fn quoted(bytes: &[u8], columns: usize) -> Option<Vec<Row>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut rows = Vec::new();
    let mut begin = 0;
    while reader.read_byte_record(&mut record).ok()? {
        begin = record.position().map_or(0, csv::Position::byte);
        let line = record.position().map_or(1, csv::Position::line);
        rows.push(Row {
            line: usize::try_from(line).unwrap_or(usize::MAX),
            fields: record.iter().map(<[u8]>::to_vec).collect(),
            is_open: false,
        });
    }
    // The file may have been cut short within the last text.
    let begin = usize::try_from(begin).unwrap_or(usize::MAX);
    let row = bytes.get(begin..).unwrap_or_default();
    let text = row.splitn(columns, |it| *it == b',').last();
    let text = text.unwrap_or_default().trim_ascii();
    if let Some(last) = rows.last_mut() {
        last.is_open = text.starts_with(b"\"") && is_open(text);
    }
    let (last, others) = rows.split_last()?;
    let is_fit = others.iter().all(|it| it.fields.len() == columns);
    // A quote that is never closed swallows the rest of the file into one field.
    let has_swallowed = last
        .fields
        .iter()
        .any(|it| rows::lines(it).filter(|(_, line)| begins_row(line)).count() > 1);
    (is_fit && last.fields.len() <= columns && !has_swallowed).then_some(rows)
}

/// Whether a line begins as a row does: with a time.
fn begins_row(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|it| it.is_ascii_digit()).count();
    digits >= 9 && line.get(digits) == Some(&b',')
}

/// Rows of a file whose texts are not quoted.
fn unquoted(
    bytes: &[u8],
    columns: usize,
    (file, report): (&NamedFile, &mut Report),
) -> Result<Vec<Row>, PolisFault> {
    let mut rows: Vec<Row> = Vec::new();
    let bytes = bytes.trim_ascii_end();
    for (place, line) in bytes.split(|it| *it == b'\n').enumerate().skip(1) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if begins_row(line) {
            let fields = line.splitn(columns, |it| *it == b',').map(<[u8]>::to_vec);
            let fields = fields.collect();
            let line = place + 1;
            let is_open = false;
            rows.push(Row {
                line,
                fields,
                is_open,
            });
        } else if let Some(text) = rows.last_mut().and_then(|it| it.fields.last_mut()) {
            text.push(b'\n');
            text.extend_from_slice(line);
        } else if !line.is_empty() {
            report.skip(&file.name, place + 1, "it belongs to no comment");
        }
    }
    for row in &mut rows {
        let Some(text) = row.fields.last_mut() else {
            continue;
        };
        text.truncate(text.trim_ascii_end().len());
        let is_quoted = text.trim_ascii().starts_with(b"\"");
        if is_quoted && is_open(text) {
            let file = file.name.clone();
            let line = row.line;
            return Err(PolisFault::OpenQuote { file, line });
        }
        if !is_quoted && text.iter().any(|it| matches!(it, b',' | b'\n')) {
            let what = "its text was not quoted: all up to the next row is taken to be it";
            report.repair(&file.name, row.line, what);
        }
        let plain = rows::trimmed(text).to_vec();
        *text = if is_quoted { undoubled(&plain) } else { plain };
    }
    Ok(rows)
}

/// Whether the quote that a text begins with is never closed.
fn is_open(text: &[u8]) -> bool {
    text.iter().filter(|it| **it == b'"').count() % 2 == 1
}

/// A quoted text with its doubled quotes made single.
fn undoubled(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut bytes = text.iter().peekable();
    while let Some(byte) = bytes.next() {
        if *byte == b'"' && bytes.peek() == Some(&&b'"') {
            bytes.next();
        }
        plain.push(*byte);
    }
    plain
}

/// Which column is where.
struct Columns {
    time: Option<usize>,
    id: usize,
    author: Option<usize>,
    moderated: Option<usize>,
    agrees: Option<usize>,
    disagrees: Option<usize>,
    meta: Option<usize>,
    seed: Option<usize>,
    consensus: Option<usize>,
    text: Option<usize>,
}

impl Columns {
    fn of(file: &NamedFile, names: &[String]) -> Result<Self, PolisFault> {
        Ok(Self {
            time: column(names, "timestamp"),
            id: needed(file, names, "comment-id")?,
            author: column(names, "author-id"),
            moderated: column(names, "moderated"),
            agrees: column(names, "agrees"),
            disagrees: column(names, "disagrees"),
            meta: column(names, "is-meta"),
            seed: column(names, "is-seed"),
            consensus: column(names, "group-informed-consensus"),
            text: column(names, "comment-body").or(column(names, "comment_text")),
        })
    }

    /// How many votes on either side the file has counted on a claim.
    fn counted(&self, fields: &[Vec<u8>]) -> usize {
        let sides = [self.agrees, self.disagrees].into_iter().flatten();
        let count =
            |at: usize| rows::whole(fields.get(at)?).and_then(|it| usize::try_from(it).ok());
        let counted = sides.filter_map(count);
        counted.fold(0, usize::saturating_add)
    }

    fn claim(&self, fields: &[Vec<u8>], names: usize) -> Result<Claim, String> {
        let count = fields.len();
        if count != names {
            return Err(format!(
                "cut short: {count} fields, and the first line names {names}"
            ));
        }
        let field = |at: Option<usize>| at.map_or(&b""[..], |it| &fields[it]);
        let own = field(Some(self.id));
        let id = rows::id(own);
        let id = id.ok_or_else(|| format!("{} is no number of a comment", rows::shown(own)))?;
        let moderated = field(self.moderated);
        let moderation = match rows::trimmed(moderated) {
            b"-1" => Moderation::Rejected,
            b"0" | b"" => Moderation::None,
            b"1" => Moderation::Accepted,
            _ => {
                let shown = rows::shown(moderated);
                return Err(format!("{shown} is no moderation: 1, 0 or -1 is needed"));
            }
        };
        let text = std::str::from_utf8(field(self.text));
        let text = text.map_err(|_| "its text is not UTF-8".to_owned())?;
        let consensus = std::str::from_utf8(field(self.consensus)).unwrap_or_default();
        let consensus = consensus.trim().parse::<f64>().ok();
        Ok(Claim {
            id,
            time_ms: rows::whole(field(self.time)).map(rows::milliseconds),
            author: rows::id(field(self.author)),
            moderation,
            is_meta: rows::trimmed(field(self.meta)) == b"true",
            is_seed: rows::trimmed(field(self.seed)) == b"true",
            text: summary::cut(rows::unguarded(text).to_owned()),
            published_consensus: consensus.filter(|it| it.is_finite()),
        })
    }
}
