//! Who may say what: verdicts in five layers, each judged only from those above it.
//!
//! [`compute`] takes every act of layers 1 to 4 and answers an [`Authority`]; [`Authority::judge`]
//! then costs a few look-ups for each piece of content. Nothing here depends on the order of its
//! input: lists are sorted by id first, and every tie is broken by id.
//!
//! A fence needs to know what is in the past of the heads it names, so [`compute`] may answer that
//! it [needs](Computed::Needs) the logs of some keys; the caller adds them and calls again.

use std::collections::{BTreeMap, BTreeSet};

use crate::header::Header;
use crate::id::{Hash, Key, OperationId};
use crate::kind::{
    Admission, Body, DeviceKind, Kind, Law, Layer, Malformed, Office, OfficeKind, Proof, Scope,
};
use crate::operation::Operation;
use crate::signature::{self, DEVICE_DOMAIN, HANDOVER_DOMAIN, INVITATION_DOMAIN};
use crate::verdict::{Reason, Verdict, Wait};

mod chain;
mod joining;
mod membership;
mod past;
mod person;
mod proposal;

use chain::{Chain, Deed, Within};
use joining::Stirred;
use membership::Membership;
use past::Logs;
use person::Persons;

pub use past::LogEntry;

/// An operation of layers 1 to 4 whose body is held.
#[derive(Debug, Clone)]
pub struct Act {
    id: OperationId,
    header: Header,
    body: Result<Body, Malformed>,
    is_proven: bool,
    /// Of a resolution: a hash of what it says, whoever says it and whatever they give as a reason.
    says: Option<Hash>,
}

impl Act {
    /// Reads an act once, checking the signature inside its body where it carries one. `None` if
    /// the operation is content or its body is not held.
    #[must_use]
    pub fn of(operation: &Operation) -> Option<Self> {
        if Layer::of(operation.header().kind) == Layer::Content {
            return None;
        }
        let body = operation.body()?;
        let header = operation.header().clone();
        let is_proven = body.as_ref().is_ok_and(|body| is_proven(&header, body));
        let says = match &body {
            Ok(Body::Resolution(it)) => Some(it.says()),
            Ok(_) | Err(_) => None,
        };
        Some(Self {
            id: operation.id(),
            header,
            body,
            is_proven,
            says,
        })
    }

    /// The operation's id.
    #[must_use]
    pub fn id(&self) -> OperationId {
        self.id
    }

    /// Its header.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// What it says.
    ///
    /// # Errors
    /// Why its body says nothing of its kind.
    pub fn body(&self) -> Result<&Body, Malformed> {
        self.body.as_ref().map_err(|malformed| *malformed)
    }
}

/// Whether the signature inside a body holds; true where a body carries none.
fn is_proven(header: &Header, body: &Body) -> bool {
    let holds = |key: Key, Proof(proof): &Proof, domain: &[u8], parts: &[&[u8]]| {
        signature::verify(key, proof, domain, parts)
    };
    let (commons, author) = (&header.commons.0, &header.key.0);
    if let Body::DeviceAdd(add) = body {
        return holds(add.device, &add.proof, DEVICE_DOMAIN, &[commons, author]);
    }
    if let Body::Handover(it) = body {
        return holds(it.old, &it.proof, HANDOVER_DOMAIN, &[commons, author]);
    }
    if let Body::Join(join) = body {
        return join.invited.as_ref().is_none_or(|it| {
            let parts: &[&[u8]] = &[commons, &it.invitation.0, author];
            holds(it.key, &it.proof, INVITATION_DOMAIN, parts)
        });
    }
    true
}

/// Everything verdicts are a function of.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The founding operation.
    pub founding: &'a Act,
    /// Acts of layers 1 to 4 held, by id; the founding may be among them.
    pub acts: &'a BTreeMap<OperationId, Act>,
    /// The resolution this peer has pinned, if any.
    pub pin: Option<OperationId>,
    /// Logs of signing keys, as asked for by [`Computed::Needs`].
    pub logs: &'a BTreeMap<Key, Vec<LogEntry>>,
}

