//! Writes the set called polis-export/1, as Polis has written it since 2025: five files and
//! `comment-groups.csv`.
//!
//! Texts that a spreadsheet would take for a formula have a `'` before them, which the reader takes
//! away again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, Conversation, Moderation, NamedFile, Vote, rows};
use crate::date::iso_time;

/// How votes are to be read, as the files declare it.
pub const DECLARATION: &str = "agree=+1;disagree=-1;pass=0;format=polis-export/1";

/// Writes a conversation. What [`super::read`] makes of the files is the same conversation again,
/// but for times, which are whole seconds, and for what the set has no column for: seeds, and
/// claims that are about the conversation itself, which become rejected ones.
#[must_use]
pub fn write(conversation: &Conversation) -> Vec<NamedFile> {
    let tables = Tables::of(conversation);
    [
        ("format.json", format()),
        ("summary.csv", tables.summary()),
        ("comments.csv", tables.comments()),
        ("votes.csv", tables.votes()),
        ("participant-votes.csv", tables.matrix()),
        ("comment-groups.csv", tables.groups()),
    ]
    .into_iter()
    .map(|(name, text)| NamedFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    })
    .collect()
}

/// What the files are made from, in their order.
struct Tables<'a> {
    conversation: &'a Conversation,
    /// By claim, then person, then time; of equal ones in the order they came.
    votes: Vec<&'a Vote>,
    /// The vote that counts for each person and claim.
    cells: BTreeMap<u64, BTreeMap<u64, i8>>,
    /// Groups in order.
    groups: BTreeSet<u64>,
}

/// Votes of each kind.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    agree: u64,
    disagree: u64,
    pass: u64,
}

impl Count {
    fn add(&mut self, sign: i8) {
        match sign {
            1.. => self.agree += 1,
            0 => self.pass += 1,
            _ => self.disagree += 1,
        }
    }

    fn all(self) -> u64 {
        self.agree + self.disagree + self.pass
    }
}

impl<'a> Tables<'a> {
    fn of(conversation: &'a Conversation) -> Self {
        let mut votes: Vec<&Vote> = conversation.votes.iter().collect();
        votes.sort_by_key(|it| (it.claim, it.person, it.time_ms));
        let mut cells: BTreeMap<u64, BTreeMap<u64, i8>> = BTreeMap::new();
        for vote in &votes {
            let row = cells.entry(vote.person).or_default();
            row.insert(vote.claim, vote.sign);
        }
        Self {
            conversation,
            votes,
            cells,
            groups: conversation.groups.values().flatten().copied().collect(),
        }
    }

    fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        self.conversation.claims.values()
    }

    fn group_of(&self, person: u64) -> Option<u64> {
        self.conversation.groups.get(&person).copied().flatten()
    }

    fn summary(&self) -> String {
        let it = &self.conversation.summary;
        let authors: BTreeSet<u64> = self.claims().filter_map(|it| it.author).collect();
        let people = self.cells.keys();
        let grouped = people.filter(|it| self.group_of(**it).is_some()).count();
        let rows = [
            ("topic", safe(&it.topic)),
            ("url", safe(&it.url)),
            ("voters", self.cells.len().to_string()),
            ("voters-in-conv", grouped.to_string()),
            ("commenters", authors.len().to_string()),
            ("comments", self.conversation.claims.len().to_string()),
            ("groups", self.groups.len().to_string()),
            ("conversation-description", safe(&it.description)),
            ("vote-convention", DECLARATION.to_owned()),
        ];
        table(
            rows.into_iter()
                .map(|(name, value)| vec![name.to_owned(), value]),
        )
    }

    fn comments(&self) -> String {
        let mut cast: BTreeMap<u64, Count> = BTreeMap::new();
        for vote in &self.votes {
            cast.entry(vote.claim).or_default().add(vote.sign);
        }
        let head =
            "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body";
        let rows = self.claims().map(|it| {
            let count = cast.get(&it.id).copied().unwrap_or_default();
            let [seconds, date] = time(it.time_ms.unwrap_or(0));
            vec![
                seconds,
                date,
                it.id.to_string(),
                it.author.map(|it| it.to_string()).unwrap_or_default(),
                count.agree.to_string(),
                count.disagree.to_string(),
                moderated(it).to_owned(),
                safe(&it.text),
            ]
        });
        table(std::iter::once(names(head)).chain(rows))
    }

    fn votes(&self) -> String {
        let head = "timestamp,datetime,comment-id,voter-id,vote,important";
        let rows = self.votes.iter().map(|it| {
            let [seconds, date] = time(it.time_ms);
            vec![
                seconds,
                date,
                it.claim.to_string(),
                it.person.to_string(),
                it.sign.to_string(),
                u8::from(it.is_important).to_string(),
            ]
        });
        table(std::iter::once(names(head)).chain(rows))
    }

    fn matrix(&self) -> String {
        let mut head = names("participant,group-id,n-comments,n-votes,n-agree,n-disagree");
        head.extend(self.claims().map(|it| it.id.to_string()));
        let mut put: BTreeMap<u64, u64> = BTreeMap::new();
        for author in self.claims().filter_map(|it| it.author) {
            *put.entry(author).or_default() += 1;
        }
        let rows = self.cells.iter().map(|(person, cells)| {
            let mut count = Count::default();
            cells.values().for_each(|it| count.add(*it));
            let mut row = vec![
                person.to_string(),
                self.group_of(*person)
                    .map(|it| it.to_string())
                    .unwrap_or_default(),
                put.get(person).copied().unwrap_or(0).to_string(),
                count.all().to_string(),
                count.agree.to_string(),
                count.disagree.to_string(),
            ];
            let cell = |it: &Claim| cells.get(&it.id).map(i8::to_string).unwrap_or_default();
            row.extend(self.claims().map(cell));
            row
        });
        table(std::iter::once(head).chain(rows))
    }

    /// Counts of the votes that count, in all and in each group; groups by letters from `a`.
    fn groups(&self) -> String {
        let counts = |group: Option<u64>| {
            let mut counts: BTreeMap<u64, Count> = BTreeMap::new();
            for (person, cells) in &self.cells {
                if group.is_none() || self.group_of(*person) == group {
                    for (claim, sign) in cells {
                        counts.entry(*claim).or_default().add(*sign);
                    }
                }
            }
            counts
        };
        let all = counts(None);
        let by_group: Vec<_> = self.groups.iter().map(|it| counts(Some(*it))).collect();
        let mut head =
            names("comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes");
        for place in 0..by_group.len() {
            let letter = letter(place);
            let of = ["votes", "agrees", "disagrees", "passes"];
            head.extend(of.map(|it| format!("group-{letter}-{it}")));
        }
        let rows = self.claims().map(|it| {
            let mut row = vec![it.id.to_string(), safe(&it.text)];
            for counts in std::iter::once(&all).chain(&by_group) {
                let count = counts.get(&it.id).copied().unwrap_or_default();
                let numbers = [count.all(), count.agree, count.disagree, count.pass];
                row.extend(numbers.map(|it| it.to_string()));
            }
            row
        });
        table(std::iter::once(head).chain(rows))
    }
}

/// `a` for the first; after `z`, numbers.
fn letter(place: usize) -> String {
    match u8::try_from(place) {
        Ok(place @ 0..26) => char::from(b'a' + place).to_string(),
        Ok(_) | Err(_) => place.to_string(),
    }
}

fn moderated(claim: &Claim) -> &'static str {
    match claim.moderation {
        Moderation::Rejected => "-1",
        _ if claim.is_meta => "-1",
        Moderation::None => "0",
        Moderation::Accepted => "1",
    }
}

/// Seconds since 1970 and the date, of a time in milliseconds; what is before 1970 is its
/// beginning.
fn time(milliseconds: i64) -> [String; 2] {
    let seconds = u64::try_from(milliseconds / 1_000).unwrap_or(0);
    [seconds.to_string(), iso_time(seconds)]
}

fn names(head: &str) -> Vec<String> {
    head.split(',').map(str::to_owned).collect()
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    if rows::is_formula(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let written = writer.write_record(&row);
        written.expect("memory takes whatever is written to it");
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).expect("it was made of texts")
}

/// `format.json`: what the files are and how votes are to be read.
fn format() -> String {
    let files = [
        ("summary.csv", "names and values, without a first line"),
        (
            "comments.csv",
            "a row for each comment; agrees and disagrees count every vote cast",
        ),
        ("votes.csv", "a row for each vote that was cast"),
        (
            "participant-votes.csv",
            "a row for each participant; the last vote on each comment",
        ),
        (
            "comment-groups.csv",
            "a row for each comment; last votes, in all and by group",
        ),
    ];
    let files = files.map(|(name, what)| format!("    \"{name}\": \"{what}\""));
    format!(
        "{{\n  \"format\": \"polis-export/1\",\n  \"vote-convention\": \"{DECLARATION}\",\n  \
         \"vote\": {{\n    \"agree\": 1,\n    \"disagree\": -1,\n    \"pass\": 0\n  }},\n  \
         \"files\": {{\n{}\n  }}\n}}\n",
        files.join(",\n")
    )
}
