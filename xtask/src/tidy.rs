//! `cargo xtask tidy`: the house rules that no compiler and no linter checks.
//!
//! Each rule is a pure function over what was read, in a file of its own with its own tests:
//! `arrows` (which crate may know which), `words` (what a crate may not even name), `layout`
//! (sizes, names, leftovers), `documents` (titles and links), `dependencies` (each one argued for).

mod arrows;
mod dependencies;
mod documents;
mod layout;
mod words;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::step::{self, Failure};

/// One file of the project: its path from the root with `/`, its length and its text.
#[derive(Debug)]
pub(crate) struct File {
    /// From the project's root, parts joined by `/`.
    pub(crate) path: String,
    /// Length on disk, in bytes.
    pub(crate) byte_count: usize,
    /// Absent where the bytes are not UTF-8: pictures, archives.
    pub(crate) text: Option<String>,
}

/// One broken rule, with the place and what to do instead.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// The file the rule is broken in.
    pub(crate) path: String,
    /// Counted from 1; 0 where the whole file is meant.
    pub(crate) line: usize,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

impl Finding {
    /// Builds a finding about one line, counted from 1, or about a whole file with 0.
    pub(crate) fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.path, self.message),
            line => write!(formatter, "{}:{line}: {}", self.path, self.message),
        }
    }
}

/// Checks the whole project and refuses it if any rule is broken.
pub(crate) fn run() -> Result<(), Failure> {
    println!("== tidy");
    let root = step::project_root()?;
    let files = read_files(&root)?;
    let packages = arrows::read_packages(&read_metadata()?).map_err(Failure::Environment)?;

    let mut findings = arrows::check(&packages);
    findings.extend(words::check(&files));
    findings.extend(layout::check(&files));
    findings.extend(documents::check(&files));
    findings.extend(dependencies::check(&files));
    findings.sort();

    println!(
        "{} files, {} crates of ours, {} packages in Cargo.lock",
        files.len(),
        packages.len(),
        dependencies::count_locked_packages(&files)
    );
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!("== tidy: passed");
        Ok(())
    } else {
        Err(Failure::Refused(format!(
            "tidy found {} broken rules",
            findings.len()
        )))
    }
}

/// Asks cargo which packages the workspace has and what each depends on.
fn read_metadata() -> Result<String, Failure> {
    let output = step::cargo(&["metadata", "--no-deps", "--format-version", "1"])?
        .output()
        .map_err(|source| {
            Failure::Environment(format!("`cargo metadata` could not be started: {source}"))
        })?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::Environment(format!(
            "`cargo metadata` failed: {}",
            words.trim()
        )));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| Failure::Environment("`cargo metadata` did not answer in UTF-8".to_owned()))
}

/// Reads every file of the project in path order, leaving out what the root `.gitignore` names.
fn read_files(root: &Path) -> Result<Vec<File>, Failure> {
    let mut ignored = vec![".git".to_owned()];
    if let Ok(text) = fs::read_to_string(root.join(".gitignore")) {
        let names = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix('/'));
        ignored.extend(names.map(|name| name.trim_end_matches('/').to_owned()));
    }
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root.join(&folder))
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|source| unreadable(&folder, &source))?;
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() {
                name
            } else {
                format!("{folder}/{name}")
            };
            let kind = entry
                .file_type()
                .map_err(|source| unreadable(&path, &source))?;
            if ignored.contains(&path) {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                files.push(read_file(root, path)?);
            }
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(files)
}

/// Reads one file whole; tidy refuses the large ones afterwards.
fn read_file(root: &Path, path: String) -> Result<File, Failure> {
    let bytes = fs::read(root.join(&path)).map_err(|source| unreadable(&path, &source))?;
    let byte_count = bytes.len();
    Ok(File {
        path,
        byte_count,
        text: String::from_utf8(bytes).ok(),
    })
}

/// Says that a file or folder could not be read.
fn unreadable(path: &str, source: &std::io::Error) -> Failure {
    Failure::Environment(format!("`{path}` could not be read: {source}"))
}

/// A file for the rules' own tests.
#[cfg(test)]
pub(crate) fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        byte_count: text.len(),
        text: Some(text.to_owned()),
    }
}
