//! The home of a commons: what needs you, what was said last, who is here.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, State};
use polylogue_store::query::{
    ClaimRow, DialogueRow, Shown as Fate, Standing, TargetRow, TurnRow, Words,
};

use crate::context::Context;
use crate::link::short;
use crate::page::Shown;
use crate::page::claim::{before_first_vote, vote_buttons};
use crate::page::dialogue::state;
use crate::page::parts::{
    cannot_speak, clipped, day, direction, language, name, named, person, perspectives,
    section_head, speaker, speaker_words, speaks_for, thing_key, when, words_of,
};
use crate::rendered_words;
use crate::routes::Name;
use crate::view::home::HomeView;
use crate::words::listed;
use crate::{rich, t};

/// How much of a turn stands on the home page, in characters.
const SAID_CHARACTERS: usize = 320;

/// Things taken out of sight that are linked on the home page.
const ACTS_AGAINST: usize = 5;

/// The home page of a commons.
#[must_use]
pub fn page(c: &Context<'_>, view: &HomeView) -> Shown {
    let body = html! {
        (head(c, view))
        (arriving(c, view))
        div.pair {
            div { (begin(c, view)) (needs(c, view)) (latest(c, view)) }
            aside { (people(c, view)) (law(c, view)) }
        }
        (inquiry(c, view))
    };
    Shown {
        title: t!(c, "part-home"),
        part: Some(Name::Home),
        body,
    }
}

fn head(c: &Context<'_>, view: &HomeView) -> Markup {
    let row = &view.commons;
    let counts = row.counts;
    let here = c.here();
    html! {
        div.title {
            @if row.question.words.is_empty() { h1 { (words_of(&row.title)) } }
            @else {
                p.over { (t!(c, "home-over")) }
                h1 { (words_of(&row.question)) }
            }
            p.under.meta {
                (rich!(c, "home-begun"; who = person(c, &row.founder), day = day(c, row.founded)))
                (t!(c, "between"))
                a href=(here.to(Name::Perspectives)) {
                    (t!(c, "count-perspectives", count = counts.perspectives))
                }
                (t!(c, "list-next"))
                a href=(here.to(Name::Dialogues)) {
                    (t!(c, "count-dialogues", count = counts.dialogues))
                }
                (t!(c, "list-next"))
                a href=(here.to(Name::Questions)) {
                    (t!(c, "count-questions", count = counts.questions))
                }
                (t!(c, "between"))
                a href=(here.to(Name::People)) { (t!(c, "count-people", count = counts.people)) }
            }
        }
    }
}

/// Says that the rest of a commons just joined is still on its way.
fn arriving(c: &Context<'_>, view: &HomeView) -> Markup {
    html! {
        @if view.is_partly_here {
            div.told role="status" {
                p { (t!(c, "join-partly")) }
                form method="post" action=(c.here().to(Name::Sync)) {
                    button.plain type="submit" { (t!(c, "join-partly-now")) }
                }
            }
        }
    }
}

/// The first steps: a claim to vote on, a turn to answer, a name; each says when it is done.
fn begin(c: &Context<'_>, view: &HomeView) -> Markup {
    let here = c.here();
    let Some(steps) = view.steps.as_ref().filter(|_| here.may.vote.is()) else {
        return html! {};
    };
    let is_nameless = view.me.as_ref().is_none_or(|it| it.name.words.is_empty());
    html! {
        section.begin id="begin" aria-labelledby="begin-h" {
            (section_head("begin-h", &t!(c, "begin-head"), html! { (t!(c, "begin-here-about")) }))
            ol.asked {
                @if let Some(row) = &steps.first_claim { li { (first_vote(c, row)) } }
                @else if steps.has_voted { li { (a_step(c, true, html! {
                    (t!(c, "begin-voted")) " "
                    a href=(here.to(Name::NextClaim)) { (t!(c, "begin-vote-on")) }
                })) } }
                @if let (true, Some((turn, _))) = (here.may.speak.is(), view.latest.first()) {
                    li { (a_step(c, steps.has_spoken, if steps.has_spoken {
                        html! { (t!(c, "begin-spoken")) }
                    } else {
                        rich!(c, "begin-here-read"; turn = html! {
                            a href=(here.of(Name::Turn, &turn.said.id)) {
                                (t!(c, "turn-title", number = turn.number,
                                    who = speaker_words(c, &turn.said)))
                            }
                        })
                    })) }
                }
                @if here.may.speak.is() {
                    li { (a_step(c, !is_nameless, html! {
                        a href=(here.to(Name::Settings)) { (t!(c, "begin-name")) }
                    })) }
                }
            }
            form method="post" action=(here.to(Name::PutAway)) {
                button.plain type="submit" { (t!(c, "begin-away")) }
            }
        }
    }
}

