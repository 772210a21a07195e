//! Who is writing what just now, in memory alone.
//!
//! Nothing of it is signed, kept, counted or passed on, and after a minute it is forgotten: it is
//! there so that two people do not answer the same turn at the same time unawares. Each peer speaks
//! for its own person, to those it is connected with, and of one person at a time; nobody can
//! prove by it who wrote when. A person may put it off for a commons; then they neither tell nor
//! are told.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use polylogue_core::id::{Key, OperationId};

use crate::net::Saying;
use crate::node::Node;
use crate::refusal::Refusal;

/// How long it is taken to go on without being said again.
const LASTS: Duration = Duration::from_secs(60);
/// How soon the same is said to peers again.
const AGAIN_AFTER: Duration = Duration::from_secs(20);
/// Peers that are listened to at the same time, over all commons; more are not heard.
const HEARD_MAX: usize = 512;
/// People named for one commons.
const SHOWN_MAX: usize = 8;
/// Where it is kept that somebody put it off.
const SETTING: &str = "presence";
const OFF: &str = "off";

/// Somebody who is writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Present {
    /// Who, by their peer's own word.
    pub person: Key,
    /// The turn being answered, or the dialogue a turn is being written for.
    pub about: OperationId,
}

/// Whether a person tells what they are at, and is told what others are at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// They do.
    On,
    /// They do not.
    Off,
}

/// Whose word it is: this home's own, or that of the peer with an endpoint key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Here,
    Peer([u8; 32]),
}

#[derive(Debug, Clone, Copy)]
struct Told {
    present: Present,
    at: Instant,
    sent: Instant,
}

/// What is known of it.
#[derive(Debug, Default)]
pub(crate) struct Presence {
    told: Mutex<BTreeMap<(OperationId, Source), Told>>,
}

/// Whether pages show something else now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    Yes,
    No,
}

impl Presence {
    /// Notes what a peer says of its person; nothing: that it is at nothing any more.
    pub(crate) fn hear(
        &self,
        commons: OperationId,
        endpoint: [u8; 32],
        saying: Option<Saying>,
    ) -> Changed {
        let present = saying.and_then(|it| {
            Some(Present {
                person: Key(it.person),
                about: OperationId(it.about?),
            })
        });
        self.note(commons, Source::Peer(endpoint), present).0
    }

    /// Notes it, and says whether pages change and whether peers are to hear of it.
    fn note(
        &self,
        commons: OperationId,
        source: Source,
        present: Option<Present>,
    ) -> (Changed, bool) {
        let now = Instant::now();
        let mut told = self.lock();
        told.retain(|_, it| now.saturating_duration_since(it.at) < LASTS);
        let before = told.get(&(commons, source)).copied();
        let is_same = before.map(|it| it.present) == present;
        let is_due = before.is_some_and(|it| now.saturating_duration_since(it.sent) >= AGAIN_AFTER);
        let is_to_send = !is_same || is_due;
        match present {
            Some(present) if before.is_some() || told.len() < HEARD_MAX => {
                let sent = before.filter(|_| !is_to_send).map_or(now, |it| it.sent);
                let at = now;
                told.insert((commons, source), Told { present, at, sent });
            }
            Some(_) => return (Changed::No, false),
            None => drop(told.remove(&(commons, source))),
        }
        let changed = if is_same { Changed::No } else { Changed::Yes };
        (changed, is_to_send)
    }

