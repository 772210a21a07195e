//! The little of a shell that guide pages use, and how expected lines are compared.

use std::collections::BTreeMap;

use super::page::Order;

/// Splits what was typed into words, minding quotes; none if a quote is not closed.
pub(super) fn split(typed: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut characters = typed.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\'' => {
                let within = word.get_or_insert_default();
                loop {
                    match characters.next()? {
                        it if it == character => break,
                        '\\' if character == '"' => within.push(characters.next()?),
                        it => within.push(it),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(characters.next()?),
            it if it.is_whitespace() => words.extend(word.take()),
            it => word.get_or_insert_default().push(it),
        }
    }
    words.extend(word);
    Some(words)
}

/// `NAME=$(command)`: the name and the command.
pub(super) fn assignment(typed: &str) -> Option<(&str, &str)> {
    let (name, rest) = typed.split_once("=$(")?;
    let is_name = !name.is_empty() && name.chars().all(|it| it.is_ascii_uppercase() || it == '_');
    let inner = rest.strip_suffix(')')?;
    is_name.then_some((name, inner))
}

/// Puts what was kept in the place of `$NAME`.
///
/// # Errors
/// The name nothing was kept under.
pub(super) fn filled(typed: &str, kept: &BTreeMap<String, String>) -> Result<String, String> {
    let mut result = String::new();
    let mut rest = typed;
    while let Some(at) = rest.find('$') {
        result.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let is_name = |it: char| it.is_ascii_uppercase() || it == '_';
        let length = after.find(|it| !is_name(it)).unwrap_or(after.len());
        let name = &after[..length];
        match kept.get(name) {
            Some(value) => result.push_str(value),
            None if name.is_empty() => result.push('$'),
            None => return Err(format!("nothing was kept as ${name}")),
        }
        rest = &after[length..];
    }
    result.push_str(rest);
    Ok(result)
}

/// Whether what was written is what the page says.
pub(super) fn fits(expected: &[String], actual: &[String], order: Order) -> bool {
    match order {
        Order::Fixed => fits_in_order(expected, actual),
        Order::Free => fits_in_any_order(expected, actual),
    }
}

/// Lines that stand for any number of lines.
const ANY_LINES: &str = "...";
/// Stands for anything within a line.
const ANYTHING: &str = "[..]";

fn fits_in_order(expected: &[String], actual: &[String]) -> bool {
    match expected.split_first() {
        None => actual.is_empty(),
        Some((first, rest)) if first == ANY_LINES => {
            (0..=actual.len()).any(|skipped| fits_in_order(rest, &actual[skipped..]))
        }
        Some((first, rest)) => match actual.split_first() {
            Some((line, others)) => fits_line(first, line) && fits_in_order(rest, others),
            None => false,
        },
    }
}

/// The most specific lines choose first, so that a general one does not take their match.
fn fits_in_any_order(expected: &[String], actual: &[String]) -> bool {
    let mut by_words: Vec<&String> = expected.iter().collect();
    by_words.sort_by_key(|it| std::cmp::Reverse(it.replace(ANYTHING, "").len()));
    let mut left: Vec<&String> = actual.iter().collect();
    for line in by_words {
        match left.iter().position(|it| fits_line(line, it)) {
            Some(index) => drop(left.remove(index)),
            None => return false,
        }
    }
    left.is_empty()
}

fn fits_line(expected: &str, actual: &str) -> bool {
    let mut parts = expected.split(ANYTHING);
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = actual.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// Lines with what differs each time made general: ids, times, addresses, tickets.
pub(super) fn general(lines: &[String]) -> Vec<String> {
    lines
        .iter()
        .map(|line| line.split_inclusive(' ').map(general_word).collect())
        .collect()
}

fn general_word(word: &str) -> String {
    let bare = word.trim_matches(|it: char| !it.is_ascii_alphanumeric());
    let is_hex = matches!(bare.len(), 8 | 64)
        && bare
            .chars()
            .all(|it| it.is_ascii_digit() || ('a'..='f').contains(&it));
    let digits = |separator: char, lengths: &[usize]| {
        let parts: Vec<&str> = bare.split(separator).collect();
        parts.len() == lengths.len()
            && parts.iter().zip(lengths).all(|(part, length)| {
                part.len() == *length && part.chars().all(|it| it.is_ascii_digit())
            })
    };
    let is_time = digits('-', &[4, 2, 2]) || digits(':', &[2, 2]);
    let is_address = bare.starts_with("http://127.0.0.1");
    let is_ticket = bare.starts_with("polylogue") && bare.len() > 40;
    if let Some((_, name)) = word.rsplit_once('/').filter(|_| word.starts_with('/')) {
        format!("{ANYTHING}{name}")
    } else if is_hex || is_time || is_ticket {
        word.replace(bare, ANYTHING)
    } else if is_address {
        format!(
            "http://127.0.0.1:{ANYTHING}{}",
            if word.ends_with(' ') { " " } else { "" }
        )
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn words_are_split_as_a_shell_splits_them() {
        let words = split(r#"a "b c" 'd "e"' f\ g "" "#).expect("closed quotes");
        assert_eq!(words, ["a", "b c", "d \"e\"", "f g", ""]);
        assert_eq!(split("a \"b"), None);
    }

    #[test]
    fn what_was_kept_is_filled_in() {
        let kept = BTreeMap::from([("CLAIM".to_owned(), "1a2b".to_owned())]);
        assert_eq!(
            filled("vote $CLAIM agree", &kept).as_deref(),
            Ok("vote 1a2b agree")
        );
        assert!(filled("vote $OTHER", &kept).is_err());
        assert_eq!(
            assignment("CLAIM=$(polylogue x)"),
            Some(("CLAIM", "polylogue x"))
        );
    }

    #[test]
    fn expected_lines_stand_for_others() {
        let fits_fixed =
            |expected: &str, actual: &str| fits(&lines(expected), &lines(actual), Order::Fixed);
        assert!(fits_fixed("said  [..]\n...\nend", "said  1a\nx\ny\nend"));
        assert!(!fits_fixed("said  [..]", "said  1a\nmore"));
        assert!(!fits_fixed("a", "b"));
        assert!(fits(&lines("[..] a\nx b"), &lines("x b\ny a"), Order::Free));
        assert!(!fits(&lines("a\na"), &lines("a\nb"), Order::Free));
    }

    #[test]
    fn what_differs_each_time_is_made_general() {
        let written = lines("said  1a2b3c4d\n1. Ana  2026-11-22 23:20  (0011aaff)\n12 turns");
        assert_eq!(
            general(&written),
            ["said  [..]", "1. Ana  [..] [..]  ([..])", "12 turns"]
        );
    }
}
