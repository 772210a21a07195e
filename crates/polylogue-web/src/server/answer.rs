//! Answering one request: the page, the redirect, or the page that says what went wrong.

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue, LOCATION};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use polylogue_core::id::OperationId;
use polylogue_node::Node;
use polylogue_node::refusal::Refusal;

use super::door::Door;
use super::kept_answers::{KeptAnswers, Seal};
use crate::acts::Outcome;
use crate::asked::{Asked, Lasting, Sent, refusal_in_words};
use crate::context::{AtWork, Context, PeersLine, Refused};
use crate::form::Form;
use crate::page::frame::frame;
use crate::page::trouble::{self, Wrong};
use crate::routes::{self, Answer, Name, Route};
use crate::trouble::Trouble;
use crate::words::{Languages, Tongue, Words};

/// What pages of a commons depend on beside their address and their reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    pub(super) version: u64,
    pub(super) reach: PeersLine,
    pub(super) present: Vec<AtWork>,
}

/// The server's state.
#[derive(Debug)]
pub(crate) struct App {
    node: Node,
    lasting: Lasting,
    kept: KeptAnswers,
    languages: Languages,
    pub(crate) door: Door,
    port: u16,
}

impl App {
    pub(crate) fn new(node: Node, door: Door, is_trial: bool, port: u16) -> Self {
        let lasting = Lasting::of_home(is_trial);
        // Settings that cannot be read are told of where they are changed.
        if let Ok(settings) = node.settings() {
            lasting.choose(settings.language.as_deref().and_then(Tongue::of_tag));
        }
        Self {
            node,
            lasting,
            kept: KeptAnswers::default(),
            languages: Languages::default(),
            door,
            port,
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(super) fn node(&self) -> &Node {
        &self.node
    }

    /// The commons that a beginning of an id stands for.
    pub(super) fn commons_of(&self, prefix: &str) -> Option<OperationId> {
        let sent = Sent {
            commons: prefix.to_owned(),
            ..Sent::default()
        };
        self.asked(sent).commons().ok()
    }

    /// The version of what pages of a commons show, the line about peers at their foot, and who is
    /// writing.
    pub(super) fn state_of(&self, commons: &OperationId) -> Option<State> {
        let sent = Sent {
            commons: commons.to_string(),
            ..Sent::default()
        };
        let asked = self.asked(sent);
        let here = asked.here().ok()?;
        Some(State {
            version: here.version,
            reach: here.reach,
            present: here.present.clone(),
        })
    }

    /// Answers a request to a route.
    pub(crate) fn answer(&self, route: &'static Route, sent: Sent) -> Response {
        let asked = self.asked(sent.clone());
        match route.answer {
            Answer::Page(_) => match self.page(route, &asked, &sent.target) {
                Ok(content) => html_of(StatusCode::OK, content),
                Err(fault) => self.troubled(&asked, &fault),
            },
            Answer::File(act) | Answer::Elsewhere(act) => match act(&asked) {
                Ok(outcome) => outcome_of(outcome),
                Err(fault) => self.troubled(&asked, &fault),
            },
            // The stream never comes here: it holds no thread.
            Answer::Changes => self.troubled(&asked, &Trouble::NotFound),
            Answer::Act(act, shown_on) => match act(&asked) {
                Ok(outcome) => outcome_of(outcome),
                Err(Trouble::NotFound) => self.troubled(&asked, &Trouble::NotFound),
                Err(fault) => self.refused(route.name, shown_on, sent, &fault),
            },
        }
    }

    /// A page as it is sent: made now, or kept from before if nothing it shows has changed.
    fn page(
        &self,
        route: &'static Route,
        asked: &Asked<'_>,
        target: &str,
    ) -> Result<Bytes, Trouble> {
        let seal = Seal::of(route, asked)?;
        let kept = seal.as_ref().and_then(|it| self.kept.find(target, it));
        if let Some(content) = kept {
            return Ok(content);
        }
        let Answer::Page(page) = route.answer else {
            return Err(Trouble::NotFound);
        };
        let shown = page(asked)?;
        let content = Bytes::from(frame(&asked.context()?, &shown).0);
        if let Some(seal) = seal {
            self.kept.keep(target, seal, &content);
        }
        Ok(content)
    }

    /// The words for a reader: in the language they chose, else in one their browser asks for.
    pub(crate) fn words_for(&self, accepts: &str) -> &Words {
        let chosen = self.lasting.chosen();
        let tongue = chosen.or_else(|| Tongue::asked_for(accepts));
        self.languages.of(tongue.unwrap_or(Tongue::English))
    }

    /// A page outside any commons that says what went wrong.
    pub(crate) fn wrong(&self, words: &Words, status: StatusCode, wrong: &Wrong) -> Response {
        let query = Form::default();
        let c = Context {
            words,
            kept: &self.lasting.kept,
            is_trial: self.lasting.is_trial,
            now: 0,
            query: &query,
            refused: None,
            copy: None,
            drafts: Vec::new(),
            here: None,
        };
        html(status, frame(&c, &trouble::page(&c, wrong)))
    }

    fn asked(&self, sent: Sent) -> Asked<'_> {
        let words = self.words_for(&sent.accepts);
        Asked::new(&self.node, (words, &self.lasting), now(), sent)
    }

    /// The page that holds the refused form, with what was written.
    fn refused(&self, form: Name, shown_on: Name, sent: Sent, fault: &Trouble) -> Response {
        let (sentence, hint) = sentence(self.words_for(&sent.accepts), fault);
        let written = sent.form.clone();
        let mut asked = self.asked(sent);
        asked.refused = Some(Refused {
            form,
            written,
            sentence,
            hint,
        });
        let Answer::Page(page) = routes::of(shown_on).answer else {
            return self.troubled(&asked, fault);
        };
        let status = match fault {
            Trouble::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Trouble::Refused(refusal) if refusal.is_failure() => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        match page(&asked).and_then(|shown| Ok(frame(&asked.context()?, &shown))) {
            Ok(markup) => html(status, markup),
            Err(_) => self.troubled(&asked, fault),
        }
    }

    /// A page that says what went wrong, in the commons it went wrong in.
    fn troubled(&self, asked: &Asked<'_>, fault: &Trouble) -> Response {
        let (status, wrong) = match fault {
            Trouble::NotFound => (StatusCode::NOT_FOUND, Wrong::NotFound),
            Trouble::Refused(Refusal::Ambiguous { .. }) => {
                (StatusCode::NOT_FOUND, Wrong::Ambiguous)
            }
            Trouble::Refused(refusal) if refusal.is_not_found() => {
                (StatusCode::NOT_FOUND, Wrong::NotFound)
            }
            Trouble::Store(_) => (
                StatusCode::INTERNAL_SERVER_ERROR,
                failure(asked.words, fault),
            ),
            Trouble::Refused(refusal) if refusal.is_failure() => (
                StatusCode::INTERNAL_SERVER_ERROR,
                failure(asked.words, fault),
            ),
            Trouble::Unclear(_) | Trouble::Refused(_) => {
                let (sentence, hint) = sentence(asked.words, fault);
                (
                    StatusCode::UNPROCESSABLE_ENTITY,
                    Wrong::Refused(sentence, hint),
                )
            }
        };
        let c = asked.context().unwrap_or_else(|_| asked.context_in(None));
        html(status, frame(&c, &trouble::page(&c, &wrong)))
    }
}

fn failure(words: &Words, fault: &Trouble) -> Wrong {
    let (sentence, hint) = sentence(words, fault);
    Wrong::Failure(sentence, hint)
}

/// What went wrong, in a sentence, and what to do.
fn sentence(words: &Words, fault: &Trouble) -> (String, String) {
    match fault {
        Trouble::NotFound => (
            words.say("wrong-not-found", &[]),
            words.say("wrong-not-found-about", &[]),
        ),
        Trouble::Unclear(key) => (words.say(key, &[]), String::new()),
        Trouble::Refused(refusal) => refusal_in_words(words, refusal),
        Trouble::Store(fault) => (fault.to_string(), words.say("wrong-failure-about", &[])),
    }
}

fn html(status: StatusCode, markup: Markup) -> Response {
    html_of(status, Bytes::from(markup.0))
}

fn html_of(status: StatusCode, content: Bytes) -> Response {
    let media_type = [(CONTENT_TYPE, "text/html; charset=utf-8")];
    (status, media_type, content).into_response()
}

fn outcome_of(outcome: Outcome) -> Response {
    match outcome {
        Outcome::See(link) => see(&link.to_string()),
        Outcome::File(name, bytes) => {
            let mut response = Response::new(Body::from(bytes));
            let headers = response.headers_mut();
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_static("application/octet-stream"),
            );
            if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
                headers.insert(CONTENT_DISPOSITION, value);
            }
            response
        }
    }
}

fn see(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}

fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |it| it.as_secs())
}
