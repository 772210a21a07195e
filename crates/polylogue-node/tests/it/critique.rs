//! Comments and what becomes of them, votes on wordings, dissent, and what is left out.

use polylogue_core::id::OperationId;
use polylogue_core::kind::{Admission, Choice, Disposed, DissentForm, Scope, Signs};
use polylogue_node::intent::{Intent, NewLine, Worded};
use polylogue_node::{Node, Refusal};
use polylogue_store::Reader;
use polylogue_store::query::{Anchored, CommentOn, CommentState, Page, Shown};
use tempfile::TempDir;

use super::{carry, founded, open};

/// A document of three lines in a commons of Ada's.
struct Desk {
    ada: Node,
    commons: OperationId,
    document: OperationId,
    lines: Vec<OperationId>,
    _home: TempDir,
}

fn line(words: &str) -> NewLine {
    NewLine {
        text: words.into(),
        traces: Vec::new(),
        clause: None,
    }
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let ada = open(home.path());
        let commons = founded(&ada, Admission::Invitation);
        let begin = Intent::BeginDocument {
            title: "In short".into(),
            lines: vec![
                line("# The river"),
                line("The **weir** took all the eels."),
                line("We meet in May."),
            ],
        };
        let done = ada.perform(&commons, begin).expect("begun");
        let document = done.operations[0];
        let lines = reader(&ada, &commons).lines(document).expect("lines");
        Self {
            lines: lines.iter().map(|it| it.said.id).collect(),
            ada,
            commons,
            document,
            _home: home,
        }
    }

    fn reader(&self) -> Reader {
        reader(&self.ada, &self.commons)
    }

    fn comment(&self, on: OperationId, words: &str, proposes: Option<&str>) -> OperationId {
        let comment = commenting(on, words, proposes);
        let done = self.ada.perform(&self.commons, comment);
        done.expect("commented").main()
    }

    fn refused(&self, intent: Intent) -> Refusal {
        let done = self.ada.perform(&self.commons, intent);
        done.expect_err("it is refused")
    }

    fn dispose(&self, comment: OperationId, disposed: Disposed, reason: &str) {
        let done = self
            .ada
            .perform(&self.commons, disposing(comment, disposed, reason));
        done.expect("disposed");
    }

    fn state(&self, comment: OperationId) -> CommentState {
        let row = self.reader().comment(comment).expect("readable");
        row.expect("it counts").state
    }

    /// A second member, who holds all there is.
    fn bea(&self, home: &TempDir) -> Node {
        let bea = open(home.path());
        carry(&self.ada, &bea, &self.commons);
        let person = bea.me(&self.commons).expect("here");
        let admit = Intent::Admit {
            person,
            scope: Scope::All,
            reason: "welcome".into(),
        };
        self.ada.perform(&self.commons, admit).expect("admitted");
        carry(&self.ada, &bea, &self.commons);
        bea
    }
}

fn reader(node: &Node, commons: &OperationId) -> Reader {
    node.reader(commons).expect("open")
}

fn commenting(on: OperationId, words: &str, proposes: Option<&str>) -> Intent {
    Intent::Comment {
        on,
        words: words.to_owned(),
        text: "Too strong.".into(),
        proposes: proposes.map(Worded::from),
    }
}

fn disposing(comment: OperationId, disposed: Disposed, reason: &str) -> Intent {
    Intent::Dispose {
        comment,
        disposed,
        reason: reason.into(),
    }
}

#[test]
fn a_comment_on_exact_words_follows_them_and_is_orphaned_when_they_go() {
    let desk = Desk::new();
    let comment = desk.comment(desk.lines[1], "weir took all", None);
    let anchored = |expected: Anchored| {
        let row = desk.reader().comment(comment).expect("readable");
        let passage = row.expect("it counts").passage.expect("words");
        assert_eq!(passage.anchored, expected);
        assert_eq!(passage.exact, "weir took all");
    };
    anchored(Anchored::Here);
    for (words, expected) in [
        ("Later the *weir* took all the eels.", Anchored::Here),
        ("The weir took most eels.", Anchored::Orphaned),
    ] {
        let revise = Intent::ReviseLine {
            line: desk.lines[1],
            text: Some(words.into()),
            traces: None,
        };
        desk.ada.perform(&desk.commons, revise).expect("revised");
        anchored(expected);
    }
    let refused = desk.refused(commenting(desk.lines[1], "all the salmon", None));
    assert!(
        matches!(refused, Refusal::WordsNotFound { .. }),
        "{refused}"
    );
}

