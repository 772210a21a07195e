//! The stages of every template in English.

use polylogue_store::query::Check;

use super::{Prepare, StageTemplate};

pub(super) fn stages(template: StageTemplate) -> &'static [Prepare] {
    match template {
        StageTemplate::Inquiry => INQUIRY,
        StageTemplate::Survey => SURVEY,
        StageTemplate::Policy => POLICY,
        StageTemplate::OpenSpace => OPEN_SPACE,
    }
}

const INQUIRY: &[Prepare] = &[
    Prepare {
        name: "Name the perspectives",
        purpose: "Who should be heard, and who would miss themselves? Each perspective gets a \
          name, a summary and its sources.",
        needs: &["Somebody who holds it has read each summary."],
        checks: &[Check::Perspectives, Check::Sources],
        days: 21,
    },
    Prepare {
        name: "Put the questions",
        purpose: "The same questions for every perspective, so that answers can be laid side \
          by side.",
        needs: &["No question can be answered by one side alone."],
        checks: &[Check::Questions],
        days: 14,
    },
    Prepare {
        name: "Hold the dialogues",
        purpose: "Perspectives answer the questions and one another.",
        needs: &["Every question asked of somebody was answered, or left open with a reason."],
        checks: &[
            Check::PerspectivesHeard,
            Check::Dialogues,
            Check::DialoguesClosed,
        ],
        days: 90,
    },
    Prepare {
        name: "Sift",
        purpose: "Moves are marked, claims lifted and voted on: what is shared, what divides, \
          what is open.",
        needs: &["Two people marked the same turns, and their marks were compared."],
        checks: &[Check::Claims, Check::Voters, Check::Suggestions],
        days: 30,
    },
    Prepare {
        name: "Write the synopsis",
        purpose: "Each perspective on one page, every line resting on what was said.",
        needs: &["Each perspective has read its page."],
        checks: &[Check::Documents, Check::LinesTraced],
        days: 30,
    },
    Prepare {
        name: "Write the synthesis",
        purpose: "What the whole says together, with the dissent beside it.",
        needs: &["Whoever dissents was asked for a report or a reservation."],
        checks: &[Check::LinesTraced, Check::Comments],
        days: 60,
    },
];

const SURVEY: &[Prepare] = &[
    Prepare {
        name: "Gather statements",
        purpose: "Short claims in the words of those concerned.",
        needs: &["Nothing that people say is missing, also what few say."],
        checks: &[Check::Questions, Check::Claims],
        days: 14,
    },
    Prepare {
        name: "Vote",
        purpose: "Everybody agrees, disagrees or passes, and adds what is missing.",
        needs: &["Those who rarely answer were asked in person."],
        checks: &[Check::Voters],
        days: 30,
    },
    Prepare {
        name: "Read the map",
        purpose: "What is shared across the groups, and what divides them.",
        needs: &["People of each group say that they recognise themselves."],
        checks: &[Check::Suggestions],
        days: 14,
    },
    Prepare {
        name: "Report",
        purpose: "A report whose every line opens the votes it rests on.",
        needs: &["It went to everybody who voted."],
        checks: &[Check::Documents, Check::LinesTraced, Check::Comments],
        days: 21,
    },
];

const POLICY: &[Prepare] = &[
    Prepare {
        name: "Mandate",
        purpose: "Who asks for this, who pays, and what they promise to do with the results.",
        needs: &[
            "Those who asked have met those who will do the work.",
            "The money is there until the end, and it is said what happens if it \
              ends early.",
        ],
        checks: &[Check::Charter, Check::Sources],
        days: 30,
    },
    Prepare {
        name: "Manifesto",
        purpose: "A short text that people sign with their own names.",
        needs: &["It says what is sought and what is not."],
        checks: &[Check::Documents, Check::Actions],
        days: 30,
    },
    Prepare {
        name: "Streams",
        purpose: "The matter is parted into topics, with one stream only for how they hold \
          together.",
        needs: &["Somebody answers for the stream that holds the others together."],
        checks: &[Check::Questions, Check::Dialogues],
        days: 21,
    },
    Prepare {
        name: "Frame",
        purpose: "For each topic: the principles, what there is already, and how to help it.",
        needs: &["What exists on the ground was asked for there."],
        checks: &[Check::Perspectives, Check::Practices],
        days: 30,
    },
    Prepare {
        name: "Gather",
        purpose: "Workshops, visits, seminars and letters; what is said is brought in under \
          the names of those who said it.",
        needs: &["As much was said by locals as by people from outside."],
        checks: &[Check::PerspectivesHeard],
        days: 90,
    },
    Prepare {
        name: "Draft",
        purpose: "Small teams write, and every line says what it rests on.",
        needs: &["Drafts are there in every language that people here read."],
        checks: &[Check::Documents, Check::LinesTraced],
        days: 60,
    },
    Prepare {
        name: "Comment",
        purpose: "Anybody comments on any line, and every comment is answered with a reason.",
        needs: &["No comment is left without an answer."],
        checks: &[Check::Comments],
        days: 45,
    },
    Prepare {
        name: "Summit",
        purpose: "Working tables amend and endorse; those who wrote are part of making the \
          programme.",
        needs: &["What the tables did not agree on is written down too."],
        checks: &[Check::DialoguesClosed, Check::Suggestions],
        days: 7,
    },
    Prepare {
        name: "Edit again",
        purpose: "The documents with what the comments and the summit changed, and the \
          dissent beside them.",
        needs: &[
            "Whatever is left out is left out with a reason, and its author has \
              replied.",
        ],
        checks: &[Check::LinesTraced, Check::Comments],
        days: 90,
    },
    Prepare {
        name: "Follow up",
        purpose: "What was promised beside what was done, by those who promised it.",
        needs: &["Those who gave the mandate have answered for it."],
        checks: &[Check::Actions, Check::Practices],
        days: 365,
    },
];

const OPEN_SPACE: &[Prepare] = &[
    Prepare {
        name: "Register",
        purpose: "Whoever accepts the charter registers what they will hold; nobody speaks \
          for all.",
        needs: &["Small groups have the same room as large ones."],
        checks: &[Check::Charter, Check::Perspectives, Check::Dialogues],
        days: 45,
    },
    Prepare {
        name: "Propose",
        purpose: "Proposals that came up in something held here, in the words of those who \
          make them.",
        needs: &["Each proposal names what it came from."],
        checks: &[Check::Claims],
        days: 30,
    },
    Prepare {
        name: "Bring together",
        purpose: "What is alike is fused, put in sequence, put into dialogue, brought to \
          meet, or kept apart: only with the consent of those whose it is, and the \
          originals stay.",
        needs: &["Every suggestion has an answer of its owners."],
        checks: &[Check::Suggestions],
        days: 30,
    },
    Prepare {
        name: "Mural of proposals",
        purpose: "All proposals side by side, those that converge and those that diverge; \
          people support them and look for kin.",
        needs: &["No proposal was dropped because it disagrees."],
        checks: &[Check::Claims, Check::Voters],
        days: 21,
    },
    Prepare {
        name: "Actions",
        purpose: "What who will do by when, each under the names of those who do it.",
        needs: &["Each action says where what comes of it will be told."],
        checks: &[Check::Actions],
        days: 30,
    },
];
