use super::*;

fn ticket() -> Ticket {
    let endpoint = *iroh::SecretKey::from_bytes(&[5; 32]).public().as_bytes();
    let direct = ["192.0.2.7:4433", "[2001:db8::1]:4433"];
    let direct = direct
        .iter()
        .map(|address| address.parse().unwrap())
        .collect();
    let relay = Some("https://relay.example".to_owned());
    Ticket {
        commons: [1; 32],
        founding_bytes: [2; 32],
        pin: Some([3; 32]),
        read_secret: [4; 32],
        addresses: vec![PeerAddress::new(endpoint, direct, relay)],
        invitation: Some(Invitation {
            id: [6; 32],
            secret: [7; 32],
        }),
    }
}

#[test]
fn a_ticket_is_read_as_it_was_written() {
    let mut bare = ticket();
    bare.pin = None;
    bare.invitation = None;
    bare.addresses.clear();
    for ticket in [ticket(), bare] {
        let text = ticket.to_text();
        assert!(text.starts_with("polylogue"));
        assert_eq!(Ticket::parse(&text), Ok(ticket.clone()));
        assert_eq!(
            <Ticket as IrohTicket>::decode_string(&text).unwrap(),
            ticket
        );
    }
}

#[test]
fn the_ticket_of_the_protocol_page_is_this_one() {
    let page = include_str!("../../../../docs/protocol/session.md");
    let text = ticket().to_text();
    assert!(page.contains(&text), "the page lacks: {text}");
}

#[test]
fn a_ticket_survives_mail_and_links() {
    let text = ticket().to_text();
    let broken: Vec<String> = text
        .as_bytes()
        .chunks(40)
        .map(|line| String::from_utf8(line.to_vec()).unwrap())
        .collect();
    for pasted in [
        text.to_uppercase(),
        broken.join("\r\n "),
        ticket().to_link("http://127.0.0.1:4180/join"),
    ] {
        assert_eq!(Ticket::parse(&pasted), Ok(ticket()));
    }
    assert!(
        ticket()
            .to_link("http://localhost/join")
            .contains("/join#polylogue")
    );
}

#[test]
fn a_ticket_is_found_in_the_message_around_it() {
    let ticket = ticket();
    let text = ticket.to_text();
    let link = ticket.to_link("https://example.org/");
    for message in [
        format!("Dear Bob, here it is: {text}"),
        format!("{text}."),
        format!("Come in by {link}, and bring bread.\n— Ana"),
        format!("polylogue invites you:\n\n<{text}>\n"),
    ] {
        assert_eq!(Ticket::parse(&message), Ok(ticket.clone()), "{message}");
    }
}

#[test]
fn every_cut_ticket_is_refused_in_words() {
    let text = ticket().to_text();
    for length in 0..text.len() {
        let error = Ticket::parse(&text[..length]).unwrap_err();
        let expected = match length {
            0..9 => TicketError::NotATicket,
            _ => TicketError::Truncated,
        };
        assert_eq!(error, expected, "cut to {length}");
    }
}

#[test]
fn every_changed_letter_is_noticed() {
    let text = ticket().to_text();
    for index in 0..text.len() {
        let mut letters = text.clone().into_bytes();
        letters[index] = if letters[index] == b'a' { b'b' } else { b'a' };
        assert!(
            Ticket::parse(&String::from_utf8(letters).unwrap()).is_err(),
            "letter {index}"
        );
    }
    assert_eq!(
        Ticket::parse(&text.replace('a', "!")),
        Err(TicketError::Damaged)
    );
    assert_eq!(
        Ticket::parse(&format!("{text}aaaaaaaa")),
        Err(TicketError::Damaged)
    );
}

#[test]
fn a_newer_ticket_asks_for_an_update() {
    let mut bytes = ticket().to_bytes();
    bytes[0] = 9;
    let mut text = KIND.to_owned();
    BASE32_NOPAD.encode_append(&bytes, &mut text);
    assert_eq!(Ticket::parse(&text), Err(TicketError::Newer(9)));
}

#[test]
fn other_texts_are_refused_in_words() {
    assert_eq!(Ticket::parse("hello"), Err(TicketError::NotATicket));
    assert_eq!(
        Ticket::parse(&"polylogue".repeat(2_000)),
        Err(TicketError::TooLong)
    );
    assert_eq!(Ticket::parse("polylogue"), Err(TicketError::Truncated));
}

#[test]
fn a_ticket_is_never_shown_by_debugging() {
    assert_eq!(format!("{:?}", ticket()), "Ticket(secret)");
}
