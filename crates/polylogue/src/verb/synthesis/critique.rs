//! `polylogue synthesis comment` and what goes with it: comments and what becomes of them, votes
//! on wordings, dissent, and what was left out of an edition.

use clap::ValueEnum;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Choice, Disposed, DissentForm, Signs};
use polylogue_node::intent::Intent;
use polylogue_store::query::{
    CommentOn, CommentRow, CommentState, DissentRow, DocumentRow, LeaveOutRow, Page, RoundRow,
    SignerRow, Tally,
};
use serde_json::{Value, json};

use super::document_row;
use crate::arguments::{Because, InLanguage};
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done, said};
use crate::table::{Table, parts};
use crate::words;

#[derive(Debug, clap::Subcommand)]
pub(crate) enum Act {
    /// Comment on a document, a line, or a comment; on a line perhaps on exact words of it
    Comment {
        /// The title or id of the document, or the id of a line or comment
        on: String,
        /// What you say
        text: String,
        /// Exact words of the line, where it is not all of it
        #[arg(long, value_name = "WORDS")]
        words: Option<String>,
        /// How the whole line should read instead
        #[arg(long, value_name = "TEXT")]
        propose: Option<String>,
        #[command(flatten)]
        language: InLanguage,
    },
    /// Say what became of a comment; where a proposed wording is accepted, the line reads so
    Dispose {
        /// Which comment
        comment: String,
        /// What became of it
        disposed: DisposedName,
        /// Why; it is always said
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// List the comments on a document or a line, those to be answered first
    Comments {
        /// The title or id of the document, or the id of a line
        of: String,
        /// Only in this state: open, divided, accepted, adapted, declined, taken-back
        #[arg(long, value_name = "STATE")]
        state: Option<String>,
        /// How many to leave out at the start
        #[arg(long, default_value_t = 0)]
        from: u64,
        /// How many to list, at most 1,000
        #[arg(long, default_value_t = 100)]
        limit: u64,
    },
    /// Vote on one exact wording of a line, or on one that a comment proposes
    Vote {
        /// The wording, line or comment
        wording: String,
        /// Your choice
        choice: ChoiceName,
        #[command(flatten)]
        because: Because,
    },
    /// Show how the wordings of a line were voted on, earlier rounds too
    Votes {
        /// Which line
        line: String,
    },
    /// Write a minority report or a reservation, put your name under one, or take it off
    Dissent(DissentArguments),
    /// List the minority reports and reservations on a document
    Dissents {
        /// Its title or id
        document: String,
    },
    /// Leave a document out of an edition, with a reason that anybody can answer
    LeaveOut {
        /// Its title or id
        document: String,
        /// What the edition is called
        edition: String,
        /// The edition itself, where it is made already
        #[arg(long, value_name = "ID")]
        of: Option<String>,
        /// Why; it is always said
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// List what was left out of editions, with the reasons and the replies
    LeftOut,
}

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct DissentArguments {
    #[command(subcommand)]
    act: Option<DissentAct>,
    /// The title or id of the document, or the id of a line
    #[arg(required = true)]
    on: Option<String>,
    /// Its words, Markdown
    #[arg(required = true)]
    text: Option<String>,
    /// Its title
    #[arg(long, value_name = "TEXT", required = true)]
    title: Option<String>,
    /// You agree but for this
    #[arg(long)]
    reservation: bool,
    #[command(flatten)]
    language: InLanguage,
}

#[derive(Debug, clap::Subcommand)]
pub(crate) enum DissentAct {
    /// Put your name under a dissent
    Join {
        /// Which dissent
        dissent: String,
        /// A few words beside your name
        words: Option<String>,
    },
    /// Take your name off
    Leave {
        /// Which dissent
        dissent: String,
    },
    /// Show one whole
    Show {
        /// Which dissent
        dissent: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DisposedName {
    /// Taken as it is
    Accepted,
    /// Taken in another form
    Adapted,
    /// Not taken
    Declined,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ChoiceName {
    /// You agree
    Agree,
    /// You disagree
    Disagree,
    /// Neither
    Pass,
}

/// Does one of these.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each thing that can be typed"
)]
pub(crate) fn run(context: &Context, act: Act) -> Result<Output, Failure> {
    match act {
        Act::Comment {
            on,
            text,
            words,
            propose,
            language,
        } => {
            let it = context.perform(Intent::Comment {
                on: thing(context, &on)?,
                words: words.unwrap_or_default(),
                text: context.worded(&text, &language)?,
                proposes: context.worded_if(propose.as_ref(), &language)?,
            })?;
            Ok(said("commented", &it))
        }
        Act::Dispose {
            comment,
            disposed,
            because,
        } => dispose(context, &comment, disposed, &because),
        Act::Comments {
            of,
            state,
            from,
            limit,
        } => {
            let page = Page {
                offset: from,
                limit,
            };
            comments(context, &of, state.as_deref(), page)
        }
        Act::Vote {
            wording,
            choice,
            because,
        } => {
            let it = context.perform(Intent::VoteWording {
                wording: context.anything(&wording)?,
                choice: match choice {
                    ChoiceName::Agree => Choice::Agree,
                    ChoiceName::Disagree => Choice::Disagree,
                    ChoiceName::Pass => Choice::Pass,
                },
                reason: Some(context.reason(&because)?),
            })?;
            Ok(done("voted", &it))
        }
        Act::Votes { line } => votes(context, &line),
        Act::Dissent(arguments) => dissent(context, arguments),
        Act::Dissents { document } => {
            let (row, _) = document_row(context, &document)?;
            let rows = context.reader()?.dissents(row.said.id)?;
            Ok(Output::new(
                dissents_text(&rows),
                rows_json::list(&rows, dissent_json),
            ))
        }
        Act::LeaveOut {
            document,
            edition,
            of,
            because,
        } => {
            let (row, _) = document_row(context, &document)?;
            let it = context.perform(Intent::LeaveOut {
                document: row.said.id,
                edition: of.map(|it| context.anything(&it)).transpose()?,
                name: edition.as_str().into(),
                reason: context.text(&because)?.as_str().into(),
            })?;
            let id = it.main().short();
            let note = format!("`polylogue synthesis comment {id} TEXT` answers it");
            Ok(done("left out", &it).noting(note))
        }
        Act::LeftOut => left_out(context),
    }
}

/// A document by its title or id, or anything else by its id.
fn thing(context: &Context, typed: &str) -> Result<OperationId, Failure> {
    let wanted = typed.to_lowercase();
    let titled = |it: &DocumentRow| it.title.words.to_lowercase() == wanted;
    let rows = context.reader()?.documents()?;
    let mut found = rows.iter().filter(|it| titled(it));
    match (found.next(), found.next()) {
        (Some(row), None) => Ok(row.said.id),
        _ => context.anything(typed),
    }
}

fn dispose(
    context: &Context,
    comment: &str,
    disposed: DisposedName,
    because: &str,
) -> Result<Output, Failure> {
    let it = context.perform(Intent::Dispose {
        comment: context.anything(comment)?,
        disposed: match disposed {
            DisposedName::Accepted => Disposed::Accepted,
            DisposedName::Adapted => Disposed::Adapted,
            DisposedName::Declined => Disposed::Declined,
        },
        reason: context.text(because)?.as_str().into(),
    })?;
    let output = done("disposed", &it);
    if it.operations.len() > 1 {
        return Ok(output.noting("the line reads as it was proposed, credited to who proposed it"));
    }
    Ok(output)
}

fn comments(
    context: &Context,
    of: &str,
    state: Option<&str>,
    page: Page,
) -> Result<Output, Failure> {
    let state = match state {
        Some(name) => Some(CommentState::of_name(name).ok_or_else(|| {
            let names: Vec<&str> = CommentState::ALL.into_iter().map(|it| it.name()).collect();
            let hint = format!("one of: {}", names.join(", "));
            Failure::usage(format!("“{name}” is no state of a comment"), hint)
        })?),
        None => None,
    };
    let of = thing(context, of)?;
    let (rows, all) = context.reader()?.comments_in(of, state, page)?;
    let mut blocks: Vec<String> = rows.iter().map(comment_text).collect();
    let shown = page.offset + rows.len() as u64;
    if shown < all {
        blocks.push(format!(
            "{} more: add `--from {shown}`",
            all.saturating_sub(shown)
        ));
    }
    if blocks.is_empty() {
        blocks.push("no comment: `polylogue synthesis comment` makes one".to_owned());
    }
    let json = json!({"all": all, "comments": rows_json::list(&rows, comment_json)});
    Ok(Output::new(parts(&blocks), json))
}

fn comment_text(row: &CommentRow) -> String {
    let by = words::person(&row.said.by);
    let text = words::or_state(&row.text.words, &row.said);
    let mut lines = vec![format!(
        "{}  {}  {by}: {text}",
        row.said.id.short(),
        row.state.name()
    )];
    let on = match row.on {
        CommentOn::Line(id) => format!("  on line {}", id.short()),
        CommentOn::Comment(id) => format!("  answers {}", id.short()),
        CommentOn::LeaveOut(id) => format!("  answers the leaving out {}", id.short()),
        CommentOn::Document(_) => "  on the whole document".to_owned(),
        CommentOn::Missing(id) => format!("  on {}, which is not here", id.short()),
    };
    lines.push(on);
    if let Some(passage) = &row.passage {
        lines.push(format!(
            "  {} ({})",
            words::quoted(passage),
            words::anchored(passage.anchored)
        ));
    }
    if let Some(proposed) = &row.proposes {
        lines.push(format!("  proposes: {}", proposed.words));
        lines.push(format!("  votes on it: {}", tally_text(row.votes)));
    }
    for it in &row.dispositions {
        let who = words::person(&it.said.by);
        lines.push(format!(
            "  {} by {who}: {}",
            disposed_name(it.disposed),
            it.reason.words
        ));
    }
    if row.replies > 0 {
        lines.push(format!(
            "  {}",
            words::count(row.replies, "reply", "replies")
        ));
    }
    lines.join("\n")
}

fn disposed_name(disposed: Disposed) -> &'static str {
    match disposed {
        Disposed::Accepted => "accepted",
        Disposed::Adapted => "adapted",
        Disposed::Declined => "declined",
    }
}

fn tally_text(tally: Tally) -> String {
    format!(
        "{} agree, {} disagree, {} pass",
        tally.agree, tally.disagree, tally.pass
    )
}

/// A comment as one JSON object.
pub(crate) fn comment_json(row: &CommentRow) -> Value {
    let (on, what) = match row.on {
        CommentOn::Document(id) => (id, "document"),
        CommentOn::Line(id) => (id, "line"),
        CommentOn::Comment(id) => (id, "comment"),
        CommentOn::LeaveOut(id) => (id, "leave-out"),
        CommentOn::Missing(id) => (id, "missing"),
    };
    let own = json!({
        "on": rows_json::id(on),
        "on_what": what,
        "document": rows_json::optional(row.document, rows_json::id),
        "passage": rows_json::optional(row.passage.as_ref(), rows_json::passage),
        "text": rows_json::words(&row.text),
        "proposes": rows_json::optional(row.proposes.as_ref(), rows_json::words),
        "state": row.state.name(),
        "dispositions": rows_json::list(&row.dispositions, |it| json!({
            "id": rows_json::id(it.said.id),
            "by": rows_json::person(&it.said.by),
            "time": it.said.time,
            "disposed": disposed_name(it.disposed),
            "reason": rows_json::words(&it.reason),
            "wrote": rows_json::optional(it.wrote, rows_json::id),
        })),
        "votes": rows_json::tally(row.votes),
        "replies": row.replies,
    });
    rows_json::thing(&row.said, own)
}

fn votes(context: &Context, line: &str) -> Result<Output, Failure> {
    let line = context.anything(line)?;
    let reader = context.reader()?;
    let (_, row) = reader.line(line)?.ok_or_else(|| {
        let hint = "`polylogue synthesis show` names the lines";
        Failure::refused(format!("{} is no line here", line.short()), hint)
    })?;
    let rounds = reader.rounds(line, None)?;
    let stands = |it: &RoundRow| row.wordings.iter().any(|one| one.said.id == it.said.id);
    let mut table = Table::new(["wording", "stands", "votes", "words"]);
    for it in &rounds {
        let how = match (stands(it), it.is_proposed) {
            (true, _) => "yes",
            (false, true) => "proposed",
            (false, false) => "earlier",
        };
        table.row([
            it.said.id.short(),
            how.to_owned(),
            tally_text(it.votes.tally),
            words::clip(&it.text.words, 60),
        ]);
    }
    let text = table.text_or("nobody voted on its wordings");
    let json = rows_json::list(&rounds, |it| {
        json!({
            "id": rows_json::id(it.said.id),
            "text": rows_json::words(&it.text),
            "stands": stands(it),
            "proposed": it.is_proposed,
            "votes": rows_json::tally(it.votes.tally),
        })
    });
    Ok(Output::new(text, json))
}

fn dissent(context: &Context, arguments: DissentArguments) -> Result<Output, Failure> {
    let sign = |typed: &str, signs: Signs, words: Option<&String>| {
        let words = context.worded_if(words, &InLanguage::default())?;
        let of = context.anything(typed)?;
        context.perform(Intent::CoSign { of, signs, words })
    };
    match arguments.act {
        Some(DissentAct::Join { dissent, words }) => {
            let it = sign(&dissent, Signs::Yes, words.as_ref())?;
            return Ok(done("your name stands under it", &it));
        }
        Some(DissentAct::Leave { dissent }) => {
            let it = sign(&dissent, Signs::No, None)?;
            return Ok(done("your name is off it", &it));
        }
        Some(DissentAct::Show { dissent }) => return show_dissent(context, &dissent),
        None => {}
    }
    let (Some(on), Some(text), Some(title)) = (arguments.on, arguments.text, arguments.title)
    else {
        let hint = "`polylogue synthesis dissent DOCUMENT TEXT --title TITLE`";
        return Err(Failure::usage("say what you dissent from, and how", hint));
    };
    let it = context.perform(Intent::Dissent {
        on: thing(context, &on)?,
        form: if arguments.reservation {
            DissentForm::Reservation
        } else {
            DissentForm::Report
        },
        title: context.worded(&title, &arguments.language)?,
        text: context.worded(&text, &arguments.language)?,
    })?;
    Ok(said("dissented", &it))
}

fn show_dissent(context: &Context, typed: &str) -> Result<Output, Failure> {
    let id = context.anything(typed)?;
    let row = context.reader()?.dissent(id)?.ok_or_else(|| {
        let hint = "`polylogue synthesis dissents DOCUMENT` lists them";
        Failure::refused(format!("{} is no dissent here", id.short()), hint)
    })?;
    let text = words::or_state(&row.text.words, &row.said);
    let text = parts(&[
        format!("{}  {}", row.title.words, form_name(row.form)),
        text,
        names(&row.signers),
    ]);
    Ok(Output::new(text, dissent_json(&row)))
}

fn form_name(form: DissentForm) -> &'static str {
    match form {
        DissentForm::Report => "minority report",
        DissentForm::Reservation => "reservation",
    }
}

fn names(signers: &[SignerRow]) -> String {
    let all: Vec<String> = signers.iter().map(|it| words::person(&it.who)).collect();
    if all.is_empty() {
        return "nobody's name stands under it any more".to_owned();
    }
    all.join(", ")
}

fn dissents_text(rows: &[DissentRow]) -> String {
    let mut table = Table::new(["id", "form", "signed by", "title"]);
    for row in rows {
        table.row([
            row.said.id.short(),
            form_name(row.form).to_owned(),
            names(&row.signers),
            words::or_state(&row.title.words, &row.said),
        ]);
    }
    table.text_or("nobody dissents: `polylogue synthesis dissent` writes a report or reservation")
}

/// The names under a thing as JSON.
pub(crate) fn signers_json(signers: &[SignerRow]) -> Value {
    rows_json::list(signers, |it| {
        json!({
            "who": rows_json::person(&it.who),
            "signed": rows_json::id(it.signed),
            "time": it.time,
            "words": rows_json::optional(it.words.as_ref(), rows_json::words),
        })
    })
}

fn dissent_json(row: &DissentRow) -> Value {
    let own = json!({
        "document": rows_json::optional(row.document, rows_json::id),
        "line": rows_json::optional(row.line, rows_json::id),
        "form": form_name(row.form),
        "title": rows_json::words(&row.title),
        "text": rows_json::words(&row.text),
        "stands": row.stands(),
        "signers": signers_json(&row.signers),
    });
    rows_json::thing(&row.said, own)
}

fn left_out(context: &Context) -> Result<Output, Failure> {
    let rows = context.reader()?.leave_outs(Page::first(1_000))?;
    let mut blocks: Vec<String> = rows.iter().map(left_out_text).collect();
    if blocks.is_empty() {
        blocks.push("nothing was left out of an edition".to_owned());
    }
    let json = rows_json::list(&rows, |it| {
        let own = json!({
            "document": rows_json::target(&it.document),
            "edition": rows_json::optional(it.edition, rows_json::id),
            "name": rows_json::words(&it.name),
            "reason": rows_json::words(&it.reason),
            "replies": rows_json::list(&it.replies, comment_json),
        });
        rows_json::thing(&it.said, own)
    });
    Ok(Output::new(parts(&blocks), json))
}

fn left_out_text(row: &LeaveOutRow) -> String {
    let mut lines = vec![
        format!(
            "{}  “{}” was left out of {} by {}",
            row.said.id.short(),
            row.document.words.words,
            row.name.words,
            words::person(&row.said.by)
        ),
        format!(
            "  because: {}",
            words::or_state(&row.reason.words, &row.said)
        ),
    ];
    for reply in &row.replies {
        lines.push(format!(
            "  {} answers: {}",
            words::person(&reply.said.by),
            reply.text.words
        ));
    }
    lines.join("\n")
}