    fn present(&self, commons: &OperationId) -> Vec<Present> {
        let now = Instant::now();
        let told = self.lock();
        let of_it = told
            .iter()
            .filter(|((id, _), it)| id == commons && now.saturating_duration_since(it.at) < LASTS);
        let mut all: Vec<Present> = of_it.map(|(_, it)| it.present).collect();
        all.sort_unstable();
        all.dedup();
        all.truncate(SHOWN_MAX);
        all
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<(OperationId, Source), Told>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Node {
    /// Notes that this home's person is writing about something just now, or that they have
    /// stopped, and tells the peers connected with it; unless they put it off.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn note_writing(
        &self,
        commons: &OperationId,
        about: Option<OperationId>,
    ) -> Result<(), Refusal> {
        let person = self.me(commons)?;
        let is_off = self.presence_telling(commons)? == Telling::Off;
        let present = about
            .filter(|_| !is_off)
            .map(|about| Present { person, about });
        let noted = self.presence().note(*commons, Source::Here, present);
        let (changed, is_to_send) = noted;
        if changed == Changed::Yes {
            self.told_of_presence();
        }
        if is_to_send && let Some(peering) = self.peering() {
            let saying = Saying {
                person: person.0,
                about: present.map(|it| it.about.0),
            };
            peering.say(*commons, saying);
        }
        Ok(())
    }

    /// Who is writing what in a commons just now, oneself included: a few at most, each for a
    /// minute after they were last heard of. Nobody where the person put it off.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn present(&self, commons: &OperationId) -> Result<Vec<Present>, Refusal> {
        let present = self.presence().present(commons);
        if present.is_empty() || self.presence_telling(commons)? == Telling::Off {
            return Ok(Vec::new());
        }
        Ok(present)
    }

    /// Whether this home's person tells, and is told.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn presence_telling(&self, commons: &OperationId) -> Result<Telling, Refusal> {
        let kept = self.draft(commons, SETTING)?;
        Ok(match kept.as_deref() {
            Some(OFF) => Telling::Off,
            _ => Telling::On,
        })
    }

    /// Puts it off or on for a commons.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be written.
    pub fn set_presence_telling(
        &self,
        commons: &OperationId,
        telling: Telling,
    ) -> Result<(), Refusal> {
        if telling == Telling::Off {
            self.note_writing(commons, None)?;
        }
        let kept = match telling {
            Telling::On => "",
            Telling::Off => OFF,
        };
        self.keep_draft(commons, SETTING, kept)?;
        self.told_of_presence();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMONS: OperationId = OperationId([1; 32]);

    fn saying(person: u8, about: u8) -> Option<Saying> {
        Some(Saying {
            person: [person; 32],
            about: (about > 0).then_some([about; 32]),
        })
    }

    #[test]
    fn a_peer_speaks_of_one_person_at_one_thing_at_a_time() {
        let presence = Presence::default();
        assert_eq!(presence.hear(COMMONS, [9; 32], saying(2, 3)), Changed::Yes);
        assert_eq!(presence.hear(COMMONS, [9; 32], saying(2, 3)), Changed::No);
        assert_eq!(presence.hear(COMMONS, [9; 32], saying(4, 5)), Changed::Yes);
        let shown = presence.present(&COMMONS);
        assert_eq!(
            shown,
            [Present {
                person: Key([4; 32]),
                about: OperationId([5; 32])
            }]
        );
        assert!(presence.present(&OperationId([2; 32])).is_empty());
        assert_eq!(presence.hear(COMMONS, [9; 32], saying(4, 0)), Changed::Yes);
        assert_eq!(presence.hear(COMMONS, [9; 32], None), Changed::No);
        assert!(presence.present(&COMMONS).is_empty());
    }

    #[test]
    fn however_many_speak_it_stays_small() {
        let presence = Presence::default();
        for number in 0..2_000_u32 {
            let mut endpoint = [0; 32];
            endpoint[..4].copy_from_slice(&number.to_be_bytes());
            let person = number.to_be_bytes()[3];
            presence.hear(COMMONS, endpoint, saying(person, 7));
        }
        assert_eq!(presence.lock().len(), HEARD_MAX);
        assert_eq!(presence.present(&COMMONS).len(), SHOWN_MAX);
    }

    #[test]
    fn the_same_is_not_said_to_peers_again_at_once() {
        let presence = Presence::default();
        let present = Some(Present {
            person: Key([2; 32]),
            about: OperationId([3; 32]),
        });
        let note = |it| presence.note(COMMONS, Source::Here, it);
        assert_eq!(note(present), (Changed::Yes, true));
        assert_eq!(note(present), (Changed::No, false));
        assert_eq!(note(None), (Changed::Yes, true));
        assert_eq!(note(None), (Changed::No, false));
    }
}
