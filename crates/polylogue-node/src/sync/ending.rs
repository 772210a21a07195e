//! Why sessions end: in words for people, and as a number for the other side.

use thiserror::Error;

use super::message::VERSION;

/// Why a session is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Closed {
    /// This side ended it because of what the other did.
    #[error("this peer hung up: {0}")]
    Fault(Fault),
    /// The other side ended it.
    #[error("the other peer hung up: {0}")]
    ByPeer(CloseReason),
}

/// What the other side did that ends a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// Bytes that are no message, or a message that breaks a bound.
    #[error("it sent something that is not a message of this protocol")]
    Malformed,
    /// A message that may not come now.
    #[error("it sent a message out of turn")]
    OutOfTurn,
    /// Another version of the session.
    #[error("it speaks version {0} of the protocol, this peer speaks version {VERSION}")]
    Version(u8),
    /// Another commons, or none.
    #[error("it does not hold this commons")]
    OtherCommons,
    /// No read secret and no device key that opens the door.
    #[error("it could not prove that it may read this commons")]
    NotProven,
    /// This side has nothing left to prove itself with.
    #[error("it asked for a device key that may read, and there is none here")]
    NothingToProveWith,
    /// An answer without a question.
    #[error("it answered what nobody asked")]
    Unasked,
    /// Offers that are not kept.
    #[error("it offered operations and then did not send them")]
    Withheld,
    /// Operations whose bytes are bad, too many of them.
    #[error("it sent operations with bad signatures or bad bytes")]
    BadOperations,
    /// More bytes than it was allowed.
    #[error("it sent more than it was asked to have under way")]
    WindowOverrun,
    /// More messages than a peer may send.
    #[error("it sent more messages than a peer may")]
    Flooded,
    /// A comparison that does not come to an end.
    #[error("its answers led nowhere")]
    TooManyRounds,
    /// Silence where an answer was due.
    #[error("it fell silent in the middle of an answer")]
    Stalled,
}

impl Fault {
    /// Tells whether an honest peer of this version would not do so, however it is connected.
    pub fn is_misbehaviour(self) -> bool {
        match self {
            Self::Malformed
            | Self::OutOfTurn
            | Self::Unasked
            | Self::Withheld
            | Self::BadOperations
            | Self::WindowOverrun
            | Self::Flooded
            | Self::TooManyRounds => true,
            Self::Version(_)
            | Self::OtherCommons
            | Self::NotProven
            | Self::NothingToProveWith
            | Self::Stalled => false,
        }
    }
}

/// What the leaving side says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CloseReason {
    /// It speaks another version.
    #[error("it speaks another version of the protocol")]
    Version,
    /// It does not hold the commons it was called about.
    #[error("it does not hold this commons")]
    OtherCommons,
    /// It was not convinced of the right to read.
    #[error("it says that this peer may not read the commons")]
    NotProven,
    /// Something in what this side sent.
    #[error("it says that it could not follow what this peer sent")]
    Fault,
    /// It is stopping.
    #[error("it is stopping")]
    Leaving,
    /// The two have another connection.
    #[error("it uses another connection to this peer")]
    Duplicate,
    /// A number this version does not know.
    #[error("it gave a reason this version does not know")]
    Unknown,
}

impl CloseReason {
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Version => 1,
            Self::OtherCommons => 2,
            Self::NotProven => 3,
            Self::Fault => 4,
            Self::Leaving => 5,
            Self::Duplicate => 6,
            Self::Unknown => 0,
        }
    }

    pub(super) fn from_number(number: u8) -> Self {
        [
            Self::Version,
            Self::OtherCommons,
            Self::NotProven,
            Self::Fault,
            Self::Leaving,
            Self::Duplicate,
        ]
        .into_iter()
        .find(|reason| reason.number() == number)
        .unwrap_or(Self::Unknown)
    }
}

impl From<Fault> for CloseReason {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Version(_) => Self::Version,
            Fault::OtherCommons => Self::OtherCommons,
            Fault::NotProven => Self::NotProven,
            _ => Self::Fault,
        }
    }
}
