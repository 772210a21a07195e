//! What the browser tests need: Debian's Chromium with its driver, and axe-core from npm.
//!
//! axe-core is under MPL-2.0 and half a megabyte, so it is fetched into the target folder and not
//! kept in the project.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages;
use crate::step::{self, Failure};

/// Set to 1 for the tests when a browser is there: then they may not be skipped.
pub(crate) const BROWSER: &str = "POLYLOGUE_BROWSER";
/// Where axe-core is, for the tests.
pub(crate) const AXE: &str = "POLYLOGUE_AXE";
/// The version fetched.
const AXE_VERSION: &str = "4.14.1";

/// Whether browser tests can run on this machine.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Everything is there; the path is axe-core's.
    Usable(PathBuf),
    /// They cannot run; the words say what to install.
    Skipped(&'static str),
}

/// Looks for a browser, and installs what is absent where that is possible.
pub(crate) fn look_for_browser() -> Result<Browser, Failure> {
    if !is_browser_here() && !packages::install(&["chromium", "chromium-driver"]) {
        return Ok(Browser::Skipped(
            "they need Debian's packages chromium and chromium-driver",
        ));
    }
    if !is_browser_here() {
        return Ok(Browser::Skipped(
            "chromium and chromedriver are installed and do not start",
        ));
    }
    let folder = step::target_folder()?.join("axe-core");
    if is_axe_in(&folder) {
        return Ok(Browser::Usable(axe_in(&folder)));
    }
    if step::ask("npm", &["--version"]).is_none() && !packages::install(&["npm"]) {
        return Ok(Browser::Skipped(
            "they need `npm`, which fetches axe-core (install Debian's package npm)",
        ));
    }
    fetch_axe(&folder);
    if is_axe_in(&folder) {
        Ok(Browser::Usable(axe_in(&folder)))
    } else {
        Ok(Browser::Skipped(
            "axe-core could not be fetched (is npm's registry within reach?)",
        ))
    }
}

fn is_browser_here() -> bool {
    ["chromium", "chromedriver"]
        .iter()
        .all(|program| step::ask(program, &["--version"]).is_some())
}

fn axe_in(folder: &Path) -> PathBuf {
    folder.join("package").join("axe.min.js")
}

/// Tells whether the version wanted is there.
fn is_axe_in(folder: &Path) -> bool {
    let package = std::fs::read_to_string(folder.join("package/package.json"));
    let version = format!("\"version\": \"{AXE_VERSION}\"");
    package.is_ok_and(|it| it.contains(&version)) && axe_in(folder).is_file()
}

/// Fetches axe-core with npm, which checks what comes against the registry's own sum.
fn fetch_axe(folder: &Path) {
    let package = format!("axe-core@{AXE_VERSION}");
    let archive = format!("axe-core-{AXE_VERSION}.tgz");
    if let Err(fault) = std::fs::create_dir_all(folder) {
        println!("{} cannot be made: {fault}", folder.display());
        return;
    }
    let steps: [(&str, &str, &[&str]); 2] = [
        ("fetch axe-core", "npm", &["pack", "--silent", &package]),
        ("unpack axe-core", "tar", &["-xzf", &archive]),
    ];
    for (title, program, arguments) in steps {
        let mut command = Command::new(program);
        if let Err(failure) = step::run(title, command.args(arguments).current_dir(folder)) {
            println!("{failure}");
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_not_taken_for_the_one_wanted() {
        let folder = std::env::temp_dir().join(format!("axe-{}", std::process::id()));
        let package = folder.join("package");
        std::fs::create_dir_all(&package).expect("it can be made");
        std::fs::write(axe_in(&folder), "").expect("it can be written");
        for (version, is_wanted) in [("1.0.0", false), (AXE_VERSION, true)] {
            let text = format!("{{\n  \"version\": \"{version}\"\n}}");
            std::fs::write(package.join("package.json"), text).expect("it can be written");
            assert_eq!(is_axe_in(&folder), is_wanted, "{version}");
        }
        std::fs::remove_dir_all(&folder).expect("it is ours");
    }
}
