//! The people of a commons.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_store::query::{PersonBrief, PersonRow, Standing};

use super::{Part, search::is_like};
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of people shows.
#[derive(Debug, Clone)]
pub struct PeopleView {
    /// This part of everybody asked for, by what they are here.
    pub groups: Vec<People>,
    /// Which part it is.
    pub part: Part,
    /// Everybody, whatever was asked for.
    pub all: usize,
    /// Newcomers in all.
    pub newcomers: usize,
    /// Members in all.
    pub members: usize,
    /// People whose words or votes a member brought in.
    pub brought_in: usize,
    /// The name looked for, if one was.
    pub sought: Option<String>,
}

/// People who are the same here.
#[derive(Debug, Clone)]
pub struct People {
    /// What they are.
    pub group: Group,
    /// How many they are in all.
    pub count: usize,
    /// How many stand in the list before the first of them.
    pub before: usize,
    /// Those of them in this part.
    pub rows: Vec<PersonLine>,
}

/// Somebody in the list.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// Who it is.
    pub row: PersonRow,
    /// The perspectives they spoke from within.
    pub within: Vec<OperationId>,
}

/// What somebody is here, in the order in which people are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// They wait to be greeted.
    Newcomers,
    /// Members who spoke from within a perspective, the first here of theirs: by its place.
    Within(usize, OperationId),
    /// Members who spoke for themselves or on another's behalf alone, or not at all.
    Members,
    /// A member brought their words or votes in.
    BroughtIn,
    /// They left, or their membership was ended.
    Gone,
}

/// People on one page.
const PEOPLE: usize = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<PeopleView, Trouble> {
    let within = within(asked)?;
    let all = asked.people()?;
    let sought = asked.query.given("find").map(ToOwned::to_owned);
    let mut listed: Vec<(Group, &PersonBrief)> = all
        .iter()
        .map(|it| (group(it, &within), it))
        .filter(|(_, it)| sought.as_ref().is_none_or(|sought| is_like(it, sought)))
        .collect();
    listed.sort_by_key(|(group, _)| *group);
    let part = Part::asked(asked, "from", PEOPLE).of(listed.len());
    let count = |is: fn(&Group) -> bool| {
        let of = all.iter().map(|it| group(it, &within));
        of.filter(is).count()
    };
    Ok(PeopleView {
        groups: groups(asked, &listed, part, &within)?,
        part,
        all: all.len(),
        newcomers: count(|it| *it == Group::Newcomers),
        members: count(|it| matches!(it, Group::Within(..) | Group::Members)),
        brought_in: count(|it| *it == Group::BroughtIn),
        sought,
    })
}

type Within = BTreeMap<Key, Vec<(usize, OperationId)>>;

/// From within which perspectives each spoke, in their order of arrival.
fn within(asked: &Asked<'_>) -> Result<Within, Trouble> {
    let perspectives = asked.perspectives()?;
    let mut within = Within::new();
    for (key, id) in asked.known()?.within(asked.reader()?)? {
        let place = perspectives.iter().position(|it| it.said.id == *id);
        let places = place.map(|it| (it, *id));
        within.entry(*key).or_default().extend(places);
    }
    within.values_mut().for_each(|it| it.sort_unstable());
    Ok(within)
}

fn group(person: &PersonBrief, within: &Within) -> Group {
    match person.standing {
        Standing::Newcomer => Group::Newcomers,
        Standing::Left | Standing::Removed => Group::Gone,
        Standing::Member | Standing::Voter if person.is_brought_in => Group::BroughtIn,
        Standing::Member | Standing::Voter => {
            let first = within.get(&person.key).and_then(|it| it.first());
            first.map_or(Group::Members, |(place, id)| Group::Within(*place, *id))
        }
    }
}

/// Everybody listed, of whom those in this part are read.
fn groups(
    asked: &Asked<'_>,
    listed: &[(Group, &PersonBrief)],
    part: Part,
    within: &Within,
) -> Result<Vec<People>, Trouble> {
    let reader = asked.reader()?;
    let shown = part.places();
    let mut groups: Vec<People> = Vec::new();
    for (place, (group, person)) in listed.iter().enumerate() {
        if groups.last().is_none_or(|it| it.group != *group) {
            groups.push(People {
                group: *group,
                count: 0,
                before: place,
                rows: Vec::new(),
            });
        }
        let Some(last) = groups.last_mut() else {
            continue;
        };
        last.count += 1;
        if shown.contains(&place)
            && let Some(row) = reader.person(person.key)?
        {
            let within = within.get(&person.key).into_iter().flatten();
            let within = within.map(|(_, id)| *id).collect();
            last.rows.push(PersonLine { row, within });
        }
    }
    Ok(groups)
}
