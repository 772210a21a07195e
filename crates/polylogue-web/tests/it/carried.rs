//! Carried copies read from a page, and the machines of one person.

use polylogue_node::Lacking;

use crate::browser::{Browser, Page};

/// A commons of one's own; its path.
fn founded(browser: &Browser) -> String {
    let form = [("title", "River talks"), ("name", "Ada")];
    let (home, _) = browser.act("/found", &form);
    home.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The only commons of a home, as a file.
fn copy(browser: &Browser) -> Vec<u8> {
    let commons = browser.node.find_commons(None).expect("there is one");
    let mut bytes = Vec::new();
    let written = browser
        .node
        .write_bundle(&commons, &mut bytes, &Lacking::Nothing);
    written.expect("it can be read");
    bytes
}

/// Sends a copy that must be taken, and follows where it leads.
fn read(browser: &Browser, path: &str, bytes: &[u8]) -> Page {
    let done = browser.post_file(path, "copy", bytes).expect(303);
    let location = done.header("location").to_owned();
    let path = location.split('#').next().unwrap_or_default();
    browser.get(path).expect(200)
}

/// The content of the element with this id.
fn inside(page: &str, id: &str) -> String {
    let from = page
        .split(&format!(" id=\"{id}\""))
        .nth(1)
        .unwrap_or_default();
    let from = from.split_once('>').map_or("", |(_, it)| it);
    from.split('<').next().unwrap_or_default().trim().to_owned()
}

#[test]
fn a_carried_copy_is_read_from_a_page_and_reading_it_twice_changes_nothing() {
    let (there, here) = (Browser::new(), Browser::new());
    let home = founded(&there);
    let first = read(&here, "/join/copy", &copy(&there));
    assert!(first.body.contains("pieces were read"), "{}", first.body);
    assert!(here.get(&home).expect(200).body.contains("River talks"));
    let form = [("title", "A dialogue that came later"), ("state", "open")];
    there.act(&format!("{home}/dialogues/begin"), &form);
    let path = format!("{home}/carried-copy/read");
    let later = copy(&there);
    let second = read(&here, &path, &later);
    assert!(
        second.body.contains("1 of them new here"),
        "{}",
        second.body
    );
    let third = read(&here, &path, &later);
    assert!(third.body.contains("0 of them new here"), "{}", third.body);
    let dialogues = here.get(&format!("{home}/dialogues")).expect(200);
    assert!(dialogues.body.contains("A dialogue that came later"));
}

#[test]
fn what_is_no_carried_copy_is_refused_in_a_sentence() {
    let browser = Browser::new();
    let home = founded(&browser);
    let path = format!("{home}/carried-copy/read");
    for bytes in [&b"\x00\x01not a copy"[..], &b"p"[..]] {
        let page = browser.post_file(&path, "copy", bytes).expect(422);
        assert!(page.body.contains("role=\"alert\""), "{}", page.body);
    }
    for (name, bytes) in [("copy", &b""[..]), ("other", &b"x"[..])] {
        let page = browser.post_file(&path, name, bytes).expect(422);
        assert!(
            page.body.contains("Choose the file of a carried copy."),
            "{}",
            page.body
        );
    }
    let mut damaged = copy(&browser);
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let page = browser.post_file("/join/copy", "copy", &damaged);
    assert!(matches!(page.status, 303 | 422), "{}", page.body);
    let long = vec![b'x'; polylogue_web::server::COPY_BYTES_MAX + 1];
    let page = browser.post_file(&path, "copy", &long).expect(413);
    assert!(page.body.contains("polylogue bundle read"), "{}", page.body);
}

#[test]
fn a_machine_agrees_is_added_and_is_ended() {
    let (first, second) = (Browser::new(), Browser::new());
    let home = founded(&first);
    read(&second, "/join/copy", &copy(&first));
    let devices = format!("{home}/devices");
    let page = first.get(&devices).expect(200).body;
    assert!(
        page.contains("Your first machine") && page.contains("(this one)"),
        "{page}"
    );
    let key = first
        .node
        .me(&first.node.find_commons(None).expect("one"))
        .expect("a key");
    let agree = format!("{devices}/agree");
    let refused = second.post(&agree, &[("root", "ada")]).expect(422);
    assert!(
        refused.body.contains("This is no whole key"),
        "{}",
        refused.body
    );
    let (_, agreed) = second.act(&agree, &[("root", &key.to_string())]);
    let line = inside(&agreed.body, "agreed-line");
    assert!(line.len() == 64 + 1 + 128, "{line}");
    let add = format!("{devices}/add");
    let wrong = line.replace('.', ".0").replacen('0', "1", 1);
    for bad in ["", "a line", &line[..80], &wrong] {
        let page = first.post(&add, &[("line", bad)]).expect(422);
        assert!(page.body.contains("role=\"alert\""), "{bad}: {}", page.body);
    }
    let (_, added) = first.act(&add, &[("line", &line), ("name", "Laptop")]);
    assert!(added.body.contains("Laptop") && added.body.contains("speaks for you"));
    read(&second, &format!("{home}/carried-copy/read"), &copy(&first));
    let there = second.get(&devices).expect(200).body;
    assert!(
        there.contains("Only your first machine adds others"),
        "{there}"
    );
    let ended = first.post(&format!("{devices}/0123456789ab/end"), &[]);
    assert_eq!(ended.status, 404, "{}", ended.body);
    let (_, page) = first.act(
        &format!("{devices}/{}/end", &line[..12]),
        &[("reason", "Sold.")],
    );
    assert!(
        page.body.contains("Laptop") && page.body.contains("ended"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("End this machine"), "{}", page.body);
}
