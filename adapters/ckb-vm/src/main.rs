//! Serves the real CKB-VM behind rvrelay's wire protocol (docs/wire-protocol.md): one request a line on standard
//! input, one response a line on standard output.
//!
//! `rvrelay-ckb-vm plain|trace|asm` serves one of the crate's three engines; `rvrelay-ckb-vm measure plain|trace|asm` measures
//! one.

mod allocator;
mod bridge;
mod calls;
mod decode;
mod engine;
mod fault;
mod finish;
mod host_calls;
mod kept_worlds;
mod leg;
mod measure;
mod memory;
mod method;
mod request;
mod serve;
mod snapshot;
mod world;
mod write;

use engine::{Asm, Plain, Trace};
use std::process::ExitCode;

const USAGE: &str = "usage: rvrelay-ckb-vm [measure] plain|trace|asm, or --version";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let served = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["plain"] => serve::serve::<Plain>(),
        ["trace"] => serve::serve::<Trace>(),
        ["asm"] => serve::serve::<Asm>(),
        ["measure", "plain"] => measure::measure::<Plain>(),
        ["measure", "trace"] => measure::measure::<Trace>(),
        ["measure", "asm"] => measure::measure::<Asm>(),
        ["--version"] => {
            println!(
                "rvrelay-ckb-vm {} ({} {})",
                env!("CARGO_PKG_VERSION"),
                bridge::FAMILY,
                bridge::VM_VERSION
            );
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever asked is gone: there is nobody left to answer.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rvrelay-ckb-vm: {error}");
            ExitCode::from(3)
        }
    }
}
