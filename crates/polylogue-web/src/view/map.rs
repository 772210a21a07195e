//! One opinion map: what is shared, what divides, who stands where, what to ask next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_map::lens::common_ground::VOTES_MIN;
use polylogue_map::{Standing, groups};
use polylogue_node::maps::{Counted, MapOf, OpenMap, Placed, Row, Scrutiny, Who, Why};
use polylogue_store::query::{ClaimRow, PersonRef, TargetRow, WithoutRow};

use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of a map shows.
#[derive(Debug)]
pub struct MapView {
    /// The question or dialogue it is of; none: claims under nothing.
    pub of: Option<TargetRow>,
    /// What stands for it in addresses: the question, the dialogue, or the commons.
    pub id: OperationId,
    /// Whose votes are in it.
    pub who: Who,
    /// The map.
    pub open: Arc<OpenMap>,
    /// The claims the page names, by number.
    pub claims: BTreeMap<usize, ClaimRow>,
    /// The people the page names, by number.
    pub people: BTreeMap<usize, PersonRef>,
    /// The reader's number, if they have voted here.
    pub me: Option<usize>,
    /// Where the reader sits.
    pub seat: Option<super::seat::Seat>,
    /// Perspectives that hold or refuse some of its claims.
    pub placed: Vec<Placed>,
    /// For each of these the people who have spoken from within it, by number.
    pub voices: Vec<Vec<usize>>,
    /// What to ask next, and why.
    pub next: Vec<(usize, Why)>,
    /// Claims on which some group has too few votes to say anything, fewest first.
    pub unknown: Vec<usize>,
    /// Somebody whose dot was opened.
    pub chosen: Option<usize>,
    /// A part of the picture that was opened, where people are drawn together.
    pub cell: Option<usize>,
    /// Signs that votes were made to order.
    pub signs: Signs,
    /// Claims that people agree with wherever they stand, highest score first.
    pub bridging: Vec<(usize, f64)>,
    /// Other copies of the same question or dialogue, brought in by others.
    pub copies: Vec<OperationId>,
    /// What ids of its parts begin with; empty on its own page. Elsewhere it shows no reader's
    /// place, and its links lead to its page.
    pub at: String,
}

/// Signs that votes were made to order, and what they bear on.
#[derive(Debug, Clone, PartialEq)]
pub struct Signs {
    /// Each sign.
    pub found: Vec<Sign>,
    /// The map of everybody held against itself.
    pub scrutiny: Arc<Scrutiny>,
    /// For each way of counting the claims that are found otherwise than with everybody.
    pub apart: Vec<Vec<usize>>,
    /// Which of them is shown.
    pub shown: Counted,
    /// How many people the map shown leaves out.
    pub left_out: usize,
    /// Whether the reader is among those a moderator leaves out.
    pub is_me_left_out: bool,
}

impl Signs {
    /// No sign, and nobody left out.
    #[must_use]
    pub fn none(open: &OpenMap) -> Self {
        Self {
            found: Vec::new(),
            scrutiny: Arc::new(Scrutiny::alone(open)),
            apart: vec![Vec::new()],
            shown: Counted::Everybody,
            left_out: 0,
            is_me_left_out: false,
        }
    }

    /// Whom moderators leave out, each with a reason, and what that comes to together; none where
    /// they leave nobody out who is on the map.
    #[must_use]
    pub fn recorded(&self) -> Option<(&[WithoutRow], &Row)> {
        let rows = &self.scrutiny.rows;
        let row = rows.iter().find(|it| it.counted == Counted::Recorded)?;
        Some((&self.scrutiny.recorded, row))
    }
}

/// One sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// What it is.
    pub what: SignOf,
    /// How many people it names.
    pub count: usize,
    /// Some of them by name.
    pub people: Vec<PersonRef>,
}

/// What a sign is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SignOf {
    /// The very same answers, or nearly.
    Copies {
        /// To how many claims.
        claims: usize,
        /// By how many answers they differ at most.
        differ: usize,
        /// How many people would be expected to give them.
        expected: f64,
    },
    /// They came in through one person.
    Invited(Key),
    /// First votes within an hour.
    Burst {
        /// When it began (claimed seconds).
        from: u64,
    },
}

