//! How works are cited in what a verb writes.

use std::borrow::Cow;
use std::path::Path;

use polylogue_formats::csl::{self, CitationStyle, Run};
use polylogue_node::references::{References, SetReferences, with_set};
use serde_json::{Value, json};

use crate::failure::{Failure, FileAct};
use crate::json as rows_json;
use crate::table::indented;

/// How works are cited.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Citing {
    /// How works are cited: `numeric`, `author-date`, or the file of a CSL style [default: numeric]
    #[arg(long, value_name = "STYLE|FILE")]
    style: Option<String>,
}

impl Citing {
    /// The style that was asked for; files are looked for in `folder`.
    pub(crate) fn style(&self, folder: &Path) -> Result<Cow<'static, CitationStyle>, Failure> {
        let Some(asked) = &self.style else {
            return Ok(Cow::Borrowed(CitationStyle::numeric()));
        };
        if let Some(style) = CitationStyle::named(asked) {
            return Ok(Cow::Borrowed(style));
        }
        let path = folder.join(asked);
        let failed = |it: std::io::Error| Failure::file(FileAct::Read, &path, &it);
        let length = std::fs::metadata(&path).map_err(failed)?.len();
        let refused = |it: csl::StyleFault| {
            let what = format!("{} cannot be used: {it}", path.display());
            Failure::refused(what, it.hint())
        };
        if length > csl::STYLE_BYTES_MAX as u64 {
            return Err(refused(csl::StyleFault::TooLong));
        }
        let bytes = std::fs::read(&path).map_err(failed)?;
        let xml = String::from_utf8_lossy(&bytes);
        let xml = xml.trim_start_matches('\u{feff}');
        Ok(Cow::Owned(CitationStyle::read(xml).map_err(refused)?))
    }
}

/// The works of a text, set.
pub(crate) struct Works<'a> {
    references: &'a References,
    set: SetReferences,
}

impl<'a> Works<'a> {
    /// Sets the works of a text in its language.
    pub(crate) fn set(style: &CitationStyle, references: &'a References, language: &str) -> Self {
        let gone =
            |it: &polylogue_node::references::Work| format!("source {}", it.row.said.id.short());
        Self {
            references,
            set: references.set(style, language, &gone),
        }
    }

    /// Words with their citations.
    pub(crate) fn in_words(&self, words: &str) -> String {
        let missing = |digits: &str| format!("[no such work here ({digits})]");
        let shown = |runs: &[Run]| csl::plain(runs);
        with_set(words, self.references, &self.set, (&shown, &missing))
    }

    /// The list behind the text; empty where nothing is cited.
    pub(crate) fn list(&self) -> String {
        let lines: Vec<String> = self.lines().map(|(_, line)| line).collect();
        if lines.is_empty() {
            return String::new();
        }
        format!("works:\n{}", indented(&lines.join("\n")))
    }

    /// The list as JSON.
    pub(crate) fn json(&self) -> Value {
        let one = |(work, line): (usize, String)| {
            let id = self.references.works.get(work).map(|it| it.row.said.id);
            json!({"id": rows_json::optional(id, rows_json::id), "words": line})
        };
        self.lines().map(one).collect()
    }

    fn lines(&self) -> impl Iterator<Item = (usize, String)> {
        self.set.list.iter().map(|it| {
            let (label, words) = (csl::plain(&it.label), csl::plain(&it.runs));
            (it.work, format!("{label} {words}").trim().to_owned())
        })
    }
}
