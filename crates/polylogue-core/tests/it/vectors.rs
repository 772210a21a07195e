//! Test vectors another implementation can check itself against: docs/protocol/vectors.txt holds,
//! for every kind, the operation's id and its bytes as they travel. `UPDATE_EXPECT=1` writes them
//! anew; a change of a frozen kind is a change of the protocol.

use std::fmt::Write;

use expect_test::expect_file;
use polylogue_core::header::Draft;
use polylogue_core::id::{Hash, Key, OperationId};
use polylogue_core::kind::*;
use polylogue_core::operation::Operation;
use polylogue_core::passage::Passage;
use polylogue_core::signature::{
    self, DEVICE_DOMAIN, HANDOVER_DOMAIN, INVITATION_DOMAIN, SigningKey,
};
use polylogue_core::text::Text;

const COMMONS: OperationId = OperationId([1; 32]);

#[test]
fn every_kind_has_its_vector() {
    let key = SigningKey::from([7; 32]);
    let mut text = String::from(
        "# Signing key: 32 bytes of 07. Salt: 16 bytes of 08. Commons and act: 32 bytes of 01.\n\
         # Heads: none; counter 1; claimed time 1800000000. In the founding, act is null.\n\
         # Each line: kind number, kind name, operation id, operation bytes.\n",
    );
    for body in bodies() {
        let is_founding = body.kind() == Kind::Founding;
        let draft = Draft {
            commons: COMMONS,
            standing: None,
            act: (!is_founding).then_some(COMMONS),
            previous: vec![],
            counter: 1,
            time: 1_800_000_000,
        };
        let operation = Operation::sign(&draft, &body, [8; 16], &key).expect("a valid body");
        let kind = body.kind();
        write!(
            text,
            "{} {} {} ",
            kind.number(),
            kind.name(),
            operation.id()
        )
        .expect("memory");
        for byte in operation.encode() {
            write!(text, "{byte:02x}").expect("memory");
        }
        text.push('\n');
    }
    expect_file!["../../../../docs/protocol/vectors.txt"].assert_eq(&text);
}

fn id(number: u8) -> OperationId {
    OperationId([number; 32])
}

fn text(words: &str) -> Text {
    Text::new(words, "en")
}

fn note() -> Option<OperationId> {
    Some(id(0x30))
}

fn passage() -> Passage {
    Passage::of_words(
        id(0x22),
        id(0x22),
        "Decide where it is done.",
        "where it is",
    )
    .expect("there")
}

fn brought_in() -> BroughtIn {
    BroughtIn {
        speaker: "A speaker".to_owned(),
        naming: Naming::Named,
        address: "https://example.org/page".to_owned(),
        revision: "12".to_owned(),
        licence: "CC-BY-SA-3.0".to_owned(),
        date: "2011".to_owned(),
        lines: (3, 9),
    }
}

fn law() -> Law {
    let holder = Key::of(&SigningKey::from([7; 32]));
    Law {
        charter: text("Be fair."),
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: Admission::Invitation,
        roll: vec![holder],
        threshold: 1,
        roll_end: 1_900_000_000,
        offices: vec![Office {
            kind: OfficeKind::Greeter,
            holder,
            scope: None,
            end: 1_850_000_000,
        }],
        read_secret: Hash([6; 32]),
        erase_delay_days: 7,
        quota: 1_000_000,
        rows: RowsOfPeople::StayHere,
    }
}

/// One body of every kind, in order of number.
pub(crate) fn bodies() -> Vec<Body> {
    let mut bodies = [
        acts(),
        places(),
        talk(),
        library(),
        critique(),
        stages(),
        editions(),
    ]
    .concat();
    bodies.sort_by_key(|it| it.kind().number());
    bodies
}

