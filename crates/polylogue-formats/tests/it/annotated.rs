//! The real dialogue, read by rule and held against the annotation made by hand.

use std::collections::BTreeMap;
use std::path::PathBuf;

use polylogue_formats::mediawiki::{
    self, Corpus, DialogueState, Imported, Options, Page, PageKind, SpeakerOrigin, SpeaksFor, Voice,
};
use serde_json::Value;

/// The folder with the real pages; `None`, with one sentence, where it is absent.
fn folder() -> Option<PathBuf> {
    let given = std::env::var_os("POLYLOGUE_SHARED").map(PathBuf::from);
    let shared =
        given.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"));
    let folder = shared.join("data/dialogue");
    if folder.join("annotations.json").is_file() {
        return Some(folder);
    }
    println!("skipped: the shared folder with the real dialogue is not here (POLYLOGUE_SHARED)");
    None
}

struct Read {
    annotations: Value,
    texts: BTreeMap<String, String>,
    pages: BTreeMap<String, Imported>,
}

fn read() -> Option<Read> {
    let folder = folder()?;
    let annotations = std::fs::read_to_string(folder.join("annotations.json")).unwrap();
    let annotations: Value = serde_json::from_str(&annotations).unwrap();
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".mediawiki") {
            let text = std::fs::read_to_string(folder.join(&name)).unwrap();
            texts.insert(name, text);
        }
    }
    let options = Options {
        licence: Some("CC BY-SA 3.0".into()),
        source: Some("https://wiki.example.org/".into()),
        speaker: None,
    };
    let titled: Vec<(String, String)> = texts
        .keys()
        .map(|name| (name.clone(), mediawiki::title_from_file_name(name)))
        .collect();
    let page = |name: &str, title| Page::new(title, texts[name].as_bytes());
    let corpus = Corpus::from_surveys(
        titled
            .iter()
            .map(|(name, title)| mediawiki::survey(&page(name, title))),
    );
    let pages = titled
        .iter()
        .map(|(name, title)| {
            (
                name.clone(),
                mediawiki::read_page(&page(name, title), &corpus, &options),
            )
        })
        .collect();
    Some(Read {
        annotations,
        texts,
        pages,
    })
}

