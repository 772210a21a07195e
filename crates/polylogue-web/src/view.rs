//! What pages show, as plain data read from one snapshot: one file for each page, under its name.

use polylogue_core::id::OperationId;
use polylogue_node::CommonsSummary;
use polylogue_store::query::{
    ClaimRow, DialogueRow, MoveFilter, MoveRow, Page, PerspectiveRow, QuestionRow, SourceRow,
    TargetRow, TurnRow, Words,
};

use crate::asked::Asked;
use crate::trouble::Trouble;

pub mod actions;
pub mod agreement;
pub mod alike;
pub mod became;
pub mod bring_in;
pub mod charter;
pub mod claim;
pub mod claims;
pub mod comment;
pub mod comments;
pub mod commons_list;
pub mod devices;
pub mod dialogue;
pub mod dialogues;
pub mod dissent;
pub mod dissents;
pub mod edition;
pub mod editions;
pub mod figure;
pub mod glossary;
pub mod home;
pub mod invite;
pub mod join;
pub mod languages;
pub mod left_out;
pub mod line;
pub mod log;
pub mod map;
pub mod map_past;
pub mod map_table;
pub mod maps;
pub mod mark;
pub mod moves;
pub mod near;
pub mod people;
pub mod person;
pub mod perspective;
pub mod perspectives;
pub mod practice;
pub mod practices;
pub mod question;
pub mod questions;
pub mod record;
pub mod remark;
pub mod search;
pub mod seat;
pub mod settings;
pub mod sift;
pub mod sift_cell;
pub mod sift_coverage;
pub mod sift_questions;
pub mod sift_shared;
pub mod sift_voices;
pub mod signs;
pub mod similar;
pub mod source;
pub mod sources;
pub mod stage;
pub mod stages;
pub mod status;
pub mod suggestions;
pub mod synopsis;
pub mod syntheses;
pub mod synthesis;
pub mod synthesis_edit;
pub mod synthesis_history;
pub mod synthesis_merge;
pub mod synthesis_version;
pub mod thing;
pub mod trace;
pub mod turn;
pub mod use_in;
pub mod vote;

/// The most of one sort of thing that a page lists without parts.
pub(crate) const ALL: u64 = 1_000;

/// Which part of a long list is asked for: `?from=`, and as many as the page shows.
pub(crate) fn part(asked: &Asked<'_>, limit: u64) -> Page {
    Page {
        offset: asked.query.number("from").unwrap_or_default(),
        limit,
    }
}

/// Which part of a list a page shows, and how long the whole is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Entries before it.
    pub from: usize,
    /// Entries on a page, at most.
    pub limit: usize,
    /// Entries in all.
    pub all: usize,
}

impl Part {
    /// The first part.
    #[must_use]
    pub fn first(limit: usize, all: usize) -> Self {
        let from = 0;
        Self { from, limit, all }
    }

    /// The part that is asked for behind the `?` under a name.
    pub(crate) fn asked(asked: &Asked<'_>, name: &str, limit: usize) -> Self {
        let from = asked.query.number(name).unwrap_or_default();
        Self {
            from: usize::try_from(from).unwrap_or(usize::MAX),
            limit,
            all: 0,
        }
    }

    /// The same of a list of so many.
    #[must_use]
    pub fn of(self, all: usize) -> Self {
        Self { all, ..self }
    }

    /// The places of its entries in the list; none behind the last.
    #[must_use]
    pub fn places(&self) -> std::ops::Range<usize> {
        let from = self.from.min(self.all);
        from..from.saturating_add(self.limit).min(self.all)
    }

    /// Whether it begins behind the last entry of a list that has some.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        self.all > 0 && self.from >= self.all
    }
}

/// One row more than the page shows, to know whether there is more.
pub(crate) fn and_one(page: Page) -> Page {
    Page {
        limit: page.limit + 1,
        ..page
    }
}

/// A part of a list that is at hand whole.
pub(crate) fn slice<T>(all: &[T], page: Page) -> &[T] {
    let from = usize::try_from(page.offset)
        .unwrap_or(usize::MAX)
        .min(all.len());
    let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
    &all[from..from.saturating_add(limit).min(all.len())]
}

/// Cuts a list to what the page shows and says whether there was more.
pub(crate) fn cut<T>(rows: &mut Vec<T>, page: Page) -> bool {
    let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    has_more
}

pub(crate) fn perspective(asked: &Asked<'_>, id: &OperationId) -> Result<PerspectiveRow, Trouble> {
    asked.reader()?.perspective(*id)?.ok_or(Trouble::NotFound)
}

pub(crate) fn question(asked: &Asked<'_>, id: &OperationId) -> Result<QuestionRow, Trouble> {
    asked.reader()?.question(*id)?.ok_or(Trouble::NotFound)
}

pub(crate) fn dialogue(asked: &Asked<'_>, id: &OperationId) -> Result<DialogueRow, Trouble> {
    asked.reader()?.dialogue(*id)?.ok_or(Trouble::NotFound)
}

pub(crate) fn turn(asked: &Asked<'_>, id: &OperationId) -> Result<TurnRow, Trouble> {
    asked.reader()?.turn(*id)?.ok_or(Trouble::NotFound)
}

pub(crate) fn claim(asked: &Asked<'_>, id: &OperationId) -> Result<ClaimRow, Trouble> {
    asked
        .reader()?
        .claim(*id, Some(asked.me()?))?
        .ok_or(Trouble::NotFound)
}

pub(crate) fn remark(asked: &Asked<'_>, id: &OperationId) -> Result<MoveRow, Trouble> {
    asked.reader()?.move_(*id)?.ok_or(Trouble::NotFound)
}

pub(crate) fn remarks_about(asked: &Asked<'_>, id: &OperationId) -> Result<Vec<MoveRow>, Trouble> {
    let filter = MoveFilter {
        target: Some(*id),
        ..MoveFilter::default()
    };
    Ok(asked.reader()?.moves(&filter, Page::first(REMARKS))?)
}

const REMARKS: u64 = 200;

pub(crate) fn source(asked: &Asked<'_>, id: &OperationId) -> Result<SourceRow, Trouble> {
    asked.reader()?.source(*id)?.ok_or(Trouble::NotFound)
}

/// What an id names.
pub(crate) fn target(asked: &Asked<'_>, id: &OperationId) -> Result<TargetRow, Trouble> {
    asked.reader()?.what(*id)?.ok_or(Trouble::NotFound)
}

/// The name the reader goes by in another commons of this home, the one used last first; empty
/// where they gave none.
pub(crate) fn own_name(asked: &Asked<'_>, all: &[CommonsSummary]) -> Result<String, Trouble> {
    let (active, others): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.is_active);
    for it in active.into_iter().chain(others) {
        let name = asked
            .node()?
            .reader(&it.id)?
            .person_of_key(&it.me)?
            .name
            .words;
        if !name.is_empty() {
            return Ok(name);
        }
    }
    Ok(String::new())
}

/// The title of a dialogue; empty if it is not here.
pub(crate) fn dialogue_title(asked: &Asked<'_>, id: &OperationId) -> Result<Words, Trouble> {
    Ok(asked
        .reader()?
        .dialogue(*id)?
        .map(|it| it.title)
        .unwrap_or_default())
}
