//! Turns what was read from one page into operations signed by the importer: who is said to have
//! spoken is text with a source, never a person of this commons.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{
    BroughtIn, Dialogue, Naming, Perspective, Question, Quote, State, Turn, Voice,
};
use polylogue_core::limits::{
    NAME_BYTES_MAX, NOTE_BYTES_MAX, REFERENCES_MAX, SENTENCE_BYTES_MAX, TURN_BYTES_MAX,
};
use polylogue_core::passage::Passage;
use polylogue_core::text::{Text, clean, normalised};
use polylogue_formats::mediawiki::{
    self, DialogueState, Imported, ImportedDialogue, ImportedPerspective, ImportedQuote,
    ImportedReference, ImportedTurn, LinkTarget, SpeakerOrigin, SpeaksFor,
};
use polylogue_store::query::{Page, Said};
use polylogue_store::{Known, Reader};

use super::{ImportOptions, ImportReport, is_telling};
use crate::node::Held;
use crate::pen::Pen;
use crate::refusal::Refusal;
use crate::rendered;

/// What the address of a page begins with where nobody said a source.
const NO_SOURCE: &str = "mediawiki:";

/// What one page is, for everything brought in from it.
pub(super) struct Place<'a> {
    pub(super) imported: &'a Imported,
    pub(super) revision: &'a str,
}

/// What is known of the commons while pages come by.
pub(super) struct Telling<'a> {
    options: &'a ImportOptions,
    language: String,
    /// By folded name.
    perspectives: BTreeMap<String, OperationId>,
    /// In the order of their places.
    questions: Vec<OperationId>,
    question_words: BTreeMap<String, OperationId>,
    /// Where what is here was brought in from: addresses by revision.
    addresses: BTreeMap<String, Vec<String>>,
    /// Dialogues that were brought in, by the address of their page and their folded title.
    dialogues: BTreeMap<(String, String), OperationId>,
}

impl<'a> Telling<'a> {
    pub(super) fn new(held: &Held, options: &'a ImportOptions) -> Result<Self, Refusal> {
        let reader = held.reader()?;
        let row = reader.commons()?;
        let language = options.language.clone().unwrap_or(row.language);
        let perspectives = reader.perspectives()?;
        let mut addresses = Addresses::default();
        addresses.note(perspectives.iter().map(|it| &it.said));
        let perspectives = perspectives
            .iter()
            .map(|it| (folded(&it.name.words), it.said.id))
            .collect();
        let questions = reader.questions()?;
        addresses.note(questions.iter().map(|it| &it.said));
        addresses.note_dialogues(&reader)?;
        let question_words = questions
            .iter()
            .map(|it| (folded(&it.text.words), it.said.id));
        let question_words = question_words.collect();
        let questions = questions.iter().map(|it| it.said.id).collect();
        Ok(Self {
            options,
            language,
            perspectives,
            questions,
            question_words,
            addresses: addresses.by_revision,
            dialogues: addresses.dialogues,
        })
    }

    /// Whether this very page is here, brought in once with `--source` and once without it: one
    /// page is then known by two addresses, of which the shorter ends the longer.
    fn is_here_elsewhere(&self, place: &Place<'_>) -> Option<&str> {
        let page = &place.imported.page;
        let bare = mediawiki::source_address(&page.title, None);
        let title = bare.strip_prefix(NO_SOURCE).unwrap_or(&bare);
        let mut known = self.addresses.get(place.revision)?.iter();
        let is_same = |it: &&String| {
            let is_bare = it.starts_with(NO_SOURCE) || page.address == bare;
            let before = it.strip_suffix(title);
            is_bare && before.is_some_and(|it| it.ends_with(['/', '=', ':', '?']))
        };
        known.find(is_same).map(String::as_str)
    }

