//! A map with and without those whose votes look made to order: each sign alone and all together,
//! with newcomers, and without those a moderator leaves out; and the acts that record the last.

use std::collections::BTreeSet;

use polylogue_core::id::{Key, OperationId};
use polylogue_formats::date::iso_minute;
use polylogue_node::intent::Intent;
use polylogue_node::maps::{Burst, Counted, MapOf, OpenMap, Row, Scrutiny, SignKind};
use serde_json::{Value, json};

use super::charted::Charted;
use super::{letter, meant};
use crate::arguments::Because;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{Output, done};
use crate::table::Table;
use crate::words::{self, count};

/// Whom to leave out of which map.
#[derive(Debug, clap::Args)]
pub(super) struct Without {
    /// People who voted on it, by name or the beginning of their key
    #[arg(value_name = "PERSON")]
    people: Vec<String>,
    /// Everybody whom a sign names now: copies, bursts or invited
    #[arg(long, value_name = "SIGN")]
    sign: Vec<String>,
    #[command(flatten)]
    of: OfMap,
    #[command(flatten)]
    because: Because,
}

/// A map to count of everybody alone again.
#[derive(Debug, clap::Args)]
pub(super) struct Everybody {
    #[command(flatten)]
    of: OfMap,
    #[command(flatten)]
    because: Because,
}

#[derive(Debug, clap::Args)]
struct OfMap {
    /// The dialogue or question whose claims were voted on [default: the only map, or that of
    /// claims under nothing]
    #[arg(long, value_name = "DIALOGUE|QUESTION")]
    of: Option<String>,
}

impl OfMap {
    fn under(&self, context: &Context) -> Result<Option<OperationId>, Failure> {
        if let Some(typed) = self.of.as_deref() {
            return meant(context, typed).map(Some);
        }
        let maps = context.reader()?.maps()?;
        match maps.as_slice() {
            [one] => Ok(one.of.as_ref().map(|it| it.id)),
            several if several.is_empty() || several.iter().any(|it| it.of.is_none()) => Ok(None),
            _ => Err(Failure::usage(
                "there is more than one map here",
                "say which with --of; `polylogue map` lists them",
            )),
        }
    }
}

/// Records that a map is counted without some people too.
pub(super) fn record(context: &Context, arguments: &Without) -> Result<Output, Failure> {
    let under = arguments.of.under(context)?;
    let mut people: BTreeSet<Key> = BTreeSet::new();
    for typed in &arguments.people {
        people.insert(context.person(typed)?);
    }
    for typed in &arguments.sign {
        let sign = SignKind::of_name(typed).ok_or_else(|| {
            Failure::usage(
                format!("there is no sign called “{typed}”"),
                "copies, bursts or invited",
            )
        })?;
        people.extend(named_by(context, under, sign)?);
    }
    if people.is_empty() {
        return Err(Failure::usage(
            "nobody is named",
            "name people, or a sign: polylogue map without --sign copies --because …",
        ));
    }
    let reason = context.reason_given(&arguments.because)?;
    let number = people.len();
    let it = context.perform(Intent::CountWithout {
        of: under,
        people: people.into_iter().collect(),
        reason,
    })?;
    let people = count(number as u64, "person", "people");
    Ok(done(
        &format!("counted without {people} too; the map of everybody stays beside it"),
        &it,
    )
    .noting("`polylogue map everybody` ends it, with a reason"))
}

/// Those whom a sign names now.
fn named_by(
    context: &Context,
    under: Option<OperationId>,
    sign: SignKind,
) -> Result<Vec<Key>, Failure> {
    let (commons, reader) = (context.commons()?, context.reader()?);
    let open = context.node.map(commons, &reader, MapOf::members(under))?;
    let scrutiny = context.node.scrutiny(commons, &reader, under)?;
    let out = scrutiny.left_out(&open, Counted::Without(sign));
    if out.is_empty() {
        return Err(Failure::refused(
            format!("the sign “{}” names nobody on this map", sign.name()),
            "`polylogue map` shows the signs there are",
        ));
    }
    Ok(out.into_iter().map(|it| open.people[it]).collect())
}

/// Records that a map is counted of everybody alone again.
pub(super) fn end(context: &Context, arguments: &Everybody) -> Result<Output, Failure> {
    let of = arguments.of.under(context)?;
    let reason = context.reason_given(&arguments.because)?;
    let it = context.perform(Intent::CountWithout {
        of,
        people: Vec::new(),
        reason,
    })?;
    Ok(done("counted of everybody alone again", &it))
}

/// Adds to a map what it comes to with and without some people.
pub(super) fn told(
    output: Output,
    it: &Charted<'_>,
    (open, scrutiny): (&OpenMap, &Scrutiny),
) -> Output {
    let mut parts = Vec::new();
    for said in &scrutiny.recorded {
        let who = words::person(&said.said.by);
        let people = count(said.people.len() as u64, "person", "people");
        let reason = if said.reason.words.is_empty() {
            "no reason is to be read any more".to_owned()
        } else {
            format!(
                "because “{}”",
                words::clip(&said.reason.words, REASON_CHARACTERS_MAX)
            )
        };
        parts.push(format!(
            "{who} counts this map without {people} too, {reason}"
        ));
    }
    let signs: Vec<String> = scrutiny.signs.bursts.iter().map(burst).collect();
    if !signs.is_empty() {
        parts.push(format!(
            "Many at once\n{}\nNobody is accused: a meeting or a link that was passed on looks \
             like this too.",
            signs.join("\n")
        ));
    }
    if scrutiny.rows.len() > 1 {
        parts.push(format!(
            "The same map, counted with some people and without\n{}",
            table(it, scrutiny)
        ));
    }
    let document = counted(it, (open, scrutiny));
    output.with_more(&parts).with_json(|mut json| {
        json["counted"] = document;
        json
    })
}

