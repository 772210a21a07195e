//! Taking a map away as a table for other programs.

use polylogue_map::Standing;
use polylogue_node::maps::MapOf;

use super::Outcome;
use crate::asked::Asked;
use crate::link::short;
use crate::page::map::bars::letter;
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
