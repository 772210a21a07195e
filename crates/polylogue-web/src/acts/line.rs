//! One line of a text: worded anew against the wordings that were seen, and what it rests on, one
//! thing at a time.

use polylogue_core::id::OperationId;
use polylogue_node::intent::{Intent, Tracing};

use super::synthesis::{base, saved};
use super::{Outcome, quoting, worded};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;
use crate::view::synthesis::to_line;

/// Words a line anew; more lines in the field become lines behind it, none strikes it.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn word(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    let loaded = base(asked.form.get("base")).and_then(|it| it.into_iter().next());
    let loaded = loaded.filter(|it| it.line == line);
    let base = loaded.ok_or(Trouble::Unclear("unclear-base"))?;
    let done = asked.perform(Intent::WordLine {
        base,
        text: worded(asked, "text"),
    })?;
    asked.keep_draft(Name::WordLine, &line, "")?;
    let (document, _) = asked.reader()?.line(line)?.ok_or(Trouble::NotFound)?;
    let commons = asked.commons()?;
    let link = Link::of(&commons, Name::Synthesis, &document);
    let link = match asked.form.given("write") {
        Some(how) => link.with("write", how),
        None => link,
    };
    let link = saved(&done, link);
    let text = asked.reader()?.text_now(document)?;
    Ok(Outcome::See(to_line(link, &text, &line)))
}

/// Makes a line rest on one thing more, or on all that a line rested on which it replaced.
///
/// # Errors
/// As [`word`].
pub fn attach(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    if let Some(digits) = asked.form.given("from") {
        let from = asked.resolve(digits)?;
        asked.perform(Intent::TakeTraces { line, from })?;
        return see(asked, &line);
    }
    let digits = asked.form.given("of").unwrap_or_default().to_owned();
    let of = asked.resolve(&digits)?;
    let passage = quoting(asked, of)?;
    let traces = vec![Tracing { of, passage }];
    asked.perform(Intent::AttachTraces { line, traces })?;
    see(asked, &line)
}

/// Lets a line no longer rest on something.
///
/// # Errors
/// As [`word`].
pub fn detach(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    let of = OperationId::from_hex(asked.form.get("of")).ok_or(Trouble::NotFound)?;
    let words = Some(asked.form.get("words").to_owned());
    asked.perform(Intent::DetachTrace { line, of, words })?;
    see(asked, &line)
}

fn see(asked: &Asked<'_>, line: &OperationId) -> Result<Outcome, Trouble> {
    Ok(Outcome::See(Link::of(&asked.commons()?, Name::Line, line)))
}
