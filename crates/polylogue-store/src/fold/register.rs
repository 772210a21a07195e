//! Registers other than votes: writes are kept, and what nothing replaces stands.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Kind;
use rusqlite::Row;

use super::vote::{Place, standings};
use super::{Folding, Record};
use crate::database::tie_of;
use crate::fault::StoreFault;

/// Which register a write belongs to, as a number in a row. Frozen within schema 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Register {
    /// A person's name and words.
    Profile,
    /// Wordings of a turn, by each person; its author's are shown.
    Turn,
    /// Wordings of a perspective, by anybody.
    Perspective,
    /// How far a dialogue is, by anybody; the furthest counts.
    DialogueState,
    /// Whether a perspective holds a claim, by each person.
    ClaimHeld,
    /// Answers to a suggestion, by each person.
    Consent,
    /// Translations of a text into a language, by each person.
    Translation,
    /// Text of a line, by anybody.
    LineText,
    /// Place of a line, by anybody.
    LinePlace,
    /// Whether a line is struck, by anybody.
    LineStruck,
    /// What a line says as data, by anybody.
    LineClause,
    /// What became of a comment, by anybody; the one farthest from acceptance is first.
    Disposition,
    /// Votes on a wording, by each person.
    WordingVote,
    /// Names under a dissent or action, by each person.
    CoSign,
    /// Plans of a stage, by anybody.
    Stage,
    /// How far a stage is, by anybody.
    StageState,
    /// Without whom a map is counted too, by anybody.
    CountWithout,
    /// Signatures of an edition, by each person.
    EditionSign,
}

impl Register {
    /// The number in a row.
    pub(crate) fn number(self) -> i64 {
        match self {
            Self::Profile => 1,
            Self::Turn => 2,
            Self::Perspective => 3,
            Self::DialogueState => 4,
            Self::ClaimHeld => 5,
            Self::Consent => 6,
            Self::Translation => 7,
            Self::LineText => 8,
            Self::LinePlace => 9,
            Self::LineStruck => 10,
            Self::LineClause => 11,
            Self::Disposition => 20,
            Self::WordingVote => 21,
            Self::CoSign => 22,
            Self::Stage => 23,
            Self::StageState => 24,
            Self::CountWithout => 25,
            Self::EditionSign => 40,
        }
    }

    /// The register that a kind of operation writes, votes apart.
    pub(crate) fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Profile => Some(Self::Profile),
            Kind::TurnRevise => Some(Self::Turn),
            Kind::PerspectiveRevise => Some(Self::Perspective),
            Kind::DialogueState => Some(Self::DialogueState),
            Kind::ClaimHeld => Some(Self::ClaimHeld),
            Kind::Consent => Some(Self::Consent),
            Kind::Translation => Some(Self::Translation),
            Kind::LineText => Some(Self::LineText),
            Kind::LinePlace => Some(Self::LinePlace),
            Kind::LineStruck => Some(Self::LineStruck),
            Kind::LineClause => Some(Self::LineClause),
            Kind::Disposition => Some(Self::Disposition),
            Kind::WordingVote => Some(Self::WordingVote),
            Kind::CoSign => Some(Self::CoSign),
            Kind::StageRevise => Some(Self::Stage),
            Kind::StageState => Some(Self::StageState),
            Kind::CountWithout => Some(Self::CountWithout),
            Kind::EditionSign => Some(Self::EditionSign),
            _ => None,
        }
    }

    fn is_own(self) -> bool {
        matches!(
            self,
            Self::Profile
                | Self::Turn
                | Self::ClaimHeld
                | Self::Consent
                | Self::Translation
                | Self::WordingVote
                | Self::CoSign
                | Self::EditionSign
        )
    }
}

/// One write of a register.
#[derive(Debug)]
pub(super) struct Write<'a> {
    pub(super) register: Register,
    pub(super) target: i64,
    /// What else tells registers of one target apart.
    pub(super) about: i64,
    /// Comes before (counter, id) in the order of writes.
    pub(super) rank: i64,
    pub(super) replaces: &'a [OperationId],
}

