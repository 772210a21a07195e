//! The kinds of move: one table gives each its name, glyph, polarity, what it needs, and its form
//! in Argdown, AIF and Web Annotations. Its words in each language are keyed by the name.
//!
//! Glyphs and needs: the product's own design. AIF scheme nodes: RA inference, CA conflict, PA
//! preference, TA transition, YA illocution (Chesñevar et al. 2006; Reed et al. 2010).

use crate::kind::{Malformed, Move};

/// Five polarities: statistics use the polarity, people read the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Polarity {
    /// Speaks for its target.
    Support,
    /// Speaks for it, with a part or condition kept back.
    Qualified,
    /// Speaks against it, or warns.
    Challenge,
    /// Changes what is being talked about.
    Transform,
    /// Asks, answers, or leaves open.
    Ask,
}

impl Polarity {
    /// All five, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Support,
        Self::Qualified,
        Self::Challenge,
        Self::Transform,
        Self::Ask,
    ];

    /// The polarity's name in classes, tables and `--json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Qualified => "qualified",
            Self::Challenge => "challenge",
            Self::Transform => "transform",
            Self::Ask => "ask",
        }
    }
}

/// What a kind of move asks its author for, besides the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing more.
    None,
    /// An object: the danger, the part, the other party.
    Object,
    /// A condition.
    Condition,
    /// A reason: the question itself, or why it is left open.
    Reason,
    /// From what, and to what.
    FromTo,
}

struct Row {
    number: u16,
    name: &'static str,
    polarity: Polarity,
    glyph: &'static str,
    needs: Needs,
    argdown: &'static str,
    aif: &'static str,
    motivation: &'static str,
    runs: Runs,
}

/// Whether a glyph has a direction and is mirrored in right-to-left text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runs {
    /// It looks the same either way.
    Neither,
    /// It points along the text.
    WithText,
}

/// A kind of move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveKind {
    /// Agrees.
    Agrees,
    /// Is compatible.
    IsCompatible,
    /// Sees synergy, with what.
    SeesSynergy,
    /// Extends, to what.
    Extends,
    /// Sides with this one, over which.
    SidesWith,
    /// Partly agrees: which part.
    PartlyAgrees,
    /// Accepts, but on a condition.
    AcceptsBut,
    /// Disagrees.
    Disagrees,
    /// Cautions: the danger.
    Cautions,
    /// Limits: how far it holds.
    Limits,
    /// Challenges.
    Challenges,
    /// Adds: what.
    Adds,
    /// Emphasises.
    Emphasises,
    /// De-emphasises.
    DeEmphasises,
    /// Reframes, from this to that.
    Reframes,
    /// Generalises, to what.
    Generalises,
    /// Distinguishes this from that.
    Distinguishes,
    /// Links, to what.
    Links,
    /// Asks: the question.
    Asks,
    /// Answers.
    Answers,
    /// Leaves open: why.
    LeavesOpen,
    /// Defers: to whom, or to what evidence.
    Defers,
}

