//! An edition with thousands of evidence pages as a site, in a process of its own.

use std::path::Path;
use std::time::Instant;

use polylogue_core::id::OperationId;
use polylogue_node::Node;
use polylogue_node::intent::{Intent, NewLine, Standpoint, Tracing, Worded};
use polylogue_store::query::Page;
use polylogue_web::copy::Facts;
use polylogue_web::publish::{Edition, Format, publish};
use polylogue_web::routes::Name;

use crate::Fault;
use crate::child::{self, memory_kilobytes, number, say};
use crate::table::{Limit, Line, Table};

/// Turns added to the sample: with what rests on what, each has two pages.
const TURNS: usize = 5_000;
const SECONDS_MAX: f64 = 10.0;
const MEGABYTES_MAX: f64 = 300.0;

/// Measures it.
pub(crate) fn run(folder: &Path, table: &mut Table) -> Result<(), Fault> {
    let home = folder.join("publisher");
    let text = home.to_str().ok_or("a path in UTF-8")?;
    eprintln!("adding {TURNS} turns to the sample …");
    let found = child::run(&["publish-prepare", text])?;
    let document = number(&found, "lines")?;
    let found = child::run(&["publish", text])?;
    let pages = number(&found, "pages")?;
    table.say(Line::fact(
        "published site: lines of the text",
        document,
        "",
    ));
    table.say(Line::fact("the same: pages", pages, ""));
    table.say(Line::new(
        "the same: for 10,000 pages",
        number(&found, "seconds")? * 10_000.0 / pages,
        "s",
        Limit::AtMost(SECONDS_MAX),
    ));
    table.say(Line::fact(
        "the same: processor time for 10,000 pages",
        number(&found, "processor_seconds")? * 10_000.0 / pages,
        "s",
    ));
    table.say(Line::new(
        "the same: peak memory",
        number(&found, "peak_kilobytes")? / 1000.0,
        "MB",
        Limit::AtMost(MEGABYTES_MAX),
    ));
    table.say(Line::fact(
        "the same: bytes",
        number(&found, "bytes")? / 1e6,
        "MB",
    ));
    Ok(())
}

/// The role that writes what is to be published.
pub(crate) fn prepare(home: &Path) -> Result<(), Fault> {
    let node = child::open(home)?;
    let commons = polylogue_node::demo(&node)?;
    let dialogues = node.reader(&commons)?.dialogues(Page::first(20))?;
    let mut lines = Vec::new();
    for number in 0..TURNS {
        let dialogue = dialogues[number % dialogues.len()].said.id;
        let words = format!("Turn {number}: the weir took the eels. ").repeat(30);
        let said = node.perform(
            &commons,
            Intent::Say {
                dialogue,
                text: Worded::from(words.as_str()),
                standpoint: Standpoint::ONESELF,
                reply_to: None,
                quotes: Vec::new(),
                licence: None,
            },
        )?;
        if number % 50 == 0 {
            lines.push(line(number, said.main()));
        }
    }
    say("lines", lines.len());
    let title = Worded::from("A long text");
    node.perform(&commons, Intent::BeginDocument { title, lines })?;
    Ok(())
}

fn line(number: usize, of: OperationId) -> NewLine {
    NewLine {
        text: Worded::from(format!("Line {number} of the text.").as_str()),
        traces: vec![Tracing { of, passage: None }],
        clause: None,
    }
}

/// The role that publishes.
pub(crate) fn publish_in(home: &Path) -> Result<(), Fault> {
    let node = child::open(home)?;
    let facts = facts(&node)?;
    let store = node.store(&facts.commons)?;
    let reader = || Ok(store.reader()?);
    let edition = Edition {
        reader: &reader,
        facts: &facts,
        file: None,
        report: None,
    };
    let (began, before) = (Instant::now(), child::processor_seconds("self")?);
    let published = publish(&edition, Format::Site, &home.join("site"))?;
    say("seconds", began.elapsed().as_secs_f64());
    say(
        "processor_seconds",
        child::processor_seconds("self")? - before,
    );
    say("peak_kilobytes", memory_kilobytes("self", "VmHWM")?);
    say("pages", published.pages);
    say("bytes", published.bytes);
    Ok(())
}

fn facts(node: &Node) -> Result<Facts, Fault> {
    let commons = node.commons()?.first().ok_or("a commons")?.id;
    let documents = node.reader(&commons)?.documents()?;
    let row = documents.last().ok_or("a document")?;
    Ok(Facts {
        commons,
        document: row.said.id,
        text: (Name::Synthesis, row.said.id),
        title: row.title.words.clone(),
        version: "1.0".to_owned(),
        hash: "0".repeat(64),
        made: row.said.time,
        language: "en".to_owned(),
        licence: String::new(),
        signers: Vec::new(),
        contributors: Vec::new(),
        notices: Vec::new(),
        style: polylogue_web::publish::CitationStyle::numeric().clone(),
        earlier: Vec::new(),
    })
}
