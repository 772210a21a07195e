//! The keys this peer reconciles, sorted, with a digest that costs nothing to ask for.

use std::ops::Range;

use negentropy::{Bound, Error, Id as NegentropyId, Item, NegentropyStorageBase};

/// The id of an operation: the BLAKE3 hash of its header.
pub type Id = [u8; 32];

/// The exclusive upper end of claimed times: 2^48 seconds.
pub const TIME_END: u64 = 1 << 48;

/// What an operation is sorted by: its claimed time, then its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The time its author claims, in seconds since 1970, below [`TIME_END`].
    pub time: u64,
    /// Its id.
    pub id: Id,
}

impl Key {
    /// The encoded length of a key in bytes: eight for the time, 32 for the id.
    pub const BYTES: usize = 40;

    /// The least key.
    pub const FIRST: Self = Self {
        time: 0,
        id: [0; 32],
    };

    /// A bound above every key.
    pub const END: Self = Self {
        time: u64::MAX,
        id: [0; 32],
    };

    /// Returns the least key above this one.
    #[must_use]
    pub fn next(self) -> Self {
        let mut id = self.id;
        for byte in id.iter_mut().rev() {
            let (sum, is_carried) = byte.overflowing_add(1);
            *byte = sum;
            if !is_carried {
                return Self {
                    time: self.time,
                    id,
                };
            }
        }
        Self {
            time: self.time.saturating_add(1),
            id,
        }
    }

    pub(super) fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..8].copy_from_slice(&self.time.to_be_bytes());
        bytes[8..].copy_from_slice(&self.id);
        bytes
    }

    pub(super) fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        let (time, id) = bytes.split_at(8);
        Self {
            time: u64::from_be_bytes(time.try_into().expect("split at eight")),
            id: id.try_into().expect("40 less eight is 32"),
        }
    }

    fn to_item(self) -> Item {
        Item::with_timestamp_and_id(self.time, NegentropyId::from_byte_array(self.id))
    }
}

impl From<(u64, Id)> for Key {
    fn from((time, id): (u64, Id)) -> Self {
        Self { time, id }
    }
}

impl From<Item> for Key {
    fn from(item: Item) -> Self {
        Self {
            time: item.timestamp,
            id: item.id.to_bytes(),
        }
    }
}

/// How many keys a set has, and the sum modulo 2^256 of the BLAKE3 hashes of their bytes.
///
/// Two honest sets with one digest are the same set. Sums can be made to collide by somebody
/// who can choose very many ids, so the session now and then also compares [`SortedSet::seal`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// How many keys.
    pub count: u64,
    /// The sum, little-endian.
    pub sum: [u8; 32],
}

impl Digest {
    fn add(&mut self, key: &Item) {
        self.count += 1;
        self.sum = wrapping_add(&self.sum, &hash_of(key));
    }

    fn subtract(&mut self, key: &Item) {
        self.count -= 1;
        self.sum = wrapping_add(&self.sum, &negated(hash_of(key)));
    }
}

/// The keys of one commons in memory: 40 bytes each, sorted, without repeats.
#[derive(Clone, Debug, Default)]
pub struct SortedSet {
    items: Vec<Item>,
    digest: Digest,
}

impl SortedSet {
    /// Builds a set from keys in any order; repeats and times at or past [`TIME_END`] are dropped.
    pub fn new(keys: impl IntoIterator<Item = Key>) -> Self {
        let mut set = Self::default();
        set.insert(keys);
        set
    }

    /// Returns how many keys there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Tells whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns the digest, kept up to date by every change.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Tells whether the key is here.
    pub fn contains(&self, key: &Key) -> bool {
        self.items.binary_search(&key.to_item()).is_ok()
    }

    /// Adds keys and returns how many were new.
    ///
    /// Costs the sorting of the batch and the moving of what lies above its least new key, so
    /// appending in key order costs no moving at all.
    pub fn insert(&mut self, keys: impl IntoIterator<Item = Key>) -> usize {
        let mut batch: Vec<Item> = keys
            .into_iter()
            .filter(|key| key.time < TIME_END)
            .map(Key::to_item)
            .filter(|item| self.items.binary_search(item).is_err())
            .collect();
        batch.sort_unstable();
        batch.dedup();
        for item in &batch {
            self.digest.add(item);
        }
        self.merge(&batch);
        batch.len()
    }

