//! `polylogue next`: the next claim worth asking me, and why.

use polylogue_node::maps::{Asking, Why};
use polylogue_store::query::ClaimRow;
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;
use crate::json;
use crate::output::Output;
use crate::table::{pairs, parts};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Of the claims under this dialogue or question
    #[arg(long, value_name = "DIALOGUE|QUESTION")]
    of: Option<String>,
}

/// Shows a claim that I have not voted on, where one more vote tells most.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let reader = context.reader()?;
    let me = context.node.me(&context.commons()?)?;
    let on = match &arguments.of {
        Some(typed) => Some(Some(super::map::meant(context, typed)?)),
        None => None,
    };
    let asking = Asking { on, left: None };
    let found = context
        .node
        .next_claim(context.commons()?, &reader, me, asking)?;
    let next = match &found {
        Some(it) => reader.claim(it.claim, Some(me))?,
        None => None,
    };
    let why = found.map(|it| why(it.why));
    let progress = reader.voting_progress(me)?;
    let left = progress.claims.saturating_sub(progress.voted);
    let output = Output::new(
        text(next.as_ref(), why.as_deref(), left),
        json_of(next.as_ref(), why.as_deref()),
    );
    let output = output.making(next.map(|it| it.said.id.to_string()));
    let is_first = reader.claims_voted_by(me)? == 0;
    Ok(if is_first {
        output.noting(super::vote::WITH_THE_FIRST)
    } else {
        output
    })
}

/// Why a claim is asked now, in words.
fn why(why: Why) -> String {
    match why {
        Why::GroupUnheard { group, votes } => {
            let group = super::map::letter(group);
            format!("group {group} has hardly spoken on it: {votes} of it voted")
        }
        Why::FewVotes { votes: 0 } => "nobody has voted on it".to_owned(),
        Why::FewVotes { votes } => format!("few have voted on it: {votes}"),
        Why::Divides => "the groups differ on it".to_owned(),
        Why::NearlyShared => "it is near to common ground".to_owned(),
        Why::Telling => "it tells more than others about who votes alike".to_owned(),
    }
}

fn text(next: Option<&ClaimRow>, why: Option<&str>, left: u64) -> String {
    let Some(row) = next else {
        return "you have voted on every claim here".to_owned();
    };
    let about = pairs(&[
        ("id", row.said.id.short()),
        ("votes", super::claim::tally(row.tally)),
        ("asked because", why.unwrap_or_default().to_owned()),
        ("left", left.to_string()),
    ]);
    parts(&[row.text.words.clone(), about])
}

fn json_of(next: Option<&ClaimRow>, why: Option<&str>) -> Value {
    json::optional(next, |row| {
        let mut claim = json::claim(row);
        claim["why"] = Value::from(why);
        claim
    })
}
