//! The eight standing questions, in our words.

use super::Question;

/// The eight, in their order.
pub const QUESTIONS: &[Question] = &[
    Question {
        key: "space",
        name: "Space",
        text: "Which structures, forces and actors does this view hold to be real, and where \
            does peer-to-peer practice meet them?",
    },
    Question {
        key: "time",
        name: "Time",
        text: "What story does it tell of the past and of the way ahead, and does peer-to-peer \
            thinking share it?",
    },
    Question {
        key: "crisis",
        name: "Crisis",
        text: "How does it explain and face the present crisis of capitalism?",
    },
    Question {
        key: "transition",
        name: "Transition",
        text: "How does it think the old order gives way to a new one?",
    },
    Question {
        key: "regressive",
        name: "What holds back",
        text: "What in it points backward or holds people back?",
    },
    Question {
        key: "progressive",
        name: "What opens",
        text: "What in it points forward and opens a way?",
    },
    Question {
        key: "engage",
        name: "Working together",
        text: "How could peer-to-peer practice work with it, help it, or open doors for it?",
    },
    Question {
        key: "include",
        name: "Going beyond and keeping",
        text: "How could one go beyond it and yet keep it: hold on to what is good in it and \
            make harmless what is bad?",
    },
];
