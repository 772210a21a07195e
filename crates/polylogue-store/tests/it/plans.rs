//! Every query finds its rows through an index: none reads a whole large table.

use std::path::Path;

use crate::world::{Home, World};

/// Tables that grow with what people say.
const LARGE: [&str; 8] = [
    "operation",
    "reference",
    "turn",
    "claim",
    "move",
    "vote",
    "write",
    "search_row",
];

/// Queries that read everything on purpose, by a part of them.
const WHOLE: [&str; 13] = [
    // Once, of a store that was folded in memory.
    "INSERT INTO search_due (n) SELECT",
    // Counted once for each version of the read models.
    "SELECT count(*) FROM",
    // Peers compare the whole set.
    "GROUP BY key, counter HAVING",
    // Read once when the writer begins.
    "SELECT DISTINCT target FROM reference",
    // The next claim weighs all claims.
    "ORDER BY coalesce(tally.votes, 0)",
    // One person's count goes over all claims.
    "SELECT 1 FROM vote WHERE vote.claim = claim.n AND vote.person = ?1)",
    // Only `max(n)`: one step from the end.
    "max(n) FROM operation",
    // Sifting is folded once for each version, and most of what refers to anything bears on it.
    "WHERE kind IN (510, 511, 520, 522, 530, 541, 550, 570)",
    // An edition gathers what it rests on once, when it is made; its file is checked as long.
    "WHERE move.dialogue = ?1 UNION",
    "UNION SELECT n FROM move UNION",
    "WHERE move.perspective = ?1 AND ?1 > 0",
    // Full text.
    "search MATCH",
    // A small table of names inside one file.
    "FROM key",
];

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

/// The statements written in the source, each between `: &str = "` and `";`.
fn statements() -> Vec<String> {
    let mut texts = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut texts,
    );
    let mut statements = Vec::new();
    for text in &texts {
        for part in text.split(": &str =").skip(1) {
            let part = part.trim_start();
            if let Some(quoted) = part.strip_prefix('"')
                && let Some((statement, _)) = quoted.split_once("\";")
            {
                let words: Vec<&str> = statement.split_whitespace().collect();
                statements.push(words.join(" "));
            }
        }
    }
    statements.retain(|it| {
        ["SELECT", "INSERT", "UPDATE", "DELETE"]
            .iter()
            .any(|verb| it.starts_with(verb))
    });
    statements
}

#[test]
fn no_query_reads_a_whole_large_table() {
    let home = Home::new();
    let store = World::new(1, 1).store(&home);
    let connection = rusqlite::Connection::open(store.path()).unwrap();
    let statements = statements();
    assert!(
        statements.len() > 80,
        "only {} statements were found",
        statements.len()
    );
    let mut whole = Vec::new();
    for statement in &statements {
        if WHOLE.iter().any(|it| statement.contains(it)) {
            continue;
        }
        let mut plan = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {statement}"))
            .unwrap();
        let steps = plan.raw_query().mapped(|row| row.get::<_, String>(3));
        for step in steps.map(Result::unwrap) {
            let reads = |table: &&str| {
                step == format!("SCAN {table}") || step.starts_with(&format!("SCAN {table} "))
            };
            if LARGE.iter().any(|table| reads(&table)) && !step.contains("USING") {
                whole.push(format!("{step}: {statement}"));
            }
        }
    }
    assert!(whole.is_empty(), "{whole:#?}");
}

/// Everybody writes registers of their own: going through those of others for each would take the
/// square of how many people there are.
#[test]
fn a_register_of_somebodys_own_is_found_by_whose_it_is() {
    let home = Home::new();
    let store = World::new(1, 1).store(&home);
    let connection = rusqlite::Connection::open(store.path()).unwrap();
    let of_person = statements().into_iter().filter(|it| {
        let by_person = [
            "AND person = ?",
            "write.about = 0 AND write.person",
            "vote.person = ?2 AND",
        ];
        it.starts_with("SELECT") && by_person.iter().any(|by| it.contains(by))
    });
    let mut n_asked = 0;
    for statement in of_person {
        let mut plan = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {statement}"))
            .unwrap();
        let steps = plan.raw_query().mapped(|row| row.get::<_, String>(3));
        let steps: Vec<String> = steps.map(Result::unwrap).collect();
        assert!(
            steps.iter().any(|it| it.contains("person=?")),
            "{statement}: {steps:#?}"
        );
        n_asked += 1;
    }
    assert!(n_asked > 2, "only {n_asked} such statements were found");
}
