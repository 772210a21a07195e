//! Whether what an edition cites may stand in it under the edition's licence.
//!
//! A small table, not legal advice. It answers for adapted material, which is the stricter case:
//! quoting within what the law of a place allows needs no licence at all. Its sources are the
//! licences' own words and Creative Commons' table of compatible licences; docs/formats/edition.md
//! names them.

use polylogue_core::id::OperationId;

/// Whether something under one licence may stand in a whole under another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// It may, with nothing more to do.
    Freely,
    /// It may, if it is named with its licence.
    Named,
    /// It may not, unless whoever holds the rights allows it.
    Conflicts,
    /// Nobody said under what licence it stands.
    Unknown,
}

impl Fits {
    /// Its name in `--json` and as the end of a key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Freely => "freely",
            Self::Named => "named",
            Self::Conflicts => "conflicts",
            Self::Unknown => "unknown",
        }
    }
}

/// What a licence asks of whoever passes the work on, changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// Nothing: CC0, public domain.
    Nothing,
    /// To be named: CC BY, MIT, Apache.
    Name,
    /// To be named, and the same licence: CC BY-SA.
    Alike,
    /// To be named, and nothing sold: CC BY-NC.
    NotSold,
    /// As both: CC BY-NC-SA.
    NotSoldAlike,
    /// Not to be changed: CC BY-ND, CC BY-NC-ND.
    Unchanged,
    /// Its own terms: GFDL.
    Gfdl,
}

/// A licence as SPDX writes it, also where people wrote it with spaces.
fn folded(licence: &str) -> String {
    licence.trim().to_ascii_uppercase().replace(' ', "-")
}

fn asks(licence: &str) -> Option<Asks> {
    let folded = folded(licence);
    let is = |beginning: &str| folded.starts_with(beginning);
    Some(match folded.as_str() {
        "" => return None,
        _ if is("CC0") || is("CC-PDM") || is("PUBLIC-DOMAIN") || is("UNLICENSE") || is("PDDL") => {
            Asks::Nothing
        }
        _ if is("CC-BY-NC-ND") || is("CC-BY-ND") => Asks::Unchanged,
        _ if is("CC-BY-NC-SA") => Asks::NotSoldAlike,
        _ if is("CC-BY-NC") => Asks::NotSold,
        _ if is("CC-BY-SA") => Asks::Alike,
        _ if is("CC-BY-") || is("MIT") || is("APACHE-2.0") || is("BSD-") || is("ISC") => Asks::Name,
        _ if is("GFDL") => Asks::Gfdl,
        _ => return None,
    })
}

/// Whether the table has a licence; what it does not have fits nothing and conflicts with nothing.
#[must_use]
pub fn is_known(licence: &str) -> bool {
    asks(licence).is_some()
}

/// The version at the end of a Creative Commons licence (`CC-BY-SA-3.0`: 3.0), in tenths.
fn version(licence: &str) -> u32 {
    let folded = folded(licence);
    let number = folded.rsplit('-').find_map(|it| {
        let (whole, tenth) = it.split_once('.')?;
        Some(whole.parse::<u32>().ok()? * 10 + tenth.parse::<u32>().ok()?)
    });
    number.unwrap_or(0)
}

/// Whether something under `cited` may stand, changed, in a whole under `whole` (both SPDX).
#[must_use]
pub fn fits(cited: &str, whole: &str) -> Fits {
    let Some(of_cited) = asks(cited) else {
        return Fits::Unknown;
    };
    let Some(of_whole) = asks(whole) else {
        return if of_cited == Asks::Nothing {
            Fits::Freely
        } else {
            Fits::Unknown
        };
    };
    let same = folded(cited) == folded(whole);
    match (of_cited, of_whole) {
        (Asks::Nothing, _) => Fits::Freely,
        (Asks::Name, Asks::Nothing) => Fits::Conflicts,
        (Asks::Name, _) => Fits::Named,
        // A later version of the same licence may be used for what was made of it.
        (Asks::Alike, Asks::Alike) | (Asks::NotSoldAlike, Asks::NotSoldAlike) => {
            if version(cited) <= version(whole) && version(cited) >= 20 {
                Fits::Named
            } else {
                Fits::Conflicts
            }
        }
        (Asks::NotSold, Asks::NotSold | Asks::NotSoldAlike) => Fits::Named,
        (Asks::Gfdl, Asks::Gfdl) if same => Fits::Named,
        (Asks::Alike | Asks::NotSold | Asks::NotSoldAlike | Asks::Unchanged | Asks::Gfdl, _) => {
            Fits::Conflicts
        }
    }
}

/// One piece of cited material with its licence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// What was cited: a turn or a source.
    pub of: OperationId,
    /// Its title, or the beginning of its words.
    pub title: String,
    /// Who holds the rights as far as it is known here: authors of a source, the named speaker, or
    /// whoever signed.
    pub holder: String,
    /// Its licence as it was given; empty: nobody said.
    pub licence: String,
    /// Where it stands; may be empty.
    pub address: String,
    /// Whether it may stand in the edition.
    pub fits: Fits,
}

#[cfg(test)]
mod tests {
    use super::{Fits, fits};

    #[test]
    fn the_table_answers_for_the_licences_people_use() {
        let whole = "CC-BY-SA-4.0";
        for (cited, expected) in [
            ("CC0-1.0", Fits::Freely),
            ("Public Domain", Fits::Freely),
            ("CC-BY-4.0", Fits::Named),
            ("MIT", Fits::Named),
            ("CC-BY-SA-3.0", Fits::Named),
            ("CC-BY-SA-4.0", Fits::Named),
            ("CC BY-SA 3.0", Fits::Named),
            ("CC-BY-SA-1.0", Fits::Conflicts),
            ("CC-BY-NC-4.0", Fits::Conflicts),
            ("CC-BY-NC-SA-4.0", Fits::Conflicts),
            ("CC-BY-ND-4.0", Fits::Conflicts),
            ("GFDL-1.3-only", Fits::Conflicts),
            ("", Fits::Unknown),
            ("All rights reserved", Fits::Unknown),
        ] {
            assert_eq!(fits(cited, whole), expected, "{cited} in {whole}");
        }
        assert_eq!(fits("CC-BY-SA-4.0", "CC-BY-4.0"), Fits::Conflicts);
        assert_eq!(fits("CC-BY-4.0", "CC0-1.0"), Fits::Conflicts);
        assert_eq!(fits("CC-BY-SA-4.0", "CC-BY-SA-3.0"), Fits::Conflicts);
        assert_eq!(fits("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0"), Fits::Named);
        assert_eq!(fits("GFDL-1.3-only", "GFDL-1.3-only"), Fits::Named);
    }
}
