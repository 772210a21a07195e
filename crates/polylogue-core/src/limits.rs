//! Every bound of the format, in one place. All sizes are in bytes unless the name says otherwise.
//! The numbers are frozen in docs/protocol.md.

/// The operation format this crate reads and writes.
pub const FORMAT: u64 = 1;
/// The rules that resolutions of this version are judged under.
pub const RULES_VERSION: u64 = 1;
/// A header is never longer.
pub const HEADER_BYTES_MAX: usize = 1024;
/// A body, salt included, is never longer.
pub const BODY_BYTES_MAX: usize = 64 * 1024;
/// Random bytes before every body, so that a short body cannot be guessed from its hash.
pub const SALT_BYTES: usize = 16;
/// Heads named by one operation.
pub const PREVIOUS_MAX: usize = 8;
/// Claimed times are below this many seconds after 1970-01-01 UTC.
pub const TIME_END: u64 = 1 << 48;
/// Names: of people, perspectives, commons, devices.
pub const NAME_BYTES_MAX: usize = 256;
/// One sentence: claims, questions, titles.
pub const SENTENCE_BYTES_MAX: usize = 2 * 1024;
/// A short text: summaries, reasons, notes.
pub const NOTE_BYTES_MAX: usize = 16 * 1024;
/// The words of one turn; longer ones are blobs.
pub const TURN_BYTES_MAX: usize = 48 * 1024;
/// The text of one line of a shared document.
pub const LINE_BYTES_MAX: usize = 16 * 1024;
/// A line's place among its neighbours.
pub const PLACE_BYTES_MAX: usize = 64;
/// The exact words of a passage.
pub const PASSAGE_BYTES_MAX: usize = 8 * 1024;
/// Words kept before and after a passage.
pub const PASSAGE_CONTEXT_BYTES_MAX: usize = 256;
/// References of one sort in one body (perspectives of a dialogue, passages of a claim …).
pub const REFERENCES_MAX: usize = 64;
/// Operations named by one erasure, hide, closing act or list of heads.
pub const NAMED_MAX: usize = 1024;
/// Lines of another document that one operation names.
pub const LINES_FROM_MAX: usize = 500;
/// A web address.
pub const ADDRESS_BYTES_MAX: usize = 2 * 1024;
/// A language tag (BCP 47).
pub const LANGUAGE_BYTES_MAX: usize = 35;
/// A licence expression (SPDX).
pub const LICENCE_BYTES_MAX: usize = 64;
/// Keepers on one roll.
pub const ROLL_MAX: usize = 64;
/// Offices in one resolution.
pub const OFFICES_MAX: usize = 128;
/// A blob is never longer.
pub const BLOB_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Operations of one key that peers reconcile, unless the charter says otherwise.
pub const QUOTA_DEFAULT: u64 = 1_000_000;
/// Days between a moderator's erasure and the loss of the bytes, unless the charter says otherwise.
pub const ERASE_DELAY_DAYS_DEFAULT: u64 = 7;
/// Devices that one root key may ever add; more are set aside.
pub const DEVICES_MAX: usize = 64;
/// Times a person may move to a new root key; more are set aside.
pub const HANDOVERS_MAX: usize = 64;
/// What one stage needs to be finished: sentences, and as many checks.
pub const NEEDS_MAX: usize = 16;
/// Bytes of an edition's manifest in one part.
pub const EDITION_PART_BYTES_MAX: usize = 60 * 1024;
/// Parts of one edition's manifest.
pub const EDITION_PARTS_MAX: usize = 512;
/// Operations one edition rests on: as many as its parts can list.
pub const EDITION_OPERATIONS_MAX: usize = 500_000;
/// Figures frozen in one edition.
pub const EDITION_FIGURES_MAX: usize = 10_000;
