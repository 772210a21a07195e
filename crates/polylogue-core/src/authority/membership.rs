//! Layer 4: who is admitted, by whom, and what still counts of those who are not any more.

use std::collections::{BTreeMap, BTreeSet};

use super::person::is_vote;
use super::{Above, Act, Admitted, Deed, PersonStanding, Within};
use crate::header::Header;
use crate::id::{Key, OperationId};
use crate::kind::{Body, OfficeKind, Scope};
use crate::verdict::{Reason, Verdict, Wait};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Membership {
    people: BTreeMap<Key, Person>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Person {
    admissions: BTreeMap<OperationId, Record>,
    /// The order in which they count.
    order: BTreeSet<Rank>,
    /// Acts that ended the membership and that an admission may answer: removals, leavings.
    endings: BTreeSet<OperationId>,
    /// What the latest resolution that ended the membership names: an admission answers that
    /// ending only if it is among it. `None`: no resolution ended it.
    named_by_law: Option<BTreeSet<OperationId>>,
    /// What still counts after a removal or resolution; `None`: all.
    removed: Option<BTreeSet<OperationId>>,
    /// What still counts after leaving; `None`: all.
    left: Option<BTreeSet<OperationId>>,
}

/// Those that answer no removal first, and of them those that were not signed by their own person
/// after they were removed; then the wider scope (so that nobody narrows another by a vouch), then
/// by id.
type Rank = (bool, bool, Scope, OperationId);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Record {
    admitted: Admitted,
    answers: BTreeSet<OperationId>,
    by: Way,
}

/// How somebody came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By founding, or a greeter's act.
    Greeted,
    /// By a joining of their own.
    Joined,
    /// By a member's vouch.
    Vouched,
}

impl Person {
    fn first(&self) -> Option<&Record> {
        let (.., id) = self.order.first()?;
        self.admissions.get(id)
    }

    /// What decides whether something said under the first admission may count.
    fn first_sort(&self) -> Option<(bool, bool, Scope)> {
        let (answers, late, scope, _) = self.order.first()?;
        Some((*answers, *late, *scope))
    }

    /// Whether an admission answers all that ended the membership. A greeter's answers removals and
    /// leavings; what a resolution ended only a resolution restores, by naming the admission.
    fn is_answered(&self, record: &Record) -> bool {
        let restores = |named: &BTreeSet<OperationId>| named.contains(&record.admitted.id);
        self.endings.is_subset(&record.answers) && self.named_by_law.as_ref().is_none_or(restores)
    }

    fn in_order(&self) -> impl Iterator<Item = &Record> {
        self.order
            .iter()
            .filter_map(|(.., id)| self.admissions.get(id))
    }

