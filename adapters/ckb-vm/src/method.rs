//! The methods of the protocol. Each writes its result, or says which of JSON-RPC's errors it is.

use ckb_vm::{Error, RISCV_MAX_MEMORY};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::bridge;
use crate::calls;
use crate::decode;
use crate::engine::Engine;
use crate::fault;
use crate::finish::{push_finish, push_short_finish};
use crate::kept_worlds::{self, KeptWorlds};
use crate::leg::{self, Start};
use crate::request::{DecodeShape, RelayShape, RunShape};
use crate::world::World;

/// An error of JSON-RPC.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    pub code: i32,
    pub message: String,
}

impl Failure {
    pub fn not_json(message: String) -> Self {
        Self {
            code: -32700,
            message,
        }
    }

    pub fn not_a_request(message: String) -> Self {
        Self {
            code: -32600,
            message,
        }
    }

    fn no_such_method(method: &str) -> Self {
        Self {
            code: -32601,
            message: format!("there is no method {method:.40?}"),
        }
    }

    fn wrong_parameters(message: String) -> Self {
        Self {
            code: -32602,
            message,
        }
    }

    pub fn vm_failed(message: String) -> Self {
        Self {
            code: -32603,
            message,
        }
    }
}

/// Calls a method; its result is written to `out`.
pub fn call<E: Engine>(
    method: &str,
    params: Option<&RawValue>,
    worlds: &mut KeptWorlds,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    let params = params.map_or("{}", RawValue::get);
    match method {
        "initialize" => initialize::<E>(shape(params)?, out),
        "run" => run::<E>(shape(params)?, worlds, out),
        "relay" => relay::<E>(shape(params)?, worlds, out),
        "decode" => decode_all(shape(params)?, out),
        other => Err(Failure::no_such_method(other)),
    }
}

fn shape<'a, T: Deserialize<'a>>(params: &'a str) -> Result<T, Failure> {
    serde_json::from_str(params)
        .map_err(|error| Failure::wrong_parameters(format!("params: {error}")))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InitializeShape {
    protocol_version: u64,
}

fn initialize<E: Engine>(shape: InitializeShape, out: &mut Vec<u8>) -> Result<(), Failure> {
    if shape.protocol_version != 1 {
        return Err(Failure::wrong_parameters(
            "protocolVersion: only 1 is spoken here".into(),
        ));
    }
    let mut answer = serde_json::json!({
        "protocolVersion": 1,
        "name": format!("{}:{}", bridge::FAMILY, E::NAME),
        "version": bridge::VM_VERSION,
        "capabilities": {
            "versions": [0, 1, 2],
            "isa": "imc,a,b,mop",
            "memorySizeMin": E::MEMORY_SIZE_MIN,
            "memorySizeMax": RISCV_MAX_MEMORY,
            "memorySizeStep": E::MEMORY_SIZE_STEP,
            "costs": ["real", "constant"],
            "systemCalls": calls::OFFERED,
            "observes": [
                "registers", "pc", "cycles", "maxCycles", "reservation", "pageFlags", "memory", "output",
            ],
            "faultPayloads": fault::PAYLOADS,
            "snapshots": true,
            "writableCode": E::WRITABLE_CODE,
            "relay": true,
            "keepsWorlds": kept_worlds::MOST,
        },
    });
    let optional = [("blocks", E::BLOCKS), ("pcInCalls", E::PC_IN_CALLS)];
    for (member, said) in optional {
        if let Some(said) = said {
            answer["capabilities"][member] = said.into();
        }
    }
    serde_json::to_writer(out, &answer).expect("a vector takes everything");
    Ok(())
}

fn run<E: Engine>(
    shape: RunShape,
    worlds: &mut KeptWorlds,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    let world = worlds
        .read::<E>(&shape.world)
        .map_err(Failure::wrong_parameters)?;
    let start = shape.leg.start().map_err(Failure::wrong_parameters)?;
    let max_cycles = shape.leg.max_cycles().map_err(Failure::wrong_parameters)?;
    let snapshot = shape.leg.snapshot;
    if world.write_xor_execute {
        push_run::<E>(out, &world, &start, max_cycles, snapshot)
    } else {
        push_run::<E::WithoutWXorX>(out, &world, &start, max_cycles, snapshot)
    }
}

fn push_run<E: Engine>(
    out: &mut Vec<u8>,
    world: &World,
    start: &Start,
    max_cycles: u64,
    snapshot: bool,
) -> Result<(), Failure> {
    let mut ended = leg::run::<E>(world, start, max_cycles);
    push_finish(out, &mut ended, snapshot).map_err(Failure::vm_failed)
}

/// Legs one behind the other. Snapshots between them are handed over as they are.
fn relay<E: Engine>(
    shape: RelayShape,
    worlds: &mut KeptWorlds,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    let world = worlds
        .read::<E>(&shape.world)
        .map_err(Failure::wrong_parameters)?;
    let start = shape
        .start
        .start("start")
        .map_err(Failure::wrong_parameters)?;
    let limits = shape.limits().map_err(Failure::wrong_parameters)?;
    if world.write_xor_execute {
        push_relay::<E>(out, &world, start, &limits, shape.snapshot)
    } else {
        push_relay::<E::WithoutWXorX>(out, &world, start, &limits, shape.snapshot)
    }
}

fn push_relay<E: Engine>(
    out: &mut Vec<u8>,
    world: &World,
    mut start: Start,
    limits: &[u64],
    snapshot: bool,
) -> Result<(), Failure> {
    out.extend_from_slice(br#"{"finishes":["#);
    for (index, max_cycles) in limits.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let mut ended = leg::run::<E>(world, &start, *max_cycles);
        let goes_on = ended.result == Err(Error::CyclesExceeded) && index + 1 < limits.len();
        if !goes_on {
            push_finish(out, &mut ended, snapshot).map_err(Failure::vm_failed)?;
            break;
        }
        push_short_finish(out, &mut ended).map_err(Failure::vm_failed)?;
        let made = ended.snapshot().map_err(Failure::vm_failed)?;
        start = Start::Snapshot(Box::new(made));
    }
    out.extend_from_slice(b"]}");
    Ok(())
}

fn decode_all(shape: DecodeShape, out: &mut Vec<u8>) -> Result<(), Failure> {
    let written = (|| {
        let place = decode::Place::new(shape.version()?, shape.isa()?, shape.pc()?, shape.unit)?;
        decode::push_decoded(out, &place, &shape.code()?)
    })();
    written.map_err(Failure::wrong_parameters)
}
