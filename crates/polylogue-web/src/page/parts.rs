//! Parts that many pages share: names, marks, speakers, times, remarks, tallies.

use maud::{Markup, Render, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Change, Naming, Voice};
use polylogue_core::move_kind::MoveKind;
use polylogue_store::query::{
    BroughtInRow, DialogueRow, LineageRow, MoveRow, PassageRow, PersonRef, Said, Shown, Standing,
    Tally, TargetRow, Thing, Words,
};

use crate::context::Context;
use crate::date::{Day, Moment};
use crate::link::{Link, short};
use crate::markdown::{Marks, Showing, show_prose};
use crate::routes::Name;
use crate::view::Part;
use crate::words::{Fill as _, listed};
use crate::{rich, sprite, t};

/// A short text by a person, with its language and direction.
#[must_use]
pub fn words_of(words: &Words) -> Markup {
    html! { bdi lang=[language(words)] dir=[direction(words)] { (words.words) } }
}

/// The language a text declares, if it does.
#[must_use]
pub fn language(words: &Words) -> Option<&str> {
    Some(words.language.as_str()).filter(|it| !it.is_empty() && *it != "und")
}

/// The direction a text declares; `auto` where it does not.
#[must_use]
pub fn direction(words: &Words) -> Option<&str> {
    Some(if words.direction.is_empty() {
        "auto"
    } else {
        words.direction
    })
}

/// A longer text by a person, Markdown, in one column.
#[must_use]
pub fn prose(c: &Context<'_>, words: &Words) -> Markup {
    prose_with(c, words, &Marks::new())
}

/// As [`prose`], with what stands for the notes and citations in it.
#[must_use]
pub fn prose_with(c: &Context<'_>, words: &Words, marks: &Marks) -> Markup {
    let text = c.kept.read(&words.words);
    let (things, search) = places(c);
    let showing = Showing {
        marks: Some(marks),
        ..Showing::plain(&things, &search)
    };
    html! {
        div.prose lang=[language(words)] dir=[direction(words)] { (show_prose(&text, showing)) }
    }
}

/// Where links inside people's texts lead: to things by id, and to a search for a page's name.
#[must_use]
pub fn places(c: &Context<'_>) -> (String, String) {
    match &c.here {
        Some(here) => (
            here.of(Name::Go, &here.commons)
                .to_string()
                .rsplit_once('/')
                .map_or_else(String::new, |(before, _)| format!("{before}/")),
            format!("{}?words=", here.to(Name::Search)),
        ),
        None => (String::new(), String::new()),
    }
}

/// A person's name, leading to their page.
#[must_use]
pub fn person(c: &Context<'_>, who: &PersonRef) -> Markup {
    html! {
        a href=(c.here().person(Name::Person, &who.key)) { (name(c, who)) }
        @if who.standing == Standing::Newcomer {
            " " span.quiet { (t!(c, "newcomer-beside-name")) }
        }
    }
}

/// A person's name alone.
#[must_use]
pub fn name(c: &Context<'_>, who: &PersonRef) -> Markup {
    if who.name.words.is_empty() {
        html! { span.sc { (t!(c, "nameless", key = who.key.short())) } }
    } else {
        html! {
            bdi.sc lang=[language(&who.name)] dir=[direction(&who.name)] { (who.name.words) }
        }
    }
}

/// A perspective: its mark and its name, leading to its page.
#[must_use]
pub fn perspective(c: &Context<'_>, id: &OperationId) -> Markup {
    let here = c.here();
    match here.chips.get(id) {
        Some(chip) => html! {
            a.who href=(here.of(Name::Perspective, id)) {
                (sprite::mark(chip.mark))
                @if chip.name.words.is_empty() { span.unheard { (t!(c, "perspective-gone")) } }
                @else { (words_of(&chip.name)) }
            }
        },
        None => html! { span.unheard { (t!(c, "perspective-not-here")) } },
    }
}