#[expect(clippy::too_many_lines, reason = "one body of each kind")]
fn acts() -> Vec<Body> {
    let root = Key::of(&SigningKey::from([7; 32]));
    let device = SigningKey::from([9; 32]);
    let proof = |domain, parts: &[&[u8]]| Proof(signature::sign(&device, domain, parts));
    let other = Key::of(&device);
    let by_root = proof(DEVICE_DOMAIN, &[&COMMONS.0, &root.0]);
    let handover = proof(HANDOVER_DOMAIN, &[&COMMONS.0, &root.0]);
    let invited = proof(INVITATION_DOMAIN, &[&COMMONS.0, &id(0x12).0, &root.0]);
    let (accepts, words) = (vec![id(0x10), id(0x11)], note());
    let kind = DeviceKind::Own;
    vec![
        DeviceAdd {
            device: other,
            kind,
            scope: Scope::All,
            end: None,
            proof: by_root,
            words,
        }
        .into(),
        DeviceEnd {
            device: other,
            accepts: accepts.clone(),
            words,
        }
        .into(),
        Handover {
            old: other,
            accepts: accepts.clone(),
            proof: handover,
        }
        .into(),
        Erase {
            targets: accepts.clone(),
            words,
            dialogue: None,
        }
        .into(),
        Founding {
            rules: 1,
            title: text("A commons"),
            question: text("What holds?"),
            template: Template::Inquiry,
            law: law(),
        }
        .into(),
        Resolution {
            rules: 1,
            parent: COMMONS,
            law: law(),
            ended: vec![Ended {
                holder: other,
                power: Power::Moderator,
                accepts: accepts.clone(),
            }],
            words,
            vouches: None,
        }
        .into(),
        Assent {
            resolution: id(0x13),
        }
        .into(),
        ModeratorErase {
            targets: accepts.clone(),
            words,
            dialogue: Some(id(0x14)),
        }
        .into(),
        Invitation {
            key: other,
            end: 1_850_000_000,
            scope: Scope::All,
        }
        .into(),
        InvitationClose {
            invitation: id(0x12),
            accepts: accepts.clone(),
        }
        .into(),
        Join {
            invited: Some(Invited {
                invitation: id(0x12),
                key: other,
                proof: invited,
            }),
            root: DeviceKind::Own,
            helper: None,
        }
        .into(),
        Admit {
            person: other,
            scope: Scope::Vote,
            names: accepts.clone(),
            words,
        }
        .into(),
        Vouch {
            person: other,
            scope: Scope::All,
            heads: accepts.clone(),
        }
        .into(),
        Removal {
            person: other,
            accepts: accepts.clone(),
            words,
        }
        .into(),
        Leave { words }.into(),
        Hide {
            targets: accepts.clone(),
            words,
            dialogue: None,
        }
        .into(),
        Restore {
            hides: accepts.clone(),
            words,
            dialogue: None,
        }
        .into(),
        Closing {
            of: id(0x21),
            counted: accepts,
            words,
        }
        .into(),
        CountWithout {
            of: Some(id(0x21)),
            people: vec![other],
            words,
            replaces: vec![id(0x70)],
        }
        .into(),
    ]
}

fn places() -> Vec<Body> {
    let replaces = vec![id(0x40)];
    vec![
        Note {
            text: text("A reason."),
        }
        .into(),
        Profile {
            name: text("Ana"),
            about: text(""),
            replaces: replaces.clone(),
        }
        .into(),
        Perspective {
            name: text("Relocalization"),
            short: text("Reloc."),
            summary: text("Scale matters."),
            sources: vec![id(0x50)],
            brought_in: Some(brought_in()),
        }
        .into(),
        PerspectiveRevise {
            perspective: id(0x20),
            name: text("Relocalization"),
            short: text(""),
            summary: text("Scale and place matter."),
            sources: vec![id(0x50)],
            replaces: replaces.clone(),
        }
        .into(),
        Lineage {
            change: Change::Renamed,
            from: vec![id(0x20)],
            to: vec![],
            name: Some(text("Localisation")),
            reason: text("The word changed."),
            when: "2016".to_owned(),
        }
        .into(),
        Question {
            text: text("What is real?"),
            place: 1,
            brought_in: None,
        }
        .into(),
        Dialogue {
            title: text("A meeting"),
            about: text(""),
            perspectives: vec![id(0x20)],
            questions: vec![id(0x24)],
            state: State::Planned,
            scheduled: Some(1_810_000_000),
            brought_in: None,
        }
        .into(),
        DialogueState {
            dialogue: id(0x21),
            state: State::Closed,
            reason: text("Said what there was."),
            replaces,
        }
        .into(),
    ]
}

