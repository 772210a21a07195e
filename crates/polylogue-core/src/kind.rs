//! The kinds of operation: one table, one file for each thing a person can say.
//!
//! Each file has the same parts: the body (what is said), its check (limits and form), what it
//! refers to, and tests. What a kind does to the pages stands under the same name in the store's
//! read models.

use crate::cbor;
use crate::id::OperationId;
use crate::limits::SALT_BYTES;

mod accept;
mod action;
mod admit;
mod appeal;
mod assent;
mod blob;
mod brought_in;
mod claim;
mod claim_held;
mod closing;
mod co_sign;
mod comment;
mod consent;
mod count;
mod count_without;
mod device_add;
mod device_end;
mod dialogue;
mod dialogue_state;
mod disposition;
mod dispute;
mod dissent;
mod document;
mod document_change;
mod edition;
mod edition_part;
mod edition_sign;
mod erase;
mod founding;
mod handover;
mod hide;
mod hold;
mod invitation;
mod invitation_close;
mod join;
mod leave;
mod leave_out;
mod line;
mod line_clause;
mod line_place;
mod line_struck;
mod line_text;
mod lineage;
mod lines_from;
mod moderator_erase;
mod note;
mod perspective;
mod perspective_revise;
mod practice;
mod profile;
mod question;
mod reference;
mod remark;
mod removal;
mod resolution;
mod restore;
mod source;
mod stage;
mod stage_revise;
mod stage_state;
mod suggestion;
mod translation;
mod turn;
mod turn_revise;
mod vote;
mod vouch;
mod withdraw;
mod wording_vote;

pub use accept::Accept;
pub use action::Action;
pub use admit::Admit;
pub use appeal::Appeal;
pub use assent::Assent;
pub use blob::Blob;
pub use brought_in::{BroughtIn, Naming};
pub use claim::Claim;
pub use claim_held::{ClaimHeld, Held};
pub use closing::Closing;
pub use co_sign::{CoSign, Signs};
pub use comment::Comment;
pub use consent::{Answer, Consent};
pub use count::Count;
pub use count_without::CountWithout;
pub use device_add::{DeviceAdd, DeviceKind, Proof, Scope};
pub use device_end::DeviceEnd;
pub use dialogue::{Dialogue, State};
pub use dialogue_state::DialogueState;
pub use disposition::{Disposed, Disposition};
pub use dispute::Dispute;
pub use dissent::{Dissent, DissentForm};
pub use document::Document;
pub use document_change::DocumentChange;
pub use edition::Edition;
pub use edition_part::EditionPart;
pub use edition_sign::{EditionSign, SignedAs};
pub use erase::Erase;
pub use founding::{Admission, Founding, Law, Office, OfficeKind, RowsOfPeople, Template};
pub use handover::Handover;
pub use hide::Hide;
pub use hold::Hold;
pub use invitation::Invitation;
pub use invitation_close::InvitationClose;
pub use join::{Invited, Join};
pub use leave::Leave;
pub use leave_out::LeaveOut;
pub use line::{Line, Trace};
pub use line_clause::LineClause;
pub use line_place::LinePlace;
pub use line_struck::{LineStruck, Struck};
pub use line_text::LineText;
pub use lineage::{Change, Lineage};
pub use lines_from::{LineFrom, LinesFrom};
pub use moderator_erase::ModeratorErase;
pub use note::Note;
pub use perspective::Perspective;
pub use perspective_revise::PerspectiveRevise;
pub use practice::{Evidence, EvidenceLink, Practice};
pub use profile::Profile;
pub use question::Question;
pub use reference::Reference;
pub use remark::{Move, Target};
pub use removal::Removal;
pub use resolution::{Ended, Power, Resolution};
pub use restore::Restore;
pub use source::Source;
pub use stage::{Plan, Stage};
pub use stage_revise::StageRevise;
pub use stage_state::{StageState, StageStep};
pub use suggestion::{Suggestion, Way};
pub use translation::Translation;
pub use turn::{LongText, Quote, Turn, Voice};
pub use turn_revise::TurnRevise;
pub use vote::{Choice, Matters, Vote};
pub use vouch::Vouch;
pub use withdraw::Withdraw;
pub use wording_vote::WordingVote;

/// The five layers of judgement; each is judged only from those above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Keys and devices of one person.
    Person,
    /// The chain of resolutions.
    Resolution,
    /// Acts of office holders.
    Office,
    /// Who is a member.
    Membership,
    /// Everything said.
    Content,
}

