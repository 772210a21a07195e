//! What pages and commands may ask: plain rows, ids in full, words with their language.
//!
//! Every function takes a [`Reader`](crate::Reader): one snapshot of one commons. Nothing here
//! changes anything. Lists are bounded: a [`Page`] says how many rows and after which.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{
    Admission, Change, Choice, DeviceKind, Held, Naming, OfficeKind, RowsOfPeople, Scope, State,
    Trace, Voice,
};
use serde::{Serialize, Serializer};

use crate::sift::{Finding, Verdict};

mod agreement;
mod ballot;
mod brief;
mod came_from;
mod claim;
mod comment;
mod commons;
mod dialogue;
mod dissent;
mod drift;
mod drift_now;
mod edition;
mod fork;
mod glossary;
mod history;
mod invitation;
mod language;
mod leave_out;
mod library;
mod lineage;
mod link;
mod log;
mod minute;
mod own;
mod person;
mod perspective;
mod question;
mod quoted;
mod register;
mod remark;
mod rests;
mod said;
mod search;
mod sift;
mod similar;
mod stage;
mod stance;
mod struck;
mod suggestion;
mod synthesis;
mod target;
mod text;
mod turn;
mod vote_event;
mod without;
mod wording_vote;

pub use came_from::{CameFrom, written_by};
pub use comment::{COMMENTS_MAX, CommentCounts, CommentOn, CommentRow, CommentState};
pub use comment::{CreditRow, DispositionRow};
pub use dissent::{DissentRow, SignerRow};
pub use drift::gives_words;
pub use drift_now::DriftNow;
pub use edition::{Carries, EditionRow, Licensed, SignatureRow};
pub use fork::OriginRow;
pub use glossary::{TERM_TYPE, TermRow, UseRow, UsedBy};
pub use history::{Blame, Deed, Did, DocumentChangeRow, Origin};
pub(crate) use language::Languages;
pub use leave_out::LeaveOutRow;
pub use link::{BecameRow, How, LINKS_MAX, LinkRow, Outcome, STEPS_MAX, SaidBy, TraceRow};
pub use rests::{RestRow, behind};
pub use similar::{
    Compared, PAIR_PERMILLE, SAME_PERMILLE, SHOWN_PERMILLE, SimilarPairRow, SimilarRow,
};
pub use stage::{ActionRow, Check, CheckRow, PlanRow, StageRow};
pub use text::TextNow;
pub use vote_event::{VoteEvent, Weight};
pub use without::WithoutRow;
pub use wording_vote::{RoundRow, WordingVotes};

/// Serializes an id as its full hexadecimal form.
///
/// # Errors
/// Those of the serializer.
pub fn in_full<T: std::fmt::Display, S: Serializer>(id: &T, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(id)
}

/// A part of a long list.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Rows to skip.
    pub offset: u64,
    /// Rows to give, at most 1,000.
    pub limit: u64,
}

impl Page {
    /// The first rows.
    #[must_use]
    pub fn first(limit: u64) -> Self {
        Self { offset: 0, limit }
    }
}

/// An invitation: a way in that a member opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationRow {
    /// Who opened it, when.
    pub said: Said,
    /// Who joins from here on is too late (seconds).
    pub end: u64,
    /// What those who join may say.
    pub scope: Scope,
    /// Whether somebody who may closed it.
    pub is_closed: bool,
    /// Whether it counts.
    pub verdict: polylogue_core::verdict::Verdict,
}

/// An invitation, as a way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// The invitation.
    pub id: OperationId,
    /// Who joins from here on is too late (seconds).
    pub end: u64,
    /// Whether somebody who may closed it.
    pub is_closed: bool,
}

/// An operation that a key signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedRow {
    /// The operation.
    pub id: OperationId,
    /// The number of its kind.
    pub kind: u16,
    /// When it came to be held here (seconds).
    pub arrived: u64,
    /// Whether it waits on the porch until somebody admits its author.
    pub is_waiting: bool,
}

