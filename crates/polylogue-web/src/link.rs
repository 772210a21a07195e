//! Where things are: links made from the one table of routes, never written by hand.

use std::fmt;

use maud::Render;
use polylogue_core::id::{Key, OperationId};

use crate::routes::{self, Name};
use crate::view::dialogue::TURNS;

/// How many hexadecimal digits stand for an id in an address: with 100,000 things in a commons,
/// two of them share twelve digits once in fifty thousand commons. Eight or more are understood.
const DIGITS: usize = 12;

/// The address of a page or an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    path: String,
    query: String,
    anchor: String,
}

impl Link {
    /// A route without a commons.
    #[must_use]
    pub fn to(name: Name) -> Self {
        Self::filled(name, "", "")
    }

    /// A route of a commons.
    #[must_use]
    pub fn within(commons: &OperationId, name: Name) -> Self {
        Self::filled(name, &short(commons), "")
    }

    /// A route for one thing of a commons.
    #[must_use]
    pub fn of(commons: &OperationId, name: Name, id: &OperationId) -> Self {
        Self::filled(name, &short(commons), &short(id))
    }

    /// A route for one person of a commons.
    #[must_use]
    pub fn of_person(commons: &OperationId, name: Name, key: &Key) -> Self {
        Self::filled(name, &short(commons), &beginning(&key.0))
    }

    /// A turn where it stands in its dialogue, by its number there, on the part it is on.
    #[must_use]
    pub fn of_turn(commons: &OperationId, dialogue: &OperationId, number: u64) -> Self {
        let before = number.saturating_sub(1) / TURNS * TURNS;
        let link = Self::of(commons, Name::Dialogue, dialogue);
        let link = match before {
            0 => link,
            _ => link.with("from", before),
        };
        link.at(format!("t{number}"))
    }

    /// A table of sifting, as a file.
    #[must_use]
    pub fn of_table(commons: &OperationId, table: polylogue_node::sheets::Table) -> Self {
        Self::filled(Name::SiftSheet, &short(commons), table.name())
    }

    fn filled(name: Name, commons: &str, id: &str) -> Self {
        let path = routes::of(name)
            .path
            .replace("{commons}", commons)
            .replace("{id}", id);
        Self {
            path,
            query: String::new(),
            anchor: String::new(),
        }
    }

    /// The same with a value in its query.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.query
            .push(if self.query.is_empty() { '?' } else { '&' });
        self.query.push_str(name);
        self.query.push('=');
        self.query.push_str(&encoded(&value.to_string()));
        self
    }

    /// The same at a place on its page.
    #[must_use]
    pub fn at(mut self, anchor: impl fmt::Display) -> Self {
        self.anchor = format!("#{anchor}");
        self
    }

    /// The same, saying what was just done, so that the page can offer to take it back.
    #[must_use]
    pub fn done(self, id: &OperationId) -> Self {
        self.with("done", short(id))
    }
}

impl fmt::Display for Link {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.path)?;
        formatter.write_str(&self.query)?;
        formatter.write_str(&self.anchor)
    }
}

impl Render for Link {
    fn render_to(&self, buffer: &mut String) {
        self.path.render_to(buffer);
        self.query.render_to(buffer);
        self.anchor.render_to(buffer);
    }
}

/// Whether an address of somebody's leads to a web site elsewhere. One that leads to this very
/// machine does not: cookies do not tell ports apart, so that a browser would hand what lets it in
/// here to whatever else listens on this machine.
#[must_use]
pub fn is_elsewhere(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    let after = ["http:", "https:"]
        .iter()
        .find_map(|it| lower.strip_prefix(it));
    let Some(after) = after else {
        return false;
    };
    // Browsers take either slash, and any number of them.
    let place = after.trim_start_matches(['/', '\\']);
    let place = place
        .split(['/', '\\', '?', '#'])
        .next()
        .unwrap_or_default();
    let host = place.rsplit('@').next().unwrap_or_default();
    let host = match host.strip_prefix('[') {
        Some(host) => host.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    !host.is_empty() && !is_this_machine(host.trim_end_matches('.'))
}

fn is_this_machine(host: &str) -> bool {
    if host == "localhost" || host.ends_with(".localhost") || host.contains('%') {
        return true;
    }
    if let Ok(address) = host.parse::<std::net::Ipv6Addr>() {
        let mapped = address.to_ipv4().is_some_and(is_own);
        return address.is_loopback() || address.is_unspecified() || mapped;
    }
    // Browsers read 127.1, 2130706433 and 0x7f.1 as addresses too.
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_number = last.starts_with("0x") || last.bytes().all(|it| it.is_ascii_digit());
    match host.parse::<std::net::Ipv4Addr>() {
        Ok(address) => is_own(address),
        Err(_) => is_number,
    }
}

fn is_own(address: std::net::Ipv4Addr) -> bool {
    address.is_loopback() || address.octets()[0] == 0
}

/// The digits that stand for an id in an address.
#[must_use]
pub fn short(id: &OperationId) -> String {
    beginning(&id.0)
}

/// The first digits of a name of 32 bytes.
#[must_use]
pub fn beginning(bytes: &[u8; 32]) -> String {
    let mut digits = String::with_capacity(DIGITS);
    for byte in &bytes[..DIGITS / 2] {
        for half in [byte >> 4, byte & 15] {
            digits.push(HEX[usize::from(half)].to_ascii_lowercase());
        }
    }
    digits
}

/// Words as they stand in a query.
#[must_use]
pub fn encoded(words: &str) -> String {
    let mut result = String::with_capacity(words.len());
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                result.push(char::from(byte));
            }
            _ => {
                result.push('%');
                result.extend([HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
            }
        }
    }
    result
}

const HEX: [char; 16] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_link_leads_to_something_else_on_this_machine() {
        for address in [
            "http://127.0.0.1:8080/",
            "HTTP://LOCALHOST",
            "https://a@localhost.:3",
            "http://[::1]:80/x",
            "http://[::ffff:127.0.0.1]",
            "http:/\\127.1",
            "http://2130706433/",
            "http://0x7f.1",
            "http://0.0.0.0",
            "http://x.localhost/",
            "http://127%2e0.0.1/",
            "http://",
            "ftp://example.org",
        ] {
            assert!(!is_elsewhere(address), "{address}");
        }
        for address in [
            "https://example.org/127.0.0.1",
            "http://8.8.8.8",
            "http://[2001:db8::1]/",
            "https://localhost.example.org",
        ] {
            assert!(is_elsewhere(address), "{address}");
        }
    }

    #[test]
    fn links_are_made_from_the_table() {
        let (commons, id) = (OperationId([0xab; 32]), OperationId([0xcd; 32]));
        let link = Link::of(&commons, Name::Turn, &id)
            .with("paragraph", 3)
            .at("answer");
        assert_eq!(
            link.to_string(),
            "/c/abababababab/turn/cdcdcdcdcdcd?paragraph=3#answer"
        );
        let last = Link::of_turn(&commons, &id, TURNS);
        assert_eq!(
            last.to_string(),
            format!("/c/abababababab/dialogue/cdcdcdcdcdcd#t{TURNS}")
        );
        let next = Link::of_turn(&commons, &id, TURNS + 1).to_string();
        assert!(
            next.ends_with(&format!("?from={TURNS}#t{}", TURNS + 1)),
            "{next}"
        );
        let search = Link::within(&commons, Name::Search).with("words", "a&b c");
        assert_eq!(search.to_string(), "/c/abababababab/search?words=a%26b%20c");
    }
}
