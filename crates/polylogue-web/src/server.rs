//! The server: one loopback address, one way in, one answer for every route of the table.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use polylogue_node::Node;
use tokio::sync::{Semaphore, oneshot};

use self::answer::App;
use self::door::Door;
use crate::asked::Sent;
use crate::form::Form;
use crate::page::trouble::Wrong;
use crate::routes::{Answer, ROUTES, Route};

mod answer;
mod door;
mod guard;

/// How the pages are served.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServeOptions {
    /// The port on the loopback interface; 0: any that is free.
    pub port: u16,
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
/// Bytes of a form that are read before it is refused, so that browsers show why.
const READ_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Requests answered at the same time; more wait.
const REQUESTS_MAX: usize = 64;
/// Requests that read the records at the same time; the disk is one.
const READERS_MAX: usize = 8;
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
    let app = Arc::new(App::new(node, door, port));
    let base = format!("http://127.0.0.1:{port}");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(READERS_MAX)
        .thread_name("pages")
        .enable_all()
        .build()
        .map_err(ServeError::Threads)?;
    let (end, ended) = oneshot::channel();
    let shared = Arc::clone(&app);
    let run = move || {
        runtime.block_on(run(listener, shared, ended));
        runtime.shutdown_timeout(FAREWELL_MAX);
    };
    let builder = std::thread::Builder::new().name("pages".to_owned());
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
    let (tell, told) = tokio::sync::watch::channel(false);
    let mut graceful = told.clone();
    let serving = axum::serve(listener, router(app)).with_graceful_shutdown(async move {
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
fn router(app: Arc<App>) -> Router {
    let requests = Arc::new(Semaphore::new(REQUESTS_MAX));
    let mut router = Router::new();
    for route in ROUTES {
        let filter = match route.answer {
            Answer::Act(..) => MethodFilter::POST,
            Answer::Page(_) | Answer::File(_) | Answer::Elsewhere(_) => MethodFilter::GET,
        };
        let (app, requests) = (Arc::clone(&app), Arc::clone(&requests));
        let handler = move |params: RawPathParams, request: Request| {
            let (app, requests) = (Arc::clone(&app), Arc::clone(&requests));
            async move {
                let Ok(_permit) = requests.acquire().await else {
                    return app.wrong(StatusCode::SERVICE_UNAVAILABLE, &Wrong::Busy);
                };
                routed(app, route, &params, request).await
            }
        };
        router = router.route(route.path, on(filter, handler));
    }
    let (lost, other) = (Arc::clone(&app), Arc::clone(&app));
    router
        .fallback(move || async move { lost.wrong(StatusCode::NOT_FOUND, &Wrong::NotFound) })
        .method_not_allowed_fallback(move || async move {
            other.wrong(StatusCode::METHOD_NOT_ALLOWED, &Wrong::NotFound)
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
    let mut sent = Sent {
        commons: param("commons"),
        id: param("id"),
        query: Form::read(request.uri().query().unwrap_or_default().as_bytes()),
        form: Form::default(),
    };
    if request.method() == Method::POST {
        match read_form(request.into_body()).await {
            Some(form) => sent.form = form,
            None => return app.wrong(StatusCode::PAYLOAD_TOO_LARGE, &Wrong::TooLarge),
        }
    }
    let answered = {
        let app = Arc::clone(&app);
        tokio::task::spawn_blocking(move || app.answer(route, sent)).await
    };
    // A panic is a bug of ours; the others are served on.
    answered.unwrap_or_else(|_| {
        let words = ("wrong-bug", "wrong-bug-about");
        let wrong = Wrong::Failure(app.words.say(words.0, &[]), app.words.say(words.1, &[]));
        app.wrong(StatusCode::INTERNAL_SERVER_ERROR, &wrong)
    })
}

/// The form in a body; none if it is longer than any form may be.
async fn read_form(body: Body) -> Option<Form> {
    let bytes = axum::body::to_bytes(body, READ_BYTES_MAX).await.ok()?;
    (bytes.len() <= FORM_BYTES_MAX).then(|| Form::read(&bytes))
}
