//! Layer 1: one root key per person, their devices, and moving to a new root.

use std::collections::{BTreeMap, BTreeSet};

use super::past::Logs;
use super::{Act, Device};
use crate::header::Header;
use crate::id::{Key, OperationId};
use crate::kind::{Body, DeviceEnd, DeviceKind, Handover, Join, Kind, Scope};
use crate::limits::{DEVICES_MAX, HANDOVERS_MAX};
use crate::verdict::{Reason, Verdict};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Persons {
    devices: BTreeMap<Key, Device>,
    /// Root → the devices it added.
    devices_by: BTreeMap<Key, BTreeSet<Key>>,
    /// Root that follows another → the first of them all.
    first_roots: BTreeMap<Key, Key>,
    /// New root → the root it follows.
    follows: BTreeMap<Key, Key>,
    /// Root → the one it handed over to.
    followed_by: BTreeMap<Key, Key>,
    /// Device → what still counts of it.
    device_fences: BTreeMap<Key, BTreeSet<OperationId>>,
    /// Old root → what still counts of it and its devices.
    handover_fences: BTreeMap<Key, BTreeSet<OperationId>>,
    /// Root → kind it joined with, and its helper.
    roots: BTreeMap<Key, DeviceKind>,
}

impl Persons {
    pub(super) fn judge(
        acts: &[&Act],
        logs: &Logs<'_>,
        verdicts: &mut BTreeMap<OperationId, Verdict>,
    ) -> Self {
        let mut persons = Self::default();
        persons.take_roots(acts);
        persons.take_devices(acts, verdicts);
        persons.take_handovers(acts, verdicts);
        persons.end_devices(acts, logs, verdicts);
        persons.fence_handovers(acts, logs, verdicts);
        persons
    }

    fn take_roots(&mut self, acts: &[&Act]) {
        for act in acts {
            if let Ok(Body::Join(join)) = &act.body {
                self.take_root(act, join);
            }
        }
    }

    pub(super) fn take_root(&mut self, act: &Act, join: &Join) {
        self.roots.insert(act.header.key, join.root);
    }

    /// Whether anything names a key: a joining, a device, or a move to a new root.
    pub(super) fn knows(&self, key: &Key) -> bool {
        self.roots.contains_key(key)
            || self.devices.contains_key(key)
            || self.devices_by.contains_key(key)
            || self.follows.contains_key(key)
            || self.followed_by.contains_key(key)
            || self.handover_fences.contains_key(key)
    }

    /// In order of id: a key that is a device adds none, and a key with devices is none. Only
    /// people who sign for both can make that order matter.
    fn take_devices(&mut self, acts: &[&Act], verdicts: &mut BTreeMap<OperationId, Verdict>) {
        let mut with_devices = BTreeSet::new();
        for act in acts {
            let Ok(Body::DeviceAdd(add)) = &act.body else {
                continue;
            };
            let root = act.header.key;
            let refused = if !act.is_proven {
                Some(Reason::Device)
            } else if self.devices.contains_key(&root) || root == add.device {
                Some(Reason::NotAllowed)
            } else if self
                .devices
                .get(&add.device)
                .is_some_and(|it| it.root != root)
                || with_devices.contains(&add.device)
            {
                Some(Reason::Device)
            } else if self.has_enough_devices(&root, &add.device) {
                Some(Reason::NotAllowed)
            } else {
                None
            };
            if let Some(reason) = refused {
                verdicts.insert(act.id, Verdict::SetAside(reason));
                continue;
            }
            with_devices.insert(root);
            self.devices_by.entry(root).or_default().insert(add.device);
            self.devices.entry(add.device).or_insert(Device {
                added: act.id,
                root,
                kind: add.kind,
                scope: add.scope,
                end: add.end,
                is_ended: false,
            });
        }
    }

    /// Whether a root has as many devices as one may ever have, and this is none of them.
    fn has_enough_devices(&self, root: &Key, device: &Key) -> bool {
        let added = self.devices_by.get(root);
        added.is_some_and(|it| it.len() >= DEVICES_MAX && !it.contains(device))
    }

