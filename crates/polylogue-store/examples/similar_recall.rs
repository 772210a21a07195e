//! How many hand-made links are among the first ten suggestions, on any collection.
//!
//! ```text
//! cargo run --release -p polylogue-store --example similar_recall -- ITEMS.csv LINKS.csv
//! ```
//!
//! `ITEMS.csv` has the columns `id`, `text` and, if there are several languages, `language`;
//! `LINKS.csv` has `first` and `second`, ids of items that somebody linked. Other columns are
//! passed over. A link counts as found where either end suggests the other among its first ten.
//! Links whose ends are in different languages are told apart: words cannot find them.

#![expect(clippy::print_stdout, reason = "a program run by hand")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::time::Instant;

use polylogue_store::similar::{Asked, Similar};

const TEN: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [items, links] = paths.as_slice() else {
        return Err("name two files: ITEMS.csv LINKS.csv".into());
    };
    let items = rows(
        &std::fs::read_to_string(items)?,
        &["id", "text"],
        "language",
    )?;
    let links = rows(&std::fs::read_to_string(links)?, &["first", "second"], "")?;
    let (mut similar, mut numbers) = (Similar::default(), BTreeMap::new());
    let began = Instant::now();
    for (n, row) in (0..).zip(&items) {
        similar.add(n, &row[2], &row[1]);
        numbers.insert(row[0].as_str(), n);
    }
    println!("{} items, read in {:?}", items.len(), began.elapsed());
    let language = |n: i64| &items[usize::try_from(n).unwrap_or(0)][2];
    let (mut known, mut apart) = (BTreeSet::new(), 0);
    for row in &links {
        let ends = numbers
            .get(row[0].as_str())
            .zip(numbers.get(row[1].as_str()));
        match ends {
            Some((one, other)) if one != other && language(*one) == language(*other) => {
                known.insert((*one.min(other), *one.max(other)));
            }
            Some((one, other)) if one != other => apart += 1,
            _ => {}
        }
    }
    let (mut found, mut slowest) = (0, std::time::Duration::ZERO);
    let mut first_ten: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for n in known.iter().flat_map(|it| [it.0, it.1]) {
        first_ten.entry(n).or_insert_with(|| {
            let row = &items[usize::try_from(n).unwrap_or(0)];
            let asked = Asked {
                permille_min: 1,
                most: TEN,
                but: Some(n),
            };
            let began = Instant::now();
            let alike = similar.like(&row[2], &row[1], asked);
            slowest = slowest.max(began.elapsed());
            alike.into_iter().map(|it| it.n).collect()
        });
    }
    for (one, other) in &known {
        let is_found = first_ten[one].contains(other) || first_ten[other].contains(one);
        found += usize::from(is_found);
    }
    println!(
        "{} links of hand within one language, {apart} across two",
        known.len()
    );
    println!("{found} of them among the first ten; the slowest item took {slowest:?}");
    println!("recall@10 = {:.3}", ratio(found, known.len()));
    Ok(())
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |it: usize| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
    number(part) / number(whole.max(1))
}

/// The named columns of a CSV (RFC 4180), and one more that may be missing.
fn rows(text: &str, needed: &[&str], optional: &str) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let mut lines = cells(text).into_iter();
    let head = lines.next().ok_or("a file is empty")?;
    let place = |name: &str| head.iter().position(|it| it.trim() == name);
    let mut places = Vec::new();
    for name in needed {
        places.push(place(name).ok_or_else(|| format!("there is no column {name}"))?);
    }
    let more = place(optional);
    let row = |line: Vec<String>| -> Option<Vec<String>> {
        let mut row: Vec<String> = Vec::new();
        for at in &places {
            row.push(line.get(*at)?.clone());
        }
        row.push(
            more.and_then(|at| line.get(at).cloned())
                .unwrap_or_default(),
        );
        Some(row)
    };
    Ok(lines.filter_map(row).collect())
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut characters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            '\r' if !is_quoted => {}
            it => cell.push(it),
        }
    }
    if !cell.is_empty() || !line.is_empty() {
        line.push(cell);
        lines.push(line);
    }
    lines
}
