//! One live link: the session of one peer, between its stream and the replica.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use iroh::endpoint::{Connection, RecvStream, SendStream, VarInt};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::Inbox;
use super::address::from_contact;
use super::book::{Caller, Compared, Ending, Telling};
use super::intake::{Checked, Intake};
use super::presence;
use super::shared::{LinkSeat, News, ReplicaDoor, Shared};
use crate::sync::{
    CloseReason, Closed, Comparison, Deframer, Event, Fault, Greeting, Id, LOAD_BYTES_MAX, Loaded,
    Origin, Parties, Role, Session, TakenIn, View, framed,
};

const TICK: Duration = Duration::from_millis(100);
const STREAM_MAX: Duration = Duration::from_secs(5);
const FLUSH_MAX: Duration = Duration::from_secs(1);
const NOTE_EVERY_MS: u64 = 30_000;
const FRAMES_WAITING_MAX: usize = 16;
/// An answer that took no longer is dated when it came.
const MOMENT_MS: u64 = 500;
const READ_BYTES_MAX: usize = 64 * 1024;

const CODE_OVER: VarInt = VarInt::from_u32(0);
const CODE_DUPLICATE: VarInt = VarInt::from_u32(1);

/// Turns a connection down because there is a better one to the same peer, or too many.
pub(super) fn refuse(connection: &Connection) {
    connection.close(CODE_DUPLICATE, b"duplicate");
}

/// Runs the session until it ends, whoever ends it.
pub(super) async fn run(
    shared: &Arc<Shared>,
    connection: Connection,
    caller: Caller,
    seat: LinkSeat,
) -> Ending {
    let streams = match caller {
        Caller::Here => timeout(STREAM_MAX, connection.open_bi()).await,
        Caller::There => timeout(STREAM_MAX, connection.accept_bi()).await,
    };
    let Ok(Ok((send, receive))) = streams else {
        connection.close(CODE_OVER, b"");
        return Ending::Unreachable("it was reached but did not begin to talk".to_owned());
    };
    let Some(session) = new_session(shared, &connection, caller) else {
        connection.close(CODE_OVER, b"");
        return Ending::Unreachable("this peer has no random numbers".to_owned());
    };
    let (frame_sender, frames) = mpsc::channel(FRAMES_WAITING_MAX);
    let (outgoing, outgoing_receiver) = mpsc::channel(FRAMES_WAITING_MAX);
    let mut reader = JoinSet::new();
    reader.spawn(read_frames(receive, frame_sender));
    let mut writer = JoinSet::new();
    writer.spawn(write_frames(send, outgoing_receiver));
    let is_open = Arc::new(AtomicBool::new(false));
    let mut beside = JoinSet::new();
    beside.spawn(presence::carry(
        Arc::clone(shared),
        connection.clone(),
        Arc::clone(&is_open),
    ));
    let link = Link {
        is_open,
        remote: *connection.remote_id().as_bytes(),
        door: ReplicaDoor(Arc::clone(&shared.replica)),
        shared: Arc::clone(shared),
        session,
        number: seat.number,
        has_missed_news: Arc::clone(&seat.has_missed_news),
        has_missed_newcomers: Arc::clone(&seat.has_missed_newcomers),
        telling: Telling::UnderWay,
        intake: Intake::default(),
        inbox: Arc::from(Arc::clone(&shared.replica).inbox(*connection.remote_id().as_bytes())),
        works: JoinSet::new(),
        was_open: false,
        ending: None,
        noted_ms: 0,
    };
    let ending = link.run(seat, frames, outgoing).await;
    // The writer ends once the other side has its last word.
    tokio::select! {
        _ = timeout(FLUSH_MAX, writer.join_next()) => {}
        _ = connection.closed() => {}
    }
    let code = if ending == Ending::Replaced {
        CODE_DUPLICATE
    } else {
        CODE_OVER
    };
    connection.close(code, b"");
    ending
}

