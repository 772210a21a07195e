//! A conversation exported by Polis, read from a folder or a zip, with its map.

use std::path::Path;

use polylogue_formats::polis::{
    self, Claim, Conversation, FILE_BYTES_MAX, Moderation, NamedFile, Options, PolisFault, Sign,
    Signs,
};
use polylogue_map::{Cast, OpinionMap, Roll, Standing, Vote, compute};
use polylogue_node::cores::Cores;

use crate::failure::{Failure, FileAct};
use crate::output::Output;

/// Files of a folder that are looked at.
const FILES_MAX: usize = 4_096;

/// A conversation with its votes in order and its map.
#[derive(Debug)]
pub(crate) struct Exported {
    /// What the files tell.
    pub(crate) conversation: Conversation,
    /// The people and claims with votes, by id.
    pub(crate) roll: Roll,
    /// Which claims take part, in the order of the roll.
    pub(crate) standing: Vec<Standing>,
    /// What follows.
    pub(crate) map: OpinionMap,
}

impl Exported {
    /// Reads a folder or a zip and computes the map.
    ///
    /// # Errors
    /// What cannot be read, and what is no conversation.
    pub(crate) fn read(path: &Path, options: Options) -> Result<Self, Failure> {
        Self::of(read(path, options)?, path)
    }

    /// Computes the map of a conversation that is told to be at a path.
    ///
    /// # Errors
    /// More people or claims than a map takes.
    pub(crate) fn of(conversation: Conversation, path: &Path) -> Result<Self, Failure> {
        let casts: Vec<Cast> = conversation.votes.iter().map(cast).collect();
        let roll = Roll::from_casts(&casts).map_err(|it| {
            Failure::refused(
                format!("{}: {it}", path.display()),
                "a part of it can be mapped by itself",
            )
        })?;
        let claims = roll.claims.iter().map(|it| conversation.claims.get(it));
        let standing: Vec<Standing> = claims.map(standing).collect();
        let map = compute(&roll.ballots, &standing, &Cores::of_this_machine());
        Ok(Self {
            conversation,
            roll,
            standing,
            map,
        })
    }

    /// A claim's words, on one line; a note in their place where moderators rejected it.
    pub(crate) fn words(&self, claim: usize) -> &str {
        let id = self.roll.claims[claim];
        match self.conversation.claims.get(&id) {
            Some(it) if it.moderation == Moderation::Rejected => "(rejected by moderators)",
            Some(it) => &it.text,
            None => "",
        }
    }

    /// The groups that were published, in the order of the roll; none where none were.
    pub(crate) fn published(&self) -> Option<Vec<Option<u8>>> {
        let groups = &self.conversation.groups;
        let small = |it: &u64| u8::try_from(*it).ok();
        let group_of = |person: &u64| groups.get(person)?.as_ref().and_then(small);
        let published: Vec<Option<u8>> = self.roll.people.iter().map(group_of).collect();
        published.iter().any(Option::is_some).then_some(published)
    }
}

/// Reads a conversation from a folder or a zip.
///
/// # Errors
/// What cannot be read, and what is no conversation.
pub(crate) fn read(path: &Path, options: Options) -> Result<Conversation, Failure> {
    polis::read(&files(path)?, options).map_err(|it| not_read(path, &it))
}

/// What the signs of votes mean, as typed.
pub(crate) fn signs(is_turned: bool) -> Signs {
    if is_turned {
        Signs::Turned
    } else {
        Signs::AsWritten
    }
}

/// Says so where the signs of votes look like the opposite ones.
pub(crate) fn noting_sign(output: Output, it: &Conversation) -> Output {
    match it.sign {
        Sign::Suspicious { agree, disagree } => output.noting(format!(
            "the signs look turned: authors gave their own claims −1 {disagree} times and 1 \
             {agree} times\nhint: if −1 means agree in these files, say so with --turned"
        )),
        Sign::Declared | Sign::DeclaredTurned | Sign::AsUsual { .. } | Sign::TooFewToSay => output,
    }
}

fn cast(vote: &polis::Vote) -> Cast {
    Cast {
        person: vote.person,
        claim: vote.claim,
        time: vote.time_ms,
        vote: Vote::of_sign(i32::from(vote.sign)),
    }
}

fn standing(claim: Option<&Claim>) -> Standing {
    match claim {
        Some(it) if it.is_meta => Standing::Meta,
        Some(it) if it.moderation == Moderation::Rejected => Standing::Rejected,
        Some(_) | None => Standing::Shown,
    }
}

fn not_read(path: &Path, fault: &PolisFault) -> Failure {
    let hint = match fault {
        PolisFault::Zip { .. } => "download it again, or unpack it and name the folder",
        PolisFault::TooLong { .. } | PolisFault::TooMany { .. } => {
            "a part of it can be read by itself"
        }
        PolisFault::NoVotes { .. } => "name the folder or zip with comments.csv and votes.csv",
        PolisFault::TwoOfAKind { .. } | PolisFault::TwoConversations { .. } => {
            "name the folder of one conversation"
        }
        PolisFault::NotText { .. }
        | PolisFault::NoColumn { .. }
        | PolisFault::OpenQuote { .. }
        | PolisFault::NothingRead { .. } => {
            "votes.csv begins with timestamp,datetime,comment-id,voter-id,vote and comments.csv \
             with timestamp,datetime,comment-id,author-id; `polylogue export polis` writes such \
             files"
        }
    };
    Failure::refused(format!("{}: {fault}", path.display()), hint)
}

/// The files of a set in a folder, or in a zip.
fn files(path: &Path) -> Result<Vec<NamedFile>, Failure> {
    let found = std::fs::metadata(path).map_err(|it| Failure::file(FileAct::Read, path, &it))?;
    if found.is_dir() {
        return in_folder(path);
    }
    let most = u64::try_from(FILE_BYTES_MAX).unwrap_or(u64::MAX);
    let bytes = crate::failure::read_file(&path.to_owned(), most)?;
    polis::unzip(&bytes).map_err(|it| not_read(path, &it))
}

fn in_folder(folder: &Path) -> Result<Vec<NamedFile>, Failure> {
    let unreadable = |it: std::io::Error| Failure::file(FileAct::Read, folder, &it);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)
        .map_err(unreadable)?
        .take(FILES_MAX)
    {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if polis::set::is_of_set(&name) && entry.path().is_file() {
            let most = u64::try_from(FILE_BYTES_MAX).unwrap_or(u64::MAX);
            let bytes = crate::failure::read_file(&entry.path(), most)?;
            files.push(NamedFile { name, bytes });
        }
    }
    files.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(files)
}