/// Several perspectives in a sentence.
#[must_use]
pub fn perspectives(c: &Context<'_>, ids: &[OperationId]) -> Markup {
    listed(c.words, ids.iter().map(|id| perspective(c, id)).collect())
}

/// For whom somebody speaks: "for Relocalization, from within it"; nothing for themselves.
#[must_use]
pub fn speaks_for(c: &Context<'_>, which: Option<OperationId>, voice: Voice) -> Markup {
    let Some(id) = which else { return html! {} };
    match voice {
        Voice::Within => rich!(c, "speaker-within"; perspective = perspective(c, &id)),
        Voice::OnBehalf => rich!(c, "speaker-behalf"; perspective = perspective(c, &id)),
        Voice::Oneself => html! {},
    }
}

/// Who is to be read as the speaker: the one named by a source, or the one who signed.
#[must_use]
pub fn speaker(c: &Context<'_>, said: &Said) -> Markup {
    match &said.brought_in {
        Some(from) if !from.speaker.is_empty() => html! {
            bdi.sc { (from.speaker) }
        },
        Some(_) => html! { span.sc { (t!(c, "unnamed-speaker")) } },
        None => person(c, &said.by),
    }
}

/// A number, set as the language sets it.
#[must_use]
pub fn number(c: &Context<'_>, number: u64) -> String {
    t!(c, "number", number = number)
}

/// Where a piece was brought in from, in a sentence; nothing where it was said here.
#[must_use]
pub fn brought_in(c: &Context<'_>, said: &Said) -> Markup {
    let Some(from) = &said.brought_in else {
        return html! {};
    };
    let key = match from.naming {
        Naming::Named => "brought-in-named",
        Naming::Repaired => "brought-in-repaired",
        Naming::Unnamed => "brought-in-unnamed",
        Naming::Paraphrased => "brought-in-paraphrased",
    };
    html! {
        span.from {
            (rich!(c, key; who = person(c, &said.by), source = source_of(c, from)))
        }
    }
}

/// Where a whole conversation was brought in from, and when; its turns say when they were said.
#[must_use]
pub fn brought_in_whole(c: &Context<'_>, said: &Said) -> Markup {
    let Some(from) = &said.brought_in else {
        return html! {};
    };
    html! {
        span.from {
            (rich!(c, "brought-in-whole"; who = person(c, &said.by), source = source_of(c, from),
                day = day(c, said.time)))
        }
    }
}

fn source_of(c: &Context<'_>, from: &BroughtInRow) -> Markup {
    let place = from.address.split("://").nth(1).unwrap_or(&from.address);
    let site = place.split('/').next().unwrap_or(place);
    let is_web = crate::link::is_elsewhere(&from.address);
    html! {
        @if is_web {
            a href=(from.address) rel="noreferrer nofollow" title=(from.address) {
                bdi { (site) }
            }
        } @else if from.address.starts_with("pasted:") { (t!(c, "brought-in-pasted")) }
        @else { bdi { (from.address) } }
        @if !from.licence.is_empty() {
            (rich!(c, "brought-in-licence"; licence = html! { bdi { (from.licence) } }))
        }
    }
}

/// When it was said: as told by its source, or the claimed time.
#[must_use]
pub fn when(c: &Context<'_>, said: &Said) -> Markup {
    match &said.brought_in {
        Some(from) if !from.date.is_empty() => html! { bdi { (from.date) } },
        _ => html! {
            (moment(c, said.time))
            @if said.is_earlier_than_parent { " " span { (t!(c, "time-earlier")) } }
        },
    }
}

/// When something found or listed was said: as its source tells, or the claimed time.
#[must_use]
pub fn said_at(c: &Context<'_>, told: Option<&str>, seconds: u64) -> Markup {
    match told {
        Some(date) => html! { bdi { (date) } },
        None => moment(c, seconds),
    }
}

