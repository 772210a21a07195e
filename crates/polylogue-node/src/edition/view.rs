//! What an edition says, as plain rows: no page, no markup but the Markdown people wrote.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Hash, OperationId};
use polylogue_core::kind::SignedAs;
use polylogue_store::query::{DissentRow, LeaveOutRow, PersonRef, TargetRow, Thing, Words};
use polylogue_store::{Reader, StoreFault};

use super::concerns::{Known, known_of};
use super::contributors::{Contributor, contributors};
use super::earlier::{Earlier, earlier_of};
use super::left_out::left_out_of;
use super::licence::{Fits, Notice, fits};
use super::{EditionFault, Opened};
use crate::references::{References, references_in};

/// An edition as it is read.
#[derive(Debug, Clone)]
pub struct EditionText {
    /// The edition.
    pub id: OperationId,
    /// The commons it is of.
    pub commons: OperationId,
    /// That commons' title.
    pub commons_title: Words,
    /// The document it froze.
    pub document: OperationId,
    /// Its title.
    pub title: Words,
    /// The name of the version.
    pub name: String,
    /// The licence (SPDX).
    pub licence: String,
    /// Who made it.
    pub by: PersonRef,
    /// When (claimed seconds).
    pub time: u64,
    /// BLAKE3 of what is read.
    pub content: Hash,
    /// The lines, in reading order, each with its number from 1.
    pub lines: Vec<EditionLine>,
    /// Comments that were open when it was made.
    pub open: Vec<TargetRow>,
    /// Minority reports and reservations printed with it.
    pub dissent: Vec<DissentRow>,
    /// Who signed it, as what.
    pub signers: Vec<Signer>,
    /// Who took part, by kind of work.
    pub contributors: Vec<Contributor>,
    /// Cited material with its licence, conflicts first.
    pub notices: Vec<Notice>,
    /// What was known to stand against it when it was made.
    pub knowingly: Vec<Known>,
    /// Editions of the same text before it, as it names them, the latest first.
    pub earlier: Vec<Earlier>,
    /// What was left out of it, with reasons and replies.
    pub left_out: Vec<LeaveOutRow>,
    /// The works its words cite.
    pub references: References,
}

/// A line of an edition.
#[derive(Debug, Clone)]
pub struct EditionLine {
    /// Its number, from 1: its address in print.
    pub number: usize,
    /// The line.
    pub id: OperationId,
    /// The wording that is printed.
    pub wording: OperationId,
    /// Its words, Markdown; none where whoever wrote them emptied them since.
    pub words: Option<Words>,
    /// Who worded it so.
    pub by: PersonRef,
    /// When (claimed seconds).
    pub time: u64,
    /// What it rests on; none: it is its authors' own.
    pub traces: Vec<EditionTrace>,
}

/// Something that a line rests on.
#[derive(Debug, Clone)]
pub struct EditionTrace {
    /// What it is, in a few words, with the passage and whether its words still stand.
    pub target: TargetRow,
    /// The text whose words it is found in, to be opened: a turn or source; else the thing itself.
    pub text: OperationId,
}

/// Somebody who signed.
#[derive(Debug, Clone)]
pub struct Signer {
    /// Who.
    pub by: PersonRef,
    /// The signature.
    pub id: OperationId,
    /// When (claimed seconds).
    pub time: u64,
    /// As what.
    pub signed_as: SignedAs,
    /// A reservation, or what they say beside; may be empty.
    pub words: Words,
}

impl Opened {
    /// What the edition says.
    ///
    /// # Errors
    /// A failure of this machine.
    pub fn text(&self) -> Result<EditionText, EditionFault> {
        let reader = self.reader()?;
        let said = reader.said_of(self.id)?.ok_or_else(|| self.not_here())?;
        let commons = reader.commons()?;
        let document = reader.document(self.edition.document)?;
        let title = document.map(|it| it.title).unwrap_or_default();
        let mut lines = Vec::with_capacity(self.manifest.lines.len());
        for (place, of) in self.manifest.lines.iter().enumerate() {
            lines.extend(line(&reader, place + 1, (of.line, of.wording))?);
        }
        let licence = match self.edition.licence.as_str() {
            "" => commons.licence.clone(),
            own => own.to_owned(),
        };
        let words = lines
            .iter()
            .filter_map(|it| Some((it.id, it.words.as_ref()?.words.as_str())));
        let references = references_in(&reader, words)?;
        let traced = lines.iter().flat_map(|it| &it.traces).map(|it| it.text);
        let works = references.works.iter().map(|it| it.row.said.id);
        let texts = traced.chain(works).collect();
        let notices = notices_of(&reader, texts, (&licence, &commons.licence))?;
        Ok(EditionText {
            id: self.id,
            commons: self.commons,
            commons_title: commons.title,
            document: self.edition.document,
            name: self.edition.name.clone(),
            licence,
            by: said.by,
            time: said.time,
            content: self.edition.content,
            lines,
            open: named(&reader, &self.edition.open)?,
            dissent: dissents(&reader, &self.manifest.dissent)?,
            signers: signers(&reader, self.id)?,
            contributors: contributors(&reader, self.edition.document, &self.said)?,
            notices,
            knowingly: known_of(&self.manifest.figures),
            earlier: earlier_of(&self.manifest.figures),
            left_out: left_out_of(&reader, &title, (self.id, &self.edition.name))?,
            title,
            references,
        })
    }

