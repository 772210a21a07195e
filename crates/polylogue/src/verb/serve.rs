//! `polylogue serve`: this home's peer and its pages, until stopped.

use std::net::SocketAddr;
use std::sync::Arc;

use polylogue_node::{Node, Owner as Told};
use polylogue_web::{ServeOptions, Server};
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

use crate::context::{Address, Context, Runner};
use crate::failure::Failure;
use crate::handover::Owner;
use crate::output::{Form, Output};
use crate::session;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The port of the pages, on this machine alone [default: 4170, or a free one]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Use nothing of the outside world: no search of the local network, no relay
    #[arg(long)]
    pub(crate) local_only: bool,
    /// Where to listen for peers: the first commons at this port, each other at the next
    /// [default: every interface, ports of the system's choice]
    #[arg(long, value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
}

/// The port of the pages where nobody says another and it is free.
const PORT: u16 = 4170;

/// Runs the peer and its pages.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    refuse_beside_another(context)?;
    stay(context, arguments.port, arguments.listen, false)
}

/// A home is served once.
pub(super) fn refuse_beside_another(context: &Context) -> Result<(), Failure> {
    match &context.runner {
        Runner::Here => Ok(()),
        Runner::Owner { address } => Err(Failure::refused(
            format!(
                "this home is open already, and its pages are at {}",
                address.fresh()
            ),
            "open that address, or stop the other process first",
        )),
    }
}

/// Serves, says where, waits for the sign to stop, and stops in order.
pub(super) fn stay(
    context: &Context,
    port: Option<u16>,
    listen: Option<SocketAddr>,
    is_demo: bool,
) -> Result<Output, Failure> {
    let node = &context.node;
    // A home that nobody named is a throw-away one: see the session.
    let is_trial = is_demo && context.common.home.is_none();
    let sign = Sign::listen()?;
    node.start_network()?;
    let server = Arc::new(open_pages(node, port, is_trial)?);
    let address = server.url.clone();
    let of_owner = Arc::clone(&server);
    let owner = listen_beside(node, Address::new(move || of_owner.another_url()))?;
    node.tell_owner(&Told {
        pid: std::process::id(),
        socket: Some(owner.path().to_owned()),
    })?;
    let line = match context.common.form() {
        Form::Json => json!({"url": address}).to_string(),
        Form::Text | Form::Quiet => address,
    };
    session::write_output(format!("{line}\n").as_bytes());
    if listen.is_some() {
        say_where(node, context.common.form())?;
    }
    sign.wait();
    node.tell_owner(&Told {
        pid: std::process::id(),
        socket: None,
    })?;
    drop(owner);
    // A verb that is still answering may hold the server a moment longer; it ends with the program.
    if let Some(server) = Arc::into_inner(server) {
        server.stop();
    }
    Ok(Output::default())
}

/// Where an address was named, says which each commons got: the next port may be taken, or none.
fn say_where(node: &Node, form: Form) -> Result<(), Failure> {
    if form != Form::Text {
        return Ok(());
    }
    let mut lines = String::new();
    for commons in node.commons()? {
        let status = node.status(&commons.id)?;
        let at = status.addresses.join(", ");
        lines.push_str(&format!("“{}” listens for peers at {at}\n", commons.title));
    }
    session::write_error(lines.as_bytes());
    Ok(())
}

/// Opens the pages on the port named; where none is, on the usual one or any that is free.
fn open_pages(node: &Node, port: Option<u16>, is_trial: bool) -> Result<Server, Failure> {
    let open = |port| polylogue_web::serve(node.clone(), ServeOptions { port, is_trial });
    let opened = match port {
        Some(port) => open(port),
        None => open(PORT).or_else(|_| open(0)),
    };
    opened.map_err(|fault| {
        let port = port.unwrap_or(0);
        Failure::environment(
            format!("the pages cannot be opened on port {port}: {fault}"),
            "leave --port away, or name one that is free",
        )
    })
}

fn listen_beside(node: &Node, address: Address) -> Result<Owner, Failure> {
    let run = session::for_others(node, address);
    Owner::listen(node.directory(), run).map_err(|it| {
        Failure::environment(
            format!("other verbs cannot be let in beside this one: {it}"),
            "look at who may write in the home",
        )
    })
}

/// Ctrl-C, or what `kill` and a system's shutdown send; listened for before anybody is told that
/// this process is there to be stopped.
struct Sign {
    runtime: Runtime,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Sign {
    fn listen() -> Result<Self, Failure> {
        Self::begin().map_err(|it| {
            Failure::environment(format!("signals cannot be heard: {it}"), "try again")
        })
    }

    #[cfg(unix)]
    fn begin() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let entered = runtime.enter();
        let terminate = signal(SignalKind::terminate())?;
        let interrupt = signal(SignalKind::interrupt())?;
        drop(entered);
        Ok(Self {
            runtime,
            terminate,
            interrupt,
        })
    }

    #[cfg(not(unix))]
    fn begin() -> std::io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Self { runtime })
    }

    #[cfg(unix)]
    fn wait(mut self) {
        self.runtime.block_on(async {
            tokio::select! {
                _ = self.terminate.recv() => {}
                _ = self.interrupt.recv() => {}
            }
        });
    }

    #[cfg(not(unix))]
    fn wait(self) {
        // A platform without this signal stops the process some other way.
        self.runtime
            .block_on(tokio::signal::ctrl_c())
            .unwrap_or_default();
    }
}