/// What [`compute`] answers.
#[derive(Debug)]
pub enum Computed {
    /// The verdicts.
    Ready(Box<Authority>),
    /// Not yet: the logs of these signing keys are wanted too (an empty log for an unknown key).
    Needs(BTreeSet<Key>),
}

/// What is known of an operation's body when it is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyState {
    /// It is held and says something of its kind; the dialogue it names, where it is an act of an
    /// office and counts only for what stands in one.
    Held(Option<OperationId>),
    /// It is held and does not.
    Malformed(Malformed),
    /// It is not held yet.
    Missing,
    /// It was erased; header, author and date remain.
    Erased,
}

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonStanding {
    /// Admitted.
    Member(Scope),
    /// Not admitted by anybody yet.
    Newcomer,
    /// Left by themselves.
    Left,
    /// Ended by a moderator or a resolution.
    Removed,
}

/// How a person was admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admitted {
    /// The founding, joining, admission or vouch.
    pub id: OperationId,
    /// Who founded, invited, admitted or vouched; none: the founder.
    pub by: Option<Key>,
    /// What they may say.
    pub scope: Scope,
}

/// A device that speaks for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    /// The act that added it.
    pub added: OperationId,
    /// The root key that added it.
    pub root: Key,
    /// Its kind.
    pub kind: DeviceKind,
    /// What it may say.
    pub scope: Scope,
    /// Claimed times from here on are set aside.
    pub end: Option<u64>,
    /// Whether it was ended.
    pub is_ended: bool,
}

/// Verdicts on all acts, and the rules for judging content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    persons: Persons,
    chain: Chain,
    membership: Membership,
    verdicts: BTreeMap<OperationId, Verdict>,
    stirred: Stirred,
    /// Operations that fences name, or what these name, and that were in no log given.
    missing: BTreeSet<OperationId>,
}

/// Judges layers 1 to 4.
#[must_use]
pub fn compute(input: &Input<'_>) -> Computed {
    compute_counting(input).0
}

/// Judges layers 1 to 4, and says how much work that was: one step for each thing looked at, so
/// that what it costs can be tested without a clock.
#[must_use]
pub fn compute_counting(input: &Input<'_>) -> (Computed, u64) {
    let mut acts: Vec<&Act> = input.acts.values().collect();
    if !input.acts.contains_key(&input.founding.id) {
        let place = acts.partition_point(|it| it.id < input.founding.id);
        acts.insert(place, input.founding);
    }
    let logs = Logs::new(input.logs);
    logs.step(acts.len());
    let mut verdicts = BTreeMap::new();
    let persons = Persons::judge(&acts, &logs, &mut verdicts);
    let chain = Chain::judge(input, &acts, &persons, &logs, &mut verdicts);
    let above = Above {
        founding: input.founding,
        persons: &persons,
        chain: &chain,
        logs: &logs,
    };
    let membership = Membership::judge(&above, &acts, &mut verdicts);
    let judged = acts.iter().map(|act| {
        let verdict = verdicts.get(&act.id).copied();
        (act.id, verdict.unwrap_or_else(|| unopposed(act)))
    });
    let verdicts = judged.collect();
    let steps = logs.steps();
    let (needs, missing) = logs.into_wanting();
    if !needs.is_empty() {
        return (Computed::Needs(needs), steps);
    }
    let authority = Authority {
        persons,
        chain,
        membership,
        verdicts,
        stirred: Stirred::of(&acts),
        missing,
    };
    (Computed::Ready(Box::new(authority)), steps)
}

/// The verdict on an act that nothing speaks against.
fn unopposed(act: &Act) -> Verdict {
    match act.body {
        Err(Malformed::Unknown) => Verdict::Waiting(Wait::NewerVersion),
        Err(malformed) => Verdict::SetAside(Reason::Malformed(malformed)),
        Ok(_) => Verdict::Accepted,
    }
}

