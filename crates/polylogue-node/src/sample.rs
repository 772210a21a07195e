//! The sample commons "Planetary futures": what a new person reads first.
//!
//! It retells a real dialogue of 2011 in our own words. Who spoke, in what order, what was agreed,
//! doubted and asked are facts with addresses; every sentence is a paraphrase; the sample voters
//! and their votes are invented and say so in their names. Nothing here is an act of a real person:
//! whoever loads the sample signs it, and brings the two voices of 2011 in as text with a source.
//!
//! Plain tables of constants: nothing here can fail at run time. In `check` the compiler proves
//! that every key names something; the tests, that every passage stands once in its turn.
//!
//! All texts are English (`en`). Turns, summaries, the charter and the practice are Markdown.

mod check;
mod claims;
mod dialogues;
mod moves;
mod perspectives;
mod practice;
mod questions;
mod sources;
mod synthesis;
#[cfg(test)]
mod tests;
mod voices;
mod votes;

pub use self::claims::CLAIMS;
pub use self::dialogues::DIALOGUES;
pub use self::moves::MOVES;
pub use self::perspectives::PERSPECTIVES;
pub use self::practice::PRACTICES;
pub use self::questions::QUESTIONS;
pub use self::sources::SOURCES;
pub use self::synthesis::SYNTHESIS;
pub use self::voices::{SAMPLE_VOTERS, VOICES};
pub use self::votes::{Vote, VoteRow, votes};
pub use polylogue_core::move_kind::MoveKind;

/// The commons itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commons {
    /// Its title.
    pub title: &'static str,
    /// The one question it is held under.
    pub question: &'static str,
    /// The charter, Markdown.
    pub charter: &'static str,
    /// What this sample is, what in it is real and what is invented, Markdown.
    pub about: &'static str,
    /// Licence of our words (SPDX).
    pub licence: &'static str,
    /// Language of every text here (BCP 47).
    pub language: &'static str,
    /// Keys of the sources that tell where it comes from.
    pub sources: &'static [&'static str],
}

/// Whose voice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoiceKind {
    /// An author of 2011, heard only through our paraphrase; never a person of this commons.
    Paraphrased2011,
    /// A reader who does not exist, made up to cast sample votes.
    InventedReader,
}

/// A voice heard in the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// Its key.
    pub key: &'static str,
    /// Its name as shown, which says what kind of voice it is.
    pub name: &'static str,
    /// What kind of voice it is.
    pub kind: VoiceKind,
    /// One sentence that says so in full.
    pub note: &'static str,
}

/// A standpoint that takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Perspective {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// A short name for tables.
    pub short: &'static str,
    /// What it says, in words those who hold it should recognise.
    pub summary: &'static str,
    /// Who is named for it, in one line.
    pub authors: &'static str,
    /// Keys of its sources.
    pub sources: &'static [&'static str],
    /// Something a reader should know about its place in the dialogue.
    pub note: Option<&'static str>,
    /// How its name changed, oldest first.
    pub lineage: &'static [Lineage],
}

/// What happened to a perspective. (None of the sample was split or merged.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It got another name.
    Renamed,
    /// It was put down.
    Dropped,
}

/// One change to a perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lineage {
    /// What happened.
    pub change: Change,
    /// The name before.
    pub from: &'static str,
    /// The name after; none if it was dropped.
    pub to: Option<&'static str>,
    /// The year.
    pub when: &'static str,
    /// Why; says so where the sources are silent.
    pub reason: &'static str,
    /// Key of the source that shows it.
    pub source: &'static str,
}

/// A standing question put to every perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its key.
    pub key: &'static str,
    /// A word or two for tables.
    pub name: &'static str,
    /// The question.
    pub text: &'static str,
}

/// How far a dialogue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogueState {
    /// Foreseen, and not yet held.
    Planned,
    /// Waiting for an answer.
    Open,
    /// Answered to the end.
    Closed,
}

/// A sequence of turns between two perspectives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialogue {
    /// Its key, which is also the key of the perspective that meets peer-to-peer theory.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Keys of the perspectives that meet.
    pub perspectives: &'static [&'static str],
    /// Keys of the questions it stands under.
    pub questions: &'static [&'static str],
    /// How far it is.
    pub state: DialogueState,
    /// Why it is in that state, for readers.
    pub note: &'static str,
    /// Its turns, in order.
    pub turns: &'static [Turn],
}

