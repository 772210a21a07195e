//! Taking something up in a text: a line of its own that rests on it, or a line that is there and
//! rests on it too.

use polylogue_core::id::OperationId;
use polylogue_node::intent::{Intent, NewLine, Quoting, Tracing};

use super::{Outcome, needed, optional, worded};
use crate::asked::Asked;
use crate::link::Link;
use crate::routes::Name;
use crate::trouble::Trouble;
use crate::view::synthesis::to_line;

/// Takes it up.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn now(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let traces = traces(asked)?;
    let after = asked.form.given("after").map(|it| asked.resolve(it));
    let after = after.transpose()?;
    let Some(digits) = asked.form.given("document") else {
        return in_a_new_text(asked, traces);
    };
    let document = asked.resolve(digits)?;
    let line = match (asked.form.is_ticked("rest"), after) {
        (true, Some(line)) => {
            asked.perform(Intent::AttachTraces { line, traces })?;
            line
        }
        (true, None) => return Err(Trouble::Unclear("unclear-use-line")),
        (false, after) => {
            needed(asked, "text", "unclear-text")?;
            let last = || -> Result<_, Trouble> {
                let lines = asked.reader()?.lines(document)?;
                Ok(lines.last().map(|it| it.said.id))
            };
            let after = match after {
                Some(line) => Some(line),
                None => last()?,
            };
            let line = Box::new(new_line(asked, traces));
            let made = asked.perform(Intent::AddLine {
                document,
                after,
                line,
            })?;
            made.main()
        }
    };
    see(asked, &document, &line)
}

fn in_a_new_text(asked: &Asked<'_>, traces: Vec<Tracing>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-name")?;
    needed(asked, "text", "unclear-text")?;
    let made = asked.perform(Intent::BeginDocument {
        title: worded(asked, "title"),
        lines: vec![new_line(asked, traces)],
    })?;
    let document = made.operations.first().copied().unwrap_or(made.main());
    see(asked, &document, &made.main())
}

fn see(asked: &Asked<'_>, document: &OperationId, line: &OperationId) -> Result<Outcome, Trouble> {
    let link = Link::of(&asked.commons()?, Name::Synthesis, document);
    let text = asked.reader()?.text_now(*document)?;
    Ok(Outcome::See(to_line(link, &text, line)))
}

fn new_line(asked: &Asked<'_>, traces: Vec<Tracing>) -> NewLine {
    NewLine {
        text: optional(asked, "text").unwrap_or_else(|| worded(asked, "text")),
        traces,
        clause: None,
    }
}

/// What is taken up: the thing of the path, or words of it, and what the form names besides. The
/// commons itself is what a figure of all of it is about: nothing a line could rest on.
fn traces(asked: &Asked<'_>) -> Result<Vec<Tracing>, Trouble> {
    let of = asked.thing()?;
    let mut traces = Vec::new();
    if of != asked.commons()? {
        let passage = asked.form.given("quote").map(|words| Quoting {
            of,
            words: words.to_owned(),
            paragraph: None,
        });
        traces.push(Tracing { of, passage });
    }
    for of in asked.things("also")? {
        if traces.iter().all(|it: &Tracing| it.of != of) {
            traces.push(Tracing { of, passage: None });
        }
    }
    Ok(traces)
}