/// What a law takes from people that the law before it gave them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Holders of offices that it drops, makes shorter or holds to one dialogue.
    pub offices: BTreeSet<(Key, OfficeKind)>,
    /// The rule of admission that let members vouch, where it lets them no longer.
    pub vouching: Option<Admission>,
}

/// What one law takes away that another gave: what it takes away needs a fence, as a power that is
/// ended does.
#[must_use]
pub fn narrowed(before: &Law, after: &Law) -> Narrowed {
    let keeps = |office: &Office| {
        let end = office.end.min(before.roll_end);
        after.offices.iter().any(|it| {
            (it.kind, it.holder) == (office.kind, office.holder)
                && it.scope.is_none_or(|scope| office.scope == Some(scope))
                && it.end.min(after.roll_end) >= end
        })
    };
    let taken = before.offices.iter().filter(|office| !keeps(office));
    let lets_vouch = |law: &Law| law.admission != Admission::Invitation;
    let ends_vouching = lets_vouch(before) && !lets_vouch(after);
    Narrowed {
        offices: taken.map(|it| (it.holder, it.kind)).collect(),
        vouching: ends_vouching.then_some(before.admission),
    }
}

/// What membership is judged from.
struct Above<'a> {
    founding: &'a Act,
    persons: &'a Persons,
    chain: &'a Chain,
    logs: &'a Logs<'a>,
}

impl Authority {
    /// The verdict on an act of layers 1 to 4.
    #[must_use]
    pub fn act_verdict(&self, id: &OperationId) -> Option<Verdict> {
        self.verdicts.get(id).copied()
    }

    /// The person behind a signing key: their first root key. An unknown key is its own person.
    #[must_use]
    pub fn person_of(&self, key: &Key) -> Key {
        self.persons.person_of(key)
    }

    /// Every signing key of a person: roots and devices.
    #[must_use]
    pub fn keys_of(&self, person: &Key) -> BTreeSet<Key> {
        self.persons.keys_of(person)
    }

    /// A person's devices, ended ones included.
    #[must_use]
    pub fn devices_of(&self, person: &Key) -> Vec<(Key, Device)> {
        self.persons.devices_of(person)
    }

    /// Whether a fence names an operation, or what it names does, that was not here: when it
    /// arrives, [`compute`] again. No other content bears on any verdict but its own.
    #[must_use]
    pub fn is_missed(&self, id: &OperationId) -> bool {
        self.missing.contains(id)
    }

    /// Vouches that somebody's admission rests on, ended or not: what a law names that ends
    /// vouching and lets stand who came in so far.
    #[must_use]
    pub fn vouches_relied_on(&self) -> BTreeSet<OperationId> {
        self.membership.vouches_relied_on()
    }

    /// Whether peers reconcile what this key signed: its person has an accepted admission, ended
    /// or not.
    #[must_use]
    pub fn is_reconciled(&self, key: &Key) -> bool {
        self.membership.is_admitted(&self.person_of(key))
    }

    /// Where a person stands now.
    #[must_use]
    pub fn standing(&self, person: &Key) -> PersonStanding {
        self.membership.standing(person)
    }

    /// How a person was admitted: the admission that counts now, else the first.
    #[must_use]
    pub fn admission_of(&self, person: &Key) -> Option<Admitted> {
        self.membership.admission_of(person)
    }

    /// The admission a person's next operation must name; none while their first counts.
    #[must_use]
    pub fn standing_to_name(&self, person: &Key) -> Option<OperationId> {
        self.membership.standing_to_name(person)
    }