/// One of the first steps, and whether it is done.
fn a_step(c: &Context<'_>, is_done: bool, sentence: Markup) -> Markup {
    html! { p { @if is_done { b { (t!(c, "begin-done")) } " " } (sentence) } }
}

/// The first claim with its buttons.
fn first_vote(c: &Context<'_>, row: &ClaimRow) -> Markup {
    html! {
        form.ballot method="post" action=(c.here().of(Name::Vote, &row.said.id)) {
            input type="hidden" name="back" value="vote";
            p.claim { (words_of(&row.text)) }
            (before_first_vote(c, false))
            (vote_buttons(c))
        }
    }
}

fn need(number: u64, sentence: Markup, note: Markup) -> Markup {
    html! {
        li {
            span.n { (number) }
            div { p { (sentence) } @if !note.0.is_empty() { p.note { (note) } } }
        }
    }
}

fn needs(c: &Context<'_>, view: &HomeView) -> Markup {
    let is_nothing = view.open_count == 0
        && view.unheard.is_empty()
        && view.unvoted == 0
        && view.newcomers.is_empty()
        && view.assents.is_empty()
        && view.suggestions == 0
        && view.comments.is_empty()
        && view.new_turns.is_empty()
        && against(c, view).is_empty();
    html! {
        section aria-labelledby="needs" {
            (section_head("needs", &t!(c, "needs-head"), html! { (t!(c, "needs-order")) }))
            (oneself(c, view))
            // At the start the next step comes before whatever waits.
            @let is_start = view.commons.counts.dialogues == 0 && c.here().may.speak.is();
            @if is_nothing || is_start { (nothing(c, view)) }
            @if !is_nothing {
                ul.needs {
                    (acts_against(c, view)) (assents(c, view)) (newcomers(c, view))
                    (new_turns(c, view)) (open(c, view)) (unheard(c, view))
                    (unvoted(c, view)) (comments(c, view)) (suggestions(c, view))
                }
            }
        }
    }
}

/// A commons that needs nothing: at its start, the first step; later, that all is well.
fn nothing(c: &Context<'_>, view: &HomeView) -> Markup {
    let here = c.here();
    let counts = view.commons.counts;
    if !here.may.speak.is() {
        return nothing_for_readers(c, view);
    }
    let (key, link, step) = if counts.perspectives == 0 {
        (
            "needs-first-perspective",
            here.to(Name::Perspectives).at("new"),
            "perspective-new",
        )
    } else if counts.perspectives == 1 && counts.dialogues == 0 {
        (
            "needs-second-perspective",
            here.to(Name::Perspectives).at("new"),
            "perspective-new",
        )
    } else if counts.dialogues == 0 {
        (
            "needs-first-dialogue",
            here.to(Name::Dialogues).at("new"),
            "dialogue-new",
        )
    } else {
        (
            "needs-nothing",
            here.to(Name::Dialogues),
            "needs-nothing-step",
        )
    };
    html! {
        p { (t!(c, key)) }
        p.acts.sp-t {
            a.button.first href=(link) { (t!(c, step)) }
            @if key == "needs-second-perspective" {
                a.button href=(here.to(Name::Dialogues).at("new")) { (t!(c, "dialogue-new")) }
            }
            a.button href=(here.to(Name::Invite)) { (t!(c, "invite-somebody")) }
        }
    }
}

/// As [`nothing`], for whoever cannot write here.
fn nothing_for_readers(c: &Context<'_>, view: &HomeView) -> Markup {
    let here = c.here();
    html! {
        p { (cannot_speak(c)) }
        p.acts.sp-t {
            @if here.may.vote.is() && view.commons.counts.claims > 0 {
                a.button.first href=(here.to(Name::Claims)) { (t!(c, "claims-list")) }
            }
            a.button href=(here.to(Name::Dialogues)) { (t!(c, "needs-nothing-step")) }
        }
    }
}

/// What was done against the reader; a page made for others says nothing of it.
fn against<'a>(c: &Context<'_>, view: &'a HomeView) -> &'a [(OperationId, TargetRow)] {
    if c.here().may.vote.is() {
        &view.acts_against
    } else {
        &[]
    }
}

