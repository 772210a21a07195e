//! The same map under other ids: an export numbers what a commons knows by hashes, so that a map
//! made from one is found again in the other by what is said of claims and people.
//!
//! What follows only from the ids (which of two claims that tie comes first) is taken out on both
//! sides; nothing that follows from votes is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{PARTS, PEOPLE, WORDS, entries, in_order};

/// Whether a published map knows all its claims by other ids: an export numbers what a commons
/// knows by hashes.
pub(super) fn are_renamed(published: &Value, computed: &Value) -> bool {
    let ids = |it: &Value| -> Vec<Value> {
        let all = it["claims"].as_array().into_iter().flatten();
        all.map(|it| it["id"].clone()).collect()
    };
    let (theirs, ours) = (ids(published), ids(computed));
    !theirs.is_empty() && theirs.iter().all(|it| !ours.contains(it))
}

/// Both maps with one set of ids, the computed one's, and without what depends on ids.
pub(super) fn under_one_name(published: &Value, computed: &Value) -> (Value, Value) {
    let computed = shown_or_not(computed.clone());
    let published = under_their_names(shown_or_not(published.clone()), &computed);
    (alike_as_one(published), alike_as_one(computed))
}

/// A published map with its claims and people under the ids they have here. Claims are found by
/// their words; those whose words say nothing here, by their votes; people by the number they were
/// brought in under, or where they have none they are put beside those who stand as they do.
fn under_their_names(mut published: Value, computed: &Value) -> Value {
    let found = same_claims(
        &entries(&published["claims"]),
        &entries(&computed["claims"]),
    );
    for part in PARTS {
        rename(&mut published[part], &found);
    }
    if published.get(PEOPLE).is_some() {
        let mut people = entries(&published[PEOPLE]);
        let mut same = entries(&computed[PEOPLE]);
        let numbers = |all: &[Value]| all.iter().map(number_of).collect::<Option<BTreeSet<u64>>>();
        let are_numbered = numbers(&people).is_some_and(|it| numbers(&same) == Some(it));
        let known_by = if are_numbered {
            |it: &Value| format!("{:020}", number_of(it).unwrap_or(0))
        } else {
            standing
        };
        people.sort_by_cached_key(known_by);
        same.sort_by_cached_key(known_by);
        for (person, same) in people.iter_mut().zip(same) {
            person["id"] = same["id"].clone();
            person["name"] = same["name"].clone();
        }
        published[PEOPLE] = Value::Array(people);
    }
    published
}

/// The number of somebody in the files they came from: their id, or at the end of the name that
/// they were entered under.
fn number_of(person: &Value) -> Option<u64> {
    let name = person["name"].as_str().unwrap_or_default();
    let named = name
        .strip_prefix("Participant ")
        .and_then(|it| it.parse().ok());
    person["id"].as_u64().or(named)
}

/// For each of their claims the id of ours that it is, by its own id.
fn same_claims(theirs: &[Value], ours: &[Value]) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    let (mut theirs, mut ours): (Vec<&Value>, Vec<&Value>) =
        (theirs.iter().collect(), ours.iter().collect());
    for known_by in [words_of, counts_of, standing] {
        let (left, right) = (alone(&theirs, known_by), alone(&ours, known_by));
        for (known, one) in left {
            if let Some(same) = right.get(&known) {
                found.insert(one["id"].to_string(), same["id"].clone());
            }
        }
        let taken: Vec<&Value> = found.values().collect();
        let is_left = |it: &&Value| !taken.contains(&&it["id"]);
        ours.retain(is_left);
        theirs.retain(|it| !found.contains_key(&it["id"].to_string()));
    }
    // What is alike in everything that is said of it may stand for each other.
    theirs.sort_by_cached_key(|it| standing(it));
    ours.sort_by_cached_key(|it| standing(it));
    let rest = theirs.into_iter().zip(ours);
    found.extend(rest.map(|(one, same)| (one["id"].to_string(), same["id"].clone())));
    found
}

/// Entries by what they are known by; none where several are known by the same, or one by nothing.
fn alone<'a>(all: &[&'a Value], known_by: fn(&Value) -> String) -> BTreeMap<String, &'a Value> {
    let mut count: BTreeMap<String, (usize, &'a Value)> = BTreeMap::new();
    for it in all {
        let known = known_by(it);
        if !known.is_empty() {
            count.entry(known).or_insert((0, it)).0 += 1;
        }
    }
    let count = count.into_iter().filter(|(_, (count, _))| *count == 1);
    count.map(|(known, (_, it))| (known, it)).collect()
}

/// The words of a claim without regard to spaces; none of one that is kept off the map, whose
/// words are not written everywhere.
fn words_of(claim: &Value) -> String {
    if claim["counts_on_map"] != true {
        return String::new();
    }
    let words = claim["text"].as_str().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a claim was voted on.
fn counts_of(claim: &Value) -> String {
    format!("{} {}", claim["votes"], claim["by_group"])
}

/// A commons shows a claim or does not; that one was also accepted, only an export says. And a
/// claim that nobody voted on is in no file of votes.
fn shown_or_not(mut document: Value) -> Value {
    if let Some(claims) = document["claims"].as_array_mut() {
        let has_votes = |it: &Value| {
            let counts = it["votes"].as_object().into_iter().flatten();
            counts.filter_map(|(_, it)| it.as_u64()).any(|it| it > 0)
        };
        claims.retain(has_votes);
    }
    for claim in document["claims"].as_array_mut().into_iter().flatten() {
        // Why one is kept off the map, and that it would be asked first for it, too.
        if claim["counts_on_map"] == true {
            claim["moderated"] = json!(0);
        } else {
            claim["moderated"] = json!(-1);
            claim["priority"] = Value::Null;
        }
    }
    document
}

/// Puts lists whose order follows from what their entries say, and from ids where that is equal,
/// in the order of their entries: of those that tie, each side has its own first.
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

/// Claims that were voted on alike as one of them, in the lists that follow from counts: which of
/// them comes first there, or at all where a list is cut, is decided by the ids they go by.
fn alike_as_one(mut document: Value) -> Value {
    let mut first: BTreeMap<String, Value> = BTreeMap::new();
    let mut one_of: BTreeMap<String, Value> = BTreeMap::new();
    let claims = entries(&document["claims"]);
    for claim in in_order(&claims) {
        let counts = counts_of(claim);
        let id = claim["id"].clone();
        let one = first.entry(counts).or_insert_with(|| id.clone());
        one_of.insert(id.to_string(), one.clone());
    }
    for part in PARTS
        .into_iter()
        .filter(|it| *it != "claims" && *it != "axes")
    {
        rename(&mut document[part], &one_of);
    }
    // As Polis makes it, this list depends on the order in which claims are numbered.
    let groups = document["grouping"]["groups"].as_array_mut();
    for group in groups.into_iter().flatten() {
        group["representative"] = Value::Null;
    }
    sort_ties(&mut document);
    document
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
