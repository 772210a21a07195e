//! Other ways to look at the same votes, each honest about how much it knows.

pub mod bridging;
pub mod common_ground;
pub mod copies;
pub mod division;
pub mod range;
pub mod telling;
