//! What the compiler proves of the sample: every key names something, so that whoever loads the
//! sample cannot stumble. That the words of a passage stand in their turn is left to the tests,
//! since proving it at each build would cost three seconds.

use super::{
    CLAIMS, COMMONS, Claim, DIALOGUES, Dialogue, Line, MOVES, Move, PERSPECTIVES, PRACTICES,
    Perspective, QUESTIONS, RestsOn, SOURCES, SYNTHESIS, Speaks, Target, Turn, VOICES,
};

/// Whether two strings are the same; `==` is not for the compiler yet.
pub(super) const fn is_same(first: &str, second: &str) -> bool {
    let (first, second) = (first.as_bytes(), second.as_bytes());
    let mut at = 0;
    while at < first.len() && at < second.len() && first[at] == second[at] {
        at += 1;
    }
    at == first.len() && at == second.len()
}

/// Makes a function that says whether a table holds a key.
macro_rules! key_of {
    ($name:ident, $table:expr) => {
        const fn $name(key: &str) -> bool {
            let mut at = 0;
            while at < $table.len() {
                if is_same($table[at].key, key) {
                    return true;
                }
                at += 1;
            }
            false
        }
    };
}

key_of!(is_perspective, PERSPECTIVES);
key_of!(is_question, QUESTIONS);
key_of!(is_dialogue, DIALOGUES);
key_of!(is_claim, CLAIMS);
key_of!(is_source, SOURCES);
key_of!(is_voice, VOICES);
key_of!(is_practice, PRACTICES);

/// Makes a function that says whether every item of a list is well made.
macro_rules! each {
    ($name:ident, $item:ty, $is_sound:ident) => {
        const fn $name(list: &[$item]) -> bool {
            let mut at = 0;
            while at < list.len() {
                if !$is_sound(list[at]) {
                    return false;
                }
                at += 1;
            }
            true
        }
    };
}

each!(are_sources, &'static str, is_source);
each!(are_perspectives, &'static str, is_perspective);
each!(are_questions, &'static str, is_question);
each!(are_sound_perspectives, Perspective, is_sound_perspective);
each!(are_sound_dialogues, Dialogue, is_sound_dialogue);
each!(are_sound_turns, Turn, is_sound_turn);
each!(are_sound_claims, Claim, is_sound_claim);
each!(are_sound_moves, Move, is_sound_move);
each!(are_sound_groups, &[Move], are_sound_moves);
each!(are_sound_lines, Line, is_sound_line);
each!(hold, RestsOn, holds);

const fn is_turn(key: &str) -> bool {
    let mut dialogue = 0;
    while dialogue < DIALOGUES.len() {
        let turns = DIALOGUES[dialogue].turns;
        let mut at = 0;
        while at < turns.len() {
            if is_same(turns[at].key, key) {
                return true;
            }
            at += 1;
        }
        dialogue += 1;
    }
    false
}

const fn is_move(key: &str) -> bool {
    let mut group = 0;
    while group < MOVES.len() {
        let mut at = 0;
        while at < MOVES[group].len() {
            if is_same(MOVES[group][at].key, key) {
                return true;
            }
            at += 1;
        }
        group += 1;
    }
    false
}

const fn is_spoken_for(speaks: Speaks) -> bool {
    match speaks.perspective() {
        Some(key) => is_perspective(key),
        None => true,
    }
}

const fn is_sound_perspective(it: Perspective) -> bool {
    let mut at = 0;
    while at < it.lineage.len() {
        if !is_source(it.lineage[at].source) {
            return false;
        }
        at += 1;
    }
    are_sources(it.sources)
}

const fn is_sound_dialogue(it: Dialogue) -> bool {
    are_perspectives(it.perspectives) && are_questions(it.questions) && are_sound_turns(it.turns)
}

const fn is_sound_turn(it: Turn) -> bool {
    let mut at = 0;
    while at < it.quotes.len() {
        if !is_turn(it.quotes[at].turn) {
            return false;
        }
        at += 1;
    }
    let answers = match it.reply_to {
        Some(turn) => is_turn(turn),
        None => true,
    };
    answers && is_voice(it.voice) && is_spoken_for(it.speaks) && is_source(it.source)
}

const fn is_sound_claim(it: Claim) -> bool {
    let is_anchored = match it.passage {
        Some(passage) => is_turn(passage.turn),
        None => true,
    };
    is_anchored && is_perspective(it.perspective) && is_dialogue(it.dialogue)
}

const fn is_target(target: Target) -> bool {
    match target {
        Target::Perspective(key) => is_perspective(key),
        Target::Claim(key) => is_claim(key),
        Target::Passage(passage) => is_turn(passage.turn),
        Target::Move(key) => is_move(key),
    }
}

const fn is_sound_move(it: Move) -> bool {
    is_target(it.target) && is_spoken_for(it.speaks) && is_turn(it.found.turn)
}

const fn holds(it: RestsOn) -> bool {
    match it {
        RestsOn::Move(key) => is_move(key),
        RestsOn::Words(passage) => is_turn(passage.turn),
        RestsOn::Source(key) => is_source(key),
        RestsOn::Practice(key) => is_practice(key),
    }
}

const fn is_sound_line(it: Line) -> bool {
    let says = match it.says {
        Some(says) => is_perspective(says.perspective) && is_target(says.target),
        None => true,
    };
    says && hold(it.rests_on)
}

const fn are_sound_practices() -> bool {
    let mut practice = 0;
    while practice < PRACTICES.len() {
        let it = PRACTICES[practice];
        let mut at = 0;
        while at < it.links.len() {
            if !is_claim(it.links[at].claim) {
                return false;
            }
            at += 1;
        }
        if !are_sources(it.sources) {
            return false;
        }
        practice += 1;
    }
    true
}

const _: () = assert!(
    are_sources(COMMONS.sources),
    "the commons names an unknown source"
);
const _: () = assert!(
    are_sound_perspectives(PERSPECTIVES),
    "a perspective names no source"
);
const _: () = assert!(
    are_sound_dialogues(DIALOGUES),
    "a turn or quotation points nowhere"
);
const _: () = assert!(
    are_sound_claims(CLAIMS),
    "a claim's passage or key points nowhere"
);
const _: () = assert!(
    are_sound_practices(),
    "a practice's link or source points nowhere"
);

const _: () = assert!(are_sound_groups(MOVES), "a move's key points nowhere");
const _: () = assert!(
    are_sound_lines(SYNTHESIS.lines),
    "a line of the synthesis rests on nothing there is"
);
