//! Pages that only a copy has: its frame, its contents, the page about it, and the search.

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::copy::Facts;
use crate::date::Moment;
use crate::page::Shown;
use crate::page::parts::{section_head, title};
use crate::routes::Name;
use crate::words::Words;
use crate::{sprite, t};

/// What is on every page of a copy.
#[derive(Clone, Copy)]
pub(super) struct Leaf<'a> {
    /// The words.
    pub(super) words: &'a Words,
    /// What is known of the edition.
    pub(super) facts: &'a Facts,
    /// The way from this page to the folder of the copy: `../` or nothing.
    pub(super) up: &'a str,
}

/// What a page may do: nothing but be read.
const QUIET: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
/// The page of the search runs scripts of the copy.
const SEARCHING: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
    script-src 'self'; base-uri 'none'; form-action 'none'";

/// A page that only a copy has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// The document itself.
    Text,
    /// What the copy holds.
    Contents,
    /// Search.
    Search,
    /// About this copy.
    About,
}

/// The ways about in a copy.
const WAYS: [(Own, &str, &str); 4] = [
    (Own::Text, "index.html", "copy-text"),
    (Own::Contents, "contents.html", "copy-contents"),
    (Own::Search, "search.html", "copy-search"),
    (Own::About, "about.html", "copy-about"),
];

/// A whole page of a copy around what it shows.
pub(super) fn framed(
    leaf: Leaf<'_>,
    (name, own): (&str, Option<Own>),
    body: &str,
    signs: &BTreeSet<String>,
) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(leaf.words.language()) dir=(leaf.words.tongue().direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content=(if own == Some(Own::Search) { SEARCHING } else { QUIET });
                title { (t!(leaf, "title-in-commons", page = name, commons = leaf.facts.title)) }
                link rel="stylesheet" href={ (leaf.up) "copy.css" };
                @if matches!(own, Some(Own::Text | Own::About)) {
                    link rel="alternate" type="application/atom+xml" href="feed.xml";
                    link rel="alternate" type="application/ld+json" href="edition.jsonld";
                }
                @if !leaf.facts.licence.is_empty() && let Some(it) = licence(&leaf.facts.licence) {
                    link rel="license" href=(it);
                }
            }
            body { (signs_used(signs)) div.leaf {
                a.skip href="#main" { (t!(leaf, "skip")) }
                (head(leaf, own))
                main id="main" tabindex="-1" { (PreEscaped(body)) }
                (foot(leaf))
            } }
        }
    };
    page.into_string()
}

/// The address of a licence by its name, for the licences that have one.
pub(super) fn licence(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    if lower == "cc0-1.0" {
        return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
    }
    let (kind, version) = lower.strip_prefix("cc-")?.rsplit_once('-')?;
    let is_plain = |it: char| it.is_ascii_lowercase() || it == '-';
    let is_number = |it: char| it.is_ascii_digit() || it == '.';
    (kind.chars().all(is_plain) && version.chars().all(is_number))
        .then(|| format!("https://creativecommons.org/licenses/{kind}/{version}/"))
}

/// The signs that pages use.
pub(super) fn signs_used(signs: &BTreeSet<String>) -> Markup {
    let used: String = signs
        .iter()
        .map(|it| format!("<use href=\"#{it}\">"))
        .collect();
    sprite::used_in(&used)
}

fn head(leaf: Leaf<'_>, own: Option<Own>) -> Markup {
    html! {
        header.head {
            p.head-name {
                a href={ (leaf.up) "index.html" } { bdi dir="auto" { (leaf.facts.title) } }
            }
            nav.contents aria-label=(t!(leaf, "contents")) {
                ul { @for (it, file, key) in WAYS {
                    li {
                        a href={ (leaf.up) (file) }
                            aria-current=[(own == Some(it)).then_some("page")] { (t!(leaf, key)) }
                    }
                } }
            }
        }
    }
}

fn foot(leaf: Leaf<'_>) -> Markup {
    html! {
        footer.foot {
            (note(leaf))
            p { a href={ (leaf.up) "about.html#check" } { (t!(leaf, "copy-how-to-check")) } }
        }
    }
}

