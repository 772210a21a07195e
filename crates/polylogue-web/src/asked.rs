//! One request as pages and acts see it: who asks for what, in which commons.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Admission, OfficeKind};
use polylogue_node::intent::{Done, Intent};
use polylogue_node::maps::{MapOf, Maps, OpenMap, Scrutiny};
use polylogue_node::refusal::Refusal;
use polylogue_node::{Node, Telling};
use polylogue_store::Reader;
use polylogue_store::query::{CommonsRow, DialogueBrief, PersonBrief, PerspectiveRow, Standing};
use polylogue_store::sift::Sifted;

use crate::context::{Allowed, AtWork, Context, Draft, Here, May, PeersLine, Refused};
use crate::copy::{Copy, NOBODY};
use crate::form::Form;
use crate::known::{Known, KnownCommons};
use crate::markdown::Kept;
use crate::reach::Reach;
use crate::routes::Name;
use crate::tickets::Tickets;
use crate::trouble::Trouble;
use crate::words::{Tongue, Words};

/// What lasts from request to request.
#[derive(Debug, Default)]
pub struct Lasting {
    /// Texts already read.
    pub kept: Kept,
    /// How it stands with other peers, as last looked.
    pub reach: Reach,
    /// Invitations made since the server started.
    pub tickets: Tickets,
    /// Whether the home is thrown away when the program stops.
    pub is_trial: bool,
    /// Which commons a beginning of an id stood for before.
    commons: Mutex<BTreeMap<String, OperationId>>,
    /// What many pages need, for each version of a commons.
    pub known: KnownCommons,
    /// Maps of copies that are being published; those of a peer are its own.
    pub maps: Maps,
    /// The language of the interface that was chosen, if one was.
    tongue: Mutex<Option<Tongue>>,
    /// Grows with everything kept for this home alone that pages show.
    own: AtomicU64,
}

impl Lasting {
    /// What lasts of a home, or of one that is thrown away when the program stops.
    #[must_use]
    pub fn of_home(is_trial: bool) -> Self {
        Self {
            is_trial,
            ..Self::default()
        }
    }

    fn commons_of(&self, prefix: &str, node: &Node) -> Option<OperationId> {
        let commons = self.commons.lock().unwrap_or_else(PoisonError::into_inner);
        commons
            .get(prefix)
            .copied()
            .filter(|id| node.me(id).is_ok())
    }

    /// The language of the interface that was chosen; none: as the browser asks.
    #[must_use]
    pub fn chosen(&self) -> Option<Tongue> {
        *self.tongue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on the interface is in this language; none: as the browser asks.
    pub fn choose(&self, tongue: Option<Tongue>) {
        *self.tongue.lock().unwrap_or_else(PoisonError::into_inner) = tongue;
    }

    /// A number that grows whenever a draft or a place in a text is kept, so that no page shown
    /// before is shown again.
    #[must_use]
    pub fn own_version(&self) -> u64 {
        self.own.load(Ordering::Relaxed)
    }

    fn remember(&self, prefix: &str, id: OperationId) {
        let mut commons = self.commons.lock().unwrap_or_else(PoisonError::into_inner);
        if commons.len() < COMMONS_MAX {
            commons.insert(prefix.to_owned(), id);
        }
    }
}

/// How many beginnings of ids of commons are remembered.
const COMMONS_MAX: usize = 1024;

/// One request.
pub struct Asked<'a> {
    from: From<'a>,
    /// The words of the interface.
    pub words: &'a Words,
    /// What lasts.
    pub lasting: &'a Lasting,
    /// The time.
    pub now: u64,
    /// `{commons}` of the path; empty if it has none.
    pub commons: String,
    /// `{id}` of the path; empty if it has none.
    pub id: String,
    /// Behind the `?`.
    pub query: Form,
    /// What the form sent; empty where nothing was posted.
    pub form: Form,
    /// The file that was sent with the form.
    pub file: Option<Bytes>,
    /// What was just refused.
    pub refused: Option<Refused>,
    found: OnceCell<OperationId>,
    reader: OnceCell<Reader>,
    known: OnceCell<Arc<Known>>,
    here: OnceCell<Here>,
    drafts: RefCell<Vec<Draft>>,
}

