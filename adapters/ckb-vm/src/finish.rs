//! A finish on the wire, written straight from the machine.

use ckb_vm::{CoreMachine, Memory, SupportMachine};

use crate::engine::{Core, Engine};
use crate::fault::push_stop;
use crate::leg::Ended;
use crate::snapshot;
use crate::write::{push_bytes, push_hex, push_list, push_u64};

/// Writes where a leg ended, with its whole state, and a snapshot if one is wanted.
pub fn push_finish<E: Engine>(
    out: &mut Vec<u8>,
    ended: &mut Ended<E>,
    with_snapshot: bool,
) -> Result<(), String> {
    push_start(out, ended)?;
    let core = ended.engine.machine().inner_mut();
    out.extend_from_slice(br#","registers":"#);
    push_list(out, core.registers(), |out, value| push_hex(out, *value));
    push_member(out, "pc", *core.pc());
    push_member(out, "maxCycles", core.max_cycles());
    push_member(out, "reservation", *core.memory().lr());
    out.extend_from_slice(br#","pageFlags":"#);
    let flags = (0..core.memory().memory_pages() as u64)
        .filter_map(|page| {
            core.memory_mut()
                .fetch_flag(page)
                .ok()
                .map(|flag| (page, flag))
        })
        .filter(|(_, flag)| *flag != 0);
    push_list(out, flags, |out, (page, flag)| {
        push_list(out, [page, u64::from(flag)], push_u64);
    });
    out.extend_from_slice(br#","memory":"#);
    push_list(out, core.contents().spans(), |out, (address, bytes)| {
        out.push(b'[');
        push_hex(out, address);
        out.push(b',');
        push_bytes(out, bytes);
        out.push(b']');
    });
    out.push(b'}');
    if with_snapshot {
        let made = ended.snapshot()?;
        out.extend_from_slice(br#","snapshot":"#);
        push_bytes(out, &snapshot::encode(&made));
    }
    push_end(out, ended.loaded_bytes);
    Ok(())
}

/// Writes where a leg ended that is not the last one of a relay: cycles and output only.
pub fn push_short_finish<E: Engine>(out: &mut Vec<u8>, ended: &mut Ended<E>) -> Result<(), String> {
    push_start(out, ended)?;
    out.push(b'}');
    push_end(out, ended.loaded_bytes);
    Ok(())
}

fn push_start<E: Engine>(out: &mut Vec<u8>, ended: &mut Ended<E>) -> Result<(), String> {
    out.extend_from_slice(br#"{"stop":"#);
    push_stop(out, &ended.result)?;
    out.extend_from_slice(br#","started":"#);
    out.extend_from_slice(if ended.started { b"true" } else { b"false" });
    out.extend_from_slice(br#","state":{"cycles":"#);
    push_hex(out, ended.engine.machine().cycles());
    out.extend_from_slice(br#","output":"#);
    push_bytes(out, &ended.calls.lock().output);
    Ok(())
}

fn push_member(out: &mut Vec<u8>, name: &str, value: u64) {
    out.extend_from_slice(b",\"");
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
    push_hex(out, value);
}

fn push_end(out: &mut Vec<u8>, loaded_bytes: Option<u64>) {
    if let Some(bytes) = loaded_bytes {
        out.extend_from_slice(br#","loadedBytes":"#);
        push_hex(out, bytes);
    }
    out.push(b'}');
}
