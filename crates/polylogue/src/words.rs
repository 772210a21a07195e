//! Words for people: what the product's own values are called, times, sizes and shortened text.

use polylogue_core::kind::{
    Admission, Answer, Change, Choice, DeviceKind, Evidence, Held, Kind, Naming, OfficeKind, Scope,
    State, Voice, Way,
};
use polylogue_core::move_kind::{MoveKind, Needs};
use polylogue_core::verdict::{Reason, Verdict, Wait};
use polylogue_store::query::{
    Anchored, Counts, LawChange, PassageRow, PersonRef, PersonRow, Said, Shown, Standing, Thing,
};

/// Cuts a text to so many characters, on one line, with a sign where it was cut.
pub(crate) fn clip(text: &str, characters_max: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= characters_max {
        return line;
    }
    let kept: String = line
        .chars()
        .take(characters_max.saturating_sub(1))
        .collect();
    format!("{}…", kept.trim_end())
}

/// A claimed time as `2026-11-22 23:20`, in UTC.
pub(crate) fn time(seconds: u64) -> String {
    let (year, month, day) = civil_date(seconds / 86_400);
    let (hour, minute) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
}

/// A day as `2026-11-22`, in UTC.
pub(crate) fn day(seconds: u64) -> String {
    let (year, month, day) = civil_date(seconds / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The proleptic Gregorian date of a count of days since 1970-01-01, by eras of 400 years.
fn civil_date(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let leap_days = day_of_era / 1460 + day_of_era / 146_096 - day_of_era / 36_524;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

/// Reads `2026-11-22` or `2026-11-22 23:20` (UTC) as seconds; none if it is neither.
pub(crate) fn read_time(text: &str) -> Option<u64> {
    let (date, clock) = text
        .trim()
        .split_once([' ', 'T'])
        .unwrap_or((text.trim(), "00:00"));
    let mut date_parts = date.splitn(3, '-').map(|it| it.parse::<u64>().ok());
    let (year, month, day) = (
        date_parts.next()??,
        date_parts.next()??,
        date_parts.next()??,
    );
    let (hour, minute) = clock.trim_end_matches('Z').split_once(':')?;
    let (hour, minute): (u64, u64) = (hour.parse().ok()?, minute.parse().ok()?);
    if !(1970..=9999).contains(&year) || hour > 23 || minute > 59 {
        return None;
    }
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (shifted_year / 400, shifted_year % 400);
    let month_from_march = if month > 2 {
        month.checked_sub(3)?
    } else {
        month + 9
    };
    let day_of_year = (153 * month_from_march + 2) / 5 + day.checked_sub(1)?;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = (era * 146_097 + day_of_era).checked_sub(719_468)?;
    let is_a_date = civil_date(days) == (year, month, day);
    is_a_date.then_some(days * 86_400 + hour * 3600 + minute * 60)
}

/// A count with its noun: `1 turn`, `2 turns`.
pub(crate) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A size in bytes with its unit.
pub(crate) fn bytes(number: u64) -> String {
    match number {
        0..10_000 => format!("{number} B"),
        10_000..10_000_000 => format!("{} kB", number / 1000),
        _ => format!("{} MB", number / 1_000_000),
    }
}

/// A person: the name they claim and the beginning of their key.
pub(crate) fn person(person: &PersonRef) -> String {
    let name = person.name.words.trim();
    match person.standing {
        _ if name.is_empty() => person.key.short(),
        Standing::Member | Standing::Voter => name.to_owned(),
        Standing::Newcomer => format!("{name} (newcomer)"),
        Standing::Left => format!("{name} (left)"),
        Standing::Removed => format!("{name} (removed)"),
    }
}

/// Who said a thing, the speaker named in what was brought in coming first.
pub(crate) fn speaker(said: &Said) -> String {
    match &said.brought_in {
        Some(it) if it.speaker.is_empty() => {
            format!("unnamed, brought in by {}", person(&said.by))
        }
        Some(it) => format!("{}, brought in by {}", it.speaker, person(&said.by)),
        None => person(&said.by),
    }
}

/// What became of a thing, in words; empty while it is whole.
pub(crate) fn shown(shown: &Shown) -> String {
    let with = |what: &str, why: &str| match why.trim() {
        "" => what.to_owned(),
        why => format!("{what}: {why}"),
    };
    match shown {
        Shown::Whole => String::new(),
        Shown::TextNotHere => "its text is not here yet".to_owned(),
        Shown::ErasedByAuthor(why) => with("emptied by its author", why),
        Shown::ErasedByModerator(why) => with("emptied by a moderator", why),
        Shown::Hidden(why) => with("hidden by a moderator", why),
        Shown::Withdrawn(why) => with("taken back", why),
    }
}

/// The name of [`Shown`] in `--json`, and the reason.
pub(crate) fn shown_name(shown: &Shown) -> (&'static str, &str) {
    match shown {
        Shown::Whole => ("whole", ""),
        Shown::TextNotHere => ("text-not-here", ""),
        Shown::ErasedByAuthor(why) => ("erased-by-author", why),
        Shown::ErasedByModerator(why) => ("erased-by-moderator", why),
        Shown::Hidden(why) => ("hidden", why),
        Shown::Withdrawn(why) => ("withdrawn", why),
    }
}

/// A kind of operation by its number, also one of a newer version.
pub(crate) fn kind(number: u16) -> String {
    Kind::of(number).map_or_else(|| format!("kind {number}"), |it| it.name().to_owned())
}

/// A kind of move by its number, also one of a newer version.
pub(crate) fn move_kind(number: u16) -> String {
    MoveKind::of(number).map_or_else(|| format!("move {number}"), |it| it.name().to_owned())
}

/// What a kind of move asks for, as the option to type.
pub(crate) fn needs(needs: Needs) -> &'static str {
    match needs {
        Needs::None => "",
        Needs::Object => "--object",
        Needs::Condition => "--condition",
        Needs::Reason => "--because",
        Needs::FromTo => "--from and --to",
    }
}

/// A verdict's name in `--json` and in tables.
pub(crate) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "accepted",
        Verdict::Waiting(_) => "waiting",
        Verdict::SetAside(_) => "set-aside",
    }
}