fn new_session(shared: &Shared, connection: &Connection, caller: Caller) -> Option<Session> {
    let mut nonce = [0; 32];
    getrandom::fill(&mut nonce).ok()?;
    let parties = Parties {
        role: match caller {
            Caller::Here => Role::Dialler,
            Caller::There => Role::Answerer,
        },
        commons: shared.replica.commons(),
        local: *shared.endpoint.id().as_bytes(),
        remote: *connection.remote_id().as_bytes(),
    };
    let greeting = Greeting {
        nonce,
        contact: shared.contact(),
    };
    Some(Session::new(
        parties,
        greeting,
        shared.limits,
        shared.now_ms(),
    ))
}

async fn read_frames(mut receive: RecvStream, frames: mpsc::Sender<Vec<u8>>) {
    let mut deframer = Deframer::default();
    while let Ok(Some(chunk)) = receive.read_chunk(READ_BYTES_MAX).await {
        deframer.push(&chunk);
        loop {
            match deframer.next_message() {
                Ok(Some(message)) => {
                    if frames.send(message).await.is_err() {
                        return;
                    }
                }
                Ok(None) => break,
                // An empty message is none, so the session will end with the right words.
                Err(error) => {
                    tracing::debug!(%error, "a stream is no sequence of frames");
                    if frames.send(Vec::new()).await.is_err() {
                        tracing::debug!("the session is over already");
                    }
                    return;
                }
            }
        }
    }
}

async fn write_frames(mut send: SendStream, mut messages: mpsc::Receiver<Vec<u8>>) {
    while let Some(message) = messages.recv().await {
        if send.write_all(&framed(&message)).await.is_err() {
            return;
        }
    }
    // Waits until everything has arrived over there, or can no longer.
    if send.finish().is_ok() && send.stopped().await.is_err() {
        tracing::debug!("the last words of a session did not arrive");
    }
}

/// Work done where blocking is allowed.
enum Work {
    Checked(Checked),
    Kept(TakenIn),
    Loaded(Loaded),
    Looked(Vec<Id>),
}

struct Link {
    /// For what is said beside the session.
    is_open: Arc<AtomicBool>,
    shared: Arc<Shared>,
    door: ReplicaDoor,
    remote: [u8; 32],
    number: u64,
    has_missed_news: Arc<AtomicBool>,
    has_missed_newcomers: Arc<AtomicBool>,
    telling: Telling,
    session: Session,
    intake: Intake,
    inbox: Arc<dyn Inbox>,
    works: JoinSet<Work>,
    was_open: bool,
    ending: Option<Ending>,
    noted_ms: u64,
}

