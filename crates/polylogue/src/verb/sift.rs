//! `polylogue sift`: where each perspective stands, who answers whom, and what was never answered.

mod agreement;
mod became;
mod coverage;
mod drift;
mod glossary;
mod ledger;
mod matrix;
mod shared;
mod synopsis;
mod voices;

use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_node::sheets;
use polylogue_store::Reader;
use polylogue_store::query::PerspectiveRow;
use polylogue_store::sift::Sifted;
use serde_json::{Value, json};

use crate::context::Context;
use crate::csv;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// List the questions that were asked, and what became of each, the longest waiting first
    #[command(after_help = "\
Columns of --csv: id, state (open, left-open, answered, accepted, withdrawn), kind, asked-for, to
(perspectives, separated by \"; \"), question, asked-at (seconds since 1970, as claimed), dialogue,
turn (where the words stand), answers (how many), answered-in (ids, separated by spaces).")]
    Questions(ledger::Arguments),
    /// Show who answers whom, who speaks from within, and who was not heard
    #[command(after_help = "\
Columns of --csv: from, to (perspectives), from-id, to-id, turns, answers, within, on-behalf.")]
    Voices(AsTable),
    /// Count the moves of each perspective about each; with --from and --to, list them
    #[command(after_help = "\
Columns of --csv: from, to (perspectives), from-id, to-id, moves, support, qualified, challenge,
transform, ask. Cells without a move are left out.")]
    Matrix(matrix::Arguments),
    /// Show which standing question each perspective takes up
    #[command(after_help = "\
Columns of --csv: perspective, perspective-id, question, question-id, state (within, on-behalf,
by-others, asked; not-asked where it was never put to it), explicit, evidence (ids, separated by
spaces).")]
    Coverage(AsTable),
    /// List claims that several perspectives support for their own reasons, and those that divide
    #[command(after_help = "\
Columns of --csv: list (convergence, division), claim, claim-id, side (support, challenge),
perspective, from-within, with-conditions, kind, reason, passage, evidence-id; a row for each
reason.")]
    Convergence(AsTable),
    /// Show one perspective against all others on one page, every clause with its evidence
    #[command(after_help = "\
Columns of --csv: perspective, about, about-id, part (headline, qualifier, unanswered), kind,
polarity, from-within, on-behalf (how many of its moves), words (separated by \" | \"), evidence
(ids, separated by spaces).")]
    Synopsis(synopsis::Arguments),
    /// Check the lines of a document against what they rest on
    #[command(after_help = "\
Verdicts, the gravest first: not-found, other-voice, self-criticism-turned, stronger, weaker,
source-changed, supported. Columns of --csv: line, wording, verdict, finding, shown-by (the move or
thing that shows it), words; a row for each finding.")]
    Drift(drift::Arguments),
    /// List terms: when each was first said, who says it, and what each perspective means by it
    #[command(after_help = "\
A term is a source of the type `entry-dictionary` (`polylogue source add TERM --type
entry-dictionary`); what a perspective means by it is a move on it (`polylogue move adds TERM --for
PERSPECTIVE --object MEANING`).
Columns of --csv: term, term-id, born (as told or claimed), born-in (id), first-for (perspective),
perspectives (that say it, separated by \"; \"), texts (that say it), meanings (how many), changes
(recorded of it, how many).")]
    Glossary(AsTable),
    /// Show what became of what somebody said: each turn, claim, question and move with what it
    /// led to
    #[command(after_help = "\
Columns of --csv: id, what, words, said-at (seconds since 1970, as claimed), outcome (answered,
accepted, lifted, supported, qualified, challenged, taken-further, asked-about, taken-up, marked,
translated, disputed, declined, suggested), how, kind, by-thing, by-id, reason; a row for each
outcome, and one without an outcome for what led to nothing yet.")]
    Became(became::Arguments),
    /// Compare two readers' marks on the same texts: agreement by kind, Krippendorff's alpha
    #[command(after_help = "\
Columns of --csv: text (id), first-mark (id), first-kind, second-mark (id), second-kind, same; a row
for each passage that either marked.")]
    Agreement(agreement::Arguments),
}

/// Whether a list is wanted for other programs.
#[derive(Debug, clap::Args)]
struct AsTable {
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Shows one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    if matches!(arguments.act, Act::Drift(_)) {
        // Words in quotation marks are looked for in all that was said.
        context.node.index_search(&context.commons()?)?;
    }
    let known = || Known::read(context);
    match arguments.act {
        Act::Questions(it) => ledger::run(context, &known()?, &it),
        Act::Voices(it) => voices::run(&known()?, it.csv),
        Act::Matrix(it) => matrix::run(context, &known()?, &it),
        Act::Coverage(it) => coverage::run(&known()?, it.csv),
        Act::Convergence(it) => shared::run(&known()?, it.csv),
        Act::Synopsis(it) => synopsis::run(context, &known()?, &it),
        Act::Drift(it) => drift::run(context, &known()?, &it),
        Act::Glossary(it) => glossary::run(&known()?, it.csv),
        Act::Became(it) => became::run(context, &it),
        Act::Agreement(it) => agreement::run(context, &it),
    }
}

/// What every one of them shows from: one snapshot, sifted.
struct Known {
    reader: Reader,
    sifted: Arc<Sifted>,
    perspectives: Vec<PerspectiveRow>,
}

impl Known {
    fn read(context: &Context) -> Result<Self, Failure> {
        let reader = context.reader()?;
        Ok(Self {
            sifted: reader.sift()?,
            perspectives: reader.perspectives()?,
            reader,
        })
    }

    /// The id of the perspective at a place.
    fn id(&self, place: usize) -> Value {
        self.sifted
            .perspectives
            .get(place)
            .map_or(Value::Null, rows_json::id)
    }

    fn ids(&self, places: &[usize]) -> Value {
        places.iter().map(|it| self.id(*it)).collect()
    }

    /// The short name of the perspective at a place.
    fn name(&self, place: usize) -> &str {
        self.perspectives.get(place).map_or("", |it| &it.short)
    }

    fn names(&self, places: &[usize]) -> String {
        let names: Vec<&str> = places.iter().map(|it| self.name(*it)).collect();
        names.join("; ")
    }

    /// The digits of the perspective's id at a place, in full.
    fn digits(&self, place: usize) -> String {
        let id = self.sifted.perspectives.get(place);
        id.map(OperationId::to_string).unwrap_or_default()
    }

    /// One of the tables, for other programs.
    fn sheet(&self, table: sheets::Table) -> Result<Output, Failure> {
        let sheet = sheets::sheet(&self.reader, &self.sifted, table)?;
        Ok(as_csv(sheet))
    }

    fn list(&self) -> Value {
        rows_json::list(&self.perspectives, |it| {
            json!({
                "id": rows_json::id(it.said.id),
                "name": rows_json::words(&it.name),
                "short": it.short,
            })
        })
    }

    /// Ids of numbers of the store.
    fn evidence(&self, numbers: &[i64]) -> Result<Vec<OperationId>, Failure> {
        Ok(self.reader.ids_at(numbers)?)
    }
}

/// A table that was written.
fn as_csv(sheet: String) -> Output {
    let document = json!({"csv": sheet});
    Output::new(sheet, document).for_sheet()
}

/// Rows of cells under a head, as CSV.
pub(super) fn sheet(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Output {
    let mut sheet = csv::line(head);
    rows.into_iter()
        .for_each(|row| sheet.push_str(&csv::line(&row)));
    as_csv(sheet)
}

/// Ids in full behind one another.
fn digits(ids: &[OperationId]) -> String {
    let ids: Vec<String> = ids.iter().map(OperationId::to_string).collect();
    ids.join(" ")
}
