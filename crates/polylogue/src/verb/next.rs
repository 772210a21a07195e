//! `polylogue next`: the next claim worth asking me.

use polylogue_store::query::ClaimRow;
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;
use crate::json;
use crate::output::Output;
use crate::table::{pairs, parts};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Shows the claim that I have not voted on and that others have voted on least.
pub(crate) fn run(context: &Context, _arguments: Arguments) -> Result<Output, Failure> {
    let reader = context.reader()?;
    let me = context.node.me(&context.commons()?)?;
    let next = reader.next_claim(me, None)?;
    let left = reader
        .counts()?
        .claims
        .saturating_sub(reader.claims_voted_by(me)?);
    let output = Output::new(text(next.as_ref(), left), json_of(next.as_ref()));
    let output = output.making(next.map(|it| it.said.id.to_string()));
    let is_first = reader.claims_voted_by(me)? == 0;
    Ok(if is_first {
        output.noting(super::vote::WITH_THE_FIRST)
    } else {
        output
    })
}

fn text(next: Option<&ClaimRow>, left: u64) -> String {
    let Some(row) = next else {
        return "you have voted on every claim here".to_owned();
    };
    let about = pairs(&[
        ("id", row.said.id.short()),
        ("votes", super::claim::tally(row.tally)),
        ("left", left.to_string()),
    ]);
    parts(&[row.text.words.clone(), about])
}

fn json_of(next: Option<&ClaimRow>) -> Value {
    json::optional(next, json::claim)
}
