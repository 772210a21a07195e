//! The way in: one string that holds all a newcomer's peer needs.
//!
//! `polylogue` and base32 of: one byte of version, two bytes of length, the fields as a CBOR
//! array in one encoding only, four bytes of BLAKE3 over all before them. Whoever holds a ticket
//! may read the commons, so it is a secret: it never stands in a path, a query or a log, and a
//! link carries it after `#`.

use std::fmt;
use std::str::FromStr;

use data_encoding::{BASE32_NOPAD, DecodeKind};
use iroh_tickets::{ParseError, Ticket as IrohTicket};
use minicbor::{Decode, Decoder, Encode};
use thiserror::Error;

use crate::net::PeerAddress;

/// The version of tickets this peer writes and reads.
pub const VERSION: u8 = 1;

/// How many peers one ticket names at most.
pub const ADDRESSES_MAX: usize = 4;

/// How long a ticket may be as text, in bytes.
pub const TEXT_BYTES_MAX: usize = 8 * 1024;

const KIND: &str = "polylogue";
const CHECK_BYTES: usize = 4;

/// What a newcomer's peer needs to find, recognise and read a commons.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Ticket {
    /// The id of the commons.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub commons: [u8; 32],
    /// The 32 random bytes of its founding, from which a person derives their key there.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub founding_bytes: [u8; 32],
    /// The resolution the giver has pinned, if any.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub pin: Option<[u8; 32]>,
    /// The secret that opens the door.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub read_secret: [u8; 32],
    /// Peers who hold the commons, at most [`ADDRESSES_MAX`].
    #[n(4)]
    pub addresses: Vec<PeerAddress>,
    /// What admits the newcomer, if the ticket invites.
    #[n(5)]
    pub invitation: Option<Invitation>,
}

/// The private half of an invitation.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Invitation {
    /// The id of the operation that invites.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub id: [u8; 32],
    /// The private key that signs the newcomer's root key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub secret: [u8; 32],
}

/// Why a text is not a ticket this peer can use; each is a sentence with what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TicketError {
    /// Something else.
    #[error("this is not a Polylogue invitation: it should contain \"polylogue\" and many letters")]
    NotATicket,
    /// A part at the end is missing.
    #[error("this invitation is cut off: copy it again, to its very end")]
    Truncated,
    /// A character is wrong, or there is something after it.
    #[error("this invitation is damaged: some of its letters changed; ask for it again")]
    Damaged,
    /// A later version.
    #[error("this invitation was made by a newer Polylogue (version {0}): update this one first")]
    Newer(u8),
    /// Longer than any ticket.
    #[error("this text is too long to be an invitation: copy only the invitation itself")]
    TooLong,
}

impl Ticket {
    /// Reads a ticket from what a person pasted: the ticket, or a link that carries it after
    /// `#`, in any case, broken over lines or not; or a message with one of these in it.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the text and what to do.
    pub fn parse(text: &str) -> Result<Self, TicketError> {
        if text.len() > TEXT_BYTES_MAX {
            return Err(TicketError::TooLong);
        }
        let refused = match Self::parse_alone(text) {
            Ok(ticket) => return Ok(ticket),
            Err(refused) => refused,
        };
        let words = text.split_whitespace();
        let mut found = words.filter_map(|word| {
            let word = word.rsplit_once('#').map_or(word, |(_, ticket)| ticket);
            Self::parse_alone(word.trim_matches(|it: char| !it.is_ascii_alphanumeric())).ok()
        });
        found.next_back().ok_or(refused)
    }

    fn parse_alone(text: &str) -> Result<Self, TicketError> {
        let text = text.rsplit_once('#').map_or(text, |(_, ticket)| ticket);
        let letters: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let letters = letters.to_ascii_lowercase();
        let body = letters.strip_prefix(KIND).ok_or(TicketError::NotATicket)?;
        let bytes = decoded_base32(body)?;
        Self::from_bytes(&bytes)
    }

    /// Writes the ticket as text.
    ///
    /// Not `Display`, so that no log shows it by accident.
    pub fn to_text(&self) -> String {
        self.encode_string()
    }

    /// Writes a link that carries the ticket after `#`, where servers and logs never see it.
    pub fn to_link(&self, base: &str) -> String {
        format!("{base}#{}", self.to_text())
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bounded = self.clone();
        bounded.addresses.truncate(ADDRESSES_MAX);
        let fields = minicbor::to_vec(&bounded).expect("encoding into memory does not fail");
        let length = u16::try_from(fields.len()).expect("bounded addresses fit 64 KiB");
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(&fields);
        let check = *blake3::hash(&bytes).as_bytes();
        bytes.extend_from_slice(&check[..CHECK_BYTES]);
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, TicketError> {
        let (version, rest) = bytes.split_first().ok_or(TicketError::Truncated)?;
        if *version > VERSION {
            return Err(TicketError::Newer(*version));
        }
        let (length, rest) = rest
            .split_first_chunk::<2>()
            .ok_or(TicketError::Truncated)?;
        let length = usize::from(u16::from_be_bytes(*length));
        if rest.len() < length + CHECK_BYTES {
            return Err(TicketError::Truncated);
        }
        let (fields, check) = rest.split_at(length);
        let hash = blake3::hash(&bytes[..bytes.len() - check.len()]);
        if *version != VERSION || check != &hash.as_bytes()[..CHECK_BYTES] {
            return Err(TicketError::Damaged);
        }
        let mut decoder = Decoder::new(fields);
        let ticket: Self = decoder.decode().map_err(|_| TicketError::Damaged)?;
        let is_bounded = ticket.addresses.len() <= ADDRESSES_MAX
            && ticket.addresses.iter().all(PeerAddress::is_well_formed);
        // One ticket has one text: what was read must be written the same.
        if is_bounded && ticket.to_bytes() == bytes {
            Ok(ticket)
        } else {
            Err(TicketError::Damaged)
        }
    }
}

/// Decodes the letters; where the last group is no whole one, looks at what comes before it.
fn decoded_base32(letters: &str) -> Result<Vec<u8>, TicketError> {
    let letters = letters.to_ascii_uppercase();
    match BASE32_NOPAD.decode(letters.as_bytes()) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind == DecodeKind::Symbol => Err(TicketError::Damaged),
        Err(_) => {
            let whole = &letters.as_bytes()[..letters.len() - letters.len() % 8];
            let start = BASE32_NOPAD
                .decode(whole)
                .map_err(|_| TicketError::Damaged)?;
            Err(Ticket::from_bytes(&start)
                .err()
                .unwrap_or(TicketError::Damaged))
        }
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Ticket(secret)")
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Invitation(secret)")
    }
}

impl FromStr for Ticket {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl IrohTicket for Ticket {
    const KIND: &'static str = KIND;

    fn encode_bytes(&self) -> Vec<u8> {
        self.to_bytes()
    }

    fn decode_bytes(bytes: &[u8]) -> Result<Self, ParseError> {
        Self::from_bytes(bytes).map_err(|error| {
            ParseError::verification_failed(match error {
                TicketError::NotATicket => "not a ticket",
                TicketError::Truncated => "cut off",
                TicketError::Damaged => "damaged",
                TicketError::Newer(_) => "made by a newer version",
                TicketError::TooLong => "too long",
            })
        })
    }
}

#[cfg(test)]
mod tests;