/// Claims of a list that a page names; the table has all.
pub const LISTED: usize = 30;
/// Claims whose votes themselves are shown where few have voted.
pub const OF_FEW: usize = 100;
/// Signs that a page tells one by one: equal votes come last, the largest sets first.
pub const SIGNS_TOLD: usize = 12;
/// People of a sign who are named.
const NAMED_BY_SIGN: usize = 6;
/// Claims that set a group apart which a page names.
pub const TELLING: usize = 5;
/// Claims with the highest bridging scores which a page names.
const BRIDGING: usize = 5;
/// Below this score a claim is not said to be held from both ends: the figure of Community Notes.
const BRIDGING_MIN: f64 = 0.4;
/// People drawn one by one; more are drawn together by where they stand.
pub const DOTS_MAX: usize = 300;
/// People of a group named before the rest is folded away.
pub const NAMED: usize = 12;
/// People of a group or a part of the picture who are named at all.
pub const NAMED_MAX: usize = 100;
/// Claims shown to one reader as worth asking.
const NEXT: usize = 5;
/// Claims that say what the third direction is made of.
pub const THIRD: usize = 5;
/// Claims named that are found otherwise when some people are left out.
pub const APART: usize = 3;
/// Votes of one person that are shown as the reasons of their place.
pub const VOTES_SHOWN: usize = 60;

/// Reads the view.
///
/// # Errors
/// [`Trouble::NotFound`] if nothing is put under what the address names, or a [`Trouble`] if it
/// cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<MapView, Trouble> {
    read(asked, named(asked)?, String::new())
}

/// Reads the map of a thing as a figure of a document, where ids begin with `at`.
///
/// # Errors
/// As [`load`].
pub fn load_of(asked: &Asked<'_>, id: OperationId, at: &str) -> Result<MapView, Trouble> {
    let of = (id != asked.commons()?).then(|| super::target(asked, &id));
    read(asked, (id, of.transpose()?), at.to_owned())
}

fn read(
    asked: &Asked<'_>,
    (id, of): (OperationId, Option<TargetRow>),
    at: String,
) -> Result<MapView, Trouble> {
    let is_page = at.is_empty();
    let who = if is_page { who(asked) } else { Who::Members };
    let under = of.as_ref().map(|it| it.id);
    let open = opened(asked, MapOf { under, who })?;
    if open.claims.is_empty() {
        return Err(Trouble::NotFound);
    }
    let (signs, without) = signs(asked, under, is_page)?;
    let open = without.unwrap_or(open);
    let stances = asked.reader()?.stances(under)?;
    let mut placed = open.placed(&stances)?;
    let chips = &asked.here()?.chips;
    placed.sort_by_key(|it| chips.get(&it.perspective).map(|chip| chip.mark));
    let me = asked.me()?;
    let chosen = match asked.query.given("who").filter(|_| is_page) {
        Some(digits) => person_of(asked, digits)?.and_then(|key| open.person(&key)),
        None => None,
    };
    let next = open.by_priority().into_iter().take(NEXT);
    let copies = match under {
        Some(under) => asked.reader()?.copies_of(under)?,
        None => Vec::new(),
    };
    let mut view = MapView {
        id,
        of,
        who,
        me: open.person(&me).filter(|_| is_page),
        seat: if is_page {
            super::seat::of(asked, id, &open, &placed)?
        } else {
            None
        },
        voices: voices(asked, &open, &placed)?,
        next: next.map(|it| (it, open.why(it))).collect(),
        unknown: unknown(&open),
        chosen,
        cell: asked
            .query
            .number("cell")
            .filter(|_| is_page)
            .and_then(|it| usize::try_from(it).ok()),
        placed,
        signs,
        bridging: bridging(&open),
        copies,
        at,
        claims: BTreeMap::new(),
        people: BTreeMap::new(),
        open,
    };
    name_claims(asked, &mut view)?;
    name_people(asked, &mut view)?;
    Ok(view)
}

/// What the address names: its id, and the question or dialogue unless it is the commons itself.
pub(crate) fn named(asked: &Asked<'_>) -> Result<(OperationId, Option<TargetRow>), Trouble> {
    let id = asked.thing()?;
    let of = (id != asked.commons()?).then(|| super::target(asked, &id));
    Ok((id, of.transpose()?))
}

/// Whose votes the address asks for.
pub(crate) fn who(asked: &Asked<'_>) -> Who {
    if asked.query.get("with") == "newcomers" {
        Who::NewcomersToo
    } else {
        Who::Members
    }
}

/// A map of the commons asked for.
pub(crate) fn opened(asked: &Asked<'_>, of: MapOf) -> Result<Arc<OpenMap>, Trouble> {
    asked.map(of)
}

