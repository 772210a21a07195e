//! Addresses of pages of a running peer as files of a copy.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use polylogue_core::id::{Hash, OperationId};

use crate::form::Form;
use crate::link::{encoded, short};
use crate::routes::{Answer, Name, ROUTES, Reach, of};

/// A page of a copy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    /// Which page.
    pub(super) name: Name,
    /// The beginning of the id of what it is about; empty if it is about nothing alone.
    pub(super) id: String,
    /// What is asked behind the `?`, in order of the names.
    pub(super) query: Vec<(String, String)>,
}

/// Where a link leads, as far as its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leads {
    /// To a page that a copy may have, and a place on it (empty: none).
    To(Address, String),
    /// To a thing, whatever its page is.
    Thing(String),
    /// To a page that only a running peer has.
    Live,
    /// Elsewhere.
    Elsewhere,
}

/// Routes by their paths behind the commons, `*` for an id.
static PUBLISHED: LazyLock<BTreeMap<String, Name>> = LazyLock::new(|| {
    let pages = ROUTES
        .iter()
        .filter(|it| it.reach == Reach::Published && matches!(it.answer, Answer::Page(_)));
    let path = |it: &str| {
        it.strip_prefix("/c/{commons}")
            .map(|it| it.replace("{id}", "*"))
    };
    pages
        .filter_map(|it| Some((path(it.path)?, it.name)))
        .collect()
});

/// Queries whose pages a copy has, beside the parts of long lists.
const QUERIES: [(Name, &[&str]); 4] = [
    (Name::SiftCell, &["about", "speaks", "table"]),
    (Name::SiftQuestions, &["to"]),
    (Name::SiftShared, &["list"]),
    (Name::Moves, &["target"]),
];

/// What the beginning of a part of a long list is called; of tables, also the first column, and of
/// a second list on a page.
const PARTS: [&str; 3] = ["from", "across", "heard"];

impl Address {
    /// A page about nothing alone.
    pub(super) fn to(name: Name) -> Self {
        Self {
            name,
            id: String::new(),
            query: Vec::new(),
        }
    }

    /// A page about one thing.
    pub(super) fn of(name: Name, id: &OperationId) -> Self {
        Self {
            id: short(id),
            ..Self::to(name)
        }
    }

    /// The name of its file without what says its kind; the text is the first page.
    pub(super) fn stem(&self, first: &Self) -> String {
        let word = of(self.name).word;
        if self == first {
            return "index".to_owned();
        }
        let mut stem = match self.id.as_str() {
            "" => word.to_owned(),
            id => format!("{word}/{id}"),
        };
        for (name, value) in &self.query {
            stem.push('-');
            stem.push_str(name);
            stem.push('-');
            let is_plain = value.len() <= 32
                && value
                    .bytes()
                    .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
            if is_plain {
                stem.push_str(value);
            } else {
                stem.push_str(&Hash::of(value.as_bytes()).short());
            }
        }
        stem
    }

    /// What is behind the `?`.
    pub(super) fn form(&self) -> Form {
        let fields = self.query.iter();
        let fields: Vec<String> = fields
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        Form::read(fields.join("&").as_bytes())
    }
}

/// Pages about nothing alone that every copy has; the home of a commons is for those in it.
pub(super) fn singles() -> impl Iterator<Item = Name> {
    let about_nothing = PUBLISHED.iter().filter(|(path, _)| !path.contains('*'));
    let needs_more = |name: &Name| matches!(name, Name::Home | Name::SiftCell);
    about_nothing
        .map(|(_, name)| *name)
        .filter(move |it| !needs_more(it))
}

/// Where a link of a page leads; `commons` is the beginning of its id.
pub(super) fn leads(href: &str, commons: &str) -> Leads {
    let Some(rest) = href.strip_prefix('/') else {
        return Leads::Elsewhere;
    };
    let Some(rest) = rest
        .strip_prefix("c/")
        .and_then(|it| it.strip_prefix(commons))
    else {
        return Leads::Live;
    };
    let (rest, anchor) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    if let Some(id) = path
        .strip_prefix("/go/")
        .or_else(|| path.strip_prefix("/thing/"))
        && !id.contains('/')
    {
        return Leads::Thing(id.to_owned());
    }
    let Some((name, id)) = route_of(path) else {
        return Leads::Live;
    };
    let form = Form::read(query.as_bytes());
    let mut query: Vec<(String, String)> = form
        .fields()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    query.sort();
    if !is_published(name, &query) {
        return Leads::Live;
    }
    Leads::To(Address { name, id, query }, anchor.to_owned())
}

fn route_of(path: &str) -> Option<(Name, String)> {
    if let Some(name) = PUBLISHED.get(path) {
        return Some((*name, String::new()));
    }
    let parts: Vec<&str> = path.split('/').collect();
    for (index, part) in parts.iter().enumerate().skip(1) {
        let is_id = part.len() >= 8 && part.bytes().all(|it| it.is_ascii_hexdigit());
        if !is_id {
            continue;
        }
        let mut pattern = parts.clone();
        pattern[index] = "*";
        if let Some(name) = PUBLISHED.get(&pattern.join("/")) {
            return Some((*name, (*part).to_ascii_lowercase()));
        }
    }
    None
}

fn is_published(name: Name, query: &[(String, String)]) -> bool {
    let known = QUERIES.iter().find(|(it, _)| *it == name);
    let names = known.map_or(&[][..], |(_, names)| names);
    let is_part = |(name, value): &(String, String)| {
        PARTS.contains(&name.as_str()) && value.parse::<u64>().is_ok()
    };
    query
        .iter()
        .all(|it| is_part(it) || names.contains(&it.0.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_of_a_copy() {
        let commons = "abababababab";
        let led = |href: &str| leads(href, commons);
        let Leads::To(turn, anchor) = led("/c/abababababab/turn/cdcdcdcdcdcd#a") else {
            panic!("a turn has a page");
        };
        assert_eq!(
            (turn.stem(&Address::to(Name::Home)), anchor.as_str()),
            ("turn/cdcdcdcdcdcd".to_owned(), "a")
        );
        let Leads::To(part, _) = led("/c/abababababab/dialogue/cdcdcdcdcdcd?from=30#t31") else {
            panic!("a part of a dialogue has a page");
        };
        assert_eq!(
            part.stem(&Address::to(Name::Home)),
            "dialogue/cdcdcdcdcdcd-from-30"
        );
        assert_eq!(
            led("/c/abababababab/turn/cdcdcdcdcdcd?open=lift"),
            Leads::Live
        );
        assert_eq!(led("/c/abababababab/status"), Leads::Live);
        assert_eq!(led("/c/cdcdcdcdcdcd/turn/cdcdcdcdcdcd"), Leads::Live);
        assert_eq!(led("https://example.org/c/"), Leads::Elsewhere);
        assert_eq!(
            led("/c/abababababab/go/cdcdcdcdcdcd"),
            Leads::Thing("cdcdcdcdcdcd".to_owned())
        );
    }

    #[test]
    fn the_document_is_the_first_page() {
        let id = OperationId([0xcd; 32]);
        let address = Address::of(Name::Synthesis, &id);
        assert_eq!(address.stem(&address), "index");
        let other = Address::of(Name::Synthesis, &OperationId([0xab; 32]));
        assert_eq!(address.stem(&other), "synthesis/cdcdcdcdcdcd");
    }
}
