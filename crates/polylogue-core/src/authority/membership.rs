//! Layer 4: who is admitted, by whom, and what still counts of those who are not any more.

use std::collections::{BTreeMap, BTreeSet};

use super::person::is_vote;
use super::{Above, Act, Admitted, PersonStanding};
use crate::header::Header;
use crate::id::{Key, OperationId};
use crate::kind::{Admission, Body, OfficeKind, Scope};
use crate::verdict::{Reason, Verdict, Wait};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Membership {
    people: BTreeMap<Key, Person>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Person {
    /// In the order they count: those that answer no removal first, then the wider scope (so that
    /// nobody narrows another by a vouch), then by id.
    admissions: Vec<Record>,
    /// Acts that ended the membership: removals, leavings, the latest resolution.
    endings: BTreeSet<OperationId>,
    /// What still counts after a removal or resolution; `None`: all.
    removed: Option<BTreeSet<OperationId>>,
    /// What still counts after leaving; `None`: all.
    left: Option<BTreeSet<OperationId>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Record {
    admitted: Admitted,
    answers: BTreeSet<OperationId>,
}

type Verdicts = BTreeMap<OperationId, Verdict>;

impl Membership {
    pub(super) fn judge(above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) -> Self {
        let mut membership = Self::default();
        membership.take_removals(above, acts, verdicts);
        membership.take_leavings(above, acts, verdicts);
        membership.admit_founder(above);
        membership.take_admissions(above, acts, verdicts);
        membership.spread(above, acts);
        membership.judge_acts(above, acts, verdicts);
        membership
    }

    /// Removals by moderators; where a resolution ended a membership, its word stands alone.
    fn take_removals(&mut self, above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) {
        for act in acts {
            if let Ok(Body::ModeratorErase(_)) = &act.body
                && let Err(reason) = may_act(above, act, OfficeKind::Moderator)
            {
                verdicts.insert(act.id, Verdict::SetAside(reason));
            }
            let Ok(Body::Removal(removal)) = &act.body else {
                continue;
            };
            if let Err(reason) = may_act(above, act, OfficeKind::Moderator) {
                verdicts.insert(act.id, Verdict::SetAside(reason));
                continue;
            }
            let person = above.persons.person_of(&removal.person);
            let past = above
                .logs
                .past(&above.persons.keys_of(&person), &removal.accepts);
            let entry = self.people.entry(person).or_default();
            entry.endings.insert(act.id);
            entry.removed.get_or_insert_default().extend(past);
        }
        for person in above.chain.memberships_ended() {
            if let Some(ending) = above.chain.membership_ending(&person) {
                let entry = self.people.entry(person).or_default();
                entry.endings.insert(ending.by);
                entry.removed = Some(ending.past.clone());
            }
        }
    }

    fn take_leavings(&mut self, above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) {
        for act in acts {
            let Ok(Body::Leave(_)) = &act.body else {
                continue;
            };
            if let Err(reason) = above.persons.may_sign(&act.id, &act.header) {
                verdicts.insert(act.id, Verdict::SetAside(reason));
                continue;
            }
            let person = above.persons.person_of(&act.header.key);
            let entry = self.people.entry(person).or_default();
            if entry
                .removed
                .as_ref()
                .is_some_and(|past| !past.contains(&act.id))
            {
                verdicts.insert(act.id, Verdict::SetAside(Reason::MembershipEnded));
                continue;
            }
            let past = above.logs.past(&above.persons.keys_of(&person), &[act.id]);
            entry.endings.insert(act.id);
            entry.left.get_or_insert_default().extend(past);
        }
    }

    fn admit_founder(&mut self, above: &Above<'_>) {
        let founder = above.persons.person_of(&above.founding.header.key);
        let admitted = Admitted {
            id: above.founding.id,
            by: None,
            scope: Scope::All,
        };
        self.admit(founder, admitted, BTreeSet::new());
    }

    /// Admissions by greeters need nobody's membership.
    fn take_admissions(&mut self, above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) {
        for act in acts {
            let Ok(Body::Admit(admit)) = &act.body else {
                continue;
            };
            if let Err(reason) = may_act(above, act, OfficeKind::Greeter) {
                verdicts.insert(act.id, Verdict::SetAside(reason));
                continue;
            }
            let by = Some(above.persons.person_of(&act.header.key));
            let admitted = Admitted {
                id: act.id,
                by,
                scope: admit.scope,
            };
            let person = above.persons.person_of(&admit.person);
            self.admit(person, admitted, admit.names.iter().copied().collect());
        }
    }

    /// The least fixpoint over invitations and vouches: somebody newly admitted opens what they
    /// offered; nobody is admitted by a ring of vouches alone.
    fn spread(&mut self, above: &Above<'_>, acts: &[&Act]) {
        let offers = Offers::of(above, acts);
        let mut open: Vec<Key> = self.admitted().collect();
        while let Some(person) = open.pop() {
            for act in offers.by.get(&person).into_iter().flatten() {
                for (newcomer, admitted) in self.takers(above, &offers, act) {
                    if self.admit(newcomer, admitted, BTreeSet::new()) {
                        open.push(newcomer);
                    }
                }
            }
        }
    }

    /// Those whom one invitation or vouch admits.
    fn takers(&self, above: &Above<'_>, offers: &Offers<'_>, act: &Act) -> Vec<(Key, Admitted)> {
        if self.may_offer(above, act).is_err() {
            return Vec::new();
        }
        let by = Some(above.persons.person_of(&act.header.key));
        match &act.body {
            Ok(Body::Vouch(vouch)) => {
                let admitted = Admitted {
                    id: act.id,
                    by,
                    scope: vouch.scope,
                };
                vec![(above.persons.person_of(&vouch.person), admitted)]
            }
            Ok(Body::Invitation(invitation)) => {
                let closed = self.accepted_by_closing(above, offers, act);
                let joins = offers.joins.get(&act.id).into_iter().flatten();
                let is_let_in = |join: &&&Act| {
                    let invited = match &join.body {
                        Ok(Body::Join(body)) => body.invited.as_ref(),
                        Ok(_) | Err(_) => None,
                    };
                    invited.is_some_and(|it| it.key == invitation.key)
                        && join.header.time < invitation.end
                        && closed
                            .as_ref()
                            .is_none_or(|accepts| accepts.contains(&join.id))
                };
                let scope = invitation.scope;
                joins
                    .filter(is_let_in)
                    .map(|it| {
                        let person = above.persons.person_of(&it.header.key);
                        (
                            person,
                            Admitted {
                                id: it.id,
                                by,
                                scope,
                            },
                        )
                    })
                    .collect()
            }
            Ok(_) | Err(_) => Vec::new(),
        }
    }

    /// Whether a member may invite or vouch by this act.
    fn may_offer(&self, above: &Above<'_>, act: &Act) -> Result<(), Verdict> {
        above
            .persons
            .may_sign(&act.id, &act.header)
            .map_err(Verdict::SetAside)?;
        let person = above.persons.person_of(&act.header.key);
        self.may_speak(&person, &act.id, &act.header)?;
        let law = above.chain.law_under(&act.header);
        let law = law.ok_or(Verdict::SetAside(Reason::Act))?;
        let is_vouch = matches!(&act.body, Ok(Body::Vouch(_)));
        if is_vouch && law.admission == Admission::Invitation {
            return Err(Verdict::SetAside(Reason::NotAllowed));
        }
        Ok(())
    }

    /// The joinings accepted by whoever closed an invitation; `None` while it is open.
    fn accepted_by_closing(
        &self,
        above: &Above<'_>,
        offers: &Offers<'_>,
        invitation: &Act,
    ) -> Option<BTreeSet<OperationId>> {
        let closings = offers.closings.get(&invitation.id).into_iter().flatten();
        let counts = |it: &&&Act| self.may_close(above, it, invitation).is_ok();
        let accepts = |it: &&Act| match &it.body {
            Ok(Body::InvitationClose(close)) => close.accepts.clone(),
            Ok(_) | Err(_) => Vec::new(),
        };
        let counted: Vec<Vec<OperationId>> = closings.filter(counts).map(accepts).collect();
        (!counted.is_empty()).then(|| counted.into_iter().flatten().collect())
    }

    fn may_close(&self, above: &Above<'_>, close: &Act, invitation: &Act) -> Result<(), Verdict> {
        let closer = above.persons.person_of(&close.header.key);
        if closer == above.persons.person_of(&invitation.header.key) {
            above
                .persons
                .may_sign(&close.id, &close.header)
                .map_err(Verdict::SetAside)?;
            return self.may_speak(&closer, &close.id, &close.header);
        }
        let greets = may_act(above, close, OfficeKind::Greeter);
        let is_allowed = greets.or_else(|_| may_act(above, close, OfficeKind::Moderator));
        is_allowed.map_err(|_| Verdict::SetAside(Reason::NotTheAuthor))
    }

    fn admit(&mut self, person: Key, admitted: Admitted, answers: BTreeSet<OperationId>) -> bool {
        let admissions = &mut self.people.entry(person).or_default().admissions;
        if admissions.iter().any(|it| it.admitted.id == admitted.id) {
            return false;
        }
        admissions.push(Record { admitted, answers });
        admissions.sort_by(|first, second| {
            let order = |it: &Record| (!it.answers.is_empty(), it.admitted.scope, it.admitted.id);
            order(first).cmp(&order(second))
        });
        true
    }

    fn judge_acts(&self, above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) {
        let by_id: BTreeMap<OperationId, &Act> = acts.iter().map(|it| (it.id, *it)).collect();
        for act in acts {
            let verdict = match &act.body {
                Ok(Body::Invitation(_) | Body::Vouch(_)) => self.may_offer(above, act).err(),
                Ok(Body::InvitationClose(close)) => match by_id.get(&close.invitation) {
                    None => Some(Verdict::Waiting(Wait::Operation(close.invitation))),
                    Some(invitation) => self.may_close(above, act, invitation).err(),
                },
                Ok(Body::Join(_)) => self.join_verdict(above, act),
                // Judged by layer 1 alone: no removal takes the right to erase one's own away.
                Ok(Body::Erase(_)) => above
                    .persons
                    .may_sign(&act.id, &act.header)
                    .err()
                    .map(Verdict::SetAside),
                Ok(_) | Err(_) => None,
            };
            if let Some(verdict) = verdict {
                verdicts.insert(act.id, verdict);
            }
        }
    }

    /// A joining counts once its person is admitted, by it or otherwise; till then they are a
    /// newcomer.
    fn join_verdict(&self, above: &Above<'_>, act: &Act) -> Option<Verdict> {
        if let Err(reason) = above.persons.may_sign(&act.id, &act.header) {
            return Some(Verdict::SetAside(reason));
        }
        if !act.is_proven {
            return Some(Verdict::SetAside(Reason::Invitation));
        }
        let person = above.persons.person_of(&act.header.key);
        (!self.is_admitted(&person)).then_some(Verdict::Waiting(Wait::Admission))
    }

    /// Whether a person could say this: an admission, what it allows, and what ended it.
    pub(super) fn may_speak(
        &self,
        person: &Key,
        id: &OperationId,
        header: &Header,
    ) -> Result<(), Verdict> {
        let newcomer = Verdict::Waiting(Wait::Admission);
        let known = self.people.get(person).ok_or(newcomer)?;
        let first = known.admissions.first().ok_or(newcomer)?;
        let record = match header.standing {
            None => first,
            Some(named) => known
                .admissions
                .iter()
                .find(|it| it.admitted.id == named)
                .ok_or(Verdict::SetAside(Reason::Standing))?,
        };
        if record.admitted.scope == Scope::Vote && !is_vote(header.kind) {
            return Err(Verdict::SetAside(Reason::Scope));
        }
        let is_ended = !known.endings.is_subset(&record.answers);
        let is_outside = |past: &Option<BTreeSet<OperationId>>| {
            past.as_ref().is_some_and(|past| !past.contains(id))
        };
        if is_ended && (is_outside(&known.removed) || is_outside(&known.left)) {
            return Err(Verdict::SetAside(Reason::MembershipEnded));
        }
        Ok(())
    }

    fn current(&self, person: &Key) -> Option<&Record> {
        let known = self.people.get(person)?;
        known
            .admissions
            .iter()
            .find(|it| known.endings.is_subset(&it.answers))
    }

    pub(super) fn standing(&self, person: &Key) -> PersonStanding {
        if let Some(record) = self.current(person) {
            return PersonStanding::Member(record.admitted.scope);
        }
        match self.people.get(person) {
            Some(known) if known.admissions.is_empty() => PersonStanding::Newcomer,
            Some(known) if known.removed.is_some() => PersonStanding::Removed,
            Some(_) => PersonStanding::Left,
            None => PersonStanding::Newcomer,
        }
    }

    pub(super) fn admission_of(&self, person: &Key) -> Option<Admitted> {
        let first = || self.people.get(person)?.admissions.first();
        self.current(person).or_else(first).map(|it| it.admitted)
    }

    pub(super) fn standing_to_name(&self, person: &Key) -> Option<OperationId> {
        let current = self.current(person)?.admitted.id;
        let first = self.people.get(person)?.admissions.first()?.admitted.id;
        (current != first).then_some(current)
    }

    pub(super) fn is_admitted(&self, person: &Key) -> bool {
        self.people
            .get(person)
            .is_some_and(|it| !it.admissions.is_empty())
    }

    pub(super) fn admitted(&self) -> impl Iterator<Item = Key> + '_ {
        self.people
            .iter()
            .filter(|(_, it)| !it.admissions.is_empty())
            .map(|(key, _)| *key)
    }

    pub(super) fn fenced(&self) -> impl Iterator<Item = Key> + '_ {
        self.people
            .iter()
            .filter(|(_, it)| !it.endings.is_empty())
            .map(|(key, _)| *key)
    }

    pub(super) fn changed(&self, later: &Self) -> BTreeSet<Key> {
        let keys = self.people.keys().chain(later.people.keys());
        keys.filter(|key| self.people.get(key) != later.people.get(key))
            .copied()
            .collect()
    }
}

