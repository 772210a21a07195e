//! What a document was, and what changed it. Pure: acts in, versions and changes out.
//!
//! An *act* is whatever writes in a document: its beginning, its lines, later words, places,
//! strikes and clauses, and the changes that close a save ([`What::Change`]). A **version** says
//! for every signing key up to which of its acts the document is read; the version at an act is
//! the least one that holds the act, whatever its acts name, and whatever the same keys wrote
//! before. So it is a function of what the act names, the same on every peer, and what comes late
//! from elsewhere does not change it.
//!
//! A **change** is the acts of one save. Acts that no save closes (of older versions, or brought
//! in) are gathered while one key wrote them one right after another. Changes are told in order of
//! what names what, then claimed time, then id.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use polylogue_core::id::OperationId;

use crate::query::LineRow;

/// Acts of one key that no save closes belong together while they are at most this far apart.
const TOGETHER_SECONDS: i64 = 60;

/// What an act does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Begins the document.
    Begun,
    /// Adds a line.
    Added,
    /// Words the line anew whose adding stands at this place among the acts.
    Worded(usize),
    /// Places a line.
    Placed(usize),
    /// Strikes a line, or lets it stand again.
    Struck(usize),
    /// Says as data what a line says.
    Said(usize),
    /// Closes a save that began with this counter of the same key; nothing: none of its acts is
    /// here.
    Change(Option<i64>),
}

/// One act, by numbers.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its id.
    pub id: OperationId,
    /// Its number in the log here.
    pub n: i64,
    /// The number of the key that signed it.
    pub key: i64,
    /// The author's count.
    pub counter: i64,
    /// Claimed time, seconds.
    pub time: i64,
    /// What it does.
    pub what: What,
    /// Acts it names, by place.
    pub names: Vec<usize>,
    /// Of these, writes of its own register that it replaces.
    pub replaces: Vec<usize>,
}

/// Up to which act of every key a document is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Version(BTreeMap<i64, i64>);

impl Version {
    /// Whether it holds an act.
    #[must_use]
    pub fn has(&self, act: &Act) -> bool {
        self.0.get(&act.key).is_some_and(|it| act.counter <= *it)
    }
}

/// The acts of one save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The act that is its address: what closes it, else the last of its acts.
    pub at: usize,
    /// Its acts, in their author's order, without what closes it.
    pub acts: Vec<usize>,
}

/// A line as it stands in a version, by places among the acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineState {
    /// The act that adds it.
    pub line: usize,
    /// Its wordings that nothing replaces, the one that counts first; the line itself last, where
    /// its first wording stands.
    pub wordings: Vec<usize>,
    /// What places it; nothing: where it was added.
    pub place: Option<usize>,
    /// Writes that say whether it is struck and that nothing replaces.
    pub struck: Vec<usize>,
    /// What it says as data, what counts first.
    pub clauses: Vec<usize>,
}

/// Every act of one document.
#[derive(Debug, Clone, Default)]
pub struct Log {
    acts: Vec<Act>,
    by_key: BTreeMap<i64, Vec<usize>>,
    by_id: BTreeMap<OperationId, usize>,
}

impl Log {
    /// A log of acts, in any order.
    #[must_use]
    pub fn of(acts: Vec<Act>) -> Self {
        let mut by_key: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for (place, act) in acts.iter().enumerate() {
            by_key.entry(act.key).or_default().push(place);
        }
        for places in by_key.values_mut() {
            places.sort_by_key(|it| (acts[*it].counter, acts[*it].id));
        }
        let by_id = acts.iter().enumerate().map(|(n, it)| (it.id, n)).collect();
        Self {
            acts,
            by_key,
            by_id,
        }
    }

