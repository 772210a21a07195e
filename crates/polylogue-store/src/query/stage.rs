//! Stages of a process, what each needs that can be counted, and dated actions.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind, Plan, StageStep};

use crate::fault::StoreFault;
use crate::fold::Register;
use crate::query::said::{Entry, words};
use crate::query::{Page, PersonRef, Said, Shown, SignerRow, TargetRow, Words};
use crate::reader::Reader;

/// Something that can be counted of a commons: the number that a stage names it by is frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The charter says something.
    Charter,
    /// Perspectives are named: two at least.
    Perspectives,
    /// Perspectives for which a turn was said.
    PerspectivesHeard,
    /// Standing questions.
    Questions,
    /// Dialogues that were opened.
    Dialogues,
    /// Dialogues that are closed.
    DialoguesClosed,
    /// Claims.
    Claims,
    /// Members who voted.
    Voters,
    /// Suggestions that somebody answered.
    Suggestions,
    /// Documents with a line.
    Documents,
    /// Lines that rest on something.
    LinesTraced,
    /// Comments that were disposed of.
    Comments,
    /// Practices recorded.
    Practices,
    /// Actions that somebody signed.
    Actions,
    /// Sources in the library.
    Sources,
}

impl Check {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Charter,
        Self::Perspectives,
        Self::PerspectivesHeard,
        Self::Questions,
        Self::Dialogues,
        Self::DialoguesClosed,
        Self::Claims,
        Self::Voters,
        Self::Suggestions,
        Self::Documents,
        Self::LinesTraced,
        Self::Comments,
        Self::Practices,
        Self::Actions,
        Self::Sources,
    ];

    /// The number a stage names it by: frozen.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::Charter => 1,
            Self::Perspectives => 2,
            Self::PerspectivesHeard => 3,
            Self::Questions => 4,
            Self::Dialogues => 5,
            Self::DialoguesClosed => 6,
            Self::Claims => 7,
            Self::Voters => 8,
            Self::Suggestions => 9,
            Self::Documents => 10,
            Self::LinesTraced => 11,
            Self::Comments => 12,
            Self::Practices => 13,
            Self::Actions => 14,
            Self::Sources => 15,
        }
    }

    /// The check of a number, if this version knows it.
    #[must_use]
    pub fn of(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.number() == number)
    }

    /// Its name in `--json`, commands and keys of words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Charter => "charter",
            Self::Perspectives => "perspectives",
            Self::PerspectivesHeard => "perspectives-heard",
            Self::Questions => "questions",
            Self::Dialogues => "dialogues",
            Self::DialoguesClosed => "dialogues-closed",
            Self::Claims => "claims",
            Self::Voters => "voters",
            Self::Suggestions => "suggestions",
            Self::Documents => "documents",
            Self::LinesTraced => "lines-traced",
            Self::Comments => "comments",
            Self::Practices => "practices",
            Self::Actions => "actions",
            Self::Sources => "sources",
        }
    }

    /// The check of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// How far something is that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckRow {
    /// What.
    pub check: Check,
    /// How many there are.
    pub have: u64,
    /// How many it takes: all there are, or the least that is anything.
    pub of: u64,
}

impl CheckRow {
    /// Whether it is reached.
    #[must_use]
    pub fn is_met(self) -> bool {
        self.of > 0 && self.have >= self.of
    }
}

/// What is planned of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// Who planned it so, when.
    pub said: Said,
    /// Its name.
    pub name: Words,
    /// What it is for.
    pub purpose: Words,
    /// What it needs, in words.
    pub needs: Vec<Words>,
    /// What it needs that can be counted; numbers of a newer version are kept.
    pub checks: Vec<u16>,
    /// When it begins (seconds).
    pub from: Option<u64>,
    /// When it is to be done (seconds).
    pub until: Option<u64>,
    /// Who answers for it.
    pub responsible: Option<PersonRef>,
    /// Its place among the stages.
    pub place: u32,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageRow {
    /// Who added it, when.
    pub said: Said,
    /// Its plans that nothing replaces, the one that counts first; never empty.
    pub plans: Vec<PlanRow>,
    /// How far it is.
    pub step: StageStep,
    /// Who said so, when.
    pub step_said: Option<Said>,
    /// What they said of it.
    pub words: Option<Words>,
    /// What it rests on.
    pub rests_on: Vec<TargetRow>,
}

