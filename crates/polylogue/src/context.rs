//! What a verb works with: the open home, what was typed around it, and how texts, paths and
//! reasons are understood. How ids and names are understood stands in `context/naming.rs`, what is
//! read for several verbs in `context/reading.rs`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use polylogue_core::id::OperationId;
use polylogue_node::Node;
use polylogue_node::intent::{Done, Intent, Worded};
use polylogue_store::Reader;

use crate::arguments::{Because, Common, InLanguage, STANDARD_INPUT};
use crate::failure::Failure;

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
        let named = self.common.commons.as_deref();
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
                Some(_) => refusal.into(),
            })?;
        if named.is_some() {
            self.use_commons(id);
        }
        Ok(id)
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
        Ok(self.node.perform(&self.commons()?, intent)?)
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
        if reason.words.trim().is_empty() {
            return Err(Failure::usage(
                "this needs a reason that everybody can read and answer",
                "say why with --because \"…\"",
            ));
        }
        Ok(reason)
    }
}
