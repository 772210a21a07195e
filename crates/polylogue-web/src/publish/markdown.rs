//! An edition as Markdown: what is known of it in front, the text, and in notes what each line
//! rests on. Raw HTML in people's words stands as the words it is.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, format_commonmark};
use polylogue_formats::csl::Run;
use polylogue_node::block::Block;
use polylogue_node::references::{references, with_set};
use polylogue_node::rendered;
use polylogue_store::query::{LineRow, TargetRow, Thing};

use super::described::urn;
use super::folder::Folder;
use super::{Edition, PublishFault, file_name};
use crate::copy::Facts;
use crate::date::to_the_second;
use crate::page::book::group;
use crate::page::parts::thing_key;
use crate::view::synthesis::notes_led_to;
use crate::words::{Tongue, Words as Interface};

/// How much of a thing's words stands in a note, in characters.
const NOTE_CHARACTERS: usize = 400;

/// Writes the file; says what it is called and how many lines it has.
pub(super) fn write(
    edition: &Edition<'_>,
    folder: &Folder,
) -> Result<(String, usize), PublishFault> {
    let facts = edition.facts;
    let tongue = Tongue::of_tag(&facts.language).unwrap_or(Tongue::English);
    let words = Interface::of(tongue);
    let reader = (edition.reader)()?;
    let lines = reader.lines(facts.document)?;
    let works = references(&reader, &lines)?;
    let set = works.set(&facts.style, &facts.language, &|it| {
        let what = words.say("thing-source", &[]);
        format!("{what} {}", it.row.said.id.short())
    });
    let missing = |digits: &str| {
        let missing = words.say("cited-missing", &[]);
        plain(&format!("[{missing} ({digits})]"))
    };
    let mut text = front(facts);
    text.push_str(&format!("# {}\n", plain(&facts.title)));
    let standing: Vec<&LineRow> = lines.iter().filter(|it| !it.is_struck).collect();
    let mut body = Body::of(&standing);
    for wording in standing.iter().flat_map(|it| &it.wordings) {
        let rests = reader.traced(&wording.traces)?;
        let notes = rests.iter().map(|it| note(&words, it)).collect();
        let set = |said: &str| with_set(said, &works, &set, (&runs, &missing));
        body.take(&wording.text.words, notes, &set);
    }
    let (written, notes) = body.finish();
    text.push_str(&written);
    if !set.list.is_empty() {
        text.push_str(&format!(
            "\n## {}\n\n",
            plain(&words.say("cited-head", &[]))
        ));
        for it in &set.list {
            let label = if it.label.is_empty() { "" } else { " " };
            text.push_str(&format!("- {}{label}{}\n", runs(&it.label), runs(&it.runs)));
        }
    }
    text.push_str(&notes);
    text.push_str(&back(&words, facts));
    let name = file_name(facts, "md");
    folder.write(&name, text.as_bytes())?;
    Ok((name, standing.len()))
}

/// What stands in front: YAML, every value in double quotes as JSON writes it.
fn front(facts: &Facts) -> String {
    let quoted = |it: &str| serde_json::Value::from(it).to_string();
    let mut text = "---\n".to_owned();
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{key}: {}\n", quoted(value)));
        }
    };
    put("title", &facts.title);
    put("version", &facts.version);
    put("date", &to_the_second(facts.made));
    put("lang", &facts.language);
    put("license", &facts.licence);
    put("identifier", &urn(facts));
    put("commons", &facts.commons.to_string());
    for (key, all) in [
        ("signers", &facts.signers),
        ("contributors", &facts.contributors),
    ] {
        if !all.is_empty() {
            text.push_str(&format!("{key}:\n"));
        }
        for (name, how) in all {
            let (name, how) = (quoted(name), quoted(how));
            text.push_str(&format!("  - name: {name}\n    as: {how}\n"));
        }
    }
    text.push_str("---\n\n");
    text
}

/// The text as it is written, line for line. Neighbouring items stay one list and neighbouring rows
/// one table. Notes of the text have names of their own: numbers are those of what lines rest on.
struct Body {
    written: String,
    /// What neighbouring lines have in common, as [`group`] says.
    group: Option<u8>,
    /// Marks of notes that wait for the end of a table.
    waiting: String,
    /// Names of the text's own notes, in the order in which it leads to them.
    names: Vec<String>,
    own: Vec<(usize, String)>,
    rests: Vec<String>,
}

