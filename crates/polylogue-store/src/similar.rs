//! Which short texts say nearly the same: an index of words and of runs of three characters,
//! without a disk, a clock or a number with a fraction.
//!
//! Texts of different languages are never compared: words that look alike across languages tell
//! nothing. Each word and each run of three characters of a text's words, as the search folds
//! them, is a *feature*; rare features weigh more (the logarithm of how rare, in whole steps of
//! 1/16), a whole word three times as much as a run. Two texts are alike by the weight they share
//! of the weight they have together (a weighted Jaccard index), in thousandths.
//!
//! Deterministic: the same texts give the same answers, whatever order they came in; ties go by
//! number.

use std::collections::{BTreeMap, BTreeSet};

use crate::folding::fold_for_index;

/// A word weighs as much as so many runs of three characters. Chosen by us: of 1 to 4 the best of
/// the first ten on the sample; see docs/performance.md.
const WORD_WEIGHT: u32 = 3;
/// Of the texts that share most weight with one, so many are compared whole.
const COMPARED_MAX: usize = 256;
/// Features of one text, at most: what is longer is told by its beginning.
const FEATURES_MAX: usize = 512;
/// In a language of so many texts, features that stand in an eighth of them or more say nothing.
const COMMON_FROM: usize = 64;
/// Steps of a weight to one doubling of rarity.
const STEPS: u32 = 16;

/// A text that is like another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// The other's number.
    pub n: i64,
    /// How alike they are, in thousandths: 1,000 is word for word the same.
    pub permille: u32,
}

/// Two texts that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The one with the lower number.
    pub first: i64,
    /// The other.
    pub second: i64,
    /// How alike they are, in thousandths.
    pub permille: u32,
}

/// Short texts by what stands in them; a text is added once and never taken out.
#[derive(Debug, Default)]
pub struct Similar {
    languages: BTreeMap<String, Language>,
    known: BTreeSet<i64>,
    compared: Option<AllCompared>,
}

/// The pairs of all texts, as they were when all were compared, with those of each text that came
/// since.
#[derive(Debug)]
struct AllCompared {
    asked: Asked,
    /// Texts that were there when all were compared.
    texts: usize,
    /// Of each language, how many texts were compared.
    places: BTreeMap<String, usize>,
    pairs: Ranked,
}

/// Pairs by how alike they are, then by number.
type Ranked = BTreeSet<(std::cmp::Reverse<u32>, (i64, i64))>;

/// Once so many times fewer texts came than were compared, all are compared again. Chosen by us:
/// what is rare and what is common hardly shifts before.
const ANEW_SHARE: usize = 16;

/// The texts of one language.
#[derive(Debug, Default)]
struct Language {
    words: BTreeMap<Box<str>, u32>,
    runs: BTreeMap<[char; 3], u32>,
    /// For each feature, the texts it stands in, by place.
    postings: Vec<Vec<u32>>,
    /// Whether each feature is a word.
    is_word: Vec<bool>,
    texts: Vec<Text>,
}

#[derive(Debug)]
struct Text {
    n: i64,
    features: Vec<u32>,
}

impl Similar {
    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Whether a text of this number was added.
    #[must_use]
    pub fn contains(&self, n: i64) -> bool {
        self.known.contains(&n)
    }

    /// Adds a text; `language` is a tag of which only the first part counts. A number that was
    /// added before stays as it is.
    pub fn add(&mut self, n: i64, language: &str, words: &str) {
        if self.known.insert(n) {
            let language = self.languages.entry(primary(language)).or_default();
            language.add(n, words);
        }
    }

    /// Texts of the same language that are like some words, at least so many thousandths, the most
    /// alike first; at most `most`. A text of the number `but` is left out.
    #[must_use]
    pub fn like(&self, language: &str, words: &str, asked: Asked) -> Vec<Alike> {
        let Some(language) = self.languages.get(&primary(language)) else {
            return Vec::new();
        };
        let features = language.known_features(words);
        language.like(&features, asked, &mut Vec::new())
    }

    /// All pairs of one language that are alike at least so many thousandths, of each text with at
    /// most `asked.most` others; the most alike first.
    #[must_use]
    pub fn pairs(&self, asked: Asked) -> Vec<Pair> {
        let mut pairs = Ranked::new();
        for language in self.languages.values() {
            language.pairs_from(0, asked, &mut pairs);
        }
        in_order(&pairs)
    }

