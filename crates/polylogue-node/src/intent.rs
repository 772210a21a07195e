//! Everything a person can do, as values: pages and commands build these, [`crate::Node::perform`]
//! carries them out. Ids are whole here; shortened ones are resolved by `Node::resolve`.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    Admission, Answer, Change, Choice, Disposed, DissentForm, Evidence, Held, Law, Matters, Naming,
    OfficeKind, RowsOfPeople, Scope, SignedAs, Signs, StageStep, State, Struck, Template, Voice,
    Way,
};
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::LineRow;

use crate::merging::{self, MovedLine};
use crate::template::StageTemplate;

/// What founding a commons asks for.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its title.
    pub title: String,
    /// The question it stands under.
    pub question: String,
    /// What it begins as.
    pub template: Template,
    /// Licence of what is said there (SPDX).
    pub licence: String,
    /// Its language (BCP 47).
    pub language: String,
    /// How newcomers become members.
    pub admission: Admission,
    /// The charter's text; may be empty.
    pub charter: String,
    /// The founder's name; may be empty.
    pub name: String,
    /// Whether one person's votes may be published as a row.
    pub rows: RowsOfPeople,
}

/// Words and the language they are in; no language: the commons' own.
#[derive(Debug, Clone, Default)]
pub struct Worded {
    /// The words.
    pub words: String,
    /// BCP 47 tag.
    pub language: Option<String>,
}

impl From<&str> for Worded {
    fn from(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            language: None,
        }
    }
}

/// From where one speaks: for a perspective or for oneself.
#[derive(Debug, Clone, Copy)]
pub struct Standpoint {
    /// The perspective; none with [`Voice::Oneself`].
    pub perspective: Option<OperationId>,
    /// From where.
    pub voice: Voice,
}

impl Standpoint {
    /// Speaking for oneself.
    pub const ONESELF: Self = Self {
        perspective: None,
        voice: Voice::Oneself,
    };
}

/// Exact words of another text to quote or mark; found and anchored when it is performed.
#[derive(Debug, Clone)]
pub struct Quoting {
    /// The turn or source.
    pub of: OperationId,
    /// The exact words, white space free; or empty with `paragraph`: that whole paragraph.
    pub words: String,
    /// The paragraph's number in the rendered turn, from 1, where no words are given.
    pub paragraph: Option<u32>,
}

/// What a piece brought in from elsewhere carries.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// Who is said to have spoken; empty if unnamed.
    pub speaker: String,
    /// How that name was found.
    pub naming: Naming,
    /// Source address.
    pub address: String,
    /// Source revision.
    pub revision: String,
    /// Licence (SPDX).
    pub licence: String,
    /// When it was said, as told.
    pub date: String,
    /// First and last line.
    pub lines: (u32, u32),
}

