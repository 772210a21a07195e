//! Who answers whom, and who was not heard.

use polylogue_node::sheets::Table as Sheet;
use polylogue_store::query::{LanguageRow, PersonBrief, Standing};
use polylogue_store::sift::Edge;
use serde_json::{Value, json};

use super::Known;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::Output;
use crate::table::{Table, parts};
use crate::words;

/// Shows the voices.
pub(super) fn run(known: &Known, csv: bool) -> Result<Output, Failure> {
    if csv {
        return known.sheet(Sheet::Voices);
    }
    let languages = known.reader.languages()?;
    let people = known.reader.people_in_brief()?;
    let silent: Vec<PersonBrief> = people
        .into_iter()
        .filter(|it| !it.has_spoken && it.standing == Standing::Member)
        .collect();
    let document = json_of(known, &languages, &silent)?;
    Ok(Output::new(text(known, &languages, &silent), document))
}

fn text(known: &Known, languages: &[LanguageRow], silent: &[PersonBrief]) -> String {
    let shape = known.sifted.shape();
    let mut edges = Table::new(["from", "to", "turns", "answers", "from within"]);
    for ((from, to), edge) in &known.sifted.edges {
        edges.row([
            known.name(*from).to_owned(),
            known.name(*to).to_owned(),
            edge.turns.len().to_string(),
            edge.answers.len().to_string(),
            edge.within.to_string(),
        ]);
    }
    let mut heard = Table::new([
        "perspective",
        "turns within",
        "on behalf",
        "moves",
        "answered",
    ]);
    for (place, it) in known.sifted.heard.iter().enumerate() {
        let is_answered = !shape.no_reply.contains(&place);
        heard.row([
            known.name(place).to_owned(),
            it.turns_within.to_string(),
            it.turns_on_behalf.to_string(),
            (it.moves_within + it.moves_on_behalf).to_string(),
            if is_answered {
                "yes"
            } else {
                "nobody answers it"
            }
            .to_owned(),
        ]);
    }
    let star = shape.star_around.map(|it| {
        let name = known.name(it);
        format!("A star: everything goes through {name}.")
    });
    let ways = format!(
        "{} of {} pairs answer each other, {} of them both from within.",
        shape.both_ways, shape.pairs, shape.both_ways_within
    );
    parts(&[
        edges.text_or("no perspective has answered another yet"),
        star.unwrap_or_default(),
        ways,
        heard.text_or("no perspective yet: `polylogue perspective add NAME` names one"),
        spoken_in(languages),
        not_heard(silent),
    ])
}

fn spoken_in(languages: &[LanguageRow]) -> String {
    let spoken: Vec<String> = languages
        .iter()
        .map(|it| {
            format!(
                "{} ({})",
                it.language,
                words::count(it.turns, "turn", "turns")
            )
        })
        .collect();
    match spoken.is_empty() {
        true => String::new(),
        false => format!("Languages: {}", spoken.join(", ")),
    }
}

fn not_heard(silent: &[PersonBrief]) -> String {
    let names: Vec<String> = silent
        .iter()
        .take(20)
        .map(|it| match it.name.words.is_empty() {
            true => it.key.short(),
            false => it.name.words.clone(),
        })
        .collect();
    match silent.len() {
        0 => String::new(),
        count => format!(
            "{count} members have not said a turn yet: {}",
            names.join(", ")
        ),
    }
}

fn json_of(
    known: &Known,
    languages: &[LanguageRow],
    silent: &[PersonBrief],
) -> Result<Value, Failure> {
    let sifted = &known.sifted;
    let shape = sifted.shape();
    let edge = |((from, to), it): (&(usize, usize), &Edge)| -> Result<Value, Failure> {
        Ok(json!({
            "from": known.id(*from),
            "to": known.id(*to),
            "turns": rows_json::ids(&known.evidence(&it.turns)?),
            "answers": rows_json::ids(&known.evidence(&it.answers)?),
            "within": it.within,
            "on_behalf": it.on_behalf,
        }))
    };
    let edges: Result<Vec<Value>, Failure> = sifted.edges.iter().map(edge).collect();
    let heard: Vec<Value> = sifted
        .heard
        .iter()
        .zip(&known.perspectives)
        .map(|(it, row)| {
            json!({
                "id": rows_json::id(row.said.id),
                "name": rows_json::words(&row.name),
                "short": row.short,
                "turns_within": it.turns_within,
                "turns_on_behalf": it.turns_on_behalf,
                "moves_within": it.moves_within,
                "moves_on_behalf": it.moves_on_behalf,
                "heard": it.is_heard(),
                "heard_within": it.is_heard_within(),
            })
        })
        .collect();
    Ok(json!({
        "perspectives": heard,
        "edges": edges?,
        "pairs": shape.pairs,
        "both_ways": shape.both_ways,
        "both_ways_from_within": shape.both_ways_within,
        "star_around": shape.star_around.map(|it| known.id(it)),
        "no_reply": known.ids(&shape.no_reply),
        "no_edge": known.ids(&shape.no_edge),
        "languages": rows_json::list(languages, |it| {
            json!({"language": it.language, "turns": it.turns, "things": it.things})
        }),
        "people_not_heard": rows_json::list(silent, |it| {
            json!({"key": rows_json::id(it.key), "name": it.name.words})
        }),
    }))
}
