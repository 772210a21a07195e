//! The text of an edition: its lines as headings, paragraphs, lists, tables, figures and notes,
//! each with its number and what it rests on; then its notes and the works it cites.

use std::collections::BTreeMap;

use maud::{Markup, html};
use polylogue_node::block::{Block, List};
use polylogue_node::edition::EditionLine;
use polylogue_store::query::{TargetRow, Thing, Words};

use crate::context::Context;
use crate::markdown::Marks;
use crate::outline::Outline;
use crate::page::book::{group, inline_of};
use crate::page::parts::{kind, link_to, name, prose_with};
use crate::page::{figure, references};
use crate::t;
use crate::view::edition::EditionView;
use crate::view::synthesis::notes_led_to;

/// A line with what it is.
struct Placed<'a> {
    line: &'a EditionLine,
    block: Block<'a>,
}

/// What every line of one edition needs.
struct Frozen<'a> {
    c: &'a Context<'a>,
    view: &'a EditionView,
    marks: Marks,
}

/// The text as it was frozen.
pub(super) fn article(c: &Context<'_>, view: &EditionView) -> Markup {
    let text = &view.report.text;
    let placed = text.lines.iter().map(|line| Placed {
        line,
        block: Block::of(said(line)),
    });
    let (notes, lines): (Vec<Placed<'_>>, Vec<Placed<'_>>) =
        placed.partition(|it| matches!(it.block, Block::Note(..)));
    let order = notes_led_to(lines.iter().map(|it| said(it.line)));
    let works = references::works(c, &text.references, &text.title.language);
    let mut marks = references::marks(c, &works);
    marks.extend(leading(c, &notes, &order));
    let it = Frozen { c, view, marks };
    html! {
        article.book {
            (body(&it, &lines))
            (notes_at_the_end(&it, (&notes, &lines), &order))
            (references::list(c, &works))
        }
    }
}

/// What a line says; nothing where that was emptied.
fn said(line: &EditionLine) -> &str {
    line.words.as_ref().map_or("", |it| it.words.as_str())
}

fn id_of(line: &EditionLine) -> String {
    format!("l{}", line.number)
}

fn body(it: &Frozen<'_>, lines: &[Placed<'_>]) -> Markup {
    let mut outline = Outline::under(1);
    html! {
        @for part in lines.chunk_by(|one, next| {
            group(&one.block).is_some() && group(&one.block) == group(&next.block)
        }) {
            @match &part[0].block {
                Block::Item(List::Bulleted, _) => ul { @for one in part { (item(it, one)) } },
                Block::Item(List::Numbered, _) => ol { @for one in part { (item(it, one)) } },
                Block::Row(_) | Block::Rule => (table(it, part)),
                _ => @for one in part { (single(it, one, &mut outline)) },
            }
        }
    }
}

fn item(it: &Frozen<'_>, one: &Placed<'_>) -> Markup {
    html! { li.srow id=(id_of(one.line)) { (words(it, one)) (rests(it.c, one.line)) } }
}

fn single(it: &Frozen<'_>, one: &Placed<'_>, outline: &mut Outline) -> Markup {
    let id = id_of(one.line);
    let heading = match (&one.block, &one.line.words) {
        (Block::Heading(deep, words), Some(line)) => {
            let words = inline_of(it.c, &it.marks, (line, words));
            Some(match outline.level(*deep) {
                2 => html! { h2 { (words) } },
                3 => html! { h3 { (words) } },
                4 => html! { h4 { (words) } },
                5 => html! { h5 { (words) } },
                _ => html! { h6 { (words) } },
            })
        }
        _ => None,
    };
    html! {
        @if one.block == Block::Break {
            hr id=(id);
        } @else {
            div.srow id=(id) {
                @match heading {
                    Some(heading) => (heading),
                    None => (words(it, one)),
                }
                (rests(it.c, one.line))
            }
        }
    }
}

/// A line as it reads, without the signs that say what it is.
fn words(it: &Frozen<'_>, one: &Placed<'_>) -> Markup {
    let c = it.c;
    let Some(line) = &one.line.words else {
        return html! { p.gap { (t!(c, "edition-emptied")) } };
    };
    let inline = |words: &str| inline_of(c, &it.marks, (line, words));
    match &one.block {
        Block::Item(_, words) => inline(words),
        Block::Quotation(words) => html! { blockquote { p { (inline(words)) } } },
        Block::Figure(caption, asked) => {
            let shown = it.view.figures.get(&one.line.wording);
            figure::figure(c, shown, (inline(caption), *asked))
        }
        _ => prose_with(c, line, &it.marks),
    }
}

/// What a line rests on, behind its number.
fn rests(c: &Context<'_>, line: &EditionLine) -> Markup {
    html! {
        @if !line.traces.is_empty() {
            p.note {
                (t!(c, "edition-line", number = line.number))
                (t!(c, "line-rests", count = line.traces.len())) " "
                @for (place, it) in line.traces.iter().enumerate() {
                    @if place > 0 { "; " }
                    (traced(c, &it.target))
                }
            }
        }
    }
}

