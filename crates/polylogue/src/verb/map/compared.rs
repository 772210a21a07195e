//! The map beside what the export publishes: the matrix, the groups, and the consensus column that
//! some exports have.

use polylogue_map::groups::{Grouping, likeness};
use polylogue_map::{OneHand, results};
use serde_json::{Value, json};

use super::letter;
use crate::exported::Exported;
use crate::failure::Failure;
use crate::table::pairs;

/// What was compared.
pub(super) struct Compared {
    /// Cells of the published matrix, and how many differ from the votes.
    cells: Option<(usize, usize)>,
    /// Published groups with a person in them.
    published: Vec<usize>,
    /// Adjusted Rand index of our groups and the published ones.
    likeness: f64,
    /// The share of people who stand nearest to the centre of their published group on our map.
    nearest: f64,
    /// People in both groupings: rows are ours, columns the published ones.
    table: Vec<Vec<usize>>,
    /// Published consensus values that were compared, and how far off the worst is.
    consensus: Option<(usize, f64)>,
}

/// Compares.
///
/// # Errors
/// A refusal where nothing was published to compare with.
pub(super) fn compare(it: &Exported) -> Result<Compared, Failure> {
    let published = it.published().ok_or_else(|| {
        Failure::refused(
            "no groups are published in these files: there is nothing to compare with",
            "groups stand in participants-votes.csv, in the column group-id",
        )
    })?;
    let given = Grouping::given(published.clone());
    let counts = given.sizes.len();
    let mut table = vec![vec![0; counts]; it.map.grouping.count()];
    for (ours, theirs) in it.map.grouping.group_of.iter().zip(&published) {
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            table[usize::from(*ours)][usize::from(*theirs)] += 1;
        }
    }
    let votes = (&it.roll.ballots, it.standing.as_slice());
    let by_theirs = results(votes, &given, &it.map.extremities, &OneHand);
    let mut consensus = None;
    for (claim, id) in it.roll.claims.iter().enumerate() {
        let known = it.conversation.claims.get(id);
        if let Some(value) = known.and_then(|it| it.published_consensus) {
            let off = (by_theirs.group_aware_consensus[claim] - value).abs();
            let (count, worst) = consensus.unwrap_or((0, 0.0_f64));
            consensus = Some((count + 1, worst.max(off)));
        }
    }
    Ok(Compared {
        cells: it.conversation.compared.map(|it| (it.cells, it.different)),
        likeness: likeness(&it.map.grouping.group_of, &published),
        nearest: nearest_share(it, &published, counts),
        published: given.sizes,
        table,
        consensus,
    })
}

/// The share of placed people whose nearest published centre is that of their own group.
fn nearest_share(it: &Exported, published: &[Option<u8>], groups: usize) -> f64 {
    let placed = it.map.positions.iter().zip(published).zip(&it.map.eligible);
    let placed: Vec<(f64, f64, usize)> = placed
        .filter(|(_, is_in)| **is_in)
        .filter_map(|((it, group), _)| Some((it.x, it.y, usize::from((*group)?))))
        .collect();
    let mut centres = vec![(0.0, 0.0, 0.0); groups];
    for (x, y, group) in &placed {
        let centre = &mut centres[*group];
        *centre = (centre.0 + x, centre.1 + y, centre.2 + 1.0);
    }
    let square = |group: usize, x: f64, y: f64| {
        let (sum_x, sum_y, people) = centres[group];
        (sum_x / people - x).powi(2) + (sum_y / people - y).powi(2)
    };
    let near = placed.iter().filter(|(x, y, own)| {
        let others = (0..groups).filter(|it| *it != *own && centres[*it].2 > 0.0);
        let own = square(*own, *x, *y);
        others.map(|it| square(it, *x, *y)).all(|it| own <= it)
    });
    let near = u32::try_from(near.count()).unwrap_or(u32::MAX);
    f64::from(near) / f64::from(u32::try_from(placed.len().max(1)).unwrap_or(u32::MAX))
}

/// The comparison as text.
pub(super) fn text(it: &Exported, found: &Compared) -> String {
    let cells = match found.cells {
        Some((cells, 0)) => format!("all {cells} cells are what the votes say"),
        Some((cells, different)) => format!("{different} of {cells} cells differ from the votes"),
        None => "made from it: there is no votes.csv".to_owned(),
    };
    let sizes = |sizes: &[usize]| {
        let sizes: Vec<String> = sizes.iter().map(ToString::to_string).collect();
        format!("{} ({})", sizes.len(), sizes.join(" + "))
    };
    let consensus = match found.consensus {
        Some((count, worst)) => format!("{count} published values, off by {worst:.0e} at most"),
        None => "not published in these files".to_owned(),
    };
    let both = found.table.iter().enumerate().map(|(group, row)| {
        let row = row.iter().zip(&found.published);
        let row: Vec<String> = row.map(|(it, all)| format!("{it} of the {all}")).collect();
        format!("{}: {}", letter(group), row.join(", "))
    });
    let both: Vec<String> = both.collect();
    let compared = pairs(&[
        ("matrix", cells),
        ("groups published", sizes(&found.published)),
        ("groups found", sizes(&it.map.grouping.sizes)),
        (
            "likeness of the two",
            format!("{:.3} (adjusted Rand index)", found.likeness),
        ),
        ("people in both", both.join("; ")),
        (
            "nearest to their own",
            format!(
                "{:.1} % of people stand nearest to their published group",
                { found.nearest * 100.0 }
            ),
        ),
        ("group-aware consensus", consensus),
    ]);
    let topic = &it.conversation.summary.topic;
    format!(
        "{topic}\n{compared}\nPublished groups depend on the order in which people came and on \
         earlier maps;\nours on the votes alone."
    )
}

/// The comparison as JSON.
pub(super) fn json_of(found: &Compared) -> Value {
    json!({
        "cells": found.cells.map(|(cells, _)| cells),
        "cells_different": found.cells.map(|(_, different)| different),
        "groups_published": found.published,
        "likeness": found.likeness,
        "nearest_share": found.nearest,
        "found_by_published": found.table,
        "consensus_compared": found.consensus.map(|(count, _)| count),
        "consensus_off_at_most": found.consensus.map(|(_, worst)| worst),
    })
}