fn person_of(asked: &Asked<'_>, digits: &str) -> Result<Option<Key>, Trouble> {
    let is_key =
        (8..=64).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_hexdigit());
    if !is_key {
        return Ok(None);
    }
    let found = asked
        .reader()?
        .people_of_digits(&digits.to_ascii_lowercase())?;
    Ok(found.first().copied().filter(|_| found.len() == 1))
}

/// Looks for signs that votes were made to order; gives the map without those people where it is
/// asked for.
fn signs(
    asked: &Asked<'_>,
    under: Option<OperationId>,
    is_page: bool,
) -> Result<(Signs, Option<Arc<OpenMap>>), Trouble> {
    let open = opened(asked, MapOf::members(under))?;
    let scrutiny = asked.scrutiny(under)?;
    let looked = &scrutiny.signs;
    let names = if looked.people().is_empty() {
        BTreeMap::new()
    } else {
        names(asked)?
    };
    let named = |own: &[usize]| -> Vec<PersonRef> {
        let keys = own.iter().take(NAMED_BY_SIGN).map(|it| open.people[*it]);
        keys.map(|it| names.get(&it).cloned().unwrap_or_else(|| nameless(it)))
            .collect()
    };
    let sign = |what: SignOf, own: &[usize]| Sign {
        what,
        count: own.len(),
        people: named(own),
    };
    let copies = looked.copies.iter().map(|it| {
        let what = SignOf::Copies {
            claims: it.claims,
            differ: it.differ,
            expected: it.expected,
        };
        sign(what, &it.people)
    });
    let bursts = looked.bursts.iter();
    let bursts = bursts.map(|it| sign(SignOf::Burst { from: it.from }, &it.people));
    let invited = looked.invited.iter();
    let invited = invited.map(|it| sign(SignOf::Invited(it.by), &it.people));
    let asked_for = Counted::of_name(asked.query.get("without")).filter(|_| is_page);
    let out = asked_for.map(|it| scrutiny.left_out(&open, it));
    let out = out.filter(|it| !it.is_empty());
    let without = out.as_ref().map(|it| open.without(it)).transpose()?;
    let me = open.person(&asked.me()?);
    let recorded = scrutiny.left_out(&open, Counted::Recorded);
    let whole = scrutiny.whole();
    let apart = scrutiny.rows.iter().map(|it| whole.apart(&it.found));
    let signs = Signs {
        found: bursts.chain(invited).chain(copies).collect(),
        apart: apart.map(|it| it.into_iter().collect()).collect(),
        shown: asked_for
            .filter(|_| out.is_some())
            .unwrap_or(Counted::Everybody),
        left_out: out.as_ref().map_or(0, BTreeSet::len),
        is_me_left_out: is_page && me.is_some_and(|it| recorded.contains(&it)),
        scrutiny,
    };
    Ok((signs, without.map(Arc::new)))
}

/// The people on the map who have spoken from within each perspective.
fn voices(
    asked: &Asked<'_>,
    open: &OpenMap,
    placed: &[Placed],
) -> Result<Vec<Vec<usize>>, Trouble> {
    if placed.is_empty() {
        return Ok(Vec::new());
    }
    let all = asked.reader()?.voices_within()?;
    let of = |placed: &Placed| {
        let own = all.iter().filter(|(it, _)| *it == placed.perspective);
        own.filter_map(|(_, key)| open.person(key)).collect()
    };
    Ok(placed.iter().map(of).collect())
}

/// The claims with the highest bridging scores, among those with votes enough.
fn bridging(open: &OpenMap) -> Vec<(usize, f64)> {
    if open.people.len() < groups::PEOPLE_MIN {
        return Vec::new();
    }
    let counts = &open.map.results.counts;
    let scores = open.bridging().scores.iter().copied().enumerate();
    let is_told = |it: &(usize, f64)| {
        it.1 >= BRIDGING_MIN
            && open.standing[it.0] == Standing::Shown
            && counts[it.0].seen() >= VOTES_MIN
    };
    let mut found: Vec<(usize, f64)> = scores.filter(is_told).collect();
    found.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
    found.truncate(BRIDGING);
    found
}

/// Claims on which some group has too few votes to say anything, those with the fewest first.
fn unknown(open: &OpenMap) -> Vec<usize> {
    let results = &open.map.results;
    let votes = |claim: &usize| {
        let by_group = results.by_group.iter().map(|it| it[*claim].seen());
        by_group.min().unwrap_or(results.counts[*claim].seen())
    };
    let claims = 0..open.claims.len();
    let mut unknown: Vec<usize> = claims
        .filter(|it| open.standing[*it] == Standing::Shown && votes(it) < VOTES_MIN)
        .collect();
    unknown.sort_by_key(|it| (votes(it), results.counts[*it].seen(), *it));
    unknown
}

