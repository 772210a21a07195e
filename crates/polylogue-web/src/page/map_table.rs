//! A map as one table: every claim with the votes of every group.

use maud::{Markup, html};
use polylogue_map::{Count, Standing};

use crate::context::Context;
use crate::page::Shown;
use crate::page::map::bars::letter;
use crate::page::parts::{HasMore, named, pages, target, title};
use crate::routes::Name;
use crate::t;
use crate::view::map_table::MapTableView;

/// The table.
#[must_use]
pub fn page(c: &Context<'_>, view: &MapTableView) -> Shown {
    let here = c.here();
    let name = t!(c, "map-table-title");
    let over = html! {
        a href=(here.of(Name::Map, &view.id)) { (t!(c, "map-over")) }
        @if let Some(of) = &view.of { (t!(c, "between")) (target(c, of)) }
    };
    let under = html! {
        (t!(c, "map-counts", people = view.open.people.len(),
            votes = view.open.ballots.vote_count(), claims = view.open.claims.len()))
        (t!(c, "between"))
        a href=(here.of(Name::MapSheet, &view.id)) { "CSV" }
    };
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(over, &name, under))
        p.note { (t!(c, "map-table-about")) }
        (table(c, view))
        (pages(c, &here.of(Name::MapTable, &view.id), view.part, has_more))
    };
    Shown {
        title: name,
        part: Some(Name::Maps),
        body,
    }
}

fn table(c: &Context<'_>, view: &MapTableView) -> Markup {
    let results = &view.open.map.results;
    let groups = if results.by_group.len() > 1 {
        results.by_group.len()
    } else {
        0
    };
    let of_group = |group: usize| {
        let people = view.open.map.grouping.sizes[group];
        t!(c, "map-hull", group = letter(group), people = people)
    };
    html! {
        div.scroll role="group" aria-label=(t!(c, "map-table-title")) tabindex="0" {
            table.table.stack aria-label=(t!(c, "map-table-title")) {
                thead { tr {
                    th scope="col" { (t!(c, "thing-claim")) }
                    th scope="col" { (t!(c, "map-everyone")) }
                    @for group in 0..groups {
                        th scope="col" { (of_group(group)) }
                    }
                } }
                tbody { @for number in &view.order {
                    @if let Some(row) = view.claims.get(number) {
                        tr {
                            th scope="row" {
                                a href=(c.here().of(Name::Claim, &row.said.id)) {
                                    (named(c, &row.text, &row.said, "thing-claim"))
                                }
                                @if view.open.standing[*number] != Standing::Shown {
                                    " " span.note { (t!(c, "map-kept-off")) }
                                }
                            }
                            td data-th=(t!(c, "map-everyone")) {
                                (counted(c, results.counts[*number]))
                            }
                            @for group in 0..groups {
                                td data-th=(of_group(group)) {
                                    (counted(c, results.by_group[group][*number]))
                                }
                            }
                        }
                    }
                } }
            }
        }
    }
}

fn counted(c: &Context<'_>, count: Count) -> Markup {
    html! {
        @if count.seen() == 0 { span.quiet { (t!(c, "map-no-votes")) } }
        @else {
            (t!(c, "tally", agree = count.agree, disagree = count.disagree, pass = count.pass))
        }
    }
}
