//! The running peer: a home, its commons, and the one way to read and write them.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Profile;
use polylogue_core::operation::Operation;
use polylogue_core::signature::{self, DEVICE_DOMAIN, SigningKey};
use polylogue_core::text::Text;
use polylogue_store::query::Standing;
use polylogue_store::{Reader, Store, StoreFault};
use tokio::sync::watch;

use crate::act::{self, Desk, Doing, Heard};
use crate::background::{Background, SMALL_OPERATIONS};
use crate::edition::Shelf;
use crate::founding;
use crate::home::{Home, HomeFault, Owner, Settings};
use crate::intent::{Done, Found, Intent};
use crate::maps::{MapOf, Maps, OpenMap, Scrutiny};
use crate::peering::Peering;
use crate::pen::{Edge, Pen, Place};
use crate::presence::Presence;
use crate::reconciled::Reconciled;
use crate::refusal::{Failure, Refusal};
use crate::replica;

/// Where the read secret is kept in a store.
pub(crate) const READ_SECRET: &str = "read-secret";

/// Whether anything of the outside world is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalOnly {
    /// Nothing but addresses of this machine and the local network that somebody named.
    Yes,
    /// The local network is searched, and a relay used where the settings name one.
    No,
}

/// What a node is opened with: all that it takes from the world.
#[derive(Debug, Clone, Copy)]
pub struct NodeOptions {
    /// Seconds since 1970-01-01 UTC.
    pub clock: fn() -> u64,
    /// Fills bytes so that nobody can guess them.
    pub random: fn(&mut [u8]),
    /// Whether anything of the outside world is used.
    pub local_only: LocalOnly,
    /// Where to listen for peers of the first commons; each other has the next port. None: every
    /// interface, ports of the system's choice.
    pub listen: Option<SocketAddr>,
}

impl NodeOptions {
    /// The clock and the randomness of this machine.
    ///
    /// # Panics
    /// The random source panics if the system has none: nothing could be signed safely.
    #[must_use]
    pub fn of_this_machine(local_only: LocalOnly) -> Self {
        Self {
            clock: machine_clock,
            random: machine_random,
            local_only,
            listen: None,
        }
    }
}

fn machine_clock() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since
        .map_or(0, |it| it.as_secs())
        .min(polylogue_core::limits::TIME_END - 1)
}

fn machine_random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("a machine without randomness cannot sign anything");
}

/// One commons in the list of those held here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonsSummary {
    /// Its id.
    pub id: OperationId,
    /// Its title.
    pub title: String,
    /// The question it stands under.
    pub question: String,
    /// Members.
    pub people: u64,
    /// Operations held.
    pub operations: u64,
    /// My own root key there.
    pub me: Key,
    /// Where I stand there.
    pub standing: Standing,
    /// Whether it is the one last used.
    pub is_active: bool,
}

/// A commons that is open here.
pub(crate) struct Held {
    pub(crate) id: OperationId,
    pub(crate) store: Store,
    pub(crate) founding_bytes: [u8; 32],
    key: SigningKey,
    writing: Mutex<()>,
    noting: Mutex<()>,
    pub(crate) reconciled: Reconciled,
}

impl Held {
    pub(crate) fn me(&self) -> Key {
        Key::of(&self.key)
    }

    pub(crate) fn key(&self) -> SigningKey {
        self.key
    }

    pub(crate) fn reader(&self) -> Result<Reader, Refusal> {
        Ok(self.store.reader()?)
    }

    /// Held while notes of peers are written.
    pub(crate) fn noting(&self) -> MutexGuard<'_, ()> {
        self.noting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where this home's person has come to.
    pub(crate) fn place(&self) -> Result<Place, Refusal> {
        self.place_of(self.me())
    }

    pub(crate) fn place_of(&self, key: Key) -> Result<Place, Refusal> {
        let author = self.store.author(&[key])?;
        if author.counter >= author.counter_max {
            let quota = author.counter_max;
            return Err(Refusal::WroteAll { quota });
        }
        Ok(Place {
            standing: author.standing,
            act: Some(author.act),
            heads: author.heads,
        })
    }

    /// Operations that are here, in the order asked for.
    pub(crate) fn load(&self, ids: &[OperationId]) -> Result<Vec<Operation>, Refusal> {
        Ok(self.store.load(ids, usize::MAX)?)
    }

