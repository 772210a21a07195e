//! An edition on paper: its one page, printed by Chromium where that is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::folder::Folder;
use super::single::{self, Paper};
use super::{Edition, PublishFault, file_name};
use crate::date::to_the_second;

/// Names under which Chromium is installed, ours first.
const PROGRAMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];
/// How long it may take. Chosen by us: a thousand leaves take about a minute.
const PRINTS_MAX: Duration = Duration::from_secs(300);
const LOOKS_EVERY: Duration = Duration::from_millis(50);
/// Where Chromium keeps what it keeps, for so long as it prints.
const PROFILE: &str = "browser.part";

/// Writes the PDF; says what it is called and how many pages of the copy are in it.
pub(super) fn write(
    edition: &Edition<'_>,
    folder: &Folder,
    paper: Paper,
) -> Result<(String, usize), PublishFault> {
    let program = found().ok_or(PublishFault::NoBrowser)?;
    let (page, count) = single::write(edition, folder, paper)?;
    let name = file_name(edition.facts, "pdf");
    print(&program, folder, (&page, &name))?;
    folder.remove(&page);
    folder.remove(PROFILE);
    let path = folder.path(&name);
    let mut bytes = fs::read(&path).map_err(|it| folder.fault(&name, it))?;
    date(&mut bytes, edition.facts.made);
    folder.write(&name, &bytes)?;
    Ok((name, count))
}

fn found() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    PROGRAMS
        .iter()
        .flat_map(|name| folders.iter().map(move |it| it.join(name)))
        .find(|it| it.is_file())
}

fn print(program: &Path, folder: &Folder, (page, name): (&str, &str)) -> Result<(), PublishFault> {
    let mut command = Command::new(program);
    command
        .args([
            "--headless=new",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
        ])
        .arg("--generate-pdf-document-outline")
        .arg(format!(
            "--user-data-dir={}",
            folder.path(PROFILE).display()
        ))
        .arg(format!("--print-to-pdf={}", folder.path(name).display()));
    if is_root() {
        // Chromium does not run as root with its sandbox; the page has no scripts and may load
        // nothing.
        command.arg("--no-sandbox");
    }
    command
        .arg(folder.path(page))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let failed = |it: std::io::Error| PublishFault::NotPrinted(it.to_string());
    let mut child = command.spawn().map_err(failed)?;
    let ended = waited(&mut child).map_err(failed)?;
    let is_there = folder.path(name).is_file();
    match ended {
        true if is_there => Ok(()),
        true => Err(PublishFault::NotPrinted("it wrote no file".to_owned())),
        false => Err(PublishFault::NotPrinted(
            "it did not end in time".to_owned(),
        )),
    }
}

/// Waits for a program; whether it ended in time and said that all is well.
fn waited(child: &mut Child) -> std::io::Result<bool> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if began.elapsed() > PRINTS_MAX {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(LOOKS_EVERY);
    }
}

fn is_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let own = status.lines().find_map(|it| it.strip_prefix("Uid:"));
    own.and_then(|it| it.split_whitespace().next()) == Some("0")
}

/// Puts the time of the edition where Chromium wrote the time of printing.
fn date(bytes: &mut [u8], made: u64) {
    let machine = to_the_second(made);
    let digits: String = machine.chars().filter(char::is_ascii_digit).collect();
    for key in [&b"/CreationDate (D:"[..], &b"/ModDate (D:"[..]] {
        let found = bytes.windows(key.len()).position(|it| it == key);
        if let Some(at) = found.map(|it| it + key.len())
            && let Some(place) = bytes.get_mut(at..at + 14)
            && digits.len() >= 14
        {
            place.copy_from_slice(&digits.as_bytes()[..14]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_printing_is_not_in_what_is_printed() {
        let mut bytes = b"<</CreationDate (D:20991231235959+00'00')>>".to_vec();
        date(&mut bytes, 0);
        assert_eq!(bytes, b"<</CreationDate (D:19700101000000+00'00')>>");
    }
}
