//! The seam with core's authority: acts in, verdicts out. Nothing else here knows how it decides.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::authority::{Act, Authority, BodyState, Computed, Input, LogEntry, compute};
use polylogue_core::header::Header;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Body, DeviceKind};
use polylogue_core::operation::Operation;
use polylogue_core::verdict::Verdict;

use crate::database::{Database, Go, id_at};
use crate::fault::StoreFault;

/// The authority over one set of acts, and the acts.
#[derive(Debug)]
pub(crate) struct Judge {
    founding: Act,
    acts: BTreeMap<OperationId, Act>,
    pin: Option<OperationId>,
    authority: Box<Authority>,
    /// What kind of key each newcomer said their root is, by the joining with the lowest id.
    root_kinds: BTreeMap<Key, (OperationId, DeviceKind)>,
    /// Logs that fences were judged by, as far as nothing was added to them since.
    logs: BTreeMap<Key, Vec<LogEntry>>,
    /// Whose logs fences were judged by.
    fenced: BTreeSet<Key>,
}

/// Which part of the log is judged from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// What the read models already follow.
    Followed,
    /// All of it.
    All,
}

impl Judge {
    /// Judges the acts within reach.
    pub(crate) fn load(
        database: &Database,
        founding: &Operation,
        pin: Option<OperationId>,
        reach: Reach,
    ) -> Result<Self, StoreFault> {
        let founding = Act::of(founding).ok_or(StoreFault::NotAFounding)?;
        let acts = load_acts(database, reach)?;
        let input = Judged {
            founding: &founding,
            acts: &acts,
            pin,
        };
        let mut logs = BTreeMap::new();
        let authority = settle(database, &input, &mut logs, reach)?;
        Ok(Self {
            root_kinds: root_kinds(acts.values()),
            founding,
            acts,
            pin,
            authority,
            logs: BTreeMap::new(),
            fenced: logs.into_keys().collect(),
        })
    }

    /// Judges again with all that is in the log; gives what was in force before.
    pub(crate) fn refresh(
        &mut self,
        database: &Database,
        new: Vec<Act>,
        pin: Option<OperationId>,
    ) -> Result<Box<Authority>, StoreFault> {
        self.take(new);
        self.pin = pin;
        let input = Judged {
            founding: &self.founding,
            acts: &self.acts,
            pin: self.pin,
        };
        let later = settle(database, &input, &mut self.logs, Reach::All)?;
        self.fenced = self.logs.keys().copied().collect();
        Ok(std::mem::replace(&mut self.authority, later))
    }

    /// Takes in new acts that are joinings on which nothing hangs but who joins; says whether all
    /// of them are. If not, nothing is changed and [`Judge::refresh`] does it.
    pub(crate) fn join(&mut self, new: &[Act]) -> bool {
        let invited = |act| {
            let Ok(Body::Join(join)) = Act::body(act) else {
                return None;
            };
            let invitation = self.acts.get(&join.invited.as_ref()?.invitation)?;
            Some((act, invitation))
        };
        let joinings: Option<Vec<(&Act, &Act)>> = new.iter().map(invited).collect();
        let is_joined = joinings.is_some_and(|it| self.authority.join(&it));
        if is_joined {
            self.take(new.to_vec());
        }
        is_joined
    }

    fn take(&mut self, new: Vec<Act>) {
        for (key, said) in root_kinds(new.iter()) {
            let first = self.root_kinds.entry(key).or_insert(said);
            *first = (*first).min(said);
        }
        self.acts.extend(new.into_iter().map(|it| (it.id(), it)));
    }

    /// Forgets an act that has left the log; [`Judge::refresh`] follows.
    pub(crate) fn forget(&mut self, id: &OperationId) {
        self.acts.remove(id);
        self.root_kinds = root_kinds(self.acts.values());
        self.logs.clear();
    }

    /// Notes that something was appended to the log of a key, or left it.
    pub(crate) fn note(&mut self, key: &Key) {
        self.logs.remove(key);
    }

    /// The authority in force.
    pub(crate) fn authority(&self) -> &Authority {
        &self.authority
    }

