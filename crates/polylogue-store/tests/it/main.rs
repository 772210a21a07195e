//! The store as its users see it: what goes in, in what order, and what can be read afterwards.

mod erasure;
mod faults;
mod laws;
mod newcomers;
mod pages;
mod registers;
mod search;
mod speed;
mod world;
