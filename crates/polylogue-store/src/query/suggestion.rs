//! Suggestions to bring things together or keep them apart.

use polylogue_core::kind::{Answer, Body, Kind};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::{Page, PersonRef, SuggestionRow, TargetRow};
use crate::reader::Reader;

impl Reader {
    /// Suggestions that count, in order of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn suggestions(&self, page: Page) -> Result<Vec<SuggestionRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Suggestion, page)? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let Some(Body::Suggestion(suggestion)) = &entry.body else {
                continue;
            };
            let of: Result<Vec<TargetRow>, _> = suggestion
                .of
                .iter()
                .map(|id| self.target(*id, None))
                .collect();
            rows.push(SuggestionRow {
                way: suggestion.way,
                of: of?,
                reason: entry.text(&suggestion.reason),
                answers: self.consents(n)?,
                said: entry.said,
            });
        }
        Ok(rows)
    }

    fn consents(&self, suggestion: i64) -> Result<Vec<(PersonRef, Answer)>, StoreFault> {
        const CONSENTS: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND standing = 2 ORDER BY tie LIMIT 200";
        let asked = (suggestion, Register::Consent.number());
        let mut answers = Vec::new();
        for n in self.database().numbers(CONSENTS, asked)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::Consent(consent)) = &entry.body
            {
                answers.push((entry.said.by.clone(), consent.answer));
            }
        }
        Ok(answers)
    }
}
