//! `polylogue trace`: everything a thing rests on, and everything that rests on it.

use polylogue_core::id::OperationId;
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{ClaimRow, MoveRow, PassageRow, TargetRow, Thing, TurnRow};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A claim, turn, move, perspective, source or anything else
    target: String,
}

/// One thing beside another, and how it bears on it.
#[derive(Debug)]
struct Link {
    how: String,
    id: OperationId,
    words: String,
}

impl Link {
    fn new(how: impl Into<String>, id: OperationId, text: &str) -> Self {
        Self {
            how: how.into(),
            id,
            words: words::clip(text, 120),
        }
    }

    fn passage(how: &str, row: &PassageRow) -> Self {
        let gone = match row.anchored {
            polylogue_store::query::Anchored::Here => "",
            polylogue_store::query::Anchored::Orphaned => " (words since changed)",
            polylogue_store::query::Anchored::TextNotHere => " (text not here)",
            polylogue_store::query::Anchored::Emptied => " (words taken out)",
        };
        Self::new(format!("{how}{gone}"), row.of, &row.exact)
    }
}

#[derive(Debug, Default)]
struct Trace {
    rests_on: Vec<Link>,
    rested_on_by: Vec<Link>,
}

/// Follows every link one step in both directions.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let id = context.anything(&arguments.target)?;
    let target = context.target(id)?;
    let mut trace = Trace::default();
    match target.what {
        Some(Thing::Claim) => trace.of_claim(&context.claim_row(id)?),
        Some(Thing::Turn) => trace.of_turn(&context.turn_row(id)?),
        Some(Thing::Move) => {
            if let Some(row) = context.remark(id)? {
                trace.of_move(&row);
            }
        }
        _ => {}
    }
    let remarks = context.remarks_about(id)?;
    for row in &remarks {
        let how = format!(
            "{} by {}",
            words::move_kind(row.kind),
            words::person(&row.said.by)
        );
        trace
            .rested_on_by
            .push(Link::new(how, row.said.id, reason_of(row)));
    }
    trace.everything_else(context, id)?;
    Ok(Output::new(text(&target, &trace), json_of(&target, &trace)))
}

impl Trace {
    fn of_claim(&mut self, row: &ClaimRow) {
        let under = row.under.iter();
        self.rests_on
            .extend(under.map(|it| Link::new("put under", it.id, &it.words.words)));
        self.rests_on.extend(
            row.passages
                .iter()
                .map(|it| Link::passage("lifted from", it)),
        );
        for line in &row.lineage {
            let from = line.from.iter().filter(|(id, _)| *id != row.said.id);
            let how = words::change(line.change);
            self.rests_on
                .extend(from.map(|(id, name)| Link::new(format!("{how} from"), *id, name)));
            let to = line.to.iter().filter(|(id, _)| *id != row.said.id);
            self.rested_on_by
                .extend(to.map(|(id, name)| Link::new(format!("{how} into"), *id, name)));
        }
        let tally = super::claim::tally(row.tally);
        self.rested_on_by
            .push(Link::new("voted on", row.said.id, &tally));
    }

    fn of_turn(&mut self, row: &TurnRow) {
        self.rests_on.extend(
            row.quotes
                .iter()
                .map(|it| Link::passage("quotes", &it.passage)),
        );
        self.rests_on
            .extend(row.reply_to.map(|it| Link::new("answers", it, "")));
        self.rested_on_by.extend(
            row.claims
                .iter()
                .map(|(id, it)| Link::new("claim lifted", *id, &it.words)),
        );
        let translations = row.translations.iter();
        self.rested_on_by
            .extend(translations.map(|it| Link::new("translated", it.said.id, &it.text.words)));
    }

    fn of_move(&mut self, row: &MoveRow) {
        self.rests_on.push(Link::new(
            "is about",
            row.target.id,
            &row.target.words.words,
        ));
        self.rests_on.extend(
            row.target
                .passage
                .iter()
                .map(|it| Link::passage("the words", it)),
        );
        self.rests_on
            .extend(row.found_in.iter().map(|it| Link::passage("found in", it)));
        self.rested_on_by.extend(
            row.disputes
                .iter()
                .map(|it| Link::new("disputed", it.said.id, &it.reason.words)),
        );
        self.rested_on_by.extend(row.answers.iter().map(|it| {
            let how = if it.accepted_by.is_empty() {
                "answered by"
            } else {
                "accepted answer"
            };
            Link::new(how, it.id, "")
        }));
    }

    /// What else refers here, and is not told better above.
    fn everything_else(&mut self, context: &Context, id: OperationId) -> Result<(), Failure> {
        for row in context.practices()? {
            for link in row.practice.links.iter().filter(|it| it.claim == id) {
                let how = format!("practice {}", words::evidence(link.evidence));
                self.rested_on_by
                    .push(Link::new(how, row.said.id, &row.practice.title.words));
            }
        }
        for row in context.reader()?.rest_on(id)? {
            let is_told = self.rested_on_by.iter().any(|it| it.id == row.id);
            if let Some(what) = row.what.filter(|_| !is_told) {
                self.rested_on_by
                    .push(Link::new(words::thing(what), row.id, &row.words.words));
            }
        }
        Ok(())
    }
}

/// A move on one line: its glyph, kind, who, and why.
pub(crate) fn move_line(row: &MoveRow) -> String {
    let glyph = MoveKind::of(row.kind).map_or("·", MoveKind::glyph);
    let mut line = format!(
        "{glyph} {} {} {}",
        row.said.id.short(),
        words::person(&row.said.by),
        words::move_kind(row.kind)
    );
    let reason = reason_of(row);
    if !reason.is_empty() {
        line.push_str(&format!(": {}", words::clip(reason, 120)));
    }
    line
}

/// What a move says, in the part its kind asks for.
fn reason_of(row: &MoveRow) -> &str {
    let said = [&row.object, &row.condition, &row.reason, &row.to];
    said.into_iter()
        .flatten()
        .next()
        .map_or("", |it| it.words.as_str())
}

fn text(target: &TargetRow, trace: &Trace) -> String {
    let what = target.what.map_or("not here yet", words::thing);
    let head = format!(
        "{what}  {}\n{}",
        target.id.short(),
        words::clip(&target.words.words, 200)
    );
    let block = |title: &str, links: &[Link]| {
        if links.is_empty() {
            return format!("{title}\n  nothing recorded");
        }
        let lines: Vec<String> = links
            .iter()
            .map(|it| {
                format!("{} {}  {}", it.how, it.id.short(), it.words)
                    .trim_end()
                    .to_owned()
            })
            .collect();
        format!("{title}\n{}", indented(&lines.join("\n")))
    };
    parts(&[
        head,
        block("It rests on:", &trace.rests_on),
        block("On it rest:", &trace.rested_on_by),
    ])
}

fn json_of(target: &TargetRow, trace: &Trace) -> Value {
    let link = |it: &Link| json!({"how": it.how, "id": rows_json::id(it.id), "words": it.words});
    json!({
        "target": rows_json::target(target),
        "rests_on": rows_json::list(&trace.rests_on, link),
        "rested_on_by": rows_json::list(&trace.rested_on_by, link),
    })
}
