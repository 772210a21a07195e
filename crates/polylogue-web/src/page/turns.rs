//! One turn as it is read: speaker, numbered passages with what was quoted, remarks beside them.

use maud::{Markup, html};
use std::collections::BTreeMap;

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Naming, Voice};
use polylogue_core::move_kind::{MoveKind, Polarity};
use polylogue_store::query::{
    BroughtInRow, MoveRow, PassageRow, QuoteRow, Shown, TargetRow, TranslationRow, TurnRow, Words,
};

use crate::context::Context;
use crate::link::short;
use crate::markdown::{Block, Rendered, Showing, Sought, Underline, locate, show_block};
use crate::page::parts::{
    brought_in, clipped, direction, fate, is_readable, just_done, kind, language, moment, move_key,
    mover, person, perspective, places, prose, quotation, quotation_of, said_by_move, speaker,
    speaker_name, speaks_for, taken_back, target, when, words_of,
};
use crate::routes::Name;
use crate::{rich, t};

/// Letters that key remarks to passages, one series for a page: a … z, aa, ab …
#[derive(Debug, Default)]
pub struct Letters {
    next: u32,
}

impl Letters {
    fn next(&mut self) -> String {
        let mut number = self.next;
        self.next += 1;
        let mut letters = Vec::new();
        loop {
            letters.push(char::from(
                b'a' + u8::try_from(number % 26).unwrap_or_default(),
            ));
            number /= 26;
            if number == 0 {
                return letters.into_iter().rev().collect();
            }
            number -= 1;
        }
    }
}

/// How much of one text of a remark stands in the margin, in characters: three short lines.
const MARGIN_CHARACTERS: usize = 96;

/// Remarks beside a passage that are read one by one; of more, two fewer are, and the rest is
/// folded.
const MARGIN_REMARKS: usize = 7;

/// What of a turn the page shows beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foot {
    /// Links to what can be done with it, and to the turns around it.
    Links(Around),
    /// Nothing: the page holds the forms themselves.
    None,
}

/// The numbers of the turns before and after one on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// The one before.
    pub before: Option<u64>,
    /// The one after.
    pub after: Option<u64>,
}

/// The turns a page shows or quotes, by id, and the letters it has used.
#[derive(Debug, Default)]
pub struct OnPage<'a> {
    /// Turns whose passages can be led to: with `true`, on this page itself.
    pub turns: BTreeMap<OperationId, (&'a TurnRow, bool)>,
    /// Letters.
    pub letters: Letters,
    /// The address all of the dialogue was brought in from, where the head of the page tells it.
    pub told_at_head: Option<&'a str>,
}

impl<'a> OnPage<'a> {
    /// A page with these turns on it, and these quoted from other pages.
    #[must_use]
    pub fn new(shown: &'a [TurnRow], quoted: &'a [TurnRow]) -> Self {
        let quoted = quoted.iter().map(|it| (it.said.id, (it, false)));
        let shown = shown.iter().map(|it| (it.said.id, (it, true)));
        Self {
            turns: quoted.chain(shown).collect(),
            letters: Letters::default(),
            told_at_head: None,
        }
    }
}

/// A turn.
#[must_use]
pub fn turn(c: &Context<'_>, row: &TurnRow, on_page: &mut OnPage<'_>, foot: Foot) -> Markup {
    let prefix = format!("t{}", row.number);
    html! {
        article.turn id=(prefix) {
            (head(c, row, on_page.told_at_head))
            (said_now(c, row))
            @if is_readable(&row.said.shown) { (body(c, row, on_page, &prefix)) }
            (at_work(c, row))
            @if foot != Foot::None { (links(c, row, foot)) }
        }
    }
}

/// That it was just said, or said anew.
fn said_now(c: &Context<'_>, row: &TurnRow) -> Markup {
    let is_said = [row.said.id, row.revision].map(|it| just_done(c, &it));
    let [said, said_anew] = is_said;
    html! {
        @if !said.0.is_empty() { div.set { (said) } }
        @else if !said_anew.0.is_empty() { div.set { (said_anew) } }
    }
}

