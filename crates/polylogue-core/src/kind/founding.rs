//! The operation that founds a commons, and the law it begins with.

use minicbor::{Decode, Encode};

use crate::id::{Hash, Key, OperationId};
use crate::kind::{Malformed, Say};
use crate::limits::{
    LICENCE_BYTES_MAX, NOTE_BYTES_MAX, OFFICES_MAX, ROLL_MAX, SENTENCE_BYTES_MAX, TIME_END,
};
use crate::text::{Text, check_language, check_words};

/// How a newcomer becomes a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Admission {
    /// Anyone is heard as a newcomer; a greeter or a vouch admits.
    #[n(0)]
    Open,
    /// By an invitation of a member.
    #[n(1)]
    Invitation,
    /// By a member's vouch.
    #[n(2)]
    Vouching,
}

/// What the commons begins as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Template {
    /// Perspectives in dialogue.
    #[n(0)]
    Inquiry,
    /// Claims and votes.
    #[n(1)]
    Survey,
    /// A staged process.
    #[n(2)]
    Process,
    /// Nothing prepared.
    #[n(3)]
    Blank,
}

/// What an office may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum OfficeKind {
    /// Admits newcomers.
    #[n(0)]
    Greeter,
    /// Hides, restores, erases, removes.
    #[n(1)]
    Moderator,
    /// Opens and closes dialogues.
    #[n(2)]
    Facilitator,
    /// Makes editions.
    #[n(3)]
    Publisher,
}

/// Whether one person's votes may be published as a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum RowsOfPeople {
    /// Only counts are published.
    #[n(0)]
    StayHere,
    /// Rows may travel; said before the votes.
    #[n(1)]
    MayTravel,
}

/// A scoped, expiring, recallable mandate.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Office {
    /// What it may do.
    #[n(0)]
    pub kind: OfficeKind,
    /// The root key of its holder.
    #[n(1)]
    pub holder: Key,
    /// The one dialogue it is for; none: the whole commons.
    #[n(2)]
    pub scope: Option<OperationId>,
    /// Claimed times from here on are not covered (seconds).
    #[n(3)]
    pub end: u64,
}

/// The whole law of a commons, replaced whole and never merged.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Law {
    /// The charter's text.
    #[n(0)]
    pub charter: Text,
    /// Licence of what is said here, unless a piece says otherwise (SPDX).
    #[n(1)]
    pub licence: String,
    /// The language of the commons (BCP 47).
    #[n(2)]
    pub language: String,
    /// How newcomers become members.
    #[n(3)]
    pub admission: Admission,
    /// Root keys of the keepers, in order.
    #[n(4)]
    pub roll: Vec<Key>,
    /// How many keepers must assent: more than half, at most all.
    #[n(5)]
    pub threshold: u32,
    /// After this claimed time the roll can only renew, and offices stop (seconds).
    #[n(6)]
    pub roll_end: u64,
    /// Offices in force.
    #[n(7)]
    pub offices: Vec<Office>,
    /// Hash of the read secret that opens the door to readers.
    #[n(8)]
    pub read_secret: Hash,
    /// Days before a moderator's erasure destroys bytes.
    #[n(9)]
    pub erase_delay_days: u64,
    /// The highest counter anybody may sign with. The founding's holds for good; that of a later
    /// law is not looked at.
    #[n(10)]
    pub quota: u64,
    /// Whether rows of people may be published.
    #[n(11)]
    pub rows: RowsOfPeople,
}

impl Law {
    pub(crate) fn check(&self) -> Result<(), Malformed> {
        self.charter.check_optional("the charter", NOTE_BYTES_MAX)?;
        check_words(&self.licence, "the licence", LICENCE_BYTES_MAX)?;
        check_language(&self.language)?;
        let in_order = self.roll.is_sorted_by(|first, second| first < second);
        if self.roll.is_empty() || self.roll.len() > ROLL_MAX || !in_order {
            return Err(Malformed::Named("the keepers"));
        }
        let threshold = usize::try_from(self.threshold).unwrap_or(usize::MAX);
        if threshold * 2 <= self.roll.len() || threshold > self.roll.len() {
            return Err(Malformed::Range("the number of keepers who must assent"));
        }
        if self.offices.len() > OFFICES_MAX {
            return Err(Malformed::Named("the offices"));
        }
        let ends = self.offices.iter().map(|it| it.end).chain([self.roll_end]);
        if ends.max().is_some_and(|end| end >= TIME_END) || self.erase_delay_days > 3650 {
            return Err(Malformed::Range("an end or delay"));
        }
        Ok(())
    }
}

/// Founds a commons. Its roll is the founder alone.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Founding {
    /// The rules it is judged under.
    #[n(0)]
    pub rules: u64,
    /// The title.
    #[n(1)]
    pub title: Text,
    /// The question it stands under.
    #[n(2)]
    pub question: Text,
    /// What it begins as.
    #[n(3)]
    pub template: Template,
    /// The first law.
    #[n(4)]
    pub law: Law,
}

impl Say for Founding {
    fn check(&self) -> Result<(), Malformed> {
        self.title.check("the title", SENTENCE_BYTES_MAX)?;
        self.question
            .check_optional("the question", SENTENCE_BYTES_MAX)?;
        self.law.check()?;
        if self.law.roll.len() == 1 {
            Ok(())
        } else {
            Err(Malformed::Named("the keepers"))
        }
    }
}
