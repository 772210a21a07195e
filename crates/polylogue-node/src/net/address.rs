//! Where a peer can be reached, and its strict encoding for tickets and contact lines.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use iroh::{EndpointAddr, EndpointId, RelayUrl};
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// How many direct addresses of one peer are kept and told.
pub const DIRECT_ADDRESSES_MAX: usize = 8;

/// How many peers, the sender among them, are told in one contact line: 16 lines of at most
/// 460 bytes stay below the session's bound.
pub(crate) const CONTACT_ADDRESSES_MAX: usize = 16;

/// How long the address of a relay may be, in bytes.
pub const RELAY_BYTES_MAX: usize = 256;

/// Where a peer can be reached: its endpoint key and what is known of its addresses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct PeerAddress {
    /// The public key of its endpoint, one for each commons.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub endpoint: [u8; 32],
    /// Its direct addresses, at most [`DIRECT_ADDRESSES_MAX`], sorted, without repeats.
    #[cbor(n(1), with = "direct_addresses")]
    pub direct: Vec<SocketAddr>,
    /// The address of the relay it listens at, if any, at most [`RELAY_BYTES_MAX`] bytes.
    #[n(2)]
    pub relay: Option<String>,
}

impl PeerAddress {
    /// Builds an address; addresses past the bound and a relay too long are left out.
    pub fn new(endpoint: [u8; 32], mut direct: Vec<SocketAddr>, relay: Option<String>) -> Self {
        direct.sort_unstable();
        direct.dedup();
        direct.truncate(DIRECT_ADDRESSES_MAX);
        let relay = relay.filter(|relay| relay.len() <= RELAY_BYTES_MAX);
        Self {
            endpoint,
            direct,
            relay,
        }
    }

    /// Tells whether the bounds and the order hold, as they must in what others send.
    pub(crate) fn is_well_formed(&self) -> bool {
        self.direct.len() <= DIRECT_ADDRESSES_MAX
            && self.direct.is_sorted_by(|left, right| left < right)
            && self
                .relay
                .as_ref()
                .is_none_or(|relay| relay.len() <= RELAY_BYTES_MAX)
            && EndpointId::from_bytes(&self.endpoint).is_ok()
    }

    /// Takes up what another line about the same endpoint knows, the newer addresses first.
    pub(crate) fn merge(&mut self, newer: &Self) {
        let older = std::mem::take(&mut self.direct);
        let mut direct = newer.direct.clone();
        for address in older {
            if direct.len() < DIRECT_ADDRESSES_MAX && !direct.contains(&address) {
                direct.push(address);
            }
        }
        direct.sort_unstable();
        self.direct = direct;
        if newer.relay.is_some() {
            self.relay.clone_from(&newer.relay);
        }
    }

    /// Takes up what somebody else says about this endpoint, only where nothing better is known.
    pub(crate) fn merge_hearsay(&mut self, heard: &Self) {
        if self.direct.is_empty() && self.relay.is_none() {
            self.merge(heard);
        }
    }

    /// Turns it into what iroh dials; `None` if the key is no key.
    pub(crate) fn to_endpoint_addr(&self) -> Option<EndpointAddr> {
        let mut address = EndpointAddr::new(EndpointId::from_bytes(&self.endpoint).ok()?);
        for direct in &self.direct {
            address = address.with_ip_addr(*direct);
        }
        if let Some(relay) = self
            .relay
            .as_ref()
            .and_then(|relay| relay.parse::<RelayUrl>().ok())
        {
            address = address.with_relay_url(relay);
        }
        Some(address)
    }

    /// Takes from iroh's address what others may dial.
    pub(crate) fn from_endpoint_addr(address: &EndpointAddr) -> Self {
        let mut direct: Vec<SocketAddr> = address
            .ip_addrs()
            .copied()
            .filter(is_worth_telling)
            .collect();
        direct.sort_by_key(|address| (address.is_ipv6(), address.ip().is_loopback()));
        direct.truncate(DIRECT_ADDRESSES_MAX);
        let relay = address.relay_urls().next().map(ToString::to_string);
        Self::new(*address.id.as_bytes(), direct, relay)
    }
}

/// Encodes what a session tells the other side: where this peer is, then where others are.
pub(crate) fn to_contact(addresses: &[PeerAddress]) -> Vec<u8> {
    let bounded = &addresses[..addresses.len().min(CONTACT_ADDRESSES_MAX)];
    let mut encoder = Encoder::new(Vec::new());
    encoder
        .array(bounded.len() as u64)
        .and_then(|encoder| {
            bounded
                .iter()
                .try_for_each(|address| encoder.encode(address).map(|_| ()))
        })
        .expect("encoding into memory does not fail");
    encoder.into_writer()
}

/// Reads what a session was told; `None` if it is not that, or too much.
pub(crate) fn from_contact(bytes: &[u8]) -> Option<Vec<PeerAddress>> {
    let mut decoder = Decoder::new(bytes);
    let count = decoder.array().ok()??;
    if count > CONTACT_ADDRESSES_MAX as u64 {
        return None;
    }
    let addresses: Vec<PeerAddress> = (0..count)
        .map(|_| decoder.decode().ok())
        .collect::<Option<_>>()?;
    let is_whole = decoder.position() == bytes.len();
    (is_whole && addresses.iter().all(PeerAddress::is_well_formed)).then_some(addresses)
}

/// Link-local addresses of version 6 mean nothing without the interface they belong to.
fn is_worth_telling(address: &SocketAddr) -> bool {
    let is_link_local = match address.ip() {
        IpAddr::V4(_) => false,
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    };
    !address.ip().is_unspecified() && !is_link_local && address.port() != 0
}

/// Socket addresses as byte strings: four or sixteen bytes of address, two of port.
mod direct_addresses {
    use super::*;

    pub(super) fn encode<C, W: Write>(
        addresses: &[SocketAddr],
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.array(addresses.len() as u64)?;
        for address in addresses {
            let mut bytes = match address.ip() {
                IpAddr::V4(ip) => ip.octets().to_vec(),
                IpAddr::V6(ip) => ip.octets().to_vec(),
            };
            bytes.extend_from_slice(&address.port().to_be_bytes());
            encoder.bytes(&bytes)?;
        }
        Ok(())
    }

    pub(super) fn decode<C>(
        decoder: &mut Decoder<'_>,
        _: &mut C,
    ) -> Result<Vec<SocketAddr>, DecodeError> {
        let count = decoder
            .array()?
            .ok_or_else(|| DecodeError::message("an open array"))?;
        if count > DIRECT_ADDRESSES_MAX as u64 {
            return Err(DecodeError::message("too many addresses"));
        }
        (0..count)
            .map(|_| socket_address(decoder.bytes()?))
            .collect()
    }

    fn socket_address(bytes: &[u8]) -> Result<SocketAddr, DecodeError> {
        let no_address = || DecodeError::message("not an address");
        let (ip, port) = bytes.split_last_chunk::<2>().ok_or_else(no_address)?;
        let ip = if let Ok(octets) = <[u8; 4]>::try_from(ip) {
            IpAddr::V4(Ipv4Addr::from(octets))
        } else {
            let octets = <[u8; 16]>::try_from(ip).map_err(|_| no_address())?;
            IpAddr::V6(Ipv6Addr::from(octets))
        };
        Ok(SocketAddr::new(ip, u16::from_be_bytes(*port)))
    }
}