#[test]
fn a_disposition_needs_a_reason_and_can_be_changed_and_taken_back() {
    let desk = Desk::new();
    let comment = desk.comment(desk.document, "", None);
    assert_eq!(desk.state(comment), CommentState::Open);
    let refused = desk.refused(disposing(comment, Disposed::Declined, "  "));
    assert!(matches!(refused, Refusal::NoWords { .. }), "{refused}");
    assert_eq!(desk.state(comment), CommentState::Open);
    desk.dispose(comment, Disposed::Declined, "We keep it.");
    assert_eq!(desk.state(comment), CommentState::Declined);
    assert!(
        desk.reader()
            .open_comments(desk.document)
            .expect("read")
            .is_empty()
    );
    desk.dispose(comment, Disposed::Adapted, "Half of it.");
    assert_eq!(desk.state(comment), CommentState::Adapted);
    let row = desk
        .reader()
        .comment(comment)
        .expect("readable")
        .expect("it counts");
    assert_eq!(row.dispositions.len(), 1, "the earlier one is replaced");
    let withdraw = Intent::Withdraw {
        target: row.dispositions[0].said.id,
        reason: Worded::default(),
    };
    desk.ada
        .perform(&desk.commons, withdraw)
        .expect("taken back");
    assert_eq!(desk.state(comment), CommentState::Open);
    let again = disposing(comment, Disposed::Accepted, "Yes.");
    let first = desk
        .ada
        .perform(&desk.commons, again.clone())
        .expect("disposed");
    let second = desk.ada.perform(&desk.commons, again).expect("as it is");
    assert!(!first.is_unchanged && second.is_unchanged);
}

#[test]
fn two_who_dispose_apart_leave_both_until_one_says_which() {
    let desk = Desk::new();
    let home = tempfile::tempdir().expect("a folder");
    let comment = desk.comment(desk.lines[2], "", None);
    let bea = desk.bea(&home);
    desk.dispose(comment, Disposed::Accepted, "Yes.");
    let other = disposing(comment, Disposed::Declined, "No.");
    bea.perform(&desk.commons, other).expect("disposed");
    carry(&bea, &desk.ada, &desk.commons);
    carry(&desk.ada, &bea, &desk.commons);
    for node in [&desk.ada, &bea] {
        let row = reader(node, &desk.commons)
            .comment(comment)
            .expect("readable");
        let row = row.expect("it counts");
        assert_eq!(row.state, CommentState::Divided);
        let reasons: Vec<&str> = row
            .dispositions
            .iter()
            .map(|it| it.reason.words.as_str())
            .collect();
        assert!(
            reasons.contains(&"Yes.") && reasons.contains(&"No."),
            "{reasons:?}"
        );
        let open = reader(node, &desk.commons).open_comments(desk.document);
        assert_eq!(open.expect("read").len(), 1, "it is still to be settled");
    }
    desk.dispose(comment, Disposed::Adapted, "Half.");
    assert_eq!(desk.state(comment), CommentState::Adapted);
}

#[test]
fn an_accepted_wording_stands_in_the_line_credited_to_who_proposed_it() {
    let desk = Desk::new();
    let home = tempfile::tempdir().expect("a folder");
    let bea = desk.bea(&home);
    let proposed = commenting(desk.lines[1], "", Some("The weir took many eels."));
    let comment = bea
        .perform(&desk.commons, proposed)
        .expect("commented")
        .main();
    carry(&bea, &desk.ada, &desk.commons);
    let me = desk.ada.me(&desk.commons).expect("here");
    let waiting = desk.reader().comments_for(me).expect("read");
    assert_eq!(waiting, [(desk.document, 1)], "Ada wrote lines of it");
    let hers = bea.me(&desk.commons).expect("here");
    assert!(desk.reader().comments_for(hers).expect("read").is_empty());
    desk.dispose(comment, Disposed::Accepted, "That is what was counted.");
    let (_, row) = desk
        .reader()
        .line(desk.lines[1])
        .expect("read")
        .expect("a line");
    assert_eq!(row.wordings.len(), 1);
    assert_eq!(row.wordings[0].text.words, "The weir took many eels.");
    assert_eq!(
        row.wordings[0].said.by.key, me,
        "whoever accepts it signs the line"
    );
    let credits = desk
        .reader()
        .credits(row.wordings[0].said.id)
        .expect("read");
    assert_eq!(credits.len(), 1);
    assert_eq!((credits[0].comment, credits[0].by.key), (comment, hers));
    assert!(desk.reader().comments_for(me).expect("read").is_empty());
}

