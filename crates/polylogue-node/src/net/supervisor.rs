//! The task that owns all others of a network: it accepts, calls, and stops.

use std::sync::Arc;
use std::time::Duration;

use iroh::endpoint::{Connection, Incoming};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::ALPN;
use super::address::PeerAddress;
use super::book::{Caller, Ending, LINKS_MAX};
use super::lan::Found;
use super::link;
use super::shared::Shared;

const CALL_EVERY: Duration = Duration::from_millis(100);
const CALL_MAX: Duration = Duration::from_secs(6);
const CALL_RECENT_MAX: Duration = Duration::from_secs(2);
const HANDSHAKE_MAX: Duration = Duration::from_secs(6);
const CLOSE_MAX: Duration = Duration::from_secs(2);
const FAREWELL_MAX: Duration = Duration::from_millis(200);
const CALLS_AT_ONCE_MAX: usize = 16;

/// Runs until the network is stopped; then waits for the links and closes the endpoint.
pub(super) async fn run(shared: Arc<Shared>, mut found: Option<Found>) {
    let mut stopping = shared.stopping();
    let mut tasks = JoinSet::new();
    let mut call_timer = interval(CALL_EVERY);
    call_timer.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopping.wait_for(|is_stopping| *is_stopping) => break,
            Some(outcome) = tasks.join_next(), if !tasks.is_empty() => {
                if let Err(error) = outcome {
                    tracing::error!(%error, "a task of the network ended badly");
                }
            }
            incoming = shared.endpoint.accept() => match incoming {
                Some(incoming) => accept(&shared, incoming, &mut tasks),
                None => break,
            },
            Some(address) = next_found(&mut found) => shared.learn(&address),
            _ = call_timer.tick() => {
                for address in shared.take_due(CALLS_AT_ONCE_MAX) {
                    tasks.spawn(call(Arc::clone(&shared), address));
                }
            }
        }
    }
    drop(found);
    // A link that was seated while the network stopped hears of it now.
    shared.stop();
    let all_done = async { while tasks.join_next().await.is_some() {} };
    if timeout(CLOSE_MAX, all_done).await.is_err() {
        tasks.shutdown().await;
    }
    // The other sides are told at once; only calls that nobody answered take longer.
    if timeout(FAREWELL_MAX, shared.endpoint.close())
        .await
        .is_err()
    {
        tracing::debug!("calls under way were let go");
    }
}

async fn next_found(found: &mut Option<Found>) -> Option<PeerAddress> {
    match found {
        Some(found) => found.addresses.recv().await,
        None => std::future::pending().await,
    }
}

fn accept(shared: &Arc<Shared>, incoming: Incoming, tasks: &mut JoinSet<()>) {
    // Handshakes under way count too, so that a flood of them stays bounded.
    if tasks.len() >= LINKS_MAX + 2 * CALLS_AT_ONCE_MAX {
        incoming.refuse();
        return;
    }
    let shared = Arc::clone(shared);
    tasks.spawn(async move {
        let Ok(accepting) = incoming.accept() else {
            return;
        };
        if let Ok(Ok(connection)) = timeout(HANDSHAKE_MAX, accepting).await {
            talk(&shared, connection, Caller::There).await;
        }
    });
}

async fn call(shared: Arc<Shared>, address: PeerAddress) {
    let endpoint = address.endpoint;
    let Some(target) = address.to_endpoint_addr() else {
        let words = "its endpoint key is not a key".to_owned();
        shared.call_failed(&endpoint, Ending::Refused(words));
        return;
    };
    let call_max = if shared.is_recent(&endpoint) {
        CALL_RECENT_MAX
    } else {
        CALL_MAX
    };
    let mut stopping = shared.stopping();
    let outcome = tokio::select! {
        outcome = timeout(call_max, shared.endpoint.connect(target, ALPN)) => outcome,
        _ = stopping.wait_for(|is_stopping| *is_stopping) => return,
    };
    match outcome {
        Ok(Ok(connection)) => {
            shared.call_succeeded(&endpoint);
            talk(&shared, connection, Caller::Here).await;
        }
        Ok(Err(error)) => {
            tracing::debug!(%error, "a call failed");
            let words = "it could not be reached at the addresses known here".to_owned();
            shared.call_failed(&endpoint, Ending::Unreachable(words));
        }
        Err(_) => {
            let words = "it did not answer".to_owned();
            shared.call_failed(&endpoint, Ending::Unreachable(words));
        }
    }
}

async fn talk(shared: &Arc<Shared>, connection: Connection, caller: Caller) {
    let endpoint = *connection.remote_id().as_bytes();
    let Some(seat) = shared.seat(endpoint, caller) else {
        link::refuse(&connection);
        return;
    };
    let number = seat.number;
    let ending = link::run(shared, connection, caller, seat).await;
    tracing::debug!(?ending, "a link ended");
    shared.unseat(number, ending);
}
