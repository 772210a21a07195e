//! What is known of an edition that was opened from its file, as a copy says it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use polylogue_formats::csl::CitationStyle;
use polylogue_node::edition::{EditionText, Notice, Opened, Report};

use super::{Edition, Format, PublishFault, Published, publish};
use crate::copy::Facts;
use crate::routes::Name;
use crate::t;
use crate::words::{Tongue, Words};

/// Publishes an edition that was opened; `bytes` are those of its file, which a site carries along.
///
/// # Errors
/// A [`PublishFault`]; then the folder is as it was.
pub fn opened(
    opened: &Opened,
    bytes: &[u8],
    (format, style): (Format, &CitationStyle),
    place: &Path,
) -> Result<Published, PublishFault> {
    let report = Arc::new(opened.report()?);
    let facts = facts(&report, style);
    let reader = || Ok(opened.reader()?);
    let edition = Edition {
        reader: &reader,
        facts: &facts,
        file: Some(bytes),
        report: Some(&report),
    };
    publish(&edition, format, place)
}

fn facts(report: &Report, style: &CitationStyle) -> Facts {
    let text = &report.text;
    let tongue = Tongue::of_tag(&text.title.language).unwrap_or(Tongue::English);
    let words = Words::of(tongue);
    let signers = text.signers.iter().map(|it| {
        let how = words.say(&format!("edition-by-{}", it.signed_as.name()), &[]);
        (it.by.name.words.clone(), how)
    });
    Facts {
        commons: text.commons,
        document: text.document,
        text: (Name::Edition, text.id),
        title: text.title.words.clone(),
        version: text.name.clone(),
        hash: text.content.to_string(),
        made: text.time,
        language: text.title.language.clone(),
        licence: text.licence.clone(),
        signers: signers.collect(),
        contributors: contributors(&words, text),
        notices: text.notices.iter().map(|it| notice(&words, it)).collect(),
        style: style.clone(),
        earlier: text
            .earlier
            .iter()
            .map(|it| (it.name.clone(), it.content.to_string(), it.time))
            .collect(),
    }
}

/// Everybody with what they did, by name.
fn contributors(words: &Words, text: &EditionText) -> Vec<(String, String)> {
    let mut all: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for it in &text.contributors {
        let work = words.say(&format!("work-{}", it.work.name()), &[]);
        let work = work.trim_end_matches(':').to_owned();
        let people = it.people.iter().map(|it| it.name.words.as_str());
        for name in people.chain(it.speakers.iter().map(String::as_str)) {
            if !name.is_empty() {
                all.entry(name).or_default().push(work.clone());
            }
        }
    }
    all.into_iter()
        .map(|(name, works)| (name.to_owned(), works.join("; ")))
        .collect()
}

/// What was cited, whose it is, under what licence, and whether it may stand here.
fn notice(words: &Words, it: &Notice) -> String {
    struct Said<'a> {
        words: &'a Words,
    }
    let between = t!(Said { words }, "between");
    let fits = words.say(&format!("licence-{}", it.fits.name()), &[]);
    let parts = [&it.title, &it.holder, &it.licence, &it.address, &fits];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    parts.join(&between)
}
