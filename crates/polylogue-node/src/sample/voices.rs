//! Whose voices are heard: two authors through our paraphrase, and thirty-six invented readers.

use super::{Voice, VoiceKind};

/// The authors of the dialogue of 2011. They appear as the speakers of what was brought in, with
/// its address, and never as persons of this commons.
pub const VOICES: &[Voice] = &[
    Voice {
        key: "ramos-2011",
        name: "Jose Ramos (2011, paraphrased)",
        kind: VoiceKind::Paraphrased2011,
        note: "Paraphrase, in our words, of what Jose Ramos wrote in 2011. The full text stands at \
            the address given with each turn.",
    },
    Voice {
        key: "bauwens-2011",
        name: "Michel Bauwens (2011, paraphrased)",
        kind: VoiceKind::Paraphrased2011,
        note: "Paraphrase, in our words, of what Michel Bauwens wrote in 2011. The full text \
            stands at the address given with each turn.",
    },
];

const fn invented(key: &'static str, name: &'static str) -> Voice {
    Voice {
        key,
        name,
        kind: VoiceKind::InventedReader,
        note: "Nobody: an invented reader, whose votes show what a map of opinions looks like.",
    }
}

/// The readers who cast the sample votes. None of them exists.
pub const SAMPLE_VOTERS: &[Voice] = &[
    invented("voter-01", "Sample voter 01 (invented)"),
    invented("voter-02", "Sample voter 02 (invented)"),
    invented("voter-03", "Sample voter 03 (invented)"),
    invented("voter-04", "Sample voter 04 (invented)"),
    invented("voter-05", "Sample voter 05 (invented)"),
    invented("voter-06", "Sample voter 06 (invented)"),
    invented("voter-07", "Sample voter 07 (invented)"),
    invented("voter-08", "Sample voter 08 (invented)"),
    invented("voter-09", "Sample voter 09 (invented)"),
    invented("voter-10", "Sample voter 10 (invented)"),
    invented("voter-11", "Sample voter 11 (invented)"),
    invented("voter-12", "Sample voter 12 (invented)"),
    invented("voter-13", "Sample voter 13 (invented)"),
    invented("voter-14", "Sample voter 14 (invented)"),
    invented("voter-15", "Sample voter 15 (invented)"),
    invented("voter-16", "Sample voter 16 (invented)"),
    invented("voter-17", "Sample voter 17 (invented)"),
    invented("voter-18", "Sample voter 18 (invented)"),
    invented("voter-19", "Sample voter 19 (invented)"),
    invented("voter-20", "Sample voter 20 (invented)"),
    invented("voter-21", "Sample voter 21 (invented)"),
    invented("voter-22", "Sample voter 22 (invented)"),
    invented("voter-23", "Sample voter 23 (invented)"),
    invented("voter-24", "Sample voter 24 (invented)"),
    invented("voter-25", "Sample voter 25 (invented)"),
    invented("voter-26", "Sample voter 26 (invented)"),
    invented("voter-27", "Sample voter 27 (invented)"),
    invented("voter-28", "Sample voter 28 (invented)"),
    invented("voter-29", "Sample voter 29 (invented)"),
    invented("voter-30", "Sample voter 30 (invented)"),
    invented("voter-31", "Sample voter 31 (invented)"),
    invented("voter-32", "Sample voter 32 (invented)"),
    invented("voter-33", "Sample voter 33 (invented)"),
    invented("voter-34", "Sample voter 34 (invented)"),
    invented("voter-35", "Sample voter 35 (invented)"),
    invented("voter-36", "Sample voter 36 (invented)"),
];
