//! The cores of this machine, for work that is cut into independent parts.

use polylogue_map::{Hands, OneHand};

/// All cores, each part in a thread of its own.
#[derive(Debug, Clone, Copy)]
pub struct Cores {
    count: usize,
}

impl Cores {
    /// As many as the system lets this program use.
    #[must_use]
    pub fn of_this_machine() -> Self {
        let count = std::thread::available_parallelism().map_or(1, usize::from);
        Self { count }
    }
}

impl Hands for Cores {
    fn width(&self) -> usize {
        self.count
    }

    fn each<T: Send, R: Send>(&self, parts: Vec<T>, work: &(impl Fn(T) -> R + Sync)) -> Vec<R> {
        if parts.len() < 2 {
            return OneHand.each(parts, work);
        }
        std::thread::scope(|scope| {
            let started: Vec<_> = parts
                .into_iter()
                .map(|part| scope.spawn(move || work(part)))
                .collect();
            let ended = started.into_iter().map(|it| it.join());
            ended
                .map(|it| it.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        })
    }
}
