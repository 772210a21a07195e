//! The commons held in this home, and the form to found another.

use maud::{Markup, html};
use polylogue_node::CommonsSummary;

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{section_head, title};
use crate::routes::Name;
use crate::t;
use crate::view::commons_list::CommonsListView;

/// The list of commons.
#[must_use]
pub fn page(c: &Context<'_>, view: &CommonsListView) -> Shown {
    let name = t!(c, "commons-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "commons-about")) }))
        (fields::trial(c))
        div.pair {
            div {
                section aria-labelledby="list" {
                    (section_head("list", &t!(c, "commons-here"), html! {}))
                    @if view.rows.is_empty() { p.quiet { (t!(c, "commons-none")) } }
                    @else { ul.list { @for row in &view.rows { (line(c, row)) } } }
                }
                (found(c, &view.name))
            }
            aside {
                section aria-labelledby="join" {
                    (section_head("join", &t!(c, "join-title"), html! {}))
                    p { (t!(c, "join-about-short")) }
                    p.acts.sp-t {
                        a.button href=(Link::to(Name::Join)) { (t!(c, "join-open")) }
                    }
                }
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn line(c: &Context<'_>, row: &CommonsSummary) -> Markup {
    html! {
        li {
            p.name {
                a href=(Link::within(&row.id, Name::Home)) { bdi dir="auto" { (row.title) } }
            }
            @if !row.question.is_empty() { p { bdi dir="auto" { (row.question) } } }
            p.note {
                (t!(c, "count-people", count = row.people)) (t!(c, "between"))
                (c.words.say(standing_key(row.standing), &[]))
            }
        }
    }
}

/// Where the reader stands, as a key.
#[must_use]
pub fn standing_key(standing: polylogue_store::query::Standing) -> &'static str {
    use polylogue_store::query::Standing;
    match standing {
        Standing::Member => "you-are-member",
        Standing::Voter => "you-are-voter",
        Standing::Newcomer => "you-are-newcomer",
        Standing::Left => "you-left",
        Standing::Removed => "you-were-removed",
    }
}

fn found(c: &Context<'_>, name: &str) -> Markup {
    let templates = [
        Choice::new("inquiry", t!(c, "template-inquiry")),
        Choice::new("survey", t!(c, "template-survey")),
        Choice::new("process", t!(c, "template-process")),
        Choice::new("open-space", t!(c, "template-open-space")),
        Choice::new("blank", t!(c, "template-blank")),
    ];
    let admissions = [
        Choice::new("invitation", t!(c, "admission-invitation")),
        Choice::new("vouching", t!(c, "admission-vouching")),
        Choice::new("open", t!(c, "admission-open")),
    ];
    html! {
        section.sec id="new" aria-labelledby="new-h" {
            (section_head("new-h", &t!(c, "found-head"), html! {}))
            p.prose { (t!(c, "found-about")) }
            div.sp-t {
                (fields::form(c, Name::Found, &Link::to(Name::Found), |f| html! {
                    (f.needed("title", "found-title", ""))
                    (f.area("question", "found-question", ""))
                    (f.needed("name", "found-name", name))
                    details.more {
                        summary { (t!(c, "found-details")) }
                        (f.radios("template", "found-template", &templates, "inquiry"))
                        (f.tick("stages", "found-stages"))
                        (f.radios("admission", "found-admission", &admissions, "invitation"))
                        div.fields {
                            (f.line("language", "field-language", c.words.language()))
                            (f.line("licence", "field-licence", "CC-BY-SA-4.0"))
                        }
                        (f.area("charter", "found-charter", ""))
                    }
                    (f.send("found-send", "found-means"))
                }))
            }
        }
    }
}