/// What was hidden or emptied of the reader's own, with the way to the minute to answer it.
fn acts_against(c: &Context<'_>, view: &HomeView) -> Markup {
    let here = c.here();
    let against = against(c, view);
    let rows = against.iter().take(ACTS_AGAINST);
    let links: Vec<Markup> = rows
        .map(|(act, about)| {
            html! {
                a href=(here.to(Name::Log).at(short(act))) { (t!(c, thing_key(about.what))) }
            }
        })
        .collect();
    html! {
        @if !links.is_empty() {
            (need(against.len() as u64,
                rich!(c, "needs-acts-against", count = against.len();
                    things = listed(c.words, links)),
                html! { (t!(c, "needs-acts-against-about")) }))
        }
    }
}

/// What a newcomer needs to be heard.
fn oneself(c: &Context<'_>, view: &HomeView) -> Markup {
    let is_newcomer = view
        .me
        .as_ref()
        .is_some_and(|it| it.standing == Standing::Newcomer);
    let key = match c.here().admission {
        Admission::Vouching => "needs-yourself-vouch",
        Admission::Open => "needs-yourself-greet",
        Admission::Invitation => return html! {},
    };
    html! { @if is_newcomer { p.before { (c.words.say(key, &[])) } } }
}

fn new_turns(c: &Context<'_>, view: &HomeView) -> Markup {
    let count: u64 = view.new_turns.iter().map(|(_, count)| count).sum();
    let new = |row: &&DialogueRow| view.new_turns.iter().any(|(id, _)| *id == row.said.id);
    let dialogues = view.dialogues.iter().filter(new).map(|row| {
        html! {
            a href=(c.here().of(Name::Dialogue, &row.said.id).at("new")) {
                (named(c, &row.title, &row.said, "thing-dialogue"))
            }
        }
    });
    html! {
        @if count > 0 {
            (need(count, rich!(c, "needs-new-turns", count = count;
                dialogues = listed(c.words, dialogues.collect())), html! {}))
        }
    }
}

fn assents(c: &Context<'_>, view: &HomeView) -> Markup {
    let here = c.here();
    html! {
        @if !view.assents.is_empty() {
            (need(view.assents.len() as u64, html! {
                a href=(here.to(Name::Charter).at("proposals")) {
                    (t!(c, "needs-assents", count = view.assents.len()))
                }
            }, html! {}))
        }
    }
}

fn newcomers(c: &Context<'_>, view: &HomeView) -> Markup {
    html! {
        @if !view.newcomers.is_empty() && (c.here().may.greet.is() || c.here().may.vouch.is()) {
            @let vouching = c.here().admission == Admission::Vouching;
            @let key = if vouching { "needs-vouching" } else { "needs-newcomers" };
            (need(view.commons.counts.newcomers, html! {
                a href=(c.here().to(Name::People).at("newcomers")) {
                    (t!(c, key, count = view.commons.counts.newcomers))
                }
                " "
                (listed(c.words, view.newcomers.iter().map(|it| person(c, it)).collect()))
            }, html! { (t!(c, "needs-newcomers-about")) }))
        }
    }
}

fn open(c: &Context<'_>, view: &HomeView) -> Markup {
    let link = c.here().to(Name::Moves).with("state", "open");
    html! {
        @if view.open_count > 0 {
            (need(view.open_count, html! {
                a href=(link) { (t!(c, "needs-open", count = view.open_count)) }
            }, html! {
                @if let Some((oldest, turn)) = &view.oldest_open {
                    @let said = turn.as_ref().map_or(&oldest.said, |it| &it.said);
                    @let words = oldest.reason.as_ref().or(oldest.object.as_ref());
                    @if let Some(words) = words {
                        (rich!(c, "needs-open-oldest"; when = when(c, said),
                            question = html! { q { (words_of(words)) } })) " "
                    }
                    a href=(c.here().of(Name::Move, &oldest.said.id).at("answers")) {
                        (t!(c, "needs-open-answer"))
                    }
                }
            }))
        }
    }
}