impl Body {
    fn of(lines: &[&LineRow]) -> Self {
        let all = lines.iter().flat_map(|it| &it.wordings);
        let (notes, said): (Vec<&str>, Vec<&str>) = all
            .map(|it| it.text.words.as_str())
            .partition(|it| matches!(Block::of(it), Block::Note(..)));
        let mut names = notes_led_to(said.into_iter());
        for it in notes {
            if let Block::Note(name, _) = Block::of(it)
                && !names.iter().any(|known| known == name)
            {
                names.push(name.to_owned());
            }
        }
        Self {
            written: String::new(),
            group: None,
            waiting: String::new(),
            names,
            own: Vec::new(),
            rests: Vec::new(),
        }
    }

    /// Takes the next line, with what it rests on and how its citations are set.
    fn take(&mut self, said: &str, rests: Vec<String>, set: &dyn Fn(&str) -> String) {
        let mut marks = String::new();
        for it in rests {
            self.rests.push(it);
            marks.push_str(&format!("[^{}]", self.rests.len()));
        }
        let block = Block::of(said);
        if let Block::Note(name, text) = block {
            let place = self.names.iter().position(|it| it == name);
            let text = self.ready(text, set);
            self.own
                .push((place.unwrap_or(0) + 1, marked(&text, &marks)));
            return;
        }
        let group = group(&block);
        if group.is_none() || group != self.group {
            self.end_group();
            self.written.push('\n');
        }
        self.group = group;
        let ready = self.ready(said, set);
        if matches!(block, Block::Row(_) | Block::Rule) {
            // Signs between cells stay signs.
            self.written.push_str(&ready.trim_end().replace("\\|", "|"));
            self.written.push('\n');
            self.waiting.push_str(&marks);
        } else {
            self.written.push_str(&marked(&ready, &marks));
        }
    }

    fn end_group(&mut self) {
        if !self.waiting.is_empty() {
            let marks = std::mem::take(&mut self.waiting);
            self.written.push_str(&format!("\n{marks}\n"));
        }
    }

    /// Words without what could run, with the signs of notes as Markdown has them.
    fn ready(&self, said: &str, set: &dyn Fn(&str) -> String) -> String {
        let mut said = set(said);
        for (number, name) in (1..).zip(&self.names) {
            said = said.replace(&format!("[^{name}]"), &format!("[^{}]", own(number)));
        }
        let mut ready = inert(&said);
        for number in 1..=self.names.len() {
            let own = own(number);
            ready = ready.replace(&format!("\\[^{own}\\]"), &format!("[^{own}]"));
        }
        ready
    }

    /// The text, and its notes: its own, then those that say what lines rest on.
    fn finish(mut self) -> (String, String) {
        self.end_group();
        self.own.sort_by_key(|(number, _)| *number);
        let mut notes = String::new();
        for (number, text) in &self.own {
            notes.push_str(&format!("\n[^{}]: {text}", own(*number)));
        }
        for (number, note) in (1..).zip(&self.rests) {
            notes.push_str(&format!("\n[^{number}]: {note}\n"));
        }
        (self.written, notes)
    }
}

/// What a note of the text is called.
fn own(number: usize) -> String {
    format!("note-{number}")
}

/// A line with the marks of its notes: at its end, or behind it where that is no running text.
fn marked(markdown: &str, marks: &str) -> String {
    let text = markdown.trim_end();
    let last = text.lines().last().unwrap_or_default().trim_start();
    let runs_on = !last.starts_with(['|', '`', '~', '>', '<']);
    match (marks.is_empty(), runs_on) {
        (true, _) => format!("{text}\n"),
        (false, true) => format!("{text}{marks}\n"),
        (false, false) => format!("{text}\n\n{marks}\n"),
    }
}

/// What a line rests on, in a note.
fn note(words: &Interface, target: &TargetRow) -> String {
    let what = words.say(thing_key(target.what), &[]);
    let by = target.by.as_ref().map(|it| it.name.words.as_str());
    let said = match &target.passage {
        Some(passage) if !passage.exact.is_empty() => passage.exact.as_str(),
        _ => target.words.words.as_str(),
    };
    let said = crate::page::parts::clipped(said, NOTE_CHARACTERS);
    let mut note = plain(&what);
    // Whoever brought a turn in is not its speaker.
    if let Some(by) = by.filter(|it| !it.is_empty() && target.what != Some(Thing::Turn)) {
        note.push_str(&format!(", {}", plain(by)));
    }
    if !said.is_empty() {
        note.push_str(&format!(": “{}”", plain(&said)));
    }
    note.push_str(&format!(" ({})", target.id.short()));
    note
}

/// What stands at the end: whose licences, and how to check it.
fn back(words: &Interface, facts: &Facts) -> String {
    let say = |key: &str| plain(&words.say(key, &[]));
    let mut text = String::new();
    if !facts.notices.is_empty() {
        text.push_str(&format!("\n## {}\n\n", say("copy-notices")));
        for it in &facts.notices {
            text.push_str(&format!("- {}\n", plain(it)));
        }
    }
    text.push_str(&format!(
        "\n## {}\n\n{}\n\n    polylogue edition verify FILE\n\n{} {}\n",
        say("copy-how-to-check"),
        say("copy-check-about"),
        say("copy-hash"),
        facts.hash
    ));
    text
}

