//! A document written together, each line with what it rests on.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::OperationId;
use polylogue_node::InCommons;
use polylogue_node::aftermath::{Aftermath, aftermath};
use polylogue_node::block::Block;
use polylogue_node::block::mark::{Mark, all};
use polylogue_node::references::{References, references};
use polylogue_store::query::{
    CameFrom, CommentCounts, CommentRow, CommentState, DissentRow, DocumentRow, EditionRow,
    LineDrift, LineRow, Page, RestRow, TextNow,
};
use polylogue_store::sift::Verdict;

use super::figure::{self, FigureView};
use crate::asked::Asked;
use crate::link::{Link, short};
use crate::routes::Name;
use crate::trouble::Trouble;

/// Editions of one document shown at most.
const EDITIONS: u64 = 100;

/// What a document shows.
#[derive(Debug)]
pub struct SynthesisView {
    /// The document.
    pub row: DocumentRow,
    /// The lines of this part that stand, in order, and behind them the notes they lead to.
    pub lines: Vec<LineRow>,
    /// Which part it is: the place of its first line among those that stand, and how many a part
    /// has.
    pub part: (u64, u64),
    /// Whether more lines follow.
    pub has_more: bool,
    /// Lines that were struck, in all parts.
    pub struck: usize,
    /// The numbers of lines, counted through the whole text.
    pub numbers: BTreeMap<OperationId, usize>,
    /// Names of notes in the order in which the whole text first leads to them.
    pub notes: Vec<String>,
    /// How many wordings of the whole text stand how to what they rest on.
    pub stand: BTreeMap<Verdict, usize>,
    /// Wordings beside what they rest on, by wording.
    pub drifts: BTreeMap<OperationId, LineDrift>,
    /// How many comments there are, and on what.
    pub counts: CommentCounts,
    /// The first comments to be answered, by what they are on.
    pub open: BTreeMap<OperationId, Vec<CommentRow>>,
    /// Minority reports and reservations.
    pub dissents: Vec<DissentRow>,
    /// Editions that were made of it, the earliest first.
    pub editions: Vec<EditionRow>,
    /// What each wording rests on, by wording.
    pub rests: BTreeMap<OperationId, Vec<RestRow>>,
    /// Figures by the wording that asks for them.
    pub figures: BTreeMap<OperationId, FigureView>,
    /// Works cited.
    pub references: References,
    /// Wordings that were taken from another document.
    pub came: BTreeMap<OperationId, CameFrom>,
    /// What whoever just saved must be told.
    pub told: Aftermath,
    /// How the text is to be written in, if it is.
    pub writing: Writing,
}

/// Whether the text is only read, or written in line by line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// It is read.
    No,
    /// Every line has a way to be worded anew.
    Lines,
    /// This line is being worded anew.
    One(OperationId),
}

/// Comments whose words stand beside the lines of a document; of others only their number.
const OPEN: u64 = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons or the document is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SynthesisView, Trouble> {
    let reader = asked.reader()?;
    let row = reader.document(asked.thing()?)?.ok_or(Trouble::NotFound)?;
    let text = reader.text_now(row.said.id)?;
    let writing = writing(asked)?;
    let Part {
        lines,
        part,
        has_more,
        struck,
        numbers,
        notes,
    } = part_of(asked, &text, writing)?;
    let drift = reader.drift_now(asked.sifted()?, row.said.id)?;
    let drifts = lines.iter().flat_map(|it| drift.of_line(&it.said.id));
    let of = Page::first(OPEN);
    let mut open: BTreeMap<OperationId, Vec<CommentRow>> = BTreeMap::new();
    for it in reader
        .comments_in(row.said.id, Some(CommentState::Open), of)?
        .0
    {
        open.entry(it.on.id()).or_default().push(it);
    }
    Ok(SynthesisView {
        came: came_from(asked, row.said.id, &lines)?,
        told: told(asked, row.said.id)?,
        counts: reader.comment_counts(row.said.id)?,
        dissents: reader.dissents(row.said.id)?,
        open,
        editions: reader.editions(Some(row.said.id), Page::first(EDITIONS))?,
        writing,
        row,
        rests: reader.rests(&lines)?,
        figures: figure::load(asked, &lines)?,
        references: references(reader, &lines)?,
        drifts: drifts.map(|it| (it.wording, it.clone())).collect(),
        stand: drift.counts(),
        lines,
        part,
        has_more,
        struck,
        numbers,
        notes,
    })
}

/// Wordings that a document took from another, also one in another commons of this home.
pub(super) fn came_from(
    asked: &Asked<'_>,
    document: OperationId,
    lines: &[LineRow],
) -> Result<BTreeMap<OperationId, CameFrom>, Trouble> {
    if asked.copy().is_some() {
        return Ok(asked.reader()?.came_from(document, lines)?);
    }
    let commons = asked.commons()?;
    let of = InCommons { commons, document };
    Ok(asked.node()?.came_from(of, lines)?)
}

