//! One perspective: what it says, who spoke for it, what it holds, where it came from.

use maud::{Markup, html};
use polylogue_store::query::{PerspectiveRow, Shown as Fate};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    brought_in, empty, fate, is_readable, lineage, move_line, named, page_title, person, prose,
    section_head, speaker, speaks_for, title, when, words_of,
};
use crate::page::perspectives::heard;
use crate::page::turns::ask_state;
use crate::routes::Name;
use crate::view::perspective::PerspectiveView;
use crate::{rich, sprite, t};

/// A perspective.
#[must_use]
pub fn page(c: &Context<'_>, view: &PerspectiveView) -> Shown {
    let row = &view.row;
    let over = html! { (t!(c, "thing-perspective")) };
    let name = html! {
        span.who-long {
            (sprite::mark(row.mark))
            (named(c, &row.name, &row.said, "thing-perspective"))
        }
    };
    let body = html! {
        div.set {
            div {
                (title(over, name, html! {
                    (heard(c, row)) (t!(c, "between"))
                    (rich!(c, "perspective-named-by"; who = person(c, &row.said.by)))
                    (t!(c, "between")) (when(c, &row.said)) (brought_in(c, &row.said))
                }))
                (fate(c, &row.said))
                @if is_readable(&row.said.shown) { (prose(c, &row.summary)) }
                @if !row.other_wordings.is_empty() {
                    p.before.note.sp-t {
                        (t!(c, "perspective-wordings", count = row.other_wordings.len()))
                    }
                }
                (sources(c, view))
                (where_heard(c, view))
                (holds(c, view))
                (remarks(c, view))
                @if !row.lineage.is_empty() {
                    section.sec aria-labelledby="lineage-h" {
                        (section_head("lineage-h", &t!(c, "perspective-lineage"), html! {}))
                        (lineage(c, &row.lineage))
                    }
                }
                (acts(c, view))
            }
        }
    };
    Shown {
        title: page_title(c, &row.name, &row.said, "thing-perspective"),
        part: Some(Name::Perspectives),
        body,
    }
}

