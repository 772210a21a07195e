//! Verdicts as numbers in a row. Frozen within schema 1: never renumber, only add.

use polylogue_core::kind::Malformed;
use polylogue_core::verdict::{Reason, Verdict, Wait};

/// Accepted operations have no row; this number stands for them in the history of changes.
pub(crate) const ACCEPTED: i64 = 0;
/// Waits for an operation named beside it.
pub(crate) const WAITS_OPERATION: i64 = 1;
/// Waits for its body.
pub(crate) const WAITS_BODY: i64 = 2;
/// Waits for a newer version.
pub(crate) const WAITS_NEWER: i64 = 3;
/// Waits for its author's admission.
pub(crate) const WAITS_ADMISSION: i64 = 4;
/// Waits for assents.
pub(crate) const WAITS_ASSENT: i64 = 5;
/// The first number of what is set aside.
pub(crate) const ASIDE: i64 = 10;
/// Set aside because its body says nothing of its kind: what is wrong is read from the body.
pub(crate) const MALFORMED: i64 = 10;

const REASONS: [(i64, Reason); 20] = [
    (11, Reason::Chain),
    (12, Reason::Standing),
    (13, Reason::Act),
    (14, Reason::Device),
    (15, Reason::DeviceEnded),
    (16, Reason::HandedOver),
    (17, Reason::HandoverContested),
    (18, Reason::MembershipEnded),
    (19, Reason::Scope),
    (20, Reason::Office),
    (21, Reason::OfficeEnded),
    (22, Reason::NotAKeeper),
    (23, Reason::ResolutionForm),
    (24, Reason::NotCarried),
    (25, Reason::Invitation),
    (26, Reason::NotAllowed),
    (27, Reason::NotTheAuthor),
    (28, Reason::OtherCommons),
    (29, Reason::OfficeScope),
    (30, Reason::VouchingEnded),
];

/// The number of a verdict. What it waits for stands beside it.
pub(crate) fn code_of(verdict: Verdict) -> i64 {
    match verdict {
        Verdict::Accepted => ACCEPTED,
        Verdict::Waiting(Wait::Operation(_)) => WAITS_OPERATION,
        Verdict::Waiting(Wait::Body) => WAITS_BODY,
        Verdict::Waiting(Wait::NewerVersion) => WAITS_NEWER,
        Verdict::Waiting(Wait::Admission) => WAITS_ADMISSION,
        Verdict::Waiting(Wait::Assent) => WAITS_ASSENT,
        Verdict::SetAside(Reason::Malformed(_)) => MALFORMED,
        Verdict::SetAside(reason) => REASONS
            .iter()
            .find(|(_, known)| *known == reason)
            .map(|(code, _)| *code)
            .expect("every reason has a number"),
    }
}

/// The verdict of a number, but for those that need more: [`WAITS_OPERATION`], [`MALFORMED`].
pub(crate) fn verdict_of(code: i64) -> Verdict {
    match code {
        ACCEPTED => Verdict::Accepted,
        WAITS_BODY => Verdict::Waiting(Wait::Body),
        WAITS_NEWER => Verdict::Waiting(Wait::NewerVersion),
        WAITS_ADMISSION => Verdict::Waiting(Wait::Admission),
        WAITS_ASSENT => Verdict::Waiting(Wait::Assent),
        code => REASONS.iter().find(|(known, _)| *known == code).map_or(
            Verdict::SetAside(Reason::Malformed(Malformed::NotStrict)),
            |(_, reason)| Verdict::SetAside(*reason),
        ),
    }
}
