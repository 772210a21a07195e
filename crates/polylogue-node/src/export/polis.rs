//! The claims under one question or dialogue and the votes on them, as a conversation that Polis
//! and what reads its exports understand.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Choice, Matters, RowsOfPeople};
use polylogue_formats::polis::{Claim, Conversation, Moderation, Report, Sign, Summary, Vote};
use polylogue_store::Reader;
use polylogue_store::query::{ClaimRow, Page, Shown, VoteEvent, Weight};

use super::seconds_of;
use crate::import::polis::{comment_of, participant_of};
use crate::node::Node;
use crate::refusal::Refusal;

const PAGE_ROWS: u64 = 500;
/// The files tell seconds.
const SECOND_MS: i64 = 1_000;

impl Node {
    /// What was claimed and voted under a question or dialogue. People go by numbers: those they
    /// were brought in with, or new ones in the order of their keys. Newcomers' votes, which do not
    /// count yet, and votes taken back are left out; hidden claims and those taken back are
    /// rejected ones, hidden ones without their words. Groups are not filled in.
    ///
    /// # Errors
    /// A [`Refusal`] if it is not here or the charter does not let rows of people leave.
    pub fn conversation(
        &self,
        commons: &OperationId,
        under: OperationId,
    ) -> Result<Conversation, Refusal> {
        let held = self.held(commons)?;
        let reader = held.reader()?;
        let row = reader.commons()?;
        if row.rows != RowsOfPeople::MayTravel {
            return Err(Refusal::RowsStayHere);
        }
        let (topic, from) = place(&reader, under)?;
        let rows = last_worded(claims(&reader, under)?);
        let events = counted(reader.vote_events(under)?);
        let people = People::of(&reader, &rows, &events)?;
        let numbers = numbers_of(&rows);
        let written = rows.iter().map(|it| {
            let number = numbers[&it.said.id];
            (number, claim(it, number, &people))
        });
        Ok(Conversation {
            summary: Summary {
                topic,
                url: from.unwrap_or_else(|| format!("polylogue:{under}")),
                description: row.question.words,
                convention: None,
            },
            claims: written.collect(),
            votes: votes(&events, &numbers, &people),
            groups: BTreeMap::new(),
            sign: Sign::Declared,
            compared: None,
            report: Report::default(),
        })
    }
}

/// The words of a question or dialogue, and where it was brought in from.
fn place(reader: &Reader, under: OperationId) -> Result<(String, Option<String>), Refusal> {
    let address = |from: Option<polylogue_store::query::BroughtInRow>| from.map(|it| it.address);
    if let Some(row) = reader.question(under)? {
        return Ok((row.text.words, address(row.said.brought_in)));
    }
    match reader.dialogue(under)? {
        Some(row) => Ok((row.title.words, address(row.said.brought_in))),
        None => Err(Refusal::NotFound {
            id: under.to_string(),
        }),
    }
}

fn claims(reader: &Reader, under: OperationId) -> Result<Vec<ClaimRow>, Refusal> {
    let mut all = Vec::new();
    let mut page = Page::first(PAGE_ROWS);
    loop {
        let mut rows = reader.claims(Some(under), page)?;
        page.offset += PAGE_ROWS;
        let is_last = (rows.len() as u64) < PAGE_ROWS;
        all.append(&mut rows);
        if is_last {
            return Ok(all);
        }
    }
}

/// Leaves out what was said in other words since: of claims brought in under one number the last
/// one that is shown.
fn last_worded(rows: Vec<ClaimRow>) -> Vec<ClaimRow> {
    let number = |row: &ClaimRow| {
        let from = row.said.brought_in.as_ref()?;
        Some((from.address.clone(), comment_of(&from.revision)?))
    };
    let mut chosen: BTreeMap<(String, u64), (OperationId, bool)> = BTreeMap::new();
    for row in &rows {
        let is_shown = row.said.shown == Shown::Whole;
        if let Some(number) = number(row)
            && (is_shown || chosen.get(&number).is_none_or(|(_, is_shown)| !is_shown))
        {
            chosen.insert(number, (row.said.id, is_shown));
        }
    }
    let mut rows = rows;
    rows.retain(|row| {
        let chosen = number(row).and_then(|it| chosen.get(&it));
        chosen.is_none_or(|(id, _)| *id == row.said.id)
    });
    rows
}

/// Votes of those whose vote on the claim counts, with the earlier ones it replaced.
fn counted(events: Vec<VoteEvent>) -> Vec<VoteEvent> {
    let counts = |it: &&VoteEvent| it.weight == Weight::Member && !it.is_replaced;
    let place = |it: &VoteEvent| (it.person, it.claim);
    let counting: BTreeSet<_> = events.iter().filter(counts).map(place).collect();
    let mut events = events;
    events.retain(|it| it.weight == Weight::Member && counting.contains(&place(it)));
    events
}