fn sources(c: &Context<'_>, view: &PerspectiveView) -> Markup {
    html! {
        @if !view.sources.is_empty() {
            section.sec aria-labelledby="sources-h" {
                (section_head("sources-h", &t!(c, "perspective-sources"), html! {}))
                ul.list {
                    @for source in &view.sources {
                        li {
                            a href=(c.here().of(Name::Source, &source.said.id)) {
                                (words_of(&source.title))
                            }
                            @if !source.authors.is_empty() {
                                " " span.note { bdi { (source.authors) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn where_heard(c: &Context<'_>, view: &PerspectiveView) -> Markup {
    let here = c.here();
    html! {
        section.sec aria-labelledby="heard-h" {
            (section_head("heard-h", &t!(c, "perspective-dialogues"), html! {}))
            @if view.dialogues.is_empty() {
                (empty(c, "perspective-no-dialogue",
                    Some((here.to(Name::Dialogues).at("new"), "dialogue-new"))))
            } @else {
                ul.list {
                    @for row in &view.dialogues {
                        li {
                            a href=(here.of(Name::Dialogue, &row.said.id)) {
                                (named(c, &row.title, &row.said, "thing-dialogue"))
                            }
                            p.note {
                                (crate::page::dialogue::state(c, row)) (t!(c, "between"))
                                (t!(c, "turns-count", count = row.turns))
                            }
                        }
                    }
                }
            }
            @if !view.turns.is_empty() {
                ul.marks.sp-t {
                    @for (turn, dialogue) in &view.turns {
                        li {
                            (speaker(c, &turn.said)) " "
                            i { (speaks_for(c, turn.perspective, turn.voice)) } (t!(c, "between"))
                            a href=(here.turn_in(&turn.dialogue, turn.number)) {
                                (rich!(c, "latest-where", number = turn.number;
                                    dialogue = words_of(dialogue)))
                            }
                            (t!(c, "between")) (when(c, &turn.said))
                            @if turn.said.shown != Fate::Whole { (fate(c, &turn.said)) }
                        }
                    }
                }
            }
        }
    }
}

fn holds(c: &Context<'_>, view: &PerspectiveView) -> Markup {
    html! {
        section.sec aria-labelledby="holds-h" {
            (section_head("holds-h", &t!(c, "perspective-claims"), html! {}))
            @if view.claims.is_empty() { p.quiet { (t!(c, "perspective-no-claims")) } }
            @else {
                ul.list {
                    @for row in &view.claims {
                        li {
                            a href=(c.here().of(Name::Claim, &row.said.id)) {
                                (words_of(&row.text))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn remarks(c: &Context<'_>, view: &PerspectiveView) -> Markup {
    let here = c.here();
    html! {
        section.sec aria-labelledby="remarks-h" {
            (section_head("remarks-h", &t!(c, "remarks-head"), html! {
                a href=(here.to(Name::Sift)) { (t!(c, "sift-title")) }
                (t!(c, "between"))
                a href=(here.to(Name::SiftQuestions).with("to", short(&view.row.said.id))) {
                    (t!(c, "sift-questions"))
                }
                (t!(c, "between"))
                a href=(here.of(Name::Synopsis, &view.row.said.id)) { (t!(c, "synopsis-over")) }
            }))
            @if view.moves.is_empty() { p.quiet { (t!(c, "remarks-none")) } }
            @else { ul.marks { @for row in &view.moves {
                li { (move_line(c, row)) (ask_state(c, row)) }
            } } }
            @if view.has_more_moves {
                p.note {
                    a href=(here.to(Name::Moves).with("target", short(&view.row.said.id))) {
                        (t!(c, "remarks-all"))
                    }
                }
            }
            @if here.may.speak.is() {
                p.acts.sp-t {
                    a.button href=(here.of(Name::Mark, &view.row.said.id)) {
                        (t!(c, "remark-on-perspective"))
                    }
                }
            }
        }
    }
}

fn acts(c: &Context<'_>, view: &PerspectiveView) -> Markup {
    let here = c.here();
    let row = &view.row;
    html! {
        section.sec.no-print {
            @if here.may.speak.is() && row.said.shown == Fate::Whole {
                (revise(c, row)) (record(c, row))
            }
            p.note.sp-t {
                a href=(here.of(Name::Thing, &row.said.id)) { (t!(c, "thing-more")) }
            }
        }
    }
}

fn revise(c: &Context<'_>, row: &PerspectiveRow) -> Markup {
    let link = c.here().of(Name::RevisePerspective, &row.said.id);
    fields::folded(
        c,
        Name::RevisePerspective,
        "perspective-revise",
        html! {
            p.note { (t!(c, "perspective-revise-about")) }
            (fields::form(c, Name::RevisePerspective, &link, |f| html! {
                (f.needed("name", "perspective-name", &row.name.words))
                (f.line("short", "perspective-short", &row.short))
                (f.long("summary", "perspective-summary", &row.summary.words))
                (f.language())
                (f.send_quietly("perspective-revise-send"))
            }))
        },
    )
}

fn record(c: &Context<'_>, row: &PerspectiveRow) -> Markup {
    let changes = [
        Choice::new("renamed", t!(c, "change-renamed")),
        Choice::new("split", t!(c, "change-split")),
        Choice::new("merged", t!(c, "change-merged")),
        Choice::new("dropped", t!(c, "change-dropped")),
        Choice::new("fused", t!(c, "change-fused")),
    ];
    let others: Vec<Choice> = fields::in_order(c)
        .iter()
        .filter(|(id, _)| **id != row.said.id)
        .map(|(id, chip)| Choice::new(short(id), &chip.name.words))
        .collect();
    let link = c.here().of(Name::RecordLineage, &row.said.id);
    fields::folded(
        c,
        Name::RecordLineage,
        "lineage-head",
        html! {
            p.note { (t!(c, "lineage-about")) }
            (fields::form(c, Name::RecordLineage, &link, |f| html! {
                (f.radios("change", "lineage-which", &changes, "renamed"))
                (f.line("name", "lineage-name", ""))
                @if !others.is_empty() { (f.perspectives("others", "lineage-others", &[])) }
                (f.line("when", "lineage-when", ""))
                (f.reason())
                (f.send_quietly("lineage-send"))
            }))
        },
    )
}
