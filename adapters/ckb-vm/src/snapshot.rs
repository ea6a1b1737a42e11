//! Snapshots on the wire: bincode 1.x of the crate's `Snapshot2<u64>`.

use bincode::Options;
use ckb_vm::snapshot2::Snapshot2;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

type SourceRun = (u64, u8, u64, u64, u64);

/// The same members in the same order. Only the bytes of dirty pages are read and written at once rather than one by
/// one, which bincode encodes alike (a test holds it to that).
#[derive(Serialize, Deserialize)]
struct Mirror<'a> {
    pages_from_source: Vec<SourceRun>,
    #[serde(borrow)]
    dirty_pages: Vec<(u64, u8, Raw<'a>)>,
    version: u32,
    registers: [u64; 32],
    pc: u64,
    cycles: u64,
    max_cycles: u64,
    load_reservation_address: u64,
}

struct Raw<'a>(&'a [u8]);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(deserializer).map(Raw)
    }
}

/// Little-endian, fixed width, nothing behind the end: `bincode::serialize`'s form.
fn options() -> impl Options {
    bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .reject_trailing_bytes()
}

/// The bytes of a snapshot.
pub fn encode(snapshot: &Snapshot2<u64>) -> Vec<u8> {
    let mirror = Mirror {
        pages_from_source: snapshot.pages_from_source.clone(),
        dirty_pages: snapshot
            .dirty_pages
            .iter()
            .map(|(address, flag, content)| (*address, *flag, Raw(content)))
            .collect(),
        version: snapshot.version,
        registers: snapshot.registers,
        pc: snapshot.pc,
        cycles: snapshot.cycles,
        max_cycles: snapshot.max_cycles,
        load_reservation_address: snapshot.load_reservation_address,
    };
    options().serialize(&mirror).expect("nothing here can fail")
}

/// Reads a snapshot. Fails for bytes that are too few or too many; which values make sense is for `resume` to say.
pub fn decode(bytes: &[u8]) -> Result<Snapshot2<u64>, String> {
    let mirror: Mirror = options()
        .deserialize(bytes)
        .map_err(|error| error.to_string())?;
    Ok(Snapshot2 {
        pages_from_source: mirror.pages_from_source,
        dirty_pages: mirror
            .dirty_pages
            .into_iter()
            .map(|(address, flag, content)| (address, flag, content.0.to_vec()))
            .collect(),
        version: mirror.version,
        registers: mirror.registers,
        pc: mirror.pc,
        cycles: mirror.cycles,
        max_cycles: mirror.max_cycles,
        load_reservation_address: mirror.load_reservation_address,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Snapshot2<u64> {
        let mut registers = [0; 32];
        registers[1] = 0x0102_0304_0506_0708;
        Snapshot2 {
            pages_from_source: vec![(20480, 3, 258, 48, 4096)],
            dirty_pages: vec![(4096, 4, vec![1, 2, 3]), (65536, 7, vec![])],
            version: 2,
            registers,
            pc: 65536,
            cycles: 77,
            max_cycles: 1000,
            load_reservation_address: u64::MAX,
        }
    }

    /// The crate's own type through bincode's own door is what the wire format is defined by.
    #[test]
    fn encodes_as_the_crates_type_does() {
        let snapshot = sample();
        let bytes = bincode::serialize(&snapshot).unwrap();
        assert_eq!(encode(&snapshot), bytes);
        let decoded = decode(&bytes).unwrap();
        assert_eq!(bincode::serialize(&decoded).unwrap(), bytes);
    }

    #[test]
    fn refuses_bytes_that_are_missing_or_too_many() {
        let bytes = encode(&sample());
        for length in 0..bytes.len() {
            assert!(decode(&bytes[..length]).is_err(), "{length}");
        }
        assert!(decode(&[&bytes[..], &[0]].concat()).is_err());
    }

    #[test]
    fn a_hostile_count_takes_no_memory() {
        let mut bytes = encode(&sample());
        bytes[..8].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(decode(&bytes).is_err());
    }
}