impl StageRow {
    /// The plan that counts.
    ///
    /// # Panics
    /// Never: a stage is read with its first plan, or with one that replaces it.
    #[must_use]
    pub fn plan(&self) -> &PlanRow {
        self.plans.first().expect("a stage is read with a plan")
    }
}

/// A dated action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionRow {
    /// Who wrote it, when.
    pub said: Said,
    /// What will be done.
    pub text: Words,
    /// By when (seconds).
    pub until: u64,
    /// What it comes from.
    pub from: Option<TargetRow>,
    /// Whose names stand under it now.
    pub signers: Vec<SignerRow>,
}

impl Reader {
    /// The stages, in order of place, then of claimed time.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn stages(&self) -> Result<Vec<StageRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Stage, Page::first(200))? {
            rows.extend(self.stage_at(n)?);
        }
        // They come by time, and within one second in the order in which one knew of the other.
        rows.sort_by_key(|it| it.plan().place);
        Ok(rows)
    }

    /// One stage, if it counts.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn stage(&self, id: OperationId) -> Result<Option<StageRow>, StoreFault> {
        const COUNTS: &str = "SELECT n FROM thing WHERE n = ?1 AND kind = 621";
        let Some(n) = self.number(id)? else {
            return Ok(None);
        };
        match self.database().value::<i64>(COUNTS, [n])? {
            Some(n) => self.stage_at(n),
            None => Ok(None),
        }
    }

    fn stage_at(&self, n: i64) -> Result<Option<StageRow>, StoreFault> {
        let Some(entry) = self.entry_at(n)? else {
            return Ok(None);
        };
        let Some(Body::Stage(first)) = &entry.body else {
            return Ok(None);
        };
        let mut plans = Vec::new();
        for n in self.standing_of_stage(n, Register::Stage)? {
            if let Some(entry) = self.entry_at(n)?
                && let Some(Body::StageRevise(it)) = &entry.body
            {
                plans.push(self.plan_row(&entry, &it.plan)?);
            }
        }
        if plans.is_empty() {
            plans.push(self.plan_row(&entry, &first.plan)?);
        }
        let mut row = StageRow {
            said: entry.said,
            plans,
            step: StageStep::Open,
            step_said: None,
            words: None,
            rests_on: Vec::new(),
        };
        let Some(n) = self
            .standing_of_stage(n, Register::StageState)?
            .first()
            .copied()
        else {
            return Ok(Some(row));
        };
        if let Some(entry) = self.entry_at(n)?
            && let Some(Body::StageState(it)) = &entry.body
            && entry.may_read
        {
            row.step = it.step;
            row.words = Some(words(&it.words)).filter(|it| !it.words.is_empty());
            let rests = it.rests_on.iter().map(|id| self.target(*id, None));
            row.rests_on = rests.collect::<Result<_, _>>()?;
            row.step_said = Some(entry.said);
        }
        Ok(Some(row))
    }

    fn standing_of_stage(&self, n: i64, register: Register) -> Result<Vec<i64>, StoreFault> {
        const STANDING: &str = "SELECT n FROM write WHERE register = ?2 AND target = ?1
            AND about = 0 AND standing > 0 ORDER BY standing DESC, counter, tie LIMIT 16";
        self.database().numbers(STANDING, (n, register.number()))
    }

    fn plan_row(&self, entry: &Entry, plan: &Plan) -> Result<PlanRow, StoreFault> {
        let responsible = plan.responsible.filter(|_| entry.may_read);
        Ok(PlanRow {
            said: entry.said.clone(),
            name: entry.text(&plan.name),
            purpose: entry.text(&plan.purpose),
            needs: plan.needs.iter().map(|it| entry.text(it)).collect(),
            checks: plan.checks.clone(),
            from: plan.from,
            until: plan.until,
            responsible: match responsible {
                Some(key) => Some(self.person_of_key(&key)?),
                None => None,
            },
            place: plan.place,
        })
    }

    /// Counts what some checks ask for.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn check(&self, check: Check) -> Result<CheckRow, StoreFault> {
        let (have, of) = self.counted(check)?;
        Ok(CheckRow { check, have, of })
    }

    fn counted(&self, check: Check) -> Result<(u64, u64), StoreFault> {
        const CLOSED: &str = "SELECT count(*) FROM write
            WHERE register = 4 AND standing = 2 AND rank = 2";
        const THINGS: &str = "SELECT count(*) FROM thing WHERE kind = ?1 AND twin = 0";
        const CLAIMS: &str = "SELECT count(*) FROM claim WHERE twin = 0 AND gap = 0";
        const MEMBERS: &str = "SELECT count(*) FROM person WHERE standing IN (0, 1)";
        const VOTERS: &str = "SELECT count(DISTINCT vote.person) FROM vote
            JOIN person ON person.person = vote.person WHERE person.standing IN (0, 1)";
        const ANSWERED: &str = "SELECT count(DISTINCT target) FROM write
            WHERE register = 6 AND standing = 2";
        let things = |kind: Kind| self.database().count(THINGS, [kind.number()]);
        Ok(match check {
            Check::Charter => {
                let words = self.commons()?.charter.words;
                (u64::from(!words.trim().is_empty()), 1)
            }
            Check::Perspectives => (things(Kind::Perspective)?, 2),
            Check::PerspectivesHeard => {
                let all = self.perspectives()?;
                let heard = all.iter().filter(|it| it.turns > 0).count();
                (heard as u64, all.len() as u64)
            }
            Check::Questions => (things(Kind::Question)?, 1),
            Check::Dialogues => (things(Kind::Dialogue)?, 1),
            Check::DialoguesClosed => (self.database().count(CLOSED, [])?, things(Kind::Dialogue)?),
            Check::Claims => (self.database().count(CLAIMS, [])?, 1),
            Check::Voters => {
                let members = self.database().count(MEMBERS, [])?;
                (self.database().count(VOTERS, [])?, members)
            }
            Check::Suggestions => {
                let answered = self.database().count(ANSWERED, [])?;
                (answered, things(Kind::Suggestion)?)
            }
            Check::Practices => (things(Kind::Practice)?, 1),
            Check::Sources => (things(Kind::Source)?, 1),
            Check::Actions => {
                let actions = self.actions(Page::first(1_000))?;
                let signed = actions.iter().filter(|it| !it.signers.is_empty());
                (signed.count() as u64, actions.len().max(1) as u64)
            }
            Check::Documents | Check::LinesTraced | Check::Comments => self.of_documents(check)?,
        })
    }

    fn of_documents(&self, check: Check) -> Result<(u64, u64), StoreFault> {
        let (mut have, mut of) = (0, u64::from(check == Check::Documents));
        for document in self.documents()? {
            if check == Check::Comments {
                let (open, all) = self.comment_counts(document.said.id)?.open_of_all();
                have += all - open;
                of += all;
                continue;
            }
            let lines = self.lines(document.said.id)?;
            let standing = || lines.iter().filter(|it| !it.is_struck);
            if check == Check::Documents {
                have += u64::from(standing().next().is_some());
                continue;
            }
            let is_said = |it: &&crate::query::LineRow| {
                let first = it.wordings.first();
                first.is_some_and(|it| !it.text.words.starts_with('#'))
            };
            let rests = |it: &&crate::query::LineRow| {
                it.wordings.first().is_some_and(|it| !it.traces.is_empty())
            };
            of += standing().filter(is_said).count() as u64;
            have += standing().filter(is_said).filter(rests).count() as u64;
        }
        Ok((have, of))
    }

    /// Dated actions by their day, then in order of claimed time; those taken back are left out.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn actions(&self, page: Page) -> Result<Vec<ActionRow>, StoreFault> {
        let mut rows = Vec::new();
        for n in self.things(Kind::Action, page)? {
            let Some(entry) = self.entry_at(n)? else {
                continue;
            };
            let Some(Body::Action(it)) = &entry.body else {
                continue;
            };
            if matches!(entry.said.shown, Shown::Withdrawn(_)) {
                continue;
            }
            rows.push(ActionRow {
                text: entry.text(&it.text),
                until: it.until,
                from: it.from.map(|id| self.target(id, None)).transpose()?,
                signers: self.signers(n, &entry)?,
                said: entry.said,
            });
        }
        Ok(rows)
    }
}
