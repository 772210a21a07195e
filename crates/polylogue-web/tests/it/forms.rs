//! What people do by forms alone, from an empty home to a vote taken back.

use crate::browser::{Browser, Page};

fn link<'a>(links: &'a [String], part: &str) -> &'a str {
    let found = links.iter().find(|it| it.contains(part));
    found.unwrap_or_else(|| unreachable!("no link with {part} in {links:?}"))
}

fn path(location: &str) -> &str {
    location.split(['?', '#']).next().unwrap_or_default()
}

/// Founds a commons with two perspectives and a dialogue; their paths.
pub(crate) fn begun(browser: &Browser) -> (String, String, String) {
    let (home, page) = browser.act(
        "/found",
        &[
            ("title", "River talks"),
            ("question", "Who looks after the river?"),
            ("name", "Ada"),
        ],
    );
    assert!(page.body.contains("Who looks after the river?") && page.body.contains("Ada"));
    let (perspective, _) = browser.act(
        &format!("{home}/perspectives/add"),
        &[
            ("name", "Fishers"),
            ("summary", "The river *feeds* us."),
            ("language", "en"),
        ],
    );
    let id = path(&perspective)
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    let (dialogue, page) = browser.act(
        &format!("{home}/dialogues/begin"),
        &[
            ("title", "Upstream, downstream"),
            ("perspectives", &id),
            ("state", "open"),
        ],
    );
    assert!(page.body.contains("Nobody has spoken yet"), "{}", page.body);
    (home, path(&dialogue).to_owned(), id)
}

pub(crate) fn say(
    browser: &Browser,
    dialogue: &str,
    text: &str,
    perspective: &str,
) -> (String, Page) {
    let form = [
        ("text", text),
        ("perspective", perspective),
        ("voice", "within"),
    ];
    let (location, page) = browser.act(&format!("{dialogue}/say"), &form);
    assert!(
        location.contains("#t") && location.contains("done="),
        "{location}"
    );
    assert!(
        page.body.contains("Take it back"),
        "an undo is offered: {}",
        page.body
    );
    let links = page.attributes("href");
    let mut turns: Vec<&String> = links.iter().filter(|it| it.contains("/turn/")).collect();
    turns.dedup();
    let turn = turns
        .last()
        .map(|it| path(it).to_owned())
        .expect("the turn is linked");
    (turn, page)
}

#[test]
fn from_an_empty_home_to_a_vote_by_forms_alone() {
    let browser = Browser::new();
    assert!(
        browser
            .get("/")
            .expect(200)
            .body
            .contains("There is none here yet")
    );
    let (home, dialogue, fishers) = begun(&browser);
    let text = "The weir took the eels.\n\nWe want it open in spring.";
    let (turn, page) = say(&browser, &dialogue, text, &fishers);
    assert!(page.body.contains("The weir took the eels.") && page.body.contains("from within it"));

    let form = [("text", "Open it, then."), ("paragraph", "2")];
    let (_, page) = browser.act(&format!("{turn}/answer"), &form);
    assert!(
        page.body
            .contains("We want it open in spring.</p><cite lang=\"en\""),
        "{}",
        page.body
    );

    let mark = turn.replace("/turn/", "/moves/on/");
    let form = [
        ("kind", "cautions"),
        ("paragraph", "1"),
        ("object", "the mill"),
        ("reason", "It needs the water."),
    ];
    let (_, page) = browser.act(&format!("{mark}/now"), &form);
    assert!(
        page.body.contains("cautions") && page.body.contains("the mill"),
        "{}",
        page.body
    );
    let page = browser.get(&dialogue).expect(200).body;
    assert!(
        page.contains("pas challenge") && page.contains("#g-cautions"),
        "{page}"
    );

    let form = [
        ("text", "The weir should be open in spring."),
        ("paragraph", "2"),
    ];
    let (claim, page) = browser.act(&format!("{turn}/lift"), &form);
    assert!(
        page.body
            .contains("signed with your name in this commons, copied to every member")
    );
    assert!(!page.body.to_lowercase().contains("anonymous"));
    vote(&browser, &home, path(&claim));
}

