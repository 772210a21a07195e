//! A page of another origin, and one of another port of this machine, open in the same browser:
//! neither reads nor writes.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

use polylogue_testkit::browser::Browser;
use serde_json::json;

use crate::place::{Peer, is_here, turn};

/// Serves one empty page to everybody, for as long as the tests run.
///
/// Each connection has its own thread: a browser opens some ahead of need and says nothing on
/// them, and whoever waited for those words would answer nobody else.
fn stranger() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            std::thread::spawn(move || serve(&stream));
        }
    });
    port
}

/// Reads what is asked for and answers with the page.
fn serve(stream: &TcpStream) {
    let mut lines = BufReader::new(stream).lines();
    while lines
        .next()
        .is_some_and(|it| it.is_ok_and(|it| !it.is_empty()))
    {}
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n\
                <!doctype html><title>Elsewhere</title><body>Elsewhere</body>";
    (&*stream).write_all(page.as_bytes()).unwrap_or_default();
}

/// Every way a page has of reaching another; gives what it could read.
const TRIES: &str = "
    const [home, said] = [arguments[0], arguments[arguments.length - 1]];
    const read = [];
    const tell = (how, what) => { if (what) read.push(how + ': ' + String(what).slice(0, 80)); };
    const post = (extra) => fetch(home + '/questions/add', { method: 'POST', body: 'text=Stolen',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      credentials: 'include', ...extra });
    const load = (tag, source) => new Promise((done) => {
      const it = document.createElement(tag);
      it.onload = () => done(tag === 'iframe' ? frameWords(it) : 'loaded');
      it.onerror = () => done('');
      setTimeout(() => done(''), 1500);
      it.src = source;
      document.body.append(it);
    });
    const frameWords = (frame) => {
      try { return frame.contentDocument?.body?.innerText || ''; } catch { return ''; }
    };
    const quietly = (promise) => promise.catch(() => '');
    (async () => {
      for (const mode of ['cors', 'no-cors', 'same-origin'])
        for (const path of ['', '/log', '/live', '/record'])
          tell('fetch ' + mode + path, await quietly(
            fetch(home + path, { mode, credentials: 'include', signal: AbortSignal.timeout(1500) })
              .then((it) => it.text())));
      tell('post', await quietly(post({}).then((it) => it.text())));
      tell('post no-cors', await quietly(post({ mode: 'no-cors' }).then((it) => it.text())));
      tell('beacon', navigator.sendBeacon(home + '/questions/add',
        new URLSearchParams({ text: 'Stolen' })) && '');
      tell('script', await load('script', home));
      tell('img', await load('img', home));
      tell('icon', await load('img', new URL('/assets/icon.svg', home)));
      tell('iframe', await load('iframe', home));
      const stream = new EventSource(home + '/live', { withCredentials: true });
      stream.onmessage = (event) => tell('stream', event.data);
      await new Promise((done) => setTimeout(done, 800));
      stream.close();
      const opened = window.open(home);
      await new Promise((done) => setTimeout(done, 800));
      try { tell('window', opened?.document?.body?.innerText); } catch { }
      const form = document.createElement('form');
      form.method = 'post';
      form.action = home + '/questions/add';
      form.target = 'away';
      form.innerHTML = '<input name=text value=Stolen>';
      const away = document.createElement('iframe');
      away.name = 'away';
      document.body.append(away, form);
      form.submit();
      await new Promise((done) => setTimeout(done, 800));
      said(read);
    })();";

#[test]
fn a_hostile_page_in_the_same_browser_neither_reads_nor_writes() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, _) = Peer::with_dialogue();
    peer.enter(&browser);
    let home = peer.page("");
    browser.go(&home);
    let port = stranger();
    for stranger in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://evil.localhost:{port}/"),
    ] {
        browser.go(&stranger);
        assert_eq!(browser.words("document.title"), "Elsewhere");
        for target in [home.clone(), home.replace("127.0.0.1", "localhost")] {
            let read = browser.run_later(TRIES, json!([target]));
            assert_eq!(read, json!([]), "{stranger} could read {target}");
        }
        assert_eq!(
            peer.done(&["question", "list", "--json"]),
            "[]",
            "{stranger} wrote"
        );
    }
    // The owner's own page still can.
    browser.go(&peer.page("/questions"));
    browser.click("form[action$='/questions/add'] [name=text]");
    browser.keys("Whose water?");
    browser.click("form[action$='/questions/add'] button[type=submit]");
    browser.until("document.body.innerText.includes('Whose water?')");
}

#[test]
fn a_form_opened_by_a_hostile_page_in_the_whole_window_is_refused() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let (peer, _) = Peer::with_dialogue();
    peer.enter(&browser);
    let home = peer.page("");
    browser.go(&format!("http://127.0.0.1:{}/", stranger()));
    let script = "
        const form = document.createElement('form');
        form.method = 'post';
        form.action = arguments[0] + '/questions/add';
        form.innerHTML = '<input name=text value=Stolen>';
        document.body.append(form);
        form.submit();";
    browser.run(script, json!([home]));
    browser.until("document.title !== 'Elsewhere' && document.querySelector('main')");
    assert_eq!(peer.done(&["question", "list", "--json"]), "[]");
}
