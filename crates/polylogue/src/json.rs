//! Rows as JSON: ids in full, the same keys everywhere, `null` where there is nothing.

use std::fmt::Display;

use polylogue_core::move_kind::MoveKind;
use polylogue_core::verdict::Verdict;
use polylogue_store::query::{
    AnswerRow, BroughtInRow, ClaimRow, DialogueRow, DisputeRow, Hit, LineageRow, LogRow, MinuteRow,
    MoveRow, MyVote, PassageRow, PersonRef, PersonRow, PerspectiveRow, PracticeRow, QuestionRow,
    QuoteRow, Said, SourceRow, SuggestionRow, Tally, TargetRow, TranslationRow, TurnRow, VoteRow,
    Words,
};
use serde_json::{Map, Value, json};

use crate::words;

/// An id in full.
pub(crate) fn id(id: impl Display) -> Value {
    Value::String(id.to_string())
}

/// Ids in full.
pub(crate) fn ids<T: Display>(ids: &[T]) -> Value {
    ids.iter().map(id).collect()
}

/// A value that may be missing.
pub(crate) fn optional<T>(value: Option<T>, to: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Null, to)
}

/// A list of rows.
pub(crate) fn list<T>(rows: &[T], to: impl Fn(&T) -> Value) -> Value {
    rows.iter().map(to).collect()
}

/// Words with their language and direction.
pub(crate) fn words(words: &Words) -> Value {
    json!({"words": words.words, "language": words.language, "direction": words.direction})
}

/// A person beside what they said.
pub(crate) fn person(person: &PersonRef) -> Value {
    json!({
        "key": id(person.key),
        "name": person.name.words,
        "standing": words::standing(person.standing),
    })
}

/// The keys every said thing begins with, and those of the thing itself.
pub(crate) fn thing(said: &Said, own: Value) -> Value {
    let (shown, reason) = words::shown_name(&said.shown);
    let mut keys = Map::new();
    keys.insert("id".to_owned(), id(said.id));
    keys.insert("by".to_owned(), person(&said.by));
    keys.insert("time".to_owned(), json!(said.time));
    keys.insert(
        "earlier_than_parent".to_owned(),
        json!(said.is_earlier_than_parent),
    );
    keys.insert("shown".to_owned(), json!(shown));
    keys.insert("shown_reason".to_owned(), json!(reason));
    keys.insert(
        "brought_in".to_owned(),
        optional(said.brought_in.as_ref(), brought_in),
    );
    if let Value::Object(own) = own {
        keys.extend(own);
    }
    Value::Object(keys)
}

fn brought_in(row: &BroughtInRow) -> Value {
    json!({
        "speaker": row.speaker,
        "naming": words::naming(row.naming),
        "address": row.address,
        "revision": row.revision,
        "licence": row.licence,
        "date": row.date,
    })
}

/// A perspective.
pub(crate) fn perspective(row: &PerspectiveRow) -> Value {
    thing(
        &row.said,
        json!({
            "name": words(&row.name),
            "short": row.short,
            "summary": words(&row.summary),
            "sources": ids(&row.sources),
            "other_wordings": ids(&row.other_wordings),
            "turns": row.turns,
            "turns_within": row.turns_within,
            "claims": row.claims,
            "lineage": list(&row.lineage, lineage),
        }),
    )
}

/// One change in a lineage.
pub(crate) fn lineage(row: &LineageRow) -> Value {
    let named = |(it, name): &(_, String)| json!({"id": id(it), "name": name});
    thing(
        &row.said,
        json!({
            "change": words::change(row.change),
            "from": list(&row.from, named),
            "to": list(&row.to, named),
            "name": optional(row.name.as_ref(), words),
            "reason": words(&row.reason),
            "when": row.when,
        }),
    )
}

/// A standing question.
pub(crate) fn question(row: &QuestionRow) -> Value {
    thing(
        &row.said,
        json!({"text": words(&row.text), "place": row.place}),
    )
}

/// A dialogue.
pub(crate) fn dialogue(row: &DialogueRow) -> Value {
    thing(
        &row.said,
        json!({
            "title": words(&row.title),
            "about": words(&row.about),
            "perspectives": ids(&row.perspectives),
            "questions": ids(&row.questions),
            "state": words::state(row.state),
            "state_reason": words(&row.state_reason),
            "scheduled": row.scheduled,
            "turns": row.turns,
            "latest": row.latest,
            "open_questions": row.open_questions,
        }),
    )
}

