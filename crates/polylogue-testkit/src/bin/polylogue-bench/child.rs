//! A process of its own for what must be measured by itself. It plays a role and prints what it
//! found, one `name value` a line; the parent reads it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use polylogue_node::{LocalOnly, Node, NodeOptions};

use crate::Fault;

/// Plays the role named.
///
/// # Errors
/// Whatever goes wrong in it.
pub(crate) fn play(arguments: &[String]) -> Result<(), Fault> {
    let named: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match named.as_slice() {
        ["read-bundle", home, bundle] => crate::bundle::read_in(Path::new(home), Path::new(bundle)),
        ["floor", bundle, finished, target] => {
            crate::floor::take_in(Path::new(bundle), Path::new(finished), Path::new(target))
        }
        ["floor-give", finished] => crate::carried::give(Path::new(finished)),
        ["floor-take", address, finished, target] => {
            crate::carried::take(address, Path::new(finished), Path::new(target))
        }
        ["refold", store] => crate::bundle::refold_in(Path::new(store)),
        ["peer", home] => crate::sync::peer(Path::new(home)),
        ["join", home, ticket, most] => crate::sync::join(Path::new(home), ticket, most.parse()?),
        ["sifted", home] => crate::sifted::serve(Path::new(home)),
        ["publish-prepare", home] => crate::publish::prepare(Path::new(home)),
        ["publish", home] => crate::publish::publish_in(Path::new(home)),
        ["pages", home] => crate::pages::serve(Path::new(home)),
        _ => Err("no such role".into()),
    }
}

/// Starts this program again in a role; its standard input stays open until it is to end.
pub(crate) fn start(arguments: &[&str]) -> Result<Playing, Fault> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("child")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = BufReader::new(child.stdout.take().ok_or("it has an output")?);
    Ok(Playing {
        child,
        output,
        found: BTreeMap::new(),
    })
}

/// Runs a role to its end and gives what it found.
pub(crate) fn run(arguments: &[&str]) -> Result<BTreeMap<String, f64>, Fault> {
    start(arguments)?.end()
}

/// A role being played; it is killed when this is dropped.
pub(crate) struct Playing {
    child: Child,
    output: BufReader<ChildStdout>,
    found: BTreeMap<String, f64>,
}

impl Playing {
    /// The next line it prints that is a word and a text.
    pub(crate) fn line(&mut self) -> Result<(String, String), Fault> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            return Err("the other process ended early".into());
        }
        let (name, value) = line
            .trim_end()
            .split_once(' ')
            .ok_or("a name and a value")?;
        Ok((name.to_owned(), value.to_owned()))
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Lets it end and gives all numbers it found.
    pub(crate) fn end(mut self) -> Result<BTreeMap<String, f64>, Fault> {
        drop(self.child.stdin.take());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest)?;
        for line in rest.lines() {
            if let Some((name, value)) = line.split_once(' ')
                && let Ok(value) = value.parse()
            {
                self.found.insert(name.to_owned(), value);
            }
        }
        let status = self.child.wait()?;
        if !status.success() {
            return Err(format!("the other process ended with {status}").into());
        }
        Ok(std::mem::take(&mut self.found))
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        // It has ended already where all went well.
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}

/// A number found, by name.
pub(crate) fn number(found: &BTreeMap<String, f64>, name: &str) -> Result<f64, Fault> {
    found
        .get(name)
        .copied()
        .ok_or_else(|| format!("the other process did not say {name}").into())
}

/// Prints what was found.
pub(crate) fn say(name: &str, value: impl std::fmt::Display) {
    println!("{name} {value}");
    std::io::stdout().flush().unwrap_or_default();
}

/// Waits until the parent lets go.
pub(crate) fn wait_for_the_end() {
    let mut nothing = Vec::new();
    std::io::stdin()
        .read_to_end(&mut nothing)
        .map(drop)
        .unwrap_or_default();
}

/// Ticks of the processor in a second, as the kernel counts them for programs.
const TICKS_PER_SECOND: f64 = 100.0;

/// Seconds of processor time a process has used so far, by all its threads, the kernel's included.
pub(crate) fn processor_seconds(process: &str) -> Result<f64, Fault> {
    let status = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The second field is a name in parentheses; user and system time are the 14th and the 15th.
    let (_, fields) = status.rsplit_once(')').ok_or("no such field")?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut ticks = || -> Result<f64, Fault> { Ok(fields.next().ok_or("no such field")?.parse()?) };
    Ok((ticks()? + ticks()?) / TICKS_PER_SECOND)
}

/// A field of a process's status in kilobytes, such as `VmHWM`, the most it ever had resident.
pub(crate) fn memory_kilobytes(process: &str, field: &str) -> Result<f64, Fault> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status
        .lines()
        .find_map(|it| it.strip_prefix(field)?.strip_prefix(':'));
    let number = line
        .and_then(|it| it.split_whitespace().next())
        .ok_or("no such field")?;
    Ok(number.parse()?)
}

/// Opens a home with this machine's clock and randomness and nothing of the outside world.
pub(crate) fn open(home: &Path) -> Result<Node, Fault> {
    Ok(Node::open(
        home,
        NodeOptions::of_this_machine(LocalOnly::Yes),
    )?)
}