impl Folding<'_> {
    pub(super) fn apply_write(
        &mut self,
        record: &Record,
        write: &Write<'_>,
    ) -> Result<(), StoreFault> {
        let person = self.names.person(record.key);
        self.write_replaces(record.n, write.replaces)?;
        const INSERT: &str = "INSERT INTO write
            (n, register, target, about, person, rank, counter, tie, standing)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)";
        let tie = tie_of(&record.id.0);
        let register = write.register.number();
        let row = (
            record.n,
            register,
            write.target,
            write.about,
            person,
            write.rank,
            record.counter,
            tie,
        );
        self.database.write(INSERT, row)?;
        self.note_written(write.register, write.target, write.about, person);
        Ok(())
    }

    pub(super) fn unapply_write(&mut self, n: i64, register: Register) -> Result<(), StoreFault> {
        const FIND: &str = "SELECT target, about, person FROM write WHERE n = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let found: Option<(i64, i64, i64)> = self.database.one(FIND, [n], read)?;
        let Some((target, about, person)) = found else {
            return Ok(());
        };
        self.database.write("DELETE FROM write WHERE n = ?1", [n])?;
        self.database
            .write("DELETE FROM replaces WHERE n = ?1", [n])?;
        self.note_written(register, target, about, person);
        Ok(())
    }

    /// Standings are said once for each register in a transaction, however often it is written.
    fn note_written(&mut self, register: Register, target: i64, about: i64, person: i64) {
        let person = if register.is_own() { person } else { 0 };
        self.written.insert((register, target, about, person));
    }

    /// Says again which writes stand in the registers written in this transaction.
    pub(super) fn flush_registers(&mut self) -> Result<(), StoreFault> {
        for (register, target, about, person) in std::mem::take(&mut self.written) {
            self.say_standing(register, target, about, person)?;
        }
        Ok(())
    }

    /// `person` is 0 where a register is shared.
    fn say_standing(
        &mut self,
        register: Register,
        target: i64,
        about: i64,
        person: i64,
    ) -> Result<(), StoreFault> {
        const SHARED: &str = "SELECT n, rank, counter, tie, standing FROM write
            WHERE register = ?1 AND target = ?2 AND about = ?3";
        const OWN: &str = "SELECT n, rank, counter, tie, standing FROM write
            WHERE register = ?1 AND target = ?2 AND about = ?3 AND person = ?4";
        let read = |row: &Row<'_>| {
            let order = (row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((
                Place {
                    n: row.get(0)?,
                    order,
                },
                row.get::<_, i64>(4)?,
            ))
        };
        let asked = (register.number(), target, about);
        // Everybody has a profile: those of others are not gone through.
        let writes = if person == 0 {
            self.database.all(SHARED, asked, read)?
        } else {
            let asked = (asked.0, asked.1, asked.2, person);
            self.database.all(OWN, asked, read)?
        };
        let places: Vec<Place> = writes.iter().map(|(place, _)| *place).collect();
        let standings = standings(self.database, &places)?;
        for (place, before) in writes {
            let standing = standings.get(&place.n).copied().unwrap_or(0);
            if standing != before {
                const UPDATE: &str = "UPDATE write SET standing = ?2 WHERE n = ?1";
                self.database.write(UPDATE, (place.n, standing))?;
                if register == Register::Profile {
                    self.note_search(place.n)?;
                }
            }
        }
        Ok(())
    }

    /// Keeps which earlier writes this one replaces.
    pub(super) fn write_replaces(
        &mut self,
        n: i64,
        replaces: &[OperationId],
    ) -> Result<(), StoreFault> {
        for id in replaces {
            let replaced = self.names.number(self.database, *id)?;
            const REPLACES: &str = "INSERT INTO replaces (n, replaced) VALUES (?1, ?2)
                ON CONFLICT DO NOTHING";
            self.database.write(REPLACES, (n, replaced))?;
        }
        Ok(())
    }
}
