//! The server: one loopback address, one way in, one answer for every route of the table.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::{RawPathParams, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use polylogue_node::Node;
use tokio::sync::{Semaphore, oneshot, watch};

use self::answer::App;
use self::door::Door;
use self::guard::accepted_languages;
use crate::asked::Sent;
use crate::form::Form;
use crate::page::trouble::Wrong;
use crate::routes::{Answer, Name, ROUTES, Route};

mod answer;
mod body;
mod door;
mod guard;
mod kept_answers;
mod live;

/// How the pages are served.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServeOptions {
    /// The port on the loopback interface; 0: any that is free.
    pub port: u16,
    /// The home is thrown away when the program stops; pages say so before anything is founded.
    pub is_trial: bool,
}

/// Why the pages cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port cannot be listened on.
    #[error("port {port} cannot be listened on: {what}")]
    Listen {
        /// The port.
        port: u16,
        /// What the system says.
        what: std::io::Error,
    },
    /// The threads could not be started.
    #[error("the page server's threads cannot be started: {0}")]
    Threads(std::io::Error),
    /// The system has no randomness, so that nobody could be let in safely.
    #[error("this machine gives no random numbers")]
    Random,
}

/// A running page server.
#[derive(Debug)]
pub struct Server {
    /// The way in, good for one browser; a path may be put behind it.
    pub url: String,
    /// The address without the way in, for browsers let in already.
    pub base: String,
    app: Arc<App>,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Bytes of a form that are taken: a turn of the greatest length, all of it escaped, thrice.
pub const FORM_BYTES_MAX: usize = 1024 * 1024;
/// Bytes of a carried copy that are taken from a page, for it is held in memory meanwhile; the
/// command reads longer ones as they come.
pub const COPY_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Of both, so much is read before it is refused, so that browsers show why.
const FORM: body::Bound = body::Bound {
    kept: FORM_BYTES_MAX,
    read: 32 * 1024 * 1024,
    time: Duration::from_secs(30),
};
const COPY: body::Bound = body::Bound {
    kept: COPY_BYTES_MAX,
    read: 1024 * 1024 * 1024,
    time: Duration::from_secs(60),
};
/// Carried copies taken at the same time; more wait, so that memory stays bounded.
const COPIES_MAX: usize = 1;
/// Acts taken at the same time; more wait.
const ACTS_MAX: usize = 64;
/// How long a request waits for its turn.
const TURN_MAX: Duration = Duration::from_secs(10);
/// Room for the parser of Markdown, whatever it is given; taken only where it is used.
const STACK_BYTES: usize = 16 * 1024 * 1024;
/// Requests that read or write the records at the same time; the disk is one.
const THREADS_MAX: usize = 8;
/// Of these, requests that only read: each keeps a connection with its own cache in memory, and
/// acts that wait for another peer must find a thread.
const READERS_MAX: usize = 4;
/// How long connections may finish after the end, then they are cut.
const FAREWELL_MAX: Duration = Duration::from_secs(1);

/// Serves the pages of a peer on the loopback interface until stopped.
///
/// # Errors
/// [`ServeError`] if the port is in use, or threads or randomness are not to be had.
pub fn serve(node: Node, options: ServeOptions) -> Result<Server, ServeError> {
    let listen = |what| ServeError::Listen {
        port: options.port,
        what,
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let listener = std::net::TcpListener::bind(address).map_err(listen)?;
    listener.set_nonblocking(true).map_err(listen)?;
    let port = listener.local_addr().map_err(listen)?.port();
    let door = Door::new(port).ok_or(ServeError::Random)?;
    let app = Arc::new(App::new(node, door, options.is_trial, port));
    let base = format!("http://127.0.0.1:{port}");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(THREADS_MAX)
        .thread_name("pages")
        .thread_stack_size(STACK_BYTES)
        .enable_all()
        .build()
        .map_err(ServeError::Threads)?;
    let (end, ended) = oneshot::channel();
    let shared = Arc::clone(&app);
    let run = move || {
        runtime.block_on(run(listener, shared, ended));
        runtime.shutdown_timeout(FAREWELL_MAX);
    };
    let builder = std::thread::Builder::new()
        .name("pages".to_owned())
        .stack_size(STACK_BYTES);
    let thread = builder.spawn(run).map_err(ServeError::Threads)?;
    let url = format!("{base}{}", app.door.entry());
    Ok(Server {
        url,
        base,
        app,
        end: Some(end),
        thread: Some(thread),
    })
}

impl Server {
    /// Another way in, good for one more browser.
    #[must_use]
    pub fn another_url(&self) -> String {
        format!("{}{}", self.base, self.app.door.another_entry())
    }

    /// Stops: open answers are finished, then the threads end.
    pub fn stop(mut self) {
        self.end_now();
    }

    fn end_now(&mut self) {
        if let Some(end) = self.end.take() {
            // The receiver is gone only when the server has ended by itself.
            let _ = end.send(());
        }
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has ended as well.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end_now();
    }
}

async fn run(listener: std::net::TcpListener, app: Arc<App>, ended: oneshot::Receiver<()>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let (tell, told) = watch::channel(false);
    let mut graceful = told.clone();
    let serving = axum::serve(listener, router(app, &told)).with_graceful_shutdown(async move {
        // An error means that the teller is gone: that is the end as well.
        let _ = graceful.wait_for(|it| *it).await;
    });
    let farewell = async move {
        let _ = ended.await;
        let _ = tell.send(true);
        tokio::time::sleep(FAREWELL_MAX).await;
    };
    tokio::select! {
        _ = async { serving.await } => {}
        () = farewell => {}
    }
}

/// Every route of the table, behind the guard.
fn router(app: Arc<App>, ended: &watch::Receiver<bool>) -> Router {
    let acts = Arc::new(Semaphore::new(ACTS_MAX));
    let readers = Arc::new(Semaphore::new(READERS_MAX));
    let copies = Arc::new(Semaphore::new(COPIES_MAX));
    let mut router = Router::new();
    for route in ROUTES {
        if matches!(route.answer, Answer::Changes) {
            router = router.route(
                route.path,
                live::route(Arc::clone(&app), Arc::clone(&readers), ended),
            );
            continue;
        }
        let filter = match route.answer {
            Answer::Act(..) => MethodFilter::POST,
            Answer::Page(_) | Answer::File(_) | Answer::Elsewhere(_) | Answer::Changes => {
                MethodFilter::GET
            }
        };
        let app = Arc::clone(&app);
        let waiting = match route.answer {
            Answer::Act(..) if takes_copy(route) => Arc::clone(&copies),
            Answer::Act(..) => Arc::clone(&acts),
            Answer::Page(_) | Answer::File(_) | Answer::Elsewhere(_) | Answer::Changes => {
                Arc::clone(&readers)
            }
        };
        let handler = move |params: RawPathParams, request: Request| {
            let (app, waiting) = (Arc::clone(&app), Arc::clone(&waiting));
            async move {
                let turn = tokio::time::timeout(TURN_MAX, waiting.acquire()).await;
                let Ok(Ok(_permit)) = turn else {
                    let words = app.words_for(accepted_languages(request.headers()));
                    return app.wrong(words, StatusCode::SERVICE_UNAVAILABLE, &Wrong::Busy);
                };
                routed(app, route, &params, request).await
            }
        };
        router = router.route(route.path, on(filter, handler));
    }
    let (lost, other) = (Arc::clone(&app), Arc::clone(&app));
    router
        .fallback(move |headers: HeaderMap| async move {
            let words = lost.words_for(accepted_languages(&headers));
            lost.wrong(words, StatusCode::NOT_FOUND, &Wrong::NotFound)
        })
        .method_not_allowed_fallback(move |headers: HeaderMap| async move {
            let words = other.words_for(accepted_languages(&headers));
            other.wrong(words, StatusCode::METHOD_NOT_ALLOWED, &Wrong::NotFound)
        })
        .layer(axum::middleware::from_fn(move |request: Request, next| {
            guard::guard(Arc::clone(&app), request, next)
        }))
}

async fn routed(
    app: Arc<App>,
    route: &'static Route,
    params: &RawPathParams,
    request: Request,
) -> Response {
    let param = |name: &str| {
        let found = params.iter().find(|(it, _)| *it == name);
        found
            .map(|(_, value)| value.to_ascii_lowercase())
            .unwrap_or_default()
    };
    let target = request.uri().path_and_query();
    let mut sent = Sent {
        target: target.map_or_else(String::new, ToString::to_string),
        commons: param("commons"),
        id: param("id"),
        query: Form::read(request.uri().query().unwrap_or_default().as_bytes()),
        form: Form::default(),
        file: None,
        accepts: accepted_languages(request.headers()).to_owned(),
    };
    let accepts = sent.accepts.clone();
    let words = app.words_for(&accepts);
    if takes_copy(route) {
        let media_type = request.headers().get(CONTENT_TYPE);
        let media_type = media_type
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        let media_type = media_type.to_owned();
        let Some(bytes) = body::read(request.into_body(), COPY).await else {
            return app.wrong(words, StatusCode::PAYLOAD_TOO_LARGE, &Wrong::CopyTooLarge);
        };
        sent.file = body::file(&media_type, bytes, "copy");
    } else if request.method() == Method::POST {
        let Some(bytes) = body::read(request.into_body(), FORM).await else {
            return app.wrong(words, StatusCode::PAYLOAD_TOO_LARGE, &Wrong::TooLarge);
        };
        sent.form = Form::read(&bytes);
    }
    let answered = {
        let app = Arc::clone(&app);
        tokio::task::spawn_blocking(move || app.answer(route, sent)).await
    };
    // A panic is a bug of ours; the others are served on.
    answered.unwrap_or_else(|_| {
        let say = |key| words.say(key, &[]);
        let wrong = Wrong::Failure(say("wrong-bug"), say("wrong-bug-about"));
        app.wrong(words, StatusCode::INTERNAL_SERVER_ERROR, &wrong)
    })
}

/// Whether a route takes a file in place of fields.
fn takes_copy(route: &Route) -> bool {
    matches!(route.name, Name::ReadCopy | Name::JoinCopy)
}