/// Why a verdict is what it is, as a sentence; empty where it is accepted.
pub(crate) fn verdict_reason(verdict: Verdict) -> String {
    match verdict {
        Verdict::Accepted => String::new(),
        Verdict::Waiting(wait) => match wait {
            Wait::Operation(id) => format!("it stands on {}, which is not here yet", id.short()),
            Wait::Body => "its text is not here yet".to_owned(),
            Wait::NewerVersion => "it was written with a newer version".to_owned(),
            Wait::Admission => "its author is a newcomer nobody has admitted yet".to_owned(),
            Wait::Assent => "too few keepers have assented to it so far".to_owned(),
        },
        Verdict::SetAside(reason) => set_aside(reason),
    }
}

fn set_aside(reason: Reason) -> String {
    let words = match reason {
        Reason::Malformed(malformed) => return malformed.to_string(),
        Reason::Chain => "it does not follow what its author said before",
        Reason::Standing => "it stands on something that is no admission of its author",
        Reason::Act => "it names a step of the law that is none",
        Reason::Device => "this device may not say this",
        Reason::DeviceEnded => "the device was ended before",
        Reason::HandedOver => "its author had moved to another key",
        Reason::HandoverContested => "several keys claim to follow its author's",
        Reason::MembershipEnded => "it was written after its author's membership ended",
        Reason::Scope => "its author may vote, and nothing else",
        Reason::Office => "its author does not hold the office it needs",
        Reason::OfficeEnded => "the office it was done under had ended",
        Reason::OfficeScope => "its author moderates one dialogue, and this is not held to it",
        Reason::VouchingEnded => "members could vouch no longer, and this vouch was not let stand",
        Reason::NotAKeeper => "its author is not a keeper of the charter",
        Reason::ResolutionForm => {
            "it takes a right away and does not say what still counts, or comes too late"
        }
        Reason::NotCarried => "another step of the law was carried in its place",
        Reason::Invitation => "its invitation is closed, over, or for somebody else",
        Reason::NotAllowed => "the charter does not let its author do this",
        Reason::NotTheAuthor => "only its author may do this",
        Reason::OtherCommons => "it belongs to another commons",
    };
    words.to_owned()
}