impl Layer {
    /// The layer of a kind by its number alone, also for kinds this version does not know:
    /// 100s person, 200s resolutions, 300s offices, 400s membership, 500 and above content.
    #[must_use]
    pub fn of(number: u16) -> Self {
        match number {
            0..=199 => Self::Person,
            200..=299 => Self::Resolution,
            300..=399 => Self::Office,
            400..=499 => Self::Membership,
            500.. => Self::Content,
        }
    }
}

/// Number ranges kept for later layers of the product; nothing here uses them.
pub const RESERVED: [(u16, u16, &str); 5] = [
    (710, 749, "editions"),
    (750, 799, "decisions"),
    (800, 849, "commitments"),
    (850, 899, "adoption"),
    (900, 949, "blind ballots"),
];

/// Whether an author may empty an operation of this kind later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erasable {
    /// Its body can be emptied; header, author and date remain.
    Yes,
    /// An act of authority: its words live in a note it names, which can be erased.
    No,
}

/// Why a body is no valid body of its kind. Every peer computes the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// A kind of a newer version: it is kept and passed on, and waits.
    #[error("this was written with a newer version")]
    Unknown,
    /// Not the one encoding of any body of this kind.
    #[error("its bytes do not say anything of this kind")]
    NotStrict,
    /// Something that needs words has none.
    #[error("{0} has no words")]
    Empty(&'static str),
    /// Something is too long.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// Words that are not NFC or hold control characters.
    #[error("{0} holds characters that cannot be kept")]
    Characters(&'static str),
    /// A language tag that is none.
    #[error("the language is not a language tag such as `en` or `pt-BR`")]
    Language,
    /// Too many things named, or named twice or out of order.
    #[error("{0} are too many, repeated or out of order")]
    Named(&'static str),
    /// Something this kind needs is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A number outside its range.
    #[error("{0} is out of range")]
    Range(&'static str),
}

/// What every body can do.
pub(crate) trait Say {
    fn check(&self) -> Result<(), Malformed>;

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }
}

macro_rules! kinds {
    ($($number:literal $variant:ident $name:literal $office:expr, $erasable:ident;)*) => {
        /// A kind of operation this version knows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $(
                #[doc = concat!("Number ", stringify!($number), ": `", $name, "`.")]
                $variant,
            )*
        }

        impl Kind {
            /// Every kind, in order of number.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The number in the header.
            #[must_use]
            pub fn number(self) -> u16 {
                match self { $(Self::$variant => $number,)* }
            }

            /// The kind of a number, if this version knows it.
            #[must_use]
            pub fn of(number: u16) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)* _ => None }
            }

            /// The kind's name in tables, logs and `--json`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The office an author needs, if any.
            #[must_use]
            pub fn office(self) -> Option<OfficeKind> {
                match self { $(Self::$variant => $office,)* }
            }

            /// Whether its body can be erased.
            #[must_use]
            pub fn erasable(self) -> Erasable {
                match self { $(Self::$variant => Erasable::$erasable,)* }
            }
        }

        /// What an operation says.
        #[expect(clippy::large_enum_variant, reason = "bodies live one at a time, never in bulk")]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Body {
            $(
                #[doc = concat!("A `", $name, "`.")]
                $variant($variant),
            )*
        }

        impl Body {
            /// The kind this is a body of.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self { $(Self::$variant(_) => Kind::$variant,)* }
            }

            /// The body's bytes behind their salt.
            #[must_use]
            pub fn encode(&self, salt: [u8; SALT_BYTES]) -> Vec<u8> {
                let said = match self { $(Self::$variant(it) => cbor::encode(it),)* };
                [salt.as_slice(), &said].concat()
            }

            /// Reads the body of a kind; `bytes` begin with the salt.
            ///
            /// # Errors
            /// [`Malformed::Unknown`] for a kind of a newer version, else what is wrong.
            pub fn decode(number: u16, bytes: &[u8]) -> Result<Self, Malformed> {
                let kind = Kind::of(number).ok_or(Malformed::Unknown)?;
                let said = bytes.get(SALT_BYTES..).ok_or(Malformed::NotStrict)?;
                let body = match kind {
                    $(Kind::$variant => cbor::decode(said).map(Self::$variant),)*
                };
                let body = body.map_err(|_| Malformed::NotStrict)?;
                body.check()?;
                Ok(body)
            }

            /// Checks limits and form.
            ///
            /// # Errors
            /// [`Malformed`] naming what is wrong.
            pub fn check(&self) -> Result<(), Malformed> {
                match self { $(Self::$variant(it) => it.check(),)* }
            }

            /// What it refers to: soft, inert while absent or of another kind.
            #[must_use]
            pub fn references(&self) -> Vec<Reference> {
                match self { $(Self::$variant(it) => it.references(),)* }
            }
        }

        $(
            impl From<$variant> for Body {
                fn from(it: $variant) -> Self {
                    Self::$variant(it)
                }
            }
        )*
    };
}