/// What a request is answered from.
#[derive(Clone, Copy)]
enum From<'a> {
    /// A running peer.
    Peer(&'a Node),
    /// A copy that is being published.
    Copy(&'a Copy<'a>),
}

/// The parts of a request that come from its address and body.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// The path and what is behind the `?`, as sent.
    pub target: String,
    /// `{commons}` of the path.
    pub commons: String,
    /// `{id}` of the path.
    pub id: String,
    /// Behind the `?`.
    pub query: Form,
    /// The form.
    pub form: Form,
    /// The file that was sent with it.
    pub file: Option<Bytes>,
    /// The languages the browser asks for, as its header has them.
    pub accepts: String,
}

impl<'a> Asked<'a> {
    /// A request.
    #[must_use]
    pub fn new(
        node: &'a Node,
        (words, lasting): (&'a Words, &'a Lasting),
        now: u64,
        sent: Sent,
    ) -> Self {
        Self::from(From::Peer(node), (words, lasting), now, sent)
    }

    /// A request for a page of a copy. It is asked by nobody and at no time, so that the same copy
    /// gives the same page.
    #[must_use]
    pub fn of_copy(
        copy: &'a Copy<'a>,
        (words, lasting): (&'a Words, &'a Lasting),
        sent: Sent,
    ) -> Self {
        Self::from(From::Copy(copy), (words, lasting), 0, sent)
    }

    fn from(
        from: From<'a>,
        (words, lasting): (&'a Words, &'a Lasting),
        now: u64,
        sent: Sent,
    ) -> Self {
        Self {
            from,
            words,
            lasting,
            now,
            commons: sent.commons,
            id: sent.id,
            query: sent.query,
            form: sent.form,
            file: sent.file,
            refused: None,
            found: OnceCell::new(),
            reader: OnceCell::new(),
            known: OnceCell::new(),
            here: OnceCell::new(),
            drafts: RefCell::default(),
        }
    }

