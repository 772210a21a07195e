//! One turn as it is read: speaker, numbered passages with what was quoted, remarks beside them.

use maud::{Markup, html};
use polylogue_core::move_kind::{MoveKind, Polarity};
use polylogue_store::query::{MoveRow, QuoteRow, TranslationRow, TurnRow};

use crate::context::Context;
use crate::link::short;
use crate::markdown::{Block, Rendered, Showing, Sought, Underline, locate, show_block};
use crate::page::parts::{
    brought_in, direction, fate, is_readable, kind, language, mover, moment, move_key, move_line,
    person, places, prose, quotation, said_by_move, speaker, speaks_for, when, words_of,
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
            letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
            number /= 26;
            if number == 0 {
                return letters.into_iter().rev().collect();
            }
            number -= 1;
        }
    }
}

/// What of a turn the page shows beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foot {
    /// Links to what can be done with it.
    Links,
    /// Nothing: the page holds the forms themselves.
    None,
}

/// A turn.
#[must_use]
pub fn turn(c: &Context<'_>, row: &TurnRow, letters: &mut Letters, foot: Foot) -> Markup {
    let prefix = format!("t{}", row.number);
    html! {
        article.turn id=(prefix) {
            (head(c, row))
            @if row.said.shown == polylogue_store::query::Shown::Whole || is_readable(&row.said.shown) {
                (body(c, row, letters, &prefix))
            }
            @if foot == Foot::Links { (links(c, row)) }
        }
    }
}

fn head(c: &Context<'_>, row: &TurnRow) -> Markup {
    let here = c.here();
    html! {
        header.set.turn-h {
            p.a.turn-n { a href=(here.of(Name::Turn, &row.said.id)) { (row.number) } }
            h2.speaker {
                (speaker(c, &row.said))
                @if row.perspective.is_some() {
                    " " span.for { (speaks_for(c, row.perspective, row.voice)) }
                }
                span.what {
                    (when(c, &row.said))
                    @if row.wordings > 1 {
                        (t!(c, "between"))
                        a href=(here.of(Name::Turn, &row.said.id).at("wordings")) {
                            (t!(c, "turn-wordings", count = row.wordings))
                        }
                    }
                    (brought_in(c, &row.said))
                }
            }
            @let notes = head_notes(c, row);
            @if !notes.0.is_empty() { div.z.note { (notes) } }
        }
        @if row.said.shown != polylogue_store::query::Shown::Whole {
            div.set { (fate(c, &row.said.shown)) }
        }
    }
}

fn head_notes(c: &Context<'_>, row: &TurnRow) -> Markup {
    html! {
        @if row.is_forked { p { (t!(c, "turn-forked")) } }
        @if !row.same_as.is_empty() {
            p {
                (t!(c, "turn-same-as")) " "
                @for id in &row.same_as {
                    a href=(c.here().of(Name::Turn, id)) { (id.short()) } " "
                }
            }
        }
        @if !row.licence.is_empty() && row.said.brought_in.is_none() && row.licence != c.here().licence {
            p { (t!(c, "turn-licence", licence = row.licence)) }
        }
    }
}

/// A remark that stands at words of this turn.
struct Placed<'a> {
    letter: String,
    row: &'a MoveRow,
    block_paragraph: u32,
}

fn body(c: &Context<'_>, row: &TurnRow, letters: &mut Letters, prefix: &str) -> Markup {
    let text = c.kept.read(&row.text.words);
    let (mut placed, mut elsewhere, mut underlines) = (Vec::new(), Vec::new(), Vec::new());
    for remark in row.moves.iter().filter(|it| is_readable(&it.said.shown)) {
        let stretches = stretches(&text, remark);
        let Some((first, ..)) = stretches.first() else {
            elsewhere.push(remark);
            continue;
        };
        let letter = letters.next();
        underlines.extend(underlined(c, remark, &stretches, &letter));
        placed.push(Placed { letter, row: remark, block_paragraph: *first });
    }
    let number = row.number.to_string();
    let (things, search) = places(c);
    let showing = Showing {
        prefix,
        number: &number,
        things: &things,
        search: &search,
        underlines: &underlines,
    };
    html! {
        @for block in &text.blocks { (paragraph(c, row, block, (showing, &placed))) }
        (late_quotes(c, row, &text))
        @if !elsewhere.is_empty() { (whole(c, &elsewhere)) }
        (lifted(c, row))
        @for translation in &row.translations { (translated(c, translation)) }
    }
}

fn stretches(text: &Rendered, remark: &MoveRow) -> Vec<(u32, usize, usize)> {
    let Some(passage) = &remark.target.passage else { return Vec::new() };
    let sought = Sought {
        exact: &passage.exact,
        before: &passage.before,
        after: &passage.after,
        start: passage.start,
    };
    locate(text, sought)
}

fn underlined(
    c: &Context<'_>,
    remark: &MoveRow,
    stretches: &[(u32, usize, usize)],
    letter: &str,
) -> Vec<Underline> {
    let known = MoveKind::of(remark.kind);
    let polarity = known.map_or(Polarity::Transform, MoveKind::polarity);
    let word = known.map_or_else(String::new, |it| c.words.say(&move_key(it), &[]));
    let count = stretches.len();
    let all = stretches.iter().enumerate();
    all.map(|(index, (paragraph, start, end))| Underline {
        paragraph: *paragraph,
        start: *start,
        end: *end,
        class: polarity.name(),
        key: (index + 1 == count).then(|| {
            let name = t!(c, "mark-key", letter = letter, kind = word);
            (letter.to_owned(), format!("m-{}", short(&remark.said.id)), name)
        }),
    })
    .collect()
}

