//! `polylogue restore`: shows again what a moderator hid; or, given a file, brings a backup back
//! into an empty home.
//!
//! A hide is named by its id, a backup by a file. What is a file where it was typed is a backup.

use std::path::{Path, PathBuf};

use polylogue_node::intent::Intent;
use polylogue_node::{LocalOnly, Node, NodeOptions};
use serde_json::json;

use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What was hidden or the act that hid it (see `polylogue log --acts`), or a backup's file
    #[arg(value_name = "ACT|FILE")]
    what: String,
    #[command(flatten)]
    because: Because,
}

impl Arguments {
    /// The backup meant, if it is one: a file, or something that no id looks like.
    pub(crate) fn backup(&self, folder: &Path) -> Option<PathBuf> {
        let path = folder.join(&self.what);
        let is_id = self.what.chars().all(|it| it.is_ascii_hexdigit());
        (path.is_file() || !is_id).then_some(path)
    }
}

/// Shows again what was hidden.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    if arguments.backup(&context.folder).is_some() {
        return Err(Failure::refused(
            "this home is open already, and a backup never replaces anything",
            "name a new folder with `--home`",
        ));
    }
    let hides = vec![context.anything(&arguments.what)?];
    let reason = context.reason_given(&arguments.because)?;
    let it = context.perform(Intent::Restore { hides, reason })?;
    Ok(done("shown again", &it))
}

/// Brings a backup back into a home that does not exist yet.
pub(crate) fn bring_back(home: &Path, file: &Path) -> Result<Output, Failure> {
    let options = NodeOptions::of_this_machine(LocalOnly::Yes);
    drop(Node::restore(home, file, options)?);
    let text = format!("{} holds the backup now", home.display());
    Ok(Output::new(text, json!({"home": home}))
        .noting("keep only one of the two copies running: both would speak with the same key"))
}
