//! Pictures of every page of the sample: light and dark, left-to-right and right-to-left, on a
//! phone and on a wide screen; and one page that shows them side by side, for people to look at.
//!
//! `polylogue-shots [FOLDER]`; without a folder they go to `target/shots`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program run by hand"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use polylogue_node::{LocalOnly, Node, NodeOptions};
use polylogue_testkit::browser::{self, Browser, Scheme, pages};
use polylogue_web::ServeOptions;

/// A phone and a wide screen, in pixels.
const WIDTHS: [u32; 2] = [390, 1280];
/// English runs from left to right, Arabic from right to left.
const LANGUAGES: [(&str, &str); 2] = [("en", "ltr"), ("ar", "rtl")];
/// Of a longer page the beginning is enough to judge it by.
const HEIGHT_MAX: u32 = 2400;

type Fault = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| browser::target().join("shots"), PathBuf::from);
    match run(&folder) {
        Ok(count) => {
            println!("{count} pictures: {}", folder.join("index.html").display());
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("polylogue-shots: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> Result<usize, Fault> {
    if let Some(words) = browser::missing() {
        return Err(words.into());
    }
    std::fs::create_dir_all(folder)?;
    let home = tempfile::tempdir()?;
    let options = NodeOptions::of_this_machine(LocalOnly::Yes);
    let node = Node::open(&home.path().join("home"), options)?;
    let commons = polylogue_node::demo(&node)?;
    let server = polylogue_web::serve(node, ServeOptions::default())?;
    let browser = Browser::start();
    browser.go(&server.url);
    browser.until("document.querySelector('main')");
    let path = format!("/c/{}", &commons.to_string()[..12]);
    let pages = pages::found(&browser, &["/".to_owned(), path], 1);
    let mut count = 0;
    let mut rows = String::new();
    for (name, path) in &pages {
        let word = pages::word_of(*name);
        let mut cells = String::new();
        for (language, direction) in LANGUAGES {
            browser.language(language);
            browser.go(&format!("{}{path}", server.base));
            for scheme in Scheme::ALL {
                browser.scheme(scheme);
                for width in WIDTHS {
                    browser.width(width);
                    let file = format!("{word}-{}-{direction}-{width}.png", scheme.name());
                    std::fs::write(folder.join(&file), browser.picture(width, HEIGHT_MAX))?;
                    count += 1;
                    write!(
                        cells,
                        "<a href=\"{file}\"><img src=\"{file}\" alt=\"{file}\"></a>"
                    )?;
                }
            }
        }
        write!(rows, "<h2>{word}</h2><p>{path}</p><div>{cells}</div>")?;
    }
    std::fs::write(folder.join("index.html"), sheet(&rows))?;
    Ok(count)
}

fn sheet(rows: &str) -> String {
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Every page</title><style>\
         body {{ font-family: sans-serif; margin: 1rem; background: #888 }}\
         div {{ display: flex; gap: .5rem; overflow-x: auto; align-items: start }}\
         img {{ height: 26rem; width: auto; max-width: none; object-fit: cover; \
         object-position: top }}</style><h1>Every page</h1>{rows}"
    )
}