    fn not_here(&self) -> EditionFault {
        let at = super::At::of(super::Part::Edition, 0);
        let what = super::Wrong::Other;
        EditionFault::Broken { at, what }
    }
}

fn named(reader: &Reader, ids: &[OperationId]) -> Result<Vec<TargetRow>, StoreFault> {
    let rows = ids.iter().map(|id| reader.what(*id));
    Ok(rows
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

fn dissents(reader: &Reader, ids: &[OperationId]) -> Result<Vec<DissentRow>, StoreFault> {
    let rows: Result<Vec<_>, _> = ids.iter().map(|id| reader.dissent(*id)).collect();
    Ok(rows?.into_iter().flatten().collect())
}

/// Who signed an edition, as what.
pub(super) fn signers(reader: &Reader, edition: OperationId) -> Result<Vec<Signer>, StoreFault> {
    let rows = reader.signatures(edition)?.into_iter();
    let signer = |it: polylogue_store::query::SignatureRow| Signer {
        by: it.said.by,
        id: it.said.id,
        time: it.said.time,
        signed_as: it.signed_as,
        words: it.words,
    };
    Ok(rows.map(signer).collect())
}

fn line(
    reader: &Reader,
    number: usize,
    (line, wording): (OperationId, OperationId),
) -> Result<Option<EditionLine>, StoreFault> {
    let Some(said) = reader.said_of(wording)? else {
        return Ok(None);
    };
    let found = reader.wording(wording)?;
    let mut traces = Vec::new();
    for target in reader.traced(found.as_ref().map_or(&[], |it| &it.traces))? {
        let text = text_of(reader, &target)?;
        traces.push(EditionTrace { target, text });
    }
    Ok(Some(EditionLine {
        number,
        id: line,
        wording,
        words: found.map(|it| it.text),
        by: said.by,
        time: said.time,
        traces,
    }))
}

/// The text in whose words something is found.
pub(super) fn text_of(reader: &Reader, target: &TargetRow) -> Result<OperationId, StoreFault> {
    if let Some(passage) = &target.passage {
        return Ok(passage.of);
    }
    if target.what != Some(Thing::Move) {
        return Ok(target.id);
    }
    let found = reader.move_(target.id)?.and_then(|it| it.found_in);
    Ok(found.map_or(target.id, |it| it.of))
}

/// Under which licence texts stand, and whether they may stand in the whole, conflicts first.
pub(super) fn notices_of(
    reader: &Reader,
    texts: BTreeSet<OperationId>,
    (whole, commons): (&str, &str),
) -> Result<Vec<Notice>, StoreFault> {
    let mut all: BTreeMap<OperationId, Notice> = BTreeMap::new();
    for id in texts {
        let Some(target) = reader.what(id)? else {
            continue;
        };
        let notice = match target.what {
            Some(Thing::Source) => of_source(reader, id)?,
            Some(Thing::Turn) => of_turn(reader, target, commons)?,
            Some(_) | None => None,
        };
        all.extend(notice.map(|it| {
            (
                id,
                Notice {
                    fits: fits(&it.licence, whole),
                    ..it
                },
            )
        }));
    }
    let mut notices: Vec<Notice> = all.into_values().collect();
    let rank = |it: &Notice| match it.fits {
        Fits::Conflicts => 0,
        Fits::Unknown => 1,
        Fits::Named => 2,
        Fits::Freely => 3,
    };
    notices.sort_by_key(|it| (rank(it), it.of));
    Ok(notices)
}

fn of_source(reader: &Reader, id: OperationId) -> Result<Option<Notice>, StoreFault> {
    Ok(reader.source(id)?.map(|row| Notice {
        of: id,
        title: row.title.words,
        holder: row.authors,
        licence: row.licence,
        address: row.address,
        fits: Fits::Unknown,
    }))
}

fn of_turn(
    reader: &Reader,
    target: TargetRow,
    commons: &str,
) -> Result<Option<Notice>, StoreFault> {
    let Some(licensed) = reader.licensed(target.id)? else {
        return Ok(None);
    };
    let name = target.by.map(|it| it.name.words).unwrap_or_default();
    let own = if licensed.licence.is_empty() {
        commons
    } else {
        &licensed.licence
    };
    let brought_in = licensed.brought_in;
    let (holder, licence, address) = match brought_in {
        Some(it) => (it.speaker, it.licence, it.address),
        None => (name, own.to_owned(), String::new()),
    };
    Ok(Some(Notice {
        of: target.id,
        title: target.words.words,
        holder,
        licence,
        address,
        fits: Fits::Unknown,
    }))
}
