//! What an edition freezes of what was computed, and how it is computed again.
//!
//! A figure is a name, what it is of, and bytes in which equal results are equal: the CBOR of a
//! list. `tally`: agree, disagree, pass of a claim, by members. `matrix`: who speaks, of whom, the
//! kind of move, how many. `coverage`: perspective, question, by how many. `ledger`: what is asked,
//! how many answers it has. `map`: each claim with its counts, then each group's. Two are said and
//! not computed: `knowingly`, what was known to stand against the edition; `earlier`, the editions
//! before it.
//!
//! A line that shows one is written `![caption](figure:NAME)` or `![caption](figure:NAME/ID)`. To
//! add one: a name in [`KNOWN`], its bytes in [`bytes_of`], what it needs in [`Needs`].

use polylogue_core::cbor;
use polylogue_core::edition::Figure;
use polylogue_core::id::OperationId;
use polylogue_store::Reader;

use crate::maps::{MapOf, Maps};
use crate::refusal::Refusal;

/// The counts of votes on a claim.
pub const TALLY: &str = "tally";
/// The map of a question or dialogue.
pub const MAP: &str = "map";
/// What was known to stand against the edition, and it was made all the same.
pub(super) const KNOWINGLY: &str = "knowingly";
/// Editions of the same text before this one.
pub(super) const EARLIER: &str = "earlier";
/// What lines may show.
const KNOWN: [&str; 4] = ["matrix", "coverage", "ledger", MAP];

/// What must be in an edition for a figure to be computed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// Everything said in the commons.
    Everything,
    /// The claims put under this, and the votes on them.
    ClaimsUnder(OperationId),
}

/// The counts of a claim, as they are frozen.
pub(super) fn tally(reader: &Reader, claim: OperationId) -> Result<Option<Figure>, Refusal> {
    freeze(reader, None, (TALLY, Some(claim)))
}

/// The figure that a line shows, by its words.
pub(super) fn shown_in(reader: &Reader, words: &str) -> Result<Option<Shown>, Refusal> {
    let Some((name, of)) = asked(words) else {
        return Ok(None);
    };
    let Some(what) = KNOWN.into_iter().find(|it| *it == name) else {
        return Ok(None);
    };
    if what != MAP {
        let needs = Needs::Everything;
        return Ok(Some(Shown {
            what,
            of: None,
            needs,
        }));
    }
    Ok(match reader.resolve(of)?.as_slice() {
        [(id, _)] => Some(Shown {
            what,
            of: Some(*id),
            needs: Needs::ClaimsUnder(*id),
        }),
        _ => None,
    })
}

/// A figure that a line shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    what: &'static str,
    of: Option<OperationId>,
    pub(super) needs: Needs,
}

impl Shown {
    /// What it comes to now.
    pub(super) fn freeze(
        &self,
        reader: &Reader,
        line: OperationId,
    ) -> Result<Option<Figure>, Refusal> {
        freeze(reader, Some(line), (self.what, self.of))
    }
}

/// What a line asks for: a name and what follows it.
fn asked(words: &str) -> Option<(&str, &str)> {
    let (_, asked) = words.trim().strip_prefix("![")?.rsplit_once("](figure:")?;
    let asked = asked.strip_suffix(')')?;
    Some(asked.split_once('/').unwrap_or((asked, "")))
}

fn freeze(
    reader: &Reader,
    line: Option<OperationId>,
    (what, of): (&str, Option<OperationId>),
) -> Result<Option<Figure>, Refusal> {
    let bytes = bytes_of(reader, what, of)?;
    Ok(bytes.map(|bytes| Figure {
        line,
        what: what.to_owned(),
        of,
        bytes,
    }))
}

/// What a figure comes to by what is here; nothing where this version computes no such figure, or
/// what it is of is not here.
pub(super) fn again(reader: &Reader, figure: &Figure) -> Result<Option<Vec<u8>>, Refusal> {
    bytes_of(reader, &figure.what, figure.of)
}

