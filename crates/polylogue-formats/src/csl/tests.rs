use super::*;

fn work(id: &str, authors: &str, issued: &str, title: &str) -> Work {
    Work {
        id: id.to_owned(),
        kind: "book".to_owned(),
        title: title.to_owned(),
        authors: authors.to_owned(),
        issued: issued.to_owned(),
        address: String::new(),
        language: "en".to_owned(),
    }
}

fn cited(work: usize, place: &str) -> Cited {
    let place = place.to_owned();
    Cited { work, place }
}

fn two() -> Vec<Work> {
    vec![
        work("w1", "Moss, L.; Reed, A.", "2016-05-03", "Rivers kept"),
        work("w2", "Alder, T.", "1998", "Weirs"),
    ]
}

fn in_text(style: &CitationStyle, language: &str, cites: &[Cited]) -> String {
    let set = set(style, language, &two(), &[cites.to_vec()]).expect("set");
    plain(&set.citations[0])
}

fn listed(style: &CitationStyle, language: &str, works: &[Work]) -> Vec<String> {
    let set = set(style, language, works, &[]).expect("set");
    let line = |it: &Listed| {
        let label = plain(&it.label);
        format!("{}|{label}|{}", it.work, plain(&it.runs))
    };
    set.list.iter().map(line).collect()
}

#[test]
fn the_two_styles_cite_by_author_and_year_and_by_number() {
    let by_date = CitationStyle::author_date();
    let by_number = CitationStyle::numeric();
    assert_eq!(
        in_text(by_date, "en", &[cited(0, "")]),
        "(Moss and Reed, 2016)"
    );
    assert_eq!(
        in_text(by_date, "es", &[cited(0, "")]),
        "(Moss y Reed, 2016)"
    );
    assert_eq!(
        in_text(by_date, "en", &[cited(1, "p. 12")]),
        "(Alder, 1998, p. 12)"
    );
    assert_eq!(in_text(by_number, "en", &[cited(1, "")]), "[2]");
    assert_eq!(in_text(by_number, "en", &[cited(1, "p. 12")]), "[2, p. 12]");
    // By author the list is in the order of names, by number in that of the text.
    let by_date = listed(by_date, "en", &two());
    assert!(by_date[0].starts_with("1||Alder, T. (1998)"), "{by_date:?}");
    let by_number = listed(by_number, "en", &two());
    assert!(by_number[0].starts_with("0|[1]|"), "{by_number:?}");
}

#[test]
fn a_citation_says_which_words_stand_for_which_work() {
    let cites = vec![cited(1, ""), cited(0, "")];
    let set = set(CitationStyle::author_date(), "en", &two(), &[cites]).expect("set");
    let of = |work| {
        let runs = set.citations[0].iter();
        let runs: Vec<Run> = runs.filter(|it| it.work == Some(work)).cloned().collect();
        plain(&runs)
    };
    assert!(of(0).contains("Moss"), "{set:?}");
    assert!(
        of(1).contains("Alder") && !of(1).contains("Moss"),
        "{set:?}"
    );
}

#[test]
fn a_work_of_which_nothing_is_known_but_its_title_is_a_sentence() {
    let bare = [work("w", "", "", "On rivers")];
    for style in [CitationStyle::author_date(), CitationStyle::numeric()] {
        for language in ["en", "es", "ar", "", "und", "xx-Latn-419"] {
            let list = listed(style, language, &bare);
            assert!(list[0].contains("On rivers"), "{list:?}");
        }
    }
    let undated = listed(CitationStyle::author_date(), "es", &bare);
    assert!(
        undated[0].contains("s. f.") || undated[0].contains("sin fecha"),
        "{undated:?}"
    );
    let empty = [Work::default()];
    assert_eq!(listed(CitationStyle::author_date(), "en", &empty).len(), 1);
}

#[test]
fn two_works_of_one_author_and_year_are_told_apart() {
    let twins = [
        work("w1", "Moss, L.", "2016", "First"),
        work("w2", "Moss, L.", "2016", "Second"),
    ];
    let cites = [vec![cited(0, "")], vec![cited(1, "")]];
    let set = set(CitationStyle::author_date(), "en", &twins, &cites).expect("set");
    let texts: Vec<String> = set.citations.iter().map(|it| plain(it)).collect();
    assert_eq!(texts, ["(Moss, 2016a)", "(Moss, 2016b)"]);
}

