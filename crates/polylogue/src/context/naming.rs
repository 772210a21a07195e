//! How ids and names are understood: any id by its beginning, perspectives, dialogues and people
//! also by their name, questions by their place.

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Voice;
use polylogue_core::text::normalised;
use polylogue_node::intent::{Quoting, Standpoint};
use polylogue_store::query::{DialogueRow, PerspectiveRow, PracticeRow, SourceRow, Thing, TurnRow};

use super::Context;
use crate::arguments::For;
use crate::failure::Failure;
use crate::words;

/// Fewer letters than this are a name, not the beginning of an id.
const PREFIX_LETTERS_MIN: usize = 4;
/// So many candidates are listed where a beginning fits several.
const CANDIDATES_SHOWN_MAX: usize = 8;

/// Words of a thing to quote or mark.
pub(crate) fn passage_of(of: OperationId, words: String) -> Quoting {
    Quoting {
        of,
        words,
        paragraph: None,
    }
}

impl Context {
    /// Anything by the beginning of its id.
    ///
    /// # Errors
    /// A refusal if nothing has it, or one that lists what does.
    pub(crate) fn anything(&self, typed: &str) -> Result<OperationId, Failure> {
        let prefix = typed.trim().to_ascii_lowercase();
        if !is_prefix(&prefix) {
            return Err(Failure::refused(
                format!("“{typed}” is no id"),
                format!("an id begins with {PREFIX_LETTERS_MIN} or more of the letters 0-9 a-f"),
            ));
        }
        let found = self.reader()?.resolve(&prefix)?;
        let found: Vec<OperationId> = found.into_iter().map(|(id, _)| id).collect();
        match found.as_slice() {
            [] => Err(Failure::refused(
                format!(
                    "nothing {} has an id that begins with {prefix}",
                    self.place()
                ),
                "it may not have arrived yet; `polylogue search` finds what is here",
            )),
            [one] => Ok(*one),
            several => Err(self.ambiguous(&prefix, several)),
        }
    }

    fn ambiguous(&self, prefix: &str, several: &[OperationId]) -> Failure {
        let candidates: Vec<String> = several
            .iter()
            .take(CANDIDATES_SHOWN_MAX)
            .map(|id| {
                let letters: String = id.to_string().chars().take(12).collect();
                match self.target(*id) {
                    Ok(target) => format!("{letters} ({})", words::clip(&target.words.words, 40)),
                    Err(_) => letters,
                }
            })
            .collect();
        Failure::refused(
            format!("several ids begin with {prefix}: {}", candidates.join(", ")),
            "give a few more letters of the one you mean",
        )
    }

    /// Several things by the beginnings of their ids.
    ///
    /// # Errors
    /// Those of [`Context::anything`].
    pub(crate) fn all(&self, typed: &[String]) -> Result<Vec<OperationId>, Failure> {
        typed.iter().map(|it| self.anything(it)).collect()
    }

