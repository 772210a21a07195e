//! `polylogue synthesis edit DOCUMENT` without a text: opens one's own editor on the text, with
//! what it is saved against on top. The editor runs in the process that was typed, wherever the
//! home is open; what was written is kept in its file until it is saved.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::arguments::Common;
use crate::failure::{Failure, FileAct};

/// Shows the text, opens the editor on it, and saves what changed; gives the exit code.
///
/// # Errors
/// A refusal if there is no editor, it fails, or nothing was changed.
pub(crate) fn edit(common: &Common, typed: &[String], document: &str) -> Result<u8, Failure> {
    let editor = editor()?;
    let shown = polylogue(common, &["synthesis", "show", document, "--text"])?
        .stderr(Stdio::inherit())
        .output()
        .map_err(|it| not_run(&it))?;
    if !shown.status.success() {
        return Ok(code(shown.status));
    }
    let file = keep(&shown.stdout)?;
    open(&editor, &file)?;
    let written = std::fs::read(&file).map_err(|it| Failure::file(FileAct::Read, &file, &it))?;
    if written == shown.stdout {
        remove(&file);
        let hint = "change the text in the editor, save the file and close it";
        return Err(Failure::refused("nothing was changed", hint));
    }
    let saved = save(typed, &written)?;
    if saved == 0 {
        remove(&file);
    } else {
        let words = format!("what you wrote is kept in {}", file.display());
        let hint = format!(
            "`polylogue synthesis edit {document} - < {}` saves it",
            file.display()
        );
        return Err(Failure::refused(words, hint));
    }
    Ok(saved)
}

/// The editor of whoever types, with its own arguments.
fn editor() -> Result<Vec<String>, Failure> {
    let named = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|it| std::env::var(it).ok());
    let mut words = named.map(|it| {
        it.split_whitespace()
            .map(ToOwned::to_owned)
            .collect::<Vec<_>>()
    });
    words.find(|it| !it.is_empty()).ok_or_else(|| {
        let hint = "set EDITOR to your editor, or give the text: `-` reads it";
        Failure::environment("no editor is named by VISUAL or EDITOR", hint)
    })
}

fn open(editor: &[String], file: &Path) -> Result<(), Failure> {
    let (program, arguments) = editor.split_first().expect("an editor has a name");
    let ended = Command::new(program).args(arguments).arg(file).status();
    let kept = || format!("the text is kept in {}", file.display());
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::environment(
            format!("{program} ended with {status}; nothing was saved"),
            kept(),
        )),
        Err(failure) => Err(Failure::environment(
            format!("{program} could not be run: {failure}"),
            kept(),
        )),
    }
}

/// A file of one's own for the text.
fn keep(text: &[u8]) -> Result<PathBuf, Failure> {
    use std::io::Write as _;
    let folder = std::env::temp_dir();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut number = 0_u32;
    loop {
        let name = format!("polylogue-text-{}-{number}.md", std::process::id());
        let path = folder.join(name);
        match options.open(&path) {
            Ok(mut file) => {
                let written = file.write_all(text);
                return match written {
                    Ok(()) => Ok(path),
                    Err(it) => Err(Failure::file(FileAct::Write, &path, &it)),
                };
            }
            Err(it) if it.kind() == std::io::ErrorKind::AlreadyExists && number < 100 => {
                number += 1;
            }
            Err(it) => return Err(Failure::file(FileAct::Write, &path, &it)),
        }
    }
}

fn remove(file: &Path) {
    // What cannot be removed now is removed by the system with its other temporary files.
    std::fs::remove_file(file).unwrap_or_default();
}

/// The verb that was typed, with the text on its standard input.
fn save(typed: &[String], text: &[u8]) -> Result<u8, Failure> {
    use std::io::Write as _;
    let program = std::env::current_exe().map_err(|it| not_run(&it))?;
    let mut child = Command::new(program)
        .args(typed.iter().skip(1))
        .arg("-")
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|it| not_run(&it))?;
    if let Some(mut input) = child.stdin.take() {
        // One that ends early says why by its code.
        input.write_all(text).unwrap_or_default();
    }
    let ended = child.wait().map_err(|it| not_run(&it))?;
    Ok(code(ended))
}

fn polylogue(common: &Common, words: &[&str]) -> Result<Command, Failure> {
    let program = std::env::current_exe().map_err(|it| not_run(&it))?;
    let mut command = Command::new(program);
    if let Some(home) = &common.home {
        command.arg("--home").arg(home);
    }
    if let Some(commons) = &common.commons {
        command.arg("--commons").arg(commons);
    }
    command.args(words);
    Ok(command)
}

fn not_run(failure: &std::io::Error) -> Failure {
    Failure::environment(
        format!("this program could not be run again: {failure}"),
        "give the text instead: `polylogue synthesis edit DOCUMENT -` reads it",
    )
}

fn code(status: std::process::ExitStatus) -> u8 {
    status
        .code()
        .and_then(|it| u8::try_from(it).ok())
        .unwrap_or(101)
}
