//! The picture of a map: people and perspectives by where they most likely stand.
//!
//! Everybody has a dot up to [`DOTS_MAX`] people; beyond, the picture is cut into a fixed number
//! of cells and each has one dot, so that it does not grow with the number of people. Every dot,
//! outline and mark leads to its reasons.

use maud::{Markup, html};
use polylogue_core::id::Key;
use polylogue_map::axes::Position;
use polylogue_map::groups;

use super::bars::{letter, tenth};
use super::crowd::all_of;
use crate::context::Context;
use crate::link::{Link, beginning, short};
use crate::page::parts::name_words;
use crate::routes::Name;
use crate::view::map::{Crowd, DOTS_MAX, MapView};
use crate::{sprite, t};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 430.0;
const MARGIN: f64 = 40.0;
/// Cells across and down; together a bound for the dots of any number of people.
pub(super) const ACROSS: usize = 36;
/// As [`ACROSS`].
pub(super) const DOWN: usize = 24;
/// How far outside its outermost people an outline runs.
const HULL_MARGIN: f64 = 11.0;
/// Dots that the tab key stops at each; of more of them it stops at the first, from where arrow
/// keys lead on, and the table beside has all.
pub(super) const STOPS_MAX: usize = 60;
const MARK: f64 = 16.0;

/// Where things go in a picture.
#[derive(Debug, Clone, Copy)]
pub struct Picture {
    left: f64,
    top: f64,
    scale: f64,
}

impl Picture {
    /// Everybody and every perspective fits, and a step is as long across as it is down.
    #[must_use]
    pub fn of(view: &MapView) -> Self {
        let people = view.open.map.positions.iter();
        let places = people.chain(view.placed.iter().map(|it| &it.place));
        let (mut low, mut high) = ((0.0_f64, 0.0_f64), (0.0_f64, 0.0_f64));
        for place in places {
            low = (low.0.min(place.likely_x), low.1.min(place.likely_y));
            high = (high.0.max(place.likely_x), high.1.max(place.likely_y));
        }
        let across = (WIDTH - 2.0 * MARGIN) / (high.0 - low.0).max(1e-9);
        let down = (HEIGHT - 2.0 * MARGIN) / (high.1 - low.1).max(1e-9);
        let scale = across.min(down).min(1e6);
        Self {
            left: WIDTH / 2.0 - f64::midpoint(low.0, high.0) * scale,
            top: HEIGHT / 2.0 + f64::midpoint(low.1, high.1) * scale,
            scale,
        }
    }

    fn point(&self, place: &Position) -> (f64, f64) {
        (
            self.left + place.likely_x * self.scale,
            self.top - place.likely_y * self.scale,
        )
    }

    /// The cell a place is in.
    fn cell(&self, place: &Position) -> usize {
        let (x, y) = self.point(place);
        let column = cell_along(x / WIDTH, ACROSS);
        cell_along(y / HEIGHT, DOWN) * ACROSS + column
    }

    /// The numbers of those who are drawn together in a cell.
    pub fn people_of(self, view: &MapView, cell: usize) -> impl Iterator<Item = usize> {
        let places = view.open.map.positions.iter().enumerate();
        places.filter_map(move |(person, it)| (self.cell(it) == cell).then_some(person))
    }
}

/// Which of so many equal parts a share in 0..1 falls into.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the part of a picture is the whole number below, and kept inside it"
)]
pub(super) fn cell_along(share: f64, parts: usize) -> usize {
    let wide = f64::from(u32::try_from(parts).unwrap_or(u32::MAX));
    ((share * wide).max(0.0) as usize).min(parts - 1)
}

