//! Claims: putting, lifting, holding, reshaping; votes and counts.

use polylogue_core::kind::{Change, Choice, Held, Matters, Naming};
use polylogue_node::intent::{Intent, Provenance, Quoting, Worded};
use polylogue_store::query::Compared;

use super::draft::shown_on;
use super::{Outcome, done, needed, optional, quoting, reason, voice, worded};
use crate::asked::Asked;
use crate::link::{Link, short};
use crate::routes::{self, Name};
use crate::trouble::Trouble;
use crate::view::similar::alike;

/// Puts a claim; where others are like it, shows them first.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn add(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-claim")?;
    let commons = asked.commons()?;
    let is_sure = asked.form.is_ticked("sure");
    if !is_sure && !alike(asked, &asked.form, Compared::Claims)?.is_empty() {
        asked.keep_draft(
            Name::AddClaim,
            &commons,
            &asked.form.written(&["back", "draft"]),
        )?;
        let link = shown_on(asked, Name::AddClaim, &commons)?;
        let word = routes::of(Name::AddClaim).word;
        return Ok(Outcome::See(link.with("preview", word).at("preview")));
    }
    let under = asked
        .form
        .given("under")
        .map(|it| asked.resolve(it))
        .transpose()?;
    let made = asked.perform(Intent::AddClaim {
        text: worded(asked, "text"),
        under,
        passages: Vec::new(),
        held_by: asked.things("held")?,
    })?;
    asked.keep_draft(Name::AddClaim, &commons, "")?;
    Ok(Outcome::See(done(asked, Name::Claim, &made.main())?))
}

/// Lifts a claim from a passage of a turn, under the turn's dialogue.
///
/// # Errors
/// As [`add`].
pub fn lift(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-claim")?;
    let turn = asked.thing()?;
    let row = asked.reader()?.turn(turn)?.ok_or(Trouble::NotFound)?;
    let passages: Vec<Quoting> = quoting(asked, turn)?.into_iter().collect();
    let made = asked.perform(Intent::AddClaim {
        text: worded(asked, "text"),
        under: Some(row.dialogue),
        passages,
        held_by: asked.things("held")?,
    })?;
    asked.keep_draft(Name::LiftClaim, &turn, "")?;
    Ok(Outcome::See(done(asked, Name::Claim, &made.main())?))
}

/// Votes; from the voting page, goes on to the next claim.
///
/// # Errors
/// As [`add`].
pub fn vote(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let claim = asked.thing()?;
    let choice = match asked.form.get("choice") {
        "agree" => Choice::Agree,
        "disagree" => Choice::Disagree,
        "pass" => Choice::Pass,
        _ => return Err(Trouble::Unclear("unclear-choice")),
    };
    let matters = if asked.form.is_ticked("matters") {
        Matters::Yes
    } else {
        Matters::Unsaid
    };
    let made = asked.perform(Intent::Vote {
        claim,
        choice,
        matters,
        reason: optional(asked, "reason"),
    })?;
    let commons = asked.commons()?;
    Ok(Outcome::See(if asked.form.get("back") == "vote" {
        let link = Link::within(&commons, Name::NextClaim).with("last", short(&claim));
        // Who votes on one map goes on there.
        match asked
            .form
            .given("of")
            .map(|it| asked.resolve(it))
            .transpose()?
        {
            Some(of) => link.with("of", short(&of)),
            None => link,
        }
    } else {
        Link::of(&commons, Name::Claim, &claim)
            .done(&made.main())
            .at("vote")
    }))
}

/// Says whether a perspective holds a claim.
///
/// # Errors
/// As [`add`].
pub fn held(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let claim = asked.thing()?;
    let does_not = asked.form.get("held") == "does-not";
    let made = asked.perform(Intent::HoldClaim {
        claim,
        perspective: asked.resolve(asked.form.get("perspective"))?,
        held: if does_not { Held::DoesNot } else { Held::Holds },
        voice: voice(asked),
        reason: reason(asked),
    })?;
    let link = Link::of(&asked.commons()?, Name::Claim, &claim);
    Ok(Outcome::See(link.done(&made.main())))
}

/// Words a claim better, splits it into several, or merges it with others.
///
/// # Errors
/// As [`add`].
pub fn reshape(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "text", "unclear-claim")?;
    let claim = asked.thing()?;
    let change = match asked.form.get("change") {
        "split" => Change::Split,
        "merged" => Change::Merged,
        _ => Change::Reworded,
    };
    let language = asked.form.given("language").map(ToOwned::to_owned);
    let lines = asked
        .form
        .get("text")
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty());
    let to: Vec<Worded> = match change {
        Change::Split => lines
            .map(|it| Worded {
                words: it.to_owned(),
                language: language.clone(),
            })
            .collect(),
        _ => vec![worded(asked, "text")],
    };
    if change == Change::Split && to.len() < 2 {
        return Err(Trouble::Unclear("unclear-split"));
    }
    let others = asked.things("others")?;
    if change == Change::Merged && others.is_empty() {
        return Err(Trouble::Unclear("unclear-merge"));
    }
    let from = [vec![claim], others].concat();
    let made = asked.perform(Intent::ReshapeClaims {
        change,
        from,
        to,
        reason: reason(asked),
    })?;
    let link = Link::of(&asked.commons()?, Name::Claim, &claim);
    Ok(Outcome::See(link.done(&made.main()).at("lineage")))
}

/// Enters a count made elsewhere.
///
/// # Errors
/// As [`add`].
pub fn enter_count(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "group", "unclear-group")?;
    needed(asked, "address", "unclear-address")?;
    let form = &asked.form;
    let count = |name: &str| {
        form.number(name)
            .and_then(|it| u32::try_from(it).ok())
            .unwrap_or(0)
    };
    let claim = asked.thing()?;
    let made = asked.perform(Intent::EnterCount {
        claim,
        group: worded(asked, "group"),
        agree: count("agree"),
        disagree: count("disagree"),
        pass: count("pass"),
        provenance: Provenance {
            speaker: String::new(),
            naming: Naming::Unnamed,
            address: form.get("address").to_owned(),
            revision: String::new(),
            licence: form.get("licence").to_owned(),
            date: form.get("date").to_owned(),
            lines: (0, 0),
        },
    })?;
    let link = Link::of(&asked.commons()?, Name::Claim, &claim);
    Ok(Outcome::See(link.done(&made.main())))
}