/// Invitations, vouches, joinings and closings, by who or what they hang on.
struct Offers<'a> {
    by: BTreeMap<Key, Vec<&'a Act>>,
    joins: BTreeMap<OperationId, Vec<&'a Act>>,
    closings: BTreeMap<OperationId, Vec<&'a Act>>,
}

impl<'a> Offers<'a> {
    fn of(above: &Above<'_>, acts: &[&'a Act]) -> Self {
        let (mut by, mut joins, mut closings) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for act in acts {
            match &act.body {
                Ok(Body::Invitation(_) | Body::Vouch(_)) => {
                    let person = above.persons.person_of(&act.header.key);
                    by.entry(person).or_insert_with(Vec::new).push(*act);
                }
                Ok(Body::Join(join)) if act.is_proven => {
                    if let Some(invited) = &join.invited
                        && above.persons.may_sign(&act.id, &act.header).is_ok()
                    {
                        joins
                            .entry(invited.invitation)
                            .or_insert_with(Vec::new)
                            .push(*act);
                    }
                }
                Ok(Body::InvitationClose(close)) => {
                    closings
                        .entry(close.invitation)
                        .or_insert_with(Vec::new)
                        .push(*act);
                }
                Ok(_) | Err(_) => {}
            }
        }
        Self {
            by,
            joins,
            closings,
        }
    }
}

fn may_act(above: &Above<'_>, act: &Act, office: OfficeKind) -> Result<(), Reason> {
    above
        .chain
        .may_act(above.persons, &act.id, &act.header, office)
}