    fn writing(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) struct Inner {
    home: Home,
    background: Background,
    options: NodeOptions,
    commons: RwLock<BTreeMap<OperationId, Arc<Held>>>,
    /// Commons whose stores could not be opened, and why.
    unopened: BTreeMap<OperationId, String>,
    changes: watch::Sender<BTreeMap<OperationId, u64>>,
    peering: Mutex<Option<Arc<Peering>>>,
    /// Held while the store of a commons is made.
    creating: Mutex<()>,
    /// Held while a ticket is used: who asks for the same commons meanwhile finds it whole.
    joining: Mutex<()>,
    maps: Maps,
    shelf: Shelf,
    /// Whether the network was opened to stay: a commons that comes later is opened too.
    stays_open: AtomicBool,
    presence: Arc<Presence>,
}

/// A running peer. Clones are the same peer; the home is let go with the last of them.
#[derive(Clone)]
pub struct Node {
    inner: Arc<Inner>,
}

impl std::fmt::Debug for Node {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Node")
            .field("home", &self.inner.home.directory())
            .finish()
    }
}

impl Node {
    /// Opens the home in a directory, and makes one where there is none. Read models that fell
    /// behind are brought up to date. No network is touched.
    ///
    /// # Errors
    /// A [`Refusal`] if the directory is no home, belongs to another process, or cannot be used.
    pub fn open(home: &Path, options: NodeOptions) -> Result<Self, Refusal> {
        let home = Home::open(home, options.random)?;
        let (mut commons, mut unopened) = (BTreeMap::new(), BTreeMap::new());
        for id in home.commons()? {
            match Store::open(&home.store_path(id)?) {
                Ok(store) => drop(commons.insert(id, Arc::new(open_held(&home, id, store)))),
                // One damaged file does not keep the others shut.
                Err(fault) if fault.is_permanent() => {
                    unopened.insert(id, fault.to_string());
                }
                Err(fault) => return Err(fault.into()),
            }
        }
        let (background, bell) = Background::bell();
        let inner = Arc::new(Inner {
            home,
            background,
            options,
            commons: RwLock::new(commons),
            unopened,
            changes: watch::Sender::new(BTreeMap::new()),
            peering: Mutex::new(None),
            creating: Mutex::new(()),
            joining: Mutex::new(()),
            maps: Maps::default(),
            shelf: Shelf::default(),
            stays_open: AtomicBool::new(false),
            presence: Arc::default(),
        });
        Background::start(Arc::downgrade(&inner), bell)
            .map_err(|what| Failure::Threads { what })?;
        Ok(Self { inner })
    }

    pub(crate) fn of(inner: Arc<Inner>) -> Self {
        Self { inner }
    }

