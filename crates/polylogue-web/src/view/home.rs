//! The home of a commons: what needs the reader, and what was said last.

use polylogue_core::id::OperationId;
use polylogue_store::query::{
    ClaimRow, CommonsRow, DialogueRow, DocumentRow, MoveRow, Page, PersonRef, Shown, Standing,
    TargetRow, Thing, TurnRow, Words,
};

use super::dialogues::by_need;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the home page shows.
#[derive(Debug, Clone)]
pub struct HomeView {
    /// The commons.
    pub commons: CommonsRow,
    /// The reader, if they are known here.
    pub me: Option<PersonRef>,
    /// Questions asked that nobody answered.
    pub open_count: u64,
    /// The one that has waited longest, and the turn that asked it.
    pub oldest_open: Option<(MoveRow, Option<TurnRow>)>,
    /// Perspectives nobody has spoken for.
    pub unheard: Vec<OperationId>,
    /// Perspectives only spoken for on their behalf.
    pub on_behalf_only: u64,
    /// Claims the reader has not voted on.
    pub unvoted: u64,
    /// Claims that can be voted on.
    pub votable: u64,
    /// The first newcomers to greet.
    pub newcomers: Vec<PersonRef>,
    /// Proposals that wait for the reader's assent.
    pub assents: Vec<OperationId>,
    /// Suggestions nobody has answered.
    pub suggestions: u64,
    /// Texts the reader wrote lines of, with how many comments on each wait for an answer.
    pub comments: Vec<(DocumentRow, u64)>,
    /// The latest turns with the titles of their dialogues.
    pub latest: Vec<(TurnRow, Words)>,
    /// Acts that hid or emptied something the reader said, and what, while they may be answered.
    pub acts_against: Vec<(OperationId, TargetRow)>,
    /// Dialogues by need.
    pub dialogues: Vec<DialogueRow>,
    /// Of these, those with turns that came since the reader was there, and how many.
    pub new_turns: Vec<(OperationId, u64)>,
    /// Whether the commons has not come whole yet, as joining it found.
    pub is_partly_here: bool,
    /// The first steps, until all are done or the reader puts them away.
    pub steps: Option<Steps>,
}

/// What somebody new does first.
#[derive(Debug, Clone)]
pub struct Steps {
    /// A claim to begin with, for somebody who has not voted yet.
    pub first_claim: Option<ClaimRow>,
    /// Whether they voted.
    pub has_voted: bool,
    /// Whether they said something of their own.
    pub has_spoken: bool,
}

/// Turns on the home page.
const LATEST: u64 = 4;
/// Dialogues on the home page.
const DIALOGUES: u64 = 20;
/// Newcomers named on the home page.
const NEWCOMERS: usize = 5;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<HomeView, Trouble> {
    let reader = asked.reader()?;
    let commons = asked.commons_row()?.clone();
    let me = asked.me()?;
    let perspectives: Vec<_> = asked
        .perspectives()?
        .iter()
        .filter(|it| it.said.shown == Shown::Whole)
        .collect();
    let unheard: Vec<OperationId> = perspectives
        .iter()
        .filter(|it| it.turns == 0)
        .map(|it| it.said.id)
        .collect();
    let on_behalf = perspectives
        .iter()
        .filter(|it| it.turns > 0 && it.turns_within == 0)
        .count();
    let mut latest = Vec::new();
    for row in reader.latest_turns(LATEST)? {
        let title = super::dialogue_title(asked, &row.dialogue)?;
        latest.push((row, title));
    }
    let is_keeper = commons.keepers.iter().any(|it| it.key == me);
    // The minutes may be long; a proposal is among what waits.
    let assents = match commons.counts.waiting {
        0 => Vec::new(),
        _ => super::charter::proposals(asked, is_keeper)?,
    };
    let newcomers = if commons.counts.newcomers == 0 {
        Vec::new()
    } else {
        newcomers(asked)?
    };
    let voted = super::vote::voted_count(asked)?;
    let progress = super::vote::progress(asked)?;
    let steps = steps(asked, voted, &commons)?;
    let dialogues = by_need(asked, Page::first(DIALOGUES))?;
    let mut comments = Vec::new();
    for (id, count) in asked.known()?.comments(reader, me)? {
        comments.extend(reader.document(*id)?.map(|it| (it, *count)));
    }
    Ok(HomeView {
        comments,
        new_turns: new_turns(asked, &dialogues)?,
        is_partly_here: asked.query.get("arrived") == "partly",
        steps,
        me: reader.person(me)?.map(|it| it.person),
        open_count: reader.count_open_questions()?,
        oldest_open: oldest(asked)?,
        unheard,
        on_behalf_only: on_behalf as u64,
        unvoted: progress.claims.saturating_sub(progress.voted),
        votable: progress.claims,
        newcomers,
        assents: assents
            .iter()
            .filter(|it| it.may_assent)
            .map(|it| it.row.said.id)
            .collect(),
        suggestions: asked.known()?.unanswered(reader)?,
        latest,
        acts_against: reader.acts_against(me)?,
        dialogues,
        commons,
    })
}

/// The first steps, if one of them is still to be done here.
fn steps(asked: &Asked<'_>, voted: u64, row: &CommonsRow) -> Result<Option<Steps>, Trouble> {
    let me = asked.me()?;
    let (has_claims, has_turns) = (row.counts.claims > 0, row.counts.turns > 0);
    let has_spoken = asked.known()?.spoken(asked.reader()?, &me)?;
    let is_due = has_claims && voted == 0 || has_turns && !has_spoken;
    if !is_due || asked.put_away()? {
        return Ok(None);
    }
    let first_claim = match voted {
        0 => asked.reader()?.next_claim(me, None)?,
        _ => None,
    };
    Ok(Some(Steps {
        first_claim,
        has_voted: voted > 0,
        has_spoken,
    }))
}

/// Dialogues that the reader said they had read, and that have grown since.
fn new_turns(
    asked: &Asked<'_>,
    dialogues: &[DialogueRow],
) -> Result<Vec<(OperationId, u64)>, Trouble> {
    let mut new = Vec::new();
    for row in dialogues {
        let read = asked.read_until(&row.said.id)?;
        if let Some(read) = read.filter(|it| it.turns < row.turns) {
            new.push((row.said.id, row.turns - read.turns));
        }
    }
    Ok(new)
}

/// The question that has waited longest, and the turn that asked it.
fn oldest(asked: &Asked<'_>) -> Result<Option<(MoveRow, Option<TurnRow>)>, Trouble> {
    let reader = asked.reader()?;
    let row = reader.waiting_questions(None, Page::first(1))?.pop();
    let Some(row) = row else { return Ok(None) };
    let asked_in = row.found_in.as_ref().map(|it| it.of);
    let about = (row.target.what == Some(Thing::Turn)).then_some(row.target.id);
    let turn = match asked_in.or(about) {
        Some(id) => reader.turn(id)?,
        None => None,
    };
    Ok(Some((row, turn)))
}

fn newcomers(asked: &Asked<'_>) -> Result<Vec<PersonRef>, Trouble> {
    let reader = asked.reader()?;
    let all = asked.people()?.iter();
    let first = all
        .filter(|it| it.standing == Standing::Newcomer)
        .take(NEWCOMERS);
    first.map(|it| Ok(reader.person_of_key(&it.key)?)).collect()
}