/// Numbers of claims: those they were brought in with, where nothing contradicts; for others the
/// next.
fn numbers_of(rows: &[ClaimRow]) -> BTreeMap<OperationId, u64> {
    let brought = rows.iter().map(|it| {
        let from = it.said.brought_in.as_ref();
        let number = from.and_then(|it| comment_of(&it.revision));
        (it.said.id, number)
    });
    numbered(brought)
}

/// Gives each its own number: the first to ask for one gets it, the others the next above all.
fn numbered<T: Ord>(asked: impl Iterator<Item = (T, Option<u64>)>) -> BTreeMap<T, u64> {
    let (mut numbers, mut taken, mut others) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for (one, number) in asked {
        match number.filter(|it| *it < u64::MAX / 2 && taken.insert(*it)) {
            Some(number) => drop(numbers.insert(one, number)),
            None => others.push(one),
        }
    }
    let next = taken.last().map_or(0, |it| it + 1);
    numbers.extend(others.into_iter().zip(next..));
    numbers
}

/// Who is who in the files.
struct People {
    voters: BTreeMap<Key, u64>,
    /// Numbers of speakers who are known by name only.
    speakers: BTreeMap<String, u64>,
}

impl People {
    fn of(reader: &Reader, rows: &[ClaimRow], events: &[VoteEvent]) -> Result<Self, Refusal> {
        let authors = rows.iter().filter(|it| it.said.brought_in.is_none());
        let keys: BTreeSet<Key> = events
            .iter()
            .map(|it| it.person)
            .chain(authors.map(|it| it.said.by.key))
            .collect();
        let mut asked = Vec::new();
        for key in keys {
            let name = reader.person_of_key(&key)?.name.words;
            asked.push((Ok(key), participant_of(&name)));
        }
        let from = rows.iter().filter_map(|it| it.said.brought_in.as_ref());
        let speakers: BTreeSet<&String> = from
            .map(|it| &it.speaker)
            .filter(|it| !it.is_empty())
            .collect();
        // A speaker who is a voter too has the voter's number.
        let taken: BTreeSet<u64> = asked.iter().filter_map(|it| it.1).collect();
        let mut same = BTreeMap::new();
        for speaker in speakers {
            match participant_of(speaker) {
                Some(number) if taken.contains(&number) => {
                    same.insert(speaker.clone(), number);
                }
                number => asked.push((Err(speaker.clone()), number)),
            }
        }
        let mut people = Self {
            voters: BTreeMap::new(),
            speakers: same,
        };
        for (who, number) in numbered(asked.into_iter()) {
            match who {
                Ok(key) => people.voters.insert(key, number),
                Err(name) => people.speakers.insert(name, number),
            };
        }
        Ok(people)
    }
}

fn claim(row: &ClaimRow, number: u64, people: &People) -> Claim {
    let (author, date) = match &row.said.brought_in {
        Some(it) => (people.speakers.get(&it.speaker), seconds_of(&it.date)),
        None => (people.voters.get(&row.said.by.key), None),
    };
    let time = date.unwrap_or(row.said.time);
    let is_shown = matches!(row.said.shown, Shown::Whole | Shown::TextNotHere);
    Claim {
        id: number,
        time_ms: i64::try_from(time).ok().map(|it| it.saturating_mul(1_000)),
        author: author.copied(),
        moderation: if is_shown {
            Moderation::Accepted
        } else {
            Moderation::Rejected
        },
        is_meta: false,
        is_seed: false,
        text: row.text.words.clone(),
        published_consensus: None,
    }
}

/// Votes in the order of the events; nobody's later vote claims an earlier time or the same, since
/// readers of the files take the latest, and two that are the same line for one.
fn votes(events: &[VoteEvent], numbers: &BTreeMap<OperationId, u64>, people: &People) -> Vec<Vote> {
    let mut votes: Vec<Vote> = Vec::new();
    let mut last: Option<(Key, OperationId, i64)> = None;
    for it in events {
        let (Some(claim), Some(person)) = (numbers.get(&it.claim), people.voters.get(&it.person))
        else {
            continue;
        };
        let claimed = i64::try_from(it.time).unwrap_or(0).saturating_mul(1_000);
        let time_ms = match last {
            Some((person, claim, time)) if (person, claim) == (it.person, it.claim) => {
                claimed.max(time + SECOND_MS)
            }
            Some(_) | None => claimed,
        };
        last = Some((it.person, it.claim, time_ms));
        votes.push(Vote {
            time_ms,
            claim: *claim,
            person: *person,
            sign: match it.choice {
                Choice::Agree => 1,
                Choice::Pass => 0,
                Choice::Disagree => -1,
            },
            is_important: it.matters == Matters::Yes,
        });
    }
    votes
}
