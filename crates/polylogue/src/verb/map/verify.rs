//! `polylogue map verify`: computes a published map again and says whether every number is equal,
//! or where not. The words of claims and the names of people are no part of a map and are not
//! compared.

use std::path::{Path, PathBuf};

use polylogue_formats::polis::Options;
use polylogue_node::maps::MapOf;
use serde_json::{Value, json};

use super::charted::Charted;
use super::{document, scores};
use crate::context::Context;
use crate::exported::Exported;
use crate::failure::{Failure, read_file};
use crate::output::Output;
use crate::words;

/// The longest published map that is read: 100,000 people take about 30 MB.
const FILE_BYTES_MAX: u64 = 256 << 20;
/// Places named where a map is not equal; all are counted.
const PLACES_SHOWN_MAX: usize = 8;
/// What follows from the votes; whatever else stands in a document is not computed.
const PARTS: [&str; 7] = [
    "votes",
    "axes",
    "grouping",
    "common_ground",
    "divisions",
    "consensus",
    "claims",
];
const PEOPLE: &str = "people";
/// By what the entries of lists are known, in whatever order they stand.
const KNOWN_BY: [&str; 3] = ["id", "claim", "group"];
/// What earlier versions did not write: not compared where it is not there.
const ADDED: [&str; 2] = ["z", "third_is"];
/// Said in words, and so no part of a map.
const WORDS: [&str; 2] = ["text", "name"];

/// Checks a map against an exported conversation.
pub(super) fn exported(file: &Path, path: &Path) -> Result<Output, Failure> {
    let published = read(file)?;
    let it = Exported::read(path, Options::default())?;
    let charted = Charted::of_export(&it);
    told(&published, &computed(&charted), "the votes in its files")
}

/// Checks a map against the votes held in this commons.
pub(super) fn here(context: &Context, file: &Path) -> Result<Output, Failure> {
    let published = read(&context.path(&PathBuf::from(file)))?;
    let reader = context.reader()?;
    let of = published.get("of").and_then(Value::as_str);
    let maps = reader.maps()?;
    let id = |row: &polylogue_store::query::MapRow| row.of.as_ref().map(|it| it.id.to_string());
    let row = maps.iter().find(|row| id(row).as_deref() == of);
    let row = row.ok_or_else(|| {
        Failure::refused(
            match of {
                Some(of) => format!("the map is of {of}, and nothing here has that id"),
                None => "the map does not say which dialogue or question it is of".to_owned(),
            },
            "choose its commons with --commons, or name the exported conversation it is of",
        )
    })?;
    let under = row.of.as_ref().map(|it| it.id);
    let members = MapOf::members(under);
    let open = context.node.map(context.commons()?, &reader, members)?;
    let charted = Charted::of_commons(&reader, row, &open)?;
    told(
        &published,
        &computed(&charted),
        "the signed votes held here",
    )
}

fn read(file: &Path) -> Result<Value, Failure> {
    let bytes = read_file(&file.to_owned(), FILE_BYTES_MAX)?;
    let document: Option<Value> = serde_json::from_slice(&bytes).ok();
    let is_map = |it: &Value| PARTS.iter().all(|part| it.get(part).is_some());
    if let Some(it) = &document
        && it["as_held_here"] == true
    {
        return Err(Failure::refused(
            "this map counts newcomers as one peer held them: nobody else can compute it again",
            "a map to be published is written without --newcomers",
        ));
    }
    document.filter(is_map).ok_or_else(|| {
        Failure::refused(
            format!(
                "{} is no map: it is damaged, cut short, or something else",
                file.display()
            ),
            "name a file that `polylogue map --json` wrote",
        )
    })
}

/// The document as it would be read from a file.
fn computed(it: &Charted<'_>) -> Value {
    let document = document::json_of(it, &scores(it)).to_string();
    serde_json::from_str(&document).unwrap_or_default()
}

/// What a comparison found.
#[derive(Default)]
struct Found {
    values: u64,
    different: u64,
    places: Vec<String>,
}

fn told(published: &Value, computed: &Value, from: &str) -> Result<Output, Failure> {
    let mut found = Found::default();
    let has_people = published.get(PEOPLE).is_some();
    for part in PARTS.iter().copied().chain(has_people.then_some(PEOPLE)) {
        compare((&published[part], &computed[part]), part, &mut found);
    }
    let values = words::count(found.values, "value", "values");
    if found.different > 0 {
        let mut lines = format!("{} of {values} differ from {from}", found.different);
        for place in &found.places {
            lines.push_str(&format!("\n  {place}"));
        }
        let votes = |it: &Value| it["votes"].as_u64().unwrap_or(0);
        let (then, now) = (votes(published), votes(computed));
        let hint = if then == now {
            "as many votes are here: the map, or a vote, was changed".to_owned()
        } else {
            format!(
                "the map counts {}, and here are {now}: votes may have come or gone since",
                words::count(then, "vote", "votes")
            )
        };
        return Err(Failure::refused(lines, hint));
    }
    let document = json!({"equal": true, "values": found.values, "people": has_people});
    let output = Output::new(format!("equal: all {values} follow from {from}"), document);
    let output =
        output.noting("titles, words and names are no part of a map and were not compared");
    Ok(if has_people {
        output
    } else {
        output.noting("rows of people are not in the file, so their places were not compared")
    })
}

fn compare((published, computed): (&Value, &Value), place: &str, found: &mut Found) {
    match (published, computed) {
        (Value::Object(left), Value::Object(right)) => {
            let keys = left
                .keys()
                .chain(right.keys().filter(|it| !left.contains_key(*it)))
                .filter(|it| left.contains_key(*it) || !ADDED.contains(&it.as_str()));
            for key in keys.filter(|it| !WORDS.contains(&it.as_str())) {
                let pair = (&published[key], &computed[key]);
                compare(pair, &format!("{place}.{key}"), found);
            }
        }
        (Value::Array(left), Value::Array(right)) => {
            if left.len() != right.len() {
                let (left, right) = (left.len(), right.len());
                differ(
                    format!("{place}: {left} published, {right} computed"),
                    found,
                );
                return;
            }
            // Claims and people have no rank; every other list says what comes first.
            let (left, right) = match place {
                "claims" | PEOPLE => (in_order(left), in_order(right)),
                _ => (left.iter().collect(), right.iter().collect()),
            };
            for (at, pair) in left.into_iter().zip(right).enumerate() {
                let name = name_of(pair.0).unwrap_or_else(|| at.to_string());
                compare(pair, &format!("{place}[{name}]"), found);
            }
        }
        _ if published == computed => found.values += 1,
        _ => differ(
            format!("{place}: {published} published, {computed} computed"),
            found,
        ),
    }
}

fn differ(place: String, found: &mut Found) {
    found.values += 1;
    found.different += 1;
    if found.places.len() < PLACES_SHOWN_MAX {
        found.places.push(place);
    }
}

/// Entries in the order of what they are known by; those known by nothing as they stand.
fn in_order(entries: &[Value]) -> Vec<&Value> {
    let mut entries: Vec<&Value> = entries.iter().collect();
    entries.sort_by_key(|it| name_of(it));
    entries
}

fn name_of(entry: &Value) -> Option<String> {
    let known = KNOWN_BY.iter().find_map(|key| entry.get(key))?;
    Some(
        known
            .as_str()
            .map_or_else(|| known.to_string(), str::to_owned),
    )
}
