//! "The original moved on: 4 lines", with take, keep and discuss for each; and the other way
//! round, what a fork did, to be taken over in the original.

use maud::{Markup, html};
use polylogue_node::MergePlan;
use polylogue_node::merging::{Choice, Moved, MovedLine};
use polylogue_store::query::Words;

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice as Offered, Fields};
use crate::page::parts::{section_head, title, words_of};
use crate::page::synthesis_history::changed;
use crate::routes::Name;
use crate::view::synthesis_merge::SynthesisMergeView;
use crate::{rich, t};

/// The page.
#[must_use]
pub fn page(c: &Context<'_>, view: &SynthesisMergeView) -> Shown {
    let here = c.here();
    let id = &view.row.said.id;
    let key = if view.is_back {
        "merge-back-title"
    } else {
        "merge-title"
    };
    let other = here.of(Name::SynthesisMerge, id);
    let body = html! {
        (title(html! { a href=(here.of(Name::Synthesis, id)) { (words_of(&view.row.title)) } },
            t!(c, key), html! {
                @if view.is_back { a href=(other) { (t!(c, "merge-title")) } }
                @else { a href=(other.with("way", "back")) { (t!(c, "merge-back-title")) } }
            }))
        @match &view.plan {
            None => p.quiet { (t!(c, "merge-none")) },
            Some(plan) => (moved(c, view, plan)),
        }
    };
    Shown {
        title: t!(c, key),
        part: Some(Name::Sift),
        body,
    }
}

fn moved(c: &Context<'_>, view: &SynthesisMergeView, plan: &MergePlan) -> Markup {
    let link = c.here().of(Name::MergeSynthesis, &view.row.said.id);
    html! {
        section.sec aria-labelledby="moved" {
            (section_head("moved", &t!(c, "merge-moved", count = plan.lines.len()), html! {
                (rich!(c, "merge-about"; title = words_of(&plan.other.title)))
            }))
            @if !plan.lines.is_empty() {
                (fields::form(c, Name::MergeSynthesis, &link, |f| html! {
                    @if view.is_back { input type="hidden" name="way" value="back"; }
                    @for it in &plan.lines { div.srow { (line(c, f, it)) } }
                    (f.line("because", "synthesis-because", ""))
                    (f.language_hidden())
                    (f.send("merge-send", "merge-send-means"))
                }))
            }
        }
    }
}

fn line(c: &Context<'_>, f: Fields<'_>, it: &MovedLine) -> Markup {
    let theirs = &it.wording.text;
    let base = Words {
        words: it.base.clone(),
        ..theirs.clone()
    };
    let own = it.here.as_ref().and_then(|it| it.wordings.first());
    let otherwise = match it.moved {
        Moved::Both => Choice::Discuss,
        Moved::Reworded | Moved::Added | Moved::Struck => Choice::Take,
    };
    let offered = Choice::ALL.into_iter();
    let offered: Vec<Offered> = offered
        .filter(|choice| *choice != Choice::Discuss || own.is_some() && it.moved != Moved::Struck)
        .map(|it| Offered::new(it.name(), c.words.say(&format!("merge-{}", it.name()), &[])))
        .chain([Offered::new("", t!(c, "merge-later"))])
        .collect();
    html! {
        p.note { (c.words.say(&format!("moved-{}", it.moved.name()), &[])) }
        p {
            @match it.moved {
                Moved::Added => ins { (words_of(theirs)) },
                Moved::Struck => del { (words_of(theirs)) },
                Moved::Reworded | Moved::Both => (changed(c, &base, theirs)),
            }
        }
        @if it.moved == Moved::Both && let Some(own) = own {
            p.note { (t!(c, "merge-ours")) } p { (words_of(&own.text)) }
        }
        (f.radios(&short(&it.there.said.id), "merge-choice", &offered, otherwise.name()))
    }
}
