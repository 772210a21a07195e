//! What was checked of an edition, and what nobody could check, and why.

use std::path::Path;

use polylogue_core::id::OperationId;
use polylogue_store::StoreFault;
use polylogue_store::query::{Anchored, LineDrift, Shown, TargetRow, gives_words};

use super::view::{EditionLine, EditionText};
use super::{EditionFault, Opened, figures};

/// An edition that holds, with everything that was looked at.
#[derive(Debug)]
pub struct Report {
    /// What it says.
    pub text: EditionText,
    /// Operations whose bytes, hashes and signatures hold.
    pub operations: u64,
    /// Of these, with words.
    pub whole: u64,
    /// Whether the text is the one whose hash was signed; it is not known where words of it were
    /// emptied since.
    pub is_text_checked: bool,
    /// Traces that lead to something that is there, and whose words stand in it.
    pub traces_stand: u64,
    /// Traces of which that cannot be said, by line.
    pub traces_open: Vec<(usize, TargetRow)>,
    /// Lines beside what they rest on, by the rules of the drift check.
    pub drift: Vec<LineDrift>,
    /// Figures computed again with the same result.
    pub figures_again: u64,
    /// What could not be checked.
    pub unchecked: Vec<Unchecked>,
}

/// Something that could not be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked {
    /// Why.
    pub why: Why,
    /// Of what; where it is of many, of how many.
    pub of: Option<OperationId>,
    /// How many.
    pub count: u64,
}

/// Why something could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Its words were emptied or hidden since, or were left out of this file.
    Emptied,
    /// Its words stay in the commons: any member can check it there.
    Stays,
    /// It was frozen by a way of computing that this version does not know.
    NewerFigure,
    /// What a line rests on is not in the edition.
    NotHere,
}

impl Why {
    /// Its name in `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Emptied => "emptied",
            Self::Stays => "stays-in-the-commons",
            Self::NewerFigure => "newer-figure",
            Self::NotHere => "not-here",
        }
    }
}

/// Opens an edition's file and checks everything that can be checked of it.
///
/// # Errors
/// As [`open`](super::open); and where a figure, computed again, comes to something else.
pub fn verify(path: &Path) -> Result<Report, EditionFault> {
    Ok(super::look_at(&super::bytes_of(path)?, Opened::report)?.1)
}

impl Opened {
    /// Checks what [`open`](super::open) leaves: figures, traces, what lines say beside what they
    /// rest on.
    ///
    /// # Errors
    /// [`EditionFault::Broken`] where a figure, computed again, comes to something else, or a
    /// failure of this machine.
    pub fn report(&self) -> Result<Report, EditionFault> {
        let text = self.text()?;
        let reader = self.reader()?;
        let mut unchecked = Vec::new();
        let figures_again = self.figures(&mut unchecked)?;
        let mut report = Report {
            operations: self.operations,
            whole: self.whole,
            is_text_checked: text.lines.iter().all(|it| it.words.is_some()),
            traces_stand: 0,
            traces_open: Vec::new(),
            drift: Vec::new(),
            figures_again,
            unchecked,
            text,
        };
        report.traces();
        for id in &self.emptied {
            report.unchecked.push(Unchecked {
                why: Why::Emptied,
                of: Some(*id),
                count: 1,
            });
        }
        let lines = reader.lines(self.edition.document)?;
        let wordings = lines.iter().flat_map(|it| &it.wordings);
        let mut wordings = wordings.map(|it| it.text.words.as_str());
        // In memory nothing is written while somebody reads.
        drop(reader);
        if wordings.any(gives_words) {
            // Whether anybody said what a line gives as said is found by the words.
            self.store.index_all_words()?;
        }
        let reader = self.reader()?;
        let sifted = reader.sift()?;
        report.drift = reader.drift(&sifted, &lines)?;
        Ok(report)
    }

    fn figures(&self, unchecked: &mut Vec<Unchecked>) -> Result<u64, EditionFault> {
        let reader = self.reader()?;
        let mut figures_again = 0;
        let computed = self.manifest.figures.iter();
        for figure in computed.filter(|it| !figures::is_said(it)) {
            // A map of more than is taken cannot be computed here: that is no fault of the edition.
            let again = figures::again(&reader, figure).unwrap_or_default();
            let why = match again {
                Some(bytes) if bytes == figure.bytes => {
                    figures_again += 1;
                    continue;
                }
                Some(_) if self.is_partial()? => Why::Stays,
                Some(_) => {
                    let at = super::At {
                        id: figure.of,
                        ..super::At::of(super::Part::Manifest(1), 0)
                    };
                    let what = super::Wrong::Figure(figure.what.clone());
                    return Err(EditionFault::Broken { at, what });
                }
                None => Why::NewerFigure,
            };
            unchecked.push(Unchecked {
                why,
                of: figure.of,
                count: 1,
            });
        }
        Ok(figures_again)
    }

    /// Whether something that counts are made of has no words here.
    fn is_partial(&self) -> Result<bool, StoreFault> {
        let rows = self.store.reader()?.commons()?.rows;
        let stays = rows == polylogue_core::kind::RowsOfPeople::StayHere;
        Ok(stays || !self.emptied.is_empty())
    }
}

impl Report {
    fn traces(&mut self) {
        let mut not_here = 0;
        for line in &self.text.lines {
            for target in traces_of(line) {
                if stands(target) {
                    self.traces_stand += 1;
                } else {
                    not_here += u64::from(target.what.is_none());
                    self.traces_open.push((line.number, target.clone()));
                }
            }
        }
        if not_here > 0 {
            self.unchecked.push(Unchecked {
                why: Why::NotHere,
                of: None,
                count: not_here,
            });
        }
    }
}

fn traces_of(line: &EditionLine) -> impl Iterator<Item = &TargetRow> {
    line.traces.iter().map(|it| &it.target)
}

fn stands(target: &TargetRow) -> bool {
    let passage = target.passage.as_ref().map(|it| it.anchored);
    target.what.is_some()
        && target.shown == Shown::Whole
        && passage.is_none_or(|it| it == Anchored::Here)
}
