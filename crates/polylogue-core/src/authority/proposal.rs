//! Resolutions that keepers proposed, with those who assent; those that say the same are one.

use std::collections::{BTreeMap, BTreeSet};

use super::Act;
use super::chain::form;
use super::past::Logs;
use super::person::Persons;
use crate::id::{Hash, Key, OperationId};
use crate::kind::{Body, Law, Resolution};
use crate::verdict::{Reason, Verdict, Wait};

/// A resolution by a keeper of the roll it follows, with everybody who assents to it.
pub(super) struct Proposal<'a> {
    pub(super) id: OperationId,
    pub(super) time: u64,
    pub(super) body: &'a Resolution,
    says: Option<Hash>,
    pub(super) assenting: BTreeSet<Key>,
}

/// Every resolution that is here.
pub(super) struct Proposals<'a> {
    known: BTreeMap<OperationId, Proposal<'a>>,
    /// Resolutions here by what they follow.
    children: BTreeMap<OperationId, Vec<OperationId>>,
    parents: BTreeMap<OperationId, OperationId>,
    refused: BTreeMap<OperationId, Verdict>,
}

/// Proposals that follow the same and say the same.
#[derive(Default)]
pub(super) struct Said<'a> {
    proposals: Vec<&'a Proposal<'a>>,
    /// Who assented to any of them.
    pub(super) assenting: BTreeSet<Key>,
}

/// Everything said after one law.
pub(super) struct SaidAfter<'a>(BTreeMap<Option<Hash>, Said<'a>>);

impl<'a> Proposals<'a> {
    pub(super) fn of(
        founding: &'a Act,
        acts: &[&'a Act],
        persons: &Persons,
        logs: &Logs<'_>,
    ) -> Self {
        let mut laws: BTreeMap<OperationId, &Law> = BTreeMap::new();
        let mut assents: BTreeMap<OperationId, Vec<&Act>> = BTreeMap::new();
        let mut resolutions = Vec::new();
        for act in acts {
            match &act.body {
                Ok(Body::Resolution(it)) => {
                    laws.insert(act.id, &it.law);
                    resolutions.push((*act, it));
                }
                Ok(Body::Founding(it)) if act.id == founding.id => {
                    laws.insert(act.id, &it.law);
                }
                Ok(Body::Assent(it)) => assents.entry(it.resolution).or_default().push(act),
                Ok(_) | Err(_) => {}
            }
        }
        let mut all = Self {
            known: BTreeMap::new(),
            children: BTreeMap::new(),
            parents: BTreeMap::new(),
            refused: BTreeMap::new(),
        };
        let mut rolls: BTreeMap<OperationId, BTreeSet<Key>> = BTreeMap::new();
        for (act, body) in resolutions {
            logs.step(1);
            all.children.entry(body.parent).or_default().push(act.id);
            all.parents.insert(act.id, body.parent);
            let Some(law) = laws.get(&body.parent) else {
                let waits = Verdict::Waiting(Wait::Operation(body.parent));
                all.refused.insert(act.id, waits);
                continue;
            };
            let roll = rolls.entry(body.parent).or_insert_with(|| {
                logs.step(law.roll.len());
                law.roll.iter().map(|key| persons.person_of(key)).collect()
            });
            let signed = assents.get(&act.id).into_iter().flatten().copied();
            let keepers = |act: &Act| {
                logs.step(1);
                let person = persons.person_of(&act.header.key);
                let may = persons.may_sign_law(&act.id, &act.header).is_ok();
                (may && roll.contains(&person)).then_some(person)
            };
            let Some(proposer) = keepers(act) else {
                let refused = Verdict::SetAside(Reason::NotAKeeper);
                all.refused.insert(act.id, refused);
                continue;
            };
            let mut assenting: BTreeSet<Key> = signed.filter_map(keepers).collect();
            assenting.insert(proposer);
            let proposal = Proposal {
                id: act.id,
                time: act.header.time,
                body,
                says: act.says,
                assenting,
            };
            all.known.insert(act.id, proposal);
        }
        all
    }

    pub(super) fn get(&self, id: &OperationId) -> Option<&Proposal<'a>> {
        self.known.get(id)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Proposal<'a>> {
        self.known.values()
    }

