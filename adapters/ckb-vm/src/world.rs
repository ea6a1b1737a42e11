//! A world: all that is constant while a program runs.

use bytes::Bytes;
use ckb_vm::snapshot2::DataSource;
use std::collections::HashMap;
use std::sync::Arc;

use crate::bridge::CoreOptions;

/// The id of the program file among the data pieces.
pub const PROGRAM_ID: u64 = 0;

/// Which cost function charges cycles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cost {
    Real,
    Constant,
}

/// A world whose members have been checked against what the engine can do.
pub struct World {
    pub version: u32,
    pub isa: u8,
    pub memory_size: usize,
    pub cost: Cost,
    pub program: Bytes,
    pub args: Vec<Bytes>,
    pub pieces: Pieces,
    pub mark_program: bool,
    pub system_calls: Vec<u64>,
    /// False in worlds in which every page can be written and executed.
    pub write_xor_execute: bool,
}

impl World {
    /// What a core of this world is made of.
    pub fn core_options(&self, max_cycles: u64) -> CoreOptions {
        CoreOptions {
            isa: self.isa,
            version: self.version,
            max_cycles,
            memory_size: self.memory_size,
        }
    }
}

/// The data pieces of a world, the program file among them. Clones share the bytes.
#[derive(Clone)]
pub struct Pieces(Arc<HashMap<u64, Bytes>>);

impl Pieces {
    /// Piece 0 is the program, whatever else is listed under that id.
    pub fn new(listed: impl IntoIterator<Item = (u64, Bytes)>, program: Bytes) -> Self {
        let mut pieces: HashMap<u64, Bytes> = listed.into_iter().collect();
        pieces.insert(PROGRAM_ID, program);
        Self(Arc::new(pieces))
    }

    /// The whole piece.
    pub fn get(&self, id: u64) -> Option<&Bytes> {
        self.0.get(&id)
    }
}

impl DataSource<u64> for Pieces {
    /// The rules of CKB's node: offsets behind the end and lengths beyond it are cut, length 0 takes all that is left,
    /// and the full length is what is left whatever the length is.
    fn load_data(&self, id: &u64, offset: u64, length: u64) -> Option<(Bytes, u64)> {
        let piece = self.0.get(id)?;
        let start = offset.min(piece.len() as u64) as usize;
        let rest = (piece.len() - start) as u64;
        let count = if length == 0 { rest } else { length.min(rest) };
        Some((piece.slice(start..start + count as usize), rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(offset: u64, length: u64) -> Option<(Vec<u8>, u64)> {
        let pieces = Pieces::new(
            [(7, Bytes::from_static(b"abcde"))],
            Bytes::from_static(b"elf"),
        );
        pieces
            .load_data(&7, offset, length)
            .map(|(data, full)| (data.to_vec(), full))
    }

    #[test]
    fn pieces_are_cut_at_their_end() {
        assert_eq!(load(1, 2), Some((b"bc".to_vec(), 4)));
        assert_eq!(load(1, 0), Some((b"bcde".to_vec(), 4)));
        assert_eq!(load(3, 9), Some((b"de".to_vec(), 2)));
        assert_eq!(load(5, 1), Some((vec![], 0)));
        assert_eq!(load(u64::MAX, u64::MAX), Some((vec![], 0)));
    }

    #[test]
    fn the_program_is_piece_zero() {
        let pieces = Pieces::new([(0, Bytes::from_static(b"x"))], Bytes::from_static(b"elf"));
        assert_eq!(pieces.get(0).unwrap().as_ref(), b"elf");
        assert!(pieces.load_data(&1, 0, 0).is_none());
    }
}