/// The picture.
#[must_use]
pub fn picture(c: &Context<'_>, view: &MapView) -> Markup {
    let picture = Picture::of(view);
    let mut labels = Labels::default();
    html! {
        @let ids = ["map-t", "map-d"].map(|it| format!("{}{it}", view.at));
        svg.big viewBox="0 0 640 430" role="group" aria-labelledby=(ids.join(" ")) {
            title id=(ids[0]) { (t!(c, "map-picture")) }
            desc id=(ids[1]) { (described(c, view)) }
            path.axis d=(axes(&picture)) {}
            @if view.has_groups() { (hulls(c, view, &picture, &mut labels)) }
            @if view.open.people.len() <= DOTS_MAX { (dots(c, view, &picture)) }
            @else { (cells(c, view)) }
            @for placed in &view.placed {
                @if let Some(chip) = c.here().chips.get(&placed.perspective) {
                    @let (x, y) = picture.point(&placed.place);
                    @let below = labels.place((x, y + 24.0), &chip.short, SMALL);
                    a href=(part(c, view, &format!("p-{}", short(&placed.perspective)))) {
                        (sprite::mark_at(chip.mark, [x - MARK / 2.0, y - MARK / 2.0, MARK]))
                        text.node-t.halo x=(tenth(x)) y=(tenth(below)) text-anchor="middle" {
                            (chip.short)
                        }
                    }
                }
            }
            @if let Some(one) = view.chosen.filter(|_| view.open.people.len() <= DOTS_MAX) {
                @let (x, y) = picture.point(&view.open.map.positions[one]);
                circle.opened cx=(tenth(x)) cy=(tenth(y)) r="9" {}
            }
            @if let Some(me) = view.me {
                (you(c, picture.point(&view.open.map.positions[me]), &mut labels))
            }
        }
    }
}

/// Heights of the two sorts of words, as they are where the picture is smallest.
const LARGE: f64 = 23.0;
const SMALL: f64 = 20.0;

/// Words that are in the picture already, each as left, top, right and bottom, so that no others
/// are set upon them.
#[derive(Debug, Default)]
struct Labels(Vec<[f64; 4]>);

impl Labels {
    /// The base line for words around `x`: the one asked for, or the nearest that is free, in the
    /// picture.
    fn place(&mut self, (x, y): (f64, f64), words: &str, height: f64) -> f64 {
        let letters = f64::from(u32::try_from(words.chars().count()).unwrap_or(u32::MAX));
        let half = height * 0.27 * letters;
        let around = |y: f64| [x - half, y - height, x + half, y + height * 0.2];
        let is_free = |it: &[f64; 4]| {
            self.0.iter().all(|other| {
                it[0] > other[2] || other[0] > it[2] || it[1] > other[3] || other[1] > it[3]
            })
        };
        let steps = (0..12).flat_map(|step| [f64::from(step), -f64::from(step)]);
        let mut tried = steps.map(|step| y + step * height * 0.4);
        let fits = |y: &f64| (height * 0.6..HEIGHT - 4.0).contains(y) && is_free(&around(*y));
        let y = tried.find(fits).unwrap_or(y);
        self.0.push(around(y));
        y
    }
}

fn axes(picture: &Picture) -> String {
    let (x, y) = picture.point(&Position::default());
    let (x, y) = (tenth(x), tenth(y));
    format!("M0 {y}H640M{x} 0V430")
}

/// What is to be seen, in words.
fn described(c: &Context<'_>, view: &MapView) -> String {
    let people = view.open.people.len();
    if !view.has_groups() {
        return t!(c, "map-picture-alone", people = people);
    }
    let sizes = view.open.map.grouping.sizes.iter().enumerate();
    let sizes: Vec<String> = sizes
        .map(|(group, size)| t!(c, "map-group-size", group = letter(group), people = size))
        .collect();
    let groups = sizes.join(&t!(c, "list-next"));
    let said = t!(c, "map-picture-groups", people = people, groups = groups);
    match view.me.and_then(|it| view.group_of(it)) {
        Some(group) => format!("{said} {}", t!(c, "map-you-are-in", group = letter(group))),
        None => said,
    }
}

/// The way to a person's reasons.
#[must_use]
pub fn opened(c: &Context<'_>, view: &MapView, person: usize) -> Link {
    opened_by(c, view, &view.open.people[person])
}

/// The way to the reasons of somebody who is known by their key.
#[must_use]
pub fn opened_by(c: &Context<'_>, view: &MapView, key: &Key) -> Link {
    address(c, view).with("who", beginning(&key.0)).at("who")
}

/// The address of this map, with the votes it is of.
#[must_use]
pub fn address(c: &Context<'_>, view: &MapView) -> Link {
    let link = c.here().of(Name::Map, &view.id);
    match view.who {
        polylogue_node::maps::Who::Members => link,
        polylogue_node::maps::Who::NewcomersToo => link.with("with", "newcomers"),
    }
}

