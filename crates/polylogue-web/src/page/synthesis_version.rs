//! A document as it was after one change: what the change did, the whole text with who wrote each
//! line and since when, and the way to take the change back.

use maud::{Markup, html};
use polylogue_store::query::{LineRow, Wording, written_by};
use polylogue_store::versions::LineDifference;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::parts::{day, person, prose, section_head, title, when, words_of};
use crate::page::synthesis_history::{changed, read_as, reason};
use crate::page::{beside, fields};
use crate::routes::Name;
use crate::view::synthesis_version::SynthesisVersionView;
use crate::{rich, t};

/// The version.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesisVersionView) -> Shown {
    let here = c.here();
    let id = &view.row.said.id;
    let change = &view.change;
    let name = t!(c, "version-title");
    let standing: Vec<&LineRow> = view.blame.0.iter().filter(|it| !it.is_struck).collect();
    let body = html! {
        (title(html! { a href=(here.of(Name::Synthesis, id)) { (words_of(&view.row.title)) } },
            rich!(c, "version-read-on"; day = day(c, change.said.time)), html! {
                (rich!(c, "version-left"; who = person(c, &change.said.by),
                    when = when(c, &change.said)))
                (t!(c, "between"))
                a href=(here.of(Name::SynthesisHistory, id)) { (t!(c, "history-title")) }
            }))
        (reason(c, change))
        section.sec aria-labelledby="did" {
            @let key = if view.since.is_some() { "version-since" } else { "version-did" };
            (section_head("did", &t!(c, key), html! {}))
            @if view.differences.is_empty() { p.quiet { (t!(c, "version-same")) } }
            ul.turns.prose { @for it in &view.differences { li { (difference(c, it)) } } }
            (undo(c, view))
        }
        section.sec aria-labelledby="text" {
            (section_head("text", &t!(c, "version-text"), html! { (t!(c, "version-blame")) }))
            article.book { @for (at, it) in standing.iter().enumerate() {
                @let before = at.checked_sub(1).and_then(|it| standing.get(it));
                (line(c, view, it, before.and_then(|it| it.wordings.last())))
            } }
        }
    };
    Shown {
        title: name,
        part: Some(Name::Sift),
        body,
    }
}

fn undo(c: &Context<'_>, view: &SynthesisVersionView) -> Markup {
    let here = c.here();
    html! {
        @if here.may.speak.is() && view.since.is_none() {
            div.no-print {
                (fields::folded(c, Name::UndoChange, "change-undo", fields::form(c,
                    Name::UndoChange, &here.of(Name::UndoChange, &view.change.said.id), |f| html! {
                        (f.line("because", "synthesis-because", ""))
                        (f.language_hidden())
                        (f.send("change-undo-send", "change-undo-means"))
                    })))
            }
        }
    }
}

fn difference(c: &Context<'_>, it: &LineDifference) -> Markup {
    let first = |row: &Option<LineRow>| row.as_ref().and_then(|it| it.wordings.first().cloned());
    let (before, after) = (first(&it.before), first(&it.after));
    let id = it.row().map(|it| it.said.id);
    let wordings = it.after.as_ref().map_or(0, |it| it.wordings.len());
    let key = match it.stands() {
        (false, _) if it.before.is_some() => "deed-restored",
        (false, _) => "deed-added",
        (true, false) => "deed-struck",
        (true, true) if it.is_moved() => "deed-moved",
        (true, true) if is_same(before.as_ref(), after.as_ref()) => "deed-traced",
        (true, true) => "deed-reworded",
    };
    html! {
        @if let Some(id) = &id { b { a href=(c.here().of(Name::Line, id)) { (t!(c, key)) } } " " }
        @match (&before, &after) {
            (_, Some(after)) if !it.stands().0 => ins { (read_as(c, &after.text)) },
            (Some(before), _) if !it.stands().1 => del { (read_as(c, &before.text)) },
            (Some(before), Some(after)) => (changed(c, &before.text, &after.text)),
            (Some(one), None) | (None, Some(one)) => (read_as(c, &one.text)),
            (None, None) => {}
        }
        @for row in it.after.iter() { (beside::struck(c, row)) }
        @if wordings > 1 { " " span.state { (t!(c, "line-wordings", count = wordings)) } }
    }
}

fn is_same(before: Option<&Wording>, after: Option<&Wording>) -> bool {
    before.map(|it| &it.text.words) == after.map(|it| &it.text.words)
}

/// A line, and who wrote it so and when, as far as that differs from the line before.
fn line(
    c: &Context<'_>,
    view: &SynthesisVersionView,
    row: &LineRow,
    before: Option<&Wording>,
) -> Markup {
    let change = |it: &Wording| view.blame.1.get(&it.said.id).map(|it| it.change);
    let is_alone = row.wordings.len() == 1;
    let by = |it: &Wording| {
        let from = view.came.get(&it.said.id).map(|it| it.document);
        (written_by(&view.came, it).by.key, from)
    };
    let of_same = |it: &Wording| before.filter(|last| is_alone && by(last) == by(it));
    html! {
        div.srow id=(short(&row.said.id)) {
            @for wording in &row.wordings {
                (prose(c, &wording.text))
                @let same = of_same(wording);
                @let is_told = |last| change(last).is_none() || change(last) != change(wording);
                @if same.is_none() { (beside::taken(c, &view.came, wording)) }
                @if same.is_none_or(is_told) {
                p.note {
                    @let own = !view.came.contains_key(&wording.said.id);
                    @if same.is_none() && own {
                        (person(c, &wording.said.by)) (t!(c, "between"))
                    }
                    @match view.blame.1.get(&wording.said.id) {
                        Some(origin) => {
                            a href=(c.here().of(Name::SynthesisVersion, &origin.change)) {
                                (when(c, &wording.said))
                            }
                            @if origin.earlier > 0 {
                                (t!(c, "between"))
                                (t!(c, "version-earlier", count = origin.earlier))
                            }
                        }
                        None => (when(c, &wording.said)),
                    }
                } }
            }
        }
    }
}
