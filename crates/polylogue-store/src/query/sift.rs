//! What sifting counts with, and the rows its tables open.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Change, Held, Kind, Voice};
use rusqlite::Row;

use crate::fault::StoreFault;
use crate::fold::{Register, is_about};
use crate::query::said::words;
use crate::query::{
    AnswerSeen, AskedRow, MoveRow, Page, PassageRow, ReasonRow, TargetRow, Thing, Words,
};
use crate::reader::Reader;
use crate::sift::{Accepted, Asked, Fate, HeldBy, MoveOf, Order, Rows, Sifted, TurnOf, sift};

/// Things of one sort that are sifted, at most: as many as other lists of all hold.
const THINGS: u64 = 1_000;

impl Reader {
    /// Where each perspective stands. What was read for an earlier version is used again: turns and
    /// moves said since are put to it, and only after anything else is all read again.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn sift(&self) -> Result<Arc<Sifted>, StoreFault> {
        let version = self.version()?;
        let place = &self.inner.sifted;
        let kept = place.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let sifted = match kept {
            Some((at, sifted)) if at == version => return Ok(sifted),
            Some((at, sifted)) if at < version => self.sift_since(at, &sifted)?,
            Some(_) | None => None,
        };
        let sifted = match sifted {
            Some(sifted) => sifted,
            None => Arc::new(self.sift_anew()?),
        };
        let mut kept = place.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|(at, _)| *at < version) {
            *kept = Some((version, Arc::clone(&sifted)));
        }
        Ok(sifted)
    }

    /// Where each perspective stands, with everything read again.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn sift_anew(&self) -> Result<Sifted, StoreFault> {
        Ok(sift(&self.sift_rows()?))
    }

    /// With what was said since a version, if that is known and bears on nothing else.
    fn sift_since(
        &self,
        version: u64,
        before: &Arc<Sifted>,
    ) -> Result<Option<Arc<Sifted>>, StoreFault> {
        let journal = self.inner.said.lock();
        let journal = journal.unwrap_or_else(PoisonError::into_inner);
        let said = journal.between(version, self.version()?);
        drop(journal);
        let Some(said) = said else {
            return Ok(None);
        };
        if said.is_empty() {
            return Ok(Some(Arc::clone(before)));
        }
        let mut sifted = Sifted::clone(before);
        for (kind, n) in said {
            let is_taken = match kind {
                kind if kind == i64::from(Kind::Turn.number()) => self.take_turn(n, &mut sifted)?,
                _ => self.take_move(n, &mut sifted)?,
            };
            if !is_taken {
                return Ok(None);
            }
        }
        Ok(Some(Arc::new(sifted)))
    }

    /// Puts a new turn to the others; says whether that was all there was to do.
    fn take_turn(&self, n: i64, sifted: &mut Sifted) -> Result<bool, StoreFault> {
        const TURN: &str = "SELECT n, place, perspective, voice, gap, time, counter, tie FROM turn
            WHERE n = ?1 AND twin = 0 AND gap = 0";
        let Some(turn) = self.database().one(TURN, [n], turn_of)? else {
            return Ok(false);
        };
        if self.was_spoken_of(n)? {
            return Ok(false);
        }
        let said = self.record(n)?.and_then(|it| it.said());
        let Some(Ok(body @ Body::Turn(_))) = said else {
            return Ok(false);
        };
        let mut named = BTreeSet::new();
        for reference in body.references().into_iter().filter(is_about) {
            let Some(answered) = self.number(reference.id)? else {
                continue;
            };
            if self.may_lack_words(answered)? {
                // It may have got its place by this one.
                return Ok(false);
            }
            named.insert(answered);
        }
        let numbers: Vec<i64> = named.into_iter().collect();
        sifted.take_turn(turn, &numbers);
        Ok(true)
    }

    /// Puts a new move to the others; says whether that was all there was to do.
    fn take_move(&self, n: i64, sifted: &mut Sifted) -> Result<bool, StoreFault> {
        const MOVE: &str = "SELECT n, kind, target, found_in, dialogue, perspective, voice,
            time, counter, tie FROM move WHERE n = ?1";
        let Some(made) = self.database().one(MOVE, [n], move_of)? else {
            return Ok(false);
        };
        if self.was_spoken_of(n)? {
            return Ok(false);
        }
        sifted.take_move(made);
        Ok(true)
    }

    /// Whether something that was here before it names it.
    fn was_spoken_of(&self, n: i64) -> Result<bool, StoreFault> {
        const NAMES: &str = "SELECT 1 FROM reference WHERE target = ?1
            AND kind IN (522, 540, 541, 550, 570) LIMIT 1";
        Ok(self.database().value::<i64>(NAMES, [n])?.is_some())
    }

    /// Whether it is a turn that cannot be read.
    fn may_lack_words(&self, n: i64) -> Result<bool, StoreFault> {
        const LACKS: &str = "SELECT 1 FROM operation WHERE n = ?1 AND kind = 522
            AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.n = operation.n AND gap = 0)";
        Ok(self.database().value::<i64>(LACKS, [n])?.is_some())
    }

    fn sift_rows(&self) -> Result<Rows, StoreFault> {
        let mut rows = Rows {
            perspectives: self.numbered(Kind::Perspective)?,
            questions: self.numbered(Kind::Question)?,
            same_as: self.all_same_as()?,
            turns: self.turns_of()?,
            claims: self.claims_under()?,
            ..Rows::default()
        };
        rows.moves = self.moves_of()?;
        self.read_references(&mut rows)?;
        self.read_held_later(&mut rows)?;
        self.read_merged(&mut rows)?;
        Ok(rows)
    }

    fn numbered(&self, kind: Kind) -> Result<Vec<(i64, OperationId)>, StoreFault> {
        let numbers = self.things(kind, Page::first(THINGS))?;
        let ids = self.ids_at(&numbers)?;
        Ok(numbers.into_iter().zip(ids).collect())
    }

    fn all_same_as(&self) -> Result<BTreeMap<i64, i64>, StoreFault> {
        const SAME: &str = "SELECT n, same_as FROM brought WHERE same_as > 0";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        Ok(self.database().all(SAME, [], read)?.into_iter().collect())
    }

    fn turns_of(&self) -> Result<Vec<TurnOf>, StoreFault> {
        const TURNS: &str = "SELECT n, place, perspective, voice, gap, time, counter, tie FROM turn
            WHERE twin = 0 ORDER BY place, time, counter, tie";
        self.database().all(TURNS, [], turn_of)
    }

    fn claims_under(&self) -> Result<Vec<(i64, i64)>, StoreFault> {
        const CLAIMS: &str = "SELECT n, under FROM claim WHERE twin = 0 AND gap = 0
            ORDER BY time, counter, tie";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        self.database().all(CLAIMS, [], read)
    }

    fn moves_of(&self) -> Result<Vec<MoveOf>, StoreFault> {
        const MOVES: &str = "SELECT n, kind, target, found_in, dialogue, perspective, voice,
            time, counter, tie FROM move ORDER BY time, counter, tie";
        self.database().all(MOVES, [], move_of)
    }

    /// What refers to what, in one pass: there is no index by kind, and most of it is of use.
    fn read_references(&self, rows: &mut Rows) -> Result<(), StoreFault> {
        const REFERENCES: &str = "SELECT target, kind, source FROM reference
            WHERE kind IN (510, 511, 520, 522, 530, 541, 550, 570)";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let references: Vec<(i64, u16, i64)> = self.database().all(REFERENCES, [], read)?;
        let is_perspective: BTreeSet<i64> = known(&rows.perspectives, &rows.same_as);
        let is_question: BTreeSet<i64> = known(&rows.questions, &rows.same_as);
        let claims: BTreeSet<i64> = rows.claims.iter().map(|it| it.0).collect();
        let mut marks: BTreeMap<i64, Fate> = BTreeMap::new();
        let mut accepts = BTreeSet::new();
        for (target, kind, source) in references {
            match kind {
                510 => rows.sources.push((source, target)),
                511 => self.read_revised(source, target, rows)?,
                520 if is_perspective.contains(&target) => rows.meeting.push((source, target)),
                520 if is_question.contains(&target) => rows.under.push((source, target)),
                522 => rows.replies.push((source, target)),
                530 if is_perspective.contains(&target) && claims.contains(&source) => {
                    rows.held.push(HeldBy {
                        claim: source,
                        perspective: target,
                        held: Held::Holds,
                        voice: Voice::OnBehalf,
                        said_in: source,
                    });
                }
                541 => {
                    accepts.insert(source);
                }
                550 if self.is_by_same(source, target)? => {
                    marks.entry(target).or_insert(Fate::Withdrawn);
                }
                570 if self.is_unanswered(source)? => {
                    marks.insert(target, Fate::Hidden);
                }
                _ => {}
            }
        }
        for made in &mut rows.moves {
            made.fate = marks.get(&made.n).copied().unwrap_or(Fate::Stands);
        }
        for turn in &mut rows.turns {
            turn.fate = marks.get(&turn.n).copied().unwrap_or(turn.fate);
        }
        rows.claims.retain(|it| !marks.contains_key(&it.0));
        rows.held.retain(|it| !marks.contains_key(&it.said_in));
        for source in accepts {
            rows.accepted.extend(self.accepted(source)?);
        }
        Ok(())
    }

    /// The sources of a perspective's later wording.
    fn read_revised(&self, revision: i64, source: i64, rows: &mut Rows) -> Result<(), StoreFault> {
        const OF: &str = "SELECT target FROM write WHERE n = ?1 AND standing = 2";
        let of: Option<i64> = self.database().value(OF, [revision])?;
        rows.sources
            .extend(of.map(|perspective| (perspective, source)));
        Ok(())
    }

    fn is_by_same(&self, one: i64, other: i64) -> Result<bool, StoreFault> {
        const KEY: &str = "SELECT key FROM operation WHERE n = ?1 AND key IS NOT NULL";
        let key = |n: i64| self.database().value::<i64>(KEY, [n]);
        Ok(match (key(one)?, key(other)?) {
            (Some(one), Some(other)) => self.person_behind(one)? == self.person_behind(other)?,
            _ => false,
        })
    }

    fn accepted(&self, n: i64) -> Result<Option<Accepted>, StoreFault> {
        let said = self.record(n)?.and_then(|it| it.said());
        let Some(Ok(Body::Accept(it))) = said else {
            return Ok(None);
        };
        let (question, answer) = (self.number(it.question)?, self.number(it.answer)?);
        let (Some(question), Some(answer)) = (question, answer) else {
            return Ok(None);
        };
        // Only whoever asked says that it was answered.
        let is_asker = self.is_by_same(n, question)?;
        Ok(is_asker.then_some(Accepted { question, answer }))
    }

    /// What was said on holding claims after they were put.
    fn read_held_later(&self, rows: &mut Rows) -> Result<(), StoreFault> {
        const LATER: &str = "SELECT n, target, about FROM write
            WHERE register = ?1 AND standing = 2 ORDER BY n";
        let claims: BTreeSet<i64> = rows.claims.iter().map(|it| it.0).collect();
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let register = Register::ClaimHeld.number();
        let later: Vec<(i64, i64, i64)> = self.database().all(LATER, [register], read)?;
        for (n, claim, perspective) in later {
            let said = self.record(n)?.and_then(|it| it.said());
            if let Some(Ok(Body::ClaimHeld(it))) = said
                && claims.contains(&claim)
            {
                rows.held.push(HeldBy {
                    claim,
                    perspective,
                    held: it.held,
                    voice: it.voice,
                    said_in: n,
                });
            }
        }
        Ok(())
    }

    fn read_merged(&self, rows: &mut Rows) -> Result<(), StoreFault> {
        for n in self.things(Kind::Lineage, Page::first(THINGS))? {
            let said = self.record(n)?.and_then(|it| it.said());
            let Some(Ok(Body::Lineage(it))) = said else {
                continue;
            };
            if !matches!(it.change, Change::Merged | Change::Fused) {
                continue;
            }
            let Some(to) = it.to.first() else { continue };
            let Some(to) = self.number(*to)? else {
                continue;
            };
            for from in &it.from {
                rows.merged
                    .extend(self.number(*from)?.map(|from| (from, to)));
            }
        }
        Ok(())
    }

    /// The ids of numbers, in their order; those that are not here are left out.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn ids_at(&self, numbers: &[i64]) -> Result<Vec<OperationId>, StoreFault> {
        let mut ids = Vec::with_capacity(numbers.len());
        for n in numbers {
            ids.extend(crate::names::id_of(self.database(), *n)?);
        }
        Ok(ids)
    }

    /// Moves by their numbers, in their order.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn moves_at(&self, numbers: &[i64]) -> Result<Vec<MoveRow>, StoreFault> {
        self.move_rows(numbers)
    }

    /// Things by their numbers, in a few words each, in their order.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn targets_at(&self, numbers: &[i64]) -> Result<Vec<TargetRow>, StoreFault> {
        let ids = self.ids_at(numbers)?;
        ids.into_iter().map(|id| self.target(id, None)).collect()
    }

    /// A question of the ledger with its first answers, and the first words that leave it open: so
    /// many of either.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn asked_row(&self, asked: &Asked, most: usize) -> Result<Option<AskedRow>, StoreFault> {
        let Some(question) = self.move_rows(&[asked.n])?.pop() else {
            return Ok(None);
        };
        let mut answers = Vec::new();
        let mut offered: Vec<_> = question.answers.iter().collect();
        if offered.len() > most {
            // What whoever asked accepts is not left out.
            offered.sort_by_key(|it| it.accepted_by.is_empty());
        }
        let all = offered.len().max(asked.answers.len());
        for answer in offered.into_iter().take(most) {
            answers.push(AnswerSeen {
                by_move: self.move_(answer.id)?,
                target: self.target(answer.id, None)?,
                accepted_by: answer.accepted_by.clone(),
            });
        }
        let left_open = &asked.left_open[..asked.left_open.len().min(most)];
        Ok(Some(AskedRow {
            more: (all - answers.len()) + (asked.left_open.len() - left_open.len()),
            answers,
            left_open: self.move_rows(left_open)?,
            dialogue: self.targets_at(&[asked.dialogue])?.pop(),
            state: asked.state,
            by: asked.by,
            to: asked.to.clone(),
            question,
        }))
    }

    /// Why a perspective stands where it does on a claim: the words of a claim, of a word on
    /// holding it, or of a move.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn reason_at(&self, n: i64) -> Result<Option<ReasonRow>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        let (text, passage): (Words, Option<PassageRow>) = match &entry.body {
            Some(Body::Claim(it)) => {
                let passage = it.passages.first().map(|it| self.passage(it)).transpose()?;
                (words(&it.text), passage)
            }
            Some(Body::ClaimHeld(it)) => (words(&it.reason), None),
            Some(Body::Move(it)) => {
                let said = [&it.reason, &it.condition, &it.object, &it.to];
                let said = said.into_iter().flatten().next().map(words);
                let passage = it
                    .found_in
                    .as_ref()
                    .map(|it| self.passage(it))
                    .transpose()?;
                (said.unwrap_or_default(), passage)
            }
            Some(_) | None => return Ok(None),
        };
        let kind = match &entry.body {
            Some(Body::Move(it)) => Some(it.kind),
            Some(_) | None => None,
        };
        Ok(Some(ReasonRow {
            what: Thing::of_kind(entry.record.kind),
            kind,
            text: if entry.may_read {
                text
            } else {
                Words::default()
            },
            passage: passage.filter(|_| entry.may_read),
            said: entry.said,
        }))
    }
}

