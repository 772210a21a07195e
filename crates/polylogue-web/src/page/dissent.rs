//! A minority report or reservation: the same size as the document, with the names under it.

use maud::{Markup, html};
use polylogue_core::kind::DissentForm;
use polylogue_store::query::{DissentRow, SignerRow};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::{
    fate, just_done, named, page_title, person, prose, title, when, words_of,
};
use crate::page::thing;
use crate::routes::Name;
use crate::view::dissent::DissentView;
use crate::words::listed;
use crate::{rich, t};

/// The dissent.
#[must_use]
pub fn page(c: &Context<'_>, view: &DissentView) -> Shown {
    let here = c.here();
    let row = &view.row;
    let name = page_title(c, &row.title, &row.said, "thing-dissent");
    let over = html! {
        @if let Some(document) = &view.document {
            a href=(here.of(Name::Synthesis, &document.said.id)) {
                (words_of(&document.title))
            }
            (t!(c, "between"))
            a href=(here.of(Name::Dissents, &document.said.id)) { (t!(c, "dissents-title")) }
        }
    };
    let body = html! {
        (title(over, html! { (named(c, &row.title, &row.said, "thing-dissent")) }, html! {
            (t!(c, form_key(row.form))) (t!(c, "between")) (when(c, &row.said))
        }))
        (just_done(c, &row.said.id))
        @if let Some(line) = &row.line {
            p.note { a href=(here.of(Name::Line, line)) { (t!(c, "comment-on-line")) } }
        }
        (fate(c, &row.said))
        article.book { (prose(c, &row.text)) }
        (names(c, &row.signers))
        p.note { (t!(c, "dissent-words-stay")) " "
            (thing::way(c, &row.said.id, "thing-more"))
        }
        @if here.may.speak.is() {
            (fields::form(c, Name::SignDissent, &here.of(Name::SignDissent, &row.said.id), |f| {
                html! {
                    @if view.is_mine {
                        input type="hidden" name="leaves" value="yes";
                        (f.send_quietly("dissent-leave"))
                    } @else {
                        (f.line("words", "dissent-beside", ""))
                        (f.send("dissent-join", "dissent-join-means"))
                    }
                }
            }))
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

/// The key of a form's name.
#[must_use]
pub fn form_key(form: DissentForm) -> &'static str {
    match form {
        DissentForm::Report => "dissent-report",
        DissentForm::Reservation => "dissent-reservation",
    }
}

/// Whose names stand under it.
#[must_use]
pub fn names(c: &Context<'_>, signers: &[SignerRow]) -> Markup {
    let one = |it: &SignerRow| {
        html! {
            (person(c, &it.who))
            @if let Some(words) = &it.words { " (" (words_of(words)) ")" }
        }
    };
    html! {
        @if signers.is_empty() { p.note { (t!(c, "dissent-no-names")) } }
        @else {
            p.note {
                (rich!(c, "dissent-signed";
                    who = listed(c.words, signers.iter().map(one).collect())))
            }
        }
    }
}

/// A dissent beside its document, whole and on equal terms.
#[must_use]
pub fn beside(c: &Context<'_>, row: &DissentRow) -> Markup {
    let here = c.here();
    let id = short(&row.said.id);
    let head = format!("d-{id}");
    html! {
        section.minority id=(id) aria-labelledby=(head) {
            h2 id=(head) {
                a href=(here.of(Name::Dissent, &row.said.id)) {
                    (named(c, &row.title, &row.said, "thing-dissent"))
                }
            }
            p.note {
                (t!(c, form_key(row.form)))
                @if let Some(line) = &row.line {
                    (t!(c, "between"))
                    a href=(here.of(Name::Line, line)) { (t!(c, "comment-on-line")) }
                }
            }
            (fate(c, &row.said))
            div.book { (prose(c, &row.text)) }
            (names(c, &row.signers))
        }
    }
}