impl MoveKind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; 22] = [
        Self::Agrees,
        Self::IsCompatible,
        Self::SeesSynergy,
        Self::Extends,
        Self::SidesWith,
        Self::PartlyAgrees,
        Self::AcceptsBut,
        Self::Disagrees,
        Self::Cautions,
        Self::Limits,
        Self::Challenges,
        Self::Adds,
        Self::Emphasises,
        Self::DeEmphasises,
        Self::Reframes,
        Self::Generalises,
        Self::Distinguishes,
        Self::Links,
        Self::Asks,
        Self::Answers,
        Self::LeavesOpen,
        Self::Defers,
    ];

    #[expect(
        clippy::too_many_lines,
        reason = "one table, one row a line before formatting"
    )]
    fn row(self) -> Row {
        use Needs::{Condition, FromTo, None as Nothing, Object, Reason};
        use Polarity::{Ask, Challenge, Qualified, Support, Transform};
        use Runs::{Neither, WithText};
        // Number, name, polarity, needs; glyph and its direction; Argdown, AIF, Web Annotation.
        let (said, glyph, forms) = match self {
            Self::Agrees => (
                (1, "agrees", Support, Nothing),
                ("+", Neither),
                ("+", "RA", "assessing"),
            ),
            Self::IsCompatible => (
                (2, "is-compatible", Support, Nothing),
                ("∥", Neither),
                ("+", "RA", "assessing"),
            ),
            Self::SeesSynergy => (
                (3, "sees-synergy", Support, Object),
                ("⚭", Neither),
                ("+", "RA", "assessing"),
            ),
            Self::Extends => (
                (4, "extends", Support, Object),
                ("↦", WithText),
                ("+", "RA", "assessing"),
            ),
            Self::SidesWith => (
                (5, "sides-with", Support, Object),
                ("⊢", WithText),
                ("+", "PA", "assessing"),
            ),
            Self::PartlyAgrees => (
                (6, "partly-agrees", Qualified, Object),
                ("◑", Neither),
                ("+", "RA", "assessing"),
            ),
            Self::AcceptsBut => (
                (7, "accepts-but", Qualified, Condition),
                ("±", Neither),
                ("+", "RA", "assessing"),
            ),
            Self::Disagrees => (
                (8, "disagrees", Challenge, Nothing),
                ("−", Neither),
                ("-", "CA", "assessing"),
            ),
            Self::Cautions => (
                (9, "cautions", Challenge, Object),
                ("△", Neither),
                ("_", "CA", "assessing"),
            ),
            Self::Limits => (
                (10, "limits", Challenge, Object),
                ("⇥", WithText),
                ("_", "CA", "assessing"),
            ),
            Self::Challenges => (
                (11, "challenges", Challenge, Nothing),
                ("×", Neither),
                ("-", "CA", "assessing"),
            ),
            Self::Adds => (
                (12, "adds", Transform, Object),
                ("‸", Neither),
                ("+", "TA", "commenting"),
            ),
            Self::Emphasises => (
                (13, "emphasises", Transform, Nothing),
                ("‗", Neither),
                ("+", "TA", "highlighting"),
            ),
            Self::DeEmphasises => (
                (14, "de-emphasises", Transform, Nothing),
                ("┄", Neither),
                ("_", "TA", "commenting"),
            ),
            Self::Reframes => (
                (15, "reframes", Transform, FromTo),
                ("∽", Neither),
                ("_", "TA", "editing"),
            ),
            Self::Generalises => (
                (16, "generalises", Transform, Object),
                ("≺", WithText),
                ("+", "TA", "commenting"),
            ),
            Self::Distinguishes => (
                (17, "distinguishes", Transform, FromTo),
                ("⑂", Neither),
                ("_", "TA", "classifying"),
            ),
            Self::Links => (
                (18, "links", Transform, Object),
                ("⌒", Neither),
                ("+", "TA", "linking"),
            ),
            Self::Asks => (
                (19, "asks", Ask, Reason),
                ("?", Neither),
                ("_", "YA", "questioning"),
            ),
            Self::Answers => (
                (20, "answers", Ask, Nothing),
                ("↵", WithText),
                ("+", "YA", "replying"),
            ),
            Self::LeavesOpen => (
                (21, "leaves-open", Ask, Reason),
                ("○", Neither),
                ("_", "YA", "commenting"),
            ),
            Self::Defers => (
                (22, "defers", Ask, Object),
                ("…", WithText),
                ("_", "YA", "linking"),
            ),
        };
        let (number, name, polarity, needs) = said;
        let (glyph, runs) = glyph;
        let (argdown, aif, motivation) = forms;
        Row {
            number,
            name,
            polarity,
            glyph,
            needs,
            argdown,
            aif,
            motivation,
            runs,
        }
    }

    /// The number in a move's body. Frozen.
    #[must_use]
    pub fn number(self) -> u16 {
        self.row().number
    }

    /// The kind of a number, if this version knows it.
    #[must_use]
    pub fn of(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.number() == number)
    }

    /// The kind's name, as in `polylogue move accepts-but …`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The kind of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its polarity.
    #[must_use]
    pub fn polarity(self) -> Polarity {
        self.row().polarity
    }

    /// Its sign in plain text.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        self.row().glyph
    }

    /// What it asks its author for.
    #[must_use]
    pub fn needs(self) -> Needs {
        self.row().needs
    }

    /// The nearest relation in Argdown of what makes the move to what it is about: `+`, `-` or `_`;
    /// the kind itself stands beside it as data.
    #[must_use]
    pub fn argdown(self) -> &'static str {
        self.row().argdown
    }

    /// Its scheme node in AIF.
    #[must_use]
    pub fn aif(self) -> &'static str {
        self.row().aif
    }

    /// Its motivation as a Web Annotation (W3C 2017, appendix B.1, `oa:Motivation`).
    #[must_use]
    pub fn motivation(self) -> &'static str {
        self.row().motivation
    }

    /// Whether its glyph is mirrored in right-to-left text.
    #[must_use]
    pub fn runs(self) -> Runs {
        self.row().runs
    }

    pub(crate) fn check_needs(self, said: &Move) -> Result<(), Malformed> {
        let (is_there, what) = match self.needs() {
            Needs::None => (true, ""),
            Needs::Object => (said.object.is_some(), "what this kind of remark is about"),
            Needs::Condition => (said.condition.is_some(), "the condition"),
            Needs::Reason => (said.reason.is_some(), "the question or reason"),
            Needs::FromTo => (
                said.from.is_some() && said.to.is_some(),
                "from what, and to what",
            ),
        };
        if is_there {
            Ok(())
        } else {
            Err(Malformed::Missing(what))
        }
    }
}