/// Who is answering it just now.
fn at_work(c: &Context<'_>, row: &TurnRow) -> Markup {
    let who = c.here().others_at(&row.said.id);
    if who.is_empty() {
        return html! {};
    }
    let names = who
        .iter()
        .map(|it| crate::page::parts::name(c, it))
        .collect();
    html! {
        p.set.note.at-work {
            span {
                (rich!(c, "present-answering", number = row.number, count = who.len();
                    who = crate::words::listed(c.words, names)))
            }
        }
    }
}

fn head(c: &Context<'_>, row: &TurnRow, told_at_head: Option<&str>) -> Markup {
    let here = c.here();
    html! {
        header.set.turn-h {
            p.a.turn-n { a href=(here.of(Name::Turn, &row.said.id)) { (row.number) } }
            h2.speaker {
                (who_speaks(c, row))
                " " span.what {
                    (told_when(c, row))
                    @if row.wordings > 1 {
                        (t!(c, "between"))
                        a href=(here.of(Name::Turn, &row.said.id).at("wordings")) {
                            (t!(c, "turn-wordings", count = row.wordings))
                        }
                    }
                }
            }
            @let notes = head_notes(c, row, told_at_head);
            @if !notes.0.is_empty() { div.z.note { (notes) } }
        }
        @if row.said.shown != Shown::Whole {
            div.set { (fate(c, &row.said)) }
        }
    }
}

/// When it was said. When words were brought in says nothing of that, and stands elsewhere.
fn told_when(c: &Context<'_>, row: &TurnRow) -> Markup {
    let from = row.said.brought_in.as_ref();
    html! { @if from.is_none_or(|it| !it.date.is_empty()) { (when(c, &row.said)) } }
}

/// Who speaks, and for whom; a speaker whose perspective has the same name is named once.
fn who_speaks(c: &Context<'_>, row: &TurnRow) -> Markup {
    let chip = row.perspective.and_then(|it| c.here().chips.get(&it));
    let named = row.said.brought_in.as_ref().map(|it| it.speaker.as_str());
    let is_once = chip.is_some_and(|it| Some(it.name.words.as_str()) == named);
    html! {
        @match (row.perspective, is_once) {
            (Some(id), true) => {
                span.sc { (perspective(c, &id)) } " "
                span.for {
                    @match row.voice {
                        Voice::Within => (t!(c, "speak-within")),
                        Voice::OnBehalf => (t!(c, "speak-behalf")),
                        Voice::Oneself => "",
                    }
                }
            }
            _ => {
                (speaker(c, &row.said))
                @if row.perspective.is_some() {
                    " " span.for { (speaks_for(c, row.perspective, row.voice)) }
                }
            }
        }
    }
}

fn head_notes(c: &Context<'_>, row: &TurnRow, told_at_head: Option<&str>) -> Markup {
    let is_told =
        |it: &BroughtInRow| it.naming == Naming::Named && Some(it.address.as_str()) == told_at_head;
    let is_under_another = !row.licence.is_empty() && row.licence != c.here().licence;
    html! {
        @if row.said.brought_in.as_ref().is_some_and(|it| !is_told(it)) {
            p { (brought_in(c, &row.said)) }
        }
        @if row.is_forked { p { (t!(c, "turn-forked")) } }
        @if !row.same_as.is_empty() {
            p {
                (t!(c, "turn-same-as")) " "
                @for id in &row.same_as {
                    a href=(c.here().of(Name::Turn, id)) { (id.short()) } " "
                }
            }
        }
        @if is_under_another && row.said.brought_in.is_none() {
            p { (t!(c, "turn-licence", licence = row.licence)) }
        }
    }
}

/// Which way a remark concerns a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// It is about the turn or a passage of it.
    About,
    /// Words of the turn make it, about something else.
    MadeHere,
}

