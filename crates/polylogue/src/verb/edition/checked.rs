//! What came of checking an edition, as text and as JSON.

use polylogue_formats::csl::CitationStyle;
use polylogue_node::edition::{
    self, Contributor, EditionText, EditionTrace, Known, Notice, Report, Signer, Why,
};
use polylogue_store::query::{DissentRow, LeaveOutRow, TargetRow};
use serde_json::{Value, json};

use super::{drift_text, fits};
use crate::citing::Works;
use crate::json as rows_json;
use crate::table::{Table, indented, parts};
use crate::words;

/// What was checked, in words.
pub(super) fn text(report: &Report) -> String {
    let it = &report.text;
    let records = words::count(report.operations, "record", "records");
    let mut checked = vec![
        format!(
            "whole: “{}” {}, of “{}”",
            it.title.words, it.name, it.commons_title.words
        ),
        format!("{records}: every byte, hash and signature holds"),
        if report.is_text_checked {
            format!("the text is the one that was signed ({})", it.content)
        } else {
            "the text: some of its words were emptied since".to_owned()
        },
        format!(
            "{} lead to what is there, in its words",
            words::count(report.traces_stand, "trace", "traces")
        ),
    ];
    if report.figures_again > 0 {
        checked.push(format!(
            "{} computed again, with the same result",
            words::count(report.figures_again, "figure", "figures")
        ));
    }
    let mut all = vec![checked.join("\n")];
    if !report.traces_open.is_empty() {
        let lines = report.traces_open.iter().map(|(line, target)| {
            format!("line {line}: {} {}", target.id.short(), open_why(target))
        });
        let lines: Vec<String> = lines.collect();
        all.push(format!(
            "traces to look at:\n{}",
            indented(&lines.join("\n"))
        ));
    }
    let drift = drift_text(report);
    if !drift.is_empty() {
        all.push(format!(
            "lines to read beside their sources:\n{}",
            indented(&drift.join("\n"))
        ));
    }
    if !report.unchecked.is_empty() {
        let lines: Vec<String> = unchecked(report);
        all.push(format!("not checked:\n{}", indented(&lines.join("\n"))));
    }
    all.push(around(it));
    parts(&all)
}

fn open_why(target: &TargetRow) -> String {
    if target.what.is_none() {
        return "is not in the edition".to_owned();
    }
    match &target.passage {
        Some(passage) => words::anchored(passage.anchored).to_owned(),
        None => words::shown(&target.shown),
    }
}

fn unchecked(report: &Report) -> Vec<String> {
    let sentence = |why: Why| match why {
        Why::Emptied => "its words were emptied or hidden since, or left out of this file",
        Why::Stays => "what it is counted from stays in the commons; any member can check it there",
        Why::NewerFigure => "it was computed in a way this version does not know",
        Why::NotHere => "what lines rest on is not in the edition",
    };
    let line = |it: &polylogue_node::edition::Unchecked| match it.of {
        Some(id) => format!("{}: {}", id.short(), sentence(it.why)),
        None => format!("{}: {}", it.count, sentence(it.why)),
    };
    report.unchecked.iter().map(line).collect()
}

/// What stands around a text: who signed, who took part, what is cited, what is open.
pub(super) fn around(text: &EditionText) -> String {
    let mut all = Vec::new();
    let mut signed = Table::new(["signed by", "as", "words"]);
    for it in &text.signers {
        signed.row([
            words::person(&it.by),
            it.signed_as.name().to_owned(),
            it.words.words.clone(),
        ]);
    }
    all.push(signed.text_or("nobody signed it yet"));
    let mut work = Table::new(["work", "people"]);
    for it in &text.contributors {
        let mut names: Vec<String> = it.people.iter().map(words::person).collect();
        names.extend(it.speakers.iter().map(|it| format!("{it} (as told)")));
        if names.is_empty() {
            names.push(words::count(it.count, "person", "people"));
        }
        work.row([it.work.name().to_owned(), names.join(", ")]);
    }
    all.push(work.text_or(""));
    if !text.notices.is_empty() {
        let mut cited = Table::new(["cited", "licence", "here", "who could allow it"]);
        for it in &text.notices {
            cited.row([
                words::clip(&it.title, 40),
                it.licence.clone(),
                fits(it.fits).to_owned(),
                it.holder.clone(),
            ]);
        }
        all.push(cited.text_or(""));
    }
    if !text.open.is_empty() {
        let lines: Vec<&str> = text.open.iter().map(|it| it.words.words.as_str()).collect();
        all.push(format!("open in it:\n{}", indented(&lines.join("\n"))));
    }
    all.extend(made_with(text));
    for it in &text.dissent {
        let names: Vec<String> = it.signers.iter().map(|it| words::person(&it.who)).collect();
        let said = indented(&it.text.words);
        all.push(format!(
            "dissent: {} ({})\n{said}",
            it.title.words,
            names.join(", ")
        ));
    }
    parts(&all)
}

/// What was known when it was made, what was left out of it, and what was before it.
fn made_with(text: &EditionText) -> Vec<String> {
    let mut all = Vec::new();
    if !edition::is_known(&text.licence) {
        all.push(super::unknown_licence(&text.licence));
    }
    if !text.knowingly.is_empty() {
        let one = |it: &Known| match &it.licence {
            Some(licence) => format!("{} stands under {licence}", it.of.short()),
            None => format!("{} could not be read", it.of.short()),
        };
        let lines: Vec<String> = text.knowingly.iter().map(one).collect();
        all.push(format!("made knowingly:\n{}", indented(&lines.join("\n"))));
    }
    for it in &text.left_out {
        let mut lines = vec![format!(
            "{}: {}",
            words::person(&it.said.by),
            it.reason.words
        )];
        for reply in &it.replies {
            let by = words::person(&reply.said.by);
            lines.push(format!("reply of {by}: {}", reply.text.words));
        }
        let title = &it.document.words.words;
        all.push(format!(
            "left out: {title}\n{}",
            indented(&lines.join("\n"))
        ));
    }
    if !text.earlier.is_empty() {
        let mut before = Table::new(["earlier edition", "made", "content"]);
        for it in &text.earlier {
            let content = it.content.to_string();
            before.row([it.name.clone(), words::day(it.time), content]);
        }
        all.push(before.text_or(""));
    }
    all
}

