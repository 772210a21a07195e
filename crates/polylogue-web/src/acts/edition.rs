//! Making an edition, signing one, and its file.

use polylogue_core::kind::SignedAs;
use polylogue_node::intent::{Intent, Knowingly, NewEdition, OpenComments};

use super::{Outcome, needed, worded};
use crate::asked::Asked;
use crate::link::{Link, short};
use crate::routes::Name;
use crate::trouble::Trouble;

/// Makes an edition of a document.
///
/// # Errors
/// A [`Trouble`] with what is missing or refused.
pub fn make(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    needed(asked, "name", "unclear-name")?;
    let open = match asked.form.given("open") {
        Some(_) => OpenComments::List,
        None => OpenComments::Refuse,
    };
    let new = NewEdition {
        document: asked.thing()?,
        name: asked.form.get("name").to_owned(),
        licence: asked.form.given("licence").map(ToOwned::to_owned),
        open,
        knowingly: match asked.form.given("knowingly") {
            Some(_) => Knowingly::Yes,
            None => Knowingly::No,
        },
    };
    let made = asked.perform(Intent::MakeEdition(Box::new(new)))?;
    let link = Link::of(&asked.commons()?, Name::Edition, &made.main());
    Ok(Outcome::See(link))
}

/// Signs an edition.
///
/// # Errors
/// As [`make`].
pub fn sign(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let edition = asked.thing()?;
    let signed_as = SignedAs::of_name(asked.form.get("as"));
    let signed_as = signed_as.ok_or(Trouble::Unclear("unclear-kind"))?;
    asked.perform(Intent::SignEdition {
        edition,
        signed_as,
        words: worded(asked, "words"),
    })?;
    let link = Link::of(&asked.commons()?, Name::Edition, &edition);
    Ok(Outcome::See(link.at("signed")))
}

/// The file of an edition.
///
/// # Errors
/// As [`make`].
pub fn file(asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let id = asked.thing()?;
    let bytes = asked.node()?.edition_file(&asked.commons()?, id)?;
    Ok(Outcome::File(
        format!("edition-{}.polylogue", short(&id)),
        bytes,
    ))
}
