//! `votes.csv`: timestamp, datetime, comment-id, voter-id, vote, perhaps important; a line for each
//! vote that was cast.
//!
//! It is by far the longest file and nothing in it is quoted, so lines are cut at commas by hand:
//! a third of the cost of a general reader.

use super::rows::{self, column, needed};
use super::{NamedFile, PolisFault, Report, VOTES_MAX, Vote};

/// The shortest line, for room to be made once.
const LINE_BYTES_MIN: usize = 24;

/// Which column is where.
struct Columns {
    time: Option<usize>,
    claim: usize,
    person: usize,
    vote: usize,
    important: Option<usize>,
    last: usize,
    count: usize,
}

/// What the file holds.
pub(super) struct Found {
    /// Votes in its order.
    pub(super) votes: Vec<Vote>,
    /// How many of its lines agree or disagree.
    pub(super) sided: usize,
}

/// Reads all votes; lines that are none are left out and told.
pub(super) fn read(file: &NamedFile, report: &mut Report) -> Result<Found, PolisFault> {
    let bytes = rows::content(file);
    let mut lines = rows::lines(bytes);
    let (_, first) = lines.next().unwrap_or((1, b""));
    let columns = columns(file, first, report)?;
    let mut votes = Vec::with_capacity(bytes.len() / LINE_BYTES_MIN);
    let mut failed: Option<(usize, String)> = None;
    let (mut repeated, mut sided) = (0, 0);
    let mut again: Option<usize> = None;
    for (number, line) in lines {
        if line == first {
            again.get_or_insert(number);
            continue;
        }
        if votes.len() >= VOTES_MAX {
            return Err(PolisFault::TooMany {
                file: file.name.clone(),
                line: number,
                what: "votes",
                max: VOTES_MAX,
            });
        }
        let read = usual(line, &columns).map_or_else(|| vote(line, &columns), Ok);
        match read {
            Ok(vote) => {
                sided += usize::from(vote.sign != 0);
                if votes.last() == Some(&vote) {
                    repeated += 1;
                } else {
                    votes.push(vote);
                }
            }
            Err(why) => {
                report.skip(&file.name, number, why.clone());
                failed.get_or_insert((number, why));
            }
        }
    }
    tell_repeated(file, repeated, report);
    if let (true, Some((line, why))) = (votes.is_empty(), failed) {
        let file = file.name.clone();
        return Err(PolisFault::NothingRead { file, line, why });
    }
    report
        .read
        .push((file.name.clone(), votes.len() + repeated));
    if halve(&mut votes) {
        sided /= 2;
        let line = again.unwrap_or(votes.len() + 2);
        let what = "from here on the file says all of it a second time: each vote is taken once";
        report.repair(&file.name, line, what);
    } else if let Some(line) = again {
        let what = "the first line again, as where two files were joined: both were read";
        report.skip(&file.name, line, what);
    }
    Ok(Found { votes, sided })
}

/// Finds the columns in the file's first line.
fn columns(file: &NamedFile, first: &[u8], report: &mut Report) -> Result<Columns, PolisFault> {
    let names = rows::names(first);
    rows::tell_doubled(file, &names, report);
    let columns = Columns {
        time: column(&names, "timestamp"),
        claim: needed(file, &names, "comment-id")?,
        person: needed(file, &names, "voter-id")?,
        vote: needed(file, &names, "vote")?,
        important: column(&names, "important"),
        last: 0,
        count: names.len(),
    };
    let places = [
        columns.time.unwrap_or(0),
        columns.important.unwrap_or(0),
        columns.claim,
        columns.person,
        columns.vote,
    ];
    let last = places.into_iter().max().unwrap_or(0);
    Ok(Columns { last, ..columns })
}

