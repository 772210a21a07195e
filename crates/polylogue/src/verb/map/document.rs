//! The map as one JSON document; claims and people by their ids in the export.

use polylogue_formats::polis::{Sign, Told};
use polylogue_map::groups::Outcome;
use polylogue_map::polis::Side;
use polylogue_map::{Count, Standing};
use serde_json::{Value, json};

use super::charted::Charted;
use super::letter;
use crate::exported::Exported;

/// Claims that say what the third axis is made of.
const THIRD_MAX: usize = 5;

/// The whole document.
pub(super) fn json_of(it: &Charted<'_>, scores: &[f64]) -> Value {
    let map = &it.map;
    let id = |claim: usize| it.claims[claim].id.clone();
    let common_ground = map.results.common_ground.iter().map(|one| {
        json!({
            "claim": id(one.claim),
            "side": side(one.side),
            "lowest": one.lowest,
            "sure": one.lowest > 0.5,
            "lowest_group": letter(one.lowest_group).to_string(),
        })
    });
    let divisions = map.results.divisions.iter().map(|one| {
        json!({
            "claim": id(one.claim),
            "spread": one.spread,
            "low": one.low,
            "high": one.high,
            "highest_group": letter(one.highest_group).to_string(),
            "lowest_group": letter(one.lowest_group).to_string(),
        })
    });
    let third = map
        .axes
        .made_of(2, if map.axes.has_third() { THIRD_MAX } else { 0 });
    let third: Value = third
        .into_iter()
        .map(|(claim, pull)| json!({"claim": id(claim), "loading": pull}))
        .collect();
    let consensus = &map.results.consensus;
    let ids = |list: &[usize]| list.iter().map(|it| id(*it)).collect::<Value>();
    json!({
        "of": it.of.map(|it| it.to_string()),
        "topic": it.title,
        "url": it.address,
        "votes": it.ballots.vote_count(),
        "axes": {
            "strengths": map.axes.strengths,
            "shares": [map.axes.share(0), map.axes.share(1), map.axes.share(2)],
            "chance": map.axes.chance,
            "third_matters": map.axes.has_third(),
            "third_is": third,
        },
        "grouping": grouping(it),
        "common_ground": common_ground.collect::<Value>(),
        "divisions": divisions.collect::<Value>(),
        "consensus": {"agree": ids(&consensus.agree), "disagree": ids(&consensus.disagree)},
        "claims": (0..it.claims.len()).map(|one| claim(it, one, scores)).collect::<Value>(),
        "people": (0..it.person_count()).map(|one| person(it, one)).collect::<Value>(),
    })
}

/// What was read of an export, beside the map.
pub(super) fn with_report(mut document: Value, it: &Exported) -> Value {
    let report = &it.conversation.report;
    let read = report.read.iter();
    let read = read.map(|(file, rows)| json!({"file": file, "rows": rows}));
    document["sign"] = sign(it.conversation.sign);
    document["read"] = read.collect();
    document["skipped"] = told(&report.skipped);
    document["repaired"] = told(&report.repaired);
    document["notes"] = json!(report.notes);
    document
}

fn told(lines: &[Told]) -> Value {
    let line = |it: &Told| json!({"file": it.file, "line": it.line, "what": it.what});
    lines.iter().map(line).collect()
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Agree => "agree",
        Side::Disagree => "disagree",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Grouped => "grouped",
        Outcome::TooFewPeople { .. } => "too few people",
        Outcome::AllAlike => "all alike",
        Outcome::NoMoreThanChance => "no more than chance",
        Outcome::NoGap => "no gap",
    }
}

fn grouping(it: &Charted<'_>) -> Value {
    let grouping = &it.map.grouping;
    let groups = (0..grouping.count()).map(|group| {
        let id = |claim: usize| it.claims[claim].id.clone();
        let representative = it.map.results.representative[group].iter().map(|one| {
            json!({
                "claim": id(one.claim),
                "side": side(one.side),
                "share": one.share,
                "ratio": one.ratio,
            })
        });
        let telling = it.map.results.telling[group].iter().map(|one| {
            json!({
                "claim": id(one.claim),
                "side": side(one.side),
                "share": one.share,
                "others": one.others,
                "by_chance": one.by_chance,
            })
        });
        json!({
            "group": letter(group).to_string(),
            "people": grouping.sizes[group],
            "centre": [grouping.centres[group].0, grouping.centres[group].1],
            "representative": representative.collect::<Value>(),
            "telling": telling.collect::<Value>(),
        })
    });
    let tried = grouping.tried.iter().map(|it| {
        json!({
            "groups": it.groups,
            "silhouette": it.silhouette,
            "within": it.within,
            "smallest": it.smallest,
        })
    });
    json!({
        "outcome": outcome(grouping.outcome),
        "groups": groups.collect::<Value>(),
        "tried": tried.collect::<Value>(),
    })
}

fn counts(count: Count) -> Value {
    json!({"agree": count.agree, "disagree": count.disagree, "pass": count.pass})
}

fn claim(it: &Charted<'_>, at: usize, scores: &[f64]) -> Value {
    let results = &it.map.results;
    let label = &it.claims[at];
    let by_group = results.by_group.iter().map(|group| counts(group[at]));
    json!({
        "id": label.id,
        "text": label.words,
        "moderated": label.moderated,
        "counts_on_map": it.standing[at] == Standing::Shown,
        "votes": counts(results.counts[at]),
        "by_group": by_group.collect::<Value>(),
        "mean": it.map.axes.means[at],
        "loadings": it.map.axes.loadings.iter().map(|axis| axis[at]).collect::<Value>(),
        "extremity": it.map.extremities[at],
        "group_aware_consensus": results.group_aware_consensus[at],
        "priority": results.priorities[at],
        "bridging": scores[at],
    })
}

fn person(it: &Charted<'_>, at: usize) -> Value {
    let place = &it.map.positions[at];
    let group = it.map.grouping.group_of[at];
    json!({
        "id": it.person_id(at),
        "name": it.person_name(at),
        "votes": it.ballots.votes_of(at).count(),
        "group": group.map(|it| letter(usize::from(it)).to_string()),
        "x": place.x,
        "y": place.y,
        "z": place.z,
        "likely_x": place.likely_x,
        "likely_y": place.likely_y,
        "variance_x": place.variance_x,
        "variance_y": place.variance_y,
        "covariance": place.covariance,
    })
}

fn sign(sign: Sign) -> Value {
    let (name, agree, disagree) = match sign {
        Sign::Declared => ("declared", None, None),
        Sign::DeclaredTurned => ("declared turned", None, None),
        Sign::AsUsual { agree, disagree } => ("as usual", Some(agree), Some(disagree)),
        Sign::Suspicious { agree, disagree } => ("suspicious", Some(agree), Some(disagree)),
        Sign::TooFewToSay => ("too few to say", None, None),
    };
    json!({"finding": name, "authors_agree": agree, "authors_disagree": disagree})
}