/// What a line rests on, in its place here: what it is and whose; how it was then is in the file.
fn traced(c: &Context<'_>, row: &TargetRow) -> Markup {
    let key = match row.what {
        Some(Thing::Move) => "thing-move",
        Some(Thing::Turn) => "thing-turn",
        Some(Thing::Claim) => "thing-claim",
        Some(Thing::Question) => "thing-question",
        Some(Thing::Source) => "thing-source",
        Some(Thing::Practice) => "thing-practice",
        Some(_) | None => "thing-other",
    };
    let who = match (&row.speaker, &row.by) {
        (Some(speaker), _) => Some(html! { bdi dir="auto" { (speaker) } }),
        (None, Some(by)) => Some(name(c, by)),
        (None, None) => None,
    };
    html! {
        a href=(link_to(c, row.what, &row.id)) {
            @match row.made {
                Some(number) => (kind(c, number)),
                None => (t!(c, key)),
            }
            @if let Some(who) = who { (t!(c, "between")) (who) }
        }
    }
}

/// Neighbouring rows as one table. Where the second line is a rule, the first is its head.
fn table(it: &Frozen<'_>, part: &[Placed<'_>]) -> Markup {
    let cells = |one: &Placed<'_>| match &one.block {
        Block::Row(cells) => cells.len(),
        _ => 0,
    };
    let has_head = matches!(part.get(1).map(|it| &it.block), Some(Block::Rule));
    let rows: Vec<&Placed<'_>> = part.iter().filter(|one| cells(one) > 0).collect();
    let width = rows.iter().map(|one| cells(one)).max().unwrap_or_default();
    let (head, rest) = rows.split_at(usize::from(has_head && !rows.is_empty()));
    let name = t!(it.c, "book-table");
    html! {
        @if width > 0 {
            div.scroll role="group" tabindex="0" aria-label=(name) {
                table.table {
                    caption.vh { (name) }
                    @if !head.is_empty() {
                        thead { @for one in head { (row(it, one, (width, true))) } }
                    }
                    tbody { @for one in rest { (row(it, one, (width, false))) } }
                }
            }
        }
    }
}

fn row(it: &Frozen<'_>, one: &Placed<'_>, (width, is_head): (usize, bool)) -> Markup {
    let cells = match &one.block {
        Block::Row(cells) => cells.as_slice(),
        _ => &[],
    };
    let nothing = Words::default();
    let line = one.line.words.as_ref().unwrap_or(&nothing);
    html! {
        tr id=(id_of(one.line)) {
            @for place in 0..width {
                @let words = cells.get(place);
                @let words = words.map(|words| inline_of(it.c, &it.marks, (line, words)));
                @if is_head {
                    th scope="col" { @if let Some(words) = words { (words) } }
                } @else {
                    td { @if let Some(words) = words { (words) } }
                }
            }
            td.note { (rests(it.c, one.line)) }
        }
    }
}

/// What stands in the text for each note: its number, which leads to it.
fn leading(c: &Context<'_>, notes: &[Placed<'_>], order: &[String]) -> Marks {
    let mut named: BTreeMap<&str, String> = BTreeMap::new();
    for it in notes {
        if let Block::Note(name, _) = it.block {
            named.entry(name).or_insert_with(|| id_of(it.line));
        }
    }
    let mut marks = Marks::default();
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

/// The notes in the order the text leads to them, then those it does not lead to. Each leads back
/// to the first line that leads to it.
fn notes_at_the_end(
    it: &Frozen<'_>,
    (notes, lines): (&[Placed<'_>], &[Placed<'_>]),
    order: &[String],
) -> Markup {
    let c = it.c;
    let name = |one: &Placed<'_>| match one.block {
        Block::Note(name, _) => name.to_owned(),
        _ => String::new(),
    };
    let mut sorted: Vec<(usize, &Placed<'_>)> = notes
        .iter()
        .map(|one| {
            let place = order.iter().position(|it| *it == name(one));
            (place.unwrap_or(order.len()), one)
        })
        .collect();
    sorted.sort_by_key(|(place, _)| *place);
    let from = |name: &str| {
        let mark = format!("[^{name}]");
        let first = lines.iter().find(|one| said(one.line).contains(&mark));
        first.map(|one| one.line)
    };
    html! {
        @if !sorted.is_empty() {
            h2 id="notes" { (t!(c, "book-notes")) }
            ol.asked { @for (_, one) in sorted {
                li.srow id=(id_of(one.line)) {
                    @if let (Block::Note(_, text), Some(line)) = (&one.block, &one.line.words) {
                        (inline_of(c, &it.marks, (line, text)))
                    }
                    @if let Some(line) = from(&name(one)) {
                        " " a href={ "#" (id_of(line)) } {
                            (t!(c, "edition-note-back", number = line.number))
                        }
                    }
                    (rests(c, one.line))
                }
            } }
        }
    }
}
