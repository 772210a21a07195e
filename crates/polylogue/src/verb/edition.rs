//! `polylogue edition`: a document frozen with everything it rests on, signed, and in a file that
//! anyone can check without a home.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use polylogue_core::id::OperationId;
use polylogue_core::kind::SignedAs;
use polylogue_node::Refusal;
use polylogue_node::edition::{self, EditionFault, EditionText, Fits, Opened, Report};
use polylogue_node::intent::{Intent, Knowingly, NewEdition, OpenComments, Worded};
use polylogue_store::query::{Anchored, EditionRow, Page, PassageRow, SignatureRow};
use serde_json::{Value, json};

use crate::citing::{Citing, Works};
use crate::context::Context;
use crate::failure::{Failure, FileAct, check_replaceable};
use crate::json as rows_json;
use crate::output::{Output, done};
use crate::table::{Table, indented, pairs, parts};
use crate::words;

mod checked;

/// Editions listed at once.
const LISTED: u64 = 1_000;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Freeze a document as it stands, with everything it rests on
    Make {
        /// The title or id of the document
        document: String,
        /// The name of this version, such as `1.0`
        #[arg(long, value_name = "VERSION")]
        name: String,
        /// The licence (SPDX) [default: the document's, else the commons']
        #[arg(long, value_name = "SPDX")]
        licence: Option<String>,
        /// List comments that are open as open in it
        #[arg(long)]
        list_open: bool,
        /// Make it although licences do not fit or evidence cannot be read; it says so
        #[arg(long)]
        knowingly: bool,
    },
    /// Sign an edition, and say what you sign
    Sign {
        /// Which edition
        edition: String,
        /// What you sign
        #[arg(long = "as", value_name = "WHAT")]
        signed_as: AsName,
        /// Your reservation, or what you say beside
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// List editions
    List,
    /// Show an edition: its text, who signed, who took part, and what it rests on
    Show {
        /// Which edition
        edition: String,
        #[command(flatten)]
        citing: Citing,
    },
    /// Write the file of an edition, which anyone can check
    File {
        /// Which edition
        edition: String,
        /// The file to write
        file: PathBuf,
    },
    /// Check the file of an edition; needs no home and no network
    Verify {
        /// The file
        file: PathBuf,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AsName {
    /// You agree with what it says
    Agree,
    /// You agree, and keep something back, which you say
    Reservation,
    /// You saw how it came about
    Witness,
}

impl Arguments {
    /// The file to check, where that is all that is asked: it needs no home.
    pub(crate) fn to_verify(&self, folder: &Path) -> Option<PathBuf> {
        match &self.act {
            Act::Verify { file } => Some(folder.join(file)),
            _ => None,
        }
    }
}

/// Checks a file, without a home.
pub(crate) fn verify(path: &Path) -> Result<Output, Failure> {
    let report = edition::verify(path).map_err(|it| failed(path, it))?;
    Ok(Output::new(checked::text(&report), checked::json(&report)))
}

/// An edition that was made, with what of its quotations nobody can check any more.
fn made(context: &Context, document: OperationId, output: Output) -> Result<Output, Failure> {
    let reader = context.reader()?;
    let mut emptied = 0;
    for line in reader.lines(document)?.iter().filter(|it| !it.is_struck) {
        for wording in &line.wordings {
            let traced = reader.traced(&wording.traces)?;
            let passages = traced.iter().filter_map(|it| it.passage.as_ref());
            let is_emptied = |it: &&PassageRow| it.anchored == Anchored::Emptied;
            emptied += passages.filter(is_emptied).count() as u64;
        }
    }
    if emptied == 0 {
        return Ok(output);
    }
    let quotations = words::count(emptied, "quotation", "quotations");
    Ok(output.noting(format!(
        "{quotations} in it are of words that were emptied or hidden since: nobody can check them, \
         nothing shows them, and the signed lines that hold them travel as they are; \
         `polylogue synthesis show` says on which lines"
    )))
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::Make {
            document,
            name,
            licence,
            list_open,
            knowingly,
        } => {
            let (row, _) = super::synthesis::document_row(context, &document)?;
            let open = match list_open {
                true => OpenComments::List,
                false => OpenComments::Refuse,
            };
            let new = NewEdition {
                document: row.said.id,
                name,
                licence,
                open,
                knowingly: match knowingly {
                    true => Knowingly::Yes,
                    false => Knowingly::No,
                },
            };
            let it = context.perform(Intent::MakeEdition(Box::new(new)))?;
            let output = made(context, row.said.id, done("made", &it))?;
            let row = context
                .reader()?
                .edition(it.main())
                .map_err(Refusal::from)?;
            let licence = row.map(|it| it.edition.licence).unwrap_or_default();
            Ok(match edition::is_known(&licence) {
                true => output,
                false => output.noting(unknown_licence(&licence)),
            })
        }
        Act::Sign {
            edition,
            signed_as,
            because,
        } => {
            let intent = Intent::SignEdition {
                edition: context.anything(&edition)?,
                signed_as: match signed_as {
                    AsName::Agree => SignedAs::Agree,
                    AsName::Reservation => SignedAs::Reservation,
                    AsName::Witness => SignedAs::Witness,
                },
                words: because.as_deref().map(Worded::from).unwrap_or_default(),
            };
            let it = context.perform(intent)?;
            Ok(done("signed", &it))
        }
        Act::List => list(context),
        Act::Show { edition, citing } => show(context, &edition, &citing),
        Act::File { edition, file } => write(context, &edition, &context.path(&file)),
        Act::Verify { file } => verify(&context.path(&file)),
    }
}

/// Said wherever an edition stands under a licence that the table does not have.
fn unknown_licence(licence: &str) -> String {
    format!(
        "“{licence}” is unknown to the table of licences, so whether what is cited fits it cannot \
         be said; SPDX names such as CC-BY-SA-4.0 are known"
    )
}

fn list(context: &Context) -> Result<Output, Failure> {
    let reader = context.reader()?;
    let rows = reader.editions(None, Page::first(LISTED))?;
    let mut table = Table::new(["id", "made", "version", "signed", "title"]);
    let mut all = Vec::new();
    for row in &rows {
        let signatures = reader.signatures(row.said.id)?;
        table.row([
            row.said.id.short(),
            words::day(row.said.time),
            row.edition.name.clone(),
            signatures.len().to_string(),
            row.title.words.clone(),
        ]);
        all.push(row_json(row, &signatures));
    }
    Ok(Output::new(
        table.text_or("no edition was made yet"),
        Value::Array(all),
    ))
}

fn row_json(row: &EditionRow, signatures: &[SignatureRow]) -> Value {
    let signed = |it: &SignatureRow| {
        json!({
            "id": rows_json::id(it.said.id),
            "by": rows_json::person(&it.said.by),
            "as": it.name(),
            "words": rows_json::words(&it.words),
        })
    };
    json!({
        "id": rows_json::id(row.said.id),
        "document": rows_json::id(row.edition.document),
        "title": rows_json::words(&row.title),
        "version": row.edition.name,
        "licence": row.edition.licence,
        "content": rows_json::id(row.edition.content),
        "by": rows_json::person(&row.said.by),
        "time": row.said.time,
        "signatures": signatures.iter().map(signed).collect::<Vec<_>>(),
    })
}

fn opened(context: &Context, typed: &str) -> Result<(OperationId, Vec<u8>), Failure> {
    let commons = context.commons()?;
    let id = context.anything(typed)?;
    let bytes = context.node.edition_file(&commons, id)?;
    Ok((id, bytes))
}

fn show(context: &Context, typed: &str, citing: &Citing) -> Result<Output, Failure> {
    let style = citing.style(&context.folder)?;
    let (_, bytes) = opened(context, typed)?;
    let it: Opened = edition::read(&bytes).map_err(|it| failed(Path::new(typed), it))?;
    let text = it.text().map_err(|it| failed(Path::new(typed), it))?;
    let works = Works::set(&style, &text.references, &text.title.language);
    let document = checked::text_json(&text, works.json());
    Ok(Output::new(text_of(&text, &works), document))
}

fn text_of(text: &EditionText, works: &Works<'_>) -> String {
    let head = pairs(&[
        ("edition", format!("{} {}", text.title.words, text.name)),
        ("of", text.commons_title.words.clone()),
        ("id", text.id.to_string()),
        ("content", text.content.to_string()),
        ("licence", text.licence.clone()),
        (
            "made",
            format!("{}, {}", words::person(&text.by), words::day(text.time)),
        ),
    ]);
    let mut lines = Vec::new();
    for line in &text.lines {
        let said = line.words.as_ref();
        let said = said.map_or_else(
            || "(emptied since)".to_owned(),
            |it| works.in_words(&it.words),
        );
        let mut shown = format!("{:>4}  {said}", line.number);
        for trace in &line.traces {
            let target = &trace.target;
            let what = target.what.map_or("not here", words::thing);
            let said = match &target.passage {
                Some(passage) => words::quoted(passage),
                None => words::clip(&target.words.words, 60),
            };
            let shown_trace = format!("{} {what}: {said}", target.id.short());
            shown.push_str(&format!("\n{}", indented(&indented(&shown_trace))));
        }
        lines.push(shown);
    }
    parts(&[head, lines.join("\n"), works.list(), checked::around(text)])
}

fn write(context: &Context, typed: &str, path: &Path) -> Result<Output, Failure> {
    let replaced = check_replaceable(path, "polylogue-edition ")?;
    let (id, bytes) = opened(context, typed)?;
    let next = path.with_extension("part");
    let failed = |it: &std::io::Error| Failure::file(FileAct::Write, path, it);
    let kept = std::fs::write(&next, &bytes).and_then(|()| std::fs::rename(&next, path));
    if let Err(what) = kept {
        // What is left of a file that was not finished is of no use to anybody.
        std::fs::remove_file(&next).unwrap_or_default();
        return Err(failed(&what));
    }
    let text = format!(
        "edition {} in {}",
        id.short(),
        words::bytes(bytes.len() as u64)
    );
    let document = json!({"file": path, "edition": rows_json::id(id), "bytes": bytes.len()});
    let output = Output::new(text, document);
    let output = replaced.into_iter().fold(output, Output::noting);
    Ok(output.noting("anyone can check it with `polylogue edition verify`"))
}

fn failed(path: &Path, fault: EditionFault) -> Failure {
    match fault {
        EditionFault::File(what) => Failure::file(FileAct::Read, path, &what),
        EditionFault::Store(_) => Failure::environment(fault.to_string(), fault.hint()),
        EditionFault::NotAnEdition
        | EditionFault::Newer(_)
        | EditionFault::TooLong
        | EditionFault::Broken { .. } => Failure::refused(fault.to_string(), fault.hint()),
    }
}

/// What a licence allows, in words.
fn fits(fits: Fits) -> &'static str {
    match fits {
        Fits::Freely => "free",
        Fits::Named => "fits, named",
        Fits::Conflicts => "conflicts",
        Fits::Unknown => "no licence known",
    }
}

fn drift_text(report: &Report) -> Vec<String> {
    let mut table = Table::new(["line", "its sources", "because"]);
    let mut open = 0;
    for it in &report.drift {
        let number = report.text.lines.iter().find(|line| line.id == it.line);
        let Some(line) = number else { continue };
        if it.verdict == polylogue_store::sift::Verdict::Supported {
            continue;
        }
        open += 1;
        let because: Vec<&str> = it.findings.iter().map(|it| it.finding.name()).collect();
        table.row([
            line.number.to_string(),
            it.verdict.name().to_owned(),
            because.join(", "),
        ]);
    }
    if open == 0 {
        return Vec::new();
    }
    vec![table.text_or("")]
}
