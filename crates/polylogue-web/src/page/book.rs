//! The body of a document: its lines as headings, paragraphs, lists, tables, figures and notes.
//! Neighbouring items are one list and neighbouring rows one table, and each keeps its own address
//! and margin. Drawn from a view alone, so that a published copy is drawn by the same functions.

use std::collections::BTreeMap;

use maud::{Markup, html};
use polylogue_node::block::{Block, List};
use polylogue_store::query::{LineRow, Wording, Words};

use crate::context::Context;
use crate::link::short;
use crate::markdown::{Marks, Showing, show_inline};
use crate::outline::Outline;
use crate::page::beside::{self, Beside};
use crate::page::parts::{direction, language, places, prose_with};
use crate::page::{comments, figure, line_form, references};
use crate::view::synthesis::{SynthesisView, Writing};
use crate::{rich, t};

/// Wordings of one line that stand open; more are folded away.
const WORDINGS_OPEN: usize = 3;

/// A line with what it is, its number among those that say something, and what stands beside it.
struct Placed<'a> {
    row: &'a LineRow,
    block: Block<'a>,
    number: Option<usize>,
}

/// What every line of one page needs.
struct Book<'a> {
    c: &'a Context<'a>,
    view: &'a SynthesisView,
    marks: Marks,
    beside: Beside<'a>,
}

/// The lines of a document that stand, and its works cited.
#[must_use]
pub fn article(c: &Context<'_>, view: &SynthesisView) -> Markup {
    let all = placed(view);
    let (notes, lines): (Vec<&Placed<'_>>, Vec<&Placed<'_>>) = all
        .iter()
        .partition(|it| matches!(it.block, Block::Note(..)));
    let order = view.notes.as_slice();
    let works = references::works(c, &view.references, &view.row.title.language);
    let book = Book {
        c,
        view,
        marks: marks(c, &works, &notes, order),
        beside: Beside::of(c, view),
    };
    html! {
        article.book {
            (body(&book, &lines))
            (notes_at_the_end(&book, &notes, order))
            (references::list(c, &works))
        }
    }
}

fn placed(view: &SynthesisView) -> Vec<Placed<'_>> {
    let placed = view.lines.iter().map(|row| {
        let text = row.wordings.first().map_or("", |it| it.text.words.as_str());
        Placed {
            row,
            block: Block::of(text),
            number: view.numbers.get(&row.said.id).copied(),
        }
    });
    placed.collect()
}

/// What neighbouring lines have in common, where they are shown as one: 0 for items in any order, 1
/// for numbered ones, 2 for rows of a table.
pub(crate) fn group(block: &Block<'_>) -> Option<u8> {
    match block {
        Block::Item(List::Bulleted, _) => Some(0),
        Block::Item(List::Numbered, _) => Some(1),
        Block::Row(_) | Block::Rule => Some(2),
        _ => None,
    }
}

fn body(book: &Book<'_>, lines: &[&Placed<'_>]) -> Markup {
    let mut outline = Outline::under(1);
    html! {
        @for part in lines.chunk_by(|one, next| {
            group(&one.block).is_some() && group(&one.block) == group(&next.block)
        }) {
            @match group(&part[0].block) {
                Some(0) => ul { @for it in part { (item(book, it)) } },
                Some(1) => ol { @for it in part { (item(book, it)) } },
                Some(_) => (table(book, part)),
                None => @for it in part { (single(book, it, &mut outline)) },
            }
        }
    }
}

/// A line that stands by itself.
fn single(book: &Book<'_>, it: &Placed<'_>, outline: &mut Outline) -> Markup {
    let id = short(&it.row.said.id);
    match &it.block {
        // While it is being worded anew a field stands in its place.
        Block::Heading(..) if book.view.writing == Writing::One(it.row.said.id) => {
            html! { div.srow id=(id) { (worded(book, it, None)) } }
        }
        Block::Heading(deep, _) => {
            let level = outline.level(*deep);
            html! { div.srow id=(id) { (worded(book, it, Some(level))) } }
        }
        Block::Break => html! { hr id=(id); },
        _ => html! { div.srow id=(id) { (worded(book, it, None)) } },
    }
}

fn item(book: &Book<'_>, it: &Placed<'_>) -> Markup {
    html! { li.srow id=(short(&it.row.said.id)) { (worded(book, it, None)) } }
}