/// A remark that stands at words of this turn.
struct Placed<'a> {
    letter: String,
    row: &'a MoveRow,
    side: Side,
    stretches: Vec<(u32, usize, usize)>,
}

impl Placed<'_> {
    fn place(&self) -> (u32, usize) {
        self.stretches
            .first()
            .map_or((0, 0), |(paragraph, start, _)| (*paragraph, *start))
    }
}

fn body(c: &Context<'_>, row: &TurnRow, on_page: &mut OnPage<'_>, prefix: &str) -> Markup {
    let text = c.kept.read(&row.text.words);
    let (placed, elsewhere) = placed(row, &text, &mut on_page.letters);
    let underlines: Vec<Underline> = placed
        .iter()
        .flat_map(|it| underlined(c, row.number, it))
        .collect();
    let number = row.number.to_string();
    let (things, search) = places(c);
    let showing = Showing {
        prefix,
        number: &number,
        things: &things,
        search: &search,
        underlines: &underlines,
        marks: None,
    };
    let beside = Beside {
        row,
        showing,
        placed: &placed,
        on_page,
    };
    html! {
        @for block in &text.blocks { (paragraph(c, block, &beside)) }
        (late_quotes(c, &text, &beside))
        (whole(c, row, &elsewhere, Side::About))
        (whole(c, row, &elsewhere, Side::MadeHere))
        (lifted(c, row))
        @for translation in &row.translations { (translated(c, row, translation)) }
    }
}

/// Remarks in the order of the words they stand at, each with its letter; and the others.
fn placed<'a>(
    row: &'a TurnRow,
    text: &Rendered,
    letters: &mut Letters,
) -> (Vec<Placed<'a>>, Vec<(Side, &'a MoveRow)>) {
    let (mut placed, mut elsewhere) = (Vec::new(), Vec::new());
    for remark in row.moves.iter().filter(|it| is_readable(&it.said.shown)) {
        let made_here = remark.found_in.as_ref().filter(|it| it.of == row.said.id);
        let is_about = remark.target.id == row.said.id;
        let about = remark.target.passage.as_ref().filter(|_| is_about);
        let side = if made_here.is_some() {
            Side::MadeHere
        } else {
            Side::About
        };
        let stretches = made_here
            .or(about)
            .map(|it| stretches(text, it))
            .unwrap_or_default();
        if stretches.is_empty() {
            elsewhere.push((side, remark));
        } else {
            placed.push(Placed {
                letter: String::new(),
                row: remark,
                side,
                stretches,
            });
        }
    }
    placed.sort_by_key(Placed::place);
    for one in &mut placed {
        one.letter = letters.next();
    }
    (placed, elsewhere)
}

fn stretches(text: &Rendered, passage: &PassageRow) -> Vec<(u32, usize, usize)> {
    let sought = Sought {
        exact: &passage.exact,
        before: &passage.before,
        after: &passage.after,
        start: passage.start,
    };
    locate(text, sought)
}

/// The address of a remark beside a turn: one remark may stand beside two turns of a page.
#[must_use]
pub fn note_address(number: u64, row: &MoveRow) -> String {
    format!("m{number}-{}", short(&row.said.id))
}

fn underlined(c: &Context<'_>, number: u64, placed: &Placed<'_>) -> Vec<Underline> {
    let known = MoveKind::of(placed.row.kind);
    let polarity = known.map_or(Polarity::Transform, MoveKind::polarity);
    let word = known.map_or_else(String::new, |it| c.words.say(&move_key(it), &[]));
    let count = placed.stretches.len();
    let all = placed.stretches.iter().enumerate();
    all.map(|(index, (paragraph, start, end))| Underline {
        paragraph: *paragraph,
        start: *start,
        end: *end,
        class: polarity.name(),
        key: (index + 1 == count).then(|| {
            let name = t!(c, "mark-key", letter = placed.letter, kind = word);
            (
                placed.letter.clone(),
                note_address(number, placed.row),
                name,
            )
        }),
    })
    .collect()
}

