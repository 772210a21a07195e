//! `polylogue map verify`: computes a published map again and says whether every number is equal,
//! or where not. The words of claims and the names of people are no part of a map and are not
//! compared.

mod renamed;

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
    /// How many of these are counted, and do not follow from what is.
    counted: u64,
    /// The first places of each [`rank`].
    places: [Vec<String>; RANKS],
    /// The words of each claim, by the name it is found under.
    claims: BTreeMap<String, String>,
}

impl Found {
    /// Adds what is counted otherwise, and how much follows from it; or that the votes are the
    /// same, and where what follows from them differs.
    fn tell(&self, lines: &mut String) {
        let [claims, all, following] = &self.places;
        if self.counted == 0 {
            lines.push_str("; the votes are the same");
            for place in following {
                lines.push_str(&format!("\n  {place}"));
            }
            return;
        }
        for place in claims.iter().chain(all).take(PLACES_SHOWN_MAX) {
            lines.push_str(&format!("\n  {place}"));
        }
        let follow = self.different - self.counted;
        if follow > 0 {
            let values = words::count(follow, "more value", "more values");
            lines.push_str(&format!("\n  and {values} that follow from these"));
        }
    }
}

/// Whose place is furthest from where it was: of one changed vote, its voter's.
fn moved_most(published: &Value, computed: &Value) -> Option<String> {
    let (left, right) = (entries(&published[PEOPLE]), entries(&computed[PEOPLE]));
    let (left, right) = (in_order(&left), in_order(&right));
    if left.len() != right.len() {
        return None;
    }
    let far = |(one, other): (&Value, &Value)| {
        let along = |axis: &str| Some(one[axis].as_f64()? - other[axis].as_f64()?);
        Some(along("x")?.powi(2) + along("y")?.powi(2))
    };
    let moved = left.into_iter().zip(right);
    let moved = moved.filter_map(|(one, other)| Some((far((one, other))?, other)));
    let (far, person) = moved.max_by(|one, other| one.0.total_cmp(&other.0))?;
    let name = person["name"].as_str().filter(|it| !it.is_empty());
    let name = name.map_or_else(|| name_of(person), |it| Some(it.to_owned()))?;
    (far > 0.0).then(|| format!("{name} moved furthest, as whoever’s vote was changed would"))
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
    let renamed = renamed::are_renamed(published, computed)
        .then(|| renamed::under_one_name(published, computed));
    let is_renamed = renamed.is_some();
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
        found.tell(&mut lines);
        if let Some(moved) = moved_most(published, computed).filter(|_| found.counted > 0) {
            lines.push_str(&format!("\n  {moved}"));
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
            "the votes are the same. The file knows claims and people by other ids: claims were \
             found by their words, those kept off the map by their votes, people by their numbers; \
             Polis’s own lists of representative claims depend on the numbers of claims and were \
             not compared",
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
    let rank = rank(&place);
    found.counted += u64::from(rank < RANKS - 1);
    let places = &mut found.places[rank];
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

fn entries(list: &Value) -> Vec<Value> {
    list.as_array().cloned().unwrap_or_default()
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
