//! What a verb works with: the open home, what was typed around it, and how texts, paths and
//! reasons are understood. How ids and names are understood stands in `context/naming.rs`, what is
//! read for several verbs in `context/reading.rs`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_node::intent::{Done, Intent, Worded};
use polylogue_node::{Node, Refusal};
use polylogue_store::Reader;

use crate::arguments::{Because, Common, InLanguage, STANDARD_INPUT};
use crate::failure::Failure;
use crate::words;

mod naming;
mod reading;

pub(crate) use self::naming::passage_of;

/// What a verb works with.
#[derive(Debug)]
pub(crate) struct Context {
    /// The open home.
    pub(crate) node: Node,
    /// The flags every verb takes.
    pub(crate) common: Common,
    /// Where it was typed.
    pub(crate) folder: PathBuf,
    /// What stood on standard input, where a text argument is `-`.
    pub(crate) input: Option<Vec<u8>>,
    /// Who runs the verb.
    pub(crate) runner: Runner,
}

/// Who runs a verb.
#[derive(Debug, Clone)]
pub(crate) enum Runner {
    /// The process it was typed in, which owns the home while the verb runs.
    Here,
    /// The process that owns the home, for another.
    Owner {
        /// Where the owner's pages are.
        address: Address,
    },
}

/// Where an owner's pages are: each address lets one browser in, so that each asks for its own.
#[derive(Clone)]
pub(crate) struct Address(Arc<dyn Fn() -> String + Send + Sync>);

impl Address {
    /// An address made anew each time.
    pub(crate) fn new(make: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }

    /// An address that nobody has used yet.
    pub(crate) fn fresh(&self) -> String {
        (self.0)()
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Address(…)")
    }
}

impl Context {
    /// A path as typed, from where it was typed.
    pub(crate) fn path(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }

    /// The commons meant: named, the only one, or the last used.
    ///
    /// # Errors
    /// A refusal if there is none of that name, or several.
    pub(crate) fn commons(&self) -> Result<OperationId, Failure> {
        self.commons_of(self.common.commons.as_deref())
    }

    /// A commons by its title or id.
    ///
    /// # Errors
    /// A refusal if there is none of that name, or several.
    pub(crate) fn commons_named(&self, name: &str) -> Result<OperationId, Failure> {
        self.commons_of(Some(name))
    }

    fn commons_of(&self, named: Option<&str>) -> Result<OperationId, Failure> {
        let id = self
            .node
            .find_commons(named)
            .map_err(|refusal| match named {
                None if self.node.commons().is_ok_and(|it| it.is_empty()) => Failure::refused(
                    "there is no commons in this home yet",
                    "found one with `polylogue commons new`, or enter one with `polylogue join`",
                ),
                None => Failure::refused(
                    "it is not clear which commons is meant",
                    "name one with --commons; `polylogue commons list` shows what is here",
                ),
                Some(name) => self.not_one_commons(name, refusal),
            })?;
        if named.is_some() {
            self.use_commons(id);
        }
        Ok(id)
    }

    /// Why a name leads to no commons: none has it, or several, which are listed with their ids.
    fn not_one_commons(&self, name: &str, refusal: Refusal) -> Failure {
        let Refusal::Ambiguous { .. } = refusal else {
            return refusal.into();
        };
        let folded = name.trim().to_lowercase();
        let all = self.node.commons().unwrap_or_default();
        let fitting: Vec<String> = all
            .iter()
            .filter(|it| {
                let title = it.title.to_lowercase();
                title.starts_with(&folded) || it.id.to_string().starts_with(&folded)
            })
            .map(|it| format!("{} (“{}”)", it.id.short(), it.title))
            .collect();
        Failure::refused(
            format!("several commons fit “{name}”: {}", fitting.join(", ")),
            "name the one you mean by the beginning of its id, with --commons",
        )
    }

    /// Where something was looked for: `here`, or the commons by name where there are several.
    pub(crate) fn place(&self) -> String {
        let all = self.node.commons().unwrap_or_default();
        let Ok(id) = self.commons() else {
            return "here".to_owned();
        };
        match all.iter().find(|it| it.id == id) {
            Some(it) if all.len() > 1 => format!("in “{}” ({})", it.title, id.short()),
            Some(_) | None => "here".to_owned(),
        }
    }

