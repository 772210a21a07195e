//! The third direction in which votes differ, where it matters (`Axes::has_third`): what it is made
//! of, where each group stands along it, and a second small picture with the first direction across
//! and the third up.
//!
//! People who voted too little to count for the groups are not drawn: along this direction nothing
//! says how unsure their place is. The picture is cut into cells, so that it does not grow with the
//! number of people.

use maud::{Markup, html};
use polylogue_map::axes::Position;

use super::bars::{letter, tenth};
use super::picture::{opened, part};
use super::{claim, hundredths};
use crate::context::Context;
use crate::page::parts::{name_words, section_head};
use crate::t;
use crate::view::map::{DOTS_MAX, MapView, THIRD};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 280.0;
const MARGIN: f64 = 24.0;
const ACROSS: usize = 32;
const DOWN: usize = 14;

/// The third direction, if it matters.
#[must_use]
pub fn third(c: &Context<'_>, view: &MapView) -> Markup {
    let axes = &view.open.map.axes;
    if !axes.has_third() {
        return html! {};
    }
    let share = hundredths(axes.share(2));
    html! {
        section.sec aria-labelledby="third" {
            (section_head("third", &t!(c, "map-third"), html! {}))
            p { (t!(c, "map-axes-third", third = share)) " " (t!(c, "map-third-rule")) }
            div.two {
                figure.fig {
                    (picture(c, view))
                    figcaption { (t!(c, "map-third-caption")) }
                }
                div { (made_of(c, view)) (groups(c, view)) }
            }
        }
    }
}

/// The claims it is made of: its table twin.
fn made_of(c: &Context<'_>, view: &MapView) -> Markup {
    html! {
        table.table {
            caption { (t!(c, "map-third-made")) }
            thead { tr {
                th scope="col" { (t!(c, "thing-claim")) }
                th scope="col" { (t!(c, "map-third-agreeing")) }
            } }
            tbody {
                @for (number, pull) in view.open.map.axes.made_of(2, THIRD) {
                    tr {
                        th scope="row" { (claim(c, view, number)) }
                        td {
                            @if pull > 0.0 { (t!(c, "map-third-up")) }
                            @else { (t!(c, "map-third-down")) }
                        }
                    }
                }
            }
        }
    }
}

/// How many of each group stand above the middle, and how many below.
fn groups(c: &Context<'_>, view: &MapView) -> Markup {
    let map = &view.open.map;
    let count = |group: usize, is_above: bool| {
        let own = map.positions.iter().zip(&map.grouping.group_of);
        let own = own.filter(|(_, it)| it.map(usize::from) == Some(group));
        own.filter(|(place, _)| (place.z > 0.0) == is_above).count()
    };
    html! {
        @if view.has_groups() {
            table.table.sp-t {
                caption { (t!(c, "map-third-groups")) }
                thead { tr {
                    th scope="col" { (t!(c, "map-group")) }
                    th.num scope="col" { (t!(c, "map-third-up")) }
                    th.num scope="col" { (t!(c, "map-third-down")) }
                } }
                tbody { @for group in 0..map.grouping.count() {
                    tr {
                        th scope="row" {
                            a href=(part(c, view, &format!("group-{}", letter(group)))) {
                                (letter(group))
                            }
                        }
                        td.num { (count(group, true)) }
                        td.num { (count(group, false)) }
                    }
                } }
            }
        }
    }
}

/// Where things go: the first direction across, the third up, a step as long either way.
struct Frame {
    scale: f64,
    middle: (f64, f64),
}

impl Frame {
    fn of(view: &MapView) -> Self {
        let (mut low, mut high) = ((0.0_f64, 0.0_f64), (0.0_f64, 0.0_f64));
        for (_, place) in drawn(view) {
            low = (low.0.min(place.x), low.1.min(place.z));
            high = (high.0.max(place.x), high.1.max(place.z));
        }
        let across = (WIDTH - 2.0 * MARGIN) / (high.0 - low.0).max(1e-9);
        let up = (HEIGHT - 2.0 * MARGIN) / (high.1 - low.1).max(1e-9);
        Self {
            scale: across.min(up).min(1e6),
            middle: (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1)),
        }
    }

    fn point(&self, place: &Position) -> (f64, f64) {
        let (across, up) = (place.x - self.middle.0, place.z - self.middle.1);
        (
            WIDTH / 2.0 + across * self.scale,
            HEIGHT / 2.0 - up * self.scale,
        )
    }
}

/// Those who voted enough.
fn drawn(view: &MapView) -> impl Iterator<Item = (usize, &Position)> {
    let places = view.open.map.positions.iter().enumerate();
    places.filter(|(person, _)| view.open.map.eligible[*person])
}

fn picture(c: &Context<'_>, view: &MapView) -> Markup {
    let frame = Frame::of(view);
    let (x, y) = frame.point(&Position::default());
    html! {
        svg.big viewBox="0 0 640 280" role="group" aria-labelledby="third-t" {
            title id="third-t" { (t!(c, "map-third-caption")) }
            path.axis d=(format!("M0 {}H640M{} 0V280", tenth(y), tenth(x))) {}
            @if view.open.people.len() <= DOTS_MAX { (dots(c, view, &frame)) }
            @else { (cells(c, view, &frame)) }
        }
    }
}

fn dots(c: &Context<'_>, view: &MapView, frame: &Frame) -> Markup {
    html! {
        @for (index, (person, place)) in drawn(view).enumerate() {
            @let (x, y) = frame.point(place);
            a href=(opened(c, view, person)) tabindex=[(index > 0).then_some("-1")] {
                title {
                    @match view.people.get(&person) {
                        Some(row) => (name_words(c, row)),
                        None => (t!(c, "nameless", key = view.open.people[person].short())),
                    }
                }
                path.pt d={ "M" (tenth(x)) " " (tenth(y)) "h0" } {}
            }
        }
    }
}

/// People drawn together, as in the large picture.
fn cells(c: &Context<'_>, view: &MapView, frame: &Frame) -> Markup {
    let (width, height) = (WIDTH / wide(ACROSS), HEIGHT / wide(DOWN));
    let mut counts = vec![0_u32; ACROSS * DOWN];
    for (_, place) in drawn(view) {
        let (x, y) = frame.point(place);
        let column = super::picture::cell_along(x / WIDTH, ACROSS);
        counts[super::picture::cell_along(y / HEIGHT, DOWN) * ACROSS + column] += 1;
    }
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    html! {
        @for (cell, count) in filled {
            @let radius = 1.5 + 7.0 * (f64::from(*count) / most).sqrt();
            circle.dim cx=(tenth((wide(cell % ACROSS) + 0.5) * width))
                cy=(tenth((wide(cell / ACROSS) + 0.5) * height)) r=(tenth(radius)) {
                title { (t!(c, "map-cell", people = *count)) }
            }
        }
    }
}

fn wide(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
