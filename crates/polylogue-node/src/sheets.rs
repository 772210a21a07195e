//! The tables of sifting as CSV for other programs (RFC 4180, with `\n`): the columns are those of
//! docs/formats/sift.md, the same from the command and from the pages.

use polylogue_core::id::OperationId;
use polylogue_core::move_kind::{MoveKind, Polarity};
use polylogue_store::Reader;
use polylogue_store::query::{AskedRow, PerspectiveRow, ReasonRow, TermRow};
use polylogue_store::sift::{Shared, Sifted, Stand};

use crate::refusal::Refusal;

/// Claims of either list of convergence, at most.
const CLAIMS_MAX: usize = 1_000;

/// A table of sifting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Who says what about whom.
    Matrix,
    /// Questions asked.
    Questions,
    /// Who answers whom.
    Voices,
    /// Standing questions taken up.
    Coverage,
    /// Claims shared, and claims that divide.
    Convergence,
    /// Terms.
    Glossary,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Matrix,
        Self::Questions,
        Self::Voices,
        Self::Coverage,
        Self::Convergence,
        Self::Glossary,
    ];

    /// Its name in commands, addresses and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Questions => "questions",
            Self::Voices => "voices",
            Self::Coverage => "coverage",
            Self::Convergence => "convergence",
            Self::Glossary => "glossary",
        }
    }

    /// The table of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// A table of one snapshot, whole.
///
/// # Errors
/// A [`Refusal`] if it cannot be read.
pub fn sheet(reader: &Reader, sifted: &Sifted, table: Table) -> Result<String, Refusal> {
    let names = Names(reader.perspectives()?);
    Ok(match table {
        Table::Matrix => matrix(sifted, &names),
        Table::Voices => voices(sifted, &names),
        Table::Coverage => coverage(reader, sifted, &names)?,
        Table::Convergence => convergence(reader, sifted, &names)?,
        Table::Glossary => glossary(&reader.glossary()?, &names),
        Table::Questions => {
            let mut rows = Vec::new();
            for asked in sifted.ledger.values() {
                rows.extend(reader.asked_row(asked, usize::MAX)?);
            }
            questions(&rows, &names)
        }
    })
}

/// Perspectives in order of arrival, by which tables name them.
#[derive(Debug)]
pub struct Names(pub Vec<PerspectiveRow>);

impl Names {
    fn short(&self, place: usize) -> String {
        self.0
            .get(place)
            .map_or(String::new(), |it| it.short.clone())
    }

    fn digits(&self, place: usize) -> String {
        let row = self.0.get(place);
        row.map_or(String::new(), |it| it.said.id.to_string())
    }

    fn of(&self, id: Option<OperationId>) -> String {
        let place = self.0.iter().position(|it| Some(it.said.id) == id);
        place.map_or(String::new(), |place| self.short(place))
    }
}

/// One line of cells. Texts that a spreadsheet would take for a formula have a `'` before them.
#[must_use]
pub fn line<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|it| cell(it.as_ref())).collect();
    format!("{}\n", cells.join(","))
}

/// A cell, quoted where it has to be.
fn cell(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok();
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let guard = if is_formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

fn lines<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut sheet = line(&head);
    rows.into_iter().for_each(|it| sheet.push_str(&line(&it)));
    sheet
}

/// A kind of move by its number, also one of a newer version.
fn kind(number: u16) -> String {
    MoveKind::of(number).map_or_else(|| format!("move {number}"), |it| it.name().to_owned())
}

fn digits(ids: &[OperationId]) -> String {
    let ids: Vec<String> = ids.iter().map(OperationId::to_string).collect();
    ids.join(" ")
}

fn matrix(sifted: &Sifted, names: &Names) -> String {
    let [support, qualified, challenge, transform, ask] = Polarity::ALL.map(Polarity::name);
    let head = [
        "from", "to", "from-id", "to-id", "moves", support, qualified, challenge, transform, ask,
    ];
    let row = |((from, to), it): (&(usize, usize), &polylogue_store::sift::Cell)| {
        let [support, qualified, challenge, transform, ask] =
            it.polarities().map(|it| it.to_string());
        let moves = it.moves.len().to_string();
        [
            names.short(*from),
            names.short(*to),
            names.digits(*from),
            names.digits(*to),
            moves,
            support,
            qualified,
            challenge,
            transform,
            ask,
        ]
    };
    lines(head, sifted.matrix.iter().map(row))
}

fn voices(sifted: &Sifted, names: &Names) -> String {
    let head = [
        "from",
        "to",
        "from-id",
        "to-id",
        "turns",
        "answers",
        "within",
        "on-behalf",
    ];
    let row = |((from, to), it): (&(usize, usize), &polylogue_store::sift::Edge)| {
        [
            names.short(*from),
            names.short(*to),
            names.digits(*from),
            names.digits(*to),
            it.turns.len().to_string(),
            it.answers.len().to_string(),
            it.within.to_string(),
            it.on_behalf.to_string(),
        ]
    };
    lines(head, sifted.edges.iter().map(row))
}