/// What a save left to be looked at, where the address names it.
fn told(asked: &Asked<'_>, document: OperationId) -> Result<Aftermath, Trouble> {
    match asked.query.given("change") {
        Some(digits) => Ok(aftermath(
            asked.reader()?,
            document,
            asked.resolve(digits)?,
        )?),
        None => Ok(Aftermath::default()),
    }
}

/// Lines on one page. Chosen by us: some ten screens, and with three things that each rests on
/// far below the weight a page may have.
const LINES: usize = 200;

/// The lines that one page shows.
struct Part {
    lines: Vec<LineRow>,
    part: (u64, u64),
    has_more: bool,
    struck: usize,
    numbers: BTreeMap<OperationId, usize>,
    notes: Vec<String>,
}

/// The part that was asked for: by the place of its first line, or by a line in it. A copy has the
/// whole text on one page, since its lines are cited there.
fn part_of(asked: &Asked<'_>, text: &TextNow, writing: Writing) -> Result<Part, Trouble> {
    let limit = match asked.copy() {
        Some(_) => usize::MAX,
        None => LINES,
    };
    let standing: Vec<&LineRow> = standing(text).collect();
    let (notes, said): (Vec<&LineRow>, Vec<&LineRow>) =
        standing.iter().partition(|it| note_of(it).is_some());
    let line = match (writing, asked.query.given("at")) {
        (Writing::One(line), _) => Some(line),
        (_, Some(digits)) => Some(asked.resolve(digits)?),
        _ => None,
    };
    let place = line.and_then(|line| said.iter().position(|it| it.said.id == line));
    let from = asked.query.number("from").unwrap_or_default();
    let from = place.unwrap_or_else(|| usize::try_from(from).unwrap_or(usize::MAX));
    let from = from.min(said.len().saturating_sub(1)) / limit * limit;
    let until = said.len().min(from.saturating_add(limit));
    let has_more = until < said.len();
    let shown = &said[from..until];
    // What no line leads to stands behind all lines.
    let order = order_of_notes(&said);
    let led_to: BTreeSet<String> = order_of_notes(shown).into_iter().collect();
    let is_here = |it: &&&LineRow| {
        let name = note_of(it).unwrap_or_default();
        led_to.contains(name) || (!has_more && !order.iter().any(|it| it == name))
    };
    let of_part: Vec<&LineRow> = if from == 0 && !has_more {
        standing.clone()
    } else {
        let notes = notes.iter().filter(is_here);
        shown.iter().chain(notes).copied().collect()
    };
    // A line has the number that it has in an edition, whether or not it is shown beside it; in a
    // copy of an edition every line shows it, since lines are cited by it there.
    let is_shown = |it: &LineRow| asked.copy().is_some() || block_of(it).says_something();
    let numbered = standing.iter().zip(1..).filter(|(it, _)| is_shown(it));
    Ok(Part {
        lines: of_part.into_iter().cloned().collect(),
        part: (from as u64, limit as u64),
        has_more,
        struck: text.lines().len() - standing.len(),
        numbers: numbered.map(|(it, number)| (it.said.id, number)).collect(),
        notes: order,
    })
}

fn standing(text: &TextNow) -> impl Iterator<Item = &LineRow> {
    let lines = text.lines().iter().map(|it| &**it);
    lines.filter(|it| !it.is_struck)
}

fn block_of(line: &LineRow) -> Block<'_> {
    let text = line.wordings.first();
    Block::of(text.map_or("", |it| it.text.words.as_str()))
}

/// The name of the note that a line is, if it is one.
fn note_of(line: &LineRow) -> Option<&str> {
    match block_of(line) {
        Block::Note(name, _) => Some(name),
        _ => None,
    }
}

/// The names of notes in the order in which these lines first lead to them.
fn order_of_notes(lines: &[&LineRow]) -> Vec<String> {
    let wordings = lines.iter().flat_map(|it| &it.wordings);
    notes_led_to(wordings.map(|it| it.text.words.as_str()))
}

/// The names of notes in the order in which these words first lead to them.
#[must_use]
pub fn notes_led_to<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for mark in words.flat_map(all) {
        if let Mark::Note(name) = mark
            && known.insert(name.to_owned())
        {
            order.push(name.to_owned());
        }
    }
    order
}

/// The way to a line of a document: to the part it stands in, where there are several.
#[must_use]
pub fn to_line(link: Link, text: &TextNow, line: &OperationId) -> Link {
    let line = short(line);
    if standing(text).nth(LINES - 1).is_some() {
        return link.with("at", &line).at(&line);
    }
    link.at(&line)
}

/// What the address asks to write; who may not write here only reads.
fn writing(asked: &Asked<'_>) -> Result<Writing, Trouble> {
    if !asked.here()?.may.speak.is() || asked.query.given("write").is_none() {
        return Ok(Writing::No);
    }
    let Some(digits) = asked.query.given("line") else {
        return Ok(Writing::Lines);
    };
    let line = asked.resolve(digits)?;
    asked.with_draft(Name::WordLine, &line)?;
    Ok(Writing::One(line))
}
