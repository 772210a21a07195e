//! The stream of a commons: it tells an open page that something changed, never what. The page
//! then asks for itself again, as it would without scripts.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::RawPathParams;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use futures_core::Stream;
use polylogue_core::id::OperationId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};

use super::answer::{App, State};
use super::guard::accepted_languages;
use crate::page::trouble::Wrong;

/// Pages that hear of changes at the same time; more are told to ask again later. A browser lets
/// go of the stream of a page that is out of sight.
const STREAMS_MAX: usize = 64;
/// Changes that come together are told together.
const TOGETHER: Duration = Duration::from_millis(20);
/// How often the line about peers is looked at, which no change of the commons tells of; this
/// often a line is sent, too, so that both sides find out when the other is gone.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// The route: looking takes turns with requests that read, and the end of the server is the end
/// of every stream.
pub(super) fn route(
    app: Arc<App>,
    readers: Arc<Semaphore>,
    ended: &watch::Receiver<bool>,
) -> MethodRouter {
    let streams = Streams {
        app,
        readers,
        places: Arc::new(Semaphore::new(STREAMS_MAX)),
        ended: ended.clone(),
    };
    get(move |params: RawPathParams, headers: HeaderMap| {
        let streams = streams.clone();
        async move { streams.open(&params, &headers).await }
    })
}

/// What all streams share.
#[derive(Clone)]
struct Streams {
    app: Arc<App>,
    readers: Arc<Semaphore>,
    places: Arc<Semaphore>,
    ended: watch::Receiver<bool>,
}

impl Streams {
    async fn open(self, params: &RawPathParams, headers: &HeaderMap) -> Response {
        // A page of another port is of the same site, and its requests carry our cookie: it
        // cannot read the stream, but might hold all of them.
        let refused = |status, wrong: &Wrong| {
            let words = self.app.words_for(accepted_languages(headers));
            self.app.wrong(words, status, wrong)
        };
        let site = headers.get("sec-fetch-site");
        if site.is_some_and(|it| it != "same-origin" && it != "none") {
            return refused(StatusCode::FORBIDDEN, &Wrong::ForeignOrigin);
        }
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return refused(StatusCode::SERVICE_UNAVAILABLE, &Wrong::Busy);
        };
        let prefix = params.iter().find(|(name, _)| *name == "commons");
        let prefix = prefix.map_or_else(String::new, |(_, it)| it.to_ascii_lowercase());
        let app = Arc::clone(&self.app);
        let found = tokio::task::spawn_blocking(move || app.commons_of(&prefix)).await;
        let Ok(Some(commons)) = found else {
            return refused(StatusCode::NOT_FOUND, &Wrong::NotFound);
        };
        let (lines, receiver) = mpsc::channel(1);
        let telling = Telling {
            streams: self,
            commons,
            lines,
            told: None,
            _place: place,
        };
        tokio::spawn(telling.until_the_end());
        let body = Body::from_stream(Lines { receiver });
        ([(CONTENT_TYPE, "text/event-stream")], body).into_response()
    }
}

/// One open page being told.
struct Telling {
    streams: Streams,
    commons: OperationId,
    lines: mpsc::Sender<Bytes>,
    told: Option<State>,
    /// Held as long as the stream goes on.
    _place: OwnedSemaphorePermit,
}

impl Telling {
    /// Tells of every change until the page, the commons or the server is gone.
    async fn until_the_end(mut self) {
        let mut ended = self.streams.ended.clone();
        let mut changes = self.streams.app.node().subscribe();
        let listener = self.lines.clone();
        loop {
            changes.mark_unchanged();
            if !self.tell().await {
                return;
            }
            tokio::select! {
                () = listener.closed() => return,
                () = end_of(&mut ended) => return,
                changed = changes.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    tokio::time::sleep(TOGETHER).await;
                }
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Says where the commons is now, or that it is where it was; whether anybody listens.
    async fn tell(&mut self) -> bool {
        let (app, commons) = (Arc::clone(&self.streams.app), self.commons);
        let looked = {
            let _turn = self.streams.readers.acquire().await;
            tokio::task::spawn_blocking(move || app.state_of(&commons)).await
        };
        let Ok(Some(now)) = looked else {
            return false;
        };
        let line = if self.told.as_ref() == Some(&now) {
            Bytes::from_static(b":\n\n")
        } else {
            Bytes::from(line(&now))
        };
        self.told = Some(now);
        self.lines.send(line).await.is_ok()
    }
}

/// Where a commons is now; the page asks for itself again when the line is another.
fn line(now: &State) -> String {
    let reach = now.reach;
    let mut line = format!(
        "data: {} {} {} {}",
        now.version, reach.known, reach.heard_today, reach.only_here
    );
    for it in &now.present {
        line.push_str(&format!(" {}:{}", it.who.key.short(), it.about.short()));
    }
    line + "\n\n"
}

/// Waits for the end of the server; an error means that who tells of it is gone already.
async fn end_of(ended: &mut watch::Receiver<bool>) {
    let _ = ended.wait_for(|it| *it).await;
}

/// The lines as a body.
struct Lines {
    receiver: mpsc::Receiver<Bytes>,
}

impl Stream for Lines {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.receiver.poll_recv(context).map(|it| it.map(Ok))
    }
}
