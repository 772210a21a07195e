//! `polylogue stage`: the stages of a process, what each needs, and how far it is.

use polylogue_core::kind::StageStep;
use polylogue_node::intent::{Intent, NewPlan, Worded};
use polylogue_node::template::StageTemplate;
use polylogue_store::query::{Check, CheckRow, PlanRow, StageRow};
use serde_json::{Value, json};

use crate::arguments::InLanguage;
use crate::context::Context;
use crate::failure::Failure;
use crate::json as rows_json;
use crate::output::{Output, done, said};
use crate::table::parts;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// List the stages with what each needs beside what there is
    List,
    /// Add a stage behind the others
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        planned: Planned,
    },
    /// Change a stage; what is not given stays
    Set {
        /// Which stage
        stage: String,
        /// Its name
        #[arg(long, value_name = "TEXT")]
        name: Option<String>,
        #[command(flatten)]
        planned: Planned,
    },
    /// Say that a stage is done, or with --again that it goes on, or that it is skipped
    Done {
        /// Which stage
        stage: String,
        /// What came of it
        words: Option<String>,
        /// What that rests on; may be repeated
        #[arg(long = "rests-on", value_name = "ID")]
        rests_on: Vec<String>,
        /// It goes on after all
        #[arg(long, conflicts_with = "skip")]
        again: bool,
        /// It is left out of this process
        #[arg(long)]
        skip: bool,
    },
    /// Add the stages that a template prepares: inquiry, survey, process, open-space
    Template {
        /// Which template
        name: String,
    },
}

/// What is planned of a stage.
#[derive(Debug, clap::Args)]
struct Planned {
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    /// Something it needs to be finished; may be repeated
    #[arg(long = "need", value_name = "TEXT")]
    needs: Vec<String>,
    /// Something it needs that is counted; may be repeated. `stage list --json` names them
    #[arg(long = "check", value_name = "CHECK")]
    checks: Vec<String>,
    /// The day it begins, such as 2026-11-22
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The day it is to be done
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "PERSON")]
    responsible: Option<String>,
    /// Its place among the stages, from 1
    #[arg(long, value_name = "NUMBER")]
    place: Option<u32>,
    #[command(flatten)]
    language: InLanguage,
}

/// Does one of these.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    match arguments.act {
        Act::List => list(context),
        Act::Add { name, planned } => {
            let name = context.worded(&name, &planned.language)?;
            let before = NewPlan {
                name,
                ..NewPlan::default()
            };
            let plan = Box::new(plan(context, &planned, before)?);
            Ok(said("added", &context.perform(Intent::AddStage { plan })?))
        }
        Act::Set {
            stage,
            name,
            planned,
        } => set(context, &stage, name.as_ref(), &planned),
        Act::Done {
            stage,
            words,
            rests_on,
            again,
            skip,
        } => {
            let step = match (again, skip) {
                (true, _) => StageStep::Open,
                (false, true) => StageStep::Skipped,
                (false, false) => StageStep::Done,
            };
            let language = InLanguage::default();
            let it = context.perform(Intent::SetStage {
                stage: stage_row(context, &stage)?.said.id,
                step,
                rests_on: context.all(&rests_on)?,
                words: context
                    .worded_if(words.as_ref(), &language)?
                    .unwrap_or_default(),
            })?;
            Ok(done(step_name(step), &it))
        }
        Act::Template { name } => template(context, &name),
    }
}

fn template(context: &Context, name: &str) -> Result<Output, Failure> {
    let template = StageTemplate::of_name(name).ok_or_else(|| {
        let names = StageTemplate::ALL.map(StageTemplate::name).join(", ");
        Failure::usage(
            format!("“{name}” is no template"),
            format!("one of: {names}"),
        )
    })?;
    let it = context.perform(Intent::BeginStages { template })?;
    let count = it.operations.len() as u64;
    let text = format!("prepared {}", words::count(count, "stage", "stages"));
    let json = json!({"stages": rows_json::ids(&it.operations)});
    Ok(Output::new(text, json).noting("`polylogue stage set` changes any of them"))
}

/// A stage by its name or id.
fn stage_row(context: &Context, typed: &str) -> Result<StageRow, Failure> {
    let reader = context.reader()?;
    let wanted = typed.to_lowercase();
    let is_named = |it: &StageRow| it.plan().name.words.to_lowercase() == wanted;
    let named: Vec<StageRow> = reader.stages()?.into_iter().filter(is_named).collect();
    let row = match <[StageRow; 1]>::try_from(named) {
        Ok([row]) => Some(row),
        Err(_) => reader.stage(context.anything(typed)?)?,
    };
    row.ok_or_else(|| {
        let hint = "`polylogue stage list` lists them";
        Failure::refused(format!("“{typed}” is no stage here"), hint)
    })
}

fn set(
    context: &Context,
    stage: &str,
    name: Option<&String>,
    planned: &Planned,
) -> Result<Output, Failure> {
    let row = stage_row(context, stage)?;
    let before = row.plan();
    let kept = |it: &polylogue_store::query::Words| Worded {
        words: it.words.clone(),
        language: Some(it.language.clone()),
    };
    let before = NewPlan {
        name: match name {
            Some(name) => context.worded(name, &planned.language)?,
            None => kept(&before.name),
        },
        purpose: kept(&before.purpose),
        needs: before.needs.iter().map(kept).collect(),
        checks: before.checks.clone(),
        from: before.from,
        until: before.until,
        responsible: before.responsible.as_ref().map(|it| it.key),
        place: Some(before.place),
    };
    let plan = Box::new(plan(context, planned, before)?);
    let stage = row.said.id;
    let it = context.perform(Intent::ReviseStage { stage, plan })?;
    Ok(done("set", &it))
}

