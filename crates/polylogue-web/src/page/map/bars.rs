//! Bars: for each group how many agree and disagree, in words and drawn, and where the true share
//! may lie.

use maud::{Markup, html};
use polylogue_map::Count;
use polylogue_map::lens::range;

use crate::context::Context;
use crate::link::Link;
use crate::t;

/// How wide a bar is drawn, in units of its picture.
const WIDTH: f64 = 240.0;

/// The bars of one claim, one for each group, each leading to the claim's votes.
#[must_use]
pub fn bars(c: &Context<'_>, counts: &[Count], link: &Link) -> Markup {
    html! {
        ul.bars {
            @for (group, count) in counts.iter().enumerate() {
                @let name = (counts.len() > 1).then(|| letter(group));
                li { (bar(c, name, *count, link)) }
            }
        }
    }
}

/// A group's letter: A for the largest.
#[must_use]
pub fn letter(group: usize) -> String {
    let letter = u8::try_from(group).ok().and_then(|it| b'A'.checked_add(it));
    letter.map_or('?', char::from).to_string()
}

fn bar(c: &Context<'_>, name: Option<String>, count: Count, link: &Link) -> Markup {
    let (agree, disagree, pass) = (count.agree, count.disagree, count.pass);
    let said = match &name {
        Some(name) => t!(
            c,
            "map-bar-group",
            group = name,
            agree = agree,
            disagree = disagree,
            pass = pass,
            all = count.seen()
        ),
        None => t!(
            c,
            "map-bar-all",
            agree = agree,
            disagree = disagree,
            pass = pass,
            all = count.seen()
        ),
    };
    html! {
        a href=(link) { span dir="auto" { (said) } (drawn(count)) }
    }
}

/// The bar itself, from nobody to everybody, with a line below it for the range.
fn drawn(count: Count) -> Markup {
    let seen = f64::from(count.seen().max(1));
    let share = |part: u32| WIDTH * f64::from(part) / seen;
    let (low, high) = range::of_agreement(count);
    let (low, high) = (tenth(WIDTH * low), tenth(WIDTH * high));
    let whisk = format!("M{low} 15H{high}M{low} 13v4M{high} 13v4");
    let against = share(count.disagree);
    html! {
        svg viewBox="0 0 240 18" preserveAspectRatio="none" aria-hidden="true" {
            rect.bar-bg y="1" width="240" height="10" {}
            rect.f-support y="1" width=(tenth(share(count.agree))) height="10" {}
            rect.f-challenge x=(tenth(WIDTH - against)) y="1" width=(tenth(against)) height="10" {}
            path.whisk d=(whisk) {}
            path.half d="M120 0v18" {}
        }
    }
}

/// A number for a drawing: to a tenth, without what nobody sees.
#[must_use]
pub fn tenth(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
