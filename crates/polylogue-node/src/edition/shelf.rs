//! Editions that were opened, kept while pages ask for them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use polylogue_core::id::OperationId;

use super::{Opened, Report, look_at};
use crate::node::Node;
use crate::refusal::Refusal;

/// Editions kept at once. Chosen by us: more than people look at in turn.
const KEPT: usize = 4;

/// What an edition says, and what came of checking it, by the version of its commons.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<BTreeMap<OperationId, (u64, Arc<Report>)>>);

impl Node {
    /// What an edition that is here says, from the file that is made of it, with what came of
    /// checking that.
    ///
    /// # Errors
    /// A [`Refusal`] if it is not here or does not hold.
    pub fn edition(&self, commons: &OperationId, id: OperationId) -> Result<Arc<Report>, Refusal> {
        let version = self.store(commons)?.version();
        let shelf = &self.shelf().0;
        let kept = shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, report)) = kept.get(&id)
            && *of == version
        {
            return Ok(Arc::clone(report));
        }
        drop(kept);
        let bytes = self.edition_file(commons, id)?;
        let report = look_at(&bytes, Opened::report).map(|it| it.1);
        let broken = |what: super::EditionFault| Refusal::EditionBroken {
            what: what.to_string(),
        };
        let report = Arc::new(report.map_err(broken)?);
        let mut kept = shelf.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, (of, _)| *of == version);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(id, (version, Arc::clone(&report)));
        Ok(report)
    }
}