/// From where a voice speaks, in `--json`.
pub(crate) fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Oneself => "oneself",
        Voice::Within => "within",
        Voice::OnBehalf => "on-behalf",
    }
}

/// How far a dialogue is.
pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Planned => "planned",
        State::Open => "open",
        State::Closed => "closed",
    }
}

/// A choice in a vote.
pub(crate) fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Agree => "agree",
        Choice::Disagree => "disagree",
        Choice::Pass => "pass",
    }
}

/// How newcomers become members.
pub(crate) fn admission(admission: Admission) -> &'static str {
    match admission {
        Admission::Open => "open",
        Admission::Invitation => "invitation",
        Admission::Vouching => "vouching",
    }
}

/// How newcomers become members, in a sentence.
pub(crate) fn admission_sentence(admission: Admission) -> &'static str {
    match admission {
        Admission::Open => "heard at once; a greeter or a vouch admits them",
        Admission::Invitation => "by invitation",
        Admission::Vouching => "by a member's vouch",
    }
}

/// The words of a thing, or what became of it where there are none to read.
pub(crate) fn or_state(words: &str, said: &Said) -> String {
    if words.trim().is_empty() {
        format!("({})", shown(&said.shown))
    } else {
        words.to_owned()
    }
}

/// An office.
pub(crate) fn office(office: OfficeKind) -> &'static str {
    match office {
        OfficeKind::Greeter => "greeter",
        OfficeKind::Moderator => "moderator",
        OfficeKind::Facilitator => "facilitator",
        OfficeKind::Publisher => "publisher",
    }
}

/// What an admission lets somebody say.
pub(crate) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::All => "all",
        Scope::Vote => "vote",
    }
}

/// Where a person stands.
pub(crate) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Member => "member",
        Standing::Voter => "voter",
        Standing::Newcomer => "newcomer",
        Standing::Left => "left",
        Standing::Removed => "removed",
    }
}

/// Where a person stands, or that somebody else brought them in and they never spoke here.
pub(crate) fn takes_part(row: &PersonRow) -> &'static str {
    match (row.person.standing, row.root) {
        (Standing::Member | Standing::Voter, DeviceKind::EnteredBy) => "brought in",
        (it, _) => standing(it),
    }
}

/// How many take part: members, and people whose words or votes somebody brought in.
pub(crate) fn people(counts: &Counts) -> String {
    let members = count(counts.people - counts.brought_in, "member", "members");
    match counts.brought_in {
        0 => members,
        brought_in => format!("{members}, {brought_in} brought in"),
    }
}

/// Behind a thing that is only named: that its author took it back; else nothing.
pub(crate) fn fate(shown: &Shown) -> &'static str {
    match shown {
        Shown::Withdrawn(_) => "  (taken back)",
        _ => "",
    }
}

/// What a device is.
pub(crate) fn device_kind(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Own => "own",
        DeviceKind::Browser => "browser",
        DeviceKind::EnteredBy => "entered-by",
    }
}

/// A change in a lineage.
pub(crate) fn change(change: Change) -> &'static str {
    match change {
        Change::Renamed => "renamed",
        Change::Split => "split",
        Change::Merged => "merged",
        Change::Dropped => "dropped",
        Change::Reworded => "reworded",
        Change::Fused => "fused",
    }
}

