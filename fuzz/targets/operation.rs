//! Bytes that claim to be an operation: whatever decodes is encoded to the same bytes again, and a
//! body of any kind that decodes passes its checks or says why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polylogue_core::kind::Body;
use polylogue_core::operation::Operation;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(operation) = Operation::decode(bytes) {
        assert_eq!(operation.encode(), bytes, "one encoding for each operation");
    }
    if let Some((number, body)) = bytes.split_first_chunk::<2>() {
        drop(Body::decode(u16::from_be_bytes(*number), body));
    }
});