fn vote(browser: &Browser, home: &str, claim: &str) {
    let ballot = browser.get(&format!("{home}/vote")).expect(200);
    assert!(
        ballot.body.contains("The weir should be open in spring."),
        "{}",
        ballot.body
    );
    assert!(
        ballot.body.contains("cannot be called back"),
        "{}",
        ballot.body
    );
    let form = [
        ("choice", "agree"),
        ("reason", "Eels."),
        ("matters", "yes"),
        ("back", "vote"),
    ];
    let (_, page) = browser.act(&format!("{claim}/vote"), &form);
    assert!(page.body.contains("you agreed"), "{}", page.body);
    assert!(
        page.body.contains("You have voted on every claim"),
        "{}",
        page.body
    );
    let actions = page.attributes("action");
    let undo = link(&actions, "/withdraw").to_owned();
    browser.act(&undo, &[("back", "vote")]);
    let form = [("choice", "disagree")];
    let (_, page) = browser.act(&format!("{claim}/vote"), &form);
    assert!(page.body.contains("you disagreed"), "{}", page.body);
}

#[test]
fn every_kind_of_remark_can_be_made_by_its_form() {
    let browser = Browser::new();
    let (_, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "One.\n\nTwo.", &fishers);
    let mark = format!("{}/now", turn.replace("/turn/", "/moves/on/"));
    for kind in polylogue_core::move_kind::MoveKind::ALL {
        let form = [
            ("kind", kind.name()),
            ("object", "an object"),
            ("condition", "a condition"),
            ("from", "this"),
            ("to", "that"),
            ("reason", "a reason"),
        ];
        let (_, page) = browser.act(&mark, &form);
        assert!(
            page.body.contains(&format!("#g-{}", kind.name())),
            "{}",
            kind.name()
        );
    }
    let page = browser.get(&dialogue).expect(200).body;
    assert!(page.contains("asked, not answered yet"), "{page}");
}

#[test]
fn a_refused_form_keeps_what_was_written() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "Only this.", &fishers);
    let text = "My <long> & careful answer.";
    let form = [
        ("text", text),
        ("quote", "words nobody said"),
        ("perspective", ""),
    ];
    let page = browser.post(&format!("{turn}/answer"), &form).expect(422);
    assert!(
        page.body.contains("My &lt;long&gt; &amp; careful answer."),
        "{}",
        page.body
    );
    assert!(page.body.contains("role=\"alert\"") && page.body.contains("words nobody said"));
    assert!(
        page.body.contains("do not stand in that text"),
        "{}",
        page.body
    );
    let page = browser
        .post(&format!("{dialogue}/say"), &[("text", "")])
        .expect(422);
    assert!(
        page.body.contains("There are no words in it yet."),
        "{}",
        page.body
    );
    let long = "word ".repeat(30_000);
    let page = browser
        .post(&format!("{home}/claims/add"), &[("text", &long)])
        .expect(422);
    assert!(page.body.contains("too long") && page.body.contains("word word word"));
    let page = browser
        .post("/join/now", &[("ticket", "hello"), ("name", "Ada")])
        .expect(422);
    assert!(
        page.body.contains("not a Polylogue invitation"),
        "{}",
        page.body
    );
}

#[test]
fn a_mark_without_what_it_needs_says_so() {
    let browser = Browser::new();
    let (_, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "One.", &fishers);
    let mark = format!("{}/now", turn.replace("/turn/", "/moves/on/"));
    let page = browser
        .post(&mark, &[("kind", "accepts-but"), ("reason", "Kept.")])
        .expect(422);
    assert!(page.body.contains("asks for a condition") && page.body.contains("Kept."));
    assert!(
        page.body.contains("value=\"accepts-but\" checked"),
        "{}",
        page.body
    );
}

