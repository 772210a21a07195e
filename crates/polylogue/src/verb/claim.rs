//! `polylogue claim`: puts claims, and splits, rewords, merges and compares them.

mod similar;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Change, Held, Voice};
use polylogue_node::intent::{Intent, Provenance};
use polylogue_store::query::{ClaimRow, Page, Said, Shown, Tally, VoteRow};
use serde_json::{Value, json};

use crate::arguments::{Because, InLanguage};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::{Table, pairs, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Put a claim: one short sentence that can be agreed to or not
    Add(Add),
    /// List claims with their votes
    List {
        #[command(flatten)]
        under: Under,
    },
    /// Show one with its passages, votes and lineage
    Show {
        /// Which claim
        claim: String,
    },
    /// Put several claims in place of one
    Split {
        /// Which claim
        claim: String,
        /// One of the new sentences
        #[arg(long, required = true, num_args = 1, value_name = "TEXT")]
        into: Vec<String>,
        #[command(flatten)]
        because: Because,
    },
    /// Put the same claim in other words; its votes stay with the old ones
    Reword {
        /// Which claim
        claim: String,
        /// The new sentence
        text: String,
        #[command(flatten)]
        because: Because,
    },
    /// Put one claim in place of several
    Merge {
        /// Which claims
        #[arg(required = true, num_args = 2..)]
        claims: Vec<String>,
        /// The new sentence
        #[arg(long, value_name = "TEXT")]
        into: String,
        #[command(flatten)]
        because: Because,
    },
    /// Show claims that say nearly the same as a sentence or a claim, or pairs that do
    Similar(similar::Arguments),
    /// Say whether a perspective holds a claim
    Held(HeldArguments),
    /// Enter a count made elsewhere, as a count
    Count(Count),
}

#[derive(Debug, clap::Args)]
struct Add {
    /// The sentence
    text: String,
    #[command(flatten)]
    under: Under,
    /// The turn or source it is lifted from
    #[arg(long, value_name = "TURN", requires = "quote")]
    from: Option<String>,
    /// The exact words there
    #[arg(long, value_name = "WORDS", requires = "from")]
    quote: Option<String>,
    /// A perspective that holds it
    #[arg(long, value_name = "PERSPECTIVE")]
    held_by: Vec<String>,
    #[command(flatten)]
    language: InLanguage,
}

#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct Under {
    /// The standing question it is put under, by place or id
    #[arg(long, value_name = "QUESTION")]
    question: Option<String>,
    /// The dialogue it is put under
    #[arg(long, value_name = "DIALOGUE")]
    dialogue: Option<String>,
}

#[derive(Debug, clap::Args)]
struct HeldArguments {
    /// Which claim
    claim: String,
    /// Which perspective
    perspective: String,
    /// It does not hold it
    #[arg(long)]
    not: bool,
    /// You do not stand in that perspective: you speak on its behalf
    #[arg(long)]
    on_behalf: bool,
    #[command(flatten)]
    because: Because,
}

#[derive(Debug, clap::Args)]
struct Count {
    /// Which claim
    claim: String,
    /// Who was counted: “members of the co-operative, by show of hands”
    #[arg(long, value_name = "TEXT")]
    group: String,
    /// How many agreed
    #[arg(long, default_value_t = 0, value_name = "N")]
    agree: u32,
    /// How many disagreed
    #[arg(long, default_value_t = 0, value_name = "N")]
    disagree: u32,
    /// How many passed
    #[arg(long, default_value_t = 0, value_name = "N")]
    pass: u32,
    /// Where the count can be looked up
    #[arg(long, value_name = "URL")]
    source: String,
    /// When it was counted: `2011`, `2016-05`
    #[arg(long, default_value = "", value_name = "DATE")]
    when: String,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Add(arguments) => add(context, &arguments),
        Act::List { under } => list(context, &under),
        Act::Show { claim } => show(context, &claim),
        Act::Split {
            claim,
            into,
            because,
        } => reshape(context, Change::Split, &[claim], &into, &because),
        Act::Reword {
            claim,
            text,
            because,
        } => reshape(context, Change::Reworded, &[claim], &[text], &because),
        Act::Merge {
            claims,
            into,
            because,
        } => reshape(context, Change::Merged, &claims, &[into], &because),
        Act::Similar(it) => similar::run(context, &it),
        Act::Held(arguments) => hold(context, &arguments),
        Act::Count(arguments) => enter_count(context, arguments),
    }
}

