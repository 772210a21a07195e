//! How long maps take and how much memory they need, beside their limits: `cargo xtask bench map`.
//!
//! Each size runs in a process of its own, so that the memory is its own. Votes are made from a
//! seed: people of three camps who answer as their camp does four times in five. Bare passes over
//! the same votes are measured in the same process: each adds up one number for every vote, looked
//! up in a table (the gather), or adds one number to the table (the scatter).

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench talks to the person who started it"
)]

use std::error::Error;
use std::process::{Command, ExitCode};
use std::time::Instant;

use polylogue_map::{Ballots, Hands, Ledger, OneHand, OpinionMap, Vote, bridging, compute};

const SEED: u64 = 20_261_123;
const CAMPS: usize = 3;
/// Measured so many times; the least counts, since others use the machine as well.
const ROUNDS: usize = 5;
/// Votes cast one by one.
const VOTES: usize = 40;

type Fault = Box<dyn Error>;

/// All cores, each part in a thread of its own.
struct Cores(usize);

impl Hands for Cores {
    fn width(&self) -> usize {
        self.0
    }

    fn each<T: Send, R: Send>(&self, parts: Vec<T>, work: &(impl Fn(T) -> R + Sync)) -> Vec<R> {
        if parts.len() < 2 {
            return OneHand.each(parts, work);
        }
        std::thread::scope(|scope| {
            let started: Vec<_> = parts
                .into_iter()
                .map(|part| scope.spawn(move || work(part)))
                .collect();
            let ended = started.into_iter().map(|it| it.join());
            ended.map(|it| it.expect("no part panics")).collect()
        })
    }
}

struct Size {
    name: &'static str,
    people: usize,
    claims: usize,
    /// The share of claims that a person votes on, in thousandths.
    density: usize,
    /// The limit of a map from nothing, in milliseconds.
    cold_ms_max: Option<f64>,
    /// The limit of one vote and a fresh map, in milliseconds.
    vote_ms_max: Option<f64>,
}

