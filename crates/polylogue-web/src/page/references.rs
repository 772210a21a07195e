//! The works a document cites: where the text names them, and all of them at its end, as a style
//! sets them; by number, or by author and year, as the reader asks.

use std::borrow::Cow;

use maud::{Markup, html};
use polylogue_formats::csl::{CitationStyle, Listed, Run};
use polylogue_node::references::{Named, References, SetReferences, Work};

use crate::context::Context;
use crate::link::short;
use crate::markdown::Marks;
use crate::page::parts::{fate, is_readable};
use crate::routes::Name;
use crate::t;

/// The works of a text, set for one page.
pub struct Works<'a> {
    references: Cow<'a, References>,
    set: SetReferences,
}

/// Sets the works of a text in its language.
#[must_use]
pub fn works<'a>(c: &Context<'_>, references: &'a References, language: &str) -> Works<'a> {
    let language = match language {
        "" | "und" => c.words.language(),
        own => own,
    };
    let set = references.set(style(c), language, &|it| {
        let what = t!(c, "thing-source");
        format!("{what} {}", short(&it.row.said.id))
    });
    Works {
        references: Cow::Borrowed(references),
        set,
    }
}

/// A published copy has the style it was published in.
fn style<'a>(c: &Context<'a>) -> &'a CitationStyle {
    match (c.copy, c.query.get("cite")) {
        (Some(copy), _) => &copy.style,
        (None, "author-date") => CitationStyle::author_date(),
        (None, _) => CitationStyle::numeric(),
    }
}

/// What stands in the text for each citation.
#[must_use]
pub fn marks(c: &Context<'_>, works: &Works<'_>) -> Marks {
    let all = works.references.citations.iter();
    all.map(|(written, named)| {
        let set = works.set.citations.get(written);
        let set = set.map_or(&[][..], Vec::as_slice);
        (written.clone(), citation(c, works, (set, named)))
    })
    .collect()
}

fn citation(c: &Context<'_>, works: &Works<'_>, (set, named): (&[Run], &[Named])) -> Markup {
    html! {
        @for it in set {
            @match it.work.and_then(|at| Some((at, works.references.works.get(at)?))) {
                Some((at, work)) => {
                    // A number alone says nothing to whoever hears it.
                    @let is_number = !it.words.contains(char::is_alphabetic);
                    @let label = is_number.then(|| t!(c, "cited-work", number = at + 1));
                    a href={ "#" (address(work)) } aria-label=[label] { (run(it)) }
                }
                None => (run(it)),
            }
        }
        @for it in named.iter().filter(|it| it.work.is_none()) {
            " " span.unheard { "[" (t!(c, "cited-missing")) " (" (it.digits) ")]" }
        }
    }
}

/// Words as the style has them. Where they lead outside is said, and the page of the work has it.
fn run(it: &Run) -> Markup {
    let words = html! { bdi { (it.words) } };
    let words = if it.look.is_italic {
        html! { cite { (words) } }
    } else {
        words
    };
    let words = if it.look.is_bold {
        html! { b { (words) } }
    } else {
        words
    };
    if it.look.is_raised {
        html! { sup { (words) } }
    } else {
        words
    }
}

/// The works cited, in the order of the style.
#[must_use]
pub fn list(c: &Context<'_>, works: &Works<'_>) -> Markup {
    html! {
        @if !works.set.list.is_empty() {
            h2 id="works" { (t!(c, "cited-head")) }
            ul.list { @for it in &works.set.list { (listed(c, works, it)) } }
        }
    }
}

fn address(work: &Work) -> String {
    format!("w-{}", short(&work.row.said.id))
}

/// A work as a list of works has it, with its licence and the way to its own page.
fn listed(c: &Context<'_>, works: &Works<'_>, listed: &Listed) -> Markup {
    let Some(work) = works.references.works.get(listed.work) else {
        return html! {};
    };
    let row = &work.row;
    html! {
        li id=(address(work)) {
            @if !listed.label.is_empty() { @for it in &listed.label { (run(it)) } " " }
            @for it in &listed.runs { (run(it)) }
            " "
            a href=(c.here().of(Name::Source, &row.said.id)) { (t!(c, "thing-source")) }
            @if is_readable(&row.said.shown) && !row.licence.is_empty() {
                " " span.note { bdi { (row.licence) } }
            }
            (fate(c, &row.said))
        }
    }
}
