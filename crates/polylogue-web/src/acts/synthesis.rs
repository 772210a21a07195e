//! Documents: beginning and saving them, and what is said of one line.

use polylogue_core::id::OperationId;
use polylogue_core::kind::Struck;
use polylogue_core::limits::REFERENCES_MAX;
use polylogue_core::move_kind::MoveKind;
use polylogue_node::intent::{BaseLine, Done, Intent, NewClause, NewLine, Tracing, Worded};
use polylogue_store::query::MoveRow;
use polylogue_store::sift::{ClauseOf, Toward};

use super::history::because;
use super::{Outcome, needed, optional, worded};
use crate::asked::Asked;
use crate::link::Link;
use crate::page::sentence::plain;
use crate::routes::Name;
use crate::t;
use crate::trouble::Trouble;

/// Moves whose words stand in a line that is written on.
const WORDS: usize = 2;

/// Begins a document.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn begin(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-name")?;
    let made = asked.perform(Intent::BeginDocument {
        title: worded(asked, "title"),
        lines: Vec::new(),
    })?;
    see(asked, Name::EditSynthesis, &made.main())
}

fn see(asked: &Asked<'_>, name: Name, id: &OperationId) -> Result<Outcome, Trouble> {
    Ok(Outcome::See(Link::of(&asked.commons()?, name, id)))
}

/// Saves the text of a document against the lines it was loaded from.
///
/// # Errors
/// As [`begin`].
pub fn save(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let document = asked.thing()?;
    let base = base(asked.form.get("base")).ok_or(Trouble::Unclear("unclear-base"))?;
    let mut text = worded(asked, "text");
    // Of a text written in parts, the line before a part is kept with it: what is added at the
    // head of the part comes behind that line, and not before all others.
    if let Some(before) = asked.form.given("before") {
        text.words = format!("{before}\n{}", text.words);
    }
    let save = Intent::SaveDocument {
        document,
        base,
        text,
    };
    let done = asked.perform(because(asked, save))?;
    asked.keep_draft(Name::SaveSynthesis, &document, "")?;
    let link = Link::of(&asked.commons()?, Name::Synthesis, &document);
    let link = match asked.form.number("from") {
        None | Some(0) => link,
        Some(from) => link.with("from", from),
    };
    Ok(Outcome::See(saved(&done, link)))
}

/// The way to a document that was saved, which tells its writer what changed and what must be
/// known of that.
pub(super) fn saved(done: &Done, link: Link) -> Link {
    let changed = if done.is_unchanged {
        0
    } else {
        done.operations.len()
    };
    let link = link.with("saved", changed);
    match done.changes.last() {
        Some(change) if changed > 0 => link.with("change", change),
        Some(_) | None => link,
    }
}

/// What a text was loaded with.
pub(super) fn base(token: &str) -> Option<Vec<BaseLine>> {
    let line = |it: &str| {
        let (line, wordings) = it.split_once('=')?;
        let wordings: Option<Vec<_>> = wordings.split('+').map(OperationId::from_hex).collect();
        Some(BaseLine {
            line: OperationId::from_hex(line)?,
            wordings: wordings?,
        })
    };
    token.split_whitespace().map(line).collect()
}

/// Says what a line says, as data.
///
/// # Errors
/// As [`begin`].
pub fn clause(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    let kind = MoveKind::of_name(asked.form.get("kind")).ok_or(Trouble::Unclear("unclear-kind"))?;
    let target = asked
        .form
        .given("target")
        .unwrap_or(asked.form.get("about"));
    let clause = NewClause {
        perspective: asked.resolve(asked.form.get("perspective"))?,
        kind,
        target: asked.resolve(target)?,
        condition: optional(asked, "condition"),
    };
    let clause = Box::new(clause);
    asked.perform(Intent::SayClause { line, clause })?;
    see(asked, Name::Line, &line)
}

