//! What a form sends: its fields, or one file beside them.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use tokio::time::timeout;

/// What may be sent: more is read to its end, so that the browser shows why it is refused.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    /// Bytes that are taken.
    pub(super) kept: usize,
    /// Bytes that are read at most; behind them the connection is cut.
    pub(super) read: usize,
    /// How long the sender may take.
    pub(super) time: Duration,
}

/// The bytes of a body; none if there are more than are taken, or the sender stopped halfway or
/// took too long.
pub(super) async fn read(body: Body, bound: Bound) -> Option<Vec<u8>> {
    timeout(bound.time, read_whole(body, bound)).await.ok()?
}

async fn read_whole(mut body: Body, bound: Bound) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    let mut seen = 0;
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(bytes) = frame.ok()?.into_data() else {
            continue;
        };
        seen += bytes.len();
        if seen > bound.read {
            return None;
        }
        if seen > bound.kept {
            kept = Vec::new();
        } else {
            kept.extend_from_slice(&bytes);
        }
    }
    (seen <= bound.kept).then_some(kept)
}

/// The file under a name in a body of this media type (`multipart/form-data`, RFC 7578); none if
/// it is of another type, holds no such file, or ends halfway.
pub(super) fn file(media_type: &str, bytes: Vec<u8>, name: &str) -> Option<Bytes> {
    let parameters = media_type.strip_prefix("multipart/form-data")?;
    let boundary = parameters
        .split(';')
        .find_map(|it| it.trim().strip_prefix("boundary="))?;
    let boundary = format!("--{}", boundary.trim_matches('"'));
    let ending = format!("\r\n{boundary}");
    let bytes = Bytes::from(bytes);
    let mut rest = bytes.slice(find(&bytes, boundary.as_bytes())? + boundary.len()..);
    loop {
        let head = find(&rest, b"\r\n\r\n")?;
        let is_wanted = is_named(&rest[..head], name);
        let part = rest.slice(head + 4..);
        let end = find(&part, ending.as_bytes())?;
        if is_wanted {
            return Some(part.slice(..end));
        }
        rest = part.slice(end + ending.len()..);
    }
}

/// Whether the head of a part says that it is the file of this name.
fn is_named(head: &[u8], name: &str) -> bool {
    let head = String::from_utf8_lossy(head);
    let is_disposition = |it: &&str| it.to_ascii_lowercase().starts_with("content-disposition:");
    let disposition = head.lines().find(is_disposition).unwrap_or_default();
    let has = |wanted: &str| disposition.split(';').any(|it| it.trim() == wanted);
    has(&format!("name=\"{name}\"")) && disposition.contains("filename")
}

/// Where some bytes first stand in others.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|it| it == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=\"xyz\"";

    fn body(content: &[u8]) -> Vec<u8> {
        let mut body =
            b"--xyz\r\nContent-Disposition: form-data; name=\"back\"\r\n\r\nhere\r\n".to_vec();
        body.extend_from_slice(
            b"--xyz\r\ncontent-disposition: form-data; name=\"copy\"; filename=\"a.b\"\r\n\
              Content-Type: application/octet-stream\r\n\r\n",
        );
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--xyz--\r\n");
        body
    }

    #[test]
    fn a_file_is_found_among_the_fields_byte_for_byte() {
        for content in [&b"\0\xff\r\n--xy\r\n\r\n"[..], b"", b"\r\n\r\n"] {
            let found = file(TYPE, body(content), "copy");
            assert_eq!(found.as_deref(), Some(content));
        }
    }

    #[test]
    fn what_is_no_file_or_ends_halfway_is_none() {
        let whole = body(b"content");
        assert_eq!(file(TYPE, whole.clone(), "other"), None);
        assert_eq!(
            file(TYPE, whole.clone(), "back"),
            None,
            "a field is no file"
        );
        assert_eq!(file("text/plain", whole.clone(), "copy"), None);
        assert_eq!(file("multipart/form-data", whole.clone(), "copy"), None);
        for end in 0..whole.len() - 4 {
            let cut = whole[..end].to_vec();
            let found = file(TYPE, cut, "copy");
            assert!(found.is_none_or(|it| &it[..] == b"content"), "{end}");
        }
    }
}
