//! Stages that a template prepares. Each becomes an ordinary stage, said by whoever asked for it,
//! and can be changed, skipped or moved like any other.
//!
//! The words are said in the language of the commons where we have it, else in English. The ten
//! steps of the policy process follow what FLOK Society did in Ecuador in 2013 to 2015, with what
//! was missed there; the open space follows the methods of the World Social Forum of 2005.

use polylogue_store::query::Check;

mod arabic;
mod english;
mod spanish;

/// Stages prepared for a sort of process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageTemplate {
    /// Perspectives meet under questions; synopsis, then synthesis.
    Inquiry,
    /// Statements, map, report.
    Survey,
    /// From a mandate to what came of it.
    Policy,
    /// Many register and propose; what fits is brought together, nothing is decided.
    OpenSpace,
}

impl StageTemplate {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Inquiry, Self::Survey, Self::Policy, Self::OpenSpace];

    /// Its name in commands, forms and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Inquiry => "inquiry",
            Self::Survey => "survey",
            Self::Policy => "process",
            Self::OpenSpace => "open-space",
        }
    }

    /// The template of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its stages, in a language (BCP 47) where there are words in it.
    #[must_use]
    pub fn stages(self, language: &str) -> Prepared {
        let primary = language.split('-').next().unwrap_or_default();
        let (language, stages) = match primary {
            "ar" => ("ar", arabic::stages(self)),
            "es" => ("es", spanish::stages(self)),
            _ => ("en", english::stages(self)),
        };
        Prepared { language, stages }
    }
}

/// The stages of a template in one language.
#[derive(Debug, Clone, Copy)]
pub struct Prepared {
    /// The language of their words.
    pub language: &'static str,
    /// The stages, in order.
    pub stages: &'static [Prepare],
}

/// One stage of a template.
#[derive(Debug, Clone, Copy)]
pub struct Prepare {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What it needs, in words a person judges.
    pub needs: &'static [&'static str],
    /// What it needs that can be counted.
    pub checks: &'static [Check],
    /// How long it is to take, in days: a first proposal, chosen by us.
    pub days: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_prepares_the_same_stages_in_other_words() {
        for template in StageTemplate::ALL {
            let english = template.stages("en");
            assert_eq!(english.language, "en");
            for (asked, language) in [("es-EC", "es"), ("ar-TN", "ar")] {
                let other = template.stages(asked);
                assert_eq!(other.language, language);
                assert_eq!(english.stages.len(), other.stages.len());
                for (one, other) in english.stages.iter().zip(other.stages) {
                    assert_eq!((one.checks, one.days), (other.checks, other.days));
                    assert_eq!(one.needs.len(), other.needs.len());
                    assert_ne!(one.name, other.name);
                    assert_ne!(one.purpose, other.purpose);
                    let mut needs = one.needs.iter().zip(other.needs);
                    assert!(needs.all(|(one, other)| one != other));
                }
            }
            assert_eq!(template.stages("qu").language, "en");
            assert_eq!(StageTemplate::of_name(template.name()), Some(template));
        }
        assert_eq!(StageTemplate::Policy.stages("en").stages.len(), 10);
    }
}
