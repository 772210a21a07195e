//! Who answers whom, and who was not heard.

use polylogue_core::id::OperationId;
use polylogue_store::query::{LanguageRow, PersonBrief, Standing};
use polylogue_store::sift::{Edge, Heard, Shape};

use super::Part;
use crate::asked::Asked;
use crate::trouble::Trouble;

/// What the page of voices shows.
#[derive(Debug, Clone)]
pub struct SiftVoicesView {
    /// Perspectives in order of arrival.
    pub perspectives: Vec<OperationId>,
    /// This part of who answers whom.
    pub edges: Vec<((usize, usize), Answers)>,
    /// Which part it is.
    pub part: Part,
    /// All who answer whom, as far as that can be drawn; else nothing.
    pub drawn: Vec<(usize, usize)>,
    /// The shape of that.
    pub shape: Shape,
    /// How far these perspectives were heard, from the first of the part on.
    pub heard: Vec<Heard>,
    /// Which of all perspectives these are.
    pub heard_part: Part,
    /// Languages things are said in.
    pub languages: Vec<LanguageRow>,
    /// Members who have not said a turn, at most [`PEOPLE_MAX`].
    pub silent: Vec<PersonBrief>,
    /// How many they are.
    pub silent_count: usize,
}

/// How often one answers another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// By turns and moves.
    pub times: usize,
    /// Of these, from within.
    pub within: usize,
}

impl Answers {
    fn of(edge: &Edge) -> Self {
        Self {
            times: edge.turns.len() + edge.answers.len(),
            within: edge.within,
        }
    }
}

/// People named on the page.
pub const PEOPLE_MAX: usize = 40;
/// More perspectives than this make no readable drawing; the lists have them all.
pub const DRAWN_MAX: usize = 16;
/// Pairs on one page, and perspectives with how far they were heard.
const ROWS: usize = 50;

/// Reads the view.
///
/// # Errors
/// A [`Trouble`] if the commons is not here or cannot be read.
pub fn load(asked: &Asked<'_>) -> Result<SiftVoicesView, Trouble> {
    let sifted = asked.sifted()?;
    let is_silent = |it: &&PersonBrief| !it.has_spoken && matches!(it.standing, Standing::Member);
    let people = asked.people()?;
    let silent_count = people.iter().filter(is_silent).count();
    let silent = people.iter().filter(is_silent).take(PEOPLE_MAX).cloned();
    let silent: Vec<PersonBrief> = silent.collect();
    let part = Part::asked(asked, "from", ROWS).of(sifted.edges.len());
    let heard_part = Part::asked(asked, "heard", ROWS).of(sifted.heard.len());
    let edges = sifted.edges.part(part.from, part.limit);
    let drawn = match sifted.perspectives.len() {
        0..=DRAWN_MAX => sifted.edges.keys().copied().collect(),
        _ => Vec::new(),
    };
    Ok(SiftVoicesView {
        perspectives: sifted.perspectives.clone(),
        edges: edges.map(|(at, edge)| (*at, Answers::of(edge))).collect(),
        part,
        drawn,
        shape: sifted.shape(),
        heard: sifted.heard[heard_part.places()].to_vec(),
        heard_part,
        languages: asked.reader()?.languages()?,
        silent,
        silent_count,
    })
}
