//! The whole text of a document in one field. It is saved against the lines it was loaded from:
//! what was not touched is not written, and what others wrote meanwhile stands beside.

use maud::html;
use polylogue_node::lines::on_one_line;
use polylogue_store::query::LineRow;

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{beyond, page_title, parts, title, words_of};
use crate::page::{fields, line_form, preview, synthesis};
use crate::routes::Name;
use crate::t;
use crate::view::synthesis_edit::SynthesisEditView;

/// The form.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesisEditView) -> Shown {
    let here = c.here();
    let id = &view.row.said.id;
    let name = page_title(c, &view.row.title, &view.row.said, "thing-document");
    let text: Vec<String> = view.lines.iter().map(shown).collect();
    let written = view.before.iter().chain(&view.lines);
    let base: Vec<String> = written.map(line_form::base).collect();
    let link = here.of(Name::EditSynthesis, id);
    let body = html! {
        (title(html! { a href=(here.of(Name::Synthesis, id)) { (words_of(&view.row.title)) } },
            t!(c, "synthesis-edit"), html! { (t!(c, "synthesis-edit-about")) }))
        (fields::newcomer_note(c, here.may.speak))
        (synthesis::at_work(c, id))
        p.pages {
            a href=(here.of(Name::Synthesis, id).with("write", "lines")) {
                (t!(c, "synthesis-by-lines"))
            }
        }
        (parts(c, &link, view.part, ("from", &t!(c, "pages"))))
        @if view.part.is_beyond() { (beyond(c, &link, view.part)) }
        (preview::preview(c, Name::SaveSynthesis, &html! {}))
        (fields::form(c, Name::SaveSynthesis, &here.of(Name::SaveSynthesis, id), |f| html! {
            input type="hidden" name="base" value=(f.value("base", &base.join(" ")));
            @if view.part.from > 0 {
                input type="hidden" name="from" value=(view.part.from);
            }
            @if let Some(before) = &view.before {
                input type="hidden" name="before" value=(f.value("before", &shown(before)));
            }
            (f.long("text", "synthesis-text", &text.join("\n")))
            (f.line("because", "synthesis-because", ""))
            (f.language_hidden())
            (preview::buttons(
                c, Name::SaveSynthesis, id, ("synthesis-save", "synthesis-save-means"),
            ))
        }))
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn shown(line: &LineRow) -> String {
    let words = line
        .wordings
        .first()
        .map_or("", |it| it.text.words.as_str());
    on_one_line(words)
}
