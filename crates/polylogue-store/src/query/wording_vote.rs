//! Votes on wordings of a line: each belongs to the exact wording it was cast on.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Choice};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::{PersonRef, Said, Shown, Standing, Tally, Words};
use crate::reader::Reader;

/// Votes on one wording that are read.
const VOTES_MAX: usize = 10_000;
/// Wordings of one line whose votes are shown.
const ROUNDS_MAX: usize = 64;

/// The votes on one wording.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordingVotes {
    /// Votes of members that count.
    pub tally: Tally,
    /// The asking person's own.
    pub mine: Option<Choice>,
    /// Reasons given, with who and what they chose.
    pub reasons: Vec<(PersonRef, Choice, Words)>,
}

/// A wording that was voted on, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    /// Who worded it so, when; its id is the wording's.
    pub said: Said,
    /// The words, Markdown.
    pub text: Words,
    /// Whether a comment proposes it; else it is or was a wording of the line.
    pub is_proposed: bool,
    /// The votes.
    pub votes: WordingVotes,
}

impl Reader {
    /// Votes on a wording: a line's first, a later one, or one that a comment proposes. Votes of
    /// newcomers do not count yet.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn wording_votes(
        &self,
        wording: OperationId,
        me: Option<Key>,
    ) -> Result<WordingVotes, StoreFault> {
        const VOTES: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1 AND about = 0
            AND standing = 2 LIMIT ?3";
        let mut votes = WordingVotes::default();
        let Some(n) = self.number(wording)? else {
            return Ok(votes);
        };
        let most = i64::try_from(VOTES_MAX).unwrap_or(i64::MAX);
        let asked = (n, Register::WordingVote.number(), most);
        let mut by_id = BTreeMap::new();
        for n in self.database().numbers(VOTES, asked)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::WordingVote(it)) = &entry.body
                && !matches!(entry.said.shown, Shown::Withdrawn(_))
            {
                let reason = it.reason.as_ref().map(|it| entry.text(it));
                by_id.insert(entry.said.id, (entry.said.by, it.choice, reason));
            }
        }
        for (by, choice, reason) in by_id.into_values() {
            if Some(by.key) == me {
                votes.mine = Some(choice);
            }
            if matches!(by.standing, Standing::Member | Standing::Voter) {
                let count = match choice {
                    Choice::Agree => &mut votes.tally.agree,
                    Choice::Disagree => &mut votes.tally.disagree,
                    Choice::Pass => &mut votes.tally.pass,
                };
                *count += 1;
                let reason = reason.filter(|it| !it.words.is_empty());
                votes.reasons.extend(reason.map(|it| (by, choice, it)));
            }
        }
        Ok(votes)
    }

    /// Every wording of a line that was ever voted on, those proposed in comments among them, in
    /// order of claimed time, at most 64.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn rounds(&self, line: OperationId, me: Option<Key>) -> Result<Vec<RoundRow>, StoreFault> {
        const WORDINGS: &str = "SELECT DISTINCT target FROM write
            WHERE register = 21 AND about = 0 AND target IN (
                SELECT ?1 UNION ALL
                SELECT n FROM write WHERE register = 8 AND target = ?1 AND about = 0 UNION ALL
                SELECT n FROM thing WHERE kind = 615 AND twin = 0 AND place = ?1)
            ORDER BY target LIMIT ?2";
        let Some(n) = self.number(line)? else {
            return Ok(Vec::new());
        };
        let mut rows = Vec::new();
        let most = i64::try_from(ROUNDS_MAX).unwrap_or(i64::MAX);
        for n in self.database().numbers(WORDINGS, (n, most))? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let (text, is_proposed) = match &entry.body {
                Some(Body::Line(it)) => (entry.text(&it.text), false),
                Some(Body::LineText(it)) => (entry.text(&it.text), false),
                Some(Body::Comment(it)) => match &it.proposes {
                    Some(text) => (entry.text(text), true),
                    None => continue,
                },
                Some(_) | None => continue,
            };
            rows.push(RoundRow {
                votes: self.wording_votes(entry.said.id, me)?,
                said: entry.said,
                text,
                is_proposed,
            });
        }
        rows.sort_by_key(|it| (it.said.time, it.said.id));
        Ok(rows)
    }
}