/// What is suggested.
pub(crate) fn way(way: Way) -> &'static str {
    match way {
        Way::Fuse => "fuse",
        Way::Sequence => "sequence",
        Way::Dialogue => "dialogue",
        Way::Meet => "meet",
        Way::KeepApart => "keep-apart",
    }
}

/// An answer to a suggestion.
pub(crate) fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
    }
}

/// Whether a perspective holds a claim.
pub(crate) fn held(held: Held) -> &'static str {
    match held {
        Held::Holds => "holds",
        Held::DoesNot => "does-not",
    }
}

/// What a case says to a claim.
pub(crate) fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::For => "for",
        Evidence::Against => "against",
    }
}

/// How a speaker's name was found.
pub(crate) fn naming(naming: Naming) -> &'static str {
    match naming {
        Naming::Named => "named",
        Naming::Repaired => "repaired",
        Naming::Unnamed => "unnamed",
        Naming::Paraphrased => "paraphrased",
    }
}

/// A sort of thing.
pub(crate) fn thing(thing: Thing) -> &'static str {
    match thing {
        Thing::Perspective => "perspective",
        Thing::Question => "question",
        Thing::Dialogue => "dialogue",
        Thing::Turn => "turn",
        Thing::Claim => "claim",
        Thing::Move => "move",
        Thing::Source => "source",
        Thing::Practice => "practice",
        Thing::Document => "synthesis",
        Thing::Line => "line",
        Thing::Comment => "comment",
        Thing::Dissent => "dissent",
        Thing::Person => "person",
    }
}

/// What a resolution changes, as a sentence.
pub(crate) fn law_change(change: &LawChange) -> String {
    match change {
        LawChange::Granted {
            office: kind,
            holder,
            end,
        } => format!(
            "{} has the office of {} until {}",
            person(holder),
            office(*kind),
            day(*end)
        ),
        LawChange::Recalled {
            office: kind,
            holder,
        } => format!(
            "{} no longer has the office of {}",
            person(holder),
            office(*kind)
        ),
        LawChange::KeeperAdded(who) => format!("{} is a keeper now", person(who)),
        LawChange::KeeperGone(who) => format!("{} is no keeper any more", person(who)),
        LawChange::KeptUntil(end) => format!("the keepers keep it until {}", day(*end)),
        LawChange::Admission(who) => format!("who may come in: {}", admission_sentence(*who)),
        LawChange::Licence(licence) => format!("what is said here is under {licence}"),
        LawChange::Charter => "the words of the charter are others".to_owned(),
    }
}

/// A quoted passage in one line.
pub(crate) fn quoted(passage: &PassageRow) -> String {
    match passage.anchored {
        Anchored::Emptied => "> (the words quoted here were taken out)".to_owned(),
        Anchored::Here | Anchored::Orphaned | Anchored::TextNotHere => {
            format!("> {}", clip(&passage.exact, 200))
        }
    }
}

/// Whether a passage's words still stand.
pub(crate) fn anchored(anchored: Anchored) -> &'static str {
    match anchored {
        Anchored::Here => "here",
        Anchored::Orphaned => "orphaned",
        Anchored::TextNotHere => "text-not-here",
        Anchored::Emptied => "emptied",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for text in [
            "1970-01-01 00:00",
            "2000-02-29 23:59",
            "2026-11-22 23:20",
            "9999-12-31 00:01",
        ] {
            assert_eq!(read_time(text).map(time).as_deref(), Some(text));
        }
        assert_eq!(read_time("2026-11-22"), read_time("2026-11-22T00:00Z"));
        for text in [
            "",
            "2026",
            "2026-02-30",
            "2026-13-01",
            "2026-01-00",
            "2026-01-01 24:00",
        ] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_is_cut_on_one_line() {
        assert_eq!(clip("one\n two", 20), "one two");
        assert_eq!(clip("one two three", 8), "one two…");
    }
}
