//! Which language the pages speak.

use maud::html;

use crate::context::Context;
use crate::link::Link;
use crate::page::Shown;
use crate::page::fields;
use crate::page::parts::title;
use crate::routes::Name;
use crate::t;
use crate::view::languages::LanguagesView;
use crate::words::Tongue;

/// The languages to choose from, each named in itself.
#[must_use]
pub fn page(c: &Context<'_>, view: &LanguagesView) -> Shown {
    let name = t!(c, "languages-title");
    let body = html! {
        div.set {
            div {
                (title(html! {}, &name, html! { (t!(c, "languages-about")) }))
                (fields::form(c, Name::ChooseLanguage, &Link::to(Name::ChooseLanguage), |f| html! {
                    input type="hidden" name="commons" value=(view.commons);
                    fieldset.row {
                        legend { (t!(c, "languages-which")) }
                        @for tongue in Tongue::ALL {
                            label.choice {
                                input type="radio" name="language" value=(tongue.tag())
                                    checked[view.chosen == Some(tongue)];
                                bdi lang=(tongue.tag()) dir=(tongue.direction()) {
                                    (tongue.own_name())
                                }
                            }
                        }
                        label.choice {
                            input type="radio" name="language" value=""
                                checked[view.chosen.is_none()];
                            (t!(c, "languages-browser"))
                        }
                    }
                    (f.send("languages-send", "languages-means"))
                }))
            }
        }
    };
    Shown {
        title: name,
        part: None,
        body,
    }
}