/// Lets one of several wordings stand for all.
///
/// # Errors
/// As [`begin`].
pub fn settle(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    let wording = asked.resolve(asked.form.get("wording"))?;
    asked.perform(Intent::SettleLine { line, wording })?;
    see(asked, Name::Line, &line)
}

/// Strikes a line, or lets it stand again.
///
/// # Errors
/// As [`begin`].
pub fn strike(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let line = asked.thing()?;
    let struck = match asked.form.given("struck") {
        Some(_) => Struck::Yes,
        None => Struck::No,
    };
    asked.perform(Intent::StrikeLine { line, struck })?;
    see(asked, Name::Line, &line)
}

/// Begins a document with the lines of a synopsis, each resting on the remarks it stands for.
///
/// # Errors
/// As [`begin`].
pub fn write_on(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let who = asked.thing()?;
    let sifted = asked.sifted()?;
    let place = sifted.place(&who).ok_or(Trouble::NotFound)?;
    let synopsis = sifted.synopsis(place);
    let name = |place: usize| {
        let rows = asked.perspectives()?;
        Ok::<_, Trouble>(rows.get(place).map_or(String::new(), |it| it.short.clone()))
    };
    let c = asked.context()?;
    let mut lines = Vec::new();
    for toward in synopsis.toward.iter().chain(&synopsis.itself) {
        let Some(whom) = sifted.perspectives.get(toward.whom) else {
            continue;
        };
        lines.push(NewLine {
            text: Worded::from(format!("## {}", name(toward.whom)?).as_str()),
            traces: Vec::new(),
            clause: None,
        });
        for clause in clauses(toward) {
            lines.push(line_of(asked, clause, (who, &name(place)?, *whom))?);
        }
    }
    let title = t!(c, "synopsis-title", perspective = name(place)?);
    let title = Worded::from(title.as_str());
    let made = asked.perform(Intent::BeginDocument { title, lines })?;
    let document = made.operations.first().copied().unwrap_or(made.main());
    see(asked, Name::Synthesis, &document)
}

fn clauses(toward: &Toward) -> impl Iterator<Item = &ClauseOf> {
    toward.headlines.iter().chain(&toward.qualifiers)
}

fn line_of(
    asked: &Asked<'_>,
    clause: &ClauseOf,
    (who, name, whom): (OperationId, &str, OperationId),
) -> Result<NewLine, Trouble> {
    let first = &clause.moves[..clause.moves.len().min(REFERENCES_MAX)];
    let rows = asked.reader()?.moves_at(first)?;
    let c = asked.context()?;
    let said: Vec<String> = rows.iter().take(WORDS).map(|it| plain(&c, it)).collect();
    let kind = MoveKind::of(clause.kind);
    let text = t!(c, "synopsis-says", who = name, says = said.join("; "));
    let one = |it: &MoveRow| {
        it.condition
            .as_ref()
            .map(|it| Worded::from(it.words.as_str()))
    };
    Ok(NewLine {
        text: Worded::from(text.as_str()),
        traces: rows
            .iter()
            .map(|it| Tracing {
                of: it.said.id,
                passage: None,
            })
            .collect(),
        clause: kind.map(|kind| NewClause {
            perspective: who,
            kind,
            target: whom,
            condition: rows.iter().find_map(one),
        }),
    })
}

/// A move as a sentence of a text: who does what, and what it says.
///
/// # Errors
/// A [`Trouble`] if perspectives cannot be read.
pub(crate) fn words_of_move(asked: &Asked<'_>, row: &MoveRow) -> Result<String, Trouble> {
    let sifted = asked.sifted()?;
    let place = row.perspective.and_then(|it| sifted.place(&it));
    let rows = asked.perspectives()?;
    let who = place.and_then(|it| rows.get(it)).map(|it| it.short.clone());
    let said = plain(&asked.context()?, row);
    Ok(match who {
        Some(who) => t!(asked, "synopsis-says", who = who, says = said),
        None => said,
    })
}
