//! The pages of a running peer: server-side HTML that works without scripts.
//!
//! The rule of this crate: it is the only one that speaks HTML or HTTP, and it shows only what
//! the node's queries return. A request goes route → view → page: [`routes`] is the one table;
//! [`view`] reads plain data from one snapshot; [`page`] turns it into markup and holds no word,
//! for all words come through [`words`] from Fluent. Reading a page changes nothing; a form
//! becomes an intent in [`acts`] and ends in a redirect.
//!
//! A page costs what it shows: lists come in parts, and what needs the whole of a commons (orders,
//! names, counts) is read once for each version of it, in [`known`]. The server keeps whole pages
//! until anything they show changes.
//!
//! Reading order: [`routes`], [`asked`], then one page through [`view::dialogue`] and
//! [`page::dialogue`], then [`server`].
//!
//! ```
//! use polylogue_node::{LocalOnly, Node, NodeOptions};
//! use polylogue_web::{ServeOptions, serve};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let node = Node::open(folder.path(), NodeOptions::of_this_machine(LocalOnly::Yes))?;
//! let server = serve(node, ServeOptions::default())?;
//! assert!(server.url.starts_with("http://127.0.0.1:"));
//! server.stop();
//! # Ok(())
//! # }
//! ```

pub mod acts;
pub mod asked;
pub mod assets;
pub mod context;
pub mod copy;
pub mod date;
pub mod form;
pub mod known;
pub mod link;
pub mod markdown;
mod outline;
pub mod page;
pub mod publish;
pub mod reach;
pub mod routes;
pub mod server;
pub mod sprite;
pub mod tickets;
pub mod trouble;
pub mod view;
pub mod words;

pub use server::{ServeError, ServeOptions, Server, serve};

/// The words a reader sees in a Markdown text, in one line.
pub(crate) fn rendered_words(markdown: &str) -> String {
    polylogue_core::text::normalised(&polylogue_node::rendered::plain(markdown))
}
