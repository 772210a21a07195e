//! What becomes of an operation: a function of the set held and the pin, of nothing else.

use crate::id::OperationId;
use crate::kind::Malformed;

/// The verdict on one operation. "Could not check" is never one: it is a failure of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It counts.
    Accepted,
    /// It cannot be judged yet.
    Waiting(Wait),
    /// It is kept and listed, and does not count.
    SetAside(Reason),
}

/// What an operation waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// An operation it stands on is not here.
    Operation(OperationId),
    /// Its own body is not here.
    Body,
    /// It was written with a newer version.
    NewerVersion,
    /// Its author is a newcomer nobody has admitted yet.
    Admission,
    /// A resolution that too few keepers have assented to.
    Assent,
}

/// Why an operation is set aside. Each is shown to people as a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The body says nothing of its kind.
    Malformed(Malformed),
    /// The counter or the heads do not fit.
    Chain,
    /// It stands on something that is no admission of its author.
    Standing,
    /// `act` names no founding or resolution.
    Act,
    /// A device that was never added, or may not say this, or was over at the claimed time.
    Device,
    /// Done by a device after it was ended.
    DeviceEnded,
    /// Done by a root key after its person moved to another.
    HandedOver,
    /// Several handovers of one root: none counts.
    HandoverContested,
    /// Written after the author's membership ended.
    MembershipEnded,
    /// A newcomer's admission allows votes only.
    Scope,
    /// Its author does not hold the office it needs.
    Office,
    /// Done under an office that was ended, outside what still counts of it.
    OfficeEnded,
    /// Its author's office is for one dialogue, and this is not held to it.
    OfficeScope,
    /// A vouch under a law that let members vouch, after a later one ended that.
    VouchingEnded,
    /// Its author is not a keeper of the parent's roll, or did not sign with a root key.
    NotAKeeper,
    /// A resolution that takes an office or the right to vouch away without saying what still
    /// counts, or changes the law after the roll's end.
    ResolutionForm,
    /// Another resolution was carried in its place.
    NotCarried,
    /// The invitation is closed, over, not open to this key, or its signature does not hold.
    Invitation,
    /// The charter does not let its author do this.
    NotAllowed,
    /// Only its author may do this.
    NotTheAuthor,
    /// It belongs to another commons.
    OtherCommons,
}
