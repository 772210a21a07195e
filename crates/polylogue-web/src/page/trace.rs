//! What a thing rests on, and what rests on it: every link leads to what says so.

use maud::{Markup, html};
use polylogue_store::query::{How, LinkRow};

use crate::context::Context;
use crate::page::Shown;
use crate::page::parts::{
    anchored, clipped, is_readable, kind, link_to, section_head, target, thing_key, title, when,
    who_said, words_of,
};
use crate::routes::Name;
use crate::t;
use crate::view::trace::TraceView;

/// Links of one list shown on the page; the command tells all of them.
const SHOWN_MAX: usize = 200;
/// How much of a passage is shown, in characters.
const PASSAGE_CHARACTERS: usize = 220;

/// The trace of a thing.
#[must_use]
pub fn page(c: &Context<'_>, view: &TraceView) -> Shown {
    let row = &view.row;
    let name = t!(c, "trace-title");
    let body = html! {
        div.set {
            div {
                (title(html! { (t!(c, thing_key(row.target.what))) }, &name, html! {
                    (t!(c, "trace-about"))
                }))
                p.lede { (target(c, &row.target)) }
                (list(c, Way::Down, &row.rests_on))
                (list(c, Way::Up, &row.rested_on_by))
                @if row.is_cut { p.quiet { (t!(c, "trace-cut")) } }
                p.note.sec {
                    a href=(link_to(c, row.target.what, &row.target.id)) { (t!(c, "thing-back")) }
                }
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}

/// Which way links are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// To what the thing rests on.
    Down,
    /// To what rests on it.
    Up,
}

fn list(c: &Context<'_>, way: Way, links: &[LinkRow]) -> Markup {
    let (head, none) = match way {
        Way::Down => ("trace-down", "trace-down-none"),
        Way::Up => ("trace-up", "trace-up-none"),
    };
    html! {
        section.sec aria-labelledby=(head) {
            (section_head(head, &t!(c, head), html! {}))
            @if links.is_empty() { p.quiet { (t!(c, none)) } }
            @else {
                ul.list {
                    @for link in links.iter().take(SHOWN_MAX) {
                        li {
                            p { (how(c, way, link)) " " (far_end(c, link)) }
                            (told(c, link))
                        }
                    }
                }
                @if links.len() > SHOWN_MAX {
                    p.note { (t!(c, "trace-more", count = links.len() - SHOWN_MAX)) }
                }
            }
        }
    }
}

fn how(c: &Context<'_>, way: Way, link: &LinkRow) -> Markup {
    if let (Some(number), How::IsAbout | How::Answers) = (link.kind, link.how) {
        return kind(c, number);
    }
    let words = if way == Way::Up {
        c.words
            .say(&format!("outcome-{}", link.outcome().name()), &[])
    } else {
        let key = match link.how {
            How::LiftedFrom => "trace-lifted-from",
            How::PutUnder => "trace-put-under",
            How::Quotes => "trace-quotes",
            How::Answers | How::Accepted => "trace-answers",
            How::IsAbout | How::Disputes | How::IsHeld(_) => "trace-is-about",
            How::FoundIn => "trace-found-in",
            How::CameOf(_) => "trace-came-of",
            How::Translates => "trace-translates",
            How::IsEvidence(_) => "trace-is-evidence",
            How::RestsOn | How::Tells | How::Suggests(_) | How::Decides(_) => "trace-rests-on",
        };
        t!(c, key)
    };
    html! { span.state { (words) } }
}

/// The far end of a link: the words meant, where a passage of it is; what has no page of its own
/// leads to what is known of it.
pub(super) fn far_end(c: &Context<'_>, link: &LinkRow) -> Markup {
    if link.thing.what.is_some() {
        return target(c, &link.thing);
    }
    html! {
        a href=(c.here().of(Name::Thing, &link.said.id)) {
            @if link.words.words.is_empty() { (t!(c, "trace-record")) }
            @else { (words_of(&link.words)) }
        }
    }
}

/// Whether what is said with a link is not shown as the words of its far end already.
pub(super) fn says_more(link: &LinkRow) -> bool {
    let words = &link.words.words;
    link.thing.what.is_some() && !words.is_empty() && *words != link.thing.words.words
}

fn told(c: &Context<'_>, link: &LinkRow) -> Markup {
    let may_read = is_readable(&link.said.shown);
    html! {
        @if let Some(passage) = link.passage.as_ref().filter(|it| !it.exact.is_empty()) {
            p { q { bdi dir="auto" { (clipped(&passage.exact, PASSAGE_CHARACTERS)) } }
                " " (anchored(c, passage)) }
        }
        @let is_more = says_more(link);
        @if may_read && is_more {
            p { (words_of(&link.words)) }
        }
        p.note {
            @let speaker = link.thing.speaker.as_deref().filter(|_| link.thing.id == link.said.id);
            (who_said(c, &link.said.by, speaker)) (t!(c, "between")) (when(c, &link.said))
            @if link.step > 1 {
                (t!(c, "between")) (t!(c, "trace-steps", count = u64::from(link.step)))
            }
        }
    }
}
