//! What rests on what, what became of what was said, what says nearly the same, names and terms:
//! on the real dialogue, by ordinary commands.

use polylogue_testkit::command::Program;

use super::*;
use crate::place::done;

/// What `--json` said.
pub(super) struct Seen {
    perspectives: Value,
    glossary: Value,
    /// By the annotation's name of a claim, a turn or a question.
    traces: BTreeMap<String, Value>,
    ramos: Value,
    reader: Value,
    like_growth: Value,
    pairs: Value,
}

/// Keeps the terms of the annotation, then looks.
pub(super) fn see(program: &Program, home: &Path, annotation: &Value, names: &Names) -> Seen {
    let home = home.to_str().expect("a path in UTF-8");
    let show = |verb: &[&str]| json(program, &[verb, &["--home", home]].concat());
    let essay = "Cosmolocalization is the word of the essay of 2016.";
    let file = Path::new(home).with_extension("essay.md");
    std::fs::write(&file, essay).expect("a folder for the test");
    let file = file.to_str().expect("a path in UTF-8");
    let add = [
        "source",
        "add",
        "P2P and Planetary Futures",
        "--issued",
        "2016",
        "--text",
        file,
    ];
    done(program, &[&add[..], &["--home", home]].concat());
    for term in rows(annotation, "terms") {
        let add = [
            "source",
            "add",
            text(term, "term"),
            "--type",
            "entry-dictionary",
        ];
        done(program, &[&add[..], &["--home", home]].concat());
    }
    let mut traces = BTreeMap::new();
    let things = [
        ("c-rl-1", names.claims["c-rl-1"]),
        ("re-3", names.turns["re-3"]),
        ("rl-1", names.turns["rl-1"]),
        ("q-rl-1", names.asked["q-rl-1"]),
        ("growth", names.claims["growth"]),
    ];
    for (name, id) in things {
        traces.insert(name.to_owned(), show(&["trace", &id.to_string()]));
    }
    let growth = names.claims["c-re-4"].to_string();
    Seen {
        perspectives: show(&["perspective", "list"]),
        glossary: show(&["sift", "glossary"]),
        traces,
        ramos: show(&["sift", "became", "--speaker", "Jose Ramos"]),
        reader: show(&["sift", "became"]),
        like_growth: show(&["claim", "similar", &growth]),
        pairs: show(&["claim", "similar", "--most", "1000"]),
    }
}

fn links<'a>(told: &'a Told, of: &str, way: &str) -> &'a [Value] {
    rows(&told.evidence.traces[of], way)
}

fn id(of: &OperationId) -> Value {
    Value::String(of.to_string())
}

#[test]
fn a_claim_rests_on_the_sentence_it_was_lifted_from() {
    let Some(told) = told() else { return };
    let down = links(told, "c-rl-1", "rests_on");
    let lifted = down
        .iter()
        .find(|it| it["how"] == "lifted-from")
        .expect("it was lifted");
    assert_eq!(lifted["id"], id(&told.names.turns["rl-1"]));
    let claims = rows(&told.annotation, "claims").iter();
    let claim = claims.clone().find(|it| it["id"] == "c-rl-1").expect("it");
    assert_eq!(lifted["passage"]["exact"], claim["passage"]["quote"]);
    let up = links(told, "rl-1", "rested_on_by");
    let of_turn = claims.filter(|it| it["passage"]["turn"] == "rl-1").count();
    let found = up
        .iter()
        .filter(|it| it["how"] == "lifted-from" && it["step"] == 1)
        .count();
    assert_eq!(found, of_turn);
    // What was said of these claims rests on the turn too, a step further.
    assert!(
        up.iter()
            .any(|it| it["step"] == 2 && it["how"] == "is-about"),
        "{up:#?}"
    );
}

#[test]
fn what_several_claims_became_rests_on_all_of_them() {
    let Some(told) = told() else { return };
    let down = links(told, "growth", "rests_on");
    for claim in ["c-re-4", "c-p2p-3"] {
        let from = id(&told.names.claims[claim]);
        let link = down
            .iter()
            .find(|it| it["id"] == from)
            .expect("it was merged");
        assert_eq!((&link["how"], &link["step"]), (&"merged".into(), &1.into()));
    }
    assert!(
        down.iter()
            .any(|it| it["how"] == "lifted-from" && it["step"] == 2)
    );
}

#[test]
fn a_question_shows_its_answer_and_a_probe_its_silence() {
    let Some(told) = told() else { return };
    let up = links(told, "q-rl-1", "rested_on_by");
    let answer = up
        .iter()
        .find(|it| it["outcome"] == "answered")
        .expect("it was answered");
    let turn = told.names.turns["rl-4"].to_string();
    let back = json_of_answer(told, &answer["id"]);
    assert_eq!(
        back["question"]["id"],
        told.names.asked["q-rl-1"].to_string()
    );
    assert!(
        rows(back, "answers")
            .iter()
            .any(|it| it["move"]["found_in"]["of"] == turn)
    );
    // The probe on re-localisation: marked and asked, answered by nothing.
    let up = links(told, "re-3", "rested_on_by");
    assert!(up.iter().all(|it| it["outcome"] != "answered"), "{up:#?}");
    let asked = up.iter().filter(|it| it["kind"] == "asks").count();
    assert_eq!(asked, 7);
}

