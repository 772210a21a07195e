//! WebDriver's wire: one command, one connection, one answer.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// A command that takes longer than this will not come back.
const ANSWERS_WITHIN: Duration = Duration::from_secs(180);

/// Where the driver listens.
#[derive(Debug)]
pub(super) struct Wire {
    pub(super) port: u16,
}

impl Wire {
    /// Sends a command and gives the value it answers with.
    ///
    /// # Panics
    /// If the driver says that it went wrong, with its words.
    pub(super) fn ask(&self, method: &str, path: &str, sent: &Value) -> Value {
        let answer = self
            .try_ask(method, path, sent)
            .unwrap_or_else(|| panic!("the driver does not answer {method} {path}"));
        let value = answer["value"].clone();
        if let Some(error) = value["error"].as_str() {
            let message = value["message"].as_str().unwrap_or_default();
            panic!("{method} {path}: {error}: {message}\n{sent}");
        }
        value
    }

    /// Sends a command and gives the whole answer, if there is one.
    pub(super) fn try_ask(&self, method: &str, path: &str, sent: &Value) -> Option<Value> {
        let body = match (method, sent) {
            ("POST", Value::Null) => json!({}).to_string(),
            (_, Value::Null) => String::new(),
            (_, sent) => sent.to_string(),
        };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_nodelay(true).ok()?;
        stream.set_read_timeout(Some(ANSWERS_WITHIN)).ok()?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        let mut line = String::new();
        while answer.read_line(&mut line).ok()? > 2 {
            let (name, value) = line.split_once(':').unwrap_or_default();
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().ok()?;
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body).ok()?;
        serde_json::from_slice(&body).ok()
    }
}

/// The bytes of a text in Base64; what is no letter of it is passed over.
pub(super) fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(six)) & 0xff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count).to_le_bytes()[0]);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn base64_is_read_with_and_without_its_filling() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8", "fo"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(decoded(text), bytes.as_bytes());
        }
    }
}