/// When the latest turn of a dialogue was said; nothing where there is none.
#[must_use]
pub fn latest(c: &Context<'_>, row: &DialogueRow) -> Option<Markup> {
    let told = row.latest_said_at.as_deref();
    row.latest.map(|it| said_at(c, told, it))
}

/// A time: today and yesterday with the hour, older ones as a day.
#[must_use]
pub fn moment(c: &Context<'_>, seconds: u64) -> Markup {
    let (moment, today) = (Moment::of(seconds), Moment::of(c.now));
    let clock = format!("{:02}:{:02}", moment.hour, moment.minute);
    let key = match today.day.number.checked_sub(moment.day.number) {
        Some(0) => "time-today",
        Some(1) => "time-yesterday",
        _ => return day(c, seconds),
    };
    // The script tells these by the reader's own clock.
    html! { time.at datetime=(moment.machine()) { (t!(c, key, clock = clock)) } }
}

/// A day.
#[must_use]
pub fn day(c: &Context<'_>, seconds: u64) -> Markup {
    let moment = Moment::of(seconds);
    html! { time datetime=(moment.machine()) { (day_in_words(c.words, &moment.day)) } }
}

/// A day in the words of a language.
#[must_use]
pub fn day_in_words(words: &crate::words::Words, day: &Day) -> String {
    let month = words.say(MONTHS[usize::from(day.month.clamp(1, 12)) - 1], &[]);
    let filled = [
        ("day", day.day.to_string()),
        ("month", month),
        ("year", day.year.to_string()),
    ];
    let filled = filled.each_ref().map(|(name, it)| (*name, it.fill()));
    words.say("time-day", &filled)
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

/// Says what has become of a thing that cannot simply be read; nothing where it can.
#[must_use]
pub fn fate(c: &Context<'_>, said: &Said) -> Markup {
    let (key, with_reason, reason) = match &said.shown {
        Shown::Whole => return html! {},
        Shown::TextNotHere => ("fate-not-here", "fate-not-here", ""),
        Shown::ErasedByAuthor(reason) => ("fate-erased", "fate-erased-because", reason.as_str()),
        Shown::ErasedByModerator(reason) => (
            "fate-erased-moderator",
            "fate-erased-moderator-because",
            reason.as_str(),
        ),
        Shown::Hidden(reason) => ("fate-hidden", "fate-hidden-because", reason.as_str()),
        Shown::Withdrawn(reason) => ("fate-withdrawn", "fate-withdrawn-because", reason.as_str()),
    };
    html! {
        p.gone-text {
            @if reason.is_empty() { (t!(c, key)) }
            @else { (rich!(c, with_reason; reason = html! { q { bdi { (reason) } } })) }
            @let is_own = matches!(said.shown, Shown::ErasedByAuthor(_));
            @if let Some(act) = said.act.filter(|_| !is_own) {
                " " a href=(c.here().to(Name::Log).at(short(&act))) { (t!(c, "fate-minute")) }
            }
        }
    }
}

/// Says beside words that are only quoted that their author took them back; else nothing.
#[must_use]
pub fn taken_back(c: &Context<'_>, shown: &Shown) -> Markup {
    html! {
        @if matches!(shown, Shown::Withdrawn(_)) { " " span.unheard { (t!(c, "taken-back")) } }
    }
}

/// Says what was just done, if it was this, and how to take it back; at its own place on the page.
#[must_use]
pub fn just_done(c: &Context<'_>, id: &OperationId) -> Markup {
    html! {
        @if c.here().done == Some(*id) { (done_note(c, id, Some("passage"))) }
    }
}

/// That something was just done, and how to take it back: then one comes `back` there.
#[must_use]
pub fn done_note(c: &Context<'_>, id: &OperationId, back: Option<&str>) -> Markup {
    html! {
        div.told id="done" role="status" lang=(c.words.language())
            dir=(c.words.tongue().direction()) {
            p { (t!(c, "done")) }
            form method="post" action=(c.here().of(Name::Withdraw, id)) {
                @match back {
                    Some(back) => input type="hidden" name="back" value=(back);,
                    None => (crate::page::fields::came_from(c)),
                }
                button.plain type="submit" { (t!(c, "done-undo")) }
            }
        }
    }
}

/// What stands in a thing's place where its words would: that it was emptied or hidden, or what it
/// is.
#[must_use]
pub fn stand_in(c: &Context<'_>, shown: &Shown, otherwise: &str) -> String {
    match shown {
        Shown::ErasedByAuthor(_) => t!(c, "emptied-by-author"),
        Shown::ErasedByModerator(_) => t!(c, "emptied-by-moderator"),
        Shown::Hidden(_) => t!(c, "hidden-by-moderator"),
        Shown::TextNotHere => t!(c, "text-not-here"),
        Shown::Whole | Shown::Withdrawn(_) => t!(c, otherwise),
    }
}

/// The name or title of a thing, or what stands in its place.
#[must_use]
pub fn named(c: &Context<'_>, words: &Words, said: &Said, otherwise: &str) -> Markup {
    html! {
        @if words.words.is_empty() {
            span.unheard { (stand_in(c, &said.shown, otherwise)) }
        } @else { (words_of(words)) }
    }
}

/// As [`named`], for the title of a page.
#[must_use]
pub fn page_title(c: &Context<'_>, words: &Words, said: &Said, otherwise: &str) -> String {
    if words.words.is_empty() {
        stand_in(c, &said.shown, otherwise)
    } else {
        words.words.clone()
    }
}

/// Why the reader cannot write here, and what lets them.
#[must_use]
pub fn cannot_speak(c: &Context<'_>) -> String {
    t!(
        c,
        if c.here().may.vote.is() {
            "only-votes"
        } else {
            "only-members-speak"
        }
    )
}

/// Whether a thing's words can be read.
#[must_use]
pub fn is_readable(shown: &Shown) -> bool {
    matches!(shown, Shown::Whole | Shown::Withdrawn(_))
}

/// The words of a kind of move with its sign and colour.
#[must_use]
pub fn kind(c: &Context<'_>, number: u16) -> Markup {
    match MoveKind::of(number) {
        Some(kind) => html! {
            span class={ "mv " (kind.polarity().name()) } {
                (sprite::glyph(kind)) (c.words.say(&move_key(kind), &[]))
            }
        },
        None => html! { span.mv { (t!(c, "move-of-newer-version")) } },
    }
}

/// The key of a kind's word.
#[must_use]
pub fn move_key(kind: MoveKind) -> String {
    format!("move-{}", kind.name())
}

/// What a move says beside its kind: object, condition, from and to, reason.
#[must_use]
pub fn said_by_move(c: &Context<'_>, row: &MoveRow) -> Markup {
    said_by_move_as(c, row, words_of)
}

/// As [`said_by_move`], with its words shown in a way of one's own.
#[must_use]
pub fn said_by_move_as(c: &Context<'_>, row: &MoveRow, show: fn(&Words) -> Markup) -> Markup {
    html! {
        @if let Some(object) = &row.object { " " (show(object)) }
        @if let Some(condition) = &row.condition {
            " " (rich!(c, "move-condition"; condition = show(condition)))
        }
        @match (&row.from, &row.to) {
            (Some(from), Some(to)) => {
                " " (rich!(c, from_to_key(row.kind);
                    from = html! { i { (show(from)) } }, to = html! { i { (show(to)) } }))
            }
            (Some(one), None) | (None, Some(one)) => { " " i { (show(one)) } }
            (None, None) => {}
        }
        @if let Some(reason) = &row.reason { " " q { (show(reason)) } }
    }
}

fn from_to_key(kind: u16) -> &'static str {
    match MoveKind::of(kind) {
        Some(MoveKind::Distinguishes) => "move-distinguishes-from",
        _ => "move-from-to",
    }
}