/// What was checked, as JSON.
pub(super) fn json(report: &Report) -> Value {
    let language = &report.text.title.language;
    let works = Works::set(CitationStyle::numeric(), &report.text.references, language);
    let open = |(line, target): &(usize, TargetRow)| {
        let of = rows_json::target(target);
        json!({"line": line, "of": of})
    };
    let drift = |it: &polylogue_store::query::LineDrift| {
        json!({
            "line": rows_json::id(it.line),
            "verdict": it.verdict.name(),
            "findings": it.findings.iter().map(|it| it.finding.name()).collect::<Vec<_>>(),
        })
    };
    let unchecked = |it: &polylogue_node::edition::Unchecked| {
        json!({
            "why": it.why.name(),
            "of": rows_json::optional(it.of, rows_json::id),
            "count": it.count,
        })
    };
    json!({
        "holds": true,
        "operations": report.operations,
        "bodies": report.whole,
        "text_checked": report.is_text_checked,
        "traces_stand": report.traces_stand,
        "traces_open": report.traces_open.iter().map(open).collect::<Vec<_>>(),
        "figures_again": report.figures_again,
        "drift": report.drift.iter().map(drift).collect::<Vec<_>>(),
        "unchecked": report.unchecked.iter().map(unchecked).collect::<Vec<_>>(),
        "edition": text_json(&report.text, works.json()),
    })
}

/// What an edition says, as JSON.
pub(super) fn text_json(text: &EditionText, works: Value) -> Value {
    json!({
        "id": rows_json::id(text.id),
        "commons": rows_json::id(text.commons),
        "commons_title": rows_json::words(&text.commons_title),
        "document": rows_json::id(text.document),
        "title": rows_json::words(&text.title),
        "version": text.name,
        "licence": text.licence,
        "by": rows_json::person(&text.by),
        "time": text.time,
        "content": rows_json::id(text.content),
        "lines": text.lines.iter().map(line_json).collect::<Vec<_>>(),
        "open": text.open.iter().map(rows_json::target).collect::<Vec<_>>(),
        "dissent": text.dissent.iter().map(dissent_json).collect::<Vec<_>>(),
        "signers": text.signers.iter().map(signer_json).collect::<Vec<_>>(),
        "contributors": text.contributors.iter().map(contributor_json).collect::<Vec<_>>(),
        "notices": text.notices.iter().map(notice_json).collect::<Vec<_>>(),
        "works": works,
        "knowingly": text.knowingly.iter().map(|it| json!({
            "of": rows_json::id(it.of),
            "licence": it.licence,
        })).collect::<Vec<_>>(),
        "left_out": text.left_out.iter().map(left_out_json).collect::<Vec<_>>(),
        "earlier": text.earlier.iter().map(|it| json!({
            "id": rows_json::id(it.id),
            "version": it.name,
            "content": rows_json::id(it.content),
            "time": it.time,
        })).collect::<Vec<_>>(),
    })
}

fn trace_json(it: &EditionTrace) -> Value {
    let of = rows_json::target(&it.target);
    json!({"of": of, "text": rows_json::id(it.text)})
}

fn line_json(it: &polylogue_node::edition::EditionLine) -> Value {
    json!({
        "number": it.number,
        "id": rows_json::id(it.id),
        "wording": rows_json::id(it.wording),
        "words": rows_json::optional(it.words.as_ref(), rows_json::words),
        "by": rows_json::person(&it.by),
        "time": it.time,
        "traces": it.traces.iter().map(trace_json).collect::<Vec<_>>(),
    })
}

fn signer_json(it: &Signer) -> Value {
    json!({
        "id": rows_json::id(it.id),
        "by": rows_json::person(&it.by),
        "as": it.signed_as.name(),
        "words": rows_json::words(&it.words),
    })
}

fn contributor_json(it: &Contributor) -> Value {
    json!({
        "work": it.work.name(),
        "people": it.people.iter().map(rows_json::person).collect::<Vec<_>>(),
        "speakers": it.speakers,
        "count": it.count,
    })
}

fn dissent_json(it: &DissentRow) -> Value {
    json!({
        "id": rows_json::id(it.said.id),
        "title": rows_json::words(&it.title),
        "text": rows_json::words(&it.text),
        "line": rows_json::optional(it.line, rows_json::id),
        "signers": it.signers.iter().map(|it| rows_json::person(&it.who)).collect::<Vec<_>>(),
    })
}

fn left_out_json(it: &LeaveOutRow) -> Value {
    let reply = |it: &polylogue_store::query::CommentRow| {
        json!({
            "id": rows_json::id(it.said.id),
            "by": rows_json::person(&it.said.by),
            "text": rows_json::words(&it.text),
        })
    };
    json!({
        "id": rows_json::id(it.said.id),
        "document": rows_json::target(&it.document),
        "by": rows_json::person(&it.said.by),
        "reason": rows_json::words(&it.reason),
        "replies": it.replies.iter().map(reply).collect::<Vec<_>>(),
    })
}

fn notice_json(it: &Notice) -> Value {
    json!({
        "of": rows_json::id(it.of),
        "title": it.title,
        "holder": it.holder,
        "licence": it.licence,
        "address": it.address,
        "fits": it.fits.name(),
    })
}
