//! Who does the work: one hand after another, or several at once.
//!
//! This crate starts no thread. Whoever has threads implements [`Hands`] with them; since all that
//! is added up across people are whole numbers, the result is the same bits for any number.

use std::ops::Range;

/// Something that does independent parts of work.
pub trait Hands {
    /// How many parts may usefully be done at once; at least 1.
    fn width(&self) -> usize;

    /// Does every part and gives the results in the order of the parts.
    fn each<T: Send, R: Send>(&self, parts: Vec<T>, work: &(impl Fn(T) -> R + Sync)) -> Vec<R>;
}

/// One part after another, in the thread that asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct OneHand;

impl Hands for OneHand {
    fn width(&self) -> usize {
        1
    }

    fn each<T: Send, R: Send>(&self, parts: Vec<T>, work: &(impl Fn(T) -> R + Sync)) -> Vec<R> {
        parts.into_iter().map(work).collect()
    }
}

/// Below so many votes a part, handing out work costs more than it saves: starting a thread takes
/// some ten microseconds, a pass over a vote about two nanoseconds.
const VOTES_OF_A_PART_MIN: usize = 100_000;

/// Cuts `0..count` into as many ranges as are worth it for so many votes.
pub(crate) fn ranges(hands: &impl Hands, count: usize, votes: usize) -> Vec<Range<usize>> {
    let most = hands.width().max(1);
    let parts = (votes / VOTES_OF_A_PART_MIN).clamp(1, most);
    let share = count.div_ceil(parts).max(1);
    let begin = |part: usize| (part * share).min(count);
    (0..parts)
        .map(|part| begin(part)..begin(part + 1))
        .collect()
}
