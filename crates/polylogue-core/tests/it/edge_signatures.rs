//! One verification rule, ZIP-215, for one and for many (Henry de Valence, "It's 255:19AM. Do you
//! know what your validation criteria are?", 2020; ZIP 215). The fourteen encodings below are the
//! eight points of small order and their non-canonical spellings; with `s = 0` every pair of them
//! as key and `R` verifies under ZIP-215, and some other rules refuse.

use polylogue_core::header::Draft;
use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Note;
use polylogue_core::operation::{Operation, OperationFault, verify_all};
use polylogue_core::signature::{self, Claimed, OPERATION_DOMAIN, SigningKey};
use polylogue_core::text::Text;

const SMALL_ORDER: [&str; 14] = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
];

#[test]
fn small_order_signatures_get_one_answer_alone_and_together() {
    let points = SMALL_ORDER.map(|hex| Key::from_hex(hex).expect("64 digits"));
    let header = b"any message";
    for key in points {
        for r in points {
            let mut signature = [0; 64];
            signature[..32].copy_from_slice(&r.0);
            assert!(
                signature::verify(key, &signature, OPERATION_DOMAIN, &[header]),
                "{key} {r}"
            );
            let claimed = [Claimed {
                key,
                signature: &signature,
                header,
            }; 3];
            assert!(signature::verify_batch(&claimed, [9; 32]), "{key} {r}");
        }
    }
}

#[test]
fn s_out_of_range_is_refused_alone_and_together() {
    // The group's order, little end first: s must be below it.
    let order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
    let key = Key::from_hex(SMALL_ORDER[0]).expect("64 digits");
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&key.0);
    signature[32..].copy_from_slice(&Key::from_hex(order).expect("64 digits").0);
    let header = b"any message";
    assert!(!signature::verify(
        key,
        &signature,
        OPERATION_DOMAIN,
        &[header]
    ));
    assert!(!signature::verify_batch(
        &[Claimed {
            key,
            signature: &signature,
            header
        }],
        [1; 32]
    ));
}

#[test]
fn bad_signatures_in_a_batch_are_named_wherever_they_stand() {
    for named in [vec![7], vec![0, 19], vec![0, 1, 63, 64, 149], vec![120]] {
        let mut operations: Vec<Operation> = (0..150).map(note).collect();
        for index in &named {
            let good = operations[*index].clone();
            let mut bytes = good.encode();
            bytes[5] ^= 1;
            operations[*index] = Operation::decode(&bytes).expect("form and hash still hold");
            assert_eq!(operations[*index].id(), good.id());
            let verified = operations[*index].verify();
            assert_eq!(verified, Err(OperationFault::Signature));
        }
        let holds = verify_all(&operations, [3; 32]);
        let bad: Vec<usize> = (0..150).filter(|index| !holds[*index]).collect();
        assert_eq!(bad, named);
    }
}

fn note(number: u8) -> Operation {
    let draft = Draft {
        commons: OperationId([1; 32]),
        standing: None,
        act: Some(OperationId([1; 32])),
        previous: vec![],
        counter: 1,
        time: u64::from(number),
    };
    let body = Note {
        text: Text::new("A note.", "en"),
    }
    .into();
    Operation::sign(&draft, &body, [number; 16], &SigningKey::from([number; 32])).expect("valid")
}