/// Words with their language and direction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The words.
    pub words: String,
    /// BCP 47 tag; `und` if nobody said.
    pub language: String,
    /// `auto`, `ltr` or `rtl`.
    pub direction: &'static str,
}

/// A person as shown beside what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRef {
    /// The root key.
    pub key: Key,
    /// The name they claim; empty if none.
    pub name: Words,
    /// Whether they are a member now, left, were removed, or are newcomers.
    pub standing: Standing,
}

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A member.
    Member,
    /// A member who may only vote.
    Voter,
    /// Not yet greeted.
    Newcomer,
    /// Left by themselves.
    Left,
    /// Removed, with a reason in the log.
    Removed,
}

/// A piece brought in from elsewhere: who is said to have spoken, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtInRow {
    /// The named speaker; empty if unnamed.
    pub speaker: String,
    /// How the name was found.
    pub naming: Naming,
    /// Source address.
    pub address: String,
    /// Source revision.
    pub revision: String,
    /// Licence (SPDX).
    pub licence: String,
    /// When it was said, as told.
    pub date: String,
}

/// Who said a thing, when, and in what state it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The operation.
    pub id: OperationId,
    /// Who signed it.
    pub by: PersonRef,
    /// Claimed time in seconds.
    pub time: u64,
    /// Whether the claimed time is earlier than a parent's: shown as such.
    pub is_earlier_than_parent: bool,
    /// What has become of it.
    pub shown: Shown,
    /// The act by which it was hidden or emptied, where it was.
    pub act: Option<OperationId>,
    /// Where it was brought in from, if it was.
    pub brought_in: Option<BroughtInRow>,
}

/// Whether a thing can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// It can.
    Whole,
    /// Its text is not here yet.
    TextNotHere,
    /// Its author emptied it, with a reason if they gave one.
    ErasedByAuthor(String),
    /// A moderator emptied it, with a reason.
    ErasedByModerator(String),
    /// A moderator hid it, with a reason; the text is kept.
    Hidden(String),
    /// Its author took it back, with a reason if they gave one; it stays readable.
    Withdrawn(String),
}

/// The commons at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonsRow {
    /// Its id.
    pub id: OperationId,
    /// Its title.
    pub title: Words,
    /// The question it stands under.
    pub question: Words,
    /// The charter in force.
    pub charter: Words,
    /// The resolution in force; the founding at first.
    pub act: OperationId,
    /// How many steps the law has gone, the founding being 1.
    pub version: u64,
    /// Licence of what is said here.
    pub licence: String,
    /// Whether one person's votes may be published as a row.
    pub rows: RowsOfPeople,
    /// Its language.
    pub language: String,
    /// How newcomers become members.
    pub admission: Admission,
    /// The founder.
    pub founder: PersonRef,
    /// When it was founded (claimed seconds).
    pub founded: u64,
    /// Keepers of the law.
    pub keepers: Vec<PersonRef>,
    /// After this claimed time the roll can only renew.
    pub roll_end: u64,
    /// Offices in force.
    pub offices: Vec<OfficeRow>,
    /// Counts for the home page.
    pub counts: Counts,
}

/// An office in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRow {
    /// What it may do.
    pub kind: OfficeKind,
    /// Who holds it.
    pub holder: PersonRef,
    /// The dialogue it is for; none: everything.
    pub scope: Option<OperationId>,
    /// Claimed times from here on are not covered.
    pub end: u64,
}

/// How far a person is with voting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VotingProgress {
    /// Claims that can be voted on: those neither taken back, emptied nor hidden.
    pub claims: u64,
    /// On how many of these they have voted.
    pub voted: u64,
}

/// How much there is of each thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Perspectives.
    pub perspectives: u64,
    /// Standing questions.
    pub questions: u64,
    /// Dialogues.
    pub dialogues: u64,
    /// Turns.
    pub turns: u64,
    /// Claims.
    pub claims: u64,
    /// Moves.
    pub moves: u64,
    /// Works in the library.
    pub sources: u64,
    /// Practices.
    pub practices: u64,
    /// Votes that count.
    pub votes: u64,
    /// Members.
    pub people: u64,
    /// Of these, people whose words or votes somebody else brought in: they never spoke here.
    pub brought_in: u64,
    /// Newcomers.
    pub newcomers: u64,
    /// Operations held, whatever their verdict.
    pub operations: u64,
    /// Operations set aside.
    pub set_aside: u64,
    /// Operations waiting.
    pub waiting: u64,
}