/// For whom a voice speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// From within the perspective with this key.
    FromWithin(&'static str),
    /// On behalf of the perspective with this key, by someone who does not stand in it.
    OnBehalfOf(&'static str),
    /// For oneself alone.
    OwnName,
}

impl Speaks {
    /// The key of the perspective spoken for, if any.
    #[must_use]
    pub const fn perspective(self) -> Option<&'static str> {
        match self {
            Self::FromWithin(key) | Self::OnBehalfOf(key) => Some(key),
            Self::OwnName => None,
        }
    }
}

/// One piece of attributed text: a paraphrase of what its voice wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Its key: the dialogue's, a hyphen, and its number from 1.
    pub key: &'static str,
    /// Key of the voice that is paraphrased.
    pub voice: &'static str,
    /// For whom that voice speaks.
    pub speaks: Speaks,
    /// The paraphrase, Markdown.
    pub text: &'static str,
    /// Key of the turn it answers.
    pub reply_to: Option<&'static str>,
    /// Key of the source that has the full text.
    pub source: &'static str,
    /// What it takes up of an earlier turn.
    pub quotes: &'static [Quote],
}

/// Words of an earlier turn, taken up in a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// Key of the turn quoted.
    pub turn: &'static str,
    /// Its words, exactly as they stand in our paraphrase.
    pub words: &'static str,
    /// The paragraph of the later turn that it stands before, from 0.
    pub paragraph: u32,
}

/// Exact words of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Key of the turn.
    pub turn: &'static str,
    /// The words, which stand there exactly once.
    pub words: &'static str,
}

/// One short debatable sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Its key.
    pub key: &'static str,
    /// The sentence.
    pub text: &'static str,
    /// Key of the perspective that holds it.
    pub perspective: &'static str,
    /// Key of the dialogue it is put under.
    pub dialogue: &'static str,
    /// Where a turn carries it: the words. None: it belongs to the perspective, not to its page.
    pub passage: Option<Passage>,
}

/// What a move is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The perspective with this key.
    Perspective(&'static str),
    /// The claim with this key.
    Claim(&'static str),
    /// Words of an earlier turn.
    Passage(Passage),
    /// The earlier move with this key.
    Move(&'static str),
}

/// What became of a question that was asked in the dialogue, as far as its pages show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A later turn answers it.
    Answered,
    /// A later turn answers a part of it; which part.
    Partly(&'static str),
    /// Nobody answered it; a remark on that, or nothing.
    Open(&'static str),
}

/// What a voice does to a target, in the words of a turn. The mark is ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Its key.
    pub key: &'static str,
    /// Its kind.
    pub kind: MoveKind,
    /// For whom the voice speaks here; the voice is that of the turn in which it is found.
    pub speaks: Speaks,
    /// What it is about. Against one's own perspective, it is self-criticism.
    pub target: Target,
    /// The words that make the move.
    pub found: Passage,
    /// Why; for `asks`, the whole question.
    pub because: Option<&'static str>,
    /// The danger, the part, the other party: what the kind asks for.
    pub object: Option<&'static str>,
    /// The condition.
    pub condition: Option<&'static str>,
    /// Reframes from, distinguishes this.
    pub from: Option<&'static str>,
    /// Reframes to, distinguishes from that.
    pub to: Option<&'static str>,
    /// For `asks` alone: what became of the question.
    pub asked: Option<Asked>,
}

/// What a line of the synthesis rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn {
    /// The move with this key.
    Move(&'static str),
    /// Words of a turn.
    Words(Passage),
    /// The source with this key.
    Source(&'static str),
    /// The practice with this key.
    Practice(&'static str),
}

/// What a line says, as data: who does what to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Says {
    /// Key of the perspective.
    pub perspective: &'static str,
    /// What it does.
    pub kind: MoveKind,
    /// To whom or what.
    pub target: Target,
    /// The condition that the line keeps.
    pub condition: Option<&'static str>,
}

/// One line of the synthesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its words, Markdown.
    pub text: &'static str,
    /// What it rests on.
    pub rests_on: &'static [RestsOn],
    /// What it says, where it says what one perspective does.
    pub says: Option<Says>,
}

/// The text of many hands in which the sample ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Synthesis {
    /// Its title.
    pub title: &'static str,
    /// Its lines, in order.
    pub lines: &'static [Line],
    /// The name of its first edition.
    pub edition: &'static str,
    /// What some would have said instead.
    pub report: Report,
}

/// A minority report, by an invented reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Key of the reader.
    pub voter: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its words, Markdown.
    pub text: &'static str,
}

