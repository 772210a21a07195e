//! `polylogue cite`: a source, turn, claim or anything else said here, as a reference.

use clap::ValueEnum;
use polylogue_store::query::{CommonsRow, Said, SourceRow, Thing};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to cite
    target: String,
    /// In which form
    #[arg(long, value_enum, default_value_t = FormatName::Bibtex)]
    format: FormatName,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    /// BibTeX
    Bibtex,
    /// RIS
    Ris,
    /// CSL-JSON
    CslJson,
}

/// What a reference says, whatever its form.
struct Reference {
    key: String,
    csl_type: String,
    title: String,
    authors: String,
    issued: String,
    address: String,
    container: String,
    note: String,
}

/// Writes the reference.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    let id = context.anything(&arguments.target)?;
    let commons = context.reader()?.commons()?;
    let target = context.target(id)?;
    let reference = match target.what {
        Some(Thing::Source) => of_source(&context.source_row(&id.to_string())?),
        _ => {
            let (said, title) = context.said(id)?;
            of_said(&said, &title, &commons)
        }
    };
    let csl = csl_json(&reference);
    let text = match arguments.format {
        FormatName::Bibtex => bibtex(&reference),
        FormatName::Ris => ris(&reference),
        FormatName::CslJson => format!("{:#}", json!([csl])),
    };
    Ok(Output::new(text, csl))
}

fn of_source(row: &SourceRow) -> Reference {
    Reference {
        key: format!("source-{}", row.said.id.short()),
        csl_type: row.csl_type.clone(),
        title: row.title.words.clone(),
        authors: row.authors.clone(),
        issued: row.issued.clone(),
        address: row.address.clone(),
        container: String::new(),
        note: licence_note(&row.licence),
    }
}

/// What was said here is cited by its whole id: whoever holds the commons can look it up.
fn of_said(said: &Said, title: &str, commons: &CommonsRow) -> Reference {
    let brought_in = said.brought_in.as_ref();
    let named = brought_in
        .map(|it| it.speaker.clone())
        .filter(|it| !it.is_empty());
    let issued = brought_in
        .map(|it| it.date.clone())
        .filter(|it| !it.is_empty());
    Reference {
        key: format!("polylogue-{}", said.id.short()),
        csl_type: "post".to_owned(),
        title: words::clip(title, 160),
        authors: named.unwrap_or_else(|| words::person(&said.by)),
        issued: issued.unwrap_or_else(|| words::day(said.time)),
        address: brought_in.map(|it| it.address.clone()).unwrap_or_default(),
        container: commons.title.words.clone(),
        note: format!("Polylogue commons {}, {}", commons.id, said.id),
    }
}

fn licence_note(licence: &str) -> String {
    if licence.is_empty() {
        String::new()
    } else {
        format!("Licence: {licence}")
    }
}

fn bibtex(reference: &Reference) -> String {
    let kind = match reference.csl_type.as_str() {
        "book" => "book",
        "article-journal" => "article",
        "chapter" => "incollection",
        "thesis" => "phdthesis",
        "report" => "techreport",
        _ => "misc",
    };
    let address = if reference.address.is_empty() {
        String::new()
    } else {
        format!("\\url{{{}}}", reference.address)
    };
    let fields = [
        ("title", braced(&reference.title)),
        ("author", braced(&reference.authors.replace("; ", " and "))),
        ("year", reference.issued.chars().take(4).collect()),
        ("howpublished", address),
        ("booktitle", braced(&reference.container)),
        ("note", braced(&reference.note)),
    ];
    let lines: Vec<String> = fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("  {name} = {{{value}}},"))
        .collect();
    format!("@{kind}{{{},\n{}\n}}", reference.key, lines.join("\n"))
}

/// Escapes what BibTeX and TeX would read as commands.
fn braced(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', character]),
            '\\' => escaped.push_str("\\textbackslash "),
            _ => escaped.push(character),
        }
    }
    escaped
}

fn ris(reference: &Reference) -> String {
    let kind = match reference.csl_type.as_str() {
        "book" => "BOOK",
        "article-journal" => "JOUR",
        "chapter" => "CHAP",
        "thesis" => "THES",
        "report" => "RPRT",
        "webpage" | "post" => "ELEC",
        _ => "GEN",
    };
    let mut lines = vec![format!("TY  - {kind}"), format!("ID  - {}", reference.key)];
    let mut add = |tag: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("{tag}  - {}", words::clip(value, 2000)));
        }
    };
    add("TI", &reference.title);
    reference.authors.split("; ").for_each(|it| add("AU", it));
    add("PY", &reference.issued.chars().take(4).collect::<String>());
    add("UR", &reference.address);
    add("T2", &reference.container);
    add("N1", &reference.note);
    lines.push("ER  - ".to_owned());
    lines.join("\n")
}

fn csl_json(reference: &Reference) -> Value {
    let authors: Vec<Value> = reference
        .authors
        .split("; ")
        .filter(|it| !it.is_empty())
        .map(|it| json!({"literal": it}))
        .collect();
    json!({
        "id": reference.key,
        "type": reference.csl_type,
        "title": reference.title,
        "author": authors,
        "issued": {"raw": reference.issued},
        "URL": reference.address,
        "container-title": reference.container,
        "note": reference.note,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Reference {
        Reference {
            key: "source-1a2b3c4d".to_owned(),
            csl_type: "book".to_owned(),
            title: "Commons & markets {100 %}".to_owned(),
            authors: "A. One; B. Two".to_owned(),
            issued: "2016-05".to_owned(),
            address: "https://example.org/a_b".to_owned(),
            container: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn bibtex_is_escaped() {
        let text = bibtex(&reference());
        assert!(text.starts_with("@book{source-1a2b3c4d,\n"), "{text}");
        assert!(
            text.contains("title = {Commons \\& markets \\{100 \\%\\}},"),
            "{text}"
        );
        assert!(text.contains("author = {A. One and B. Two},"), "{text}");
        assert!(text.contains("year = {2016},"), "{text}");
    }

    #[test]
    fn ris_has_one_line_for_each_author() {
        let text = ris(&reference());
        assert!(text.contains("AU  - A. One\nAU  - B. Two\n"), "{text}");
        assert!(text.ends_with("\nER  - "), "{text}");
    }
}
