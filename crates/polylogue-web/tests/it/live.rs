//! The stream that tells open pages of changes.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use crate::browser::Browser;

/// Nothing here takes as long as this.
const WAITS: Duration = Duration::from_secs(20);

/// An open stream.
struct Stream {
    lines: BufReader<TcpStream>,
}

impl Stream {
    fn open(browser: &Browser, path: &str) -> Self {
        let mut stream = TcpStream::connect(&browser.host).expect("the server listens");
        stream.set_read_timeout(Some(WAITS)).expect("it can be set");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n",
            browser.host, browser.cookie
        );
        stream.write_all(request.as_bytes()).expect("it is sent");
        Self {
            lines: BufReader::new(stream),
        }
    }

    /// The next line that begins so.
    fn next(&mut self, begin: &str) -> Option<String> {
        let mut line = String::new();
        while self.lines.read_line(&mut line).is_ok_and(|it| it > 0) {
            if line.starts_with(begin) {
                return Some(line.trim_end().to_owned());
            }
            line.clear();
        }
        None
    }
}

#[test]
fn an_open_page_is_told_of_a_change_and_of_nothing_else() {
    let (browser, commons) = Browser::with_sample();
    let mut stream = Stream::open(&browser, &format!("{commons}/live"));
    let status = stream.next("HTTP/1.1").expect("it answers");
    assert!(status.contains("200"), "{status}");
    let media_type = stream.next("content-type").expect("it says what it is");
    assert!(media_type.ends_with("text/event-stream"), "{media_type}");
    let first = stream.next("data:").expect("it says where the commons is");
    let page = browser.get(&commons).expect(200);
    let version = page.attributes("data-version").remove(0);
    assert!(first.starts_with(&format!("data: {version} ")), "{first}");
    let add = format!("{commons}/questions/add");
    browser
        .post(&add, &[("text", "What has changed?")])
        .expect(303);
    let second = stream.next("data:").expect("it says that it went on");
    assert_ne!(first, second);
    assert!(
        !second.contains("changed"),
        "what changed is not told: {second}"
    );
}

#[test]
fn streams_are_for_our_own_pages_and_are_counted() {
    let (browser, commons) = Browser::with_sample();
    let path = format!("{commons}/live");
    for site in ["same-site", "cross-site"] {
        browser
            .send("GET", &path, &[("Sec-Fetch-Site", site)], "")
            .expect(403);
    }
    browser.get("/c/00112233/live").expect(404);
    let mut held: Vec<Stream> = Vec::new();
    for _ in 0..64 {
        let mut stream = Stream::open(&browser, &path);
        assert!(stream.next("HTTP/1.1").is_some_and(|it| it.contains("200")));
        held.push(stream);
    }
    browser.get(&path).expect(503);
    browser.get(&commons).expect(200);
    drop(held);
    let mut again = Stream::open(&browser, &path);
    let is_free = |it: String| it.contains("200");
    let freed = again.next("HTTP/1.1").is_some_and(is_free) || {
        // Places are given back as soon as the server sees that nobody listens any more.
        let add = format!("{commons}/questions/add");
        browser.post(&add, &[("text", "Who listens?")]).expect(303);
        std::iter::repeat_with(|| Stream::open(&browser, &path).next("HTTP/1.1"))
            .take(200)
            .flatten()
            .any(is_free)
    };
    assert!(freed, "places are given back");
}
