//! Whole lines, asked and answered.

use super::*;
use crate::bridge;
use crate::engine::{Asm, FlatCore, Plain, Trace};
use crate::write::push_bytes;
use ckb_vm::{DefaultMachine, Error};

fn answer_of<E: Engine>(line: &str) -> serde_json::Value {
    answer_after::<E>(&mut KeptWorlds::default(), line)
}

fn answer_after<E: Engine>(worlds: &mut KeptWorlds, line: &str) -> serde_json::Value {
    let mut answers = Vec::new();
    answer::<E>(line.as_bytes(), worlds, &mut answers);
    assert_eq!(answers.iter().filter(|byte| **byte == b'\n').count(), 1);
    serde_json::from_slice(&answers).unwrap()
}

fn code_of(line: &str) -> i64 {
    code_from::<Plain>(line)
}

fn code_from<E: Engine>(line: &str) -> i64 {
    answer_of::<E>(line)["error"]["code"].as_i64().unwrap()
}

#[test]
fn what_is_no_request_gets_the_documented_codes() {
    assert_eq!(code_of("{"), -32700);
    assert_eq!(code_of("\u{1}"), -32700);
    assert_eq!(code_of("[]"), -32600);
    assert_eq!(
        code_of(r#"["2.0", 1, "initialize", {"protocolVersion": 1}]"#),
        -32600
    );
    assert_eq!(code_of(r#"{"jsonrpc":"2.0","method":"run"}"#), -32600);
    assert_eq!(
        code_of(r#"{"jsonrpc":"1.0","id":1,"method":"run"}"#),
        -32600
    );
    assert_eq!(
        code_of(r#"{"jsonrpc":"2.0","id":1,"method":"fly"}"#),
        -32601
    );
    assert_eq!(
        code_of(r#"{"jsonrpc":"2.0","id":1,"method":"run"}"#),
        -32602
    );
    assert_eq!(
        code_of(r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":2}}"#),
        -32602
    );
}

/// li a0, 7; li a7, 93; ecall.
const EXITING: [u32; 3] = [0x0070_0513, 0x05d0_0893, 0x0000_0073];

/// One executable page at 0x10000 with this code on it.
fn program(code: &[u32]) -> Vec<u8> {
    let mut elf = vec![0; 120];
    elf[..7].copy_from_slice(b"\x7fELF\x02\x01\x01");
    elf[16..20].copy_from_slice(&[2, 0, 243, 0]);
    elf[24..32].copy_from_slice(&0x10000u64.to_le_bytes()); // e_entry
    elf[32..40].copy_from_slice(&64u64.to_le_bytes()); // e_phoff
    elf[54..58].copy_from_slice(&[56, 0, 1, 0]); // e_phentsize, e_phnum
    elf[64..72].copy_from_slice(&[1, 0, 0, 0, 5, 0, 0, 0]); // PT_LOAD, R and X
    let size = 4 * code.len() as u64;
    for (offset, value) in [(72, 120), (80, 0x10000), (96, size), (104, size)] {
        elf[offset..offset + 8].copy_from_slice(&value.to_le_bytes());
    }
    elf.extend(code.iter().flat_map(|word| word.to_le_bytes()));
    elf
}

fn run_line(start: &str) -> String {
    line_of(&EXITING, start, "")
}

/// A request to run code under a limit of 1,000 cycles, in a world with these members more.
fn line_of(code: &[u32], start: &str, members: &str) -> String {
    let mut bytes = Vec::new();
    push_bytes(&mut bytes, &program(code));
    let program = String::from_utf8(bytes).unwrap();
    format!(
        r#"{{"jsonrpc":"2.0","id":9,"method":"run","params":{{"world":{{"version":2,"isa":"imc","memorySize":4194304,"cost":"real","program":{program},"args":[],"sources":[],"markProgram":true,"systemCalls":[]{members}}},"leg":{{"start":{start},"maxCycles":"0x3e8","snapshot":true}}}}}}"#
    )
}

/// Cycles are 1 + 1 + 500 by CKB's table; loading counts 12 bytes of code and 16 of stack.
fn runs_to_its_end<E: Engine>() {
    let answer = answer_of::<E>(&run_line("\"boot\""));
    let finish = &answer["result"];
    assert_eq!(answer["id"], 9);
    assert_eq!(
        finish["stop"],
        serde_json::json!({"kind": "exit", "code": 7})
    );
    assert_eq!(finish["started"], true);
    assert_eq!(finish["loadedBytes"], "0x1c");
    let state = &finish["state"];
    assert_eq!(state["registers"][2], "0x3ffff0");
    assert_eq!(state["registers"][10], "0x7");
    assert_eq!(state["pc"], "0x1000c");
    assert_eq!(state["cycles"], "0x1f6");
    assert_eq!(state["maxCycles"], "0x3e8");
    assert_eq!(state["reservation"], "0xffffffffffffffff");
    // Frozen, executable and dirty: the page is not whole in the file, so it is not tracked.
    assert_eq!(state["pageFlags"], serde_json::json!([[16, 7]]));
    assert_eq!(
        state["memory"],
        serde_json::json!([["0x10000", "EwVwAJMI0AVz"]])
    );
    let snapshot = format!(r#"{{"snapshot":{}}}"#, finish["snapshot"]);
    let resumed = answer_of::<E>(&run_line(&snapshot));
    // Behind the exit lie zeroes, which are no instruction.
    assert_eq!(
        resumed["result"]["stop"]["fault"],
        serde_json::json!({"name": "InvalidInstruction", "pc": "0x1000c", "instruction": 0})
    );
    assert_eq!(resumed["result"]["state"]["cycles"], "0x1f6");
}

#[test]
fn each_engine_runs_a_program_to_its_end_and_resumes_behind_it() {
    runs_to_its_end::<Plain>();
    runs_to_its_end::<Trace>();
    runs_to_its_end::<Asm>();
}

/// auipc t0, 0; li a7, 93; lw t1, 32(t0); sw t1, 24(t0); j .+8; 0; li a0, 4; ecall; and `li a0, 5` as data, which
/// the store puts over `li a0, 4`.
const WRITING: [u32; 9] = [
    0x0000_0297,
    0x05d0_0893,
    0x0202_a303,
    0x0062_ac23,
    0x0080_006f,
    0,
    0x0040_0513,
    0x0000_0073,
    0x0050_0513,
];
const WITHOUT_W_XOR_X: &str = r#","writeXorExecute":false"#;

fn lets_code_be_written<E: Engine>() {
    let answer = answer_of::<E>(&line_of(&WRITING, "\"boot\"", WITHOUT_W_XOR_X));
    let finish = &answer["result"];
    assert_eq!(
        finish["stop"],
        serde_json::json!({"kind": "exit", "code": 5})
    );
    // Dirty and nothing else: without W^X loading adds no flags.
    assert_eq!(finish["state"]["pageFlags"], serde_json::json!([[16, 4]]));
    let relay = line_of(&WRITING, "\"boot\"", WITHOUT_W_XOR_X)
        .replace(r#""method":"run""#, r#""method":"relay""#)
        .replace(
            r#""leg":{"start":"boot","maxCycles":"0x3e8","snapshot":true}"#,
            r#""start":"boot","limits":["0x6","0x3e8"],"snapshot":false"#,
        );
    let finishes = &answer_of::<E>(&relay)["result"]["finishes"];
    assert_eq!(finishes[0]["stop"], serde_json::json!({"kind": "budget"}));
    assert_eq!(finishes[1]["stop"], finish["stop"]);
    assert_eq!(finishes[1]["state"], finish["state"]);
}

#[test]
fn the_interpreters_let_code_be_written_in_worlds_without_w_xor_x() {
    lets_code_be_written::<Plain>();
    lets_code_be_written::<Trace>();
}

fn forbids_it_in_others<E: Engine>() {
    for members in ["", r#","writeXorExecute":true"#] {
        let answer = answer_of::<E>(&line_of(&WRITING, "\"boot\"", members));
        let stop = &answer["result"]["stop"];
        assert_eq!(stop["fault"]["name"], "MemWriteOnExecutablePage");
    }
    for wrong in ["null", "0", "\"no\""] {
        let members = format!(r#","writeXorExecute":{wrong}"#);
        let line = line_of(&WRITING, "\"boot\"", &members);
        assert_eq!(code_from::<E>(&line), -32602, "{wrong}");
    }
}

#[test]
fn worlds_with_w_xor_x_are_as_ever() {
    forbids_it_in_others::<Plain>();
    forbids_it_in_others::<Trace>();
    forbids_it_in_others::<Asm>();
}

#[test]
fn the_assembly_engine_refuses_worlds_without_w_xor_x() {
    let line = line_of(&WRITING, "\"boot\"", WITHOUT_W_XOR_X);
    assert_eq!(code_from::<Asm>(&line), -32602);
}

fn says<E: Engine>(capability: &str) -> serde_json::Value {
    let line = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":1}}"#;
    answer_of::<E>(line)["result"]["capabilities"][capability].clone()
}

#[test]
fn engines_say_whether_code_can_be_written() {
    assert_eq!(says::<Plain>("writableCode"), true);
    assert_eq!(says::<Trace>("writableCode"), true);
    assert_eq!(says::<Asm>("writableCode"), false);
}

#[test]
fn engines_say_whether_they_work_on_blocks() {
    assert!(says::<Plain>("blocks").is_null());
    assert_eq!(says::<Trace>("blocks"), "decoded");
    assert_eq!(says::<Asm>("blocks"), "charged");
}

#[test]
fn engines_say_where_pc_is_in_calls() {
    assert!(says::<Plain>("pcInCalls").is_null());
    assert!(says::<Trace>("pcInCalls").is_null());
    assert_eq!(says::<Asm>("pcInCalls"), "behind");
}

#[test]
fn names_say_crate_and_engine() {
    let line = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":1}}"#;
    let result = &answer_of::<Asm>(line)["result"];
    assert_eq!(result["name"], format!("{}:asm", bridge::FAMILY));
    assert_eq!(result["capabilities"]["memorySizeMin"], 4194304);
}

struct Panicking(DefaultMachine<FlatCore>);

impl Engine for Panicking {
    type Core = FlatCore;
    type WithoutWXorX = Self;

    const WRITABLE_CODE: bool = false;
    const NAME: &'static str = "panicking";
    const MEMORY_SIZE_MIN: usize = 4096;
    const MEMORY_SIZE_STEP: usize = 4096;
    const FRESH_ALLOCATION: i32 = 1 << 20;

    fn new(machine: DefaultMachine<FlatCore>) -> Self {
        Self(machine)
    }

    fn machine(&mut self) -> &mut DefaultMachine<FlatCore> {
        &mut self.0
    }

    fn run(&mut self) -> Result<i8, Error> {
        panic!("on\ntwo lines")
    }
}

#[test]
fn a_panic_of_the_vm_is_an_error_in_one_line() {
    let answer = answer_of::<Panicking>(&run_line("\"boot\""));
    assert_eq!(answer["id"], 9);
    assert_eq!(
        answer["error"],
        serde_json::json!({"code": -32603, "message": "the VM panicked: on two lines"})
    );
}

/// The request above with another world: whole with an id, or the id alone.
fn keeping(id: u64, code: &[u32]) -> String {
    line_of(code, "\"boot\"", &format!(r#","id":{id}"#))
}

fn naming(id: &str) -> String {
    let line = run_line("\"boot\"");
    let (start, end) = (
        line.find(r#"{"version""#).unwrap(),
        line.find(r#","leg""#).unwrap(),
    );
    format!("{}{id}{}", &line[..start], &line[end..])
}

/// li a0, 8; li a7, 93; ecall.
const EXITING_OTHERWISE: [u32; 3] = [0x0080_0513, 0x05d0_0893, 0x0000_0073];

#[test]
fn a_world_that_came_with_an_id_is_kept() {
    let worlds = &mut KeptWorlds::default();
    let first = answer_after::<Plain>(worlds, &keeping(1, &EXITING));
    let second = answer_after::<Plain>(worlds, &keeping(2, &EXITING_OTHERWISE));
    assert_eq!(first["result"]["stop"]["code"], 7);
    assert_eq!(second["result"]["stop"]["code"], 8);
    assert_eq!(answer_after::<Plain>(worlds, &naming("1")), first);
    assert_eq!(answer_after::<Plain>(worlds, &naming("2")), second);
    // An id that comes again stands for the newer world.
    answer_after::<Plain>(worlds, &keeping(1, &EXITING_OTHERWISE));
    let renamed = answer_after::<Plain>(worlds, &naming("1"));
    assert_eq!(renamed["result"]["stop"]["code"], 8);
}

#[test]
fn the_oldest_world_goes_and_never_stands_for_another() {
    let worlds = &mut KeptWorlds::default();
    let most = crate::kept_worlds::MOST as u64;
    for id in 0..=most {
        answer_after::<Plain>(worlds, &keeping(id, &EXITING));
    }
    let gone = answer_after::<Plain>(worlds, &naming("0"));
    assert_eq!(gone["error"]["code"], -32602);
    let message = gone["error"]["message"].as_str().unwrap();
    assert_eq!(message, "world: no world with the id 0 is kept");
    for id in [1, most] {
        let kept = answer_after::<Plain>(worlds, &naming(&id.to_string()));
        assert_eq!(kept["result"]["stop"]["code"], 7, "{id}");
    }
}

#[test]
fn wrong_ids_are_wrong_parameters_and_what_is_refused_is_not_kept() {
    for id in ["7", "-1", "1.5", "\"1\"", "null", "[]"] {
        assert_eq!(code_of(&naming(id)), -32602, "{id}");
    }
    for id in ["-1", "1.5", "\"1\"", "null", "[]", "18446744073709551616"] {
        let line = line_of(&EXITING, "\"boot\"", &format!(r#","id":{id}"#));
        assert_eq!(code_of(&line), -32602, "{id}");
    }
    let worlds = &mut KeptWorlds::default();
    let refused = keeping(3, &EXITING).replace(r#""isa":"imc""#, r#""isa":"imx""#);
    assert_eq!(
        answer_after::<Plain>(worlds, &refused)["error"]["code"],
        -32602
    );
    assert_eq!(
        answer_after::<Plain>(worlds, &naming("3"))["error"]["code"],
        -32602
    );
}

#[test]
fn a_relay_takes_a_kept_world() {
    let worlds = &mut KeptWorlds::default();
    let run = answer_after::<Plain>(worlds, &keeping(5, &EXITING));
    let relay = naming("5")
        .replace(r#""method":"run""#, r#""method":"relay""#)
        .replace(
            r#""leg":{"start":"boot","maxCycles":"0x3e8","snapshot":true}"#,
            r#""start":"boot","limits":["0x2","0x3e8"],"snapshot":true"#,
        );
    let finishes = &answer_after::<Plain>(worlds, &relay)["result"]["finishes"];
    assert_eq!(finishes[1]["state"], run["result"]["state"]);
}
