//! Tests of the map as others see it: recorded values, laws, and odd input.

mod acceptance;
mod conversation;
mod goldens;
mod laws;
mod odd;