impl MapView {
    /// Whether so few people have voted that the votes themselves are shown.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.open.people.len() < groups::PEOPLE_MIN
    }

    /// Whether people are told apart into groups.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.open.map.grouping.count() > 1
    }

    /// The group somebody is in, where there are groups.
    #[must_use]
    pub fn group_of(&self, person: usize) -> Option<usize> {
        let group = self.open.map.grouping.group_of[person].map(usize::from);
        group.filter(|_| self.has_groups())
    }
}

/// Reads the words of the claims that the page names.
fn name_claims(asked: &Asked<'_>, view: &mut MapView) -> Result<(), Trouble> {
    let results = &view.open.map.results;
    let mut named: BTreeSet<usize> = BTreeSet::new();
    if view.is_small() {
        named.extend((0..view.open.claims.len()).take(OF_FEW));
    }
    named.extend(results.common_ground.iter().take(LISTED).map(|it| it.claim));
    named.extend(results.divisions.iter().take(LISTED).map(|it| it.claim));
    for list in &results.telling {
        named.extend(list.iter().take(TELLING).map(|it| it.claim));
    }
    named.extend(view.next.iter().map(|(it, _)| *it));
    named.extend(view.signs.apart.iter().flat_map(|it| it.iter().take(APART)));
    named.extend(view.bridging.iter().map(|(it, _)| *it));
    let axes = &view.open.map.axes;
    if axes.has_third() {
        named.extend(axes.made_of(2, THIRD).iter().map(|it| it.0));
    }
    named.extend(view.unknown.iter().take(LISTED));
    for apart in view.open.apart(&view.placed) {
        named.extend(apart.reasons.iter().map(|it| it.0));
    }
    if let Some(person) = view.chosen {
        let own = view.open.ballots.votes_of(person).take(VOTES_SHOWN);
        named.extend(own.map(|it| it.0));
    }
    let numbers: Vec<usize> = named.into_iter().collect();
    view.claims = claims(asked, &view.open, &numbers)?;
    Ok(())
}

/// The rows of claims by their numbers on a map.
pub(crate) fn claims(
    asked: &Asked<'_>,
    open: &OpenMap,
    numbers: &[usize],
) -> Result<BTreeMap<usize, ClaimRow>, Trouble> {
    let ids: Vec<OperationId> = numbers.iter().map(|it| open.claims[*it]).collect();
    let rows = asked.reader()?.claims_named(&ids)?;
    let rows = rows
        .into_iter()
        .filter_map(|it| Some((open.claim(&it.said.id)?, it)));
    Ok(rows.collect())
}

/// Reads the names of the people that the page names.
fn name_people(asked: &Asked<'_>, view: &mut MapView) -> Result<(), Trouble> {
    let all = view.open.people.len();
    let mut named: BTreeSet<usize> = view.chosen.into_iter().collect();
    named.extend(view.voices.iter().flatten());
    if all <= DOTS_MAX {
        named.extend(0..all);
    } else {
        for group in 0..view.open.map.grouping.count() {
            let own = (0..all).filter(|it| view.group_of(*it) == Some(group));
            named.extend(own.take(NAMED_MAX));
        }
        if let Some(cell) = view.cell {
            let shape = crate::page::map::picture::Picture::of(view);
            named.extend(shape.people_of(view, cell).take(NAMED_MAX));
        }
    }
    let names = names(asked)?;
    let own = named.into_iter().map(|it| {
        let key = view.open.people[it];
        (
            it,
            names.get(&key).cloned().unwrap_or_else(|| nameless(key)),
        )
    });
    view.people = own.collect();
    Ok(())
}

/// Everybody's name by key.
pub(crate) fn names(asked: &Asked<'_>) -> Result<BTreeMap<Key, PersonRef>, Trouble> {
    let people = asked.people()?.iter().map(|it| {
        let row = PersonRef {
            key: it.key,
            name: it.name.clone(),
            standing: it.standing,
        };
        (it.key, row)
    });
    Ok(people.collect())
}

/// Somebody who is not among those whose names are at hand.
pub(crate) fn nameless(key: Key) -> PersonRef {
    PersonRef {
        key,
        name: polylogue_store::query::Words::default(),
        standing: polylogue_store::query::Standing::Member,
    }
}
