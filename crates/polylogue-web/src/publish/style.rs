//! The style sheet of a copy: that of the live pages, without what none of its pages uses, and what
//! only copies have.

use super::rewrite::Used;
use crate::assets;

/// What only copies have: the sentence at the foot, numbers of lines, paper.
const OWN: &str = include_str!("../../assets/copy.css");

/// The style sheet for pages that use these elements and classes.
pub(super) fn style(used: &Used) -> String {
    let whole = (assets::STYLE.content)();
    let mut sheet = String::with_capacity(whole.len() / 2);
    for rule in rules(whole) {
        write(&mut sheet, rule, used);
    }
    sheet.push_str(&assets::squeezed(OWN));
    sheet
}

/// What stands in a sheet, one rule after the other: what is before the brackets, and what is in
/// them; a statement without brackets has nothing in them.
fn rules(sheet: &str) -> Vec<(&str, Option<&str>)> {
    let (mut found, mut from, mut depth, mut open) = (Vec::new(), 0, 0_usize, 0);
    let mut is_quoted = false;
    for (at, byte) in sheet.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'{' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && open >= from {
                    found.push((&sheet[from..open], Some(&sheet[open + 1..at])));
                    from = at + 1;
                }
            }
            b';' if depth == 0 => {
                found.push((&sheet[from..at], None));
                from = at + 1;
            }
            _ => {}
        }
    }
    found
}

fn write(sheet: &mut String, (head, inside): (&str, Option<&str>), used: &Used) {
    let Some(inside) = inside else {
        sheet.push_str(head);
        sheet.push(';');
        return;
    };
    let head = head.trim();
    if head.starts_with("@media") || head.starts_with("@supports") {
        let mut within = String::new();
        for rule in rules(inside) {
            write(&mut within, rule, used);
        }
        if !within.is_empty() {
            sheet.push_str(&format!("{head}{{{within}}}"));
        }
        return;
    }
    if head.starts_with('@') {
        sheet.push_str(&format!("{head}{{{inside}}}"));
        return;
    }
    let kept: Vec<&str> = selectors(head)
        .into_iter()
        .filter(|it| may_match(it, used))
        .collect();
    if !kept.is_empty() {
        sheet.push_str(&format!("{}{{{inside}}}", kept.join(",")));
    }
}

/// The selectors of a rule: cut at commas that stand in no brackets.
fn selectors(head: &str) -> Vec<&str> {
    let (mut found, mut from, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, byte) in head.bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b',' if depth == 0 => {
                found.push(&head[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&head[from..]);
    found
}

/// Whether something in a copy may match a selector: every class and element it names outside
/// brackets is used. What stands in brackets is taken to match.
fn may_match(selector: &str, used: &Used) -> bool {
    let mut outside = String::new();
    let mut depth = 0_i32;
    for character in selector.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            other if depth == 0 => outside.push(other),
            _ => {}
        }
    }
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
    let mut rest = outside.as_str();
    while let Some(at) = rest.find(|it: char| it == '.' || it == ':' || it == '#' || is_name(it)) {
        let begins = &rest[at..];
        let sign_end = begins.find(is_name).unwrap_or(begins.len());
        let (sign, begins) = begins.split_at(sign_end);
        let end = begins.find(|it| !is_name(it)).unwrap_or(begins.len());
        let (name, after) = begins.split_at(end);
        rest = after;
        let is_used = match sign {
            "" => ALWAYS.contains(&name) || used.names.contains(name),
            "." => used.names.contains(&format!(".{name}")),
            _ => true,
        };
        if !is_used {
            return false;
        }
        if end == 0 && sign_end == 0 {
            break;
        }
    }
    true
}

/// Elements of every page.
const ALWAYS: [&str; 4] = ["html", "body", "head", "root"];

#[cfg(test)]
mod tests {
    use super::*;

    fn used(names: &[&str]) -> Used {
        Used {
            names: names.iter().map(|it| (*it).to_owned()).collect(),
            ..Used::default()
        }
    }

    #[test]
    fn what_no_page_uses_is_not_in_the_style_sheet() {
        let sheet = "@page{size:A5}p,.a > b{c:d}.e{f:\"}\"}@media print{.e .a{g:h}p:has(.e){i:j}}\
            button{k:l}:root{m:n}:is(.e,p){o:p}";
        let mut written = String::new();
        for rule in rules(sheet) {
            write(&mut written, rule, &used(&["p", ".a"]));
        }
        assert_eq!(
            written,
            "@page{size:A5}p{c:d}@media print{p:has(.e){i:j}}:root{m:n}:is(.e,p){o:p}"
        );
    }

    #[test]
    fn the_whole_sheet_can_be_read() {
        let whole = (assets::STYLE.content)();
        let bytes: usize = rules(whole)
            .iter()
            .map(|(head, inside)| head.len() + inside.map_or(1, |it| it.len() + 2))
            .sum();
        assert_eq!(bytes, whole.len());
    }
}
