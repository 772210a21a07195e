//! What one more joining costs in a commons of many members: authority is judged from acts, and
//! each member is one.

use std::time::Instant;

use polylogue_store::Store;
use polylogue_testkit::generate::{self, Amounts};

use crate::table::{Limit, Line, Table};
use crate::{Bench, Fault, SEED};

const MEMBERS: [usize; 5] = [250, 1_000, 4_000, 10_000, 16_000];
/// The size that has a limit, and the limit in milliseconds.
const LIMITED: (usize, f64) = (10_000, 20.0);
const JOININGS: usize = 15;
/// The founding and an invitation come before the members, who each join and say their name.
const BEFORE_MEMBERS: usize = 2;

/// Lets some more join, one by one; of each size the least time.
pub(crate) fn run(bench: &Bench, table: &mut Table) -> Result<(), Fault> {
    let amounts = Amounts {
        people: MEMBERS[MEMBERS.len() - 1] + JOININGS,
        turns: 0,
        claims: 0,
        moves: 0,
        votes: 0,
    };
    let operations = generate::commons(SEED, amounts);
    for members in MEMBERS {
        let path = bench.folder.join(format!("members-{members}.sqlite"));
        let store = Store::create(&path, &operations[0])?;
        let (here, later) = operations.split_at(BEFORE_MEMBERS + 2 * members);
        let now = here[here.len() - 1].header().time;
        store.append(here, now)?;
        let mut least = f64::MAX;
        for joining in later.iter().step_by(2).take(JOININGS) {
            let began = Instant::now();
            store.append(std::slice::from_ref(joining), now)?;
            least = least.min(began.elapsed().as_secs_f64() * 1e3);
        }
        let people = store.reader()?.counts()?.people;
        if people != (members + JOININGS + 1) as u64 {
            return Err(format!("{people} people where {members} and some joined").into());
        }
        let what = format!("one more joining among {members} members");
        table.say(match LIMITED {
            (limited, limit) if limited == members => {
                Line::new(&what, least, "ms", Limit::AtMost(limit))
            }
            _ => Line::fact(&what, least, "ms"),
        });
    }
    Ok(())
}