    /// The same, kept from when it was last asked: then only texts that came since are compared,
    /// each with all. All are compared again once a sixteenth came since; up to then, pairs are as
    /// alike as they were when they were compared, which may differ by some thousandths from
    /// [`Similar::pairs`].
    pub fn pairs_so_far(&mut self, asked: Asked) -> Vec<Pair> {
        let all = self.known.len();
        let is_near = |it: &AllCompared| {
            it.asked == asked && (all - it.texts).saturating_mul(ANEW_SHARE) <= it.texts
        };
        let mut compared = self.compared.take().filter(is_near).unwrap_or(AllCompared {
            asked,
            texts: all,
            places: BTreeMap::new(),
            pairs: Ranked::new(),
        });
        for (name, language) in &self.languages {
            let place = compared.places.get(name).copied().unwrap_or_default();
            if place < language.texts.len() {
                language.pairs_from(place, asked, &mut compared.pairs);
                compared.places.insert(name.clone(), language.texts.len());
            }
        }
        in_order(&self.compared.insert(compared).pairs)
    }
}

fn in_order(pairs: &Ranked) -> Vec<Pair> {
    let pair = |(permille, (first, second)): &(std::cmp::Reverse<u32>, (i64, i64))| Pair {
        first: *first,
        second: *second,
        permille: permille.0,
    };
    pairs.iter().map(pair).collect()
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// At least so many thousandths alike.
    pub permille_min: u32,
    /// At most so many.
    pub most: usize,
    /// Not this one.
    pub but: Option<i64>,
}

/// A text that is asked about: its features that are known, with their weights, and the weight of
/// all it has.
struct Weighed {
    features: Vec<(u32, u32)>,
    total: u32,
}

impl Language {
    /// Puts the pairs of its texts, from one on, to others.
    fn pairs_from(&self, place: usize, asked: Asked, pairs: &mut Ranked) {
        let mut room = Vec::new();
        for text in &self.texts[place..] {
            let features = self.weighed(&text.features);
            let asked = Asked {
                but: Some(text.n),
                ..asked
            };
            for alike in self.like(&features, asked, &mut room) {
                let ends = (text.n.min(alike.n), text.n.max(alike.n));
                pairs.insert((std::cmp::Reverse(alike.permille), ends));
            }
        }
    }

    fn add(&mut self, n: i64, words: &str) {
        let place = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let mut features = BTreeSet::new();
        for feature in features_of(words) {
            features.insert(self.number(feature));
        }
        for feature in &features {
            self.postings[place_of(*feature)].push(place);
        }
        self.texts.push(Text {
            n,
            features: features.into_iter().collect(),
        });
    }

    fn number(&mut self, feature: Feature) -> u32 {
        let next = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
        let is_word = matches!(feature, Feature::Word(_));
        let number = match feature {
            Feature::Word(word) => *self.words.entry(word).or_insert(next),
            Feature::Run(run) => *self.runs.entry(run).or_insert(next),
        };
        if number == next {
            self.postings.push(Vec::new());
            self.is_word.push(is_word);
        }
        number
    }

    /// The features of some words; what stands in no text weighs as if it stood in one.
    fn known_features(&self, words: &str) -> Weighed {
        let mut known = BTreeSet::new();
        let mut unknown = 0;
        for feature in features_of(words) {
            let (found, times) = match &feature {
                Feature::Word(word) => (self.words.get(word), WORD_WEIGHT),
                Feature::Run(run) => (self.runs.get(run), 1),
            };
            match found {
                Some(number) => {
                    known.insert(*number);
                }
                None => unknown += times * rarity(self.texts.len() + 1, 1),
            }
        }
        let mut weighed = self.weighed(&known.into_iter().collect::<Vec<u32>>());
        weighed.total += unknown;
        weighed
    }

    fn weighed(&self, features: &[u32]) -> Weighed {
        let features: Vec<(u32, u32)> = features.iter().map(|it| (*it, self.weight(*it))).collect();
        let total = features.iter().map(|it| it.1).sum();
        Weighed { features, total }
    }

