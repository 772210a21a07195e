//! One run of the program: understands what was typed, opens the home or finds who has it open,
//! runs the verb, writes what came of it, and says how it ended.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::{CommandFactory, Parser};
use polylogue_node::{HomeFault, Node, NodeOptions, Owner, Refusal};

use crate::arguments::{Arguments, Common, STANDARD_INPUT};
use crate::context::{Address, Context, Runner};
use crate::failure::Failure;
use crate::handover::{self, INPUT_BYTES_MAX, Ran, Request};
use crate::output::{Marks, Output};
use crate::verb::{self, Verb};

/// The exit code of a fault of the program.
const BUG: u8 = 101;
/// A verb beside another that owns the home only for a moment waits so long for its turn.
const TURN_MAX: Duration = Duration::from_secs(20);
const TURN_POLL: Duration = Duration::from_millis(20);

/// Runs the program with what was typed, its own name first.
pub(crate) fn run(typed: Vec<OsString>) -> ExitCode {
    start_log();
    let ended = catch_unwind(AssertUnwindSafe(|| run_typed(typed)));
    let code = match ended {
        Ok(Ok(code)) => code,
        Ok(Err(failure)) => {
            write_error(failure.lines().as_bytes());
            failure.code()
        }
        Err(_) => BUG,
    };
    ExitCode::from(code)
}

/// Whoever looks for a fault sets POLYLOGUE_LOG; people see no log.
fn start_log() {
    let level = match std::env::var("POLYLOGUE_LOG").as_deref() {
        Ok("debug") => tracing_subscriber::filter::LevelFilter::DEBUG,
        Ok("info") => tracing_subscriber::filter::LevelFilter::INFO,
        _ => return,
    };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .init();
}

fn run_typed(typed: Vec<OsString>) -> Result<u8, Failure> {
    let typed = typed
        .into_iter()
        .map(OsString::into_string)
        .collect::<Result<Vec<_>, _>>();
    let typed = typed
        .map_err(|_| Failure::usage("what was typed is not UTF-8", "set the terminal to UTF-8"))?;
    let mut arguments = match Arguments::try_parse_from(&typed) {
        Ok(arguments) => arguments,
        Err(refused) => return Ok(explain(&refused, &typed)),
    };
    let folder = std::env::current_dir().map_err(|it| {
        Failure::environment(
            format!("the folder this was typed in cannot be used: {it}"),
            "change to another folder",
        )
    })?;
    let throw_away = ThrowAway::for_verb(&arguments)?;
    let home = match &throw_away {
        Some(throw_away) => throw_away.path.clone(),
        None => home_of(&arguments.common, &folder)?,
    };
    if let Verb::Map(map) = &mut arguments.verb {
        map.take_path(&folder);
    }
    if let Some(ended) = run_without_home(&arguments, &folder, &home)? {
        return Ok(ended);
    }
    if let Verb::Synthesis(synthesis) = &arguments.verb
        && let Some(document) = synthesis.opened_in_editor()
    {
        return verb::editor::edit(&arguments.common, &typed, document);
    }
    if arguments.common.home.is_some() && !home.exists() && !may_begin(&arguments.verb) {
        return Err(Failure::refused(
            format!("there is no home at {}", home.display()),
            "look at its name; `polylogue commons new` and `polylogue join` make one",
        ));
    }
    let input = if typed.iter().any(|it| it == STANDARD_INPUT) {
        Some(read_input()?)
    } else {
        None
    };
    run_in(
        &home,
        &arguments,
        &Request {
            typed,
            folder,
            input,
        },
    )
}

