//! Where an act is prepared: what its author can look up, and the pen they sign with.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Admission, Body, BroughtIn, Kind, Law, Note, OfficeKind};
use polylogue_core::operation::Operation;
use polylogue_core::passage::Passage;
use polylogue_core::text::{Text, is_blank};
use polylogue_core::verdict::{Verdict, Wait};
use polylogue_store::query::{Door, MinuteRow, Page, PersonRow, Standing, Thing, Wording};
use polylogue_store::{Reader, Store};

use crate::act::office_name;
use crate::intent::{BaseLine, Provenance, Quoting, Worded};
use crate::invitation::Kept;
use crate::node::Held;
use crate::pen::{Edge, Pen};
use crate::refusal::Refusal;
use crate::rendered;

const MINUTES_MAX: u64 = 1_000;

/// What came of an act: operations to keep, and the private half of an invitation, if it made one.
pub(crate) struct Signed {
    pub(crate) operations: Vec<Operation>,
    pub(crate) invitation: Option<Kept>,
    /// What stands already, where the act would only have repeated it.
    pub(crate) standing: Option<OperationId>,
}

/// One person about to say something in one commons.
pub(crate) struct Desk<'a> {
    store: &'a Store,
    reader: Reader,
    me: Key,
    mine: Option<PersonRow>,
    act: OperationId,
    law: Law,
    pen: Pen,
    edge: Edge,
    invitation: Option<Kept>,
    standing: Option<OperationId>,
    because: Option<Worded>,
    undoes: Option<OperationId>,
}

impl<'a> Desk<'a> {
    pub(crate) fn open(held: &'a Held, edge: Edge) -> Result<Self, Refusal> {
        let reader = held.reader()?;
        let place = held.place()?;
        let act = place.act.unwrap_or(held.id);
        let law = law_of(&held.store, act)?;
        let me = held.me();
        let mine = reader.person(me)?;
        let pen = Pen::new(held.key(), held.id, place, edge);
        Ok(Self {
            store: &held.store,
            reader,
            me,
            mine,
            act,
            law,
            pen,
            edge,
            invitation: None,
            standing: None,
            because: None,
            undoes: None,
        })
    }

    pub(crate) fn finish(mut self) -> Signed {
        Signed {
            operations: self.pen.take(),
            invitation: self.invitation,
            standing: self.standing,
        }
    }

    /// Signs the next operation.
    pub(crate) fn say(&mut self, body: impl Into<Body>) -> Result<OperationId, Refusal> {
        self.pen.say(body)
    }

    /// What was signed so far.
    pub(crate) fn signed(&self) -> &[Operation] {
        self.pen.signed()
    }

    /// The store as it was before anything was signed.
    pub(crate) fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Says why a document is changed.
    pub(crate) fn explain(&mut self, reason: Worded) {
        self.because = Some(reason);
    }

    /// Says which change is taken back.
    pub(crate) fn note_undone(&mut self, change: OperationId) {
        self.undoes = Some(change);
    }

    /// Signs why a document is changed, if that was said; and the change that is taken back.
    pub(crate) fn take_reason(
        &mut self,
    ) -> Result<(Option<OperationId>, Option<OperationId>), Refusal> {
        let because = match self.because.take() {
            Some(reason) => self.note(&reason)?,
            None => None,
        };
        Ok((because, self.undoes.take()))
    }