    /// Takes keys out and returns how many were here.
    pub fn remove(&mut self, keys: impl IntoIterator<Item = Key>) -> usize {
        let mut batch: Vec<Item> = keys.into_iter().map(Key::to_item).collect();
        batch.sort_unstable();
        batch.dedup();
        batch.retain(|item| self.items.binary_search(item).is_ok());
        for item in &batch {
            self.digest.subtract(item);
        }
        if !batch.is_empty() {
            self.items.retain(|item| batch.binary_search(item).is_err());
        }
        batch.len()
    }

    /// Returns the keys from `from` up to but not including `until`, in order.
    pub fn between(&self, from: Key, until: Key) -> impl ExactSizeIterator<Item = Key> + '_ {
        self.items[self.positions(from, until)]
            .iter()
            .map(|item| Key::from(*item))
    }

    /// Returns the greatest key.
    pub fn last(&self) -> Option<Key> {
        self.items.last().map(|item| Key::from(*item))
    }

    /// Returns a keyed BLAKE3 hash of the keys in a range, in order.
    ///
    /// Unlike the [`Digest`] it cannot be made to collide; it reads the whole range, at about
    /// a gigabyte a second.
    pub fn seal(&self, salt: &[u8; 32], from: Key, until: Key) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(salt);
        let mut buffer = Vec::with_capacity(SEAL_BUFFER_BYTES);
        for key in self.between(from, until) {
            buffer.extend_from_slice(&key.to_bytes());
            if buffer.len() == SEAL_BUFFER_BYTES {
                hasher.update(&buffer);
                buffer.clear();
            }
        }
        hasher.update(&buffer);
        *hasher.finalize().as_bytes()
    }

    /// Makes the digest claim what it is not, as crafted ids could.
    #[cfg(test)]
    pub(super) fn forge_digest(&mut self, digest: Digest) {
        self.digest = digest;
    }

    fn positions(&self, from: Key, until: Key) -> Range<usize> {
        let (from, until) = (from.to_item(), until.to_item());
        let start = self.items.partition_point(|item| *item < from);
        let end = self.items.partition_point(|item| *item < until);
        start..end.max(start)
    }

    /// Merges a sorted batch of keys that are not here yet, from the back, in place.
    fn merge(&mut self, batch: &[Item]) {
        let mut held = self.items.len();
        let mut left = batch.len();
        let mut target = held + left;
        self.items.resize(target, Item::default());
        while left > 0 {
            target -= 1;
            if held > 0 && self.items[held - 1] > batch[left - 1] {
                held -= 1;
                self.items[target] = self.items[held];
            } else {
                left -= 1;
                self.items[target] = batch[left];
            }
        }
    }
}

const SEAL_BUFFER_BYTES: usize = Key::BYTES * 1024;

impl NegentropyStorageBase for SortedSet {
    fn size(&self) -> Result<usize, Error> {
        Ok(self.items.len())
    }

    fn get_item(&self, index: usize) -> Result<Option<Item>, Error> {
        Ok(self.items.get(index).copied())
    }

    fn iterate(
        &self,
        begin: usize,
        end: usize,
        visit: &mut dyn FnMut(Item, usize) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let items = self.items.get(begin..end).ok_or(Error::BadRange)?;
        for (offset, item) in items.iter().enumerate() {
            if !visit(*item, begin + offset)? {
                break;
            }
        }
        Ok(())
    }

    fn find_lower_bound(&self, first: usize, last: usize, value: &Bound) -> usize {
        let items = self.items.get(first..last).unwrap_or_default();
        first + items.partition_point(|item| *item < value.item)
    }
}

fn hash_of(item: &Item) -> [u8; 32] {
    *blake3::hash(&Key::from(*item).to_bytes()).as_bytes()
}

fn wrapping_add(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    let mut sum = [0; 32];
    let mut carry = 0_u16;
    for index in 0..32 {
        let total = u16::from(left[index]) + u16::from(right[index]) + carry;
        [sum[index], _] = total.to_le_bytes();
        carry = total >> 8;
    }
    sum
}

fn negated(mut bytes: [u8; 32]) -> [u8; 32] {
    for byte in &mut bytes {
        *byte = !*byte;
    }
    let mut one = [0; 32];
    one[0] = 1;
    wrapping_add(&bytes, &one)
}
