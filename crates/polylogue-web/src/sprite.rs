//! Every sign the pages draw: a glyph for each kind of move, a mark for each perspective.
//!
//! A sign never stands alone: the word beside it is the name, so all of these are hidden from
//! readers by ear. A page carries only the symbols it uses.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};
use polylogue_core::move_kind::{MoveKind, Runs};

/// How many shapes and colours there are; a twelfth perspective takes a shape again, in
/// another colour.
pub const MARKS: u64 = 11;

/// The drawing of a kind of move, on a 16-unit grid.
fn drawing(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Agrees => r#"<path d="M8 2.5v11M2.5 8h11"/>"#,
        MoveKind::IsCompatible => r#"<path d="M5.3 2.5v11M10.7 2.5v11"/>"#,
        MoveKind::SeesSynergy => {
            r#"<circle cx="5.6" cy="8" r="3.9"/><circle cx="10.4" cy="8" r="3.9"/>"#
        }
        MoveKind::Extends => r#"<path d="M2.4 3v10M2.4 8h11.2M9.6 4l4 4-4 4"/>"#,
        MoveKind::SidesWith => r#"<path d="M3.2 2.5v11M3.2 8h10.3"/>"#,
        MoveKind::PartlyAgrees => concat!(
            r#"<circle cx="8" cy="8" r="5.5"/>"#,
            r#"<path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/>"#
        ),
        MoveKind::AcceptsBut => r#"<path d="M8 1.6v8M4 5.6h8M4 13.4h8"/>"#,
        MoveKind::Disagrees => r#"<path d="M2.5 8h11"/>"#,
        MoveKind::Cautions => r#"<path d="M8 2.2l6.3 11.4H1.7zM8 6.4v3.9"/>"#,
        MoveKind::Limits => r#"<path d="M1.8 8h8.4M6.6 4.4L10.2 8l-3.6 3.6M13.4 2.5v11"/>"#,
        MoveKind::Challenges => r#"<path d="M3.2 3.2l9.6 9.6M12.8 3.2l-9.6 9.6"/>"#,
        MoveKind::Adds => r#"<path d="M2.5 13L8 3.6 13.5 13"/>"#,
        MoveKind::Emphasises => r#"<path d="M2.5 9.6h11M2.5 13h11M5 6.4L8 3.2l3 3.2"/>"#,
        MoveKind::DeEmphasises => {
            r#"<path d="M5 3.2l3 3.2 3-3.2M1.8 11.4h2.8M6.6 11.4h2.8M11.4 11.4h2.8"/>"#
        }
        MoveKind::Reframes => r#"<path d="M1.8 10.4c0-6.4 6.2-6.4 6.2-2.4s6.2 4 6.2-2.4"/>"#,
        MoveKind::Generalises => r#"<path d="M13.6 2.6L2.6 8l11 5.4"/>"#,
        MoveKind::Distinguishes => r#"<path d="M8 14V8.6L3 2.4M8 8.6l5-6.2"/>"#,
        MoveKind::Links => concat!(
            r#"<circle cx="3.6" cy="11.4" r="1.9"/><circle cx="12.4" cy="11.4" r="1.9"/>"#,
            r#"<path d="M3.6 8.4c.8-6.2 8-6.2 8.8 0"/>"#
        ),
        MoveKind::Asks => r#"<path d="M4.9 5.4c0-4 6.3-4 6.2-.1C11 7.8 8 7.6 8 10.3M8 12.3v1.9"/>"#,
        MoveKind::Answers => r#"<path d="M13.4 3v6H3.2M6.9 5.2L3 9l3.9 3.8"/>"#,
        MoveKind::LeavesOpen => r#"<path d="M11.9 3.4a6 6 0 1 0 2.1 4.2"/>"#,
        MoveKind::Defers => concat!(
            r#"<path d="M1.4 8h5.4M4.3 5l2.9 3-2.9 3"/>"#,
            r#"<path d="M10.3 8h.1M13.6 8h.1" stroke-linecap="round" stroke-width="2.2"/>"#
        ),
    }
}

