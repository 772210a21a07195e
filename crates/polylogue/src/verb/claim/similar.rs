//! What says nearly the same: looked at before something is put, and for a whole commons.

use polylogue_core::id::OperationId;
use polylogue_store::query::{Compared, SimilarPairRow, SimilarRow, Words};
use serde_json::json;

use super::{Under, read_under};
use crate::context::Context;
use crate::csv;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::Table;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without a sentence, pairs of the whole commons are listed with what could be suggested; nothing
happens by itself: `polylogue suggestion add` suggests it, and their owners answer.
Only words of one language are compared.
Columns of --csv, with a sentence: permille, id, words; without one: permille, suggests (fuse,
sequence, dialogue, meet, keep-apart), first-id, second-id, first, second.")]
pub(crate) struct Arguments {
    /// A sentence, or a claim's id [default: every claim is compared with every other]
    text: Option<String>,
    #[command(flatten)]
    under: Under,
    /// Compare questions, standing ones and those asked, instead of claims
    #[arg(long)]
    questions: bool,
    /// The language of the sentence [default: that of the commons]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Show at most so many
    #[arg(long, default_value_t = 10)]
    most: usize,
    /// Write a table for other programs
    #[arg(long)]
    csv: bool,
}

/// Shows it.
pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Output, Failure> {
    let what = if arguments.questions {
        Compared::Questions
    } else {
        Compared::Claims
    };
    let under = read_under(context, &arguments.under)?;
    let most = arguments.most.min(1_000);
    let reader = context.reader()?;
    let Some(text) = &arguments.text else {
        let rows = reader.similar_pairs(what, under, most)?;
        return Ok(pairs(&rows, arguments.csv));
    };
    let (words, own) = asked(context, text, arguments)?;
    let mut rows = reader.similar(what, &words, under, most + 1)?;
    rows.retain(|it| Some(it.thing.id) != own);
    rows.truncate(most);
    Ok(like(&rows, arguments.csv))
}

/// The words asked about; a claim's own, if its id was typed.
fn asked(
    context: &Context,
    text: &str,
    arguments: &Arguments,
) -> Result<(Words, Option<OperationId>), Failure> {
    if let Some(claim) = context.claim_if(text)? {
        return Ok((context.claim_row(claim)?.text, Some(claim)));
    }
    let language = match &arguments.language {
        Some(language) => language.clone(),
        None => context.reader()?.commons()?.language,
    };
    let words = Words {
        words: context.text(text)?,
        language,
        direction: "auto",
    };
    Ok((words, None))
}

fn like(rows: &[SimilarRow], as_csv: bool) -> Output {
    if as_csv {
        let mut sheet = csv::line(&["permille", "id", "words"]);
        for it in rows {
            let cells = [
                it.permille.to_string(),
                it.thing.id.to_string(),
                it.words.words.clone(),
            ];
            sheet.push_str(&csv::line(&cells));
        }
        return Output::new(sheet.clone(), json!({"csv": sheet})).for_sheet();
    }
    let mut table = Table::new(["alike", "id", "words"]);
    for it in rows {
        table.row([
            percent(it.permille),
            it.thing.id.short(),
            it.words.words.clone(),
        ]);
    }
    let document = rows_json::list(rows, |it| {
        json!({
            "permille": it.permille,
            "id": rows_json::id(it.thing.id),
            "text": rows_json::words(&it.words),
            "thing": rows_json::target(&it.thing),
        })
    });
    Output::new(table.text_or("nothing here says nearly the same"), document)
}

fn pairs(rows: &[SimilarPairRow], as_csv: bool) -> Output {
    if as_csv {
        let head = [
            "permille",
            "suggests",
            "first-id",
            "second-id",
            "first",
            "second",
        ];
        let mut sheet = csv::line(&head);
        for it in rows {
            let cells = [
                it.permille.to_string(),
                words::way(it.way).to_owned(),
                it.first.id.to_string(),
                it.second.id.to_string(),
                it.first.words.words.clone(),
                it.second.words.words.clone(),
            ];
            sheet.push_str(&csv::line(&cells));
        }
        return Output::new(sheet.clone(), json!({"csv": sheet})).for_sheet();
    }
    let mut table = Table::new(["alike", "suggests", "of", "and", "words"]);
    for it in rows {
        let both = format!(
            "{} · {}",
            words::clip(&it.first.words.words, 34),
            words::clip(&it.second.words.words, 34)
        );
        table.row([
            percent(it.permille),
            words::way(it.way).to_owned(),
            it.first.id.short(),
            it.second.id.short(),
            both,
        ]);
    }
    let document = rows_json::list(rows, |it| {
        json!({
            "permille": it.permille,
            "suggests": words::way(it.way),
            "first": rows_json::target(&it.first),
            "second": rows_json::target(&it.second),
        })
    });
    Output::new(table.text_or("no two say nearly the same"), document)
}

fn percent(permille: u32) -> String {
    format!("{} %", permille / 10)
}
