//! A conversation that somebody pastes, read as it would be brought in.

use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_node::import::transcript::{
    self, Pasted, Speakers, SpeaksFor, SpeaksFrom, Transcript,
};

use super::Part;
use crate::asked::Asked;
use crate::form::Form;
use crate::routes::{self, Name};
use crate::trouble::Trouble;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct BringInView {
    /// The commons, which the kept form is about.
    pub commons: OperationId,
    /// What was pasted, read; none before somebody looked at it.
    pub read: Option<Transcript>,
    /// What was said of those who speak.
    pub voices: Voices,
    /// Which of the turns read are shown.
    pub part: Part,
}

/// Speakers with a choice beside their name; of more, the list alone says who they are.
pub const VOICES_MAX: usize = 60;
/// Turns shown of what was read.
const TURNS_SHOWN: usize = 60;

/// What a form says of those who speak.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voices {
    /// Who counts as a speaker; empty: whoever looks like one.
    pub listed: Vec<String>,
    /// What was chosen beside a name, and the name of a new perspective.
    pub chosen: BTreeMap<String, (String, String)>,
}

/// Chosen beside a name: it is no speaker.
pub const NOBODY: &str = "-";
/// Chosen beside a name: it speaks for a perspective of its own name.
pub const OF_ITS_NAME: &str = "new";

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<BringInView, Trouble> {
    let commons = asked.commons()?;
    let draft = asked.with_draft(Name::BringInNow, &commons)?;
    let is_shown = asked.query.get("preview") == routes::of(Name::BringInNow).word;
    let refused = asked.refused.as_ref();
    let refused = refused
        .map(|it| &it.written)
        .filter(|it| it.is_ticked("sure"));
    let form = refused.or(draft.as_ref().filter(|_| is_shown));
    let read = form.map(read);
    let turns = read.as_ref().map_or(0, |it| it.turns.len());
    Ok(BringInView {
        voices: form.map(Voices::of).unwrap_or_default(),
        part: Part::asked(asked, "from", TURNS_SHOWN).of(turns),
        read,
        commons,
    })
}

/// What a form holds, read.
#[must_use]
pub fn read(form: &Form) -> Transcript {
    let how = match form.get("how") {
        "mails" => Speakers::Mails,
        "names" => Speakers::Names,
        _ => Speakers::AsShown,
    };
    let text = form.get("text").replace("\r\n", "\n");
    let only = Voices::of(form).listed;
    transcript::read(&text, how, &only)
}

impl Voices {
    /// What a form says of them: who is listed or was taken up, but those said to be nobody.
    #[must_use]
    pub fn of(form: &Form) -> Self {
        let mut chosen = BTreeMap::new();
        for place in 0..VOICES_MAX {
            if let Some(name) = form.given(&format!("name-{place}")) {
                let beside = |field: &str| form.get(&format!("{field}-{place}")).to_owned();
                chosen.insert(name.to_owned(), (beside("for"), beside("as")));
            }
        }
        let is_nobody = |it: &str| chosen.get(it).is_some_and(|(it, _)| it == NOBODY);
        let listed = form.get("names").lines().map(without_count);
        let mut names: Vec<String> = Vec::new();
        for name in listed.chain(form.all("take")) {
            if !name.is_empty() && !is_nobody(name) && !names.iter().any(|it| it == name) {
                names.push(name.to_owned());
            }
        }
        Self {
            listed: names,
            chosen,
        }
    }

    /// What was chosen beside a name: its value, and the name of a new perspective.
    #[must_use]
    pub fn beside(&self, name: &str) -> (&str, &str) {
        let chosen = self.chosen.get(name);
        chosen.map_or(("", ""), |(it, named)| (it.as_str(), named.as_str()))
    }
}

/// What a form says of a conversation besides its words.
///
/// # Errors
/// A [`Trouble`] if a perspective chosen is not here.
pub fn pasted(asked: &Asked<'_>, said: &Transcript) -> Result<Pasted, Trouble> {
    let form = &asked.form;
    let voices = Voices::of(form);
    let are_all = form.get("speakers") == "perspectives";
    let mut speaks_for = BTreeMap::new();
    for name in said.speakers().into_keys().filter(|it| !it.is_empty()) {
        let of = match voices.beside(name) {
            (_, named) if !named.is_empty() => SpeaksFor::Named(named.to_owned()),
            (OF_ITS_NAME, _) => SpeaksFor::Named(name.to_owned()),
            ("", _) if are_all => SpeaksFor::Named(name.to_owned()),
            ("" | NOBODY, _) => continue,
            (id, _) => SpeaksFor::Perspective(asked.resolve(id)?),
        };
        speaks_for.insert(name.to_owned(), of);
    }
    Ok(Pasted {
        title: form.get("title").to_owned(),
        address: form.get("address").to_owned(),
        licence: form.get("licence").to_owned(),
        language: form.given("language").map(ToOwned::to_owned),
        speaks_for,
        from: match form.is_ticked("within") {
            true => SpeaksFrom::Within,
            false => SpeaksFrom::OnBehalf,
        },
    })
}

/// A line of the list without how often it speaks: `Ana Ríos (34)`.
fn without_count(line: &str) -> &str {
    let line = line.trim();
    let count = line.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    match count {
        Some((name, count)) if !count.is_empty() && count.bytes().all(|it| it.is_ascii_digit()) => {
            name.trim_end()
        }
        _ => line,
    }
}
