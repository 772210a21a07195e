//! `polylogue map verify`: computes a published map again and says whether every number is equal,
//! or where not; also whether claims have the words they have here, and what the map comes to
//! without some people. Titles, names and reasons are no part of a map and are not compared.

mod renamed;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use polylogue_formats::polis::Options;
use polylogue_node::maps::{Counted, MapOf};
use serde_json::{Value, json};

use super::charted::Charted;
use super::{document, scores, without};
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
/// What a map of a commons comes to with and without some people; older ones do not say.
const COUNTED: &str = "counted";
/// What else stands in a document: what it is of, and what was read of files.
const BESIDE: [&str; 10] = [
    PEOPLE, COUNTED, "of", "topic", "url", "sign", "read", "skipped", "repaired", "notes",
];
/// The words of a claim, compared where both sides have some.
const TEXT: &str = "text";
/// By what the entries of lists are known, in whatever order they stand.
const KNOWN_BY: [&str; 3] = ["id", "claim", "group"];
/// What earlier versions did not write: not compared where it is not there.
const ADDED: [&str; 3] = ["z", "third_is", "sure"];
/// Said in words, and so no part of a map.
const WORDS: [&str; 3] = [TEXT, "name", "reason"];

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
    let mut computed = computed(&charted);
    let mut published = published;
    if published.get(COUNTED).is_some() {
        let scrutiny = context.node.scrutiny(context.commons()?, &reader, under)?;
        computed[COUNTED] = read_again(&without::counted(&charted, (&open, &scrutiny)));
        as_by_members(&mut published);
        as_by_members(&mut computed);
    }
    told(&published, &computed, "the signed votes held here")
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
    read_again(&document::json_of(it, &scores(it)))
}

/// Takes out what newcomers would add: each peer holds others of them.
fn as_by_members(document: &mut Value) {
    if let Some(rows) = document[COUNTED]["rows"].as_array_mut() {
        rows.retain(|row| row["counted"] != Counted::WithNewcomers.name());
    }
}

fn read_again(document: &Value) -> Value {
    serde_json::from_str(&document.to_string()).unwrap_or_default()
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
    /// Claims whose words are compared: those known by the same ids.
    has_words: bool,
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
        let listed = following.iter().filter(|it| it.contains(LISTED));
        for place in claims
            .iter()
            .chain(all)
            .chain(listed)
            .take(PLACES_SHOWN_MAX)
        {
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
        has_words: !is_renamed,
        ..Found::default()
    };
    let has_counted = computed.get(COUNTED).is_some();
    let more = [has_people.then_some(PEOPLE), has_counted.then_some(COUNTED)];
    for part in PARTS.iter().copied().chain(more.into_iter().flatten()) {
        compare((&published[part], &computed[part]), part, &mut found);
    }
    for part in published.as_object().into_iter().flat_map(|it| it.keys()) {
        if !PARTS.contains(&part.as_str()) && !BESIDE.contains(&part.as_str()) {
            differ(
                format!("{part}: published, and no part of a map"),
                &mut found,
            );
        }
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
        output.noting("titles, names and reasons are no part of a map and were not compared")
    };
    let output = if published.get(COUNTED).is_some() && !has_counted {
        output.noting(
            "what it comes to without some people follows from when they came and who let them \
             in, which only the commons says: that part was not compared",
        )
    } else {
        output
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
            for key in keys {
                let pair = (&published[key], &computed[key]);
                if !WORDS.contains(&key.as_str()) {
                    compare(pair, &format!("{place}.{key}"), found);
                } else if key == TEXT && found.has_words {
                    compare_words(pair, place, found);
                }
            }
        }
        (Value::Array(left), Value::Array(right)) => {
            if left.len() != right.len() {
                let lengths = (left.len(), right.len());
                let named = listed_otherwise(left, right);
                let (left, right) = lengths;
                differ(
                    format!("{place}: {left} published, {right} computed{named}"),
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

/// Part of every sentence about what a list has and the other has not.
const LISTED: &str = ": only ";

/// Which entries stand more often on one side than on the other, where they are known by something.
fn listed_otherwise(published: &[Value], computed: &[Value]) -> String {
    let mut times: BTreeMap<String, i64> = BTreeMap::new();
    for (list, one) in [(published, 1), (computed, -1)] {
        for name in list.iter().filter_map(name_of) {
            *times.entry(name).or_default() += one;
        }
    }
    let those = |is: fn(i64) -> bool| {
        let names = times.iter().filter(|it| is(*it.1)).map(|it| it.0.as_str());
        names.take(PLACES_SHOWN_MAX).collect::<Vec<_>>().join(", ")
    };
    let (more, fewer) = (those(|it| it > 0), those(|it| it < 0));
    let mut said = String::new();
    if !more.is_empty() {
        said.push_str(&format!("{LISTED}published, or more than once: {more}"));
    }
    if !fewer.is_empty() {
        said.push_str(&format!("{LISTED}computed: {fewer}"));
    }
    said
}

/// Compares what a claim says, where it is to be read on both sides.
fn compare_words((published, computed): (&Value, &Value), place: &str, found: &mut Found) {
    let words = |it: &Value| {
        let words = it.as_str().unwrap_or_default().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    };
    let (left, right) = (words(published), words(computed));
    if left.is_empty() || right.is_empty() || left == right {
        return;
    }
    let clip = |it: &str| it.chars().take(WORDS_SHOWN_MAX).collect::<String>();
    differ(
        format!(
            "{place}.text: “{}” published, “{}” here",
            clip(&left),
            clip(&right)
        ),
        found,
    );
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