/// A work in the shared library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Its key.
    pub key: &'static str,
    /// The type of work in CSL.
    pub form: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Who made it.
    pub authors: &'static str,
    /// The year it came out, where known.
    pub year: Option<&'static str>,
    /// Where it can be read, where known.
    pub address: Option<&'static str>,
    /// Its licence (SPDX), where known; else empty.
    pub licence: &'static str,
    /// What it is to this commons.
    pub note: &'static str,
}

/// Which way a practice bears on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// It speaks for the claim.
    For,
    /// It speaks against the claim.
    Against,
}

/// A claim that a practice bears on. One practice may bear on a claim both ways, in two links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PracticeLink {
    /// Key of the claim.
    pub claim: &'static str,
    /// Which way.
    pub bearing: Bearing,
    /// How.
    pub because: &'static str,
}

/// A documented case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// Its key.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where.
    pub place: &'static str,
    /// When, as told.
    pub when: &'static str,
    /// Who.
    pub who: &'static str,
    /// What it was, in short.
    pub summary: &'static str,
    /// The steps in order, Markdown with links to the sources.
    pub steps: &'static [&'static str],
    /// What came of it, Markdown.
    pub outcomes: &'static str,
    /// What failed, with both sides where both have spoken, Markdown.
    pub failures: &'static str,
    /// Claims it bears on.
    pub links: &'static [PracticeLink],
    /// Keys of its sources.
    pub sources: &'static [&'static str],
}

/// The commons that holds everything below.
pub const COMMONS: Commons = Commons {
    title: "Planetary futures",
    question: "How can very different ideas of planetary change learn from one another, and what \
        could those who hold them do together that none could do alone?",
    charter: "**What this commons is for.** To let ideas about the future of the planet meet, \
        question and learn from one another, without melting them into one.\n\n\
        **Who may take part.** Anyone who keeps to this charter.\n\n\
        **How we speak.** Say for whom you speak: from within a perspective, on its behalf, or \
        for yourself alone. Answer what was really said, in its strongest form, and quote it \
        exactly. Give a reason with every doubt and a condition with every half agreement. Leave \
        room for those who are absent, and say so when you speak in their place.\n\n\
        **What we keep.** Nothing anyone wrote is changed or taken away in silence. A question \
        stays in view until somebody answers it. Views that do not meet are kept side by side.\n\n\
        **What nobody may do.** Speak for this commons. Only the people who sign a text stand \
        behind it.\n\n\
        **Licence.** What you write here may be used by everyone under CC BY-SA 4.0, with the \
        name you chose.\n\n\
        This charter belongs to a sample. Whoever founds a commons of their own from it should \
        write their own.",
    about: "This is a sample, made so that a newcomer can walk about in a full commons at once. \
        It retells a real dialogue in our own words.\n\n\
        In 2011 Jose Ramos and Michel Bauwens brought peer-to-peer theory into conversation with \
        other ideas of planetary change, one after another, on the open wiki of the P2P \
        Foundation. Ramos set out each idea from his thesis on the World Social Forum; Bauwens \
        replied to nine of the ten; Ramos asked further on eight; Bauwens answered once more on \
        five. Their pages begin [on the index page of 2011](\
        https://wiki.p2pfoundation.net/From_the_Crisis_of_Capitalism_to_the_Emergence_of_Peer_\
        to_Peer_Political_Ecologies), and Ramos looked back on them [in 2016](\
        https://blog.p2pfoundation.net/p2p-planetary-futures/2016/12/14).\n\n\
        **What is real:** the perspectives and their changing names, the eight questions, who \
        spoke and in what order, what was agreed, doubted and asked, and which questions never \
        had an answer.\n\n\
        **What is ours:** every sentence. Each turn is a paraphrase of what its author wrote in \
        2011 and gives the address of the page. Where the two differ, the page is right. Neither \
        author has taken part here; nothing in this commons is signed by them, and none of the \
        votes is theirs.\n\n\
        **What is invented:** the thirty-six sample voters and all of their votes. They stand \
        for nobody, and only show what a map of opinions looks like.\n\n\
        Our words may be used by everyone under CC BY-SA 4.0.",
    licence: "CC-BY-SA-4.0",
    language: "en",
    sources: &["index-2011", "essay-2016", "chapter-2016", "wimmer"],
};

/// All turns, in the order of their dialogues.
pub fn turns() -> impl Iterator<Item = &'static Turn> {
    DIALOGUES.iter().flat_map(|it| it.turns)
}

/// All moves, in the order of the turns in which they are found, questions and answers included.
/// A move on another move comes after it.
pub fn moves() -> impl Iterator<Item = &'static Move> {
    MOVES.iter().flat_map(|it| it.iter())
}
