//! How much a page may weigh.

use polylogue_testkit::browser::{Browser, pages};
use serde_json::{Value, json};

use crate::place::{Peer, is_here, turn};

/// A page of the sample with its styles, script and icon, compressed.
const PAGE_BYTES_MAX: u64 = 60 * 1024;

/// What a page weighs with everything it fetches, each part compressed by itself.
const WEIGHS: &str = "
    const said = arguments[arguments.length - 1];
    const parts = [...document.querySelectorAll('link[href], script[src], img[src]')]
      .map((it) => it.href || it.src);
    const weigh = async (address) => {
      const answer = await fetch(address);
      const packed = answer.body.pipeThrough(new CompressionStream('gzip'));
      return (await new Response(packed).arrayBuffer()).byteLength;
    };
    Promise.all([location.href, ...parts].map(weigh))
      .then((sizes) => said(sizes.reduce((sum, it) => sum + it, 0)), () => said(-1));";

#[test]
fn every_page_of_the_sample_is_light() {
    if !is_here() {
        return;
    }
    let _turn = turn();
    let browser = Browser::start();
    let peer = Peer::with_sample();
    peer.enter(&browser);
    let path = peer.page("").replace(&peer.base, "");
    let mut weights = Vec::new();
    for (_, path) in pages::found(&browser, &["/".to_owned(), path], 2) {
        browser.go(&format!("{}{path}", peer.base));
        let weight = browser.run_later(WEIGHS, json!([]));
        weights.push((weight.as_u64().expect("it can be weighed"), path));
    }
    weights.sort();
    for (weight, path) in weights.iter().rev().take(5) {
        println!("{weight} bytes compressed: {path}");
    }
    let (heaviest, path) = weights.last().expect("there are pages");
    assert!(*heaviest <= PAGE_BYTES_MAX, "{path}: {heaviest} bytes");
    assert_eq!(
        browser.value("document.querySelectorAll('script').length"),
        Value::from(1)
    );
}
