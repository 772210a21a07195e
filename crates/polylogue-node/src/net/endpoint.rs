//! The QUIC endpoint: what it listens at, what it may use, how soon it notices a dead link.

use std::time::Duration;

use iroh::endpoint::{IdleTimeout, QuicTransportConfig, VarInt, presets};
use iroh::{Endpoint, RelayMode, RelayUrl, SecretKey};

use super::address::PeerAddress;
use super::presence::RECEIVED_BYTES_MAX;
use super::{ALPN, NetworkConfig, NetworkError};

/// A link that was silent for so long is dead; both sides then call each other again.
const IDLE_MS_MAX: u32 = 6_000;

const KEEP_ALIVE: Duration = Duration::from_secs(1);

/// What a round trip is taken to be before the first is measured: repeats of a lost first
/// packet then come early enough for a link that has just healed.
const INITIAL_ROUND_TRIP: Duration = Duration::from_millis(100);

pub(super) async fn open(config: &NetworkConfig) -> Result<Endpoint, NetworkError> {
    let relay_mode = match &config.relay {
        None => RelayMode::Disabled,
        Some(text) => {
            let relay: RelayUrl = text
                .parse()
                .map_err(|_| NetworkError::Relay(text.clone()))?;
            RelayMode::custom([relay])
        }
    };
    let mut builder = Endpoint::builder(presets::Minimal)
        .secret_key(SecretKey::from_bytes(&config.secret_key))
        .alpns(vec![ALPN.to_vec()])
        .relay_mode(relay_mode)
        .transport_config(transport_config());
    if !config.bind.is_empty() {
        builder = builder.clear_ip_transports();
    }
    for address in &config.bind {
        builder = builder
            .bind_addr(*address)
            .map_err(|source| NetworkError::Address {
                address: *address,
                source,
            })?;
    }
    builder
        .bind()
        .await
        .map_err(|source| NetworkError::Bind(Box::new(source)))
}

fn transport_config() -> QuicTransportConfig {
    let idle_max = IdleTimeout::from(VarInt::from_u32(IDLE_MS_MAX));
    QuicTransportConfig::builder()
        .keep_alive_interval(KEEP_ALIVE)
        .max_idle_timeout(Some(idle_max))
        .default_path_keep_alive_interval(KEEP_ALIVE)
        .default_path_max_idle_timeout(Duration::from_millis(u64::from(IDLE_MS_MAX)))
        .initial_rtt(INITIAL_ROUND_TRIP)
        .max_concurrent_bidi_streams(VarInt::from_u32(1))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .datagram_receive_buffer_size(Some(RECEIVED_BYTES_MAX))
        .build()
}

/// Returns what others may dial: what iroh found out, or else what the sockets are bound to.
pub(super) fn own_address(endpoint: &Endpoint) -> PeerAddress {
    let known = PeerAddress::from_endpoint_addr(&endpoint.addr());
    if !known.direct.is_empty() {
        return known;
    }
    let bound = endpoint
        .bound_sockets()
        .into_iter()
        .filter(|socket| !socket.ip().is_unspecified());
    PeerAddress::new(known.endpoint, bound.collect(), known.relay)
}