/// What a map comes to with and without some people, as it stands in its document.
pub(super) fn counted(it: &Charted<'_>, (open, scrutiny): (&OpenMap, &Scrutiny)) -> Value {
    let recorded = scrutiny.recorded.iter().map(|said| {
        json!({
            "id": said.said.id.to_string(),
            "by": said.said.by.key.to_string(),
            "people": said.people.iter().map(Key::to_string).collect::<Vec<_>>(),
            "reason": said.reason.words,
        })
    });
    let rows = scrutiny
        .rows
        .iter()
        .map(|row| row_json(it, scrutiny, row, open));
    let bursts = scrutiny.signs.bursts.iter().map(|it| {
        json!({
            "from": iso_minute(it.from),
            "to": iso_minute(it.to),
            "people": it.people.iter().map(|at| open.people[*at].to_string()).collect::<Value>(),
        })
    });
    json!({
        "recorded": recorded.collect::<Value>(),
        "bursts": bursts.collect::<Value>(),
        "rows": rows.collect::<Value>(),
    })
}

/// Who first voted at once, and when to the minute.
fn burst(it: &Burst) -> String {
    let minutes = (it.to - it.from).div_ceil(60).max(1);
    format!(
        "{} voted for the first time within {}, from {} to {} UTC",
        count(it.people.len() as u64, "person", "people"),
        count(minutes, "minute", "minutes"),
        iso_minute(it.from).replace('T', " ").trim_end_matches('Z'),
        iso_minute(it.to).replace('T', " ").trim_end_matches('Z'),
    )
}

/// Characters of a reason.
const REASON_CHARACTERS_MAX: usize = 280;
/// Claims named that come or go.
const APART_MAX: usize = 3;

fn table(it: &Charted<'_>, scrutiny: &Scrutiny) -> String {
    let mut table = Table::new([
        "people",
        "shared",
        "divided",
        "groups",
        "whose votes",
        "claims that come or go",
    ]);
    for row in &scrutiny.rows {
        let people = match row.counted {
            Counted::Everybody => row.people.to_string(),
            Counted::WithNewcomers => format!("+{}", row.people),
            _ => format!("−{}", row.people),
        };
        let apart = scrutiny.whole().apart(&row.found);
        let named = apart.iter().take(APART_MAX);
        let named: Vec<&str> = named.map(|at| it.claims[*at].name.as_str()).collect();
        let more = apart.len().saturating_sub(APART_MAX);
        let claims = match (row.counted, apart.len(), more) {
            (Counted::Everybody, ..) => String::new(),
            (_, 0, _) => "none".to_owned(),
            (_, _, 0) => named.join(", "),
            _ => format!("{} and {more} more", named.join(", ")),
        };
        table.row([
            people,
            row.found.shared.len().to_string(),
            row.found.divided.len().to_string(),
            groups(row),
            whose(row.counted).to_owned(),
            claims,
        ]);
    }
    table.text_or("")
}

fn groups(row: &Row) -> String {
    if row.found.groups.len() < 2 {
        return "none".to_owned();
    }
    let each = row.found.groups.iter().enumerate();
    let each: Vec<String> = each
        .map(|(group, size)| format!("{} {size}", letter(group)))
        .collect();
    each.join(", ")
}

fn whose(counted: Counted) -> &'static str {
    match counted {
        Counted::Everybody => "everybody’s",
        Counted::Recorded => "without those a moderator leaves out",
        Counted::Without(SignKind::Copies) => "without equal votes",
        Counted::Without(SignKind::Bursts) => "without those who came within an hour",
        Counted::Without(SignKind::Invited) => "without those one person let in",
        Counted::WithoutAll => "without all of these",
        Counted::WithNewcomers => "with newcomers, as held here",
    }
}

fn row_json(it: &Charted<'_>, scrutiny: &Scrutiny, row: &Row, open: &OpenMap) -> Value {
    let id = |at: &usize| it.claims[*at].id.clone();
    let out = scrutiny.left_out(open, row.counted);
    json!({
        "counted": row.counted.name(),
        "people": row.people,
        "left_out": out.iter().map(|at| it.person_id(*at)).collect::<Value>(),
        "common_ground": row.found.shared.iter().map(|(at, agrees)| json!({
            "claim": id(at),
            "side": if *agrees { "agree" } else { "disagree" },
        })).collect::<Value>(),
        "divisions": row.found.divided.iter().map(id).collect::<Value>(),
        "groups": row.found.groups,
        "come_or_gone": scrutiny.whole().apart(&row.found).iter().map(id).collect::<Value>(),
    })
}