    /// Of several handovers of one root none counts; the same of several roots to one.
    fn take_handovers(&mut self, acts: &[&Act], verdicts: &mut BTreeMap<OperationId, Verdict>) {
        let mut pairs: BTreeSet<(Key, Key)> = BTreeSet::new();
        for (act, handover) in handovers(acts) {
            pairs.insert((handover.old, act.header.key));
        }
        let (mut of_old, mut of_new) = (BTreeMap::new(), BTreeMap::new());
        for (old, new) in &pairs {
            *of_old.entry(*old).or_insert(0_usize) += 1;
            *of_new.entry(*new).or_insert(0_usize) += 1;
        }
        let is_single = |old: &Key, new: &Key| old != new && of_old[old] == 1 && of_new[new] == 1;
        for (old, new) in &pairs {
            let is_root = |key: &Key| !self.devices.contains_key(key);
            if is_single(old, new) && is_root(old) && is_root(new) {
                self.follows.insert(*new, *old);
                self.followed_by.insert(*old, *new);
            }
        }
        self.find_first_roots();
        for act in acts {
            if let Ok(Body::Handover(handover)) = &act.body {
                let reason = if !act.is_proven {
                    Reason::NotTheAuthor
                } else if self.follows.get(&act.header.key) == Some(&handover.old) {
                    continue;
                } else {
                    Reason::HandoverContested
                };
                verdicts.insert(act.id, Verdict::SetAside(reason));
            }
        }
    }

    fn end_devices(
        &mut self,
        acts: &[&Act],
        logs: &Logs<'_>,
        verdicts: &mut BTreeMap<OperationId, Verdict>,
    ) {
        let mut ended: BTreeMap<Key, BTreeMap<Key, Vec<OperationId>>> = BTreeMap::new();
        for act in acts {
            let Ok(Body::DeviceEnd(DeviceEnd {
                device, accepts, ..
            })) = &act.body
            else {
                continue;
            };
            let author = self.person_of(&act.header.key);
            let is_root = !self.devices.contains_key(&act.header.key);
            if !is_root || author != self.person_of(device) || !self.devices.contains_key(device) {
                verdicts.insert(act.id, Verdict::SetAside(Reason::NotTheAuthor));
                continue;
            }
            let heads = ended.entry(author).or_default().entry(*device);
            heads.or_default().extend(accepts);
        }
        for (author, devices) in ended {
            let keys = self.keys_of(&author);
            for (device, heads) in devices {
                let past = logs.past_by(&device, &keys, &heads);
                self.device_fences.insert(device, past);
                if let Some(ended) = self.devices.get_mut(&device) {
                    ended.is_ended = true;
                }
            }
        }
    }

    fn fence_handovers(
        &mut self,
        acts: &[&Act],
        logs: &Logs<'_>,
        verdicts: &BTreeMap<OperationId, Verdict>,
    ) {
        let mut heads: BTreeMap<Key, Vec<OperationId>> = BTreeMap::new();
        for (act, handover) in handovers(acts) {
            if !verdicts.contains_key(&act.id) {
                let heads = heads.entry(handover.old).or_default();
                heads.extend(&handover.accepts);
            }
        }
        for (old, heads) in heads {
            let past = logs.past(&self.keys_of(&old), &heads);
            self.handover_fences.insert(old, past);
        }
    }

    /// Each root has at most one that follows it and follows at most one, so from every root that
    /// follows none leads one line. What is on no line runs in a ring, and nobody moved by it; nor
    /// by what is too far along one.
    fn find_first_roots(&mut self) {
        let is_first = |key: &&Key| !self.follows.contains_key(*key);
        for first in self.followed_by.keys().filter(is_first) {
            let mut root = first;
            for _ in 0..HANDOVERS_MAX {
                let Some(newer) = self.followed_by.get(root) else {
                    break;
                };
                self.first_roots.insert(*newer, *first);
                root = newer;
            }
        }
        let first_roots = &self.first_roots;
        self.follows.retain(|new, _| first_roots.contains_key(new));
        self.followed_by
            .retain(|_, new| first_roots.contains_key(new));
    }

