//! Votes as they come, change and go, with a map that is fresh after each.
//!
//! Counts of votes and of pairs of votes are whole numbers and are kept; everything else is
//! computed from them anew. The map is the one [`compute`](crate::compute) gives for the same
//! votes, bit for bit.

use crate::axes::{self, PAIRED_CLAIMS_MAX, Path};
use crate::ballots::{BallotFault, Ballots};
use crate::hands::Hands;
use crate::lens::common_ground::Bounds;
use crate::opinion::{self, OpinionMap};
use crate::order::Company;
use crate::pairs::{Change, Pairs};
use crate::spread::{Gram, Passes};
use crate::tally::{Count, Totals};
use crate::vote::{Standing, Vote};

/// The votes of a conversation that goes on.
#[derive(Debug, Clone)]
pub struct Ledger {
    ballots: Ballots,
    standing: Vec<Standing>,
    counts: Vec<Count>,
    /// Pair counts of all claims; none where there are more than they are used for.
    pairs: Option<Pairs>,
    company: Company,
    /// The spread over the claims that were live when it was written, kept up with the votes; the
    /// claims in the order they had.
    gram: Option<(Vec<usize>, Gram)>,
    /// Bounds of common ground computed before.
    bounds: Bounds,
}

impl Ledger {
    /// Begins with votes that are there already.
    #[must_use]
    pub fn new(ballots: Ballots, standing: &[Standing]) -> Self {
        let claim_count = ballots.claim_count();
        let mut own = standing.to_vec();
        own.resize(claim_count, Standing::Shown);
        let mut ledger = Self {
            counts: crate::tally::by_claim(&ballots, &crate::OneHand),
            company: Company::of(&ballots, &crate::OneHand),
            standing: own,
            pairs: None,
            gram: None,
            bounds: Bounds::default(),
            ballots,
        };
        if Path::of(&ledger.ballots) == Path::Pairs {
            ledger.count_pairs();
        }
        ledger
    }

    fn count_pairs(&mut self) {
        self.pairs = Some(Pairs::of(&self.ballots));
        self.gram = None;
    }

    /// The votes as they stand.
    #[must_use]
    pub fn ballots(&self) -> &Ballots {
        &self.ballots
    }

    /// Makes room for one more person and tells their number.
    ///
    /// # Errors
    /// One person too many.
    pub fn add_person(&mut self) -> Result<usize, BallotFault> {
        self.ballots.push_person([])?;
        Ok(self.ballots.person_count() - 1)
    }

    /// Makes room for a claim before the one that has this number now, or at the end.
    ///
    /// # Errors
    /// A place beyond the end, or one claim too many.
    pub fn insert_claim(&mut self, at: usize) -> Result<(), BallotFault> {
        self.ballots.insert_claim(at)?;
        self.standing.insert(at, Standing::Shown);
        self.counts.insert(at, Count::default());
        self.company.insert_claim(at);
        self.gram = None;
        if self.ballots.claim_count() > PAIRED_CLAIMS_MAX {
            self.pairs = None;
        } else if let Some(pairs) = &mut self.pairs {
            pairs.insert_claim(at);
        }
        Ok(())
    }

    /// Says whether a claim takes part; nothing happens for one that is not there.
    pub fn set_standing(&mut self, claim: usize, standing: Standing) {
        if let Some(own) = self.standing.get_mut(claim) {
            *own = standing;
        }
    }

    /// Records a vote, a changed vote, or (with none) one taken back.
    ///
    /// # Errors
    /// A person or claim that is not there; then nothing has changed.
    pub fn cast(
        &mut self,
        person: usize,
        claim: usize,
        vote: Option<Vote>,
    ) -> Result<(), BallotFault> {
        self.ballots.check(person, claim)?;
        self.company.add(self.ballots.cells_of(person), -1);
        let before = self.ballots.set(person, claim, vote)?;
        self.company.add(self.ballots.cells_of(person), 1);
        if before == vote {
            return Ok(());
        }
        count_one(&mut self.counts[claim], before, Count::take);
        count_one(&mut self.counts[claim], vote, Count::add);
        if let Some(pairs) = &mut self.pairs {
            let change = Change {
                before: before.map(Vote::code),
                after: vote.map(Vote::code),
            };
            pairs.follow(self.ballots.cells_of(person), claim, change);
            if let Some((order, gram)) = &mut self.gram {
                gram.renew(claim, pairs, &self.counts, order);
            }
        }
        Ok(())
    }

    /// The map of the votes as they stand.
    #[must_use]
    pub fn map(&mut self, hands: &impl Hands) -> OpinionMap {
        let totals = Totals::of(self.counts.clone(), &self.standing);
        let totals = totals.in_order(&self.ballots, || self.company.clone());
        let path = Path::of(&self.ballots);
        let axes = match path {
            Path::Pairs => {
                if self.pairs.is_none() {
                    self.count_pairs();
                }
                let gram = self.kept_gram(&totals.moving).or_else(|| {
                    let pairs = self.pairs.as_ref()?;
                    Some(Gram::of(pairs, &totals))
                });
                let gram = gram.expect("pairs were counted above");
                let axes = axes::compute(&self.ballots, &totals, &gram);
                self.gram = Some((totals.moving.clone(), gram));
                axes
            }
            Path::Passes => {
                // Kept counts are of no use for now, and come back when the votes say so.
                (self.pairs, self.gram) = (None, None);
                let passes = Passes::of(&self.ballots, &totals, &totals.moving, hands);
                axes::compute(&self.ballots, &totals, &passes)
            }
        };
        let votes = (&self.ballots, &self.standing[..]);
        opinion::finish(votes, (totals, &mut self.bounds), (path, axes), hands)
    }
}

impl Ledger {
    /// The spread that is kept, in the order claims have now; none if others were live.
    fn kept_gram(&mut self, live: &[usize]) -> Option<Gram> {
        let (written, mut gram) = self.gram.take()?;
        if written != live {
            let sorted = |list: &[usize]| {
                let mut list = list.to_vec();
                list.sort_unstable();
                list
            };
            if sorted(&written) != sorted(live) {
                return None;
            }
            gram.reorder(&written, live);
        }
        Some(gram)
    }
}

fn count_one(count: &mut Count, vote: Option<Vote>, by: fn(&mut u32)) {
    match vote {
        Some(Vote::Agree) => by(&mut count.agree),
        Some(Vote::Disagree) => by(&mut count.disagree),
        Some(Vote::Pass) => by(&mut count.pass),
        None => {}
    }
}

impl Count {
    fn add(one: &mut u32) {
        *one += 1;
    }

    fn take(one: &mut u32) {
        *one -= 1;
    }
}
