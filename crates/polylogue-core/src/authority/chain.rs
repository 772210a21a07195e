//! Layers 2 and 3: one chain of law from the founding, and the offices it gives.

use std::collections::{BTreeMap, BTreeSet};

use super::past::Logs;
use super::person::Persons;
use super::{Act, Input, office_of};
use crate::header::Header;
use crate::id::{Key, OperationId};
use crate::kind::{Body, Law, OfficeKind, Power, Resolution};
use crate::limits::RULES_VERSION;
use crate::verdict::{Reason, Verdict, Wait};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    /// From the founding on.
    ids: Vec<OperationId>,
    laws: Vec<Law>,
    /// Every resolution here → its parent, so that an `act` off the chain finds its ancestor on it.
    parents: BTreeMap<OperationId, OperationId>,
    /// Holder and power → place on the chain of the latest resolution that ended it, and what
    /// still counts.
    ended: BTreeMap<(Key, Power), Ending>,
    double_assents: BTreeSet<(Key, OperationId)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) by: OperationId,
    pub(super) place: usize,
    pub(super) past: BTreeSet<OperationId>,
}

/// A resolution whose author may propose it, with everybody who assents.
struct Proposal<'a> {
    id: OperationId,
    time: u64,
    body: &'a Resolution,
    assenting: BTreeSet<Key>,
}

