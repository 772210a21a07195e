//! Conversations exported by Polis: real ones where they are at hand, and small ones of our own
//! with a trap each.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use polylogue_formats::polis::{
    self, Conversation, Matrix, Moderation, NamedFile, Options, PolisFault, Sign, Signs,
};

const COMMENTS: &str = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,\
                        comment-body\n\
                        1500000000000,x,0,7,2,0,1,\"Bread, and roses\"\n\
                        1500000000001,x,1,8,1,1,-1,\"He said \"\"no\"\"\nand left\"\n\
                        1500000000002,x,2,7,0,0,0,Plain\n";
const VOTES: &str = "timestamp,datetime,comment-id,voter-id,vote\n\
                     1500000000000,x,0,7,1\n\
                     1500000000005,x,0,8,1\n\
                     1500000000009,x,1,7,-1\n\
                     1500000000003,x,1,8,1\n\
                     1500000000002,x,1,8,0\n";
const MATRIX: &str = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n\
                      7,,0,2,2,1,1,1,-1\n\
                      8,,,1,2,2,0,1,1\n";

fn file(name: &str, text: impl AsRef<[u8]>) -> NamedFile {
    NamedFile {
        name: name.to_owned(),
        bytes: text.as_ref().to_vec(),
    }
}

fn set(comments: &str, votes: &str, matrix: &str) -> Vec<NamedFile> {
    vec![
        file("comments.csv", comments),
        file("votes.csv", votes),
        file("participants-votes.csv", matrix),
    ]
}

fn read(files: &[NamedFile]) -> Conversation {
    polis::read(files, Options::default()).expect("it can be read")
}

fn compared() -> Options {
    Options {
        matrix: Matrix::Compared,
        ..Options::default()
    }
}

fn fault(files: &[NamedFile]) -> String {
    let found = polis::read(files, Options::default());
    found.expect_err("it is no conversation").to_string()
}

fn lines(told: &[polis::Told]) -> Vec<String> {
    told.iter().map(ToString::to_string).collect()
}

#[test]
fn a_set_is_read() {
    let found = polis::read(&set(COMMENTS, VOTES, MATRIX), compared()).expect("a set");
    assert_eq!(found.claims.len(), 3);
    assert_eq!(found.claims[&0].text, "Bread, and roses");
    assert_eq!(found.claims[&1].text, "He said \"no\"\nand left");
    assert_eq!(found.claims[&1].moderation, Moderation::Rejected);
    assert_eq!(found.claims[&0].author, Some(7));
    assert_eq!(found.votes.len(), 5);
    assert_eq!(found.groups, BTreeMap::from([(7, Some(0)), (8, None)]));
    let same = found.compared.expect("both are there");
    assert_eq!((same.cells, same.different), (4, 0));
    assert_eq!(found.sign, Sign::TooFewToSay);
    assert_eq!(found.report.skipped_count + found.report.repaired_count, 0);
}

#[test]
fn names_may_have_folders_and_dates_before_them() {
    let files = [
        file("talk/2025-06-19-1201-3abc-comments.csv", COMMENTS),
        file("talk/2025-06-19-1201-3abc-votes.csv", VOTES),
        file("talk/2025-06-19-1201-3abc-participant-votes.csv", MATRIX),
        file("talk/stats-history.csv", "n-votes\n1\n"),
        file(
            "talk/deeper/votes.csv",
            "the copy in a folder of its own is not looked at",
        ),
    ];
    assert_eq!(
        read(&files).votes,
        read(&set(COMMENTS, VOTES, MATRIX)).votes
    );
}

