//! Forks of documents, within a commons or into another one of this home, and what moved on in the
//! one since it was last laid beside the other.

use std::collections::{BTreeMap, HashMap};

use polylogue_core::id::OperationId;
use polylogue_store::Reader;
use polylogue_store::query::{CameFrom, DocumentRow, LineRow, TextNow};

use crate::intent::{Done, Forked, Intent, OtherDocument, Worded};
use crate::merging::{Choice, Level, MovedLine, moved_on};
use crate::node::Node;
use crate::refusal::Refusal;

/// A document in a commons of this home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InCommons {
    /// The commons.
    pub commons: OperationId,
    /// The document.
    pub document: OperationId,
}

/// What moved on in one document since it was last laid beside another.
#[derive(Debug, Clone)]
pub struct MergePlan {
    /// The document that may take something over.
    pub here: InCommons,
    /// The other.
    pub there: InCommons,
    /// The other as it is titled.
    pub other: DocumentRow,
    /// What moved on there, in its order.
    pub lines: Vec<MovedLine>,
}

fn not_here(id: OperationId) -> Refusal {
    Refusal::OtherThing {
        id,
        expected: "document",
    }
}

fn row(reader: &Reader, id: OperationId) -> Result<DocumentRow, Refusal> {
    reader.document(id)?.ok_or_else(|| not_here(id))
}

impl Node {
    /// Makes a document of the lines of another, in its commons or in another one of this home.
    /// Where each line comes from is kept, so that either can take over what the other does.
    ///
    /// # Errors
    /// The [`Refusal`] that [`Node::perform`] would answer, or that of a document that is not
    /// here.
    pub fn fork(
        &self,
        from: InCommons,
        into: &OperationId,
        title: Option<Worded>,
    ) -> Result<Done, Refusal> {
        let reader = self.reader(&from.commons)?;
        let original = row(&reader, from.document)?;
        let is_same = from.commons == *into;
        let licence = |reader: &Reader| Ok::<_, Refusal>(reader.commons()?.licence);
        let (own, theirs) = (licence(&reader)?, licence(&self.reader(into)?)?);
        let kept = if original.licence.is_empty() {
            own
        } else {
            original.licence.clone()
        };
        let title = title.unwrap_or_else(|| Worded {
            words: original.title.words.clone(),
            language: Some(original.title.language.clone()),
        });
        let forked = Forked {
            other: OtherDocument {
                commons: (!is_same).then_some(from.commons),
                document: from.document,
            },
            licence: if kept == theirs { String::new() } else { kept },
            lines: reader.lines(from.document)?,
        };
        let forked = Box::new(forked);
        self.perform(into, Intent::ForkDocument { title, forked })
    }

    /// The document that a document was made from.
    ///
    /// # Errors
    /// A [`Refusal`] if its commons is not here.
    pub fn original(&self, of: InCommons) -> Result<Option<InCommons>, Refusal> {
        let origins = self.reader(&of.commons)?.origins(of.document)?;
        Ok(origins.first().map(|it| InCommons {
            commons: it.commons.unwrap_or(of.commons),
            document: it.document,
        }))
    }

    /// Of these lines of a document, the wordings that were taken from another, by wording: also
    /// from a document in another commons of this home.
    ///
    /// # Errors
    /// A [`Refusal`] if its commons is not here.
    pub fn came_from(
        &self,
        of: InCommons,
        lines: &[LineRow],
    ) -> Result<BTreeMap<OperationId, CameFrom>, Refusal> {
        let mut all = self.reader(&of.commons)?.came_from(of.document, lines)?;
        let mut readers: BTreeMap<OperationId, Option<Reader>> = BTreeMap::new();
        for from in all.values_mut().filter(|it| it.said.is_none()) {
            let Some(commons) = from.commons else {
                continue;
            };
            let there = readers.entry(commons);
            // It may be no commons of this home.
            let there = there.or_insert_with(|| self.reader(&commons).ok());
            if let Some(there) = there {
                from.title = there.document(from.document)?.map(|it| it.title);
                from.said = there.wording(from.wording)?.map(|it| it.said);
            }
        }
        Ok(all)
    }

