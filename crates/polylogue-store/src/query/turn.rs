//! Turns as read: current words, what was taken up, what others marked.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind, Quote, Turn};

use crate::database::{as_u64, id_at};
use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::{Entry, no_words, words};
use crate::query::{Page, QuoteRow, TranslationRow, TurnRow, WordingRow, Words};
use crate::reader::Reader;

impl Reader {
    /// The turns of a dialogue in reading order: claimed time, then their author's count, then id.
    /// What several people brought in stands once.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn turns(&self, dialogue: OperationId, page: Page) -> Result<Vec<TurnRow>, StoreFault> {
        const TURNS: &str = "SELECT n FROM turn WHERE place = ?1 AND twin = 0
            ORDER BY time, counter, tie LIMIT ?2 OFFSET ?3";
        let Some(place) = self.number(dialogue)? else {
            return Ok(Vec::new());
        };
        let asked = (place, page.rows(), page.skipped());
        let mut turns = Vec::new();
        for (index, n) in (1_u64..).zip(self.database().numbers(TURNS, asked)?) {
            let known = Some((dialogue, page.offset + index));
            turns.extend(self.turn_at(n, known)?);
        }
        Ok(turns)
    }

    /// One turn, if it counts; also if only its text is not here or was taken out.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn turn(&self, id: OperationId) -> Result<Option<TurnRow>, StoreFault> {
        match self.entry(id, Kind::Turn)? {
            Some(entry) => self.turn_row(entry, None).map(Some),
            None => Ok(None),
        }
    }

    /// The latest turns of all dialogues by claimed time, latest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn latest_turns(&self, limit: u64) -> Result<Vec<TurnRow>, StoreFault> {
        const LATEST: &str = "SELECT n FROM turn WHERE twin = 0
            ORDER BY time DESC, counter DESC, tie DESC LIMIT ?1";
        let mut turns = Vec::new();
        for n in self
            .database()
            .numbers(LATEST, [Page::first(limit).rows()])?
        {
            turns.extend(self.turn_at(n, None)?);
        }
        Ok(turns)
    }

    /// Turns spoken for a perspective, from within or on its behalf, latest claimed time first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn turns_spoken_for(
        &self,
        perspective: OperationId,
        page: Page,
    ) -> Result<Vec<TurnRow>, StoreFault> {
        const SPOKEN: &str = "SELECT n FROM turn WHERE perspective > 0 AND twin = 0
            AND perspective IN (SELECT ?1 UNION ALL SELECT n FROM brought
                WHERE same_as = ?1 AND same_as > 0)
            ORDER BY time DESC, counter DESC, tie DESC LIMIT ?2 OFFSET ?3";
        let Some(perspective) = self.number(perspective)? else {
            return Ok(Vec::new());
        };
        let mut turns = Vec::new();
        let asked = (perspective, page.rows(), page.skipped());
        for n in self.database().numbers(SPOKEN, asked)? {
            turns.extend(self.turn_at(n, None)?);
        }
        Ok(turns)
    }

    /// Every wording of a turn by its author, first to last by the author's count.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn turn_wordings(&self, id: OperationId) -> Result<Vec<WordingRow>, StoreFault> {
        let Some(entry) = self.entry(id, Kind::Turn)? else {
            return Ok(Vec::new());
        };
        let mut wordings = vec![wording(&entry, &entry)];
        for (n, _) in self.wordings_of(entry.record.n)? {
            wordings.extend(self.entry_at(n)?.map(|it| wording(&it, &entry)));
        }
        Ok(wordings)
    }

    /// The wordings of a turn by its author after the first, each with its standing.
    fn wordings_of(&self, turn: i64) -> Result<Vec<(i64, i64)>, StoreFault> {
        const WORDINGS: &str = "SELECT write.n, write.standing FROM turn
            JOIN write ON write.register = ?2 AND write.target = turn.n
            AND write.about = 0 AND write.person = turn.person
            WHERE turn.n = ?1 ORDER BY write.counter, write.tie";
        let asked = (turn, Register::Turn.number());
        self.database()
            .all(WORDINGS, asked, |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// A turn by its number here; `known` is its dialogue and its number there.
    fn turn_at(
        &self,
        n: i64,
        known: Option<(OperationId, u64)>,
    ) -> Result<Option<TurnRow>, StoreFault> {
        match self.entry_at(n)? {
            Some(entry) => self.turn_row(entry, known).map(Some),
            None => Ok(None),
        }
    }

    /// The number of a turn in its dialogue, from 1.
    pub(crate) fn turn_number(&self, n: i64) -> Result<Option<u64>, StoreFault> {
        const NUMBER: &str = "SELECT (SELECT count(*) FROM turn AS earlier
            WHERE earlier.place = turn.place AND earlier.twin = 0
            AND (earlier.time, earlier.counter, earlier.tie)
                <= (turn.time, turn.counter, turn.tie)) FROM turn WHERE n = ?1";
        Ok(self.database().value::<i64>(NUMBER, [n])?.map(as_u64))
    }

    fn turn_row(
        &self,
        entry: Entry,
        known: Option<(OperationId, u64)>,
    ) -> Result<TurnRow, StoreFault> {
        let n = entry.record.n;
        let wordings = self.wordings_of(n)?;
        let current = wordings.iter().find(|(_, standing)| *standing == 2);
        let revision = current.map(|(n, _)| self.record(*n)).transpose()?.flatten();
        let revised = revision.as_ref().and_then(|it| match it.said() {
            Some(Ok(Body::TurnRevise(revise))) => Some(revise),
            Some(_) | None => None,
        });
        let unplaced = OperationId([0; 32]);
        let empty = empty_turn(unplaced);
        let turn = match &entry.body {
            Some(Body::Turn(turn)) => turn,
            Some(_) | None => &empty,
        };
        let (text, quotes) = match &revised {
            Some(revise) => (&revise.text, &revise.quotes),
            None => (&turn.text, &turn.quotes),
        };
        // What says its words in another language, or whose words it says, goes with them.
        let (quotes, translations) = if entry.may_read {
            (self.quotes(quotes)?, self.translations(n)?)
        } else {
            (Vec::new(), Vec::new())
        };
        let said_again = revision.as_ref().filter(|_| revised.is_some());
        let (dialogue, number) = match known {
            Some(known) => known,
            None => (
                self.place_of_turn(n)?.unwrap_or(turn.dialogue),
                self.turn_number(n)?.unwrap_or(0),
            ),
        };
        Ok(TurnRow {
            dialogue,
            number,
            text: if entry.body.is_some() {
                entry.text(text)
            } else {
                no_words()
            },
            revision: said_again.map_or(entry.record.id, |it| it.id),
            wordings: 1 + u64::try_from(wordings.len()).unwrap_or(0),
            is_forked: wordings
                .iter()
                .filter(|(_, standing)| *standing > 0)
                .count()
                > 1,
            perspective: turn.perspective,
            voice: turn.voice,
            reply_to: turn.reply_to,
            quotes,
            licence: turn.licence.clone(),
            moves: self.moves_on(n)?,
            claims: self.claims_lifted(n)?,
            translations,
            same_as: self.same_as(n)?,
            said: entry.said,
        })
    }

    fn place_of_turn(&self, n: i64) -> Result<Option<OperationId>, StoreFault> {
        const PLACE: &str = "SELECT operation.id FROM turn
            JOIN operation ON operation.n = turn.place WHERE turn.n = ?1";
        self.database().one(PLACE, [n], |row| id_at(row, 0))
    }

    fn quotes(&self, quotes: &[Quote]) -> Result<Vec<QuoteRow>, StoreFault> {
        let row = |quote: &Quote| {
            let passage = self.passage(&quote.passage)?;
            Ok(QuoteRow {
                passage,
                paragraph: quote.paragraph,
            })
        };
        quotes.iter().map(row).collect()
    }

    fn claims_lifted(&self, n: i64) -> Result<Vec<(OperationId, Words)>, StoreFault> {
        const LIFTED: &str = "SELECT claim.n FROM reference JOIN claim
            ON claim.n = reference.source WHERE reference.target = ?1 AND reference.kind = 530
            AND claim.twin = 0 ORDER BY claim.time, claim.counter, claim.tie LIMIT 64";
        let mut claims = Vec::new();
        for n in self.database().numbers(LIFTED, [n])? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Claim(claim)) = &entry.body
            {
                claims.push((entry.record.id, entry.text(&claim.text)));
            }
        }
        Ok(claims)
    }

    /// Translations of a thing that count, in order of language, then id.
    pub(crate) fn translations(&self, n: i64) -> Result<Vec<TranslationRow>, StoreFault> {
        const TRANSLATIONS: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND standing = 2 ORDER BY about, tie LIMIT 64";
        let asked = (n, Register::Translation.number());
        let mut rows = Vec::new();
        for n in self.database().numbers(TRANSLATIONS, asked)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Translation(it)) = &entry.body
            {
                rows.push(TranslationRow {
                    text: entry.text(&it.text),
                    said: entry.said,
                });
            }
        }
        Ok(rows)
    }

    /// Other copies of a thing that was brought in more than once, which it is shown for.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn copies_of(&self, id: OperationId) -> Result<Vec<OperationId>, StoreFault> {
        let number = self.number(id)?;
        number.map_or(Ok(Vec::new()), |it| self.same_as(it))
    }

    /// Pieces that stand behind this one, brought in by others.
    pub(crate) fn same_as(&self, n: i64) -> Result<Vec<OperationId>, StoreFault> {
        const SAME: &str = "SELECT operation.id FROM brought
            JOIN operation ON operation.n = brought.n WHERE brought.same_as = ?1
            AND brought.same_as > 0 ORDER BY operation.id";
        self.database().all(SAME, [n], |row| id_at(row, 0))
    }
}

/// A wording; where the turn itself may not be read, neither may any of them.
fn wording(entry: &Entry, turn: &Entry) -> WordingRow {
    let text = match &entry.body {
        Some(Body::Turn(it)) => Some(&it.text),
        Some(Body::TurnRevise(it)) => Some(&it.text),
        Some(_) | None => None,
    };
    WordingRow {
        id: entry.record.id,
        time: as_u64(entry.record.time),
        text: text
            .filter(|_| entry.may_read && turn.may_read)
            .map_or_else(no_words, words),
    }
}

/// What stands for a turn whose text is not here: nothing but its header is known.
fn empty_turn(dialogue: OperationId) -> Turn {
    Turn {
        dialogue,
        text: polylogue_core::text::Text::new("", "und"),
        long: None,
        perspective: None,
        voice: polylogue_core::kind::Voice::Oneself,
        reply_to: None,
        quotes: Vec::new(),
        licence: String::new(),
        brought_in: None,
    }
}
