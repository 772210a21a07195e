//! Whether what a sentence says is what its sources say: by who, does what, to whom, and by the
//! words it gives as somebody's, never by guessing at meaning.
//!
//! A clause says who (a perspective) does what (a kind of move) to whom, and rests on traces. The
//! moves of that perspective among them carry it: those on the side it takes, or, where it takes
//! none, those that take none. The rules:
//!
//! - nothing it rests on is here, or words it quotes nobody said: not found;
//! - what it rests on was said for somebody else, and nothing of that perspective carries it:
//!   another voice;
//! - a challenge that its perspective put to itself is given as one to another: self-criticism
//!   turned outward;
//! - it is flatter than all that carries it, drops the condition of all that does, takes a side
//!   that nothing it rests on takes, or leaves out what that perspective says of the same thing
//!   and leaves no room for it: stronger;
//! - it is less flat than all that carries it, or takes no side where all that does takes one:
//!   weaker;
//! - what it rests on was taken back, hidden, emptied, revised, disputed or outvoted since, or a
//!   question it says is open was answered: changed since.
//!
//! What that perspective keeps back about the same thing, and no line of the document rests on,
//! is named beside every verdict: it does not change it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polylogue_core::move_kind::{MoveKind, Polarity};

use super::weight::{Weight, qualifies};
use super::{Index, MoveOf};

/// What a line says, and what it rests on, in numbers of the store.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Who, by number of the perspective.
    pub who: i64,
    /// The number of the kind of move; 0: nothing is known of what it says.
    pub kind: u16,
    /// To whom or what.
    pub whom: i64,
    /// Whether it keeps a condition.
    pub has_condition: bool,
    /// What it rests on.
    pub traces: Vec<Traced>,
    /// Whether words it gives in quotation marks were said by nobody here.
    pub quotes_unsaid: bool,
    /// Moves that the document rests on anywhere.
    pub in_document: Arc<BTreeSet<i64>>,
}

/// One thing that a line rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traced {
    /// The thing.
    pub n: i64,
    /// Whether it is a move with a condition.
    pub has_condition: bool,
    /// What became of it.
    pub since: Since,
}

/// What became of something since a line was made to rest on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It stands as it was.
    Stands,
    /// It is not here.
    NotHere,
    /// Whoever said it took it back.
    Withdrawn,
    /// A moderator hid it, or its words were emptied.
    Gone,
    /// Its words are no longer in the text.
    Revised,
    /// Somebody disputes it.
    Disputed,
    /// It is a question that has an answer now.
    Answered,
    /// It is a claim that more people disagree with than agree.
    Outvoted,
}

impl Since {
    /// Its name in `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::NotHere => "not-here",
            Self::Withdrawn => "withdrawn",
            Self::Gone => "gone",
            Self::Revised => "revised",
            Self::Disputed => "disputed",
            Self::Answered => "answered",
            Self::Outvoted => "outvoted",
        }
    }

    fn is_lost(self) -> bool {
        matches!(self, Self::NotHere | Self::Withdrawn | Self::Gone)
    }
}

/// How a sentence stands to its sources, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing here says so.
    NotFound,
    /// Somebody else says so.
    OtherVoice,
    /// What a perspective says against itself is given as said against another.
    SelfCriticismTurned,
    /// It says more than its sources.
    Stronger,
    /// It says less than its sources.
    Weaker,
    /// A source was answered, disputed, revised or taken away since.
    SourceChanged,
    /// Its sources say so.
    Supported,
}

impl Verdict {
    /// All, the gravest first.
    pub const ALL: [Self; 7] = [
        Self::NotFound,
        Self::OtherVoice,
        Self::SelfCriticismTurned,
        Self::Stronger,
        Self::Weaker,
        Self::SourceChanged,
        Self::Supported,
    ];

    /// Its name in `--json` and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::OtherVoice => "other-voice",
            Self::SelfCriticismTurned => "self-criticism-turned",
            Self::Stronger => "stronger",
            Self::Weaker => "weaker",
            Self::SourceChanged => "source-changed",
            Self::Supported => "supported",
        }
    }
}

