//! axe-core in a page: what it finds, and what stands wider than the screen.
//!
//! axe-core is under MPL-2.0 and half a megabyte; it is fetched by `cargo xtask test` and never
//! kept here.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::Browser;

/// Rules that are looked at: all of WCAG up to 2.2 AA, and the good habits.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// Where axe-core is on this machine: where `cargo xtask test` says, or where it puts it.
#[must_use]
pub fn path() -> PathBuf {
    match std::env::var_os("POLYLOGUE_AXE") {
        Some(path) => PathBuf::from(path),
        None => super::target().join("axe-core/package/axe.min.js"),
    }
}

/// Its text, if it was fetched.
#[must_use]
pub fn source() -> Option<&'static str> {
    static SOURCE: OnceLock<Option<String>> = OnceLock::new();
    let source = SOURCE.get_or_init(|| std::fs::read_to_string(path()).ok());
    source.as_deref()
}

/// What is wrong with the page as it is now: one line for each, with where.
#[must_use]
pub fn findings(browser: &Browser) -> Vec<String> {
    let is_here = browser.value("typeof axe === 'object'") == Value::Bool(true);
    if !is_here {
        browser.run(source().unwrap_or_default(), Value::Null);
    }
    let script = "
        const said = arguments[arguments.length - 1];
        axe.run(document, { runOnly: { type: 'tag', values: arguments[0] },
            resultTypes: ['violations'] })
          .then((found) => said(found.violations.flatMap((rule) => rule.nodes.slice(0, 3).map(
            (node) => rule.id + ' (' + rule.impact + ') at ' + node.target.join(' ') + ': ' +
              node.any.concat(node.all, node.none).map((it) => it.message).join('; ')))))
          .catch((fault) => said(['axe: ' + fault]));";
    let found = browser.run_later(script, json!([TAGS]));
    lines(&found)
}

/// What stands beyond the edge of the screen, so that the page moves sideways.
#[must_use]
pub fn sideways(browser: &Browser) -> Vec<String> {
    let script = "
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return [];
        const over = [...document.querySelectorAll('body *')].filter((it) => {
          const { left, right, width } = it.getBoundingClientRect();
          return width > 0 && (right > root.clientWidth + 1 || left < -1) &&
            !it.closest('.scroll, .skip, [hidden]');
        });
        return [root.scrollWidth + ' of ' + root.clientWidth + ' px: ' + over.slice(0, 4).map(
          (it) => it.tagName + (it.className ? '.' + it.getAttribute('class') : '')).join(', ')];";
    lines(&browser.run(script, Value::Null))
}

fn lines(found: &Value) -> Vec<String> {
    let found = found.as_array().cloned().unwrap_or_default();
    found
        .iter()
        .map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect()
}