    /// Signs what a page says, unless that is here already.
    pub(super) fn tell(
        &mut self,
        reader: &Reader,
        pen: &mut Pen,
        place: &Place<'_>,
        report: &mut ImportReport,
    ) -> Result<(), Refusal> {
        let imported = place.imported;
        if !is_telling(imported.kind) {
            return Ok(());
        }
        if !reader
            .brought_in(&imported.page.address, place.revision)?
            .is_empty()
        {
            report.counts.pages_unchanged += 1;
            return Ok(());
        }
        if let Some(address) = self.is_here_elsewhere(place) {
            report.counts.pages_unchanged += 1;
            let title = &imported.page.title;
            report.note(format!(
                "{title}: here already, from {address}; left as it is"
            ));
            return Ok(());
        }
        self.tell_questions(reader, pen, place, report)?;
        let mut perspective = |it: Option<&ImportedPerspective>| match it {
            Some(it) => self.perspective(reader, pen, (place, it), report),
            None => Ok(None),
        };
        let own = perspective(imported.perspective.as_ref())?;
        let host = perspective(imported.host_perspective.as_ref())?;
        let meeting = Meeting { own, host };
        for dialogue in &imported.dialogues {
            if let Some(note) = emptied_dialogue(reader, place, dialogue)? {
                report.note(note);
                continue;
            }
            let mut told = self.dialogue(reader, pen, place, (dialogue, meeting), report)?;
            told.find_emptied(reader, place, dialogue)?;
            self.tell_turns(pen, place, dialogue, &mut told, report)?;
        }
        Ok(())
    }

    fn tell_questions(
        &mut self,
        reader: &Reader,
        pen: &mut Pen,
        place: &Place<'_>,
        report: &mut ImportReport,
    ) -> Result<(), Refusal> {
        for question in &place.imported.questions {
            let words = cut(&question.text, SENTENCE_BYTES_MAX);
            let key = folded(&words);
            if self.question_words.contains_key(&key) || key.is_empty() {
                continue;
            }
            if reader.emptied(Known::Question(&words))?.is_some() {
                report.note(format!(
                    "the question '{words}' was erased here and stays out"
                ));
                continue;
            }
            let lines = (question.line, question.line);
            let number = u32::try_from(self.questions.len() + 1).unwrap_or(0);
            let id = pen.say(Question {
                text: Text::new(&words, &self.language),
                place: number,
                brought_in: Some(self.brought_in(place, None, lines)),
            })?;
            self.questions.push(id);
            self.question_words.insert(key, id);
            report.counts.questions += 1;
        }
        Ok(())
    }

