//! `polylogue move`: makes a move, or marks one in another's words.

use polylogue_core::move_kind::{MoveKind, Needs};
use polylogue_node::intent::{Intent, MakeMove};

use crate::arguments::{Because, For, InLanguage};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, said};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
#[command(after_help = kinds_help())]
pub(crate) struct Arguments {
    /// The kind of move; see below
    kind: String,
    /// What it is about: a perspective, claim, turn, question, source or another move
    target: String,
    #[command(flatten)]
    speaking: For,
    /// Exact words of the target, where the move is about a passage of it
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
    /// The condition
    #[arg(long, value_name = "TEXT")]
    condition: Option<String>,
    /// The danger, the part, the other party: what the kind asks for
    #[arg(long, value_name = "TEXT")]
    object: Option<String>,
    /// From what
    #[arg(long, value_name = "TEXT")]
    from: Option<String>,
    /// To what
    #[arg(long, value_name = "TEXT")]
    to: Option<String>,
    /// The turn in which somebody else makes this move: you mark it, it is not yet their act
    #[arg(long, value_name = "TURN", requires = "words")]
    found_in: Option<String>,
    /// The words in that turn that make the move
    #[arg(long, value_name = "WORDS", requires = "found_in")]
    words: Option<String>,
    #[command(flatten)]
    because: Because,
    #[command(flatten)]
    language: InLanguage,
}

/// Makes or marks the move.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let kind = read_kind(&arguments.kind)?;
    let target = context.anything(&arguments.target)?;
    let language = &arguments.language;
    let worded = |text: &Option<String>| context.worded_if(text.as_ref(), language);
    let found_in = match (&arguments.found_in, arguments.words) {
        (Some(turn), Some(words)) => Some(context.quoting(turn, words)?),
        _ => None,
    };
    let make = MakeMove {
        kind,
        target,
        passage: arguments
            .quote
            .map(|words| crate::context::passage_of(target, words)),
        standpoint: context.standpoint(&arguments.speaking)?,
        found_in,
        reason: worded(&arguments.because.because)?,
        object: worded(&arguments.object)?,
        condition: worded(&arguments.condition)?,
        from: worded(&arguments.from)?,
        to: worded(&arguments.to)?,
    };
    check_needs(&make)?;
    let it = context.perform(Intent::Move(Box::new(make)))?;
    Ok(said(&format!("{} {}", kind.glyph(), kind.name()), &it))
}

fn read_kind(name: &str) -> Result<MoveKind, Failure> {
    MoveKind::of_name(name).ok_or_else(|| {
        let names: Vec<&str> = MoveKind::ALL.into_iter().map(MoveKind::name).collect();
        Failure::usage(
            format!("“{name}” is no kind of move"),
            format!("one of: {}", names.join(", ")),
        )
    })
}

/// Refuses what the kind needs and nobody typed, before anything is signed.
fn check_needs(make: &MakeMove) -> Result<(), Failure> {
    let is_there = match make.kind.needs() {
        Needs::None => true,
        Needs::Object => make.object.is_some(),
        Needs::Condition => make.condition.is_some(),
        Needs::Reason => make.reason.is_some(),
        Needs::FromTo => make.from.is_some() && make.to.is_some(),
    };
    if is_there {
        return Ok(());
    }
    let needs = words::needs(make.kind.needs());
    Err(Failure::usage(
        format!("“{}” says more than that something is so", make.kind.name()),
        format!("add {needs}"),
    ))
}

fn kinds_help() -> String {
    let rows: Vec<String> = MoveKind::ALL
        .into_iter()
        .map(|kind| {
            let line = format!(
                "  {} {:<14} {:<10} {}",
                kind.glyph(),
                kind.name(),
                kind.polarity().name(),
                words::needs(kind.needs())
            );
            line.trim_end().to_owned()
        })
        .collect();
    format!(
        "Kinds of move, their polarity, and what each asks for:\n{}",
        rows.join("\n")
    )
}
