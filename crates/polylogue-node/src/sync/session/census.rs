//! The census: equal digests checked now and then by a hash that cannot be made to collide.
//!
//! The digest and negentropy's fingerprints are sums, and who may choose very many ids can make
//! two different sets sum alike. So the dialler cuts its set into buckets, hashes each with a
//! key of this session, and the answerer sends what it has where a hash differs.

use super::{Role, Session};
use crate::sync::compare::Round;
use crate::sync::ending::Fault;
use crate::sync::limits::CONTROL_MESSAGES_MAX;
use crate::sync::message::{Message, joined_keys, split_keys};
use crate::sync::proof::{census_salt, transcript};
use crate::sync::set::{Key, SortedSet};

const BUCKET_KEYS: usize = 256;
const BUCKETS_MAX: usize = 512;
const LISTED_KEYS_MAX: usize = 1400;
const BUCKET_BYTES: usize = Key::BYTES + 32;

impl Session {
    pub(super) fn begin_census(&mut self, set: &SortedSet) {
        self.compare.begin(Round::Census(Key::FIRST));
        self.say_census(set, Key::FIRST);
    }

    fn say_census(&mut self, set: &SortedSet, from: Key) {
        let salt = self.census_salt();
        let mut buckets = Vec::new();
        let mut start = from;
        for _ in 0..BUCKETS_MAX {
            let until = set
                .between(start, Key::END)
                .nth(BUCKET_KEYS)
                .unwrap_or(Key::END);
            buckets.extend_from_slice(&until.to_bytes());
            buckets.extend_from_slice(&set.seal(&salt, start, until));
            start = until;
            if start == Key::END {
                break;
            }
        }
        self.compare.round = Round::Census(start);
        let from = from.to_bytes().to_vec();
        self.control
            .push_back(Message::Census { from, buckets }.encoded());
    }

    pub(super) fn handle_census(
        &mut self,
        from: &[u8],
        buckets: &[u8],
        set: &SortedSet,
    ) -> Result<(), Fault> {
        let from: &[u8; Key::BYTES] = from.try_into().map_err(|_| Fault::Malformed)?;
        let (buckets, rest) = buckets.as_chunks::<BUCKET_BYTES>();
        let is_in_turn = self.parties.role == Role::Answerer
            && matches!(self.compare.round, Round::Idle | Round::Census(_));
        if !is_in_turn {
            return Err(Fault::OutOfTurn);
        }
        if !rest.is_empty() || buckets.is_empty() || buckets.len() > BUCKETS_MAX {
            return Err(Fault::Malformed);
        }
        let salt = self.census_salt();
        let mut start = Key::from_bytes(from);
        self.compare.round = Round::Census(start);
        for bucket in buckets {
            let (until, hash) = bucket.split_at(Key::BYTES);
            let until = Key::from_bytes(until.try_into().expect("split at a key"));
            if until <= start {
                return Err(Fault::Malformed);
            }
            let is_room_left = self.control.len() < CONTROL_MESSAGES_MAX / 2;
            if is_room_left && set.seal(&salt, start, until) != *hash {
                self.say_census_bucket(set, start, until);
            }
            start = until;
        }
        self.control.push_back(Message::CensusDone.encoded());
        Ok(())
    }

    fn say_census_bucket(&mut self, set: &SortedSet, from: Key, until: Key) {
        let until = set
            .between(from, until)
            .nth(LISTED_KEYS_MAX)
            .unwrap_or(until);
        let message = Message::CensusBucket {
            from: from.to_bytes().to_vec(),
            until: until.to_bytes().to_vec(),
            keys: joined_keys(set.between(from, until)),
        };
        self.control.push_back(message.encoded());
    }

    pub(super) fn handle_census_bucket(
        &mut self,
        ends: &[Vec<u8>; 2],
        keys: &[u8],
        set: &SortedSet,
    ) -> Result<(), Fault> {
        let [from, until] = ends;
        let from: &[u8; Key::BYTES] = from[..].try_into().map_err(|_| Fault::Malformed)?;
        let until: &[u8; Key::BYTES] = until[..].try_into().map_err(|_| Fault::Malformed)?;
        let theirs = split_keys(keys).ok_or(Fault::Malformed)?;
        self.expect_census()?;
        self.compare.n_messages += 1;
        let is_bounded = theirs.len() <= LISTED_KEYS_MAX && theirs.is_sorted();
        if !is_bounded || self.compare.n_messages > self.limits.rounds_max {
            return Err(Fault::Malformed);
        }
        let lacked = set
            .between(Key::from_bytes(from), Key::from_bytes(until))
            .filter(|key| theirs.binary_search(key).is_err());
        self.compare.have.extend(lacked.take(LISTED_KEYS_MAX));
        let needed = theirs.iter().filter(|key| !set.contains(key));
        self.compare.need.extend(needed.map(|key| key.id));
        Ok(())
    }

    pub(super) fn handle_census_done(&mut self, set: &SortedSet) -> Result<(), Fault> {
        let next = self.expect_census()?;
        if next < Key::END {
            self.say_census(set, next);
        } else if self.compare.have.is_empty() && self.compare.need.is_empty() {
            self.compare.round = Round::Idle;
        } else {
            self.settle(set);
        }
        Ok(())
    }

    fn expect_census(&self) -> Result<Key, Fault> {
        match (self.parties.role, self.compare.round) {
            (Role::Dialler, Round::Census(next)) => Ok(next),
            _ => Err(Fault::OutOfTurn),
        }
    }

    /// The salt: the dialler's transcript, which holds random bytes of both sides.
    fn census_salt(&self) -> [u8; 32] {
        census_salt(&transcript(&self.parties, Role::Dialler, &self.nonces))
    }
}
