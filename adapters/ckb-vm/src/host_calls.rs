//! Calls with which a program asks its host for what hosts can do to a machine, so that pause, reset, snapshots inside
//! a call and code changed by the host can be compared between VMs.

use ckb_vm::registers::{A0, A1, A2, A3, A4, A5};
use ckb_vm::{Error, Memory, SupportMachine, RISCV_PAGESIZE, RISCV_PAGE_SHIFTS};

use crate::bridge;
use crate::calls::{Context, Shared, INDEX_OUT_OF_BOUND, SUCCESS};

pub const PAUSE: u64 = 9001;
pub const RESET: u64 = 9002;
pub const SET_FLAGS: u64 = 9003;
pub const CLEAR_FLAGS: u64 = 9004;
pub const INIT_PAGES: u64 = 9005;
pub const YIELD: u64 = 9006;
pub const SNAPSHOT: u64 = 9007;
pub const ADD_CYCLES: u64 = 9008;
pub const SET_REGISTER: u64 = 9009;

/// Flag bits that CLEAR_FLAGS may clear: all but DIRTY, without which a page would be lost to snapshots.
const CLEARABLE: u64 = 0xfb;

/// Handles one of the calls above; false for any other number.
pub fn ecall<M: SupportMachine<REG = u64>>(
    number: u64,
    machine: &mut M,
    shared: &mut Shared,
) -> Result<bool, Error> {
    let [a0, a1, a2, a3, a4, a5] =
        [A0, A1, A2, A3, A4, A5].map(|register| machine.registers()[register]);
    let result = match number {
        PAUSE => {
            shared.pause.interrupt();
            SUCCESS
        }
        RESET => match shared.pieces.get(a1 << 32 | a0).cloned() {
            Some(program) => {
                reset(machine, shared, &program)?;
                return Ok(true);
            }
            None => INDEX_OUT_OF_BOUND,
        },
        SET_FLAGS | CLEAR_FLAGS => {
            let page_size = RISCV_PAGESIZE as u64;
            shared
                .context
                .untrack_pages(machine, a0 << RISCV_PAGE_SHIFTS, page_size)?;
            let memory = machine.memory_mut();
            if number == SET_FLAGS {
                memory.set_flag(a0, a1 as u8)?;
            } else {
                memory.clear_flag(a0, (a1 & CLEARABLE) as u8)?;
            }
            SUCCESS
        }
        INIT_PAGES => match shared.pieces.get(a4 << 32 | a3).cloned() {
            Some(piece) => {
                machine
                    .memory_mut()
                    .init_pages(a0, a1, a2 as u8, Some(piece), a5)?;
                SUCCESS
            }
            None => INDEX_OUT_OF_BOUND,
        },
        YIELD => {
            machine.set_register(A0, SUCCESS);
            return Err(Error::Yield);
        }
        SNAPSHOT => {
            shared.kept = Some(shared.context.make_snapshot(machine)?);
            return Err(Error::Yield);
        }
        ADD_CYCLES => {
            machine.add_cycles_no_checking(a0)?;
            SUCCESS
        }
        SET_REGISTER => {
            let register = (a0 & 31) as usize;
            machine.set_register(register, a1);
            if register == A0 {
                return Ok(true);
            }
            SUCCESS
        }
        _ => return Ok(false),
    };
    machine.set_register(A0, result);
    Ok(true)
}

/// Starts another program in the same machine, as a host does that offers exec: cycles go on, and pages tracked so far
/// are forgotten, because the context would otherwise still take them for the old program's.
fn reset<M: SupportMachine<REG = u64>>(
    machine: &mut M,
    shared: &mut Shared,
    program: &bytes::Bytes,
) -> Result<(), Error> {
    let cycles = machine.cycles();
    machine.reset(machine.max_cycles());
    machine.set_cycles(cycles);
    shared.context = Context::new(shared.pieces.clone());
    machine.load_elf(program, true)?;
    let memory_size = machine.memory().memory_size() as u64;
    let stack_size = memory_size / 4;
    bridge::initialize_empty_stack(machine, memory_size - stack_size, stack_size)?;
    Ok(())
}
