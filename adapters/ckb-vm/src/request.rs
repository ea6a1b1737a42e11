//! Requests: shapes as they stand on the line, and their members as values. Input is not trusted.

use base64::engine::general_purpose::STANDARD;
use base64::Engine as _;
use bytes::Bytes;
use ckb_vm::{ISA_A, ISA_B, ISA_IMC, ISA_MOP, RISCV_MAX_MEMORY};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

use crate::calls;
use crate::engine::Engine;
use crate::leg::Start;
use crate::snapshot;
use crate::world::{Cost, Pieces, World};

/// Text that is not copied where the line has it without escapes, also inside lists.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);

/// A whole world, or the id of one that came before.
pub enum WorldShape<'a> {
    Kept(u64),
    Whole(Box<WorldMembers<'a>>),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorldMembers<'a> {
    /// Under which it is kept.
    #[serde(default, deserialize_with = "present")]
    pub id: Option<u64>,
    version: u32,
    #[serde(borrow)]
    isa: Cow<'a, str>,
    memory_size: usize,
    #[serde(borrow)]
    cost: Cow<'a, str>,
    #[serde(borrow)]
    program: Cow<'a, str>,
    #[serde(borrow)]
    args: Vec<Text<'a>>,
    #[serde(borrow)]
    sources: Vec<PieceShape<'a>>,
    mark_program: bool,
    system_calls: Vec<u64>,
    /// Only sent when it is false.
    #[serde(default = "yes")]
    write_xor_execute: bool,
}

fn yes() -> bool {
    true
}

/// A member that may be left out, but not be null.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    u64::deserialize(deserializer).map(Some)
}

impl<'de: 'a, 'a> Deserialize<'de> for WorldShape<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WorldVisitor;
        impl<'de> Visitor<'de> for WorldVisitor {
            type Value = WorldShape<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a world, or the id of one")
            }

            fn visit_u64<E: de::Error>(self, id: u64) -> Result<Self::Value, E> {
                Ok(WorldShape::Kept(id))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let members = de::value::MapAccessDeserializer::new(map);
                WorldMembers::deserialize(members).map(|whole| WorldShape::Whole(Box::new(whole)))
            }
        }
        deserializer.deserialize_any(WorldVisitor)
    }
}

#[derive(Deserialize)]
struct PieceShape<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    bytes: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LegShape<'a> {
    #[serde(borrow)]
    start: StartShape<'a>,
    #[serde(borrow)]
    max_cycles: Cow<'a, str>,
    pub snapshot: bool,
}

#[derive(Deserialize)]
pub struct RunShape<'a> {
    #[serde(borrow)]
    pub world: WorldShape<'a>,
    #[serde(borrow)]
    pub leg: LegShape<'a>,
}

#[derive(Deserialize)]
pub struct RelayShape<'a> {
    #[serde(borrow)]
    pub world: WorldShape<'a>,
    #[serde(borrow)]
    pub start: StartShape<'a>,
    #[serde(borrow)]
    limits: Vec<Text<'a>>,
    pub snapshot: bool,
}

#[derive(Deserialize)]
pub struct DecodeShape<'a> {
    pub version: u32,
    #[serde(borrow)]
    isa: Cow<'a, str>,
    #[serde(borrow)]
    pc: Cow<'a, str>,
    pub unit: usize,
    #[serde(borrow)]
    code: Cow<'a, str>,
}

/// `"boot"` or `{"snapshot": bytes}`.
pub enum StartShape<'a> {
    Boot,
    Snapshot(Cow<'a, str>),
}

#[derive(Deserialize)]
struct SnapshotShape<'a> {
    #[serde(borrow)]
    snapshot: Cow<'a, str>,
}

impl<'de: 'a, 'a> Deserialize<'de> for StartShape<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StartVisitor;
        impl<'de> Visitor<'de> for StartVisitor {
            type Value = StartShape<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("\"boot\" or {\"snapshot\": bytes}")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                match text {
                    "boot" => Ok(StartShape::Boot),
                    other => Err(E::invalid_value(de::Unexpected::Str(other), &self)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let members = de::value::MapAccessDeserializer::new(map);
                SnapshotShape::deserialize(members)
                    .map(|shape| StartShape::Snapshot(shape.snapshot))
            }
        }
        deserializer.deserialize_any(StartVisitor)
    }
}

impl WorldMembers<'_> {
    /// The world, if the engine can run it.
    pub fn world<E: Engine>(&self) -> Result<World, String> {
        check_memory_size::<E>(self.memory_size)?;
        let program = bytes("world.program", &self.program)?;
        let listed = self.sources.iter().map(|PieceShape { id, bytes: text }| {
            Ok((
                number("world.sources.id", id)?,
                bytes("world.sources.bytes", text)?,
            ))
        });
        let pieces = Pieces::new(listed.collect::<Result<Vec<_>, String>>()?, program.clone());
        let args = self.args.iter().map(|text| bytes("world.args", &text.0));
        if let Some(call) = self
            .system_calls
            .iter()
            .find(|call| !calls::OFFERED.contains(call))
        {
            return Err(format!("world.systemCalls: {call} cannot be offered"));
        }
        if !self.write_xor_execute && !E::WRITABLE_CODE {
            return Err("world.writeXorExecute: this engine never lets code be written".into());
        }
        Ok(World {
            version: version("world.version", self.version)?,
            isa: isa("world.isa", &self.isa)?,
            memory_size: self.memory_size,
            cost: match &*self.cost {
                "real" => Cost::Real,
                "constant" => Cost::Constant,
                other => return Err(format!("world.cost: no cost model {other:?}")),
            },
            program,
            args: args.collect::<Result<_, _>>()?,
            pieces,
            mark_program: self.mark_program,
            system_calls: self.system_calls.clone(),
            write_xor_execute: self.write_xor_execute,
        })
    }
}