fn known(shown: &[(i64, OperationId)], same_as: &BTreeMap<i64, i64>) -> BTreeSet<i64> {
    let mut known: BTreeSet<i64> = shown.iter().map(|it| it.0).collect();
    let twins = same_as.iter().filter(|(_, to)| known.contains(to));
    let twins: Vec<i64> = twins.map(|(n, _)| *n).collect();
    known.extend(twins);
    known
}

fn order_at(row: &Row<'_>, at: usize) -> rusqlite::Result<Order> {
    Ok((row.get(at)?, row.get(at + 1)?, row.get(at + 2)?))
}

fn turn_of(row: &Row<'_>) -> rusqlite::Result<TurnOf> {
    Ok(TurnOf {
        n: row.get(0)?,
        dialogue: row.get(1)?,
        perspective: row.get(2)?,
        voice: voice_of(row.get(3)?),
        at: order_at(row, 5)?,
        fate: match row.get::<_, i64>(4)? {
            0 => Fate::Stands,
            _ => Fate::Hidden,
        },
    })
}

fn move_of(row: &Row<'_>) -> rusqlite::Result<MoveOf> {
    Ok(MoveOf {
        n: row.get(0)?,
        kind: row.get(1)?,
        target: row.get(2)?,
        found_in: row.get(3)?,
        dialogue: row.get(4)?,
        perspective: row.get(5)?,
        voice: voice_of(row.get(6)?),
        at: order_at(row, 7)?,
        fate: Fate::Stands,
    })
}

/// The voice of a number in a row.
fn voice_of(code: i64) -> Voice {
    match code {
        1 => Voice::Within,
        2 => Voice::OnBehalf,
        _ => Voice::Oneself,
    }
}
