//! Texts as people paste them.

use super::*;

#[test]
fn names_before_a_colon_are_speakers() {
    let text = "Minutes of May\n\n[00:01:02] **Ana Ríos:** Water first.\n  \
                It is short.\n\nThen bread.\nBen: See https://example.org\nNote that: this goes on.\nأمينة: نعم\n";
    let read = read(text, Speakers::Names, &[]);
    assert_eq!(read.before, 1);
    let who: Vec<&str> = read.turns.iter().map(|it| it.speaker.as_str()).collect();
    assert_eq!(who, ["Ana Ríos", "Ben", "Note that", "أمينة"]);
    assert_eq!(
        read.turns[0].words,
        "Water first.\nIt is short.\n\nThen bread."
    );
    assert_eq!(
        (read.turns[0].date.as_str(), read.turns[0].lines),
        ("00:01:02", (3, 6))
    );
    let only = ["Ana Ríos", "Ben", "أمينة"].map(str::to_owned);
    let read = super::read(text, Speakers::Names, &only);
    assert_eq!(read.turns.len(), 3);
    assert!(read.turns[1].words.contains("Note that: this goes on."));
}

#[test]
fn mails_one_under_another_are_turns() {
    let text = "From: \"Ana Ríos\" <ana@example.org>\nDate: Tue, 3 May 2011 12:34:00 +0200\n\
                Subject: Re: [river] The weir\nTo: river@example.org\n\nWater first.\n\n\
                > so they say\n\nNo.\n-- \nAna\nUpper farm\n\n\
                From ben@example.org Tue May  3 2011\n\
                From: ben@example.org\nSubject: Re: The weir\n\nThen bread.\n>From here.\n";
    let read = read(text, Speakers::Mails, &[]);
    assert_eq!(read.subject, "[river] The weir");
    assert_eq!(
        read.speakers(),
        BTreeMap::from([("Ana Ríos", 1), ("ben", 1)])
    );
    assert_eq!(read.turns[0].words, "Water first.\n\n> so they say\n\nNo.");
    assert_eq!(read.turns[0].date, "Tue, 3 May 2011 12:34:00 +0200");
    assert_eq!(read.turns[1].words, "Then bread.\nFrom here.");
    assert!(!read.turns.iter().any(|it| it.words.contains("example.org")));
}

#[test]
fn nothing_and_much_are_bounded() {
    assert!(super::read("", Speakers::Names, &[]).turns.is_empty());
    assert!(
        super::read(":\n::\nFrom:\n", Speakers::Mails, &[])
            .turns
            .is_empty()
    );
    let long = "Ana: yes\n".repeat(TURNS_MAX + 5);
    let read = super::read(&long, Speakers::Names, &[]);
    assert!(read.is_cut && read.turns.len() == TURNS_MAX);
}

fn who(read: &Transcript) -> Vec<&str> {
    read.turns.iter().map(|it| it.speaker.as_str()).collect()
}

#[test]
fn a_long_name_is_taken_when_listed_and_told_of_when_not() {
    let long = "Prof. Dr. María Fernanda de la Cruz y Gutiérrez, Ministry of Water";
    let text =
        format!("Ana: Yes.\n{long}: No.\nIt is so, as everybody in the valley knows well: yes.\n");
    let found = read(&text, Speakers::Names, &[]);
    assert_eq!(who(&found), ["Ana"]);
    assert_eq!(found.unsure.len(), 1, "{:?}", found.unsure);
    assert_eq!(
        (found.unsure[0].line, found.unsure[0].name.as_str()),
        (2, long)
    );
    let only = [String::from("Ana"), long.to_owned()];
    let found = read(&text, Speakers::Names, &only);
    assert_eq!(who(&found), ["Ana", long]);
    assert!(found.turns[1].words.starts_with("No."));
    let twice = format!("{text}Ana: What?\n{long}: No, I say.\n");
    assert_eq!(
        who(&read(&twice, Speakers::Names, &[])),
        ["Ana", long, "Ana", long]
    );
}

