//! Who answers whom, as a drawing: perspectives on a circle, or around the one in the middle.

use maud::{Markup, html};

use crate::context::Context;
use crate::view::sift_voices::{DRAWN_MAX, SiftVoicesView};
use crate::{sprite, t};

/// The middle and the radius, in units of the drawing.
const MIDDLE: (f64, f64) = (340.0, 210.0);
const RADIUS: (f64, f64) = (230.0, 165.0);
/// How far a line ends from the middle of a mark.
const GAP: f64 = 16.0;
/// How large a mark is.
const MARK: f64 = 18.0;

/// The drawing; nothing where there are too many perspectives.
pub(super) fn figure(c: &Context<'_>, view: &SiftVoicesView) -> Markup {
    if view.perspectives.len() > DRAWN_MAX {
        return html! {};
    }
    let places = places(view);
    let edges = view.drawn.iter().filter_map(|(from, to)| {
        let (from, to) = (places.get(*from)?, places.get(*to)?);
        Some(arrow(*from, *to))
    });
    let edges: Vec<(String, String)> = edges.collect();
    html! {
        figure.fig {
            svg.graph viewBox="-60 0 800 430" role="img" aria-labelledby="graph-t" {
                title id="graph-t" { (t!(c, "sift-answers")) }
                @for (line, head) in &edges {
                    path.edge d=(line) {}
                    path.arrow d=(head) {}
                }
                @for (place, id) in places.iter().zip(&view.perspectives) {
                    @if let Some(chip) = c.here().chips.get(id) {
                        (sprite::mark_at(chip.mark, around(*place)))
                        text.node-t.halo x=(round(place.0)) y=(round(label(place.1)))
                            text-anchor="middle" { (chip.short) }
                    }
                }
            }
            figcaption { (t!(c, "sift-graph-caption")) }
        }
    }
}

/// Where a mark stands around a point: its left edge, its top and its size.
fn around((x, y): (f64, f64)) -> [f64; 3] {
    [x - MARK / 2.0, y - MARK / 2.0, MARK]
}

fn label(y: f64) -> f64 {
    if y < MIDDLE.1 { y - 14.0 } else { y + 26.0 }
}

fn places(view: &SiftVoicesView) -> Vec<(f64, f64)> {
    let all = view.perspectives.len();
    let centre = view.shape.star_around;
    let around = (0..all).filter(|it| Some(*it) != centre);
    let mut places = vec![MIDDLE; all];
    let count = f64::from(u32::try_from(all - usize::from(centre.is_some())).unwrap_or(1));
    for (step, place) in (0_u32..).zip(around) {
        let angle = std::f64::consts::TAU * f64::from(step) / count.max(1.0);
        let (x, y) = (
            MIDDLE.0 + RADIUS.0 * angle.sin(),
            MIDDLE.1 - RADIUS.1 * angle.cos(),
        );
        places[place] = (x, y);
    }
    places
}

/// A line beside the straight one, so that two ways stay apart, and its head.
fn arrow(from: (f64, f64), to: (f64, f64)) -> (String, String) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    let side = (-uy * 5.0, ux * 5.0);
    let at = |along: f64, across: f64| {
        let x = from.0 + ux * along + side.0 - uy * across;
        let y = from.1 + uy * along + side.1 + ux * across;
        format!("{} {}", round(x), round(y))
    };
    let end = length - GAP;
    let line = format!("M{}L{}", at(GAP, 0.0), at(end - 8.0, 0.0));
    let head = format!(
        "M{}L{}L{}z",
        at(end, 0.0),
        at(end - 10.0, 4.0),
        at(end - 10.0, -4.0)
    );
    (line, head)
}

/// One digit behind the point is finer than a screen shows.
fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
