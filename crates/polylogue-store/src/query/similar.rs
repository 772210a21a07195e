//! What says nearly the same: claims, and questions put to everybody or asked by somebody.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, Held, Way};
use polylogue_core::move_kind::MoveKind;

use crate::fault::StoreFault;
use crate::query::said::{Entry, words};
use crate::query::{Page, TargetRow, Words};
use crate::reader::Reader;
use crate::similar::{Asked, Pair, Similar};

/// What is compared with its like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Claims.
    Claims,
    /// Standing questions, and moves that ask.
    Questions,
}

/// Something that says nearly the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarRow {
    /// The thing.
    pub thing: TargetRow,
    /// All its words.
    pub words: Words,
    /// How alike the words are, in thousandths.
    pub permille: u32,
    /// Who said it, when.
    pub said: crate::query::Said,
}

/// Two things that say nearly the same, with what could be suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarPairRow {
    /// The one that was here first.
    pub first: TargetRow,
    /// The other.
    pub second: TargetRow,
    /// How alike their words are, in thousandths.
    pub permille: u32,
    /// What fits them best, by what else is known of them; nothing happens by itself.
    pub way: Way,
}

/// Fewer thousandths are not shown before something is put. Chosen by us on the sample: below it
/// what is shown shares little but common words.
pub const SHOWN_PERMILLE: u32 = 150;
/// Fewer are not listed for a whole commons: see docs/performance.md.
pub const PAIR_PERMILLE: u32 = 250;
/// From so many on, two texts are taken for the same said twice.
pub const SAME_PERMILLE: u32 = 600;
/// Others of one text in the pass over a whole commons.
const OTHERS_MAX: usize = 10;
/// Pairs looked at for each one listed.
const LOOKED_AT: usize = 8;

