//! The map as text: what is shared first, then what divides, then each group, and how sure it is.

use polylogue_map::groups::{self, Outcome};
use polylogue_map::lens::common_ground::VOTES_MIN;
use polylogue_map::polis::Side;
use polylogue_map::{Count, Standing};
use polylogue_node::maps::BRIDGING_MIN;

use super::charted::Charted;
use super::{letter, percent};
use crate::table::{Table, parts};
use crate::words::{clip, count};

/// Rows of a list shown to people; `--json` has all.
const ROWS_MAX: usize = 8;
/// Rows of a group's own list.
const GROUP_ROWS_MAX: usize = 5;
/// Characters of a title.
const TITLE_CHARACTERS_MAX: usize = 96;

/// The whole text.
pub(super) fn text(it: &Charted<'_>, scores: &[f64]) -> String {
    if it.person_count() < groups::PEOPLE_MIN {
        return parts(&[head(it), few(it)]);
    }
    parts(&[
        head(it),
        grouping(it),
        common_ground(it),
        divisions(it),
        telling(it),
        bridging(it, scores),
        unknown(it),
        axes(it),
    ])
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn head(it: &Charted<'_>) -> String {
    let people = count(number(it.person_count()), "person", "people");
    let claims = count(number(it.claims.len()), "claim", "claims");
    let votes = count(number(it.ballots.vote_count()), "vote", "votes");
    let out = it
        .standing
        .iter()
        .filter(|it| **it != Standing::Shown)
        .count();
    let out = if out == 0 {
        String::new()
    } else {
        format!(" ({out} of them kept off the map by moderators)")
    };
    let mut lines = vec![clip(&it.title, TITLE_CHARACTERS_MAX), it.address.clone()];
    lines.push(format!("{people}, {claims}{out}, {votes}"));
    lines.retain(|it| !it.is_empty());
    lines.join("\n")
}

/// With very few voters there is nothing to compute: the votes themselves.
fn few(it: &Charted<'_>) -> String {
    let mut table = Table::new(["agree", "disagree", "pass", "claim"]);
    for (claim, count) in it.map.results.counts.iter().enumerate() {
        table.row([
            count.agree.to_string(),
            count.disagree.to_string(),
            count.pass.to_string(),
            named(it, claim),
        ]);
    }
    format!(
        "Fewer than {} people voted: these are the votes; there is nothing more to compute.\n{}",
        groups::PEOPLE_MIN,
        table.text_or("no vote yet")
    )
}

/// A claim's number and words.
fn named(it: &Charted<'_>, claim: usize) -> String {
    // A stranger's text must not speak to the terminal.
    let is_plain = |it: &char| !it.is_control() || it.is_whitespace();
    let words: String = it.words(claim).chars().filter(is_plain).collect();
    let words = if words.trim().is_empty() {
        "(no words here)"
    } else {
        &words
    };
    format!("{} {words}", it.claims[claim].name)
}

/// How many groups there are, and why.
fn grouping(it: &Charted<'_>) -> String {
    let grouping = &it.map.grouping;
    let people: usize = grouping.sizes.iter().sum();
    let rest = it.person_count() - people;
    let who = format!(
        "{} voted enough to be placed ({}), {rest} did not",
        count(number(people), "person", "people"),
        enough(it),
    );
    let why = match grouping.outcome {
        Outcome::Grouped => {
            let sizes = grouping.sizes.iter().enumerate();
            let sizes: Vec<String> = sizes
                .map(|(group, size)| format!("{} {size}", letter(group)))
                .collect();
            return format!(
                "{} groups: {}\n{who}.\n{}",
                grouping.count(),
                sizes.join(", "),
                tried(it)
            );
        }
        Outcome::TooFewPeople { .. } => "No groups: too few people voted enough to say.".to_owned(),
        Outcome::AllAlike => {
            "No groups: on every claim all who voted gave the same answer.".to_owned()
        }
        Outcome::NoMoreThanChance => "No groups: nothing in these votes goes beyond what people \
             voting independently of each other would show by chance."
            .to_owned(),
        Outcome::NoGap => format!(
            "No groups: people differ, but no split keeps them apart well enough.\n{}",
            tried(it)
        ),
    };
    format!("{why}\n{who}.")
}

/// How many votes were enough: fewer where the most active of all were taken, for too few had as
/// many as are asked for.
fn enough(it: &Charted<'_>) -> String {
    let voted = it.map.results.counts.iter().filter(|it| it.seen() > 0);
    let asked = groups::VOTES_MIN.min(voted.count()).max(1);
    let people = 0..it.person_count();
    let placed = people.filter(|it_is| it.map.eligible[*it_is]);
    let least = placed.map(|person| it.ballots.votes_of(person).count());
    let least = least.min().unwrap_or(asked).min(asked);
    let votes = count(number(least), "vote", "votes");
    if least == asked {
        return format!("{votes} or more");
    }
    format!(
        "{votes} or more; {asked} where {} people or more have voted as often",
        groups::PEOPLE_FILLED_TO
    )
}

/// Says how many of a list are not shown, and where they are.
fn more(all: usize, shown: usize) -> String {
    if all <= shown {
        return String::new();
    }
    format!("\nand {} more; --csv has all", all - shown)
}

/// What was tried, and the rule.
fn tried(it: &Charted<'_>) -> String {
    let tried: Vec<String> = it
        .map
        .grouping
        .tried
        .iter()
        .map(|it| format!("{} groups {:.2}", it.groups, it.silhouette))
        .collect();
    let people: usize = it.map.grouping.sizes.iter().sum();
    format!(
        "How well people are told apart (from −1 to 1):\n{}.\n\
         A split needs {:.2} and {} people in each group; more groups must be better by {:.2}.",
        tried.join(", "),
        groups::SILHOUETTE_MIN,
        groups::least(people),
        groups::SILHOUETTE_GAIN,
    )
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Agree => "agree",
        Side::Disagree => "disagree",
    }
}