/// A perspective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerspectiveRow {
    /// Who named it, when.
    pub said: Said,
    /// Its name.
    pub name: Words,
    /// A short name; the name if there is none.
    pub short: String,
    /// What it says, Markdown.
    pub summary: Words,
    /// Sources.
    pub sources: Vec<OperationId>,
    /// Its place in order of arrival, from 0: its mark and colour.
    pub mark: u64,
    /// Whether other wordings stand beside this one, unreplaced.
    pub other_wordings: Vec<OperationId>,
    /// Turns spoken for it.
    pub turns: u64,
    /// Of these, from within.
    pub turns_within: u64,
    /// Claims it holds.
    pub claims: u64,
    /// What became of it and where it came from.
    pub lineage: Vec<LineageRow>,
}

/// One change in a lineage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineageRow {
    /// Who recorded it.
    pub said: Said,
    /// What happened.
    pub change: Change,
    /// To what, with the words it goes by.
    pub from: Vec<(OperationId, String)>,
    /// What came of it.
    pub to: Vec<(OperationId, String)>,
    /// A name where there is only a name.
    pub name: Option<Words>,
    /// Why.
    pub reason: Words,
    /// When, as told.
    pub when: String,
}

/// A standing question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionRow {
    /// Who put it.
    pub said: Said,
    /// The question.
    pub text: Words,
    /// Its place, from 1; 0: none.
    pub place: u32,
    /// What became of it and where it came from.
    pub lineage: Vec<LineageRow>,
}

/// A dialogue in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogueRow {
    /// Who began it.
    pub said: Said,
    /// Its number in this commons' order of (claimed time, id), from 1: a short address.
    pub title: Words,
    /// What it is about, Markdown.
    pub about: Words,
    /// Perspectives that meet.
    pub perspectives: Vec<OperationId>,
    /// Questions it stands under.
    pub questions: Vec<OperationId>,
    /// How far it is.
    pub state: State,
    /// Why, if somebody said.
    pub state_reason: Words,
    /// When it is to begin.
    pub scheduled: Option<u64>,
    /// Turns in it.
    pub turns: u64,
    /// Claimed time of its latest turn.
    pub latest: Option<u64>,
    /// When that turn was said, where it was brought in and its source tells.
    pub latest_said_at: Option<String>,
    /// Moves that ask in it and have no accepted or offered answer.
    pub open_questions: u64,
    /// Other dialogues recorded as the same thing (brought in twice), whose turns stand here.
    pub same_as: Vec<OperationId>,
}

/// A dialogue where only its name and how far it is matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogueBrief {
    /// The dialogue.
    pub id: OperationId,
    /// Its title; empty where it may not be read.
    pub title: Words,
    /// Perspectives that meet.
    pub perspectives: Vec<OperationId>,
    /// Questions it stands under.
    pub questions: Vec<OperationId>,
    /// How far it is.
    pub state: State,
    /// Whether something asked in it has no accepted or offered answer.
    pub has_open_questions: bool,
}

/// A person where only their name and standing matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonBrief {
    /// The root key.
    pub key: Key,
    /// The name they claim; empty if none.
    pub name: Words,
    /// Where they stand.
    pub standing: Standing,
    /// Whether a turn here is theirs.
    pub has_spoken: bool,
    /// Whether somebody else brought them in and signs for them.
    pub is_brought_in: bool,
}