fn unheard(c: &Context<'_>, view: &HomeView) -> Markup {
    html! {
        @if !view.unheard.is_empty() {
            (need(view.unheard.len() as u64, html! {
                (rich!(c, "needs-unheard", count = view.unheard.len();
                    perspectives = perspectives(c, &view.unheard)))
            }, html! {
                @if view.on_behalf_only > 0 {
                    (t!(c, "needs-on-behalf", count = view.on_behalf_only)) " "
                }
                @if c.here().may.speak.is() {
                    a href=(c.here().to(Name::Invite)) { (t!(c, "needs-unheard-invite")) }
                }
            }))
        } @else if view.on_behalf_only > 0 {
            (need(view.on_behalf_only, html! {
                (t!(c, "needs-on-behalf-only", count = view.on_behalf_only))
            }, html! {
                @if c.here().may.speak.is() {
                    a href=(c.here().to(Name::Invite)) { (t!(c, "needs-unheard-invite")) }
                }
            }))
        }
    }
}

fn unvoted(c: &Context<'_>, view: &HomeView) -> Markup {
    html! {
        @if view.unvoted > 0 && c.here().may.vote.is() {
            (need(view.unvoted, html! {
                (rich!(c, "needs-unvoted", count = view.unvoted, all = view.votable;
                    vote = html! {
                        a href=(c.here().to(Name::NextClaim)) { (t!(c, "needs-unvoted-link")) }
                    }))
            }, html! {}))
        }
    }
}

/// Comments that wait for an answer on texts the reader wrote lines of.
fn comments(c: &Context<'_>, view: &HomeView) -> Markup {
    let count: u64 = view.comments.iter().map(|(_, count)| count).sum();
    let links: Vec<Markup> = view
        .comments
        .iter()
        .take(ACTS_AGAINST)
        .map(|(row, _)| {
            html! {
                a href=(c.here().of(Name::Comments, &row.said.id).with("state", "open")) {
                    (named(c, &row.title, &row.said, "thing-document"))
                }
            }
        })
        .collect();
    html! {
        @if count > 0 && c.here().may.speak.is() {
            (need(count, rich!(c, "needs-comments", count = count;
                documents = listed(c.words, links)), html! {}))
        }
    }
}

fn suggestions(c: &Context<'_>, view: &HomeView) -> Markup {
    html! {
        @if view.suggestions > 0 {
            (need(view.suggestions, html! {
                a href=(c.here().to(Name::Suggestions)) {
                    (t!(c, "needs-suggestions", count = view.suggestions))
                }
            }, html! {}))
        }
    }
}

fn latest(c: &Context<'_>, view: &HomeView) -> Markup {
    html! {
        section.sec aria-labelledby="latest" {
            (section_head("latest", &t!(c, "latest-head"), html! {
                a href=(c.here().to(Name::Dialogues)) {
                    (t!(c, "latest-all", count = view.commons.counts.turns))
                }
            }))
            @if view.latest.is_empty() { p.quiet { (t!(c, "latest-none")) } }
            @else { ol.turns { @for (row, title) in &view.latest { (said(c, row, title)) } } }
        }
    }
}

fn said(c: &Context<'_>, row: &TurnRow, title: &Words) -> Markup {
    let link = c.here().turn_in(&row.dialogue, row.number);
    html! {
        li {
            p {
                (speaker(c, &row.said))
                @if row.perspective.is_some() {
                    " " i { (speaks_for(c, row.perspective, row.voice)) }
                }
            }
            @if row.said.shown == Fate::Whole {
                p.said lang=[language(&row.text)] dir=[direction(&row.text)] {
                    (clipped(&rendered_words(&row.text.words), SAID_CHARACTERS))
                }
            } @else { (crate::page::parts::fate(c, &row.said)) }
            p.note {
                a href=(link) {
                    (rich!(c, "latest-where", number = row.number; dialogue = title_of(c, title)))
                }
                (t!(c, "between")) (when(c, &row.said))
            }
        }
    }
}

/// The title of a dialogue beside a turn of it; what it is where it has none any more.
fn title_of(c: &Context<'_>, title: &Words) -> Markup {
    html! {
        @if title.words.is_empty() { (t!(c, "thing-dialogue")) } @else { (words_of(title)) }
    }
}

