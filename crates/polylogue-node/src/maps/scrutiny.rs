//! What a map comes to with and without those whose votes look made to order: for each sign alone,
//! for all of them, without those a moderator leaves out, and with newcomers.
//!
//! The map everybody gets is of every member's vote; nothing here changes it.

use std::collections::BTreeSet;
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_map::polis::Side;
use polylogue_store::Reader;
use polylogue_store::query::WithoutRow;

use super::{MapOf, Maps, OpenMap, Signs, Who};
use crate::refusal::Refusal;

/// Common ground is as sure as this at least (share of agreement in the lowest group).
pub const SURE: f64 = 0.5;
/// Below this bridging score a claim is not said to be held from both ends: the figure of
/// Community Notes.
pub const BRIDGING_MIN: f64 = 0.4;

/// A sort of sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignKind {
    /// The very same answers, or nearly.
    Copies,
    /// First votes within one hour.
    Bursts,
    /// They came in through one person.
    Invited,
}

impl SignKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::Copies, Self::Bursts, Self::Invited];

    /// Its name in addresses, commands and `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Copies => "copies",
            Self::Bursts => "bursts",
            Self::Invited => "invited",
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Whose votes are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Every member's: the map everybody gets.
    Everybody,
    /// Without those a moderator leaves out.
    Recorded,
    /// Without those whom one sort of sign names.
    Without(SignKind),
    /// Without those whom any sign names.
    WithoutAll,
    /// With newcomers, as they are held here.
    WithNewcomers,
}

impl Counted {
    /// Its name in addresses and `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Recorded => "recorded",
            Self::Without(sign) => sign.name(),
            Self::WithoutAll => "signs",
            Self::WithNewcomers => "newcomers",
        }
    }

    /// The one of a name, where it leaves somebody out.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "recorded" => Some(Self::Recorded),
            "signs" => Some(Self::WithoutAll),
            _ => SignKind::of_name(name).map(Self::Without),
        }
    }
}

/// What is found on a map, in claims and people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Claims that are common ground, as sure as that has to be, and whether they are held.
    pub shared: BTreeSet<(usize, bool)>,
    /// Claims that the groups are apart on.
    pub divided: BTreeSet<usize>,
    /// How many people each group has, largest first; one where there is no split.
    pub groups: Vec<usize>,
}

impl Findings {
    fn of(open: &OpenMap) -> Self {
        let results = &open.map.results;
        let sure = results.common_ground.iter().filter(|it| it.lowest > SURE);
        Self {
            shared: sure.map(|it| (it.claim, it.side == Side::Agree)).collect(),
            divided: results.divisions.iter().map(|it| it.claim).collect(),
            groups: open.map.grouping.sizes.clone(),
        }
    }

    /// Claims that are common ground, or are divided, here or there and not in both.
    #[must_use]
    pub fn apart(&self, other: &Self) -> BTreeSet<usize> {
        let shared = self.shared.symmetric_difference(&other.shared);
        let divided = self.divided.symmetric_difference(&other.divided);
        shared.map(|it| it.0).chain(divided.copied()).collect()
    }
}

/// What one way of counting comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whose votes are counted.
    pub counted: Counted,
    /// How many people are left out, or added; with everybody, how many there are.
    pub people: usize,
    /// What is found.
    pub found: Findings,
}

/// A map held against itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Scrutiny {
    /// The signs.
    pub signs: Signs,
    /// Whom moderators leave out, what stands first: several where they knew nothing of each other,
    /// and then whom any of them leaves out is left out.
    pub recorded: Vec<WithoutRow>,
    /// Each way of counting; that of everybody first, and alone where nobody is to be left out.
    pub rows: Vec<Row>,
}

impl Scrutiny {
    /// A map that nobody is to be left out of.
    #[must_use]
    pub fn alone(open: &OpenMap) -> Self {
        Self {
            signs: Signs {
                copies: Vec::new(),
                bursts: Vec::new(),
                invited: Vec::new(),
            },
            recorded: Vec::new(),
            rows: vec![Row {
                counted: Counted::Everybody,
                people: open.people.len(),
                found: Findings::of(open),
            }],
        }
    }

    /// What is found with everybody.
    #[must_use]
    pub fn whole(&self) -> &Findings {
        &self.rows[0].found
    }

    /// Who is left out by a way of counting, by their number on the map.
    #[must_use]
    pub fn left_out(&self, open: &OpenMap, counted: Counted) -> BTreeSet<usize> {
        match counted {
            Counted::Everybody | Counted::WithNewcomers => BTreeSet::new(),
            Counted::Without(sign) => self.signs.people_of(sign),
            Counted::WithoutAll => self.signs.people(),
            Counted::Recorded => {
                let named = self.recorded.iter().flat_map(|it| &it.people);
                let named: BTreeSet<_> = named.collect();
                let numbers = 0..open.people.len();
                let is_named = |it: &usize| named.contains(&open.people[*it]);
                numbers.filter(is_named).collect()
            }
        }
    }
}

impl Maps {
    /// Holds a map against itself; worked out once for each version of it.
    ///
    /// # Errors
    /// As [`Maps::of`].
    pub fn scrutiny(
        &self,
        commons: OperationId,
        reader: &Reader,
        under: Option<OperationId>,
    ) -> Result<Arc<Scrutiny>, Refusal> {
        let open = self.of(commons, reader, MapOf::members(under))?;
        if let Some(known) = open.scrutiny.get() {
            return Ok(Arc::clone(known));
        }
        let mut recorded = reader.counts_without(under)?;
        recorded.retain(|it| !it.people.is_empty());
        let mut scrutiny = Scrutiny {
            signs: open.signs(&reader.first_votes(under)?, &reader.let_in_by()?),
            recorded,
            ..Scrutiny::alone(&open)
        };
        let singly = SignKind::ALL.into_iter().map(Counted::Without);
        let ways = [Counted::Recorded].into_iter().chain(singly);
        let mut told = Vec::new();
        for counted in ways.chain([Counted::WithoutAll]) {
            let out = scrutiny.left_out(&open, counted);
            // Where one sort of sign names everybody that any does, all together says nothing new.
            let is_known = counted == Counted::WithoutAll && told.contains(&out);
            if out.is_empty() || is_known {
                continue;
            }
            scrutiny.rows.push(Row {
                counted,
                people: out.len(),
                found: Findings::of(&open.without(&out)?),
            });
            if counted != Counted::Recorded {
                told.push(out);
            }
        }
        if open.left_out.votes > 0 {
            let who = Who::NewcomersToo;
            let more = self.of(commons, reader, MapOf { under, who })?;
            scrutiny.rows.push(Row {
                counted: Counted::WithNewcomers,
                people: open.left_out.people,
                found: Findings::of(&more),
            });
        }
        Ok(Arc::clone(open.scrutiny.get_or_init(|| Arc::new(scrutiny))))
    }
}