/// Notes how many lines say what the line before them said.
fn tell_repeated(file: &NamedFile, repeated: usize, report: &mut Report) {
    if repeated > 0 {
        let lines = if repeated == 1 {
            "line repeats"
        } else {
            "lines repeat"
        };
        let words = format!("{}: {repeated} {lines} the line before", file.name);
        report.notes.push(words);
    }
}

/// Leaves the first half of votes that are said twice over, and says whether they were.
fn halve(votes: &mut Vec<Vote>) -> bool {
    let half = votes.len() / 2;
    let is_doubled = half > 0 && votes.len().is_multiple_of(2) && votes[..half] == votes[half..];
    if is_doubled {
        votes.truncate(half);
    }
    is_doubled
}

/// Reads a line of the usual five columns from both its ends, without looking through the date in
/// its middle more than once; none for whatever is unusual about it.
fn usual(line: &[u8], columns: &Columns) -> Option<Vote> {
    let is_usual = columns.count == 5
        && columns.time == Some(0)
        && (columns.claim, columns.person, columns.vote) == (2, 3, 4);
    if !is_usual {
        return None;
    }
    let last = |rest: &[u8]| rest.iter().rposition(|it| *it == b',');
    let vote = last(line)?;
    let person = last(&line[..vote])?;
    let claim = last(&line[..person])?;
    let time = line[..claim].iter().position(|it| *it == b',')?;
    if memchr::memchr(b',', &line[time + 1..claim]).is_some() {
        return None;
    }
    let sign = match &line[vote + 1..] {
        b"1" => 1,
        b"0" => 0,
        b"-1" => -1,
        _ => return None,
    };
    let time = rows::digits(&line[..time])?;
    Some(Vote {
        time_ms: rows::milliseconds(i64::try_from(time).ok()?),
        claim: rows::digits(&line[claim + 1..person])?,
        person: rows::digits(&line[person + 1..vote])?,
        sign,
        is_important: false,
    })
}

/// Reads one line, or says why it is no vote.
fn vote(line: &[u8], columns: &Columns) -> Result<Vote, String> {
    let (mut time, mut claim, mut person, mut sign) = (None, None, None, None);
    let (mut is_important, mut count) = (false, 0);
    for (place, field) in line.split(|it| *it == b',').enumerate() {
        count += 1;
        if place > columns.last {
            continue;
        }
        if place == columns.vote {
            sign = Some(field);
        } else if place == columns.claim {
            claim = Some(field);
        } else if place == columns.person {
            person = Some(field);
        } else if Some(place) == columns.important {
            is_important = matches!(rows::trimmed(field), b"1" | b"true");
        } else if Some(place) == columns.time {
            time = Some(field);
        }
    }
    let (Some(claim), Some(person), Some(sign)) = (claim, person, sign) else {
        return Err(format!(
            "cut short: {count} fields, and the first line names {}",
            columns.count
        ));
    };
    if count > columns.count {
        let names = columns.count;
        return Err(format!("{count} fields, and the first line names {names}"));
    }
    let time_ms = match time {
        None => 0,
        Some(field) => {
            let time = rows::whole(field);
            let time = time.ok_or_else(|| format!("{} is no time", rows::shown(field)))?;
            rows::milliseconds(time)
        }
    };
    let number = |field: &[u8], what: &str| {
        rows::id(field).ok_or_else(|| format!("{} is no number of a {what}", rows::shown(field)))
    };
    Ok(Vote {
        time_ms,
        claim: number(claim, "comment")?,
        person: number(person, "voter")?,
        sign: self::sign(sign)
            .ok_or_else(|| format!("{} is no vote: 1, 0 or -1 is needed", rows::shown(sign)))?,
        is_important,
    })
}

/// 1, 0 or −1; an empty field is none.
pub(super) fn sign(field: &[u8]) -> Option<i8> {
    match rows::trimmed(field) {
        b"1" | b"+1" | b"1.0" => Some(1),
        b"0" | b"0.0" | b"-0" => Some(0),
        b"-1" | b"-1.0" => Some(-1),
        _ => None,
    }
}
