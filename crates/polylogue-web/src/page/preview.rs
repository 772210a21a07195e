//! What was written and kept, as it would be read, with what is like it.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::Voice;
use polylogue_store::query::{Hit, TurnRow, Words};

use crate::acts::paragraph_number;
use crate::context::Context;
use crate::form::Form;
use crate::link::{Link, short};
use crate::page::parts::{prose, speaks_for};
use crate::page::search::snippet;
use crate::page::{fields, parts};
use crate::routes::{self, Name};
use crate::{rich, t};

/// The words of a kept form as a reader would see them; nothing unless they were asked for.
#[must_use]
pub fn preview(c: &Context<'_>, form: Name, passage: &Markup) -> Markup {
    let word = routes::of(form).word;
    let Some(draft) = c.draft(form).filter(|_| c.query.get("preview") == word) else {
        return html! {};
    };
    let text = Words {
        words: draft.get("text").replace("\r\n", "\n"),
        language: draft.get("language").to_owned(),
        direction: "auto",
    };
    html! {
        section.preview id="preview" aria-labelledby="preview-h" tabindex="-1" {
            h3 id="preview-h" { (t!(c, "preview-head")) }
            p.note { (t!(c, "preview-about")) }
            @if let Some((id, voice)) = stands_for(c, draft) {
                p {
                    i {
                        (rich!(c, "preview-speaks";
                            standpoint = speaks_for(c, Some(id), voice)))
                    }
                }
            }
            (passage)
            @if text.words.is_empty() { p.quiet { (t!(c, "preview-nothing")) } }
            @else { (prose(c, &text)) }
        }
    }
}

/// The passage of a turn that is taken up: its exact words, or a paragraph by its number.
#[must_use]
pub fn passage_of(c: &Context<'_>, row: &TurnRow, (paragraph, quote): (&str, &str)) -> Markup {
    let number = paragraph_number(paragraph);
    let index = number.and_then(|it| usize::try_from(it.checked_sub(1)?).ok());
    let text = c.kept.read(&row.text.words);
    let words = match quote {
        "" => index
            .and_then(|it| text.paragraphs.get(it))
            .map(|it| it.trim()),
        _ => Some(quote),
    };
    let Some(words) = words else {
        return html! {};
    };
    let place = match number.filter(|_| quote.is_empty()) {
        Some(number) => format!("{}.{number}", row.number),
        None => t!(c, "quoted-turn", number = row.number),
    };
    html! {
        blockquote.quoted.hang lang=[parts::language(&row.text)]
            dir=[parts::direction(&row.text)] {
            p { (words) }
            cite lang=(c.words.language()) dir=(c.words.tongue().direction()) {
                (place) " " (parts::speaker_name(c, &row.said))
            }
        }
    }
}

/// For which perspective a kept form speaks, and from where.
fn stands_for(c: &Context<'_>, draft: &Form) -> Option<(OperationId, Voice)> {
    let prefix = draft.given("perspective")?;
    let id = c.here().chips.keys().find(|it| short(it) == prefix)?;
    let voice = match draft.get("voice") {
        "behalf" => Voice::OnBehalf,
        _ => Voice::Within,
    };
    Some((*id, voice))
}

/// Things like what is about to be said; nothing where there are none.
#[must_use]
pub fn similar(c: &Context<'_>, hits: &[Hit]) -> Markup {
    html! {
        @if !hits.is_empty() {
            section.similar aria-labelledby="similar-h" {
                h3 id="similar-h" { (t!(c, "similar-head")) }
                p.note { (t!(c, "similar-about")) }
                ul.list {
                    @for hit in hits {
                        li {
                            p lang=[parts::language_tag(&hit.language)] dir="auto" {
                                a href=(parts::link_to(c, hit.target.what, &hit.target.id)) {
                                    (snippet(&hit.snippet))
                                }
                            }
                            p.note { (parts::person(c, &hit.by)) (t!(c, "between"))
                                (parts::said_at(c, hit.target.said_at.as_deref(), hit.time))
                                (parts::taken_back(c, &hit.target.shown)) }
                        }
                    }
                }
            }
        }
    }
}

/// The buttons of a form whose words are kept: publish, see it first, and forget what is kept.
#[must_use]
pub fn buttons(
    c: &Context<'_>,
    form: Name,
    about: &OperationId,
    (send, means): (&str, &str),
) -> Markup {
    let word = routes::of(form).word;
    let keep: Link = c.here().of(Name::KeepDraft, about);
    let has_draft = c.draft(form).is_some();
    html! {
        div.acts {
            button.first type="submit" { (t!(c, send)) }
            button type="submit" name="draft" value=(word) formaction=(keep) formnovalidate {
                (t!(c, "draft-see"))
            }
            @if has_draft && !fields::is_refused(c, form) {
                button.plain type="submit" name="forget" value=(word) formaction=(keep)
                    formnovalidate { (t!(c, "draft-forget")) }
            }
        }
        @if has_draft { p.hint.after { (t!(c, "draft-kept")) } }
        // A form that is being written in is left as it is: only other windows are told.
        @if matches!(form, Name::Say | Name::AnswerTurn | Name::SaveSynthesis | Name::WordLine)
            && c.here().is_at(about)
            && c.query.get("preview").is_empty() {
            p.hint.after.at-work { (t!(c, "present-self")) }
        }
        p.hint.after { (t!(c, means)) }
    }
}
