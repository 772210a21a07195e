//! Fields of forms: every one with its label, and with what was written when it was refused.

use maud::{Markup, html};
use polylogue_core::id::OperationId;
use polylogue_core::kind::Voice;

use crate::context::{Allowed, Context};
use crate::form::Form;
use crate::link::{Link, short};
use crate::page::parts::words_of;
use crate::routes::{self, Name};
use crate::{sprite, t};

pub mod kinds;

/// The fields of one form.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    c: &'a Context<'a>,
    form: Name,
}

/// What names a passage: a paragraph, or exact words.
pub const PASSAGE: [&str; 2] = ["paragraph", "quote"];

/// Something to choose: its value and its words.
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub words: String,
}

impl Choice {
    /// A choice.
    #[must_use]
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            words: words.into(),
        }
    }
}

/// A form that posts to an act: the message at its head when it was refused, then its fields.
#[must_use]
pub fn form(
    c: &Context<'_>,
    act: Name,
    link: &Link,
    body: impl Fn(Fields<'_>) -> Markup,
) -> Markup {
    html! {
        form.form method="post" action=(link) {
            (refusal(c, act))
            (came_from(c))
            (body(Fields { c, form: act }))
        }
    }
}

/// A form that sends one file to an act.
#[must_use]
pub fn file_form(
    c: &Context<'_>,
    act: Name,
    link: &Link,
    body: impl Fn(Fields<'_>) -> Markup,
) -> Markup {
    html! {
        form.form method="post" enctype="multipart/form-data" action=(link) {
            (refusal(c, act))
            (body(Fields { c, form: act }))
        }
    }
}

/// A form folded away until it is asked for, or until it was refused.
#[must_use]
pub fn folded(c: &Context<'_>, act: Name, key: &str, inside: Markup) -> Markup {
    let word = routes::of(act).word;
    let is_open =
        is_refused(c, act) || c.query.get("open") == word || c.query.get("preview") == word;
    html! {
        details.more id=(word) open[is_open] {
            summary { (t!(c, key)) }
            div { (inside) }
        }
    }
}

/// Whether this form was just refused.
#[must_use]
pub fn is_refused(c: &Context<'_>, act: Name) -> bool {
    c.refused.is_some_and(|it| it.form == act)
}

/// Why the form was refused, what to do, and that nothing written is lost.
#[must_use]
pub fn refusal(c: &Context<'_>, act: Name) -> Markup {
    let Some(refused) = c.refused.filter(|it| it.form == act) else {
        return html! {};
    };
    let has_words = ["text", "title", "name", "reason"]
        .iter()
        .any(|it| refused.written.given(it).is_some());
    html! {
        // Whoever sent it is brought to why it was refused, however far down the form stands.
        div.told.no role="alert" tabindex="-1" autofocus {
            p { b { (refused.sentence) } }
            p.hint { (refused.hint) " " @if has_words { (t!(c, "refused-text-kept")) } }
        }
    }
}

/// Why a form was refused that is not on the page, with what was written in it.
#[must_use]
pub fn refusal_alone(c: &Context<'_>) -> Markup {
    let Some(refused) = c.refused else {
        return html! {};
    };
    let text = refused.written.get("text");
    html! {
        (refusal(c, refused.form))
        @if !text.is_empty() {
            div.row {
                label.lab for="kept" { (t!(c, "refused-elsewhere")) }
                textarea id="kept" readonly dir="auto" rows="6" { "\n" (text) }
            }
        }
    }
}

/// That all of this is gone when the program stops, where it is.
#[must_use]
pub fn trial(c: &Context<'_>) -> Markup {
    html! { @if c.is_trial { p.told { (t!(c, "trial-about")) } } }
}

/// Where the reader came from, so that an act of a shared page can lead back there.
#[must_use]
pub fn came_from(c: &Context<'_>) -> Markup {
    html! {
        @if let Some(back) = c.query.given("back") {
            input type="hidden" name="back" value=(back);
        }
    }
}

/// Says that what is written counts once somebody greets the newcomer.
#[must_use]
pub fn newcomer_note(c: &Context<'_>, allowed: Allowed) -> Markup {
    html! {
        @if allowed == Allowed::AsNewcomer { p.before.note { (t!(c, "newcomer-counts-later")) } }
    }
}

impl Fields<'_> {
    /// What was written in the form: when it was refused, or before it was kept.
    fn written(&self) -> Option<&Form> {
        match self.c.refused.filter(|it| it.form == self.form) {
            Some(refused) => Some(&refused.written),
            None => self.c.draft(self.form),
        }
    }

    /// What was written in a field, else the value given. What the address asks for comes before
    /// what was kept: somebody has just chosen it.
    #[must_use]
    pub fn value(&self, name: &str, otherwise: &str) -> String {
        let is_refused = is_refused(self.c, self.form);
        // A passage is chosen whole: what the address says of it stands for all of it.
        let query = self.c.query;
        let is_chosen = PASSAGE.iter().any(|it| query.given(it).is_some());
        if is_chosen && !is_refused && PASSAGE.contains(&name) {
            return query.get(name).to_owned();
        }
        if let Some(chosen) = self
            .c
            .query
            .given(name)
            .filter(|it| !is_refused && *it == otherwise)
        {
            return chosen.to_owned();
        }
        let written = self.written().map(|it| it.get(name).to_owned());
        written.unwrap_or_else(|| otherwise.to_owned())
    }

    fn is_chosen(&self, name: &str, value: &str, otherwise: bool) -> bool {
        match self.written() {
            Some(written) => written.all(name).any(|it| it == value),
            None => otherwise,
        }
    }

    fn id(&self, name: &str) -> String {
        format!("{}-{name}", routes::of(self.form).word)
    }

    fn label(&self, name: &str, key: &str) -> Markup {
        let hint = format!("{key}-hint");
        html! {
            label.lab for=(self.id(name)) {
                (t!(self.c, key))
                @if self.c.words.has(&hint) { " " span.hint { (t!(self.c, &hint)) } }
            }
        }
    }

    /// One line of words.
    #[must_use]
    pub fn line(&self, name: &str, key: &str, otherwise: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                input type="text" id=(self.id(name)) name=(name) dir="auto"
                    value=(self.value(name, otherwise));
            }
        }
    }

    /// One line that must not be empty.
    #[must_use]
    pub fn needed(&self, name: &str, key: &str, otherwise: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                input type="text" id=(self.id(name)) name=(name) dir="auto" required
                    value=(self.value(name, otherwise));
            }
        }
    }

    /// A file from the reader's machine.
    #[must_use]
    pub fn file(&self, name: &str, key: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                input type="file" id=(self.id(name)) name=(name) required;
            }
        }
    }

    /// Several lines of words.
    #[must_use]
    pub fn area(&self, name: &str, key: &str, otherwise: &str) -> Markup {
        self.text(name, key, otherwise, "low")
    }

    /// A long text.
    #[must_use]
    pub fn long(&self, name: &str, key: &str, otherwise: &str) -> Markup {
        self.text(name, key, otherwise, "tall")
    }

    /// Several lines of words that are worked out anew each time, whatever was written before.
    #[must_use]
    pub fn area_as(&self, name: &str, key: &str, words: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                textarea.low id=(self.id(name)) name=(name) dir="auto" rows="6" { "\n" (words) }
            }
        }
    }

    fn text(&self, name: &str, key: &str, otherwise: &str, class: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                // A line end right after the tag is dropped by browsers; the text keeps its own.
                textarea class=(class) id=(self.id(name)) name=(name) dir="auto" rows="3" {
                    "\n" (self.value(name, otherwise))
                }
            }
        }
    }

    /// Several lines of words in a form that stands on its page more than once; `which` tells
    /// its fields apart.
    #[must_use]
    pub fn text_in(&self, name: &str, key: &str, which: &str) -> Markup {
        let id = format!("{}-{which}", self.id(name));
        html! {
            div.row {
                label.lab for=(id) { (t!(self.c, key)) }
                textarea.low id=(id) name=(name) dir="auto" rows="3" {
                    "\n" (self.value(name, ""))
                }
            }
        }
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, name: &str, key: &str, otherwise: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                input type="number" min="0" id=(self.id(name)) name=(name)
                    value=(self.value(name, otherwise));
            }
        }
    }

    /// A day.
    #[must_use]
    pub fn day(&self, name: &str, key: &str) -> Markup {
        self.day_of(name, key, "")
    }

    /// A day, as `2026-11-22`, that stands already.
    #[must_use]
    pub fn day_of(&self, name: &str, key: &str, otherwise: &str) -> Markup {
        html! {
            div.row {
                (self.label(name, key))
                input type="date" id=(self.id(name)) name=(name)
                    value=(self.value(name, otherwise));
            }
        }
    }

    /// One of several, from a list that folds out.
    #[must_use]
    pub fn select(&self, name: &str, key: &str, choices: &[Choice], otherwise: &str) -> Markup {
        let chosen = self.value(name, otherwise);
        html! {
            div.row {
                (self.label(name, key))
                select id=(self.id(name)) name=(name) {
                    @for choice in choices {
                        option value=(choice.value) selected[choice.value == chosen] dir="auto" {
                            (choice.words)
                        }
                    }
                }
            }
        }
    }

    /// One of a few, all in view.
    #[must_use]
    pub fn radios(&self, name: &str, key: &str, choices: &[Choice], otherwise: &str) -> Markup {
        html! {
            fieldset.row {
                legend { (t!(self.c, key)) }
                @for choice in choices {
                    label.choice {
                        input type="radio" name=(name) value=(choice.value)
                            checked[self.is_chosen(name, &choice.value, choice.value == otherwise)];
                        (choice.words)
                    }
                }
            }
        }
    }

    /// A box to tick.
    #[must_use]
    pub fn tick(&self, name: &str, key: &str) -> Markup {
        html! {
            label.choice {
                input type="checkbox" name=(name) value="yes"
                    checked[self.is_chosen(name, "yes", false)];
                (t!(self.c, key))
            }
        }
    }

    /// Any of several.
    #[must_use]
    pub fn ticks(&self, name: &str, key: &str, choices: &[Choice]) -> Markup {
        self.ticks_on(name, key, choices, &[])
    }

    /// Any of several, some ticked at first.
    #[must_use]
    pub fn ticks_on(&self, name: &str, key: &str, choices: &[Choice], on: &[String]) -> Markup {
        html! {
            fieldset.row {
                legend { (t!(self.c, key)) }
                @for choice in choices {
                    label.choice {
                        input type="checkbox" name=(name) value=(choice.value)
                            checked[self.is_chosen(
                                name, &choice.value, on.contains(&choice.value),
                            )];
                        bdi dir="auto" { (choice.words) }
                    }
                }
            }
        }
    }

    /// Any of the perspectives here; none if there are none.
    #[must_use]
    pub fn perspectives(&self, name: &str, key: &str, chosen: &[OperationId]) -> Markup {
        let here = self.c.here();
        html! {
            @if !here.chips.is_empty() {
                fieldset.row {
                    legend { (t!(self.c, key)) }
                    div.kinds {
                        @for (id, chip) in in_order(self.c) {
                            label.choice {
                                input type="checkbox" name=(name) value=(short(id))
                                    checked[self.is_chosen(name, &short(id), chosen.contains(id))];
                                span.who-long { (sprite::mark(chip.mark)) (words_of(&chip.name)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// For whom one speaks: oneself, or a perspective from within it or on its behalf.
    #[must_use]
    pub fn speaks_for(&self) -> Markup {
        self.speaks_for_as("", Voice::Within)
    }

    /// As [`Self::speaks_for`], with what is known of it filled in.
    #[must_use]
    pub fn speaks_for_as(&self, known: &str, voice: Voice) -> Markup {
        let mut choices = vec![Choice::new("", t!(self.c, "speak-oneself"))];
        let chips = in_order(self.c);
        choices.extend(
            chips
                .iter()
                .map(|(id, chip)| Choice::new(short(id), &chip.name.words)),
        );
        let chosen = self.value("perspective", known);
        let is_within = voice != Voice::OnBehalf;
        html! {
            fieldset.row {
                legend { (t!(self.c, "speak-for")) }
                div.speakfor {
                    select name="perspective" aria-label=(t!(self.c, "speak-perspective")) {
                        @for choice in &choices {
                            option value=(choice.value) selected[choice.value == chosen]
                                dir="auto" { (choice.words) }
                        }
                    }
                    label.choice {
                        input type="radio" name="voice" value="within"
                            checked[self.is_chosen("voice", "within", is_within)];
                        (t!(self.c, "speak-within"))
                    }
                    label.choice {
                        input type="radio" name="voice" value="behalf"
                            checked[self.is_chosen("voice", "behalf", !is_within)];
                        (t!(self.c, "speak-behalf"))
                    }
                }
            }
        }
    }

    /// The language of what is written; at first that of the commons.
    #[must_use]
    pub fn language(&self) -> Markup {
        self.line("language", "field-language", &self.c.here().language)
    }

    /// The language of the commons, sent along where a field for it would be in the way.
    #[must_use]
    pub fn language_hidden(&self) -> Markup {
        html! { input type="hidden" name="language" value=(self.c.here().language); }
    }

    /// Why, in a few words.
    #[must_use]
    pub fn reason(&self) -> Markup {
        self.area("reason", "field-reason", "")
    }

    /// The button that does it, and a sentence on what it means.
    #[must_use]
    pub fn send(&self, key: &str, means: &str) -> Markup {
        html! {
            div.acts { button.first type="submit" { (t!(self.c, key)) } }
            p.hint.after { (t!(self.c, means)) }
        }
    }

    /// A quieter button, without more words.
    #[must_use]
    pub fn send_quietly(&self, key: &str) -> Markup {
        html! { div.acts { button type="submit" { (t!(self.c, key)) } } }
    }
}

/// The perspectives in their order of arrival.
#[must_use]
pub fn in_order<'a>(c: &'a Context<'_>) -> Vec<(&'a OperationId, &'a crate::context::Chip)> {
    let mut chips: Vec<_> = c.here().chips.iter().collect();
    // Nobody can choose what was emptied or hidden.
    chips.retain(|(_, chip)| !chip.name.words.is_empty());
    chips.sort_by_key(|(_, chip)| chip.mark);
    chips
}