    fn perspective(
        &mut self,
        reader: &Reader,
        pen: &mut Pen,
        (place, imported): (&Place<'_>, &ImportedPerspective),
        report: &mut ImportReport,
    ) -> Result<Option<OperationId>, Refusal> {
        let name = cut(&imported.name, NAME_BYTES_MAX);
        let key = folded(&name);
        if key.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.perspectives.get(&key) {
            return Ok(Some(*id));
        }
        if reader.emptied(Known::Perspective(&name))?.is_some() {
            report.note(format!(
                "the perspective '{name}' was erased here and stays out; its turns speak for nobody"
            ));
            return Ok(None);
        }
        let others: Vec<&str> = imported
            .other_names
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let also = others
            .iter()
            .filter(|it| folded(it) != key)
            .copied()
            .collect::<Vec<_>>();
        let summary = if also.is_empty() {
            String::new()
        } else {
            also.join(" · ")
        };
        let id = pen.say(Perspective {
            name: Text::new(&name, &self.language),
            short: Text::new("", &self.language),
            summary: Text::new(&cut(&summary, NOTE_BYTES_MAX), &self.language),
            sources: Vec::new(),
            brought_in: Some(self.brought_in(place, None, (0, 0))),
        })?;
        self.perspectives.insert(key, id);
        report.counts.perspectives += 1;
        Ok(Some(id))
    }

    /// The dialogue to tell turns in: the one that an earlier revision of the page began, else a
    /// new one.
    #[expect(
        clippy::too_many_arguments,
        reason = "where, what, and what is here already"
    )]
    fn dialogue(
        &self,
        reader: &Reader,
        pen: &mut Pen,
        place: &Place<'_>,
        (dialogue, meeting): (&ImportedDialogue, Meeting),
        report: &mut ImportReport,
    ) -> Result<Told, Refusal> {
        let address = &place.imported.page.address;
        let title = folded(&cut(&dialogue.title, SENTENCE_BYTES_MAX));
        let mut told = Told {
            dialogue: OperationId([0; 32]),
            meeting,
            said: Vec::new(),
            before: BTreeMap::new(),
            emptied: BTreeMap::new(),
        };
        match self.dialogues.get(&(address.clone(), title)) {
            Some(known) => {
                told.dialogue = *known;
                told.before = turns_from(reader, *known, address)?;
            }
            None => told.dialogue = self.begin(pen, place, (dialogue, meeting), report)?,
        }
        Ok(told)
    }

    fn begin(
        &self,
        pen: &mut Pen,
        place: &Place<'_>,
        (dialogue, meeting): (&ImportedDialogue, Meeting),
        report: &mut ImportReport,
    ) -> Result<OperationId, Refusal> {
        let state = match dialogue.state {
            DialogueState::Closed => State::Closed,
            DialogueState::NoReply
            | DialogueState::SingleReply
            | DialogueState::Unanswered
            | DialogueState::Thread => State::Open,
        };
        let lines = (
            dialogue.turns.first().map_or(0, |it| it.first_line),
            dialogue.turns.last().map_or(0, |it| it.last_line),
        );
        let questions = self
            .questions
            .iter()
            .copied()
            .take(REFERENCES_MAX)
            .collect();
        let id = pen.say(Dialogue {
            title: Text::new(&cut(&dialogue.title, SENTENCE_BYTES_MAX), &self.language),
            about: Text::new(&about(place.imported, dialogue), &self.language),
            perspectives: meeting.both(),
            questions,
            state,
            scheduled: None,
            brought_in: Some(self.brought_in(place, None, lines)),
        })?;
        report.counts.dialogues += 1;
        Ok(id)
    }

    /// Tells the turns that are not here from an earlier revision of the page.
    #[expect(
        clippy::too_many_arguments,
        reason = "where, what, and what is here already"
    )]
    fn tell_turns(
        &self,
        pen: &mut Pen,
        place: &Place<'_>,
        dialogue: &ImportedDialogue,
        told: &mut Told,
        report: &mut ImportReport,
    ) -> Result<(), Refusal> {
        let is_again = !told.before.is_empty();
        let mut n_new = 0_u64;
        for turn in &dialogue.turns {
            if let Some(said) = told.before.remove(&same_turn(turn)) {
                told.said.push(said);
                continue;
            }
            if let Some(emptied) = told.emptied.get(&same_turn(turn)) {
                told.said.push((*emptied, String::new()));
                continue;
            }
            n_new += 1;
            let quotes = told.quotes(turn, place, report);
            self.tell_turn(pen, place, (turn, quotes), told, report)?;
        }
        if !told.emptied.is_empty() {
            let (title, count) = (&place.imported.page.title, told.emptied.len());
            report.note(format!(
                "{title}: {count} of its turns were erased here and stay out"
            ));
        }
        if is_again {
            let title = &place.imported.page.title;
            let mut note = format!("{title}: here already from an earlier revision; ");
            note.push_str(&match n_new {
                0 => "nothing in it is new".to_owned(),
                1 => "1 turn in it is new".to_owned(),
                count => format!("{count} turns in it are new"),
            });
            if !told.before.is_empty() {
                note.push_str(", and what it no longer says is kept as it was");
            }
            report.note(note);
        }
        Ok(())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "where, what, and what was told so far"
    )]
    fn tell_turn(
        &self,
        pen: &mut Pen,
        place: &Place<'_>,
        (turn, quotes): (&ImportedTurn, Vec<Quote>),
        told: &mut Told,
        report: &mut ImportReport,
    ) -> Result<(), Refusal> {
        let parts = parts(&with_footnotes(turn));
        let (perspective, voice) = told.meeting.standpoint(turn);
        let mut reply_to = turn
            .replies_to
            .and_then(|index| told.said.get(index))
            .map(|it| it.0);
        report.counts.passages += quotes.len() as u64;
        let mut first = None;
        for (index, part) in parts.iter().enumerate() {
            let lines = (turn.first_line, turn.last_line);
            let quotes = if index == 0 {
                quotes.clone()
            } else {
                Vec::new()
            };
            let id = pen.say(Turn {
                dialogue: told.dialogue,
                text: Text::new(part, &self.language),
                long: None,
                perspective,
                voice,
                reply_to,
                quotes,
                licence: self.licence(),
                brought_in: Some(self.brought_in(place, Some(turn), lines)),
            })?;
            reply_to = Some(id);
            first.get_or_insert(id);
            report.counts.turns += 1;
        }
        if parts.len() > 1 {
            let (title, line) = (&place.imported.page.title, turn.first_line);
            let count = parts.len();
            report.note(format!(
                "{title}, line {line}: longer than one turn can be; it goes on over {count} turns"
            ));
        }
        if let Some(first) = first {
            told.said.push((first, rendered::plain(&parts[0])));
        }
        Ok(())
    }

    /// When it was said: as its page tells, else as whoever brings it in knows.
    fn said_at(&self, turn: Option<&ImportedTurn>) -> String {
        let told = turn.and_then(|it| it.said_at.clone());
        let known = || self.options.said.as_ref().map(|it| cut(it, NAME_BYTES_MAX));
        told.or_else(known).unwrap_or_default()
    }

    fn licence(&self) -> String {
        self.options
            .licence
            .as_deref()
            .map(spdx)
            .unwrap_or_default()
    }

    fn brought_in(
        &self,
        place: &Place<'_>,
        turn: Option<&ImportedTurn>,
        lines: (u32, u32),
    ) -> BroughtIn {
        let speaker = turn
            .and_then(|it| it.speaker.as_deref())
            .unwrap_or_default();
        let naming = match turn.map(|it| it.speaker_origin) {
            Some(SpeakerOrigin::Named { .. }) => Naming::Named,
            Some(SpeakerOrigin::Repaired { .. } | SpeakerOrigin::Given) => Naming::Repaired,
            Some(SpeakerOrigin::Unnamed) | None => Naming::Unnamed,
        };
        BroughtIn {
            speaker: cut(speaker, NAME_BYTES_MAX),
            naming,
            address: clean(&place.imported.page.address),
            revision: cut(place.revision, NAME_BYTES_MAX),
            licence: self.licence(),
            date: self.said_at(turn),
            lines,
        }
    }
}