/// One thing that was found about a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// It rests on nothing that is here.
    Untraced,
    /// It gives words as somebody's that nobody said.
    QuotesUnsaid,
    /// This was said for somebody else.
    SaidForOther,
    /// This its perspective said against itself.
    SaidOfItself,
    /// This has a condition that it drops.
    ConditionDropped,
    /// This says it less flatly.
    Hardened,
    /// This says it more flatly.
    Softened,
    /// This takes another side, or none.
    SideChanged,
    /// This was said of the same thing, and it leaves no room for it.
    LeftOut,
    /// This was kept back about the same thing.
    KeptBack,
    /// This has changed since.
    Changed(ChangedHow),
}

/// How something has changed, for a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangedHow {
    /// It is not here.
    NotHere,
    /// It was taken back.
    Withdrawn,
    /// It was hidden or emptied.
    Gone,
    /// Its words are no longer in the text.
    Revised,
    /// It is disputed.
    Disputed,
    /// It was answered.
    Answered,
    /// More people disagree with it than agree.
    Outvoted,
}

impl Finding {
    /// Its name in `--json` and as the end of a key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Untraced => "untraced",
            Self::QuotesUnsaid => "quotes-unsaid",
            Self::SaidForOther => "said-for-other",
            Self::SaidOfItself => "said-of-itself",
            Self::ConditionDropped => "condition-dropped",
            Self::Hardened => "hardened",
            Self::Softened => "softened",
            Self::SideChanged => "side-changed",
            Self::LeftOut => "left-out",
            Self::KeptBack => "kept-back",
            Self::Changed(ChangedHow::NotHere) => "since-not-here",
            Self::Changed(ChangedHow::Withdrawn) => "since-withdrawn",
            Self::Changed(ChangedHow::Gone) => "since-gone",
            Self::Changed(ChangedHow::Revised) => "since-revised",
            Self::Changed(ChangedHow::Disputed) => "since-disputed",
            Self::Changed(ChangedHow::Answered) => "since-answered",
            Self::Changed(ChangedHow::Outvoted) => "since-outvoted",
        }
    }

    /// What it makes of the sentence, by itself; nothing where it is only named.
    #[must_use]
    pub fn verdict(self, taken: Side) -> Option<Verdict> {
        Some(match self {
            Self::Untraced | Self::QuotesUnsaid => Verdict::NotFound,
            Self::SaidForOther => Verdict::OtherVoice,
            Self::SaidOfItself => Verdict::SelfCriticismTurned,
            Self::SideChanged if taken == Side::Neither => Verdict::Weaker,
            Self::ConditionDropped | Self::Hardened | Self::SideChanged | Self::LeftOut => {
                Verdict::Stronger
            }
            Self::Softened => Verdict::Weaker,
            Self::Changed(_) => Verdict::SourceChanged,
            Self::KeptBack => return None,
        })
    }
}

/// Whether a sentence takes a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// For or against.
    One,
    /// Neither.
    Neither,
}

/// A verdict with everything that was found, each with what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The gravest.
    pub verdict: Verdict,
    /// What was found, and the thing that shows it; 0: the sentence itself.
    pub findings: Vec<(Finding, i64)>,
}

/// Checks sentences against everything that was said.
#[must_use]
pub(crate) fn drift(index: &Index, sentences: &[Sentence]) -> Vec<Drift> {
    let said = Said::of(index);
    let check = |it| Check::of((index, &said), it).drift();
    sentences.iter().map(check).collect()
}

/// Moves that stand, by who makes them and what they are about.
#[derive(Default)]
struct Said<'a> {
    about_perspective: BTreeMap<(usize, usize), Vec<&'a MoveOf>>,
    about_thing: BTreeMap<(usize, i64), Vec<&'a MoveOf>>,
}

impl<'a> Said<'a> {
    fn of(index: &'a Index) -> Self {
        let mut said = Self::default();
        for made in index.standing() {
            let Some(who) = index.place(made.perspective) else {
                continue;
            };
            let of_thing = said.about_thing.entry((who, made.target)).or_default();
            of_thing.push(made);
            for place in index.spoken_to(made.target) {
                said.about_perspective
                    .entry((who, place))
                    .or_default()
                    .push(made);
            }
        }
        said
    }
}

