//! The claims and votes of one dialogue or question as Polis exports a conversation: the set called
//! polis-export/1, with the groups of our map. What was written is read again, and its map computed
//! again, before it is called done.

use std::path::{Path, PathBuf};

use polylogue_core::id::OperationId;
use polylogue_formats::polis::{self, NamedFile, Options};
use polylogue_store::query::Page;
use serde_json::json;

use crate::context::Context;
use crate::exported::Exported;
use crate::failure::{Failure, FileAct};
use crate::json as rows_json;
use crate::output::Output;
use crate::words;

/// Writes the folder.
pub(super) fn run(context: &Context, folder: &Path, of: Option<&str>) -> Result<Output, Failure> {
    let commons = context.commons()?;
    let of = match of {
        Some(typed) => context.anything(typed)?,
        None => only_place(context)?,
    };
    let conversation = context.node.conversation(&commons, of)?;
    let it = Exported::of(conversation, folder)?;
    let mut conversation = it.conversation.clone();
    conversation.groups = groups(&it);
    let files = polis::write(&conversation);
    check_same(&files, &it, folder)?;
    write(folder, &files)?;
    let bytes: usize = files.iter().map(|it| it.bytes.len()).sum();
    let (claims, votes) = (conversation.claims.len(), conversation.votes.len());
    let people = it.roll.people.len();
    let text = format!(
        "{}, {} by {} in {} files, {}",
        words::count(claims as u64, "claim", "claims"),
        words::count(votes as u64, "vote", "votes"),
        words::count(people as u64, "person", "people"),
        files.len(),
        words::bytes(bytes as u64),
    );
    let names: Vec<&String> = files.iter().map(|it| &it.name).collect();
    let document = json!({
        "folder": folder,
        "of": rows_json::id(of),
        "files": names,
        "bytes": bytes,
        "claims": claims,
        "votes": votes,
        "people": people,
    });
    Ok(Output::new(text, document).noting(
        "read back: the same votes, the same map. People go by numbers; reasons, passages and \
         perspectives travel in `polylogue bundle`",
    ))
}

/// The one question or dialogue that has claims under it.
fn only_place(context: &Context) -> Result<OperationId, Failure> {
    let reader = context.reader()?;
    let mut places = Vec::new();
    for row in reader.questions()? {
        places.push((row.said.id, row.text.words));
    }
    for row in reader.dialogues(Page::first(1_000))? {
        places.push((row.said.id, row.title.words));
    }
    let mut with_claims = Vec::new();
    for (id, words) in places {
        if !reader.claims(Some(id), Page::first(1))?.is_empty() {
            with_claims.push((id, words));
        }
    }
    let hint = "say which with --of";
    match with_claims.as_slice() {
        [] => Err(Failure::refused(
            "no question and no dialogue here has claims under it",
            "put one with `polylogue claim add --question Q TEXT`",
        )),
        [(id, _)] => Ok(*id),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|(id, words)| format!("{} ({})", id.short(), words::clip(words, 40)))
                .collect();
            let names = names.join(", ");
            Err(Failure::refused(
                format!("several have claims: {names}"),
                hint,
            ))
        }
    }
}

/// The groups of the map by people's numbers; none for those in no group.
fn groups(it: &Exported) -> std::collections::BTreeMap<u64, Option<u64>> {
    let group = |person: usize| it.map.grouping.group_of[person].map(u64::from);
    let people = it.roll.people.iter().enumerate();
    people.map(|(place, id)| (*id, group(place))).collect()
}

/// Reads what is to be written, and compares its votes and its map with what they were made from.
fn check_same(files: &[NamedFile], it: &Exported, folder: &Path) -> Result<(), Failure> {
    let again = polis::read(files, Options::default()).ok();
    let again = again.map(|again| Exported::of(again, folder)).transpose()?;
    let is_same = again.is_some_and(|again| {
        again.roll == it.roll && again.standing == it.standing && again.map == it.map
    });
    if is_same {
        return Ok(());
    }
    Err(Failure::refused(
        "what was to be written could not be read back the same, so nothing was written",
        "this is a mistake of the program; please report it with the name of the commons",
    ))
}

/// Writes the files beside their places and moves them there once all are whole.
fn write(folder: &Path, files: &[NamedFile]) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |it: std::io::Error| Failure::file(FileAct::Write, &path, &it)
    };
    check_free(folder, files)?;
    let ancestors = folder.ancestors().take_while(|it| !it.exists());
    let made = ancestors.last().filter(|it| !it.as_os_str().is_empty());
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    let next = |name: &str| folder.join(format!("{name}.part"));
    let mut written: Result<(), Failure> = Ok(());
    for file in files {
        let path = next(&file.name);
        written = written.and_then(|()| std::fs::write(&path, &file.bytes).map_err(failed(&path)));
    }
    for file in files {
        let (from, to): (PathBuf, PathBuf) = (next(&file.name), folder.join(&file.name));
        written = written.and_then(|()| std::fs::rename(&from, &to).map_err(failed(&to)));
    }
    if written.is_err() {
        for file in files {
            // What is left of an export that was not finished is of no use to anybody.
            std::fs::remove_file(next(&file.name)).unwrap_or_default();
        }
        if let Some(made) = made {
            std::fs::remove_dir_all(made).unwrap_or_default();
        }
    }
    written
}

/// Refuses a folder in which something else is.
fn check_free(folder: &Path, files: &[NamedFile]) -> Result<(), Failure> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if files.iter().all(|it| it.name != name) {
            return Err(Failure::refused(
                format!("{} holds something else: {name}", folder.display()),
                "name an empty folder, or one that is not there yet",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_that_cannot_be_finished_leaves_nothing() {
        let home = tempfile::tempdir().expect("one");
        let folder = home.path().join("out/set");
        let file = |name: &str| NamedFile {
            name: name.to_owned(),
            bytes: b"whole".to_vec(),
        };
        // The second cannot be written, as on a disk that is full.
        let files = [file("votes.csv"), file("not-there/comments.csv")];
        assert!(write(&folder, &files).is_err());
        assert!(!home.path().join("out").exists());
        // In a folder that was there, what was there stays.
        std::fs::create_dir_all(&folder).expect("made");
        std::fs::write(folder.join("votes.csv"), "before").expect("written");
        assert!(write(&folder, &files).is_err());
        let names = std::fs::read_dir(&folder).expect("there").count();
        let kept = std::fs::read_to_string(folder.join("votes.csv")).expect("there");
        assert_eq!((names, kept.as_str()), (1, "before"));
        assert!(write(&folder, &files[..1]).is_ok());
    }
}
