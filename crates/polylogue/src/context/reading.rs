//! What several verbs read.

use polylogue_core::id::OperationId;
use polylogue_store::query::{
    ClaimRow, CommonsRow, DialogueRow, MoveRow, Page, PersonRow, PerspectiveRow, PracticeRow,
    QuestionRow, Said, SourceRow, SuggestionRow, TargetRow, Thing, TurnRow,
};

use super::Context;
use crate::failure::Failure;

/// Rows read at a time.
const PAGE_ROWS: u64 = 1000;
/// A list in one answer is never longer.
const LIST_ROWS_MAX: u64 = 100_000;

/// Reads a list page by page, up to its bound.
fn read_all<T>(mut read: impl FnMut(Page) -> Result<Vec<T>, Failure>) -> Result<Vec<T>, Failure> {
    let mut rows = Vec::new();
    for offset in (0..LIST_ROWS_MAX).step_by(usize::try_from(PAGE_ROWS).unwrap_or(1000)) {
        let page = read(Page {
            offset,
            limit: PAGE_ROWS,
        })?;
        let is_last = u64::try_from(page.len()).unwrap_or(PAGE_ROWS) < PAGE_ROWS;
        rows.extend(page);
        if is_last {
            break;
        }
    }
    Ok(rows)
}

fn not_here(id: OperationId) -> Failure {
    Failure::refused(
        format!("{} is not here", id.short()),
        "it may not have arrived yet; `polylogue sync` fetches what is new",
    )
}

impl Context {
    /// Every commons in this home, by title.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn all_commons(&self) -> Result<Vec<CommonsRow>, Failure> {
        let held = self.node.commons()?;
        held.iter()
            .map(|it| Ok(self.reader_of(it.id)?.commons()?))
            .collect()
    }

    /// The commons a verb would use without `--commons`, if that is clear.
    pub(crate) fn current_commons(&self) -> Option<OperationId> {
        self.node.find_commons(None).ok()
    }

    /// Perspectives in order of arrival.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn perspectives(&self) -> Result<Vec<PerspectiveRow>, Failure> {
        Ok(self.reader()?.perspectives()?)
    }

    /// Questions in their order.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn questions(&self) -> Result<Vec<QuestionRow>, Failure> {
        Ok(self.reader()?.questions()?)
    }

    /// Dialogues in their order.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn dialogues(&self) -> Result<Vec<DialogueRow>, Failure> {
        let reader = self.reader()?;
        read_all(|page| Ok(reader.dialogues(page)?))
    }

    /// Turns of a dialogue in reading order.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn turns(&self, dialogue: OperationId) -> Result<Vec<TurnRow>, Failure> {
        let reader = self.reader()?;
        read_all(|page| Ok(reader.turns(dialogue, page)?))
    }

    /// One turn.
    ///
    /// # Errors
    /// A refusal if it is not here.
    pub(crate) fn turn_row(&self, id: OperationId) -> Result<TurnRow, Failure> {
        self.reader()?.turn(id)?.ok_or_else(|| not_here(id))
    }

    /// Claims, of everything or put under one thing.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn claims(&self, under: Option<OperationId>) -> Result<Vec<ClaimRow>, Failure> {
        let reader = self.reader()?;
        read_all(|page| Ok(reader.claims(under, page)?))
    }

    /// One claim.
    ///
    /// # Errors
    /// A refusal if it is not here.
    pub(crate) fn claim_row(&self, id: OperationId) -> Result<ClaimRow, Failure> {
        let me = self.node.me(&self.commons()?)?;
        self.reader()?
            .claim(id, Some(me))?
            .ok_or_else(|| not_here(id))
    }

    /// One move; none if the id is another thing's.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn remark(&self, id: OperationId) -> Result<Option<MoveRow>, Failure> {
        Ok(self.reader()?.move_(id)?)
    }

    /// What an id is, in words.
    ///
    /// # Errors
    /// A refusal if nothing here has it.
    pub(crate) fn target(&self, id: OperationId) -> Result<TargetRow, Failure> {
        self.reader()?.what(id)?.ok_or_else(|| not_here(id))
    }

    /// Who said a thing, and a title for it.
    ///
    /// # Errors
    /// A refusal if nothing of that id can be cited.
    pub(crate) fn said(&self, id: OperationId) -> Result<(Said, String), Failure> {
        let target = self.target(id)?;
        let title = target.words.words.clone();
        let said = match target.what {
            Some(Thing::Turn) => Some(self.turn_row(id)?.said),
            Some(Thing::Claim) => Some(self.claim_row(id)?.said),
            Some(Thing::Move) => self.remark(id)?.map(|it| it.said),
            Some(Thing::Perspective) => self.of_id(self.perspectives()?, id, |it| &it.said),
            Some(Thing::Question) => self.of_id(self.questions()?, id, |it| &it.said),
            Some(Thing::Dialogue) => self.of_id(self.dialogues()?, id, |it| &it.said),
            Some(Thing::Practice) => self.of_id(self.practices()?, id, |it| &it.said),
            Some(Thing::Source) => self.of_id(self.sources()?, id, |it| &it.said),
            Some(Thing::Document) => self.reader()?.document(id)?.map(|it| it.said),
            Some(Thing::Line) => self.reader()?.line(id)?.map(|(_, it)| it.said),
            Some(Thing::Comment) => self.reader()?.comment(id)?.map(|it| it.said),
            Some(Thing::Dissent) => self.reader()?.dissent(id)?.map(|it| it.said),
            Some(Thing::Person) | None => None,
        };
        said.map(|it| (it, title)).ok_or_else(|| {
            Failure::refused(
                format!("{} cannot be cited", id.short()),
                "cite a source, turn, claim, move, perspective, question, dialogue or practice",
            )
        })
    }

    fn of_id<T>(&self, rows: Vec<T>, id: OperationId, said: impl Fn(&T) -> &Said) -> Option<Said> {
        rows.iter().map(said).find(|it| it.id == id).cloned()
    }

    /// Everybody known in the commons.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn people(&self) -> Result<Vec<PersonRow>, Failure> {
        let reader = self.reader()?;
        read_all(|page| Ok(reader.people(page)?))
    }

    /// One person.
    ///
    /// # Errors
    /// A refusal if nobody is called so.
    pub(crate) fn person_row(&self, typed: &str) -> Result<PersonRow, Failure> {
        let key = self.person(typed)?;
        self.reader()?.person(key)?.ok_or_else(|| {
            Failure::refused(
                format!("nobody here has the key {}", key.short()),
                "`polylogue people` lists everybody",
            )
        })
    }

    /// Myself.
    ///
    /// # Errors
    /// A refusal if I have said nothing here yet.
    pub(crate) fn me(&self) -> Result<PersonRow, Failure> {
        let key = self.node.me(&self.commons()?)?;
        self.reader()?.person(key)?.ok_or_else(|| {
            Failure::refused(
                "you have said nothing in this commons yet",
                "enter it with `polylogue join TICKET`",
            )
        })
    }

    /// Sources.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn sources(&self) -> Result<Vec<SourceRow>, Failure> {
        Ok(self.reader()?.sources()?)
    }

    /// Practices.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn practices(&self) -> Result<Vec<PracticeRow>, Failure> {
        Ok(self.reader()?.practices()?)
    }

    /// Suggestions.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn suggestions(&self) -> Result<Vec<SuggestionRow>, Failure> {
        let reader = self.reader()?;
        read_all(|page| Ok(reader.suggestions(page)?))
    }
}