kinds! {
    101 DeviceAdd "device-add" None, No;
    102 DeviceEnd "device-end" None, No;
    103 Handover "handover" None, No;
    104 Erase "erase" None, No;
    200 Founding "founding" None, No;
    201 Resolution "resolution" None, No;
    202 Assent "assent" None, No;
    301 ModeratorErase "moderator-erase" Some(OfficeKind::Moderator), No;
    401 Invitation "invitation" None, No;
    402 InvitationClose "invitation-close" None, No;
    403 Join "join" None, No;
    404 Admit "admit" Some(OfficeKind::Greeter), No;
    405 Vouch "vouch" None, No;
    406 Removal "removal" Some(OfficeKind::Moderator), No;
    407 Leave "leave" None, No;
    501 Note "note" None, Yes;
    502 Profile "profile" None, Yes;
    510 Perspective "perspective" None, Yes;
    511 PerspectiveRevise "perspective-revise" None, Yes;
    512 Lineage "lineage" None, Yes;
    513 Question "question" None, Yes;
    520 Dialogue "dialogue" None, Yes;
    521 DialogueState "dialogue-state" None, Yes;
    522 Turn "turn" None, Yes;
    523 TurnRevise "turn-revise" None, Yes;
    530 Claim "claim" None, Yes;
    531 ClaimHeld "claim-held" None, Yes;
    532 Vote "vote" None, Yes;
    533 Count "count" None, Yes;
    540 Move "move" None, Yes;
    541 Accept "accept" None, Yes;
    550 Withdraw "withdraw" None, Yes;
    551 Dispute "dispute" None, Yes;
    552 Translation "translation" None, Yes;
    553 Suggestion "suggestion" None, Yes;
    554 Consent "consent" None, Yes;
    560 Source "source" None, Yes;
    561 Practice "practice" None, Yes;
    562 Blob "blob" None, Yes;
    570 Hide "hide" Some(OfficeKind::Moderator), No;
    571 Restore "restore" Some(OfficeKind::Moderator), No;
    572 Appeal "appeal" None, Yes;
    573 Hold "hold" None, Yes;
    574 Closing "closing" None, No;
    575 CountWithout "count-without" Some(OfficeKind::Moderator), No;
    600 Document "document" None, Yes;
    601 Line "line" None, Yes;
    602 LineText "line-text" None, Yes;
    603 LinePlace "line-place" None, Yes;
    604 LineStruck "line-struck" None, Yes;
    605 LineClause "line-clause" None, Yes;
    606 DocumentChange "document-change" None, No;
    607 LinesFrom "lines-from" None, No;
    615 Comment "comment" None, Yes;
    616 Disposition "disposition" None, Yes;
    617 WordingVote "wording-vote" None, Yes;
    618 Dissent "dissent" None, Yes;
    619 CoSign "co-sign" None, Yes;
    620 LeaveOut "leave-out" None, Yes;
    621 Stage "stage" None, Yes;
    622 StageRevise "stage-revise" None, Yes;
    623 StageState "stage-state" None, Yes;
    624 Action "action" None, Yes;
    700 Edition "edition" None, No;
    701 EditionSign "edition-sign" None, Yes;
    702 EditionPart "edition-part" None, No;
}

/// Checks a list of named operations: bounded, in strict order of id.
pub(crate) fn check_named(
    named: &[OperationId],
    what: &'static str,
    most: usize,
) -> Result<(), Malformed> {
    let in_order = named.is_sorted_by(|first, second| first < second);
    if named.len() <= most && in_order {
        Ok(())
    } else {
        Err(Malformed::Named(what))
    }
}

/// Checks a list whose order is the author's: bounded, nothing twice.
pub(crate) fn check_listed<T: Ord>(
    listed: &[T],
    what: &'static str,
    most: usize,
) -> Result<(), Malformed> {
    let distinct: std::collections::BTreeSet<&T> = listed.iter().collect();
    if listed.len() <= most && distinct.len() == listed.len() {
        Ok(())
    } else {
        Err(Malformed::Named(what))
    }
}

#[cfg(test)]
mod tests;