/// Where what is here was brought in from, while that is gathered.
#[derive(Default)]
struct Addresses {
    by_revision: BTreeMap<String, Vec<String>>,
    /// As [`Telling::dialogues`].
    dialogues: BTreeMap<(String, String), OperationId>,
}

impl Addresses {
    fn note<'s>(&mut self, said: impl Iterator<Item = &'s Said>) {
        for from in said.filter_map(|it| it.brought_in.as_ref()) {
            let known = self.by_revision.entry(from.revision.clone()).or_default();
            if !known.contains(&from.address) {
                known.push(from.address.clone());
            }
        }
    }

    fn note_dialogues(&mut self, reader: &Reader) -> Result<(), Refusal> {
        const AT_ONCE: u64 = 1_000;
        let mut offset = 0;
        loop {
            let page = Page {
                offset,
                limit: AT_ONCE,
            };
            let rows = reader.dialogues(page)?;
            self.note(rows.iter().map(|it| &it.said));
            for row in &rows {
                if let Some(from) = &row.said.brought_in {
                    let place = (from.address.clone(), folded(&row.title.words));
                    self.dialogues.entry(place).or_insert(row.said.id);
                }
            }
            if (rows.len() as u64) < AT_ONCE {
                return Ok(());
            }
            offset += AT_ONCE;
        }
    }
}

/// The perspectives that meet on a page.
#[derive(Clone, Copy)]
struct Meeting {
    own: Option<OperationId>,
    host: Option<OperationId>,
}

impl Meeting {
    fn both(self) -> Vec<OperationId> {
        let mut both: Vec<OperationId> = self.own.into_iter().chain(self.host).collect();
        both.dedup();
        both
    }

    fn standpoint(self, turn: &ImportedTurn) -> (Option<OperationId>, Voice) {
        let perspective = match turn.speaks_for {
            SpeaksFor::Page => self.own,
            SpeaksFor::Host => self.host,
            SpeaksFor::Speaker => None,
        };
        match (turn.voice, perspective) {
            (mediawiki::Voice::Within, Some(id)) => (Some(id), Voice::Within),
            (mediawiki::Voice::OnBehalf, Some(id)) => (Some(id), Voice::OnBehalf),
            (mediawiki::Voice::OwnName, _) | (_, None) => (None, Voice::Oneself),
        }
    }
}

