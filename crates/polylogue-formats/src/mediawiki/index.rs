//! Recognises index pages by their form: a list of questions and a list of pages, and no speaker.

use super::names;
use super::sections::{self, Segment};
use super::survey::Corpus;
use super::text::Line;
use super::{
    Imported, ImportedQuestion, IndexLink, PageKind, Read, ReadKind, RepairKind, SkipReason,
    markdown,
};

/// The fewest list items that make a list of standing questions.
const QUESTIONS_MIN: usize = 3;
/// The most standing questions that are read from one page.
const QUESTIONS_MAX: usize = 64;
/// The fewest linked pages that make a list of pages.
const LINKS_MIN: usize = 2;
/// The most pages that are read from one index page.
pub(crate) const LINKS_MAX: usize = 1_024;

/// What an index page holds: the words and lines of its questions and of its links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FoundIndex {
    pub(crate) questions: Vec<(String, u32)>,
    pub(crate) links: Vec<(String, u32)>,
}

/// Reads a page as an index page, if it has that form.
pub(crate) fn find(lines: &[Line<'_>], title: &str) -> Option<FoundIndex> {
    let groups = list_groups(lines);
    let questions = groups
        .iter()
        .filter(|group| is_question_list(group))
        .max_by_key(|group| (group.len(), std::cmp::Reverse(group[0].1)))?;
    let links = groups
        .iter()
        .map(|group| linked_pages(group))
        .filter(|links| links.len() >= LINKS_MIN)
        .max_by_key(|links| (links.len(), std::cmp::Reverse(links[0].1)))?;
    let segments = sections::split(lines);
    let own = names::fold(title);
    if !sections::confirmed(&segments, |_| false, |name| name == own).is_empty() {
        return None;
    }
    let questions = questions
        .iter()
        .take(QUESTIONS_MAX)
        .map(|(item, line)| (markdown::plain_of(item), *line))
        .collect();
    Some(FoundIndex { questions, links })
}

/// Lists: items in a row, blank lines allowed between them.
fn list_groups<'a>(lines: &[Line<'a>]) -> Vec<Vec<(&'a str, u32)>> {
    let mut groups = Vec::new();
    let mut group = Vec::new();
    for line in lines {
        if let Some(item) = sections::list_item(line.text) {
            group.push((item, line.number));
        } else if !line.is_blank() && !group.is_empty() {
            groups.push(std::mem::take(&mut group));
        }
    }
    if !group.is_empty() {
        groups.push(group);
    }
    groups
}

fn is_question_list(group: &[(&str, u32)]) -> bool {
    let asking = group.iter().filter(|(item, _)| item.contains('?')).count();
    group.len() >= QUESTIONS_MIN && asking * 4 >= group.len() * 3
}

fn linked_pages(group: &[(&str, u32)]) -> Vec<(String, u32)> {
    group
        .iter()
        .filter_map(|(item, line)| {
            let inner = item.trim_matches('\'').strip_prefix("[[")?;
            let inner = &inner[..inner.find("]]")?];
            let target = inner
                .split(['|', '#'])
                .next()?
                .trim()
                .trim_start_matches(':');
            (!target.is_empty()).then(|| (super::normal_title(target), *line))
        })
        .take(LINKS_MAX)
        .collect()
}

/// Fills in what an index page gives, and reports the rest of its text as left out.
pub(crate) fn read(
    found: FoundIndex,
    lines: &[Line<'_>],
    corpus: &Corpus,
    imported: &mut Imported,
) {
    let page = imported.page.title.clone();
    imported.kind = PageKind::Index;
    let span = |lines: &[(String, u32)]| {
        (
            lines.first().map_or(1, |it| it.1),
            lines.last().map_or(1, |it| it.1),
        )
    };
    let spans = [
        (
            span(&found.questions),
            ReadKind::Questions {
                count: found.questions.len(),
            },
        ),
        (
            span(&found.links),
            ReadKind::Listing {
                count: found.links.len(),
            },
        ),
    ];
    for ((first_line, last_line), kind) in spans {
        imported.report.read.push(Read {
            page: page.clone(),
            first_line,
            last_line,
            kind,
        });
    }
    for (written, line) in found.links {
        let title = corpus.resolve(&written);
        if !super::is_same_title(&title, &written) {
            let kind = RepairKind::LinkSpelling {
                written: written.clone(),
                title: title.clone(),
            };
            imported.report.repair(&page, line, kind);
        }
        imported.listed.push(IndexLink {
            written,
            title,
            line,
        });
    }
    let questions = found.questions.into_iter();
    imported.questions = questions
        .map(|(text, line)| ImportedQuestion { text, line })
        .collect();
    for segment in sections::split(lines) {
        skip_text(&segment, imported);
    }
}

fn skip_text(segment: &Segment<'_>, imported: &mut Imported) {
    let taken: Vec<u32> = imported
        .questions
        .iter()
        .map(|question| question.line)
        .chain(imported.listed.iter().map(|link| link.line))
        .collect();
    let left = segment
        .lines
        .iter()
        .find(|line| !line.is_blank() && !taken.contains(&line.number));
    if let Some(left) = left {
        let line = segment
            .heading
            .map_or(left.number, |heading| heading.line.number);
        let heading = segment.heading.map(|heading| heading.text);
        let page = imported.page.title.clone();
        imported
            .report
            .skip(&page, line, heading, SkipReason::IndexText);
    }
}