fn read_under(context: &Context, under: &Under) -> Result<Option<OperationId>, Failure> {
    match (&under.question, &under.dialogue) {
        (Some(question), _) => context.question(question).map(Some),
        (None, Some(dialogue)) => context.dialogue(dialogue).map(Some),
        (None, None) => Ok(None),
    }
}

fn add(context: &Context, arguments: &Add) -> Result<Output, Failure> {
    let mut passages = Vec::new();
    if let (Some(turn), Some(quote)) = (&arguments.from, &arguments.quote) {
        passages.push(context.quoting(turn, quote.clone())?);
    }
    let held_by = arguments.held_by.iter().map(|it| context.perspective(it));
    let intent = Intent::AddClaim {
        text: context.worded(&arguments.text, &arguments.language)?,
        under: read_under(context, &arguments.under)?,
        passages,
        held_by: held_by.collect::<Result<_, _>>()?,
    };
    let it = context.perform(intent)?;
    Ok(crate::output::said("put the claim", &it))
}

fn list(context: &Context, under: &Under) -> Result<Output, Failure> {
    let under = read_under(context, under)?;
    let rows = context.claims(under)?;
    Ok(Output::new(
        list_text(&rows),
        rows_json::list(&rows, rows_json::claim),
    ))
}

fn show(context: &Context, claim: &str) -> Result<Output, Failure> {
    let row = context.claim_row(context.claim(claim)?)?;
    let votes = context.reader()?.votes(row.said.id, Page::first(1000))?;
    let perspectives = context.perspectives()?;
    let name = |id: &OperationId| {
        let found = perspectives.iter().find(|it| it.said.id == *id);
        found.map_or_else(|| id.short(), |it| it.name.words.clone())
    };
    let output = Output::new(text(&row, &votes, &name), show_json(&row, &votes));
    Ok(noting_the_answer(output, &row.said))
}

/// The same, with how to answer where a moderator hid or emptied what is shown.
pub(super) fn noting_the_answer(output: Output, said: &Said) -> Output {
    match &said.shown {
        Shown::Hidden(_) | Shown::ErasedByModerator(_) => output.noting(format!(
            "whoever disagrees can answer: `polylogue appeal {} \"…\"`",
            said.id.short()
        )),
        _ => output,
    }
}

fn reshape(
    context: &Context,
    change: Change,
    from: &[String],
    to: &[String],
    because: &Because,
) -> Result<Output, Failure> {
    let from = from
        .iter()
        .map(|it| context.claim(it))
        .collect::<Result<_, _>>()?;
    let language = InLanguage::default();
    let to = to
        .iter()
        .map(|it| context.worded(it, &language))
        .collect::<Result<_, _>>()?;
    let reason = context.reason(because)?;
    let it = context.perform(Intent::ReshapeClaims {
        change,
        from,
        to,
        reason,
    })?;
    Ok(done(&format!("recorded: {}", words::change(change)), &it))
}

fn hold(context: &Context, arguments: &HeldArguments) -> Result<Output, Failure> {
    let intent = Intent::HoldClaim {
        claim: context.claim(&arguments.claim)?,
        perspective: context.perspective(&arguments.perspective)?,
        held: if arguments.not {
            Held::DoesNot
        } else {
            Held::Holds
        },
        voice: if arguments.on_behalf {
            Voice::OnBehalf
        } else {
            Voice::Within
        },
        reason: context.reason(&arguments.because)?,
    };
    let it = context.perform(intent)?;
    Ok(done("recorded", &it))
}

