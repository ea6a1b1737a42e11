//! Lines in, lines out.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};

use crate::allocator;
use crate::engine::Engine;
use crate::method::{self, Failure};
use crate::write::push_text;

/// The longest line that is read.
const LINE_MAX: u64 = 64 << 20;

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    jsonrpc: Cow<'a, str>,
    id: serde_json::Number,
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    params: Option<&'a RawValue>,
}

/// Answers requests until standard input ends.
pub fn serve<E: Engine>() -> io::Result<()> {
    allocator::map_fresh_from(E::FRESH_ALLOCATION);
    let mut input = BufReader::with_capacity(1 << 18, io::stdin().lock());
    let mut output = io::stdout().lock();
    let mut line = Vec::new();
    let mut answers = Vec::new();
    loop {
        line.clear();
        let length = input.by_ref().take(LINE_MAX).read_until(b'\n', &mut line)?;
        if length == 0 {
            return output.flush();
        }
        if line.last() != Some(&b'\n') && length as u64 == LINE_MAX {
            skip_line(&mut input)?;
            let failure = Failure::not_a_request("a line is at most 64 MiB".into());
            push_failure(&mut answers, "null", &failure);
        } else if !line.trim_ascii().is_empty() {
            answer::<E>(&line, &mut answers);
        }
        // A client that sends several requests before it reads gets several answers in one write.
        if answers.len() > 1 << 20 || !input.buffer().contains(&b'\n') {
            output.write_all(&answers)?;
            output.flush()?;
            answers.clear();
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (used, done) = match end {
            Some(index) => (index + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(used);
        if done {
            return Ok(());
        }
    }
}

/// Answers one line, whatever stands on it and whatever happens.
fn answer<E: Engine>(line: &[u8], answers: &mut Vec<u8>) {
    let request = match read_request(line) {
        Ok(request) => request,
        Err(failure) => return push_failure(answers, "null", &failure),
    };
    let id = request.id.to_string();
    let start = answers.len();
    answers.extend_from_slice(br#"{"jsonrpc":"2.0","id":"#);
    answers.extend_from_slice(id.as_bytes());
    answers.extend_from_slice(br#","result":"#);
    // What a panic left half done is not used again: each leg has its own machine, and the answer is cut off below.
    let called = catch_unwind(AssertUnwindSafe(|| {
        method::call::<E>(&request.method, request.params, answers)
    }));
    let failure = match called {
        Ok(Ok(())) => return answers.extend_from_slice(b"}\n"),
        Ok(Err(failure)) => failure,
        Err(panic) => Failure::vm_failed(format!("the VM panicked: {}", panic_text(&*panic))),
    };
    answers.truncate(start);
    push_failure(answers, &id, &failure);
}

fn read_request(line: &[u8]) -> Result<Request<'_>, Failure> {
    let request: Request = serde_json::from_slice(line).map_err(|error| {
        if error.is_data() {
            Failure::not_a_request(error.to_string())
        } else {
            Failure::not_json(error.to_string())
        }
    })?;
    // Serde would take the members in a list as well.
    if line.trim_ascii_start().first() != Some(&b'{') {
        return Err(Failure::not_a_request("not an object".into()));
    }
    if request.jsonrpc != "2.0" {
        return Err(Failure::not_a_request(
            "jsonrpc: only 2.0 is spoken here".into(),
        ));
    }
    Ok(request)
}

fn push_failure(answers: &mut Vec<u8>, id: &str, failure: &Failure) {
    answers.extend_from_slice(br#"{"jsonrpc":"2.0","id":"#);
    answers.extend_from_slice(id.as_bytes());
    answers.extend_from_slice(br#","error":{"code":"#);
    answers.extend_from_slice(failure.code.to_string().as_bytes());
    answers.extend_from_slice(br#","message":"#);
    push_text(answers, &failure.message.replace(['\n', '\r'], " "));
    answers.extend_from_slice(b"}}\n");
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    if let Some(text) = panic.downcast_ref::<String>() {
        return text;
    }
    panic
        .downcast_ref::<&str>()
        .copied()
        .unwrap_or("without a text")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bridge;
    use crate::engine::{Asm, FlatCore, Plain, Trace};
    use crate::write::push_bytes;
    use ckb_vm::{DefaultMachine, Error};

    fn answer_of<E: Engine>(line: &str) -> serde_json::Value {
        let mut answers = Vec::new();
        answer::<E>(line.as_bytes(), &mut answers);
        assert_eq!(answers.iter().filter(|byte| **byte == b'\n').count(), 1);
        serde_json::from_slice(&answers).unwrap()
    }

    fn code_of(line: &str) -> i64 {
        answer_of::<Plain>(line)["error"]["code"].as_i64().unwrap()
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
            code_of(
                r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":2}}"#
            ),
            -32602
        );
    }

    /// One executable page at 0x10000: li a0, 7; li a7, 93; ecall.
    fn program() -> Vec<u8> {
        let mut elf = vec![0; 132];
        elf[..7].copy_from_slice(b"\x7fELF\x02\x01\x01");
        elf[16..20].copy_from_slice(&[2, 0, 243, 0]);
        elf[24..32].copy_from_slice(&0x10000u64.to_le_bytes()); // e_entry
        elf[32..40].copy_from_slice(&64u64.to_le_bytes()); // e_phoff
        elf[54..58].copy_from_slice(&[56, 0, 1, 0]); // e_phentsize, e_phnum
        elf[64..72].copy_from_slice(&[1, 0, 0, 0, 5, 0, 0, 0]); // PT_LOAD, R and X
        for (offset, value) in [(72, 120u64), (80, 0x10000), (96, 12), (104, 12)] {
            elf[offset..offset + 8].copy_from_slice(&value.to_le_bytes());
        }
        let code = [0x0070_0513u32, 0x05d0_0893, 0x0000_0073];
        elf[120..132].copy_from_slice(&code.map(u32::to_le_bytes).concat());
        elf
    }

    fn run_line(start: &str) -> String {
        let mut bytes = Vec::new();
        push_bytes(&mut bytes, &program());
        let program = String::from_utf8(bytes).unwrap();
        format!(
            r#"{{"jsonrpc":"2.0","id":9,"method":"run","params":{{"world":{{"version":2,"isa":"imc","memorySize":4194304,"cost":"real","program":{program},"args":[],"sources":[],"markProgram":true,"systemCalls":[]}},"leg":{{"start":{start},"maxCycles":"0x3e8","snapshot":true}}}}}}"#
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

    #[test]
    fn names_say_crate_and_engine() {
        let line =
            r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":1}}"#;
        let result = &answer_of::<Asm>(line)["result"];
        assert_eq!(result["name"], format!("{}:asm", bridge::FAMILY));
        assert_eq!(result["capabilities"]["memorySizeMin"], 4194304);
    }

    struct Panicking(DefaultMachine<FlatCore>);

    impl Engine for Panicking {
        type Core = FlatCore;
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
}