impl LegShape<'_> {
    pub fn start(&self) -> Result<Start, String> {
        self.start.start("leg.start")
    }

    pub fn max_cycles(&self) -> Result<u64, String> {
        number("leg.maxCycles", &self.max_cycles)
    }
}

impl RelayShape<'_> {
    /// At least one limit.
    pub fn limits(&self) -> Result<Vec<u64>, String> {
        if self.limits.is_empty() {
            return Err("limits: at least one is needed".into());
        }
        self.limits
            .iter()
            .map(|text| number("limits", &text.0))
            .collect()
    }
}

impl StartShape<'_> {
    pub fn start(&self, member: &str) -> Result<Start, String> {
        let StartShape::Snapshot(text) = self else {
            return Ok(Start::Boot);
        };
        let member = format!("{member}.snapshot");
        let decoded = snapshot::decode(&bytes(&member, text)?);
        decoded
            .map(|snapshot| Start::Snapshot(Box::new(snapshot)))
            .map_err(|reason| format!("{member}: not a snapshot: {reason}"))
    }
}

impl DecodeShape<'_> {
    pub fn version(&self) -> Result<u32, String> {
        version("version", self.version)
    }

    pub fn isa(&self) -> Result<u8, String> {
        isa("isa", &self.isa)
    }

    pub fn pc(&self) -> Result<u64, String> {
        number("pc", &self.pc)
    }

    pub fn code(&self) -> Result<Bytes, String> {
        bytes("code", &self.code)
    }
}

fn check_memory_size<E: Engine>(size: usize) -> Result<(), String> {
    let (least, step) = (E::MEMORY_SIZE_MIN, E::MEMORY_SIZE_STEP);
    if (least..=RISCV_MAX_MEMORY).contains(&size) && size.is_multiple_of(step) {
        return Ok(());
    }
    Err(format!(
        "world.memorySize: {size} is not a multiple of {step} from {least} to {RISCV_MAX_MEMORY}"
    ))
}

fn version(member: &str, version: u32) -> Result<u32, String> {
    if version <= 2 {
        return Ok(version);
    }
    Err(format!("{member}: there is no VM version {version}"))
}

/// `imc` and any of `a`, `b`, `mop`.
fn isa(member: &str, text: &str) -> Result<u8, String> {
    let mut names = text.split(',');
    if names.next() != Some("imc") {
        return Err(format!("{member}: does not start with imc"));
    }
    names.try_fold(ISA_IMC, |set, name| {
        Ok(set
            | match name {
                "a" => ISA_A,
                "b" => ISA_B,
                "mop" => ISA_MOP,
                other => return Err(format!("{member}: there is no ISA set {other:?}")),
            })
    })
}

/// `"0x…"`, lower case, without leading zeroes.
fn number(member: &str, text: &str) -> Result<u64, String> {
    parse_number(text).ok_or_else(|| format!("{member}: {:.40?} is not a 64-bit number", text))
}

fn parse_number(text: &str) -> Option<u64> {
    let digits = text.strip_prefix("0x")?;
    let leading_zero = digits.len() > 1 && digits.starts_with('0');
    let all_digits = digits
        .bytes()
        .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    if leading_zero || !all_digits {
        return None;
    }
    u64::from_str_radix(digits, 16).ok()
}

fn bytes(member: &str, text: &str) -> Result<Bytes, String> {
    match STANDARD.decode(text) {
        Ok(decoded) => Ok(Bytes::from(decoded)),
        Err(error) => Err(format!("{member}: not base64: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Asm, Plain};

    #[test]
    fn numbers_have_one_form() {
        assert_eq!(parse_number("0x0"), Some(0));
        assert_eq!(parse_number("0xffffffffffffffff"), Some(u64::MAX));
        for text in [
            "",
            "0x",
            "0x00",
            "0x01",
            "0xA",
            "0x+1",
            "1",
            "-0x1",
            "0x10000000000000000",
        ] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn isa_sets() {
        assert_eq!(isa("isa", "imc"), Ok(ISA_IMC));
        assert_eq!(isa("isa", "imc,mop,a,b"), Ok(ISA_A | ISA_B | ISA_MOP));
        for text in ["", "a", "imc,", "imc,x", "IMC", "imc, a"] {
            assert!(isa("isa", text).is_err(), "{text}");
        }
    }

    #[test]
    fn memory_sizes() {
        assert!(check_memory_size::<Plain>(4096).is_ok());
        assert!(check_memory_size::<Plain>(4 << 20).is_ok());
        for size in [0, 4097, (4 << 20) + 4096, usize::MAX] {
            assert!(check_memory_size::<Plain>(size).is_err(), "{size}");
        }
        assert!(check_memory_size::<Asm>(4 << 20).is_ok());
        assert!(check_memory_size::<Asm>(1 << 20).is_err());
    }

    #[test]
    fn starts() {
        let read = |text| serde_json::from_str::<StartShape>(text);
        assert!(matches!(read("\"boot\""), Ok(StartShape::Boot)));
        assert!(matches!(
            read(r#"{"more": [1], "snapshot": "AA=="}"#),
            Ok(StartShape::Snapshot(text)) if text == "AA=="
        ));
        for text in ["\"reboot\"", "{}", "3", "null", r#"{"snapshot": 3}"#] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
