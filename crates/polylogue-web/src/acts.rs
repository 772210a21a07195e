//! What forms do: each act reads its form into an intent, has it performed, and says where to
//! look next. One file for each family.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Voice;
use polylogue_node::intent::{Quoting, Standpoint, Worded};

use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;

pub mod bring_in;
pub mod claim;
pub mod comment;
pub mod devices;
pub mod dialogue;
pub mod dissent;
pub mod draft;
pub mod edition;
pub mod found;
pub mod languages;
pub mod library;
pub mod line;
pub mod map;
pub mod people;
pub mod perspective;
pub mod remark;
pub mod sift;
pub mod stage;
pub mod synthesis;
pub mod thing;
pub mod use_in;

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; look here.
    See(Link),
    /// A file to keep: its name and bytes.
    File(String, Vec<u8>),
}

/// The words of a field in the language the form declares; none: the commons' own.
pub(crate) fn worded(asked: &Asked<'_>, name: &str) -> Worded {
    Worded {
        words: asked.form.get(name).replace("\r\n", "\n"),
        language: asked.form.given("language").map(ToOwned::to_owned),
    }
}

/// The words of a field, if there are any.
pub(crate) fn optional(asked: &Asked<'_>, name: &str) -> Option<Worded> {
    Some(worded(asked, name)).filter(|it| !it.words.is_empty())
}

/// The reason given; reasons are in the commons' language unless the form says otherwise.
pub(crate) fn reason(asked: &Asked<'_>) -> Worded {
    worded(asked, "reason")
}

/// Refuses an empty field with a sentence.
pub(crate) fn needed(asked: &Asked<'_>, name: &str, key: &'static str) -> Result<(), Trouble> {
    if asked.form.given(name).is_some() {
        Ok(())
    } else {
        Err(Trouble::Unclear(key))
    }
}

/// For whom the form says one speaks.
pub(crate) fn standpoint(asked: &Asked<'_>) -> Result<Standpoint, Trouble> {
    let Some(prefix) = asked.form.given("perspective") else {
        return Ok(Standpoint::ONESELF);
    };
    Ok(Standpoint {
        perspective: Some(asked.resolve(prefix)?),
        voice: voice(asked),
    })
}

/// From within or on behalf.
pub(crate) fn voice(asked: &Asked<'_>) -> Voice {
    if asked.form.get("voice") == "behalf" {
        Voice::OnBehalf
    } else {
        Voice::Within
    }
}

/// The passage a form names: exact words, or else a paragraph by its number. What is no number is
/// refused, so that nobody signs words without the quotation they meant.
pub(crate) fn quoting(asked: &Asked<'_>, of: OperationId) -> Result<Option<Quoting>, Trouble> {
    let words = asked.form.get("quote").to_owned();
    let paragraph = match asked.form.given("paragraph") {
        Some(text) => {
            let number = paragraph_number(text).filter(|it| *it > 0);
            Some(number.ok_or(Trouble::Unclear("unclear-paragraph"))?)
        }
        None => None,
    };
    if words.is_empty() && paragraph.is_none() {
        return Ok(None);
    }
    let paragraph = if words.is_empty() { paragraph } else { None };
    Ok(Some(Quoting {
        of,
        words,
        paragraph,
    }))
}

/// A paragraph's number as people write it: `3`, or `4.3` for the third of turn 4.
pub(crate) fn paragraph_number(text: &str) -> Option<u32> {
    text.rsplit('.').next()?.trim().parse().ok()
}

/// A page about a thing of the commons asked for, saying that it was just done.
pub(crate) fn done(asked: &Asked<'_>, name: Name, id: &OperationId) -> Result<Link, Trouble> {
    Ok(Link::of(&asked.commons()?, name, id).done(id))
}
