//! Adding sources and practices.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Evidence, EvidenceLink, Practice, Source};
use polylogue_store::query::Thing;

use crate::act::desk::Desk;
use crate::intent::Worded;
use crate::refusal::Refusal;

/// A work to add, in the fields of CSL.
pub(crate) struct Work {
    pub(crate) csl_type: String,
    pub(crate) title: Worded,
    pub(crate) authors: String,
    pub(crate) issued: String,
    pub(crate) address: String,
    pub(crate) licence: String,
    pub(crate) note: Worded,
    pub(crate) text: Option<Worded>,
}

/// A case to record.
pub(crate) struct Case {
    pub(crate) title: Worded,
    pub(crate) place: Worded,
    pub(crate) when: String,
    pub(crate) who: Worded,
    pub(crate) steps: Vec<Worded>,
    pub(crate) outcomes: Worded,
    pub(crate) failures: Worded,
    pub(crate) links: Vec<(OperationId, Evidence, Worded)>,
    pub(crate) sources: Vec<OperationId>,
}

pub(crate) fn add_source(desk: &mut Desk<'_>, work: &Work) -> Result<(), Refusal> {
    desk.say(Source {
        csl_type: work.csl_type.clone(),
        title: desk.text(&work.title),
        authors: work.authors.clone(),
        issued: work.issued.clone(),
        address: work.address.clone(),
        licence: work.licence.clone(),
        note: desk.text(&work.note),
        text: desk.optional_text(work.text.as_ref()),
    })?;
    Ok(())
}

pub(crate) fn add_practice(desk: &mut Desk<'_>, case: Case) -> Result<(), Refusal> {
    for (claim, _, _) in &case.links {
        desk.expect(*claim, &[Thing::Claim], "claim")?;
    }
    desk.expect_all(&case.sources, &[Thing::Source], "source")?;
    let link = |(claim, evidence, reason): &(OperationId, Evidence, Worded)| EvidenceLink {
        claim: *claim,
        evidence: *evidence,
        reason: desk.text(reason),
    };
    let practice = Practice {
        title: desk.text(&case.title),
        place: desk.text(&case.place),
        when: case.when.clone(),
        who: desk.text(&case.who),
        steps: case.steps.iter().map(|it| desk.text(it)).collect(),
        outcomes: desk.text(&case.outcomes),
        failures: desk.text(&case.failures),
        links: case.links.iter().map(link).collect(),
        sources: case.sources,
    };
    desk.say(practice)?;
    Ok(())
}