    /// The peer.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] of a copy: what only a running peer can say is not in it.
    pub fn node(&self) -> Result<&'a Node, Trouble> {
        match self.from {
            From::Peer(node) => Ok(node),
            From::Copy(_) => Err(Trouble::NotFound),
        }
    }

    /// The copy that is being published, if one is.
    #[must_use]
    pub fn copy(&self) -> Option<&'a Copy<'a>> {
        match self.from {
            From::Peer(_) => None,
            From::Copy(copy) => Some(copy),
        }
    }

    /// A map of the commons of the path, as the snapshot shows the votes.
    ///
    /// # Errors
    /// A [`Trouble`] if it is not here or cannot be read.
    pub fn map(&self, of: MapOf) -> Result<Arc<OpenMap>, Trouble> {
        let (commons, reader) = (self.commons()?, self.reader()?);
        Ok(match self.from {
            From::Peer(node) => node.map(commons, reader, of)?,
            From::Copy(_) => self.lasting.maps.of(commons, reader, of)?,
        })
    }

    /// A map of the commons of the path held against itself.
    ///
    /// # Errors
    /// As [`Asked::map`].
    pub fn scrutiny(&self, under: Option<OperationId>) -> Result<Arc<Scrutiny>, Trouble> {
        let (commons, reader) = (self.commons()?, self.reader()?);
        Ok(match self.from {
            From::Peer(node) => node.scrutiny(commons, reader, under)?,
            From::Copy(_) => self.lasting.maps.scrutiny(commons, reader, under)?,
        })
    }

    /// The commons of the path.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] if there is none such here.
    pub fn commons(&self) -> Result<OperationId, Trouble> {
        if let Some(copy) = self.copy() {
            return Ok(copy.commons);
        }
        if let Some(id) = self.found.get() {
            return Ok(*id);
        }
        if self.commons.len() < PREFIX_MIN || !is_hex(&self.commons) {
            return Err(Trouble::NotFound);
        }
        let id = match self.lasting.commons_of(&self.commons, self.node()?) {
            Some(id) => id,
            None => {
                let id = self.node()?.find_commons(Some(&self.commons))?;
                self.lasting.remember(&self.commons, id);
                id
            }
        };
        Ok(*self.found.get_or_init(|| id))
    }

    /// One snapshot of the commons, the same for the whole request.
    ///
    /// # Errors
    /// A [`Trouble`] if it is not here or cannot be read.
    pub fn reader(&self) -> Result<&Reader, Trouble> {
        if let Some(copy) = self.copy() {
            return Ok(&copy.reader);
        }
        if self.reader.get().is_none() {
            let commons = self.commons()?;
            let me = self.node()?.me(&commons)?;
            let reader = self.node()?.reader(&commons)?.for_me(Some(me));
            return Ok(self.reader.get_or_init(|| reader));
        }
        self.reader.get().ok_or(Trouble::NotFound)
    }

    /// What many pages need of the commons of the path, at the version of the snapshot.
    ///
    /// # Errors
    /// As [`Asked::reader`].
    pub fn known(&self) -> Result<&Known, Trouble> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let known = self.lasting.known.of(self.commons()?, self.reader()?)?;
        Ok(self.known.get_or_init(|| known))
    }

    /// The commons at a glance.
    ///
    /// # Errors
    /// As [`Asked::reader`].
    pub fn commons_row(&self) -> Result<&CommonsRow, Trouble> {
        self.known()?.row(self.reader()?)
    }

    /// All perspectives, in order of arrival.
    ///
    /// # Errors
    /// As [`Asked::reader`].
    pub fn perspectives(&self) -> Result<&[PerspectiveRow], Trouble> {
        self.known()?.perspectives(self.reader()?)
    }

    /// Where each perspective stands.
    ///
    /// # Errors
    /// As [`Asked::reader`].
    pub fn sifted(&self) -> Result<&Sifted, Trouble> {
        self.known()?.sifted(self.reader()?)
    }

    /// All dialogues by need ([`Known::dialogues`]).
    ///
    /// # Errors
    /// As [`Asked::reader`].
    pub fn dialogues(&self) -> Result<&[DialogueBrief], Trouble> {
        self.known()?.dialogues(self.reader()?)
    }

    /// Everybody in the order of the page of people ([`Known::people`]).
    ///
    /// # Errors
    /// As [`Asked::reader`].
    pub fn people(&self) -> Result<&[PersonBrief], Trouble> {
        self.known()?.people(self.reader()?, self.me()?)
    }

    /// The thing of the path.
    ///
    /// # Errors
    /// [`Trouble::NotFound`], or a refusal if the beginning fits several.
    pub fn thing(&self) -> Result<OperationId, Trouble> {
        self.resolve(&self.id)
    }

    /// A thing by the beginning of its id.
    ///
    /// # Errors
    /// As [`Asked::thing`].
    pub fn resolve(&self, prefix: &str) -> Result<OperationId, Trouble> {
        if prefix.len() < PREFIX_MIN || !is_hex(prefix) {
            return Err(Trouble::NotFound);
        }
        let found = self.reader()?.resolve(prefix)?;
        match found.as_slice() {
            [] => Err(Trouble::NotFound),
            [(one, _)] => Ok(*one),
            several => Err(ambiguous(prefix, several.len())),
        }
    }

    /// Things named in a field by the beginnings of their ids.
    ///
    /// # Errors
    /// As [`Asked::thing`].
    pub fn things(&self, name: &str) -> Result<Vec<OperationId>, Trouble> {
        let all = self
            .form
            .all(name)
            .flat_map(|it| it.split([' ', ',', ';', '\n']));
        all.filter(|it| !it.is_empty())
            .map(|it| self.resolve(it.trim()))
            .collect()
    }

    /// The person of the path.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] if nobody has such a key.
    pub fn person(&self) -> Result<Key, Trouble> {
        if self.id.len() < PREFIX_MIN || !is_hex(&self.id) {
            return Err(Trouble::NotFound);
        }
        let found = self.reader()?.people_of_digits(&self.id)?;
        match found.as_slice() {
            [] => Err(Trouble::NotFound),
            [one] => Ok(*one),
            several => Err(ambiguous(&self.id, several.len())),
        }
    }

    /// The reader's key in the commons.
    ///
    /// # Errors
    /// A [`Trouble`] if the commons is not here.
    pub fn me(&self) -> Result<Key, Trouble> {
        match self.from {
            From::Peer(node) => Ok(node.me(&self.commons()?)?),
            From::Copy(_) => Ok(NOBODY),
        }
    }

    /// Does one thing in the commons of the path.
    ///
    /// # Errors
    /// [`Trouble::Refused`]; then nothing was done.
    pub fn perform(&self, intent: Intent) -> Result<Done, Trouble> {
        let commons = self.commons()?;
        let done = self.node()?.perform(&commons, intent)?;
        self.lasting.reach.forget(&commons);
        Ok(done)
    }

    /// Brings a conversation in, as the reader.
    ///
    /// # Errors
    /// A [`Trouble`] if it was refused.
    pub fn import_transcript(
        &self,
        said: &polylogue_node::import::transcript::Transcript,
        pasted: &polylogue_node::import::transcript::Pasted,
    ) -> Result<OperationId, Trouble> {
        Ok(self
            .node()?
            .import_transcript(&self.commons()?, said, pasted)?)
    }

    /// Finds what was written in a form about a thing and kept, for the page that holds the form.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be read.
    pub fn with_draft(&self, form: Name, about: &OperationId) -> Result<Option<Form>, Trouble> {
        let From::Peer(node) = self.from else {
            return Ok(None);
        };
        let kept = node.draft(&self.commons()?, &draft_place(form, about))?;
        let written = kept.map(|it| Form::read(it.as_bytes()));
        if let Some(written) = &written {
            self.drafts.borrow_mut().push(Draft {
                form,
                written: written.clone(),
            });
        }
        Ok(written)
    }

    /// Keeps what was written in a form about a thing; empty words forget it.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be written.
    pub fn keep_draft(&self, form: Name, about: &OperationId, kept: &str) -> Result<(), Trouble> {
        if is_told_to_others(form) {
            let at = Some(*about).filter(|_| !kept.is_empty());
            self.node()?.note_writing(&self.commons()?, at)?;
        }
        self.keep_own(&draft_place(form, about), kept)
    }

    /// Up to where the reader read a dialogue, if they said so.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be read.
    pub fn read_until(&self, dialogue: &OperationId) -> Result<Option<ReadUntil>, Trouble> {
        let From::Peer(node) = self.from else {
            return Ok(None);
        };
        let kept = node.draft(&self.commons()?, &read_place(dialogue))?;
        Ok(kept.and_then(|it| {
            let (time, turns) = it.split_once(' ')?;
            Some(ReadUntil {
                time: time.parse().ok()?,
                turns: turns.parse().ok()?,
            })
        }))
    }

    /// Remembers that the reader read a dialogue up to here.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be written.
    pub fn keep_read(&self, dialogue: &OperationId, turns: u64) -> Result<(), Trouble> {
        self.keep_own(&read_place(dialogue), &format!("{} {turns}", self.now))
    }

    /// For whom the reader spoke last in a dialogue, and with what kind of remark.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be read.
    pub fn last_voice(&self, dialogue: &OperationId) -> Result<Form, Trouble> {
        let From::Peer(node) = self.from else {
            return Ok(Form::default());
        };
        let kept = node.draft(&self.commons()?, &voice_place(dialogue))?;
        Ok(Form::read(kept.unwrap_or_default().as_bytes()))
    }

    /// Remembers for whom the reader speaks in a dialogue.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be written.
    pub fn keep_voice(&self, dialogue: &OperationId, kept: &str) -> Result<(), Trouble> {
        self.keep_own(&voice_place(dialogue), kept)
    }

    /// Whether the reader put the first steps away.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be read.
    pub fn put_away(&self) -> Result<bool, Trouble> {
        let From::Peer(node) = self.from else {
            return Ok(true);
        };
        Ok(node.draft(&self.commons()?, STEPS)?.is_some())
    }

    /// Remembers that the reader put the first steps away.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be written.
    pub fn keep_put_away(&self) -> Result<(), Trouble> {
        self.keep_own(STEPS, "away")
    }

    /// Puts it on or off that others are told what the reader is writing.
    ///
    /// # Errors
    /// A [`Trouble`] if it cannot be written.
    pub fn set_telling(&self, telling: Telling) -> Result<(), Trouble> {
        self.node()?
            .set_presence_telling(&self.commons()?, telling)?;
        self.lasting.own.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn keep_own(&self, place: &str, kept: &str) -> Result<(), Trouble> {
        self.node()?.keep_draft(&self.commons()?, place, kept)?;
        self.lasting.own.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// What every page knows.
    ///
    /// # Errors
    /// A [`Trouble`] if the commons of the path is not here or cannot be read.
    pub fn context(&self) -> Result<Context<'_>, Trouble> {
        let here = if self.commons.is_empty() {
            None
        } else {
            Some(self.here()?.clone())
        };
        Ok(self.context_in(here))
    }

    /// What every page knows, in this commons or in none.
    #[must_use]
    pub fn context_in(&self, here: Option<Here>) -> Context<'_> {
        Context {
            words: self.words,
            kept: &self.lasting.kept,
            is_trial: self.lasting.is_trial,
            now: self.now,
            query: &self.query,
            refused: self.refused.as_ref(),
            copy: self.copy().map(|it| it.facts),
            drafts: self.drafts.borrow().clone(),
            here,
        }
    }

    /// The commons of the path, and the reader in it.
    ///
    /// # Errors
    /// A [`Trouble`] if it is not here or cannot be read.
    pub fn here(&self) -> Result<&Here, Trouble> {
        if let Some(here) = self.here.get() {
            return Ok(here);
        }
        let here = self.read_here()?;
        Ok(self.here.get_or_init(|| here))
    }

    fn read_here(&self) -> Result<Here, Trouble> {
        let commons = self.commons()?;
        let reader = self.reader()?;
        let row = self.commons_row()?;
        let me = self.me()?;
        let standing = reader.person_of_key(&me)?.standing;
        Ok(Here {
            commons,
            may: match self.from {
                From::Peer(_) => may(row, standing, me, self.now),
                From::Copy(_) => May::default(),
            },
            reach: self.peers_line(&commons)?,
            present: self.present(&commons)?,
            done: self
                .query
                .given("done")
                .and_then(|it| self.resolve(it).ok()),
            chips: Arc::clone(self.known()?.chips(reader)?),
            title: row.title.clone(),
            language: row.language.clone(),
            licence: row.licence.clone(),
            admission: row.admission,
            counts: row.counts,
            version: self.known()?.version(),
            me,
        })
    }

    /// Who is writing what; nobody who does not take part here.
    fn present(&self, commons: &OperationId) -> Result<Vec<AtWork>, Trouble> {
        let reader = self.reader()?;
        let mut present = Vec::new();
        let From::Peer(node) = self.from else {
            return Ok(present);
        };
        for it in node.present(commons)? {
            let who = reader.person_of_key(&it.person)?;
            let takes_part = !matches!(who.standing, Standing::Left | Standing::Removed);
            if takes_part && !who.name.words.is_empty() {
                let about = it.about;
                present.push(AtWork { who, about });
            }
        }
        Ok(present)
    }

    fn peers_line(&self, commons: &OperationId) -> Result<PeersLine, Trouble> {
        let From::Peer(node) = self.from else {
            return Ok(PeersLine::default());
        };
        let status = self.lasting.reach.look(node, commons, self.now)?;
        let today = self.now - self.now % DAY_SECONDS;
        let is_today = |it: &polylogue_node::status::PeerRow| {
            it.is_connected || it.heard.is_some_and(|heard| heard >= today)
        };
        Ok(PeersLine {
            known: status.peers.len() as u64,
            heard_today: status.peers.iter().filter(|it| is_today(it)).count() as u64,
            only_here: status.here_only,
        })
    }
}

