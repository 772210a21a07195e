//! A browser without scripts: one connection for each request, the cookie, redirects by hand.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use polylogue_node::{LocalOnly, Node, NodeOptions};
use polylogue_web::{ServeOptions, Server, serve};
use tempfile::TempDir;

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Page {
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(it, _)| it == name);
        found.map_or("", |(_, value)| value)
    }

    /// The values of an attribute, in order, unescaped.
    pub(crate) fn attributes(&self, name: &str) -> Vec<String> {
        let needle = format!(" {name}=\"");
        let mut values = Vec::new();
        let mut rest = self.body.as_str();
        while let Some(at) = rest.find(&needle) {
            rest = &rest[at + needle.len()..];
            let end = rest.find('"').expect("attributes are closed");
            values.push(unescaped(&rest[..end]));
            rest = &rest[end..];
        }
        values
    }

    /// The page without the one script of ours, which it must have.
    #[track_caller]
    pub(crate) fn without_our_script(&self) -> String {
        let address = polylogue_web::assets::SCRIPT.address();
        let script = format!("<script src=\"{address}\" defer></script>");
        assert_eq!(self.body.matches(&script).count(), 1, "{}", self.body);
        self.body.replace(&script, "")
    }

    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }
}

pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// A browser let in to a server of its own.
pub(crate) struct Browser {
    server: Server,
    pub(crate) node: Node,
    pub(crate) host: String,
    pub(crate) cookie: String,
    home: TempDir,
}

impl Browser {
    /// An empty home.
    pub(crate) fn new() -> Self {
        Self::in_home(tempfile::tempdir().expect("a folder can be made"))
    }

    fn in_home(home: TempDir) -> Self {
        let options = NodeOptions::of_this_machine(LocalOnly::Yes);
        let node = Node::open(&home.path().join("home"), options).expect("a home can be made");
        let server = serve(node.clone(), ServeOptions::default()).expect("a port is free");
        let host = server.base.trim_start_matches("http://").to_owned();
        let entry = server.url.trim_start_matches(&server.base).to_owned();
        let mut browser = Self {
            server,
            node,
            host,
            cookie: String::new(),
            home,
        };
        let entered = browser.get(&entry).expect(303);
        assert_eq!(entered.header("location"), "/");
        let cookie = entered.header("set-cookie");
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
            "{cookie}"
        );
        browser.cookie = cookie
            .split(';')
            .next()
            .expect("there is a value")
            .to_owned();
        browser
    }

    /// The same home under a new process: what only the old one knew is gone, and so is whatever
    /// was not written down the moment it stopped.
    pub(crate) fn killed_and_started_again(self) -> Self {
        let Self {
            server, node, home, ..
        } = self;
        server.stop();
        node.shutdown();
        drop(node);
        Self::in_home(home)
    }

    /// A home with the sample commons; its path.
    pub(crate) fn with_sample() -> (Self, String) {
        let browser = Self::new();
        let id = polylogue_node::demo(&browser.node).expect("the sample can be founded");
        let path = format!("/c/{}", &id.to_string()[..12]);
        (browser, path)
    }

    pub(crate) fn another_entry(&self) -> String {
        self.server
            .another_url()
            .trim_start_matches(&self.server.base)
            .to_owned()
    }

    pub(crate) fn get(&self, path: &str) -> Page {
        self.send("GET", path, &[], "")
    }

    /// Posts a form as a page of the server's own would.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", polylogue_web::link::encoded(value)))
            .collect();
        let origin = format!("http://{}", self.host);
        self.send("POST", path, &[("Origin", &origin)], body.join("&"))
    }

    /// Posts a form with one file, as a browser does.
    pub(crate) fn post_file(&self, path: &str, name: &str, content: &[u8]) -> Page {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"it\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let origin = format!("http://{}", self.host);
        let media_type = "multipart/form-data; boundary=edge";
        let headers = [("Origin", origin.as_str()), ("Content-Type", media_type)];
        self.send("POST", path, &headers, body)
    }

    /// Posts a form that must succeed, and follows where it leads.
    #[track_caller]
    pub(crate) fn act(&self, path: &str, fields: &[(&str, &str)]) -> (String, Page) {
        let done = self.post(path, fields).expect(303);
        let location = done.header("location").to_owned();
        let path = location.split('#').next().unwrap_or_default().to_owned();
        let page = self.get(&path).expect(200);
        (location, page)
    }

    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsRef<[u8]>,
    ) -> Page {
        let body = body.as_ref();
        let address = self.server.base.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).expect("the server listens");
        let has_host = headers.iter().any(|(name, _)| *name == "Host");
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !has_host {
            head.push_str(&format!("Host: {}\r\n", self.host));
        }
        if !self.cookie.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.cookie));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if method == "POST" {
            let has_type = headers.iter().any(|(name, _)| *name == "Content-Type");
            if !has_type {
                head.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            }
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        stream
            .write_all(head.as_bytes())
            .expect("the head can be sent");
        stream.write_all(body).expect("the body can be sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("there is an answer");
        parsed(&answer)
    }
}

fn parsed(answer: &[u8]) -> Page {
    let text = String::from_utf8_lossy(answer).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").expect("there is a head");
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|it| it.split(' ').nth(1))
        .expect("there is a status");
    let headers: Vec<(String, String)> = lines
        .filter_map(|it| it.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Page {
        status: status.parse().expect("a number"),
        headers,
        body: body.to_owned(),
    }
}