    /// The store of the commons, for what reads much of it.
    pub(crate) fn store(&self) -> &'a Store {
        self.store
    }

    pub(crate) fn me(&self) -> Key {
        self.me
    }

    /// The person behind this home's key: itself, or the root it speaks for as a device.
    pub(crate) fn person(&self) -> Key {
        self.mine.as_ref().map_or(self.me, |it| it.person.key)
    }

    /// Checks that this home holds the person's root key, not only a device's.
    pub(crate) fn check_root(&self) -> Result<(), Refusal> {
        if self.person() == self.me {
            Ok(())
        } else {
            Err(Refusal::RootOnly)
        }
    }

    /// Checks that this home's own key, where it is a device's, still speaks for its person.
    pub(crate) fn check_device(&self) -> Result<(), Refusal> {
        let devices = self.mine.iter().flat_map(|it| &it.devices);
        let is_over = devices.filter(|it| it.key == self.me).any(|it| {
            let is_past = it.end.is_some_and(|end| end <= self.now());
            it.is_ended || is_past
        });
        if is_over {
            Err(Refusal::DeviceOver)
        } else {
            Ok(())
        }
    }

    pub(crate) fn commons(&self) -> OperationId {
        self.pen.commons()
    }

    pub(crate) fn now(&self) -> u64 {
        (self.edge.clock)()
    }

    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        self.edge.bytes()
    }

    /// The resolution in force, as far as it is known here.
    pub(crate) fn act(&self) -> OperationId {
        self.act
    }

    pub(crate) fn law(&self) -> &Law {
        &self.law
    }

    pub(crate) fn language(&self) -> &str {
        &self.law.language
    }

    pub(crate) fn standing(&self) -> Standing {
        self.mine
            .as_ref()
            .map_or(Standing::Newcomer, |it| it.person.standing)
    }

    pub(crate) fn is_member(&self) -> bool {
        matches!(self.standing(), Standing::Member | Standing::Voter)
    }

    /// Why a newcomer may not write: whoever entered by a ticket waits for a vouch where the
    /// charter lets people in that way, and needs no other invitation.
    pub(crate) fn why_not_a_member(&self) -> Refusal {
        match self.law.admission {
            Admission::Vouching if self.mine.is_some() => Refusal::NotVouchedFor,
            Admission::Vouching | Admission::Open | Admission::Invitation => Refusal::NotAMember,
        }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.law.admission == Admission::Open
    }

    /// Whether this person holds an office now, under the law known here, be it for one dialogue.
    pub(crate) fn check_office(&self, office: OfficeKind) -> Result<(), Refusal> {
        match self.scopes(office).next() {
            Some(_) => Ok(()),
            None => Err(Refusal::NoOffice {
                office: office_name(office),
            }),
        }
    }

    /// Whether this person holds an office for the whole commons.
    pub(crate) fn check_whole_office(&self, office: OfficeKind) -> Result<(), Refusal> {
        self.check_office(office)?;
        if self.scopes(office).any(|scope| scope.is_none()) {
            Ok(())
        } else {
            Err(Refusal::OfficeScope {
                office: office_name(office),
            })
        }
    }

    /// Whether this person holds an office for one dialogue.
    pub(crate) fn holds_for(&self, office: OfficeKind, of: Option<OperationId>) -> bool {
        self.scopes(office).any(|scope| scope == of)
    }

    /// What this person holds an office for: dialogues, or the whole commons.
    fn scopes(&self, office: OfficeKind) -> impl Iterator<Item = Option<OperationId>> + '_ {
        let (now, person) = (self.now(), self.person());
        let held = self.law.offices.iter().filter(move |it| {
            let is_held = it.kind == office && it.holder == person;
            is_held && now < it.end && now < self.law.roll_end
        });
        held.map(|it| it.scope)
    }

    /// The dialogue a hide is held to by whoever moderates only that; nothing for who moderates
    /// the whole commons.
    pub(crate) fn moderated_within(
        &self,
        target: OperationId,
    ) -> Result<Option<OperationId>, Refusal> {
        let office = OfficeKind::Moderator;
        let refused = match self.check_whole_office(office) {
            Ok(()) => return Ok(None),
            Err(refused) => refused,
        };
        let shown_in = self.reader.what(target)?.and_then(|it| it.dialogue);
        let said_in = match self.body_of(target)? {
            Some(Body::Turn(turn)) => Some(turn.dialogue),
            Some(_) | None => None,
        };
        let stands_in = |scope: &OperationId| [shown_in, said_in].contains(&Some(*scope));
        let within = self.scopes(office).flatten().find(stands_in);
        within.map(Some).ok_or(refused)
    }

    /// As [`Desk::moderated_within`], for showing again what a hide took out of sight.
    pub(crate) fn restores_within(
        &self,
        hide: OperationId,
    ) -> Result<Option<OperationId>, Refusal> {
        let office = OfficeKind::Moderator;
        let refused = match self.check_whole_office(office) {
            Ok(()) => return Ok(None),
            Err(refused) => refused,
        };
        let held_to = match self.body_of(hide)? {
            Some(Body::Hide(hide)) => hide.dialogue,
            Some(_) | None => None,
        };
        let within = self.scopes(office).flatten();
        let within = within.into_iter().find(|scope| held_to == Some(*scope));
        within.map(Some).ok_or(refused)
    }

    /// A proposal of this law that follows the one in force and waits for assents, if there is one.
    pub(crate) fn waiting_proposal(&self, law: &Law) -> Result<Option<OperationId>, Refusal> {
        for row in self.reader.minutes(Page::first(MINUTES_MAX))? {
            if row.kind == Kind::Resolution.number()
                && row.verdict == Verdict::Waiting(Wait::Assent)
                && let Some(Body::Resolution(it)) = self.body_of(row.said.id)?
                && it.parent == self.act
                && it.law == *law
            {
                return Ok(Some(row.said.id));
            }
        }
        Ok(None)
    }

    /// Whether this person proposed a resolution, or assented to it.
    pub(crate) fn has_assented(&self, resolution: OperationId) -> Result<bool, Refusal> {
        let mut signed = self.acts_on(resolution, &[Kind::Assent])?;
        signed.push(resolution);
        for id in signed {
            if self.is_mine(self.operation(id)?.header().key)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Vouches that somebody's admission rests on, in order of id.
    pub(crate) fn vouches_relied_on(&self) -> Result<Vec<OperationId>, Refusal> {
        Ok(self.store.vouches_relied_on()?)
    }

    /// Invitations still open that a person wrote, or came by.
    pub(crate) fn open_doors_of(&self, person: Key) -> Result<Vec<OperationId>, Refusal> {
        let doors = self.reader.doors_of(person)?;
        let is_open = |it: &&Door| !it.is_closed && it.end > self.now();
        Ok(doors.iter().filter(is_open).map(|it| it.id).collect())
    }

    pub(crate) fn check_keeper(&self) -> Result<(), Refusal> {
        self.check_root()?;
        if self.law.roll.contains(&self.me) {
            Ok(())
        } else {
            Err(Refusal::NotAKeeper)
        }
    }

    pub(crate) fn check_vouching(&self) -> Result<(), Refusal> {
        match self.law.admission {
            Admission::Open | Admission::Vouching => Ok(()),
            Admission::Invitation => Err(Refusal::NoVouching),
        }
    }

    /// Words in their language, or in that of the commons.
    pub(crate) fn text(&self, worded: &Worded) -> Text {
        let language = worded.language.as_deref().unwrap_or(self.language());
        Text::new(&worded.words, language)
    }

    /// Words, if there are any.
    pub(crate) fn optional_text(&self, worded: Option<&Worded>) -> Option<Text> {
        worded
            .filter(|it| !is_blank(&it.words))
            .map(|it| self.text(it))
    }

    /// Signs words as a note that can be erased, if there are any.
    pub(crate) fn note(&mut self, worded: &Worded) -> Result<Option<OperationId>, Refusal> {
        let Some(text) = self.optional_text(Some(worded)) else {
            return Ok(None);
        };
        self.say(Note { text }).map(Some)
    }

    /// Signs the reason of an act that needs one.
    pub(crate) fn needed_note(&mut self, worded: &Worded) -> Result<OperationId, Refusal> {
        self.note(worded)?
            .ok_or(Refusal::NoWords { what: "the reason" })
    }

    /// Checks that an id is here and names one of some things.
    pub(crate) fn expect(
        &self,
        id: OperationId,
        things: &[Thing],
        expected: &'static str,
    ) -> Result<(), Refusal> {
        match self.what(id)? {
            Some(thing) if things.contains(&thing) => Ok(()),
            Some(_) | None => Err(Refusal::OtherThing { id, expected }),
        }
    }

    /// What an id that is here stands for. What a newcomer said does not count yet; it is there for
    /// the newcomer to go on from.
    fn what(&self, id: OperationId) -> Result<Option<Thing>, Refusal> {
        let known = self.reader.what(id)?.and_then(|it| it.what);
        if known.is_some() {
            return Ok(known);
        }
        let operation = self.operation(id)?;
        let is_own = self.is_mine(operation.header().key)? && !self.is_member();
        Ok(Thing::of_kind(operation.header().kind).filter(|_| is_own))
    }

    pub(crate) fn expect_all(
        &self,
        ids: &[OperationId],
        things: &[Thing],
        expected: &'static str,
    ) -> Result<(), Refusal> {
        ids.iter()
            .try_for_each(|id| self.expect(*id, things, expected))
    }

    pub(crate) fn expect_kind(
        &self,
        id: OperationId,
        kind: Kind,
        expected: &'static str,
    ) -> Result<(), Refusal> {
        if self.kind_of(id)? == Some(kind) {
            Ok(())
        } else {
            Err(Refusal::OtherThing { id, expected })
        }
    }

    /// An operation that is here.
    pub(crate) fn operation(&self, id: OperationId) -> Result<Operation, Refusal> {
        let found = self.store.load(&[id], usize::MAX)?.into_iter().next();
        found.ok_or_else(|| Refusal::NotFound { id: id.to_string() })
    }

    /// A turn and every later wording of it by its author; anything else by itself.
    pub(crate) fn wordings(&self, id: OperationId) -> Result<Vec<OperationId>, Refusal> {
        let mut all = vec![id];
        let wordings = self.reader.turn_wordings(id)?;
        all.extend(wordings.into_iter().map(|it| it.id));
        Ok(in_order(all))
    }

    pub(crate) fn kind_of(&self, id: OperationId) -> Result<Option<Kind>, Refusal> {
        Ok(Kind::of(self.operation(id)?.header().kind))
    }

    pub(crate) fn body_of(&self, id: OperationId) -> Result<Option<Body>, Refusal> {
        Ok(self.operation(id)?.body().and_then(Result::ok))
    }

    /// Whether a key is this person's.
    pub(crate) fn is_mine(&self, key: Key) -> Result<bool, Refusal> {
        Ok(key == self.me || key == self.person() || self.has_device(key)?)
    }

    pub(crate) fn has_device(&self, key: Key) -> Result<bool, Refusal> {
        let devices = self.mine.iter().flat_map(|it| &it.devices);
        Ok(devices.into_iter().any(|it| it.key == key))
    }

    /// Checks that an operation is this person's own.
    pub(crate) fn check_author(&self, id: OperationId) -> Result<(), Refusal> {
        let key = self.operation(id)?.header().key;
        if self.is_mine(key)? {
            Ok(())
        } else {
            Err(Refusal::NotTheAuthor)
        }
    }

    /// Where a person stands; somebody never heard of is a newcomer.
    pub(crate) fn standing_of(&self, person: Key) -> Result<Standing, Refusal> {
        Ok(self.reader.person_of_key(&person)?.standing)
    }

    pub(crate) fn admission_of(&self, person: Key) -> Result<Option<OperationId>, Refusal> {
        Ok(self
            .reader
            .person(person)?
            .and_then(|it| it.admission)
            .map(|it| it.id))
    }

    /// A person's heads, across all their devices.
    pub(crate) fn heads_of(&self, person: Key) -> Result<Vec<OperationId>, Refusal> {
        Ok(self
            .store
            .author(&[person])?
            .heads
            .into_iter()
            .map(|(_, id)| id)
            .collect())
    }

    /// This person's heads that one device signed.
    pub(crate) fn heads_by(&self, device: Key) -> Result<Vec<OperationId>, Refusal> {
        let heads = self.heads_of(self.me)?;
        let operations = self.store.load(&heads, usize::MAX)?;
        let by_device = operations.iter().filter(|it| it.header().key == device);
        Ok(by_device.map(Operation::id).collect())
    }

    /// Writes of a register that nothing replaces, in order of id.
    pub(crate) fn standing_writes(
        &self,
        kind: Kind,
        of: OperationId,
        by: Option<Key>,
    ) -> Result<Vec<OperationId>, Refusal> {
        Ok(in_order(self.reader.unreplaced(kind, of, by)?))
    }

    /// Whether a word on a claim is about this perspective.
    pub(crate) fn is_about(&self, id: OperationId, perspective: OperationId) -> bool {
        match self.body_of(id) {
            Ok(Some(Body::ClaimHeld(held))) => held.perspective == perspective,
            Ok(_) | Err(_) => false,
        }
    }

    /// Whether a translation is into this language.
    pub(crate) fn is_in_language(&self, id: OperationId, language: &str) -> bool {
        match self.body_of(id) {
            Ok(Some(Body::Translation(translation))) => translation.text.language == language,
            Ok(_) | Err(_) => false,
        }
    }

    /// The wording of a thing that is current here.
    pub(crate) fn revision(&self, id: OperationId) -> Result<OperationId, Refusal> {
        match self.what(id)? {
            Some(Thing::Turn) => Ok(self.reader.turn(id)?.map_or(id, |it| it.revision)),
            Some(Thing::Perspective) => {
                let wordings = self.reader.unreplaced(Kind::PerspectiveRevise, id, None)?;
                Ok(wordings.last().copied().unwrap_or(id))
            }
            Some(_) | None => Ok(id),
        }
    }

    pub(crate) fn claim_is_under(&self, id: OperationId) -> Result<Option<OperationId>, Refusal> {
        match self.body_of(id)? {
            Some(Body::Claim(claim)) => Ok(claim.under),
            Some(_) | None => Ok(None),
        }
    }

    /// Joinings that count and name this invitation.
    pub(crate) fn joined_by(&self, invitation: OperationId) -> Result<Vec<OperationId>, Refusal> {
        Ok(self.reader.joined_by(invitation)?)
    }

    /// Removals of a person and their own leavings, which an admission answers by naming them.
    pub(crate) fn endings_of(&self, person: Key) -> Result<Vec<OperationId>, Refusal> {
        let (removal, leave) = (Kind::Removal.number(), Kind::Leave.number());
        let minutes = self.reader.minutes(Page::first(MINUTES_MAX))?;
        let is_ending = |it: &&polylogue_store::query::MinuteRow| {
            (it.kind == removal && it.person.as_ref().is_some_and(|of| of.key == person))
                || (it.kind == leave && it.said.by.key == person)
        };
        Ok(minutes
            .iter()
            .filter(is_ending)
            .map(|it| it.said.id)
            .collect())
    }

    /// Hides of a thing, or that hide itself, as far as nobody has shown it again.
    pub(crate) fn hides_of(&self, id: OperationId) -> Result<Vec<OperationId>, Refusal> {
        let (hide, restore) = (Kind::Hide.number(), Kind::Restore.number());
        let minutes = self.reader.minutes(Page::first(MINUTES_MAX))?;
        let counts = |it: &&MinuteRow| it.verdict == Verdict::Accepted;
        let mut answered = Vec::new();
        for row in minutes.iter().filter(counts) {
            if row.kind == restore
                && let Some(Body::Restore(it)) = self.body_of(row.said.id)?
            {
                answered.extend(it.hides);
            }
        }
        let is_of = |it: &&MinuteRow| {
            let is_named = it.said.id == id || it.about.iter().any(|about| about.id == id);
            it.kind == hide && is_named && !answered.contains(&it.said.id)
        };
        let hides = minutes.iter().filter(counts).filter(is_of);
        Ok(hides.map(|it| it.said.id).collect())
    }

    /// Acts of some kinds that name a thing, as far as they count.
    pub(crate) fn acts_on(
        &self,
        id: OperationId,
        kinds: &[Kind],
    ) -> Result<Vec<OperationId>, Refusal> {
        let mut acts = Vec::new();
        for row in self.reader.rest_on(id)? {
            if self.kind_of(row.id)?.is_some_and(|it| kinds.contains(&it)) {
                acts.push(row.id);
            }
        }
        Ok(acts)
    }

    /// Answers an act that would repeat what stands: nothing is signed, and this is what stands.
    pub(crate) fn leave_as_is(&mut self, standing: OperationId) {
        self.standing = Some(standing);
    }

    /// Wordings of a line that nothing replaces, the one that counts first.
    pub(crate) fn wordings_of(&self, line: OperationId) -> Result<Vec<Wording>, Refusal> {
        Ok(self
            .reader
            .line(line)?
            .map_or(Vec::new(), |(_, row)| row.wordings))
    }

    /// The document a line stands in.
    pub(crate) fn document_of_line(
        &self,
        line: OperationId,
    ) -> Result<Option<OperationId>, Refusal> {
        Ok(match self.body_of(line) {
            Ok(Some(Body::Line(it))) => Some(it.document),
            Ok(_) | Err(Refusal::NotFound { .. }) => None,
            Err(refusal) => return Err(refusal),
        })
    }

    /// The document a line stands in, or a refusal if it is no line.
    pub(crate) fn document_of(&self, line: OperationId) -> Result<OperationId, Refusal> {
        let found = self.reader.line(line)?;
        found.map(|it| it.0).ok_or(Refusal::OtherThing {
            id: line,
            expected: "line",
        })
    }

    /// The wording of a line that was shown when it was loaded.
    pub(crate) fn wording_of(&self, loaded: &BaseLine) -> Result<Wording, Refusal> {
        let other = |id| Refusal::OtherThing {
            id,
            expected: "wording of this line",
        };
        for id in &loaded.wordings {
            let is_of = match self.body_of(*id)? {
                Some(Body::Line(_)) => *id == loaded.line,
                Some(Body::LineText(it)) => it.line == loaded.line,
                Some(_) | None => false,
            };
            if !is_of {
                return Err(other(*id));
            }
        }
        let first = loaded.wordings.first().copied().unwrap_or(loaded.line);
        self.reader.wording(first)?.ok_or_else(|| other(first))
    }

    /// Places of a document's lines with their ids, in order.
    pub(crate) fn places_of(
        &self,
        document: OperationId,
    ) -> Result<Vec<(String, OperationId)>, Refusal> {
        let lines = self.reader.lines(document)?;
        Ok(lines.into_iter().map(|it| (it.place, it.said.id)).collect())
    }

    /// Keeps the private half of an invitation until the act is kept.
    pub(crate) fn keep_invitation(&mut self, id: OperationId, secret: [u8; 32], end: u64) {
        self.invitation = Some(Kept { id, secret, end });
    }

    /// Finds exact words in a turn or source and anchors them.
    pub(crate) fn passage(&self, quoting: &Quoting) -> Result<Passage, Refusal> {
        let id = quoting.of;
        let (revision, markdown) = self.readable(id)?;
        let paragraphs = rendered::paragraphs(&markdown);
        let plain = paragraphs.join("\n\n");
        let words = match quoting.paragraph {
            Some(paragraph) if quoting.words.trim().is_empty() => {
                let index = usize::try_from(paragraph)
                    .ok()
                    .and_then(|it| it.checked_sub(1));
                let count = paragraphs.len() as u64;
                let found = index.and_then(|it| paragraphs.get(it));
                found
                    .ok_or(Refusal::NoSuchParagraph { paragraph, count })?
                    .as_str()
            }
            Some(_) | None => quoting.words.as_str(),
        };
        let passage = Passage::of_words(id, revision, &plain, words);
        let passage = passage.ok_or_else(|| Refusal::WordsNotFound {
            words: beginning(words),
            id,
        })?;
        passage.check()?;
        Ok(passage)
    }

    /// The current Markdown of a turn or source, and the wording it is.
    fn readable(&self, id: OperationId) -> Result<(OperationId, String), Refusal> {
        let expected = "turn or source";
        self.expect(id, &[Thing::Turn, Thing::Source], expected)?;
        if let Some(turn) = self.reader.turn(id)? {
            return if turn.text.words.is_empty() {
                Err(Refusal::TextNotHere { id })
            } else {
                Ok((turn.revision, turn.text.words))
            };
        }
        match self.body_of(id)? {
            Some(Body::Turn(turn)) => Ok((id, turn.text.words)),
            Some(Body::Source(source)) => {
                let text = source.text.ok_or(Refusal::TextNotHere { id })?;
                Ok((id, text.words))
            }
            Some(_) | None => Err(Refusal::TextNotHere { id }),
        }
    }
}

/// Every person known here.
pub(crate) fn everybody(reader: &Reader) -> Result<Vec<PersonRow>, Refusal> {
    const AT_ONCE: u64 = 1_000;
    let mut people = Vec::new();
    loop {
        let page = Page {
            offset: people.len() as u64,
            limit: AT_ONCE,
        };
        let more = reader.people(page)?;
        let is_over = (more.len() as u64) < AT_ONCE;
        people.extend(more);
        if is_over {
            return Ok(people);
        }
    }
}

/// The law that a founding or resolution carries.
pub(crate) fn law_of(store: &Store, act: OperationId) -> Result<Law, Refusal> {
    let missing = || Refusal::NotFound {
        id: act.to_string(),
    };
    let operation = store
        .load(&[act], usize::MAX)?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    match operation.body() {
        Some(Ok(Body::Founding(founding))) => Ok(founding.law),
        Some(Ok(Body::Resolution(resolution))) => Ok(resolution.law),
        Some(_) | None => Err(missing()),
    }
}

/// Ids as lists of ids are written: in order, nothing twice.
pub(crate) fn in_order(mut ids: Vec<OperationId>) -> Vec<OperationId> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

pub(crate) fn brought_in(provenance: Provenance) -> BroughtIn {
    BroughtIn {
        speaker: provenance.speaker,
        naming: provenance.naming,
        address: provenance.address,
        revision: provenance.revision,
        licence: provenance.licence,
        date: provenance.date,
        lines: provenance.lines,
    }
}

fn beginning(words: &str) -> String {
    const CHARACTERS_MAX: usize = 80;
    let words = polylogue_core::text::normalised(words);
    if words.chars().count() <= CHARACTERS_MAX {
        return words;
    }
    let beginning: String = words.chars().take(CHARACTERS_MAX).collect();
    format!("{beginning}…")
}