    /// The home's directory.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.inner.home.directory()
    }

    /// What the home remembers.
    ///
    /// # Errors
    /// A [`Refusal`] if it cannot be read.
    pub fn settings(&self) -> Result<Settings, Refusal> {
        Ok(self.inner.home.settings()?)
    }

    /// Remembers settings.
    ///
    /// # Errors
    /// A [`Refusal`] if they cannot be written.
    pub fn remember(&self, settings: &Settings) -> Result<(), Refusal> {
        Ok(self.inner.home.remember(settings)?)
    }

    /// Says through which local socket this process can be asked.
    ///
    /// # Errors
    /// A [`Refusal`] if the lock cannot be written.
    pub fn tell_owner(&self, owner: &Owner) -> Result<(), Refusal> {
        Ok(self.inner.home.tell_owner(owner)?)
    }

    /// Every commons held here, by title, then id.
    ///
    /// # Errors
    /// A [`Refusal`] if a store cannot be read.
    pub fn commons(&self) -> Result<Vec<CommonsSummary>, Refusal> {
        let active = self.settings()?.last_commons;
        let mut summaries = Vec::new();
        for held in self.all_held() {
            let reader = held.reader()?;
            let row = reader.commons()?;
            summaries.push(CommonsSummary {
                id: held.id,
                title: row.title.words,
                question: row.question.words,
                people: row.counts.people,
                operations: row.counts.operations,
                me: held.me(),
                standing: standing_of(&reader, held.me())?,
                is_active: active.as_deref() == Some(held.id.to_string().as_str()),
            });
        }
        summaries
            .sort_by(|first, second| (&first.title, first.id).cmp(&(&second.title, second.id)));
        Ok(summaries)
    }

    /// Finds a commons by its title (in any case), by its id, or by an unambiguous beginning of
    /// either; without a name, the only one or the one last used.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCommons`], or [`Refusal::Ambiguous`] if several fit.
    pub fn find_commons(&self, name: Option<&str>) -> Result<OperationId, Refusal> {
        let all = self.commons()?;
        let Some(name) = name else {
            let only = (all.len() == 1).then(|| &all[0]);
            let active = all.iter().find(|it| it.is_active);
            let none = || {
                self.unopened("").unwrap_or(Refusal::NoSuchCommons {
                    id: "(none named)".to_owned(),
                })
            };
            return only.or(active).map(|it| it.id).ok_or_else(none);
        };
        let folded = name.trim().to_lowercase();
        let exact: Vec<_> = all
            .iter()
            .filter(|it| it.id.to_string() == folded || it.title.to_lowercase() == folded)
            .collect();
        let begins = |it: &&CommonsSummary| {
            it.id.to_string().starts_with(&folded) || it.title.to_lowercase().starts_with(&folded)
        };
        let fitting = if exact.is_empty() {
            all.iter().filter(begins).collect()
        } else {
            exact
        };
        match fitting.as_slice() {
            [] => Err(self.unopened(&folded).unwrap_or(Refusal::NoSuchCommons {
                id: name.to_owned(),
            })),
            [one] => Ok(one.id),
            several => Err(Refusal::Ambiguous {
                prefix: name.to_owned(),
                count: several.len() as u64,
            }),
        }
    }

    /// Founds a commons; its founder is this home's person.
    ///
    /// # Errors
    /// A [`Refusal`] if a word breaks a limit or the home cannot be written.
    pub fn found(&self, found: &Found) -> Result<OperationId, Refusal> {
        self.found_with(found, |_, _| Ok(Vec::new()))
    }

    /// Founds a commons and lets `more` sign what stands in it from the start; the operations it
    /// answers, signed by others, are kept in the same batch.
    pub(crate) fn found_with(
        &self,
        found: &Found,
        more: impl FnOnce(&mut Pen, &[u8; 32]) -> Result<Vec<Operation>, Refusal>,
    ) -> Result<OperationId, Refusal> {
        let edge = self.edge();
        let founding_bytes: [u8; 32] = edge.bytes();
        let read_secret: [u8; 32] = edge.bytes();
        let key = self.inner.home.seed().root_key(&founding_bytes);
        let mut pen = Pen::new(key, OperationId(founding_bytes), Place::default(), edge);
        let body = founding::body(found, pen.key(), &read_secret, (edge.clock)());
        let id = pen.say(body)?;
        if !found.name.trim().is_empty() {
            pen.say(Profile {
                name: Text::new(found.name.trim(), &found.language),
                about: Text::new("", &found.language),
                replaces: Vec::new(),
            })?;
        }
        let others = more(&mut pen, &founding_bytes)?;
        let mut operations = pen.take();
        operations.extend(others);
        let held = self.create(&operations[0], Some(&read_secret))?;
        self.keep(&held, &operations[1..])?;
        self.use_commons(id)?;
        self.settle_peering(&held)?;
        Ok(id)
    }

    /// Makes the store of a commons from its founding, which is kept as its first operation;
    /// without the read secret, one reads along and opens the door to nobody. One that is held
    /// already is answered as it is.
    pub(crate) fn create(
        &self,
        founding: &Operation,
        read_secret: Option<&[u8; 32]>,
    ) -> Result<Arc<Held>, Refusal> {
        let id = founding.id();
        let creating = self.inner.creating.lock();
        let _creating = creating.unwrap_or_else(PoisonError::into_inner);
        if let Ok(held) = self.held(&id) {
            read_secret.map_or(Ok(()), |it| held.add_read_secret(it))?;
            return Ok(held);
        }
        let path = self.inner.home.store_path(id)?;
        let made = Store::create(&path, founding).and_then(|store| {
            read_secret.map_or(Ok(()), |it| store.local_put(READ_SECRET, it))?;
            Ok(store)
        });
        let store = match made {
            Ok(store) => store,
            // A finished store that could not be opened may be somebody's only copy.
            Err(fault @ StoreFault::Exists { .. }) => return Err(fault.into()),
            Err(fault) => {
                let folder = self.inner.home.commons_folder(id);
                std::fs::remove_dir_all(&folder).map_err(|what| HomeFault::of(&folder, what))?;
                return Err(fault.into());
            }
        };
        let held = Arc::new(open_held(&self.inner.home, id, store));
        let mut commons = self
            .inner
            .commons
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        commons.insert(id, Arc::clone(&held));
        drop(commons);
        self.changed(id);
        Ok(held)
    }

    /// Remembers a commons as the one last used.
    ///
    /// # Errors
    /// A [`Refusal`] if it is not here or the settings cannot be written.
    pub fn use_commons(&self, commons: OperationId) -> Result<(), Refusal> {
        self.held(&commons)?;
        let mut settings = self.settings()?;
        let id = Some(commons.to_string());
        if settings.last_commons != id {
            settings.last_commons = id;
            self.remember(&settings)?;
        }
        Ok(())
    }

    /// Does one thing as this home's person: checks, signs, keeps, and tells connected peers.
    ///
    /// # Errors
    /// A [`Refusal`]; then nothing was signed and nothing kept.
    pub fn perform(&self, commons: &OperationId, intent: Intent) -> Result<Done, Refusal> {
        let held = self.held(commons)?;
        let writing = held.writing();
        let mut desk = Desk::open(&held, self.edge())?;
        let heard = act::may(&desk, Doing::of(&intent))?;
        act::carry_out(&mut desk, intent)?;
        let changes = act::close_changes(&mut desk)?;
        let signed = desk.finish();
        if let Some(kept) = signed.invitation {
            kept.keep(&held.store)?;
        }
        let operations = signed.operations;
        self.keep(&held, &operations)?;
        drop(writing);
        let is_unchanged = operations.is_empty();
        let standing = signed.standing.filter(|_| is_unchanged);
        let made = operations.iter().map(Operation::id);
        let made = made.filter(|it| !changes.contains(it));
        Ok(Done {
            operations: made.chain(standing).collect(),
            changes,
            is_unchanged,
            heard,
        })
    }

    /// Says beforehand whether this home's person may do such a thing, and how it would be heard.
    ///
    /// # Errors
    /// The [`Refusal`] that [`Node::perform`] would answer.
    pub fn may(&self, commons: &OperationId, doing: Doing) -> Result<Heard, Refusal> {
        let held = self.held(commons)?;
        act::may(&Desk::open(&held, self.edge())?, doing)
    }

    /// Lets `write` sign with this home's pen and keeps what it signed in one transaction.
    pub(crate) fn write_in(
        &self,
        held: &Held,
        write: &mut dyn FnMut(&mut Pen) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let writing = held.writing();
        act::may(&Desk::open(held, self.edge())?, Doing::Speak)?;
        let mut pen = Pen::new(held.key(), held.id, held.place()?, self.edge());
        write(&mut pen)?;
        self.keep(held, &pen.take())?;
        drop(writing);
        Ok(())
    }

    /// Keeps operations signed here and tells everybody who follows.
    pub(crate) fn keep(&self, held: &Held, operations: &[Operation]) -> Result<(), Refusal> {
        if operations.is_empty() {
            return Ok(());
        }
        let now = (self.edge().clock)();
        let appended = held.append(operations, now)?;
        if operations.len() <= SMALL_OPERATIONS {
            held.store.index_search(SMALL_OPERATIONS)?;
        }
        let difference = held.difference(operations, &appended)?;
        if let Some(peering) = self.peering() {
            let signed: BTreeSet<_> = operations.iter().map(replica::key_of).collect();
            peering.amend(held.id, &difference, &signed);
            peering.amend_porch(held.id, &difference.porch);
        }
        self.changed(held.id);
        Ok(())
    }

    /// The store of a commons.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCommons`] if it is not here.
    pub fn store(&self, commons: &OperationId) -> Result<Store, Refusal> {
        Ok(self.held(commons)?.store.clone())
    }

    /// One snapshot of a commons, for queries.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCommons`] if it is not here, or a failure to read it.
    pub fn reader(&self, commons: &OperationId) -> Result<Reader, Refusal> {
        self.held(commons)?.reader()
    }

    /// The opinion map of a question or dialogue, as a snapshot shows its votes. The counts are
    /// kept, so that the next one costs what has changed.
    ///
    /// # Errors
    /// A failure to read, or more claims or people than a map takes.
    pub fn map(
        &self,
        commons: OperationId,
        reader: &Reader,
        of: MapOf,
    ) -> Result<Arc<OpenMap>, Refusal> {
        self.inner.maps.of(commons, reader, of)
    }

    /// A map held against itself: with and without those whose votes look made to order.
    ///
    /// # Errors
    /// As [`Node::map`].
    pub fn scrutiny(
        &self,
        commons: OperationId,
        reader: &Reader,
        under: Option<OperationId>,
    ) -> Result<Arc<Scrutiny>, Refusal> {
        self.inner.maps.scrutiny(commons, reader, under)
    }

    /// My own root key in a commons.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCommons`] if it is not here.
    pub fn me(&self, commons: &OperationId) -> Result<Key, Refusal> {
        Ok(self.held(commons)?.me())
    }

    /// This home's key in a commons, and its signature that it agrees to speak for the person of
    /// another root key: what that person's own device needs to add it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCommons`] if it is not here.
    pub fn device_proof(
        &self,
        commons: &OperationId,
        root: &Key,
    ) -> Result<(Key, [u8; 64]), Refusal> {
        let held = self.held(commons)?;
        let parts: &[&[u8]] = &[&commons.0, &root.0];
        Ok((
            held.me(),
            signature::sign(&held.key(), DEVICE_DOMAIN, parts),
        ))
    }

    /// Finds the one operation whose id begins with these letters.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or [`Refusal::Ambiguous`] if several fit.
    pub fn resolve(&self, commons: &OperationId, prefix: &str) -> Result<OperationId, Refusal> {
        let prefix = prefix.trim().to_ascii_lowercase();
        let found = self.reader(commons)?.resolve(&prefix)?;
        match found.as_slice() {
            [] => Err(Refusal::NotFound { id: prefix }),
            [(one, _)] => Ok(*one),
            several => Err(Refusal::Ambiguous {
                prefix,
                count: several.len() as u64,
            }),
        }
    }

    /// Finds the one person whose key begins with these letters, or who goes by this name.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or [`Refusal::Ambiguous`] if several fit.
    pub fn resolve_person(&self, commons: &OperationId, name: &str) -> Result<Key, Refusal> {
        let folded = name.trim().to_lowercase();
        let people = act::everybody(&self.reader(commons)?)?;
        let fits = |key: Key, claimed: &str| {
            key.to_string().starts_with(&folded) || claimed.to_lowercase() == folded
        };
        let fitting: Vec<Key> = people
            .iter()
            .map(|it| &it.person)
            .filter(|it| !folded.is_empty() && fits(it.key, &it.name.words))
            .map(|it| it.key)
            .collect();
        match fitting.as_slice() {
            [] => Err(Refusal::NotFound {
                id: name.to_owned(),
            }),
            [one] => Ok(*one),
            several => Err(Refusal::Ambiguous {
                prefix: name.to_owned(),
                count: several.len() as u64,
            }),
        }
    }

    /// A number for each commons that grows with every change to it, for pages that live. The
    /// watch holds the latest only, so a slow reader misses nothing but steps in between.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<BTreeMap<OperationId, u64>> {
        self.inner.changes.subscribe()
    }

    /// A draft kept for this home alone; none if there is none.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn draft(&self, commons: &OperationId, place: &str) -> Result<Option<String>, Refusal> {
        let kept = self
            .held(commons)?
            .store
            .local_get(&format!("draft/{place}"))?;
        Ok(kept
            .filter(|it| !it.is_empty())
            .and_then(|it| String::from_utf8(it).ok()))
    }

    /// Keeps a draft; empty words forget it.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be written.
    pub fn keep_draft(
        &self,
        commons: &OperationId,
        place: &str,
        words: &str,
    ) -> Result<(), Refusal> {
        let held = self.held(commons)?;
        Ok(held
            .store
            .local_put(&format!("draft/{place}"), words.as_bytes())?)
    }

    pub(crate) fn held(&self, commons: &OperationId) -> Result<Arc<Held>, Refusal> {
        let all = self
            .inner
            .commons
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        let missing = || {
            let id = commons.to_string();
            self.unopened(&id).unwrap_or(Refusal::NoSuchCommons { id })
        };
        all.get(commons).map(Arc::clone).ok_or_else(missing)
    }

    /// Why the first commons whose id begins so could not be opened, if there is one.
    fn unopened(&self, prefix: &str) -> Option<Refusal> {
        let mut unopened = self.inner.unopened.iter();
        let (id, what) = unopened.find(|(id, _)| id.to_string().starts_with(prefix))?;
        Some(Refusal::Unopened {
            id: *id,
            what: what.clone(),
        })
    }

    /// Every commons that could not be opened, in words.
    pub(crate) fn all_unopened(&self) -> Vec<Refusal> {
        let ids = self.inner.unopened.keys();
        ids.filter_map(|id| self.unopened(&id.to_string()))
            .collect()
    }

    pub(crate) fn all_held(&self) -> Vec<Arc<Held>> {
        let all = self
            .inner
            .commons
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        all.values().map(Arc::clone).collect()
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.inner.shelf
    }

    pub(crate) fn home(&self) -> &Home {
        &self.inner.home
    }

    pub(crate) fn options(&self) -> &NodeOptions {
        &self.inner.options
    }

    pub(crate) fn edge(&self) -> Edge {
        Edge {
            clock: self.inner.options.clock,
            random: self.inner.options.random,
        }
    }

    pub(crate) fn entered_key(&self, founding: &[u8; 32], name: &str) -> SigningKey {
        self.inner.home.seed().entered_key(founding, name)
    }

    /// One ticket is used at a time.
    pub(crate) fn joining_lock(&self) -> MutexGuard<'_, ()> {
        let joining = self.inner.joining.lock();
        joining.unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stays_open(&self) -> &AtomicBool {
        &self.inner.stays_open
    }

    pub(crate) fn peering(&self) -> Option<Arc<Peering>> {
        self.peering_slot().as_ref().map(Arc::clone)
    }

    pub(crate) fn peering_slot(&self) -> MutexGuard<'_, Option<Arc<Peering>>> {
        self.inner
            .peering
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells everybody who follows that a commons changed.
    pub(crate) fn changed(&self, commons: OperationId) {
        self.inner
            .changes
            .send_modify(|versions| *versions.entry(commons).or_default() += 1);
        self.inner.background.ring();
    }

    pub(crate) fn presence(&self) -> &Arc<Presence> {
        &self.inner.presence
    }

    /// Tells everybody who follows that somebody began to write, or stopped: nothing changed.
    pub(crate) fn told_of_presence(&self) {
        self.inner.changes.send_modify(|_| {});
    }

    /// Lets go of a commons and deletes its folder.
    pub(crate) fn drop_held(&self, commons: &OperationId) -> Result<(), Refusal> {
        let mut all = self
            .inner
            .commons
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        all.remove(commons);
        drop(all);
        let folder = self.inner.home.commons_folder(*commons);
        let deleted = std::fs::remove_dir_all(&folder);
        deleted.map_err(|what| HomeFault::of(&folder, what))?;
        Ok(())
    }

    /// What wakes the background work.
    pub(crate) fn background(&self) -> Background {
        self.inner.background.clone()
    }

    /// Something that bumps the versions without keeping the node alive.
    pub(crate) fn changes(&self) -> watch::Sender<BTreeMap<OperationId, u64>> {
        self.inner.changes.clone()
    }
}

/// Where a person stands, also one never heard of.
pub(crate) fn standing_of(reader: &Reader, key: Key) -> Result<Standing, Refusal> {
    Ok(reader.person_of_key(&key)?.standing)
}

fn open_held(home: &Home, id: OperationId, store: Store) -> Held {
    let founding_bytes = store.founding().header().commons.0;
    let key = home.seed().root_key(&founding_bytes);
    let writing = Mutex::new(());
    Held {
        id,
        store,
        founding_bytes,
        key,
        writing,
        noting: Mutex::new(()),
        reconciled: Reconciled::default(),
    }
}
