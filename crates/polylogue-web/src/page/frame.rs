//! The frame of every page: running head, contents, foot.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assets;
use crate::context::{Context, Here};
use crate::page::parts::{done_note, words_of};
use crate::page::{Shown, fields};
use crate::routes::Name;
use crate::words::aligned::aligned;
use crate::words::{Tongue, gaps};
use crate::{rich, sprite, t};

/// The parts in the contents of a commons, with the keys of their words.
const CONTENTS: [(Name, &str); 12] = [
    (Name::Home, "part-home"),
    (Name::Dialogues, "part-dialogues"),
    (Name::Perspectives, "part-perspectives"),
    (Name::Questions, "part-questions"),
    (Name::Claims, "part-claims"),
    (Name::Maps, "part-maps"),
    (Name::Moves, "part-moves"),
    (Name::Sift, "sift-title"),
    (Name::People, "part-people"),
    (Name::Sources, "part-sources"),
    (Name::Practices, "part-practices"),
    (Name::Search, "part-search"),
];

/// Keys of the script, with the keys of their words.
const KEYS: [(&str, &str); 10] = [
    ("?", "keys-help"),
    ("/", "keys-search"),
    ("j k", "keys-turns"),
    ("r", "keys-answer"),
    ("m", "keys-mark"),
    ("l", "keys-lift"),
    ("Ctrl ⏎", "keys-send"),
    ("a d p", "keys-vote"),
    ("u", "keys-undo"),
    ("⇧ ← →", "keys-words"),
];

/// The whole page.
#[must_use]
pub fn frame(c: &Context<'_>, shown: &Shown) -> Markup {
    let leaf = leaf(c, shown);
    let title = match &c.here {
        Some(here) => t!(
            c,
            "title-in-commons",
            page = shown.title,
            commons = here.title.words
        ),
        None => t!(c, "title-alone", page = shown.title),
    };
    let title = match c.refused {
        Some(_) => t!(c, "title-refused", page = title),
        None => title,
    };
    let page = html! {
        (DOCTYPE)
        html lang=(c.words.language()) dir=(c.words.tongue().direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="stylesheet" href=(assets::STYLE.address());
                link rel="icon" href=(assets::ICON.address()) type="image/svg+xml";
                script src=(assets::SCRIPT.address()) defer {}
            }
            body { (sprite::used_in(&leaf.0)) (leaf) }
        }
    };
    let language = c.words.language();
    PreEscaped(match c.words.tongue() {
        Tongue::English | Tongue::Spanish => aligned(&page.0, language),
        Tongue::Arabic => aligned(&gaps::marked(&page.0), language),
    })
}

fn leaf(c: &Context<'_>, shown: &Shown) -> Markup {
    html! {
        div.leaf {
            a.skip href="#main" { (t!(c, "skip")) }
            (head(c, shown))
            (live(c))
            main id="main" tabindex="-1" {
                // Where the page has the place of what was done, it says so there.
                @if let Some(id) = c.here.as_ref().and_then(|it| it.done)
                    && !shown.body.0.contains("id=\"done\"") { (done_note(c, &id, None)) }
                // A form that is not on the page, since it may not be used, cannot say why.
                @if !shown.body.0.contains("role=\"alert\"") { (fields::refusal_alone(c)) }
                (shown.body)
            }
            (foot(c))
            (keys(c))
        }
    }
}

/// Where the script says what has come; empty, and silent without a script. A page that answers a
/// refused form holds what was written and does not change under it.
fn live(c: &Context<'_>) -> Markup {
    let here = c.here.as_ref().filter(|_| c.refused.is_none());
    html! {
        div.live id="live" role="status"
            data-stream=[here.map(|it| it.to(Name::Live))]
            data-version=[here.map(|it| it.version)]
            data-new=(t!(c, "live-new")) data-lost=(t!(c, "live-lost"))
            data-words=(t!(c, "live-words")) data-kept=(t!(c, "live-kept"))
            data-unkept=(t!(c, "live-unkept")) {}
    }
}

/// What keys do, as the script shows it; closed, and out of sight without one.
fn keys(c: &Context<'_>) -> Markup {
    html! {
        dialog.keys id="keys" aria-labelledby="keys-h" {
            h2 id="keys-h" { (t!(c, "keys-head")) }
            dl {
                @for (key, words) in KEYS {
                    dt { @for one in key.split(' ') { kbd { (one) } " " } }
                    dd { (t!(c, words)) }
                }
            }
            label.choice {
                input type="checkbox" checked; (t!(c, "keys-on"))
            }
            form method="dialog" { button type="submit" { (t!(c, "keys-close")) } }
        }
    }
}

