//! Everything received.

use polylogue_core::id::Key;
use polylogue_core::kind::Kind;
use polylogue_store::query::{LogFilter, LogRow, TargetRow, Words};

use super::search::people_like;
use super::{and_one, cut, part};
use crate::asked::Asked;
use crate::page::record::kind_key;
use crate::trouble::Trouble;

/// What the record shows.
#[derive(Debug, Clone)]
pub struct RecordView {
    /// This part of it: each piece, and what it says or is about.
    pub rows: Vec<(LogRow, TargetRow)>,
    /// Which part it is.
    pub part: (u64, u64),
    /// Whether there is more.
    pub has_more: bool,
    /// What was asked for, as the address has it.
    pub asked: Vec<(&'static str, String)>,
    /// People whose names are like the one asked for, where it is not one alone.
    pub people: Option<Vec<(Key, Words)>>,
}

/// Rows on one page.
const ROWS: u64 = 100;

/// What can be asked for.
const FIELDS: [&str; 2] = ["by", "kind"];

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<RecordView, Trouble> {
    let page = part(asked, ROWS);
    let given = |it: &'static str| Some((it, asked.query.given(it)?.to_owned()));
    let mut view = RecordView {
        rows: Vec::new(),
        part: (page.offset, page.limit),
        has_more: false,
        asked: FIELDS.into_iter().filter_map(given).collect(),
        people: None,
    };
    let by = match asked.query.given("by") {
        Some(name) => match people_like(asked, name)?.as_slice() {
            [(key, _)] => Some(*key),
            // Nobody, or several to choose from, which is an answer and no error.
            people => {
                view.people = Some(people.to_vec());
                return Ok(view);
            }
        },
        None => None,
    };
    let filter = LogFilter {
        by,
        kinds: kinds_of(asked.query.get("kind")),
    };
    let reader = asked.reader()?;
    let mut rows = reader.log_of(&filter, and_one(page))?;
    view.has_more = cut(&mut rows, page);
    for row in rows {
        let act = reader.act(row.id)?.ok_or(Trouble::NotFound)?;
        view.rows.push((row, act.target));
    }
    Ok(view)
}

/// The kinds that go by one word, by number; none where no kind does, which asks for all.
fn kinds_of(word: &str) -> Vec<u16> {
    let all = Kind::ALL.iter().map(|it| it.number());
    all.filter(|it| kind_key(*it).strip_prefix("thing-") == Some(word))
        .collect()
}