/// Who makes a move, and for whom; where it stands in another's words, who marked it.
#[must_use]
pub fn mover(c: &Context<'_>, row: &MoveRow) -> Markup {
    html! {
        span.quiet {
            @match &row.found_in {
                Some(words) => {
                    (speaks_for(c, row.perspective, row.voice)) " "
                    (rich!(c, "move-marked-in"; place = words_place(c, words),
                        who = speaker(c, &row.said)))
                }
                None => {
                    (speaker(c, &row.said))
                    @if row.perspective.is_some() {
                        " " (speaks_for(c, row.perspective, row.voice))
                    }
                }
            }
        }
    }
}

/// Where the words that make a remark stand.
fn words_place(c: &Context<'_>, words: &PassageRow) -> Markup {
    html! {
        a href=(c.here().of(Name::Turn, &words.of)) {
            @match words.number {
                Some(number) => (t!(c, "quoted-turn", number = number)),
                None => (t!(c, "quoted-elsewhere")),
            }
        }
    }
}

/// A move in one line: sign and word, what it says, who makes it, disputes.
#[must_use]
pub fn move_line(c: &Context<'_>, row: &MoveRow) -> Markup {
    let is_readable = is_readable(&row.said.shown);
    html! {
        a.mv-link href=(c.here().of(Name::Move, &row.said.id)) { (kind(c, row.kind)) }
        @if is_readable { (said_by_move(c, row)) }
        " " (mover(c, row))
        @if !row.disputes.is_empty() {
            " " span.state.drift { (t!(c, "move-disputed", count = row.disputes.len())) }
        }
        @if row.said.shown != Shown::Whole { (fate(c, &row.said)) }
    }
}