/// Words of a list of works, in italics and bold where the style has them so.
fn runs(all: &[Run]) -> String {
    let one = |it: &Run| {
        let sign = match (it.look.is_italic, it.look.is_bold) {
            (true, true) => "***",
            (true, false) => "*",
            (false, true) => "**",
            (false, false) => "",
        };
        let inside = it.words.trim();
        if sign.is_empty() || inside.is_empty() {
            return plain(&it.words);
        }
        // Signs beside white space are signs and nothing more.
        let (before, after) = it.words.split_once(inside).unwrap_or_default();
        format!("{before}{sign}{}{sign}{after}", plain(inside))
    };
    all.iter().map(one).collect()
}

/// Words that mean nothing in Markdown beyond what they say, on one line.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\n' | '\r' => text.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '$' => {
                text.push('\\');
                text.push(character);
            }
            other => text.push(other),
        }
    }
    text
}

/// A line's Markdown in which raw HTML is words, and links lead to safe places alone.
fn inert(markdown: &str) -> String {
    let is_harmless = !markdown.contains(['<', '[', '&']);
    if is_harmless {
        return markdown.to_owned();
    }
    let arena = Arena::new();
    let Some(root) = rendered::document(&arena, markdown) else {
        return plain(markdown);
    };
    for node in root.descendants().collect::<Vec<_>>() {
        disarm(node, &arena);
    }
    let mut written = String::new();
    match format_commonmark(root, &rendered::options(), &mut written) {
        Ok(()) => written,
        Err(_) => plain(markdown),
    }
}

fn disarm<'a>(node: &'a AstNode<'a>, arena: &'a Arena<'a>) {
    let value = node.data.borrow().value.clone();
    match value {
        NodeValue::HtmlInline(words) | NodeValue::Raw(words) => {
            node.data.borrow_mut().value = NodeValue::Text(words.into());
        }
        NodeValue::HtmlBlock(block) => {
            node.data.borrow_mut().value = NodeValue::Paragraph;
            let words = block.literal.replace('\n', " ").trim().to_owned();
            node.append(arena.alloc(NodeValue::Text(words.into()).into()));
        }
        // A reader would fetch a picture from wherever it is; a link waits to be followed.
        NodeValue::Image(link) if leads_out(&link.url) => {
            if node.first_child().is_none() {
                node.append(arena.alloc(NodeValue::Text(link.url.clone().into()).into()));
            }
            node.data.borrow_mut().value = NodeValue::Link(link);
        }
        NodeValue::Link(link) | NodeValue::Image(link) if !leads_out(&link.url) => {
            // What it is called stays; where it led goes.
            while let Some(child) = node.first_child() {
                node.insert_before(child);
            }
            node.detach();
        }
        _ => {}
    }
}

fn leads_out(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inert_of(markdown: &str) -> String {
        inert(markdown)
    }

    #[test]
    fn raw_html_is_words_and_links_lead_to_safe_places() {
        let text = inert_of("a <script>alert(1)</script> [b](javascript:alert(1)) **c**");
        assert!(
            !text.contains("<script") || text.contains("\\<script"),
            "{text}"
        );
        assert!(!text.contains("javascript:"), "{text}");
        assert!(text.contains("**c**") && text.contains('b'), "{text}");
        let block = inert_of("<img src=x onerror=alert(1)>\n");
        assert!(block.contains("\\<img"), "{block}");
        let link = "see [it](https://example.org/a)";
        assert_eq!(inert_of(link).trim_end(), link);
    }

    #[test]
    fn a_picture_from_elsewhere_is_a_link_to_it() {
        let text = inert_of("![A weir](https://example.org/weir.png) and ![](http://a.example/b)");
        assert!(!text.contains("!["), "{text}");
        assert!(
            text.contains("[A weir](https://example.org/weir.png)"),
            "{text}"
        );
        assert!(text.contains("http://a.example/b"), "{text}");
        assert!(!inert_of("![x](data:image/png;base64,AAAA)").contains("data:"));
        let named = inert_of("![x][1]\n\n[1]: https://a.example/c");
        assert!(!named.contains("!["), "{named}");
    }

    #[test]
    fn marks_stand_where_they_are_read_as_marks() {
        assert_eq!(marked("A line.", "[^1]"), "A line.[^1]\n");
        assert_eq!(marked("| a |\n|---|", "[^1]"), "| a |\n|---|\n\n[^1]\n");
        assert_eq!(marked("A line.", ""), "A line.\n");
    }
}