const SIZES: [Size; 4] = [
    Size {
        name: "500x300",
        people: 500,
        claims: 300,
        density: 180,
        cold_ms_max: None,
        vote_ms_max: None,
    },
    Size {
        name: "2000x900",
        people: 2_000,
        claims: 900,
        density: 125,
        cold_ms_max: None,
        vote_ms_max: Some(5.0),
    },
    Size {
        name: "100000x1000",
        people: 100_000,
        claims: 1_000,
        density: 50,
        cold_ms_max: Some(200.0),
        vote_ms_max: None,
    },
    Size {
        name: "1000000x1000",
        people: 1_000_000,
        claims: 1_000,
        density: 50,
        cold_ms_max: Some(2_000.0),
        vote_ms_max: None,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ended = match arguments.as_slice() {
        [role, name] if role == "child" => measure(name),
        chosen => run(chosen),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("map-bench: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(chosen: &[String]) -> Result<(), Fault> {
    for size in &SIZES {
        if !chosen.is_empty() && !chosen.iter().any(|it| it == size.name) {
            continue;
        }
        let program = std::env::current_exe()?;
        let status = Command::new(program).args(["child", size.name]).status()?;
        if !status.success() {
            return Err(format!("{} ended with {status}", size.name).into());
        }
    }
    Ok(())
}

fn measure(name: &str) -> Result<(), Fault> {
    let size = SIZES
        .iter()
        .find(|it| it.name == name)
        .ok_or("no such size")?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let ballots = made_up(size)?;
    let votes = ballots.vote_count();
    println!("{}: {votes} votes, {cores} cores", size.name);
    let (map, wall, processor) = cold(&ballots, &Cores(cores))?;
    let before = processor_of_this_thread()?;
    let (_, alone, _) = cold(&ballots, &OneHand)?;
    let alone_processor = (processor_of_this_thread()? - before) / ROUNDS as f64;
    say("a map from nothing, all cores", wall, size.cold_ms_max);
    say("the same: processor time", processor, None);
    say("the same, one core", alone, None);
    say("the same: processor time", alone_processor, None);
    println!(
        "    {:?}, {} steps, {} groups",
        map.path,
        map.axes.steps,
        map.grouping.count()
    );
    let most = memory_kilobytes("VmHWM")? * 1024.0;
    let allowed = 10.0 * votes as f64 + 24.0 * (size.claims * size.claims) as f64;
    println!(
        "    peak memory {:.1} MB; 10 B a vote and 24·m² B are {:.1} MB",
        most / 1e6,
        allowed / 1e6
    );
    passes(&ballots, &map, wall, cores);
    let begin = Instant::now();
    let scores = bridging(&ballots, &[], &map, &Cores(cores));
    say("bridging scores", milliseconds(begin), None);
    assert_eq!(scores.scores.len(), size.claims);
    if votes < 1_000_000 {
        one_vote(size, &ballots)?;
    }
    Ok(())
}

/// The map, and the least wall and processor time of some rounds, in milliseconds.
fn cold(ballots: &Ballots, hands: &impl Hands) -> Result<(OpinionMap, f64, f64), Fault> {
    let mut best = (f64::INFINITY, f64::INFINITY);
    let mut map: Option<OpinionMap> = None;
    for _ in 0..ROUNDS {
        drop(map.take());
        let (begin, before) = (Instant::now(), processor_milliseconds()?);
        map = Some(compute(ballots, &[], hands));
        best.0 = best.0.min(milliseconds(begin));
        best.1 = best.1.min(processor_milliseconds()? - before);
    }
    Ok((map.ok_or("no round")?, best.0, best.1))
}

/// One vote and a fresh map, many times; the map is the one computed from nothing.
fn one_vote(size: &Size, ballots: &Ballots) -> Result<(), Fault> {
    let begin = Instant::now();
    let mut ledger = Ledger::new(ballots.clone(), &[]);
    say("pair counts from nothing", milliseconds(begin), None);
    let mut fresh = ledger.map(&OneHand);
    let mut draws = Draws(SEED);
    let mut times = Vec::new();
    let before = processor_of_this_thread()?;
    for _ in 0..VOTES {
        let (person, claim) = (draws.below(size.people), draws.below(size.claims));
        let vote = [Vote::Agree, Vote::Disagree, Vote::Pass][draws.below(3)];
        let begin = Instant::now();
        ledger.cast(person, claim, Some(vote))?;
        fresh = ledger.map(&OneHand);
        times.push(milliseconds(begin));
    }
    let processor = (processor_of_this_thread()? - before) / VOTES as f64;
    times.sort_by(f64::total_cmp);
    say("one vote to a fresh map, processor", processor, None);
    say("one vote to a fresh map, least", times[0], None);
    say(
        "one vote to a fresh map, median",
        times[times.len() / 2],
        size.vote_ms_max,
    );
    if fresh != compute(ledger.ballots(), &[], &OneHand) {
        return Err("the kept map differs from the one computed from nothing".into());
    }
    println!("    the kept map equals the one computed from nothing");
    Ok(())
}

/// As many bare passes as the map takes: two (gather and scatter) for each step, one to place
/// people, and two to count.
fn passes(ballots: &Ballots, map: &OpinionMap, wall: f64, cores: usize) {
    let gather = bare(ballots, cores, Bare::Gather);
    let scatter = bare(ballots, cores, Bare::Scatter);
    println!("    a bare gather pass {gather:.2} ms, a bare scatter pass {scatter:.2} ms");
    let steps = map.axes.steps as f64;
    let floor = (steps + 1.0) * gather + (steps + 2.0) * scatter;
    println!(
        "    {:.2} times as many bare passes ({} gathers, {} scatters: {floor:.1} ms)",
        wall / floor,
        steps + 1.0,
        steps + 2.0
    );
}

#[derive(Clone, Copy)]
enum Bare {
    Gather,
    Scatter,
}

/// The least time of a bare pass over as many numbers on all cores, in milliseconds. The numbers
/// are the same claims and answers, laid out as plainly as can be.
fn bare(ballots: &Ballots, cores: usize, kind: Bare) -> f64 {
    let numbers: Vec<u32> = (0..ballots.person_count())
        .flat_map(|it| ballots.votes_of(it))
        .map(|(claim, vote)| {
            u32::try_from(claim).expect("few") * 4 + u32::try_from(vote.sign() + 1).expect("0..=2")
        })
        .collect();
    let room = ballots.claim_count() * 4;
    let share = numbers.len().div_ceil(cores);
    let each = (numbers.len() / ballots.person_count()).max(1);
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let parts: Vec<&[u32]> = numbers.chunks(share).collect();
        let begin = Instant::now();
        let sums = Cores(cores).each(parts, &|part| {
            let mut table = vec![0.5_f64; room];
            let mut all = 0.0;
            for own in part.chunks(each) {
                match kind {
                    Bare::Gather => all += own.iter().map(|it| table[*it as usize]).sum::<f64>(),
                    Bare::Scatter => own.iter().for_each(|it| table[*it as usize] += 1.0),
                }
            }
            all + table[0]
        });
        assert!(std::hint::black_box(sums).iter().all(|it| it.is_finite()));
        best = best.min(milliseconds(begin));
    }
    best
}

fn made_up(size: &Size) -> Result<Ballots, Fault> {
    let mut draws = Draws(SEED);
    let answers: Vec<Vec<bool>> = (0..CAMPS)
        .map(|_| (0..size.claims).map(|_| draws.below(2) == 0).collect())
        .collect();
    let mut ballots = Ballots::new(size.claims)?;
    let each = size.claims * size.density / 1_000;
    ballots.reserve(size.people, size.people * each);
    let stride = 1_000 / size.density;
    let mut own = Vec::new();
    for person in 0..size.people {
        own.clear();
        // One claim of every so many, so that each person has as many votes as any other.
        for at in 0..each {
            let claim = at * stride + draws.below(stride);
            let is_loyal = draws.below(5) < 4;
            let vote = match draws.below(10) {
                0 => Vote::Pass,
                _ if answers[person % CAMPS][claim] == is_loyal => Vote::Agree,
                _ => Vote::Disagree,
            };
            own.push((claim, vote));
        }
        ballots.push_person(own.iter().copied())?;
    }
    Ok(ballots)
}

/// Numbers from a seed (splitmix64).
struct Draws(u64);

impl Draws {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        usize::try_from(bits % count as u64).expect("below a usize")
    }
}

fn say(what: &str, milliseconds: f64, limit: Option<f64>) {
    let limit = match limit {
        None => String::new(),
        Some(limit) if milliseconds <= limit => format!("  (limit {limit} ms)"),
        Some(limit) => format!("  (limit {limit} ms)  MISSED"),
    };
    println!("    {what:<36} {milliseconds:>10.2} ms{limit}");
}

fn milliseconds(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1e3
}

/// Processor time of this process so far, user and system, in milliseconds; steps of ten.
fn processor_milliseconds() -> Result<f64, Fault> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, rest) = stat.rsplit_once(')').ok_or("an unknown kind of stat")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks: f64 = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    Ok(ticks * 10.0)
}

/// Processor time of the first thread so far, in milliseconds.
fn processor_of_this_thread() -> Result<f64, Fault> {
    let stat = std::fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds = stat
        .split_whitespace()
        .next()
        .ok_or("an unknown kind of schedstat")?;
    Ok(nanoseconds.parse::<f64>()? / 1e6)
}

/// A line of this process's status, in kilobytes.
fn memory_kilobytes(field: &str) -> Result<f64, Fault> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|it| it.strip_prefix(field)?.strip_prefix(':'));
    let number = line.and_then(|it| it.split_whitespace().next());
    Ok(number.ok_or("no such field")?.parse()?)
}
