//! A real browser, driven as a person uses it: keys, clicks, what is drawn, what is said aloud.
//!
//! Debian's `chromium` and `chromium-driver` are asked over WebDriver, which is JSON over HTTP on
//! the loopback interface. Of its sixty commands eight are used here, and Chromium's own
//! (dark pages, narrow screens, scripts off, the accessibility tree) have to be spelt by hand with
//! any client; so the client is this file. fantoccini, the best kept of them, was tried: 22 more
//! packages, three of them needed by name, and 70 s of compiling for the same calls.
//!
//! Reading order: [`Browser`], then [`pages`] (which pages there are), [`axe`] (what axe-core finds
//! on them).

pub mod axe;
pub mod pages;
mod wire;

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use self::wire::Wire;

/// Set by `cargo xtask test` where a browser must be there: then its absence is a failure.
pub const MUST_BE_HERE: &str = "POLYLOGUE_BROWSER";
/// Said where there is no browser.
const WHAT_TO_INSTALL: &str = "nothing is drawn: install Debian's chromium and chromium-driver, \
    and run `cargo xtask test` once, which fetches axe-core with npm";
/// What a page is waited for.
pub const WAITS: Duration = Duration::from_secs(20);
/// How often is looked whether what is waited for has come.
const LOOKS_EVERY: Duration = Duration::from_millis(10);

/// The size of ordinary text that browsers come with.
pub const TEXT_PIXELS: u32 = 16;

/// A browser of its own, with nothing of anybody's in it; it ends when this is dropped.
#[derive(Debug)]
pub struct Browser {
    driver: Child,
    wire: Wire,
    session: String,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in style sheets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A key that is no letter, as WebDriver writes it.
pub mod key {
    /// Goes on to what can be used next.
    pub const TAB: char = '\u{e004}';
    /// Uses it.
    pub const ENTER: char = '\u{e007}';
    /// Held down with another.
    pub const SHIFT: char = '\u{e008}';
    /// Held down with Enter, sends a form.
    pub const CONTROL: char = '\u{e009}';
    /// Closes what is open.
    pub const ESCAPE: char = '\u{e00c}';
    /// Ticks and presses.
    pub const SPACE: char = ' ';
    /// To the left.
    pub const LEFT: char = '\u{e012}';
    /// To the right.
    pub const RIGHT: char = '\u{e014}';
    /// Down.
    pub const DOWN: char = '\u{e015}';
}

/// What to install where there is no browser on this machine; nothing where there is one.
///
/// # Panics
/// If there is none and [`MUST_BE_HERE`] says that there must be.
#[must_use]
pub fn missing() -> Option<&'static str> {
    let missing: Vec<&str> = ["chromium", "chromedriver"]
        .into_iter()
        .filter(|it| found(it).is_none())
        .collect();
    let has_axe = axe::source().is_some();
    if missing.is_empty() && has_axe {
        return None;
    }
    assert!(
        std::env::var_os(MUST_BE_HERE).is_none(),
        "{WHAT_TO_INSTALL} (missing: {missing:?}, axe-core: {has_axe})"
    );
    Some(WHAT_TO_INSTALL)
}

fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|it| it.is_file())
}

/// The port that the driver says it listens on. What it says later is read as well, or it would
/// end for want of a reader.
fn port_of(output: impl Read + Send + 'static) -> u16 {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let port = line.split("successfully on port ").nth(1);
            if let Some(port) = port.and_then(|it| it.trim_end_matches('.').parse().ok()) {
                // Only the first is waited for.
                tell.send(port).unwrap_or_default();
            }
        }
    });
    told.recv_timeout(WAITS)
        .expect("chromedriver says its port")
}

impl Browser {
    /// Starts one; its folder is made anew.
    ///
    /// # Panics
    /// If it does not start: a test cannot go on from there.
    #[must_use]
    pub fn start() -> Self {
        Self::with_text(TEXT_PIXELS)
    }