/// All wordings of a line: one with its margin, or several side by side, each as its author has it.
fn worded(book: &Book<'_>, it: &Placed<'_>, heading: Option<u8>) -> Markup {
    let c = book.c;
    if book.view.writing == Writing::One(it.row.said.id) {
        return html! { div.p { (line_form::form(c, it.row, "lines")) } };
    }
    if let [wording] = it.row.wordings.as_slice()
        && !it.row.is_contested()
    {
        return html! {
            (book.beside.tally(it.row, wording, it.number))
            // The note comes first, so that it floats beside the first row of its line; where there
            // is no margin the styles put it below.
            div.p { (book.beside.panel(it.row, wording)) (words(book, wording, heading)) }
            (commented(book, it))
        };
    }
    let (open, more) = it
        .row
        .wordings
        .split_at(it.row.wordings.len().min(WORDINGS_OPEN));
    html! {
        (beside::struck(c, it.row))
        @if it.row.wordings.len() > 1 {
            p.note {
                a href=(beside::line_link(c, it.row)) {
                    (t!(c, "line-wordings", count = it.row.wordings.len()))
                }
            }
        }
        div.cols { @for wording in open { (version(book, it, wording, heading)) } }
        @if !more.is_empty() {
            details.more {
                summary { (t!(c, "book-more-wordings", count = more.len())) }
                div.cols { @for wording in more { (version(book, it, wording, heading)) } }
            }
        }
        @if let Some(wording) = it.row.wordings.first() {
            (book.beside.tally(it.row, wording, it.number))
        }
        (commented(book, it))
    }
}

/// What was said of a line and waits for an answer.
fn commented(book: &Book<'_>, it: &Placed<'_>) -> Markup {
    comments::beside(book.c, book.view, &it.row.said.id)
}

/// One of several wordings.
fn version(book: &Book<'_>, it: &Placed<'_>, wording: &Wording, heading: Option<u8>) -> Markup {
    let c = book.c;
    html! {
        div.p {
            (words(book, wording, heading))
            p.note {
                (rich!(c, "book-wording-by"; who = beside::writer(c, &book.view.came, wording)))
            }
            div.note { (book.beside.told(it.row, wording)) }
        }
    }
}

/// A wording as it reads, without the signs that say what it is.
fn words(book: &Book<'_>, wording: &Wording, heading: Option<u8>) -> Markup {
    let block = Block::of(&wording.text.words);
    match (&block, heading) {
        (Block::Heading(_, words), level) => {
            let inside = inline(book, wording, words);
            match level.unwrap_or(3) {
                2 => html! { h2 { (inside) } },
                3 => html! { h3 { (inside) } },
                4 => html! { h4 { (inside) } },
                5 => html! { h5 { (inside) } },
                _ => html! { h6 { (inside) } },
            }
        }
        (Block::Item(_, words), _) => inline(book, wording, words),
        (Block::Quotation(words), _) => html! {
            blockquote { p { (inline(book, wording, words)) } }
        },
        (Block::Figure(caption, asked), _) => figure::figure(
            book.c,
            book.view.figures.get(&wording.said.id),
            (inline(book, wording, caption), *asked),
        ),
        (Block::Row(cells), _) => html! { (inline(book, wording, &cells.join(" | "))) },
        (Block::Words(words), _) if !words.contains('\n') => inline(book, wording, words),
        _ => prose_with(book.c, &wording.text, &book.marks),
    }
}

/// Words of a line within an element of ours, in the language they declare.
fn inline(book: &Book<'_>, wording: &Wording, words: &str) -> Markup {
    inline_of(book.c, &book.marks, (&wording.text, words))
}

/// Words of a line, which is given whole beside them.
pub(super) fn inline_of(c: &Context<'_>, marks: &Marks, (line, words): (&Words, &str)) -> Markup {
    let text = c.kept.read(words);
    let (things, search) = places(c);
    let showing = Showing {
        marks: Some(marks),
        ..Showing::plain(&things, &search)
    };
    let is_plain = text.blocks.len() <= 1;
    html! {
        @if is_plain {
            span.line lang=[language(line)] dir=[direction(line)] {
                (show_inline(&text, showing))
            }
        } @else { (prose_with(c, line, marks)) }
    }
}

