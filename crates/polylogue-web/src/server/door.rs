//! Who is let in: an address good for one browser becomes a cookie that only this server reads.
//!
//! The loopback interface is open to every program and user of a machine, and any web page can
//! send requests to it; so whoever has no cookie sees nothing.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use polylogue_core::id::Hash;

/// Browsers let in at the same time; the oldest is forgotten for a new one.
const BROWSERS_MAX: usize = 64;
/// Ways in that were given out and not used.
const ENTRIES_MAX: usize = 16;

/// Ways in, and browsers let in.
pub(crate) struct Door {
    cookie: String,
    inside: Mutex<Inside>,
}

struct Inside {
    /// Ways in not used yet, the latest last.
    entries: VecDeque<String>,
    browsers: VecDeque<Browser>,
}

struct Browser {
    key: String,
    /// The way in it came by; spent once the browser shows its cookie. A program that only
    /// looks where the address leads does not use it up.
    entry: Option<String>,
}

/// What becomes of somebody at the door.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entering {
    /// Let in: set this cookie.
    Welcome(String),
    /// The way in was used before.
    Used,
}

impl std::fmt::Debug for Door {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Door(…)")
    }
}

impl Door {
    /// A door with one way in; none if the machine has no randomness. Cookies do not tell ports
    /// apart, so the port stands in the cookie's name.
    pub(crate) fn new(port: u16) -> Option<Self> {
        let inside = Inside {
            entries: VecDeque::from([secret()?]),
            browsers: VecDeque::new(),
        };
        Some(Self {
            cookie: format!("polylogue-{port}"),
            inside: Mutex::new(inside),
        })
    }

    /// The path of the latest way in.
    pub(crate) fn entry(&self) -> String {
        let entries = &self.lock().entries;
        format!(
            "{ENTRY}{}",
            entries.back().map(String::as_str).unwrap_or_default()
        )
    }

    /// A new way in. Without randomness there is none, and the path leads nowhere.
    pub(crate) fn another_entry(&self) -> String {
        if let Some(entry) = secret() {
            let mut inside = self.lock();
            if inside.entries.len() >= ENTRIES_MAX {
                inside.entries.pop_front();
            }
            inside.entries.push_back(entry);
        }
        self.entry()
    }

    /// Somebody comes by a way in.
    pub(crate) fn enter(&self, entry: &str) -> Entering {
        let mut inside = self.lock();
        let is_open = inside.entries.iter().any(|it| is_same(it, entry));
        let Some(key) = secret().filter(|_| is_open) else {
            return Entering::Used;
        };
        if inside.browsers.len() >= BROWSERS_MAX {
            inside.browsers.pop_front();
        }
        inside.browsers.push_back(Browser {
            key: key.clone(),
            entry: Some(entry.to_owned()),
        });
        Entering::Welcome(format!(
            "{}={key}; Path=/; HttpOnly; SameSite=Strict",
            self.cookie
        ))
    }

    /// Whether the cookies of a request are those of a browser that was let in.
    pub(crate) fn knows(&self, cookies: &str) -> bool {
        let sent: Vec<&str> = cookies
            .split(';')
            .filter_map(|it| it.trim().split_once('='))
            .filter(|(name, _)| *name == self.cookie)
            .map(|(_, value)| value)
            .collect();
        let mut inside = self.lock();
        let known = |it: &&mut Browser| sent.iter().any(|value| is_same(&it.key, value));
        let Some(browser) = inside.browsers.iter_mut().find(known) else {
            return false;
        };
        let spent = browser.entry.take();
        if let Some(spent) = spent {
            inside.entries.retain(|it| *it != spent);
            // Others that came by the same way and never showed a cookie stay outside.
            inside
                .browsers
                .retain(|it| it.entry.as_ref() != Some(&spent));
        }
        true
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where ways in begin.
pub(crate) const ENTRY: &str = "/enter/";

/// 128 bits that nobody can guess, as hexadecimal digits.
fn secret() -> Option<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(Hash(bytes).to_string().chars().take(32).collect())
}

/// Compares by hash, so that the time it takes tells nothing of how much was right.
fn is_same(first: &str, second: &str) -> bool {
    Hash::of(first.as_bytes()) == Hash::of(second.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookie(entering: Entering) -> String {
        match entering {
            Entering::Welcome(cookie) => cookie
                .split(';')
                .next()
                .expect("there is a value")
                .to_owned(),
            Entering::Used => String::new(),
        }
    }

    #[test]
    fn a_way_in_is_good_for_one_browser() {
        let door = Door::new(1).expect("there is randomness");
        let entry = door.entry();
        let key = entry.trim_start_matches(ENTRY);
        let looked = cookie(door.enter(key));
        let first = cookie(door.enter(key));
        assert!(door.knows(&format!("other=1; {first}")));
        assert_eq!(door.enter(key), Entering::Used);
        assert!(!door.knows(&looked));
        assert!(door.knows(&first) && !door.knows("") && !door.knows("polylogue-1="));
        let again = door.another_entry();
        assert!(!cookie(door.enter(again.trim_start_matches(ENTRY))).is_empty());
    }
}