/// A turn as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnRow {
    /// Who signed it.
    pub said: Said,
    /// Its dialogue.
    pub dialogue: OperationId,
    /// Its number in the dialogue, from 1, in reading order.
    pub number: u64,
    /// Current words, Markdown; empty unless readable.
    pub text: Words,
    /// The revision these words are; the turn itself if it was never revised.
    pub revision: OperationId,
    /// How many wordings there are.
    pub wordings: u64,
    /// Whether several wordings stand unreplaced (its author is shown both).
    pub is_forked: bool,
    /// The perspective spoken for.
    pub perspective: Option<OperationId>,
    /// From where.
    pub voice: Voice,
    /// The turn it answers.
    pub reply_to: Option<OperationId>,
    /// Passages it takes up.
    pub quotes: Vec<QuoteRow>,
    /// Licence.
    pub licence: String,
    /// Moves on it or on passages of it.
    pub moves: Vec<MoveRow>,
    /// Claims lifted from it.
    pub claims: Vec<(OperationId, Words)>,
    /// Translations of it.
    pub translations: Vec<TranslationRow>,
    /// Other turns recorded as the same thing (brought in twice).
    pub same_as: Vec<OperationId>,
}

/// A passage taken up in a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRow {
    /// The passage.
    pub passage: PassageRow,
    /// The paragraph it stands before, from 0.
    pub paragraph: u32,
}

/// A passage and whether its words still stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageRow {
    /// The text it is of.
    pub of: OperationId,
    /// The dialogue of that text, if it is a turn that is here.
    pub dialogue: Option<OperationId>,
    /// The turn's number, if it is a turn that is here.
    pub number: Option<u64>,
    /// The revision the words were read in.
    pub revision: OperationId,
    /// The exact words.
    pub exact: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// Where it begins, in characters: a hint.
    pub start: u32,
    /// Whether the words stand in the current text.
    pub anchored: Anchored,
}

/// Whether a passage's words still stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchored {
    /// Nowhere any more: the text was emptied, and its words are left out here too.
    Emptied,
    /// In the current text.
    Here,
    /// Only in an earlier wording.
    Orphaned,
    /// The text is not here, erased or hidden.
    TextNotHere,
}

/// A move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRow {
    /// Who marked it.
    pub said: Said,
    /// The number of its kind (`polylogue_core::move_kind::MoveKind::of`).
    pub kind: u16,
    /// What it is about.
    pub target: TargetRow,
    /// The perspective spoken for.
    pub perspective: Option<OperationId>,
    /// From where.
    pub voice: Voice,
    /// The words that make the move, where another's turn makes it.
    pub found_in: Option<PassageRow>,
    /// Why.
    pub reason: Option<Words>,
    /// Its object.
    pub object: Option<Words>,
    /// Its condition.
    pub condition: Option<Words>,
    /// From.
    pub from: Option<Words>,
    /// To.
    pub to: Option<Words>,
    /// Disputes of it.
    pub disputes: Vec<DisputeRow>,
    /// For a move that asks: answers offered or accepted.
    pub answers: Vec<AnswerRow>,
}

/// What a move, vote or search hit is about, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The thing.
    pub id: OperationId,
    /// What it is here as; none: it is not here yet.
    pub what: Option<Thing>,
    /// A few of its words: name, sentence, or the beginning of a text.
    pub words: Words,
    /// The dialogue it stands in, if any.
    pub dialogue: Option<OperationId>,
    /// Who signed it, where it is here.
    pub by: Option<PersonRef>,
    /// Whose words they are, where whoever signed brought another's in and named them.
    pub speaker: Option<String>,
    /// When they were said, where they were brought in and their source tells.
    pub said_at: Option<String>,
    /// The number of its kind, where it is a move.
    pub made: Option<u16>,
    /// What has become of it.
    pub shown: Shown,
    /// The passage, where it is one.
    pub passage: Option<PassageRow>,
}

/// Things that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A perspective.
    Perspective,
    /// A question.
    Question,
    /// A dialogue.
    Dialogue,
    /// A turn.
    Turn,
    /// A claim.
    Claim,
    /// A move.
    Move,
    /// A source.
    Source,
    /// A practice.
    Practice,
    /// A person's profile.
    Person,
    /// A shared document.
    Document,
    /// A line of one.
    Line,
    /// A comment on one of these.
    Comment,
    /// A minority report or a reservation.
    Dissent,
}