#[expect(clippy::too_many_lines, reason = "one body of each kind")]
fn talk() -> Vec<Body> {
    let quotes = vec![Quote {
        passage: passage(),
        paragraph: 0,
    }];
    let replaces = vec![id(0x40)];
    let (claim, perspective, voice) = (id(0x23), id(0x20), Voice::OnBehalf);
    vec![
        Turn {
            dialogue: id(0x21),
            text: text("A *turn* of words.\n\nAnd more."),
            long: Some(LongText {
                hash: Hash([3; 32]),
                bytes: 70_000,
            }),
            perspective: Some(perspective),
            voice,
            reply_to: Some(id(0x22)),
            quotes: quotes.clone(),
            licence: "CC-BY-SA-3.0".to_owned(),
            brought_in: Some(brought_in()),
        }
        .into(),
        TurnRevise {
            turn: id(0x22),
            text: text("Other words."),
            long: None,
            quotes,
            replaces: replaces.clone(),
        }
        .into(),
        Claim {
            text: text("Decide where it is done."),
            under: Some(id(0x21)),
            passages: vec![passage()],
            held_by: vec![perspective],
            brought_in: None,
        }
        .into(),
        ClaimHeld {
            claim,
            perspective,
            held: Held::Holds,
            voice,
            reason: text(""),
            replaces: replaces.clone(),
        }
        .into(),
        Vote {
            claim,
            choice: Choice::Disagree,
            matters: Matters::Yes,
            reason: Some(text("Not always.")),
            replaces: replaces.clone(),
        }
        .into(),
        Count {
            claim,
            group: text("A village meeting"),
            agree: 12,
            disagree: 3,
            pass: 1,
            brought_in: brought_in(),
        }
        .into(),
        Move {
            kind: 15,
            target: Target {
                id: id(0x22),
                passage: Some(passage()),
            },
            perspective: Some(perspective),
            voice,
            found_in: Some(passage()),
            reason: Some(text("It is not either or.")),
            object: Some(text("the choice")),
            condition: Some(text("while it lasts")),
            from: Some(text("local against global")),
            to: Some(text("both, differently")),
        }
        .into(),
        Accept {
            question: id(0x25),
            answer: id(0x26),
            words: text(""),
        }
        .into(),
        Withdraw {
            target: id(0x22),
            reason: text(""),
        }
        .into(),
        Dispute {
            target: id(0x26),
            reason: text("I did not say that."),
        }
        .into(),
        Translation {
            of: id(0x22),
            revision: id(0x22),
            text: Text::new("Otras palabras.", "es"),
            replaces: replaces.clone(),
        }
        .into(),
        Suggestion {
            way: Way::Fuse,
            of: vec![id(0x22), id(0x27)],
            reason: text("Twice."),
        }
        .into(),
        Consent {
            suggestion: id(0x28),
            answer: Answer::Yes,
            reason: text(""),
            replaces,
        }
        .into(),
        Appeal {
            act: id(0x29),
            text: text("I answer."),
        }
        .into(),
        Hold {
            target: id(0x2a),
            caucus: text("A caucus"),
            reason: text("Not heard yet."),
            end: 1_820_000_000,
        }
        .into(),
    ]
}