    /// Whether the membership ended before an operation of this person, so far as the operation
    /// stands on nothing that answers that.
    fn is_after_end(&self, id: &OperationId) -> bool {
        let is_outside =
            |past: &Option<BTreeSet<OperationId>>| past.as_ref().is_some_and(|it| !it.contains(id));
        is_outside(&self.removed) || is_outside(&self.left)
    }
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
        let mut accepted: BTreeMap<Key, Vec<OperationId>> = BTreeMap::new();
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
            self.people
                .entry(person)
                .or_default()
                .endings
                .insert(act.id);
            let heads = accepted.entry(person).or_default();
            heads.extend(&removal.accepts);
        }
        for (person, heads) in accepted {
            let past = above.logs.past(&above.persons.keys_of(&person), &heads);
            self.people.entry(person).or_default().removed = Some(past);
        }
        for person in above.chain.memberships_ended() {
            if let Some(ending) = above.chain.membership_ending(&person) {
                let entry = self.people.entry(person).or_default();
                entry.named_by_law = Some(ending.named.clone());
                entry.removed = Some(ending.past.clone());
            }
        }
    }

    fn take_leavings(&mut self, above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) {
        let mut accepted: BTreeMap<Key, Vec<OperationId>> = BTreeMap::new();
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
            if entry.is_after_end(&act.id) {
                verdicts.insert(act.id, Verdict::SetAside(Reason::MembershipEnded));
                continue;
            }
            entry.endings.insert(act.id);
            accepted.entry(person).or_default().push(act.id);
        }
        for (person, heads) in accepted {
            let past = above.logs.past(&above.persons.keys_of(&person), &heads);
            self.people.entry(person).or_default().left = Some(past);
        }
    }

    fn admit_founder(&mut self, above: &Above<'_>) {
        let founder = above.persons.person_of(&above.founding.header.key);
        let admitted = Admitted {
            id: above.founding.id,
            by: None,
            scope: Scope::All,
        };
        self.admit(
            founder,
            Record {
                admitted,
                answers: BTreeSet::new(),
                by: Way::Greeted,
            },
        );
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
            self.admit(
                person,
                Record {
                    admitted,
                    answers: admit.names.iter().copied().collect(),
                    by: Way::Greeted,
                },
            );
        }
    }

    /// The least fixpoint over invitations and vouches: somebody newly admitted opens what they
    /// offered; nobody is admitted by a ring of vouches alone. What stands on one admission is
    /// opened by it; what stands on the first, once for each sort of admission that comes first.
    fn spread(&mut self, above: &Above<'_>, acts: &[&Act]) {
        let offers = Offers::of(above, acts);
        let mut open: Vec<(Key, Option<OperationId>)> = Vec::new();
        for (person, known) in &self.people {
            let named = known.admissions.keys().map(|id| (*person, Some(*id)));
            open.extend(known.first().map(|_| (*person, None)));
            open.extend(named);
        }
        while let Some(stand) = open.pop() {
            for act in offers.by.get(&stand).into_iter().flatten() {
                let way = match &act.body {
                    Ok(Body::Vouch(_)) => Way::Vouched,
                    Ok(_) | Err(_) => Way::Joined,
                };
                for (newcomer, admitted) in self.takers(above, &offers, act) {
                    above.logs.step(1);
                    let sort_of = |it: &Self| it.people.get(&newcomer).and_then(Person::first_sort);
                    let before = sort_of(self);
                    let answers = BTreeSet::new();
                    let record = Record {
                        admitted,
                        answers,
                        by: way,
                    };
                    if !self.admit(newcomer, record) {
                        continue;
                    }
                    open.push((newcomer, Some(admitted.id)));
                    if before != sort_of(self) {
                        open.push((newcomer, None));
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
        if let Ok(Body::Vouch(_)) = &act.body {
            let may = above.chain.may_vouch(&act.id, &act.header);
            return may.map_err(Verdict::SetAside);
        }
        if above.chain.is_under_law(&act.header) {
            Ok(())
        } else {
            Err(Verdict::SetAside(Reason::Act))
        }
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

    /// Whether anything is known of a person's membership.
    pub(super) fn knows(&self, person: &Key) -> bool {
        self.people.contains_key(person)
    }

    /// Lets in somebody of whom nothing is known, by an invitation.
    pub(super) fn join(&mut self, joining: &Act, by: Key, scope: Scope) {
        let admitted = Admitted {
            id: joining.id,
            by: Some(by),
            scope,
        };
        let record = Record {
            admitted,
            answers: BTreeSet::new(),
            by: Way::Joined,
        };
        self.admit(joining.header.key, record);
    }

    fn admit(&mut self, person: Key, record: Record) -> bool {
        let known = self.people.entry(person).or_default();
        let Admitted { id, scope, .. } = record.admitted;
        let is_late = known.is_after_end(&id) && record.by == Way::Joined;
        let rank = (!record.answers.is_empty(), is_late, scope, id);
        known.order.insert(rank) && known.admissions.insert(id, record).is_none()
    }

    fn judge_acts(&self, above: &Above<'_>, acts: &[&Act], verdicts: &mut Verdicts) {
        let find = |id: &OperationId| {
            let found = acts.binary_search_by_key(id, |it| it.id);
            found.ok().and_then(|index| acts.get(index))
        };
        for act in acts {
            let verdict = match &act.body {
                Ok(Body::Invitation(_) | Body::Vouch(_)) => self.may_offer(above, act).err(),
                Ok(Body::InvitationClose(close)) => match find(&close.invitation) {
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
        if !self.is_admitted(&person) {
            return Some(Verdict::Waiting(Wait::Admission));
        }
        let ended = Verdict::SetAside(Reason::MembershipEnded);
        let verdict = self.may_speak(&person, &act.id, &act.header).err();
        verdict.filter(|it| *it == ended)
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
        let first = known.first().ok_or(newcomer)?;
        let record = match header.standing {
            None => first,
            Some(named) => known
                .admissions
                .get(&named)
                .ok_or(Verdict::SetAside(Reason::Standing))?,
        };
        if record.admitted.scope == Scope::Vote && !is_vote(header.kind) {
            return Err(Verdict::SetAside(Reason::Scope));
        }
        if !known.is_answered(record) && known.is_after_end(id) {
            return Err(Verdict::SetAside(Reason::MembershipEnded));
        }
        Ok(())
    }

    fn current(&self, person: &Key) -> Option<&Record> {
        let known = self.people.get(person)?;
        known.in_order().find(|it| known.is_answered(it))
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
        let first = || self.people.get(person)?.first();
        self.current(person).or_else(first).map(|it| it.admitted)
    }

    pub(super) fn standing_to_name(&self, person: &Key) -> Option<OperationId> {
        let current = self.current(person)?.admitted.id;
        let first = self.people.get(person)?.first()?.admitted.id;
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

    /// Of every person the vouch that counts first and the one that counts now.
    pub(super) fn vouches_relied_on(&self) -> BTreeSet<OperationId> {
        let relied_on = self.people.iter().flat_map(|(person, known)| {
            let both = [known.first(), self.current(person)];
            both.into_iter().flatten()
        });
        let vouches = relied_on.filter(|it| it.by == Way::Vouched);
        vouches.map(|it| it.admitted.id).collect()
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
    /// By whom, and the admission they stand on.
    by: BTreeMap<(Key, Option<OperationId>), Vec<&'a Act>>,
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
                    let stand = (person, act.header.standing);
                    by.entry(stand).or_insert_with(Vec::new).push(*act);
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

/// Whether an act's author holds an office for the whole commons: what these acts do stands in no
/// dialogue, or cannot be told to stand in one by who never had the text.
fn may_act(above: &Above<'_>, act: &Act, office: OfficeKind) -> Result<(), Reason> {
    let deed = Deed {
        id: &act.id,
        header: &act.header,
        within: Within::Commons,
    };
    above.chain.may_act(above.persons, &deed, office)
}
