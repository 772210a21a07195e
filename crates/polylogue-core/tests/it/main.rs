//! The format as another implementation would meet it.

mod edge_signatures;
mod strict;
mod vectors;
