//! `polylogue dialogue`: plans, opens, closes, lists and reads dialogues.

use polylogue_core::kind::State;
use polylogue_node::intent::Intent;
use polylogue_store::query::{DialogueRow, TurnRow};
use serde_json::{Value, json};

use crate::arguments::{Because, InLanguage};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::{Table, indented, pairs, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Plan a dialogue
    Plan(Begin),
    /// Open a planned or closed dialogue, or begin a new one of that title
    Open(Begin),
    /// Close a dialogue
    Close {
        /// Which dialogue
        dialogue: String,
        #[command(flatten)]
        because: Because,
    },
    /// List them
    List,
    /// Read one
    Show {
        /// Which dialogue
        dialogue: String,
    },
}

#[derive(Debug, clap::Args)]
struct Begin {
    /// Its title, or the id of one that is here
    title: String,
    /// What it is about, in Markdown
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,
    /// A perspective that meets others in it
    #[arg(long, value_name = "PERSPECTIVE")]
    perspective: Vec<String>,
    /// A standing question it is held under, by place or id
    #[arg(long, value_name = "QUESTION")]
    question: Vec<String>,
    /// When it is to begin, in UTC: `2026-12-01` or `2026-12-01 18:00`
    #[arg(long, value_name = "TIME")]
    when: Option<String>,
    #[command(flatten)]
    because: Because,
    #[command(flatten)]
    language: InLanguage,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Plan(arguments) => begin(context, &arguments, State::Planned),
        Act::Open(arguments) => match context.dialogue_if(&arguments.title)? {
            Some(row) => set_state(context, row.said.id, State::Open, &arguments.because),
            None => begin(context, &arguments, State::Open),
        },
        Act::Close { dialogue, because } => set_state(
            context,
            context.dialogue(&dialogue)?,
            State::Closed,
            &because,
        ),
        Act::List => {
            let rows = context.dialogues()?;
            Ok(Output::new(
                list_text(&rows),
                rows_json::list(&rows, rows_json::dialogue),
            ))
        }
        Act::Show { dialogue } => show(context, &dialogue),
    }
}

fn begin(context: &Context, arguments: &Begin, state: State) -> Result<Output, Failure> {
    let language = &arguments.language;
    let scheduled = match &arguments.when {
        None => None,
        Some(when) => Some(words::read_time(when).ok_or_else(|| {
            Failure::usage(
                format!("“{when}” is no time"),
                "write it as `2026-12-01` or `2026-12-01 18:00`",
            )
        })?),
    };
    let perspectives = arguments
        .perspective
        .iter()
        .map(|it| context.perspective(it));
    let questions = arguments.question.iter().map(|it| context.question(it));
    let intent = Intent::BeginDialogue {
        title: context.worded(&arguments.title, language)?,
        about: context
            .worded_if(arguments.about.as_ref(), language)?
            .unwrap_or_default(),
        perspectives: perspectives.collect::<Result<_, _>>()?,
        questions: questions.collect::<Result<_, _>>()?,
        state,
        scheduled,
    };
    let it = context.perform(intent)?;
    let sentence = match state {
        State::Planned => "planned the dialogue",
        State::Open | State::Closed => "opened the dialogue",
    };
    Ok(done(sentence, &it))
}

fn set_state(
    context: &Context,
    dialogue: polylogue_core::id::OperationId,
    state: State,
    because: &Because,
) -> Result<Output, Failure> {
    let reason = context.reason(because)?;
    let it = context.perform(Intent::SetDialogueState {
        dialogue,
        state,
        reason,
    })?;
    Ok(done(
        &format!("the dialogue is {}", words::state(state)),
        &it,
    ))
}

fn show(context: &Context, dialogue: &str) -> Result<Output, Failure> {
    let row = context.dialogue_row(dialogue)?;
    let turns = context.turns(row.said.id)?;
    let perspectives = context.perspectives()?;
    let name = |id: &polylogue_core::id::OperationId| {
        let found = perspectives.iter().find(|it| it.said.id == *id);
        found.map_or_else(|| id.short(), |it| it.name.words.clone())
    };
    let shown = Shown {
        row: &row,
        turns: &turns,
        name: &name,
    };
    let output = Output::new(text(&shown), show_json(&row, &turns));
    Ok(super::claim::noting_the_answer(output, &row.said))
}

struct Shown<'rows> {
    row: &'rows DialogueRow,
    turns: &'rows [TurnRow],
    name: &'rows dyn Fn(&polylogue_core::id::OperationId) -> String,
}

fn text(shown: &Shown<'_>) -> String {
    let Shown { row, turns, name } = shown;
    let about = pairs(&[
        ("id", row.said.id.short()),
        (
            "state",
            with_reason(words::state(row.state), &row.state_reason.words),
        ),
        ("begins", row.scheduled.map(words::time).unwrap_or_default()),
        (
            "perspectives",
            row.perspectives
                .iter()
                .map(name)
                .collect::<Vec<_>>()
                .join(", "),
        ),
        ("turns", row.turns.to_string()),
        ("not answered", row.open_questions.to_string()),
    ]);
    let title = words::or_state(&row.title.words, &row.said);
    let mut shown_parts = vec![title, about, row.about.words.clone()];
    shown_parts.extend(turns.iter().map(|turn| turn_text(turn, name)));
    parts(&shown_parts)
}

fn with_reason(what: &str, reason: &str) -> String {
    if reason.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {reason}")
    }
}

/// A turn as it is read: who, for which perspective, what it takes up, its words, its remarks.
fn turn_text(turn: &TurnRow, name: &dyn Fn(&polylogue_core::id::OperationId) -> String) -> String {
    let standpoint = match (turn.voice, &turn.perspective) {
        (polylogue_core::kind::Voice::Within, Some(it)) => format!(", from within {}", name(it)),
        (polylogue_core::kind::Voice::OnBehalf, Some(it)) => {
            format!(", on behalf of {}", name(it))
        }
        _ => String::new(),
    };
    let head = format!(
        "{}. {}{standpoint}  {}  {}",
        turn.number,
        words::speaker(&turn.said),
        words::time(turn.said.time),
        turn.said.id.short()
    );
    let quotes: Vec<String> = turn
        .quotes
        .iter()
        .map(|it| words::quoted(&it.passage))
        .collect();
    let state = words::shown(&turn.said.shown);
    let state = if state.is_empty() {
        state
    } else {
        format!("({state})")
    };
    let moves: Vec<String> = turn.moves.iter().map(super::trace::move_line).collect();
    let body = parts(&[
        quotes.join("\n"),
        turn.text.words.clone(),
        state,
        moves.join("\n"),
    ]);
    format!("{head}\n{}", indented(&body))
}

fn show_json(row: &DialogueRow, turns: &[TurnRow]) -> Value {
    let mut document = rows_json::dialogue(row);
    document["turn_rows"] = json!(rows_json::list(turns, rows_json::turn));
    document
}

fn list_text(rows: &[DialogueRow]) -> String {
    let mut table = Table::new(["id", "state", "turns", "title"]);
    for row in rows {
        table.row([
            row.said.id.short(),
            words::state(row.state).to_owned(),
            row.turns.to_string(),
            words::or_state(&row.title.words, &row.said),
        ]);
    }
    table.text_or("no dialogue yet: open one with `polylogue dialogue open TITLE`")
}