#[test]
fn what_cannot_be_commented_on_is_refused_in_words() {
    let desk = Desk::new();
    let comment = desk.comment(desk.lines[1], "", None);
    let reply = desk.comment(comment, "", None);
    let nothing = OperationId([9; 32]);
    let of_line = |it: &Refusal| matches!(it, Refusal::OtherThing { .. });
    for (intent, is_expected) in [
        (commenting(reply, "", None), true),
        (commenting(desk.commons, "", None), true),
        (commenting(desk.document, "weir", None), true),
        (commenting(comment, "", Some("Otherwise.")), true),
        (disposing(desk.document, Disposed::Accepted, "Yes."), true),
    ] {
        let refused = desk.refused(intent);
        assert_eq!(of_line(&refused), is_expected, "{refused}");
    }
    let refused = desk.refused(commenting(nothing, "", None));
    assert!(refused.is_not_found(), "{refused}");
    let mut long = commenting(desk.document, "", None);
    if let Intent::Comment { text, .. } = &mut long {
        text.words = "a".repeat(17 * 1024);
    }
    let refused = desk.refused(long);
    assert!(matches!(refused, Refusal::Malformed(_)), "{refused}");
    let withdraw = Intent::Withdraw {
        target: comment,
        reason: Worded::default(),
    };
    desk.ada
        .perform(&desk.commons, withdraw)
        .expect("taken back");
    assert_eq!(desk.state(comment), CommentState::TakenBack);
    let refused = desk.refused(disposing(comment, Disposed::Accepted, "Yes."));
    assert!(
        matches!(refused, Refusal::AlreadyWithdrawn { .. }),
        "{refused}"
    );
}

#[test]
fn erasing_what_a_comment_is_on_or_quotes_leaves_no_words_of_it() {
    let desk = Desk::new();
    let comment = desk.comment(desk.lines[1], "weir took", None);
    let reply = desk.comment(comment, "", None);
    let erase = |target| Intent::Erase {
        targets: vec![target],
        reason: Worded::default(),
    };
    desk.ada
        .perform(&desk.commons, erase(desk.lines[1]))
        .expect("erased");
    let row = desk
        .reader()
        .comment(comment)
        .expect("readable")
        .expect("it counts");
    let passage = row.passage.expect("it meant words");
    assert_eq!(
        (passage.anchored, passage.exact.as_str()),
        (Anchored::Emptied, "")
    );
    assert!(
        matches!(row.on, CommentOn::Missing(_) | CommentOn::Line(_)),
        "{:?}",
        row.on
    );
    desk.ada
        .perform(&desk.commons, erase(comment))
        .expect("erased");
    assert!(desk.reader().comment(comment).expect("readable").is_none());
    let row = desk
        .reader()
        .comment(reply)
        .expect("readable")
        .expect("it counts");
    assert_eq!(row.on, CommentOn::Missing(comment));
}