/// Somebody disputes a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputeRow {
    /// Who.
    pub said: Said,
    /// Why.
    pub reason: Words,
}

/// An answer to a question asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The answering move or turn.
    pub id: OperationId,
    /// Who accepted it, if anybody did.
    pub accepted_by: Vec<PersonRef>,
}

/// A question asked, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedRow {
    /// The move that asks, leaves open or defers.
    pub question: MoveRow,
    /// What became of it.
    pub state: crate::sift::AskState,
    /// The perspective it was asked for, by place in the list of perspectives.
    pub by: Option<usize>,
    /// The perspectives it is put to, by place.
    pub to: Vec<usize>,
    /// The dialogue it stands in.
    pub dialogue: Option<TargetRow>,
    /// Answers offered or accepted.
    pub answers: Vec<AnswerSeen>,
    /// Moves that leave it open or defer it.
    pub left_open: Vec<MoveRow>,
    /// How many more of both there are than were asked for.
    pub more: usize,
}

/// An answer with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSeen {
    /// The answer in a few words.
    pub target: TargetRow,
    /// The answering move, where it is one: its passage says where the words stand.
    pub by_move: Option<MoveRow>,
    /// Who accepted it.
    pub accepted_by: Vec<PersonRef>,
}

/// Why a perspective stands where it does on a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonRow {
    /// Who said so, when.
    pub said: Said,
    /// A claim or a move; none: a word on holding a claim.
    pub what: Option<Thing>,
    /// The number of a move's kind.
    pub kind: Option<u16>,
    /// The reason; may be empty.
    pub text: Words,
    /// The words it rests on.
    pub passage: Option<PassageRow>,
}

/// A language that something here is said in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageRow {
    /// BCP 47 tag; `und` if nobody said.
    pub language: String,
    /// Turns in it.
    pub turns: u64,
    /// All things in it that have words.
    pub things: u64,
}

/// A translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationRow {
    /// By whom.
    pub said: Said,
    /// The words.
    pub text: Words,
}

/// A claim with its votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRow {
    /// Who put it.
    pub said: Said,
    /// The sentence.
    pub text: Words,
    /// What it is under, in words.
    pub under: Option<TargetRow>,
    /// Passages it was lifted from.
    pub passages: Vec<PassageRow>,
    /// Perspectives said to hold it, or not.
    pub held_by: Vec<(OperationId, Held)>,
    /// Votes of members.
    pub tally: Tally,
    /// Votes of newcomers, not counted above.
    pub newcomers: Tally,
    /// My own current vote.
    pub mine: Option<MyVote>,
    /// What became of it and where it came from.
    pub lineage: Vec<LineageRow>,
}

/// The votes on the claims under one thing: what an opinion map is computed from. Numbers of claims
/// and people are this store's own, the same from snapshot to snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    /// The version of the snapshot they were read from.
    pub version: u64,
    /// The claims, those out of sight among them.
    pub claims: Vec<BallotClaim>,
    /// Everybody who ever voted on them, by number.
    pub people: Vec<(i64, Key)>,
    /// The votes that count now, at most one for each person and claim.
    pub votes: Vec<BallotRow>,
}

/// A claim that votes are read of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotClaim {
    /// The claim.
    pub id: OperationId,
    /// Its number in the votes.
    pub number: i64,
    /// Whether it stands: neither hidden, emptied nor taken back.
    pub is_shown: bool,
}

/// One vote, by numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotRow {
    /// The number of the claim.
    pub claim: i64,
    /// The number of the person.
    pub person: i64,
    /// What they said.
    pub choice: Choice,
    /// Whether a member said it; else a newcomer did, whose votes do not count yet.
    pub is_counted: bool,
}