fn common_ground(it: &Charted<'_>) -> String {
    let mut table = Table::new(["at least", "side", "claim"]);
    let found = it
        .map
        .results
        .common_ground
        .iter()
        .filter(|it| it.lowest > 0.5);
    let all = found.clone().count();
    for one in found.take(ROWS_MAX) {
        let claim = named(it, one.claim);
        table.row([percent(one.lowest), side(one.side).to_owned(), claim]);
    }
    let who = if it.map.grouping.count() > 1 {
        "most of every group"
    } else {
        "most people"
    };
    format!(
        "Common ground ({all})\nWhat {who} would say, at the low end of what the votes allow \
         (95 % credible).\n{}{}",
        table.text_or("nothing that the votes make sure of"),
        more(all, ROWS_MAX)
    )
}

fn divisions(it: &Charted<'_>) -> String {
    if it.map.grouping.count() < 2 {
        return String::new();
    }
    let mut head = vec!["apart", "90 % interval"];
    head.extend(
        ["A", "B", "C", "D", "E"]
            .iter()
            .take(it.map.grouping.count()),
    );
    head.push("claim");
    let mut table = Table::new(head);
    let results = &it.map.results;
    for one in results.divisions.iter().take(ROWS_MAX) {
        let mut row = vec![
            percent(one.spread),
            format!("{} to {}", percent(one.low), percent(one.high)),
        ];
        row.extend(results.by_group.iter().map(|it| agreeing(it[one.claim])));
        row.push(named(it, one.claim));
        table.row(row);
    }
    format!(
        "Divisions ({})\nApart is how many more of 100 agree in one group than in the other, \
         counted low where few voted; surest first.\n{}{}",
        results.divisions.len(),
        table.text_or("none that the votes make sure of"),
        more(results.divisions.len(), ROWS_MAX)
    )
}

fn agreeing(count: Count) -> String {
    if count.seen() < VOTES_MIN {
        return "too few".to_owned();
    }
    percent(f64::from(count.agree) / f64::from(count.seen()))
}