    fn weight(&self, feature: u32) -> u32 {
        let stands_in = self.postings[place_of(feature)].len();
        if self.texts.len() >= COMMON_FROM && stands_in * 8 >= self.texts.len() {
            return 0;
        }
        let times = if self.is_word[place_of(feature)] {
            WORD_WEIGHT
        } else {
            1
        };
        times * rarity(self.texts.len() + 1, stands_in)
    }

    /// `shared` is room to work in, kept from one text to the next.
    fn like(&self, text: &Weighed, asked: Asked, shared: &mut Vec<u32>) -> Vec<Alike> {
        shared.clear();
        shared.resize(self.texts.len(), 0);
        for (feature, weight) in text.features.iter().filter(|it| it.1 > 0) {
            for place in &self.postings[place_of(*feature)] {
                shared[place_of(*place)] += weight;
            }
        }
        let of = |place: usize| (std::cmp::Reverse(shared[place]), self.texts[place].n);
        let mut places: Vec<usize> = (0..shared.len())
            .filter(|it| shared[*it] > 0 && Some(self.texts[*it].n) != asked.but)
            .collect();
        if places.len() > COMPARED_MAX {
            places.select_nth_unstable_by_key(COMPARED_MAX, |it| of(*it));
            places.truncate(COMPARED_MAX);
        }
        let mut alike: Vec<Alike> = places
            .into_iter()
            .map(|place| Alike {
                n: self.texts[place].n,
                permille: self.permille(text.total, place, shared[place]),
            })
            .filter(|it| it.permille >= asked.permille_min)
            .collect();
        alike.sort_unstable_by_key(|it| (std::cmp::Reverse(it.permille), it.n));
        alike.truncate(asked.most);
        alike
    }

    fn permille(&self, total: u32, place: usize, shared: u32) -> u32 {
        let features = &self.texts[place].features;
        let other: u32 = features.iter().map(|it| self.weight(*it)).sum();
        let together = u64::from(total) + u64::from(other) - u64::from(shared);
        let permille = u64::from(shared) * 1_000 / together.max(1);
        u32::try_from(permille).unwrap_or(1_000)
    }
}

enum Feature {
    Word(Box<str>),
    /// Three characters in a row, of a word with a space on either side.
    Run([char; 3]),
}

fn features_of(words: &str) -> Vec<Feature> {
    let folded = fold_for_index(words);
    let mut features = Vec::new();
    for word in folded.split_whitespace() {
        if features.len() >= FEATURES_MAX {
            break;
        }
        features.push(Feature::Word(word.into()));
        let around: Vec<char> = std::iter::once(' ')
            .chain(word.chars())
            .chain(std::iter::once(' '))
            .collect();
        let runs = around.windows(3);
        features.extend(runs.map(|it| Feature::Run([it[0], it[1], it[2]])));
    }
    features
}

fn primary(language: &str) -> String {
    let first = language.split('-').next().unwrap_or_default();
    first.to_ascii_lowercase()
}