fn head(c: &Context<'_>, shown: &Shown) -> Markup {
    html! {
        header.head {
            @match &c.here {
                Some(here) => {
                    p.head-name { a href=(here.to(Name::Home)) { (words_of(&here.title)) } }
                    (contents(c, here, shown))
                }
                None => p.head-name {
                    a href=(crate::link::Link::to(Name::CommonsList)) { (t!(c, "product")) }
                }
            }
        }
    }
}

fn contents(c: &Context<'_>, here: &Here, shown: &Shown) -> Markup {
    let is_here = |name: Name| shown.part == Some(name);
    let (first, rest): (Vec<_>, Vec<_>) = CONTENTS
        .into_iter()
        .partition(|(name, _)| is_here(*name) || has_something(here, *name));
    let part = |(name, key): (Name, &str)| {
        html! {
            li {
                a href=(here.to(name)) aria-current=[is_here(name).then_some("page")] {
                    (t!(c, key))
                }
            }
        }
    };
    html! {
        details.contents {
            summary { (t!(c, "contents")) }
            nav aria-label=(t!(c, "contents")) {
                ul {
                    @for it in first { (part(it)) }
                    @if !rest.is_empty() {
                        li {
                            details.rest {
                                summary { (t!(c, "contents-more")) }
                                ul { @for it in rest { (part(it)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether a part has something in it, or is where a commons begins.
fn has_something(here: &Here, name: Name) -> bool {
    let counts = &here.counts;
    match name {
        Name::Questions => counts.questions > 0,
        Name::Claims => counts.claims > 0,
        Name::Maps => counts.votes > 0,
        Name::Moves | Name::Sift => counts.moves > 0,
        Name::Sources => counts.sources > 0,
        Name::Practices => counts.practices > 0,
        Name::Search => counts.turns + counts.claims > 0,
        _ => true,
    }
}

fn foot(c: &Context<'_>) -> Markup {
    html! {
        footer.foot {
            @if let Some(here) = &c.here {
                form.foot-find method="get" action=(here.to(Name::Search)) role="search"
                    aria-label=(t!(c, "foot-find")) {
                    label for="foot-find" { (t!(c, "foot-find")) }
                    input type="search" id="foot-find" name="words" dir="auto";
                    button type="submit" { (t!(c, "search-send")) }
                }
            }
            ul {
                @match &c.here {
                    Some(here) => (foot_of(c, here)),
                    None => {
                        li { (t!(c, "foot-nowhere")) }
                        (languages(c))
                    }
                }
                // Shown by the script.
                li hidden { button.plain id="keys-open" type="button" { (t!(c, "keys-head")) } }
            }
        }
    }
}

/// The way to other languages, named in those languages for whoever cannot read this one.
fn languages(c: &Context<'_>) -> Markup {
    let mut link = crate::link::Link::to(Name::Languages);
    if let Some(here) = &c.here {
        link = link.with("commons", crate::link::short(&here.commons));
    }
    html! {
        li {
            a href=(link) {
                @for (index, tongue) in Tongue::ALL.into_iter()
                    .filter(|it| *it != c.words.tongue()).enumerate() {
                    @if index > 0 { (t!(c, "between")) }
                    span lang=(tongue.tag()) dir=(tongue.direction()) { (tongue.own_name()) }
                }
            }
        }
    }
}

fn foot_of(c: &Context<'_>, here: &Here) -> Markup {
    let reach = here.reach;
    let status = here.to(Name::Status);
    html! {
        li { a href=(status) {
            @if reach.known == 0 { (t!(c, "foot-alone")) }
            @else { (t!(c, "foot-peers", heard = reach.heard_today, known = reach.known)) }
        } }
        @if reach.known > 0 && reach.only_here > 0 {
            li { (rich!(c, "foot-only-here", count = reach.only_here;
                what = html! { a href=(here.to(Name::Status).at("mine")) {
                    (t!(c, "foot-only-here-what"))
                } })) }
        }
        li { a href=(here.to(Name::Charter)) { (t!(c, "part-charter")) } }
        li { a href=(here.to(Name::Log)) { (t!(c, "part-log")) } }
        li { a href=(here.to(Name::Signs)) { (t!(c, "part-signs")) } }
        li { a href=(here.to(Name::Settings)) { (t!(c, "part-settings")) } }
        li { a href=(crate::link::Link::to(Name::CommonsList)) { (t!(c, "part-commons-list")) } }
        (languages(c))
    }
}
