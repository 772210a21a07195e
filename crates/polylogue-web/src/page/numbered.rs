//! The number of a line, by which a copy of an edition is cited: there it never changes. A living
//! document has none, since its lines come and go.

use maud::{Markup, html};

use crate::context::Context;
use crate::t;

/// The number of a line, from 1, as an address of its own; nothing in a living document.
#[must_use]
pub fn numbered(c: &Context<'_>, number: usize) -> Markup {
    html! {
        @if c.copy.is_some() {
            a.ln-n id={ "l" (number) } href={ "#l" (number) }
                aria-label=(t!(c, "copy-line", number = number)) { (number) }
        }
    }
}
