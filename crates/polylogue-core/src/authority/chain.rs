//! Layers 2 and 3: one chain of law from the founding, and the offices it gives.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::past::Logs;
use super::person::Persons;
use super::proposal::{Proposal, Proposals, Said};
use super::{Act, Input, narrowed, power_of};
use crate::header::Header;
use crate::id::{Key, OperationId};
use crate::kind::{Admission, Body, Law, OfficeKind, Power};
use crate::limits::RULES_VERSION;
use crate::verdict::{Reason, Verdict, Wait};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    /// From the founding on.
    ids: Vec<OperationId>,
    laws: Vec<Law>,
    /// The founding and every resolution that comes from it → the place on the chain of itself, or
    /// of the nearest before it that is on it.
    places: BTreeMap<OperationId, usize>,
    /// Resolutions that come from nothing that is here → what they wait for.
    unplaced: BTreeMap<OperationId, OperationId>,
    /// Holder and power → place on the chain of the latest resolution that ended it, and what
    /// still counts.
    ended: BTreeMap<(Key, Power), Ending>,
    /// The last place whose law lets nobody vouch.
    silent: Option<usize>,
    /// Vouches that keep counting → the last place whose resolution says so.
    kept_vouches: BTreeMap<OperationId, usize>,
    double_assents: BTreeSet<(Key, OperationId)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) place: usize,
    pub(super) past: BTreeSet<OperationId>,
    /// What the resolution names: heads, and of a membership the admission that restores it.
    pub(super) named: BTreeSet<OperationId>,
}

/// What an act under an office is about, for an office that is for one dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// What it says is not here yet, or is no longer.
    Unknown,
    /// The whole commons.
    Commons,
    /// What stands in this dialogue.
    Dialogue(OperationId),
}

/// An operation that needs an office.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed<'a> {
    pub(super) id: &'a OperationId,
    pub(super) header: &'a Header,
    pub(super) within: Within,
}

impl Chain {
    pub(super) fn judge(
        input: &Input<'_>,
        acts: &[&Act],
        persons: &Persons,
        logs: &Logs<'_>,
        verdicts: &mut BTreeMap<OperationId, Verdict>,
    ) -> Self {
        let proposals = Proposals::of(input.founding, acts, persons, logs);
        let mut chain = Self::founded(input.founding);
        let walked = chain.walk(&proposals, input.pin, logs);
        chain.find_places(&proposals, logs);
        chain.unplaced = proposals.unplaced(logs);
        chain.double_assents.extend(proposals.double_assents(logs));
        judge_resolutions(&walked, &proposals, logs, verdicts);
        judge_assents(acts, &proposals, persons, verdicts);
        chain.take_endings(&proposals, persons, logs);
        chain.take_vouches(&proposals);
        chain
    }

    fn founded(founding: &Act) -> Self {
        let law = match &founding.body {
            Ok(Body::Founding(it)) => it.law.clone(),
            Ok(_) | Err(_) => unreachable_law(),
        };
        Self {
            ids: vec![founding.id],
            laws: vec![law],
            places: BTreeMap::from([(founding.id, 0)]),
            unplaced: BTreeMap::new(),
            ended: BTreeMap::new(),
            silent: None,
            kept_vouches: BTreeMap::new(),
            double_assents: BTreeSet::new(),
        }
    }

