//! The map as tables for other programs, as CSV; texts that a spreadsheet would take for a formula
//! have a `'` before them.

use polylogue_map::Standing;
use polylogue_node::maps::SURE;
use serde_json::Value;

use super::charted::Charted;
use super::letter;
use crate::csv::line;

/// A row for each claim.
pub(super) fn of_claims(it: &Charted<'_>, scores: &[f64]) -> String {
    let results = &it.map.results;
    let groups = it.map.grouping.count();
    let mut head: Vec<String> = [
        "claim",
        "counts-on-map",
        "agree",
        "disagree",
        "pass",
        "group-aware-consensus",
        "priority",
        "bridging",
        "common-ground",
        "common-ground-side",
        "common-ground-sure",
        "division-low",
        "division-high",
    ]
    .map(str::to_owned)
    .to_vec();
    for group in 0..groups {
        let of = |what: &str| format!("group-{}-{what}", letter(group).to_ascii_lowercase());
        head.extend(["agree", "disagree", "pass"].map(of));
    }
    head.push("text".to_owned());
    let mut sheet = line(&head);
    for claim in 0..it.claims.len() {
        let count = results.counts[claim];
        let shared = results.common_ground.iter().find(|it| it.claim == claim);
        let divided = results.divisions.iter().find(|it| it.claim == claim);
        let mut row = vec![
            plain(&it.claims[claim].id),
            u8::from(it.standing[claim] == Standing::Shown).to_string(),
            count.agree.to_string(),
            count.disagree.to_string(),
            count.pass.to_string(),
            results.group_aware_consensus[claim].to_string(),
            results.priorities[claim].to_string(),
            scores[claim].to_string(),
            shared.map_or(String::new(), |it| it.lowest.to_string()),
            shared.map_or(String::new(), |it| format!("{:?}", it.side).to_lowercase()),
            shared.map_or(String::new(), |it| u8::from(it.lowest > SURE).to_string()),
            divided.map_or(String::new(), |it| it.low.to_string()),
            divided.map_or(String::new(), |it| it.high.to_string()),
        ];
        for group in &results.by_group {
            let count = group[claim];
            row.extend([count.agree, count.disagree, count.pass].map(|it| it.to_string()));
        }
        row.push(it.words(claim).to_owned());
        sheet.push_str(&line(&row));
    }
    sheet
}

/// A row for each person.
pub(super) fn of_people(it: &Charted<'_>) -> String {
    let head = [
        "participant",
        "votes",
        "group",
        "x",
        "y",
        "z",
        "likely-x",
        "likely-y",
        "variance-x",
        "variance-y",
        "covariance",
    ];
    let mut sheet = line(&head.map(str::to_owned));
    for person in 0..it.person_count() {
        let place = &it.map.positions[person];
        let group = it.map.grouping.group_of[person];
        let group = group.map(|it| letter(usize::from(it)).to_string());
        sheet.push_str(&line(&[
            plain(&it.person_id(person)),
            it.ballots.votes_of(person).count().to_string(),
            group.unwrap_or_default(),
            place.x.to_string(),
            place.y.to_string(),
            place.z.to_string(),
            place.likely_x.to_string(),
            place.likely_y.to_string(),
            place.variance_x.to_string(),
            place.variance_y.to_string(),
            place.covariance.to_string(),
        ]));
    }
    sheet
}

/// An id as it stands in a cell.
fn plain(id: &Value) -> String {
    id.as_str()
        .map_or_else(|| id.to_string(), ToOwned::to_owned)
}
