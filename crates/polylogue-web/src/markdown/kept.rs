//! Texts already read, by the hash of their Markdown: bounded, the longest unused goes first.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use polylogue_core::id::Hash;

use super::{Rendered, read};

/// How many bytes the kept texts may take, as read. Chosen by us: that is about four times their
/// Markdown, and a large dialogue is about 200 KB of it.
const BYTES_MAX: usize = 16 * 1024 * 1024;

/// Texts already read.
#[derive(Debug, Default)]
pub struct Kept {
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    texts: BTreeMap<Hash, (u64, usize, Arc<Rendered>)>,
    uses: BTreeMap<u64, Hash>,
    next_use: u64,
    bytes: usize,
}

impl Kept {
    /// Reads a text, or gives what was read before.
    #[must_use]
    pub fn read(&self, markdown: &str) -> Arc<Rendered> {
        let hash = Hash::of(markdown.as_bytes());
        if let Some(found) = self.lock().find(hash) {
            return found;
        }
        let rendered = Arc::new(read(markdown));
        self.lock()
            .keep(hash, rendered.weight(), Arc::clone(&rendered));
        rendered
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inside> {
        // A panic elsewhere leaves at worst a text that is read again.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn find(&mut self, hash: Hash) -> Option<Arc<Rendered>> {
        let (used, _, rendered) = self.texts.get_mut(&hash)?;
        self.uses.remove(used);
        *used = self.next_use;
        self.uses.insert(self.next_use, hash);
        self.next_use += 1;
        Some(Arc::clone(rendered))
    }

    fn keep(&mut self, hash: Hash, bytes: usize, rendered: Arc<Rendered>) {
        if bytes > BYTES_MAX / 4 || self.texts.contains_key(&hash) {
            return;
        }
        while self.bytes + bytes > BYTES_MAX {
            let Some((_, oldest)) = self.uses.pop_first() else {
                break;
            };
            if let Some((_, its_bytes, _)) = self.texts.remove(&oldest) {
                self.bytes -= its_bytes;
            }
        }
        self.texts.insert(hash, (self.next_use, bytes, rendered));
        self.uses.insert(self.next_use, hash);
        self.next_use += 1;
        self.bytes += bytes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_given_again_and_the_oldest_goes() {
        let kept = Kept::default();
        let first = kept.read("one");
        assert!(Arc::ptr_eq(&first, &kept.read("one")));
        let long = "long ".repeat(BYTES_MAX / 60);
        for number in 0..9 {
            let _ = kept.read(&format!("{number}{long}"));
        }
        assert!(!Arc::ptr_eq(&first, &kept.read("one")));
        assert!(kept.lock().bytes <= BYTES_MAX);
    }
}
