//! The map as SVG: everybody where they most likely stand, fainter the less sure that is.
//!
//! Groups differ by shape and letter as well as by colour, and the description says in words what
//! is to be seen.

use std::fmt::Write;

use super::charted::Charted;
use super::letter;
use crate::words::clip;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 540.0;
const MARGIN: f64 = 36.0;
/// People drawn one by one; beyond, every so many of them.
const DOTS_MAX: usize = 4_000;
/// Colours told apart by most eyes, on light and dark paper: Okabe and Ito 2008.
const COLOURS: [&str; 5] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8C6D00"];
const NO_COLOUR: &str = "#808080";

/// Where things go on the paper.
struct Paper {
    left: f64,
    top: f64,
    scale: f64,
}

impl Paper {
    /// Everybody fits, and a step is as long across as it is down.
    fn of(it: &Charted<'_>) -> Self {
        let (mut low, mut high) = ((0.0_f64, 0.0_f64), (0.0_f64, 0.0_f64));
        for place in &it.map.positions {
            low = (low.0.min(place.likely_x), low.1.min(place.likely_y));
            high = (high.0.max(place.likely_x), high.1.max(place.likely_y));
        }
        let across = (WIDTH - 2.0 * MARGIN) / (high.0 - low.0).max(1e-9);
        let down = (HEIGHT - 2.0 * MARGIN) / (high.1 - low.1).max(1e-9);
        let scale = across.min(down).min(1e6);
        let middle = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
        Self {
            left: WIDTH / 2.0 - middle.0 * scale,
            top: HEIGHT / 2.0 + middle.1 * scale,
            scale,
        }
    }

    fn point(&self, x: f64, y: f64) -> (f64, f64) {
        (self.left + x * self.scale, self.top - y * self.scale)
    }
}

/// The drawing.
pub(super) fn svg(it: &Charted<'_>) -> String {
    let paper = Paper::of(it);
    let mut svg = String::new();
    let title = escaped(&clip(&it.title, 120));
    let description = escaped(&described(it));
    let _infallible = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         role=\"img\" aria-labelledby=\"title about\">\n<title id=\"title\">{title}</title>\n\
         <desc id=\"about\">{description}</desc>\n"
    );
    axes(&mut svg, &paper);
    dots(&mut svg, &paper, it);
    centres(&mut svg, &paper, it);
    svg.push_str("</svg>\n");
    svg
}

fn described(it: &Charted<'_>) -> String {
    let sizes = it.map.grouping.sizes.iter().enumerate();
    let sizes: Vec<String> = sizes
        .map(|(group, size)| format!("group {} with {size} people", letter(group)))
        .collect();
    let groups = match sizes.len() {
        0 => "nobody voted enough to be placed".to_owned(),
        1 => format!(
            "{} people, not told apart into groups",
            it.map.grouping.sizes[0]
        ),
        _ => sizes.join(", "),
    };
    let people = it.person_count();
    let every = match people.div_ceil(DOTS_MAX).max(1) {
        1 => String::new(),
        every => format!(" One in {every} is drawn."),
    };
    format!(
        "A map of {people} people by their votes: {groups}. Who stands near whom voted alike; the \
         fainter a mark, the less is known of where that person stands.{every}"
    )
}

fn axes(svg: &mut String, paper: &Paper) {
    let (x, y) = paper.point(0.0, 0.0);
    let _infallible = writeln!(
        svg,
        "<g stroke=\"#808080\" stroke-width=\"1\" stroke-opacity=\"0.4\">\
         <path d=\"M{MARGIN} {y:.1}H{:.1}M{x:.1} {MARGIN}V{:.1}\"/></g>",
        WIDTH - MARGIN,
        HEIGHT - MARGIN
    );
}

fn dots(svg: &mut String, paper: &Paper, it: &Charted<'_>) {
    let every = it.person_count().div_ceil(DOTS_MAX).max(1);
    let widest = it
        .map
        .positions
        .iter()
        .map(|it| it.variance_x + it.variance_y);
    let widest = widest.fold(0.0, f64::max).max(1e-12);
    for place in 0..=COLOURS.len() {
        let group = (place > 0).then(|| place - 1);
        let colour = group.map_or(NO_COLOUR, |it| COLOURS[it]);
        let mut marks = String::new();
        for person in (0..it.person_count()).step_by(every) {
            let own = it.map.grouping.group_of[person].map(usize::from);
            if own != group {
                continue;
            }
            let at = &it.map.positions[person];
            let (x, y) = paper.point(at.likely_x, at.likely_y);
            let unsure = ((at.variance_x + at.variance_y) / widest).sqrt();
            let strength = 0.75 - 0.6 * unsure;
            let _infallible = writeln!(
                marks,
                "<path d=\"{}\" fill-opacity=\"{strength:.2}\"/>",
                shape(group, x, y)
            );
        }
        if !marks.is_empty() {
            let _infallible = write!(svg, "<g fill=\"{colour}\">\n{marks}</g>\n");
        }
    }
}

/// A mark of its own for each group: circle, square, triangle, diamond, cross; a small dot for
/// those in none.
fn shape(group: Option<usize>, x: f64, y: f64) -> String {
    match group {
        None => format!(
            "M{:.1} {y:.1}a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0",
            x - 1.8
        ),
        Some(0) => format!("M{:.1} {y:.1}a3 3 0 1 0 6 0a3 3 0 1 0-6 0", x - 3.0),
        Some(1) => format!("M{:.1} {:.1}h5.4v5.4h-5.4z", x - 2.7, y - 2.7),
        Some(2) => format!("M{x:.1} {:.1}l3.6 6.2h-7.2z", y - 4.0),
        Some(3) => format!("M{x:.1} {:.1}l3.8 3.8l-3.8 3.8l-3.8-3.8z", y - 3.8),
        Some(_) => format!(
            "M{:.1} {:.1}h2.4v-2.4h2.4v2.4h2.4v2.4h-2.4v2.4h-2.4v-2.4h-2.4z",
            x - 3.6,
            y - 1.2
        ),
    }
}

fn centres(svg: &mut String, paper: &Paper, it: &Charted<'_>) {
    let grouping = &it.map.grouping;
    if grouping.count() < 2 {
        return;
    }
    for group in 0..grouping.count() {
        let own = it.map.positions.iter().zip(&grouping.group_of);
        let own = own.filter(|(_, it)| it.map(usize::from) == Some(group));
        let (mut x, mut y, mut people) = (0.0, 0.0, 0.0);
        for (place, _) in own {
            x += place.likely_x;
            y += place.likely_y;
            people += 1.0;
        }
        let (x, y) = paper.point(x / f64::max(people, 1.0), y / f64::max(people, 1.0));
        let (colour, size) = (COLOURS[group % COLOURS.len()], grouping.sizes[group]);
        let _infallible = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" font-family=\"system-ui, \
             sans-serif\" font-size=\"20\" font-weight=\"600\" fill=\"{colour}\" stroke=\"#fff\" \
             stroke-width=\"4\" paint-order=\"stroke\">{} {size}</text>",
            letter(group)
        );
    }
}

/// A text inside XML: without characters it does not allow.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            it if it.is_control() || matches!(it, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            it => safe.push(it),
        }
    }
    safe
}