    /// Its acts.
    #[must_use]
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    /// The place of an act.
    #[must_use]
    pub fn place(&self, id: &OperationId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Everything that is here.
    #[must_use]
    pub fn everything(&self) -> Version {
        let highest = |places: &Vec<usize>| places.iter().map(|it| self.acts[*it].counter).max();
        let all = self.by_key.iter();
        Version(
            all.filter_map(|(key, it)| Some((*key, highest(it)?)))
                .collect(),
        )
    }

    /// The version at an act.
    #[must_use]
    pub fn at(&self, act: usize) -> Version {
        self.closed(vec![act], Version::default())
    }

    /// What stood when a change was made.
    #[must_use]
    pub fn before(&self, change: &Change) -> Version {
        let own: BTreeSet<usize> = change.acts.iter().copied().chain([change.at]).collect();
        let named = own.iter().flat_map(|it| &self.acts[*it].names);
        let mut open: Vec<usize> = named.copied().filter(|it| !own.contains(it)).collect();
        let first = own.iter().map(|it| self.acts[*it].counter).min();
        let key = self.acts[change.at].key;
        let earlier = self.by_key.get(&key).into_iter().flatten().copied();
        open.extend(earlier.filter(|it| Some(self.acts[*it].counter) < first));
        self.closed(open, Version::default())
    }

    /// The least version that holds these acts and what they name in turn.
    fn closed(&self, mut open: Vec<usize>, mut version: Version) -> Version {
        while let Some(place) = open.pop() {
            let act = &self.acts[place];
            let upto = version.0.get(&act.key).copied();
            if upto.is_some_and(|it| it >= act.counter) {
                continue;
            }
            version.0.insert(act.key, act.counter);
            let places = self.by_key.get(&act.key).map_or(&[][..], Vec::as_slice);
            let from = places.partition_point(|it| Some(self.acts[*it].counter) <= upto);
            let fresh = places[from..].iter().map(|it| &self.acts[*it]);
            let fresh = fresh.take_while(|it| it.counter <= act.counter);
            open.extend(fresh.flat_map(|it| it.names.iter().copied()));
        }
        version
    }

    /// Every change, the earliest first.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for places in self.by_key.values() {
            self.changes_of(places, &mut changes);
        }
        self.in_order(changes)
    }

    /// The changes of one key.
    fn changes_of(&self, places: &[usize], into: &mut Vec<Change>) {
        let mut open: Vec<usize> = Vec::new();
        for place in places {
            let act = &self.acts[*place];
            let What::Change(first) = act.what else {
                open.push(*place);
                continue;
            };
            let first = first.unwrap_or(act.counter);
            let from = open.partition_point(|it| self.acts[*it].counter < first);
            let acts = open.split_off(from);
            self.gathered(&open, into);
            open.clear();
            into.push(Change { at: *place, acts });
        }
        self.gathered(&open, into);
    }

    /// Acts that no save closes.
    fn gathered(&self, places: &[usize], into: &mut Vec<Change>) {
        let mut acts: Vec<usize> = Vec::new();
        for place in places {
            let follows = acts.last().is_some_and(|last| {
                let (before, now) = (&self.acts[*last], &self.acts[*place]);
                before.counter + 1 == now.counter && (now.time - before.time) <= TOGETHER_SECONDS
            });
            if !follows && let Some(at) = acts.last().copied() {
                let acts = std::mem::take(&mut acts);
                into.push(Change { at, acts });
            }
            acts.push(*place);
        }
        if let Some(at) = acts.last().copied() {
            into.push(Change { at, acts });
        }
    }

    /// Changes in order of what names what, then claimed time, then id. Names that make a circle
    /// (only somebody's own program could sign them) are passed over at the earliest.
    fn in_order(&self, changes: Vec<Change>) -> Vec<Change> {
        let mut owner = vec![usize::MAX; self.acts.len()];
        for (index, change) in changes.iter().enumerate() {
            for place in change.acts.iter().chain([&change.at]) {
                owner[*place] = index;
            }
        }
        let mut waits: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); changes.len()];
        let mut then: Vec<Vec<usize>> = vec![Vec::new(); changes.len()];
        let mut last: BTreeMap<i64, usize> = BTreeMap::new();
        for (index, change) in changes.iter().enumerate() {
            let named = change.acts.iter().chain([&change.at]);
            let named = named.flat_map(|it| self.acts[*it].names.iter());
            let mut earlier: BTreeSet<usize> = named.map(|it| owner[*it]).collect();
            // The changes of one key come in its own order.
            earlier.extend(last.insert(self.acts[change.at].key, index));
            earlier.remove(&index);
            for it in &earlier {
                then[*it].push(index);
            }
            waits[index] = earlier;
        }
        let rank = |index: usize| {
            let act = &self.acts[changes[index].at];
            Reverse((act.time, act.id, index))
        };
        let ranks: Vec<_> = (0..changes.len()).map(rank).collect();
        // The earliest is last, to be taken where all that is left waits for each other.
        let mut by_rank = ranks.clone();
        by_rank.sort_unstable();
        let is_first = |index: &usize| waits[*index].is_empty();
        let first = (0..changes.len()).filter(is_first);
        let mut open: BinaryHeap<_> = first.map(|it| ranks[it]).collect();
        let mut changes: Vec<Option<Change>> = changes.into_iter().map(Some).collect();
        let mut order = Vec::with_capacity(changes.len());
        while let Some(Reverse((_, _, index))) = open.pop().or_else(|| by_rank.pop()) {
            let Some(change) = changes[index].take() else {
                continue;
            };
            order.push(change);
            for follower in std::mem::take(&mut then[index]) {
                waits[follower].remove(&index);
                if waits[follower].is_empty() {
                    open.push(ranks[follower]);
                }
            }
        }
        order
    }

    /// What nothing here names yet: what the next change of the document comes after. Of acts that
    /// no change holds, the last of each key is enough.
    #[must_use]
    pub fn heads(&self) -> Vec<OperationId> {
        let mut held = Version::default();
        let mut heads = Vec::new();
        for change in self.changes().iter().rev() {
            if !held.has(&self.acts[change.at]) {
                heads.push(self.acts[change.at].id);
                held = self.closed(vec![change.at], held);
            }
        }
        heads
    }

    /// The lines of a version, in no order.
    #[must_use]
    pub fn lines(&self, version: &Version) -> Vec<LineState> {
        self.lines_that(version, |_| true)
    }

    /// As [`Log::lines`], only those that the acts at these places add.
    #[must_use]
    pub fn lines_among(&self, version: &Version, lines: &BTreeSet<usize>) -> Vec<LineState> {
        self.lines_that(version, |it| lines.contains(&it))
    }

    fn lines_that(&self, version: &Version, is_wanted: impl Fn(usize) -> bool) -> Vec<LineState> {
        let mut states: BTreeMap<usize, [Vec<usize>; 4]> = BTreeMap::new();
        let mut replaced = vec![false; self.acts.len()];
        for (place, act) in self.acts.iter().enumerate() {
            if !version.has(act) {
                continue;
            }
            let (line, register) = match act.what {
                What::Added => {
                    if is_wanted(place) {
                        states.entry(place).or_default();
                    }
                    continue;
                }
                what => match register_of(what) {
                    Some(of) => of,
                    None => continue,
                },
            };
            if is_wanted(line) {
                states.entry(line).or_default()[register].push(place);
            }
            // A strike names the wordings its author saw, and replaces none of them; the line
            // itself is named for its first place as for its first words.
            for it in &act.replaces {
                let named = self.acts[*it].what;
                let of = register_of(named).map_or(0, |(_, it)| it);
                replaced[*it] |= *it != place && register == of;
            }
        }
        let stands = |it: &usize| version.has(&self.acts[*it]);
        let lines = states.into_iter().filter(|(line, _)| stands(line));
        lines
            .map(|(line, writes)| {
                let [texts, places, struck, clauses] =
                    writes.map(|it| self.standing(it, &replaced));
                let mut wordings = texts;
                if wordings.is_empty() || !replaced[line] {
                    wordings.push(line);
                }
                LineState {
                    line,
                    wordings,
                    place: places.first().copied(),
                    struck,
                    clauses,
                }
            })
            .collect()
    }

    /// Of the writes of one register those that nothing replaces: the one that counts first, then
    /// the others in order of (counter, id).
    fn standing(&self, mut writes: Vec<usize>, replaced: &[bool]) -> Vec<usize> {
        writes.retain(|it| !replaced[*it]);
        writes.sort_by_key(|it| (self.acts[*it].counter, self.acts[*it].id));
        if let Some(highest) = writes.pop() {
            writes.insert(0, highest);
        }
        writes
    }
}