/// The page of a thing.
#[must_use]
pub fn link_to(c: &Context<'_>, what: Option<Thing>, id: &OperationId) -> Link {
    c.here().of(crate::acts::thing::page_of(what), id)
}

/// The way to what a thing rests on and what rests on it.
#[must_use]
pub fn trace_link(c: &Context<'_>, id: &OperationId) -> Markup {
    html! { a href=(c.here().of(Name::Trace, id)) { (t!(c, "trace-link")) } }
}

/// The key of a thing's word.
#[must_use]
pub fn thing_key(what: Option<Thing>) -> &'static str {
    match what {
        Some(Thing::Perspective) => "thing-perspective",
        Some(Thing::Question) => "thing-question",
        Some(Thing::Dialogue) => "thing-dialogue",
        Some(Thing::Turn) => "thing-turn",
        Some(Thing::Claim) => "thing-claim",
        Some(Thing::Move) => "thing-move",
        Some(Thing::Source) => "thing-source",
        Some(Thing::Practice) => "thing-practice",
        Some(Thing::Document) => "thing-document",
        Some(Thing::Line) => "thing-line",
        Some(Thing::Comment) => "thing-comment",
        Some(Thing::Dissent) => "thing-dissent",
        Some(Thing::Person) => "thing-person",
        None => "thing-not-here",
    }
}

/// What something is about: a perspective as its chip, anything else by its words.
#[must_use]
pub fn target(c: &Context<'_>, row: &TargetRow) -> Markup {
    match row.what {
        Some(Thing::Perspective) if row.passage.is_none() => perspective(c, &row.id),
        None => html! { span.unheard { (t!(c, "thing-not-here")) } },
        Some(what) => html! {
            a href=(link_to(c, Some(what), &row.id)) {
                @match &row.passage {
                    Some(passage) if !passage.exact.is_empty() => {
                        q { bdi dir="auto" { (clipped(&passage.exact, 160)) } }
                    }
                    _ if row.words.words.is_empty() => {
                        (stand_in(c, &row.shown, thing_key(Some(what))))
                    }
                    _ => (clipped_words(&row.words)),
                }
            }
            (taken_back(c, &row.shown))
        },
    }
}

