//! Nothing but the one encoding decodes, and nothing a stranger sends makes this panic.

use polylogue_core::header::Draft;
use polylogue_core::id::OperationId;
use polylogue_core::kind::{Body, Kind};
use polylogue_core::operation::Operation;
use polylogue_core::signature::SigningKey;

use crate::vectors::bodies;

struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        self.0 >> 33
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).expect("31 bits") % end
    }
}

fn signed() -> Vec<Operation> {
    let key = SigningKey::from([7; 32]);
    let draft = Draft {
        commons: OperationId([1; 32]),
        standing: Some(OperationId([2; 32])),
        act: Some(OperationId([1; 32])),
        previous: vec![OperationId([4; 32]), OperationId([3; 32])],
        counter: 9,
        time: 1_800_000_000,
    };
    bodies()
        .iter()
        .map(|body| Operation::sign(&draft, body, [8; 16], &key).expect("a valid body"))
        .collect()
}

#[test]
fn every_kind_reads_back_as_it_was_said() {
    for (operation, body) in signed().iter().zip(bodies()) {
        let read = Operation::decode(&operation.encode()).expect("its own bytes");
        assert_eq!(&read, operation);
        assert_eq!(read.body(), Some(Ok(body)));
        read.verify().expect("its own signature");
    }
    assert_eq!(signed().len(), Kind::ALL.len());
}

#[test]
fn changed_bytes_are_refused_or_are_another_operation() {
    for seed in 0..4 {
        let mut random = Seeded(seed);
        for operation in signed() {
            for _ in 0..60 {
                let mut bytes = operation.encode();
                match random.below(4) {
                    0 => bytes.truncate(random.below(bytes.len())),
                    1 => bytes.push(0),
                    _ => {
                        let place = random.below(bytes.len());
                        bytes[place] ^= 1 << random.below(8);
                    }
                }
                if let Ok(read) = Operation::decode(&bytes) {
                    assert_eq!(
                        read.encode(),
                        bytes,
                        "SEED={seed}: decoding is not injective"
                    );
                    let is_same = read.id() == operation.id();
                    let holds = read.verify().is_ok() && read.body_bytes().is_some();
                    assert!(
                        !(is_same && holds),
                        "SEED={seed}: other bytes, same meaning"
                    );
                }
            }
        }
    }
}

#[test]
fn changed_body_bytes_never_decode_to_the_same_body() {
    for seed in 0..4 {
        let mut random = Seeded(seed);
        for body in bodies() {
            let bytes = body.encode([8; 16]);
            for _ in 0..200 {
                let mut changed = bytes.clone();
                let place = 16 + random.below(bytes.len() - 16);
                changed[place] = u8::try_from(random.next() & 255).expect("8 bits");
                if let Ok(read) = Body::decode(body.kind().number(), &changed) {
                    assert_eq!(
                        read.encode([8; 16]),
                        changed,
                        "SEED={seed}: {:?}",
                        body.kind()
                    );
                }
            }
        }
    }
}

#[test]
fn headers_out_of_their_limits_are_refused() {
    let good = signed().remove(0);
    let header = good.header().clone();
    let refused = |change: &dyn Fn(&mut polylogue_core::header::Header)| {
        let mut changed = header.clone();
        change(&mut changed);
        Operation::assemble(*good.signature(), changed.encode(), None).is_err()
    };
    assert!(refused(&|it| it.format = 2));
    assert!(refused(&|it| it.counter = 0));
    assert!(refused(&|it| it.counter = 1));
    assert!(refused(&|it| it.previous.clear()));
    assert!(refused(&|it| it.previous.reverse()));
    assert!(refused(&|it| it.previous = vec![OperationId([3; 32]); 2]));
    assert!(refused(
        &|it| it.previous = (0..9).map(|n| OperationId([n; 32])).collect()
    ));
    assert!(refused(&|it| it.time = 1 << 48));
    assert!(refused(&|it| it.body_bytes = 15));
    assert!(refused(&|it| it.body_bytes = 65_537));
    assert!(!refused(&|it| it.kind = 999));
}