    /// Those that no keeper of what they follow proposed, and those whose parent is not here.
    pub(super) fn refused(&self) -> impl Iterator<Item = (OperationId, Verdict)> + '_ {
        self.refused.iter().map(|(id, verdict)| (*id, *verdict))
    }

    /// Every resolution here that follows one.
    pub(super) fn children(&self, parent: &OperationId) -> impl Iterator<Item = &OperationId> {
        self.children.get(parent).into_iter().flatten()
    }

    /// A resolution and all that it comes from.
    pub(super) fn ancestry(&self, from: Option<OperationId>) -> BTreeSet<OperationId> {
        let mut ancestry = BTreeSet::new();
        let mut next = from;
        while let Some(id) = next {
            ancestry.insert(id);
            next = self.parents.get(&id).copied();
        }
        ancestry
    }

    /// What is proposed to follow a law, which several resolutions may say.
    pub(super) fn said_after(&self, tips: &[OperationId], logs: &Logs<'_>) -> SaidAfter<'_> {
        let mut said: BTreeMap<Option<Hash>, Said<'_>> = BTreeMap::new();
        for child in tips.iter().flat_map(|tip| self.children(tip)) {
            logs.step(1);
            if let Some(proposal) = self.known.get(child) {
                let same = said.entry(proposal.says).or_default();
                same.proposals.push(proposal);
                same.assenting.extend(&proposal.assenting);
            }
        }
        SaidAfter(said)
    }

    /// Resolutions here that come from no founding, with what they wait for.
    pub(super) fn unplaced(&self, logs: &Logs<'_>) -> BTreeMap<OperationId, OperationId> {
        let is_missing =
            |(_, verdict): &(&OperationId, &Verdict)| matches!(verdict, Verdict::Waiting(_));
        let first = self.refused.iter().filter(is_missing).map(|(id, _)| *id);
        let mut unplaced = BTreeMap::new();
        let mut due: Vec<(OperationId, OperationId)> =
            first.map(|id| (id, self.parents[&id])).collect();
        while let Some((id, missing)) = due.pop() {
            logs.step(1);
            unplaced.insert(id, missing);
            due.extend(self.children(&id).map(|child| (*child, missing)));
        }
        unplaced
    }

    /// Keepers who assented to different things that would follow the same.
    pub(super) fn double_assents<'b>(
        &'b self,
        logs: &'b Logs<'_>,
    ) -> impl Iterator<Item = (Key, OperationId)> + 'b {
        self.children.keys().flat_map(|parent| {
            let doubles = self.said_after(&[*parent], logs).doubles();
            doubles.into_iter().map(|key| (key, *parent))
        })
    }
}

impl<'a> SaidAfter<'a> {
    pub(super) fn all(&self) -> impl Iterator<Item = &Said<'a>> {
        self.0.values()
    }

    /// Those who assented to more than one thing.
    pub(super) fn doubles(&self) -> BTreeSet<Key> {
        let (mut once, mut doubles) = (BTreeSet::new(), BTreeSet::new());
        for key in self.0.values().flat_map(|it| &it.assenting) {
            if !once.insert(*key) {
                doubles.insert(*key);
            }
        }
        doubles
    }
}

impl<'a> Said<'a> {
    /// Those that may follow a law.
    pub(super) fn in_form<'b>(
        &'b self,
        law: &'b Law,
    ) -> impl Iterator<Item = &'a Proposal<'a>> + 'b {
        let proposals = self.proposals.iter().copied();
        proposals.filter(|it| form(it, law).is_ok())
    }

    /// The verdict on each after a law, given that on those which may follow it.
    pub(super) fn verdicts<'b>(
        &'b self,
        law: &'b Law,
        in_form: Verdict,
    ) -> impl Iterator<Item = (OperationId, Verdict)> + 'b {
        let proposals = self.proposals.iter();
        proposals.map(move |it| (it.id, form(it, law).err().unwrap_or(in_form)))
    }

    /// The one that stands for all of them after a law: the pinned one, else the lowest id.
    pub(super) fn first_in_form(
        &self,
        law: &Law,
        pinned: &BTreeSet<OperationId>,
    ) -> Option<&'a Proposal<'a>> {
        self.in_form(law)
            .min_by_key(|it| (!pinned.contains(&it.id), it.id))
    }

    /// Whether enough keepers of a law assented to it.
    pub(super) fn is_carried(&self, law: &Law) -> bool {
        let keepers: BTreeSet<&Key> = self.in_form(law).flat_map(|it| &it.assenting).collect();
        let threshold = usize::try_from(law.threshold).unwrap_or(usize::MAX);
        keepers.len() >= threshold
    }
}
