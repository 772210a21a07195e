//! Pages of a home with 100,000 operations: the first one after a start, all of them under load,
//! and the memory it takes.
//!
//! The load is an open loop: requests are due at fixed times, whatever became of earlier ones, and
//! each is timed from when it was due.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use polylogue_store::query::Page;
use polylogue_web::ServeOptions;

use crate::bundle::text;
use crate::child::{self, memory_kilobytes, say};
use crate::table::{Limit, Line, Table};
use crate::{Bench, Fault};

const FIRST_MILLISECONDS_MAX: f64 = 200.0;
const P99_MILLISECONDS_MAX: f64 = 20.0;
const RESIDENT_MEGABYTES_MAX: f64 = 120.0;
const CONNECTIONS: usize = 16;
const REQUESTS_PER_SECOND: usize = 200;
const SECONDS: usize = 20;
/// Requests of each page one after another, with nothing else going on.
const ALONE: usize = 5;

/// Serves the home in a process of its own, and loads it.
pub(crate) fn run(bench: &Bench, table: &mut Table) -> Result<(), Fault> {
    let began = Instant::now();
    let mut server = child::start(&["pages", text(&bench.home())?])?;
    let (_, address) = server.line()?;
    let mut visitor = Visitor::enter(&address)?;
    visitor.get("/")?;
    let first = began.elapsed().as_secs_f64() * 1000.0;
    table.say(Line::new(
        "100,000 operations: first page after start",
        first,
        "ms",
        Limit::AtMost(FIRST_MILLISECONDS_MAX),
    ));
    let (name, paths) = server.line()?;
    assert_eq!(name, "paths");
    let paths: Vec<String> = paths.split(' ').map(str::to_owned).collect();
    let cookie = visitor.cookie.clone();
    for path in &paths {
        let alone = visitor.median(path)?;
        let what = format!("alone, median of {ALONE}: {}", shortened(path));
        table.say(Line::fact(&what, alone.as_secs_f64() * 1000.0, "ms"));
    }
    let mut slowest = Vec::new();
    for (path, times) in paths.iter().zip(load(&address, cookie.as_deref(), &paths)?) {
        slowest.push((p99(times), path));
    }
    slowest.sort_by_key(|it| std::cmp::Reverse(it.0));
    for (time, path) in &slowest {
        table.say(Line::new(
            &format!("p99 of {}", shortened(path)),
            time.as_secs_f64() * 1000.0,
            "ms",
            Limit::AtMost(P99_MILLISECONDS_MAX),
        ));
    }
    let resident = memory_kilobytes(&server.id().to_string(), "VmRSS")? / 1000.0;
    table.say(Line::new(
        "100,000 operations: resident after the load",
        resident,
        "MB",
        Limit::AtMost(RESIDENT_MEGABYTES_MAX),
    ));
    server.end().map(drop)
}

pub(crate) fn p99(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let index = (times.len() * 99).div_ceil(100).saturating_sub(1);
    times.get(index).copied().unwrap_or_default()
}

/// A path without the commons it is in.
pub(crate) fn shortened(path: &str) -> String {
    let is_id = |it: &str| it.len() >= 12 && it.chars().all(|it| it.is_ascii_hexdigit());
    let parts: Vec<&str> = path
        .split('/')
        .map(|it| if is_id(it) { "…" } else { it })
        .collect();
    parts.join("/")
}

/// What the connections of one load share.
struct Load<'run> {
    address: &'run str,
    cookie: Option<&'run str>,
    paths: &'run [String],
    began: Instant,
    next: AtomicUsize,
    times: Mutex<Vec<Vec<Duration>>>,
}

/// Requests every path in turn at a fixed rate and gives the times of each.
pub(crate) fn load(
    address: &str,
    cookie: Option<&str>,
    paths: &[String],
) -> Result<Vec<Vec<Duration>>, Fault> {
    let load = Load {
        address,
        cookie,
        paths,
        began: Instant::now() + Duration::from_millis(100),
        next: AtomicUsize::new(0),
        times: Mutex::new(vec![Vec::new(); paths.len()]),
    };
    let faults: Mutex<Vec<String>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                if let Err(fault) = load.walk() {
                    let mut faults = faults.lock().expect("no thread panics holding it");
                    faults.push(fault.to_string());
                }
            });
        }
    });
    match faults
        .into_inner()
        .expect("every thread has ended")
        .into_iter()
        .next()
    {
        Some(fault) => Err(fault.into()),
        None => Ok(load.times.into_inner().expect("every thread has ended")),
    }
}

