//! `polylogue grant`: a keeper gives somebody an office, by a step of the law with an end.

use clap::ValueEnum;
use polylogue_core::kind::OfficeKind;
use polylogue_node::intent::Intent;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::words;

/// An office, as typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum OfficeName {
    /// Admits newcomers
    Greeter,
    /// Hides, restores, erases, removes
    Moderator,
    /// Opens and closes dialogues
    Facilitator,
    /// Makes editions
    Publisher,
}

impl From<OfficeName> for OfficeKind {
    fn from(name: OfficeName) -> Self {
        match name {
            OfficeName::Greeter => Self::Greeter,
            OfficeName::Moderator => Self::Moderator,
            OfficeName::Facilitator => Self::Facilitator,
            OfficeName::Publisher => Self::Publisher,
        }
    }
}

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The member: their name, or their key as `polylogue people` shows it
    person: String,
    /// The office
    office: OfficeName,
    /// Only for this dialogue [default: for everything]
    #[arg(long, value_name = "DIALOGUE")]
    dialogue: Option<String>,
    /// How long it lasts, in days
    #[arg(long, default_value_t = 365, value_name = "N")]
    days: u64,
    #[command(flatten)]
    because: Because,
}

/// Gives the office.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let office = OfficeKind::from(arguments.office);
    let intent = Intent::Grant {
        person: context.person(&arguments.person)?,
        office,
        scope: arguments
            .dialogue
            .as_deref()
            .map(|it| context.dialogue(it))
            .transpose()?,
        days: arguments.days,
        reason: context.reason(&arguments.because)?,
    };
    let it = context.perform(intent)?;
    let sentence = format!(
        "{} is {} for {}",
        arguments.person,
        words::office(office),
        words::count(arguments.days, "day", "days")
    );
    Ok(done(&sentence, &it))
}