/// What to say of a dialogue that was erased here: neither it nor its turns come in again.
fn emptied_dialogue(
    reader: &Reader,
    place: &Place<'_>,
    dialogue: &ImportedDialogue,
) -> Result<Option<String>, Refusal> {
    let page = &place.imported.page;
    let title = cut(&dialogue.title, SENTENCE_BYTES_MAX);
    let emptied = reader.emptied(Known::Dialogue(&clean(&page.address), &title))?;
    Ok(emptied.map(|_| {
        format!(
            "{}: its dialogue was erased here; neither it nor its turns are brought in again",
            page.title
        )
    }))
}

/// The dialogue being told, with the turns said so far and their plain words.
struct Told {
    dialogue: OperationId,
    meeting: Meeting,
    said: Vec<(OperationId, String)>,
    /// Turns here from an earlier revision of the page, by speaker and folded words; what the page
    /// still says is taken out of it.
    before: Before,
    /// Turns of the page that were emptied here since, by speaker and folded words.
    emptied: BTreeMap<(String, String), OperationId>,
}

/// Turns by speaker and folded words, with their plain words.
type Before = BTreeMap<(String, String), (OperationId, String)>;

/// By what a turn is known again in a later revision of its page: its speaker and its words.
fn same_turn(turn: &ImportedTurn) -> (String, String) {
    let speaker = cut(turn.speaker.as_deref().unwrap_or_default(), NAME_BYTES_MAX);
    let words = parts(&with_footnotes(turn)).into_iter().next();
    (speaker, folded(&words.unwrap_or_default()))
}

/// The turns of a dialogue that were brought in from a page; of one that goes on over several, the
/// first.
fn turns_from(reader: &Reader, dialogue: OperationId, address: &str) -> Result<Before, Refusal> {
    const AT_ONCE: u64 = 500;
    let mut turns = BTreeMap::new();
    let mut offset = 0;
    loop {
        let page = Page {
            offset,
            limit: AT_ONCE,
        };
        let rows = reader.turns(dialogue, page)?;
        for row in &rows {
            let from = row.said.brought_in.as_ref();
            if let Some(from) = from.filter(|it| it.address == address) {
                let known_by = (from.speaker.clone(), folded(&row.text.words));
                let said = (row.said.id, rendered::plain(&row.text.words));
                turns.entry(known_by).or_insert(said);
            }
        }
        if (rows.len() as u64) < AT_ONCE {
            return Ok(turns);
        }
        offset += AT_ONCE;
    }
}

impl Told {
    /// Finds what the page still says and was erased here: it is not brought in again.
    fn find_emptied(
        &mut self,
        reader: &Reader,
        place: &Place<'_>,
        dialogue: &ImportedDialogue,
    ) -> Result<(), Refusal> {
        let address = clean(&place.imported.page.address);
        for turn in &dialogue.turns {
            let known_by = same_turn(turn);
            let words = parts(&with_footnotes(turn)).into_iter().next();
            let words = words.unwrap_or_default();
            if !self.before.contains_key(&known_by)
                && let Some(id) = reader.emptied(Known::Turn(&address, &known_by.0, &words))?
            {
                self.emptied.insert(known_by, id);
            }
        }
        Ok(())
    }

    /// The quotations of a turn as passages of the turns they quote; one that cannot be anchored
    /// is noted and left as the words it is.
    fn quotes(
        &self,
        turn: &ImportedTurn,
        place: &Place<'_>,
        report: &mut ImportReport,
    ) -> Vec<Quote> {
        let paragraphs = rendered::paragraphs(&turn.markdown);
        let mut quotes = Vec::new();
        for quote in turn.quotes.iter().take(REFERENCES_MAX) {
            let quoted = self.said.get(quote.turn);
            let anchor = |(id, plain): &(OperationId, String)| {
                Passage::of_words(*id, *id, plain, &quote.words)
            };
            match quoted.and_then(anchor).filter(|it| it.check().is_ok()) {
                Some(passage) => {
                    let paragraph = paragraph_of(quote, turn, &paragraphs);
                    quotes.push(Quote { passage, paragraph });
                }
                None => {
                    let (title, line) = (&place.imported.page.title, quote.line);
                    report.note(format!(
                        "{title}, line {line}: a quotation was not anchored"
                    ));
                }
            }
        }
        quotes
    }
}