#[test]
fn a_zip_is_a_set() {
    let mut zipped = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for it in set(COMMENTS, VOTES, MATRIX) {
        zipped
            .start_file(format!("talk/{}", it.name), options)
            .expect("a zip");
        zipped.write_all(&it.bytes).expect("a zip");
    }
    zipped
        .start_file("talk/picture.png", options)
        .expect("a zip");
    let bytes = zipped.finish().expect("a zip").into_inner();
    let files = polis::unzip(&bytes).expect("a zip");
    assert_eq!(files.len(), 3);
    assert_eq!(
        read(&files).votes,
        read(&set(COMMENTS, VOTES, MATRIX)).votes
    );
    for end in [0, 10, bytes.len() / 2, bytes.len() - 3] {
        let found = polis::unzip(&bytes[..end]);
        assert!(matches!(found, Err(PolisFault::Zip { .. })), "{end} bytes");
    }
}

#[test]
fn the_header_of_2024_and_seconds_are_understood() {
    let comments = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,\
                    group-informed-consensus,comment-body\n\
                    1726860676,2,0,57,0,1,false,true,0.6839,I hope\n\
                    1726860677,3,0,57,0,1,true,false,NaN,About this survey\n";
    let votes = "timestamp,comment-id,voter-id,vote,important\n1726860676,2,5,-1,0\n";
    let found = read(&[file("comments.csv", comments), file("votes.csv", votes)]);
    assert_eq!(found.claims[&2].published_consensus, Some(0.6839));
    assert!(found.claims[&2].is_seed && !found.claims[&2].is_meta);
    assert!(found.claims[&3].is_meta);
    assert_eq!(found.claims[&3].published_consensus, None);
    assert_eq!(found.votes[0].time_ms, 1_726_860_676_000);
    assert_eq!(found.claims[&2].time_ms, Some(1_726_860_676_000));
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_no_trouble() {
    let with = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let found = read(&set(&with(COMMENTS), &with(VOTES), &with(MATRIX)));
    let plain = read(&set(COMMENTS, VOTES, MATRIX));
    assert_eq!(found.votes, plain.votes);
    assert_eq!(found.groups, plain.groups);
    assert_eq!(found.claims[&0], plain.claims[&0]);
}

#[test]
fn a_matrix_alone_has_votes_enough() {
    let found = read(&[
        file("comments.csv", COMMENTS),
        file("participants-votes.csv", MATRIX),
    ]);
    assert_eq!(found.votes.len(), 4);
    assert_eq!(found.votes[1].person, 7);
    assert_eq!(found.votes[1].sign, -1);
    let first = MATRIX.replace("\n7,", "\n0,");
    let found = read(&[file("participant-votes.csv", first)]);
    let people: Vec<u64> = found.votes.iter().map(|it| it.person).collect();
    assert_eq!(people, [0, 0, 8, 8]);
    assert!(found.report.notes[0].starts_with("no comments.csv is here"));
}

#[test]
fn texts_without_quotes_are_put_together_again() {
    let comments = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,\
                    comment-body\n\
                    1726860676,x,0,7,2,0,1,Bread, and roses\n\
                    1726860677,x,1,8,1,1,0,First line\n\
                    second, line\n\
                    \n\
                    1726860678,x,2,8,1,1,0,Plain\n";
    let found = read(&set(comments, VOTES, MATRIX));
    assert_eq!(found.claims[&0].text, "Bread, and roses");
    assert_eq!(found.claims[&1].text.trim_end(), "First line\nsecond, line");
    assert_eq!(found.claims[&2].text, "Plain");
    assert_eq!(
        lines(&found.report.repaired),
        [
            "comments.csv, line 2: its text was not quoted: all up to the next row is taken to \
             be it",
            "comments.csv, line 3: its text was not quoted: all up to the next row is taken to \
             be it",
        ]
    );
}

#[test]
fn a_quote_that_is_never_closed_is_refused_with_its_line() {
    let comments = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,\
                    comment-body\n\
                    1500000000000,x,0,7,2,0,1,\"Bread, and roses\"\n\
                    1500000000001,x,1,8,1,1,0,\"Nobody bakes\n\
                    1500000000002,x,2,7,0,0,0,Plain\n\
                    1500000000003,x,3,7,0,0,0,\"Whole\"\n";
    assert_eq!(
        fault(&set(comments, VOTES, MATRIX)),
        "comments.csv, line 3: a quote is opened here and never closed"
    );
    // Where nothing follows, the file may have been cut short: the rest is whole.
    let cut = &COMMENTS[..COMMENTS.find(" said").expect("it")];
    let found = read(&set(cut, VOTES, MATRIX));
    assert_eq!(
        lines(&found.report.skipped),
        ["comments.csv, line 3: cut short: its quote is never closed"]
    );
    assert_eq!(found.claims[&1].text, "", "half a sentence is none");
    let inches = format!("{COMMENTS}1500000000003,x,4,7,0,0,0,A 5\" pipe\n");
    assert_eq!(
        read(&set(&inches, VOTES, MATRIX)).claims[&4].text,
        "A 5\" pipe"
    );
}

#[test]
fn files_cut_short_give_what_is_whole() {
    let found = read(&set(
        &COMMENTS[..COMMENTS.len() - 12],
        &VOTES[..VOTES.len() - 5],
        &MATRIX[..MATRIX.len() - 4],
    ));
    assert_eq!(found.votes.len(), 4);
    assert_eq!(found.groups.len(), 1);
    assert_eq!(
        lines(&found.report.skipped),
        [
            "comments.csv, line 5: cut short: 5 fields, and the first line names 8",
            "votes.csv, line 6: cut short: 3 fields, and the first line names 5",
            "participants-votes.csv, line 3: cut short: 8 fields, and the first line names 9",
        ]
    );
}

#[test]
fn words_that_are_no_votes_are_left_out_with_their_line() {
    let votes = "timestamp,datetime,comment-id,voter-id,vote\n\
                 1500000000000,x,0,7,NaN\n\
                 1500000000000,x,0,8,2\n\
                 1500000000000,x,nan,9,1\n\
                 soon,x,0,9,1\n\
                 1500000000000,Tue, 4 July,0,9,1\n\
                 1500000000000,x,0,-9,1\n\
                 1500000000000,x,0,10,1\n";
    let found = read(&set(COMMENTS, votes, MATRIX));
    assert_eq!(found.votes.len(), 1);
    assert_eq!(
        lines(&found.report.skipped),
        [
            "votes.csv, line 2: “NaN” is no vote: 1, 0 or -1 is needed",
            "votes.csv, line 3: “2” is no vote: 1, 0 or -1 is needed",
            "votes.csv, line 4: “nan” is no number of a comment",
            "votes.csv, line 5: “soon” is no time",
            "votes.csv, line 6: 6 fields, and the first line names 5",
            "votes.csv, line 7: “-9” is no number of a voter",
        ]
    );
    assert_eq!(
        fault(&set(COMMENTS, &votes[..votes.len() - 23], MATRIX)),
        "votes.csv, line 2: “NaN” is no vote: 1, 0 or -1 is needed; no other line could be read \
         either"
    );
}

#[test]
fn repeated_rows_people_and_comments_are_told() {
    let votes = format!("{VOTES}1500000000002,x,1,8,0\n");
    let comments = format!("{COMMENTS}1500000000002,x,2,7,0,0,0,Again\n");
    let matrix = format!("{MATRIX}7,,1,2,2,1,1,-1,-1\n");
    let found = read(&set(&comments, &votes, &matrix));
    assert_eq!(found.votes.len(), 5);
    assert_eq!(found.claims[&2].text, "Plain");
    assert_eq!(found.groups[&7], Some(0));
    assert_eq!(
        found.report.notes,
        [
            "votes.csv: 1 line repeats the line before",
            "without any vote: 1 of the 3 claims (comment 2); nothing can be said of them",
        ]
    );
    assert_eq!(
        lines(&found.report.skipped),
        [
            "comments.csv, line 6: the comment 2 has a row above already",
            "participants-votes.csv, line 4: the person 7 has a line above already",
        ]
    );
}

#[test]
fn votes_on_claims_nobody_listed_count_without_words() {
    let votes = format!("{VOTES}1500000000002,x,99,8,0\n");
    let found = read(&set(COMMENTS, &votes, MATRIX));
    assert_eq!(found.claims[&99].text, "");
    assert!(found.report.notes[0].starts_with("1 of the claims voted on are not in comments"));
}

#[test]
fn cells_that_differ_from_the_votes_are_counted() {
    let matrix = MATRIX.replace("1,-1\n", "1,1\n");
    let found = polis::read(&set(COMMENTS, VOTES, &matrix), compared()).expect("a set");
    assert_eq!(found.compared.map(|it| it.different), Some(1));
}

/// Ten authors who each voted on their own claim with this sign.
fn authors(sign: i8) -> Vec<NamedFile> {
    let mut comments = COMMENTS.lines().next().expect("a first line").to_owned();
    let mut votes = VOTES.lines().next().expect("a first line").to_owned();
    for at in 0..10 {
        comments.push_str(&format!("\n1500000000000,x,{at},{at},1,0,1,Claim {at}"));
        votes.push_str(&format!("\n1500000000000,x,{at},{at},{sign}"));
    }
    vec![file("comments.csv", comments), file("votes.csv", votes)]
}

#[test]
fn turned_signs_are_told_and_never_turned_silently() {
    let usual = read(&authors(1));
    let (agree, disagree) = (10, 0);
    assert_eq!(usual.sign, Sign::AsUsual { agree, disagree });
    let odd = read(&authors(-1));
    let (agree, disagree) = (0, 10);
    assert_eq!(odd.sign, Sign::Suspicious { agree, disagree });
    assert_eq!(odd.votes[0].sign, -1, "left as it was written");
    let options = Options {
        signs: Signs::Turned,
        ..Options::default()
    };
    let turned = polis::read(&authors(-1), options).expect("a set");
    assert_eq!(turned.votes, usual.votes);
    assert!(
        turned
            .report
            .notes
            .iter()
            .any(|it| it.starts_with("every vote was turned"))
    );
}

#[test]
fn a_declared_sign_wins() {
    let mut files = authors(-1);
    let summary = "topic,\"T\"\nconversation-description,\"Two\nlines\"\n\
                   vote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1\n";
    files.push(file("summary.csv", summary));
    let found = read(&files);
    assert_eq!(found.sign, Sign::Declared);
    assert_eq!(found.summary.description, "Two\nlines");
    let format = "{\n  \"format\": \"polis-export/1\",\n  \
                  \"vote-convention\": \"agree=-1;disagree=+1;pass=0\"\n}\n";
    files.push(file("format.json", format));
    let found = read(&files);
    assert_eq!(found.sign, Sign::DeclaredTurned);
    assert_eq!(found.votes[0].sign, 1);
}

#[test]
fn what_is_no_set_is_refused_in_a_sentence() {
    assert_eq!(
        fault(&[file("notes.csv", "a,b\n")]),
        "there are no votes here: none of the 1 files is a votes.csv, participants-votes.csv or \
         participant-votes.csv"
    );
    assert_eq!(
        fault(&[file("votes.csv", "a,b\n1,2\n")]),
        "votes.csv, line 1: no column is called “comment-id”; there are “a”, “b”"
    );
    assert_eq!(
        fault(&[file("votes.csv", "")]),
        "votes.csv, line 1: no column is called “comment-id”; there are none"
    );
    assert_eq!(
        fault(&[file("a-votes.csv", VOTES), file("b-votes.csv", "x")]),
        "a-votes.csv and b-votes.csv are both a votes.csv: this seems to be more than one \
         conversation"
    );
    let mut wide = "participant,group-id".to_owned();
    for at in 0..1_000_000 {
        wide.push_str(&format!(",{at}"));
    }
    assert_eq!(
        fault(&[file("participants-votes.csv", wide)]),
        "participants-votes.csv, line 1: more than the 100000 claims that are read"
    );
}

#[test]
fn a_header_without_rows_is_a_conversation_without_votes() {
    let first = |text: &str| text.lines().next().expect("a first line").to_owned();
    let found = read(&set(&first(COMMENTS), &first(VOTES), &first(MATRIX)));
    assert!(found.votes.is_empty() && found.claims.is_empty() && found.groups.is_empty());
}

/// Sets of files with bytes changed, doubled, left out: never a panic, and what is told is short.
/// As [`polis::write`] keeps it: whole seconds, what is about the conversation itself rejected, and
/// nothing that only told how it was read.
fn as_kept(mut it: Conversation) -> Conversation {
    let seconds = |time: i64| time / 1_000 * 1_000;
    for claim in it.claims.values_mut() {
        claim.time_ms = Some(seconds(claim.time_ms.unwrap_or(0)));
        if claim.is_meta {
            claim.moderation = Moderation::Rejected;
        }
        (claim.is_meta, claim.is_seed, claim.published_consensus) = (false, false, None);
    }
    // Those who never voted have no row.
    let voters: BTreeSet<u64> = it.votes.iter().map(|it| it.person).collect();
    it.groups.retain(|person, _| voters.contains(person));
    it.votes.sort_by_key(|it| (it.claim, it.person, it.time_ms));
    it.votes
        .iter_mut()
        .for_each(|it| it.time_ms = seconds(it.time_ms));
    it.votes.dedup();
    it.summary.convention = Some(polis::DECLARATION.to_owned());
    (it.sign, it.compared) = (Sign::Declared, None);
    it.report = polis::Report::default();
    it
}

fn check_written(it: &Conversation) {
    let files = polis::write(it);
    let again = polis::read(&files, compared()).expect("what is written can be read");
    assert_eq!(again.report.skipped, [], "every line is read");
    assert_eq!(again.report.repaired, [], "no line is mended");
    assert_eq!(again.compared.map(|it| it.different), Some(0));
    assert_eq!(as_kept(again), as_kept(it.clone()));
}

#[test]
fn what_is_written_is_read_again() {
    let comments = "timestamp,datetime,comment-id,author-id,agrees,disagrees,\
                    moderated,comment-body\n\
                    1500000000000,x,0,7,2,0,1,\"Bread, and \"\"roses\"\"\nand all\"\n\
                    1500000000001,x,3,8,1,1,-1,=1+1\n\
                    1500000000002,x,5,9,0,0,0,\"'-- so he said\"\n\
                    1500000000003,x,6,,0,0,0,\"\u{202e}\u{645}\u{631}\u{62d}\u{628}\u{627}\"\n";
    let votes = "timestamp,datetime,comment-id,voter-id,vote,important\n\
                 1500000000000,x,0,7,1,1\n1500000009000,x,3,7,-1,0\n\
                 1500000003000,x,3,8,1,0\n1500000002000,x,3,8,0,1\n";
    let matrix = "participant,group-id,0,3\n7,0,1,-1\n8,1,,1\n";
    let summary = "topic,\"Bread, roses\"\nurl,https://example.org/c\n\
                   conversation-description,\"@first\nsecond\"\n";
    let mut files = set(comments, votes, matrix);
    files.push(file("summary.csv", summary));
    let it = read(&files);
    assert_eq!(it.votes.iter().filter(|it| it.is_important).count(), 2);
    check_written(&it);
    let files = polis::write(&it);
    let text = |name: &str| {
        let file = files
            .iter()
            .find(|it| it.name == name)
            .expect("it is written");
        String::from_utf8(file.bytes.clone()).expect("text")
    };
    assert!(text("comments.csv").contains(",'=1+1\n"), "no formula");
    assert_eq!(
        text("comment-groups.csv").lines().last(),
        Some("6,\u{202e}\u{645}\u{631}\u{62d}\u{628}\u{627},0,0,0,0,0,0,0,0,0,0,0,0")
    );
    assert_eq!(
        text("participant-votes.csv"),
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,3,5,6\n\
         7,0,1,2,1,1,1,-1,,\n8,1,1,1,1,0,,1,,\n"
    );
    check_written(&read(&set(COMMENTS, VOTES, MATRIX)));
}

#[test]
fn no_bytes_make_it_panic() {
    let seed: u64 = std::env::var("POLYLOGUE_SEED")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(1);
    println!("POLYLOGUE_SEED={seed}");
    let mut state = seed;
    let mut draw = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below.max(1)
    };
    let pieces: [&[u8]; 14] = [
        b",",
        b"\n",
        b"\"",
        b"-1",
        b"NaN",
        b"1e999",
        b"\xff\xfe",
        b"\r\n",
        b"\"\"",
        b"0",
        b"99999999999999999999",
        b"-",
        b"1500000000000,",
        b"\0",
    ];
    let mut kept = 0;
    for round in 0..6_000 {
        let mut files = set(COMMENTS, VOTES, MATRIX);
        files.push(file(
            "summary.csv",
            "topic,\"T\"\nvote-convention,agree=+1\n",
        ));
        for _ in 0..=draw(4) {
            let bytes = &mut files[draw(4)].bytes;
            let at = draw(bytes.len());
            match draw(5) {
                0 => bytes.truncate(at),
                1 => {
                    let end = (at + draw(40)).min(bytes.len());
                    bytes.drain(at..end);
                }
                2 => {
                    let end = (at + draw(60)).min(bytes.len());
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
                _ => {
                    let piece = pieces[draw(pieces.len())];
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
        }
        let signs = if round % 2 == 0 {
            Signs::AsWritten
        } else {
            Signs::Turned
        };
        let matrix = Matrix::Compared;
        match polis::read(&files, Options { signs, matrix }) {
            Ok(found) => {
                kept += 1;
                for told in lines(&found.report.skipped) {
                    assert!(told.len() < 300, "{told}");
                }
            }
            Err(fault) => assert!(fault.to_string().len() < 600, "{fault}"),
        }
        if round % 8 == 0 {
            drop(polis::unzip(&files[0].bytes));
        }
    }
    assert!(kept > 1_000, "{kept} of 6000 could be read");
}

#[test]
fn real_conversations_are_read_whole() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("POLYLOGUE_SHARED").map_or(beside, PathBuf::from);
    let Ok(folders) = std::fs::read_dir(shared.join("data/polis")) else {
        println!("skipped: the shared conversations are not at hand");
        return;
    };
    for folder in folders.map(|it| it.expect("readable").path()) {
        if !folder.is_dir() {
            continue;
        }
        let files: Vec<NamedFile> = std::fs::read_dir(&folder)
            .expect("readable")
            .map(|it| it.expect("readable").path())
            .map(|it| {
                let name = it
                    .file_name()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned();
                file(&name, std::fs::read(&it).expect("readable"))
            })
            .collect();
        let found = polis::read(&files, compared()).expect("a conversation");
        let same = found.compared.expect("both are there");
        println!("{}: {same:?}, {:?}", folder.display(), found.sign);
        assert_eq!(same.different, 0);
        assert!(
            matches!(found.sign, Sign::AsUsual { .. }),
            "{:?}",
            found.sign
        );
        assert_eq!(found.report.skipped_count, 0, "{:?}", found.report.skipped);
        assert_eq!(found.report.repaired_count, 0);
        check_written(&found);
    }
}

/// The notes and mended lines of a set.
fn said(files: &[NamedFile]) -> String {
    let report = read(files).report;
    [
        report.notes,
        lines(&report.repaired),
        lines(&report.skipped),
    ]
    .concat()
    .join("\n")
}

#[test]
fn what_a_spreadsheet_saved_otherwise_is_read_and_told() {
    let accents = COMMENTS.replace("Plain", "Né à Orléans");
    let plain = read(&set(&accents, VOTES, MATRIX));
    let latin: Vec<u8> = accents
        .chars()
        .map(|it| u8::try_from(u32::from(it)).expect("Latin-1"))
        .collect();
    let utf_16 = |text: &str, is_little: bool| -> Vec<u8> {
        let units = text.encode_utf16();
        let bytes = units.flat_map(|it| {
            if is_little {
                it.to_le_bytes()
            } else {
                it.to_be_bytes()
            }
        });
        bytes.collect()
    };
    let marked = [&[0xfe, 0xff][..], &utf_16(&accents, false)].concat();
    let semicolons = "timestamp;datetime;comment-id;author-id;agrees;disagrees;moderated;\
                      comment-body\n\
                      1500000000000;x;0;7;2;0;1;Bread, and roses\r\n\
                      1500000000001;x;1;8;1;1;-1;\"He said \"\"no\"\"\nand left\"\n\
                      1500000000002;x;2;7;0;0;0;Né à Orléans\n";
    for (bytes, word) in [
        (latin, "line 5: it is not in UTF-8, and was read as Latin-1"),
        (marked, "line 1: it is in UTF-16"),
        (utf_16(&accents, true), "line 1: it is in UTF-16"),
        (
            semicolons.as_bytes().to_vec(),
            "line 1: semicolons part its fields",
        ),
        (
            accents
                .replace(',', "\t")
                .replace("Bread\t", "Bread,")
                .into_bytes(),
            "tabs part",
        ),
    ] {
        let files = [
            file("comments.csv", bytes),
            file("votes.csv", VOTES.replace(',', ";")),
        ];
        let found = read(&files);
        assert_eq!(found.claims, plain.claims, "{word}");
        assert_eq!(found.votes, plain.votes, "{word}");
        let said = said(&files);
        assert!(said.contains(word), "{said}");
        assert!(said.contains("votes.csv, line 1: semicolons"), "{said}");
    }
    // One damaged byte in a file that is UTF-8 elsewhere is no other encoding.
    let mut torn = accents.clone().into_bytes();
    torn.extend(b"1500000000003,x,3,7,0,0,0,Na\xefve\n");
    let found = read(&[file("comments.csv", torn), file("votes.csv", VOTES)]);
    assert_eq!(found.claims[&2].text, "Né à Orléans");
    assert!(!found.claims.contains_key(&3));
}

#[test]
fn a_file_said_twice_counts_once_and_one_cut_between_lines_is_told() {
    let plain = read(&set(COMMENTS, VOTES, MATRIX));
    let unvoted = "without any vote: 1 of the 3 claims (comment 2); nothing can be said of them";
    assert_eq!(plain.report.notes, [unvoted]);
    let (head, rest) = VOTES.split_once('\n').expect("lines");
    for twice in [VOTES.repeat(2), format!("{head}\n{rest}{rest}")] {
        let files = set(COMMENTS, &twice, MATRIX);
        assert_eq!(read(&files).votes, plain.votes);
        let said = said(&files);
        let words = "votes.csv, line 7: from here on the file says all of it a second time";
        assert!(said.contains(words), "{said}");
    }
    let other = VOTES.replace(",7,", ",9,");
    let files = set(COMMENTS, &format!("{VOTES}{other}"), MATRIX);
    assert!(
        said(&files).contains("line 7: the first line again"),
        "{}",
        said(&files)
    );

    let cut: String = VOTES.lines().take(3).map(|it| format!("{it}\n")).collect();
    let said_of_cut = said(&set(COMMENTS, &cut, MATRIX));
    assert!(
        said_of_cut.contains("comments.csv counts 4 votes that agree or disagree")
            && said_of_cut.contains("votes.csv holds 2"),
        "{said_of_cut}"
    );
    assert!(
        said_of_cut.contains("without any vote: 1 of the 3 claims (comment 2)"),
        "{said_of_cut}"
    );

    let copies = [
        file("talk/votes.csv", VOTES),
        file("talk/old-votes.csv", VOTES),
        file("talk/deeper/votes.csv", "another"),
    ];
    let said = said(&copies);
    assert!(
        said.contains("talk/votes.csv was left out: talk/old-votes.csv says the same"),
        "{said}"
    );
    assert!(
        said.contains("talk/deeper/votes.csv was left out"),
        "{said}"
    );
}
