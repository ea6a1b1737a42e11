//! What the crate's decoder makes of pieces of code.

use ckb_vm::decoder::{build_decoder, Decoder};
use ckb_vm::instructions::tagged::TaggedInstruction;
use ckb_vm::instructions::{
    extract_opcode, instruction_length, instruction_opcode_name, Instruction,
};
use ckb_vm::{FlatMemory, Memory, ISA_MOP, RISCV_MAX_MEMORY, RISCV_PAGESIZE};

use crate::write::{push_i64, push_list, push_u64};

/// Where pieces are put, and for which machine they are decoded.
pub struct Place {
    version: u32,
    isa: u8,
    pc: u64,
    unit: usize,
}

impl Place {
    pub fn new(version: u32, isa: u8, pc: u64, unit: usize) -> Result<Self, String> {
        if !(1..=RISCV_PAGESIZE).contains(&unit) {
            return Err(format!("unit: not from 1 to {RISCV_PAGESIZE}"));
        }
        if pc > (RISCV_MAX_MEMORY - unit) as u64 {
            return Err(format!(
                "pc: a piece does not fit in {RISCV_MAX_MEMORY} bytes there"
            ));
        }
        Ok(Self {
            version,
            isa,
            pc,
            unit,
        })
    }
}

/// Writes what each piece decodes to when it stands alone at the place.
pub fn push_decoded(out: &mut Vec<u8>, place: &Place, code: &[u8]) -> Result<(), String> {
    if !code.len().is_multiple_of(place.unit) {
        return Err("code: not a whole number of pieces".into());
    }
    let mut bench = Bench::new(place);
    out.extend_from_slice(br#"{"decoded":"#);
    push_list(out, code.chunks_exact(place.unit), |out, piece| {
        out.push(b'"');
        if let Some(instruction) = bench.decode(piece) {
            push_instruction(out, instruction);
        }
        out.push(b'"');
    });
    out.push(b'}');
    Ok(())
}

/// A decoder and a memory that holds one piece at a time.
///
/// The decoder remembers what it decoded at an address, and making it forget takes longer than decoding. So each piece
/// gets an address of its own, a whole number of pages away from the place (where it stands in its page can matter),
/// until there are no more; then everything is forgotten.
struct Bench {
    decoder: Decoder,
    memory: FlatMemory<u64>,
    addresses: Vec<u64>,
    used: usize,
    pc: u64,
    fuses: bool,
}

impl Bench {
    fn new(place: &Place) -> Self {
        let page = RISCV_PAGESIZE as u64;
        let last = (RISCV_MAX_MEMORY - place.unit) as u64;
        // Not memory's last page unless the place is there: where memory ends can matter, too.
        let in_last_page = place.pc + place.unit as u64 + 4 > RISCV_MAX_MEMORY as u64 - page;
        let addresses = if in_last_page {
            vec![place.pc]
        } else {
            (place.pc % page..=last - page)
                .step_by(RISCV_PAGESIZE)
                .collect()
        };
        Self {
            decoder: build_decoder::<u64>(place.isa, place.version),
            memory: FlatMemory::new_with_memory(RISCV_MAX_MEMORY),
            addresses,
            used: 0,
            pc: place.pc,
            fuses: place.isa & ISA_MOP != 0,
        }
    }

    /// The first instruction of a piece, if some decoder accepts it.
    fn decode(&mut self, piece: &[u8]) -> Option<Instruction> {
        // AUIPC and ADDI fuse to a value that depends on pc.
        let needs_pc = self.fuses && piece[0] & 0x7f == 0x17;
        if needs_pc || self.used == self.addresses.len() {
            self.decoder.reset_instructions_cache();
            self.used = 0;
        }
        let address = if needs_pc {
            self.pc
        } else {
            self.addresses[self.used]
        };
        // After a decode at the place itself, everything is to be forgotten before the next.
        self.used = if needs_pc {
            self.addresses.len()
        } else {
            self.used + 1
        };
        let start = address as usize;
        self.memory[start..start + piece.len()].copy_from_slice(piece);
        let decoded = self.decoder.decode(&mut self.memory, address).ok();
        self.memory[start..start + piece.len()].fill(0);
        decoded
    }
}

/// `NAME RD RS1 RS2 IMM LENGTH`. Fused instructions with more registers have them in IMM: rs3 + 32 * rs4.
fn push_instruction(out: &mut Vec<u8>, instruction: Instruction) {
    use TaggedInstruction::{Itype, R4type, R5type, Rtype, Stype, Utype};
    let name = instruction_opcode_name(extract_opcode(instruction));
    let name = name.strip_suffix("_VERSION0").unwrap_or(name);
    out.extend_from_slice(name.strip_suffix("_VERSION1").unwrap_or(name).as_bytes());
    let (rd, rs1, rs2, immediate) = match TaggedInstruction::try_from(instruction) {
        Ok(Rtype(i)) => (i.rd(), i.rs1(), i.rs2(), 0),
        Ok(Itype(i)) => (i.rd(), i.rs1(), 0, i64::from(i.immediate_s())),
        Ok(Stype(i)) => (0, i.rs1(), i.rs2(), i64::from(i.immediate_s())),
        Ok(Utype(i)) => (i.rd(), 0, 0, i64::from(i.immediate_s())),
        Ok(R4type(i)) => (i.rd(), i.rs1(), i.rs2(), i.rs3() as i64),
        Ok(R5type(i)) => (
            i.rd(),
            i.rs1(),
            i.rs2(),
            i.rs3() as i64 + 32 * i.rs4() as i64,
        ),
        Err(_) => (0, 0, 0, 0),
    };
    for register in [rd, rs1, rs2] {
        out.push(b' ');
        push_u64(out, register as u64);
    }
    out.push(b' ');
    push_i64(out, immediate);
    out.push(b' ');
    push_u64(out, u64::from(instruction_length(instruction)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use ckb_vm::{ISA_A, ISA_B, ISA_IMC};

    fn decoded(version: u32, isa: u8, pc: u64, unit: usize, code: &[u8]) -> String {
        let mut out = Vec::new();
        let place = Place::new(version, isa, pc, unit).unwrap();
        push_decoded(&mut out, &place, code).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn words(words: &[u32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// Encodings assembled by hand from the manual's formats.
    #[test]
    fn operands_stand_in_their_places() {
        let code = words(&[
            0x0073_0293, // addi x5, x6, 7
            0xfe52_0ee3, // beq x4, x5, -4
            0xff43_3283, // ld x5, -12(x6)
            0xfe53_3a23, // sd x5, -12(x6)
            0x8000_00b7, // lui x1, 0x80000
            0xffff_ffff,
            0x0073_02b3, // add x5, x6, x7
        ]);
        assert_eq!(
            decoded(0, ISA_IMC, 0x1000, 4, &code),
            r#"{"decoded":["ADDI 5 6 0 7 4","BEQ 0 4 5 -4 4","LD 5 6 0 -12 4","SD 0 6 5 -12 4","LUI 1 0 0 -2147483648 4","","ADD 5 6 7 0 4"]}"#
        );
    }

    #[test]
    fn an_isa_set_that_is_off_accepts_nothing() {
        let code = words(&[0x1003_22af, 0x2072_a2b3]); // lr.w x5, (x6); sh1add x5, x5, x7
        assert_eq!(decoded(2, ISA_IMC, 0, 4, &code), r#"{"decoded":["",""]}"#);
        assert_eq!(
            decoded(2, ISA_A | ISA_B, 0, 4, &code),
            r#"{"decoded":["LR_W 5 6 0 0 4","SH1ADD 5 5 7 0 4"]}"#
        );
    }

    /// More pieces than there are addresses, so that each address is used again.
    #[test]
    fn nothing_of_an_earlier_piece_is_left() {
        let code: Vec<u8> = (0..5000u32)
            .flat_map(|k| ((k % 2048) << 20 | 0x13).to_le_bytes())
            .collect();
        for pc in [0, 0xffe, 0x3f_fffc] {
            let text = decoded(2, ISA_IMC, pc, 4, &code);
            let list = text.split('"').filter(|item| item.starts_with("ADDI"));
            let list: Vec<&str> = list.collect();
            assert_eq!(list.len(), 5000);
            for (k, item) in list.into_iter().enumerate() {
                assert_eq!(item, format!("ADDI 0 0 0 {} 4", k % 2048));
            }
        }
    }

    /// auipc x5, 1; addi x5, x5, 2 is one load of pc + 4098 in version 2; with a piece of another kind around it.
    #[test]
    fn fused_values_are_those_of_the_place() {
        let code = words(&[
            0x13,
            0x13,
            0x1297,
            0x0022_8293,
            0x13,
            0x13,
            0x1297,
            0x0022_8293,
        ]);
        assert_eq!(
            decoded(2, ISA_MOP, 0x5000, 8, &code),
            r#"{"decoded":["ADDI 0 0 0 0 4","CUSTOM_LOAD_IMM 5 0 0 24578 8","ADDI 0 0 0 0 4","CUSTOM_LOAD_IMM 5 0 0 24578 8"]}"#
        );
    }
}