fn people(c: &Context<'_>, view: &HomeView) -> Markup {
    let here = c.here();
    let reach = here.reach;
    let counts = &view.commons.counts;
    html! {
        section aria-labelledby="people" {
            (section_head("people", &t!(c, "people-and-peers"), html! {}))
            dl.facts {
                dt { (t!(c, "fact-you")) }
                dd {
                    @if let Some(me) = &view.me { (person(c, me)) }
                    @if view.me.as_ref().is_none_or(|it| it.name.words.is_empty()) {
                        " " a href=(here.to(Name::Settings)) { (t!(c, "fact-you-unnamed")) }
                    }
                }
                dt { (t!(c, "fact-people")) }
                dd {
                    a href=(here.to(Name::People)) {
                        (t!(c, "fact-people-are", count = counts.people - counts.brought_in))
                    }
                    @if counts.brought_in > 0 {
                        (t!(c, "fact-brought-in", count = counts.brought_in))
                    }
                    @if view.commons.counts.newcomers > 0 {
                        (t!(c, "fact-newcomers", count = view.commons.counts.newcomers))
                    }
                }
                dt { (t!(c, "fact-peers")) }
                dd {
                    @if reach.known == 0 { (t!(c, "fact-peers-none")) }
                    @else {
                        (t!(c, "fact-peers-are", known = reach.known, heard = reach.heard_today))
                    }
                }
                @if reach.known > 0 {
                    dt { (t!(c, "fact-held")) }
                    dd {
                        @if reach.only_here == 0 { (t!(c, "fact-held-all")) }
                        @else { (t!(c, "fact-held-not", count = reach.only_here)) }
                    }
                }
            }
            p.note.sp-t {
                a href=(here.to(Name::Status)) { (t!(c, "fact-status")) }
                @if here.may.speak.is() {
                    (t!(c, "between"))
                    a href=(here.to(Name::Invite)) { (t!(c, "invite-somebody")) }
                }
            }
        }
    }
}

fn law(c: &Context<'_>, view: &HomeView) -> Markup {
    let row = &view.commons;
    let keepers = row.keepers.iter().take(5).map(|it| name(c, it)).collect();
    let keepers = listed(c.words, keepers);
    html! {
        section.sec aria-labelledby="law" {
            (section_head("law", &t!(c, "law-head"), html! {}))
            p.note {
                (rich!(c, "law-keepers", count = row.keepers.len(); who = keepers))
                " "
                a href=(c.here().to(Name::Charter)) { (t!(c, "law-read", version = row.version)) }
            }
            ul { li.note { a href=(c.here().to(Name::Stages)) { (t!(c, "stages-title")) } } }
            @if row.counts.people - row.counts.brought_in >= 7 && row.keepers.len() < 3 {
                p.note.gap { (t!(c, "law-few-keepers")) }
            }
        }
    }
}

fn inquiry(c: &Context<'_>, view: &HomeView) -> Markup {
    if view.dialogues.is_empty() {
        return html! {};
    }
    html! {
        section.sec aria-labelledby="inquiry" {
            (section_head("inquiry", &t!(c, "inquiry-head"), html! {
                a href=(c.here().to(Name::Dialogues)) { (t!(c, "part-dialogues")) }
                (t!(c, "between"))
                a href=(c.here().to(Name::Sift)) { (t!(c, "sift-title")) }
            }))
            div.scroll role="group" aria-labelledby="inquiry" tabindex="0" {
                table.table {
                    caption { (t!(c, "inquiry-caption")) }
                    thead {
                        tr {
                            th scope="col" { (t!(c, "thing-dialogue")) }
                            th scope="col" { (t!(c, "inquiry-state")) }
                            th.num scope="col" { (t!(c, "inquiry-turns")) }
                            th.num scope="col" { (t!(c, "inquiry-open")) }
                            th scope="col" { (t!(c, "inquiry-latest")) }
                        }
                    }
                    tbody { @for row in &view.dialogues { (ledger(c, row)) } }
                }
            }
        }
    }
}

fn ledger(c: &Context<'_>, row: &DialogueRow) -> Markup {
    html! {
        tr {
            th scope="row" {
                span.who-long {
                    @if let [.., last] = row.perspectives.as_slice() {
                        (crate::page::parts::mark_only(c, last))
                    }
                    a href=(c.here().of(Name::Dialogue, &row.said.id)) {
                        (named(c, &row.title, &row.said, "thing-dialogue"))
                    }
                }
            }
            td {
                @if row.state == State::Open { b { (state(c, row)) } } @else { (state(c, row)) }
            }
            td.num {
                @if row.turns == 0 { span.unheard { (t!(c, "not-yet")) } } @else { (row.turns) }
            }
            td.num { @if row.open_questions > 0 { (row.open_questions) } }
            td { @if let Some(latest) = crate::page::parts::latest(c, row) { (latest) } }
        }
    }
}
