//! The forms for one line: its words against the wordings that were seen, and what it rests on.

use maud::{Markup, html};
use polylogue_store::query::LineRow;

use crate::context::Context;
use crate::page::parts::{link_to, target, thing_key};
use crate::page::search::snippet;
use crate::page::{fields, preview};
use crate::routes::Name;
use crate::t;
use crate::view::line::LineView;

/// A line with the wordings it was loaded with, as forms send it back.
#[must_use]
pub fn base(line: &LineRow) -> String {
    let ids: Vec<String> = line
        .wordings
        .iter()
        .map(|it| it.said.id.to_string())
        .collect();
    format!("{}={}", line.said.id, ids.join("+"))
}

/// The words of a line, to be written anew; `write` says how the text is shown afterwards.
#[must_use]
pub fn form(c: &Context<'_>, row: &LineRow, write: &str) -> Markup {
    let link = c.here().of(Name::WordLine, &row.said.id);
    let text = row.wordings.first().map_or("", |it| it.text.words.as_str());
    let language = row.wordings.first().map(|it| it.text.language.as_str());
    fields::form(c, Name::WordLine, &link, |f| {
        html! {
            input type="hidden" name="base" value=(f.value("base", &base(row)));
            @if !write.is_empty() { input type="hidden" name="write" value=(write); }
            (f.area("text", "line-text", text))
            @if let Some(language) = language {
                input type="hidden" name="language" value=(language);
            }
            (preview::buttons(
                c, Name::WordLine, &row.said.id, ("line-send", "line-send-means"),
            ))
        }
    })
}

/// Finding something to rest on: words are looked for, and each thing found has its button.
#[must_use]
pub fn attach(c: &Context<'_>, view: &LineView) -> Markup {
    let here = c.here();
    let id = &view.row.said.id;
    let is_asked = c.query.given("find").is_some();
    let is_open = is_asked || fields::is_refused(c, Name::AttachTrace);
    html! {
        details.more id="attach" open[is_open] {
            summary { (t!(c, "line-attach")) }
            form.form.row method="get" action=(here.of(Name::Line, id)) {
                label.lab for="find" { (t!(c, "line-find")) }
                div.find {
                    input type="search" id="find" name="find" dir="auto"
                        value=(c.query.get("find"));
                    button type="submit" { (t!(c, "line-find-send")) }
                }
            }
            @if is_asked && view.found.is_empty() { p.quiet { (t!(c, "line-found-nothing")) } }
            @if !view.found.is_empty() {
                ul.list { @for hit in &view.found {
                    li {
                        p dir="auto" {
                            a href=(link_to(c, hit.target.what, &hit.target.id)) {
                                (snippet(&hit.snippet))
                            }
                        }
                        form.inline method="post" action=(here.of(Name::AttachTrace, id)) {
                            input type="hidden" name="of" value=(hit.target.id);
                            span.note { (t!(c, thing_key(hit.target.what))) }
                            button type="submit" { (t!(c, "line-rest-on")) }
                        }
                    }
                } }
            }
            (fields::form(c, Name::AttachTrace, &here.of(Name::AttachTrace, id), |f| html! {
                (f.line("of", "line-traces", ""))
                (f.line("quote", "line-passage", ""))
                (f.send_quietly("line-rest-on"))
            }))
        }
    }
}

/// What the line rests on, each with a button that lets it go.
#[must_use]
pub fn detach(c: &Context<'_>, view: &LineView) -> Markup {
    let Some(rests) = view.rests.first().filter(|it| !it.is_empty()) else {
        return html! {};
    };
    let link = c.here().of(Name::DetachTrace, &view.row.said.id);
    html! {
        details.more id="detach" {
            summary { (t!(c, "line-detach")) }
            ul.list { @for it in rests {
                li {
                    p { (target(c, &it.target)) }
                    form.inline method="post" action=(link) {
                        input type="hidden" name="of" value=(it.target.id);
                        @let words = it.target.passage.as_ref().map_or("", |it| it.exact.as_str());
                        input type="hidden" name="words" value=(words);
                        button type="submit" { (t!(c, "line-detach-send")) }
                    }
                }
            } }
        }
    }
}