/// Questions of the ledger: all, or those somebody chose.
#[must_use]
pub fn questions(rows: &[AskedRow], names: &Names) -> String {
    let head = [
        "id",
        "state",
        "kind",
        "asked-for",
        "to",
        "question",
        "asked-at",
        "dialogue",
        "turn",
        "answers",
        "answered-in",
    ];
    let row = |it: &AskedRow| {
        let found_in = it.question.found_in.as_ref();
        let answers: Vec<OperationId> = it.answers.iter().map(|it| it.target.id).collect();
        let said = [&it.question.reason, &it.question.object];
        let words = said.into_iter().flatten().next();
        let to: Vec<String> = it.to.iter().map(|it| names.short(*it)).collect();
        let dialogue = it.dialogue.as_ref();
        [
            it.question.said.id.to_string(),
            it.state.name().to_owned(),
            kind(it.question.kind),
            it.by.map(|by| names.short(by)).unwrap_or_default(),
            to.join("; "),
            words.map(|it| it.words.clone()).unwrap_or_default(),
            it.question.said.time.to_string(),
            dialogue.map_or(String::new(), |it| it.id.to_string()),
            found_in.map_or(String::new(), |it| it.of.to_string()),
            answers.len().to_string(),
            digits(&answers),
        ]
    };
    lines(head, rows.iter().map(row))
}

fn coverage(reader: &Reader, sifted: &Sifted, names: &Names) -> Result<String, Refusal> {
    let head = [
        "perspective",
        "perspective-id",
        "question",
        "question-id",
        "state",
        "explicit",
        "evidence",
    ];
    let questions = reader.questions()?;
    let mut rows = Vec::new();
    for place in 0..names.0.len() {
        for (at, question) in questions.iter().enumerate() {
            let cell = sifted.coverage.get(&(place, at));
            let evidence = cell.map_or(&[][..], |it| &it.evidence);
            rows.push([
                names.short(place),
                names.digits(place),
                question.text.words.clone(),
                question.said.id.to_string(),
                cell.map_or("not-asked", |it| it.by.name()).to_owned(),
                cell.is_some_and(|it| it.is_explicit).to_string(),
                digits(&reader.ids_at(evidence)?),
            ]);
        }
    }
    Ok(lines(head, rows))
}

fn convergence(reader: &Reader, sifted: &Sifted, names: &Names) -> Result<String, Refusal> {
    let head = [
        "list",
        "claim",
        "claim-id",
        "side",
        "perspective",
        "from-within",
        "with-conditions",
        "kind",
        "reason",
        "passage",
        "evidence-id",
    ];
    let mut rows = Vec::new();
    let both = [
        ("convergence", &sifted.convergence),
        ("division", &sifted.division),
    ];
    for (list, shared) in both {
        for it in shared.values().take(CLAIMS_MAX) {
            rows.extend(rows_of(reader, list, it, names)?);
        }
    }
    Ok(lines(head, rows))
}

fn rows_of(
    reader: &Reader,
    list: &str,
    it: &Shared,
    names: &Names,
) -> Result<Vec<[String; 11]>, Refusal> {
    let Some(claim) = reader.targets_at(&[it.claim])?.pop() else {
        return Ok(Vec::new());
    };
    let row = |side: &str, stand: &Stand, why: ReasonRow| {
        [
            list.to_owned(),
            claim.words.words.clone(),
            claim.id.to_string(),
            side.to_owned(),
            names.short(stand.perspective),
            stand.is_within.to_string(),
            stand.is_qualified.to_string(),
            why.kind.map(kind).unwrap_or_default(),
            why.text.words,
            why.passage.map(|it| it.exact).unwrap_or_default(),
            why.said.id.to_string(),
        ]
    };
    let mut rows = Vec::new();
    for (side, stands) in [("support", &it.support), ("challenge", &it.challenge)] {
        for stand in stands {
            for n in &stand.because {
                let why = reader.reason_at(*n)?;
                rows.extend(why.map(|why| row(side, stand, why)));
            }
        }
    }
    Ok(rows)
}

fn glossary(rows: &[TermRow], names: &Names) -> String {
    let head = [
        "term",
        "term-id",
        "born",
        "born-in",
        "first-for",
        "perspectives",
        "texts",
        "meanings",
        "changes",
    ];
    let row = |it: &TermRow| {
        let who: Vec<String> = it
            .used_by
            .iter()
            .map(|it| names.of(it.perspective))
            .collect();
        let texts: usize = it.used_by.iter().map(|it| it.texts).sum();
        let born = it.born.as_ref();
        [
            it.source.title.words.clone(),
            it.source.said.id.to_string(),
            born.map_or(String::new(), |it| it.date.clone()),
            born.map_or(String::new(), |it| it.thing.id.to_string()),
            who.first().cloned().unwrap_or_default(),
            who.join("; "),
            texts.to_string(),
            it.meanings.len().to_string(),
            it.lineage.len().to_string(),
        ]
    };
    lines(head, rows.iter().map(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_formula_gets_through() {
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-0.5"), "-0.5");
        assert_eq!(cell("- no, \"never\""), "\"'- no, \"\"never\"\"\"");
        let cells = ["a,b", "say \"no\"", "=1+1", "-3", "two\nlines"];
        let expected = "\"a,b\",\"say \"\"no\"\"\",'=1+1,-3,\"two\nlines\"\n";
        assert_eq!(line(&cells), expected);
    }

    #[test]
    fn every_table_has_a_name() {
        for table in Table::ALL {
            assert_eq!(Table::of_name(table.name()), Some(table));
        }
        assert_eq!(Table::of_name("people"), None);
    }
}