/// That this is a copy, and of what.
pub(super) fn note(leaf: Leaf<'_>) -> Markup {
    let facts = leaf.facts;
    html! {
        p.copy-note {
            (t!(leaf, "copy-note", title = facts.title, version = facts.version)) " "
            (t!(leaf, "copy-hash")) " " span.hash { (facts.hash) }
        }
    }
}

/// What stands where a copy does not hold a page.
pub(super) fn absent(words: &Words) -> Shown {
    struct Said<'a> {
        words: &'a Words,
    }
    let c = Said { words };
    let name = t!(c, "copy-absent");
    Shown {
        body: html! { (title(html! {}, &name, html! {})) p.quiet { (t!(c, "copy-absent-about")) } },
        title: name,
        part: None,
    }
}

/// What is known of the edition, who signed it, and how to check it.
pub(super) fn about(leaf: Leaf<'_>, file: Option<&str>) -> (String, Markup) {
    let name = t!(leaf, "copy-about");
    let body = html! {
        (title(html! { bdi dir="auto" { (leaf.facts.title) } }, &name, html! {}))
        (told(leaf))
        (check(leaf, file))
        section.sec aria-labelledby="forms" {
            (section_head("forms", &t!(leaf, "copy-forms"), html! {}))
            ul.list {
                @for (file, key) in FORMS {
                    li { a href=(file) { (t!(leaf, key)) } }
                }
            }
        }
    };
    (name, body)
}

/// What is known of the edition, who signed it, who worked on it, and what it cites by licence.
pub(super) fn told(leaf: Leaf<'_>) -> Markup {
    let facts = leaf.facts;
    // The page of an edition names them itself, with links.
    let is_told = facts.text.0 == Name::Edition;
    html! {
        dl.facts {
            dt { (t!(leaf, "copy-version")) } dd { bdi dir="auto" { (facts.version) } }
            dt { (t!(leaf, "copy-made")) }
            dd { time datetime=(Moment::of(facts.made).machine()) { (day(facts.made)) } }
            dt { (t!(leaf, "copy-hash")) } dd { span.hash { (facts.hash) } }
            @if !facts.licence.is_empty() {
                dt { (t!(leaf, "copy-licence")) }
                dd { @match licence(&facts.licence) {
                    Some(address) => a href=(address) rel="license" { (facts.licence) },
                    None => bdi { (facts.licence) },
                } }
            }
        }
        @if !is_told {
            (people(leaf, ("copy-signed", "copy-signed"), &facts.signers))
            (people(leaf, ("copy-contributed", "copy-contributed"), &facts.contributors))
        }
        @if !is_told && !facts.notices.is_empty() {
            section.sec aria-labelledby="copy-notices" {
                (section_head("copy-notices", &t!(leaf, "copy-notices"), html! {}))
                ul.list { @for it in &facts.notices { li { bdi dir="auto" { (it) } } } }
            }
        }
    }
}

/// Other forms of the same, for programs.
const FORMS: [(&str, &str); 4] = [
    ("feed.xml", "copy-feed"),
    ("edition.jsonld", "copy-json-ld"),
    ("annotations.json", "copy-annotations"),
    ("ro-crate-metadata.json", "copy-crate"),
];

/// A day as machines write it, which everybody can read.
pub(super) fn day(seconds: u64) -> String {
    let machine = Moment::of(seconds).machine();
    machine.get(..10).unwrap_or_default().to_owned()
}

fn people(leaf: Leaf<'_>, (id, key): (&str, &str), all: &[(String, String)]) -> Markup {
    html! {
        @if !all.is_empty() {
            section.sec aria-labelledby=(id) {
                (section_head(id, &t!(leaf, key), html! {}))
                ul.list {
                    @for (name, how) in all {
                        li { bdi.sc { (name) } @if !how.is_empty() { " — " bdi { (how) } } }
                    }
                }
            }
        }
    }
}

