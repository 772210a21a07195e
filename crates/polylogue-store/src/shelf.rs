//! A map in order of its keys of which a copy costs little, and so does a change to a copy: what
//! is kept from one version of a commons to the next is shared but for what changed.
//!
//! Entries stand on boards of at most [`BOARD_MAX`]; a copy shares all boards, and a change copies
//! the one board it is on. A plain map is copied whole, and a persistent tree from elsewhere would
//! be a package for two hundred lines.

use std::fmt;
use std::sync::Arc;

/// Entries on a board, at most. Chosen by us: with some ten thousand entries, as many boards as a
/// board has entries, about, so that neither copying a board nor copying the list of them stands
/// out.
const BOARD_MAX: usize = 128;

/// A map in order of its keys, cheap to copy and to change a little.
#[derive(Clone)]
pub struct Shelf<K, V> {
    /// No board is empty; keys ascend on each and from one to the next.
    boards: Vec<Arc<Vec<(K, V)>>>,
    count: usize,
}

impl<K, V> Shelf<K, V> {
    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All entries in order of their keys.
    #[must_use]
    pub fn iter(&self) -> Entries<'_, K, V> {
        Entries {
            board: [].iter(),
            boards: self.boards.iter(),
        }
    }

    /// All keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// All values in order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// A part of the entries; those before it are passed over a board at a time.
    pub fn part(&self, from: usize, count: usize) -> impl Iterator<Item = (&K, &V)> {
        let (mut passed, mut first) = (0, 0);
        while let Some(board) = self.boards.get(first)
            && passed + board.len() <= from
        {
            passed += board.len();
            first += 1;
        }
        let entries = self.boards[first..].iter().flat_map(|it| it.iter());
        let entries = entries.skip(from - passed).take(count);
        entries.map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> Shelf<K, V> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        let (board, place) = self.place(key).ok()?;
        Some(&self.boards[board][place].1)
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Entries from a key on.
    pub fn since<'shelf>(
        &'shelf self,
        key: &K,
    ) -> impl Iterator<Item = (&'shelf K, &'shelf V)> + use<'shelf, K, V> {
        let (board, place) = self.place(key).unwrap_or_else(|it| it);
        let entries = self.boards.iter().skip(board).flat_map(|it| it.iter());
        entries.skip(place).map(|(key, value)| (key, value))
    }

    /// The board and the place on it where a key stands, or would stand.
    fn place(&self, key: &K) -> Result<(usize, usize), (usize, usize)> {
        let behind = |it: &Arc<Vec<(K, V)>>| it.first().is_some_and(|it| it.0 <= *key);
        let board = self.boards.partition_point(behind).saturating_sub(1);
        let Some(entries) = self.boards.get(board) else {
            return Err((0, 0));
        };
        match entries.binary_search_by(|it| it.0.cmp(key)) {
            Ok(place) => Ok((board, place)),
            Err(place) => Err((board, place)),
        }
    }
}

