//! Why a request is not answered as asked.

use polylogue_node::refusal::Refusal;

/// Why a request is not answered as asked; each becomes a page with a next step.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is no such page, or nothing with such an id here.
    #[error("there is nothing here")]
    NotFound,
    /// A field that is needed is empty or not to be understood; the key of its sentence.
    #[error("a form is not complete: {0}")]
    Unclear(&'static str),
    /// The node says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The node's records cannot be read.
    #[error(transparent)]
    Store(#[from] polylogue_store::StoreFault),
}
