use super::*;
use crate::text::Text;

#[test]
fn numbers_are_distinct_in_order_and_outside_the_reserved_ranges() {
    let numbers: Vec<u16> = Kind::ALL.iter().map(|it| it.number()).collect();
    assert!(numbers.is_sorted_by(|first, second| first < second));
    for number in numbers {
        assert_eq!(Kind::of(number).map(Kind::number), Some(number));
        assert!(
            RESERVED
                .iter()
                .all(|(first, last, _)| !(*first..=*last).contains(&number))
        );
    }
}

#[test]
fn a_body_reads_back_as_it_was_said_and_no_other_bytes_do() {
    let body = Body::Note(Note {
        text: Text::new("Agua, 水, ماء", "und"),
    });
    let bytes = body.encode([3; 16]);
    assert_eq!(Body::decode(501, &bytes), Ok(body));
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(Body::decode(501, &longer), Err(Malformed::NotStrict));
    assert_eq!(
        Body::decode(501, &bytes[..bytes.len() - 1]),
        Err(Malformed::NotStrict)
    );
    assert_eq!(Body::decode(499, &bytes), Err(Malformed::Unknown));
    assert_eq!(Body::decode(501, &bytes[..9]), Err(Malformed::NotStrict));
}

#[test]
fn control_characters_and_overrides_are_refused() {
    for words in ["a\u{0}b", "a\u{202e}b", "e\u{301}"] {
        let mut text = Text::new("x", "en");
        text.words = words.to_owned();
        let refused = Body::Note(Note { text }).check();
        assert_eq!(refused, Err(Malformed::Characters("the note")));
    }
    assert_eq!(Text::new("e\u{301}\r\n\u{0}", "en").words, "é\n");
}
