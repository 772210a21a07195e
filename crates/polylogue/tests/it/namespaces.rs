//! Two machines on one wire, made of two network namespaces: the wire is taken down for 15 s, both
//! write, and they are equal within 5 s of its healing. Needs root and `ip` from iproute2.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use polylogue_testkit::command::{Program, wait_until};

use crate::place::{Place, claims, done, found, made};

const DOWN_FOR: Duration = Duration::from_secs(15);
const EQUAL_WITHIN: Duration = Duration::from_secs(5);
const WRITES: usize = 20;

/// Two namespaces with a wire between them; they go away with this.
struct Wire {
    names: [String; 2],
}

impl Wire {
    fn new() -> Option<Self> {
        let id = std::process::id();
        let wire = Self {
            names: [format!("polylogue-a-{id}"), format!("polylogue-b-{id}")],
        };
        let [first, second] = &wire.names;
        let is_made = ip(&["netns", "add", first])
            && ip(&["netns", "add", second])
            && ip(&[
                "-n", first, "link", "add", "wire", "type", "veth", "peer", "name", "wire",
                "netns", second,
            ]);
        is_made.then_some(())?;
        for (index, name) in wire.names.iter().enumerate() {
            let address = format!("10.213.7.{}/24", index + 1);
            ip(&["-n", name, "address", "add", &address, "dev", "wire"]).then_some(())?;
            ip(&["-n", name, "link", "set", "lo", "up"]).then_some(())?;
            ip(&["-n", name, "link", "set", "wire", "up"]).then_some(())?;
        }
        Some(wire)
    }

    /// The program, run inside a namespace by a script that stands for it.
    fn inside(&self, index: usize, program: &Program, folder: &Path) -> Program {
        use std::os::unix::fs::PermissionsExt;
        let script = folder.join(format!("inside-{index}"));
        let words = format!(
            "#!/bin/sh\nexec /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            ip netns exec {} {} \"$@\"\n",
            self.names[index],
            program.path.display()
        );
        std::fs::write(&script, words).expect("a script");
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).expect("ours");
        Program {
            path: script,
            ..program.clone()
        }
    }

    fn set(&self, state: &str) {
        assert!(
            ip(&["-n", &self.names[0], "link", "set", "wire", state]),
            "the wire obeys"
        );
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        for name in &self.names {
            ip(&["netns", "delete", name]);
        }
    }
}

fn ip(arguments: &[&str]) -> bool {
    let status = Command::new("ip")
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|it| it.success())
}

#[test]
fn two_namespaces_agree_after_the_link_was_down() {
    let Some(wire) = Wire::new() else {
        println!("skipped: network namespaces cannot be made here (root and `ip` are needed)");
        return;
    };
    let place = Place::new();
    let alice = &wire.inside(0, &place.alice, place.folder());
    let bob = &wire.inside(1, &place.bob, place.folder());
    found(alice);
    let alices = alice.start(&["serve", "--port", "0", "--local-only"]);
    let ticket = made(alice, &["ticket", "--invite"]);
    done(bob, &["join", &ticket, "--as", "Bob"]);
    let bobs = bob.start(&["serve", "--port", "0", "--local-only"]);
    made(alice, &["claim", "add", "Before the storm."]);
    let first = || claims(bob).len() == 1;
    assert!(
        wait_until(Duration::from_secs(10), first),
        "they meet before the link goes down"
    );

    wire.set("down");
    let down = Instant::now();
    for number in 0..WRITES {
        made(
            alice,
            &["claim", "add", &format!("Alice in the storm, {number}.")],
        );
        made(
            bob,
            &["claim", "add", &format!("Bob in the storm, {number}.")],
        );
    }
    std::thread::sleep(DOWN_FOR.saturating_sub(down.elapsed()));
    assert_eq!(
        (claims(alice).len(), claims(bob).len()),
        (1 + WRITES, 1 + WRITES)
    );

    wire.set("up");
    let healed = Instant::now();
    let equal = || claims(alice).len() == 1 + 2 * WRITES && claims(alice) == claims(bob);
    let is_equal = wait_until(EQUAL_WITHIN, equal);
    println!(
        "equal {} ms after the link healed",
        healed.elapsed().as_millis()
    );
    assert!(is_equal, "not equal within {EQUAL_WITHIN:?} of healing");
    assert_eq!(alices.stop().code, Some(0));
    assert_eq!(bobs.stop().code, Some(0));
}
