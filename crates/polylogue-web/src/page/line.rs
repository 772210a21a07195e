//! One line: its wordings side by side, everything each rests on, and what was found when the two
//! were laid beside each other.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{FindingRow, RestRow, Wording};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    kind, move_key, move_line, person, perspective, prose, section_head, target, title, when,
    words_of,
};
use crate::page::synthesis::verdict;
use crate::page::{beside, line_form};
use crate::routes::Name;
use crate::view::line::LineView;
use crate::view::synthesis::to_line;
use crate::{rich, t};

/// The line.
#[must_use]
pub fn page(c: &Context<'_>, view: &LineView) -> Shown {
    let here = c.here();
    let document = &view.document;
    let name = t!(c, "line-title");
    let body = html! {
        (title(html! {
            @let link = here.of(Name::Synthesis, &document.said.id);
            a href=(to_line(link, &view.text, &view.row.said.id)) {
                (words_of(&document.title))
            }
        }, &name, html! {}))
        @if view.row.is_struck { p.gap { (t!(c, "line-is-struck")) } }
        (beside::struck(c, &view.row))
        section.sec aria-labelledby="reads" {
            (section_head("reads", &t!(c, "line-reads"), html! {
                @if view.row.wordings.len() > 1 {
                    (t!(c, "line-wordings", count = view.row.wordings.len()))
                }
            }))
            (says(c, view))
            div.pair {
                @for (wording, rests) in view.row.wordings.iter().zip(&view.rests) {
                    div { (worded(c, view, wording, rests)) }
                }
            }
        }
        (crate::page::wording_votes::of_line(c, view))
        (crate::page::comments::of_line(c, view))
        @if here.may.speak.is() { (forms(c, view)) }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// What the line says, as data.
fn says(c: &Context<'_>, view: &LineView) -> Markup {
    let found = view.drifts.iter().find_map(|it| it.clause.as_ref());
    let Some(clause) = view.row.clauses.first().or(found) else {
        return html! { p.note { (t!(c, "line-says-nothing")) } };
    };
    html! {
        p.note {
            (t!(c, "line-says")) " " (perspective(c, &clause.perspective)) " "
            (kind(c, clause.kind)) " "
            @if let Some(about) = &view.about { (target(c, about)) }
            @if let Some(condition) = &clause.condition {
                " " (rich!(c, "move-condition"; condition = words_of(condition)))
            }
        }
    }
}

fn worded(c: &Context<'_>, view: &LineView, wording: &Wording, rests: &[RestRow]) -> Markup {
    let drift = view.drifts.iter().find(|it| it.wording == wording.said.id);
    let is_open = view.row.is_open() && !view.row.is_struck;
    html! {
        (prose(c, &wording.text))
        p.note { (person(c, &wording.said.by)) (t!(c, "between")) (when(c, &wording.said)) }
        (beside::taken(c, &view.came, wording))
        (credited(c, view, wording))
        @if rests.is_empty() {
            p.note { (t!(c, "line-untraced")) " "
                @match view.came.contains_key(&wording.said.id) {
                    true => (rich!(c, "line-asserted";
                        who = beside::writer(c, &view.came, wording))),
                    false => (rich!(c, "line-asserted"; who = person(c, &wording.said.by))),
                }
            }
        } @else {
            p.note { (t!(c, "line-rests", count = rests.len())) }
            (beside::opened(c, rests))
            (beside::changes(c, rests))
        }
        @if let Some(drift) = drift {
            p { (verdict(c, drift.verdict)) }
            @if !drift.findings.is_empty() {
                ul.marks { @for it in &drift.findings { li { (finding(c, it)) } } }
            }
        }
        @if is_open && c.here().may.speak.is() {
            (settle(c, &view.row.said.id, &wording.said.id))
        }
    }
}

/// Whose proposals a wording was taken from.
fn credited(c: &Context<'_>, view: &LineView, wording: &Wording) -> Markup {
    let at = view
        .row
        .wordings
        .iter()
        .position(|it| it.said.id == wording.said.id);
    let credits = at.and_then(|it| view.credits.get(it));
    html! {
        @for credit in credits.into_iter().flatten() {
            p.note {
                (rich!(c, "line-credited"; who = person(c, &credit.by), comment = html! {
                    a href=(c.here().of(Name::Comment, &credit.comment)) {
                        (t!(c, "line-credited-comment"))
                    }
                }))
            }
        }
    }
}

fn settle(c: &Context<'_>, line: &OperationId, wording: &OperationId) -> Markup {
    fields::form(
        c,
        Name::SettleLine,
        &c.here().of(Name::SettleLine, line),
        |f| {
            html! {
                input type="hidden" name="wording" value=(short(wording));
                (f.send_quietly("line-settle"))
            }
        },
    )
}

/// What was found, in a sentence, and the words that show it.
fn finding(c: &Context<'_>, row: &FindingRow) -> Markup {
    html! {
        p.note { (c.words.say(&format!("finding-{}", row.finding.name()), &[])) }
        @match (&row.by_move, &row.shows) {
            (Some(made), _) => (move_line(c, made)),
            (None, Some(shown)) => (target(c, shown)),
            (None, None) => {}
        }
    }
}

fn forms(c: &Context<'_>, view: &LineView) -> Markup {
    let here = c.here();
    let id = &view.row.said.id;
    html! {
        section.sec.no-print {
            (fields::folded(c, Name::WordLine, "line-set", html! {
                (line_form::form(c, &view.row, ""))
            }))
            (line_form::attach(c, view))
            (line_form::detach(c, view))
            (fields::folded(c, Name::SayClause, "line-clause", fields::form(c, Name::SayClause,
                &here.of(Name::SayClause, id), |f| html! {
                    (f.select("perspective", "clause-who", &everybody(c), ""))
                    (f.select("kind", "clause-does", &kinds(c), ""))
                    (f.select("about", "clause-whom", &everybody(c), ""))
                    (f.line("target", "clause-target", ""))
                    (f.line("condition", "clause-condition", ""))
                    (f.language_hidden())
                    (f.send("clause-send", "clause-send-means"))
                })))
            (strike(c, view))
        }
    }
}

fn strike(c: &Context<'_>, view: &LineView) -> Markup {
    let id = &view.row.said.id;
    fields::form(
        c,
        Name::StrikeLine,
        &c.here().of(Name::StrikeLine, id),
        |f| {
            html! {
                @if view.row.is_struck { (f.send_quietly("line-restore")) } @else {
                    input type="hidden" name="struck" value="yes";
                    (f.send_quietly("line-strike"))
                }
            }
        },
    )
}

fn everybody(c: &Context<'_>) -> Vec<Choice> {
    let chips = fields::in_order(c).into_iter();
    chips
        .map(|(id, chip)| Choice::new(short(id), chip.name.words.clone()))
        .collect()
}

fn kinds(c: &Context<'_>) -> Vec<Choice> {
    let all = MoveKind::ALL.into_iter();
    all.map(|it| Choice::new(it.name(), c.words.say(&move_key(it), &[])))
        .collect()
}
