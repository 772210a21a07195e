//! The files a page fetches: a style sheet, a script and an icon, all ours, kept by browsers for
//! good under an address that changes with their content.

use std::sync::LazyLock;

use polylogue_core::id::Hash;

/// A file with its type.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub content: fn() -> &'static str,
}

/// Type, space and colour, then everything else about how pages look: one file, one request.
pub const STYLE: Asset = Asset {
    name: "style.css",
    media_type: "text/css; charset=utf-8",
    content: || &SQUEEZED,
};

/// What a page does beyond what it does without scripts.
pub const SCRIPT: Asset = Asset {
    name: "page.js",
    media_type: "text/javascript; charset=utf-8",
    content: || &SAID,
};

/// Two voices on a line.
pub const ICON: Asset = Asset {
    name: "icon.svg",
    media_type: "image/svg+xml",
    content: || include_str!("../assets/icon.svg"),
};

/// Every file.
pub const ALL: [Asset; 3] = [STYLE, SCRIPT, ICON];

impl Asset {
    /// Its address, which changes with its content.
    #[must_use]
    pub fn address(&self) -> String {
        let content = (self.content)();
        format!(
            "/assets/{}?v={}",
            self.name,
            Hash::of(content.as_bytes()).short()
        )
    }
}

static SQUEEZED: LazyLock<String> = LazyLock::new(|| {
    let tokens = squeezed(include_str!("../assets/tokens.css"));
    tokens + &squeezed(include_str!("../assets/base.css"))
});

/// The script without its comments and indents, which are for those who read the source.
static SAID: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("../assets/page.js").lines();
    let said = lines
        .map(str::trim_start)
        .filter(|it| !it.is_empty() && !it.starts_with("//"));
    said.collect::<Vec<_>>().join("\n")
});

/// A style sheet without what only its writers need: comments, line ends, and white space where
/// CSS asks for none. What stands between quotation marks is left alone.
fn squeezed(sheet: &str) -> String {
    let mut result = String::with_capacity(sheet.len());
    for (index, part) in without_comments(sheet).split('"').enumerate() {
        if index % 2 == 1 {
            result.push('"');
            result.push_str(part);
            result.push('"');
        } else {
            for letter in part.chars() {
                add(&mut result, letter);
            }
        }
    }
    result
}

/// Adds one letter outside quotation marks.
fn add(result: &mut String, letter: char) {
    let last = result.chars().next_back();
    if letter.is_whitespace() {
        if !matches!(last, None | Some(' ' | '{' | '}' | ';' | ',' | ':')) {
            result.push(' ');
        }
        return;
    }
    if matches!(letter, '{' | '}' | ';' | ',') && last == Some(' ') {
        result.pop();
    }
    if letter == '}' && result.ends_with(';') {
        result.pop();
    }
    result.push(letter);
}

fn without_comments(sheet: &str) -> String {
    let mut result = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        result.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_squeezed_and_says_the_same() {
        let sheet = "/* why */\na > b,\n.c :is(d) {\n  color: red; content: \" ·  \"; }\n\
                     @media (width < 3rem) { .e { margin: 0 1px; } }\n";
        assert_eq!(
            squeezed(sheet),
            "a > b,.c :is(d){color:red;content:\" ·  \"}@media (width < 3rem){.e{margin:0 1px}}"
        );
    }

    #[test]
    fn styles_stay_small() {
        let bytes = (STYLE.content)().len();
        assert!(bytes <= 40 * 1024, "{bytes} bytes of style");
        assert_eq!(STYLE.address(), STYLE.address());
    }
}
