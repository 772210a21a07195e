//! Dated actions: what, by when, under whose names.

use maud::{Markup, html};
use polylogue_store::query::ActionRow;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::dissent::names;
use crate::page::fields;
use crate::page::parts::{
    HasMore, cannot_speak, day, fate, just_done, pages, person, prose, section_head, target, title,
};
use crate::routes::Name;
use crate::view::actions::ActionsView;
use crate::{rich, t};

/// The actions.
#[must_use]
pub fn page(c: &Context<'_>, view: &ActionsView) -> Shown {
    let here = c.here();
    let name = t!(c, "actions-title");
    let has_more = if view.has_more {
        HasMore::Yes
    } else {
        HasMore::No
    };
    let body = html! {
        (title(html! { a href=(here.to(Name::Stages)) { (t!(c, "stages-title")) } }, &name,
            html! { (t!(c, "actions-about")) }))
        @if view.rows.is_empty() { p.quiet { (t!(c, "actions-none")) } }
        @else {
            ul.list { @for it in &view.rows { (one(c, view, it)) } }
            (pages(c, &here.to(Name::Actions), (view.part.offset, view.part.limit), has_more))
        }
        @if here.may.speak.is() {
            section.sec id="new" aria-labelledby="new-h" {
                (section_head("new-h", &t!(c, "action-new"), html! {}))
                (fields::newcomer_note(c, here.may.speak))
                (fields::form(c, Name::Promise, &here.to(Name::Promise), |f| html! {
                    (f.area("text", "action-text", ""))
                    (f.day("until", "action-until"))
                    (f.line("from", "action-from", ""))
                    (f.language_hidden())
                    (f.send("action-send", "action-send-means"))
                }))
            }
        } @else { p.quiet { (cannot_speak(c)) } }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

fn one(c: &Context<'_>, view: &ActionsView, row: &ActionRow) -> Markup {
    let id = &row.said.id;
    let is_mine = row.signers.iter().any(|it| it.who.key == view.me);
    let is_past = row.until + 86_400 <= c.now;
    html! {
        li id=(short(id)) {
            (just_done(c, id))
            (fate(c, &row.said))
            @if !row.text.words.is_empty() { (prose(c, &row.text)) }
            p.note {
                (rich!(c, "action-by"; day = day(c, row.until)))
                @if is_past { " " span.state.open { (t!(c, "action-past")) } }
                (t!(c, "between")) (person(c, &row.said.by))
                @if let Some(from) = &row.from {
                    (t!(c, "between")) (rich!(c, "action-comes"; what = target(c, from)))
                }
            }
            (names(c, &row.signers))
            @if c.here().may.speak.is() {
                (fields::form(c, Name::SignAction, &c.here().of(Name::SignAction, id), |f| html! {
                    @if is_mine {
                        input type="hidden" name="leaves" value="yes";
                        (f.send_quietly("dissent-leave"))
                    } @else { (f.send_quietly("dissent-join")) }
                }))
            }
        }
    }
}