impl Load<'_> {
    /// One connection: takes the next request that nobody has taken, until there is none.
    fn walk(&self) -> Result<(), Fault> {
        let mut visitor = Visitor::connect(self.address, self.cookie)?;
        loop {
            let request = self.next.fetch_add(1, Ordering::Relaxed);
            if request >= REQUESTS_PER_SECOND * SECONDS {
                return Ok(());
            }
            let since = Duration::from_secs_f64(request as f64 / REQUESTS_PER_SECOND as f64);
            let due = self.began + since;
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let index = request % self.paths.len();
            visitor.get(&self.paths[index])?;
            let time = due.elapsed();
            self.times.lock().expect("no thread panics holding it")[index].push(time);
        }
    }
}

/// A browser of the plainest kind: one connection that is kept, one cookie.
pub(crate) struct Visitor {
    host: String,
    pub(crate) cookie: Option<String>,
    stream: BufReader<TcpStream>,
}

impl Visitor {
    fn connect(address: &str, cookie: Option<&str>) -> Result<Self, Fault> {
        let rest = address
            .strip_prefix("http://")
            .ok_or("an address of a page")?;
        let host = rest.split('/').next().unwrap_or(rest).to_owned();
        let stream = TcpStream::connect(&host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        Ok(Self {
            host,
            cookie: cookie.map(str::to_owned),
            stream: BufReader::new(stream),
        })
    }

    /// Opens the address that was printed, as a person would.
    pub(crate) fn enter(address: &str) -> Result<Self, Fault> {
        let mut visitor = Self::connect(address, None)?;
        let path = address
            .strip_prefix("http://")
            .and_then(|it| it.find('/').map(|at| &it[at..]));
        visitor.get(path.unwrap_or("/"))?;
        Ok(visitor)
    }

    /// Gets a page whole; gives its length in bytes.
    pub(crate) fn get(&mut self, path: &str) -> Result<usize, Fault> {
        Ok(self.body(path)?.len())
    }

    /// Gets a page whole.
    pub(crate) fn body(&mut self, path: &str) -> Result<Vec<u8>, Fault> {
        let cookie = self
            .cookie
            .as_ref()
            .map(|it| format!("Cookie: {it}\r\n"))
            .unwrap_or_default();
        let host = &self.host;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{cookie}\r\n");
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (status, length, is_chunked) = self.read_head()?;
        if !(200..400).contains(&status) {
            return Err(format!("{path} answered {status}").into());
        }
        if is_chunked {
            return self.read_chunks();
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }

    /// The middle one of a few times of one page.
    fn median(&mut self, path: &str) -> Result<Duration, Fault> {
        let mut times = Vec::new();
        for _ in 0..ALONE {
            let began = Instant::now();
            self.get(path)?;
            times.push(began.elapsed());
        }
        times.sort_unstable();
        Ok(times[ALONE / 2])
    }

    fn read_head(&mut self) -> Result<(u16, usize, bool), Fault> {
        let first = self.read_line()?;
        let status = first.split(' ').nth(1).and_then(|it| it.parse().ok());
        let (mut length, mut is_chunked) = (0, false);
        loop {
            let line = self.read_line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').unwrap_or((&line, ""));
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "transfer-encoding" => is_chunked = value.trim() == "chunked",
                "set-cookie" => {
                    self.cookie = value.split(';').next().map(|it| it.trim().to_owned());
                }
                _ => {}
            }
        }
        Ok((status.ok_or("a status line")?, length, is_chunked))
    }

    fn read_chunks(&mut self) -> Result<Vec<u8>, Fault> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(self.read_line()?.trim(), 16)?;
            let mut chunk = vec![0; length + 2];
            self.stream.read_exact(&mut chunk)?;
            if length == 0 {
                return Ok(body);
            }
            chunk.truncate(length);
            body.extend(chunk);
        }
    }

    fn read_line(&mut self) -> Result<String, Fault> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err("the connection was closed".into());
        }
        Ok(line.trim_end().to_owned())
    }
}

/// The role that serves: says where first, then, once it was asked, which pages there are.
pub(crate) fn serve(home: &Path) -> Result<(), Fault> {
    let node = child::open(home)?;
    let server = polylogue_web::serve(node.clone(), ServeOptions::default())?;
    say("address", &server.url);
    let commons = node.commons()?.first().ok_or("a commons")?.id;
    let reader = node.reader(&commons)?;
    let short = |id: String| id.chars().take(12).collect::<String>();
    let base = format!("/c/{}", short(commons.to_string()));
    let mut paths = vec!["/".to_owned(), base.clone()];
    for page in [
        "perspectives",
        "questions",
        "dialogues",
        "claims",
        "vote",
        "moves",
        "people",
        "search?words=wenba",
        "status",
    ] {
        paths.push(format!("{base}/{page}"));
    }
    let dialogues = reader.dialogues(Page::first(100))?;
    let dialogue = dialogues
        .get(50)
        .or(dialogues.first())
        .ok_or("a dialogue")?;
    let id = short(dialogue.said.id.to_string());
    paths.push(format!("{base}/dialogue/{id}"));
    say("paths", paths.join(" "));
    drop(reader);
    child::wait_for_the_end();
    drop(server);
    Ok(())
}