pub(super) fn check(leaf: Leaf<'_>, file: Option<&str>) -> Markup {
    let named = file.unwrap_or("FILE");
    html! {
        section.sec aria-labelledby="check" {
            (section_head("check", &t!(leaf, "copy-how-to-check"), html! {}))
            p.lede { (t!(leaf, "copy-check-about")) }
            p { code.hash { "polylogue edition verify " (named) } }
            @if let Some(file) = file {
                p { a href=(file) download { (t!(leaf, "copy-file")) } }
            }
        }
    }
}

/// What the copy holds, by kinds; each kind has lists of its own.
pub(super) fn contents(
    leaf: Leaf<'_>,
    kinds: &[(Name, usize)],
    all: &[(String, String)],
) -> Markup {
    html! {
        (title(html! {}, &t!(leaf, "copy-contents"), html! { (t!(leaf, "copy-contents-about")) }))
        section.sec aria-labelledby="overviews" {
            (section_head("overviews", &t!(leaf, "copy-overviews"), html! {}))
            ul.list.cols {
                @for (address, name) in all { li { a href=(address) { bdi dir="auto" { (name) } } } }
            }
        }
        section.sec aria-labelledby="each" {
            (section_head("each", &t!(leaf, "copy-each"), html! {}))
            ul.list {
                @for (name, count) in kinds {
                    li {
                        a href=(list_file(*name, 0)) { (t!(leaf, kind_key(*name))) } " "
                        span.quiet { (count) }
                    }
                }
            }
        }
    }
}

/// The file of a part of a list.
pub(super) fn list_file(name: Name, part: usize) -> String {
    let word = crate::routes::of(name).word;
    match part {
        0 => format!("contents-{word}.html"),
        part => format!("contents-{word}-{}.html", part + 1),
    }
}

/// The key of what things of a page's name are called together.
pub(super) fn kind_key(name: Name) -> &'static str {
    match name {
        Name::Dialogue => "part-dialogues",
        Name::Turn => "copy-turns",
        Name::Claim => "part-claims",
        Name::Move => "part-moves",
        Name::Perspective => "part-perspectives",
        Name::Question => "part-questions",
        Name::Source => "part-sources",
        Name::Practice => "part-practices",
        Name::Person => "part-people",
        Name::Line => "copy-lines",
        Name::Trace => "copy-traces",
        Name::Became => "copy-became",
        Name::SiftCell => "copy-cells",
        Name::Synopsis => "copy-synopses",
        _ => "copy-others",
    }
}

/// A part of the list of one kind.
pub(super) fn list(
    leaf: Leaf<'_>,
    (kind, part, has_more): (Name, usize, bool),
    all: &[(String, String)],
) -> (String, Markup) {
    let name = t!(leaf, kind_key(kind));
    let body = html! {
        (title(html! { a href="contents.html" { (t!(leaf, "copy-contents")) } }, &name, html! {}))
        ul.list { @for (address, name) in all {
            li { a href=(address) { bdi dir="auto" { (name) } } }
        } }
        @if part > 0 || has_more {
            nav.pages aria-label=(t!(leaf, "pages")) {
                @if part > 0 {
                    a href=(list_file(kind, part - 1)) { (t!(leaf, "pages-before")) }
                }
                @if has_more { a href=(list_file(kind, part + 1)) { (t!(leaf, "pages-after")) } }
            }
        }
    };
    (name, body)
}

/// Search; without scripts it says where else to look.
pub(super) fn search(leaf: Leaf<'_>, (shards, part): (usize, usize)) -> (String, Markup) {
    let name = t!(leaf, "copy-search");
    let body = html! {
        (title(html! {}, &name, html! {}))
        p id="unscripted" { (t!(leaf, "copy-search-unscripted")) " "
            a href="contents.html" { (t!(leaf, "copy-contents")) }
        }
        div id="find" hidden role="search" data-shards=(shards) data-part=(part)
            data-none=(t!(leaf, "copy-search-none")) data-many=(t!(leaf, "copy-search-many"))
            data-found=(t!(leaf, "copy-search-found")) {
            p { label for="words" { (t!(leaf, "copy-search-words")) } }
            p { input type="search" id="words" dir="auto" autocomplete="off"; }
        }
        p.quiet id="said" role="status" {}
        ol.list.found id="found" {}
        script src="search/search.js" defer {}
    };
    (name, body)
}
