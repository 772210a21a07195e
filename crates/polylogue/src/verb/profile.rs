//! `polylogue profile`: one's own name and words in a commons.

use polylogue_node::intent::Intent;

use crate::context::Context;
use crate::failure::Failure;
use crate::json;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Your name [default: as it is]
    #[arg(long)]
    name: Option<String>,
    /// What you say of yourself, in Markdown [default: as it is]
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,
}

/// Shows the profile, or sets it where something was typed.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let me = context.me()?;
    if arguments.name.is_none() && arguments.about.is_none() {
        return Ok(Output::new(super::people::text(&me), json::person_row(&me)));
    }
    let text = |typed: Option<String>, kept: &str| match typed {
        Some(typed) => context.text(&typed),
        None => Ok(kept.to_owned()),
    };
    let name = text(arguments.name, &me.person.name.words)?;
    let about = text(arguments.about, &me.about.words)?;
    let it = context.perform(Intent::Profile { name, about })?;
    Ok(done("set", &it).noting("a name is a claim: others tell you apart by your key"))
}
