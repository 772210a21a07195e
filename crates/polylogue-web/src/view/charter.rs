//! The charter and the proposals to change it.

use polylogue_core::kind::Kind;
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_store::query::{CommonsRow, MinuteRow, Page, PersonRef, Standing};

use super::ALL;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the charter's page shows.
#[derive(Debug, Clone)]
pub struct CharterView {
    /// The commons with the law in force.
    pub commons: CommonsRow,
    /// Proposals that wait for keepers, the latest first.
    pub proposals: Vec<Proposal>,
    /// Members, any of whom may become a keeper.
    pub members: Vec<PersonRef>,
}

/// A proposal.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The proposal as the minutes have it.
    pub row: MinuteRow,
    /// Whether the reader is a keeper whose assent it may wait for.
    pub may_assent: bool,
}

impl CharterView {
    /// The keepers' keys in full, as the form sends them.
    #[must_use]
    pub fn keeper_values(&self) -> Vec<String> {
        self.commons
            .keepers
            .iter()
            .map(|it| it.key.to_string())
            .collect()
    }
}

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<CharterView, Trouble> {
    let reader = asked.reader()?;
    let commons = reader.commons()?;
    let me = asked.me()?;
    let people = asked.people()?.iter();
    let members = people.filter(|it| it.standing == Standing::Member);
    Ok(CharterView {
        proposals: proposals(asked, commons.keepers.iter().any(|it| it.key == me))?,
        members: members
            .map(|it| PersonRef {
                key: it.key,
                name: it.name.clone(),
                standing: it.standing,
            })
            .collect(),
        commons,
    })
}

/// Proposals that wait for assents.
pub(crate) fn proposals(asked: &Asked<'_>, is_keeper: bool) -> Result<Vec<Proposal>, Trouble> {
    let me = asked.me()?;
    let minutes = asked.reader()?.minutes(Page::first(ALL))?;
    let waiting = |row: &MinuteRow| {
        Kind::of(row.kind) == Some(Kind::Resolution)
            && row.verdict == Verdict::Waiting(Wait::Assent)
    };
    let has_assented = |row: &MinuteRow| {
        minutes.iter().any(|it| {
            Kind::of(it.kind) == Some(Kind::Assent)
                && it.said.by.key == me
                && it.about.iter().any(|about| about.id == row.said.id)
        })
    };
    let found = minutes.iter().filter(|it| waiting(it)).map(|row| Proposal {
        may_assent: is_keeper && row.said.by.key != me && !has_assented(row),
        row: row.clone(),
    });
    Ok(found.collect())
}
