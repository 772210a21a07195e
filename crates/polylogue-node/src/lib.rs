//! A running peer: keys, clock, network, background work.
//!
//! The rule of this crate: it is the only one with sockets between peers, and [`Node::perform`] and
//! the queries of [`Node::reader`] are the only way to write and read above it. It reads the clock
//! and draws randomness at its edge ([`NodeOptions`]); below, both are values. Performing and
//! querying are synchronous and quick; only the network runs on threads of its own.
//!
//! Reading order: [`intent`] (what a person can do), [`act`] (how each becomes operations),
//! [`node`], then [`replicating`], [`sync`] and [`net`].
//!
//! ```
//! use polylogue_node::intent::{Found, Intent};
//! use polylogue_node::{LocalOnly, Node, NodeOptions};
//! use polylogue_core::kind::{Admission, RowsOfPeople, Template};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let home = folder.path().join("home");
//! let node = Node::open(&home, NodeOptions::of_this_machine(LocalOnly::Yes))?;
//! let commons = node.found(&Found {
//!     title: "Water".to_owned(),
//!     question: "Who looks after the river?".to_owned(),
//!     template: Template::Inquiry,
//!     licence: "CC-BY-SA-4.0".to_owned(),
//!     language: "en".to_owned(),
//!     admission: Admission::Invitation,
//!     charter: String::new(),
//!     name: "Ada".to_owned(),
//!     rows: RowsOfPeople::StayHere,
//! })?;
//! let question = Intent::AddQuestion { text: "What does the river need?".into(), place: 1 };
//! node.perform(&commons, question)?;
//! assert_eq!(node.reader(&commons)?.questions()?.len(), 1);
//! # Ok(())
//! # }
//! ```

pub mod act;
pub mod aftermath;
mod archive;
mod background;
pub mod block;
pub mod bundle;
mod carry;
pub mod cores;
pub mod demo;
pub mod difference;
pub mod doctor;
pub mod edition;
mod entering;
pub mod export;
mod forking;
mod founding;
mod fusing;
pub mod home;
pub mod import;
pub mod intent;
mod invitation;
pub mod lines;
pub mod maps;
pub mod merging;
pub mod net;
pub mod newcomer;
pub mod node;
mod own;
mod peering;
mod pen;
mod presence;
mod read_secret;
mod reconciled;
pub mod references;
pub mod refusal;
pub mod rendered;
mod replica;
pub mod replicating;
pub mod sample;
pub mod sheets;
pub mod status;
pub mod sync;
pub mod template;
pub mod ticket;
mod verify;

pub use act::{Doing, Heard};
pub use carry::{BundleReport, Lacking};
pub use demo::demo;
pub use forking::{InCommons, MergePlan};
pub use home::{Home, HomeFault, Owner, Settings};
pub use invitation::{InvitationRow, InvitationState};
pub use node::{CommonsSummary, LocalOnly, Node, NodeOptions};
pub use presence::{Present, Telling};
pub use refusal::{Failure, Refusal};
pub use replicating::{Arrival, Entered, Invite, Outcome, SyncReport, TICKET_DAYS, With};
pub use status::StatusRow;
