//! Words a crate may not contain: the rules about clocks, disks, SQL and printing, by name.
//!
//! Comments are not looked at. Tests are, where a rule says so.

use super::{File, Finding};

/// Which part of a file a rule reads.
#[derive(Debug, PartialEq, Eq)]
enum Reach {
    /// Only what is shipped: no `#[cfg(test)]` item, no file of tests, no build script.
    Product,
    /// Tests as well.
    Everything,
}

/// Which crates a rule speaks about.
#[derive(Debug)]
enum Crates {
    /// These.
    Only(&'static [&'static str]),
    /// All under `crates/` but these.
    AllBut(&'static [&'static str]),
}

/// Words, where they may not stand, and why.
#[derive(Debug)]
struct Rule {
    words: &'static [&'static str],
    crates: Crates,
    reach: Reach,
    why: &'static str,
}

/// All rules; the words are whole words, and `std::{…}` groups are looked into.
const RULES: [Rule; 5] = [
    Rule {
        words: &[
            "std::fs",
            "std::net",
            "std::env",
            "std::thread",
            "SystemTime",
            "Instant::now",
            "tokio",
            "println!",
            "eprintln!",
            "HashMap",
            "HashSet",
        ],
        crates: Crates::Only(&["polylogue-core", "polylogue-map", "polylogue-formats"]),
        reach: Reach::Product,
        why: "this crate is pure: no disk, network, clock, thread or unordered collection",
    },
    Rule {
        words: &["std::io"],
        crates: Crates::Only(&["polylogue-core", "polylogue-map"]),
        reach: Reach::Product,
        why: "this crate is pure: values in, values out",
    },
    Rule {
        words: &["SELECT ", "INSERT INTO", "rusqlite"],
        crates: Crates::AllBut(&["polylogue-store", "polylogue-testkit"]),
        reach: Reach::Everything,
        why: "only polylogue-store speaks SQL, and the bench of what bare rows cost",
    },
    Rule {
        words: &["maud"],
        crates: Crates::AllBut(&["polylogue-web"]),
        reach: Reach::Everything,
        why: "only polylogue-web speaks HTML",
    },
    Rule {
        words: &[
            "println!",
            "print!",
            "eprintln!",
            "eprint!",
            "dbg!",
            "process::exit",
        ],
        crates: Crates::AllBut(&["polylogue"]),
        reach: Reach::Product,
        why: "only the command prints or exits",
    },
];

/// Programs of the testkit may print: they are run by hand and by `cargo xtask`.
const TESTKIT_PROGRAMS: &str = "crates/polylogue-testkit/src/bin/";

/// Finds every refused word in the Rust files under `crates/`.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    files.iter().flat_map(check_file).collect()
}

/// Finds every refused word in one file.
fn check_file(file: &File) -> Vec<Finding> {
    let Some(crate_name) = crate_of(&file.path) else {
        return Vec::new();
    };
    let Some(text) = &file.text else {
        return Vec::new();
    };
    let tests_alone = is_outside_product(&file.path);
    let lines = read_lines(text);
    let mut findings = Vec::new();
    for rule in &RULES {
        let speaks_of_it = match rule.crates {
            Crates::Only(names) => names.contains(&crate_name),
            Crates::AllBut(names) => !names.contains(&crate_name),
        };
        if !speaks_of_it || (tests_alone && rule.reach == Reach::Product) {
            continue;
        }
        for line in &lines {
            if line.is_test && rule.reach == Reach::Product {
                continue;
            }
            let named = rule
                .words
                .iter()
                .filter(|word| names_word(&line.text, word));
            findings.extend(named.map(|word| {
                let message = format!("`{}` may not stand here: {}", word.trim(), rule.why);
                Finding::new(&file.path, line.number, message)
            }));
        }
    }
    findings
}

/// Returns the crate of a Rust file under `crates/`.
fn crate_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("crates/")?;
    let (name, inner) = rest.split_once('/')?;
    inner.ends_with(".rs").then_some(name)
}

/// Tells whether a file is never part of the product's libraries: tests and programs of the kit.
fn is_outside_product(path: &str) -> bool {
    path.contains("/tests/")
        || path.contains("/benches/")
        || path.contains("/examples/")
        || path.ends_with("/tests.rs")
        || path.ends_with("/build.rs")
        || path.starts_with(TESTKIT_PROGRAMS)
}

/// One line that is not a comment, with `use` groups of `std` written out.
struct Line {
    /// Counted from 1.
    number: usize,
    text: String,
    /// Inside an item marked `#[cfg(test)]`.
    is_test: bool,
}

