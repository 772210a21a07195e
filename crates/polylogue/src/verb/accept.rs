//! `polylogue accept`: whoever asked accepts an answer.

use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The answer: a move that answers, or a turn
    answer: String,
    /// The move that asked [default: the one the answer answers]
    #[arg(long, value_name = "MOVE")]
    of: Option<String>,
    #[command(flatten)]
    because: Because,
}

/// Records that the answer is accepted.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let answer = context.anything(&arguments.answer)?;
    let question = match &arguments.of {
        Some(question) => context.anything(question)?,
        None => context
            .remark(answer)?
            .map(|it| it.target.id)
            .ok_or_else(|| {
                Failure::usage(
                    "this answer does not say which question it answers",
                    "name the move that asked with --of",
                )
            })?,
    };
    let words = context.reason(&arguments.because)?;
    let it = context.perform(Intent::AcceptAnswer {
        question,
        answer,
        words,
    })?;
    Ok(done("accepted the answer", &it))
}
