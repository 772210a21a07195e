//! Taking something up in a text: which text, where in it, and in which words.

use polylogue_core::id::OperationId;
use polylogue_node::block::{Block, Figure};
use polylogue_node::rendered;
use polylogue_store::query::{DocumentRow, TargetRow, Thing};

use crate::acts::synthesis::words_of_move;
use crate::asked::Asked;
use crate::link::short;
use crate::trouble::Trouble;

/// Other things that one line is made to rest on at once, as from one number of a table.
const ALSO_MAX: usize = 32;

/// What the page shows.
#[derive(Debug, Clone)]
pub struct UseInView {
    /// What is taken up.
    pub target: TargetRow,
    /// What is taken up with it.
    pub also: Vec<TargetRow>,
    /// The passage of it, where one was chosen.
    pub passage: String,
    /// The words proposed.
    pub words: String,
    /// Every text here, the latest first.
    pub documents: Vec<DocumentRow>,
    /// The text it is taken up in; none: a new one.
    pub chosen: Option<DocumentRow>,
    /// Its lines, each with the beginning of its words.
    pub lines: Vec<(OperationId, String)>,
}

/// What a line may rest on.
pub(crate) const USED: [Thing; 6] = [
    Thing::Turn,
    Thing::Move,
    Thing::Claim,
    Thing::Question,
    Thing::Source,
    Thing::Practice,
];

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the thing is not here or no line can rest on it.
pub fn load(asked: &Asked<'_>) -> Result<UseInView, Trouble> {
    let id = asked.thing()?;
    let reader = asked.reader()?;
    let is_all = id == asked.commons()?;
    let target = super::target(asked, &id)?;
    if !is_all && !target.what.is_some_and(|it| USED.contains(&it)) {
        return Err(Trouble::NotFound);
    }
    let mut also = Vec::new();
    let digits = asked.query.get("also").split_whitespace();
    for it in digits.take(ALSO_MAX) {
        also.push(super::target(asked, &asked.resolve(it)?)?);
    }
    let passage = passage(asked, &target)?;
    let mut documents = reader.documents()?;
    documents.reverse();
    let wanted = asked.query.get("document");
    let chosen = match wanted {
        "new" => None,
        "" => documents.first().cloned(),
        digits => Some(
            reader
                .document(asked.resolve(digits)?)?
                .ok_or(Trouble::NotFound)?,
        ),
    };
    let lines = match &chosen {
        Some(row) => standing(asked, row)?,
        None => Vec::new(),
    };
    Ok(UseInView {
        words: words(asked, &target, &passage)?,
        target,
        also,
        passage,
        documents,
        chosen,
        lines,
    })
}

fn standing(asked: &Asked<'_>, row: &DocumentRow) -> Result<Vec<(OperationId, String)>, Trouble> {
    let mut lines = asked.reader()?.lines(row.said.id)?;
    lines.retain(|it| !it.is_struck);
    let words = lines.into_iter().map(|it| {
        let text = it.wordings.first().map_or("", |it| it.text.words.as_str());
        (it.said.id, Block::of(text).words())
    });
    Ok(words.collect())
}

/// The exact words chosen: as the address has them, or a whole paragraph by its number.
fn passage(asked: &Asked<'_>, target: &TargetRow) -> Result<String, Trouble> {
    if let Some(quote) = asked.query.given("quote") {
        return Ok(quote.to_owned());
    }
    let number = asked.query.number("paragraph").unwrap_or_default();
    let index = usize::try_from(number)
        .ok()
        .and_then(|it| it.checked_sub(1));
    let (Some(index), Some(Thing::Turn)) = (index, target.what) else {
        return Ok(String::new());
    };
    let turn = super::turn(asked, &target.id)?;
    let paragraphs = rendered::paragraphs(&turn.text.words);
    let found = paragraphs.into_iter().nth(index);
    Ok(found.unwrap_or_default().trim().to_owned())
}

/// The key of the caption proposed for a figure.
fn caption(figure: Figure) -> &'static str {
    match figure {
        Figure::Map => "figure-map",
        Figure::Matrix => "figure-matrix",
        Figure::Ledger => "figure-ledger",
        Figure::Coverage => "figure-coverage",
        Figure::Shared => "figure-shared",
    }
}

/// What the line could say: a figure where one is asked for, else the words that are taken up.
fn words(asked: &Asked<'_>, target: &TargetRow, passage: &str) -> Result<String, Trouble> {
    let asked_for = asked.query.get("figure");
    if let Some(figure) = Figure::ALL.into_iter().find(|it| it.name() == asked_for) {
        let name = asked.words.say(caption(figure), &[]);
        let of = match figure {
            Figure::Map if target.what.is_some() => format!("/{}", short(&target.id)),
            _ => String::new(),
        };
        return Ok(format!("![{name}](figure:{}{of})", figure.name()));
    }
    if !passage.is_empty() {
        return Ok(format!("“{passage}”"));
    }
    let reader = asked.reader()?;
    Ok(match target.what {
        Some(Thing::Move) => match reader.move_(target.id)? {
            Some(row) => words_of_move(asked, &row)?,
            None => String::new(),
        },
        Some(Thing::Claim) => reader
            .claim(target.id, None)?
            .map_or(String::new(), |it| it.text.words),
        Some(Thing::Source) => format!("{} [@{}]", target.words.words, short(&target.id)),
        Some(Thing::Turn) | None => String::new(),
        Some(_) => target.words.words.clone(),
    })
}
