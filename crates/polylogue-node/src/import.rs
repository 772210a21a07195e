//! Bringing in dialogues kept elsewhere.
//!
//! The pages go by three times, one at a time: a survey of all, the index pages whole, then every
//! other page whole. Each page becomes one run of operations that is kept in one transaction, so
//! that an import cut off in the middle has brought in whole pages only. A page whose address and
//! revision are here already is left as it is: importing twice changes nothing.

use std::path::Path;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, RowsOfPeople, Template};
use polylogue_formats::mediawiki::{
    self, Corpus, CorpusBuilder, Imported, PageKind, Read, Repair, Report, Skipped,
};

use crate::intent::Found;
use crate::node::{Held, Node};
use crate::refusal::Refusal;

pub mod argument;
mod pages;
pub mod polis;
mod telling;
pub mod transcript;

use self::pages::{Pages, RawPage};
use self::telling::{Place, Telling};

/// Entries of each sort kept in a report; beyond that only the counts go on.
pub const REPORT_ENTRIES_MAX: usize = 10_000;
/// Operations signed before they are kept, at most one page more.
const BATCH_OPERATIONS: usize = 1_000;

/// What the caller says that the files do not.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The licence of all pages, as known, such as `CC BY-SA 3.0`, or in SPDX.
    pub licence: Option<String>,
    /// The address that page titles are appended to.
    pub source: Option<String>,
    /// The speaker of turns whose speaker no page names.
    pub speaker: Option<String>,
    /// When it was said, as far as is known (`2011`), where no page says so.
    pub said: Option<String>,
    /// The language of the pages (BCP 47), where a commons is founded for them.
    pub language: Option<String>,
    /// The importer's own name, where a commons is founded.
    pub name: String,
}

/// What an import did.
#[derive(Debug, Clone, Default)]
pub struct ImportReport {
    /// The commons it went to; none if there was nothing to bring in.
    pub commons: Option<OperationId>,
    /// Whether that commons was founded for it.
    pub is_founded: bool,
    /// How much was brought in.
    pub counts: ImportCounts,
    /// What was read, at most [`REPORT_ENTRIES_MAX`] entries.
    pub read: Vec<Read>,
    /// What was left out, and why.
    pub skipped: Vec<Skipped>,
    /// What was damaged or missing, and what was put in its place.
    pub repaired: Vec<Repair>,
    /// Other things worth knowing, a sentence each.
    pub notes: Vec<String>,
}

/// How much an import brought in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct ImportCounts {
    /// Pages looked at.
    pub pages: u64,
    /// Pages that were here already, unchanged.
    pub pages_unchanged: u64,
    /// Perspectives named.
    pub perspectives: u64,
    /// Standing questions put.
    pub questions: u64,
    /// Dialogues begun.
    pub dialogues: u64,
    /// Turns brought in.
    pub turns: u64,
    /// Passages of earlier turns taken up.
    pub passages: u64,
    /// Entries read, also those beyond the list.
    pub read: u64,
    /// Entries left out, also those beyond the list.
    pub skipped: u64,
    /// Entries repaired, also those beyond the list.
    pub repaired: u64,
}

impl ImportReport {
    fn take(&mut self, report: Report) {
        fn add<T>(to: &mut Vec<T>, count: &mut u64, from: Vec<T>) {
            *count += from.len() as u64;
            let room = REPORT_ENTRIES_MAX.saturating_sub(to.len());
            to.extend(from.into_iter().take(room));
        }
        add(&mut self.read, &mut self.counts.read, report.read);
        add(&mut self.skipped, &mut self.counts.skipped, report.skipped);
        add(
            &mut self.repaired,
            &mut self.counts.repaired,
            report.repaired,
        );
    }

    pub(crate) fn note(&mut self, words: String) {
        if self.notes.len() < REPORT_ENTRIES_MAX {
            self.notes.push(words);
        }
    }
}

impl Node {
    /// Brings in a folder of wikitext files, one such file, or a MediaWiki XML export: into the
    /// commons named, else into a new one titled like the index page.
    ///
    /// # Errors
    /// A [`Refusal`] if nothing can be read, or if the person may not speak in that commons.
    pub fn import_mediawiki(
        &self,
        commons: Option<OperationId>,
        path: &Path,
        options: &ImportOptions,
    ) -> Result<ImportReport, Refusal> {
        let pages = Pages::open(path)?;
        let mut report = ImportReport::default();
        let Surveyed {
            corpus,
            indexes,
            tells,
        } = survey(&pages)?;
        if corpus.pages_surveyed() == 0 {
            return Err(Refusal::NothingToRead {
                path: path.display().to_string(),
            });
        }
        for limit in corpus.limits_reached() {
            report.note(limit);
        }
        let commons = match commons {
            Some(commons) => commons,
            None => {
                let found = new_commons(&pages, &indexes, options);
                match self.founded_here(&found.title)? {
                    Some(commons) => commons,
                    None if !tells => {
                        return Err(Refusal::NothingTold {
                            path: path.display().to_string(),
                        });
                    }
                    None => {
                        report.is_founded = true;
                        self.found(&found)?
                    }
                }
            }
        };
        report.commons = Some(commons);
        let held = self.held(&commons)?;
        let import = Import {
            node: self,
            held: &held,
            corpus: &corpus,
            options,
        };
        let mut telling = Telling::new(&held, options)?;
        import.run(&pages, Turn::Indexes(&indexes), &mut telling, &mut report)?;
        import.run(&pages, Turn::Others(&indexes), &mut telling, &mut report)?;
        Ok(report)
    }