    /// From the founding along carried children. Of two: the one that leads to the pin; else more
    /// keepers who assented to it alone; else the lower id. Proposals that say the same are one:
    /// an assent to either is an assent to both, and what follows either follows both. Gives the
    /// verdicts on all that follows a law of the chain.
    fn walk(
        &mut self,
        proposals: &Proposals<'_>,
        pin: Option<OperationId>,
        logs: &Logs<'_>,
    ) -> BTreeMap<OperationId, Verdict> {
        let pinned = proposals.ancestry(pin);
        let mut walked = BTreeMap::new();
        let mut tips = self.ids.clone();
        loop {
            let law = self.law().clone();
            let said = proposals.said_after(&tips, logs);
            let tip = self.tip();
            let doubles = said.doubles();
            self.double_assents
                .extend(doubles.iter().map(|key| (*key, tip)));
            let single = |it: &Said<'_>| {
                let alone = it.assenting.iter().filter(|key| !doubles.contains(key));
                alone.count()
            };
            let carried = said.all().filter(|it| it.is_carried(&law));
            let ranked = carried.filter_map(|it| {
                let next = it.first_in_form(&law, &pinned)?;
                let rank = (pinned.contains(&next.id), single(it), Reverse(next.id));
                Some((rank, next, it))
            });
            let next = ranked.max_by_key(|(rank, ..)| *rank);
            for it in said.all() {
                let carried = match next {
                    Some((.., chosen)) if std::ptr::eq(chosen, it) => Verdict::Accepted,
                    _ if it.is_carried(&law) => Verdict::SetAside(Reason::NotCarried),
                    _ => Verdict::Waiting(Wait::Assent),
                };
                walked.extend(it.verdicts(&law, carried));
            }
            let Some((_, next, chosen)) = next else {
                return walked;
            };
            let place = self.ids.len();
            self.ids.push(next.id);
            self.laws.push(next.body.law.clone());
            tips = chosen.in_form(&law).map(|it| it.id).collect();
            self.places.extend(tips.iter().map(|id| (*id, place)));
        }
    }

    /// Gives every resolution that comes from the founding its place.
    fn find_places(&mut self, proposals: &Proposals<'_>, logs: &Logs<'_>) {
        let mut due: Vec<OperationId> = self.places.keys().copied().collect();
        while let Some(parent) = due.pop() {
            let Some(place) = self.places.get(&parent).copied() else {
                continue;
            };
            for child in proposals.children(&parent) {
                logs.step(1);
                if !self.places.contains_key(child) {
                    self.places.insert(*child, place);
                    due.push(*child);
                }
            }
        }
    }

    /// Of every power what its latest ending says stands alone.
    fn take_endings(&mut self, proposals: &Proposals<'_>, persons: &Persons, logs: &Logs<'_>) {
        let mut latest: BTreeMap<(Key, Power), (usize, &[OperationId])> = BTreeMap::new();
        for (place, proposal) in followed(&self.ids, proposals) {
            for ended in &proposal.body.ended {
                let holder = persons.person_of(&ended.holder);
                latest.insert((holder, ended.power), (place, &ended.accepts));
            }
        }
        for ((holder, power), (place, accepts)) in latest {
            let past = logs.past(&persons.keys_of(&holder), accepts);
            let named = accepts.iter().copied().collect();
            let ending = Ending { place, past, named };
            self.ended.insert((holder, power), ending);
        }
    }

    fn take_vouches(&mut self, proposals: &Proposals<'_>) {
        let is_silent = |law: &Law| law.admission == Admission::Invitation;
        self.silent = self.laws.iter().rposition(is_silent);
        let mut kept = BTreeMap::new();
        for (place, proposal) in followed(&self.ids, proposals) {
            let named = proposal.body.vouches.iter().flatten();
            kept.extend(named.map(|id| (*id, place)));
        }
        self.kept_vouches = kept;
    }

    fn tip(&self) -> OperationId {
        *self.ids.last().expect("a chain begins with its founding")
    }

    pub(super) fn ids(&self) -> &[OperationId] {
        &self.ids
    }

    pub(super) fn law(&self) -> &Law {
        self.laws.last().expect("a chain begins with its founding")
    }

    pub(super) fn double_assents(&self) -> &BTreeSet<(Key, OperationId)> {
        &self.double_assents
    }

    /// The place an operation was made at: that of its `act` if that is on the chain, else that of
    /// the nearest before it that is. `None`: its `act` names no law that is here.
    fn place_under(&self, act: Option<OperationId>) -> Option<usize> {
        self.places.get(&act?).copied()
    }

    /// Whether a member may vouch by an act: the law it was made under lets members vouch, and so
    /// does every later one, or a later resolution names it as one that keeps counting.
    pub(super) fn may_vouch(&self, id: &OperationId, header: &Header) -> Result<(), Reason> {
        let place = self.place_under(header.act).ok_or(Reason::Act)?;
        let law = self.laws.get(place).ok_or(Reason::Act)?;
        if law.admission == Admission::Invitation {
            return Err(Reason::NotAllowed);
        }
        let is_over = self.silent.is_some_and(|silent| silent > place);
        let is_kept = self.kept_vouches.get(id).is_some_and(|kept| *kept > place);
        if is_over && !is_kept {
            Err(Reason::VouchingEnded)
        } else {
            Ok(())
        }
    }

    /// Whether an act names a law that is here.
    pub(super) fn is_under_law(&self, header: &Header) -> bool {
        self.place_under(header.act).is_some()
    }

    /// What is not here, if a law comes from that.
    pub(super) fn law_waits_for(&self, act: &OperationId) -> Option<OperationId> {
        self.unplaced.get(act).copied()
    }

    /// Whether an operation's author holds an office for it.
    pub(super) fn may_act(
        &self,
        persons: &Persons,
        deed: &Deed<'_>,
        office: OfficeKind,
    ) -> Result<(), Reason> {
        let header = deed.header;
        persons.may_sign(deed.id, header)?;
        let place = self.place_under(header.act).ok_or(Reason::Act)?;
        let law = self.laws.get(place).ok_or(Reason::Act)?;
        let person = persons.person_of(&header.key);
        let mut held = law.offices.iter().filter(|it| {
            it.kind == office && header.time < it.end && persons.person_of(&it.holder) == person
        });
        let covers = |scope: Option<OperationId>| match (scope, deed.within) {
            (None, _) | (_, Within::Unknown) => true,
            (Some(_), Within::Commons) => false,
            (Some(scope), Within::Dialogue(dialogue)) => scope == dialogue,
        };
        let first = held.next().filter(|_| header.time < law.roll_end);
        let first = first.ok_or(Reason::Office)?;
        if !covers(first.scope) && !held.any(|it| covers(it.scope)) {
            return Err(Reason::OfficeScope);
        }
        let is_excluded = self
            .ended
            .get(&(person, power_of(office)))
            .is_some_and(|ending| ending.place > place && !ending.past.contains(deed.id));
        if is_excluded {
            Err(Reason::OfficeEnded)
        } else {
            Ok(())
        }
    }

    /// The latest resolution that ended a membership.
    pub(super) fn membership_ending(&self, person: &Key) -> Option<&Ending> {
        self.ended.get(&(*person, Power::Membership))
    }

    pub(super) fn memberships_ended(&self) -> impl Iterator<Item = Key> + '_ {
        let is_membership = |(_, power): &&(Key, Power)| *power == Power::Membership;
        self.ended.keys().filter(is_membership).map(|(key, _)| *key)
    }

    /// Persons whose acts under an office may count otherwise under a later chain; none where only
    /// resolutions came, on which whatever was made under them waited.
    pub(super) fn holders_changed(&self, later: &Self) -> BTreeSet<Key> {
        let is_moved = |(id, place): (&OperationId, &usize)| later.places.get(id) != Some(place);
        let is_same =
            self.ids == later.ids && self.ended == later.ended && !self.places.iter().any(is_moved);
        if is_same {
            return BTreeSet::new();
        }
        let laws = self.laws.iter().chain(&later.laws);
        laws.flat_map(|law| law.offices.iter().map(|it| it.holder))
            .collect()
    }
}

