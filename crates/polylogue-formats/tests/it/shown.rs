//! Shows what was read from a page as text, for comparison with a kept file.

use std::fmt::Write;

use polylogue_formats::mediawiki::{Imported, ImportedTurn, LinkTarget};

/// Writes everything that was read from a page.
pub(crate) fn shown(imported: &Imported) -> String {
    let mut out = String::new();
    let page = &imported.page;
    writeln!(
        out,
        "page {:?}, {:?}, at {}",
        page.title, imported.kind, page.address
    )
    .unwrap();
    if !page.categories.is_empty() {
        writeln!(out, "categories {:?}", page.categories).unwrap();
    }
    for (role, perspective) in [
        ("perspective", &imported.perspective),
        ("host", &imported.host_perspective),
    ] {
        if let Some(perspective) = perspective {
            writeln!(out, "{role} {:?}", perspective.name).unwrap();
            for other in &perspective.other_names {
                writeln!(out, "  also {:?}, {:?}", other.name, other.seen).unwrap();
            }
        }
    }
    for question in &imported.questions {
        writeln!(out, "question, line {}: {}", question.line, question.text).unwrap();
    }
    for link in &imported.listed {
        writeln!(
            out,
            "lists, line {}: {:?} as {:?}",
            link.line, link.title, link.written
        )
        .unwrap();
    }
    for link in &page.links {
        writeln!(out, "page link, line {}: {}", link.line, link.label).unwrap();
    }
    for reference in &page.references {
        writeln!(
            out,
            "page reference, line {}: {}",
            reference.line, reference.markdown
        )
        .unwrap();
    }
    for dialogue in &imported.dialogues {
        writeln!(out, "\ndialogue {:?}, {:?}", dialogue.title, dialogue.state).unwrap();
        for (number, turn) in dialogue.turns.iter().enumerate() {
            show_turn(&mut out, number, turn);
        }
    }
    writeln!(out).unwrap();
    let report = &imported.report;
    report
        .read
        .iter()
        .for_each(|it| writeln!(out, "read: {it}").unwrap());
    report
        .skipped
        .iter()
        .for_each(|it| writeln!(out, "skipped: {it}").unwrap());
    report
        .repaired
        .iter()
        .for_each(|it| writeln!(out, "repaired: {it}").unwrap());
    out
}

fn show_turn(out: &mut String, number: usize, turn: &ImportedTurn) {
    let speaker = turn.speaker.as_deref().unwrap_or("unnamed");
    writeln!(out, "\nturn {number}: {speaker}, {:?}", turn.speaker_origin).unwrap();
    let ImportedTurn {
        role,
        speaks_for,
        voice,
        first_line,
        last_line,
        ..
    } = turn;
    let heading = turn.heading.as_deref().unwrap_or("no heading");
    writeln!(out, "  {role:?}, for {speaks_for:?}, {voice:?}").unwrap();
    writeln!(
        out,
        "  lines {first_line} to {last_line}, under {heading:?}"
    )
    .unwrap();
    if let Some(line) = turn.own_words_line {
        writeln!(out, "  own words from line {line}").unwrap();
    }
    if let Some(said_at) = &turn.said_at {
        writeln!(out, "  said at {said_at}").unwrap();
    }
    if let Some(other) = turn.replies_to {
        writeln!(out, "  replies to turn {other}").unwrap();
    }
    for line in turn.markdown.split('\n') {
        writeln!(out, "  | {line}").unwrap();
    }
    writeln!(out, "  plain: {}", turn.plain).unwrap();
    for quote in &turn.quotes {
        let exact = if quote.is_exact {
            "exactly"
        } else {
            "in words"
        };
        let shown = &turn.plain[quote.quoting.clone()];
        writeln!(
            out,
            "  quotes turn {} {exact}, line {}: {}",
            quote.turn, quote.line, quote.words
        )
        .unwrap();
        assert!(quote.is_exact == (shown == quote.words));
    }
    for link in &turn.links {
        let target = match &link.target {
            LinkTarget::Page { title, written } => format!("page {title:?} as {written:?}"),
            LinkTarget::External { address } => address.clone(),
        };
        writeln!(out, "  link, line {}: {target} {:?}", link.line, link.label).unwrap();
    }
    for reference in &turn.references {
        let number = reference
            .footnote
            .map_or(String::new(), |number| format!(" [^{number}]"));
        writeln!(
            out,
            "  reference{number}, line {}: {}",
            reference.line, reference.markdown
        )
        .unwrap();
    }
}