/// Neighbouring rows as one table. Where the second line is a rule, the first is its head.
fn table(book: &Book<'_>, part: &[&Placed<'_>]) -> Markup {
    let c = book.c;
    let has_head = matches!(part.get(1).map(|it| &it.block), Some(Block::Rule));
    let rows: Vec<&&Placed<'_>> = part
        .iter()
        .filter(|it| matches!(it.block, Block::Row(_)))
        .collect();
    let cells = |it: &Placed<'_>| match &it.block {
        Block::Row(cells) => cells.len(),
        _ => 0,
    };
    let width = rows.iter().map(|it| cells(it)).max().unwrap_or_default();
    let (head, rest) = rows.split_at(usize::from(has_head && !rows.is_empty()));
    let name = t!(c, "book-table");
    html! {
        @if width == 0 {
            @for it in part { hr id=(short(&it.row.said.id)); }
        } @else {
            div.scroll role="group" tabindex="0" aria-label=(name) {
                table.table {
                    caption.vh { (name) }
                    @if !head.is_empty() {
                        thead { @for it in head { (row(book, it, Cell::Head(width))) } }
                    }
                    tbody { @for it in rest { (row(book, it, Cell::Body(width))) } }
                }
            }
        }
    }
}

/// Which part of a table a row stands in, and how many cells its rows have.
#[derive(Clone, Copy)]
enum Cell {
    Head(usize),
    Body(usize),
}

fn row(book: &Book<'_>, it: &Placed<'_>, cell: Cell) -> Markup {
    let c = book.c;
    let (Cell::Head(width) | Cell::Body(width)) = cell;
    html! {
        @for (index, wording) in it.row.wordings.iter().enumerate() {
            @let block = Block::of(&wording.text.words);
            @let cells = match &block {
                Block::Row(cells) => cells.as_slice(),
                _ => &[],
            };
            tr id=[(index == 0).then(|| short(&it.row.said.id))] {
                @for place in 0..width {
                    @let words = cells.get(place).map(|it| inline(book, wording, it));
                    @match cell {
                        Cell::Head(_) => th scope="col" { @if let Some(words) = words { (words) } },
                        Cell::Body(_) => td { @if let Some(words) = words { (words) } },
                    }
                }
                td.note {
                    (book.beside.in_table(it.row, wording, it.number))
                    @if index == 0 { (beside::struck(c, it.row)) }
                    @if index == 0 { (commented(book, it)) }
                }
            }
        }
    }
}

/// What is shown for every note and citation in the text.
fn marks(
    c: &Context<'_>,
    works: &references::Works<'_>,
    notes: &[&Placed<'_>],
    order: &[String],
) -> Marks {
    let mut named: BTreeMap<&str, String> = BTreeMap::new();
    for it in notes {
        if let Block::Note(name, _) = it.block {
            named.entry(name).or_insert_with(|| short(&it.row.said.id));
        }
    }
    let mut marks = references::marks(c, works);
    for (number, name) in (1_usize..).zip(order) {
        let shown = match named.get(name.as_str()) {
            Some(id) => html! {
                sup { a href={ "#" (id) } aria-label=(t!(c, "book-note", name = number)) {
                    (number)
                } }
            },
            None => html! { " " span.unheard { (t!(c, "book-note-missing")) " (" (name) ")" } },
        };
        marks.insert(format!("[^{name}]"), shown);
    }
    marks
}

/// The notes in the order the text leads to them, then those it does not lead to.
fn notes_at_the_end(book: &Book<'_>, notes: &[&Placed<'_>], order: &[String]) -> Markup {
    let c = book.c;
    let mut sorted: Vec<(usize, &&Placed<'_>)> = notes
        .iter()
        .map(|it| {
            let name = match it.block {
                Block::Note(name, _) => name,
                _ => "",
            };
            let place = order.iter().position(|it| it == name);
            (place.unwrap_or(order.len()), it)
        })
        .collect();
    sorted.sort_by_key(|(place, _)| *place);
    let is_part = book.view.part.0 > 0 || book.view.has_more;
    html! {
        @if !sorted.is_empty() {
            h2 id="notes" { (t!(c, "book-notes")) }
            ol.asked { @for (place, it) in sorted {
                // In a part of a text the others are elsewhere.
                @let number = is_part.then_some(place + 1);
                li.srow id=(short(&it.row.said.id)) value=[number] {
                    (beside::struck(c, it.row))
                    @for wording in &it.row.wordings { (note(book, it, wording)) }
                    (commented(book, it))
                }
            } }
        }
    }
}

fn note(book: &Book<'_>, it: &Placed<'_>, wording: &Wording) -> Markup {
    let c = book.c;
    html! {
        div.p {
            @match Block::of(&wording.text.words) {
                Block::Note(name, "") => {
                    span.unheard { (t!(c, "book-note-empty")) " (" (name) ")" }
                }
                Block::Note(_, words) => (inline(book, wording, words)),
                _ => (words(book, wording, None)),
            }
            (book.beside.panel(it.row, wording))
        }
        (book.beside.tally(it.row, wording, it.number))
    }
}
