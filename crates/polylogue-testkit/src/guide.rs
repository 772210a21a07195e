//! Guide pages that run: every `$` line of a `console` block is typed into the built program, and
//! what it writes is compared with what the page says.
//!
//! - `alice$ polylogue …` runs in Alice's home; any name makes a home, `$` alone is one too.
//! - `NAME=$(polylogue …)` keeps what was written; `$NAME` stands for it afterwards.
//! - `echo "…" | polylogue …` writes to standard input; `polylogue … &` goes on in the background
//!   once it has written a line, and `kill %1` asks that home's process to stop.
//! - In what is expected, `[..]` stands for anything within a line, a line `...` for any lines,
//!   and `[exit 1]` at the end for an exit code other than 0.
//! - A block whose info string names a file, as in "```wikitext Village.mediawiki", is written
//!   into the folder where everything runs.
//! - With `UPDATE_GUIDE=1`, output that differs is written into the page.

mod page;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use self::page::{Block, Page, Step};
use crate::command::{Ended, Program, Running};

/// Why a page does not hold.
#[derive(Debug, thiserror::Error)]
pub enum GuideFault {
    /// The page or a file of it cannot be read or written.
    #[error("{path} could not be read or written: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line that this runner does not understand.
    #[error("{page}:{line}: {what}")]
    Line {
        /// The page's name.
        page: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// What was written is not what the page says.
    #[error("{page}:{line}: `{command}` wrote\n{actual}\nand the page says\n{expected}")]
    Differs {
        /// The page's name.
        page: String,
        /// The line, from 1.
        line: usize,
        /// What was typed.
        command: String,
        /// What it wrote.
        actual: String,
        /// What the page says.
        expected: String,
    },
}

/// Runs a page with a built program; with `UPDATE_GUIDE=1` brings it up to date.
///
/// # Errors
/// A [`GuideFault`] for the first line that does not hold.
pub fn run(path: &Path, program: &Path) -> Result<(), GuideFault> {
    let file = |source| GuideFault::File {
        path: path.to_owned(),
        source,
    };
    let text = std::fs::read_to_string(path).map_err(file)?;
    let mut page = Page::read(&text);
    let folder = tempfile::tempdir().map_err(file)?;
    let mut walk = Walk {
        name: path
            .file_name()
            .map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default(),
        program: program.to_owned(),
        folder: folder.path().to_owned(),
        kept: BTreeMap::new(),
        running: BTreeMap::new(),
        is_update: std::env::var_os("UPDATE_GUIDE").is_some(),
    };
    for block in &mut page.blocks {
        walk.take_block(block)?;
    }
    if walk.is_update {
        std::fs::write(path, page.write()).map_err(file)?;
    }
    Ok(())
}

/// One walk through a page.
struct Walk {
    name: String,
    program: PathBuf,
    folder: PathBuf,
    kept: BTreeMap<String, String>,
    running: BTreeMap<String, Running>,
    is_update: bool,
}

impl Walk {
    fn take_block(&mut self, block: &mut Block) -> Result<(), GuideFault> {
        match block {
            Block::Prose(_) => Ok(()),
            Block::File { name, text, .. } => {
                let path = self.folder.join(name);
                let folder = path.parent().unwrap_or(&self.folder).to_owned();
                std::fs::create_dir_all(folder)
                    .and_then(|()| std::fs::write(&path, text))
                    .map_err(|source| GuideFault::File { path, source })
            }
            Block::Console { steps, .. } => {
                steps.iter_mut().try_for_each(|step| self.take_step(step))
            }
        }
    }

    fn take_step(&mut self, step: &mut Step) -> Result<(), GuideFault> {
        let actual = self.type_in(step)?;
        if words::fits(&step.expected, &actual, step.order) {
            return Ok(());
        }
        if self.is_update {
            step.expected = words::general(&actual);
            return Ok(());
        }
        Err(GuideFault::Differs {
            page: self.name.clone(),
            line: step.line,
            command: step.typed.join("\n"),
            actual: actual.join("\n"),
            expected: step.expected.join("\n"),
        })
    }

    /// Types one command and gives the lines it wrote.
    fn type_in(&mut self, step: &Step) -> Result<Vec<String>, GuideFault> {
        let fault = |what: &str| GuideFault::Line {
            page: self.name.clone(),
            line: step.line,
            what: what.to_owned(),
        };
        let command = step
            .command()
            .ok_or_else(|| fault("this prompt has no command"))?;
        let kept = words::filled(&command, &self.kept).map_err(|it| fault(&it))?;
        let home = step.home().to_owned();
        if kept == "kill %1" {
            let running = self
                .running
                .remove(&home)
                .ok_or_else(|| fault("nothing runs here"))?;
            return Ok(lines_of(&running.stop()));
        }
        let program = self.program_of(&home);
        if kept.starts_with("polylogue say ") {
            wait_for_the_next_second();
        }
        let (input, rest) = match kept.split_once(" | ") {
            Some((echo, rest)) if echo.starts_with("echo ") => (Some(&echo[5..]), rest),
            _ => (None, kept.as_str()),
        };
        if let Some((name, inner)) = words::assignment(rest) {
            let ended = self
                .run(&program, inner, input)
                .ok_or_else(|| fault("no command"))?;
            self.kept
                .insert(name.to_owned(), ended.output.trim_end().to_owned());
            // What was kept is not shown; a refusal is.
            let shown = Ended {
                output: String::new(),
                ..ended
            };
            let is_done = shown.code == Some(0);
            return Ok(if is_done {
                Vec::new()
            } else {
                lines_of(&shown)
            });
        }
        if let Some(rest) = rest.strip_suffix(" &") {
            let arguments = words::split(rest).ok_or_else(|| fault("no command"))?;
            let arguments: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
            let running = program.start(&arguments);
            let lines = vec![running.first_line.clone()];
            self.running.insert(home, running);
            return Ok(lines);
        }
        let ended = self
            .run(&program, rest, input)
            .ok_or_else(|| fault("no command"))?;
        Ok(lines_of(&ended))
    }

    fn program_of(&self, home: &str) -> Program {
        Program {
            path: self.program.clone(),
            home: self.folder.join("homes").join(home),
            folder: self.folder.clone(),
        }
    }

    fn run(&self, program: &Program, typed: &str, input: Option<&str>) -> Option<Ended> {
        let arguments = words::split(typed)?;
        let (first, arguments) = arguments.split_first()?;
        if first != "polylogue" {
            return None;
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let input = input
            .and_then(words::split)
            .map(|it| format!("{}\n", it.join(" ")));
        Some(program.run_with_input(&arguments, input.as_deref().map(str::as_bytes)))
    }
}

/// Claimed times are whole seconds: what two people said within one has no order of its own.
fn wait_for_the_next_second() {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let passed = Duration::from_nanos(u64::from(since.subsec_nanos()));
    std::thread::sleep(Duration::from_secs(1).saturating_sub(passed));
}

/// Both outputs and the exit code, as a page shows them.
fn lines_of(ended: &Ended) -> Vec<String> {
    let mut lines: Vec<String> = ended.output.lines().map(str::to_owned).collect();
    lines.extend(ended.error.lines().map(str::to_owned));
    match ended.code {
        Some(0) => {}
        Some(code) => lines.push(format!("[exit {code}]")),
        None => lines.push("[ended by a signal]".to_owned()),
    }
    lines
}
