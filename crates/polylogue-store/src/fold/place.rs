//! Where a thing stands: the dialogue of a turn, and of the moves on it, and of the moves on those.

use polylogue_core::kind::{Body, Kind};

use super::apply::NO_PLACE;
use super::{Erasure, Folding, Record};
use crate::codes::WAITS_BODY;
use crate::database::tie_of;
use crate::fault::StoreFault;

/// Whether any act of moderation is held to one dialogue.
pub(super) const ANY_HELD_TO: &str = "SELECT source FROM held_to LIMIT 1";

/// Whether anything is shown in another's place.
pub(super) const ANY_TWIN: &str = "SELECT n FROM brought WHERE same_as > 0 LIMIT 1";

impl Folding<'_> {
    /// The dialogue or question shown in place of this one: itself, unless it was brought in twice.
    pub(super) fn shown_dialogue(&self, dialogue: i64) -> Result<i64, StoreFault> {
        if !self.has_twins {
            return Ok(dialogue);
        }
        const SAME: &str = "SELECT same_as FROM brought WHERE n = ?1 AND same_as > 0";
        Ok(self.database.value(SAME, [dialogue])?.unwrap_or(dialogue))
    }

    /// What a thing stands in, by number; 0 while nobody knows.
    fn place_of(&self, n: i64) -> Result<i64, StoreFault> {
        const TURN: &str = "SELECT place FROM turn WHERE n = ?1";
        if let Some(place) = self.database.value(TURN, [n])? {
            return Ok(place);
        }
        const MOVE: &str = "SELECT dialogue FROM move WHERE n = ?1";
        if let Some(place) = self.database.value(MOVE, [n])? {
            return Ok(place);
        }
        const CLAIM: &str = "SELECT under FROM claim WHERE n = ?1";
        if let Some(under) = self.database.value(CLAIM, [n])? {
            return self.shown_dialogue(under);
        }
        const DIALOGUE: &str = "SELECT n FROM thing WHERE n = ?1 AND kind = ?2";
        let dialogue = self
            .database
            .value(DIALOGUE, (n, Kind::Dialogue.number()))?;
        dialogue.map_or(Ok(0), |n| self.shown_dialogue(n))
    }

    /// Where a move stands: with its target, else with the words that make it.
    pub(super) fn place_of_move(&self, target: i64, found_in: i64) -> Result<i64, StoreFault> {
        match self.place_of(target)? {
            0 => self.place_of(found_in),
            place => Ok(place),
        }
    }

    /// Says again where the moves on a thing stand, and the moves on those.
    pub(super) fn place_moves_on(&self, n: i64) -> Result<(), StoreFault> {
        const ON: &str = "SELECT move.n, move.target, move.found_in, move.dialogue FROM reference
            JOIN move ON move.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 540";
        let mut open = vec![n];
        while let Some(n) = open.pop() {
            let moves = self.database.all(ON, [n], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, i64>(3)?))
            })?;
            for (n, target, found_in, before) in moves {
                let place = self.place_of_move(target, found_in)?;
                if place != before {
                    const UPDATE: &str = "UPDATE move SET dialogue = ?2 WHERE n = ?1";
                    self.database.write(UPDATE, (n, place))?;
                    self.settle_held_to(n)?;
                    open.push(n);
                }
            }
        }
        Ok(())
    }

    /// Says again where everything in a dialogue stands, after it began or ceased to be shown in
    /// another's place.
    pub(super) fn place_dialogue(&self, dialogue: i64) -> Result<(), StoreFault> {
        let place = self.shown_dialogue(dialogue)?;
        const IN: &str = "SELECT turn.n FROM reference JOIN turn ON turn.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 522 AND turn.dialogue = ?1
            AND turn.place <> ?2";
        const GAPS: &str = "SELECT n FROM turn WHERE gap = 1 AND dialogue = ?1 AND place <> ?2";
        let mut turns = self.database.numbers(IN, (dialogue, place))?;
        turns.extend(self.database.numbers(GAPS, (dialogue, place))?);
        for turn in turns {
            self.database
                .write("UPDATE turn SET place = ?2 WHERE n = ?1", (turn, place))?;
            self.settle_held_to(turn)?;
            self.place_moves_on(turn)?;
        }
        const UNDER: &str = "SELECT source FROM reference WHERE target = ?1 AND kind = 530";
        for claim in self.database.numbers(UNDER, [dialogue])? {
            self.settle_held_to(claim)?;
            self.place_moves_on(claim)?;
        }
        self.settle_held_to(dialogue)?;
        self.place_moves_on(dialogue)
    }

    /// Says again which acts of moderation that are held to one dialogue count for a thing: those
    /// that name it and the dialogue in which it is shown.
    pub(super) fn settle_held_to(&self, target: i64) -> Result<(), StoreFault> {
        if !self.has_held_to {
            return Ok(());
        }
        const NAMING: &str = "SELECT kind, source, dialogue FROM held_to WHERE target = ?1";
        let naming: Vec<(u16, i64, i64)> = self.database.all(NAMING, [target], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        for (kind, source, dialogue) in naming {
            let counts = if kind == Kind::Restore.number() {
                self.hide_held_to(target)? == Some(dialogue)
            } else {
                self.place_of(target)? == self.shown_dialogue(dialogue)?
            };
            let write = if counts {
                "INSERT INTO reference (target, kind, source) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING"
            } else {
                "DELETE FROM reference WHERE target = ?1 AND kind = ?2 AND source = ?3"
            };
            if self.database.write(write, (target, kind, source))? > 0 {
                self.note_search(target)?;
                self.say_open(target)?;
            }
        }
        Ok(())
    }

    /// The dialogue that a hide is held to, by number, whatever its verdict.
    fn hide_held_to(&self, hide: i64) -> Result<Option<i64>, StoreFault> {
        let said = self.record(hide)?.and_then(|it| it.said());
        let Some(Ok(Body::Hide(hide))) = said else {
            return Ok(None);
        };
        const NUMBER: &str = "SELECT n FROM operation WHERE id = ?1";
        let named = hide.dialogue.map(|it| it.0);
        named.map_or(Ok(None), |id| self.database.value(NUMBER, [id]))
    }

    /// Gives a turn that cannot be read a place in the dialogue that whoever emptied it named, else
    /// in that of those that answer or quote it, the lowest id's if several differ; takes it away
    /// if there is none.
    pub(super) fn place_gap(&mut self, n: i64) -> Result<(), StoreFault> {
        const IS_WHOLE: &str = "SELECT n FROM turn WHERE n = ?1 AND gap = 0";
        if !self.is_folded(n) || self.database.value::<i64>(IS_WHOLE, [n])?.is_some() {
            return Ok(());
        }
        self.database.write("DELETE FROM turn WHERE n = ?1", [n])?;
        self.write_gap(n)?;
        self.settle_held_to(n)?;
        self.place_moves_on(n)
    }

    /// Keeps the line of a thing that was emptied, or takes it away if it is not; from its header
    /// alone, so that whoever never had the text keeps the same.
    pub(super) fn leave_gap(
        &mut self,
        record: &Record<'_>,
        erasure: Option<Erasure>,
    ) -> Result<(), StoreFault> {
        let n = record.n;
        let is_claim = record.kind == Kind::Claim.number();
        let delete = if is_claim {
            "DELETE FROM claim WHERE n = ?1"
        } else {
            "DELETE FROM thing WHERE n = ?1"
        };
        self.database.write(delete, [n])?;
        let (time, counter, tie) = (record.time, record.counter, tie_of(&record.id.0));
        let person = self.names.person(record.key);
        if erasure.is_some() && is_claim {
            const CLAIM: &str = "INSERT INTO claim
                (n, under, time, counter, tie, person, twin, gap)
                VALUES (?1, 0, ?2, ?3, ?4, ?5, 0, 1)";
            self.database
                .write(CLAIM, (n, time, counter, tie, person))?;
        } else if erasure.is_some() {
            const THING: &str = "INSERT INTO thing
                (n, kind, place, time, counter, tie, person, twin)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
            let place = match record.kind {
                kind if kind == Kind::Question.number() => NO_PLACE,
                _ => 0,
            };
            let row = (n, record.kind, place, time, counter, tie, person);
            self.database.write(THING, row)?;
        }
        if record.kind == Kind::Dialogue.number() {
            self.place_dialogue(n)?;
        }
        Ok(())
    }

    fn write_gap(&mut self, n: i64) -> Result<(), StoreFault> {
        const CODE: &str = "SELECT code FROM verdict WHERE n = ?1";
        let code: Option<i64> = self.database.value(CODE, [n])?;
        let record = self.record(n)?.filter(|it| it.kind == Kind::Turn.number());
        let Some(record) = record.filter(|_| code.is_none_or(|it| it == WAITS_BODY)) else {
            return Ok(());
        };
        let dialogue = match self.left_gap_in(&record)? {
            Some(named) => Some(named),
            None => self.answered_in(n)?,
        };
        let Some(dialogue) = dialogue else {
            return Ok(());
        };
        let place = self.shown_dialogue(dialogue)?;
        const GAP: &str = "INSERT INTO turn
            (n, dialogue, place, time, counter, tie, person, perspective, voice, twin, gap)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, 0, 1)";
        let person = self.names.person(record.key);
        let tie = tie_of(&record.id.0);
        let row = (n, dialogue, place, record.time, record.counter, tie, person);
        self.database.write(GAP, row)?;
        Ok(())
    }

    /// The dialogue named by an act that emptied a turn and may.
    fn left_gap_in(&mut self, record: &Record<'_>) -> Result<Option<i64>, StoreFault> {
        let Some(by) = self.erasure(record)? else {
            return Ok(None);
        };
        const ERASES: &str = "SELECT operation.n, operation.id, operation.key, operation.counter,
            operation.time, operation.kind, operation.header, operation.body
            FROM reference JOIN operation ON operation.n = reference.source
            WHERE reference.target = ?1 AND reference.kind IN (104, 301)
            ORDER BY operation.id";
        let person = self.names.person(record.key);
        for erase in self.database.all(ERASES, [record.n], Record::read)? {
            let named = match erase.said() {
                Some(Ok(Body::Erase(it))) if self.names.person(erase.key) == person => it.dialogue,
                Some(Ok(Body::ModeratorErase(it))) if by == Erasure::ByModerator => it.dialogue,
                _ => None,
            };
            if let Some(dialogue) = named {
                return self.names.number(self.database, dialogue).map(Some);
            }
        }
        Ok(None)
    }

    fn answered_in(&self, n: i64) -> Result<Option<i64>, StoreFault> {
        const NEAR: &str = "SELECT turn.dialogue FROM reference
            JOIN turn ON turn.n = reference.source
            WHERE reference.target = ?1 AND reference.kind = 522 AND turn.gap = 0
            ORDER BY turn.tie LIMIT 1";
        self.database.value(NEAR, [n])
    }
}
