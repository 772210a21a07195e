//! Pairs that say nearly the same, each with what could be suggested; their owners decide.

use maud::{Markup, html};
use polylogue_core::kind::Way;
use polylogue_store::query::{Compared, SimilarPairRow};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{clipped, empty, person, section_head, target, title};
use crate::page::sift::ways;
use crate::routes::Name;
use crate::t;
use crate::view::alike::AlikeView;

/// Characters of the other's words that the search on the next page looks for.
const SOUGHT_CHARACTERS: usize = 120;

/// The pairs.
#[must_use]
pub fn page(c: &Context<'_>, view: &AlikeView) -> Shown {
    let here = c.here();
    let name = t!(c, "alike-title");
    let (claims, questions) = (
        here.to(Name::Alike),
        here.to(Name::Alike).with("what", "questions"),
    );
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "alike-about")) }))
        (ways(c, Name::Alike))
        p.key-list {
            a href=(claims) aria-current=[(view.what == Compared::Claims).then_some("true")] {
                (t!(c, "alike-claims"))
            }
            " "
            a href=(questions)
                aria-current=[(view.what == Compared::Questions).then_some("true")] {
                (t!(c, "alike-questions"))
            }
        }
        section.sec aria-labelledby="list" {
            (section_head("list", &t!(c, "alike-list"), html! {
                a href=(here.to(Name::Suggestions)) { (t!(c, "suggestions-title")) }
            }))
            @if view.rows.is_empty() {
                (empty(c, "alike-none", Some((here.to(Name::Claims), "claims-title"))))
            } @else {
                ul.list { @for row in &view.rows { (pair(c, row)) } }
            }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn way_words(c: &Context<'_>, way: Way) -> String {
    match way {
        Way::Fuse => t!(c, "suggest-fuse"),
        Way::Sequence => t!(c, "suggest-sequence"),
        Way::Dialogue => t!(c, "suggest-dialogue"),
        Way::Meet => t!(c, "suggest-meet"),
        Way::KeepApart => t!(c, "suggest-keep-apart"),
    }
}

fn pair(c: &Context<'_>, row: &SimilarPairRow) -> Markup {
    let sought = clipped(&row.second.words.words, SOUGHT_CHARACTERS);
    let suggest = c.here().of(Name::Thing, &row.first.id).with("find", sought);
    html! {
        li {
            @for it in [&row.first, &row.second] {
                p {
                    (target(c, it))
                    @if let Some(by) = &it.by { " " span.note { (person(c, by)) } }
                }
            }
            p.note {
                (t!(c, "alike-share", percent = u64::from(row.permille / 10)))
                (t!(c, "between"))
                (t!(c, "alike-fits", way = way_words(c, row.way)))
                @if c.here().may.speak.is() {
                    (t!(c, "between")) a href=(suggest.at("acts")) { (t!(c, "suggest-head")) }
                }
            }
        }
    }
}
