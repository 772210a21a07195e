//! Peers on the local network, found by multicast.

use std::pin::Pin;

use futures_core::Stream;
use iroh::{Endpoint, EndpointAddr};
use iroh_mdns_address_lookup::{DiscoveryEvent, MdnsAddressLookup};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::address::PeerAddress;

const FOUND_WAITING_MAX: usize = 32;

/// Peers found, until it is dropped.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) addresses: mpsc::Receiver<PeerAddress>,
    task: JoinHandle<()>,
}

impl Drop for Found {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Announces this endpoint and listens for others that hold the same commons.
///
/// `None` where the system has no multicast: a peer without any network starts all the same.
pub(super) async fn discover(endpoint: &Endpoint, commons: &[u8; 32]) -> Option<Found> {
    let lookup = MdnsAddressLookup::builder()
        .service_name(service_name(commons))
        .build(endpoint.id())
        .inspect_err(|error| tracing::warn!(%error, "peers on the local network are not found"))
        .ok()?;
    endpoint.address_lookup().ok()?.add(lookup.clone());
    let mut events = lookup.subscribe().await;
    let (sender, addresses) = mpsc::channel(FOUND_WAITING_MAX);
    let task = tokio::spawn(async move {
        while let Some(event) = std::future::poll_fn(|it| Pin::new(&mut events).poll_next(it)).await
        {
            let DiscoveryEvent::Discovered { endpoint_info, .. } = event else {
                continue;
            };
            let address = EndpointAddr::from(endpoint_info);
            if sender
                .send(PeerAddress::from_endpoint_addr(&address))
                .await
                .is_err()
            {
                return;
            }
        }
    });
    Some(Found { addresses, task })
}

/// Names the service so that only who knows the commons id recognises it; 15 letters at most.
fn service_name(commons: &[u8; 32]) -> String {
    let hash = blake3::derive_key("polylogue/1 local network service", commons);
    format!("pl-{}", data_encoding::HEXLOWER.encode(&hash[..6]))
}