#[test]
fn the_library_a_practice_a_question_and_a_name_by_forms() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    browser.act(
        &format!("{home}/questions/add"),
        &[("text", "For whom?"), ("place", "1")],
    );
    let form = [
        ("title", "On eels"),
        ("type", "book"),
        ("authors", "A. N. Other"),
    ];
    let (_, page) = browser.act(&format!("{home}/sources/add"), &form);
    assert!(page.body.contains("On eels") && page.body.contains("A. N. Other"));
    let form = [
        ("title", "The ladder"),
        ("steps", "Dig\nBuild"),
        ("failures", "Flood"),
    ];
    let (_, page) = browser.act(&format!("{home}/practices/add"), &form);
    assert!(page.body.contains("Build") && page.body.contains("Flood"));
    let (_, page) = browser.act(&format!("{home}/settings/profile"), &[("name", "Ada L.")]);
    assert!(page.body.contains("Ada L."));
    let perspective = format!("{home}/perspective/{fishers}");
    let form = [("name", "River fishers"), ("summary", "New words.")];
    let (_, page) = browser.act(&format!("{perspective}/revise"), &form);
    assert!(page.body.contains("River fishers"), "{}", page.body);
    let form = [
        ("change", "renamed"),
        ("name", "Fishers"),
        ("reason", "Clearer."),
    ];
    let (_, page) = browser.act(&format!("{perspective}/lineage"), &form);
    assert!(page.body.contains("Clearer."), "{}", page.body);
    let (_, page) = browser.act(&format!("{dialogue}/state"), &[("state", "closed")]);
    assert!(
        page.body.contains("This dialogue is closed."),
        "{}",
        page.body
    );
    let (_, page) = browser.act(&format!("{home}/invite/now"), &[("kind", "invite")]);
    assert!(page.body.contains("polylogue") && page.body.contains("textarea class=\"ticket\""));
}

#[test]
fn a_turn_can_be_reworded_taken_back_translated_and_erased() {
    let browser = Browser::new();
    let (_, dialogue, fishers) = begun(&browser);
    let (turn, _) = say(&browser, &dialogue, "First words.", &fishers);
    let (_, page) = browser.act(&format!("{turn}/revise"), &[("text", "Second words.")]);
    assert!(page.body.contains("Second words.") && page.body.contains("2 wordings"));
    let page = browser.get(&turn).expect(200).body;
    assert!(
        page.contains("First words."),
        "earlier wordings stay readable: {page}"
    );
    let thing = turn.replace("/turn/", "/thing/");
    let form = [("language", "es"), ("text", "Segundas palabras.")];
    let (_, page) = browser.act(&format!("{thing}/translate"), &form);
    assert!(page.body.contains("Segundas palabras.") && page.body.contains("lang=\"es\""));
    let (_, page) = browser.act(&format!("{thing}/withdraw"), &[("reason", "Too soon.")]);
    assert!(page.body.contains("Taken back: ") && page.body.contains("Too soon."));
    let (_, page) = browser.act(&format!("{thing}/erase"), &[("reason", "")]);
    assert!(page.body.contains("erased the words"), "{}", page.body);
    assert!(!page.body.contains("Second words."), "{}", page.body);
}

#[test]
fn what_people_say_carries_its_language_and_direction() {
    let browser = Browser::new();
    let (_, dialogue, _) = begun(&browser);
    let form = [("text", "السلام عليكم"), ("language", "ar")];
    let (_, page) = browser.act(&format!("{dialogue}/say"), &form);
    assert!(
        page.body.contains("lang=\"ar\" dir=\"auto\""),
        "{}",
        page.body
    );
    assert!(page.body.contains("السلام عليكم"));
}

/// A second home that read a carried copy of the first one's commons.
fn reading_along(browser: &Browser, home: &str) -> Browser {
    let id = browser
        .node
        .find_commons(Some(&home[3..]))
        .expect("it is here");
    let mut copy = Vec::new();
    let all = polylogue_node::Lacking::Nothing;
    browser
        .node
        .write_bundle(&id, &mut copy, &all)
        .expect("it can be written");
    let other = Browser::new();
    other
        .node
        .read_bundle(copy.as_slice())
        .expect("it can be read");
    other
}

#[test]
fn whoever_is_no_member_reads_along_and_is_told_how_to_come_in() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    say(&browser, &dialogue, "Come and read.", &fishers);
    let other = reading_along(&browser, &home);
    let page = other.get(&dialogue).expect(200).body;
    assert!(
        page.contains("Come and read.") && page.contains("Only members write here"),
        "{page}"
    );
    assert!(!page.contains("id=\"reply\""), "{page}");
    let page = other
        .post(&format!("{dialogue}/say"), &[("text", "Let me in.")])
        .expect(422);
    assert!(
        page.body.contains("You are not a member of this commons.")
            && page.body.contains("Let me in."),
        "{}",
        page.body
    );
}

