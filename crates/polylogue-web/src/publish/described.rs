//! An edition described for programs: an Atom feed, JSON-LD, Web Annotations of its traces, and
//! RO-Crate metadata.
//!
//! Sources: RFC 4287; schema.org; W3C Recommendation "Web Annotation Data Model" of 2017-02-23;
//! "RO-Crate Metadata Specification" 1.1, of 2020-10-30.

use polylogue_core::id::OperationId;
use polylogue_formats::annotation::{self, Annotation, Quote, TextBody};
use polylogue_store::Reader;
use polylogue_store::query::{TargetRow, Wording};
use serde_json::{Value, json};

use super::PublishFault;
use super::address::Address;
use super::folder::{Folder, MARKER};
use super::markup::escaped;
use super::pages::licence;
use super::site::{Entry, FILE};
use super::walk::Walk;
use crate::acts::thing::page_of;
use crate::copy::Facts;
use crate::date::to_the_second;
use crate::link::short;
use crate::routes::Name;
use crate::trouble::Trouble;

/// Pages named one by one in the description of the folder; the others by the folder they are in.
const NAMED_MAX: usize = 2_000;

/// Writes the descriptions.
pub(super) fn write(
    walk: &Walk<'_>,
    folder: &Folder,
    entries: &[Entry],
) -> Result<(), PublishFault> {
    let facts = walk.edition.facts;
    folder.write("feed.xml", feed(facts).as_bytes())?;
    let described = format!("{:#}\n", json_ld(facts));
    folder.write("edition.jsonld", described.as_bytes())?;
    let reader = (walk.edition.reader)()?;
    let annotations = annotations(walk, &reader)?;
    folder.write("annotations.json", annotations.as_bytes())?;
    let has_file = walk.edition.file.is_some();
    let crate_ = format!("{:#}\n", ro_crate(facts, entries, has_file));
    folder.write("ro-crate-metadata.json", crate_.as_bytes())
}

fn machine(seconds: u64) -> String {
    to_the_second(seconds)
}

/// The name of an edition wherever it is.
pub(super) fn urn(facts: &Facts) -> String {
    format!("urn:polylogue:edition:{}", facts.hash)
}

/// A feed of the editions of the document. Addresses in it are taken from where it is.
fn feed(facts: &Facts) -> String {
    let entry = |version: &str, hash: &str, made: u64, is_here: bool| {
        let link = if is_here {
            "<link href=\"index.html\"/>"
        } else {
            ""
        };
        let title = escaped(&format!("{} · {version}", facts.title));
        format!(
            "<entry><id>urn:polylogue:edition:{hash}</id><title>{title}</title>{link}\
             <updated>{}</updated><summary>{title}</summary></entry>\n",
            machine(made)
        )
    };
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:polylogue:document:{}</id>\n\
         <title>{}</title><updated>{}</updated>\n",
        facts.document,
        escaped(&facts.title),
        machine(facts.made)
    );
    if facts.signers.is_empty() {
        text.push_str(&format!(
            "<author><name>{}</name></author>\n",
            escaped(&facts.title)
        ));
    }
    for (name, _) in &facts.signers {
        text.push_str(&format!(
            "<author><name>{}</name></author>\n",
            escaped(name)
        ));
    }
    if !facts.licence.is_empty() {
        text.push_str(&format!("<rights>{}</rights>\n", escaped(&facts.licence)));
    }
    text.push_str(&entry(&facts.version, &facts.hash, facts.made, true));
    for (version, hash, made) in &facts.earlier {
        text.push_str(&entry(version, hash, *made, false));
    }
    text.push_str("</feed>\n");
    text
}

fn people(all: &[(String, String)]) -> Vec<Value> {
    let all = all.iter();
    all.map(|(name, _)| json!({"@type": "Person", "name": name}))
        .collect()
}

/// The licence as its address where it has one.
fn licensed(facts: &Facts) -> Value {
    match licence(&facts.licence) {
        Some(address) => json!({"@id": address}),
        None => json!(facts.licence),
    }
}

fn json_ld(facts: &Facts) -> Value {
    let mut described = json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": urn(facts),
        "name": facts.title,
        "version": facts.version,
        "datePublished": machine(facts.made),
        "url": "index.html",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "polylogue-edition-hash",
            "value": facts.hash,
        },
        "contributor": people(&facts.contributors),
    });
    if let Some(keys) = described.as_object_mut() {
        keys.insert(
            "isPartOf".to_owned(),
            json!({
                "@type": "Collection",
                "@id": format!("urn:polylogue:commons:{}", facts.commons),
            }),
        );
        if !facts.language.is_empty() {
            keys.insert("inLanguage".to_owned(), json!(facts.language));
        }
        if !facts.licence.is_empty() {
            keys.insert("license".to_owned(), licensed(facts));
        }
        let signers: Vec<Value> = facts
            .signers
            .iter()
            .map(|(name, how)| {
                json!({"@type": "Role", "roleName": how,
                "creator": {"@type": "Person", "name": name}})
            })
            .collect();
        keys.insert("creator".to_owned(), json!(signers));
        let earlier: Vec<Value> = facts
            .earlier
            .iter()
            .map(|(version, hash, _)| {
                json!({"@type": "CreativeWork", "version": version,
                "@id": format!("urn:polylogue:edition:{hash}")})
            })
            .collect();
        if !earlier.is_empty() {
            keys.insert("isBasedOn".to_owned(), json!(earlier));
        }
    }
    described
}

