//! Narrow plain tables that can be read without colour, and other shapes of text for people.

use crate::words::clip;

/// Characters between two columns.
const GAP: &str = "  ";
/// A cell of a middle column is cut after so many characters, so that rows fit a narrow window.
const CELL_CHARACTERS_MAX: usize = 48;
/// The last column may be this long.
const LAST_CELL_CHARACTERS_MAX: usize = 72;

/// Rows of cells under a head; columns are as wide as their widest cell.
#[derive(Debug)]
pub(crate) struct Table {
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with no rows yet.
    pub(crate) fn new(head: impl Into<Vec<&'static str>>) -> Self {
        Self {
            head: head.into(),
            rows: Vec::new(),
        }
    }

    /// Adds one row; it has as many cells as the head.
    pub(crate) fn row(&mut self, cells: impl Into<Vec<String>>) {
        let cells: Vec<String> = cells.into();
        assert_eq!(
            cells.len(),
            self.head.len(),
            "a row has one cell for each column"
        );
        self.rows.push(cells);
    }

    /// The table as text, or `none` where there is no row.
    pub(crate) fn text_or(&self, none: &str) -> String {
        if self.rows.is_empty() {
            return none.to_owned();
        }
        let head = self.head.iter().map(|it| (*it).to_owned()).collect();
        let last = self.head.len() - 1;
        let cut = |(index, cell): (usize, &String)| {
            let most = if index == last {
                LAST_CELL_CHARACTERS_MAX
            } else {
                CELL_CHARACTERS_MAX
            };
            clip(cell, most)
        };
        let rows: Vec<Vec<String>> = std::iter::once(&head)
            .chain(&self.rows)
            .map(|row| row.iter().enumerate().map(cut).collect())
            .collect();
        let widths: Vec<usize> = (0..=last)
            .map(|index| {
                rows.iter()
                    .map(|row| row[index].chars().count())
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        rows.iter()
            .map(|row| line(row, &widths))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| format!("{cell:<width$}"))
        .collect();
    cells.join(GAP).trim_end().to_owned()
}

/// Pairs of a name and what it is, one a line, names in one column; empty values are left out.
pub(crate) fn pairs(pairs: &[(&str, String)]) -> String {
    let shown: Vec<&(&str, String)> = pairs.iter().filter(|(_, it)| !it.is_empty()).collect();
    let width = shown
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or(0);
    let lines: Vec<String> = shown
        .iter()
        .map(|(name, it)| format!("{name:<width$}{GAP}{it}"))
        .collect();
    lines.join("\n")
}

/// Parts one under another with an empty line between; empty parts are left out.
pub(crate) fn parts(parts: &[String]) -> String {
    let shown: Vec<&str> = parts
        .iter()
        .map(|it| it.trim_end())
        .filter(|it| !it.is_empty())
        .collect();
    shown.join("\n\n")
}

/// Every line of a text behind two spaces.
pub(crate) fn indented(text: &str) -> String {
    let indent = |line: &str| {
        if line.is_empty() {
            String::new()
        } else {
            format!("  {line}")
        }
    };
    text.lines().map(indent).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(["id", "name"]);
        table.row(["a".to_owned(), "Re-localisation".to_owned()]);
        table.row(["abc".to_owned(), "P2P".to_owned()]);
        assert_eq!(
            table.text_or(""),
            "id   name\na    Re-localisation\nabc  P2P"
        );
        assert_eq!(Table::new(["id"]).text_or("nothing yet"), "nothing yet");
    }

    #[test]
    fn empty_values_and_parts_are_left_out() {
        let listed = [("name", "Ana".to_owned()), ("about", String::new())];
        assert_eq!(pairs(&listed), "name  Ana");
        assert_eq!(
            parts(&["a\n".to_owned(), String::new(), "b".to_owned()]),
            "a\n\nb"
        );
    }
}
