//! The system calls of a world.

use ckb_vm::machine::Pause;
use ckb_vm::registers::{A0, A1, A2, A3, A4, A7};
use ckb_vm::snapshot2::{DataSource, Snapshot2, Snapshot2Context};
use ckb_vm::{Error, Memory, SupportMachine, Syscalls};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::host_calls;
use crate::world::{Pieces, World};

pub const VM_VERSION: u64 = 2041;
pub const CURRENT_CYCLES: u64 = 2042;
pub const LOAD_CELL_DATA: u64 = 2092;
pub const DEBUG: u64 = 2177;

/// Every number that a world can offer.
pub const OFFERED: [u64; 13] = [
    VM_VERSION,
    CURRENT_CYCLES,
    LOAD_CELL_DATA,
    DEBUG,
    host_calls::PAUSE,
    host_calls::RESET,
    host_calls::SET_FLAGS,
    host_calls::CLEAR_FLAGS,
    host_calls::INIT_PAGES,
    host_calls::YIELD,
    host_calls::SNAPSHOT,
    host_calls::ADD_CYCLES,
    host_calls::SET_REGISTER,
];

pub const SUCCESS: u64 = 0;
pub const INDEX_OUT_OF_BOUND: u64 = 1;

pub type Context = Snapshot2Context<u64, Pieces>;

/// What a leg shares with the handlers that its machine owns.
pub struct Shared {
    pub context: Context,
    pub pieces: Pieces,
    pub pause: Pause,
    /// What the program wrote.
    pub output: Vec<u8>,
    /// A snapshot that was made inside a call and stands for the one of the end.
    pub kept: Option<Snapshot2<u64>>,
    offered: Vec<u64>,
}

/// The one module of system calls. Clones share everything.
#[derive(Clone)]
pub struct Calls(Arc<Mutex<Shared>>);

impl Calls {
    pub fn new(world: &World, pause: Pause) -> Self {
        Self(Arc::new(Mutex::new(Shared {
            context: Context::new(world.pieces.clone()),
            pieces: world.pieces.clone(),
            pause,
            output: Vec::new(),
            kept: None,
            offered: world.system_calls.clone(),
        })))
    }

    /// Never held across a call into the machine's run. A panic of another leg cannot poison it: each leg has its own.
    pub fn lock(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<M: SupportMachine<REG = u64>> Syscalls<M> for Calls {
    fn initialize(&mut self, _machine: &mut M) -> Result<(), Error> {
        Ok(())
    }

    fn ecall(&mut self, machine: &mut M) -> Result<bool, Error> {
        let number = machine.registers()[A7];
        let shared = &mut *self.lock();
        if !shared.offered.contains(&number) {
            return Ok(false);
        }
        let result = match number {
            VM_VERSION => u64::from(machine.version()),
            CURRENT_CYCLES => machine.cycles(),
            LOAD_CELL_DATA => load_cell_data(machine, shared)?,
            DEBUG => {
                debug(machine, shared)?;
                return Ok(true);
            }
            _ => return host_calls::ecall(number, machine, shared),
        };
        machine.set_register(A0, result);
        Ok(true)
    }
}

/// Copies part of a data piece to memory: address a0, pointer to the size a1, offset a2, index a3, source a4. The size
/// is replaced by what is left of the piece from the offset on; size 0 asks for just that.
fn load_cell_data<M: SupportMachine<REG = u64>>(
    machine: &mut M,
    shared: &mut Shared,
) -> Result<u64, Error> {
    let [address, size_address, offset, index, source] =
        [A0, A1, A2, A3, A4].map(|register| machine.registers()[register]);
    let Some(id) = piece_id(index, source) else {
        return Ok(INDEX_OUT_OF_BOUND);
    };
    let Some((_, rest)) = shared.pieces.load_data(&id, offset, 0) else {
        return Ok(INDEX_OUT_OF_BOUND);
    };
    let size = machine.memory_mut().load64(&size_address)?;
    if size == 0 {
        machine.memory_mut().store64(&size_address, &rest)?;
        return Ok(SUCCESS);
    }
    let context = &mut shared.context;
    let (written, _) = context.store_bytes(machine, address, &id, offset, size, size_address)?;
    machine.add_cycles_no_checking(transfer_cycles(written))?;
    Ok(SUCCESS)
}

/// Writes the zero-terminated string at a0.
fn debug<M: SupportMachine<REG = u64>>(machine: &mut M, shared: &mut Shared) -> Result<(), Error> {
    let mut address = machine.registers()[A0];
    let mut text = Vec::new();
    // Ends at the end of memory at the latest, with its fault.
    loop {
        let byte = machine.memory_mut().load8(&address)? as u8;
        if byte == 0 {
            break;
        }
        text.push(byte);
        address = address.wrapping_add(1);
    }
    machine.add_cycles_no_checking(transfer_cycles(text.len() as u64))?;
    if std::str::from_utf8(&text).is_err() {
        return Err(Error::External("debug output is not UTF-8".into()));
    }
    shared.output.extend_from_slice(&text);
    Ok(())
}

/// The id of a data piece, or nothing if one of the two numbers has more than 32 bits.
fn piece_id(index: u64, source: u64) -> Option<u64> {
    (index >> 32 == 0 && source >> 32 == 0).then_some(source << 32 | index)
}

/// A quarter of a cycle for each byte moved, rounded up (RFC 0014).
fn transfer_cycles(bytes: u64) -> u64 {
    bytes.div_ceil(4)
}
