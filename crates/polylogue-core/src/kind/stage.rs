//! A stage of a process: what it is for, from when until when, and who answers for it.

use minicbor::{Decode, Encode};

use crate::id::Key;
use crate::kind::{Malformed, Say, check_listed};
use crate::limits::{NEEDS_MAX, NOTE_BYTES_MAX, SENTENCE_BYTES_MAX, TIME_END};
use crate::text::Text;

/// What is said of a stage; replaced whole when it changes.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Plan {
    /// Its name.
    #[n(0)]
    pub name: Text,
    /// What it is for.
    #[n(1)]
    pub purpose: Text,
    /// What it needs to be finished, in words a person judges.
    #[n(2)]
    pub needs: Vec<Text>,
    /// What it needs that can be counted: numbers of checks. Numbers of a newer version are kept.
    #[n(3)]
    pub checks: Vec<u16>,
    /// When it begins (seconds).
    #[n(4)]
    pub from: Option<u64>,
    /// When it is to be done (seconds).
    #[n(5)]
    pub until: Option<u64>,
    /// The root key of who answers for it.
    #[n(6)]
    pub responsible: Option<Key>,
    /// Its place among the stages, from 1.
    #[n(7)]
    pub place: u32,
}

impl Plan {
    pub(super) fn check(&self) -> Result<(), Malformed> {
        self.name.check("the name", SENTENCE_BYTES_MAX)?;
        self.purpose.check_optional("the purpose", NOTE_BYTES_MAX)?;
        if self.needs.len() > NEEDS_MAX {
            return Err(Malformed::Named("the needs"));
        }
        let mut needs = self.needs.iter();
        needs.try_for_each(|it| it.check("the need", SENTENCE_BYTES_MAX))?;
        check_listed(&self.checks, "the checks", NEEDS_MAX)?;
        let ends = self.from.into_iter().chain(self.until);
        if ends.max().is_some_and(|it| it >= TIME_END) {
            return Err(Malformed::Range("a date"));
        }
        match (self.from, self.until) {
            (Some(from), Some(until)) if until < from => Err(Malformed::Range("the end")),
            _ => Ok(()),
        }
    }
}

/// Adds a stage.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Stage {
    /// What it is.
    #[n(0)]
    pub plan: Plan,
}

impl Say for Stage {
    fn check(&self) -> Result<(), Malformed> {
        self.plan.check()
    }
}
