//! A page as blocks of prose, of files and of typed commands, and the page again.

/// A page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its blocks in order.
    pub(super) blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// Lines that are read and not run.
    Prose(Vec<String>),
    /// A file, with the line that opens its fence.
    File {
        fence: String,
        name: String,
        text: String,
    },
    /// Typed commands, with the line that opens their fence.
    Console { fence: String, steps: Vec<Step> },
}

/// Whether the order of lines matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As written.
    Fixed,
    /// Lines may come in any order: what was said within one second has none.
    Free,
}

/// One typed command and what it writes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Its line in the page, from 1.
    pub(super) line: usize,
    /// The typed lines, prompt and all.
    pub(super) typed: Vec<String>,
    /// What the page says it writes.
    pub(super) expected: Vec<String>,
    /// Whether the order of those lines matters.
    pub(super) order: Order,
}

impl Step {
    /// Whose home it is typed in.
    pub(super) fn home(&self) -> &str {
        match self.typed[0].split_once("$ ") {
            Some(("", _)) | None => "you",
            Some((name, _)) => name,
        }
    }

    /// The command on one line.
    pub(super) fn command(&self) -> Option<String> {
        let (_, first) = self.typed[0].split_once("$ ")?;
        let mut command = first.trim_end().to_owned();
        for line in &self.typed[1..] {
            command = format!(
                "{} {}",
                command.trim_end_matches('\\').trim_end(),
                line.trim()
            );
        }
        Some(command)
    }
}

impl Page {
    /// Reads a page.
    pub(super) fn read(text: &str) -> Self {
        let mut page = Self { blocks: Vec::new() };
        let mut prose = Vec::new();
        let lines: Vec<&str> = text.lines().collect();
        let mut at = 0;
        while at < lines.len() {
            let Some(info) = lines[at].strip_prefix("```") else {
                prose.push(lines[at].to_owned());
                at += 1;
                continue;
            };
            let end = (at + 1..lines.len())
                .find(|it| lines[*it] == "```")
                .unwrap_or(lines.len());
            let inside = &lines[at + 1..end];
            match (info.split_once(' '), info) {
                (Some(("console", "unordered")), _) => {
                    page.push_prose(&mut prose);
                    let steps = read_steps(at + 2, inside, Order::Free);
                    page.blocks.push(Block::Console {
                        fence: lines[at].to_owned(),
                        steps,
                    });
                }
                (None, "console") => {
                    page.push_prose(&mut prose);
                    let steps = read_steps(at + 2, inside, Order::Fixed);
                    page.blocks.push(Block::Console {
                        fence: lines[at].to_owned(),
                        steps,
                    });
                }
                (Some((_, name)), _) => {
                    page.push_prose(&mut prose);
                    let text = inside.iter().map(|it| format!("{it}\n")).collect();
                    let (fence, name) = (lines[at].to_owned(), name.to_owned());
                    page.blocks.push(Block::File { fence, name, text });
                }
                (None, _) => {
                    prose.extend(
                        lines[at..lines.len().min(end + 1)]
                            .iter()
                            .map(|it| (*it).into()),
                    );
                }
            }
            at = end + 1;
        }
        page.push_prose(&mut prose);
        page
    }

    fn push_prose(&mut self, prose: &mut Vec<String>) {
        if !prose.is_empty() {
            self.blocks.push(Block::Prose(std::mem::take(prose)));
        }
    }

    /// The page again, with what the steps expect now.
    pub(super) fn write(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Prose(prose) => lines.extend(prose.iter().cloned()),
                Block::File { fence, text, .. } => {
                    lines.push(fence.clone());
                    lines.extend(text.lines().map(str::to_owned));
                    lines.push("```".to_owned());
                }
                Block::Console { fence, steps } => {
                    lines.push(fence.clone());
                    for step in steps {
                        lines.extend(step.typed.iter().chain(&step.expected).cloned());
                    }
                    lines.push("```".to_owned());
                }
            }
        }
        lines.join("\n") + "\n"
    }
}

/// Reads the lines of a console block whose first stands at `first_line`, from 1.
fn read_steps(first_line: usize, inside: &[&str], order: Order) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut is_continued = false;
    for (index, line) in inside.iter().enumerate() {
        let is_typed = is_continued || is_prompt(line);
        match steps.last_mut() {
            Some(step) if is_continued => step.typed.push((*line).to_owned()),
            _ if is_typed => steps.push(Step {
                line: first_line + index,
                typed: vec![(*line).to_owned()],
                expected: Vec::new(),
                order,
            }),
            Some(step) => step.expected.push((*line).to_owned()),
            None => {}
        }
        is_continued = is_typed && line.ends_with('\\');
    }
    steps
}

/// `$ …`, or `name$ …` with a name of small letters.
fn is_prompt(line: &str) -> bool {
    let name = line.split_once("$ ").map(|(name, _)| name);
    name.is_some_and(|name| name.chars().all(|it| it.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Page\n\n```text a.txt\nhello\n```\n\n```console\nalice$ polylogue \
        say \\\n\x20 hello\nsaid\n$ polylogue log\n```\nEnd.\n\n```sh\n$ not run\n```\n";

    #[test]
    fn a_page_is_written_as_it_was_read() {
        assert_eq!(Page::read(TEXT).write(), TEXT);
    }

    #[test]
    fn steps_know_their_home_and_command() {
        let page = Page::read(TEXT);
        let steps = page.blocks.iter().find_map(|block| match block {
            Block::Console { steps, .. } => Some(steps),
            Block::Prose(_) | Block::File { .. } => None,
        });
        let steps = steps.expect("the page has a console");
        assert_eq!((steps[0].home(), steps[0].line), ("alice", 8));
        assert_eq!(steps[0].command().as_deref(), Some("polylogue say hello"));
        assert_eq!(steps[0].expected, ["said"]);
        assert_eq!(steps[1].home(), "you");
    }
}
