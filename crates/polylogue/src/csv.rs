//! Lists as CSV for other programs: one way to write a line, the same as on the pages.

pub(crate) use polylogue_node::sheets::line;