fn paragraph(
    c: &Context<'_>,
    row: &TurnRow,
    block: &Block,
    (showing, placed): (Showing<'_>, &[Placed<'_>]),
) -> Markup {
    let (first, last) = (block.first.unwrap_or_default(), block.last.unwrap_or_default());
    let inside = |number: u32| first > 0 && (first..=last).contains(&number);
    let marks: Vec<_> = placed.iter().filter(|it| inside(it.block_paragraph)).collect();
    let quotes = row.quotes.iter().filter(|it| inside(it.paragraph.saturating_add(1)));
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
                @for quote in quotes { (quotation(c, &quote.passage)) }
                (show_block(block, showing))
                @if first > 0 { (take(c, row, first)) }
            }
            @if !marks.is_empty() {
                ul.marks.z aria-label=(t!(c, "marks-here")) {
                    @for mark in marks { (margin_mark(c, mark)) }
                }
            }
        }
    }
}

/// What can be done with a passage, shown when its number is followed.
fn take(c: &Context<'_>, row: &TurnRow, paragraph: u32) -> Markup {
    let here = c.here();
    let turn = here.of(Name::Turn, &row.said.id).with("paragraph", paragraph);
    html! {
        @if here.may.speak.is() {
            p.take lang=(c.words.language()) dir="ltr" {
                a href=(turn.clone().at("answer")) { (t!(c, "take-answer")) }
                a href=(here.of(Name::Mark, &row.said.id).with("paragraph", paragraph)) {
                    (t!(c, "take-mark"))
                }
                a href=(turn.with("open", "lift").at("lift")) { (t!(c, "take-lift")) }
            }
        }
    }
}

fn margin_mark(c: &Context<'_>, mark: &Placed<'_>) -> Markup {
    let row = mark.row;
    html! {
        li id={ "m-" (short(&row.said.id)) } {
            span.k { (mark.letter) }
            a href=(c.here().of(Name::Move, &row.said.id)) { (kind(c, row.kind)) }
            (said_by_move(c, row)) " " (mover(c, row))
            (ask_state(c, row))
            @if !row.disputes.is_empty() {
                " " span.state.drift { (t!(c, "move-disputed", count = row.disputes.len())) }
            }
        }
    }
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
fn late_quotes(c: &Context<'_>, row: &TurnRow, text: &Rendered) -> Markup {
    let count = u32::try_from(text.paragraphs.len()).unwrap_or(u32::MAX);
    let late: Vec<&QuoteRow> = row.quotes.iter().filter(|it| it.paragraph >= count).collect();
    html! {
        @if !late.is_empty() {
            div.set.para { div { @for quote in late { (quotation(c, &quote.passage)) } } }
        }
    }
}

/// Remarks on the turn as a whole, or on words of an earlier wording.
fn whole(c: &Context<'_>, remarks: &[&MoveRow]) -> Markup {
    html! {
        div.set {
            div {
                p.note { (t!(c, "remarks-on-turn")) }
                ul.marks {
                    @for row in remarks {
                        li id={ "m-" (short(&row.said.id)) } {
                            (move_line(c, row))
                            @if let Some(passage) = &row.target.passage {
                                " " q { bdi dir="auto" { (passage.exact) } }
                                (crate::page::parts::anchored(c, passage))
                            }
                            (ask_state(c, row))
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
                div {
                    p.note { (t!(c, "claims-lifted", count = row.claims.len())) }
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

fn translated(c: &Context<'_>, row: &TranslationRow) -> Markup {
    html! {
        @if is_readable(&row.said.shown) {
            div.set {
                details.more {
                    summary {
                        (rich!(c, "translated-by";
                            who = crate::page::parts::name(c, &row.said.by),
                            language = html! { bdi { (row.text.language) } }))
                    }
                    (prose(c, &row.text))
                    p.note {
                        (person(c, &row.said.by)) (t!(c, "between")) (moment(c, row.said.time))
                    }
                }
            }
        }
    }
}

fn links(c: &Context<'_>, row: &TurnRow) -> Markup {
    let here = c.here();
    let turn = here.of(Name::Turn, &row.said.id);
    html! {
        footer.set.turn-f {
            p {
                @if here.may.speak.is() {
                    a href=(turn.clone().at("answer")) { (t!(c, "turn-answer")) }
                    a href=(here.of(Name::Mark, &row.said.id)) { (t!(c, "turn-mark")) }
                    a href=(turn.with("open", "lift").at("lift")) { (t!(c, "turn-lift")) }
                }
                a href=(here.of(Name::Thing, &row.said.id)) { (t!(c, "turn-more")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let mut letters = Letters::default();
        let all: Vec<String> = (0..54).map(|_| letters.next()).collect();
        assert_eq!((all[0].as_str(), all[25].as_str()), ("a", "z"));
        assert_eq!((all[26].as_str(), all[51].as_str(), all[52].as_str()), ("aa", "az", "ba"));
    }
}