/// The paragraph a quotation stands in, from 0.
fn paragraph_of(quote: &ImportedQuote, turn: &ImportedTurn, paragraphs: &[String]) -> u32 {
    let quoting = turn.plain.get(quote.quoting.clone()).unwrap_or_default();
    let words = normalised(quoting);
    let index = paragraphs.iter().position(|it| {
        let paragraph = normalised(it);
        !paragraph.is_empty() && (paragraph.contains(&words) || words.contains(&paragraph))
    });
    index.and_then(|it| u32::try_from(it).ok()).unwrap_or(0)
}

/// A turn's Markdown with its footnotes under it.
fn with_footnotes(turn: &ImportedTurn) -> String {
    let mut markdown = turn.markdown.clone();
    for reference in &turn.references {
        let Some(number) = reference.footnote else {
            continue;
        };
        let label = format!("[^{number}]:");
        if !markdown.contains(&label) {
            markdown.push_str("\n\n");
            markdown.push_str(&format!("{label} {}", reference.markdown));
        }
    }
    markdown
}

/// What a dialogue's page says besides its turns: links above them, and references.
fn about(imported: &Imported, dialogue: &ImportedDialogue) -> String {
    let mut lines = Vec::new();
    for link in &imported.page.links {
        let (target, label) = match &link.target {
            LinkTarget::Page { title, .. } => (mediawiki::wiki_target(title, None), title.as_str()),
            LinkTarget::External { address } => (address.clone(), address.as_str()),
        };
        let label = if link.label.is_empty() {
            label
        } else {
            link.label.as_str()
        };
        lines.push(format!("- [{}](<{target}>)", label.replace(['[', ']'], "")));
    }
    let of_turns = dialogue.turns.iter().flat_map(|it| &it.references);
    let references: Vec<&ImportedReference> = imported
        .page
        .references
        .iter()
        .chain(of_turns.filter(|it| it.footnote.is_none()))
        .collect();
    lines.extend(references.iter().map(|it| format!("- {}", it.markdown)));
    let mut about = String::new();
    for line in lines {
        if about.len() + line.len() + 1 > NOTE_BYTES_MAX {
            break;
        }
        about.push_str(&line);
        about.push('\n');
    }
    about
}

/// A text in parts that each fit one turn, cut between paragraphs, then lines, then words.
pub(super) fn parts(markdown: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let cleaned = clean(markdown);
    let mut rest = cleaned.as_str();
    while rest.len() > TURN_BYTES_MAX {
        let mut end = TURN_BYTES_MAX;
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let window = &rest[..end];
        let cut = ["\n\n", "\n", " "]
            .iter()
            .find_map(|it| window.rfind(it).filter(|at| *at > 0))
            .unwrap_or(end);
        parts.push(rest[..cut].to_owned());
        rest = rest[cut..].trim_start();
    }
    if !rest.trim().is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

/// Words cleaned, and cut at a character where they are longer than a limit.
pub(super) fn cut(words: &str, bytes_max: usize) -> String {
    let words = clean(words.trim());
    let mut end = words.len().min(bytes_max);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    words[..end].to_owned()
}

fn folded(words: &str) -> String {
    normalised(words).to_lowercase()
}

/// A licence of Creative Commons in the spelling of SPDX; others as they are written.
pub(super) fn spdx(licence: &str) -> String {
    let licence = licence.trim();
    let upper = licence.to_ascii_uppercase();
    if upper.starts_with("CC ") || upper.starts_with("CC-") || upper == "CC0 1.0" {
        upper.split_whitespace().collect::<Vec<_>>().join("-")
    } else {
        licence.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_spelled_as_spdx_does() {
        assert_eq!(spdx("CC BY-SA 3.0"), "CC-BY-SA-3.0");
        assert_eq!(spdx("cc0 1.0"), "CC0-1.0");
        assert_eq!(spdx("GFDL-1.3-or-later"), "GFDL-1.3-or-later");
    }

    #[test]
    fn a_long_text_is_cut_between_paragraphs_and_loses_no_word() {
        let paragraph = "word ".repeat(4_000);
        let text = [paragraph.as_str(), "\n\n"].concat().repeat(6);
        let parts = parts(&text);
        assert!(parts.len() > 1 && parts.iter().all(|it| it.len() <= TURN_BYTES_MAX));
        let words: usize = parts.iter().map(|it| it.split_whitespace().count()).sum();
        assert_eq!(words, 24_000);
    }
}