    /// Remembers the commons as the one last used. A home that cannot be written can still be
    /// read, so that failing to remember is no failure of the verb.
    pub(crate) fn use_commons(&self, id: OperationId) {
        self.node.use_commons(id).unwrap_or_default();
    }

    /// A snapshot of the commons meant.
    ///
    /// # Errors
    /// Those of [`Context::commons`] and of the disk.
    pub(crate) fn reader(&self) -> Result<Reader, Failure> {
        self.reader_of(self.commons()?)
    }

    /// A snapshot of a commons.
    ///
    /// # Errors
    /// Those of the disk.
    pub(crate) fn reader_of(&self, commons: OperationId) -> Result<Reader, Failure> {
        let me = self.node.me(&commons)?;
        Ok(self.node.reader(&commons)?.for_me(Some(me)))
    }

    /// Does one thing in the commons meant.
    ///
    /// # Errors
    /// The refusal of the act.
    pub(crate) fn perform(&self, intent: Intent) -> Result<Done, Failure> {
        let commons = self.commons()?;
        let done = self.node.perform(&commons, intent);
        done.map_err(|refusal| self.in_names(refusal))
    }

    /// A refusal as people read it: who is meant by name, and ids no longer than they are typed.
    fn in_names(&self, refusal: Refusal) -> Failure {
        let (whole, short) = match &refusal {
            Refusal::AlreadyAMember { person }
            | Refusal::NotAMemberThere { person }
            | Refusal::OfficeNotHeld { person, .. } => {
                let known = self.reader().ok();
                let known = known.and_then(|it| it.person_of_key(person).ok());
                let name = known.map_or_else(|| person.short(), |it| words::person(&it));
                (person.to_string(), name)
            }
            Refusal::OtherThing { id, .. }
            | Refusal::NotErasable { id }
            | Refusal::NotHidden { id }
            | Refusal::AlreadyWithdrawn { id }
            | Refusal::AlreadyErased { id }
            | Refusal::NotModerated { id }
            | Refusal::TextNotHere { id }
            | Refusal::WordsNotFound { id, .. } => (id.to_string(), id.short()),
            Refusal::NoWords { what: "the reason" } => return Self::needs_a_reason(),
            _ => return refusal.into(),
        };
        Failure::refused(refusal.to_string().replace(&whole, &short), refusal.hint())
    }

    /// A text as typed, or standard input where it is `-`.
    ///
    /// # Errors
    /// A usage failure if standard input is not UTF-8.
    pub(crate) fn text(&self, text: &str) -> Result<String, Failure> {
        if text != STANDARD_INPUT {
            return Ok(text.to_owned());
        }
        let input = self.input.clone().unwrap_or_default();
        let words = String::from_utf8(input).map_err(|_| {
            Failure::usage(
                "standard input is not text in UTF-8",
                "convert it to UTF-8 first",
            )
        })?;
        Ok(words.trim_end_matches(['\n', '\r']).to_owned())
    }

    /// A text and the language it is in.
    ///
    /// # Errors
    /// Those of [`Context::text`].
    pub(crate) fn worded(&self, text: &str, language: &InLanguage) -> Result<Worded, Failure> {
        Ok(Worded {
            words: self.text(text)?,
            language: language.language.clone(),
        })
    }

    /// A text that may be missing.
    ///
    /// # Errors
    /// Those of [`Context::text`].
    pub(crate) fn worded_if(
        &self,
        text: Option<&String>,
        language: &InLanguage,
    ) -> Result<Option<Worded>, Failure> {
        text.map(|it| self.worded(it, language)).transpose()
    }

    /// A reason, empty where none was given.
    ///
    /// # Errors
    /// Those of [`Context::text`].
    pub(crate) fn reason(&self, because: &Because) -> Result<Worded, Failure> {
        let reason = because.because.as_deref().unwrap_or_default();
        self.worded(reason, &InLanguage::default())
    }

    /// A reason that must be given: the act touches somebody else.
    ///
    /// # Errors
    /// A usage failure if there is none, and those of [`Context::text`].
    pub(crate) fn reason_given(&self, because: &Because) -> Result<Worded, Failure> {
        let reason = self.reason(because)?;
        if polylogue_core::text::is_blank(&reason.words) {
            return Err(Self::needs_a_reason());
        }
        Ok(reason)
    }

    /// Why an act over somebody else is not done without a word.
    fn needs_a_reason() -> Failure {
        Failure::usage(
            "this needs a reason that everybody can read and answer",
            "say why with --because \"…\"",
        )
    }
}