struct Check<'a> {
    index: &'a Index,
    said: &'a Said<'a>,
    sentence: &'a Sentence,
    who: Option<usize>,
    weight: Weight,
    findings: Vec<(Finding, i64)>,
}

impl<'a> Check<'a> {
    fn of((index, said): (&'a Index, &'a Said<'a>), sentence: &'a Sentence) -> Self {
        Self {
            index,
            said,
            sentence,
            who: index.place(sentence.who),
            weight: Weight::of(sentence.kind),
            findings: Vec::new(),
        }
    }

    fn drift(mut self) -> Drift {
        self.changed();
        let says_nothing = self.sentence.kind == 0;
        if self.sentence.quotes_unsaid {
            self.findings.push((Finding::QuotesUnsaid, 0));
        }
        let all = self.sentence.traces.iter().copied();
        let standing: Vec<Traced> = all.filter(|it| !it.since.is_lost()).collect();
        if self.sentence.traces.is_empty() {
            self.findings.push((Finding::Untraced, 0));
        } else if !standing.is_empty() && !says_nothing {
            self.compare(&standing);
            self.left_out();
        }
        if !says_nothing {
            self.kept_back();
        }
        self.findings.sort_unstable();
        self.findings.dedup();
        let side = match self.weight {
            Weight::Neither => Side::Neither,
            Weight::For(_) | Weight::Against(_) => Side::One,
        };
        let verdicts = self.findings.iter().filter_map(|it| it.0.verdict(side));
        Drift {
            verdict: verdicts.min().unwrap_or(Verdict::Supported),
            findings: self.findings,
        }
    }

    fn changed(&mut self) {
        let says_open = MoveKind::of(self.sentence.kind).is_some_and(|it| {
            matches!(it, MoveKind::Asks | MoveKind::LeavesOpen | MoveKind::Defers)
        });
        for traced in &self.sentence.traces {
            let how = match traced.since {
                Since::Stands => continue,
                Since::NotHere => ChangedHow::NotHere,
                Since::Withdrawn => ChangedHow::Withdrawn,
                Since::Gone => ChangedHow::Gone,
                Since::Revised => ChangedHow::Revised,
                Since::Disputed => ChangedHow::Disputed,
                Since::Answered if says_open => ChangedHow::Answered,
                Since::Answered => continue,
                Since::Outvoted => ChangedHow::Outvoted,
            };
            self.findings.push((Finding::Changed(how), traced.n));
        }
    }

    /// The sentence beside what it rests on.
    fn compare(&mut self, standing: &[Traced]) {
        let mut own: Vec<(&MoveOf, bool)> = Vec::new();
        let (mut others, mut is_said_otherwise) = (Vec::new(), false);
        for traced in standing {
            match self.index.move_(traced.n) {
                Some(made) if self.is_own(made) => own.push((made, traced.has_condition)),
                Some(_) => others.push(traced.n),
                None => match self.speaks_for_who(traced.n) {
                    Some(false) => others.push(traced.n),
                    // A source, a practice, or a turn or claim of its own: words without a kind.
                    Some(true) | None => is_said_otherwise = true,
                },
            }
        }
        let carriers: Vec<(&MoveOf, bool)> = own
            .iter()
            .copied()
            .filter(|it| self.carries(it.0))
            .collect();
        if carriers.is_empty() && !is_said_otherwise {
            if others.is_empty() {
                let changed = own.iter().map(|it| (Finding::SideChanged, it.0.n));
                self.findings.extend(changed);
            }
            let others = others.into_iter().map(|n| (Finding::SaidForOther, n));
            self.findings.extend(others);
        }
        self.turned_outward(&own);
        self.flatter_or_less(&carriers, &own);
    }

    fn is_own(&self, made: &MoveOf) -> bool {
        let words_of = self.index.turn(made.found_in).map(|it| it.perspective);
        let is_words_of_other = words_of
            .and_then(|it| self.index.place(it))
            .is_some_and(|it| Some(it) != self.who);
        self.who.is_some() && self.index.place(made.perspective) == self.who && !is_words_of_other
    }

    /// Whether something that is no move speaks for whom the sentence is about; none: for nobody.
    fn speaks_for_who(&self, n: i64) -> Option<bool> {
        if let Some(turn) = self.index.turn(n) {
            return Some(self.index.place(turn.perspective) == self.who);
        }
        let holders = self.index.spoken_to(n);
        (!holders.is_empty()).then(|| self.who.is_some_and(|who| holders.contains(&who)))
    }

    /// Whether a move takes the side that the sentence takes, or none as it takes none. Asking
    /// and answering carry only what asks or answers.
    fn carries(&self, made: &MoveOf) -> bool {
        let polarity = |kind: u16| MoveKind::of(kind).map(MoveKind::polarity);
        let asks = |kind: u16| polarity(kind) == Some(Polarity::Ask);
        asks(made.kind) == asks(self.sentence.kind) && Weight::of(made.kind).is_beside(self.weight)
    }

    fn turned_outward(&mut self, own: &[(&MoveOf, bool)]) {
        let is_of_itself = |place: &usize| Some(*place) == self.who;
        if self
            .index
            .spoken_to(self.sentence.whom)
            .iter()
            .any(is_of_itself)
        {
            return;
        }
        let mut turned = Vec::new();
        for (made, _) in own {
            let is_against = matches!(Weight::of(made.kind), Weight::Against(_));
            let about = self.index.spoken_to(made.target);
            if is_against && !about.is_empty() && about.iter().all(is_of_itself) {
                turned.push((Finding::SaidOfItself, made.n));
            }
        }
        self.findings.extend(turned);
    }

    fn flatter_or_less(&mut self, carriers: &[(&MoveOf, bool)], own: &[(&MoveOf, bool)]) {
        let force = |it: &&(&MoveOf, bool)| Weight::of(it.0.kind).force();
        let Some(flattest) = carriers.iter().max_by_key(force) else {
            return;
        };
        let least = carriers.iter().min_by_key(force).unwrap_or(flattest);
        if self.weight.force() > force(&flattest) {
            self.findings.push((Finding::Hardened, flattest.0.n));
        }
        if self.weight.force() < force(&least) {
            self.findings.push((Finding::Softened, least.0.n));
        }
        let says_but =
            MoveKind::of(self.sentence.kind).map(MoveKind::polarity) == Some(Polarity::Qualified);
        if !self.sentence.has_condition && !says_but && carriers.iter().all(|it| it.1) {
            let dropped = carriers
                .iter()
                .map(|it| (Finding::ConditionDropped, it.0.n));
            self.findings.extend(dropped);
        }
        let keeps = own.iter().any(|it| it.1 || qualifies(it.0.kind));
        if self.sentence.has_condition && !keeps {
            self.findings.push((Finding::Softened, least.0.n));
        }
    }

    /// What its perspective says of the same thing, no line rests on, and the sentence leaves no
    /// room for.
    fn left_out(&mut self) {
        let mut left_out = Vec::new();
        for made in self.beside() {
            if self.weight.excludes(Weight::of(made.kind)) {
                left_out.push((Finding::LeftOut, made.n));
            }
        }
        self.findings.extend(left_out);
    }

    /// What its perspective keeps back about the same thing and no line rests on.
    fn kept_back(&mut self) {
        let is_named: BTreeSet<i64> = self.findings.iter().map(|it| it.1).collect();
        let mut kept = Vec::new();
        for made in self.beside() {
            if qualifies(made.kind) && !is_named.contains(&made.n) {
                kept.push((Finding::KeptBack, made.n));
            }
        }
        self.findings.extend(kept);
    }

    /// Moves of its perspective about the same thing that no line of the document rests on.
    /// About a perspective is also what is about its claims and words.
    fn beside(&self) -> impl Iterator<Item = &'a MoveOf> + use<'a> {
        let said = self
            .who
            .and_then(|who| match self.index.place(self.sentence.whom) {
                Some(place) => self.said.about_perspective.get(&(who, place)),
                None => self.said.about_thing.get(&(who, self.sentence.whom)),
            });
        let sentence = self.sentence;
        let is_traced = move |n: i64| {
            sentence.in_document.contains(&n) || sentence.traces.iter().any(|it| it.n == n)
        };
        said.into_iter()
            .flatten()
            .copied()
            .filter(move |it| !is_traced(it.n))
    }
}