    /// What moved on `there` since it was last laid beside `here`.
    ///
    /// # Errors
    /// A [`Refusal`] if one of them is not here.
    pub fn merge_plan(&self, here: InCommons, there: InCommons) -> Result<MergePlan, Refusal> {
        let (own, theirs) = (self.reader(&here.commons)?, self.reader(&there.commons)?);
        row(&own, here.document)?;
        let other = row(&theirs, there.document)?;
        let (text, their_text) = (
            own.text_now(here.document)?,
            theirs.text_now(there.document)?,
        );
        let (stand, their_stand) = (standing(&text), standing(&their_text));
        let mut level: Level = BTreeMap::new();
        // What was said there of lines here, then what was said here of lines there.
        for (line, (counterpart, wording)) in laid(&theirs, there, here)? {
            if let Some(counterpart) = counterpart
                && let Some(base) = words_of(&own, &stand, wording)?
            {
                level.insert(counterpart, (Some(line), base));
            }
        }
        for (line, (counterpart, wording)) in laid(&own, here, there)? {
            if let Some(base) = words_of(&theirs, &their_stand, wording)? {
                level.insert(line, (counterpart, base));
            }
        }
        let lines = moved_on(
            text.lines().iter().map(|it| &**it),
            their_text.lines().iter().map(|it| &**it),
            &level,
        );
        Ok(MergePlan {
            here,
            there,
            other,
            lines,
        })
    }

    /// Does what was decided about lines that moved on, by the line there; what nothing was
    /// decided about is asked again.
    ///
    /// # Errors
    /// The [`Refusal`] that [`Node::perform`] would answer.
    pub fn merge(
        &self,
        plan: MergePlan,
        choices: &BTreeMap<OperationId, Choice>,
        because: Option<Worded>,
    ) -> Result<Done, Refusal> {
        let decided = plan.lines.into_iter().filter_map(|it| {
            let choice = choices.get(&it.there.said.id)?;
            Some((it, *choice))
        });
        let is_same = plan.here.commons == plan.there.commons;
        let act = Intent::MergeLines {
            document: plan.here.document,
            other: OtherDocument {
                commons: (!is_same).then_some(plan.there.commons),
                document: plan.there.document,
            },
            decided: decided.collect(),
        };
        let act = match because {
            Some(reason) => Intent::Because {
                act: Box::new(act),
                reason,
            },
            None => act,
        };
        self.perform(&plan.here.commons, act)
    }
}

/// The words of wordings that stand in a document.
fn standing(text: &TextNow) -> HashMap<OperationId, &str> {
    let wordings = text.lines().iter().flat_map(|it| &it.wordings);
    wordings
        .map(|it| (it.said.id, it.text.words.as_str()))
        .collect()
}

/// The words of a wording: most that were level once stand still.
fn words_of(
    reader: &Reader,
    standing: &HashMap<OperationId, &str>,
    wording: OperationId,
) -> Result<Option<String>, Refusal> {
    if let Some(words) = standing.get(&wording) {
        return Ok(Some((*words).to_owned()));
    }
    Ok(reader.wording(wording)?.map(|it| it.text.words))
}

/// What was said in one document of the lines of another.
fn laid(
    reader: &Reader,
    of: InCommons,
    other: InCommons,
) -> Result<BTreeMap<OperationId, (Option<OperationId>, OperationId)>, Refusal> {
    let is_of = |commons: Option<OperationId>| commons.unwrap_or(of.commons) == other.commons;
    let origins = reader.origins(of.document)?.into_iter();
    let mut found = origins.filter(|it| it.document == other.document && is_of(it.commons));
    Ok(found.next().map(|it| it.lines).unwrap_or_default())
}