fn telling(it: &Charted<'_>) -> String {
    if it.map.grouping.count() < 2 {
        return String::new();
    }
    let lists = it
        .map
        .results
        .telling
        .iter()
        .enumerate()
        .map(|(group, list)| {
            let mut table = Table::new(["here", "elsewhere", "side", "claim"]);
            for one in list.iter().take(GROUP_ROWS_MAX) {
                table.row([
                    percent(one.share),
                    percent(one.others),
                    side(one.side).to_owned(),
                    named(it, one.claim),
                ]);
            }
            let size = it.map.grouping.sizes[group];
            format!(
                "Group {}, {}: stands out on {}\n{}{}",
                letter(group),
                count(number(size), "person", "people"),
                count(number(list.len()), "claim", "claims"),
                table.text_or("on nothing beyond chance"),
                match list.len().saturating_sub(GROUP_ROWS_MAX) {
                    0 => String::new(),
                    rest => format!("\nand {rest} more; --json has all"),
                }
            )
        });
    let lists: Vec<String> = lists.collect();
    format!(
        "{}\n\nOf the claims a group stands out on, about one in ten is expected to be there by \
         chance\n(Benjamini and Hochberg).",
        lists.join("\n\n")
    )
}

/// A number with its sign, to hundredths; nothing has none.
fn signed(value: f64) -> String {
    let text = format!("{value:+.2}");
    if text == "-0.00" {
        return "+0.00".to_owned();
    }
    text
}

fn bridging(it: &Charted<'_>, scores: &[f64]) -> String {
    let is_told = |claim: &usize| {
        scores[*claim] >= BRIDGING_MIN
            && it.standing[*claim] == Standing::Shown
            && it.map.results.counts[*claim].seen() >= VOTES_MIN
    };
    let mut claims: Vec<usize> = (0..scores.len()).filter(is_told).collect();
    let all = claims.len();
    claims.sort_by(|left, right| scores[*right].total_cmp(&scores[*left]));
    let mut table = Table::new(["score", "agree", "claim"]);
    for claim in claims.into_iter().take(GROUP_ROWS_MAX) {
        let count = it.map.results.counts[claim];
        let share = f64::from(count.agree) / f64::from(count.seen().max(1));
        table.row([signed(scores[claim]), percent(share), named(it, claim)]);
    }
    format!(
        "Bridging ({all})\nWhat people agree with wherever they stand: from {BRIDGING_MIN}. 0 is \
         as much as claims here are agreed with on\nthe whole; it passes 1 where most others are \
         refused.\n{}{}",
        table.text_or("nothing that both ends hold much more than the rest"),
        more(all, GROUP_ROWS_MAX)
    )
}

/// What the votes do not say yet.
fn unknown(it: &Charted<'_>) -> String {
    let by_group = &it.map.results.by_group;
    let is_unknown = |claim: &usize| {
        let is_shown = it.standing[*claim] == Standing::Shown;
        is_shown
            && by_group
                .iter()
                .any(|group| group[*claim].seen() < VOTES_MIN)
    };
    let unknown = (0..it.claims.len()).filter(is_unknown).count();
    if unknown == 0 {
        return String::new();
    }
    let claims = count(number(unknown), "claim", "claims");
    if by_group.len() < 2 {
        return format!("Too few votes to say: {claims} with fewer than {VOTES_MIN} votes.");
    }
    format!("Too few votes to say: on {claims} some group has fewer than {VOTES_MIN} votes.")
}

fn axes(it: &Charted<'_>) -> String {
    let axes = &it.map.axes;
    if axes.share(0) < 0.005 {
        return String::new();
    }
    let shares = format!(
        "The two axes of the map hold {} and {} of all differences between people.",
        percent(axes.share(0)),
        percent(axes.share(1)),
    );
    if axes.has_third() {
        let third = percent(axes.share(2));
        return format!(
            "{shares}\nA third holds {third}: people who stand together here may be apart along \
             it.\nIt is told because it is above chance and at least three quarters as strong as \
             the second.\n{}",
            third_axis(it)
        );
    }
    shares
}

/// What the third axis is made of.
fn third_axis(it: &Charted<'_>) -> String {
    let mut table = Table::new(["agreeing moves", "claim"]);
    for (claim, pull) in it.map.axes.made_of(2, GROUP_ROWS_MAX) {
        table.row([signed(pull), named(it, claim)]);
    }
    table.text_or("")
}
