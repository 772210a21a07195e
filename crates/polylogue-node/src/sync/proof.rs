//! The proof of the right to read: what is hashed, what is signed, and how it is checked.

use super::limits::READ_SECRETS_MAX;
use super::session::{Parties, Role};

const TAG_CONTEXT: &str = "polylogue/1 session hello tag";
const TRANSCRIPT_DOMAIN: &[u8; 25] = b"polylogue/1 session proof";
const MAC_BYTES: usize = 32;

/// A device key and its signature over a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceProof {
    /// The Ed25519 public key of the device.
    pub device_key: [u8; 32],
    /// Its signature over the transcript.
    pub signature: [u8; 64],
}

/// What the session asks its owner about the right to read.
///
/// Asked only while the door is being opened; answers should be quick look-ups.
pub trait Door {
    /// Returns the read secrets known here, the newest first.
    ///
    /// All of them are used to prove, so that a peer who was away recognises this one; only
    /// the newest is accepted.
    fn read_secrets(&self) -> Vec<[u8; 32]>;

    /// Signs a transcript with this peer's device key, if it has one here.
    fn sign(&self, transcript: &[u8]) -> Option<DeviceProof>;

    /// Tells whether the signature is good and the key is that of a device that may read.
    fn admits(&self, transcript: &[u8], proof: &DeviceProof) -> bool;
}

/// Shows knowledge of the commons id to who knows it too, without telling it to who does not.
pub(super) fn hello_tag(parties: &Parties, sender: Role, nonce: &[u8; 32]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(TAG_CONTEXT);
    hasher.update(&parties.commons);
    hasher.update(parties.endpoint_of(sender));
    hasher.update(parties.endpoint_of(sender.other()));
    hasher.update(nonce);
    *hasher.finalize().as_bytes()
}

/// Returns what a side proves itself over: both endpoints, both nonces, the commons, the role.
pub(super) fn transcript(parties: &Parties, prover: Role, nonces: &Nonces) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(TRANSCRIPT_DOMAIN.len() + 5 * 32 + 1);
    bytes.extend_from_slice(TRANSCRIPT_DOMAIN);
    bytes.extend_from_slice(&parties.commons);
    bytes.extend_from_slice(parties.endpoint_of(Role::Dialler));
    bytes.extend_from_slice(parties.endpoint_of(Role::Answerer));
    bytes.extend_from_slice(&nonces.dialler);
    bytes.extend_from_slice(&nonces.answerer);
    bytes.push(prover as u8);
    bytes
}

/// The random 32 bytes of each side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nonces {
    pub(super) dialler: [u8; 32],
    pub(super) answerer: [u8; 32],
}

pub(super) fn macs(secrets: &[[u8; 32]], transcript: &[u8]) -> Vec<u8> {
    secrets
        .iter()
        .take(READ_SECRETS_MAX)
        .flat_map(|secret| *blake3::keyed_hash(secret, transcript).as_bytes())
        .collect()
}

/// Tells whether one of the MACs was made with the newest read secret, in constant time each.
pub(super) fn is_proven(secrets: &[[u8; 32]], transcript: &[u8], macs: &[u8]) -> bool {
    let (macs, rest) = macs.as_chunks::<MAC_BYTES>();
    let Some(newest) = secrets.first() else {
        return false;
    };
    let expected = blake3::keyed_hash(newest, transcript);
    rest.is_empty()
        && macs.len() <= READ_SECRETS_MAX
        && macs
            .iter()
            .fold(false, |found, mac| found | (expected == *mac))
}

/// The salt of the census of this session, which neither side can choose alone.
pub(super) fn census_salt(transcript: &[u8]) -> [u8; 32] {
    blake3::derive_key("polylogue/1 session census", transcript)
}
