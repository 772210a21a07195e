//! The languages of the interface, and which one a reader gets: the one they chose, else the first
//! their browser asks for that there are words in, else English.

use super::Words;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// English: complete.
    English,
    /// Spanish: complete.
    Spanish,
    /// Arabic: complete but for what is newer than its last revision, which is said in English.
    Arabic,
}

impl Tongue {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::Arabic];

    /// Its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// Its direction, as the `dir` attribute says it.
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Spanish => "ltr",
            Self::Arabic => "rtl",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "español",
            Self::Arabic => "العربية",
        }
    }

    /// The language of a tag: `es`, `es-MX` and `ES_ar` are all Spanish.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|it| it.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language there are words in of an `Accept-Language` header, by its weights (RFC
    /// 9110, 12.5.4); what is not understood in it is passed over.
    #[must_use]
    pub fn asked_for(header: &str) -> Option<Self> {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',').take(RANGES_MAX) {
            let (range, weight) = part.split_once(';').unwrap_or((part, ""));
            let Some(tongue) = Self::of_tag(range) else {
                continue;
            };
            let weight = thousandths(weight);
            if weight > 0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, tongue));
            }
        }
        best.map(|(_, tongue)| tongue)
    }
}

/// More ranges than any browser sends.
const RANGES_MAX: usize = 64;

/// A weight such as `q=0.8` in thousandths; 1,000 where none is given, 0 where it is no number.
fn thousandths(weight: &str) -> u32 {
    let Some(number) = weight.trim().strip_prefix("q=") else {
        return 1_000;
    };
    let (whole, part) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let digits: String = format!("{part:0<3}").chars().take(3).collect();
    match (whole.parse::<u32>(), digits.parse::<u32>()) {
        (Ok(0), Ok(part)) => part,
        (Ok(1), _) => 1_000,
        _ => 0,
    }
}

/// The words of every language.
#[derive(Debug)]
pub struct Languages {
    all: [Words; 3],
}

impl Default for Languages {
    fn default() -> Self {
        Self {
            all: Tongue::ALL.map(Words::of),
        }
    }
}

impl Languages {
    /// The words of one.
    #[must_use]
    pub fn of(&self, tongue: Tongue) -> &Words {
        // Both are in the order of `Tongue::ALL`.
        &self.all[tongue as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_answered_in_the_first_language_there_are_words_in() {
        let asked = Tongue::asked_for;
        assert_eq!(asked("es-MX,es;q=0.9,en;q=0.8"), Some(Tongue::Spanish));
        assert_eq!(
            asked("pt-BR,pt;q=0.9,ar;q=0.5,en;q=0.4"),
            Some(Tongue::Arabic)
        );
        assert_eq!(asked("en;q=0.2, es;q=0.85"), Some(Tongue::Spanish));
        assert_eq!(asked("es;q=0, en;q=0.001"), Some(Tongue::English));
        assert_eq!(asked("es;q=x;;,,\u{0}"), None);
        assert_eq!(asked("nb, *"), None);
        assert_eq!(asked(""), None);
    }

    #[test]
    fn each_language_finds_its_own_words() {
        let all = Languages::default();
        for tongue in Tongue::ALL {
            assert_eq!(all.of(tongue).tongue(), tongue);
            assert_eq!(Tongue::of_tag(tongue.tag()), Some(tongue));
        }
    }
}