/// A vote that may be another than before, by numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VotedRow {
    /// The number of the claim.
    pub claim: i64,
    /// The number of the person.
    pub person: i64,
    /// Who that is.
    pub key: Key,
    /// What counts of them there now, and whether a member said it; none: nothing.
    pub vote: Option<(Choice, bool)>,
}

/// One vote with its claimed time, whether or not another replaced it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastVote {
    /// The number of the claim, as in [`BallotClaim`].
    pub claim: i64,
    /// The number of the person.
    pub person: i64,
    /// What they said.
    pub choice: Choice,
    /// Claimed time in seconds.
    pub time: u64,
}

/// An opinion map there is: what its claims are put under, and how much there is to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// The question or dialogue; none: claims under nothing.
    pub of: Option<TargetRow>,
    /// Claims that were not emptied.
    pub claims: u64,
    /// Votes of members that count.
    pub votes: u64,
    /// Members who voted.
    pub people: u64,
}

/// What a perspective is said to hold of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StanceRow {
    /// The perspective.
    pub perspective: OperationId,
    /// The claim.
    pub claim: OperationId,
    /// Whether it holds the claim, refuses it, or takes it up with a condition.
    pub says: Stance,
}

/// How a perspective stands to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// It holds it.
    Holds,
    /// It does not, or a remark of its voices speaks against it.
    Refuses,
    /// A remark of its voices takes it up in part.
    InPart,
}

/// Counted votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// People who agree.
    pub agree: u64,
    /// People who disagree.
    pub disagree: u64,
    /// People who pass.
    pub pass: u64,
    /// Of all these, people to whom it matters.
    pub matters: u64,
}

/// My current vote on a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyVote {
    /// The vote operation.
    pub id: OperationId,
    /// The choice.
    pub choice: Choice,
    /// Whether it matters to me.
    pub matters: bool,
    /// My reason.
    pub reason: Option<Words>,
    /// Votes that stand beside it, unreplaced (a true fork).
    pub others: Vec<(OperationId, Choice)>,
}

/// A vote with its reason, as shown on a claim's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteRow {
    /// Who.
    pub said: Said,
    /// The choice.
    pub choice: Choice,
    /// Whether it matters to them.
    pub matters: bool,
    /// Why.
    pub reason: Option<Words>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Name and standing.
    pub person: PersonRef,
    /// What they say of themselves.
    pub about: Words,
    /// How they came in: the admission.
    pub admission: Option<AdmissionRow>,
    /// Devices that speak for them.
    pub devices: Vec<DeviceRow>,
    /// What kind of key the root is.
    pub root: DeviceKind,
    /// Operations here.
    pub operations: u64,
    /// Turns here.
    pub turns: u64,
    /// Offices held.
    pub offices: Vec<OfficeKind>,
    /// Whether this is me.
    pub is_me: bool,
}

/// How a person was admitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdmissionRow {
    /// The admitting operation.
    pub id: OperationId,
    /// Who invited, admitted or vouched; none: the founder.
    pub by: Option<PersonRef>,
    /// What they may say.
    pub scope: Scope,
}

/// A device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRow {
    /// Its key.
    pub key: Key,
    /// Its kind.
    pub kind: DeviceKind,
    /// Its name, if it has one.
    pub name: String,
    /// Its end, if it has one.
    pub end: Option<u64>,
    /// Whether it was ended.
    pub is_ended: bool,
}

/// A source in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// Who added it.
    pub said: Said,
    /// CSL type.
    pub csl_type: String,
    /// Title.
    pub title: Words,
    /// Authors.
    pub authors: String,
    /// Issued.
    pub issued: String,
    /// Address.
    pub address: String,
    /// Licence.
    pub licence: String,
    /// Note.
    pub note: Words,
    /// Text, where it is kept here.
    pub text: Option<Words>,
}

/// A practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeRow {
    /// Who recorded it.
    pub said: Said,
    /// The case as said.
    pub practice: polylogue_core::kind::Practice,
}

/// A hit of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub target: TargetRow,
    /// Who said it.
    pub by: PersonRef,
    /// Claimed time.
    pub time: u64,
    /// The words around it; matches stand between `\u{2}` and `\u{3}`.
    pub snippet: String,
    /// Language of the words.
    pub language: String,
}