fn enter_count(context: &Context, arguments: Count) -> Result<Output, Failure> {
    let provenance = Provenance {
        speaker: String::new(),
        naming: polylogue_core::kind::Naming::Unnamed,
        address: arguments.source,
        revision: String::new(),
        licence: String::new(),
        date: arguments.when,
        lines: (0, 0),
    };
    let intent = Intent::EnterCount {
        claim: context.claim(&arguments.claim)?,
        group: context.worded(&arguments.group, &InLanguage::default())?,
        agree: arguments.agree,
        disagree: arguments.disagree,
        pass: arguments.pass,
        provenance,
    };
    let it = context.perform(intent)?;
    Ok(done(
        "entered the count; it stands beside the votes and is not added to them",
        &it,
    ))
}

fn text(row: &ClaimRow, votes: &[VoteRow], name: &dyn Fn(&OperationId) -> String) -> String {
    let under = row
        .under
        .as_ref()
        .map(|it| words::clip(&it.words.words, 72));
    let held: Vec<String> = row
        .held_by
        .iter()
        .map(|(id, held)| match held {
            Held::Holds => name(id),
            Held::DoesNot => format!("not {}", name(id)),
        })
        .collect();
    let mine = row
        .mine
        .as_ref()
        .map(|it| words::choice(it.choice).to_owned());
    let about = pairs(&[
        ("id", row.said.id.short()),
        ("put by", words::speaker(&row.said)),
        ("state", words::shown(&row.said.shown)),
        ("under", under.unwrap_or_default()),
        ("votes", tally(row.tally)),
        (
            "newcomers",
            if row.newcomers == Tally::default() {
                String::new()
            } else {
                tally(row.newcomers)
            },
        ),
        ("yours", mine.unwrap_or_default()),
        ("held by", held.join(", ")),
    ]);
    let passages: Vec<String> = row.passages.iter().map(words::quoted).collect();
    let reasons: Vec<String> = votes
        .iter()
        .filter_map(|it| {
            let reason = it.reason.as_ref()?;
            Some(format!(
                "{} {}: {}",
                words::person(&it.said.by),
                chooses(it.choice),
                words::clip(&reason.words, 200)
            ))
        })
        .collect();
    let lineage: Vec<String> = row
        .lineage
        .iter()
        .map(super::perspective::lineage_line)
        .collect();
    parts(&[
        words::or_state(&row.text.words, &row.said),
        about,
        passages.join("\n"),
        reasons.join("\n"),
        lineage.join("\n"),
    ])
}

fn chooses(choice: polylogue_core::kind::Choice) -> &'static str {
    use polylogue_core::kind::Choice;
    match choice {
        Choice::Agree => "agrees",
        Choice::Disagree => "disagrees",
        Choice::Pass => "passes",
    }
}

/// Counted votes in words.
pub(crate) fn tally(tally: Tally) -> String {
    let mut text = format!(
        "{} agree, {} disagree, {} pass",
        tally.agree, tally.disagree, tally.pass
    );
    if tally.matters > 0 {
        text.push_str(&format!("; it matters to {}", tally.matters));
    }
    text
}

fn show_json(row: &ClaimRow, votes: &[VoteRow]) -> Value {
    let mut document = rows_json::claim(row);
    document["votes"] = json!(rows_json::list(votes, rows_json::vote));
    document
}

fn table(rows: &[ClaimRow]) -> Table {
    let mut table = Table::new(["id", "agree", "disagree", "pass", "claim"]);
    for row in rows {
        let Tally {
            agree,
            disagree,
            pass,
            ..
        } = row.tally;
        table.row([
            row.said.id.short(),
            agree.to_string(),
            disagree.to_string(),
            pass.to_string(),
            words::or_state(&row.text.words, &row.said),
        ]);
    }
    table
}

fn list_text(rows: &[ClaimRow]) -> String {
    table(rows).text_or("no claim yet: put one with `polylogue claim add TEXT`")
}
