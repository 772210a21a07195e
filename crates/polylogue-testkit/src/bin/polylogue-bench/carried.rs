//! The least that a sync can cost on this machine: one process reads a finished store's rows in
//! the order peers reconcile them and sends them over loopback by the QUIC that peers use; another
//! takes them and does what [`crate::floor`] does: checks every signature while SQLite copies the
//! finished rows. Nothing is compared, asked for, judged or looked up.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Instant;

use iroh::endpoint::{RecvStream, SendStream, presets};
use iroh::{Endpoint, EndpointAddr, EndpointId, RelayMode};
use polylogue_core::operation::Operation;
use rusqlite::{Connection, OpenFlags};

use crate::bundle::text;
use crate::child::{self, number, say};
use crate::{Bench, Fault};

const ALPN: &[u8] = b"polylogue-bench/carried";
/// Bytes sent and read at once, about what a session does.
const BYTES_AT_ONCE: usize = 256 * 1024;
const CHUNKS_WAITING: usize = 64;
/// Lengths of a header and a body, and a signature.
const FRAME_BYTES: usize = 4 + 4 + 64;

/// Operations per second that can be carried, checked and written at all.
pub(crate) fn measure(bench: &Bench, finished: &Path) -> Result<f64, Fault> {
    let target = bench.folder.join("carried.sqlite");
    let mut giver = child::start(&["floor-give", text(finished)?])?;
    let (_, address) = giver.line()?;
    let found = child::run(&["floor-take", &address, text(finished)?, text(&target)?])?;
    drop(giver);
    Ok(bench.operations as f64 / number(&found, "seconds")?)
}

/// The role that sends.
pub(crate) fn give(finished: &Path) -> Result<(), Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    let endpoint = runtime.block_on(open())?;
    let socket = endpoint
        .bound_sockets()
        .into_iter()
        .find(SocketAddr::is_ipv4)
        .ok_or("it is bound")?;
    say("address", format!("{}@{socket}", endpoint.id()));
    let mut send = runtime.block_on(async {
        let incoming = endpoint.accept().await.ok_or("nobody called")?;
        let connection = incoming.await?;
        let (send, mut receive) = connection.accept_bi().await?;
        receive.read_chunk(1).await?;
        Ok::<_, Fault>(send)
    })?;
    send_rows(&runtime, &mut send, finished)?;
    runtime.block_on(async {
        send.finish()?;
        send.stopped().await?;
        Ok::<_, Fault>(())
    })?;
    child::wait_for_the_end();
    Ok(())
}

fn send_rows(
    runtime: &tokio::runtime::Runtime,
    send: &mut SendStream,
    finished: &Path,
) -> Result<(), Fault> {
    let connection = Connection::open_with_flags(finished, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut rows = connection.prepare(
        "SELECT header, signature, body FROM operation WHERE time IS NOT NULL ORDER BY time, id",
    )?;
    let mut rows = rows.query([])?;
    let mut waiting = Vec::with_capacity(2 * BYTES_AT_ONCE);
    while let Some(row) = rows.next()? {
        let header = row.get_ref(0)?.as_blob()?;
        let body = row.get_ref(2)?.as_blob_or_null()?.unwrap_or_default();
        for length in [header.len(), body.len()] {
            waiting.extend_from_slice(&u32::try_from(length)?.to_be_bytes());
        }
        waiting.extend_from_slice(row.get_ref(1)?.as_blob()?);
        waiting.extend_from_slice(header);
        waiting.extend_from_slice(body);
        if waiting.len() >= BYTES_AT_ONCE {
            runtime.block_on(send.write_all(&waiting))?;
            waiting.clear();
        }
    }
    Ok(runtime.block_on(send.write_all(&waiting))?)
}

/// The role that takes what is sent.
pub(crate) fn take(address: &str, finished: &Path, target: &Path) -> Result<(), Fault> {
    let (id, socket) = address.split_once('@').ok_or("a key and a socket")?;
    let (id, socket): (EndpointId, SocketAddr) = (id.parse()?, socket.parse()?);
    let runtime = tokio::runtime::Runtime::new()?;
    let began = Instant::now();
    let endpoint = runtime.block_on(open())?;
    let address = EndpointAddr::new(id).with_ip_addr(socket);
    let (sender, chunks) = sync_channel(CHUNKS_WAITING);
    let connection = runtime.block_on(endpoint.connect(address, ALPN))?;
    let (mut send, mut receive) = runtime.block_on(connection.open_bi())?;
    runtime.block_on(send.write_all(b"!"))?;
    std::thread::scope(|scope| {
        let kept = scope.spawn(move || {
            let mut carried = Carried {
                chunks,
                waiting: Vec::new(),
                read: 0,
            };
            crate::floor::keep(finished, target, || carried.batch())
                .map_err(|fault| fault.to_string())
        });
        runtime.block_on(pass_on(&mut receive, &sender))?;
        drop(sender);
        kept.join().expect("keeping does not panic")?;
        Ok::<_, Fault>(())
    })?;
    say("seconds", began.elapsed().as_secs_f64());
    Ok(())
}

async fn open() -> Result<Endpoint, Fault> {
    let endpoint = Endpoint::builder(presets::Minimal)
        .alpns(vec![ALPN.to_vec()])
        .relay_mode(RelayMode::Disabled)
        .clear_ip_transports()
        .bind_addr(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?
        .bind()
        .await?;
    Ok(endpoint)
}

async fn pass_on(
    receive: &mut RecvStream,
    sender: &std::sync::mpsc::SyncSender<Vec<u8>>,
) -> Result<(), Fault> {
    while let Some(chunk) = receive.read_chunk(BYTES_AT_ONCE).await? {
        let chunk = chunk.to_vec();
        tokio::task::block_in_place(|| sender.send(chunk))?;
    }
    Ok(())
}

/// What came and was not put together yet.
struct Carried {
    chunks: Receiver<Vec<u8>>,
    waiting: Vec<u8>,
    /// Bytes of `waiting` that were put together.
    read: usize,
}

impl Carried {
    /// The next operations; none at the end.
    fn batch(&mut self) -> Vec<Operation> {
        let mut batch = Vec::with_capacity(crate::floor::BATCH);
        while batch.len() < crate::floor::BATCH {
            if let Some(operation) = self.next() {
                batch.push(operation);
                continue;
            }
            self.waiting.drain(..self.read);
            self.read = 0;
            match self.chunks.recv() {
                Ok(chunk) => self.waiting.extend(chunk),
                Err(_) => break,
            }
        }
        batch
    }

    fn next(&mut self) -> Option<Operation> {
        let rest = &self.waiting[self.read..];
        let (lengths, _) = rest.split_first_chunk::<8>()?;
        let length = |at: usize| {
            let bytes = lengths[at..at + 4].try_into().expect("four bytes");
            usize::try_from(u32::from_be_bytes(bytes)).expect("a length")
        };
        let (header, body) = (length(0), length(4));
        let frame = rest.get(..FRAME_BYTES + header + body)?;
        let signature = frame[8..FRAME_BYTES].try_into().expect("a signature");
        let (header, body) = frame[FRAME_BYTES..].split_at(header);
        self.read += frame.len();
        let body = (!body.is_empty()).then(|| body.to_vec());
        let operation = Operation::assemble(signature, header.to_vec(), body);
        Some(operation.expect("what was kept is well formed"))
    }
}
