//! Which file of a set is which, and sets in a zip.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use super::{FILE_BYTES_MAX, PolisFault, Report};

/// The most files of a zip that are looked at.
const FILES_MAX: usize = 256;

/// A file with its name, which may have folders before it, parts joined by `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Whether a file of this name can be one of a set; others need not be read at all.
#[must_use]
pub fn is_of_set(name: &str) -> bool {
    kind(name).is_some()
}

/// The files of a zip that can be of a set; others are left closed.
///
/// # Errors
/// A [`PolisFault`] if it is no zip, is damaged, or holds more than is read.
pub fn unzip(bytes: &[u8]) -> Result<Vec<NamedFile>, PolisFault> {
    let unreadable = |source: &dyn std::fmt::Display| PolisFault::Zip {
        why: source.to_string(),
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|it| unreadable(&it))?;
    if archive.len() > FILES_MAX {
        return Err(PolisFault::Zip {
            why: format!("it holds {} files, more than {FILES_MAX}", archive.len()),
        });
    }
    let mut files = Vec::new();
    let mut room = FILE_BYTES_MAX;
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|it| unreadable(&it))?;
        let name = file.name().map_err(|it| unreadable(&it))?.into_owned();
        if !file.is_file() || !is_of_set(&name) {
            continue;
        }
        let mut content = Vec::new();
        // What a zip says of a file's length may be untrue: no more than the room is unpacked.
        let most = u64::try_from(room).unwrap_or(u64::MAX);
        let mut limited = file.take(most.saturating_add(1));
        limited
            .read_to_end(&mut content)
            .map_err(|it| unreadable(&it))?;
        if content.len() > room {
            let max = FILE_BYTES_MAX;
            return Err(PolisFault::TooLong { file: name, max });
        }
        room -= content.len();
        let bytes = content;
        files.push(NamedFile { name, bytes });
    }
    Ok(files)
}

/// What a file of a set holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Summary,
    Comments,
    Votes,
    Matrix,
    Format,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary.csv",
            Self::Comments => "comments.csv",
            Self::Votes => "votes.csv",
            Self::Matrix => "participants-votes.csv",
            Self::Format => "format.json",
        }
    }
}

/// What the names of files end with, longer ones first.
const NAMES: [(&str, Kind); 6] = [
    ("participants-votes.csv", Kind::Matrix),
    ("participant-votes.csv", Kind::Matrix),
    ("votes.csv", Kind::Votes),
    ("comments.csv", Kind::Comments),
    ("summary.csv", Kind::Summary),
    ("format.json", Kind::Format),
];

/// The kind of a file by the end of its name, before which a date or a folder may stand.
fn kind(name: &str) -> Option<Kind> {
    let last = name.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    // Folders that some systems add hold files of the same names with nothing in them.
    if last.starts_with("._") {
        return None;
    }
    NAMES.into_iter().find_map(|(end, kind)| {
        let before = last.strip_suffix(end)?;
        (before.is_empty() || before.ends_with(['-', '_', '.', ' '])).then_some(kind)
    })
}

/// The files of a set, each found once.
#[derive(Debug, Default)]
pub(super) struct Set<'files> {
    pub(super) summary: Option<&'files NamedFile>,
    pub(super) comments: Option<&'files NamedFile>,
    pub(super) votes: Option<&'files NamedFile>,
    pub(super) matrix: Option<&'files NamedFile>,
    pub(super) format: Option<&'files NamedFile>,
}

