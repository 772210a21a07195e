//! What each kind of operation does to the pages, and how it is undone: rows by its own number.

use polylogue_core::id::{Hash, OperationId};
use polylogue_core::kind::{Body, Claim, Disposed, Kind, Move, Reference, State, Turn, Voice};
use polylogue_core::move_kind::MoveKind;
use polylogue_core::verdict::Verdict;

use super::register::Write;
use super::{Folding, How, Record, Register, held_to};
use crate::database::tie_of;
use crate::fault::StoreFault;

/// Voices as numbers in a row. Frozen within schema 1.
pub(crate) fn voice_code(voice: Voice) -> i64 {
    match voice {
        Voice::Oneself => 0,
        Voice::Within => 1,
        Voice::OnBehalf => 2,
    }
}

/// A question without a place comes after all that have one.
pub(crate) const NO_PLACE: i64 = 1 << 40;

impl Folding<'_> {
    pub(super) fn apply(
        &mut self,
        record: &Record,
        body: &Body,
        verdict: Verdict,
    ) -> Result<(), StoreFault> {
        if let Body::Vote(vote) = body {
            return self.apply_vote(record, vote, verdict);
        }
        if verdict == Verdict::Accepted {
            self.refer(record, body)?;
        }
        match body {
            Body::Turn(turn) => self.apply_turn(record, turn)?,
            Body::Claim(claim) => self.apply_claim(record, claim)?,
            Body::Move(said) => self.apply_move(record, said)?,
            _ => {
                self.apply_thing(record, body)?;
                self.apply_register(record, body)?;
            }
        }
        self.apply_brought(record, body)?;
        if matches!(body, Body::Dialogue(_)) {
            self.place_dialogue(record.n)?;
        }
        let is_unnamed = self.unnamed == Some(record.n);
        if matches!(body, Body::Turn(_) | Body::Claim(_) | Body::Move(_)) && !is_unnamed {
            self.settle_held_to(record.n)?;
            self.place_moves_on(record.n)?;
        }
        self.touch(record, body)
    }

    /// Takes away whatever rows an operation may have.
    pub(super) fn unapply(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        let n = record.n;
        match body {
            Body::Vote(_) => return self.unapply_vote(n),
            Body::Turn(_) => drop(self.database.write("DELETE FROM turn WHERE n = ?1", [n])?),
            Body::Claim(_) => drop(self.database.write("DELETE FROM claim WHERE n = ?1", [n])?),
            Body::Move(_) => drop(self.database.write("DELETE FROM move WHERE n = ?1", [n])?),
            _ => {
                self.database.write("DELETE FROM thing WHERE n = ?1", [n])?;
                if let Some(write) = self.write_of(body)? {
                    self.unapply_write(n, write.register)?;
                }
            }
        }
        for reference in body.references().into_iter().filter(is_about) {
            let target = self.names.number(self.database, reference.id)?;
            const DELETE: &str =
                "DELETE FROM reference WHERE target = ?1 AND kind = ?2 AND source = ?3";
            self.database.write(DELETE, (target, record.kind, n))?;
            if held_to(body).is_some() {
                const HELD_TO: &str =
                    "DELETE FROM held_to WHERE target = ?1 AND kind = ?2 AND source = ?3";
                self.database.write(HELD_TO, (target, record.kind, n))?;
            }
        }
        self.unapply_brought(record, body)?;
        if matches!(body, Body::Dialogue(_)) {
            self.place_dialogue(n)?;
        }
        if matches!(body, Body::Turn(_) | Body::Claim(_) | Body::Move(_)) {
            self.settle_held_to(n)?;
            self.place_moves_on(n)?;
        }
        self.touch(record, body)
    }

    fn refer(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        if let Some(dialogue) = held_to(body) {
            return self.hold_to(record, body, dialogue);
        }
        for reference in body.references().into_iter().filter(is_about) {
            let target = self.names.number(self.database, reference.id)?;
            self.note_named(target);
            const INSERT: &str = "INSERT INTO reference (target, kind, source)
                VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
            self.database
                .write(INSERT, (target, record.kind, record.n))?;
        }
        Ok(())
    }

    /// Notes that something names this, which may be folded later.
    fn note_named(&mut self, target: i64) {
        if let Some(named) = &mut self.named_ahead
            && target > self.at
        {
            named.insert(target);
        }
    }

    /// Notes what an act of moderation names, as far as it stands in the dialogue it is held to.
    fn hold_to(
        &mut self,
        record: &Record,
        body: &Body,
        dialogue: OperationId,
    ) -> Result<(), StoreFault> {
        self.has_held_to = true;
        let dialogue = self.names.number(self.database, dialogue)?;
        for reference in body.references().into_iter().filter(is_about) {
            let target = self.names.number(self.database, reference.id)?;
            self.note_named(target);
            const INSERT: &str = "INSERT INTO held_to (target, kind, source, dialogue)
                VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
            self.database
                .write(INSERT, (target, record.kind, record.n, dialogue))?;
            self.settle_held_to(target)?;
        }
        Ok(())
    }

    fn apply_turn(&mut self, record: &Record, turn: &Turn) -> Result<(), StoreFault> {
        let dialogue = self.names.number(self.database, turn.dialogue)?;
        let place = self.shown_dialogue(dialogue)?;
        const INSERT: &str = "INSERT INTO turn
            (n, dialogue, place, time, counter, tie, person, perspective, voice, twin, gap)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 0)";
        if self.unnamed != Some(record.n) {
            self.database
                .write("DELETE FROM turn WHERE n = ?1 AND gap = 1", [record.n])?;
        }
        let perspective = self.optional(turn.perspective)?;
        let person = self.names.person(record.key);
        let tie = tie_of(&record.id.0);
        self.database.write(
            INSERT,
            (
                record.n,
                dialogue,
                place,
                record.time,
                record.counter,
                tie,
                person,
                perspective,
                voice_code(turn.voice),
            ),
        )?;
        Ok(())
    }

    fn apply_claim(&mut self, record: &Record, claim: &Claim) -> Result<(), StoreFault> {
        let under = self.optional(claim.under)?;
        let under = self.shown_dialogue(under)?;
        const INSERT: &str = "INSERT INTO claim (n, under, time, counter, tie, person, twin, gap)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0)";
        let person = self.names.person(record.key);
        let tie = tie_of(&record.id.0);
        let row = (record.n, under, record.time, record.counter, tie, person);
        self.database.write(INSERT, row)?;
        Ok(())
    }

    fn apply_move(&mut self, record: &Record, said: &Move) -> Result<(), StoreFault> {
        let target = self.names.number(self.database, said.target.id)?;
        let found_in = self.optional(said.found_in.as_ref().map(|it| it.of))?;
        let dialogue = self.place_of_move(target, found_in)?;
        let perspective = self.optional(said.perspective)?;
        let person = self.names.person(record.key);
        const INSERT: &str = "INSERT INTO move (n, kind, target, found_in, dialogue, perspective,
            voice, time, counter, tie, person, is_open)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)";
        self.database.write(
            INSERT,
            (
                record.n,
                said.kind,
                target,
                found_in,
                dialogue,
                perspective,
                voice_code(said.voice),
                record.time,
                record.counter,
                tie_of(&record.id.0),
                person,
            ),
        )?;
        Ok(())
    }

    /// Things with a list of their own; `place` is what they are listed under or by.
    fn apply_thing(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        let place = match body {
            Body::Question(question) if question.place > 0 => i64::from(question.place),
            Body::Question(_) => NO_PLACE,
            Body::Line(line) => self.names.number(self.database, line.document)?,
            Body::DocumentChange(it) => self.names.number(self.database, it.document)?,
            Body::LinesFrom(it) => self.names.number(self.database, it.document)?,
            Body::Count(count) => self.names.number(self.database, count.claim)?,
            Body::Hold(hold) => self.names.number(self.database, hold.target)?,
            Body::Closing(closing) => self.names.number(self.database, closing.of)?,
            Body::Comment(comment) => self.names.number(self.database, comment.on)?,
            Body::Dissent(dissent) => self.names.number(self.database, dissent.on)?,
            Body::LeaveOut(left) => self.names.number(self.database, left.document)?,
            Body::Action(action) => i64::try_from(action.until).unwrap_or(i64::MAX),
            Body::Edition(edition) => self.names.number(self.database, edition.document)?,
            Body::Perspective(_)
            | Body::Dialogue(_)
            | Body::Source(_)
            | Body::Practice(_)
            | Body::Lineage(_)
            | Body::Suggestion(_)
            | Body::Blob(_)
            | Body::Stage(_)
            | Body::Document(_) => 0,
            _ => return Ok(()),
        };
        const INSERT: &str = "INSERT INTO thing (n, kind, place, time, counter, tie, person, twin)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
        let person = self.names.person(record.key);
        let tie = tie_of(&record.id.0);
        let row = (
            record.n,
            record.kind,
            place,
            record.time,
            record.counter,
            tie,
            person,
        );
        self.database.write(INSERT, row)?;
        Ok(())
    }

    fn apply_register(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        match self.write_of(body)? {
            Some(write) => self.apply_write(record, &write),
            None => Ok(()),
        }
    }

    /// The register a body writes, if it writes one.
    fn write_of<'b>(&mut self, body: &'b Body) -> Result<Option<Write<'b>>, StoreFault> {
        let (register, target, about, rank, replaces): (_, OperationId, i64, i64, &[_]) = match body
        {
            Body::Profile(it) => {
                let register = Register::Profile;
                let replaces = &it.replaces;
                return Ok(Some(Write {
                    register,
                    target: 0,
                    about: 0,
                    rank: 0,
                    replaces,
                }));
            }
            Body::CountWithout(it) => {
                // A map of claims under nothing stands under no number, as those claims do.
                let target = match it.of {
                    Some(of) => self.names.number(self.database, of)?,
                    None => 0,
                };
                return Ok(Some(Write {
                    register: Register::CountWithout,
                    target,
                    about: 0,
                    rank: 0,
                    replaces: &it.replaces,
                }));
            }
            Body::TurnRevise(it) => (Register::Turn, it.turn, 0, 0, &it.replaces),
            Body::PerspectiveRevise(it) => {
                (Register::Perspective, it.perspective, 0, 0, &it.replaces)
            }
            Body::DialogueState(it) => (
                Register::DialogueState,
                it.dialogue,
                0,
                state_code(it.state),
                &it.replaces,
            ),
            Body::ClaimHeld(it) => {
                let perspective = self.names.number(self.database, it.perspective)?;
                (Register::ClaimHeld, it.claim, perspective, 0, &it.replaces)
            }
            Body::Consent(it) => (Register::Consent, it.suggestion, 0, 0, &it.replaces),
            Body::Translation(it) => {
                let language = tie_of(&Hash::of(it.text.language.as_bytes()).0);
                (Register::Translation, it.of, language, 0, &it.replaces)
            }
            Body::LineText(it) => (Register::LineText, it.line, 0, 0, &it.replaces),
            Body::LinePlace(it) => (Register::LinePlace, it.line, 0, 0, &it.replaces),
            Body::LineStruck(it) => (Register::LineStruck, it.line, 0, 0, &it.replaces),
            Body::LineClause(it) => (Register::LineClause, it.line, 0, 0, &it.replaces),
            Body::Disposition(it) => {
                let rank = disposed_code(it.disposed);
                (Register::Disposition, it.comment, 0, rank, &it.replaces)
            }
            Body::WordingVote(it) => (Register::WordingVote, it.wording, 0, 0, &it.replaces),
            Body::CoSign(it) => (Register::CoSign, it.of, 0, 0, &it.replaces),
            Body::StageRevise(it) => (Register::Stage, it.stage, 0, 0, &it.replaces),
            Body::StageState(it) => (Register::StageState, it.stage, 0, 0, &it.replaces),
            Body::EditionSign(it) => (Register::EditionSign, it.edition, 0, 0, &it.replaces),
            _ => return Ok(None),
        };
        let target = self.names.number(self.database, target)?;
        Ok(Some(Write {
            register,
            target,
            about,
            rank,
            replaces,
        }))
    }

    /// What else is affected when an operation begins or ceases to count.
    fn touch(&mut self, record: &Record, body: &Body) -> Result<(), StoreFault> {
        match body {
            Body::Erase(it) => self.touch_erased(record, &it.targets),
            Body::ModeratorErase(it) => self.touch_erased(record, &it.targets),
            Body::Withdraw(it) => {
                let n = self.names.number(self.database, it.target)?;
                self.taken_back.insert(n);
                self.say_open(n)?;
                let known = self.names.find(self.database, it.target)?;
                if let Some(known) = known
                    && known
                        .here
                        .is_some_and(|here| here.kind == Kind::Vote.number())
                {
                    self.queue.push((known.n, How::Anew, record.n));
                }
                Ok(())
            }
            Body::Hide(it) => {
                self.settle_held_to(record.n)?;
                self.touch_hidden(&it.targets)
            }
            Body::Restore(it) => self.touch_restored(&it.hides),
            Body::TurnRevise(it) => self.touch_hidden(&[it.turn]),
            Body::PerspectiveRevise(it) => self.touch_hidden(&[it.perspective]),
            Body::Turn(turn) => {
                self.note_search(record.n)?;
                let quoted = turn.quotes.iter().map(|it| it.passage.of);
                for id in turn.reply_to.into_iter().chain(quoted) {
                    let n = self.names.number(self.database, id)?;
                    self.place_gap(n)?;
                }
                Ok(())
            }
            Body::Accept(it) => {
                for id in [it.question, it.answer] {
                    let n = self.names.number(self.database, id)?;
                    self.say_open(n)?;
                }
                Ok(())
            }
            Body::Move(said) => {
                self.note_search(record.n)?;
                match MoveKind::of(said.kind) {
                    Some(MoveKind::Asks | MoveKind::LeavesOpen) => self.say_open(record.n),
                    Some(MoveKind::Answers) => {
                        let target = self.names.number(self.database, said.target.id)?;
                        self.say_open(target)
                    }
                    Some(_) | None => Ok(()),
                }
            }
            Body::Claim(_)
            | Body::Perspective(_)
            | Body::Question(_)
            | Body::Dialogue(_)
            | Body::Source(_)
            | Body::Practice(_)
            | Body::Comment(_)
            | Body::Dissent(_)
            | Body::Profile(_) => self.note_search(record.n),
            _ => Ok(()),
        }
    }

    fn touch_erased(&mut self, record: &Record, targets: &[OperationId]) -> Result<(), StoreFault> {
        for target in targets {
            let n = self.names.number(self.database, *target)?;
            self.taken_back.insert(n);
            self.queue.push((n, How::Anew, record.n));
        }
        Ok(())
    }

    /// What these acts hid may be shown again.
    fn touch_restored(&mut self, hides: &[OperationId]) -> Result<(), StoreFault> {
        for hide in hides {
            let known = self.names.find(self.database, *hide)?;
            let record = match known {
                Some(known) => self.record(known.n)?,
                None => None,
            };
            if let Some(Ok(Body::Hide(hide))) = record.and_then(|it| it.said()) {
                self.touch_hidden(&hide.targets)?;
            }
        }
        Ok(())
    }

    /// Things whose words are to be indexed again, and that may ask no more.
    fn touch_hidden(&mut self, targets: &[OperationId]) -> Result<(), StoreFault> {
        for target in targets {
            let n = self.names.number(self.database, *target)?;
            self.note_search(n)?;
            self.say_open(n)?;
        }
        Ok(())
    }

    pub(super) fn note_search(&self, n: i64) -> Result<(), StoreFault> {
        if self.database.leaves_words.get() {
            return Ok(());
        }
        const DUE: &str = "INSERT INTO search_due (n) VALUES (?1) ON CONFLICT DO NOTHING";
        self.database.write(DUE, [n])?;
        Ok(())
    }

    /// Says again whether a move that asks is open: it has no answer, offered or accepted, and was
    /// neither taken back by whoever made it nor hidden.
    pub(super) fn say_open(&self, n: i64) -> Result<(), StoreFault> {
        const SAY: &str = "UPDATE move SET is_open = NOT EXISTS (SELECT 1 FROM reference
                WHERE reference.target = move.n AND reference.kind = 541)
            AND NOT EXISTS (SELECT 1 FROM move AS answer
                WHERE answer.target = move.n AND answer.kind = 20)
            AND NOT EXISTS (SELECT 1 FROM reference
                JOIN operation ON operation.n = reference.source
                JOIN person_key ON person_key.key = operation.key
                WHERE reference.target = move.n AND reference.kind = 550
                AND person_key.person = move.person)
            AND NOT EXISTS (SELECT 1 FROM reference
                WHERE reference.target = move.n AND reference.kind = 570
                AND NOT EXISTS (SELECT 1 FROM reference AS restore
                    WHERE restore.target = reference.source AND restore.kind = 571))
            WHERE n = ?1 AND kind IN (19, 21)";
        self.database.write(SAY, [n])?;
        Ok(())
    }

    /// Whether its own author has taken an operation back.
    pub(super) fn is_withdrawn(&self, n: i64, person: i64) -> Result<bool, StoreFault> {
        if !self.taken_back.contains(&n) {
            return Ok(false);
        }
        const WITHDRAWN: &str = "SELECT 1 FROM reference
            JOIN operation ON operation.n = reference.source
            JOIN person_key ON person_key.key = operation.key
            WHERE reference.target = ?1 AND reference.kind = 550 AND person_key.person = ?2";
        Ok(self
            .database
            .value::<i64>(WITHDRAWN, (n, person))?
            .is_some())
    }

    fn optional(&mut self, id: Option<OperationId>) -> Result<i64, StoreFault> {
        id.map_or(Ok(0), |id| self.names.number(self.database, id))
    }
}

/// Whether a reference says what an operation is about; the note with its reason is not that, and
/// must not read as hidden or erased by the very act it explains.
pub(crate) fn is_about(reference: &Reference) -> bool {
    reference.expects != [Kind::Note]
}

/// States of a dialogue as numbers in a row, in their order. Frozen within schema 1.
pub(crate) fn state_code(state: State) -> i64 {
    match state {
        State::Planned => 0,
        State::Open => 1,
        State::Closed => 2,
    }
}

/// Dispositions as numbers in a row, in their order. Frozen within schema 1.
pub(crate) fn disposed_code(disposed: Disposed) -> i64 {
    match disposed {
        Disposed::Accepted => 0,
        Disposed::Adapted => 1,
        Disposed::Declined => 2,
    }
}