/// The line that an act writes of, and which of its registers: words, place, struck, said as data.
fn register_of(what: What) -> Option<(usize, usize)> {
    match what {
        What::Begun | What::Added | What::Change(_) => None,
        What::Worded(line) => Some((line, 0)),
        What::Placed(line) => Some((line, 1)),
        What::Struck(line) => Some((line, 2)),
        What::Said(line) => Some((line, 3)),
    }
}

/// What became of one line between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDifference {
    /// The line before; none: it was not there.
    pub before: Option<LineRow>,
    /// The line after; none: it is not there.
    pub after: Option<LineRow>,
}

impl LineDifference {
    /// The line as it can be shown: after, else before.
    #[must_use]
    pub fn row(&self) -> Option<&LineRow> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Whether it stood before, and whether it stands after.
    #[must_use]
    pub fn stands(&self) -> (bool, bool) {
        let stands = |it: &Option<LineRow>| it.as_ref().is_some_and(|it| !it.is_struck);
        (stands(&self.before), stands(&self.after))
    }

    /// Whether both stand, at different places.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.place != after.place,
            _ => false,
        }
    }
}

/// The lines that differ between two versions, both in order of place, in the order of the second;
/// what went stands where it stood.
#[must_use]
pub fn differences(before: Vec<LineRow>, after: Vec<LineRow>) -> Vec<LineDifference> {
    let mut old: BTreeMap<OperationId, LineRow> =
        before.into_iter().map(|it| (it.said.id, it)).collect();
    let mut all: Vec<LineDifference> = Vec::new();
    for row in after {
        let before = old.remove(&row.said.id);
        if before.as_ref() != Some(&row) {
            let after = Some(row);
            all.push(LineDifference { before, after });
        }
    }
    let gone = old.into_values().map(|it| LineDifference {
        before: Some(it),
        after: None,
    });
    all.extend(gone);
    all.retain(|it| it.stands() != (false, false));
    all.sort_by(|first, second| {
        let place = |it: &LineDifference| it.row().map(|it| (it.place.clone(), it.said.id));
        place(first).cmp(&place(second))
    });
    all
}