/// A part of the map's page: on this page, or there.
#[must_use]
pub fn part(c: &Context<'_>, view: &MapView, name: &str) -> String {
    if view.at.is_empty() {
        format!("#{name}")
    } else {
        address(c, view).at(name).to_string()
    }
}

/// Whether the tab key passes over a dot: all but the first, where there are many.
fn passed_over(index: usize, count: usize) -> Option<&'static str> {
    (index > 0 && count > STOPS_MAX).then_some("-1")
}

fn dots(c: &Context<'_>, view: &MapView, picture: &Picture) -> Markup {
    let places = view.open.map.positions.iter().enumerate();
    let mut dots: Vec<(usize, (f64, f64))> = places
        .map(|(person, place)| (person, picture.point(place)))
        .collect();
    // From left to right, so that keys go from a dot to one beside it.
    dots.sort_by(|one, other| {
        let by_place = one
            .1
            .0
            .total_cmp(&other.1.0)
            .then(one.1.1.total_cmp(&other.1.1));
        by_place.then(one.0.cmp(&other.0))
    });
    html! {
        @for (index, (person, (x, y))) in dots.iter().enumerate() {
            a href=(opened(c, view, *person)) tabindex=[passed_over(index, dots.len())] {
                title {
                    @match view.people.get(person) {
                        Some(row) => (name_words(c, row)),
                        None => (t!(c, "nameless", key = view.open.people[*person].short())),
                    }
                }
                @if view.open.map.eligible[*person] {
                    path.pt d={ "M" (tenth(*x)) " " (tenth(*y)) "h0" } {}
                } @else {
                    circle.pt.un cx=(tenth(*x)) cy=(tenth(*y)) r="3" {}
                }
            }
        }
    }
}

/// How many stand in a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    /// In all.
    pub(super) all: u32,
    /// Of each group.
    pub(super) by_group: [u32; groups::GROUPS_MAX],
}

/// The cells that somebody stands in, row by row.
pub(super) fn counted(view: &MapView) -> Vec<(usize, Counts)> {
    let picture = Picture::of(view);
    let mut cells = vec![Counts::default(); ACROSS * DOWN];
    let places = view.open.map.positions.iter();
    for (place, group) in places.zip(&view.open.map.grouping.group_of) {
        let cell = &mut cells[picture.cell(place)];
        cell.all += 1;
        if let Some(count) = group.and_then(|it| cell.by_group.get_mut(usize::from(it))) {
            *count += 1;
        }
    }
    let cells = cells.into_iter().enumerate();
    cells.filter(|(_, it)| it.all > 0).collect()
}

/// People drawn together: the more stand in a cell, the larger its dot.
fn cells(c: &Context<'_>, view: &MapView) -> Markup {
    let filled = counted(view);
    let most = filled.iter().map(|(_, it)| it.all).max().unwrap_or(1);
    let most = f64::from(most);
    let width = WIDTH / f64::from(u32::try_from(ACROSS).unwrap_or(1));
    let height = HEIGHT / f64::from(u32::try_from(DOWN).unwrap_or(1));
    html! {
        @for (index, (cell, counts)) in filled.iter().enumerate() {
            @let column = f64::from(u32::try_from(cell % ACROSS).unwrap_or(0));
            @let row = f64::from(u32::try_from(cell / ACROSS).unwrap_or(0));
            @let radius = 1.5 + 7.0 * (f64::from(counts.all) / most).sqrt();
            a href=(all_of(c, view, Crowd::Cell(*cell)))
                tabindex=[passed_over(index, filled.len())] {
                title { (t!(c, "map-cell", people = counts.all)) }
                circle.dim cx=(tenth((column + 0.5) * width)) cy=(tenth((row + 0.5) * height))
                    r=(tenth(radius)) {}
            }
        }
    }
}

