//! What several people brought in from one place is shown once; here it is offered to be fused.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::kind::Way;
use polylogue_store::query::{Page, Thing};

use crate::intent::{Intent, Worded};
use crate::node::Node;
use crate::refusal::Refusal;

const SUGGESTIONS_MAX: u64 = 1_000;

impl Node {
    /// Perspectives, questions and dialogues that several people brought in from one place and
    /// nobody has suggested to fuse yet: the one shown, and the one behind it.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn fusable(
        &self,
        commons: &OperationId,
    ) -> Result<Vec<(OperationId, OperationId)>, Refusal> {
        let reader = self.reader(commons)?;
        let suggestions = reader.suggestions(Page::first(SUGGESTIONS_MAX))?;
        let suggested: BTreeSet<OperationId> = suggestions
            .iter()
            .filter(|it| it.way == Way::Fuse)
            .flat_map(|it| it.of.iter().map(|of| of.id))
            .collect();
        let mut pairs = Vec::new();
        for twin in reader.brought_in_twice()? {
            let thing = reader.what(twin.shown)?.and_then(|it| it.what);
            let is_worth = matches!(
                thing,
                Some(Thing::Perspective | Thing::Question | Thing::Dialogue)
            );
            if is_worth && !suggested.contains(&twin.other) {
                pairs.push((twin.shown, twin.other));
            }
        }
        Ok(pairs)
    }

    /// Suggests to fuse everything [`Node::fusable`] names, and answers the suggestions.
    ///
    /// # Errors
    /// A [`Refusal`] if this person may not speak there.
    pub fn suggest_fusing(
        &self,
        commons: &OperationId,
        reason: &Worded,
    ) -> Result<Vec<OperationId>, Refusal> {
        let mut suggestions = Vec::new();
        for (shown, other) in self.fusable(commons)? {
            let of = vec![shown, other];
            let suggest = Intent::Suggest {
                way: Way::Fuse,
                of,
                reason: reason.clone(),
            };
            suggestions.push(self.perform(commons, suggest)?.main());
        }
        Ok(suggestions)
    }
}