/// The normal form in which the annotation quotes: no wiki emphasis, links by their labels.
fn normal(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("''") {
        kept.push_str(&rest[..at]);
        rest = rest[at..].trim_start_matches('\'');
    }
    kept.push_str(rest);
    let mut linked = String::new();
    let mut rest = kept.as_str();
    while let Some(open) = rest.find("[[") {
        let Some(length) = rest[open..].find("]]") else {
            break;
        };
        linked.push_str(&rest[..open]);
        let inner = &rest[open + 2..open + length];
        linked.push_str(inner.split_once('|').map_or(inner, |(_, label)| label));
        rest = &rest[open + length + 2..];
    }
    linked.push_str(rest);
    linked.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn lines(text: &str, first: u32, last: u32) -> String {
    let (first, last) = (first as usize, last as usize);
    text.split('\n')
        .skip(first - 1)
        .take(last + 1 - first)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_annotated_turn_is_read() {
    let Some(Read {
        annotations,
        texts,
        pages,
    }) = read()
    else {
        return;
    };
    let mut turns_met = 0;
    let mut wrong = Vec::new();
    for wanted in annotations["pages"].as_array().unwrap() {
        let file = text(&wanted["file"]);
        let page = &pages[file];
        let turns = page
            .dialogues
            .first()
            .map_or(&[][..], |dialogue| &dialogue.turns);
        let wanted_turns = wanted["turns"].as_array().unwrap();
        if turns.len() != wanted_turns.len() {
            wrong.push(format!(
                "{file}: {} turns, not {}",
                turns.len(),
                wanted_turns.len()
            ));
        }
        for (turn, wanted) in turns.iter().zip(wanted_turns) {
            turns_met += 1;
            let id = text(&wanted["id"]);
            let mut check = |holds: bool, what: String| {
                if !holds {
                    wrong.push(format!("{id}: {what}"));
                }
            };
            let speaker = turn.speaker.as_deref().unwrap_or_default();
            check(
                speaker == text(&wanted["speaker"]),
                format!("speaker {speaker}"),
            );
            let inferred = wanted["speaker_inferred"].as_bool().unwrap_or(false);
            let is_repaired = matches!(turn.speaker_origin, SpeakerOrigin::Repaired { .. });
            check(
                is_repaired == inferred,
                format!("origin {:?}", turn.speaker_origin),
            );
            check(
                turn.heading.as_deref() == wanted["heading"].as_str(),
                "heading".into(),
            );
            let role = format!("{:?}", turn.role).to_lowercase();
            check(role == text(&wanted["role"]), format!("role {role}"));
            let wanted_for = match text(&wanted["for_perspective"]) {
                "p2p" => SpeaksFor::Host,
                _ => SpeaksFor::Page,
            };
            check(
                turn.speaks_for == wanted_for,
                format!("for {:?}", turn.speaks_for),
            );
            let wanted_voice = match text(&wanted["voiced"]) {
                "within" => Voice::Within,
                "on behalf" => Voice::OnBehalf,
                _ => Voice::OwnName,
            };
            check(
                turn.voice == wanted_voice,
                format!("voice {:?}", turn.voice),
            );
            let raw = normal(&lines(&texts[file], turn.first_line, turn.last_line));
            let (first, last) = (text(&wanted["first_words"]), text(&wanted["last_words"]));
            check(
                raw.starts_with(first),
                format!("starts {:?}", &raw[..raw.len().min(60)]),
            );
            let end: String = raw.chars().rev().take(60).collect();
            let end: String = end.chars().rev().collect();
            check(raw.ends_with(last), format!("ends {end:?}"));
            let bare = first.trim_start_matches(['*', ' ']);
            check(
                turn.plain.starts_with(bare),
                "the plain words start elsewhere".into(),
            );
            check(
                turn.plain.ends_with(last),
                "the plain words end elsewhere".into(),
            );
            if let Some(own) = wanted["own_text_starts"].as_str() {
                let from = turn.own_words_line.unwrap_or(1);
                let own_words = normal(&lines(&texts[file], from, turn.last_line));
                check(
                    own_words.starts_with(own),
                    "own words start elsewhere".into(),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(turns_met, 32);
}

#[test]
fn every_page_has_its_kind_and_state() {
    let Some(Read {
        annotations, pages, ..
    }) = read()
    else {
        return;
    };
    for wanted in annotations["pages"].as_array().unwrap() {
        let page = &pages[text(&wanted["file"])];
        let state = match wanted["state"].as_str() {
            None => {
                assert_eq!(page.kind, PageKind::Index);
                continue;
            }
            Some("closed") => DialogueState::Closed,
            Some("unanswered") => DialogueState::Unanswered,
            Some("single reply") => DialogueState::SingleReply,
            Some(_) => DialogueState::NoReply,
        };
        assert_eq!(page.kind, PageKind::Dialogue);
        assert_eq!(page.dialogues[0].state, state, "{}", page.page.title);
        let host = page
            .host_perspective
            .as_ref()
            .map(|host| host.name.as_str());
        assert_eq!(host, Some("P2P"));
        let perspective = page.perspective.as_ref().unwrap();
        let name = text(&wanted["perspective"]["name_2011"]);
        let is_known = perspective.name == name
            || perspective
                .other_names
                .iter()
                .any(|other| other.name == name);
        assert!(is_known, "{name}: {perspective:?}");
    }
}

#[test]
fn the_index_page_gives_eight_questions_and_ten_pages() {
    let Some(Read { pages, .. }) = read() else {
        return;
    };
    let index = pages
        .values()
        .find(|page| page.kind == PageKind::Index)
        .unwrap();
    assert_eq!(index.questions.len(), 8);
    assert!(
        index
            .questions
            .iter()
            .all(|question| question.text.contains('?'))
    );
    assert_eq!(index.listed.len(), 10);
    for link in &index.listed {
        assert!(
            pages.values().any(|page| page.page.title == link.title),
            "{link:?}"
        );
    }
    let respelled = index
        .listed
        .iter()
        .filter(|link| link.title != link.written)
        .count();
    assert_eq!(respelled, 3);
}

#[test]
fn quoted_paragraphs_become_passages_of_the_quoted_turn() {
    let Some(Read {
        annotations, pages, ..
    }) = read()
    else {
        return;
    };
    let place = |id: &str| {
        annotations["pages"]
            .as_array()
            .unwrap()
            .iter()
            .find_map(|page| {
                let turns = page["turns"].as_array().unwrap();
                let at = turns.iter().position(|turn| text(&turn["id"]) == id)?;
                Some((text(&page["file"]).to_owned(), at))
            })
    };
    let wanted = annotations["quote_backs"].as_array().unwrap();
    for quote in wanted {
        let (file, quoting) = place(text(&quote["turn"])).unwrap();
        let (_, quoted) = place(text(&quote["of_turn"])).unwrap();
        let turns = &pages[&file].dialogues[0].turns;
        let (first, last) = (text(&quote["first_words"]), text(&quote["last_words"]));
        let found = turns[quoting]
            .quotes
            .iter()
            .find(|it| it.words.starts_with(first));
        let found = found.unwrap_or_else(|| panic!("{quote}: {:?}", turns[quoting].quotes));
        assert_eq!(found.turn, quoted);
        assert!(
            found
                .words
                .trim_end_matches(['?', '.'])
                .ends_with(last.trim_end_matches('?'))
        );
        let count = found.words.split_whitespace().count();
        assert_eq!(
            count as u64,
            quote["words"].as_u64().unwrap(),
            "{:?}",
            found.words
        );
        assert!(found.is_exact);
        assert_eq!(turns[quoted].plain[found.quoted.clone()], found.words);
    }
    let all: usize = pages
        .values()
        .flat_map(|page| &page.dialogues)
        .flat_map(|dialogue| &dialogue.turns)
        .map(|turn| turn.quotes.len())
        .sum();
    assert_eq!(all, wanted.len());
}

#[test]
fn no_section_beside_the_exchange_becomes_a_turn() {
    let Some(Read {
        annotations,
        pages,
        texts,
    }) = read()
    else {
        return;
    };
    for wanted in annotations["pages"].as_array().unwrap() {
        let file = text(&wanted["file"]);
        let page = &pages[file];
        for section in wanted["not_turns"].as_array().unwrap() {
            let heading = text(&section["heading"]);
            let skipped = page
                .report
                .skipped
                .iter()
                .find(|it| it.section.as_deref() == Some(heading));
            let is_empty = {
                let after = texts[file].split('\n').skip_while(|line| {
                    line.trim_matches(['=', ' ']) != heading || !line.starts_with('=')
                });
                let mut after = after.skip(1).filter(|line| !line.trim().is_empty());
                after.next().is_some_and(|line| line.starts_with('='))
            };
            let is_list = page.kind == PageKind::Index;
            assert!(
                skipped.is_some() || is_empty || is_list,
                "{file}: {heading}"
            );
            if let Some(skipped) = skipped {
                let turns = page.dialogues.iter().flat_map(|dialogue| &dialogue.turns);
                for turn in turns {
                    let within = turn.first_line..=turn.last_line;
                    assert!(!within.contains(&skipped.line), "{file}: {heading}");
                }
            }
        }
    }
}

#[test]
fn links_references_licence_and_address_are_kept() {
    let Some(Read { pages, texts, .. }) = read() else {
        return;
    };
    for (file, page) in &pages {
        assert_eq!(page.page.licence.as_deref(), Some("CC BY-SA 3.0"));
        assert!(page.page.address.starts_with("https://wiki.example.org/"));
        let turns: Vec<_> = page.dialogues.iter().flat_map(|it| &it.turns).collect();
        for turn in &turns {
            let raw = lines(&texts[file], turn.first_line, turn.last_line);
            let addresses = raw.matches("http").count();
            let external = turn
                .links
                .iter()
                .filter(|link| matches!(link.target, mediawiki::LinkTarget::External { .. }));
            assert!(
                external.count() >= addresses,
                "{file}, line {}",
                turn.first_line
            );
        }
        let count = |start: &str| texts[file].matches(start).count();
        let notes = count("\nFrom [") + count("\nFrom  [") + count("\nSource: ");
        let references: usize = turns.iter().map(|turn| turn.references.len()).sum();
        assert!(references >= notes, "{file}: {references} of {notes}");
    }
}

#[test]
fn reading_the_folder_twice_gives_the_same() {
    let (Some(first), Some(second)) = (read(), read()) else {
        return;
    };
    assert!(first.pages == second.pages);
}

#[test]
fn the_markdown_of_every_turn_shows_its_plain_words() {
    let Some(Read { pages, .. }) = read() else {
        return;
    };
    pages.values().for_each(crate::seen::check);
}