/// An outline around each group, with its letter and how many are in it.
fn hulls(c: &Context<'_>, view: &MapView, picture: &Picture, labels: &mut Labels) -> Markup {
    let grouping = &view.open.map.grouping;
    let around = |group: usize| {
        let own = view.open.map.positions.iter().zip(&grouping.group_of);
        let own = own.filter(|(_, it)| it.map(usize::from) == Some(group));
        let own = own.map(|(place, _)| picture.point(place)).collect();
        outline(without_outermost(own))
    };
    html! {
        @for (group, size) in grouping.sizes.iter().enumerate() {
            @let points = around(group);
            @if let Some(top) = crest(&points) {
                @let words = t!(c, "map-hull", group = letter(group), people = size);
                @let half = LARGE * 0.3 * f64::from(u32::try_from(words.chars().count())
                    .unwrap_or(0));
                @let x = top.0.clamp(half, (WIDTH - half).max(half));
                @let y = labels.place((x, (top.1 - 6.0).max(14.0)), &words, LARGE);
                a href=(part(c, view, &format!("group-{}", letter(group)))) {
                    path class={ "hull " (letter(group).to_lowercase()) } d=(closed(&points)) {}
                    text.hull-t.halo x=(tenth(x)) y=(tenth(y)) text-anchor="middle" { (words) }
                }
            }
        }
    }
}

/// One in so many people of a group stands outside its outline: the outermost of a crowd are so
/// far out that the outlines of all groups would lie one upon the other.
const OUTSIDE: usize = 20;

/// Some points without the few that lie farthest from the middle of all.
fn without_outermost(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let out = points.len() / OUTSIDE;
    if out == 0 {
        return points;
    }
    let count = f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX));
    let sum = points
        .iter()
        .fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let middle = (sum.0 / count, sum.1 / count);
    let far = |it: &(f64, f64)| (it.0 - middle.0).powi(2) + (it.1 - middle.1).powi(2);
    let kept = points.len() - out;
    let by_place = |one: &(f64, f64), other: &(f64, f64)| {
        let by_height = one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1));
        far(one).total_cmp(&far(other)).then(by_height)
    };
    points.select_nth_unstable_by(kept, by_place);
    points.truncate(kept);
    points
}

/// Where an outline is highest above its middle; none of nothing.
fn crest(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let across = points.iter().map(|it| it.0);
    let x = across
        .clone()
        .reduce(f64::min)?
        .midpoint(across.reduce(f64::max)?);
    let ends = points.iter().zip(points.iter().cycle().skip(1));
    let crossed = ends.filter(|(one, other)| (one.0 <= x) != (other.0 <= x));
    let heights = crossed.map(|(one, other)| {
        let share = (x - one.0) / (other.0 - one.0);
        one.1 + share * (other.1 - one.1)
    });
    Some((x, heights.reduce(f64::min)?))
}

fn closed(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&tenth(*x));
        path.push(' ');
        path.push_str(&tenth(*y));
    }
    path.push('Z');
    path
}

/// Of more points than this only the lowest and highest over each step across are gone around:
/// no outline is off by as much as a step, which is a tenth of how far outside it runs.
const THINNED_FROM: usize = 4_096;

/// The lowest and highest of some points over each step across the picture.
fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let steps = 640;
    let mut ends: Vec<Option<[(f64, f64); 2]>> = vec![None; steps];
    for point in points {
        match &mut ends[cell_along(point.0 / WIDTH, steps)] {
            Some([low, high]) => {
                if point.1 < low.1 {
                    *low = *point;
                }
                if point.1 > high.1 {
                    *high = *point;
                }
            }
            none => *none = Some([*point; 2]),
        }
    }
    ends.into_iter().flatten().flatten().collect()
}

/// The outline of some points, so far outside them that it goes around each dot.
fn outline(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let points = if points.len() > THINNED_FROM {
        thinned(&points)
    } else {
        points
    };
    let slant = HULL_MARGIN * 0.7;
    let around = hull(points).into_iter().flat_map(|(x, y)| {
        let straight = [
            (HULL_MARGIN, 0.0),
            (-HULL_MARGIN, 0.0),
            (0.0, HULL_MARGIN),
            (0.0, -HULL_MARGIN),
        ];
        let slanted = [
            (slant, slant),
            (-slant, slant),
            (slant, -slant),
            (-slant, -slant),
        ];
        let steps = straight.into_iter().chain(slanted);
        steps.map(move |(across, down)| (x + across, y + down))
    });
    hull(around.collect())
}

/// The outermost of some points in order around them (Andrew's monotone chain).
fn hull(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    points.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    points.dedup();
    let mut around = half(points.iter().copied());
    around.extend(half(points.iter().rev().copied()));
    around
}