/// What to search for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// The words.
    pub words: String,
    /// Only by this person.
    pub by: Option<Key>,
    /// Only spoken for this perspective.
    pub perspective: Option<OperationId>,
    /// Only of this sort.
    pub thing: Option<Thing>,
    /// Only in this language (primary tag).
    pub language: Option<String>,
}

/// An operation in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// Its id.
    pub id: OperationId,
    /// Who signed.
    pub by: PersonRef,
    /// The key that signed (a device's, or the root).
    pub key: Key,
    /// Counter.
    pub counter: u64,
    /// Claimed time.
    pub time: u64,
    /// When it came to be held here (seconds).
    pub arrived: u64,
    /// Kind number, also of kinds not known here.
    pub kind: u16,
    /// The verdict.
    pub verdict: polylogue_core::verdict::Verdict,
    /// Whether its body is held.
    pub has_body: bool,
}

/// Which operations of the log are asked for; by default all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Only by this person.
    pub by: Option<Key>,
    /// Only of these kinds, by number; empty: of any.
    pub kinds: Vec<u16>,
}

/// An act of moderation or law, for the public log that reads like minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinuteRow {
    /// Who acted, when.
    pub said: Said,
    /// Kind number.
    pub kind: u16,
    /// What it was about, in words.
    pub about: Vec<TargetRow>,
    /// The person it was about, if one.
    pub person: Option<PersonRef>,
    /// The reason; empty if none was given or it was erased.
    pub reason: Words,
    /// Replies to it.
    pub appeals: Vec<(PersonRef, Words)>,
    /// For a resolution: what it changes in the law it follows.
    pub changes: Vec<LawChange>,
    /// For a removal: how many invitations that the person wrote or came by are closed.
    pub doors_closed: u64,
    /// For an act of hiding: whether what it hid was shown again.
    pub is_answered: bool,
    /// For a map counted without some people too: how many they are, and some of them by name.
    pub left_out: (u64, Vec<PersonRef>),
    /// Whether it counts.
    pub verdict: polylogue_core::verdict::Verdict,
}

/// What a resolution changes in the law it follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LawChange {
    /// Somebody gets an office, or holds it for another time.
    Granted {
        /// The office.
        office: OfficeKind,
        /// Who gets it.
        holder: PersonRef,
        /// Claimed times from here on are not covered (seconds).
        end: u64,
    },
    /// Somebody loses an office.
    Recalled {
        /// The office.
        office: OfficeKind,
        /// Who held it.
        holder: PersonRef,
    },
    /// A keeper more.
    KeeperAdded(PersonRef),
    /// A keeper less.
    KeeperGone(PersonRef),
    /// The keepers' time ends now at this claimed time (seconds).
    KeptUntil(u64),
    /// Newcomers come in another way.
    Admission(Admission),
    /// Another licence (SPDX).
    Licence(String),
    /// Other words of the charter.
    Charter,
}

/// A suggestion to bring things together or keep them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestionRow {
    /// Who suggested.
    pub said: Said,
    /// What.
    pub way: polylogue_core::kind::Way,
    /// Of which things.
    pub of: Vec<TargetRow>,
    /// Why.
    pub reason: Words,
    /// Answers of people.
    pub answers: Vec<(PersonRef, polylogue_core::kind::Answer)>,
}

/// What "changed because …" is about: verdicts that changed after the fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// The operation whose verdict changed.
    pub id: OperationId,
    /// Because this arrived.
    pub because: OperationId,
    /// The verdict before.
    pub before: polylogue_core::verdict::Verdict,
    /// The verdict now.
    pub now: polylogue_core::verdict::Verdict,
}

/// Which moves to list; none of the fields set: all.
#[derive(Debug, Clone, Copy, Default)]
pub struct MoveFilter {
    /// Only about this, or made by words of it.
    pub target: Option<OperationId>,
    /// Only spoken for this perspective.
    pub perspective: Option<OperationId>,
    /// Only in this dialogue.
    pub dialogue: Option<OperationId>,
    /// Only by this person.
    pub by: Option<Key>,
    /// Only of this kind, by number.
    pub kind: Option<u16>,
}