    /// A commons of this title that this home's person founded: where an import that names none
    /// went the first time, so that importing twice changes nothing.
    pub(crate) fn founded_here(&self, title: &str) -> Result<Option<OperationId>, Refusal> {
        for held in self.all_held() {
            let row = held.reader()?.commons()?;
            if row.title.words == title && row.founder.key == held.me() {
                return Ok(Some(held.id));
            }
        }
        Ok(None)
    }
}

/// Which pages a pass reads.
#[derive(Clone, Copy)]
enum Turn<'a> {
    Indexes(&'a [String]),
    Others(&'a [String]),
}

impl Turn<'_> {
    fn takes(self, title: &str) -> bool {
        match self {
            Self::Indexes(titles) => titles.iter().any(|it| it == title),
            Self::Others(titles) => !titles.iter().any(|it| it == title),
        }
    }
}

struct Import<'a> {
    node: &'a Node,
    held: &'a Held,
    corpus: &'a Corpus,
    options: &'a ImportOptions,
}

impl Import<'_> {
    fn run(
        &self,
        pages: &Pages,
        turn: Turn<'_>,
        telling: &mut Telling<'_>,
        report: &mut ImportReport,
    ) -> Result<(), Refusal> {
        if let Turn::Indexes([]) = turn {
            return Ok(());
        }
        let mut batch: Vec<(Imported, String)> = Vec::new();
        let mut n_waiting = 0;
        pages.each(&mut |raw| {
            if !turn.takes(&raw.title) {
                return Ok(());
            }
            report.counts.pages += 1;
            let imported = self.read(&raw);
            let revision = imported.page.revision.clone().unwrap_or_else(|| raw.hash());
            n_waiting += 4 + imported
                .dialogues
                .iter()
                .map(|it| it.turns.len() + 1)
                .sum::<usize>();
            batch.push((imported, revision));
            if n_waiting < BATCH_OPERATIONS {
                return Ok(());
            }
            n_waiting = 0;
            self.keep(std::mem::take(&mut batch), telling, report)
        })?;
        self.keep(batch, telling, report)
    }

    fn read(&self, raw: &RawPage) -> Imported {
        let options = mediawiki::Options {
            licence: self.options.licence.clone(),
            source: self.options.source.clone(),
            speaker: self.options.speaker.clone(),
        };
        mediawiki::read_page(&raw.as_page(), self.corpus, &options)
    }

    /// Signs and keeps what pages say, in one transaction.
    fn keep(
        &self,
        batch: Vec<(Imported, String)>,
        telling: &mut Telling<'_>,
        report: &mut ImportReport,
    ) -> Result<(), Refusal> {
        if batch.is_empty() {
            return Ok(());
        }
        self.node.write_in(self.held, &mut |pen| {
            let reader = self.held.reader()?;
            for (imported, revision) in &batch {
                telling.tell(&reader, pen, &Place { imported, revision }, report)?;
            }
            Ok(())
        })?;
        for (imported, _) in batch {
            report.take(imported.report);
        }
        Ok(())
    }
}

/// What the first time round answers.
struct Surveyed {
    corpus: Corpus,
    /// Titles of index pages.
    indexes: Vec<String>,
    /// Whether any page holds something to bring in.
    tells: bool,
}

/// The first time round: what pages tell about each other, and which are index pages.
fn survey(pages: &Pages) -> Result<Surveyed, Refusal> {
    let mut builder = CorpusBuilder::new();
    let mut indexes = Vec::new();
    let mut tells = false;
    let alone = CorpusBuilder::new().build();
    pages.each(&mut |raw| {
        tells = tells || tells_something(&raw, &alone);
        let survey = mediawiki::survey(&raw.as_page());
        if survey.is_index() && indexes.len() < mediawiki::INDEXES_MAX {
            indexes.push(raw.title.clone());
        }
        builder.add(&survey);
        Ok(())
    })?;
    Ok(Surveyed {
        corpus: builder.build(),
        indexes,
        tells,
    })
}

/// Whether a page, read by itself, holds anything to bring in.
fn tells_something(raw: &RawPage, alone: &Corpus) -> bool {
    let read = mediawiki::read_page(&raw.as_page(), alone, &mediawiki::Options::default());
    let holds = !read.dialogues.is_empty() || !read.questions.is_empty();
    is_telling(read.kind) && (holds || !read.listed.is_empty())
}

fn new_commons(pages: &Pages, indexes: &[String], options: &ImportOptions) -> Found {
    let title = indexes.first().cloned().unwrap_or_else(|| pages.name());
    Found {
        title,
        question: String::new(),
        template: Template::Inquiry,
        licence: options
            .licence
            .as_deref()
            .map(telling::spdx)
            .unwrap_or_default(),
        language: options.language.clone().unwrap_or_else(|| "und".to_owned()),
        admission: Admission::Invitation,
        charter: String::new(),
        name: options.name.clone(),
        rows: RowsOfPeople::StayHere,
    }
}

/// Whether anything is taken from a page of this kind.
fn is_telling(kind: PageKind) -> bool {
    match kind {
        PageKind::Index | PageKind::Dialogue | PageKind::Talk => true,
        PageKind::Redirect | PageKind::Other => false,
    }
}