impl<K: Ord + Clone, V: Clone> Shelf<K, V> {
    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let (board, place) = self.place(key).ok()?;
        Some(&mut Arc::make_mut(&mut self.boards[board])[place].1)
    }

    /// Puts a value to a key, in place of what stood there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok((board, place)) => Arc::make_mut(&mut self.boards[board])[place].1 = value,
            Err((board, place)) => self.put(board, place, (key, value)),
        }
    }

    /// The value of a key, to be changed; where there is none, one is made first.
    pub fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        if !self.contains_key(&key) {
            self.insert(key.clone(), make());
        }
        self.get_mut(&key).expect("it is there or was just put")
    }

    /// Takes a key away with its value.
    pub fn remove(&mut self, key: &K) {
        let Ok((board, place)) = self.place(key) else {
            return;
        };
        let entries = Arc::make_mut(&mut self.boards[board]);
        entries.remove(place);
        if entries.is_empty() {
            self.boards.remove(board);
        }
        self.count -= 1;
    }

    fn put(&mut self, board: usize, place: usize, entry: (K, V)) {
        self.count += 1;
        let Some(entries) = self.boards.get_mut(board) else {
            self.boards.push(Arc::new(vec![entry]));
            return;
        };
        if place == entries.len() && place >= BOARD_MAX {
            // What comes in order leaves full boards behind it.
            self.boards.insert(board + 1, Arc::new(vec![entry]));
            return;
        }
        let entries = Arc::make_mut(entries);
        entries.insert(place, entry);
        if entries.len() > BOARD_MAX {
            let rest = entries.split_off(BOARD_MAX / 2);
            self.boards.insert(board + 1, Arc::new(rest));
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Shelf<K, V> {
    /// Entries in any order; of one key, the last counts.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut entries: Vec<(K, V)> = entries.into_iter().collect();
        if !entries.is_sorted_by(|one, other| one.0 < other.0) {
            let by_key: std::collections::BTreeMap<K, V> = entries.into_iter().collect();
            entries = by_key.into_iter().collect();
        }
        let count = entries.len();
        let mut boards = Vec::with_capacity(count.div_ceil(BOARD_MAX));
        let mut entries = entries.into_iter();
        loop {
            let board: Vec<(K, V)> = entries.by_ref().take(BOARD_MAX).collect();
            if board.is_empty() {
                return Self { boards, count };
            }
            boards.push(Arc::new(board));
        }
    }
}

impl<K, V> Default for Shelf<K, V> {
    fn default() -> Self {
        Self {
            boards: Vec::new(),
            count: 0,
        }
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Shelf<K, V> {
    /// The same entries, on whatever boards.
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Shelf<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Shelf<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord, V> std::ops::Index<&K> for Shelf<K, V> {
    type Output = V;

    /// The value of a key that is there.
    fn index(&self, key: &K) -> &V {
        self.get(key).expect("the key is there")
    }
}

/// The entries of a [`Shelf`] in order of their keys.
#[derive(Debug)]
pub struct Entries<'shelf, K, V> {
    board: std::slice::Iter<'shelf, (K, V)>,
    boards: std::slice::Iter<'shelf, Arc<Vec<(K, V)>>>,
}

impl<'shelf, K, V> Iterator for Entries<'shelf, K, V> {
    type Item = (&'shelf K, &'shelf V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.board.next() {
                return Some((key, value));
            }
            self.board = self.boards.next()?.iter();
        }
    }
}

impl<'shelf, K, V> IntoIterator for &'shelf Shelf<K, V> {
    type Item = (&'shelf K, &'shelf V);
    type IntoIter = Entries<'shelf, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Numbers that look drawn, the same every time.
    fn drawn(seed: u64) -> impl Iterator<Item = usize> {
        let mut state = seed;
        std::iter::repeat_with(move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(state >> 40).unwrap_or_default()
        })
    }

    #[test]
    fn it_holds_what_a_map_holds_whatever_is_put_and_taken() {
        for seed in 1..4 {
            let mut numbers = drawn(seed);
            let mut number = move |below: usize| numbers.next().unwrap_or_default() % below;
            let (mut shelf, mut map) = (Shelf::default(), BTreeMap::new());
            for step in 0..6_000 {
                let key = number(1_500);
                match number(4) {
                    0 => {
                        shelf.remove(&key);
                        map.remove(&key);
                    }
                    1 => {
                        *shelf.entry(key, || 0) += step;
                        *map.entry(key).or_insert(0) += step;
                    }
                    _ => {
                        shelf.insert(key, step);
                        map.insert(key, step);
                    }
                }
                assert_eq!(shelf.get(&key), map.get(&key), "seed {seed}, step {step}");
            }
            assert!(shelf.iter().eq(map.iter()), "seed {seed}");
            assert_eq!(shelf.len(), map.len());
            assert!(
                shelf
                    .boards
                    .iter()
                    .all(|it| (1..=BOARD_MAX).contains(&it.len()))
            );
            for from in [0, 1, 127, 128, 129, map.len() - 1, map.len(), map.len() + 9] {
                let part: Vec<_> = shelf.part(from, 200).collect();
                let same: Vec<_> = map.iter().skip(from).take(200).collect();
                assert_eq!(part, same, "from {from}");
                let since: Vec<_> = shelf.since(&from).take(5).collect();
                assert_eq!(since, map.range(from..).take(5).collect::<Vec<_>>());
            }
            assert_eq!(shelf, map.into_iter().rev().collect());
        }
    }

    #[test]
    fn a_copy_shares_all_but_the_board_that_changed() {
        let before: Shelf<usize, usize> = (0..10_000).map(|it| (it, it)).collect();
        let mut after = before.clone();
        after.insert(5_000, 0);
        assert_eq!((before[&5_000], after[&5_000]), (5_000, 0));
        let both = before.boards.iter().zip(&after.boards);
        let differing = both.filter(|(one, other)| !Arc::ptr_eq(one, other)).count();
        assert_eq!(differing, 1);
        let empty: Shelf<usize, usize> = Shelf::default();
        assert_eq!((empty.get(&1), empty.part(0, 9).count()), (None, 0));
    }
}
