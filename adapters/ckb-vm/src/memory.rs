//! Memory as a finish shows it.

use ckb_vm::RISCV_PAGESIZE;

/// The bytes of a machine's memory.
pub struct Contents<'a> {
    pub bytes: &'a [u8],
    /// For each page, false if it is known to hold only zeroes; its bytes are not to be looked at then.
    pub touched: Vec<bool>,
}

impl<'a> Contents<'a> {
    /// For each page that is not all zero, ascending: the address of its first byte that is not zero, and the bytes
    /// from there to its last one.
    pub fn spans(&self) -> impl Iterator<Item = (u64, &'a [u8])> + '_ {
        let pages = self.bytes.chunks_exact(RISCV_PAGESIZE).enumerate();
        pages
            .filter(|(index, _)| self.touched[*index])
            .filter_map(|(index, page)| {
                let (start, span) = trim(page)?;
                Some(((index * RISCV_PAGESIZE + start) as u64, span))
            })
    }
}

/// The part of a page from its first to its last byte that is not zero, and where it starts.
fn trim(page: &[u8]) -> Option<(usize, &[u8])> {
    let first_word = page.chunks_exact(64).position(any)? * 64;
    let last_word = page.chunks_exact(64).rposition(any)? * 64 + 64;
    let not_zero = |byte: &u8| *byte != 0;
    let start = first_word + page[first_word..].iter().position(not_zero)?;
    let end = page[..last_word].iter().rposition(not_zero)? + 1;
    Some((start, &page[start..end]))
}

/// True if some byte is not zero. Written so that it compiles to wide loads.
fn any(block: &[u8]) -> bool {
    block.iter().fold(0, |all, byte| all | byte) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(bytes: &[u8], touched: Vec<bool>) -> Vec<(u64, Vec<u8>)> {
        let contents = Contents { bytes, touched };
        contents
            .spans()
            .map(|(address, span)| (address, span.to_vec()))
            .collect()
    }

    #[test]
    fn a_span_goes_from_the_first_to_the_last_byte_that_is_not_zero() {
        let mut bytes = vec![0; 4 * 4096];
        bytes[0] = 1;
        bytes[4095] = 2;
        bytes[4096 + 70] = 3;
        bytes[4096 + 72] = 4;
        bytes[3 * 4096 + 64] = 5;
        let found = spans(&bytes, vec![true; 4]);
        assert_eq!(found.len(), 3);
        assert_eq!((found[0].0, found[0].1.len()), (0, 4096));
        assert_eq!(found[1], (4096 + 70, vec![3, 0, 4]));
        assert_eq!(found[2], (3 * 4096 + 64, vec![5]));
    }

    #[test]
    fn untouched_pages_are_not_looked_at() {
        let bytes = vec![7; 2 * 4096];
        let found = spans(&bytes, vec![false, true]);
        assert_eq!(found, [(4096, vec![7; 4096])]);
    }
}
