//! Votes on the wordings of a line: how each exact wording fared, earlier rounds too, and a form.

use maud::{Markup, html};
use polylogue_core::kind::Choice as Chosen;
use polylogue_store::query::RoundRow;

use crate::context::Context;
use crate::link::short;
use crate::page::claim::vote_buttons;
use crate::page::comment::reasons;
use crate::page::fields::{self, Choice};
use crate::page::parts::{clipped, person, section_head};
use crate::routes::Name;
use crate::t;
use crate::view::line::LineView;

/// How much of a wording stands in the table, in characters.
const WORDS_CHARACTERS: usize = 200;

/// The votes; nothing where there is one wording that nobody voted on.
#[must_use]
pub fn of_line(c: &Context<'_>, view: &LineView) -> Markup {
    let proposed = view.comments.iter().any(|it| it.proposes.is_some());
    if view.rounds.is_empty() && view.row.wordings.len() < 2 && !proposed {
        return html! {};
    }
    html! {
        section.sec id="votes" aria-labelledby="votes-h" {
            (section_head("votes-h", &t!(c, "wording-votes-head"), html! {
                (t!(c, "wording-votes-about"))
            }))
            @if view.rounds.is_empty() { p.quiet { (t!(c, "wording-votes-none")) } }
            @else { (table(c, view)) }
            @for round in &view.rounds { (reasons(c, &round.votes.reasons)) }
            @if c.here().may.speak.is() {
                (fields::folded(c, Name::VoteWording, "wording-vote-head", form(c, view)))
            }
        }
    }
}

fn table(c: &Context<'_>, view: &LineView) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-labelledby="votes-h" {
            table.table {
                caption { (t!(c, "wording-votes-caption")) }
                thead {
                    tr {
                        th scope="col" { (t!(c, "wording-votes-wording")) }
                        th scope="col" { (t!(c, "wording-votes-stands")) }
                        th.num scope="col" { (t!(c, "vote-agree")) }
                        th.num scope="col" { (t!(c, "vote-disagree")) }
                        th.num scope="col" { (t!(c, "vote-pass")) }
                    }
                }
                tbody { @for round in &view.rounds { (row(c, view, round)) } }
            }
        }
    }
}

fn row(c: &Context<'_>, view: &LineView, round: &RoundRow) -> Markup {
    let tally = round.votes.tally;
    let stands = view
        .row
        .wordings
        .iter()
        .any(|it| it.said.id == round.said.id);
    let key = match (stands, round.is_proposed) {
        (true, _) => "wording-stands",
        (false, true) => "wording-proposed",
        (false, false) => "wording-earlier",
    };
    html! {
        tr {
            th scope="row" {
                bdi dir="auto" { (clipped(&round.text.words, WORDS_CHARACTERS)) } " "
                span.note { (person(c, &round.said.by)) }
            }
            td {
                (c.words.say(key, &[]))
                @if let Some(choice) = round.votes.mine { " " span.quiet { (mine(c, choice)) } }
            }
            td.num { (tally.agree) }
            td.num { (tally.disagree) }
            td.num { (tally.pass) }
        }
    }
}

fn mine(c: &Context<'_>, choice: Chosen) -> String {
    let key = match choice {
        Chosen::Agree => "wording-vote-agreed",
        Chosen::Disagree => "wording-vote-disagreed",
        Chosen::Pass => "wording-vote-passed",
    };
    c.words.say(key, &[])
}

/// One form for all wordings that can be voted on now: those that stand and those proposed.
fn form(c: &Context<'_>, view: &LineView) -> Markup {
    let id = &view.row.said.id;
    let standing = view.row.wordings.iter();
    let standing = standing.map(|it| (it.said.id, it.text.words.as_str()));
    let proposed = view.comments.iter();
    let proposed =
        proposed.filter_map(|it| Some((it.said.id, it.proposes.as_ref()?.words.as_str())));
    let choices: Vec<Choice> = standing
        .chain(proposed)
        .filter(|(_, words)| !words.is_empty())
        .map(|(id, words)| Choice::new(short(&id), clipped(words, WORDS_CHARACTERS)))
        .collect();
    let first = choices.first().map_or(String::new(), |it| it.value.clone());
    html! {
        (fields::form(c, Name::VoteWording, &c.here().of(Name::VoteWording, id), |f| html! {
            (f.radios("wording", "wording-vote-which", &choices, &first))
            (f.line("reason", "wording-vote-why", ""))
            (vote_buttons(c))
        }))
    }
}
