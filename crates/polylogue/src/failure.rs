//! Why a verb did not do what was asked: a sentence, a hint, and whose turn it is.

use std::io::Read;
use std::path::{Path, PathBuf};

/// Why a verb did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// What was asked is refused, or what was named is not here.
    #[error("{sentence}")]
    Refused {
        /// What happened and why.
        sentence: String,
        /// What to do next.
        hint: String,
    },
    /// What was typed cannot be understood.
    #[error("{sentence}")]
    Usage {
        /// What is wrong with it.
        sentence: String,
        /// What to type instead.
        hint: String,
    },
    /// The machine did not let it happen: disk, network, rights, another process.
    #[error("{sentence}")]
    Environment {
        /// What was attempted and what came in its way.
        sentence: String,
        /// What to do next.
        hint: String,
    },
}

impl Failure {
    /// A refusal.
    pub(crate) fn refused(sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused {
            sentence: sentence.into(),
            hint: hint.into(),
        }
    }

    /// Something typed that cannot be understood.
    pub(crate) fn usage(sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage {
            sentence: sentence.into(),
            hint: hint.into(),
        }
    }

    /// Something the machine did not let happen.
    pub(crate) fn environment(sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Environment {
            sentence: sentence.into(),
            hint: hint.into(),
        }
    }

    /// A file that could not be read or written.
    pub(crate) fn file(act: FileAct, path: &Path, source: &std::io::Error) -> Self {
        let verb = match act {
            FileAct::Read => "read",
            FileAct::Write => "written",
        };
        let hint = match source.kind() {
            std::io::ErrorKind::NotFound => "look at the path; it is taken from where you are",
            std::io::ErrorKind::PermissionDenied => "look at who may read and write there",
            std::io::ErrorKind::StorageFull => "make room on the disk and try again",
            _ => "look at the path and at the disk, then try again",
        };
        Self::environment(
            format!("{} could not be {verb}: {source}", path.display()),
            hint,
        )
    }

    /// What to do next.
    pub(crate) fn hint(&self) -> &str {
        match self {
            Self::Refused { hint, .. }
            | Self::Usage { hint, .. }
            | Self::Environment { hint, .. } => hint,
        }
    }

    /// The exit code: 1 refused or not found, 2 usage, 3 environment.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Refused { .. } => 1,
            Self::Usage { .. } => 2,
            Self::Environment { .. } => 3,
        }
    }

    /// The two lines on standard error.
    pub(crate) fn lines(&self) -> String {
        crate::output::shown(&format!("{self}\nhint: {}\n", self.hint()))
    }
}

/// What was attempted on a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileAct {
    /// Reading.
    Read,
    /// Writing.
    Write,
}

/// Looks whether a file may be written: one that is not there, or an earlier one that begins
/// alike. Answers the sentence to say where something is replaced.
///
/// # Errors
/// A refusal if what is there is something else, or no file at all.
pub(crate) fn check_replaceable(path: &Path, begins: &str) -> Result<Option<String>, Failure> {
    let Ok(found) = std::fs::metadata(path) else {
        return Ok(None);
    };
    let mut beginning = Vec::new();
    let room = u64::try_from(begins.len()).unwrap_or(u64::MAX);
    let is_alike = found.is_file()
        && std::fs::File::open(path)
            .and_then(|it| it.take(room).read_to_end(&mut beginning))
            .is_ok_and(|_| beginning == begins.as_bytes());
    if is_alike {
        return Ok(Some(format!(
            "{} was there already and is replaced",
            path.display()
        )));
    }
    Err(Failure::refused(
        format!(
            "{} is there already and is something else: nothing was written over it",
            path.display()
        ),
        "name another file",
    ))
}

/// Reads a file, refusing one that is longer than `bytes_max`.
pub(crate) fn read_file(path: &PathBuf, bytes_max: u64) -> Result<Vec<u8>, Failure> {
    let length = std::fs::metadata(path)
        .map_err(|it| Failure::file(FileAct::Read, path, &it))?
        .len();
    if length > bytes_max {
        return Err(Failure::refused(
            format!(
                "{} is {length} bytes long, more than the {bytes_max} allowed",
                path.display()
            ),
            "give a shorter file",
        ));
    }
    std::fs::read(path).map_err(|it| Failure::file(FileAct::Read, path, &it))
}

impl From<polylogue_node::Refusal> for Failure {
    fn from(refusal: polylogue_node::Refusal) -> Self {
        let (sentence, hint) = (with_sources(&refusal), refusal.hint());
        if refusal.is_failure() {
            Self::environment(sentence, hint)
        } else {
            Self::refused(sentence, hint)
        }
    }
}

impl From<polylogue_store::StoreFault> for Failure {
    fn from(fault: polylogue_store::StoreFault) -> Self {
        Self::environment(with_sources(&fault), fault.hint())
    }
}

/// A failure's sentence and those of what caused it, each once.
fn with_sources(failure: &dyn std::error::Error) -> String {
    let mut sentence = failure.to_string();
    let mut source = failure.source();
    while let Some(cause) = source {
        let words = cause.to_string();
        if !sentence.contains(&words) {
            sentence.push_str(": ");
            sentence.push_str(&words);
        }
        source = cause.source();
    }
    sentence
}
