//! `participants-votes.csv` or `participant-votes.csv`: a line for each person, with their group,
//! some counts, and a column for each claim.

use std::collections::BTreeMap;

use super::rows::{self, column, needed};
use super::{CLAIMS_MAX, Compared, NamedFile, PolisFault, Report, VOTES_MAX, Vote, votes};

/// What is wanted of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Who was in which group.
    Groups,
    /// Groups and cells, since there are no votes.
    Votes,
    /// Groups and cells, to be compared with the votes.
    Both,
}

/// What it holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) groups: BTreeMap<u64, Option<u64>>,
    /// In the order of people and then of columns; without times.
    pub(super) votes: Vec<Vote>,
}

/// Reads the matrix; lines that cannot be read are left out and told.
pub(super) fn read(
    file: &NamedFile,
    wanted: Wanted,
    report: &mut Report,
) -> Result<Found, PolisFault> {
    let mut lines = rows::lines(rows::content(file));
    let (_, first) = lines.next().unwrap_or((1, b""));
    let columns = first.split(|it| *it == b',').count();
    if columns > CLAIMS_MAX {
        return Err(PolisFault::TooMany {
            file: file.name.clone(),
            line: 1,
            what: "claims",
            max: CLAIMS_MAX,
        });
    }
    let names = rows::names(first);
    rows::tell_doubled(file, &names, report);
    let person = needed(file, &names, "participant")?;
    let group = column(&names, "group-id");
    // Claims are the columns whose names are numbers.
    let claims: Vec<Option<u64>> = names.iter().map(|it| rows::id(it.as_bytes())).collect();
    let mut found = Found::default();
    let mut failed: Option<(usize, String)> = None;
    for (number, line) in lines {
        let row = Row {
            person,
            group,
            claims: &claims,
            wanted,
        };
        let before = found.votes.len();
        if let Err(why) = row.take(line, &mut found) {
            found.votes.truncate(before);
            report.skip(&file.name, number, why.clone());
            failed.get_or_insert((number, why));
        }
        if found.votes.len() > VOTES_MAX {
            return Err(PolisFault::TooMany {
                file: file.name.clone(),
                line: number,
                what: "votes",
                max: VOTES_MAX,
            });
        }
    }
    if let (true, Some((line, why))) = (found.groups.is_empty(), failed) {
        let file = file.name.clone();
        return Err(PolisFault::NothingRead { file, line, why });
    }
    report.read.push((file.name.clone(), found.groups.len()));
    Ok(found)
}

/// How a line is read.
struct Row<'names> {
    person: usize,
    group: Option<usize>,
    claims: &'names [Option<u64>],
    wanted: Wanted,
}

impl Row<'_> {
    fn take(&self, line: &[u8], found: &mut Found) -> Result<(), String> {
        let (names, begin) = (self.claims.len(), found.votes.len());
        let (mut person, mut group, mut count) = (None, None, 0);
        // Where the cells are not wanted they are counted, many at a time.
        let looked_at = match self.wanted {
            Wanted::Groups => 1 + self.person.max(self.group.unwrap_or(0)),
            Wanted::Votes | Wanted::Both => usize::MAX,
        };
        if self.wanted == Wanted::Groups {
            count = 1 + memchr::memchr_iter(b',', line).count();
        }
        for (place, field) in line.split(|it| *it == b',').enumerate().take(looked_at) {
            count = count.max(place + 1);
            if place == self.person {
                person = rows::id(field);
                if person.is_none() {
                    return Err(format!("{} is no number of a person", rows::shown(field)));
                }
            } else if Some(place) == self.group {
                group = rows::id(field);
                if group.is_none() && !rows::trimmed(field).is_empty() {
                    return Err(format!("{} is no number of a group", rows::shown(field)));
                }
            } else if self.wanted != Wanted::Groups && !field.is_empty() {
                let Some(claim) = self.claims.get(place).copied().flatten() else {
                    continue;
                };
                let sign = votes::sign(field).ok_or_else(|| {
                    let field = rows::shown(field);
                    format!("{field} is no vote on {claim}: 1, 0, -1 or nothing is needed")
                })?;
                found.votes.push(Vote {
                    time_ms: 0,
                    claim,
                    person: 0,
                    sign,
                    is_important: false,
                });
            }
        }
        if count != names {
            let words = if count < names { "cut short: " } else { "" };
            return Err(format!(
                "{words}{count} fields, and the first line names {names}"
            ));
        }
        let person = person.ok_or_else(|| "there is no person in it".to_owned())?;
        if found.groups.contains_key(&person) {
            return Err(format!("the person {person} has a line above already"));
        }
        found.groups.insert(person, group);
        found.votes[begin..]
            .iter_mut()
            .for_each(|it| it.person = person);
        Ok(())
    }
}

/// Compares the last votes of the events with the cells of the matrix.
pub(super) fn compare(votes: &[Vote], cells: &[Vote]) -> Compared {
    let mut last: BTreeMap<(u64, u64), (i64, i8)> = BTreeMap::new();
    for vote in votes {
        let slot = last
            .entry((vote.person, vote.claim))
            .or_insert((i64::MIN, 0));
        if vote.time_ms >= slot.0 {
            *slot = (vote.time_ms, vote.sign);
        }
    }
    let mut compared = Compared::default();
    for cell in cells {
        compared.cells += 1;
        let vote = last.remove(&(cell.person, cell.claim));
        if vote.map(|(_, sign)| sign) != Some(cell.sign) {
            compared.different += 1;
        }
    }
    compared.cells += last.len();
    compared.different += last.len();
    compared
}