fn json_of_answer<'a>(told: &'a Told, answer: &Value) -> &'a Value {
    let mut all = rows(&told.questions, "questions").iter();
    let has = |it: &&Value| rows(it, "answers").iter().any(|it| it["id"] == *answer);
    all.find(has).expect("it answers a question of the ledger")
}

#[test]
fn what_became_of_the_words_of_jose_ramos() {
    let Some(told) = told() else { return };
    let said = told.evidence.ramos.as_array().expect("a list");
    let of = |name: &str| {
        let id = id(&told.names.turns[name]);
        said.iter().find(|it| it["id"] == id).expect("he said it")
    };
    // Bauwens answers the one by quoting it; nothing takes up the other.
    let taken_up = |name: &str| of(name)["outcomes"]["taken_up"].as_u64();
    assert!(taken_up("rl-3") >= Some(1), "{:#}", of("rl-3"));
    assert_eq!(taken_up("re-3"), None, "{:#}", of("re-3"));
    assert!(of("rl-1")["outcomes"]["lifted"].as_u64() >= Some(1));
    let turns = rows(&told.annotation, "pages")
        .iter()
        .flat_map(|it| rows(it, "turns"));
    let his = turns
        .filter(|it| text(it, "speaker") == "Jose Ramos")
        .count();
    assert!(
        said.len() <= his && said.len() + 2 >= his,
        "{} of {his}",
        said.len()
    );
}

#[test]
fn what_became_of_every_question_the_reader_marked() {
    let Some(told) = told() else { return };
    let said = told.evidence.reader.as_array().expect("a list");
    let answered = rows(&told.annotation, "questions_asked");
    for question in answered {
        let id = id(&told.names.asked[text(question, "id")]);
        let row = said
            .iter()
            .find(|it| it["id"] == id)
            .expect("the reader asked");
        let count = row["outcomes"]["answered"].as_u64().unwrap_or(0);
        assert_eq!(count > 0, question["answered_by"].is_string(), "{question}");
    }
    // What was brought in is not what the reader said.
    assert!(said.iter().all(|it| it["brought_in"].is_null()));
}

#[test]
fn every_other_name_and_the_drop_stand_in_the_lineage() {
    let Some(told) = told() else { return };
    let all = told.evidence.perspectives.as_array().expect("a list");
    for row in rows(&told.annotation, "lineage") {
        let id = id(&told.names.perspectives[text(row, "perspective")]);
        let shown = all.iter().find(|it| it["id"] == id).expect("it is listed");
        let mut changes = rows(shown, "lineage").iter();
        for event in rows(row, "events") {
            let change = match text(event, "event") {
                "renamed" | "variant" | "widened" => "renamed",
                "dropped" => "dropped",
                _ => continue,
            };
            let found = changes.next().expect("it was recorded");
            assert_eq!(found["change"], change, "{event}");
            assert_eq!(found["when"], event["date"], "{event}");
            assert_eq!(found["name"]["words"], event["from"], "{event}");
            assert!(!text(&found["reason"], "words").is_empty());
        }
        assert!(
            changes.next().is_none(),
            "nothing more was recorded: {shown:#}"
        );
    }
}

#[test]
fn terms_are_born_when_the_annotation_says() {
    let Some(told) = told() else { return };
    let all = told.evidence.glossary.as_array().expect("a list");
    assert_eq!(all.len(), rows(&told.annotation, "terms").len());
    for term in rows(&told.annotation, "terms") {
        let mut rows_of = all.iter();
        let row = rows_of
            .find(|it| it["term"]["words"] == term["term"])
            .expect("it is kept");
        assert_eq!(row["born"]["date"], term["first_year_here"], "{row:#}");
        let Some(turn) = term["evidence"]["turn"].as_str() else {
            continue;
        };
        // The passage of the annotation is among the texts that say it.
        let speaks_for = turn_of(&told.annotation, turn)["for_perspective"].as_str();
        let speaks_for = speaks_for.map(|it| told.perspective(it));
        let used = rows(row, "used_by");
        assert!(
            used.iter()
                .any(|it| it["perspective"].as_str() == speaks_for.as_deref()),
            "{row:#}"
        );
    }
}

#[test]
fn claims_that_say_nearly_the_same_are_found() {
    let Some(told) = told() else { return };
    let like = told.evidence.like_growth.as_array().expect("a list");
    let merged = id(&told.names.claims["growth"]);
    assert!(like.iter().any(|it| it["id"] == merged), "{like:#?}");
    // What has become one is not suggested again.
    let parts = [id(&told.names.claims["c-re-4"]), merged];
    let pairs = told.evidence.pairs.as_array().expect("a list");
    let is_both =
        |it: &Value| parts.contains(&it["first"]["id"]) && parts.contains(&it["second"]["id"]);
    assert!(!pairs.iter().any(is_both), "{pairs:#?}");
}
