//! The secrets that let somebody read a commons: the one the law in force names first, then those
//! that were here before, which still open the door of a peer that has not heard of the change.

use polylogue_core::id::Hash;

use crate::act::law_of;
use crate::node::{Held, READ_SECRET};
use crate::refusal::Refusal;
use crate::sync::READ_SECRETS_MAX;

const BYTES: usize = 32;

impl Held {
    /// The secret that tickets carry and that others must know.
    pub(crate) fn read_secret(&self) -> Option<[u8; BYTES]> {
        self.read_secrets().into_iter().next()
    }

    /// Every secret known, that of the law in force first, then the latest first.
    pub(crate) fn read_secrets(&self) -> Vec<[u8; BYTES]> {
        let kept = self.store.local_get(READ_SECRET).ok().flatten();
        let mut secrets = split(&kept.unwrap_or_default());
        let is_named = self.named_secret();
        secrets.sort_by_key(|it| is_named != Some(Hash::of(it)));
        secrets
    }

    /// Keeps one more secret, as the latest; past eight the one that has been here longest goes.
    pub(crate) fn add_read_secret(&self, secret: &[u8; BYTES]) -> Result<(), Refusal> {
        let mut secrets = self.read_secrets();
        secrets.retain(|it| it != secret);
        let is_named = self.named_secret() == Some(Hash::of(secret));
        let place = if is_named { 0 } else { secrets.len().min(1) };
        secrets.insert(place, *secret);
        secrets.truncate(READ_SECRETS_MAX);
        Ok(self.store.local_put(READ_SECRET, &secrets.concat())?)
    }

    /// The hash of the secret that the law in force names.
    fn named_secret(&self) -> Option<Hash> {
        let act = self.store.author(&[self.me()]).ok()?.act;
        law_of(&self.store, act).ok().map(|it| it.read_secret)
    }
}

fn split(kept: &[u8]) -> Vec<[u8; BYTES]> {
    let (secrets, _) = kept.as_chunks::<BYTES>();
    secrets.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_secret_and_several_are_read_alike() {
        assert!(split(&[]).is_empty());
        assert_eq!(split(&[7; 32]), [[7; 32]]);
        assert_eq!(split(&[[7; 32], [8; 32]].concat()), [[7; 32], [8; 32]]);
    }
}
