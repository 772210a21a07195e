//! Lists as CSV for other programs (RFC 4180, with `\n`); texts that a spreadsheet would take for a
//! formula have a `'` before them.

/// One line of cells.
pub(crate) fn line<T: AsRef<str>>(cells: &[T]) -> String {
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
}
