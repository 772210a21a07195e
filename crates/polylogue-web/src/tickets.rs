//! Invitations made since the server started, so that their page can be loaded again. They are
//! secrets: they stand in memory and on that page alone, never in an address.

use std::sync::{Mutex, PoisonError};

use polylogue_core::id::{Hash, OperationId};

/// How many invitations are remembered.
const REMEMBERED_MAX: usize = 32;

/// Invitations as texts.
#[derive(Default)]
pub struct Tickets {
    made: Mutex<Vec<Made>>,
}

struct Made {
    commons: OperationId,
    name: String,
    text: String,
}

impl std::fmt::Debug for Tickets {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Tickets(…)")
    }
}

impl Tickets {
    /// Remembers an invitation and gives the name its page goes by, which tells nothing of it.
    pub fn remember(&self, commons: OperationId, text: String) -> String {
        let name = Hash::of(text.as_bytes()).short();
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.len() >= REMEMBERED_MAX {
            made.remove(0);
        }
        made.push(Made {
            commons,
            name: name.clone(),
            text,
        });
        name
    }

    /// The text of an invitation, while it is remembered.
    #[must_use]
    pub fn find(&self, commons: &OperationId, name: &str) -> Option<String> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter()
            .find(|it| it.commons == *commons && it.name == name)
            .map(|it| it.text.clone())
    }
}