/// The resolutions of a chain with their places, the first after the founding first.
fn followed<'a>(
    ids: &[OperationId],
    proposals: &'a Proposals<'a>,
) -> impl Iterator<Item = (usize, &'a Proposal<'a>)> {
    let places = ids.iter().enumerate();
    places.filter_map(|(place, id)| Some((place, proposals.get(id)?)))
}

/// Judges each resolution after what it follows, so that each is looked at once; those that follow
/// a law of the chain were judged walking along it.
fn judge_resolutions(
    walked: &BTreeMap<OperationId, Verdict>,
    proposals: &Proposals<'_>,
    logs: &Logs<'_>,
    verdicts: &mut BTreeMap<OperationId, Verdict>,
) {
    verdicts.extend(proposals.refused());
    let is_first = |it: &&Proposal<'_>| proposals.get(&it.body.parent).is_none();
    let mut due: Vec<&Proposal<'_>> = proposals.all().filter(is_first).collect();
    while let Some(proposal) = due.pop() {
        logs.step(1);
        let verdict = match (
            walked.get(&proposal.id),
            verdicts.get(&proposal.body.parent),
        ) {
            (Some(walked), _) => *walked,
            // What follows a resolution that waits waits with it.
            (None, Some(Verdict::Waiting(wait))) => Verdict::Waiting(*wait),
            (None, _) => Verdict::SetAside(Reason::NotCarried),
        };
        verdicts.insert(proposal.id, verdict);
        let children = proposals.children(&proposal.id);
        due.extend(children.filter_map(|it| proposals.get(it)));
    }
}