/// One thing a person does in a commons.
#[derive(Debug, Clone)]
#[expect(
    missing_docs,
    reason = "a field is what its name says in the sentence of its variant"
)]
pub enum Intent {
    /// Sets one's own name and words.
    Profile { name: String, about: String },
    /// Names a perspective.
    AddPerspective {
        name: Worded,
        short: String,
        summary: Worded,
        sources: Vec<OperationId>,
    },
    /// Words a perspective anew.
    RevisePerspective {
        perspective: OperationId,
        name: Worded,
        short: String,
        summary: Worded,
        sources: Vec<OperationId>,
    },
    /// Records a change in a lineage: rename, split, merge, drop, reword, fuse.
    RecordLineage {
        change: Change,
        from: Vec<OperationId>,
        to: Vec<OperationId>,
        name: Option<Worded>,
        reason: Worded,
        when: String,
    },
    /// Puts a standing question.
    AddQuestion { text: Worded, place: u32 },
    /// Begins or plans a dialogue.
    BeginDialogue {
        title: Worded,
        about: Worded,
        perspectives: Vec<OperationId>,
        questions: Vec<OperationId>,
        state: State,
        scheduled: Option<u64>,
    },
    /// Opens, closes or puts off a dialogue.
    SetDialogueState {
        dialogue: OperationId,
        state: State,
        reason: Worded,
    },
    /// Says a turn.
    Say {
        dialogue: OperationId,
        text: Worded,
        standpoint: Standpoint,
        reply_to: Option<OperationId>,
        quotes: Vec<Quoting>,
        licence: Option<String>,
    },
    /// Says one's own turn again.
    ReviseTurn {
        turn: OperationId,
        text: Worded,
        quotes: Vec<Quoting>,
    },
    /// Puts a claim.
    AddClaim {
        text: Worded,
        under: Option<OperationId>,
        passages: Vec<Quoting>,
        held_by: Vec<OperationId>,
    },
    /// Says whether a perspective holds a claim.
    HoldClaim {
        claim: OperationId,
        perspective: OperationId,
        held: Held,
        voice: Voice,
        reason: Worded,
    },
    /// Makes new claims out of others (split, reword, merge): puts the new ones and records it.
    ReshapeClaims {
        change: Change,
        from: Vec<OperationId>,
        to: Vec<Worded>,
        reason: Worded,
    },
    /// Votes.
    Vote {
        claim: OperationId,
        choice: Choice,
        matters: Matters,
        reason: Option<Worded>,
    },
    /// Enters a count made elsewhere.
    EnterCount {
        claim: OperationId,
        group: Worded,
        agree: u32,
        disagree: u32,
        pass: u32,
        provenance: Provenance,
    },
    /// Makes or marks a move.
    Move(Box<MakeMove>),
    /// Accepts an answer to one's question.
    AcceptAnswer {
        question: OperationId,
        answer: OperationId,
        words: Worded,
    },
    /// Takes one's own words back.
    Withdraw { target: OperationId, reason: Worded },
    /// Disputes a mark or an attribution.
    Dispute { target: OperationId, reason: Worded },
    /// Empties one's own words, or as a moderator another's.
    Erase {
        targets: Vec<OperationId>,
        reason: Worded,
    },
    /// Translates.
    Translate {
        of: OperationId,
        language: String,
        words: String,
    },
    /// Suggests to fuse, sequence, put into dialogue, meet or keep apart.
    Suggest {
        way: Way,
        of: Vec<OperationId>,
        reason: Worded,
    },
    /// Answers a suggestion.
    AnswerSuggestion {
        suggestion: OperationId,
        answer: Answer,
        reason: Worded,
    },
    /// Adds a source.
    AddSource {
        csl_type: String,
        title: Worded,
        authors: String,
        issued: String,
        address: String,
        licence: String,
        note: Worded,
        text: Option<Worded>,
    },
    /// Records a practice.
    AddPractice {
        title: Worded,
        place: Worded,
        when: String,
        who: Worded,
        steps: Vec<Worded>,
        outcomes: Worded,
        failures: Worded,
        links: Vec<(OperationId, Evidence, Worded)>,
        sources: Vec<OperationId>,
    },
    /// Opens an invitation; its secret goes into a ticket.
    Invite { scope: Scope, days: u64 },
    /// Closes an invitation, accepting those who came in by it so far.
    CloseInvitation { invitation: OperationId },
    /// Admits a newcomer (or a removed person again), as a greeter.
    Admit {
        person: Key,
        scope: Scope,
        reason: Worded,
    },
    /// Vouches for a newcomer.
    Vouch { person: Key, scope: Scope },
    /// Ends a membership, as a moderator: what is here so far still counts.
    Remove { person: Key, reason: Worded },
    /// Leaves.
    Leave { reason: Worded },
    /// Hides content, as a moderator.
    Hide {
        targets: Vec<OperationId>,
        reason: Worded,
    },
    /// Shows hidden content again, as a moderator.
    Restore {
        hides: Vec<OperationId>,
        reason: Worded,
    },
    /// Counts a map without some people too, as a moderator; without nobody, no more. None of a
    /// question or dialogue: the map of what is under nothing.
    CountWithout {
        of: Option<OperationId>,
        people: Vec<Key>,
        reason: Worded,
    },
    /// Answers an act of moderation.
    Appeal { act: OperationId, text: Worded },
    /// Asks to hold a publication.
    Hold {
        target: OperationId,
        caucus: Worded,
        reason: Worded,
        end: u64,
    },
    /// Grants an office, by a resolution.
    Grant {
        person: Key,
        office: OfficeKind,
        scope: Option<OperationId>,
        days: u64,
        reason: Worded,
    },
    /// Recalls an office, by a resolution: what is here so far still counts.
    Recall {
        person: Key,
        office: OfficeKind,
        reason: Worded,
    },
    /// Proposes a new law.
    ProposeLaw { law: Box<Law>, reason: Worded },
    /// Assents to a resolution.
    Assent { resolution: OperationId },
    /// Adds a device key that has signed for this.
    AddDevice {
        device: Key,
        proof: [u8; 64],
        name: String,
    },
    /// Ends a device key.
    EndDevice { device: Key, reason: Worded },
    /// Begins a shared document.
    BeginDocument { title: Worded, lines: Vec<NewLine> },
    /// Adds a line to it, after another or at the start.
    AddLine {
        document: OperationId,
        after: Option<OperationId>,
        line: Box<NewLine>,
    },
    /// Words a line anew, or says anew what it rests on; what is not given stays.
    ReviseLine {
        line: OperationId,
        text: Option<Worded>,
        traces: Option<Vec<Tracing>>,
    },
    /// Words one line anew, against the wordings that were seen.
    WordLine { base: BaseLine, text: Worded },
    /// Makes a line rest on more; what it rests on already stays.
    AttachTraces {
        line: OperationId,
        traces: Vec<Tracing>,
    },
    /// Makes a line rest on all that another line of its document rested on.
    TakeTraces {
        line: OperationId,
        from: OperationId,
    },
    /// Lets a line no longer rest on something, or on these words of it.
    DetachTrace {
        line: OperationId,
        of: OperationId,
        words: Option<String>,
    },
    /// Saves the text of a document against the lines it was loaded from.
    SaveDocument {
        document: OperationId,
        base: Vec<BaseLine>,
        text: Worded,
    },
    /// Lets one wording of a line stand for all.
    SettleLine {
        line: OperationId,
        wording: OperationId,
    },
    /// Says what a line says, as data.
    SayClause {
        line: OperationId,
        clause: Box<NewClause>,
    },
    /// Strikes a line or lets it stand again.
    StrikeLine { line: OperationId, struck: Struck },
    /// Comments on a line, document, comment or leaving out; on a line perhaps on exact words of
    /// it, perhaps with how the whole of it should read instead.
    Comment {
        on: OperationId,
        words: String,
        text: Worded,
        proposes: Option<Worded>,
    },
    /// Says what became of a comment.
    Dispose {
        comment: OperationId,
        disposed: Disposed,
        reason: Worded,
    },
    /// Votes on one exact wording of a line.
    VoteWording {
        wording: OperationId,
        choice: Choice,
        reason: Option<Worded>,
    },
    /// Dissents from a document or line.
    Dissent {
        on: OperationId,
        form: DissentForm,
        title: Worded,
        text: Worded,
    },
    /// Puts one's name under a dissent or action, or takes it off.
    CoSign {
        of: OperationId,
        signs: Signs,
        words: Option<Worded>,
    },
    /// Leaves a document out of an edition.
    LeaveOut {
        document: OperationId,
        edition: Option<OperationId>,
        name: Worded,
        reason: Worded,
    },
    /// Says that something will be done by a day (seconds).
    Act {
        text: Worded,
        until: u64,
        from: Option<OperationId>,
    },
    /// Adds a stage.
    AddStage { plan: Box<NewPlan> },
    /// Plans a stage anew.
    ReviseStage {
        stage: OperationId,
        plan: Box<NewPlan>,
    },
    /// Says how far a stage is.
    SetStage {
        stage: OperationId,
        step: StageStep,
        rests_on: Vec<OperationId>,
        words: Worded,
    },
    /// Adds the stages that a template prepares.
    BeginStages { template: StageTemplate },
    /// Takes back what one change did to a document, by ordinary writes.
    UndoChange { change: OperationId },
    /// Makes a document of the lines of another.
    ForkDocument { title: Worded, forked: Box<Forked> },
    /// Does what was decided about lines that moved on in another document.
    MergeLines {
        document: OperationId,
        other: OtherDocument,
        decided: Vec<(MovedLine, merging::Choice)>,
    },
    /// Says why what an act changes in a document is changed.
    Because { act: Box<Self>, reason: Worded },
    /// Freezes a document as an edition.
    MakeEdition(Box<NewEdition>),
    /// Signs an edition, or says anew what is signed.
    SignEdition {
        edition: OperationId,
        signed_as: SignedAs,
        words: Worded,
    },
}