/// A turn.
pub(crate) fn turn(row: &TurnRow) -> Value {
    let claim = |(it, text): &(_, Words)| json!({"id": id(it), "text": words(text)});
    thing(
        &row.said,
        json!({
            "dialogue": id(row.dialogue),
            "number": row.number,
            "text": words(&row.text),
            "revision": id(row.revision),
            "wordings": row.wordings,
            "forked": row.is_forked,
            "perspective": optional(row.perspective, id),
            "voice": words::voice(row.voice),
            "reply_to": optional(row.reply_to, id),
            "quotes": list(&row.quotes, quote),
            "licence": row.licence,
            "moves": list(&row.moves, remark),
            "claims": list(&row.claims, claim),
            "translations": list(&row.translations, translation),
            "same_as": ids(&row.same_as),
        }),
    )
}

fn quote(row: &QuoteRow) -> Value {
    json!({"passage": passage(&row.passage), "paragraph": row.paragraph})
}

/// A passage.
pub(crate) fn passage(row: &PassageRow) -> Value {
    json!({
        "of": id(row.of),
        "dialogue": optional(row.dialogue, id),
        "number": row.number,
        "revision": id(row.revision),
        "exact": row.exact,
        "before": row.before,
        "after": row.after,
        "start": row.start,
        "anchored": words::anchored(row.anchored),
    })
}

/// A translation.
pub(crate) fn translation(row: &TranslationRow) -> Value {
    thing(&row.said, json!({"text": words(&row.text)}))
}

/// A move.
pub(crate) fn remark(row: &MoveRow) -> Value {
    let polarity = MoveKind::of(row.kind).map(|it| it.polarity().name());
    thing(
        &row.said,
        json!({
            "kind": words::move_kind(row.kind),
            "polarity": polarity,
            "target": target(&row.target),
            "perspective": optional(row.perspective, id),
            "voice": words::voice(row.voice),
            "found_in": optional(row.found_in.as_ref(), passage),
            "reason": optional(row.reason.as_ref(), words),
            "object": optional(row.object.as_ref(), words),
            "condition": optional(row.condition.as_ref(), words),
            "from": optional(row.from.as_ref(), words),
            "to": optional(row.to.as_ref(), words),
            "disputes": list(&row.disputes, dispute),
            "answers": list(&row.answers, answer),
        }),
    )
}

fn dispute(row: &DisputeRow) -> Value {
    thing(&row.said, json!({"reason": words(&row.reason)}))
}

fn answer(row: &AnswerRow) -> Value {
    json!({"id": id(row.id), "accepted_by": list(&row.accepted_by, person)})
}

/// What something is about.
pub(crate) fn target(row: &TargetRow) -> Value {
    json!({
        "id": id(row.id),
        "what": row.what.map(words::thing),
        "words": words(&row.words),
        "dialogue": optional(row.dialogue, id),
        "passage": optional(row.passage.as_ref(), passage),
    })
}

/// A claim.
pub(crate) fn claim(row: &ClaimRow) -> Value {
    let held = |(it, held): &(_, _)| json!({"perspective": id(it), "held": words::held(*held)});
    thing(
        &row.said,
        json!({
            "text": words(&row.text),
            "under": optional(row.under.as_ref(), target),
            "passages": list(&row.passages, passage),
            "held_by": list(&row.held_by, held),
            "tally": tally(row.tally),
            "newcomers": tally(row.newcomers),
            "mine": optional(row.mine.as_ref(), my_vote),
            "lineage": list(&row.lineage, lineage),
        }),
    )
}

/// Counted votes.
pub(crate) fn tally(row: Tally) -> Value {
    json!({
        "agree": row.agree,
        "disagree": row.disagree,
        "pass": row.pass,
        "matters": row.matters,
    })
}

fn my_vote(row: &MyVote) -> Value {
    let other = |(it, choice): &(_, _)| json!({"id": id(it), "choice": words::choice(*choice)});
    json!({
        "id": id(row.id),
        "choice": words::choice(row.choice),
        "matters": row.matters,
        "reason": optional(row.reason.as_ref(), words),
        "others": list(&row.others, other),
    })
}

/// Somebody's vote.
pub(crate) fn vote(row: &VoteRow) -> Value {
    thing(
        &row.said,
        json!({
            "choice": words::choice(row.choice),
            "matters": row.matters,
            "reason": optional(row.reason.as_ref(), words),
        }),
    )
}

