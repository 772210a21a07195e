//! Bytes that claim to be a page of a wiki or an XML export of one: none make the readers panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polylogue_formats::mediawiki::{self, Corpus, Options, Page, xml};

/// Pages of one export that are looked at.
const PAGES_MAX: usize = 64;

fuzz_target!(|bytes: &[u8]| {
    let page = Page::new("Talk:Bread", bytes);
    let corpus = Corpus::from_surveys([mediawiki::survey(&page)]);
    drop(mediawiki::read_page(&page, &corpus, &Options::default()));
    let mut pages = xml::Pages::new(bytes);
    for _ in 0..PAGES_MAX {
        match pages.next_page() {
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => break,
        }
    }
});
