//! Reads, in a negentropy message, what its sender says to hold range by range, and takes it out.
//!
//! Where the sender lists its ids, the receiver knows both differences at once: what it has and
//! the sender lacks, what the sender has and it lacks. negentropy itself would let the answerer
//! list its own ids in return, 32 bytes for each, and for a range the sender has nothing of that
//! is all of them. So both sides settle listed ranges here, before negentropy sees them: the
//! list becomes a skip, which leaves the rest of the message as it was. Ranges the sender has
//! nothing of are streamed whole. The format read is that of negentropy's version 1.

use super::set::{Id, Key};

const VERSION: u8 = 0x61;
const MODE_SKIP: u64 = 0;
const MODE_FINGERPRINT: u64 = 1;
const MODE_ID_LIST: u64 = 2;
const FINGERPRINT_BYTES: usize = 16;

/// A range of keys of which one side has nothing: from a key up to, not including, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) from: Key,
    pub(super) until: Key,
}

/// A range and all that the sender holds in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) range: Gap,
    pub(super) ids: Vec<Id>,
}

/// A message without its lists.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WithoutLists {
    /// The message, with a skip where a list was.
    pub(super) message: Vec<u8>,
    /// The lists that were not empty.
    pub(super) listed: Vec<Listed>,
    /// The ranges of the empty lists, neighbours joined.
    pub(super) gaps: Vec<Gap>,
}

/// Takes the lists out of a message; `None` if it is not one.
pub(super) fn without_lists(message: &[u8]) -> Option<WithoutLists> {
    let (version, mut rest) = message.split_first()?;
    if *version != VERSION {
        return None;
    }
    let mut kept = vec![VERSION];
    let mut listed = Vec::new();
    let mut gaps: Vec<Gap> = Vec::new();
    let mut from = Key::FIRST;
    let mut last_time = 0_u64;
    while !rest.is_empty() {
        let range_start = rest;
        let until = read_bound(&mut rest, &mut last_time)?;
        let bound_bytes = &range_start[..range_start.len() - rest.len()];
        match read_number(&mut rest)? {
            MODE_SKIP => {
                kept.extend_from_slice(bound_bytes);
                kept.push(0);
            }
            MODE_FINGERPRINT => {
                take(&mut rest, FINGERPRINT_BYTES)?;
                kept.extend_from_slice(&range_start[..range_start.len() - rest.len()]);
            }
            MODE_ID_LIST => {
                let count = usize::try_from(read_number(&mut rest)?).ok()?;
                let bytes = take(&mut rest, count.checked_mul(size_of::<Id>())?)?;
                let range = Gap { from, until };
                let (ids, _) = bytes.as_chunks();
                if ids.is_empty() {
                    push_joined(&mut gaps, range);
                } else {
                    listed.push(Listed {
                        range,
                        ids: ids.to_vec(),
                    });
                }
                kept.extend_from_slice(bound_bytes);
                kept.push(0);
            }
            _ => return None,
        }
        from = from.max(until);
    }
    Some(WithoutLists {
        message: kept,
        listed,
        gaps,
    })
}

/// Sorts ranges and joins those that touch or overlap.
pub(super) fn joined(mut gaps: Vec<Gap>) -> Vec<Gap> {
    gaps.sort_unstable_by_key(|gap| gap.from);
    let mut joined = Vec::with_capacity(gaps.len());
    for gap in gaps {
        push_joined(&mut joined, gap);
    }
    joined
}

/// Appends a range that does not begin before the last one does.
fn push_joined(gaps: &mut Vec<Gap>, gap: Gap) {
    match gaps.last_mut() {
        Some(last) if last.until >= gap.from => last.until = gap.until.max(last.until),
        _ if gap.from < gap.until => gaps.push(gap),
        _ => {}
    }
}

fn read_bound(rest: &mut &[u8], last_time: &mut u64) -> Option<Key> {
    let offset = read_number(rest)?;
    let time = if offset == 0 {
        u64::MAX
    } else {
        last_time.saturating_add(offset - 1)
    };
    *last_time = time;
    let length = usize::try_from(read_number(rest)?).ok()?;
    let prefix = take(rest, length)?;
    let mut id = [0; 32];
    id.get_mut(..length)?.copy_from_slice(prefix);
    Some(Key { time, id })
}

fn read_number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for _ in 0..10 {
        let (byte, tail) = rest.split_first()?;
        *rest = tail;
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(taken)
}
