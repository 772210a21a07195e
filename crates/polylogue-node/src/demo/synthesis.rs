//! The synthesis in which the sample ends, line by line with what each rests on.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Dissent, DissentForm, Document, Line, LineClause, Trace};
use polylogue_core::limits::PLACE_BYTES_MAX;

use crate::demo::{Telling, text};
use crate::intent::{Intent, Knowingly, NewEdition, OpenComments};
use crate::lines::places;
use crate::node::Node;
use crate::pen::Pen;
use crate::refusal::Refusal;
use crate::sample;

impl Telling<'_> {
    pub(super) fn tell_synthesis(&mut self) -> Result<(), Refusal> {
        let synthesis = sample::SYNTHESIS;
        let document = self.pen.say(Document {
            title: text(synthesis.title),
            licence: sample::COMMONS.licence.to_owned(),
        })?;
        let places = places("", None, synthesis.lines.len(), PLACE_BYTES_MAX);
        for (line, place) in synthesis.lines.iter().zip(places) {
            let said = Line {
                document,
                text: text(line.text),
                traces: line.rests_on.iter().map(|it| self.trace(it)).collect(),
                place,
            };
            let id = self.pen.say(said)?;
            if let Some(says) = line.says {
                self.tell_clause(id, says)?;
            }
        }
        self.synthesis = Some(document);
        Ok(())
    }

    /// The minority report, where this reader is the one who wrote it.
    pub(super) fn dissent(&self, voter: &str, pen: &mut Pen) -> Result<(), Refusal> {
        let report = sample::SYNTHESIS.report;
        if let Some(on) = self.synthesis.filter(|_| report.voter == voter) {
            pen.say(Dissent {
                on,
                form: DissentForm::Report,
                title: text(report.title),
                text: text(report.text),
            })?;
        }
        Ok(())
    }

    fn trace(&self, it: &sample::RestsOn) -> Trace {
        let (of, passage) = match it {
            sample::RestsOn::Move(key) => (self.moves[key], None),
            sample::RestsOn::Source(key) => (self.sources[key], None),
            sample::RestsOn::Practice(key) => (self.practices[key], None),
            sample::RestsOn::Words(at) => {
                let passage = self.passage(at.turn, at.words);
                (self.turns[at.turn], Some(passage))
            }
        };
        Trace { of, passage }
    }

    fn tell_clause(&mut self, line: OperationId, says: sample::Says) -> Result<(), Refusal> {
        self.pen.say(LineClause {
            line,
            perspective: self.perspectives[says.perspective],
            kind: says.kind.number(),
            target: self.target(says.target).id,
            condition: says.condition.map(text),
            replaces: Vec::new(),
        })?;
        Ok(())
    }
}

/// Makes the first edition of the synthesis, which its maker signs by making it.
pub(super) fn release(node: &Node, commons: &OperationId) -> Result<(), Refusal> {
    let documents = node.reader(commons)?.documents()?;
    for document in documents {
        let edition = NewEdition {
            document: document.said.id,
            name: sample::SYNTHESIS.edition.to_owned(),
            licence: None,
            open: OpenComments::Refuse,
            knowingly: Knowingly::No,
        };
        node.perform(commons, Intent::MakeEdition(Box::new(edition)))?;
    }
    Ok(())
}
