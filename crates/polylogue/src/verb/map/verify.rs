//! `polylogue map verify`: computes a published map again and says whether every number is equal,
//! or where not. The words of claims and the names of people are no part of a map and are not
//! compared.

use std::collections::BTreeMap;
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
/// Characters shown of a claim's words.
const WORDS_SHOWN_MAX: usize = 60;
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
const ADDED: [&str; 3] = ["z", "third_is", "sure"];
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
    /// The first places of each [`rank`].
    places: [Vec<String>; RANKS],
    /// The words of each claim, by the name it is found under.
    claims: BTreeMap<String, String>,
}

/// How many ranks there are.
const RANKS: usize = 3;

/// What is counted comes before what follows from it, and votes on one claim before those of all.
fn rank(place: &str) -> usize {
    if place.starts_with("claims[") && place.contains("].votes.") {
        0
    } else if place == "votes" || place.starts_with("people[") && place.ends_with(".votes") {
        1
    } else {
        2
    }
}

fn told(published: &Value, computed: &Value, from: &str) -> Result<Output, Failure> {
    let has_people = published.get(PEOPLE).is_some();
    let named = under_their_names(published, computed);
    let is_renamed = named.is_some();
    let renamed = named.map(|it| (shown_or_not(it), shown_or_not(computed.clone())));
    let (published, computed) = match &renamed {
        Some((published, computed)) => (published, computed),
        None => (published, computed),
    };
    let mut found = Found {
        claims: words_by_name(computed),
        ..Found::default()
    };
    for part in PARTS.iter().copied().chain(has_people.then_some(PEOPLE)) {
        compare((&published[part], &computed[part]), part, &mut found);
    }
    let values = words::count(found.values, "value", "values");
    if found.different > 0 {
        let mut lines = format!("{} of {values} differ from {from}", found.different);
        for place in found.places.iter().flatten().take(PLACES_SHOWN_MAX) {
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
    let output = if is_renamed {
        output.noting(
            "the file knows claims and people by other ids: claims were found by their words, \
             people by where they stand",
        )
    } else {
        output.noting("titles, words and names are no part of a map and were not compared")
    };
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
    let places = &mut found.places[rank(&place)];
    if places.len() >= PLACES_SHOWN_MAX {
        return;
    }
    let claim = place
        .strip_prefix("claims[")
        .and_then(|it| it.split_once(']'))
        .and_then(|(name, _)| found.claims.get(name));
    places.push(match claim {
        Some(words) => format!("“{words}”: {place}"),
        None => place,
    });
}

/// The words of each claim of a document, shortened, by its id as [`name_of`] gives it.
fn words_by_name(document: &Value) -> BTreeMap<String, String> {
    let claims = document["claims"].as_array().into_iter().flatten();
    let named = claims.filter_map(|it| Some((name_of(it)?, it["text"].as_str()?)));
    named
        .map(|(name, text)| (name, text.chars().take(WORDS_SHOWN_MAX).collect()))
        .collect()
}

/// A published map with its claims and people under the ids they have here, where it knows all of
/// them by others: an export numbers what a commons knows by hashes. Claims are found by their
/// words; people have none, and are put beside those who stand as they do.
fn under_their_names(published: &Value, computed: &Value) -> Option<Value> {
    let ids = |it: &Value, part: &str| -> Vec<Value> {
        let all = it[part].as_array().into_iter().flatten();
        all.map(|it| it["id"].clone()).collect()
    };
    let (theirs, ours) = (ids(published, "claims"), ids(computed, "claims"));
    if theirs.is_empty() || theirs.iter().any(|it| ours.contains(it)) {
        return None;
    }
    let here = by_words(computed);
    let found = by_words(published).into_iter().filter_map(|(words, id)| {
        let same = here.get(&words)?.clone();
        Some((id?.to_string(), same?))
    });
    let found: BTreeMap<String, Value> = found.collect();
    let mut named = published.clone();
    for part in PARTS {
        rename(&mut named[part], &found);
    }
    if named.get(PEOPLE).is_some() {
        let mut people = entries(&named[PEOPLE]);
        let mut same = entries(&computed[PEOPLE]);
        people.sort_by_key(standing);
        same.sort_by_key(standing);
        for (person, same) in people.iter_mut().zip(same) {
            person["id"] = same["id"].clone();
        }
        named[PEOPLE] = Value::Array(people);
    }
    Some(named)
}

/// A commons shows a claim or does not; that one was also accepted, only an export says. And a
/// claim that nobody voted on is in no file of votes. Claims that tie stand in the order of their
/// ids, which are others there.
fn shown_or_not(mut document: Value) -> Value {
    sort_ties(&mut document);
    if let Some(claims) = document["claims"].as_array_mut() {
        let has_votes = |it: &Value| {
            let counts = it["votes"].as_object().into_iter().flatten();
            counts.filter_map(|(_, it)| it.as_u64()).any(|it| it > 0)
        };
        claims.retain(has_votes);
    }
    for claim in document["claims"].as_array_mut().into_iter().flatten() {
        if claim["moderated"] == 1 {
            claim["moderated"] = json!(0);
        }
    }
    document
}

/// Puts lists whose order follows from what their entries say, and from ids where that is equal,
/// in the order of their entries.
fn sort_ties(value: &mut Value) {
    const RANKED: [&str; 6] = [
        "agree",
        "common_ground",
        "disagree",
        "divisions",
        "representative",
        "telling",
    ];
    match value {
        Value::Object(said) => {
            for (key, value) in said {
                if let Some(all) = value.as_array_mut()
                    && RANKED.contains(&key.as_str())
                {
                    all.sort_by_key(Value::to_string);
                }
                sort_ties(value);
            }
        }
        Value::Array(all) => all.iter_mut().for_each(sort_ties),
        _ => {}
    }
}

fn entries(list: &Value) -> Vec<Value> {
    list.as_array().cloned().unwrap_or_default()
}

/// Everything said of a person but by what they are known.
fn standing(person: &Value) -> String {
    let mut person = person.clone();
    if let Value::Object(said) = &mut person {
        said.remove("id");
        WORDS.iter().for_each(|it| drop(said.remove(*it)));
    }
    person.to_string()
}

/// Ids of claims by their words; none where several say the same.
fn by_words(document: &Value) -> BTreeMap<String, Option<Value>> {
    let mut all = BTreeMap::new();
    for claim in document["claims"].as_array().into_iter().flatten() {
        let words = claim["text"].as_str().unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = claim["id"].clone();
        let known = all.entry(words).and_modify(|it| *it = None);
        known.or_insert(Some(id));
    }
    all
}

/// Puts ids in the place of others wherever a claim is named.
fn rename(value: &mut Value, found: &BTreeMap<String, Value>) {
    match value {
        Value::Object(said) => {
            for (key, value) in said {
                let known = ["id", "claim"].contains(&key.as_str());
                match found.get(&value.to_string()).filter(|_| known) {
                    Some(id) => *value = id.clone(),
                    None if key == "agree" || key == "disagree" => rename_all(value, found),
                    None => rename(value, found),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|it| rename(it, found)),
        _ => {}
    }
}

/// As [`rename`] where a list holds ids themselves.
fn rename_all(value: &mut Value, found: &BTreeMap<String, Value>) {
    for id in value.as_array_mut().into_iter().flatten() {
        if let Some(same) = found.get(&id.to_string()) {
            *id = same.clone();
        }
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
