//! A look at the whole home: what is sound, what is not, and what to do about it.

use polylogue_core::id::OperationId;
use polylogue_store::query::Standing;

use crate::home::FIRST_BYTES_FREE;
use crate::node::{Node, standing_of};
use crate::refusal::Refusal;

/// One thing looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The commons it is about; none: the home.
    pub commons: Option<OperationId>,
    /// What was looked at, as a name: `home`, `write`, `store`, `secret`, `peers`, `network`.
    pub what: &'static str,
    /// Whether it is as it should be.
    pub state: Health,
    /// A sentence about it.
    pub words: String,
    /// What to do next; empty where there is nothing to do.
    pub hint: String,
}

/// How a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Sound,
    /// It works, and somebody should know.
    Note,
    /// It does not work.
    Fault,
}

impl Node {
    /// Looks at the home, at every commons, and at the network; changes nothing.
    ///
    /// # Errors
    /// Never a refusal for what it finds; only if the home's own settings cannot be read.
    pub fn doctor(&self) -> Result<Vec<Finding>, Refusal> {
        let settings = self.settings()?;
        let mut findings = vec![self.home_finding()];
        for refusal in self.all_unopened() {
            findings.push(fault(None, "store", &refusal));
        }
        let all = self.all_held();
        if all.is_empty() && findings.len() == 1 {
            let hint = "found one with `polylogue commons new`, or join by a ticket";
            findings.push(note(None, "home", "no commons is held here yet", hint));
        }
        for held in all {
            let id = Some(held.id);
            findings.push(match held.reader().and_then(|it| Ok(it.counts()?)) {
                Ok(counts) => {
                    let words = format!(
                        "{} operations held, {} set aside, {} waiting",
                        counts.operations, counts.set_aside, counts.waiting
                    );
                    sound(id, "store", &words)
                }
                Err(refusal) => fault(id, "store", &refusal),
            });
            let standing = standing_of(&held.reader()?, held.me())?;
            let is_member = matches!(standing, Standing::Member | Standing::Voter);
            if held.read_secret().is_none() {
                findings.push(secret_finding(id, is_member));
            }
            let peers = crate::replica::known_peers(&held).len();
            findings.push(if peers == 0 {
                let words = "no other peer is known: everything is on this machine only";
                let hint = if is_member {
                    "invite somebody with `polylogue ticket --invite`"
                } else {
                    "enter by a ticket, with `polylogue join`, to meet other peers"
                };
                note(id, "peers", words, hint)
            } else {
                sound(id, "peers", &format!("{peers} other peers are known"))
            });
        }
        let words = match (self.peering().is_some(), settings.local_only) {
            (true, _) => "the network is open",
            (false, true) => "the network is closed; nothing of the outside world is used",
            (false, false) => "the network is closed",
        };
        findings.push(sound(None, "network", words));
        Ok(findings)
    }

    fn home_finding(&self) -> Finding {
        match self.home().try_write(FIRST_BYTES_FREE) {
            Ok(()) => sound(None, "write", "the home can be written"),
            Err(what) => fault(None, "write", &what.into()),
        }
    }
}

/// Whoever only reads a carried copy was never given the secret; a member has lost it.
fn secret_finding(id: Option<OperationId>, is_member: bool) -> Finding {
    if is_member {
        let words = "the secret that opens the door to new readers is not here";
        return note(id, "secret", words, "join again by a ticket");
    }
    let words = "you read along from a carried copy, and are no member";
    let hint = "to write, ask a member for a ticket and open it with `polylogue join`";
    note(id, "secret", words, hint)
}

fn sound(commons: Option<OperationId>, what: &'static str, words: &str) -> Finding {
    note_of(commons, what, Health::Sound, words, "")
}

fn note(
    commons: Option<OperationId>,
    what: &'static str,
    words: &str,
    hint: &'static str,
) -> Finding {
    note_of(commons, what, Health::Note, words, hint)
}

fn fault(commons: Option<OperationId>, what: &'static str, refusal: &Refusal) -> Finding {
    note_of(
        commons,
        what,
        Health::Fault,
        &refusal.to_string(),
        refusal.hint(),
    )
}

fn note_of(
    commons: Option<OperationId>,
    what: &'static str,
    state: Health,
    words: &str,
    hint: &str,
) -> Finding {
    Finding {
        commons,
        what,
        state,
        words: words.to_owned(),
        hint: hint.to_owned(),
    }
}