fn clipped_words(words: &Words) -> Markup {
    html! {
        bdi lang=[language(words)] dir=[direction(words)] { (clipped(&words.words, 160)) }
    }
}

/// The beginning of a text, cut at a word, with a sign that it goes on.
#[must_use]
pub fn clipped(words: &str, characters_max: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(characters_max) else {
        return words.to_owned();
    };
    let head = &words[..end];
    let cut = head
        .rfind(char::is_whitespace)
        .filter(|it| *it > end / 2)
        .unwrap_or(end);
    format!("{}…", head[..cut].trim_end())
}

/// A quotation of a passage with where it stands.
#[must_use]
pub fn quotation(c: &Context<'_>, passage: &PassageRow) -> Markup {
    quotation_of(c, passage, None)
}

/// A quotation of a passage; where the page has the turn quoted, its cite leads to the very
/// passage: the address, its number, and who said it.
#[must_use]
pub fn quotation_of(
    c: &Context<'_>,
    passage: &PassageRow,
    place: Option<(&str, &str, Markup)>,
) -> Markup {
    let here = c.here();
    html! {
        // The marks of quotation hang where the words begin, whichever way the page runs.
        blockquote.quoted.hang dir="auto" {
            @if !passage.exact.is_empty() { p { (passage.exact) } }
            cite lang=(c.words.language()) dir=(c.words.tongue().direction()) {
                @if let Some((address, number, who)) = place {
                    a href=(address) aria-label=(t!(c, "passage-number", number = number)) {
                        (number)
                    }
                    " " (who)
                } @else { @match (passage.number, passage.dialogue) {
                    (Some(number), Some(_)) => {
                        a href=(here.of(Name::Turn, &passage.of)) {
                            (t!(c, "quoted-turn", number = number))
                        }
                    }
                    _ => {
                        a href=(here.of(Name::Go, &passage.of)) { (t!(c, "quoted-elsewhere")) }
                    }
                } }
                (anchored(c, passage))
            }
        }
    }
}

/// Says where a passage's words no longer stand.
#[must_use]
pub fn anchored(c: &Context<'_>, passage: &PassageRow) -> Markup {
    use polylogue_store::query::Anchored;
    html! {
        @match passage.anchored {
            Anchored::Here => {}
            Anchored::Orphaned => { " " (t!(c, "quoted-earlier-wording")) }
            Anchored::TextNotHere => { " " (t!(c, "quoted-not-here")) }
            Anchored::Emptied => { " " (t!(c, "quoted-emptied")) }
        }
    }
}

/// Votes in a sentence: how many agree, disagree, pass, and to how many it matters.
#[must_use]
pub fn tally(c: &Context<'_>, tally: &Tally) -> Markup {
    html! {
        (t!(c, "tally", agree = tally.agree, disagree = tally.disagree, pass = tally.pass))
        @if tally.matters > 0 { (t!(c, "tally-matters", count = tally.matters)) }
    }
}

/// What became of a thing and where it came from.
#[must_use]
pub fn lineage(c: &Context<'_>, rows: &[LineageRow]) -> Markup {
    html! {
        ul.list {
            @for row in rows {
                li id=(crate::link::short(&row.said.id)) {
                    p { (lineage_sentence(c, row)) }
                    @if !row.reason.words.is_empty() { p { q { (words_of(&row.reason)) } } }
                    p.note {
                        @if !row.when.is_empty() { bdi { (row.when) } (t!(c, "between")) }
                        (rich!(c, "recorded-by"; who = person(c, &row.said.by)))
                    }
                }
            }
        }
    }
}