    /// Everybody with an accepted admission, ended or not.
    pub fn admitted(&self) -> impl Iterator<Item = Key> + '_ {
        self.membership.admitted()
    }

    /// The chain of law, the founding first.
    #[must_use]
    pub fn chain(&self) -> &[OperationId] {
        self.chain.ids()
    }

    /// The law in force.
    #[must_use]
    pub fn law(&self) -> &Law {
        self.chain.law()
    }

    /// Keepers who assented to two resolutions that followed the same one.
    #[must_use]
    pub fn double_assents(&self) -> &BTreeSet<(Key, OperationId)> {
        self.chain.double_assents()
    }

    /// Offices in force that a person holds at a time, under the latest law.
    pub fn offices_of<'a>(
        &'a self,
        person: &'a Key,
        time: u64,
    ) -> impl Iterator<Item = &'a Office> + 'a {
        let law = self.law();
        let holds = move |office: &&Office| {
            time < office.end
                && time < law.roll_end
                && self.person_of(&office.holder) == self.person_of(person)
        };
        law.offices.iter().filter(holds)
    }

    /// Judges one piece of content. Its place in its author's own log (heads, counter, `act`) is
    /// checked by the caller, who holds the headers.
    #[must_use]
    pub fn judge(&self, id: &OperationId, header: &Header, body: BodyState) -> Verdict {
        if let Err(reason) = self.persons.may_sign(id, header) {
            return Verdict::SetAside(reason);
        }
        let person = self.persons.person_of(&header.key);
        if let Err(verdict) = self.membership.may_speak(&person, id, header) {
            return verdict;
        }
        let Some(kind) = Kind::of(header.kind) else {
            return Verdict::Waiting(Wait::NewerVersion);
        };
        if let Some(office) = kind.office() {
            if let Some(missing) = self.law_waits_for(header) {
                return Verdict::Waiting(Wait::Operation(missing));
            }
            let within = match body {
                BodyState::Held(Some(dialogue)) => Within::Dialogue(dialogue),
                BodyState::Held(None) => Within::Commons,
                BodyState::Malformed(_) | BodyState::Missing | BodyState::Erased => Within::Unknown,
            };
            let deed = Deed { id, header, within };
            if let Err(reason) = self.chain.may_act(&self.persons, &deed, office) {
                return Verdict::SetAside(reason);
            }
        }
        match body {
            BodyState::Malformed(Malformed::Unknown) => Verdict::Waiting(Wait::NewerVersion),
            BodyState::Malformed(malformed) => Verdict::SetAside(Reason::Malformed(malformed)),
            BodyState::Missing => Verdict::Waiting(Wait::Body),
            BodyState::Held(_) | BodyState::Erased => Verdict::Accepted,
        }
    }

    /// What is not here, or whose body is not, of the law that an operation names.
    fn law_waits_for(&self, header: &Header) -> Option<OperationId> {
        let act = header.act?;
        if self.verdicts.contains_key(&act) {
            self.chain.law_waits_for(&act)
        } else {
            Some(act)
        }
    }

    /// Persons whose content may be judged otherwise under `later` than here.
    #[must_use]
    pub fn changed(&self, later: &Self) -> BTreeSet<Key> {
        let mut changed = self.membership.changed(&later.membership);
        changed.extend(self.persons.changed(&later.persons));
        let holders = self.chain.holders_changed(&later.chain);
        changed.extend(holders.iter().map(|key| later.person_of(key)));
        changed
    }

    /// Acts whose verdicts are not the same here and under `later`, or are in one of the two alone.
    #[must_use]
    pub fn changed_acts(&self, later: &Self) -> Vec<OperationId> {
        let mut before = self.verdicts.iter().peekable();
        let mut changed = Vec::new();
        for now in &later.verdicts {
            while let Some((id, _)) = before.next_if(|it| it.0 < now.0) {
                changed.push(*id);
            }
            let same = before.next_if(|it| it.0 == now.0);
            if same.is_none_or(|it| it.1 != now.1) {
                changed.push(*now.0);
            }
        }
        changed.extend(before.map(|it| *it.0));
        changed
    }
}

/// The power that goes with an office.
fn power_of(office: OfficeKind) -> crate::kind::Power {
    use crate::kind::Power;
    match office {
        OfficeKind::Greeter => Power::Greeter,
        OfficeKind::Moderator => Power::Moderator,
        OfficeKind::Facilitator => Power::Facilitator,
        OfficeKind::Publisher => Power::Publisher,
    }
}

#[cfg(test)]
mod tests;