/// Whether a figure is nothing computed, but what whoever made the edition says of it. Nobody can
/// compute that again; it is signed like the text.
pub(super) fn is_said(figure: &Figure) -> bool {
    figure.line.is_none() && [KNOWINGLY, EARLIER].contains(&figure.what.as_str())
}

/// The counts that the bytes of a tally say: agree, disagree, pass.
#[must_use]
pub fn counts(figure: &Figure) -> Option<(u64, u64, u64)> {
    let is_tally = figure.what == TALLY;
    is_tally.then(|| cbor::decode(&figure.bytes).ok()).flatten()
}

fn bytes_of(
    reader: &Reader,
    what: &str,
    of: Option<OperationId>,
) -> Result<Option<Vec<u8>>, Refusal> {
    Ok(match (what, of) {
        (TALLY, Some(claim)) => reader.claim(claim, None)?.map(|row| {
            let tally = row.tally;
            cbor::encode(&(tally.agree, tally.disagree, tally.pass))
        }),
        (MAP, Some(under)) => Some(map(reader, under)?),
        ("matrix", None) => Some(matrix(reader)?),
        ("coverage", None) => Some(coverage(reader)?),
        ("ledger", None) => Some(ledger(reader)?),
        _ => None,
    })
}

fn matrix(reader: &Reader) -> Result<Vec<u8>, Refusal> {
    let sifted = reader.sift()?;
    let mut all = Vec::new();
    for ((who, whom), cell) in &sifted.matrix {
        let (Some(who), Some(whom)) = (
            sifted.perspectives.get(*who),
            sifted.perspectives.get(*whom),
        ) else {
            continue;
        };
        for (kind, count) in cell.kinds() {
            all.push((*who, *whom, kind, count as u64));
        }
    }
    all.sort_unstable();
    Ok(cbor::encode(&all))
}

fn coverage(reader: &Reader) -> Result<Vec<u8>, Refusal> {
    let sifted = reader.sift()?;
    let mut all = Vec::new();
    for ((who, question), covered) in &sifted.coverage {
        let who = sifted.perspectives.get(*who);
        if let Some((who, question)) = who.zip(sifted.questions.get(*question)) {
            all.push((*who, *question, covered.evidence.len() as u64));
        }
    }
    all.sort_unstable();
    Ok(cbor::encode(&all))
}

fn ledger(reader: &Reader) -> Result<Vec<u8>, Refusal> {
    let sifted = reader.sift()?;
    let mut all = Vec::new();
    for asked in sifted.ledger.values() {
        for row in reader.moves_at(&[asked.n])? {
            all.push((row.said.id, asked.answers.len() as u64));
        }
    }
    all.sort_unstable();
    Ok(cbor::encode(&all))
}

fn map(reader: &Reader, under: OperationId) -> Result<Vec<u8>, Refusal> {
    let commons = reader.commons()?.id;
    let open = Maps::default().of(commons, reader, MapOf::members(Some(under)))?;
    let results = &open.map.results;
    let mut all = Vec::new();
    for (number, claim) in open.claims.iter().enumerate() {
        let of_all = results.counts.iter().skip(number).take(1);
        let of_groups = results.by_group.iter().filter_map(|it| it.get(number));
        let counts: Vec<_> = of_all
            .chain(of_groups)
            .map(|it| {
                (
                    u64::from(it.agree),
                    u64::from(it.disagree),
                    u64::from(it.pass),
                )
            })
            .collect();
        all.push((*claim, counts));
    }
    Ok(cbor::encode(&all))
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn a_line_that_shows_a_figure_says_which() {
        assert_eq!(asked("![Who](figure:map/1a2b)"), Some(("map", "1a2b")));
        assert_eq!(asked("![](figure:matrix)"), Some(("matrix", "")));
        assert_eq!(asked("See ![x](figure:matrix)"), None);
        assert_eq!(asked("![x](https://example.org)"), None);
    }
}