impl Reader {
    /// What is like some words in one language, the most alike first; only what is put under a
    /// question or stands in a dialogue, where one is named.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn similar(
        &self,
        what: Compared,
        asked: &Words,
        under: Option<OperationId>,
        most: usize,
    ) -> Result<Vec<SimilarRow>, StoreFault> {
        let found = self.with_similar(what, |similar| {
            let asked_for = Asked {
                permille_min: SHOWN_PERMILLE,
                most: if under.is_some() {
                    usize::MAX
                } else {
                    most.saturating_mul(3)
                },
                but: None,
            };
            similar.like(&asked.language, &asked.words, asked_for)
        })?;
        let mut rows = Vec::new();
        for alike in found {
            if rows.len() == most {
                break;
            }
            let Some((entry, words)) = self.compared(what, alike.n)? else {
                continue;
            };
            let thing = self.target(entry.record.id, None)?;
            if under.is_none_or(|it| is_under(&thing, &entry, it)) {
                let permille = alike.permille;
                rows.push(SimilarRow {
                    thing,
                    words,
                    permille,
                    said: entry.said,
                });
            }
        }
        Ok(rows)
    }

    /// Pairs that say nearly the same and of which nobody has suggested or recorded anything yet,
    /// the most alike first; one of each put under a question or standing in a dialogue, where one
    /// is named.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn similar_pairs(
        &self,
        what: Compared,
        under: Option<OperationId>,
        most: usize,
    ) -> Result<Vec<SimilarPairRow>, StoreFault> {
        let asked = Asked {
            permille_min: PAIR_PERMILLE,
            most: OTHERS_MAX,
            but: None,
        };
        let pairs = self.with_similar(what, |similar| similar.pairs_so_far(asked))?;
        let settled = self.suggested_together()?;
        let mut rows = Vec::new();
        let looked_at = match under {
            None => most.saturating_mul(LOOKED_AT),
            Some(_) => usize::MAX,
        };
        for pair in pairs.into_iter().take(looked_at) {
            if rows.len() == most {
                break;
            }
            rows.extend(self.pair_row(what, pair, under, &settled)?);
        }
        Ok(rows)
    }

    fn pair_row(
        &self,
        what: Compared,
        pair: Pair,
        under: Option<OperationId>,
        settled: &BTreeSet<(OperationId, OperationId)>,
    ) -> Result<Option<SimilarPairRow>, StoreFault> {
        let first = self.compared(what, pair.first)?;
        let second = self.compared(what, pair.second)?;
        let (Some((first, _)), Some((second, _))) = (first, second) else {
            return Ok(None);
        };
        let ids = (first.record.id, second.record.id);
        let is_settled = settled.contains(&(ids.0.min(ids.1), ids.0.max(ids.1)));
        if is_settled || self.came_of_each_other(&first, ids.1)? {
            return Ok(None);
        }
        let things = (self.target(ids.0, None)?, self.target(ids.1, None)?);
        let fits = |id| is_under(&things.0, &first, id) || is_under(&things.1, &second, id);
        if !under.is_none_or(fits) {
            return Ok(None);
        }
        let facts = (
            self.facts(&first, &things.0)?,
            self.facts(&second, &things.1)?,
        );
        Ok(Some(SimilarPairRow {
            way: way(pair.permille, &facts.0, &facts.1),
            permille: pair.permille,
            first: things.0,
            second: things.1,
        }))
    }

    /// Asks the index of one sort, after what came since was added.
    fn with_similar<T>(
        &self,
        what: Compared,
        ask: impl FnOnce(&mut Similar) -> T,
    ) -> Result<T, StoreFault> {
        let kept = match what {
            Compared::Claims => &self.inner.similar.0,
            Compared::Questions => &self.inner.similar.1,
        };
        let mut similar = kept.lock().unwrap_or_else(PoisonError::into_inner);
        for n in self.to_compare(what)? {
            if similar.contains(n) {
                continue;
            }
            if let Some((_, words)) = self.compared(what, n)? {
                similar.add(n, &words.language, &words.words);
            }
        }
        Ok(ask(&mut similar))
    }

    fn to_compare(&self, what: Compared) -> Result<Vec<i64>, StoreFault> {
        const CLAIMS: &str = "SELECT n FROM claim WHERE twin = 0 AND gap = 0";
        const QUESTIONS: &str = "SELECT n FROM thing WHERE kind = 513 AND twin = 0
            UNION ALL SELECT n FROM move WHERE kind = 19";
        let sql = match what {
            Compared::Claims => CLAIMS,
            Compared::Questions => QUESTIONS,
        };
        self.database().numbers(sql, [])
    }

    /// Something that can be compared, with its words; none if it may not be read or was taken
    /// back.
    fn compared(&self, what: Compared, n: i64) -> Result<Option<(Entry, Words)>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        if entry.said.shown != crate::query::Shown::Whole {
            return Ok(None);
        }
        let said = match (&entry.body, what) {
            (Some(Body::Claim(it)), Compared::Claims) => Some(words(&it.text)),
            (Some(Body::Question(it)), Compared::Questions) => Some(words(&it.text)),
            (Some(Body::Move(it)), Compared::Questions) => {
                let is_asked = it.kind == MoveKind::Asks.number();
                it.reason.as_ref().filter(|_| is_asked).map(words)
            }
            _ => None,
        };
        Ok(said.map(|words| (entry, words)))
    }

    /// Pairs that a suggestion names together, whatever it suggests.
    fn suggested_together(&self) -> Result<BTreeSet<(OperationId, OperationId)>, StoreFault> {
        let mut pairs = BTreeSet::new();
        for row in self.suggestions(Page::first(1_000))? {
            for (at, first) in row.of.iter().enumerate() {
                for second in &row.of[at + 1..] {
                    pairs.insert((first.id.min(second.id), first.id.max(second.id)));
                }
            }
        }
        Ok(pairs)
    }

    /// Whether a lineage names both.
    fn came_of_each_other(&self, of: &Entry, other: OperationId) -> Result<bool, StoreFault> {
        let changes = self.lineage(of.record.n)?;
        let names = |ids: &[(OperationId, String)]| ids.iter().any(|(id, _)| *id == other);
        Ok(changes.iter().any(|it| names(&it.from) || names(&it.to)))
    }

    fn facts(&self, entry: &Entry, thing: &TargetRow) -> Result<Facts, StoreFault> {
        let mut perspectives = BTreeSet::new();
        let mut place = thing.dialogue;
        match &entry.body {
            Some(Body::Claim(claim)) => {
                let held = self.held_by(entry.record.n, claim)?.into_iter();
                let held = held.filter(|(_, held)| *held == Held::Holds);
                perspectives.extend(held.map(|(id, _)| id));
                let lifted = claim.passages.first();
                let lifted = lifted.map(|it| self.passage(it)).transpose()?;
                place = lifted.and_then(|it| it.dialogue).or(place);
            }
            Some(Body::Move(it)) => perspectives.extend(it.perspective),
            Some(_) | None => {}
        }
        Ok(Facts {
            perspectives,
            place,
            by: entry.said.by.key,
        })
    }
}

/// What is known of something besides its words.
struct Facts {
    perspectives: BTreeSet<OperationId>,
    place: Option<OperationId>,
    by: Key,
}

/// What fits two things that say nearly the same. The ways are those of the World Social Forum of
/// 2005 (fuse, one after the other, into dialogue, meet) and keeping apart; the rule is ours, and
/// whoever suggests may choose another.
fn way(permille: u32, first: &Facts, second: &Facts) -> Way {
    let are_known = !first.perspectives.is_empty() && !second.perspectives.is_empty();
    if permille >= SAME_PERMILLE {
        Way::Fuse
    } else if are_known && first.perspectives.is_disjoint(&second.perspectives) {
        Way::Dialogue
    } else if first.place != second.place {
        Way::Sequence
    } else if first.by != second.by {
        Way::Meet
    } else {
        Way::KeepApart
    }
}

/// Whether something is put under a question, or stands in a dialogue.
fn is_under(thing: &TargetRow, entry: &Entry, place: OperationId) -> bool {
    let put_under = match &entry.body {
        Some(Body::Claim(it)) => it.under,
        Some(Body::Move(it)) => Some(it.target.id),
        Some(_) | None => None,
    };
    thing.dialogue == Some(place) || put_under == Some(place)
}
