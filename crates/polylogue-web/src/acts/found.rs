//! Founding and joining a commons, replicating now, and taking a copy away.

use polylogue_core::kind::{Admission, RowsOfPeople, Template};
use polylogue_node::intent::{Found, Intent};
use polylogue_node::template::StageTemplate;
use polylogue_node::{Arrival, Lacking, With};

use super::{Outcome, needed};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Founds a commons.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn found(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-title")?;
    needed(asked, "name", "unclear-name")?;
    let form = &asked.form;
    let found = Found {
        title: form.get("title").to_owned(),
        question: form.get("question").to_owned(),
        template: match form.get("template") {
            "survey" => Template::Survey,
            "process" | "open-space" => Template::Process,
            "blank" => Template::Blank,
            _ => Template::Inquiry,
        },
        licence: form.given("licence").unwrap_or("CC-BY-SA-4.0").to_owned(),
        language: form
            .given("language")
            .unwrap_or(asked.words.language())
            .to_owned(),
        admission: admission(form.get("admission")),
        charter: form.get("charter").replace("\r\n", "\n"),
        name: form.get("name").to_owned(),
        rows: match form.get("rows") {
            "travel" => RowsOfPeople::MayTravel,
            _ => RowsOfPeople::StayHere,
        },
    };
    let id = asked.node()?.found(&found)?;
    let template = StageTemplate::of_name(form.get("template"));
    if let Some(template) = template.filter(|_| form.is_ticked("stages")) {
        asked
            .node()?
            .perform(&id, Intent::BeginStages { template })?;
        return Ok(Outcome::See(Link::within(&id, Name::Stages)));
    }
    Ok(Outcome::See(Link::within(&id, Name::Home)))
}

/// How newcomers become members, as forms send it.
pub(crate) fn admission(value: &str) -> Admission {
    match value {
        "open" => Admission::Open,
        "vouching" => Admission::Vouching,
        _ => Admission::Invitation,
    }
}

/// Joins by an invitation.
///
/// # Errors
/// A [`Trouble`] if it cannot be used or nobody answers.
pub fn join(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "ticket", "unclear-ticket")?;
    needed(asked, "name", "unclear-name")?;
    let ticket = asked.form.get("ticket");
    let entered = asked.node()?.enter(ticket, asked.form.get("name"))?;
    let home = Link::within(&entered.commons, Name::Home);
    Ok(Outcome::See(match entered.arrival {
        Arrival::Whole => home,
        Arrival::Partly => home.with("arrived", "partly"),
    }))
}

/// Replicates now with every peer known.
///
/// # Errors
/// A [`Trouble`] if no peer is known or the network cannot be used.
pub fn sync(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    asked.node()?.sync_once(&commons, &With::Everybody)?;
    asked.lasting.reach.forget(&commons);
    Ok(Outcome::See(Link::within(&commons, Name::Status)))
}

/// Reads a carried copy that was sent as a file; it may be of a commons that is not here yet.
///
/// # Errors
/// [`Trouble::Unclear`] if no file was sent, [`Trouble::Refused`] if it is no carried copy or ends
/// in a fault; what was whole before the fault is kept.
pub fn read_copy(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let file = asked.file.as_ref().filter(|it| !it.is_empty());
    let file = file.ok_or(Trouble::Unclear("unclear-copy"))?;
    let report = asked.node()?.read_bundle(&file[..])?;
    if let Some(commons) = &report.commons {
        asked.lasting.reach.forget(commons);
    }
    if let Some(stopped) = report.stopped {
        return Err(Trouble::Refused(stopped.into()));
    }
    let commons = report.commons.ok_or(Trouble::NotFound)?;
    let link = Link::within(&commons, Name::Status)
        .with("read", report.read)
        .with("new", report.new)
        .with("refused", report.refused);
    Ok(Outcome::See(link.at("copy")))
}

/// The whole commons as a file.
///
/// # Errors
/// A [`Trouble`] if it cannot be read.
pub fn carried_copy(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let commons = asked.commons()?;
    let mut bytes = Vec::new();
    asked
        .node()?
        .write_bundle(&commons, &mut bytes, &Lacking::Nothing)?;
    Ok(Outcome::File(
        format!("{}.polylogue", commons.short()),
        bytes,
    ))
}