/// An edition to make.
#[derive(Debug, Clone)]
pub struct NewEdition {
    /// Of which document.
    pub document: OperationId,
    /// The name of the version.
    pub name: String,
    /// Its licence (SPDX); none: the document's, else the commons'.
    pub licence: Option<String>,
    /// What becomes of comments that are open.
    pub open: OpenComments,
    /// What becomes of it where licences do not fit, or evidence cannot be read any more.
    pub knowingly: Knowingly,
}

/// Whether an edition is made where something stands against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knowingly {
    /// It is not: what stands against it is named.
    No,
    /// It is, and says that this was known.
    Yes,
}

/// What becomes of comments that are open when an edition is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenComments {
    /// There may be none.
    Refuse,
    /// They are listed as open in it.
    List,
}

/// A line to add to a document.
#[derive(Debug, Clone)]
pub struct NewLine {
    /// Its words.
    pub text: Worded,
    /// What it rests on.
    pub traces: Vec<Tracing>,
    /// What it says, as data.
    pub clause: Option<NewClause>,
}

/// Something that a line rests on.
#[derive(Debug, Clone)]
pub struct Tracing {
    /// A move, claim, turn, question, source or practice.
    pub of: OperationId,
    /// Words of it, where it is a passage.
    pub passage: Option<Quoting>,
}

