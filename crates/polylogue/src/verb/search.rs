//! `polylogue search`: finds words in everything said here, in whatever language.

use clap::ValueEnum;
use polylogue_store::query::{Hit, Page, Search, Thing};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::{FOUND, FOUND_END, Output};
use crate::{json, words};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The words
    #[arg(required = true)]
    words: Vec<String>,
    /// Only by this person
    #[arg(long, value_name = "PERSON")]
    by: Option<String>,
    /// Only spoken for this perspective
    #[arg(long = "for", value_name = "PERSPECTIVE")]
    perspective: Option<String>,
    /// Only of this sort
    #[arg(long)]
    thing: Option<ThingName>,
    /// Only in this language, such as `en`
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// At most so many
    #[arg(long, default_value_t = 20, value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=1000))]
    limit: u64,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ThingName {
    /// Perspectives
    Perspective,
    /// Questions
    Question,
    /// Dialogues
    Dialogue,
    /// Turns
    Turn,
    /// Claims
    Claim,
    /// Moves
    Move,
    /// Sources
    Source,
    /// Practices
    Practice,
    /// People
    Person,
}

/// Finds.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let typed = arguments.words.join(" ");
    let search = Search {
        words: context.text(&typed)?,
        by: arguments
            .by
            .as_deref()
            .map(|it| context.person(it))
            .transpose()?,
        perspective: arguments
            .perspective
            .as_deref()
            .map(|it| context.perspective(it))
            .transpose()?,
        thing: arguments.thing.map(thing),
        language: arguments.language,
    };
    context.node.index_search(&context.commons()?)?;
    let hits = context
        .reader()?
        .search(&search, Page::first(arguments.limit))?;
    let output = Output::new(text(&hits), json::list(&hits, json::hit));
    Ok(output)
}

fn thing(name: ThingName) -> Thing {
    match name {
        ThingName::Perspective => Thing::Perspective,
        ThingName::Question => Thing::Question,
        ThingName::Dialogue => Thing::Dialogue,
        ThingName::Turn => Thing::Turn,
        ThingName::Claim => Thing::Claim,
        ThingName::Move => Thing::Move,
        ThingName::Source => Thing::Source,
        ThingName::Practice => Thing::Practice,
        ThingName::Person => Thing::Person,
    }
}

/// The words around what was found, on one line; what begins to stand out ends, too.
fn found_words(snippet: &str) -> String {
    let mut words = words::clip(snippet, 200);
    if words.matches(FOUND).count() > words.matches(FOUND_END).count() {
        words.push(FOUND_END);
    }
    words
}

fn text(hits: &[Hit]) -> String {
    let lines: Vec<String> = hits
        .iter()
        .map(|hit| {
            let what = hit.target.what.map_or("not here yet", words::thing);
            let head = format!(
                "{}  {what}  {}",
                hit.target.id.short(),
                words::person(&hit.by)
            );
            let fate = words::fate(&hit.target.shown);
            format!("{head}{fate}\n  {}", found_words(&hit.snippet))
        })
        .collect();
    if lines.is_empty() {
        "nothing here has these words".to_owned()
    } else {
        lines.join("\n")
    }
}
