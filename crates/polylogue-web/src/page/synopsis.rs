//! One perspective against all others, on one page that prints as one sheet. Every clause opens
//! the remarks it stands for.

use maud::{Markup, html};
use polylogue_core::move_kind::MoveKind;

use crate::context::Context;
use crate::link::{Link, short};
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{
    beyond, empty, parts, perspective, section_head, some_perspectives, title, words_of,
};
use crate::page::sentence::{Opens, sentence};
use crate::page::sift::{cell_link, ways};
use crate::routes::Name;
use crate::view::sift_cell::Table;
use crate::view::synopsis::{About, Clause, SynopsisView};
use crate::{rich, t};

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
        (holds(c, view))
        @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
        @else if view.toward.is_empty() {
            (empty(c, "synopsis-none", Some((c.here().to(Name::Dialogues), "moves-none-step"))))
        } @else {
            ol.syn { @for row in &view.toward { (about(c, view, row)) } }
            (parts(c, &link, view.part, ("from", &t!(c, "pages"))))
        }
        @if let Some(row) = &view.itself {
            section.sec aria-labelledby="itself" {
                (section_head("itself", &t!(c, "synopsis-itself", perspective = short), html! {}))
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

/// What is said first, then what is kept back, as sentences with the perspective as subject.
fn clauses(c: &Context<'_>, view: &SynopsisView, row: &About) -> Markup {
    let chip = c.here().chips.get(&view.who);
    let subject = html! { bdi { (chip.map_or("", |it| it.short.as_str())) } };
    html! {
        @if !row.headlines.is_empty() {
            (rich!(c, "synopsis-says";
                who = subject.clone(),
                says = all(c, view, row, &row.headlines))) " "
        }
        @if !row.qualifiers.is_empty() {
            @let says = all(c, view, row, &row.qualifiers);
            span.q {
                @if row.headlines.is_empty() {
                    (rich!(c, "synopsis-says"; who = subject, says = says))
                } @else { (rich!(c, "synopsis-still"; says = says)) }
            }
        }
    }
}

fn all(c: &Context<'_>, view: &SynopsisView, row: &About, clauses: &[Clause]) -> Markup {
    html! {
        @for (at, it) in clauses.iter().enumerate() {
            @if at > 0 { (t!(c, "synopsis-next")) }
            (clause(c, view, row, it))
        }
    }
}

fn clause(c: &Context<'_>, view: &SynopsisView, row: &About, clause: &Clause) -> Markup {
    let more = clause.of.moves.len().saturating_sub(clause.rows.len());
    html! {
        @for (at, said) in clause.rows.iter().enumerate() {
            @if at > 0 { (t!(c, "synopsis-next")) }
            (sentence(c, said, match at {
                0 => (Opens::Clause, opens(c, view, row, clause)),
                _ => (Opens::Remark, c.here().of(Name::Move, &said.said.id)),
            }))
        }
        @if more > 0 { " " a href=(opens(c, view, row, clause)) {
            (t!(c, "synopsis-more", count = more))
        } }
    }
}

/// What it holds: the claims it is said to hold.
fn holds(c: &Context<'_>, view: &SynopsisView) -> Markup {
    let Some(chip) = c.here().chips.get(&view.who) else {
        return html! {};
    };
    html! {
        @if !view.holds.is_empty() {
            section aria-labelledby="holds" {
                @let holds = t!(c, "synopsis-holds", perspective = chip.short);
                (section_head("holds", &holds, html! {}))
                ul.list {
                    @for claim in &view.holds {
                        li { a href=(c.here().of(Name::Claim, &claim.said.id)) {
                            (words_of(&claim.text))
                        } }
                    }
                }
                @if view.holds_more {
                    p.note { a href=(c.here().of(Name::Perspective, &view.who)) {
                        (t!(c, "synopsis-holds-more"))
                    } }
                }
            }
        }
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
    let name = |id| c.here().chips.get(id).map_or("", |it| it.short.as_str());
    let (theirs, its) = (row.toward.unanswered.len(), row.toward.asked_in_vain.len());
    html! {
        @if theirs > 0 {
            p.unheard { a href=(ledger(&view.who)) {
                (t!(c, "synopsis-unanswered", count = theirs, perspective = name(&view.who)))
            } }
        }
        @if its > 0 && row.whom != view.who {
            p.unheard { a href=(ledger(&row.whom)) {
                (t!(c, "synopsis-in-vain", count = its, perspective = name(&view.who)))
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
