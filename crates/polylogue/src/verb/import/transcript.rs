//! A transcript, or mails one under another.

use std::collections::BTreeMap;

use polylogue_node::import::transcript::{
    Pasted, Speakers, SpeaksFor, SpeaksFrom, Transcript, Unsure, Why, read,
};
use serde_json::json;

use super::{Arguments, KindName, LINES_SHOWN_MAX};
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
        _ => Speakers::AsShown,
    };
    let said = read(&text, how, &arguments.speaker);
    let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
    let subject = Some(said.subject.clone()).filter(|it| !it.is_empty());
    let title = arguments.title.or(subject).or(stem).unwrap_or_default();
    let commons = context.commons()?;
    let speaks_for = speaks_for(&arguments.speaks_for, arguments.as_perspectives, &said)?;
    let pasted = Pasted {
        title: title.clone(),
        address: arguments.source.unwrap_or_default(),
        licence: arguments.licence.unwrap_or_default(),
        language: arguments.language,
        speaks_for,
        from: if arguments.within {
            SpeaksFrom::Within
        } else {
            SpeaksFrom::OnBehalf
        },
    };
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
        "unsure": said.unsure.iter().map(|it| json!({
            "line": it.line, "name": it.name, "times": it.times, "why": why(it.why),
        })).collect::<Vec<_>>(),
        "before": said.before,
        "is_cut": said.is_cut,
    });
    let unsure: Vec<String> = said
        .unsure
        .iter()
        .take(LINES_SHOWN_MAX)
        .map(doubted)
        .collect();
    let text = parts(&[
        head,
        indented(&speakers.join("\n")),
        indented(&unsure.join("\n")),
    ]);
    Ok(Output::new(text, document).making([dialogue.to_string()]))
}

/// For whom each speaks: as said name by name, else for a perspective of their name if all are.
fn speaks_for(
    said_so: &[String],
    as_perspectives: bool,
    said: &Transcript,
) -> Result<BTreeMap<String, SpeaksFor>, Failure> {
    let mut speaks_for = BTreeMap::new();
    if as_perspectives {
        let names = said.speakers().into_keys().filter(|it| !it.is_empty());
        speaks_for.extend(names.map(|it| (it.to_owned(), SpeaksFor::Named(it.to_owned()))));
    }
    for pair in said_so {
        let (speaker, perspective) = pair.split_once('=').ok_or_else(|| {
            Failure::usage(
                format!("`{pair}` does not say for whom somebody speaks"),
                "write it as `--for \"Ana Ríos=Fishers\"`",
            )
        })?;
        speaks_for.insert(
            speaker.trim().to_owned(),
            SpeaksFor::Named(perspective.trim().to_owned()),
        );
    }
    Ok(speaks_for)
}

fn doubted(unsure: &Unsure) -> String {
    let why = why(unsure.why);
    format!(
        "line {} looks like a speaker “{}”: not taken, because {why}; add --speaker to take it",
        unsure.line, unsure.name
    )
}

fn why(why: Why) -> &'static str {
    match why {
        Why::Unlisted => "it is not among those named with --speaker",
        Why::Long => "it is longer than names are, and stands there once",
        Why::Sign => "it is not written as names are, and stands there once",
        Why::Once => "it has a line of its own only once",
    }
}
