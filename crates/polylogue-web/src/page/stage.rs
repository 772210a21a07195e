//! One stage, and the forms that change it.

use maud::{Markup, html};
use polylogue_store::query::{PlanRow, Words};

use crate::context::Context;
use crate::date::Moment;
use crate::link::beginning;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    cannot_speak, fate, page_title, person, section_head, title, when, words_of,
};
use crate::page::stages::{came_of, checklist, dates, step};
use crate::routes::Name;
use crate::t;
use crate::view::stage::StageView;

/// The stage.
#[must_use]
pub fn page(c: &Context<'_>, view: &StageView) -> Shown {
    let here = c.here();
    let (row, plan) = (&view.row, view.row.plan());
    let name = page_title(c, &plan.name, &plan.said, "thing-stage");
    let body = html! {
        (title(html! { a href=(here.to(Name::Stages)) { (t!(c, "stages-title")) } }, &name,
            step(c, row.step, plan)))
        (fate(c, &plan.said))
        (dates(c, plan))
        @if !plan.purpose.words.is_empty() { p { (words_of(&plan.purpose)) } }
        section.sec aria-labelledby="needs" {
            (section_head("needs", &t!(c, "stage-checklist"), html! {}))
            @if plan.checks.is_empty() && plan.needs.is_empty() {
                p.quiet { (t!(c, "stage-needs-nothing")) }
            }
            (checklist(c, plan, &view.checks))
            (came_of(c, row))
        }
        (others(c, view))
        @if here.may.speak.is() { (forms(c, view)) } @else { p.quiet { (cannot_speak(c)) } }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

/// Plans that somebody wrote at the same time.
fn others(c: &Context<'_>, view: &StageView) -> Markup {
    html! {
        @if view.row.plans.len() > 1 {
            section.sec aria-labelledby="others" {
                (section_head("others", &t!(c, "stage-others"), html! {}))
                @for plan in view.row.plans.iter().skip(1) {
                    p { (words_of(&plan.name)) ": " (words_of(&plan.purpose)) }
                    (dates(c, plan))
                    p.note { (person(c, &plan.said.by)) (t!(c, "between")) (when(c, &plan.said)) }
                }
            }
        }
    }
}

fn forms(c: &Context<'_>, view: &StageView) -> Markup {
    let id = &view.row.said.id;
    let steps = [
        Choice::new("done", t!(c, "stage-done")),
        Choice::new("open", t!(c, "stage-open")),
        Choice::new("skipped", t!(c, "stage-skipped")),
    ];
    html! {
        section.sec.no-print {
            (fields::folded(c, Name::SetStage, "stage-set",
                fields::form(c, Name::SetStage, &c.here().of(Name::SetStage, id), |f| html! {
                    (f.radios("step", "stage-step", &steps, "done"))
                    (f.area("text", "stage-words", ""))
                    (f.line("rests", "stage-rests-on", ""))
                    (f.language_hidden())
                    (f.send("stage-set-send", "stage-set-means"))
                })))
            (fields::folded(c, Name::ReviseStage, "stage-revise",
                fields::form(c, Name::ReviseStage, &c.here().of(Name::ReviseStage, id), |f| {
                    planned(c, view, f)
                })))
        }
    }
}

fn planned(c: &Context<'_>, view: &StageView, f: fields::Fields<'_>) -> Markup {
    let plan = view.row.plan();
    let needs: Vec<&str> = plan.needs.iter().map(|it| it.words.as_str()).collect();
    let mut people = vec![Choice::new("", t!(c, "stage-nobody"))];
    people.extend(
        view.people
            .iter()
            .map(|it| Choice::new(beginning(&it.key.0), it.name.words.clone())),
    );
    let responsible = plan.responsible.as_ref();
    let responsible = responsible.map_or(String::new(), |it| beginning(&it.key.0));
    html! {
        (f.needed("name", "stage-name", &plan.name.words))
        (f.area("purpose", "stage-purpose", &plan.purpose.words))
        (f.area("needs", "stage-needs", &needs.join("\n")))
        (f.day_of("starts", "stage-from", &date(plan.from)))
        (f.day_of("until", "stage-until", &date(plan.until)))
        (f.select("responsible", "stage-who", &people, &responsible))
        (f.number("place", "stage-place", &plan.place.to_string()))
        input type="hidden" name="language" value=(language(c, plan));
        (f.send("stage-revise-send", "stage-send-means"))
    }
}

fn date(seconds: Option<u64>) -> String {
    seconds.map_or(String::new(), |it| {
        let whole = Moment::of(it).machine();
        whole.split('T').next().unwrap_or_default().to_owned()
    })
}

/// A plan that is changed keeps its language.
fn language(c: &Context<'_>, plan: &PlanRow) -> String {
    let Words { language, .. } = &plan.name;
    if language.is_empty() || language == "und" {
        c.here().language.clone()
    } else {
        language.clone()
    }
}
