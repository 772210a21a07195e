//! Convergence and division.

use polylogue_node::sheets::Table as Sheet;
use polylogue_store::query::{ReasonRow, TargetRow};
use polylogue_store::sift::{Ranked, Shared, Stand};
use serde_json::{Value, json};

use super::Known;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{indented, parts};
use crate::words;

/// Claims of either list, at most.
const CLAIMS_MAX: usize = 1_000;

/// A claim with its words and reasons.
struct Seen<'a> {
    shared: &'a Shared,
    claim: TargetRow,
    support: Vec<Because<'a>>,
    challenge: Vec<Because<'a>>,
}

struct Because<'a> {
    stand: &'a Stand,
    reasons: Vec<ReasonRow>,
}

/// Shows both lists.
pub(super) fn run(known: &Known, csv: bool) -> Result<Output, Failure> {
    if csv {
        return known.sheet(Sheet::Convergence);
    }
    let converging = all_seen(known, &known.sifted.convergence)?;
    let dividing = all_seen(known, &known.sifted.division)?;
    let document = json!({
        "perspectives": known.list(),
        "convergence": rows_json::list(&converging, |it| json_of(known, it)),
        "division": rows_json::list(&dividing, |it| json_of(known, it)),
    });
    let text = parts(&[
        block(known, "Supported by several perspectives:", &converging),
        block(
            known,
            "Supported by some and challenged by others:",
            &dividing,
        ),
    ]);
    Ok(Output::new(text, document))
}

fn all_seen<'a>(known: &Known, shared: &'a Ranked) -> Result<Vec<Seen<'a>>, Failure> {
    let mut rows = Vec::new();
    for it in shared.values().take(CLAIMS_MAX) {
        if let Some(claim) = known.reader.targets_at(&[it.claim])?.pop() {
            rows.push(Seen {
                shared: it,
                claim,
                support: because(known, &it.support)?,
                challenge: because(known, &it.challenge)?,
            });
        }
    }
    Ok(rows)
}

fn because<'a>(known: &Known, side: &'a [Stand]) -> Result<Vec<Because<'a>>, Failure> {
    let mut rows = Vec::new();
    for stand in side {
        let mut reasons = Vec::new();
        for n in &stand.because {
            reasons.extend(known.reader.reason_at(*n)?);
        }
        rows.push(Because { stand, reasons });
    }
    Ok(rows)
}

fn block(known: &Known, title: &str, rows: &[Seen<'_>]) -> String {
    if rows.is_empty() {
        return format!("{title}\n  no claim yet");
    }
    let one = |it: &Seen<'_>| {
        let mut lines = Vec::new();
        for (side, stands) in [("supports", &it.support), ("challenges", &it.challenge)] {
            for because in stands {
                let name = known.name(because.stand.perspective);
                let but = if because.stand.is_qualified {
                    " with conditions"
                } else {
                    ""
                };
                let why = because
                    .reasons
                    .iter()
                    .map(reason_words)
                    .find(|it| !it.is_empty());
                let why = words::clip(why.unwrap_or_default(), 72);
                lines.push(format!("{name} {side}{but}: {why}"));
            }
        }
        format!(
            "{} independent of {} supporting  {}  {}\n{}",
            it.shared.support_independent,
            it.shared.support.len(),
            it.claim.id.short(),
            it.claim.words.words,
            indented(&lines.join("\n"))
        )
    };
    let blocks: Vec<String> = rows.iter().map(one).collect();
    format!("{title}\n{}", indented(&parts(&blocks)))
}

fn reason_words(row: &ReasonRow) -> &str {
    let passage = row.passage.as_ref().map(|it| it.exact.as_str());
    match row.text.words.as_str() {
        "" => passage.unwrap_or_default(),
        words => words,
    }
}

fn json_of(known: &Known, it: &Seen<'_>) -> Value {
    let stand = |it: &Because<'_>| {
        json!({
            "perspective": known.id(it.stand.perspective),
            "from_within": it.stand.is_within,
            "with_conditions": it.stand.is_qualified,
            "reasons": rows_json::list(&it.reasons, reason),
        })
    };
    json!({
        "claim": rows_json::target(&it.claim),
        "support": rows_json::list(&it.support, stand),
        "support_independent": it.shared.support_independent,
        "challenge": rows_json::list(&it.challenge, stand),
        "challenge_independent": it.shared.challenge_independent,
    })
}

fn reason(row: &ReasonRow) -> Value {
    json!({
        "id": rows_json::id(row.said.id),
        "what": row.what.map(words::thing),
        "kind": row.kind.map(words::move_kind),
        "words": rows_json::words(&row.text),
        "passage": rows_json::optional(row.passage.as_ref(), rows_json::passage),
    })
}
