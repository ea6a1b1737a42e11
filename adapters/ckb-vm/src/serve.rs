//! Lines in, lines out.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};

use crate::allocator;
use crate::engine::Engine;
use crate::kept_worlds::KeptWorlds;
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
    let mut worlds = KeptWorlds::default();
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
            answer::<E>(&line, &mut worlds, &mut answers);
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
fn answer<E: Engine>(line: &[u8], worlds: &mut KeptWorlds, answers: &mut Vec<u8>) {
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
        method::call::<E>(&request.method, request.params, worlds, answers)
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
mod tests;