/// One half of the way around, without its last point, where the other half begins.
fn half(points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut chain: Vec<(f64, f64)> = Vec::new();
    for point in points {
        while let [.., before, last] = chain.as_slice() {
            let turn = (last.0 - before.0) * (point.1 - before.1)
                - (last.1 - before.1) * (point.0 - before.0);
            if turn > 0.0 {
                break;
            }
            chain.pop();
        }
        chain.push(point);
    }
    if chain.len() > 1 {
        chain.pop();
    }
    chain
}

fn you(c: &Context<'_>, (x, y): (f64, f64), labels: &mut Labels) -> Markup {
    let words = t!(c, "map-you");
    let above = labels.place((x, y - 12.0), &words, SMALL);
    html! {
        a href="#seat" {
            circle.you cx=(tenth(x)) cy=(tenth(y)) r="7" {}
            text.node-t.halo x=(tenth(x)) y=(tenth(above)) text-anchor="middle" { (words) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_of_a_crowd_stand_outside() {
        let place = |at: u32| (f64::from(at % 5), f64::from(at / 5));
        let mut crowd: Vec<(f64, f64)> = (0..19).map(place).collect();
        assert_eq!(without_outermost(crowd.clone()).len(), 19);
        crowd.insert(7, (400.0, 2.0));
        let kept = without_outermost(crowd);
        assert_eq!(kept.len(), 19);
        assert!(kept.iter().all(|it| it.0 < 5.0));
    }

    #[test]
    fn an_outline_holds_all_its_points() {
        let square = [
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 10.0),
            (0.0, 10.0),
            (5.0, 5.0),
        ];
        assert_eq!(hull(square.to_vec()).len(), 4);
        let around = outline(square.to_vec());
        let is_outside = |it: &(f64, f64)| it.0 < 0.0 || it.0 > 10.0 || it.1 < 0.0 || it.1 > 10.0;
        assert!(around.iter().all(is_outside), "{around:?}");
        assert_eq!(
            outline(vec![(1.0, 1.0)]).len(),
            8,
            "one point has an outline too"
        );
        assert!(outline(Vec::new()).is_empty());
    }

    #[test]
    fn the_outline_of_a_crowd_still_goes_around_everybody() {
        let point = |it: u32| {
            let (turn, far) = (f64::from(it) * 0.618, f64::from(it % 997) / 997.0);
            let across = (turn - turn.floor()) * 2.0 - 1.0;
            (
                320.0 + 250.0 * across * far,
                215.0 + 150.0 * (1.0 - across * across) * far,
            )
        };
        let crowd: Vec<(f64, f64)> = (0..20_000).map(point).collect();
        assert!(thinned(&crowd).len() <= 2 * 640);
        let around = outline(crowd.clone());
        let whole = hull(around.iter().copied().chain(crowd).collect());
        assert_eq!(whole, around, "nobody stands outside");
    }

    #[test]
    fn a_group_is_named_above_its_middle() {
        let roof = [(0.0, 10.0), (2.0, 0.0), (20.0, 10.0)];
        let (x, y) = crest(&roof).expect("an outline");
        assert!(
            (x - 10.0).abs() < 1e-9 && (y - 40.0 / 9.0).abs() < 1e-9,
            "{x} {y}"
        );
        assert!(crest(&[]).is_none());
    }

    #[test]
    fn no_words_are_set_upon_others() {
        let mut labels = Labels::default();
        let first = labels.place((300.0, 200.0), "A · 330 people", LARGE);
        assert!((first - 200.0).abs() < 1e-9, "what is free stays");
        let mut lines = vec![first];
        for words in ["Craft", "B · 12 people", "you"] {
            let line = labels.place((310.0, 204.0), words, SMALL);
            assert!(
                lines.iter().all(|it| (line - it).abs() >= SMALL),
                "{lines:?} {line}"
            );
            lines.push(line);
        }
        let far = labels.place((60.0, 204.0), "Care", SMALL);
        assert!((far - 204.0).abs() < 1e-9);
    }

    #[test]
    fn every_place_has_a_cell() {
        assert_eq!(cell_along(0.0, 24), 0);
        assert_eq!(cell_along(0.999, 24), 23);
        assert_eq!(cell_along(1.5, 24), 23);
        assert_eq!(cell_along(f64::NAN, 24), 0);
    }
}