/// Runs what reads or makes files alone, if that was typed; how it ended.
fn run_without_home(
    arguments: &Arguments,
    folder: &Path,
    home: &Path,
) -> Result<Option<u8>, Failure> {
    let common = &arguments.common;
    let output = match &arguments.verb {
        Verb::Restore(it) => match it.backup(folder) {
            Some(backup) => verb::restore::bring_back(home, &backup)?,
            None => return Ok(None),
        },
        Verb::Map(it) if it.needs_no_home() => verb::map::show(folder, it, common.form())?,
        Verb::Edition(it) => match it.to_verify(folder) {
            Some(file) => verb::edition::verify(&file)?,
            None => return Ok(None),
        },
        Verb::Publish(it) => match it.file(folder) {
            Some(file) => verb::publish::of_file(folder, it, &file)?,
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    Ok(Some(written(&output, common)))
}

/// Writes what came of a verb that needs no open home.
fn written(output: &Output, common: &Common) -> u8 {
    write_output(output.standard_output(common.form()).as_bytes());
    write_error(output.standard_error(common.form()).as_bytes());
    0
}

/// Writes clap's help or refusal where each belongs, and says how it ended.
fn explain(refused: &clap::Error, typed: &[String]) -> u8 {
    let words = refused.render().to_string();
    if refused.use_stderr() {
        let words = words.trim_start_matches("error: ");
        let is_told_by_hint = |it: &&str| it.starts_with("Usage:") || it.starts_with("For more");
        let words: Vec<&str> = words.lines().filter(|it| !is_told_by_hint(it)).collect();
        let words = words.join("\n").trim_end().replace("\n\n", "\n");
        let words = words.replace("invalid digit found in string", "a whole number is needed");
        let hint = match verbs_in(typed) {
            none if none.is_empty() => {
                "`polylogue help` lists the verbs, `polylogue help VERB` explains one".to_owned()
            }
            verbs => format!("`polylogue help {}` explains it", verbs.join(" ")),
        };
        write_error(format!("{words}\nhint: {hint}\n").as_bytes());
        2
    } else {
        write_output(words.as_bytes());
        0
    }
}

/// The verb that was meant, and its own verb where it has such.
fn verbs_in(typed: &[String]) -> Vec<&str> {
    let mut command = Arguments::command();
    let mut verbs = Vec::new();
    for word in typed.iter().skip(1) {
        match command.find_subcommand(word) {
            Some(verb) => {
                let verb = verb.clone();
                command = verb;
                verbs.push(word.as_str());
            }
            None if word.starts_with('-') || verbs.is_empty() => {}
            None => break,
        }
    }
    verbs
}

/// Whether a verb may be the first thing done in a home, which is made for it.
fn may_begin(verb: &Verb) -> bool {
    let founds = matches!(verb, Verb::Commons(commons) if commons.is_founding());
    let enters = matches!(
        verb,
        Verb::Join(_)
            | Verb::Bundle(_)
            | Verb::Import(_)
            | Verb::Serve(_)
            | Verb::Demo(_)
            | Verb::Device(_)
            | Verb::Restore(_)
    );
    founds || enters
}

fn home_of(common: &Common, folder: &Path) -> Result<PathBuf, Failure> {
    if let Some(home) = &common.home {
        return Ok(folder.join(home));
    }
    if let Some(home) = std::env::var_os("POLYLOGUE_HOME").filter(|it| !it.is_empty()) {
        return Ok(folder.join(home));
    }
    let found = directories::ProjectDirs::from("", "", "polylogue");
    found.map(|it| it.data_dir().to_owned()).ok_or_else(|| {
        Failure::environment(
            "this platform does not say where programs keep their data",
            "name a directory with --home",
        )
    })
}

/// A home that goes away with the demo it is made for.
struct ThrowAway {
    path: PathBuf,
}

impl ThrowAway {
    fn for_verb(arguments: &Arguments) -> Result<Option<Self>, Failure> {
        let is_demo = matches!(arguments.verb, Verb::Demo(_));
        if !is_demo || arguments.common.home.is_some() {
            return Ok(None);
        }
        let path = std::env::temp_dir().join(format!("polylogue-demo-{}", std::process::id()));
        std::fs::create_dir_all(&path)
            .map_err(|it| Failure::file(crate::failure::FileAct::Write, &path, &it))?;
        Ok(Some(Self { path }))
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the system with its other temporary files.
        std::fs::remove_dir_all(&self.path).unwrap_or_default();
    }
}

/// Standard input, at most one byte more than is taken, so that more is noticed.
fn read_input() -> Result<Vec<u8>, Failure> {
    let mut input = Vec::new();
    let most = u64::try_from(INPUT_BYTES_MAX).unwrap_or(u64::MAX);
    std::io::stdin()
        .lock()
        .take(most + 1)
        .read_to_end(&mut input)
        .map_err(|it| {
            Failure::environment(
                format!("standard input could not be read: {it}"),
                "try again",
            )
        })?;
    if input.len() > INPUT_BYTES_MAX {
        return Err(Failure::refused(
            format!("standard input is longer than {INPUT_BYTES_MAX} bytes"),
            "send less at a time",
        ));
    }
    Ok(input)
}

/// Opens the home and runs the verb, or hands it to the process that has the home open.
fn run_in(home: &Path, arguments: &Arguments, request: &Request) -> Result<u8, Failure> {
    let options = NodeOptions {
        listen: arguments.verb.listen(),
        ..NodeOptions::of_this_machine(arguments.verb.local_only())
    };
    let deadline = Instant::now() + TURN_MAX;
    loop {
        let owner = match Node::open(home, options) {
            Ok(node) => return Ok(run_here(node, request)),
            Err(refusal) => owner_in(refusal)?,
        };
        if let Some(socket) = &owner.socket
            && let Some(code) = handover::hand_over(socket, request)?
        {
            return Ok(code);
        }
        if Instant::now() >= deadline {
            return Err(Failure::environment(
                format!("{} is open in another process ({owner})", home.display()),
                "wait until it has ended, or name another home with --home",
            ));
        }
        std::thread::sleep(TURN_POLL);
    }
}

/// Who has the home open, if that is why it could not be opened.
fn owner_in(refusal: Refusal) -> Result<Owner, Failure> {
    match refusal {
        Refusal::Failure(polylogue_node::Failure::Home(HomeFault::Owned { owner, .. })) => {
            Ok(owner)
        }
        other => Err(other.into()),
    }
}

fn run_here(node: Node, request: &Request) -> u8 {
    let ran = ran(&node, request, Runner::Here);
    node.shutdown();
    write_output(&ran.output);
    write_error(&ran.error);
    ran.code
}

/// What runs verbs for processes beside the one that owns the home.
pub(crate) fn for_others(node: &Node, address: Address) -> handover::Run {
    let node = node.clone();
    Arc::new(move |request| {
        let runner = Runner::Owner {
            address: address.clone(),
        };
        let ended = catch_unwind(AssertUnwindSafe(|| ran(&node, &request, runner)));
        ended.unwrap_or_else(|_| {
            let words = b"a fault of the program stopped this\nhint: nothing recorded is lost\n";
            Ran {
                output: Vec::new(),
                error: words.to_vec(),
                code: BUG,
            }
        })
    })
}

/// Runs a verb with an open home and keeps what it has to say.
fn ran(node: &Node, request: &Request, runner: Runner) -> Ran {
    let arguments = match Arguments::try_parse_from(&request.typed) {
        Ok(arguments) => arguments,
        Err(refused) => {
            let words = refused.render().to_string().into_bytes();
            return Ran {
                output: Vec::new(),
                error: words,
                code: 2,
            };
        }
    };
    let form = arguments.common.form();
    let context = Context {
        node: node.clone(),
        common: arguments.common,
        folder: request.folder.clone(),
        input: request.input.clone(),
        runner,
    };
    match arguments.verb.run(&context) {
        Ok(output) => Ran {
            output: output.standard_output(form).into_bytes(),
            error: output.standard_error(form).into_bytes(),
            code: 0,
        },
        Err(failure) => Ran {
            output: Vec::new(),
            error: failure.lines().into_bytes(),
            code: failure.code(),
        },
    }
}

/// Writes to standard output at once: what is read there is acknowledged.
pub(crate) fn write_output(bytes: &[u8]) {
    let mut output = std::io::stdout().lock();
    // Whoever read our output may have gone; what was recorded stays recorded.
    output
        .write_all(&Marks::of_output().set(bytes))
        .and_then(|()| output.flush())
        .unwrap_or_default();
}

pub(crate) fn write_error(bytes: &[u8]) {
    std::io::stderr()
        .lock()
        .write_all(bytes)
        .unwrap_or_default();
}