fn judge_assents(
    acts: &[&Act],
    proposals: &Proposals<'_>,
    persons: &Persons,
    verdicts: &mut BTreeMap<OperationId, Verdict>,
) {
    for act in acts {
        let Ok(Body::Assent(assent)) = &act.body else {
            continue;
        };
        let verdict = match proposals.get(&assent.resolution) {
            Some(it) if it.assenting.contains(&persons.person_of(&act.header.key)) => {
                Verdict::Accepted
            }
            Some(_) => Verdict::SetAside(Reason::NotAKeeper),
            None => match verdicts.get(&assent.resolution) {
                // What it follows is not here, so nobody knows yet who its keepers are.
                Some(Verdict::Waiting(wait)) => Verdict::Waiting(*wait),
                Some(_) => Verdict::SetAside(Reason::NotAKeeper),
                None => Verdict::Waiting(Wait::Operation(assent.resolution)),
            },
        };
        verdicts.insert(act.id, verdict);
    }
}

/// Whether a resolution may follow a law at all: it fences what it takes away, and after the roll's
/// end it changes nothing but ends and offices.
pub(super) fn form(proposal: &Proposal<'_>, parent: &Law) -> Result<(), Verdict> {
    let resolution = proposal.body;
    if resolution.rules > RULES_VERSION {
        return Err(Verdict::Waiting(Wait::NewerVersion));
    }
    let law = &resolution.law;
    let is_renewal = || {
        let renewed = Law {
            roll_end: law.roll_end,
            offices: law.offices.clone(),
            ..parent.clone()
        };
        renewed == *law
    };
    if proposal.time >= parent.roll_end && !is_renewal() {
        return Err(Verdict::SetAside(Reason::ResolutionForm));
    }
    let narrowed = narrowed(parent, law);
    let is_named = |(holder, office): &(Key, OfficeKind)| {
        let mut ended = resolution.ended.iter();
        ended.any(|it| it.power == power_of(*office) && it.holder == *holder)
    };
    let is_fenced = narrowed.offices.iter().all(is_named)
        && (narrowed.vouching.is_none() || resolution.vouches.is_some());
    if is_fenced {
        Ok(())
    } else {
        Err(Verdict::SetAside(Reason::ResolutionForm))
    }
}

/// The caller gives a founding whose body reads; a store is only ever made of one.
fn unreachable_law() -> Law {
    unreachable!("a commons is opened by a founding whose body is held and reads")
}
