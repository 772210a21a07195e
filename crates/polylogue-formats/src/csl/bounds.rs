//! What a style may be before it is given to the processor: not too long, not too deep, and no
//! part of it that comes back to itself.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{STYLE_BYTES_MAX, StyleFault};

/// How deep elements may stand in each other, parts that are called counted in. Chosen by us: the
/// deepest style we know reaches 40.
const DEPTH_MAX: usize = 120;
/// Elements that one citation may come to, parts that are called counted in. Chosen by us.
const STEPS_MAX: u64 = 200_000;

/// What one part comes to: how deep it goes, how many elements it has, and what it calls where.
#[derive(Default)]
struct Part {
    depth: usize,
    elements: u64,
    calls: Vec<(String, usize)>,
}

/// Checks a style's length and depth, and that its parts have an end.
pub(super) fn check(xml: &str) -> Result<(), StyleFault> {
    if xml.len() > STYLE_BYTES_MAX {
        return Err(StyleFault::TooLong);
    }
    let parts = parts(xml)?;
    let mut known: BTreeMap<&str, Option<(usize, u64)>> = BTreeMap::new();
    for name in parts.keys() {
        walk(&parts, name, &mut known)?;
    }
    Ok(())
}

/// The style cut into its parts: each macro by its name, and under `` what stands outside of them.
fn parts(xml: &str) -> Result<BTreeMap<String, Part>, StyleFault> {
    let mut reader = Reader::from_str(xml);
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    let (mut here, mut depth, mut begins) = (String::new(), 0_usize, 0_usize);
    loop {
        let event = reader.read_event();
        let event = event.map_err(|it| StyleFault::NotAStyle(it.to_string()))?;
        let (element, has_inside) = match &event {
            Event::Start(it) => (it, true),
            Event::Empty(it) => (it, false),
            Event::End(it) => {
                depth = depth.saturating_sub(1);
                if it.local_name().as_ref() == "macro" {
                    here.clear();
                }
                continue;
            }
            // A style has no need of words that stand for others.
            Event::DocType(_) => {
                return Err(StyleFault::NotAStyle("it has a DOCTYPE".to_owned()));
            }
            Event::Eof => break,
            _ => continue,
        };
        if element.local_name().as_ref() == "macro" {
            here = value(element, "name").unwrap_or_default();
            begins = depth;
            parts.entry(here.clone()).or_default();
        }
        let part = parts.entry(here.clone()).or_default();
        let inside = depth.saturating_sub(if here.is_empty() { 0 } else { begins });
        part.depth = part.depth.max(inside);
        part.elements += 1;
        let called = value(element, "macro");
        part.calls.extend(called.map(|it| (it, inside)));
        if part.depth > DEPTH_MAX {
            return Err(StyleFault::Endless(here));
        }
        depth += usize::from(has_inside);
    }
    Ok(parts)
}

fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned())
}

/// How deep a part goes and what it comes to, with everything it calls.
fn walk<'a>(
    parts: &'a BTreeMap<String, Part>,
    name: &'a str,
    known: &mut BTreeMap<&'a str, Option<(usize, u64)>>,
) -> Result<(usize, u64), StyleFault> {
    let endless = || StyleFault::Endless(name.to_owned());
    match known.get(name) {
        Some(Some(size)) => return Ok(*size),
        // It is being walked: it comes back to itself.
        Some(None) => return Err(endless()),
        None => {}
    }
    // As many calls may stand in each other as elements: this is what bounds the walk itself.
    if known.values().filter(|it| it.is_none()).count() > DEPTH_MAX {
        return Err(endless());
    }
    known.insert(name, None);
    let Some(part) = parts.get(name) else {
        known.insert(name, Some((0, 0)));
        return Ok((0, 0));
    };
    let (mut depth, mut elements) = (part.depth, part.elements);
    for (called, at) in &part.calls {
        let (deep, many) = walk(parts, called, known)?;
        depth = depth.max(at + deep + 1);
        elements = elements.saturating_add(many);
    }
    if depth > DEPTH_MAX || elements > STEPS_MAX {
        return Err(endless());
    }
    known.insert(name, Some((depth, elements)));
    Ok((depth, elements))
}
