//! One perspective against all others, on one page that prints as one sheet. Every clause opens
//! the remarks it stands for.

use maud::{Markup, html};
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::MoveRow;

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{
    beyond, clipped, empty, is_readable, kind, parts, perspective, said_by_move, section_head,
    some_perspectives, title,
};
use crate::page::sift::{cell_link, ways};
use crate::routes::Name;
use crate::view::sift_cell::Table;
use crate::view::synopsis::{About, Clause, SynopsisView};
use crate::{rich, t};

/// How much of a passage is shown, in characters.
const PASSAGE_CHARACTERS: usize = 160;

/// The synopsis.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynopsisView) -> Shown {
    let chip = c.here().chips.get(&view.who);
    let short = chip.map_or("", |it| it.short.as_str());
    let name = t!(c, "synopsis-title", perspective = short);
    let link = c.here().of(Name::Synopsis, &view.who);
    let body = html! {
        (title(html! { (t!(c, "synopsis-over")) }, rich!(c, "synopsis-title";
            perspective = perspective(c, &view.who)), html! {}))
        (ways(c, Name::Synopsis))
        p.warn.lede { (t!(c, "synopsis-warning")) }
        @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
        @else if view.toward.is_empty() {
            (empty(c, "synopsis-none", Some((c.here().to(Name::Dialogues), "moves-none-step"))))
        } @else {
            ol.syn { @for row in &view.toward { (about(c, view, row)) } }
            (parts(c, &link, view.part, ("from", &t!(c, "pages"))))
        }
        @if let Some(row) = &view.itself {
            section.sec aria-labelledby="itself" {
                (section_head("itself", &t!(c, "synopsis-itself"), html! {}))
                p { (clauses(c, view, row)) }
            }
        }
        @if c.here().may.speak.is() && !view.toward.is_empty() {
            (fields::form(c, Name::WriteOn, &c.here().of(Name::WriteOn, &view.who), |f| html! {
                (f.send("synopsis-write", "synopsis-write-means"))
            }))
        }
        @if !view.silent_about.is_empty() {
            p.note.sp-t {
                (rich!(c, "synopsis-silent";
                    perspectives = some_perspectives(c, &view.silent_about)))
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn about(c: &Context<'_>, view: &SynopsisView, row: &About) -> Markup {
    html! {
        li id=(short(&row.whom)) {
            h2.syn-p { (perspective(c, &row.whom)) }
            div { p { (clauses(c, view, row)) } (unanswered(c, view, row)) }
            p.note { (evidence(c, view, row)) }
        }
    }
}

/// What is said first, then what is kept back.
fn clauses(c: &Context<'_>, view: &SynopsisView, row: &About) -> Markup {
    html! {
        @for (at, it) in row.headlines.iter().enumerate() {
            @if at > 0 { (t!(c, "synopsis-next")) }
            (clause(c, view, row, it))
        }
        @if !row.headlines.is_empty() { ". " }
        @if !row.qualifiers.is_empty() {
            span.q {
                @if !row.headlines.is_empty() { (t!(c, "synopsis-but")) " " }
                @for (at, it) in row.qualifiers.iter().enumerate() {
                    @if at > 0 { (t!(c, "synopsis-next")) }
                    (clause(c, view, row, it))
                }
                "."
            }
        }
    }
}

fn clause(c: &Context<'_>, view: &SynopsisView, row: &About, clause: &Clause) -> Markup {
    let more = clause.of.moves.len().saturating_sub(clause.rows.len());
    html! {
        a.mv-link href=(opens(c, view, row, clause)) { (kind(c, clause.of.kind)) }
        @for (at, said) in clause.rows.iter().enumerate() {
            @if at > 0 { (t!(c, "list-next")) }
            (words(c, said))
        }
        @if more > 0 { " " a href=(opens(c, view, row, clause)) {
            (t!(c, "synopsis-more", count = more))
        } }
    }
}

/// What a move says, or the words that make it.
fn words(c: &Context<'_>, row: &MoveRow) -> Markup {
    if !is_readable(&row.said.shown) {
        return html! {};
    }
    let said = said_by_move(c, row);
    html! {
        @if said.0.trim().is_empty() {
            @if let Some(passage) = &row.found_in {
                " " a href=(c.here().of(Name::Move, &row.said.id)) {
                    q { bdi dir="auto" { (clipped(&passage.exact, PASSAGE_CHARACTERS)) } }
                }
            }
        } @else { (said) }
    }
}

/// What a clause rests on: its one move, or the list of all.
fn opens(c: &Context<'_>, view: &SynopsisView, row: &About, clause: &Clause) -> Link {
    if let ([_], Some(one)) = (clause.of.moves.as_slice(), clause.rows.first()) {
        return c.here().of(Name::Move, &one.said.id);
    }
    let link = cell_link(c, Table::Moves, (&view.who, &row.whom));
    match MoveKind::of(clause.of.kind) {
        Some(kind) => link.with("kind", kind.name()),
        None => link,
    }
}

fn unanswered(c: &Context<'_>, view: &SynopsisView, row: &About) -> Markup {
    let ledger = |to| {
        let ledger = c.here().to(Name::SiftQuestions);
        ledger.with("to", short(to)).with("state", "open")
    };
    let (theirs, its) = (row.toward.unanswered.len(), row.toward.asked_in_vain.len());
    html! {
        @if theirs > 0 {
            p.unheard { a href=(ledger(&view.who)) {
                (t!(c, "synopsis-unanswered", count = theirs))
            } }
        }
        @if its > 0 && row.whom != view.who {
            p.unheard { a href=(ledger(&row.whom)) {
                (t!(c, "synopsis-in-vain", count = its))
            } }
        }
    }
}

fn evidence(c: &Context<'_>, view: &SynopsisView, row: &About) -> Markup {
    let toward = &row.toward;
    let ends = (&view.who, &row.whom);
    html! {
        a href=(cell_link(c, Table::Moves, ends)) {
            (t!(c, "synopsis-moves", count = toward.moves))
        }
        @if toward.turns > 0 {
            (t!(c, "between"))
            a href=(cell_link(c, Table::Answers, ends)) {
                (t!(c, "synopsis-turns", count = toward.turns))
            }
        }
        @if toward.moves > 0 {
            (t!(c, "between"))
            @if toward.on_behalf == 0 { (t!(c, "sift-within")) }
            @else if toward.within == 0 { (t!(c, "sift-on-behalf")) }
            @else {
                (t!(c, "synopsis-partly-within", within = toward.within, all = toward.moves))
            }
        }
    }
}