impl<'files> Set<'files> {
    /// Finds them; of several of a kind, the one in the fewest folders, and says which was left.
    pub(super) fn of(
        files: &'files [Cow<'files, NamedFile>],
        report: &mut Report,
    ) -> Result<Self, PolisFault> {
        let mut set = Self::default();
        for file in files {
            let file = file.as_ref();
            let Some(kind) = kind(&file.name) else {
                continue;
            };
            if file.bytes.len() > FILE_BYTES_MAX {
                return Err(PolisFault::TooLong {
                    file: file.name.clone(),
                    max: FILE_BYTES_MAX,
                });
            }
            let slot = match kind {
                Kind::Summary => &mut set.summary,
                Kind::Comments => &mut set.comments,
                Kind::Votes => &mut set.votes,
                Kind::Matrix => &mut set.matrix,
                Kind::Format => &mut set.format,
            };
            let mut left = |left: &NamedFile, read: &NamedFile| {
                let why = if left.bytes == read.bytes {
                    "says the same"
                } else {
                    "lies in fewer folders"
                };
                let (left, read) = (&left.name, &read.name);
                report
                    .notes
                    .push(format!("{left} was left out: {read} {why}"));
            };
            match slot {
                Some(there) if depth(there) < depth(file) => left(file, there),
                Some(there) if depth(there) == depth(file) && there.bytes != file.bytes => {
                    return Err(PolisFault::TwoOfAKind {
                        kind: kind.name(),
                        first: there.name.clone(),
                        second: file.name.clone(),
                    });
                }
                Some(there) => {
                    left(there, file);
                    *slot = Some(file);
                }
                None => *slot = Some(file),
            }
        }
        if set.votes.is_none() && set.matrix.is_none() {
            let count = files.len();
            return Err(PolisFault::NoVotes { count });
        }
        set.is_of_one()?;
        Ok(set)
    }

    /// Files that go by two names, or lie side by side in two folders, are of two conversations.
    fn is_of_one(&self) -> Result<(), PolisFault> {
        let all = [self.votes, self.matrix, self.comments, self.summary];
        let all: Vec<&NamedFile> = all.into_iter().flatten().collect();
        for (at, first) in all.iter().enumerate() {
            for second in &all[at + 1..] {
                let (one, other) = (stem(&first.name), stem(&second.name));
                let are_two = !one.is_empty() && !other.is_empty() && one != other;
                let are_apart =
                    depth(first) == depth(second) && folder(&first.name) != folder(&second.name);
                if are_two || are_apart {
                    return Err(PolisFault::TwoConversations {
                        first: first.name.clone(),
                        second: second.name.clone(),
                    });
                }
            }
        }
        Ok(())
    }
}

/// The folders a file lies in.
fn folder(name: &str) -> &str {
    name.rfind(['/', '\\']).map_or("", |end| &name[..end])
}

/// What the name of a file says of its conversation: what stands before the name of its kind,
/// without dates and times, which differ between files that were fetched one after the other.
fn stem(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let last = last.to_ascii_lowercase();
    let before = NAMES.iter().find_map(|(end, _)| last.strip_suffix(end));
    let parts = before.unwrap_or_default().split(['-', '_', '.', ' ', ':']);
    let is_word = |it: &&str| it.bytes().any(|it| !it.is_ascii_digit());
    parts.filter(is_word).collect::<Vec<_>>().join("-")
}

fn depth(file: &NamedFile) -> usize {
    file.name.matches(['/', '\\']).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_set(names: [&str; 2]) -> Result<(), PolisFault> {
        let file = |it: &str| NamedFile {
            name: it.to_owned(),
            bytes: Vec::new(),
        };
        let files = names.map(|it| Cow::Owned(file(it)));
        Set::of(&files, &mut Report::default()).map(drop)
    }

    #[test]
    fn files_of_two_conversations_are_not_read_as_one() {
        let two = |it| matches!(it, Err(PolisFault::TwoConversations { .. }));
        assert!(two(one_set(["a-comments.csv", "b-votes.csv"])));
        assert!(two(one_set(["bus/comments.csv", "bees/votes.csv"])));
        for whole in [
            ["comments.csv", "votes.csv"],
            ["bees-comments.csv", "bees-votes.csv"],
            [
                "2025-06-19-1201-3phd-comments.csv",
                "2025-06-19-1202-3phd-votes.csv",
            ],
            ["2025-06-19-comments.csv", "3phd-participants-votes.csv"],
            ["Bees-comments.csv", "bees/votes.csv"],
        ] {
            assert_eq!(one_set(whole), Ok(()), "{whole:?}");
        }
    }

    #[test]
    fn files_are_known_by_the_end_of_their_names() {
        assert_eq!(
            kind("2025-06-19-1201-3phdex2kjf-votes.csv"),
            Some(Kind::Votes)
        );
        assert_eq!(kind("a/b/participant-votes.csv"), Some(Kind::Matrix));
        assert_eq!(kind("participants-votes.csv"), Some(Kind::Matrix));
        assert_eq!(
            kind("2025-06-19-participants-votes.csv"),
            Some(Kind::Matrix)
        );
        assert_eq!(kind("VOTES.CSV"), Some(Kind::Votes));
        assert_eq!(kind("upvotes.csv"), None);
        assert_eq!(kind("__MACOSX/._votes.csv"), None);
        assert_eq!(kind("format.json"), Some(Kind::Format));
    }
}
