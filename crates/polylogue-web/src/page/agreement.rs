//! Two readers' marks side by side: how far they agree on each kind of remark, and where not.

use maud::{Markup, html};
use polylogue_store::agreement::OfKind;
use polylogue_store::query::{MoveRow, PersonRef};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{
    HasMore, clipped, kind, name, name_words, pages, person, section_head, title,
};
use crate::page::sift::ways;
use crate::routes::Name;
use crate::view::agreement::AgreementView;
use crate::{rich, t};

/// How much of a passage is shown, in characters.
const PASSAGE_CHARACTERS: usize = 200;

/// The comparison.
#[must_use]
pub fn page(c: &Context<'_>, view: &AgreementView) -> Shown {
    let heading = t!(c, "agreement-title");
    let body = html! {
        (title(html! {}, &heading, html! { (t!(c, "agreement-about")) }))
        (ways(c, Name::Agreement))
        @if view.people.len() < 2 { (too_few(c, view)) } @else { (choose(c, view)) }
        @if let Some(chosen) = &view.chosen {
            @if view.found.units.is_empty() { p.quiet { (t!(c, "agreement-none")) } }
            @else { (in_numbers(c, view, chosen)) (differing(c, view, chosen)) }
        }
    };
    Shown {
        title: heading,
        part: Some(Name::Sift),
        body,
    }
}

/// Said where there is nothing to compare yet, with the way to change that.
fn too_few(c: &Context<'_>, view: &AgreementView) -> Markup {
    html! {
        @for (who, count) in &view.people {
            p.name { (rich!(c, "agreement-marks", count = *count; who = person(c, who))) }
        }
        p.quiet { (t!(c, "agreement-one", count = view.people.len())) }
        p.acts.gap { a.button href=(c.here().to(Name::Dialogues)) { (t!(c, "moves-none-step")) } }
    }
}

fn choose(c: &Context<'_>, view: &AgreementView) -> Markup {
    let chosen = view.chosen.as_ref();
    let second = chosen
        .map(|it| &it.1)
        .or(view.people.get(1).map(|it| &it.0));
    let ends = [
        ("first", "agreement-first", chosen.map(|it| it.0.key)),
        ("second", "agreement-second", second.map(|it| it.key)),
    ];
    html! {
        form.form method="get" action=(c.here().to(Name::Agreement)) {
            @for (field, key, now) in ends {
                div.row {
                    label.lab for=(field) { (t!(c, key)) }
                    select id=(field) name=(field) {
                        @for (it, count) in &view.people {
                            option value=(it.key.short()) selected[Some(it.key) == now]
                                dir="auto" {
                                (t!(c, "agreement-marks", who = name_words(c, it), count = *count))
                            }
                        }
                    }
                }
            }
            div.acts { button type="submit" { (t!(c, "agreement-send")) } }
        }
    }
}

/// A share or an alpha with two places; what cannot be told is said so.
fn two_places(c: &Context<'_>, value: Option<f64>) -> String {
    match value {
        Some(value) => format!("{value:.2}").replace('-', "−"),
        None => t!(c, "agreement-untold"),
    }
}

fn in_numbers(c: &Context<'_>, view: &AgreementView, chosen: &(PersonRef, PersonRef)) -> Markup {
    let found = &view.found;
    html! {
        section.sec aria-labelledby="kinds" {
            (section_head("kinds", &t!(c, "agreement-kinds"), html! {}))
            p.prose {
                (t!(c, "agreement-sum", all = found.units.len() as u64,
                    both = found.both as u64, same = found.same as u64))
            }
            p.prose {
                (t!(c, "agreement-alpha", alpha = two_places(c, found.alpha),
                    gaps = two_places(c, found.alpha_with_gaps)))
            }
            div.scroll role="group" aria-labelledby="kinds" tabindex="0" {
                table.table {
                    caption { (t!(c, "agreement-caption")) }
                    thead { tr {
                        th scope="col" { (t!(c, "agreement-kind")) }
                        th scope="col" { (name(c, &chosen.0)) }
                        th scope="col" { (name(c, &chosen.1)) }
                        th scope="col" { (t!(c, "agreement-both")) }
                        th scope="col" { (t!(c, "agreement-share")) }
                        th scope="col" { (t!(c, "agreement-alpha-of")) }
                    } }
                    tbody { @for it in &found.kinds { (row(c, it)) } }
                }
            }
        }
    }
}

fn row(c: &Context<'_>, it: &OfKind) -> Markup {
    html! {
        tr {
            th scope="row" { (kind(c, it.kind)) }
            td { (it.first) }
            td { (it.second) }
            td { (it.both) }
            td { (two_places(c, Some(it.share))) }
            td { (two_places(c, it.alpha)) }
        }
    }
}

fn differing(c: &Context<'_>, view: &AgreementView, chosen: &(PersonRef, PersonRef)) -> Markup {
    let link = c.here().to(Name::Agreement);
    let link = link.with("first", chosen.0.key.short());
    let link = link.with("second", chosen.1.key.short());
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    html! {
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "agreement-differing"), html! {}))
            @if view.differing.is_empty() { p.quiet { (t!(c, "agreement-all-same")) } }
            @else {
                ul.list {
                    @for (first, second) in &view.differing {
                        li {
                            (words(first.as_ref().or(second.as_ref())))
                            (reading(c, &chosen.0, first.as_ref()))
                            (reading(c, &chosen.1, second.as_ref()))
                        }
                    }
                }
                (pages(c, &link, view.part, has_more))
            }
        }
    }
}

fn words(row: Option<&MoveRow>) -> Markup {
    let passage = row.and_then(|it| it.found_in.as_ref().or(it.target.passage.as_ref()));
    html! {
        @if let Some(passage) = passage {
            p { q { bdi dir="auto" { (clipped(&passage.exact, PASSAGE_CHARACTERS)) } } }
        }
    }
}

fn reading(c: &Context<'_>, who: &PersonRef, row: Option<&MoveRow>) -> Markup {
    html! {
        p.note {
            @match row {
                Some(row) => (rich!(c, "agreement-reads"; who = person(c, who), kind = html! {
                    a href=(c.here().of(Name::Move, &row.said.id)) { (kind(c, row.kind)) }
                })),
                None => (rich!(c, "agreement-unread"; who = person(c, who))),
            }
        }
    }
}
