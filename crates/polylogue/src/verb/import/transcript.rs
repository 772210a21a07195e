//! A transcript, or mails one under another.

use polylogue_node::import::transcript::{Pasted, Speakers, SpeakersAre, read};
use serde_json::json;

use super::{Arguments, KindName};
use crate::context::Context;
use crate::failure::{Failure, read_file};
use crate::output::Output;
use crate::table::{indented, parts};
use crate::words;

/// A file is no longer than this, in bytes.
const BYTES_MAX: u64 = 16 * 1024 * 1024;

/// Brings it in as one dialogue.
pub(super) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let path = context.path(&arguments.path);
    let text = String::from_utf8_lossy(&read_file(&path, BYTES_MAX)?).into_owned();
    let how = match arguments.kind {
        KindName::Mbox => Speakers::Mails,
        _ => Speakers::Names,
    };
    let said = read(&text, how, &arguments.speaker);
    let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
    let subject = Some(said.subject.clone()).filter(|it| !it.is_empty());
    let title = arguments.title.or(subject).or(stem).unwrap_or_default();
    let pasted = Pasted {
        title: title.clone(),
        address: arguments.source.unwrap_or_default(),
        licence: arguments.licence.unwrap_or_default(),
        language: arguments.language,
        speakers: match arguments.as_perspectives {
            true => SpeakersAre::Perspectives,
            false => SpeakersAre::Speakers,
        },
    };
    let commons = context.commons()?;
    let dialogue = context.node.import_transcript(&commons, &said, &pasted)?;
    let head = format!(
        "brought in “{title}”  {}: {}",
        dialogue.short(),
        words::count(said.turns.len() as u64, "turn", "turns")
    );
    let speakers: Vec<String> = said
        .speakers()
        .into_iter()
        .map(|(name, count)| format!("{name}: {}", words::count(count as u64, "turn", "turns")))
        .collect();
    let document = json!({
        "dialogue": dialogue.to_string(),
        "turns": said.turns.len(),
        "speakers": said.speakers(),
        "before": said.before,
        "is_cut": said.is_cut,
    });
    let text = parts(&[head, indented(&speakers.join("\n"))]);
    Ok(Output::new(text, document).making([dialogue.to_string()]))
}