#[test]
fn a_newcomer_of_an_open_commons_writes_and_is_told_when_it_counts() {
    let browser = Browser::new();
    let form = [
        ("title", "Open river"),
        ("name", "Ada"),
        ("admission", "open"),
    ];
    let (home, _) = browser.act("/found", &form);
    let (dialogue, _) = browser.act(
        &format!("{home}/dialogues/begin"),
        &[("title", "All"), ("state", "open")],
    );
    let dialogue = path(&dialogue).to_owned();
    let other = reading_along(&browser, &home);
    let page = other.get(&dialogue).expect(200).body;
    assert!(page.contains("You are a newcomer here."), "{page}");
    let done = other.post(
        &format!("{dialogue}/say"),
        &[("text", "Hello from outside.")],
    );
    let done = done.expect(303);
    let after = done
        .header("location")
        .split('#')
        .next()
        .unwrap_or_default();
    other.get(after).expect(200);
}

#[test]
fn nobody_founds_or_joins_without_a_name_and_the_one_from_before_is_offered() {
    let browser = Browser::new();
    let page = browser
        .post("/found", &[("title", "River talks")])
        .expect(422);
    assert!(page.body.contains("It needs a name."), "{}", page.body);
    let page = browser
        .post("/join/now", &[("ticket", "hello")])
        .expect(422);
    assert!(page.body.contains("It needs a name."), "{}", page.body);
    browser.act("/found", &[("title", "River talks"), ("name", "Ada")]);
    for path in ["/", "/join"] {
        let page = browser.get(path).expect(200).body;
        let field = "name=\"name\" dir=\"auto\" required value=\"Ada\"";
        assert!(page.contains(field), "{path}: {page}");
    }
}

#[test]
fn the_contents_of_a_new_commons_name_what_has_something_in_it_and_the_rest_behind() {
    let browser = Browser::new();
    let form = [("title", "River talks"), ("name", "Ada")];
    let home = path(&browser.act("/found", &form).0).to_owned();
    let contents = |path: &str| {
        let page = browser.get(path).expect(200).body;
        let nav = page.split("<nav").nth(1).unwrap_or_default().to_owned();
        let nav = nav.split("</nav>").next().unwrap_or_default().to_owned();
        let (first, rest) = nav
            .split_once("<details class=\"rest\"")
            .unwrap_or((&nav, ""));
        (first.matches("<a ").count(), rest.matches("<a ").count())
    };
    assert_eq!(contents(&home), (4, 8));
    assert_eq!(contents(&format!("{home}/sources")), (5, 7), "where one is");
    browser.act(&format!("{home}/questions/add"), &[("text", "For whom?")]);
    assert_eq!(contents(&home), (5, 7));
    let (browser, home) = Browser::with_sample();
    let page = browser.get(&home).expect(200).body;
    assert!(!page.contains("<details class=\"rest\""), "{page}");
}

#[test]
fn the_list_of_invitations_says_for_whom_until_when_and_who_used_them() {
    let browser = Browser::new();
    let form = [("title", "River talks"), ("name", "Ada")];
    let home = path(&browser.act("/found", &form).0).to_owned();
    let form = [("kind", "vote"), ("whom", "the miller"), ("days", "7")];
    let (_, page) = browser.act(&format!("{home}/invite/now"), &form);
    for words in [
        "the miller",
        "used by nobody yet",
        "good until",
        "lets vote, and say nothing else",
        "<b>Open</b>",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let close = page.attributes("action");
    let close = link(&close, "/close").to_owned();
    let (_, page) = browser.act(&close, &[]);
    assert!(page.body.contains("<b>Closed</b>"), "{}", page.body);
}

#[test]
fn everything_received_is_told_by_its_words_and_found_by_person_and_kind() {
    let browser = Browser::new();
    let (home, dialogue, fishers) = begun(&browser);
    say(&browser, &dialogue, "The weir took the eels.", &fishers);
    let all = browser.get(&format!("{home}/record")).expect(200).body;
    assert!(
        all.contains("The weir took the eels.") && all.contains("Received on"),
        "{all}"
    );
    let turns = browser.get(&format!("{home}/record?kind=turn&by=Ada"));
    let turns = turns.expect(200).body;
    assert!(turns.contains("The weir took the eels."), "{turns}");
    let count = |page: &str| page.matches("class=\"hash\"").count();
    assert!(count(&turns) == 1 && count(&all) > 3, "{turns}");
    let nobody = browser
        .get(&format!("{home}/record?by=Zoe"))
        .expect(200)
        .body;
    assert!(nobody.contains("Nobody here goes by that name"), "{nobody}");
}