#[test]
fn votes_belong_to_the_exact_wording_and_both_rounds_are_kept() {
    let desk = Desk::new();
    let line = desk.lines[1];
    let vote = |wording, choice| Intent::VoteWording {
        wording,
        choice,
        reason: Some("It is so.".into()),
    };
    desk.ada
        .perform(&desk.commons, vote(line, Choice::Disagree))
        .expect("voted");
    let done = desk
        .ada
        .perform(&desk.commons, vote(line, Choice::Pass))
        .expect("voted");
    let again = desk
        .ada
        .perform(&desk.commons, vote(line, Choice::Pass))
        .expect("as it is");
    assert!(!done.is_unchanged && again.is_unchanged);
    let revise = Intent::ReviseLine {
        line,
        text: Some("The weir took many eels.".into()),
        traces: None,
    };
    let later = desk
        .ada
        .perform(&desk.commons, revise)
        .expect("revised")
        .main();
    desk.ada
        .perform(&desk.commons, vote(later, Choice::Agree))
        .expect("voted");
    let proposed = desk.comment(line, "", Some("No eels are left."));
    desk.ada
        .perform(&desk.commons, vote(proposed, Choice::Disagree))
        .expect("voted");
    let rounds = desk
        .reader()
        .rounds(line, desk.ada.me(&desk.commons).ok())
        .expect("read");
    let seen: Vec<_> = rounds
        .iter()
        .map(|it| (it.said.id, it.votes.mine, it.is_proposed))
        .collect();
    let expected = [
        (line, Some(Choice::Pass), false),
        (later, Some(Choice::Agree), false),
        (proposed, Some(Choice::Disagree), true),
    ];
    assert_eq!(seen, expected);
    assert_eq!(rounds[0].votes.tally.disagree, 0, "the latest vote counts");
    let refused = desk.refused(vote(desk.document, Choice::Agree));
    assert!(matches!(refused, Refusal::OtherThing { .. }), "{refused}");
    let plain = desk.comment(line, "", None);
    let refused = desk.refused(vote(plain, Choice::Agree));
    assert!(matches!(refused, Refusal::OtherThing { .. }), "{refused}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn others_join_and_leave_a_dissent_and_so_may_who_wrote_it() {
    let desk = Desk::new();
    let home = tempfile::tempdir().expect("a folder");
    let dissent = Intent::Dissent {
        on: desk.document,
        form: DissentForm::Report,
        title: "We read it otherwise".into(),
        text: "The eels went before the weir.".into(),
    };
    let report = desk
        .ada
        .perform(&desk.commons, dissent)
        .expect("written")
        .main();
    let bea = desk.bea(&home);
    let sign = |signs| Intent::CoSign {
        of: report,
        signs,
        words: None,
    };
    let signers = || {
        let rows = desk.reader().dissents(desk.document).expect("read");
        assert_eq!(rows.len(), 1);
        rows[0]
            .signers
            .iter()
            .map(|it| it.who.key)
            .collect::<Vec<_>>()
    };
    let (ada_is, bea_is) = (
        desk.ada.me(&desk.commons).expect("here"),
        bea.me(&desk.commons).expect("here"),
    );
    assert_eq!(signers(), [ada_is]);
    bea.perform(&desk.commons, sign(Signs::Yes))
        .expect("joined");
    carry(&bea, &desk.ada, &desk.commons);
    assert_eq!(signers(), [ada_is, bea_is]);
    desk.ada
        .perform(&desk.commons, sign(Signs::No))
        .expect("left");
    assert_eq!(signers(), [bea_is]);
    bea.perform(&desk.commons, sign(Signs::No)).expect("left");
    carry(&bea, &desk.ada, &desk.commons);
    let row = desk
        .reader()
        .dissent(report)
        .expect("read")
        .expect("it counts");
    assert!(row.signers.is_empty() && !row.stands());
    desk.ada
        .perform(&desk.commons, sign(Signs::Yes))
        .expect("joined again");
    assert_eq!(signers(), [ada_is]);
    let refused = desk.refused(Intent::CoSign {
        of: desk.document,
        signs: Signs::Yes,
        words: None,
    });
    assert!(matches!(refused, Refusal::OtherThing { .. }), "{refused}");
    let withdraw = Intent::Withdraw {
        target: report,
        reason: "Said better elsewhere.".into(),
    };
    desk.ada
        .perform(&desk.commons, withdraw)
        .expect("taken back");
    let row = desk
        .reader()
        .dissent(report)
        .expect("read")
        .expect("it counts");
    assert!(matches!(row.said.shown, Shown::Withdrawn(_)) && !row.stands());
}

#[test]
fn a_document_is_left_out_with_a_reason_that_anybody_answers() {
    let desk = Desk::new();
    let home = tempfile::tempdir().expect("a folder");
    let leave = |reason: &str| Intent::LeaveOut {
        document: desk.document,
        edition: None,
        name: "The first edition".into(),
        reason: reason.into(),
    };
    for nothing in ["", " \u{200b}\u{2060}\n\u{e0041}"] {
        let refused = desk.refused(leave(nothing));
        assert!(matches!(refused, Refusal::NoWords { .. }), "{refused}");
    }
    let left = desk
        .ada
        .perform(&desk.commons, leave("It overlaps."))
        .expect("left out")
        .main();
    let bea = desk.bea(&home);
    bea.perform(&desk.commons, commenting(left, "", None))
        .expect("answered");
    carry(&bea, &desk.ada, &desk.commons);
    let rows = desk.reader().left_out(desk.document).expect("read");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].reason.words, "It overlaps.");
    let replies: Vec<&str> = rows[0]
        .replies
        .iter()
        .map(|it| it.text.words.as_str())
        .collect();
    assert_eq!(replies, ["Too strong."]);
    let counts = desk.reader().comment_counts(desk.document).expect("read");
    assert_eq!(
        counts.open_of_all(),
        (0, 0),
        "a reply is nothing to be disposed of"
    );
}

/// 150 comments on one line: lists are bounded, and say how many there are.
#[test]
fn many_comments_on_one_line_are_listed_in_parts() {
    let desk = Desk::new();
    for _ in 0..150 {
        desk.comment(desk.lines[1], "", None);
    }
    let page = Page {
        offset: 130,
        limit: 50,
    };
    let (rows, all) = desk
        .reader()
        .comments_in(desk.lines[1], None, page)
        .expect("read");
    assert_eq!((rows.len(), all), (20, 150));
    let counts = desk.reader().comment_counts(desk.document).expect("read");
    assert_eq!(counts.on.get(&desk.lines[1]), Some(&(150, 150)));
}
