//! Two documents that come from each other, line beside line: what the other did since they were
//! last level, and what could be done about it here. Pure.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_store::query::{LineRow, Wording};

/// Lines that were last level: by the line there, the line here and the words both had.
pub type Level = BTreeMap<OperationId, (Option<OperationId>, String)>;

/// What the other did to one line, and how that stands to what was done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// It was reworded there and stands here as it was.
    Reworded,
    /// It was reworded there, and otherwise here.
    Both,
    /// It is new there.
    Added,
    /// It was struck there.
    Struck,
}

impl Moved {
    /// Its name in `--json` and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reworded => "reworded",
            Self::Both => "both",
            Self::Added => "added",
            Self::Struck => "struck",
        }
    }
}

/// What is done about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It becomes here what it is there.
    Take,
    /// It stays here as it is.
    Keep,
    /// Both wordings stand here, side by side.
    Discuss,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Take, Self::Keep, Self::Discuss];

    /// Its name in forms and commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Keep => "keep",
            Self::Discuss => "discuss",
        }
    }

    /// The choice of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// One line that the other moved on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedLine {
    /// How.
    pub moved: Moved,
    /// The line there, as it stands.
    pub there: LineRow,
    /// The wording there that counts.
    pub wording: Wording,
    /// The line here, if it has one.
    pub here: Option<LineRow>,
    /// The words when both were last level; empty for a new line.
    pub base: String,
    /// For a new line: the line here that it would follow; none: at the head.
    pub after: Option<OperationId>,
}

/// What moved on there since both were last level, in the order of the other. Lines that read the
/// same in both have nothing to be decided.
#[must_use]
pub fn moved_on<'a>(
    here: impl IntoIterator<Item = &'a LineRow>,
    there: impl IntoIterator<Item = &'a LineRow>,
    level: &Level,
) -> Vec<MovedLine> {
    let here = here.into_iter().map(|it| (it.said.id, it));
    let rows: BTreeMap<OperationId, &LineRow> = here.collect();
    let mut after = None;
    let mut all = Vec::new();
    for line in there {
        let Some(wording) = line.wordings.first() else {
            continue;
        };
        let known = level.get(&line.said.id);
        let row = known.and_then(|(it, _)| rows.get(&(*it)?).copied());
        let base = known.map_or("", |(_, base)| base.as_str());
        let own = row.and_then(|it| it.wordings.first());
        let own = own.map(|it| it.text.words.as_str());
        let theirs = wording.text.words.as_str();
        let is_struck_here = row.is_some_and(|it| it.is_struck);
        let moved = match (known, row, line.is_struck) {
            (None, _, false) => Some(Moved::Added),
            (None, _, true) => None,
            // Left out before: asked again only where it reads otherwise since.
            (Some(_), None, false) if theirs != base => Some(Moved::Added),
            (Some(_), None, _) => None,
            (Some(_), Some(_), true) if !is_struck_here && theirs == base => Some(Moved::Struck),
            (Some(_), Some(_), true) => None,
            (Some(_), Some(_), false) if theirs == base || own == Some(theirs) => None,
            (Some(_), Some(_), false) if own == Some(base) => Some(Moved::Reworded),
            (Some(_), Some(_), false) => Some(Moved::Both),
        };
        all.extend(moved.map(|moved| MovedLine {
            moved,
            there: line.clone(),
            wording: wording.clone(),
            here: row.cloned(),
            base: base.to_owned(),
            after,
        }));
        after = row.map(|it| it.said.id).or(after);
    }
    all
}
