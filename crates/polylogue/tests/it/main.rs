//! The command as its users meet it: the built program, in homes of its own.

#![expect(clippy::panic, reason = "a test that cannot go on stops there")]

mod argument;
mod bad_input;
mod devices;
mod guide;
mod handover;
mod invited;
mod kill;
mod namespaces;
mod newcomers;
mod newer;
mod place;
mod published_map;
mod sifted;
mod told;
mod two_peers;
mod verbs;