/// The shapes of perspectives, on a 12-unit grid, in order of arrival.
const SHAPES: [&str; 11] = [
    r#"<circle cx="6" cy="6" r="5.4"/>"#,
    r#"<path d="M1 1h10v10H1z"/>"#,
    r#"<path d="M.4 1.2h11.2L6 11.4z"/>"#,
    r#"<path d="M6 0l6 6-6 6-6-6z"/>"#,
    r#"<path d="M.6 5.2a5.4 5.4 0 0 1 10.8 0zM.6 6.8h10.8a5.4 5.4 0 0 1-10.8 0z"/>"#,
    r#"<path d="M1 .6L11.6 11.2H1z"/>"#,
    concat!(
        r#"<path d="M4.9.3h2.2v11.4H4.9z"/>"#,
        r#"<path d="M4.9.3h2.2v11.4H4.9z" transform="rotate(60 6 6)"/>"#,
        r#"<path d="M4.9.3h2.2v11.4H4.9z" transform="rotate(120 6 6)"/>"#
    ),
    r#"<path d="M.2 3.2h11.6a5.8 5.8 0 0 1-11.6 0z"/>"#,
    r#"<path d="M.8 1h10.4v2.4H.8zM.8 4.8h10.4v2.4H.8zM.8 8.6h10.4V11H.8z"/>"#,
    concat!(
        r#"<path fill-rule="evenodd" d="M6 .4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 6 .4zm0 1.9"#,
        r#"a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4z"/><circle cx="6" cy="6" r="1.9"/>"#
    ),
    r#"<path d="M6 .6L11.6 10.8H.4z"/>"#,
];

/// The glyph of a kind of move; its word belongs beside it.
#[must_use]
pub fn glyph(kind: MoveKind) -> Markup {
    let class = match kind.runs() {
        Runs::Neither => "glyph",
        Runs::WithText => "glyph dirn",
    };
    html! {
        svg class=(class) aria-hidden="true" { use href={ "#g-" (kind.name()) } {} }
    }
}

/// The mark of the perspective that arrived at this place (from 0); its name belongs beside it.
#[must_use]
pub fn mark(place: u64) -> Markup {
    html! {
        svg class={ "mark p-" (colour(place)) } aria-hidden="true" {
            use href={ "#m-" (place % MARKS + 1) } {}
        }
    }
}

/// The same inside a drawing, with its left edge, its top and its size.
#[must_use]
pub fn mark_at(place: u64, [left, top, size]: [f64; 3]) -> Markup {
    html! {
        use href={ "#m-" (place % MARKS + 1) } class={ "p-" (colour(place)) }
            x=(format!("{left:.1}")) y=(format!("{top:.1}")) width=(size) height=(size) {}
    }
}

/// The colour of a mark: shapes come back after eleven, never in the same colour.
fn colour(place: u64) -> u64 {
    (place + 4 * (place / MARKS)) % MARKS + 1
}

/// The symbols a page uses, and no others, hidden at its head.
#[must_use]
pub fn used_in(page: &str) -> Markup {
    let mut symbols = String::new();
    let used: BTreeSet<&str> = page
        .match_indices("<use href=\"#")
        .filter_map(|(at, begun)| page[at + begun.len()..].split_once('"'))
        .map(|(name, _)| name)
        .collect();
    for kind in MoveKind::ALL {
        let name = format!("g-{}", kind.name());
        if used.contains(name.as_str()) {
            add(&mut symbols, &name, 16, drawing(kind));
        }
    }
    for (shape, number) in SHAPES.into_iter().zip(1..) {
        let name = format!("m-{number}");
        if used.contains(name.as_str()) {
            add(&mut symbols, &name, 12, shape);
        }
    }
    html! {
        @if !symbols.is_empty() {
            svg.sprite aria-hidden="true" focusable="false" { (PreEscaped(symbols)) }
        }
    }
}

fn add(symbols: &mut String, id: &str, grid: u32, drawing: &str) {
    let head = format!("<symbol id=\"{id}\" viewBox=\"0 0 {grid} {grid}\">");
    write!(symbols, "{head}{drawing}</symbol>").expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_carries_the_signs_it_uses_and_no_others() {
        let page = format!("{}{}", glyph(MoveKind::Agrees).0, mark(3).0);
        let sprite = used_in(&page).0;
        assert!(sprite.contains("id=\"g-agrees\"") && sprite.contains("id=\"m-4\""));
        assert!(!sprite.contains("g-partly-agrees") && !sprite.contains("m-1\""));
        assert!(used_in("nothing").0.is_empty());
    }

    #[test]
    fn no_two_of_the_first_hundred_perspectives_share_shape_and_colour() {
        let seen: std::collections::BTreeSet<_> = (0..100)
            .map(|place| (place % MARKS, colour(place)))
            .collect();
        assert_eq!(seen.len(), 100);
    }

    #[test]
    fn every_kind_of_move_has_its_own_drawing() {
        let seen: std::collections::BTreeSet<_> = MoveKind::ALL.into_iter().map(drawing).collect();
        assert_eq!(seen.len(), 22);
    }
}