/// Every trace of the document as an annotation: on the words a line rests on, the line says so.
fn annotations(walk: &Walk<'_>, reader: &Reader) -> Result<String, PublishFault> {
    let facts = walk.edition.facts;
    let mut all = Vec::new();
    let lines = reader.lines(facts.document).map_err(Trouble::from)?;
    let standing = lines.iter().filter(|it| !it.is_struck);
    for (number, line) in standing.zip(1_usize..).map(|(it, number)| (number, it)) {
        for wording in &line.wordings {
            let traced = reader.traced(&wording.traces).map_err(Trouble::from)?;
            for target in &traced {
                let place = (number, all.len() + 1);
                all.extend(annotation_of(walk, place, (line.said.id, wording), target));
            }
        }
    }
    let context = json!({"line": "urn:polylogue:terms:line"});
    Ok(annotation::write(&facts.title, &context, &all))
}

fn annotation_of(
    walk: &Walk<'_>,
    (line, number): (usize, usize),
    (id, wording): (OperationId, &Wording),
    target: &TargetRow,
) -> Option<Annotation> {
    let name = page_of(Some(target.what?));
    if name == Name::Thing {
        return None;
    }
    let page = Address {
        id: short(&target.id),
        ..Address::to(name)
    };
    let quote = target.passage.as_ref().filter(|it| !it.exact.is_empty());
    Some(Annotation {
        id: format!("urn:polylogue:trace:{id}:{number}"),
        motivations: vec!["linking".to_owned()],
        creator: (String::new(), wording.said.by.name.words.clone()),
        created: machine(wording.said.time),
        bodies: vec![TextBody {
            value: wording.text.words.clone(),
            language: wording.text.language.clone(),
            format: "text/markdown".to_owned(),
        }],
        source: format!("{}.html", page.stem(&walk.first)),
        position: quote.map(|it| {
            let length = u32::try_from(it.exact.chars().count()).unwrap_or(u32::MAX);
            (it.start, it.start.saturating_add(length))
        }),
        quote: quote.map(|it| Quote {
            exact: it.exact.clone(),
            prefix: it.before.clone(),
            suffix: it.after.clone(),
        }),
        other: serde_json::Map::from_iter([(
            "line".to_owned(),
            json!(format!("index.html#l{line}")),
        )]),
        ..Annotation::default()
    })
}

fn ro_crate(facts: &Facts, entries: &[Entry], has_file: bool) -> Value {
    let own = [
        ("about.html", "text/html"),
        ("contents.html", "text/html"),
        ("search.html", "text/html"),
        ("feed.xml", "application/atom+xml"),
        ("edition.jsonld", "application/ld+json"),
        ("annotations.json", "application/ld+json"),
        (MARKER, "application/json"),
    ];
    let mut files: Vec<Value> = Vec::new();
    if has_file {
        files.push(
            json!({"@id": FILE, "@type": "File", "name": "The edition, to be checked",
            "encodingFormat": "application/octet-stream"}),
        );
    }
    for (name, format) in own {
        files.push(json!({"@id": name, "@type": "File", "encodingFormat": format}));
    }
    for it in entries.iter().take(NAMED_MAX) {
        files.push(json!({"@id": it.file, "@type": "File", "name": it.title,
            "encodingFormat": "text/html"}));
    }
    let parts: Vec<Value> = files.iter().map(|it| json!({"@id": it["@id"]})).collect();
    let mut root = json!({
        "@id": "./",
        "@type": "Dataset",
        "name": format!("{} · {}", facts.title, facts.version),
        "description": format!("A copy of the edition with the content hash {}", facts.hash),
        "datePublished": machine(facts.made),
        "identifier": urn(facts),
        "hasPart": parts,
        "mainEntity": {"@id": "index.html"},
    });
    let mut graph = vec![json!({
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    })];
    if let Some(address) = licence(&facts.licence) {
        root["license"] = json!({"@id": address});
        graph.push(json!({"@id": address, "@type": "CreativeWork", "name": facts.licence}));
    } else if !facts.licence.is_empty() {
        root["license"] = json!(facts.licence);
    }
    let signers = facts.signers.iter().zip(1..);
    let signers: Vec<Value> = signers
        .map(|((name, how), number)| {
            json!({"@id": format!("#signer-{number}"), "@type": "Person", "name": name,
                "description": how})
        })
        .collect();
    let named: Vec<Value> = signers.iter().map(|it| json!({"@id": it["@id"]})).collect();
    if !named.is_empty() {
        root["author"] = json!(named);
    }
    graph.push(root);
    graph.extend(signers);
    graph.extend(files);
    json!({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph})
}
