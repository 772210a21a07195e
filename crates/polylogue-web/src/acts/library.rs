//! Sources and practices.

use polylogue_core::kind::Evidence;
use polylogue_node::intent::{Intent, Worded};

use super::{Outcome, done, needed, optional, worded};
use crate::asked::Asked;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Adds a work to the library.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn add_source(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-title")?;
    let form = &asked.form;
    let made = asked.perform(Intent::AddSource {
        csl_type: form.given("type").unwrap_or("document").to_owned(),
        title: worded(asked, "title"),
        authors: form.get("authors").to_owned(),
        issued: form.get("issued").to_owned(),
        address: form.get("address").to_owned(),
        licence: form.get("licence").to_owned(),
        note: worded(asked, "note"),
        text: optional(asked, "text"),
    })?;
    Ok(Outcome::See(done(asked, Name::Source, &made.main())?))
}

/// Records a practice.
///
/// # Errors
/// As [`add_source`].
pub fn add_practice(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "title", "unclear-title")?;
    let language = asked.form.given("language").map(ToOwned::to_owned);
    let lines = asked
        .form
        .get("steps")
        .lines()
        .map(str::trim)
        .filter(|it| !it.is_empty());
    let steps = lines.map(|it| Worded {
        words: it.to_owned(),
        language: language.clone(),
    });
    let evidence = match asked.form.get("evidence") {
        "against" => Evidence::Against,
        _ => Evidence::For,
    };
    let claim = asked
        .form
        .given("claim")
        .map(|it| asked.resolve(it))
        .transpose()?;
    let made = asked.perform(Intent::AddPractice {
        title: worded(asked, "title"),
        place: worded(asked, "place"),
        when: asked.form.get("when").to_owned(),
        who: worded(asked, "who"),
        steps: steps.collect(),
        outcomes: worded(asked, "outcomes"),
        failures: worded(asked, "failures"),
        links: claim
            .into_iter()
            .map(|it| (it, evidence, worded(asked, "how")))
            .collect(),
        sources: Vec::new(),
    })?;
    Ok(Outcome::See(done(asked, Name::Practice, &made.main())?))
}
