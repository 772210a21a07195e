//! The stages of a process: from when until when, who answers for each, and what each needs
//! beside what there is.

use std::collections::BTreeMap;

use maud::{Markup, html};
use polylogue_core::kind::StageStep;
use polylogue_node::template::StageTemplate;
use polylogue_store::query::{Check, CheckRow, PlanRow, StageRow};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::fields::{self, Choice};
use crate::page::parts::{
    cannot_speak, day, fate, named, person, section_head, target, title, words_of,
};
use crate::routes::Name;
use crate::view::stages::StagesView;
use crate::words::listed;
use crate::{rich, t};

/// The stages.
#[must_use]
pub fn page(c: &Context<'_>, view: &StagesView) -> Shown {
    let here = c.here();
    let name = t!(c, "stages-title");
    let body = html! {
        (title(html! {}, &name, html! { (t!(c, "stages-about")) }))
        p.pages {
            a href=(here.to(Name::Actions)) { (t!(c, "actions-title")) } " "
            a href=(here.to(Name::Suggestions)) { (t!(c, "suggestions-title")) }
        }
        @if view.rows.is_empty() { p.quiet { (t!(c, "stages-none")) } }
        @else {
            ol.list { @for it in &view.rows { (one(c, it, &view.checks)) } }
        }
        @if here.may.speak.is() {
            section.sec id="new" aria-labelledby="new-h" {
                (section_head("new-h", &t!(c, "stage-new"), html! {}))
                (fields::newcomer_note(c, here.may.speak))
                (fields::form(c, Name::AddStage, &here.to(Name::AddStage), |f| html! {
                    (f.needed("name", "stage-name", ""))
                    (f.area("purpose", "stage-purpose", ""))
                    (f.area("needs", "stage-needs", ""))
                    (f.day("starts", "stage-from"))
                    (f.day("until", "stage-until"))
                    (f.language_hidden())
                    (f.send("stage-send", "stage-send-means"))
                }))
                (templates(c))
            }
        } @else { p.quiet { (cannot_speak(c)) } }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

/// The templates, each with what it prepares.
fn templates(c: &Context<'_>) -> Markup {
    let choices = StageTemplate::ALL.map(|it| {
        let key = match it {
            StageTemplate::Inquiry => "stages-inquiry",
            StageTemplate::Survey => "stages-survey",
            StageTemplate::Policy => "stages-process",
            StageTemplate::OpenSpace => "stages-open-space",
        };
        Choice::new(it.name(), c.words.say(key, &[]))
    });
    let form = fields::form(c, Name::BeginStages, &c.here().to(Name::BeginStages), |f| {
        html! {
            (f.radios("template", "stages-template", &choices, "inquiry"))
            (f.send("stages-begin", "stages-begin-means"))
        }
    });
    fields::folded(c, Name::BeginStages, "stages-prepare", form)
}

fn one(c: &Context<'_>, row: &StageRow, checks: &BTreeMap<u16, CheckRow>) -> Markup {
    let plan = row.plan();
    html! {
        li id=(short(&row.said.id)) {
            p.name {
                a href=(c.here().of(Name::Stage, &row.said.id)) {
                    (named(c, &plan.name, &plan.said, "thing-stage"))
                }
                " " (step(c, row.step, plan))
            }
            (fate(c, &plan.said))
            (dates(c, plan))
            @if !plan.purpose.words.is_empty() { p { (words_of(&plan.purpose)) } }
            (checklist(c, plan, checks))
            (came_of(c, row))
        }
    }
}

/// How far a stage is, as a sign.
#[must_use]
pub fn step(c: &Context<'_>, step: StageStep, plan: &PlanRow) -> Markup {
    match step {
        StageStep::Open if plan.from.is_some_and(|it| it > c.now) => {
            html! { span.state { (t!(c, "stage-to-come")) } }
        }
        StageStep::Open if plan.until.is_some_and(|it| it < c.now) => {
            html! { span.state.open { (t!(c, "stage-overdue")) } }
        }
        StageStep::Open => html! { span.state.open { (t!(c, "stage-open")) } },
        StageStep::Done => html! { span.state { (t!(c, "stage-done")) } },
        StageStep::Skipped => html! { span.state { (t!(c, "stage-skipped")) } },
    }
}

/// From when until when, and who answers for it.
#[must_use]
pub fn dates(c: &Context<'_>, plan: &PlanRow) -> Markup {
    let key = match (plan.from, plan.until) {
        (Some(_), Some(_)) => "stage-from-until",
        (Some(_), None) => "stage-only-from",
        (None, Some(_)) => "stage-only-until",
        (None, None) => "stage-no-dates",
    };
    let (from, until) = (plan.from.unwrap_or(0), plan.until.unwrap_or(0));
    html! {
        p.note {
            (rich!(c, key; from = day(c, from), until = day(c, until)))
            (t!(c, "between"))
            @match &plan.responsible {
                Some(who) => (rich!(c, "stage-responsible"; who = person(c, who))),
                None => (t!(c, "stage-nobody")),
            }
        }
    }
}

/// What it needs: what can be counted, as far as it is, and what a person judges.
#[must_use]
pub fn checklist(c: &Context<'_>, plan: &PlanRow, checks: &BTreeMap<u16, CheckRow>) -> Markup {
    html! {
        @if !plan.checks.is_empty() || !plan.needs.is_empty() {
            ul.marks {
                @for number in &plan.checks { li { (counted(c, *number, checks.get(number))) } }
                @for need in &plan.needs {
                    @if !need.words.is_empty() { li { "☐ " (words_of(need)) } }
                }
            }
        }
    }
}

fn counted(c: &Context<'_>, number: u16, row: Option<&CheckRow>) -> Markup {
    let Some(row) = row else {
        return html! { span.quiet { (t!(c, "check-newer", number = u64::from(number))) } };
    };
    let key = format!("check-{}", row.check.name());
    let sentence = t!(c, &key, have = row.have, of = row.of);
    html! {
        span aria-hidden="true" { @if row.is_met() { "☑ " } @else { "☐ " } }
        @if let Some(name) = leads_to(row.check) {
            a href=(c.here().to(name)) { (sentence) }
        } @else { (sentence) }
        span.vh { " " @if row.is_met() { (t!(c, "check-met")) } @else { (t!(c, "check-unmet")) } }
    }
}

/// Where what is counted can be seen and done.
fn leads_to(check: Check) -> Option<Name> {
    Some(match check {
        Check::Charter => Name::Charter,
        Check::Perspectives | Check::PerspectivesHeard => Name::Perspectives,
        Check::Questions => Name::Questions,
        Check::Dialogues | Check::DialoguesClosed => Name::Dialogues,
        Check::Claims => Name::Claims,
        Check::Voters => Name::NextClaim,
        Check::Suggestions => Name::Suggestions,
        Check::Documents | Check::LinesTraced | Check::Comments => Name::Syntheses,
        Check::Practices => Name::Practices,
        Check::Actions => Name::Actions,
        Check::Sources => Name::Sources,
    })
}

/// Who said how far it is, and what that rests on.
#[must_use]
pub fn came_of(c: &Context<'_>, row: &StageRow) -> Markup {
    let Some(said) = &row.step_said else {
        return html! {};
    };
    html! {
        p.note {
            (person(c, &said.by)) ": " (step(c, row.step, row.plan()))
            @if let Some(words) = &row.words { " " q { (words_of(words)) } }
            @if !row.rests_on.is_empty() {
                " " (rich!(c, "stage-rests"; what = listed(c.words,
                    row.rests_on.iter().map(|it| target(c, it)).collect())))
            }
        }
    }
}