/// Up to where somebody read a dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadUntil {
    /// When, in seconds since 1970-01-01 UTC.
    pub time: u64,
    /// How many turns it had then.
    pub turns: u64,
}

/// Forms of which others see that somebody is at them.
fn is_told_to_others(form: Name) -> bool {
    matches!(
        form,
        Name::Say | Name::AnswerTurn | Name::SaveSynthesis | Name::WordLine
    )
}

fn draft_place(form: Name, about: &OperationId) -> String {
    format!("{}/{about}", crate::routes::of(form).word)
}

fn read_place(dialogue: &OperationId) -> String {
    format!("read/{dialogue}")
}

fn voice_place(dialogue: &OperationId) -> String {
    format!("voice/{dialogue}")
}

/// Where it is kept that the first steps were put away.
const STEPS: &str = "steps";

const DAY_SECONDS: u64 = 86_400;
/// Fewer digits than this are not taken for an id.
const PREFIX_MIN: usize = 8;

fn ambiguous(prefix: &str, count: usize) -> Trouble {
    Trouble::Refused(Refusal::Ambiguous {
        prefix: prefix.to_owned(),
        count: count as u64,
    })
}

fn is_hex(text: &str) -> bool {
    text.len() <= 64 && text.bytes().all(|it| it.is_ascii_hexdigit())
}