#[expect(clippy::too_many_lines, reason = "one body of each kind")]
fn library() -> Vec<Body> {
    let traces = vec![Trace {
        of: id(0x26),
        passage: Some(passage()),
    }];
    let (line, replaces) = (id(0x2b), vec![id(0x2b)]);
    vec![
        Source {
            csl_type: "book".to_owned(),
            title: text("A work"),
            authors: "A. Author; B. Author".to_owned(),
            issued: "1957".to_owned(),
            address: "https://example.org/work".to_owned(),
            licence: String::new(),
            note: text(""),
            text: None,
        }
        .into(),
        Practice {
            title: text("A case"),
            place: text("Somewhere"),
            when: "2013-2015".to_owned(),
            who: text("Those who did it"),
            steps: vec![text("First."), text("Then.")],
            outcomes: text("Something."),
            failures: text("Something else."),
            links: vec![EvidenceLink {
                claim: id(0x23),
                evidence: Evidence::Against,
                reason: text(""),
            }],
            sources: vec![id(0x50)],
        }
        .into(),
        Blob {
            hash: Hash([3; 32]),
            bytes: 123_456,
            media: "image/png".to_owned(),
            name: "a picture.png".to_owned(),
        }
        .into(),
        Document {
            title: text("A synthesis"),
            licence: String::new(),
        }
        .into(),
        Line {
            document: id(0x2a),
            text: text("A line."),
            traces: traces.clone(),
            place: "a0".to_owned(),
        }
        .into(),
        LineText {
            line,
            text: text("Another line."),
            traces,
            replaces: replaces.clone(),
        }
        .into(),
        LinePlace {
            line,
            place: "a1".to_owned(),
            replaces: replaces.clone(),
        }
        .into(),
        LineStruck {
            line,
            struck: Struck::Yes,
            replaces: replaces.clone(),
        }
        .into(),
        LineClause {
            line,
            perspective: id(0x22),
            kind: 7,
            target: id(0x23),
            condition: Some(text("While it lasts.")),
            replaces,
        }
        .into(),
        DocumentChange {
            document: id(0x2a),
            first: line,
            after: vec![id(0x2c), id(0x2d)],
            because: Some(id(0x2e)),
            undoes: Some(id(0x2c)),
        }
        .into(),
        LinesFrom {
            document: id(0x2a),
            commons: Some(id(0x31)),
            origin: id(0x32),
            lines: vec![LineFrom {
                line: Some(line),
                from: id(0x33),
                wording: id(0x34),
            }],
        }
        .into(),
    ]
}

fn critique() -> Vec<Body> {
    let (line, comment) = (id(0x2b), id(0x60));
    vec![
        Comment {
            on: line,
            passage: Some(passage()),
            text: text("Too strong."),
            proposes: Some(text("A milder line.")),
        }
        .into(),
        Disposition {
            comment,
            disposed: Disposed::Adapted,
            reason: text("Half of it."),
            wrote: Some(id(0x61)),
            replaces: vec![id(0x62)],
        }
        .into(),
        WordingVote {
            wording: comment,
            choice: Choice::Pass,
            reason: None,
            replaces: vec![id(0x63)],
        }
        .into(),
        Dissent {
            on: id(0x2a),
            form: DissentForm::Reservation,
            title: text("But for the end"),
            text: text("We read the end otherwise."),
        }
        .into(),
        CoSign {
            of: id(0x64),
            signs: Signs::No,
            words: None,
            replaces: vec![id(0x65)],
        }
        .into(),
        LeaveOut {
            document: id(0x2a),
            edition: None,
            name: text("The first edition"),
            reason: text("It says the same as another."),
        }
        .into(),
    ]
}

fn stages() -> Vec<Body> {
    let stage = id(0x66);
    let plan = Plan {
        name: text("Gather"),
        purpose: text(""),
        needs: vec![text("Every place was asked.")],
        checks: vec![3],
        from: Some(1_800_000_000),
        until: Some(1_810_000_000),
        responsible: None,
        place: 2,
    };
    vec![
        Stage { plan: plan.clone() }.into(),
        StageRevise {
            stage,
            plan,
            replaces: vec![id(0x67)],
        }
        .into(),
        StageState {
            stage,
            step: StageStep::Done,
            rests_on: vec![id(0x2a)],
            words: text("All nine answered."),
            replaces: vec![id(0x68)],
        }
        .into(),
        Action {
            text: text("Repair the weir."),
            until: 1_810_000_000,
            from: Some(id(0x2a)),
        }
        .into(),
    ]
}

fn editions() -> Vec<Body> {
    vec![
        Edition {
            document: id(0x40),
            name: "1.0".to_owned(),
            licence: "CC-BY-SA-4.0".to_owned(),
            content: Hash([0x41; 32]),
            manifest: Hash([0x42; 32]),
            parts: vec![id(0x44), id(0x43)],
            open: vec![id(0x45)],
        }
        .into(),
        EditionSign {
            edition: id(0x46),
            signed_as: SignedAs::Reservation,
            words: text("Not the third line."),
            replaces: vec![id(0x47)],
        }
        .into(),
        EditionPart {
            bytes: vec![1, 2, 3],
        }
        .into(),
    ]
}