/// What stands beside a turn's words.
struct Beside<'a> {
    row: &'a TurnRow,
    showing: Showing<'a>,
    placed: &'a [Placed<'a>],
    on_page: &'a OnPage<'a>,
}

fn paragraph(c: &Context<'_>, block: &Block, beside: &Beside<'_>) -> Markup {
    let (row, showing) = (beside.row, beside.showing);
    let (first, last) = (
        block.first.unwrap_or_default(),
        block.last.unwrap_or_default(),
    );
    let inside = |number: u32| first > 0 && (first..=last).contains(&number);
    let marks: Vec<_> = beside
        .placed
        .iter()
        .filter(|it| inside(it.place().0))
        .collect();
    let together = marked_together(&marks);
    let quotes = row
        .quotes
        .iter()
        .filter(|it| inside(it.paragraph.saturating_add(1)));
    let address = format!("{}-{first}", showing.prefix);
    html! {
        div.set.para id=[(first > 0).then_some(&address)] {
            @if first > 0 {
                p.a {
                    a href={ "#" (address) } aria-label=(t!(c, "passage-number",
                        number = format!("{}.{first}", showing.number))) {
                        (showing.number) "." (first)
                    }
                }
            }
            div lang=[language(&row.text)] dir=[direction(&row.text)] {
                @for quote in quotes { (quoted(c, &quote.passage, beside.on_page)) }
                (show_block(block, showing))
                @if first > 0 { (take(c, row, first)) }
                @for mark in &marks { (made_now(c, mark.row, mark.side)) }
            }
            @if !marks.is_empty() {
                ul.marks.z aria-label=(t!(c, "marks-here")) {
                    @let (first, rest) = marks.split_at(in_the_margin(marks.len()));
                    @for mark in first { (margin_mark(c, row, mark, together)) }
                    @if !rest.is_empty() {
                        li {
                            @let is_new = |it: &&Placed<'_>| {
                                c.here().done == Some(it.row.said.id)
                            };
                            details open[rest.iter().any(is_new)] {
                                summary { (t!(c, "marks-more", count = rest.len())) }
                                ul.marks {
                                    @for mark in rest { (margin_mark(c, row, mark, together)) }
                                }
                            }
                        }
                    }
                    @if let (Together::Yes, Some(one)) = (together, marks.first()) {
                        li.quiet {
                            (rich!(c, "move-all-marked-by"; who = speaker(c, &one.row.said)))
                        }
                    }
                }
            }
        }
    }
}

/// How many of so many remarks stand in the margin; the others are folded away under their count.
fn in_the_margin(count: usize) -> usize {
    if count > MARGIN_REMARKS {
        MARGIN_REMARKS - 2
    } else {
        count
    }
}

/// A passage taken up; where the turn it is of is known, its cite leads to the very passage.
fn quoted(c: &Context<'_>, passage: &PassageRow, on_page: &OnPage<'_>) -> Markup {
    let Some((turn, is_here)) = on_page.turns.get(&passage.of) else {
        return quotation(c, passage);
    };
    let text = c.kept.read(&turn.text.words);
    let found = stretches(&text, passage);
    let Some((paragraph, ..)) = found.first() else {
        return quotation(c, passage);
    };
    let anchor = format!("t{}-{paragraph}", turn.number);
    let address = if *is_here {
        format!("#{anchor}")
    } else {
        c.here().of(Name::Turn, &passage.of).at(anchor).to_string()
    };
    let who = html! {
        (speaker_name(c, &turn.said))
        @if turn.perspective.is_some() { ", " (speaks_for(c, turn.perspective, turn.voice)) }
    };
    quotation_of(
        c,
        passage,
        Some((&address, &format!("{}.{paragraph}", turn.number), who)),
    )
}

/// That a move was just made; of the two places it may have on a page, beside the words that
/// make it.
fn made_now(c: &Context<'_>, row: &MoveRow, side: Side) -> Markup {
    html! {
        @if side == Side::MadeHere || row.found_in.is_none() { (just_done(c, &row.said.id)) }
    }
}

