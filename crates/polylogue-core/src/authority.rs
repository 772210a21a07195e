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
use crate::id::{Key, OperationId};
use crate::kind::{
    Body, DeviceKind, Kind, Law, Layer, Malformed, Office, OfficeKind, Proof, Scope,
};
use crate::operation::Operation;
use crate::signature::{self, DEVICE_DOMAIN, HANDOVER_DOMAIN, INVITATION_DOMAIN};
use crate::verdict::{Reason, Verdict, Wait};

mod chain;
mod membership;
mod past;
mod person;

use chain::Chain;
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
        Some(Self {
            id: operation.id(),
            header,
            body,
            is_proven,
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
    /// Acts of layers 1 to 4 held, in any order; the founding may be among them.
    pub acts: &'a [Act],
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
    /// It is held and says something of its kind.
    Held,
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
}

/// Judges layers 1 to 4.
#[must_use]
pub fn compute(input: &Input<'_>) -> Computed {
    let mut acts: Vec<&Act> = input
        .acts
        .iter()
        .filter(|it| it.id != input.founding.id)
        .collect();
    acts.push(input.founding);
    acts.sort_by_key(|it| it.id);
    acts.dedup_by_key(|it| it.id);
    let logs = Logs::new(input.logs);
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
    for act in acts {
        verdicts.entry(act.id).or_insert(match act.body {
            Err(Malformed::Unknown) => Verdict::Waiting(Wait::NewerVersion),
            Err(malformed) => Verdict::SetAside(Reason::Malformed(malformed)),
            Ok(_) => Verdict::Accepted,
        });
    }
    let needs = logs.into_needs();
    if needs.is_empty() {
        Computed::Ready(Box::new(Authority {
            persons,
            chain,
            membership,
            verdicts,
        }))
    } else {
        Computed::Needs(needs)
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

    /// Signing keys with a fence: when an operation of theirs arrives, [`compute`] again.
    #[must_use]
    pub fn fenced_keys(&self) -> BTreeSet<Key> {
        let persons = self.membership.fenced().chain(self.chain.fenced());
        let mut keys: BTreeSet<Key> = persons
            .flat_map(|person| self.persons.keys_of(&person))
            .collect();
        keys.extend(self.persons.fenced_keys());
        keys
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
        if let Some(office) = kind.office()
            && let Err(reason) = self.chain.may_act(&self.persons, id, header, office)
        {
            return Verdict::SetAside(reason);
        }
        match body {
            BodyState::Malformed(Malformed::Unknown) => Verdict::Waiting(Wait::NewerVersion),
            BodyState::Malformed(malformed) => Verdict::SetAside(Reason::Malformed(malformed)),
            BodyState::Missing => Verdict::Waiting(Wait::Body),
            BodyState::Held | BodyState::Erased => Verdict::Accepted,
        }
    }

    /// Persons whose content may be judged otherwise under `later` than here.
    #[must_use]
    pub fn changed(&self, later: &Self) -> BTreeSet<Key> {
        let mut changed = self.membership.changed(&later.membership);
        changed.extend(self.persons.changed(&later.persons));
        if self.chain != later.chain {
            let holders = self
                .chain
                .office_holders()
                .chain(later.chain.office_holders());
            changed.extend(holders.map(|key| later.person_of(&key)));
        }
        changed
    }
}

/// The office a power of the same name belongs to.
fn office_of(power: crate::kind::Power) -> Option<OfficeKind> {
    use crate::kind::Power;
    match power {
        Power::Greeter => Some(OfficeKind::Greeter),
        Power::Moderator => Some(OfficeKind::Moderator),
        Power::Facilitator => Some(OfficeKind::Facilitator),
        Power::Publisher => Some(OfficeKind::Publisher),
        Power::Membership => None,
    }
}

#[cfg(test)]
mod tests;