/// A person with what is known of them.
pub(crate) fn person_row(row: &PersonRow) -> Value {
    let devices = list(&row.devices, |it| {
        json!({
            "key": id(it.key),
            "kind": words::device_kind(it.kind),
            "name": it.name,
            "end": it.end,
            "ended": it.is_ended,
        })
    });
    let admission = optional(row.admission.as_ref(), |it| {
        json!({
            "id": id(it.id),
            "by": optional(it.by.as_ref(), person),
            "scope": words::scope(it.scope),
        })
    });
    json!({
        "key": id(row.person.key),
        "name": row.person.name.words,
        "standing": words::standing(row.person.standing),
        "about": words(&row.about),
        "admission": admission,
        "devices": devices,
        "root": words::device_kind(row.root),
        "operations": row.operations,
        "turns": row.turns,
        "offices": row.offices.iter().map(|it| words::office(*it)).collect::<Vec<_>>(),
        "me": row.is_me,
    })
}

/// A source.
pub(crate) fn source(row: &SourceRow) -> Value {
    thing(
        &row.said,
        json!({
            "type": row.csl_type,
            "title": words(&row.title),
            "authors": row.authors,
            "issued": row.issued,
            "address": row.address,
            "licence": row.licence,
            "note": words(&row.note),
            "text": optional(row.text.as_ref(), words),
        }),
    )
}

/// A practice.
pub(crate) fn practice(row: &PracticeRow) -> Value {
    let case = &row.practice;
    let links = list(&case.links, |it| {
        json!({
            "claim": id(it.claim),
            "evidence": words::evidence(it.evidence),
            "reason": it.reason.words,
        })
    });
    thing(
        &row.said,
        json!({
            "title": case.title.words,
            "language": case.title.language,
            "place": case.place.words,
            "when": case.when,
            "who": case.who.words,
            "steps": case.steps.iter().map(|it| it.words.as_str()).collect::<Vec<_>>(),
            "outcomes": case.outcomes.words,
            "failures": case.failures.words,
            "links": links,
            "sources": ids(&case.sources),
        }),
    )
}

/// A hit of a search.
pub(crate) fn hit(row: &Hit) -> Value {
    json!({
        "target": target(&row.target),
        "by": person(&row.by),
        "time": row.time,
        "snippet": marked(&row.snippet),
        "language": row.language,
    })
}

/// A snippet with its matches between `**`.
pub(crate) fn marked(snippet: &str) -> String {
    snippet.replace(['\u{2}', '\u{3}'], "**")
}

/// A verdict with its reason.
pub(crate) fn verdict(verdict: Verdict) -> Value {
    json!({
        "verdict": words::verdict_name(verdict),
        "reason": words::verdict_reason(verdict),
    })
}

/// An operation in the log.
pub(crate) fn log_row(row: &LogRow) -> Value {
    json!({
        "id": id(row.id),
        "by": person(&row.by),
        "key": id(row.key),
        "counter": row.counter,
        "time": row.time,
        "kind": row.kind,
        "kind_name": words::kind(row.kind),
        "verdict": words::verdict_name(row.verdict),
        "reason": words::verdict_reason(row.verdict),
        "has_body": row.has_body,
    })
}

/// An act of moderation or law.
pub(crate) fn minute(row: &MinuteRow) -> Value {
    let appeal = |(by, text): &(_, Words)| json!({"by": person(by), "text": words(text)});
    thing(
        &row.said,
        json!({
            "kind": row.kind,
            "kind_name": words::kind(row.kind),
            "about": list(&row.about, target),
            "person": optional(row.person.as_ref(), person),
            "changes": row.changes.iter().map(words::law_change).collect::<Vec<_>>(),
            "reason": words(&row.reason),
            "appeals": list(&row.appeals, appeal),
            "verdict": verdict(row.verdict),
        }),
    )
}

/// A suggestion.
pub(crate) fn suggestion(row: &SuggestionRow) -> Value {
    let answer =
        |(by, answer): &(_, _)| json!({"by": person(by), "answer": words::answer(*answer)});
    thing(
        &row.said,
        json!({
            "way": words::way(row.way),
            "of": list(&row.of, target),
            "reason": words(&row.reason),
            "answers": list(&row.answers, answer),
        }),
    )
}
