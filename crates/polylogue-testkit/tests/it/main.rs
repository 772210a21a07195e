//! Scripts and attacks over the real fold, and laws under a seed.

mod attacks;
mod laws;