    /// Starts one whose owner set the size of ordinary text, in pixels; browsers come with 16.
    ///
    /// # Panics
    /// As [`Browser::start`].
    #[must_use]
    pub fn with_text(pixels: u32) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port_of(driver.stdout.take().expect("piped"));
        let wire = Wire { port };
        // While one page fades into the next, clicks go nowhere; people wait for it, tests do not.
        let options = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--force-color-profile=srgb", "--lang=en", "--window-size=1280,900",
                "--disable-background-networking",
                "--force-prefers-reduced-motion", "--disable-component-update", "--no-first-run",
                "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
                "--touch-events=enabled",
            ],
            "prefs": { "webkit.webprefs.default_font_size": pixels },
        });
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        }}});
        let begun = wire.ask("POST", "/session", &wanted);
        let session = begun["sessionId"].as_str().expect("a session").to_owned();
        let browser = Self {
            driver,
            wire,
            session,
        };
        browser.ask(
            "POST",
            "timeouts",
            &json!({ "script": 120_000, "pageLoad": 60_000 }),
        );
        browser
    }

    fn ask(&self, method: &str, command: &str, sent: &Value) -> Value {
        let path = format!("/session/{}/{command}", self.session);
        self.wire.ask(method, &path, sent)
    }

    /// Opens an address and waits until the page is loaded.
    pub fn go(&self, address: &str) {
        self.ask("POST", "url", &json!({ "url": address }));
    }

    /// The page as it was sent, or as scripts have made it since.
    #[must_use]
    pub fn source(&self) -> String {
        let source = self.ask("GET", "source", &Value::Null);
        source.as_str().unwrap_or_default().to_owned()
    }

    /// The address of the page.
    #[must_use]
    pub fn address(&self) -> String {
        let address = self.ask("GET", "url", &Value::Null);
        address.as_str().unwrap_or_default().to_owned()
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        let arguments = match arguments {
            Value::Array(_) => arguments,
            Value::Null => json!([]),
            other => json!([other]),
        };
        self.ask(
            "POST",
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs the body of a function whose last argument is called with what is to be given.
    pub fn run_later(&self, script: &str, arguments: Value) -> Value {
        let sent = json!({ "script": script, "args": arguments });
        self.ask("POST", "execute/async", &sent)
    }

    /// The value of an expression in the page.
    #[must_use]
    pub fn value(&self, expression: &str) -> Value {
        self.run(&format!("return {expression}"), Value::Null)
    }

    /// The value of an expression in the page, as words.
    #[must_use]
    pub fn words(&self, expression: &str) -> String {
        match self.value(expression) {
            Value::String(words) => words,
            Value::Null => String::new(),
            other => other.to_string(),
        }
    }

    /// Waits until an expression in the page is true; says how long it took.
    ///
    /// # Panics
    /// If it does not become true.
    pub fn until(&self, expression: &str) -> Duration {
        let began = Instant::now();
        let script = format!("return !!({expression})");
        loop {
            if self.run(&script, Value::Null) == Value::Bool(true) {
                return began.elapsed();
            }
            assert!(
                began.elapsed() < WAITS,
                "never came true: {expression}\non {}\n{}",
                self.address(),
                self.words("document.body.innerText.slice(0, 3000)")
            );
            std::thread::sleep(LOOKS_EVERY);
        }
    }

    /// Types: each character is a key pressed and let go, wherever the focus is.
    pub fn keys(&self, typed: &str) {
        let mut actions = Vec::new();
        for character in typed.chars() {
            actions.push(json!({ "type": "keyDown", "value": character.to_string() }));
            actions.push(json!({ "type": "keyUp", "value": character.to_string() }));
        }
        self.act(&actions);
    }

    /// Presses a key while shift is held.
    pub fn shifted(&self, pressed: char) {
        self.held(key::SHIFT, pressed);
    }

    /// Presses a key while another is held.
    pub fn held(&self, held: char, pressed: char) {
        let (held, pressed) = (held.to_string(), pressed.to_string());
        self.act(&[
            json!({ "type": "keyDown", "value": held }),
            json!({ "type": "keyDown", "value": pressed }),
            json!({ "type": "keyUp", "value": pressed }),
            json!({ "type": "keyUp", "value": held }),
        ]);
    }

    fn act(&self, actions: &[Value]) {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.ask("POST", "actions", &json!({ "actions": [keyboard] }));
    }

    /// Presses Tab until what has the focus fits a selector.
    ///
    /// # Panics
    /// If a hundred and fifty steps do not reach it.
    pub fn tab_to(&self, selector: &str) {
        let fits = "return document.activeElement?.matches(arguments[0]) ?? false";
        for _ in 0..150 {
            self.keys(&key::TAB.to_string());
            if self.run(fits, json!([selector])) == Value::Bool(true) {
                return;
            }
        }
        panic!("Tab does not lead to {selector} on {}", self.address());
    }

    /// Clicks the first of what fits a selector and can be seen, in the middle of it, as a hand
    /// does; it is scrolled into view first.
    ///
    /// # Panics
    /// If there is nothing such.
    pub fn click(&self, selector: &str) {
        let script = "const all = [...document.querySelectorAll(arguments[0])];
            const found = all.find((it) => it.checkVisibility());
            found?.scrollIntoView({ block: 'center', behavior: 'instant' });
            return found || null;";
        let element = self.run(script, json!([selector]));
        assert!(
            element.is_object(),
            "there is no {selector} on {}",
            self.address()
        );
        let actions = json!([
            { "type": "pointerMove", "origin": element, "x": 0, "y": 0, "duration": 0 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        self.ask("POST", "actions", &json!({ "actions": [mouse] }));
    }

    /// Lays a finger on the middle of the first of what fits a selector, for so long.
    ///
    /// # Panics
    /// If there is nothing such.
    pub fn touch(&self, selector: &str, holds: Duration) {
        let script = "const found = document.querySelector(arguments[0]);
            found?.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = found.getBoundingClientRect();
            return [Math.round(left + width / 2), Math.round(top + height / 2)];";
        let at = self.run(script, json!([selector]));
        let point = json!([{ "x": at[0], "y": at[1] }]);
        self.chromium(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true }),
        );
        self.chromium(
            "Input.dispatchTouchEvent",
            json!({ "type": "touchStart", "touchPoints": point }),
        );
        std::thread::sleep(holds);
        self.chromium(
            "Input.dispatchTouchEvent",
            json!({ "type": "touchEnd", "touchPoints": [] }),
        );
    }

    /// From now on the line is slow: so long before anything comes, and so many bytes a second.
    pub fn slow(&self, latency: Duration, bytes_per_second: u32) {
        self.chromium("Network.enable", json!({}));
        self.chromium(
            "Network.emulateNetworkConditions",
            json!({
                "offline": false,
                "latency": u64::try_from(latency.as_millis()).unwrap_or(u64::MAX),
                "downloadThroughput": bytes_per_second,
                "uploadThroughput": bytes_per_second,
            }),
        );
    }

    /// From now on addresses that fit one of these patterns never come.
    pub fn without(&self, patterns: &[&str]) {
        self.chromium("Network.enable", json!({}));
        self.chromium("Network.setBlockedURLs", json!({ "urls": patterns }));
    }

    /// Shows pages to somebody who asked for little motion, or did not.
    pub fn motion(&self, preference: &str) {
        let feature = json!({ "name": "prefers-reduced-motion", "value": preference });
        self.chromium(
            "Emulation.setEmulatedMedia",
            json!({ "features": [feature] }),
        );
    }

    /// One of Chromium's own commands.
    pub fn chromium(&self, command: &str, parameters: Value) -> Value {
        let sent = json!({ "cmd": command, "params": parameters });
        self.ask("POST", "goog/cdp/execute", &sent)
    }

    /// Shows pages in light or dark.
    pub fn scheme(&self, scheme: Scheme) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme.name() });
        self.chromium(
            "Emulation.setEmulatedMedia",
            json!({ "features": [feature] }),
        );
    }

    /// Shows pages on a screen so many pixels wide.
    pub fn width(&self, width: u32) {
        let height = if width < 800 { 844 } else { 900 };
        self.chromium(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }

    /// Asks for pages in a language, from the next page on.
    pub fn language(&self, tag: &str) {
        let agent = self.value("navigator.userAgent");
        self.chromium(
            "Emulation.setUserAgentOverride",
            json!({ "userAgent": agent, "acceptLanguage": tag }),
        );
    }

    /// Lets pages run scripts or not, from the next page on.
    pub fn without_scripts(&self) {
        self.chromium(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
    }

    /// A picture of the whole page as PNG, at most so high.
    #[must_use]
    pub fn picture(&self, width: u32, height_max: u32) -> Vec<u8> {
        let height = self.value("document.documentElement.scrollHeight").as_u64();
        let height = height.unwrap_or(900).min(u64::from(height_max));
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let taken = self.chromium(
            "Page.captureScreenshot",
            json!({ "format": "png", "clip": clip, "captureBeyondViewport": true }),
        );
        let text = taken["data"].as_str().unwrap_or_default();
        wire::decoded(text)
    }

    /// The page as it is printed, on the paper its styles ask for: a PDF.
    #[must_use]
    pub fn printed(&self) -> Vec<u8> {
        let made = self.chromium(
            "Page.printToPDF",
            json!({ "preferCSSPageSize": true, "displayHeaderFooter": false }),
        );
        wire::decoded(made["data"].as_str().unwrap_or_default())
    }

    /// What the browser complained of since it was last asked: refused requests and scripts.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        let log = self.ask("POST", "se/log", &json!({ "type": "browser" }));
        let entries = log.as_array().cloned().unwrap_or_default();
        let grave = entries.iter().filter(|it| it["level"] == "SEVERE");
        grave
            .map(|it| it["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The accessibility tree of the page: each node that is not ignored, in order, with its role,
    /// its name and its properties.
    #[must_use]
    pub fn tree(&self) -> Vec<Spoken> {
        let tree = self.chromium("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        nodes
            .iter()
            .filter(|it| it["ignored"] != Value::Bool(true))
            .map(Spoken::of)
            .collect()
    }

    /// Opens another window and goes on in it; gives the one before.
    pub fn another_window(&self) -> String {
        let before = self.ask("GET", "window", &Value::Null);
        let made = self.ask("POST", "window/new", &json!({ "type": "tab" }));
        self.ask("POST", "window", &json!({ "handle": made["handle"] }));
        before.as_str().unwrap_or_default().to_owned()
    }

    /// Goes on in a window that was opened before.
    pub fn window(&self, handle: &str) {
        self.ask("POST", "window", &json!({ "handle": handle }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser goes with its session, the driver is our own child.
        let path = format!("/session/{}", self.session);
        self.wire.try_ask("DELETE", &path, &Value::Null);
        self.driver.kill().unwrap_or_default();
        self.driver.wait().map(drop).unwrap_or_default();
    }
}

/// One node of the accessibility tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its role, as `heading`.
    pub role: String,
    /// Its name, as it is read out.
    pub name: String,
    /// Its properties, as `level`.
    pub properties: Vec<(String, Value)>,
}

impl Spoken {
    fn of(node: &Value) -> Self {
        let text = |field: &str| node[field]["value"].as_str().unwrap_or_default().to_owned();
        let properties = node["properties"].as_array().cloned().unwrap_or_default();
        Self {
            role: text("role"),
            name: text("name"),
            properties: properties
                .iter()
                .map(|it| {
                    let name = it["name"].as_str().unwrap_or_default().to_owned();
                    (name, it["value"]["value"].clone())
                })
                .collect(),
        }
    }

    /// A property, if it has it.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Value> {
        let found = self.properties.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value)
    }
}

/// The folder that what is built goes into, where this program was built.
#[must_use]
pub fn target() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}
