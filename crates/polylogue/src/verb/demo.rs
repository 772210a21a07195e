//! `polylogue demo`: the sample commons with its page and a running peer, in one step.

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The port of the page, on this machine alone [default: 4170, or a free one]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

/// Makes the sample commons where it is not there yet, and serves it.
///
/// The home is a throw-away one unless `--home` names one to keep.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    super::serve::refuse_beside_another(context)?;
    if context.node.commons()?.is_empty() {
        polylogue_node::demo(&context.node)?;
    }
    super::serve::stay(context, arguments.port, None, true)
}