/// What is planned now: what was typed, and where nothing was, what stood before.
fn plan(context: &Context, planned: &Planned, before: NewPlan) -> Result<NewPlan, Failure> {
    let day = |typed: &Option<String>, before: Option<u64>| match typed {
        Some(typed) => day(typed).map(Some),
        None => Ok(before),
    };
    let needs = planned.needs.iter();
    let needs = needs.map(|it| context.worded(it, &planned.language));
    let needs: Vec<Worded> = needs.collect::<Result<_, _>>()?;
    let checks = planned.checks.iter().map(|it| check(it));
    let checks: Vec<u16> = checks.collect::<Result<_, _>>()?;
    let purpose = context.worded_if(planned.purpose.as_ref(), &planned.language)?;
    Ok(NewPlan {
        purpose: purpose.unwrap_or(before.purpose),
        needs: if needs.is_empty() {
            before.needs
        } else {
            needs
        },
        checks: if checks.is_empty() {
            before.checks
        } else {
            checks
        },
        from: day(&planned.from, before.from)?,
        until: day(&planned.until, before.until)?,
        responsible: match &planned.responsible {
            Some(typed) => Some(context.person(typed)?),
            None => before.responsible,
        },
        place: planned.place.or(before.place),
        name: before.name,
    })
}

/// A day as it is typed, in seconds.
pub(crate) fn day(typed: &str) -> Result<u64, Failure> {
    words::read_time(typed).ok_or_else(|| {
        let hint = "give it as 2026-11-22";
        Failure::usage(format!("“{typed}” is no day"), hint)
    })
}

fn check(typed: &str) -> Result<u16, Failure> {
    let found = Check::of_name(typed).ok_or_else(|| {
        let names: Vec<&str> = Check::ALL.into_iter().map(Check::name).collect();
        let hint = format!("one of: {}", names.join(", "));
        Failure::usage(format!("“{typed}” is nothing that is counted"), hint)
    })?;
    Ok(found.number())
}

fn step_name(step: StageStep) -> &'static str {
    match step {
        StageStep::Open => "goes on",
        StageStep::Done => "done",
        StageStep::Skipped => "left out",
    }
}

fn list(context: &Context) -> Result<Output, Failure> {
    let rows = context.reader()?.stages()?;
    let mut blocks = Vec::new();
    let mut all = Vec::new();
    for row in &rows {
        let checks = counted(context, row.plan())?;
        blocks.push(text_of(row, &checks));
        all.push(json_of(row, &checks));
    }
    if blocks.is_empty() {
        blocks.push(
            "no stage yet: `polylogue stage add` adds one, `stage template` several".to_owned(),
        );
    }
    Ok(Output::new(parts(&blocks), Value::Array(all)))
}

fn counted(context: &Context, plan: &PlanRow) -> Result<Vec<CheckRow>, Failure> {
    let known = plan.checks.iter().filter_map(|it| Check::of(*it));
    let mut rows = Vec::new();
    for check in known {
        rows.push(context.reader()?.check(check)?);
    }
    Ok(rows)
}

fn text_of(row: &StageRow, checks: &[CheckRow]) -> String {
    let plan = row.plan();
    let day = |it: Option<u64>| it.map_or("?".to_owned(), words::day);
    let who = plan.responsible.as_ref();
    let who = who.map_or("nobody yet".to_owned(), words::person);
    let mut lines = vec![
        format!(
            "{}  {}. {} ({})",
            row.said.id.short(),
            plan.place,
            words::or_state(&plan.name.words, &plan.said),
            step_name(row.step)
        ),
        format!("  {} to {}, {who}", day(plan.from), day(plan.until)),
    ];
    for it in checks {
        let sign = if it.is_met() { 'x' } else { ' ' };
        lines.push(format!(
            "  [{sign}] {}: {} of {}",
            it.check.name(),
            it.have,
            it.of
        ));
    }
    lines.extend(plan.needs.iter().map(|it| format!("  [ ] {}", it.words)));
    if let Some(words) = &row.words {
        lines.push(format!("  {}", words.words));
    }
    lines.join("\n")
}

fn json_of(row: &StageRow, checks: &[CheckRow]) -> Value {
    let plan = row.plan();
    let own = json!({
        "place": plan.place,
        "name": rows_json::words(&plan.name),
        "purpose": rows_json::words(&plan.purpose),
        "needs": rows_json::list(&plan.needs, rows_json::words),
        "checks": rows_json::list(checks, |it| json!({
            "check": it.check.name(),
            "have": it.have,
            "of": it.of,
            "met": it.is_met(),
        })),
        "from": plan.from,
        "until": plan.until,
        "responsible": rows_json::optional(plan.responsible.as_ref(), rows_json::person),
        "plans": row.plans.len(),
        "step": step_name(row.step),
        "words": rows_json::optional(row.words.as_ref(), rows_json::words),
        "rests_on": rows_json::list(&row.rests_on, rows_json::target),
    });
    rows_json::thing(&row.said, own)
}
