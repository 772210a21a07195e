//! Signatures: Ed25519 under the ZIP-215 rule, the same for one and for many, so that two peers
//! can never disagree on a crafted signature.

use ed25519_zebra::{VerificationKey, VerificationKeyBytes, batch};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::id::Key;
pub use ed25519_zebra::SigningKey;

/// Bytes before every signed header, so that a signature made elsewhere means nothing here.
pub const OPERATION_DOMAIN: &[u8] = b"polylogue/operation/1\0";
/// Bytes before what an invitation's key signs: commons, invitation, newcomer's root key.
pub const INVITATION_DOMAIN: &[u8] = b"polylogue/invitation/1\0";
/// Bytes before what a device's key signs: commons, root key.
pub const DEVICE_DOMAIN: &[u8] = b"polylogue/device/1\0";
/// Bytes before what an old root signs on handing over: commons, new root key.
pub const HANDOVER_DOMAIN: &[u8] = b"polylogue/handover/1\0";

/// Signs `parts` one after another behind a domain.
#[must_use]
pub fn sign(key: &SigningKey, domain: &[u8], parts: &[&[u8]]) -> [u8; 64] {
    key.sign(&message(domain, parts)).into()
}

/// Says whether `signature` by `key` over the domain and parts holds (ZIP-215).
#[must_use]
pub fn verify(key: Key, signature: &[u8; 64], domain: &[u8], parts: &[&[u8]]) -> bool {
    VerificationKey::try_from(key.0)
        .and_then(|key| key.verify(&(*signature).into(), &message(domain, parts)))
        .is_ok()
}

/// One signature to check together with others.
#[derive(Debug, Clone, Copy)]
pub struct Claimed<'bytes> {
    /// Who is said to have signed.
    pub key: Key,
    /// The signature.
    pub signature: &'bytes [u8; 64],
    /// The header bytes, as received.
    pub header: &'bytes [u8],
}

/// Checks many operation signatures at once; `seed` must not be guessable by their authors.
/// The answer is the same as checking each by [`verify`]: true only if all hold.
#[must_use]
pub fn verify_batch(claimed: &[Claimed<'_>], seed: [u8; 32]) -> bool {
    let mut batch = batch::Verifier::new();
    for one in claimed {
        let bytes = VerificationKeyBytes::from(one.key.0);
        batch.queue((
            bytes,
            (*one.signature).into(),
            &message(OPERATION_DOMAIN, &[one.header]),
        ));
    }
    batch.verify(ChaCha20Rng::from_seed(seed)).is_ok()
}

fn message(domain: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut message = domain.to_vec();
    parts
        .iter()
        .for_each(|part| message.extend_from_slice(part));
    message
}