/// What a person may do, from where they stand; the node has the last word.
fn may(row: &CommonsRow, standing: Standing, me: Key, now: u64) -> May {
    let if_member = |is_so: bool| match (standing, is_so) {
        (Standing::Member, true) => Allowed::Yes,
        _ => Allowed::No,
    };
    let speak = match standing {
        Standing::Member => Allowed::Yes,
        Standing::Newcomer if row.admission == Admission::Open => Allowed::AsNewcomer,
        _ => Allowed::No,
    };
    let vote = if standing == Standing::Voter {
        Allowed::Yes
    } else {
        speak
    };
    let holds = |kind: OfficeKind| {
        row.offices
            .iter()
            .any(|it| it.kind == kind && it.holder.key == me && now < it.end)
    };
    let is_keeper = row.keepers.iter().any(|it| it.key == me);
    May {
        speak,
        vote,
        greet: if_member(holds(OfficeKind::Greeter)),
        vouch: if_member(row.admission != Admission::Invitation),
        moderate: if_member(holds(OfficeKind::Moderator)),
        keep: if is_keeper { Allowed::Yes } else { Allowed::No },
    }
}

/// A refusal in the words of the interface: a sentence, and what to do instead.
#[must_use]
pub fn refusal_in_words(words: &Words, refusal: &Refusal) -> (String, String) {
    let key = format!("refusal-{}", refusal.name());
    let arguments = refusal.arguments();
    let filled: Vec<_> = arguments
        .iter()
        .map(|(name, value)| (*name, crate::words::Fill::fill(value)))
        .collect();
    let (sentence, hint) = (
        words.say(&key, &filled),
        words.say(&format!("{key}-hint"), &filled),
    );
    // A refusal newer than these words still says what is so.
    let sentence = if words.has(&key) {
        sentence
    } else {
        refusal.to_string()
    };
    let hint = if words.has(&format!("{key}-hint")) {
        hint
    } else {
        refusal.hint().to_owned()
    };
    (sentence, hint)
}
