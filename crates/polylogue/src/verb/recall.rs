//! `polylogue recall`: a keeper takes an office back; what was done under it so far counts.

use polylogue_core::kind::OfficeKind;
use polylogue_node::intent::Intent;

use super::grant::OfficeName;
use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The member: their name, or their key as `polylogue people` shows it
    person: String,
    /// The office
    office: OfficeName,
    #[command(flatten)]
    because: Because,
}

/// Takes the office back.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let office = OfficeKind::from(arguments.office);
    let person = context.person(&arguments.person)?;
    let reason = context.reason_given(&arguments.because)?;
    let it = context.perform(Intent::Recall {
        person,
        office,
        reason,
    })?;
    let sentence = format!(
        "{} is no longer {}",
        arguments.person,
        words::office(office)
    );
    Ok(done(&sentence, &it))
}