impl Chain {
    pub(super) fn judge(
        input: &Input<'_>,
        acts: &[&Act],
        persons: &Persons,
        logs: &Logs<'_>,
        verdicts: &mut BTreeMap<OperationId, Verdict>,
    ) -> Self {
        let mut chain = Self::founded(input.founding);
        for act in acts {
            if let Ok(Body::Resolution(resolution)) = &act.body {
                chain.parents.insert(act.id, resolution.parent);
            }
        }
        let proposals = propose(input.founding, acts, persons, verdicts);
        chain.find_double_assents(&proposals);
        chain.walk(&proposals, input.pin);
        chain.judge_resolutions(&proposals, verdicts);
        chain.judge_assents(acts, &proposals, persons, verdicts);
        chain.take_endings(&proposals, persons, logs);
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
            parents: BTreeMap::new(),
            ended: BTreeMap::new(),
            double_assents: BTreeSet::new(),
        }
    }

    fn find_double_assents(&mut self, proposals: &[Proposal<'_>]) {
        for proposal in proposals {
            for key in &proposal.assenting {
                let others = proposals
                    .iter()
                    .filter(|it| it.body.parent == proposal.body.parent);
                if others.filter(|it| it.assenting.contains(key)).count() > 1 {
                    self.double_assents.insert((*key, proposal.body.parent));
                }
            }
        }
    }

    /// From the founding along carried children. Of two: the one that leads to the pin; else more
    /// keepers who assented to it alone; else the lower id.
    fn walk(&mut self, proposals: &[Proposal<'_>], pin: Option<OperationId>) {
        let pinned = self.ancestry(pin);
        loop {
            let (tip, law) = (self.tip(), self.law().clone());
            let carried: Vec<&Proposal<'_>> = proposals
                .iter()
                .filter(|it| it.body.parent == tip && is_carried(it, &law))
                .collect();
            let single = |it: &Proposal<'_>| {
                it.assenting
                    .iter()
                    .filter(|key| !self.double_assents.contains(&(**key, tip)))
                    .count()
            };
            let next = carried.iter().max_by_key(|it| {
                (
                    pinned.contains(&it.id),
                    single(it),
                    std::cmp::Reverse(it.id),
                )
            });
            let Some(next) = next else { return };
            self.ids.push(next.id);
            self.laws.push(next.body.law.clone());
        }
    }

    fn ancestry(&self, from: Option<OperationId>) -> BTreeSet<OperationId> {
        let mut ancestry = BTreeSet::new();
        let mut next = from;
        while let Some(id) = next {
            if !ancestry.insert(id) {
                break;
            }
            next = self.parents.get(&id).copied();
        }
        ancestry
    }

    fn judge_resolutions(
        &self,
        proposals: &[Proposal<'_>],
        verdicts: &mut BTreeMap<OperationId, Verdict>,
    ) {
        let known: BTreeMap<OperationId, &Proposal<'_>> =
            proposals.iter().map(|it| (it.id, it)).collect();
        for proposal in proposals {
            // What follows a resolution that waits waits with it.
            let mut judged = proposal;
            let mut verdict = self.judge_resolution(judged);
            while verdict == Verdict::SetAside(Reason::NotCarried)
                && !self.ids.contains(&judged.body.parent)
                && let Some(parent) = known.get(&judged.body.parent)
            {
                judged = parent;
                verdict = self.judge_resolution(judged);
            }
            if matches!(verdict, Verdict::SetAside(_)) {
                verdict = self.judge_resolution(proposal);
            }
            verdicts.insert(proposal.id, verdict);
        }
    }

    /// Judges a resolution by its parent alone.
    fn judge_resolution(&self, proposal: &Proposal<'_>) -> Verdict {
        let parent = proposal.body.parent;
        if self.ids.contains(&proposal.id) {
            return Verdict::Accepted;
        }
        if let Some(place) = self.place_of(&parent) {
            return match form(proposal, &self.laws[place]) {
                Err(verdict) => verdict,
                Ok(()) if is_carried(proposal, &self.laws[place]) => {
                    Verdict::SetAside(Reason::NotCarried)
                }
                Ok(()) => Verdict::Waiting(Wait::Assent),
            };
        }
        if self.parents.contains_key(&parent) {
            Verdict::SetAside(Reason::NotCarried)
        } else {
            Verdict::Waiting(Wait::Operation(parent))
        }
    }

    fn judge_assents(
        &self,
        acts: &[&Act],
        proposals: &[Proposal<'_>],
        persons: &Persons,
        verdicts: &mut BTreeMap<OperationId, Verdict>,
    ) {
        let known: BTreeMap<OperationId, &Proposal<'_>> =
            proposals.iter().map(|it| (it.id, it)).collect();
        for act in acts {
            let Ok(Body::Assent(assent)) = &act.body else {
                continue;
            };
            let verdict = match known.get(&assent.resolution) {
                None if self.parents.contains_key(&assent.resolution) => {
                    Verdict::SetAside(Reason::NotAKeeper)
                }
                None => Verdict::Waiting(Wait::Operation(assent.resolution)),
                Some(it) if it.assenting.contains(&persons.person_of(&act.header.key)) => {
                    Verdict::Accepted
                }
                Some(_) => Verdict::SetAside(Reason::NotAKeeper),
            };
            verdicts.insert(act.id, verdict);
        }
    }

    fn take_endings(&mut self, proposals: &[Proposal<'_>], persons: &Persons, logs: &Logs<'_>) {
        for (place, id) in self.ids.clone().into_iter().enumerate() {
            let Some(proposal) = proposals.iter().find(|it| it.id == id) else {
                continue;
            };
            for ended in &proposal.body.ended {
                let holder = persons.person_of(&ended.holder);
                let past = logs.past(&persons.keys_of(&holder), &ended.accepts);
                self.ended.insert(
                    (holder, ended.power),
                    Ending {
                        by: id,
                        place,
                        past,
                    },
                );
            }
        }
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

    fn place_of(&self, id: &OperationId) -> Option<usize> {
        self.ids.iter().position(|it| it == id)
    }

    /// The law an operation was made under: its `act` if that is on the chain, else the nearest
    /// ancestor that is. `None`: its `act` names no law that is here.
    fn place_under(&self, act: Option<OperationId>) -> Option<usize> {
        let mut id = act?;
        for _ in 0..=self.parents.len() {
            if let Some(place) = self.place_of(&id) {
                return Some(place);
            }
            id = *self.parents.get(&id)?;
        }
        None
    }

    pub(super) fn law_under(&self, header: &Header) -> Option<&Law> {
        self.laws.get(self.place_under(header.act)?)
    }

    /// Whether an operation's author holds an office for it.
    pub(super) fn may_act(
        &self,
        persons: &Persons,
        id: &OperationId,
        header: &Header,
        office: OfficeKind,
    ) -> Result<(), Reason> {
        persons.may_sign(id, header)?;
        let place = self.place_under(header.act).ok_or(Reason::Act)?;
        let law = self.laws.get(place).ok_or(Reason::Act)?;
        let person = persons.person_of(&header.key);
        let holds = law.offices.iter().any(|it| {
            it.kind == office && persons.person_of(&it.holder) == person && header.time < it.end
        });
        if !holds || header.time >= law.roll_end {
            return Err(Reason::Office);
        }
        let is_excluded = self.ended.iter().any(|((holder, power), ending)| {
            *holder == person
                && office_of(*power) == Some(office)
                && ending.place > place
                && !ending.past.contains(id)
        });
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

    pub(super) fn fenced(&self) -> impl Iterator<Item = Key> + '_ {
        self.ended.keys().map(|(key, _)| *key)
    }

    pub(super) fn office_holders(&self) -> impl Iterator<Item = Key> + '_ {
        self.laws
            .iter()
            .flat_map(|law| law.offices.iter().map(|it| it.holder))
    }
}

/// Resolutions proposed by keepers of their parent's roll, with those who assent.
fn propose<'a>(
    founding: &'a Act,
    acts: &[&'a Act],
    persons: &Persons,
    verdicts: &mut BTreeMap<OperationId, Verdict>,
) -> Vec<Proposal<'a>> {
    let mut laws: BTreeMap<OperationId, &Law> = BTreeMap::new();
    for act in acts {
        match &act.body {
            Ok(Body::Resolution(it)) => drop(laws.insert(act.id, &it.law)),
            Ok(Body::Founding(it)) if act.id == founding.id => drop(laws.insert(act.id, &it.law)),
            Ok(_) | Err(_) => {}
        }
    }
    let is_keeper = |act: &Act, parent: &OperationId| {
        let person = persons.person_of(&act.header.key);
        laws.get(parent).is_some_and(|law| {
            persons.may_sign_law(&act.id, &act.header).is_ok()
                && law.roll.iter().any(|key| persons.person_of(key) == person)
        })
    };
    let mut proposals = Vec::new();
    for act in acts {
        let Ok(Body::Resolution(body)) = &act.body else {
            continue;
        };
        if laws.contains_key(&body.parent) && !is_keeper(act, &body.parent) {
            verdicts.insert(act.id, Verdict::SetAside(Reason::NotAKeeper));
            continue;
        }
        let assents = acts.iter().filter(|it| {
            matches!(&it.body, Ok(Body::Assent(assent)) if assent.resolution == act.id)
                && is_keeper(it, &body.parent)
        });
        let mut assenting: BTreeSet<Key> = assents
            .map(|it| persons.person_of(&it.header.key))
            .collect();
        assenting.insert(persons.person_of(&act.header.key));
        proposals.push(Proposal {
            id: act.id,
            time: act.header.time,
            body,
            assenting,
        });
    }
    proposals
}

fn is_carried(proposal: &Proposal<'_>, parent: &Law) -> bool {
    let threshold = usize::try_from(parent.threshold).unwrap_or(usize::MAX);
    proposal.assenting.len() >= threshold && form(proposal, parent).is_ok()
}

/// Whether a resolution may follow a law at all: it names the heads of offices it drops, and after
/// the roll's end it changes nothing but ends and offices.
fn form(proposal: &Proposal<'_>, parent: &Law) -> Result<(), Verdict> {
    let resolution = proposal.body;
    if resolution.rules > RULES_VERSION {
        return Err(Verdict::Waiting(Wait::NewerVersion));
    }
    let law = &resolution.law;
    let renewed = Law {
        roll_end: law.roll_end,
        offices: law.offices.clone(),
        ..parent.clone()
    };
    if proposal.time >= parent.roll_end && renewed != *law {
        return Err(Verdict::SetAside(Reason::ResolutionForm));
    }
    let drops_silently = parent.offices.iter().any(|office| {
        let is_kept = law
            .offices
            .iter()
            .any(|it| (it.kind, it.holder, it.scope) == (office.kind, office.holder, office.scope));
        let is_named = resolution
            .ended
            .iter()
            .any(|it| office_of(it.power) == Some(office.kind) && it.holder == office.holder);
        !is_kept && !is_named
    });
    if drops_silently {
        Err(Verdict::SetAside(Reason::ResolutionForm))
    } else {
        Ok(())
    }
}

/// The caller gives a founding whose body reads; a store is only ever made of one.
fn unreachable_law() -> Law {
    unreachable!("a commons is opened by a founding whose body is held and reads")
}
