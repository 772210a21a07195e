//! What every request must pass, and what every answer carries.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST,
    HeaderName, HeaderValue, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::App;
use super::door::{ENTRY, Entering};
use crate::assets;
use crate::page::trouble::Wrong;
use crate::words::Words;

/// Nothing but our own styles, script and pictures, and requests and forms to ourselves. The
/// script makes no markup from text: no policy for trusted types exists, and none may be made.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Lets a request through to its route, or answers it here; adds what every answer carries.
pub(super) async fn guard(app: Arc<App>, request: Request, next: Next) -> Response {
    let mut response = match stopped(&app, &request) {
        Some(response) => response,
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    let always = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Pages of ours tell other sites nothing; the origin of our own forms is needed.
        (REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (HeaderName::from_static("x-frame-options"), "DENY"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

fn stopped(app: &App, request: &Request) -> Option<Response> {
    let (headers, path) = (request.headers(), request.uri().path());
    let words = app.words_for(accepted_languages(headers));
    let Some(host) = allowed_host(app, headers) else {
        return Some(app.wrong(words, StatusCode::MISDIRECTED_REQUEST, &Wrong::UnknownHost));
    };
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_reading && !is_own_form(headers, &host) {
        return Some(app.wrong(words, StatusCode::FORBIDDEN, &Wrong::ForeignOrigin));
    }
    if let Some(asset) = assets::ALL
        .iter()
        .find(|it| path == format!("/assets/{}", it.name))
    {
        let kept = "public, max-age=31536000, immutable";
        let media_type = [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, kept)];
        return Some((media_type, (asset.content)()).into_response());
    }
    let cookies: Vec<&str> = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|it| it.to_str().ok())
        .collect();
    let is_known = app.door.knows(&cookies.join("; "));
    if let Some(rest) = path.strip_prefix(ENTRY) {
        return Some(entering((app, words), rest, is_known));
    }
    let target = request.uri().path_and_query().map_or("/", |it| it.as_str());
    let asked = if is_reading { here(target) } else { here("") };
    (!is_known).then(|| app.wrong(words, StatusCode::UNAUTHORIZED, &Wrong::NotLetIn(asked)))
}

/// The languages a browser asks for; empty if it asks for none.
pub(super) fn accepted_languages(headers: &HeaderMap) -> &str {
    let header = headers.get(ACCEPT_LANGUAGE);
    header.and_then(|it| it.to_str().ok()).unwrap_or_default()
}

/// A path on this very host: two slashes at the beginning, either way round, would name another.
fn here(path: &str) -> String {
    format!("/{}", path.trim_start_matches(['/', '\\']))
}

/// Comes by a way in: `/enter/KEY` or `/enter/KEY/path`, and goes on to the clean path.
fn entering((app, words): (&App, &Words), rest: &str, is_known: bool) -> Response {
    let (key, path) = rest.split_once('/').unwrap_or((rest, ""));
    let onward = here(path);
    let Ok(location) = HeaderValue::from_str(&onward) else {
        return app.wrong(words, StatusCode::NOT_FOUND, &Wrong::NotFound);
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(LOCATION, location);
    if is_known {
        return response;
    }
    match app.door.enter(key) {
        Entering::Welcome(cookie) => match HeaderValue::from_str(&cookie) {
            Ok(cookie) => {
                response.headers_mut().insert(SET_COOKIE, cookie);
                response
            }
            Err(_) => app.wrong(words, StatusCode::FORBIDDEN, &Wrong::EntryUsed),
        },
        Entering::Used => app.wrong(words, StatusCode::FORBIDDEN, &Wrong::EntryUsed),
    }
}

/// The host a request names, if it is this machine's own name for us: any other is a page that
/// had its name point here.
fn allowed_host(app: &App, headers: &HeaderMap) -> Option<String> {
    let host = headers.get(HOST)?.to_str().ok()?.to_ascii_lowercase();
    let port = app.port();
    let names = ["127.0.0.1", "localhost", "[::1]"];
    names
        .iter()
        .any(|name| host == format!("{name}:{port}"))
        .then_some(host)
}

/// Whether a form was sent by a page of ours. Browsers say so in one of two headers that pages
/// cannot set; programs that send neither have no cookie but one they were given.
fn is_own_form(headers: &HeaderMap, host: &str) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|it| it.to_str().ok());
    let site = text(&HeaderName::from_static("sec-fetch-site"));
    let is_own_site = matches!(site, Some("same-origin"));
    match text(&ORIGIN) {
        Some("null") => is_own_site,
        Some(origin) => {
            origin.eq_ignore_ascii_case(&format!("http://{host}"))
                && (site.is_none() || is_own_site)
        }
        None => site.is_none() || is_own_site,
    }
}
