//! What every page knows: the words, the time, the commons it is in, and what was refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Admission;
use polylogue_store::query;

use crate::copy::Facts;
use crate::form::Form;
use crate::link::Link;
use crate::markdown::Kept;
use crate::routes::Name;
use crate::words::Words;

/// What every page knows.
pub struct Context<'a> {
    /// The words of the interface.
    pub words: &'a Words,
    /// Texts already read.
    pub kept: &'a Kept,
    /// Whether the home is thrown away when the program stops.
    pub is_trial: bool,
    /// Seconds since 1970-01-01 UTC, for "today" and "yesterday".
    pub now: u64,
    /// What was asked for behind the `?`.
    pub query: &'a Form,
    /// What was just refused, with what was written.
    pub refused: Option<&'a Refused>,
    /// The copy the page is in, if it is published.
    pub copy: Option<&'a Facts>,
    /// What was written in forms of the page and kept, not published.
    pub drafts: Vec<Draft>,
    /// The commons the page is in.
    pub here: Option<Here>,
}

/// An act that was refused: its form keeps what was written.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The route of the act.
    pub form: Name,
    /// What was written.
    pub written: Form,
    /// Why not, in a sentence.
    pub sentence: String,
    /// What to do instead.
    pub hint: String,
}

/// What was written in a form and is kept on this machine until it is published.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The route of the form.
    pub form: Name,
    /// What was written.
    pub written: Form,
}

/// The commons a page is in, and the reader in it.
#[derive(Debug, Clone)]
pub struct Here {
    /// Its id.
    pub commons: OperationId,
    /// Its title.
    pub title: query::Words,
    /// Its language.
    pub language: String,
    /// Its licence.
    pub licence: String,
    /// How newcomers become members.
    pub admission: Admission,
    /// Perspectives by id, as chips.
    pub chips: Arc<BTreeMap<OperationId, Chip>>,
    /// The reader's key here.
    pub me: Key,
    /// How much there is of each thing.
    pub counts: query::Counts,
    /// What the reader may do.
    pub may: May,
    /// How it stands with other peers.
    pub reach: PeersLine,
    /// Who is writing what just now.
    pub present: Vec<AtWork>,
    /// What was just done, if it can be taken back.
    pub done: Option<OperationId>,
    /// The version of what is shown, which grows with every change to the commons.
    pub version: u64,
}

/// Somebody who is writing just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtWork {
    /// Who.
    pub who: query::PersonRef,
    /// The turn being answered, or the dialogue a turn is being written for.
    pub about: OperationId,
}

/// A perspective as it stands beside words: mark and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Its name.
    pub name: query::Words,
    /// Its short name.
    pub short: String,
    /// Its place in order of arrival, from 0.
    pub mark: u64,
}

/// What the reader may do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct May {
    /// Say things.
    pub speak: Allowed,
    /// Vote.
    pub vote: Allowed,
    /// Admit newcomers.
    pub greet: Allowed,
    /// Vouch for newcomers.
    pub vouch: Allowed,
    /// Hide, restore, remove.
    pub moderate: Allowed,
    /// Change the law.
    pub keep: Allowed,
}

/// Whether something is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Allowed {
    /// It is.
    Yes,
    /// It is, and counts once somebody greets the newcomer.
    AsNewcomer,
    /// It is not.
    #[default]
    No,
}

impl Allowed {
    /// Whether it can be done at all.
    #[must_use]
    pub fn is(self) -> bool {
        self != Self::No
    }
}

/// What the foot of every page says about other peers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeersLine {
    /// Peers known.
    pub known: u64,
    /// Of these, heard from today.
    pub heard_today: u64,
    /// Own contributions that no other peer is known to hold.
    pub only_here: u64,
}

impl Here {
    /// A page of this commons.
    #[must_use]
    pub fn to(&self, name: Name) -> Link {
        Link::within(&self.commons, name)
    }

    /// A page about one thing of this commons.
    #[must_use]
    pub fn of(&self, name: Name, id: &OperationId) -> Link {
        Link::of(&self.commons, name, id)
    }

    /// A turn where it stands in its dialogue, by its number there.
    #[must_use]
    pub fn turn_in(&self, dialogue: &OperationId, number: u64) -> Link {
        Link::of_turn(&self.commons, dialogue, number)
    }

    /// Others who are writing about something just now.
    #[must_use]
    pub fn others_at(&self, about: &OperationId) -> Vec<&query::PersonRef> {
        let at_it = self.present.iter().filter(|it| it.about == *about);
        at_it
            .map(|it| &it.who)
            .filter(|it| it.key != self.me)
            .collect()
    }

    /// Whether the reader is writing about something, in this window or another.
    #[must_use]
    pub fn is_at(&self, about: &OperationId) -> bool {
        let mut all = self.present.iter();
        all.any(|it| it.about == *about && it.who.key == self.me)
    }

    /// A page about one person of this commons.
    #[must_use]
    pub fn person(&self, name: Name, key: &Key) -> Link {
        Link::of_person(&self.commons, name, key)
    }
}

impl Context<'_> {
    /// What was written in a form of this page and kept, if anything was.
    #[must_use]
    pub fn draft(&self, form: Name) -> Option<&Form> {
        let found = self.drafts.iter().find(|it| it.form == form);
        found.map(|it| &it.written)
    }

    /// The commons of a page that is in one.
    ///
    /// # Panics
    /// On a page outside any commons, which is a bug of ours.
    #[must_use]
    pub fn here(&self) -> &Here {
        self.here
            .as_ref()
            .expect("pages of a commons are asked for with its path")
    }
}