/// What can be done with a passage, shown when its number is followed.
fn take(c: &Context<'_>, row: &TurnRow, paragraph: u32) -> Markup {
    let here = c.here();
    let turn = here
        .of(Name::Turn, &row.said.id)
        .with("paragraph", paragraph);
    html! {
        @if here.may.speak.is() {
            p.take lang=(c.words.language()) dir=(c.words.tongue().direction()) {
                a href=(turn.clone().at("answer")) { (t!(c, "take-answer")) }
                a href=(here.of(Name::Mark, &row.said.id).with("paragraph", paragraph)) {
                    (t!(c, "take-mark"))
                }
                a href=(turn.with("open", "lift").at("lift")) { (t!(c, "take-lift")) }
                a href=(here.of(Name::Mark, &row.said.id).with("paragraph", paragraph)
                    .with("kind", MoveKind::Asks.name())) { (t!(c, "take-ask")) }
                a href=(here.of(Name::Use, &row.said.id).with("paragraph", paragraph)) {
                    (t!(c, "use-link"))
                }
            }
        }
    }
}

/// Whether one person marked all remarks beside a passage, so that saying it once is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Together {
    Yes,
    No,
}

fn marked_together(marks: &[&Placed<'_>]) -> Together {
    let [first, rest @ ..] = marks else {
        return Together::No;
    };
    let is_same =
        |it: &&Placed<'_>| it.side == Side::MadeHere && it.row.said.by.key == first.row.said.by.key;
    let are_many = !rest.is_empty() && marks.iter().all(is_same);
    if are_many {
        Together::Yes
    } else {
        Together::No
    }
}

fn margin_mark(c: &Context<'_>, turn: &TurnRow, mark: &Placed<'_>, together: Together) -> Markup {
    let row = mark.row;
    html! {
        li id=(note_address(turn.number, row)) {
            span.k { (mark.letter) }
            (mark_words(c, row, mark.side, together))
            (ask_state(c, row))
            @if !row.disputes.is_empty() {
                " " span.state.drift { (t!(c, "move-disputed", count = row.disputes.len())) }
            }
        }
    }
}

/// A remark beside the turn it is about, or beside the words that make it.
fn mark_words(c: &Context<'_>, row: &MoveRow, side: Side, together: Together) -> Markup {
    html! {
        a href=(c.here().of(Name::Move, &row.said.id)) { (kind(c, row.kind)) }
        (taken_back(c, &row.said.shown))
        @if side == Side::MadeHere {
            " " (target_in_margin(c, &row.target)) (said_in_margin(c, row))
            @if together == Together::No {
                (t!(c, "between"))
                span.quiet { (rich!(c, "move-marked-by"; who = speaker(c, &row.said))) }
            }
        } @else { (said_in_margin(c, row)) " " (mover(c, row)) }
    }
}

/// What a remark says, as far as a margin has room for it; its own page has all of it. A reason
/// that only says again the words it stands beside is left to them.
fn said_in_margin(c: &Context<'_>, row: &MoveRow) -> Markup {
    let mut short = row.clone();
    let beside = row.found_in.as_ref().map_or("", |it| it.exact.as_str());
    short.reason = short.reason.filter(|it| !is_said_again(&it.words, beside));
    let texts = [&mut short.object, &mut short.condition, &mut short.reason];
    for words in texts.into_iter().flatten() {
        words.words = clipped(&words.words, MARGIN_CHARACTERS);
    }
    said_by_move(c, &short)
}

/// Whether words say no more than a passage does, letter for letter.
fn is_said_again(words: &str, passage: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|it| it.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    !words.is_empty() && letters(passage).contains(&letters(words))
}

/// What a remark in the margin is about; a turn is named by its number.
fn target_in_margin(c: &Context<'_>, row: &TargetRow) -> Markup {
    html! {
        @match row.passage.as_ref().and_then(|it| Some((it.number?, it))) {
            Some((number, passage)) => a href=(c.here().of(Name::Turn, &passage.of)) {
                (t!(c, "quoted-turn", number = number))
            },
            None => (target(c, &with_short_words(row))),
        }
    }
}

fn with_short_words(row: &TargetRow) -> TargetRow {
    let mut short = row.clone();
    short.words.words = clipped(&row.words.words, MARGIN_CHARACTERS);
    short
}

/// For a question asked: whether it was answered, and where to answer it.
#[must_use]
pub fn ask_state(c: &Context<'_>, row: &MoveRow) -> Markup {
    if MoveKind::of(row.kind) != Some(MoveKind::Asks) {
        return html! {};
    }
    let link = c.here().of(Name::Move, &row.said.id);
    let is_accepted = row.answers.iter().any(|it| !it.accepted_by.is_empty());
    html! {
        " "
        @if row.answers.is_empty() {
            a.state.open href=(link.at("answers")) { (t!(c, "ask-open")) }
        } @else if is_accepted {
            a.state href=(link.at("answers")) { (t!(c, "ask-accepted")) }
        } @else {
            a.state href=(link.at("answers")) { (t!(c, "ask-offered", count = row.answers.len())) }
        }
    }
}

/// Quotations that stand after the last paragraph, or before one that is gone.
fn late_quotes(c: &Context<'_>, text: &Rendered, beside: &Beside<'_>) -> Markup {
    let count = u32::try_from(text.paragraphs.len()).unwrap_or(u32::MAX);
    let quotes = beside.row.quotes.iter();
    let late: Vec<&QuoteRow> = quotes.filter(|it| it.paragraph >= count).collect();
    html! {
        @if !late.is_empty() {
            div.set.para {
                div { @for quote in late { (quoted(c, &quote.passage, beside.on_page)) } }
            }
        }
    }
}

/// Remarks on the turn as a whole or on words of an earlier wording, or made in the turn where
/// nobody said in which words.
fn whole(c: &Context<'_>, turn: &TurnRow, remarks: &[(Side, &MoveRow)], side: Side) -> Markup {
    let rows: Vec<_> = remarks
        .iter()
        .filter(|(it, _)| *it == side)
        .map(|(_, it)| *it)
        .collect();
    let key = match side {
        Side::About => "remarks-on-turn",
        Side::MadeHere => "remarks-in-turn",
    };
    html! {
        @if !rows.is_empty() {
            div.set {
                @let is_new = |it: &&MoveRow| c.here().done == Some(it.said.id);
                details.more open[side == Side::About || rows.iter().any(is_new)] {
                    summary { (t!(c, key, count = rows.len())) }
                    ul.marks {
                        @for row in rows {
                            li id=(note_address(turn.number, row)) {
                                (mark_words(c, row, side, Together::No))
                                @if let Some(passage) = &row.target.passage {
                                    @if !passage.exact.is_empty() {
                                        " " q { bdi dir="auto" { (passage.exact) } }
                                    }
                                    (crate::page::parts::anchored(c, passage))
                                }
                                (ask_state(c, row))
                                (made_now(c, row, side))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn lifted(c: &Context<'_>, row: &TurnRow) -> Markup {
    html! {
        @if !row.claims.is_empty() {
            div.set {
                details.more {
                    summary { (t!(c, "claims-lifted", count = row.claims.len())) }
                    ul.marks {
                        @for (id, words) in &row.claims {
                            li { a href=(c.here().of(Name::Claim, id)) { (words_of(words)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A translation beside its original, paragraph by paragraph where both have as many; open for
/// whoever reads the pages in its language.
fn translated(c: &Context<'_>, turn: &TurnRow, row: &TranslationRow) -> Markup {
    let tag = row.text.language.split('-').next().unwrap_or_default();
    let is_open = tag == c.words.language() && !turn.text.language.starts_with(tag);
    html! {
        @if is_readable(&row.said.shown) {
            div.set {
                details.more.wide open[is_open] {
                    summary {
                        (rich!(c, "translated-by";
                            who = crate::page::parts::name(c, &row.said.by),
                            language = html! { bdi { (row.text.language) } }))
                    }
                    (facing(c, &turn.text, &row.text))
                    p.note {
                        (person(c, &row.said.by)) (t!(c, "between")) (moment(c, row.said.time))
                    }
                }
            }
        }
    }
}

fn facing(c: &Context<'_>, original: &Words, translation: &Words) -> Markup {
    let (first, second) = (
        c.kept.read(&original.words),
        c.kept.read(&translation.words),
    );
    if first.blocks.len() != second.blocks.len() {
        return prose(c, translation);
    }
    let (things, search) = places(c);
    let showing = Showing::plain(&things, &search);
    html! {
        div.facing {
            @for (one, other) in first.blocks.iter().zip(&second.blocks) {
                div lang=[language(original)] dir=[direction(original)] {
                    (show_block(one, showing))
                }
                div lang=[language(translation)] dir=[direction(translation)] {
                    (show_block(other, showing))
                }
            }
        }
    }
}

/// The turns before and after on the page, and the contents.
fn around_it(c: &Context<'_>, around: Around) -> Markup {
    html! {
        @if let Some(number) = around.before {
            a.around href={ "#t" (number) } aria-label=(t!(c, "turn-before", number = number)) {
                "↑ " (number)
            }
        }
        @if let Some(number) = around.after {
            a.around href={ "#t" (number) } aria-label=(t!(c, "turn-after", number = number)) {
                "↓ " (number)
            }
        }
        @if around.before.is_some() { a.around href="#contents" { (t!(c, "dialogue-turns")) } }
    }
}

fn links(c: &Context<'_>, row: &TurnRow, foot: Foot) -> Markup {
    let here = c.here();
    let turn = here.of(Name::Turn, &row.said.id);
    html! {
        footer.set.turn-f {
            p {
                @if here.may.speak.is() && is_readable(&row.said.shown) {
                    a href=(turn.clone().at("answer")) { (t!(c, "turn-answer")) }
                    a href=(here.of(Name::Mark, &row.said.id)) { (t!(c, "turn-mark")) }
                    a href=(turn.with("open", "lift").at("lift")) { (t!(c, "turn-lift")) }
                }
                (taking_away(c, row))
                a href=(here.of(Name::Thing, &row.said.id)) { (t!(c, "turn-more")) }
                @if let Foot::Links(around) = foot { (around_it(c, around)) }
            }
        }
    }
}

/// Of one's own turn, the ways to take it back and to erase it.
#[must_use]
pub fn taking_away(c: &Context<'_>, row: &TurnRow) -> Markup {
    let here = c.here();
    let is_own = row.said.brought_in.is_none() && row.said.by.key == here.me;
    let at = |act: Name| {
        let word = crate::routes::of(act).word;
        here.of(Name::Thing, &row.said.id)
            .with("open", word)
            .at(word)
    };
    html! {
        @if is_own && here.may.speak.is() {
            @if row.said.shown == Shown::Whole {
                a href=(at(Name::Withdraw)) { (t!(c, "turn-take-back")) }
            }
            @if is_readable(&row.said.shown) {
                a href=(at(Name::Erase)) { (t!(c, "turn-erase")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_said_again_where_the_passage_has_all_of_them() {
        assert!(is_said_again("Who pays?", "and who pays"));
        assert!(!is_said_again("Who pays, and when?", "and who pays"));
        assert!(!is_said_again("", "x") && !is_said_again("Why?", ""));
    }

    #[test]
    fn letters_go_on_after_z() {
        let mut letters = Letters::default();
        let all: Vec<String> = (0..54).map(|_| letters.next()).collect();
        assert_eq!((all[0].as_str(), all[25].as_str()), ("a", "z"));
        assert_eq!(
            (all[26].as_str(), all[51].as_str(), all[52].as_str()),
            ("aa", "az", "ba")
        );
    }
}
