//! `polylogue verify`: checks every signature again, folds everything anew, and compares.

use polylogue_store::VerifyReport;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Checks.
pub(crate) fn run(context: &Context, _arguments: Arguments) -> Result<Output, Failure> {
    let store = context.node.store(&context.commons()?)?;
    let report = store.verify()?;
    if !report.is_whole() {
        return Err(Failure::refused(
            format!(
                "not whole: {} do not hold, {} are damaged, what differs: {}",
                words::count(
                    report.bad_signatures.len() as u64,
                    "signature",
                    "signatures"
                ),
                words::count(report.damaged.len() as u64, "record", "records"),
                if report.differing.is_empty() {
                    "nothing".to_owned()
                } else {
                    report.differing.join(", ")
                }
            ),
            "keep a backup, then look with `polylogue doctor`",
        ));
    }
    Ok(Output::new(text(&report), json_of(&report)))
}

fn text(report: &VerifyReport) -> String {
    let checked = words::count(report.operations, "record", "records");
    format!("equal: {checked} checked, every signature holds, and folding anew gives the same")
}

fn json_of(report: &VerifyReport) -> Value {
    json!({"operations": report.operations, "bodies": report.bodies, "equal": true})
}