fn lineage_sentence(c: &Context<'_>, row: &LineageRow) -> Markup {
    let from = listed(
        c.words,
        row.from.iter().map(|it| lineage_part(c, it)).collect(),
    );
    let mut to: Vec<Markup> = row.to.iter().map(|it| lineage_part(c, it)).collect();
    to.extend(row.name.iter().map(|name| html! { i { (words_of(name)) } }));
    if to.is_empty() {
        return match row.change {
            Change::Dropped => rich!(c, "lineage-dropped"; from = from),
            _ => rich!(c, "lineage-changed"; from = from),
        };
    }
    let key = match row.change {
        Change::Renamed => "lineage-renamed",
        Change::Split => "lineage-split",
        Change::Merged => "lineage-merged",
        Change::Dropped => "lineage-dropped-for",
        Change::Reworded => "lineage-reworded",
        Change::Fused => "lineage-fused",
    };
    rich!(c, key; from = from, to = listed(c.words, to))
}

fn lineage_part(c: &Context<'_>, (id, words): &(OperationId, String)) -> Markup {
    if c.here().chips.contains_key(id) {
        return perspective(c, id);
    }
    html! { a href=(c.here().of(Name::Go, id)) { i dir="auto" { (words) } } }
}

/// An empty place: what is so, and the next step.
#[must_use]
pub fn empty(c: &Context<'_>, key: &str, step: Option<(Link, &str)>) -> Markup {
    html! {
        p.quiet { (t!(c, key)) }
        @if let Some((link, step_key)) = step {
            p.acts.sp-t { a.button href=(link) { (t!(c, step_key)) } }
        }
    }
}

/// The head of a page: what is above it, its name, what stands under it.
#[must_use]
pub fn title(over: Markup, name: impl Render, under: Markup) -> Markup {
    let (over, under) = (over.0.as_str().to_owned(), under.0);
    html! {
        div.title {
            @if !over.is_empty() { p.over { (maud::PreEscaped(over)) } }
            h1 { (name) }
            @if !under.is_empty() { p.under.meta { (maud::PreEscaped(under)) } }
        }
    }
}

/// The head of a section.
#[must_use]
pub fn section_head(id: &str, name: &str, note: Markup) -> Markup {
    html! {
        div.sec-h {
            h2 id=(id) { (name) }
            @if !note.0.is_empty() { p.note { (note) } }
        }
    }
}

/// Links to the part before and the part after in a long list.
#[must_use]
pub fn pages(c: &Context<'_>, link: &Link, part: (u64, u64), has_more: HasMore) -> Markup {
    let (offset, limit) = part;
    html! {
        @if offset > 0 || has_more == HasMore::Yes {
            nav.pages aria-label=(t!(c, "pages")) {
                @if offset > 0 {
                    a href=(link.clone().with("from", offset.saturating_sub(limit))) {
                        (t!(c, "pages-before"))
                    }
                }
                @if has_more == HasMore::Yes {
                    a href=(link.clone().with("from", offset + limit)) { (t!(c, "pages-after")) }
                }
            }
        }
    }
}

/// Where a part stands in its list, and the ways to the parts beside it; nothing where the page
/// shows the whole list. `name` is what the address calls its beginning, `what` says of what.
#[must_use]
pub fn parts(c: &Context<'_>, link: &Link, part: Part, (name, what): (&str, &str)) -> Markup {
    let shown = part.places();
    let after = (part.all - shown.end).min(part.limit);
    let before = shown.start.min(part.limit);
    let to = |from: usize| match from {
        0 => link.clone(),
        _ => link.clone().with(name, from),
    };
    html! {
        @if !part.is_beyond() && (before > 0 || after > 0) {
            nav.pages aria-label=(what) {
                span {
                    (t!(c, "pages-shown", first = shown.start + 1, last = shown.end,
                        all = part.all))
                }
                " "
                @if before > 0 {
                    a href=(to(shown.start - before)) {
                        (t!(c, "pages-previous", count = before))
                    }
                    " "
                }
                @if after > 0 {
                    a href=(to(shown.end)) { (t!(c, "pages-next", count = after)) }
                }
            }
        }
    }
}

