//! The first operation of a commons: its law begins with the founder alone, holding every office
//! for a year.

use polylogue_core::id::{Hash, Key};
use polylogue_core::kind::{Founding, Law, Office, OfficeKind};
use polylogue_core::limits::{ERASE_DELAY_DAYS_DEFAULT, QUOTA_DEFAULT, RULES_VERSION};
use polylogue_core::text::Text;

use crate::intent::Found;

/// How long the first roll and the first offices last: a year, so that nobody keeps a power by
/// forgetting about it.
pub(crate) const FIRST_TERM_SECONDS: u64 = 365 * 24 * 60 * 60;

/// The body of a founding.
pub(crate) fn body(found: &Found, founder: Key, read_secret: &[u8; 32], now: u64) -> Founding {
    let end = now + FIRST_TERM_SECONDS;
    let office = |kind| Office {
        kind,
        holder: founder,
        scope: None,
        end,
    };
    let offices = [
        OfficeKind::Greeter,
        OfficeKind::Moderator,
        OfficeKind::Facilitator,
        OfficeKind::Publisher,
    ];
    Founding {
        rules: RULES_VERSION,
        title: Text::new(found.title.trim(), &found.language),
        question: Text::new(found.question.trim(), &found.language),
        template: found.template,
        law: Law {
            charter: Text::new(&found.charter, &found.language),
            licence: found.licence.clone(),
            language: found.language.clone(),
            admission: found.admission,
            roll: vec![founder],
            threshold: 1,
            roll_end: end,
            offices: offices.map(office).to_vec(),
            read_secret: Hash::of(read_secret),
            erase_delay_days: ERASE_DELAY_DAYS_DEFAULT,
            quota: QUOTA_DEFAULT,
            rows: found.rows,
        },
    }
}
