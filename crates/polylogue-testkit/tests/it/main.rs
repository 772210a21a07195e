//! Scripts and attacks over the real fold, store and session, and laws under a seed.

mod attacks;
mod crowd;
mod laws;
mod newer;
mod powers;
mod sessions;