/// Splits a file that rustfmt has formatted into lines, leaving comments out.
///
/// rustfmt is what makes this sound: a marked item begins and ends in one column.
fn read_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut test_indent: Option<usize> = None;
    let mut group = false;
    for (index, raw) in text.lines().enumerate() {
        let trimmed = raw.trim_start();
        let indent = raw.len() - trimmed.len();
        if trimmed.starts_with("//") {
            continue;
        }
        if test_indent.is_none() && trimmed.starts_with("#[cfg(test)]") {
            test_indent = Some(indent);
            continue;
        }
        let is_test = test_indent.is_some();
        let ends_item = !trimmed.starts_with("#[") && (trimmed.ends_with([';', '}', ',']));
        if test_indent == Some(indent) && ends_item {
            test_indent = None;
        }
        group = group || trimmed.starts_with("use std::{");
        let text = if group {
            write_out_group(trimmed)
        } else {
            trimmed.to_owned()
        };
        group = group && !trimmed.contains("};");
        lines.push(Line {
            number: index + 1,
            text,
            is_test,
        });
    }
    lines
}

/// Writes `fs, io::{self}` of a `use std::{…}` group as `std::fs std::io …`.
fn write_out_group(line: &str) -> String {
    let parts = line.split(|character: char| !(character.is_alphanumeric() || character == '_'));
    let named = parts.filter(|part| !part.is_empty());
    named.map(|part| format!("std::{part} ")).collect()
}

/// Tells whether a line has the word, not merely as a part of a longer one.
fn names_word(line: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(position, _)| {
        let before = line[..position].chars().next_back();
        let after = line[position + word.len()..].chars().next();
        let begins_apart = !before.is_some_and(is_part);
        let ends_apart = !word.ends_with(is_part) || !after.is_some_and(is_part);
        begins_apart && ends_apart
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    fn findings_in(path: &str, text: &str) -> Vec<String> {
        check(&[file(path, text)])
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn a_pure_crate_may_not_name_the_world() {
        let text = "//! No tokio here.\n\nuse std::collections::HashMap;\n";
        assert_eq!(
            findings_in("crates/polylogue-core/src/lib.rs", text),
            [
                "crates/polylogue-core/src/lib.rs:3: `HashMap` may not stand here: this crate is \
              pure: no disk, network, clock, thread or unordered collection"
            ]
        );
        assert!(findings_in("crates/polylogue-node/src/lib.rs", text).is_empty());
    }

    #[test]
    fn groups_are_looked_into() {
        let text = "use std::{\n    collections::BTreeMap,\n    fs::File,\n};\n";
        assert_eq!(
            findings_in("crates/polylogue-map/src/lib.rs", text).len(),
            1
        );
        assert_eq!(
            findings_in("crates/polylogue-map/src/a.rs", "use std::{fmt, io};\n").len(),
            1
        );
    }

    #[test]
    fn formats_may_read_and_write_streams() {
        let text = "use std::io::Read;\n";
        assert!(findings_in("crates/polylogue-formats/src/lib.rs", text).is_empty());
        assert_eq!(
            findings_in("crates/polylogue-core/src/lib.rs", text).len(),
            1
        );
    }

    #[test]
    fn tests_may_print_but_not_speak_sql() {
        let text = "#[cfg(test)]\nmod tests {\n    fn shown() {\n        println!();\n    }\n}\n";
        assert!(findings_in("crates/polylogue-web/src/page.rs", text).is_empty());
        let after = format!("{text}\nfn shown() {{\n    println!();\n}}\n");
        assert_eq!(
            findings_in("crates/polylogue-web/src/page.rs", &after).len(),
            1
        );
        let sql = text.replace("println!()", "run(\"SELECT 1\")");
        assert_eq!(
            findings_in("crates/polylogue-web/src/page.rs", &sql).len(),
            1
        );
        assert!(findings_in("crates/polylogue-store/src/log.rs", &sql).is_empty());
    }

    #[test]
    fn a_marked_declaration_ends_at_its_semicolon() {
        let text = "#[cfg(test)]\nmod tests;\n\nfn shown() {\n    println!();\n}\n";
        assert_eq!(
            findings_in("crates/polylogue-node/src/peer.rs", text).len(),
            1
        );
    }

    #[test]
    fn the_command_and_the_programs_of_the_kit_may_print() {
        let text = "fn main() {\n    println!();\n}\n";
        assert!(findings_in("crates/polylogue/src/main.rs", text).is_empty());
        let program = "crates/polylogue-testkit/src/bin/polylogue-bench.rs";
        assert!(findings_in(program, text).is_empty());
        assert_eq!(
            findings_in("crates/polylogue-testkit/src/lib.rs", text).len(),
            1
        );
    }

    #[test]
    fn a_longer_word_is_another_word() {
        assert!(!names_word("my_tokio", "tokio"));
        assert!(!names_word("eprintln!()", "println!"));
        assert!(names_word("tokio::spawn", "tokio"));
        assert!(!names_word("maudlin", "maud"));
    }
}