impl Link {
    async fn run(
        mut self,
        mut seat: LinkSeat,
        mut frames: mpsc::Receiver<Vec<u8>>,
        outgoing: mpsc::Sender<Vec<u8>>,
    ) -> Ending {
        let mut timer = interval(TICK);
        timer.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            self.turn();
            self.note_telling(&seat);
            if self.session.is_closed() && !self.session.has_message() {
                break;
            }
            tokio::select! {
                frame = frames.recv() => match frame {
                    Some(frame) => self.handle_frame(&frame),
                    None => break,
                },
                Ok(permit) = outgoing.reserve(), if self.session.has_message() => {
                    if let Some(message) = self.session.poll_message() {
                        permit.send(message);
                    }
                }
                Some(work) = self.works.join_next(), if !self.works.is_empty() => {
                    self.handle_work(work);
                }
                Some(news) = seat.news.recv() => self.handle_news(&news),
                Ok(()) = seat.leave.changed() => {
                    let reason = *seat.leave.borrow_and_update();
                    self.leave(reason.unwrap_or(CloseReason::Leaving));
                }
                _ = timer.tick() => self.handle_tick(),
            }
        }
        self.take_in_rest().await;
        self.ending()
    }

    /// Takes in what came before a link broke, so that however often it breaks, each time
    /// brings something.
    async fn take_in_rest(&mut self) {
        if matches!(self.ending, Some(Ending::Refused(_))) {
            return;
        }
        while !self.intake.is_over() {
            self.take_in();
            match self.works.join_next().await {
                Some(work) => self.handle_work(work),
                None => return,
            }
        }
    }

    /// Moves everything between session and replica that can move now.
    fn turn(&mut self) {
        while let Some(event) = self.session.poll_event() {
            self.handle_event(event);
        }
        self.take_in();
        let ids = self.session.poll_load(&self.shared.set());
        if let Some(ids) = ids {
            let replica = Arc::clone(&self.shared.replica);
            self.works
                .spawn_blocking(move || Work::Loaded(replica.load(&ids, LOAD_BYTES_MAX)));
        }
        if let Some(lacking) = self.session.poll_lacking() {
            let replica = Arc::clone(&self.shared.replica);
            self.works
                .spawn_blocking(move || Work::Looked(replica.lacking(lacking)));
        }
    }

    /// Notes in the book when the two come to have dealt with all they named of newcomers and
    /// with the texts lacking here, or no longer have.
    fn note_telling(&mut self, seat: &LinkSeat) {
        let is_settled = self.session.is_porch_settled() && self.session.is_text_settled();
        let telling = if is_settled && seat.news.is_empty() {
            Telling::Settled
        } else {
            Telling::UnderWay
        };
        if telling != self.telling {
            self.telling = telling;
            let (remote, number) = (self.remote, self.number);
            self.shared.update_book(|book, _| {
                // News that came since was marked with the book held.
                if telling == Telling::UnderWay || seat.news.is_empty() {
                    book.porch(&remote, number, telling);
                }
            });
            self.shared.changed();
        }
    }

    /// Begins what can be begun of taking in what came.
    fn take_in(&mut self) {
        if let Some(batch) = self.intake.next_to_check() {
            let inbox = Arc::clone(&self.inbox);
            let checked = Checked {
                n_batches: 1,
                frame_bytes: batch.frame_bytes,
                n_operations: batch.operations.len(),
            };
            self.works.spawn_blocking(move || {
                inbox.check(batch.operations);
                Work::Checked(checked)
            });
        }
        if let Some(checked) = self.intake.next_to_keep() {
            let (shared, inbox) = (Arc::clone(&self.shared), Arc::clone(&self.inbox));
            let number = self.number;
            // What the replica took in counts even if this link is over by then.
            self.works.spawn_blocking(move || {
                let report = inbox.keep(checked.n_batches);
                shared.took_in(report.order, &report.accepted_keys, &report.left_keys);
                shared.changed_porch(&report.porch, Some(number));
                shared.spread(&report.accepted_keys, Origin::Elsewhere, Some(number));
                // Whoever asked for these texts before asks again.
                shared.spread(&report.filled_keys, Origin::Elsewhere, Some(number));
                Work::Kept(TakenIn {
                    frame_bytes: checked.frame_bytes,
                    n_new: (report.accepted_keys.len() + report.filled_keys.len()) as u64,
                    n_bad: report.refused.min(checked.n_operations) as u64,
                })
            });
        }
    }

    fn handle_frame(&mut self, frame: &[u8]) {
        let (set, porch) = (self.shared.set(), self.shared.porch());
        let view = View {
            set: &set,
            porch: &porch,
            door: &self.door,
        };
        // A fault closes the session, and its event says why.
        if let Err(fault) = self
            .session
            .handle_message(frame, &view, self.shared.now_ms())
        {
            tracing::debug!(%fault, "a session ended");
        }
    }

    fn handle_tick(&mut self) {
        let now_ms = self.shared.now_ms();
        if self.has_missed_news.swap(false, Ordering::Relaxed) {
            self.session.changed(now_ms);
        }
        if self.has_missed_newcomers.swap(false, Ordering::Relaxed) {
            self.session.repeat_porch(&self.shared.porch());
        }
        if !self.shared.take_turn(self.number) {
            self.session.postpone(now_ms.saturating_add(1));
        }
        if let Err(fault) = self.session.tick(&self.shared.set(), now_ms) {
            tracing::debug!(%fault, "a session ended");
        }
        if !self.session.is_comparing() {
            self.shared.give_turn(self.number);
        }
    }

    fn handle_news(&mut self, news: &News) {
        self.session
            .announce(&news.keys, news.origin, self.shared.now_ms());
    }

    fn handle_work(&mut self, work: Result<Work, tokio::task::JoinError>) {
        let now_ms = self.shared.now_ms();
        match work {
            Ok(Work::Loaded(loaded)) => self.session.supply(loaded, now_ms),
            Ok(Work::Looked(lacking)) => self.session.want(&lacking),
            Ok(Work::Checked(checked)) => self.intake.checked(checked),
            Ok(Work::Kept(taken_in)) => {
                self.intake.kept();
                if taken_in.n_new > 0 {
                    self.shared.use_turn(self.number);
                }
                if let Err(fault) = self.session.taken_in(taken_in, now_ms) {
                    tracing::debug!(%fault, "a session ended");
                }
                let (remote, number) = (self.remote, self.number);
                self.shared
                    .update_book(|book, now| book.heard(&remote, number, now));
                self.shared.changed();
            }
            Err(error) => {
                // The replica failed, not the peer: leave, and come back later.
                tracing::error!(%error, "the store failed in the middle of a session");
                self.ending = Some(Ending::Unreachable(
                    "this peer's own store failed".to_owned(),
                ));
                self.session.close(CloseReason::Leaving);
            }
        }
    }

    fn handle_event(&mut self, event: Event) {
        let (remote, number) = (self.remote, self.number);
        match event {
            Event::Opened(_) => {
                self.was_open = true;
                self.is_open.store(true, Ordering::Relaxed);
                // The first comparison need not wait for the timer.
                self.handle_tick();
                self.shared
                    .update_book(|book, now| book.opened(&remote, number, now));
                self.shared.changed();
            }
            Event::Contact(contact) => {
                if let Some(addresses) = from_contact(&contact) {
                    self.shared.learn_contact(&remote, &addresses);
                    self.note();
                }
            }
            Event::Deliver(delivery) => self.intake.push(delivery),
            Event::Compared(found) => self.handle_compared(found),
            Event::Standstill => {
                let n_here = self.session.measured().n_here;
                self.shared
                    .update_book(|book, now| book.stood_still(&remote, number, n_here, now));
                self.shared.changed();
            }
            Event::Closed(closed) => {
                self.ending.get_or_insert(match closed {
                    Closed::ByPeer(CloseReason::Duplicate) => Ending::Replaced,
                    Closed::Fault(fault) if fault.is_misbehaviour() => {
                        Ending::Misbehaved(closed.to_string())
                    }
                    _ if self.was_open => Ending::AfterSession(closed.to_string()),
                    Closed::Fault(
                        Fault::NotProven
                        | Fault::OtherCommons
                        | Fault::Version(_)
                        | Fault::NothingToProveWith,
                    )
                    | Closed::ByPeer(
                        CloseReason::NotProven | CloseReason::OtherCommons | CloseReason::Version,
                    ) => Ending::Refused(closed.to_string()),
                    _ => Ending::Unreachable(closed.to_string()),
                });
            }
        }
    }

    fn handle_compared(&mut self, found: Comparison) {
        let (remote, number) = (self.remote, self.number);
        let measured = self.session.measured();
        self.shared.update_book(|book, now| {
            // What was written here while the answer was under way is no part of it.
            let age_s = match now.ms.saturating_sub(measured.at_ms) {
                0..MOMENT_MS => 0,
                age_ms => age_ms.div_ceil(1_000),
            };
            let compared = Compared {
                found,
                n_here: measured.n_here,
                at_s: now.unix_s.saturating_sub(age_s),
            };
            book.compared(&remote, number, compared, now);
        });
        if self.shared.now_ms().saturating_sub(self.noted_ms) > NOTE_EVERY_MS {
            self.note();
        }
        self.shared.changed();
    }

    fn note(&mut self) {
        self.noted_ms = self.shared.now_ms();
        self.shared.note(&self.remote);
    }

    fn leave(&mut self, reason: CloseReason) {
        self.session.close(reason);
        self.ending.get_or_insert(match reason {
            CloseReason::Duplicate => Ending::Replaced,
            _ => Ending::AfterSession("this peer stopped".to_owned()),
        });
    }

    fn ending(self) -> Ending {
        self.ending.unwrap_or_else(|| {
            let words = "the connection was lost".to_owned();
            if self.was_open {
                Ending::AfterSession(words)
            } else {
                Ending::Unreachable(words)
            }
        })
    }
}
