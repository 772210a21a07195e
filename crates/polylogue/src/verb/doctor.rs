//! `polylogue doctor`: whether this home is in order, and what to do where it is not.

use polylogue_node::doctor::{Finding, Health};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Looks; a fault is a failure of the machine.
pub(crate) fn run(context: &Context, _arguments: Arguments) -> Result<Output, Failure> {
    let findings = context.node.doctor()?;
    let faults: Vec<&Finding> = findings
        .iter()
        .filter(|it| it.state == Health::Fault)
        .collect();
    if let Some(first) = faults.first() {
        let sentences: Vec<&str> = faults.iter().map(|it| it.words.as_str()).collect();
        return Err(Failure::environment(
            sentences.join("; "),
            first.hint.clone(),
        ));
    }
    Ok(Output::new(text(&findings), json_of(&findings)))
}

fn state(health: Health) -> &'static str {
    match health {
        Health::Sound => "sound",
        Health::Note => "note",
        Health::Fault => "fault",
    }
}

fn text(findings: &[Finding]) -> String {
    let lines: Vec<String> = findings
        .iter()
        .map(|it| {
            let commons = it
                .commons
                .map(|id| format!(" {}", id.short()))
                .unwrap_or_default();
            let mut line = format!("{:<5}  {}{commons}: {}", state(it.state), it.what, it.words);
            if !it.hint.is_empty() {
                line.push_str(&format!("\n       hint: {}", it.hint));
            }
            line
        })
        .collect();
    lines.join("\n")
}

fn json_of(findings: &[Finding]) -> Value {
    rows_json::list(findings, |it| {
        json!({
            "commons": rows_json::optional(it.commons, rows_json::id),
            "what": it.what,
            "state": state(it.state),
            "words": it.words,
            "hint": it.hint,
        })
    })
}