/// What a line says, as data: who does what to whom.
#[derive(Debug, Clone)]
pub struct NewClause {
    /// Who.
    pub perspective: OperationId,
    /// What it does.
    pub kind: MoveKind,
    /// To whom or what: a perspective, claim, turn, question, source or move.
    pub target: OperationId,
    /// The condition it keeps.
    pub condition: Option<Worded>,
}

/// What is planned of a stage.
#[derive(Debug, Clone, Default)]
pub struct NewPlan {
    /// Its name.
    pub name: Worded,
    /// What it is for.
    pub purpose: Worded,
    /// What it needs, in words.
    pub needs: Vec<Worded>,
    /// What it needs that can be counted, by number.
    pub checks: Vec<u16>,
    /// When it begins (seconds).
    pub from: Option<u64>,
    /// When it is to be done (seconds).
    pub until: Option<u64>,
    /// The root key of who answers for it.
    pub responsible: Option<Key>,
    /// Its place among the stages, from 1; none: behind the others.
    pub place: Option<u32>,
}

/// A document that another comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherDocument {
    /// Its commons; none: the same.
    pub commons: Option<OperationId>,
    /// Its id.
    pub document: OperationId,
}

/// What a document is made of.
#[derive(Debug, Clone)]
pub struct Forked {
    /// The other document.
    pub other: OtherDocument,
    /// The licence of the other where it is not the commons' own, else empty.
    pub licence: String,
    /// Its lines; struck ones are left out.
    pub lines: Vec<LineRow>,
}

/// A line as a text was loaded with it.
#[derive(Debug, Clone)]
pub struct BaseLine {
    /// The line.
    pub line: OperationId,
    /// Its wordings then, the one whose words were shown first.
    pub wordings: Vec<OperationId>,
}

/// A move to make, or to mark in another's words.
#[derive(Debug, Clone)]
pub struct MakeMove {
    /// Its kind.
    pub kind: MoveKind,
    /// A perspective, claim, turn, question, source or move.
    pub target: OperationId,
    /// Words of the target, where it is a passage.
    pub passage: Option<Quoting>,
    /// From where.
    pub standpoint: Standpoint,
    /// Another's words that make the move.
    pub found_in: Option<Quoting>,
    /// Why.
    pub reason: Option<Worded>,
    /// Its object.
    pub object: Option<Worded>,
    /// Its condition.
    pub condition: Option<Worded>,
    /// From.
    pub from: Option<Worded>,
    /// To.
    pub to: Option<Worded>,
}

/// What came of an intent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Operations signed but for those of `changes`, the main one last; where nothing changed,
    /// the one that stands.
    pub operations: Vec<OperationId>,
    /// What closes a change of a document: the address of the version it left.
    pub changes: Vec<OperationId>,
    /// Whether the act would only have repeated what stands: then nothing was signed.
    pub is_unchanged: bool,
    /// Whether it counts at once, or once somebody admits its author.
    pub heard: crate::act::Heard,
}

impl Done {
    /// The main operation.
    ///
    /// # Panics
    /// Never: every intent carried out signs at least one operation, or names the one that stands.
    #[must_use]
    pub fn main(&self) -> OperationId {
        *self
            .operations
            .last()
            .expect("an intent carried out signs an operation")
    }
}