    pub(super) fn person_of(&self, key: &Key) -> Key {
        let root = self.devices.get(key).map_or(*key, |device| device.root);
        self.first_roots.get(&root).copied().unwrap_or(root)
    }

    pub(super) fn keys_of(&self, person: &Key) -> BTreeSet<Key> {
        let mut root = self.person_of(person);
        let mut roots = BTreeSet::from([root]);
        while let Some(newer) = self.followed_by.get(&root) {
            if !roots.insert(*newer) {
                break;
            }
            root = *newer;
        }
        let added = roots.iter().filter_map(|root| self.devices_by.get(root));
        let devices: Vec<Key> = added.flatten().copied().collect();
        roots.extend(devices);
        roots
    }

    pub(super) fn devices_of(&self, person: &Key) -> Vec<(Key, Device)> {
        let keys = self.keys_of(person);
        keys.iter()
            .filter_map(|key| self.devices.get(key).map(|device| (*key, *device)))
            .collect()
    }

    /// Whether a key is a root that has not been left behind at this operation.
    pub(super) fn may_sign_law(&self, id: &OperationId, header: &Header) -> Result<(), Reason> {
        if self.devices.contains_key(&header.key) {
            return Err(Reason::NotAKeeper);
        }
        self.may_sign(id, header)
    }

    /// Whether the key could still sign this: device scope and end, device and handover fences.
    pub(super) fn may_sign(&self, id: &OperationId, header: &Header) -> Result<(), Reason> {
        let mut root = header.key;
        if let Some(device) = self.devices.get(&header.key) {
            root = device.root;
            let only_votes = device.scope == Scope::Vote && !is_vote(header.kind);
            if only_votes || device.end.is_some_and(|end| header.time >= end) {
                return Err(Reason::Device);
            }
            if self
                .device_fences
                .get(&header.key)
                .is_some_and(|past| !past.contains(id))
            {
                return Err(Reason::DeviceEnded);
            }
        }
        if self
            .handover_fences
            .get(&root)
            .is_some_and(|past| !past.contains(id))
        {
            return Err(Reason::HandedOver);
        }
        Ok(())
    }

    pub(super) fn changed(&self, later: &Self) -> BTreeSet<Key> {
        if self == later {
            return BTreeSet::new();
        }
        let keys = |of: &Self| -> BTreeSet<Key> {
            let fences = of.device_fences.keys().chain(of.handover_fences.keys());
            of.devices
                .keys()
                .chain(of.follows.keys())
                .chain(fences)
                .copied()
                .collect()
        };
        let all: BTreeSet<Key> = keys(self).union(&keys(later)).copied().collect();
        let differs = |key: &Key| {
            self.devices.get(key) != later.devices.get(key)
                || self.follows.get(key) != later.follows.get(key)
                || self.device_fences.get(key) != later.device_fences.get(key)
                || self.handover_fences.get(key) != later.handover_fences.get(key)
        };
        let touched: Vec<Key> = all.into_iter().filter(differs).collect();
        let both = |key: &Key| [self.person_of(key), later.person_of(key), *key];
        touched.iter().flat_map(both).collect()
    }
}

/// What a key or admission with the scope `vote` may say.
pub(super) fn is_vote(kind: u16) -> bool {
    [Kind::Vote, Kind::Profile, Kind::Join]
        .iter()
        .any(|it| it.number() == kind)
}

fn handovers<'a>(acts: &'a [&'a Act]) -> impl Iterator<Item = (&'a Act, &'a Handover)> {
    acts.iter()
        .filter(|it| it.is_proven)
        .filter_map(|act| match &act.body {
            Ok(Body::Handover(handover)) => Some((*act, handover)),
            Ok(_) | Err(_) => None,
        })
}