#[test]
fn names_and_dates_are_read_as_people_write_them() {
    let works = [
        work("w1", "Friends of the River", "c. 2012", "A"),
        work("w2", "L. M. Moss", "spring", "B"),
    ];
    let list = listed(CitationStyle::author_date(), "en", &works).join("\n");
    assert!(list.contains("Friends of the River (2012)"), "{list}");
    assert!(list.contains("Moss, L.M. (no date)"), "{list}");
}

#[test]
fn hostile_fields_are_words_and_take_nothing_down() {
    let hostile = [
        "",
        ";;;",
        ",",
        ", ,",
        "a,",
        "<i>x</i>",
        "$x$ \u{202e}",
        "\u{0}",
        "ﷺ, é",
        "9999999999",
        "-1-2",
        "2016-99-99",
        "0000-00-00",
        "(",
        "]",
        "“",
    ];
    for style in [CitationStyle::author_date(), CitationStyle::numeric()] {
        for (number, one) in hostile.iter().enumerate() {
            for other in hostile {
                let mut works = two();
                works.push(Work {
                    kind: other.to_owned(),
                    address: (*one).to_owned(),
                    language: other.to_owned(),
                    ..work(&format!("h{number}"), one, other, other)
                });
                let cites = [vec![cited(2, other), cited(0, one), cited(7, "")]];
                let set = set(style, other, &works, &cites);
                assert_eq!(set.map(|it| it.list.len()), Some(3), "{one:?} {other:?}");
            }
        }
    }
    let many: Vec<Work> = (0..600)
        .map(|it| work(&format!("w{it}"), "Moss, L.", "2016", "The same"))
        .collect();
    // Whether it is set or not, nothing breaks.
    let set = set(CitationStyle::author_date(), "en", &many, &[]);
    assert!(set.is_none_or(|it| it.list.len() == 600));
}

#[test]
fn a_style_of_ones_own_is_taken_and_one_without_end_is_not() {
    let own = |citation: &str, parts: &str| {
        format!(
            "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\
             <info><title>Own</title><id>own</id><updated>2020-01-01T00:00:00Z</updated></info>\
             {parts}<citation><layout>{citation}</layout></citation>\
             <bibliography><layout><text variable=\"title\"/></layout></bibliography></style>"
        )
    };
    let read = CitationStyle::read(&own("<text variable=\"title\"/>", "")).expect("a style");
    assert_eq!(read.title(), "Own");
    assert_eq!(in_text(&read, "en", &[cited(1, "")]), "Weirs");
    let circle = "<macro name=\"a\"><text macro=\"b\"/></macro>\
                  <macro name=\"b\"><group><text macro=\"a\"/></group></macro>";
    let endless = CitationStyle::read(&own("<text macro=\"a\"/>", circle));
    assert!(
        matches!(endless, Err(StyleFault::Endless(_))),
        "{endless:?}"
    );
    let deep = format!(
        "{}<text value=\"x\"/>{}",
        "<group>".repeat(400),
        "</group>".repeat(400)
    );
    let deep = CitationStyle::read(&own(&deep, ""));
    assert!(matches!(deep, Err(StyleFault::Endless(_))), "{deep:?}");
    // Each part calls the next twice: 2^60 elements in a file of a few KB.
    let doubling: String = (0..60)
        .map(|it| {
            let next = it + 1;
            format!(
                "<macro name=\"m{it}\"><text macro=\"m{next}\"/><text macro=\"m{next}\"/></macro>"
            )
        })
        .collect();
    let doubling = CitationStyle::read(&own("<text macro=\"m0\"/>", &doubling));
    assert!(
        matches!(doubling, Err(StyleFault::Endless(_))),
        "{doubling:?}"
    );
    for nothing in [
        "",
        "words",
        "<style/>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><style/>",
    ] {
        let refused = CitationStyle::read(nothing);
        assert!(
            matches!(refused, Err(StyleFault::NotAStyle(_))),
            "{nothing}"
        );
    }
    let long = " ".repeat(STYLE_BYTES_MAX + 1);
    assert_eq!(CitationStyle::read(&long), Err(StyleFault::TooLong));
    let notes = own("<text variable=\"title\"/>", "").replace("in-text", "note");
    assert_eq!(CitationStyle::read(&notes), Err(StyleFault::Notes));
}
