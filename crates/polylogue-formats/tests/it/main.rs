//! Tests of the readers at their boundary: bytes in, values and reports out.

mod annotated;
mod export;
mod many;
mod pages;
mod seen;
mod shown;
