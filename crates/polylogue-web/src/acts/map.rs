//! Taking a map away as a table for other programs; counting it without some people too.

use std::collections::BTreeSet;

use polylogue_core::id::Key;
use polylogue_map::Standing;
use polylogue_node::intent::Intent;
use polylogue_node::maps::{Counted, MapOf};

use super::{Outcome, needed, reason};
use crate::asked::Asked;
use crate::link::{Link, short};
use crate::page::map::bars::letter;
use crate::routes::Name;
use crate::trouble::Trouble;
use crate::view::map::{named, opened};

/// The claims of a map with everybody's votes and those of each group, as CSV.
///
/// # Errors
/// A [`Trouble`] if there is no such map or it cannot be read.
pub fn sheet(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let (id, of) = named(asked)?;
    let open = opened(asked, MapOf::members(of.map(|it| it.id)))?;
    let results = &open.map.results;
    let mut head: Vec<String> = ["claim", "counts-on-map", "agree", "disagree", "pass"]
        .map(str::to_owned)
        .to_vec();
    for group in 0..results.by_group.len() {
        let letter = letter(group).to_ascii_lowercase();
        head.extend(["agree", "disagree", "pass"].map(|it| format!("group-{letter}-{it}")));
    }
    head.push("text".to_owned());
    let mut text = head.join(",") + "\n";
    for (number, claim) in open.claims.iter().enumerate() {
        let row = asked.reader()?.claims_named(&[*claim])?.pop();
        let words = row.map(|it| it.text.words).unwrap_or_default();
        let is_shown = open.standing[number] == Standing::Shown;
        let mut line = vec![claim.to_string(), u8::from(is_shown).to_string()];
        let all = std::iter::once(results.counts[number]);
        for count in all.chain(results.by_group.iter().map(|it| it[number])) {
            line.extend([count.agree, count.disagree, count.pass].map(|it| it.to_string()));
        }
        line.push(cell(&words));
        text += &line.join(",");
        text.push('\n');
    }
    Ok(Outcome::File(
        format!("map-{}.csv", short(&id)),
        text.into_bytes(),
    ))
}

/// Counts a map without some people too, as a moderator: those whom signs name now, and whom the
/// form names; or of everybody alone again.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn count_without(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "reason", "unclear-reason")?;
    let (id, of) = named(asked)?;
    let under = of.map(|it| it.id);
    let mut people: BTreeSet<Key> = BTreeSet::new();
    if !asked.form.is_ticked("nobody") {
        let open = opened(asked, MapOf::members(under))?;
        let scrutiny = asked.scrutiny(under)?;
        for counted in asked.form.all("sign").filter_map(Counted::of_name) {
            let out = scrutiny.left_out(&open, counted);
            people.extend(out.into_iter().map(|it| open.people[it]));
        }
        for line in asked.form.get("people").lines() {
            if !line.trim().is_empty() {
                people.insert(called(asked, line.trim())?);
            }
        }
        if people.is_empty() {
            return Err(Trouble::Unclear("unclear-left-out"));
        }
    }
    asked.perform(Intent::CountWithout {
        of: under,
        people: people.into_iter().collect(),
        reason: reason(asked),
    })?;
    Ok(Outcome::See(Link::of(&asked.commons()?, Name::Map, &id)))
}

/// The one person a line means: by name, or by how their key begins.
fn called(asked: &Asked<'_>, line: &str) -> Result<Key, Trouble> {
    let folded = line.to_lowercase();
    let mut found: Vec<Key> = asked
        .people()?
        .iter()
        .filter(|it| it.name.words.to_lowercase() == folded)
        .map(|it| it.key)
        .collect();
    let is_key =
        (8..=64).contains(&folded.len()) && folded.bytes().all(|it| it.is_ascii_hexdigit());
    if found.is_empty() && is_key {
        found = asked.reader()?.people_of_digits(&folded)?;
    }
    match found.as_slice() {
        [one] => Ok(*one),
        _ => Err(Trouble::Unclear("unclear-left-out-whom")),
    }
}

/// A text in one cell, quoted; with a `'` before what a spreadsheet would take for a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_formula_and_stays_in_its_cell() {
        assert_eq!(cell("=SUM(A1)"), "\"'=SUM(A1)\"");
        assert_eq!(cell("Say \"no\", twice"), "\"Say \"\"no\"\", twice\"");
    }
}
