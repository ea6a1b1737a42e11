//! JSON by hand: a finish is mostly numbers and bytes, and there are thousands of them a second.

use base64::engine::general_purpose::STANDARD;
use base64::Engine as _;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// A 64-bit number as the wire has it: `"0x…"` without leading zeroes.
pub fn push_hex(out: &mut Vec<u8>, value: u64) {
    out.extend_from_slice(b"\"0x");
    let digits = (64 - (value | 1).leading_zeros()).div_ceil(4);
    for digit in (0..digits).rev() {
        out.push(DIGITS[(value >> (4 * digit) & 15) as usize]);
    }
    out.push(b'"');
}

/// A decimal number.
pub fn push_u64(out: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[first..]);
}

/// A decimal number that may be negative.
pub fn push_i64(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    push_u64(out, value.unsigned_abs());
}

/// Bytes as base64 in quotes.
pub fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'"');
    let start = out.len();
    out.resize(start + bytes.len().div_ceil(3) * 4, 0);
    STANDARD
        .encode_slice(bytes, &mut out[start..])
        .expect("made large enough");
    out.push(b'"');
}

/// Text in quotes, escaped.
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(out, text).expect("a vector takes everything");
}

/// A list: `push` writes each item.
pub fn push_list<T>(
    out: &mut Vec<u8>,
    items: impl IntoIterator<Item = T>,
    mut push: impl FnMut(&mut Vec<u8>, T),
) {
    out.push(b'[');
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        push(out, item);
    }
    out.push(b']');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(push: impl Fn(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        push(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers() {
        for value in [0, 1, 0xf, 0x10, 0xabc, 1 << 63, u64::MAX] {
            assert_eq!(
                written(|out| push_hex(out, value)),
                format!("\"{value:#x}\"")
            );
            assert_eq!(written(|out| push_u64(out, value)), value.to_string());
        }
        for value in [0, -1, i64::MIN, i64::MAX] {
            assert_eq!(written(|out| push_i64(out, value)), value.to_string());
        }
    }

    #[test]
    fn bytes() {
        assert_eq!(written(|out| push_bytes(out, b"")), "\"\"");
        assert_eq!(written(|out| push_bytes(out, b"foob")), "\"Zm9vYg==\"");
    }

    #[test]
    fn lists() {
        assert_eq!(written(|out| push_list(out, [1, 2], push_u64)), "[1,2]");
    }
}