#[test]
fn who_is_not_listed_is_told_of() {
    let text = "Ana: Yes.\nBen: No.\nAna: So.\nBen: No.\n";
    let found = read(text, Speakers::Names, &[String::from("Ana")]);
    assert_eq!(who(&found), ["Ana", "Ana"]);
    let unsure = &found.unsure[0];
    assert_eq!(
        (unsure.line, unsure.times, unsure.why),
        (2, 2, Why::Unlisted)
    );
}

#[test]
fn names_on_lines_of_their_own_speak_what_follows() {
    let text = "THE WEIR\n\nANA MARIA\nWater first.\n\nIt is short.\n\n\
        BEN.\nThen bread.\n\nANA MARIA\nNo.\n\nBEN\nYes.\n";
    let found = read(text, Speakers::Names, &[]);
    assert_eq!(who(&found), ["ANA MARIA", "BEN", "ANA MARIA", "BEN"]);
    assert_eq!(found.turns[0].words, "Water first.\n\nIt is short.");
    assert_eq!((found.unsure[0].line, found.unsure[0].why), (1, Why::Once));
    let text = "Ana:\nWater first.\n\nBen  00:12:03\nThen bread.\n\nCleo, 12:03 PM\nOil.\n";
    let found = read(text, Speakers::Names, &[]);
    assert_eq!(who(&found), ["Ana", "Ben", "Cleo"]);
    assert_eq!(found.turns[1].date, "00:12:03");
    assert_eq!(found.turns[2].date, "12:03 PM");
}

#[test]
fn exports_of_chats_are_read() {
    let text = "[12:03] Ana: Hi\n[2024-05-01, 12:04:44] Ben: there\n\
        01/05/2024, 12:05 - Ana: At 12:30 we meet.\n\
                [12:06] <cleo> fine\nBen Ode (00:01:02): Then.\n";
    let found = read(text, Speakers::AsShown, &[]);
    assert_eq!(who(&found), ["Ana", "Ben", "Ana", "cleo", "Ben Ode"]);
    let dates: Vec<&str> = found.turns.iter().map(|it| it.date.as_str()).collect();
    assert_eq!(
        dates,
        [
            "12:03",
            "2024-05-01, 12:04:44",
            "01/05/2024, 12:05",
            "12:06",
            "00:01:02"
        ]
    );
    assert_eq!(found.turns[2].words, "At 12:30 we meet.");
    let cues = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nAna: Water\n\n\
        2\n00:00:04.000 --> 00:00:06.000\nAna: first.\n";
    let found = read(cues, Speakers::AsShown, &[]);
    assert_eq!(found.turns.len(), 1);
    assert!(!found.turns[0].words.contains("-->"));
}

#[test]
fn what_replies_quote_is_theirs_who_wrote_it() {
    let text = "On Tue, 3 May 2011 at 12:34, Ben Ode <ben@example.org> wrote:\n\
                > On Mon, 2 May 2011, Ana Ríos\n> wrote:\n>> Water first.\n\
        >\n> Then bread.\n\nBoth.\n";
    let found = read(text, Speakers::AsShown, &[]);
    assert_eq!(who(&found), ["Ana Ríos", "Ben Ode", ""]);
    assert_eq!(found.turns[1].words, "Then bread.");
    assert_eq!(found.turns[1].date, "Tue, 3 May 2011 at 12:34");
}

#[test]
fn an_answer_right_under_a_quote_is_no_part_of_it() {
    let text = "From: Ana\nDate: today\n\n> Water first.\nNo.\n> Why?\nSo.\n";
    let found = read(text, Speakers::AsShown, &[]);
    assert_eq!(
        found.turns[0].words,
        "> Water first.\n\nNo.\n\n> Why?\n\nSo."
    );
}

#[test]
fn one_who_speaks_once_is_taken_where_all_have_lines_of_their_own() {
    let turns = "ANA\nWater: it is short.\n\nBEN\nBread.\n\n".repeat(3);
    let text = format!("ACT I\n\nEnter ANA\n\n{turns}First Citizen\nHear him.\n\nExeunt\n\n");
    let found = read(&text, Speakers::AsShown, &[]);
    assert_eq!(
        who(&found),
        ["ANA", "BEN", "ANA", "BEN", "ANA", "BEN", "First Citizen"]
    );
}