/// A wording of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingRow {
    /// The revision; the turn itself for the first wording.
    pub id: OperationId,
    /// Claimed time in seconds.
    pub time: u64,
    /// The words, Markdown; empty where they were erased or are not here.
    pub text: Words,
}

/// Something a person did, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// What it is, in words.
    pub target: TargetRow,
    /// Claimed time in seconds.
    pub time: u64,
    /// Kind number.
    pub kind: u16,
    /// The verdict.
    pub verdict: polylogue_core::verdict::Verdict,
}

/// Pieces that several people brought in from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwinRow {
    /// The one shown.
    pub shown: OperationId,
    /// One that is not.
    pub other: OperationId,
}

/// A shared document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Who began it.
    pub said: Said,
    /// Its title.
    pub title: Words,
    /// Its licence, where it is not the commons' own.
    pub licence: String,
}

/// A line of a shared document, in order of place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Who added it.
    pub said: Said,
    /// Its wordings that nothing replaces; the line's own operation for its first.
    pub wordings: Vec<Wording>,
    /// Its place.
    pub place: String,
    /// Whether it is struck.
    pub is_struck: bool,
    /// Who struck it, as far as nobody took that back. Beside a line that stands: somebody worded
    /// it, or let it stand, who did not know of the strike, and it is to be settled.
    pub strikes: Vec<Said>,
    /// What was said of it as data and nothing replaces, the one that counts first.
    pub clauses: Vec<ClauseRow>,
}

impl LineRow {
    /// Whether it stands though somebody struck it, because of words or a restoring that the strike
    /// did not know of.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        !self.is_struck && !self.strikes.is_empty()
    }

    /// Whether it is nobody's text yet: it has several wordings, or is struck and stands.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.wordings.len() > 1 || self.is_contested()
    }
}

/// One wording of a line, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Who worded it so, when; its id is the one that a later wording names.
    pub said: Said,
    /// The text, Markdown.
    pub text: Words,
    /// What it rests on.
    pub traces: Vec<Trace>,
}

/// What a line says, as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseRow {
    /// Who says that it does.
    pub said: Said,
    /// Who, as the line has it.
    pub perspective: OperationId,
    /// The number of the kind of move.
    pub kind: u16,
    /// To whom or what.
    pub target: OperationId,
    /// The condition it keeps.
    pub condition: Option<Words>,
}

/// A wording of a line beside what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDrift {
    /// The line.
    pub line: OperationId,
    /// The wording.
    pub wording: OperationId,
    /// How it stands to its sources.
    pub verdict: Verdict,
    /// What it says as data, if that is known.
    pub clause: Option<ClauseRow>,
    /// What was found, the gravest first.
    pub findings: Vec<FindingRow>,
}

/// One thing found about a wording, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// What was found.
    pub finding: Finding,
    /// The move that shows it.
    pub by_move: Option<MoveRow>,
    /// The thing that shows it; none: the wording itself.
    pub shows: Option<TargetRow>,
}

impl Thing {
    /// What an operation of this kind makes, if that can be opened.
    #[must_use]
    pub fn of_kind(number: u16) -> Option<Self> {
        use polylogue_core::kind::Kind;
        Some(match Kind::of(number)? {
            Kind::Perspective => Self::Perspective,
            Kind::Question => Self::Question,
            Kind::Dialogue => Self::Dialogue,
            Kind::Turn => Self::Turn,
            Kind::Claim => Self::Claim,
            Kind::Move => Self::Move,
            Kind::Source => Self::Source,
            Kind::Practice => Self::Practice,
            Kind::Profile => Self::Person,
            Kind::Document => Self::Document,
            Kind::Line => Self::Line,
            Kind::Comment => Self::Comment,
            Kind::Dissent => Self::Dissent,
            _ => return None,
        })
    }
}