    /// A person by name or by the beginning of their key.
    ///
    /// # Errors
    /// A refusal if nobody has it, or several do.
    pub(crate) fn person(&self, typed: &str) -> Result<Key, Failure> {
        let folded = typed.trim().to_lowercase();
        let people = self.people()?;
        if folded == "me" {
            return Ok(self.node.me(&self.commons()?)?);
        }
        let by_name = people
            .iter()
            .filter(|it| it.person.name.words.to_lowercase() == folded);
        let by_key = people
            .iter()
            .filter(|it| is_prefix(&folded) && it.person.key.to_string().starts_with(&folded));
        let mut found: Vec<Key> = by_name.chain(by_key).map(|it| it.person.key).collect();
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [] => Err(Failure::refused(
                format!("nobody {} is called “{typed}”", self.place()),
                "`polylogue people` lists everybody with the beginning of their key",
            )),
            [one] => Ok(*one),
            several => {
                let keys: Vec<String> = several.iter().map(Key::short).collect();
                Err(Failure::refused(
                    format!("several people fit “{typed}”: {}", keys.join(", ")),
                    "give the beginning of the key of the one you mean",
                ))
            }
        }
    }

    /// A perspective by its name, short name or id.
    ///
    /// # Errors
    /// A refusal if there is none.
    pub(crate) fn perspective(&self, typed: &str) -> Result<OperationId, Failure> {
        Ok(self.perspective_row(typed)?.said.id)
    }

    /// The same, with what is known of it.
    ///
    /// # Errors
    /// A refusal if there is none, or several of that name.
    pub(crate) fn perspective_row(&self, typed: &str) -> Result<PerspectiveRow, Failure> {
        let names = |it: &PerspectiveRow| vec![it.name.words.clone(), it.short.clone()];
        let rows = self.perspectives()?;
        self.named(rows, typed, "perspective", names, |it| it.said.id)
    }

    /// A dialogue by its title or id.
    ///
    /// # Errors
    /// A refusal if there is none.
    pub(crate) fn dialogue(&self, typed: &str) -> Result<OperationId, Failure> {
        Ok(self.dialogue_row(typed)?.said.id)
    }

    /// The same, with what is known of it.
    ///
    /// # Errors
    /// A refusal if there is none, or several of that title.
    pub(crate) fn dialogue_row(&self, typed: &str) -> Result<DialogueRow, Failure> {
        let rows = self.dialogues()?;
        self.named(
            rows,
            typed,
            "dialogue",
            |it| vec![it.title.words.clone()],
            |it| it.said.id,
        )
    }

    /// A dialogue of this title or id, if there is one; what looks like an id must be one.
    ///
    /// # Errors
    /// A refusal if several fit.
    pub(crate) fn dialogue_if(&self, typed: &str) -> Result<Option<DialogueRow>, Failure> {
        let folded = typed.trim().to_lowercase();
        let is_here = self
            .dialogues()?
            .iter()
            .any(|it| it.title.words.trim().to_lowercase() == folded);
        let has_digit = folded.chars().any(|it| it.is_ascii_digit());
        if is_here || (is_prefix(&folded) && has_digit) {
            return self.dialogue_row(typed).map(Some);
        }
        Ok(None)
    }

    /// A question by its place or id.
    ///
    /// # Errors
    /// A refusal if there is none.
    pub(crate) fn question(&self, typed: &str) -> Result<OperationId, Failure> {
        let rows = self.questions()?;
        let place: Option<u32> = typed.trim().parse().ok().filter(|it| *it != 0);
        let at_place = rows.iter().find(|it| Some(it.place) == place);
        if let Some(row) = at_place.filter(|_| typed.trim().len() < PREFIX_LETTERS_MIN) {
            return Ok(row.said.id);
        }
        let row = self.named(
            rows,
            typed,
            "question",
            |it| vec![it.text.words.clone()],
            |it| it.said.id,
        )?;
        Ok(row.said.id)
    }

    /// A claim by id.
    ///
    /// # Errors
    /// A refusal if there is nothing of that id, or something else.
    pub(crate) fn claim(&self, typed: &str) -> Result<OperationId, Failure> {
        let id = self.anything(typed)?;
        self.expect(id, Thing::Claim)
    }

    /// A claim by id, where what was typed looks like one.
    ///
    /// # Errors
    /// Those of [`Context::claim`].
    pub(crate) fn claim_if(&self, typed: &str) -> Result<Option<OperationId>, Failure> {
        let looks_like_one = is_prefix(&typed.trim().to_ascii_lowercase());
        if looks_like_one {
            self.claim(typed).map(Some)
        } else {
            Ok(None)
        }
    }

    fn expect(&self, id: OperationId, thing: Thing) -> Result<OperationId, Failure> {
        let target = self.target(id)?;
        if target.what == Some(thing) {
            return Ok(id);
        }
        let (what, hint) = match target.what {
            Some(what) => (
                format!("it is a {}", words::thing(what)),
                "`polylogue trace` shows what it is",
            ),
            None if id == self.commons()? => (
                "it is the commons itself".to_owned(),
                "`polylogue commons show` shows what is in it",
            ),
            None => (
                "it is a record of another sort".to_owned(),
                "`polylogue log` says what it records",
            ),
        };
        Err(Failure::refused(
            format!("{} is no {}: {what}", id.short(), words::thing(thing)),
            hint,
        ))
    }

    /// A source with what is known of it.
    ///
    /// # Errors
    /// A refusal if there is none.
    pub(crate) fn source_row(&self, typed: &str) -> Result<SourceRow, Failure> {
        let rows = self.sources()?;
        self.named(
            rows,
            typed,
            "source",
            |it| vec![it.title.words.clone()],
            |it| it.said.id,
        )
    }

    /// A practice with what is known of it.
    ///
    /// # Errors
    /// A refusal if there is none.
    pub(crate) fn practice_row(&self, typed: &str) -> Result<PracticeRow, Failure> {
        let rows = self.practices()?;
        let names = |it: &PracticeRow| vec![it.practice.title.words.clone()];
        self.named(rows, typed, "practice", names, |it| it.said.id)
    }

    /// From where one speaks.
    ///
    /// # Errors
    /// A refusal if the perspective is not here.
    pub(crate) fn standpoint(&self, speaking: &For) -> Result<Standpoint, Failure> {
        let Some(perspective) = &speaking.perspective else {
            return Ok(Standpoint::ONESELF);
        };
        let perspective = Some(self.perspective(perspective)?);
        let voice = if speaking.on_behalf {
            Voice::OnBehalf
        } else {
            Voice::Within
        };
        Ok(Standpoint { perspective, voice })
    }

    /// Words of a turn or source named by id.
    ///
    /// # Errors
    /// A refusal if nothing has the id.
    pub(crate) fn quoting(&self, of: &str, words: String) -> Result<Quoting, Failure> {
        Ok(passage_of(self.anything(of)?, words))
    }

    /// Words of the latest turn of a dialogue in which they stand.
    ///
    /// # Errors
    /// A refusal if they stand in none.
    pub(crate) fn quoting_in(
        &self,
        dialogue: OperationId,
        words: String,
    ) -> Result<Quoting, Failure> {
        let exact = normalised(&words);
        let turns = self.turns(dialogue)?;
        let has_them = |turn: &&TurnRow| {
            normalised(&polylogue_node::act::plain_of(&turn.text.words)).contains(&exact)
        };
        let turn = turns.iter().rev().find(has_them).ok_or_else(|| {
            Failure::refused(
                format!(
                    "the words “{}” do not stand in this dialogue",
                    words::clip(&words, 60)
                ),
                "copy them exactly as `polylogue dialogue show` shows them",
            )
        })?;
        Ok(passage_of(turn.said.id, words))
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "rows, and how each is named and known"
    )]
    fn named<T>(
        &self,
        rows: Vec<T>,
        typed: &str,
        what: &str,
        names: impl Fn(&T) -> Vec<String>,
        id: impl Fn(&T) -> OperationId,
    ) -> Result<T, Failure> {
        let folded = typed.trim().to_lowercase();
        let fits_name = |it: &T| {
            names(it)
                .iter()
                .any(|name| name.trim().to_lowercase() == folded && !folded.is_empty())
        };
        let fits_id = |it: &T| is_prefix(&folded) && id(it).to_string().starts_with(&folded);
        let mut found: Vec<T> = rows
            .into_iter()
            .filter(|it| fits_name(it) || fits_id(it))
            .collect();
        if found.len() > 1 {
            let listed: Vec<String> = found
                .iter()
                .take(CANDIDATES_SHOWN_MAX)
                .map(|it| {
                    let name = names(it).into_iter().next().unwrap_or_default();
                    format!("{} ({})", id(it).short(), words::clip(&name, 40))
                })
                .collect();
            return Err(Failure::refused(
                format!("several fit “{typed}”: {}", listed.join(", ")),
                "give the beginning of the id of the one you mean",
            ));
        }
        found.pop().ok_or_else(|| {
            Failure::refused(
                format!(
                    "no {what} {} is called “{typed}” or has that id",
                    self.place()
                ),
                format!("`polylogue {what} list` shows what is here"),
            )
        })
    }
}

fn is_prefix(typed: &str) -> bool {
    (PREFIX_LETTERS_MIN..=64).contains(&typed.len())
        && typed
            .chars()
            .all(|it| it.is_ascii_digit() || ('a'..='f').contains(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_id_is_told_from_a_name() {
        for id in ["1a2b", "deadbeef", &"0".repeat(64)] {
            assert!(is_prefix(id), "{id}");
        }
        for name in ["", "abc", "Ana", "water", &"0".repeat(65), "1a 2b"] {
            assert!(!is_prefix(name), "{name}");
        }
    }
}
