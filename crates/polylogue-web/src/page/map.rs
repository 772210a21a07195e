//! One opinion map. The list comes first: what is shared; then the picture, with a table that says
//! the same; then what divides, each group and what sets it apart, what to ask next.

use maud::{Markup, html};
use polylogue_map::groups::{self, Outcome};
use polylogue_map::lens::common_ground::VOTES_MIN;
use polylogue_map::polis::Side;
use polylogue_map::{Count, Standing, Vote};
use polylogue_node::maps::{Who, Why};
use polylogue_store::query::Thing;

use self::bars::{bars, letter};
use crate::context::Context;
use crate::link::{Link, short};
use crate::page::parts::{is_readable, named, person, perspectives, section_head, target, title};
use crate::page::{Shown, fields, use_in};
use crate::routes::Name;
use crate::view::map::{LISTED, MapView, VOTES_SHOWN};
use crate::{rich, t};

pub mod bars;
pub mod crowd;
pub mod picture;
pub mod signs;
pub mod standpoints;
pub mod third;

/// A number of people or votes for a sentence.
pub(crate) fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// A share in whole hundredths.
pub(crate) fn hundredths(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

/// The map.
#[must_use]
pub fn page(c: &Context<'_>, view: &MapView) -> Shown {
    let name = headline(c, view);
    let body = html! {
        (title(over(c, view), &name, under(c, view)))
        (ways(c, view))
        (beside(c, view))
        (newcomers(c, view))
        (signs::told(c, view))
        @if view.is_small() { (crowd::few(c, view)) }
        @else {
            (common_ground(c, view))
            (crowd::map(c, view))
            (chosen(c, view))
            (crowd::gathered(c, view))
            (divisions(c, view))
            (crowd::groups(c, view))
            (bridging(c, view))
        }
        (next(c, view))
        @if !view.is_small() {
            (unknown(c, view))
            (third::third(c, view))
            (signs::signs(c, view))
        }
        (standpoints::standpoints(c, view))
        (lenses(c, view))
    };
    Shown {
        title: t!(c, "map-title-of", of = of_words(c, view)),
        part: Some(Name::Maps),
        body,
    }
}

/// The ways to the parts of the page, which is long where many claims were voted on.
fn ways(c: &Context<'_>, view: &MapView) -> Markup {
    let parts = [
        ("shared", "map-shared", true),
        ("picture", "map-picture-head", true),
        ("apart", "map-divisions", view.has_groups()),
        ("groups", "map-groups", true),
        ("bridging", "map-bridging", !view.bridging.is_empty()),
        ("next", "map-next", true),
        ("unknown", "map-unknown", !view.unknown.is_empty()),
        ("made", "map-signs", true),
        ("standpoints", "map-standpoints", !view.placed.is_empty()),
    ];
    html! {
        @if !view.is_small() {
            nav.pages aria-label=(t!(c, "map-parts")) {
                @for (at, key, _) in parts.iter().filter(|it| it.2) {
                    a href={ "#" (at) } { (t!(c, key)) } " "
                }
            }
        }
    }
}

fn over(c: &Context<'_>, view: &MapView) -> Markup {
    html! {
        a href=(c.here().to(Name::Maps)) { (t!(c, "map-over")) }
        @if let Some(of) = &view.of { (t!(c, "between")) (target(c, of)) }
    }
}

fn of_words(c: &Context<'_>, view: &MapView) -> String {
    match &view.of {
        Some(of) if !of.words.words.is_empty() => of.words.words.clone(),
        _ => t!(c, "map-of-nothing"),
    }
}

/// What is found, in one sentence.
fn headline(c: &Context<'_>, view: &MapView) -> String {
    if view.open.people.is_empty() {
        return t!(c, "map-headline-none");
    }
    if view.is_small() {
        return t!(c, "map-headline-small", people = view.open.people.len());
    }
    let results = &view.open.map.results;
    let shared = results.common_ground.iter().filter(|it| it.lowest > 0.5);
    if !view.has_groups() {
        let unknown = view.unknown.len();
        return t!(
            c,
            "map-headline-alone",
            shared = shared.count(),
            unknown = unknown
        );
    }
    t!(
        c,
        "map-headline",
        shared = shared.count(),
        divided = results.divisions.len(),
        unknown = view.unknown.len()
    )
}

fn under(c: &Context<'_>, view: &MapView) -> Markup {
    let open = &view.open;
    let here = c.here();
    let counts = t!(
        c,
        "map-counts",
        people = open.people.len(),
        votes = open.ballots.vote_count(),
        claims = open.claims.len()
    );
    let out = open.standing.iter();
    let out = out.filter(|it| **it != Standing::Shown).count();
    html! {
        (counts)
        @if out > 0 { (t!(c, "list-next")) (t!(c, "map-out", count = out)) }
        (t!(c, "between"))
        a href=(here.of(Name::MapTable, &view.id)) { (t!(c, "map-whole-table")) }
        (t!(c, "between"))
        a href=(here.of(Name::MapSheet, &view.id)) { "CSV" }
        (t!(c, "between"))
        a href=(here.of(Name::MapPast, &view.id)) { (t!(c, "map-past-link")) }
        @if here.may.speak.is() {
            (t!(c, "between"))
            (use_in::way_with(c, here.of(Name::Use, &view.id).with("figure", "map")))
        }
    }
}

/// What this map does not hold: claims elsewhere, and a second copy of the same conversation.
fn beside(c: &Context<'_>, view: &MapView) -> Markup {
    let here = c.here();
    let is_of_question = view
        .of
        .as_ref()
        .is_some_and(|it| it.what == Some(Thing::Question));
    html! {
        @if is_of_question {
            p.note {
                (rich!(c, "map-of-question"; maps = html! {
                    a href=(here.to(Name::Maps)) { (t!(c, "map-of-question-others")) }
                }))
            }
        }
        @if let Some(other) = view.copies.first() {
            p.note { (t!(c, "map-two-copies")) }
            @if here.may.speak.is() {
                @let link = here.of(Name::Suggest, &view.id);
                (fields::folded(c, Name::Suggest, "map-fuse", html! {
                    (fields::form(c, Name::Suggest, &link, |f| html! {
                        input type="hidden" name="way" value="fuse";
                        input type="hidden" name="others" value=(other);
                        (f.reason())
                        (f.send_quietly("suggest-send"))
                    }))
                }))
            }
        }
    }
}

/// Votes of people nobody has greeted: said, and shown only when asked for.
fn newcomers(c: &Context<'_>, view: &MapView) -> Markup {
    let link = c.here().of(Name::Map, &view.id);
    let left = view.open.left_out;
    html! {
        @if view.who == Who::NewcomersToo {
            p.told {
                (t!(c, "map-as-held-here")) " " a href=(link) { (t!(c, "map-without-newcomers")) }
            }
        } @else if left.votes > 0 {
            p.note {
                (t!(c, "map-left-out", people = left.people, votes = left.votes)) " "
                a href=(link.with("with", "newcomers")) { (t!(c, "map-with-newcomers")) }
            }
        }
    }
}

/// A claim by its number, leading to its page.
pub(crate) fn claim(c: &Context<'_>, view: &MapView, number: usize) -> Markup {
    match view.claims.get(&number) {
        Some(row) => html! {
            a href=(c.here().of(Name::Claim, &row.said.id)) {
                (named(c, &row.text, &row.said, "thing-claim"))
            }
        },
        None => html! {
            a href=(c.here().of(Name::Claim, &view.open.claims[number])) { (t!(c, "thing-claim")) }
        },
    }
}

/// Where the votes on a claim are, with every reason.
fn votes_of(c: &Context<'_>, view: &MapView, number: usize) -> Link {
    c.here()
        .of(Name::Claim, &view.open.claims[number])
        .at("votes-h")
}

fn held_by(c: &Context<'_>, view: &MapView, number: usize) -> Markup {
    let held = view.claims.get(&number).map(crate::page::claim::holders);
    html! {
        @if let Some(held) = held.filter(|it| !it.is_empty()) {
            (t!(c, "claim-held")) " " (perspectives(c, &held))
        }
    }
}

/// One claim of a list, with a note and its bars.
fn item(c: &Context<'_>, view: &MapView, number: usize, note: &str) -> Markup {
    let results = &view.open.map.results;
    let counts: Vec<Count> = if view.has_groups() {
        results.by_group.iter().map(|it| it[number]).collect()
    } else {
        vec![results.counts[number]]
    };
    let held = held_by(c, view, number);
    html! {
        li {
            div {
                p { (claim(c, view, number)) }
                p.note {
                    (note)
                    @if !held.0.is_empty() {
                        @if !note.is_empty() { (t!(c, "between")) }
                        (held)
                    }
                }
            }
            (bars(c, &counts, &votes_of(c, view, number)))
        }
    }
}

/// What is only looked at by those who want all: folded away.
fn folded(c: &Context<'_>, count: usize, inside: &Markup) -> Markup {
    html! {
        @if count > 0 {
            details.more { summary { (t!(c, "map-more", count = count)) } (inside) }
        }
    }
}

/// Claims of a list that stand open; the rest is folded away.
const OPEN: usize = 4;

/// Says how many of a list are not on this page, and leads to where they are.
pub(crate) fn beyond(c: &Context<'_>, view: &MapView, count: usize) -> Markup {
    html! {
        @if count > LISTED {
            p.note {
                a href=(c.here().of(Name::MapTable, &view.id)) {
                    (t!(c, "map-beyond", shown = LISTED, count = count - LISTED))
                }
            }
        }
    }
}

fn list(items: &[Markup], c: &Context<'_>) -> Markup {
    let cut = items.len().min(OPEN);
    let rest = html! { ol.dist { @for it in &items[cut..] { (it) } } };
    html! {
        ol.dist { @for it in &items[..cut] { (it) } }
        (folded(c, items.len() - cut, &rest))
    }
}

fn key(c: &Context<'_>) -> Markup {
    use polylogue_core::move_kind::MoveKind;
    html! {
        p.key-list {
            span.support { (crate::sprite::glyph(MoveKind::Agrees)) (t!(c, "vote-agree")) }
            span.challenge { (crate::sprite::glyph(MoveKind::Disagrees)) (t!(c, "vote-disagree")) }
            span { (t!(c, "map-key-pass")) }
            span { (t!(c, "map-key-range")) }
        }
    }
}

fn common_ground(c: &Context<'_>, view: &MapView) -> Markup {
    let found = &view.open.map.results.common_ground;
    let note = |it: &polylogue_map::lens::common_ground::CommonGround| {
        let side = match it.side {
            Side::Agree => "map-shared-agree",
            Side::Disagree => "map-shared-disagree",
        };
        let said = t!(c, side, least = hundredths(it.lowest));
        let is_sure = it.lowest > 0.5;
        let divisions = &view.open.map.results.divisions;
        match (is_sure, view.has_groups()) {
            (true, true) if divisions.iter().any(|one| one.claim == it.claim) => {
                format!("{said} {}", t!(c, "map-shared-apart"))
            }
            (true, _) => said,
            (false, true) => {
                let group = letter(it.lowest_group);
                format!("{said} {}", t!(c, "map-shared-unsure-group", group = group))
            }
            (false, false) => format!("{said} {}", t!(c, "map-shared-unsure")),
        }
    };
    let sure = found.iter().filter(|it| it.lowest > 0.5).count();
    let mut items = found
        .iter()
        .take(LISTED)
        .map(|it| item(c, view, it.claim, &note(it)));
    let shared: Vec<Markup> = items.by_ref().take(sure).collect();
    let nearly: Vec<Markup> = items.collect();
    let about = if view.has_groups() {
        "map-shared-about"
    } else {
        "map-shared-about-all"
    };
    html! {
        section.sec aria-labelledby="shared" {
            (section_head("shared", &t!(c, "map-shared"), html! { (t!(c, about)) }))
            (key(c))
            @if shared.is_empty() { p.quiet { (t!(c, "map-shared-none")) } }
            (list(&shared, c))
            @if sure > OPEN && !nearly.is_empty() {
                details.more {
                    summary { (t!(c, "map-nearly", count = nearly.len())) }
                    ol.dist { @for it in &nearly { (it) } }
                }
            } @else if !nearly.is_empty() {
                h3 { (t!(c, "map-nearly", count = nearly.len())) }
                (list(&nearly, c))
            }
            (beyond(c, view, found.len()))
        }
    }
}

fn divisions(c: &Context<'_>, view: &MapView) -> Markup {
    if !view.has_groups() {
        return html! {};
    }
    let results = &view.open.map.results;
    let found = &results.divisions;
    let items = found.iter().take(LISTED).map(|it| {
        let mut shared = results.common_ground.iter().filter(|it| it.lowest > 0.5);
        let note = t!(
            c,
            "map-apart",
            high = letter(it.highest_group),
            low = letter(it.lowest_group),
            from = hundredths(it.low),
            to = hundredths(it.high)
        );
        if shared.any(|one| one.claim == it.claim) {
            let note = format!("{note} {}", t!(c, "map-apart-shared"));
            return item(c, view, it.claim, &note);
        }
        item(c, view, it.claim, &note)
    });
    let items: Vec<Markup> = items.collect();
    html! {
        section.sec aria-labelledby="apart" {
            (section_head("apart", &t!(c, "map-divisions"), html! {
                (t!(c, "map-divisions-about"))
            }))
            @if items.is_empty() { p.quiet { (t!(c, "map-divisions-none")) } }
            (list(&items, c))
            (beyond(c, view, found.len()))
        }
    }
}

/// What people agree with wherever they stand.
fn bridging(c: &Context<'_>, view: &MapView) -> Markup {
    let items = view.bridging.iter().map(|(number, score)| {
        let note = t!(c, "map-bridging-score", score = format!("{score:.2}"));
        item(c, view, *number, &note)
    });
    let items: Vec<Markup> = items.collect();
    html! {
        @if !items.is_empty() {
            section.sec aria-labelledby="bridging" {
                (section_head("bridging", &t!(c, "map-bridging"), html! {
                    (t!(c, "map-bridging-about"))
                }))
                ol.dist { @for it in &items { (it) } }
            }
        }
    }
}

/// Why a claim is worth asking, in a sentence.
#[must_use]
pub fn why(c: &Context<'_>, why: Why) -> String {
    match why {
        Why::GroupUnheard { group, votes } => {
            t!(c, "map-why-group", group = letter(group), votes = votes)
        }
        Why::FewVotes { votes } => t!(c, "map-why-few", votes = votes),
        Why::Divides => t!(c, "map-why-divides"),
        Why::NearlyShared => t!(c, "map-why-nearly"),
        Why::Telling => t!(c, "map-why-telling"),
    }
}

fn next(c: &Context<'_>, view: &MapView) -> Markup {
    let here = c.here();
    html! {
        section.sec aria-labelledby="next" {
            (section_head("next", &t!(c, "map-next"), html! { (t!(c, "map-next-about")) }))
            ul.few {
                @for (number, reason) in &view.next {
                    li { span { (claim(c, view, *number)) } span.note { (why(c, *reason)) } }
                }
            }
            @if here.may.vote.is() {
                p.acts.sp-t {
                    a.button href=(here.to(Name::NextClaim).with("of", short(&view.id))) {
                        (t!(c, "map-vote-here"))
                    }
                }
            }
        }
    }
}

fn unknown(c: &Context<'_>, view: &MapView) -> Markup {
    if view.unknown.is_empty() {
        return html! {};
    }
    let results = &view.open.map.results;
    let counted = |number: usize| {
        let all = u64::from(results.counts[number].seen());
        let by_group = results
            .by_group
            .iter()
            .map(|it| it[number].seen())
            .enumerate();
        match by_group.min_by_key(|(_, seen)| *seen) {
            Some((group, least)) if view.has_groups() => t!(
                c,
                "map-unknown-group",
                votes = all,
                least = least,
                group = letter(group)
            ),
            _ => t!(c, "map-unknown-votes", votes = all),
        }
    };
    let line = |number: &usize| {
        html! {
            li { span { (claim(c, view, *number)) } span.note { (counted(*number)) } }
        }
    };
    let lines: Vec<Markup> = view.unknown.iter().take(LISTED).map(line).collect();
    let cut = lines.len().min(OPEN);
    html! {
        section.sec aria-labelledby="unknown" {
            (section_head("unknown", &t!(c, "map-unknown"), html! {
                (t!(c, "map-unknown-about", least = VOTES_MIN))
            }))
            ul.few { @for it in &lines[..cut] { (it) } }
            (folded(c, lines.len() - cut, &html! { ul.few { @for it in &lines[cut..] { (it) } } }))
            (beyond(c, view, view.unknown.len()))
        }
    }
}

/// What somebody voted, in a word.
pub(crate) fn vote_word(c: &Context<'_>, vote: Vote) -> Markup {
    use polylogue_core::move_kind::MoveKind;
    html! {
        @match vote {
            Vote::Agree => span.mv.support {
                (crate::sprite::glyph(MoveKind::Agrees)) (t!(c, "agreed"))
            },
            Vote::Disagree => span.mv.challenge {
                (crate::sprite::glyph(MoveKind::Disagrees)) (t!(c, "disagreed"))
            },
            Vote::Pass => span.mv { (t!(c, "passed")) },
        }
    }
}

/// Why somebody stands where they do: their votes, those first that pull hardest.
fn chosen(c: &Context<'_>, view: &MapView) -> Markup {
    let Some(one) = view.chosen else {
        return html! {};
    };
    let axes = &view.open.map.axes;
    let mut votes: Vec<(f64, usize, Vote)> = view
        .open
        .ballots
        .votes_of(one)
        .take(VOTES_SHOWN)
        .map(|(number, vote)| {
            let apart = f64::from(vote.sign()) - axes.means[number];
            let [first, second, _] = &axes.loadings;
            let pull = apart * apart * (first[number].powi(2) + second[number].powi(2));
            (pull, number, vote)
        })
        .collect();
    votes.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    let who = view.people.get(&one);
    let group = view.group_of(one);
    html! {
        section.sec id="who" tabindex="-1" aria-labelledby="who-h" {
            (section_head("who-h", &t!(c, "map-who"), html! {}))
            p {
                @if let Some(who) = who { (person(c, who)) (t!(c, "between")) }
                @match group {
                    Some(group) => (t!(c, "map-who-group", group = letter(group))),
                    None => (t!(c, "map-who-no-group")),
                }
            }
            p.note { (t!(c, "map-who-about", votes = votes.len(), all = view.open.claims.len())) }
            div.scroll role="group" aria-labelledby="who-h" tabindex="0" {
                table.table.stack aria-labelledby="who-h" {
                    thead { tr {
                        th scope="col" { (t!(c, "thing-claim")) }
                        th scope="col" { (t!(c, "map-their-vote")) }
                        th scope="col" { (t!(c, "map-all-votes")) }
                    } }
                    tbody {
                        @for (_, number, vote) in &votes {
                            @let all = view.open.map.results.counts[*number];
                            tr {
                                th scope="row" { (claim(c, view, *number)) }
                                td data-th=(t!(c, "map-their-vote")) { (vote_word(c, *vote)) }
                                td data-th=(t!(c, "map-all-votes")) {
                                    (t!(c, "tally", agree = all.agree, disagree = all.disagree,
                                        pass = all.pass))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Why there are the groups there are, or none.
#[must_use]
pub fn outcome(c: &Context<'_>, view: &MapView) -> String {
    let grouping = &view.open.map.grouping;
    match grouping.outcome {
        Outcome::Grouped => t!(c, "map-grouped", groups = grouping.count()),
        Outcome::TooFewPeople { people } => {
            t!(
                c,
                "map-too-few",
                people = people,
                needed = groups::PEOPLE_MIN
            )
        }
        Outcome::AllAlike => t!(c, "map-all-alike"),
        Outcome::NoMoreThanChance => t!(c, "map-by-chance"),
        Outcome::NoGap => t!(c, "map-no-gap"),
    }
}

/// Each way of looking, with what it means in a sentence.
const LENSES: [(&str, &str); 7] = [
    ("map-lens-shared", "map-lens-shared-is"),
    ("map-lens-divisions", "map-lens-divisions-is"),
    ("map-bridging", "map-lens-bridging-is"),
    ("map-lens-telling", "map-lens-telling-is"),
    ("map-lens-groups", "map-lens-groups-is"),
    ("map-lens-place", "map-lens-place-is"),
    ("map-lens-next", "map-lens-next-is"),
];

/// What each way of looking means, and what the figures cannot say.
fn lenses(c: &Context<'_>, view: &MapView) -> Markup {
    if view.is_small() {
        return html! {};
    }
    let axes = &view.open.map.axes;
    let verb = format!("polylogue map --of {}", short(&view.id));
    html! {
        details.more.sec {
            summary { (t!(c, "map-lenses")) }
            dl.facts {
                @for (name, meaning) in LENSES {
                    dt { (t!(c, name)) }
                    dd { (t!(c, meaning)) }
                }
            }
            p.note {
                (t!(c, "map-axes", first = hundredths(axes.share(0)),
                    second = hundredths(axes.share(1))))
                @if axes.has_third() {
                    " " (t!(c, "map-axes-third", third = hundredths(axes.share(2))))
                }
            }
            p.note {
                (rich!(c, "map-recompute"; verb = html! {
                    code { (verb) }
                }))
            }
        }
    }
}

/// Whether a claim can be read on this page.
pub(crate) fn is_shown(view: &MapView, number: usize) -> bool {
    view.claims
        .get(&number)
        .is_some_and(|it| is_readable(&it.said.shown))
}
