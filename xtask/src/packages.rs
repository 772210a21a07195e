//! Debian's packages, installed where this program may.

use std::process::Command;

use crate::step;

/// Tells whether this program runs as root.
pub(crate) fn are_ours_to_install() -> bool {
    step::ask("id", &["-u"]).is_some_and(|user| user.trim() == "0")
        && step::ask("apt-get", &["--version"]).is_some()
}

/// Installs packages and tells whether that went well; says what it does.
pub(crate) fn install(packages: &[&str]) -> bool {
    if !are_ours_to_install() {
        return false;
    }
    let update: &[&str] = &["update"];
    let install = [
        &["install", "--yes", "--no-install-recommends"][..],
        packages,
    ]
    .concat();
    let title = format!("install {}", packages.join(" "));
    for (title, arguments) in [("package lists", update), (&title, &install)] {
        let mut command = Command::new("apt-get");
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        if let Err(failure) = step::run(title, &mut command) {
            println!("{failure}");
            return false;
        }
    }
    true
}