    /// Whether a fence may stand on what this key signed.
    pub(crate) fn is_fenced(&self, key: &Key) -> bool {
        self.fenced.contains(key)
    }

    /// Whether an operation bears on the verdicts on others whatever it says.
    pub(crate) fn is_missed(&self, id: &OperationId) -> bool {
        self.authority.is_missed(id)
    }

    /// The verdict on an act of layers 1 to 4 whose body is held.
    pub(crate) fn act(&self, id: &OperationId) -> Option<Verdict> {
        self.authority.act_verdict(id)
    }

    /// The verdict on content whose place in its author's log is right.
    pub(crate) fn content(&self, id: &OperationId, header: &Header, body: BodyState) -> Verdict {
        self.authority.judge(id, header, body)
    }

    /// What kind of key somebody said their root is; their own where they said nothing.
    pub(crate) fn root_kind(&self, root: &Key) -> DeviceKind {
        let said = self.root_kinds.get(root);
        said.map_or(DeviceKind::Own, |(_, kind)| *kind)
    }
}

fn root_kinds<'a>(acts: impl Iterator<Item = &'a Act>) -> BTreeMap<Key, (OperationId, DeviceKind)> {
    let mut kinds = BTreeMap::new();
    for act in acts {
        if let Ok(Body::Join(join)) = act.body() {
            let said = (act.id(), join.root);
            let first = kinds.entry(act.header().key).or_insert(said);
            *first = (*first).min(said);
        }
    }
    kinds
}

fn load_acts(database: &Database, reach: Reach) -> Result<BTreeMap<OperationId, Act>, StoreFault> {
    const ACTS: &str = "SELECT header, signature, body, n FROM operation
        WHERE kind < 500 AND body IS NOT NULL
        AND (?1 OR (n <= (SELECT value FROM state WHERE name = 'cursor')
            AND NOT EXISTS (SELECT 1 FROM late WHERE late.n = operation.n)))";
    let mut acts = BTreeMap::new();
    let mut loaded = crate::log::Loaded::new(usize::MAX);
    database.each(ACTS, [reach == Reach::All], |row| {
        loaded.take_row(row)?;
        let act = loaded.operations.pop().as_ref().and_then(Act::of);
        acts.extend(act.map(|it| (it.id(), it)));
        Ok(Go::On)
    })?;
    Ok(acts)
}

/// What is judged, but for the logs of those with fences.
struct Judged<'a> {
    founding: &'a Act,
    acts: &'a BTreeMap<OperationId, Act>,
    pin: Option<OperationId>,
}

fn settle(
    database: &Database,
    judged: &Judged<'_>,
    logs: &mut BTreeMap<Key, Vec<LogEntry>>,
    reach: Reach,
) -> Result<Box<Authority>, StoreFault> {
    loop {
        match compute(&Input {
            founding: judged.founding,
            acts: judged.acts,
            pin: judged.pin,
            logs,
        }) {
            Computed::Ready(authority) => return Ok(authority),
            Computed::Needs(keys) => {
                for key in keys {
                    logs.insert(key, load_entries(database, key, reach)?);
                }
            }
        }
    }
}

fn load_entries(database: &Database, key: Key, reach: Reach) -> Result<Vec<LogEntry>, StoreFault> {
    const ENTRIES: &str = "SELECT id, header, n FROM operation
        WHERE key = (SELECT n FROM key WHERE key = ?1)
        AND (?2 OR (n <= (SELECT value FROM state WHERE name = 'cursor')
            AND NOT EXISTS (SELECT 1 FROM late WHERE late.n = operation.n AND is_new)))";
    let mut entries = Vec::new();
    database.each(ENTRIES, (key.0, reach == Reach::All), |row| {
        let header = Header::decode(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)
            .map_err(|_| StoreFault::DamagedRow {
                n: row.get(2).unwrap_or(0),
            })?;
        entries.push(LogEntry {
            id: id_at(row, 0)?,
            previous: header.previous,
        });
        Ok(Go::On)
    })?;
    Ok(entries)
}