fn place_of(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// How rare a feature is: 1 + the logarithm to base 2 of `texts / stands_in`, in steps of 1/16 and
/// without a fraction; between powers of two it runs straight. Always at least one step.
fn rarity(texts: usize, stands_in: usize) -> u32 {
    let scaled = |it: usize| -> u32 {
        let it = u64::try_from(it.max(1)).unwrap_or(u64::MAX);
        let power = it.ilog2();
        let rest = it - (1 << power);
        let part = (u64::from(STEPS) * rest) >> power;
        power * STEPS + u32::try_from(part).unwrap_or(0)
    };
    STEPS + scaled(texts).saturating_sub(scaled(stands_in))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Asked = Asked {
        permille_min: 1,
        most: 10,
        but: None,
    };

    fn index(texts: &[(&str, &str)]) -> Similar {
        let mut similar = Similar::default();
        for (n, (language, words)) in (1..).zip(texts) {
            similar.add(n, language, words);
        }
        similar
    }

    const TEXTS: [(&str, &str); 6] = [
        ("en", "Endless growth cannot go on on a finite planet."),
        ("en", "Growth without end is impossible on a finite planet"),
        ("en-GB", "The river needs its floodplain."),
        (
            "es",
            "El crecimiento sin fin es imposible en un planeta finito",
        ),
        ("ar", "لا يمكن أن يستمر النمو بلا نهاية على كوكب محدود"),
        ("zh", "在有限的星球上无限增长是不可能的"),
    ];

    #[test]
    fn the_nearest_comes_first_and_the_same_words_are_the_same() {
        let similar = index(&TEXTS);
        let same = similar.like("en", TEXTS[0].1, TEN);
        assert_eq!((same[0].n, same[0].permille), (1, 1_000));
        assert_eq!(same[1].n, 2);
        assert!(
            same[1].permille > 200 && same[1].permille < 1_000,
            "{same:?}"
        );
        let other = similar.like("en", "FLOODPLAIN rivers", TEN);
        assert_eq!(other[0].n, 3, "{other:?}");
    }

    #[test]
    fn pairs_that_are_kept_gain_those_of_what_came_since() {
        let mut similar = Similar::default();
        let text = |n: i64| format!("reed{0} bank{0} stone{n}", n / 2);
        (0..400).for_each(|n| similar.add(n, ["en", "es"][usize::from(n % 8 > 3)], &text(n)));
        let ends = |pairs: Vec<Pair>| -> Vec<(i64, i64)> {
            pairs.iter().map(|it| (it.first, it.second)).collect()
        };
        let asked = Asked {
            permille_min: 400,
            ..TEN
        };
        let all = similar.pairs(asked);
        assert!(all.len() > 100, "{}", all.len());
        assert_eq!(similar.pairs_so_far(asked), all, "first, all are compared");
        assert_eq!(similar.pairs_so_far(asked), all);
        similar.add(1_000, "en", &text(201));
        let more = ends(similar.pairs_so_far(asked));
        assert!(
            more.contains(&(200, 1_000)) || more.contains(&(201, 1_000)),
            "{more:?}"
        );
        assert!(
            ends(all).iter().all(|it| more.contains(it)),
            "the others stay"
        );
        let narrow = Asked {
            permille_min: 900,
            ..asked
        };
        assert_eq!(
            similar.pairs_so_far(narrow),
            similar.pairs(narrow),
            "asked otherwise"
        );
        (2_000..2_100).for_each(|n| similar.add(n, "en", &text(n)));
        assert_eq!(
            similar.pairs_so_far(narrow),
            similar.pairs(narrow),
            "too many came"
        );
    }

    #[test]
    fn languages_are_kept_apart() {
        let similar = index(&TEXTS);
        let spanish = similar.like("es", "un planeta finito", TEN);
        assert_eq!(spanish.iter().map(|it| it.n).collect::<Vec<_>>(), [4]);
        assert!(similar.like("pt", "um planeta finito", TEN).is_empty());
        let arabic = similar.like("ar", "كوكب محدود", TEN);
        assert_eq!(arabic[0].n, 5);
        let chinese = similar.like("zh", "有限的星球", TEN);
        assert_eq!(chinese[0].n, 6);
    }

    #[test]
    fn the_order_of_arrival_does_not_show() {
        let asked = Asked {
            permille_min: 100,
            ..TEN
        };
        let forth = index(&TEXTS).pairs(asked);
        let mut back = Similar::default();
        for (n, (language, words)) in (1..).zip(&TEXTS).collect::<Vec<_>>().into_iter().rev() {
            back.add(n, language, words);
        }
        assert_eq!(forth, back.pairs(asked));
        assert_eq!((forth[0].first, forth[0].second), (1, 2), "{forth:?}");
        assert_eq!(forth.len(), 1);
    }

    #[test]
    fn nothing_of_no_words_and_much_of_many_is_bounded() {
        let similar = index(&TEXTS);
        assert!(similar.like("en", "", TEN).is_empty());
        assert!(similar.like("en", "?! …", TEN).is_empty());
        assert!(index(&[]).pairs(TEN).is_empty());
        let long = "again and again ".repeat(100_000);
        assert!(features_of(&long).len() < 2 * FEATURES_MAX);
    }

    #[test]
    fn rarity_rises_by_a_step_of_sixteen_with_each_doubling() {
        assert_eq!(rarity(1_024, 1_024), 16);
        assert_eq!(rarity(1_024, 512), 32);
        assert_eq!(rarity(1_024, 1), 176);
        assert_eq!(rarity(1_024, 768), 24);
        assert_eq!(rarity(1, 9), 16);
    }
}