/// What stands in place of a part that begins behind the end of its list.
#[must_use]
pub fn beyond(c: &Context<'_>, link: &Link, part: Part) -> Markup {
    html! {
        p.quiet { (t!(c, "pages-beyond", all = part.all)) }
        p.acts.sp-t { a.button href=(link) { (t!(c, "pages-first")) } }
    }
}

/// Perspectives in a sentence: the first of them, and how many more there are.
#[must_use]
pub fn some_perspectives(c: &Context<'_>, ids: &[OperationId]) -> Markup {
    let (named, more) = ids.split_at(ids.len().min(NAMED_MAX));
    html! {
        (perspectives(c, named))
        @if !more.is_empty() { " " (t!(c, "synopsis-more", count = more.len())) }
    }
}

/// Perspectives named in one sentence, at most.
const NAMED_MAX: usize = 40;

/// Whether a list goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HasMore {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// The speaker's name in markup, leading nowhere.
#[must_use]
pub fn speaker_name(c: &Context<'_>, said: &Said) -> Markup {
    match &said.brought_in {
        Some(from) if !from.speaker.is_empty() => html! { bdi { (from.speaker) } },
        Some(_) => html! { (t!(c, "unnamed-speaker")) },
        None => name(c, &said.by),
    }
}

/// The speaker's name in words.
#[must_use]
pub fn speaker_words(c: &Context<'_>, said: &Said) -> String {
    match &said.brought_in {
        Some(from) if !from.speaker.is_empty() => from.speaker.clone(),
        Some(_) => t!(c, "unnamed-speaker"),
        None => name_words(c, &said.by),
    }
}

/// A person's name in words.
#[must_use]
pub fn name_words(c: &Context<'_>, who: &PersonRef) -> String {
    if who.name.words.is_empty() {
        t!(c, "nameless", key = who.key.short())
    } else {
        who.name.words.clone()
    }
}

/// A perspective as a mark and its short name, leading nowhere.
#[must_use]
pub fn chip_only(c: &Context<'_>, id: &OperationId) -> Markup {
    html! {
        @if let Some(chip) = c.here().chips.get(id) {
            span.who { (sprite::mark(chip.mark)) bdi dir="auto" { (chip.short) } }
        }
    }
}

/// A perspective's mark alone, beside words that name it.
#[must_use]
pub fn mark_only(c: &Context<'_>, id: &OperationId) -> Markup {
    html! { @if let Some(chip) = c.here().chips.get(id) { (sprite::mark(chip.mark)) } }
}

/// A language tag, if it says something.
#[must_use]
pub fn language_tag(tag: &str) -> Option<&str> {
    Some(tag).filter(|it| !it.is_empty() && *it != "und")
}

/// A short text as it stands in an operation.
#[must_use]
pub fn text_of(text: &polylogue_core::text::Text) -> Markup {
    html! {
        bdi lang=[language_tag(&text.language)] dir=(text.direction.attribute()) { (text.words) }
    }
}

/// Who said it: the speaker, where the one who signed brought another's words in.
#[must_use]
pub fn who_said(c: &Context<'_>, by: &PersonRef, speaker: Option<&str>) -> Markup {
    html! {
        @match speaker {
            Some(speaker) => {
                bdi dir="auto" { (speaker) } (t!(c, "between"))
                (rich!(c, "brought-in-by"; who = person(c, by)))
            }
            None => (person(c, by)),
        }
    }
}

/// A longer text as it stands in an operation, Markdown.
#[must_use]
pub fn prose_of(c: &Context<'_>, text: &polylogue_core::text::Text) -> Markup {
    prose(c, &words(text))
}

/// A text as it stands in an operation, as queries give others.
#[must_use]
pub fn words(text: &polylogue_core::text::Text) -> Words {
    Words {
        words: text.words.clone(),
        language: text.language.clone(),
        direction: text.direction.attribute(),
    }
}
