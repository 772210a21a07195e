//! One opinion map: what is shared, what divides, who stands where, what to ask next.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_map::lens::common_ground::VOTES_MIN;
use polylogue_map::{Standing, groups};
use polylogue_node::maps::{
    BRIDGING_MIN, Counted, MapOf, OpenMap, Placed, Row, Scrutiny, Who, Why,
};
use polylogue_store::query::{ClaimRow, PersonRef, TargetRow, WithoutRow};

use crate::asked::Asked;
use crate::trouble::Trouble;
use crate::view::Part;

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
    /// Some people who are listed in full.
    pub gathered: Option<Gathered>,
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

/// Some people of a map, listed in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// Who they are.
    pub crowd: Crowd,
    /// All of them by their numbers; in the order of their names, if they are not too many.
    pub people: Vec<usize>,
    /// Which of them are on this page.
    pub part: Part,
}

/// Who can be listed in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// Everybody in a group.
    Group(usize),
    /// Those in no group.
    Unplaced,
    /// Those who stand in one part of a picture where people are drawn together.
    Cell(usize),
    /// Those whom a sign names, by its place in the list.
    Sign(usize),
    /// Those whom moderators leave out.
    Recorded,
}

impl Crowd {
    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Group(group) => format!("group-{group}"),
            Self::Unplaced => "unplaced".to_owned(),
            Self::Cell(cell) => format!("cell-{cell}"),
            Self::Sign(sign) => format!("sign-{sign}"),
            Self::Recorded => "recorded".to_owned(),
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "unplaced" => return Some(Self::Unplaced),
            "recorded" => return Some(Self::Recorded),
            _ => {}
        }
        let (what, number) = name.split_once('-')?;
        let number = number.parse().ok()?;
        match what {
            "group" => Some(Self::Group(number)),
            "cell" => Some(Self::Cell(number)),
            "sign" => Some(Self::Sign(number)),
            _ => None,
        }
    }
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
        /// When it ended.
        to: u64,
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
/// People drawn one by one; more are drawn together by where they stand.
pub const DOTS_MAX: usize = 300;
/// People of a group named before the rest is folded away.
pub const NAMED: usize = 12;
/// People on one page of a list in full.
const GATHERED: usize = 200;
/// People who are put in the order of their names.
const SORTED_MAX: usize = 2_000;
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
        gathered: None,
        placed,
        signs,
        bridging: bridging(&open),
        copies,
        at,
        claims: BTreeMap::new(),
        people: BTreeMap::new(),
        open,
    };
    if let Some(crowd) = Crowd::of_name(asked.query.get("people")).filter(|_| is_page) {
        view.gathered = gathered(asked, &view, crowd)?;
    }
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
    let all = all_signs(looked).into_iter();
    let named = all.flat_map(|it| it.iter().take(NAMED_BY_SIGN));
    let names = names(asked, named.map(|it| open.people[*it]).collect())?;
    let named = |own: &[usize]| -> Vec<PersonRef> {
        let keys = own.iter().take(NAMED_BY_SIGN).map(|it| open.people[*it]);
        let mut named: Vec<PersonRef> = keys.map(|it| named_in(&names, it)).collect();
        named.sort_by_cached_key(|it| by_name(&it.name.words));
        named
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
    let bursts = bursts.map(|it| {
        sign(
            SignOf::Burst {
                from: it.from,
                to: it.to,
            },
            &it.people,
        )
    });
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

/// The people of every sign, in the order in which a page tells the signs.
fn all_signs(signs: &polylogue_node::maps::Signs) -> Vec<&[usize]> {
    let bursts = signs.bursts.iter().map(|it| &it.people[..]);
    let invited = signs.invited.iter().map(|it| &it.people[..]);
    let copies = signs.copies.iter().map(|it| &it.people[..]);
    bursts.chain(invited).chain(copies).collect()
}

/// A list of people in full; none where there are no such people on this map.
fn gathered(asked: &Asked<'_>, view: &MapView, crowd: Crowd) -> Result<Option<Gathered>, Trouble> {
    let all = 0..view.open.people.len();
    let mut people: Vec<usize> = match crowd {
        Crowd::Group(group) => all.filter(|it| view.group_of(*it) == Some(group)).collect(),
        Crowd::Unplaced => all.filter(|it| view.group_of(*it).is_none()).collect(),
        Crowd::Cell(cell) => {
            let picture = crate::page::map::picture::Picture::of(view);
            picture.people_of(view, cell).collect()
        }
        // A sign names people by their numbers on the map of everybody.
        Crowd::Sign(sign) if view.signs.shown == Counted::Everybody => {
            let signs = all_signs(&view.signs.scrutiny.signs);
            signs.get(sign).map(|it| it.to_vec()).unwrap_or_default()
        }
        Crowd::Recorded if view.signs.shown == Counted::Everybody => {
            let left_out = view.signs.scrutiny.left_out(&view.open, Counted::Recorded);
            left_out.into_iter().collect()
        }
        Crowd::Sign(_) | Crowd::Recorded => Vec::new(),
    };
    if people.is_empty() {
        return Ok(None);
    }
    // Of more than that, reading every name takes longer than the order is worth.
    if people.len() <= SORTED_MAX {
        let keys = people.iter().map(|it| view.open.people[*it]);
        let names = names(asked, keys.collect())?;
        let name = |it: &usize| names.get(&view.open.people[*it]);
        people.sort_by_cached_key(|it| by_name(name(it).map_or("", |it| &it.name.words)));
    }
    let part = Part::asked(asked, "from", GATHERED).of(people.len());
    Ok(Some(Gathered {
        crowd,
        people,
        part,
    }))
}

/// By what people are put in order: their names without regard to capitals, and a number at the
/// end by its value.
#[must_use]
pub fn by_name(name: &str) -> (String, u64) {
    let words = name.trim_end_matches(|it: char| it.is_ascii_digit());
    let number = name[words.len()..].parse().unwrap_or(0);
    (words.to_lowercase(), number)
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
            named.extend(own.take(NAMED));
        }
    }
    if let Some(it) = &view.gathered {
        named.extend(&it.people[it.part.places()]);
    }
    let names = names(
        asked,
        named.iter().map(|it| view.open.people[*it]).collect(),
    )?;
    let own = named.into_iter();
    view.people = own
        .map(|it| (it, named_in(&names, view.open.people[it])))
        .collect();
    Ok(())
}

/// The names of some people by key.
pub(crate) fn names(
    asked: &Asked<'_>,
    some: BTreeSet<Key>,
) -> Result<BTreeMap<Key, PersonRef>, Trouble> {
    if some.is_empty() {
        return Ok(BTreeMap::new());
    }
    let people = asked.people()?.iter().filter(|it| some.contains(&it.key));
    let people = people.map(|it| {
        let row = PersonRef {
            key: it.key,
            name: it.name.clone(),
            standing: it.standing,
        };
        (it.key, row)
    });
    let mut named: BTreeMap<Key, PersonRef> = people.collect();
    // Not everybody of a large commons is among those at hand.
    for key in some {
        if let Entry::Vacant(place) = named.entry(key) {
            place.insert(asked.reader()?.person_of_key(&key)?);
        }
    }
    Ok(named)
}

fn named_in(names: &BTreeMap<Key, PersonRef>, key: Key) -> PersonRef {
    names.get(&key).cloned().unwrap_or_else(|| nameless(key))
}

/// Somebody who is not among those whose names are at hand.
pub(crate) fn nameless(key: Key) -> PersonRef {
    PersonRef {
        key,
        name: polylogue_store::query::Words::default(),
        standing: polylogue_store::query::Standing::Member,
    }
}
