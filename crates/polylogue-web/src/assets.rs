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

/// The script without what is for those who read the source: comments, indents, and line ends and
/// spaces that mean nothing.
static SAID: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("../assets/page.js").lines();
    let said = lines
        .map(str::trim)
        .filter(|it| !it.is_empty() && !it.starts_with("//"));
    let mut script = String::new();
    for line in said {
        // A line end after one of these signs means nothing.
        if !script.is_empty() && !script.ends_with(['{', '(', ',', ';']) {
            script.push('\n');
        }
        script.push_str(&tight(line));
    }
    script
});

/// A line of the script without spaces between words and signs, but within quotation marks; as it
/// is where it may hold a pattern, in which a space means something.
fn tight(line: &str) -> String {
    if line.contains(['`', '/', '\\']) {
        return line.to_owned();
    }
    let mut result = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    let mut quoted = None;
    let is_word = |it: char| it.is_alphanumeric() || it == '_' || it == '$';
    while let Some(letter) = rest.next() {
        match quoted {
            None if "'\"".contains(letter) => quoted = Some(letter),
            Some(mark) if mark == letter => quoted = None,
            _ => {}
        }
        if quoted.is_some() {
            result.push(letter);
            continue;
        }
        let between = (result.chars().next_back(), rest.peek().copied());
        let is_needed = match between {
            (Some(before), Some(after)) => {
                is_word(before) && is_word(after) || before == after && "+-".contains(before)
            }
            _ => false,
        };
        if letter != ' ' || is_needed {
            result.push(letter);
        }
    }
    result
}

/// A style sheet without what only its writers need: comments, line ends, and white space where
/// CSS asks for none. What stands between quotation marks is left alone.
pub(crate) fn squeezed(sheet: &str) -> String {
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
    fn a_line_of_the_script_is_tightened_where_nothing_is_said_in_it() {
        assert_eq!(
            tight("const a = (b) => b ? c + +d : new E(f, g);"),
            "const a=(b)=>b?c+ +d:new E(f,g);"
        );
        assert_eq!(tight("say('a + \" b', c + ' ');"), "say('a + \" b',c+' ');");
        for line in ["it.replace(/ +/g, it)", "`a ${b} c`"] {
            assert_eq!(tight(line), line);
        }
    }

    #[test]
    fn the_script_stays_small() {
        let bytes = (SCRIPT.content)().len();
        assert!(bytes <= 10 * 1024, "{bytes} bytes of script");
    }

    #[test]
    fn styles_stay_small() {
        let bytes = (STYLE.content)().len();
        assert!(bytes <= 40 * 1024, "{bytes} bytes of style");
        assert_eq!(STYLE.address(), STYLE.address());
    }
}
