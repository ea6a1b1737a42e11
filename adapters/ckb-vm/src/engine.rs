//! The crate's three engines behind one trait.

use ckb_vm::machine::asm::{AsmCoreMachine, AsmMachine};
use ckb_vm::machine::DefaultCoreMachine;
use ckb_vm::{
    CoreMachine, DefaultMachine, Error, FlatMemory, Memory, SupportMachine, TraceMachine,
    WXorXMemory, MEMORY_FRAME_SHIFTS, RISCV_PAGESIZE,
};

use crate::allocator;
use crate::bridge::{self, CoreOptions};
use crate::memory::Contents;

/// Core of the two interpreters. Flat memory, because its rules are the ones the assembly engine shares.
pub type FlatCore = DefaultCoreMachine<u64, WXorXMemory<FlatMemory<u64>>>;

/// The same without W^X, for worlds in which programs can write their own code.
pub type WritableCodeCore = DefaultCoreMachine<u64, FlatMemory<u64>>;

/// A core whose memory can be looked at without changing anything in it.
pub trait Core: SupportMachine<REG = u64> + 'static {
    fn create(options: CoreOptions) -> Self;

    /// All of memory, and which of its pages may hold anything but zeroes.
    fn contents(&mut self) -> Contents<'_>;
}

impl Core for FlatCore {
    fn create(options: CoreOptions) -> Self {
        bridge::flat_core(options)
    }

    fn contents(&mut self) -> Contents<'_> {
        let bytes: &[u8] = self.memory_mut().inner_mut();
        let touched = allocator::touched_pages(bytes);
        Contents { bytes, touched }
    }
}

impl Core for WritableCodeCore {
    fn create(options: CoreOptions) -> Self {
        bridge::flat_core(options)
    }

    fn contents(&mut self) -> Contents<'_> {
        let bytes: &[u8] = self.memory_mut();
        let touched = allocator::touched_pages(bytes);
        Contents { bytes, touched }
    }
}

impl Core for Box<AsmCoreMachine> {
    fn create(options: CoreOptions) -> Self {
        bridge::asm_core(options)
    }

    /// Frames are cleared when they are first used: before that, their bytes mean nothing.
    fn contents(&mut self) -> Contents<'_> {
        let pages_per_frame = (1 << MEMORY_FRAME_SHIFTS) / RISCV_PAGESIZE;
        let touched = (0..self.memory_pages())
            .map(|page| self.frames[page / pages_per_frame] != 0)
            .collect();
        Contents {
            bytes: &self.memory[..self.memory_size as usize],
            touched,
        }
    }
}

/// An engine: a machine that is made, run once and thrown away.
pub trait Engine {
    type Core: Core;
    /// Runs the worlds without W^X. An engine that has W^X built in names itself, and refuses such worlds.
    type WithoutWXorX: Engine;

    /// True if it runs worlds without W^X.
    const WRITABLE_CODE: bool;

    /// `decoded` if it decodes whole blocks before it executes them, `charged` if it also takes their cycles then.
    const BLOCKS: Option<&'static str> = None;
    /// Where pc is while a system call is made, if not at the ECALL.
    const PC_IN_CALLS: Option<&'static str> = None;

    /// The second part of target names.
    const NAME: &'static str;
    /// Memory sizes in bytes: the least, and what they are multiples of.
    const MEMORY_SIZE_MIN: usize;
    const MEMORY_SIZE_STEP: usize;
    /// Allocations of at least this many bytes come fresh from the system.
    const FRESH_ALLOCATION: i32;

    fn new(machine: DefaultMachine<Self::Core>) -> Self;
    fn machine(&mut self) -> &mut DefaultMachine<Self::Core>;
    fn run(&mut self) -> Result<i8, Error>;
}

/// The plain interpreter.
pub struct Plain<C: Core = FlatCore>(DefaultMachine<C>);

impl<C: Core> Engine for Plain<C> {
    type Core = C;
    type WithoutWXorX = Plain<WritableCodeCore>;

    const WRITABLE_CODE: bool = true;
    const NAME: &'static str = "plain";
    const MEMORY_SIZE_MIN: usize = RISCV_PAGESIZE;
    const MEMORY_SIZE_STEP: usize = RISCV_PAGESIZE;
    const FRESH_ALLOCATION: i32 = 128 << 10;

    fn new(machine: DefaultMachine<C>) -> Self {
        Self(machine)
    }

    fn machine(&mut self) -> &mut DefaultMachine<C> {
        &mut self.0
    }

    fn run(&mut self) -> Result<i8, Error> {
        self.0.run()
    }
}

/// The interpreter that keeps decoded blocks.
pub struct Trace<C: Core = FlatCore>(TraceMachine<C>);

impl<C: Core> Engine for Trace<C> {
    type Core = C;
    type WithoutWXorX = Trace<WritableCodeCore>;

    const WRITABLE_CODE: bool = true;
    const BLOCKS: Option<&'static str> = Some("decoded");
    const NAME: &'static str = "trace";
    const MEMORY_SIZE_MIN: usize = RISCV_PAGESIZE;
    const MEMORY_SIZE_STEP: usize = RISCV_PAGESIZE;
    // Above the 2.2 MiB of its block cache, which is filled at once: fresh pages would only cost faults.
    const FRESH_ALLOCATION: i32 = 5 << 19;

    fn new(machine: DefaultMachine<C>) -> Self {
        Self(bridge::trace_machine(machine))
    }

    fn machine(&mut self) -> &mut DefaultMachine<C> {
        &mut self.0.machine
    }

    fn run(&mut self) -> Result<i8, Error> {
        bridge::run_trace(&mut self.0)
    }
}

/// The assembly engine.
pub struct Asm(AsmMachine);

impl Engine for Asm {
    type Core = Box<AsmCoreMachine>;
    type WithoutWXorX = Self;

    const WRITABLE_CODE: bool = false;
    const BLOCKS: Option<&'static str> = Some("charged");
    const PC_IN_CALLS: Option<&'static str> = Some("behind");
    const NAME: &'static str = "asm";
    // With less, bytes read for the host behind the end are undefined behaviour in both releases.
    const MEMORY_SIZE_MIN: usize = ckb_vm::RISCV_MAX_MEMORY;
    const MEMORY_SIZE_STEP: usize = 1 << MEMORY_FRAME_SHIFTS;
    // Above a whole machine, which clears what it needs by itself.
    const FRESH_ALLOCATION: i32 = 32 << 20;

    fn new(machine: DefaultMachine<Box<AsmCoreMachine>>) -> Self {
        Self(bridge::asm_machine(machine))
    }

    fn machine(&mut self) -> &mut DefaultMachine<Box<AsmCoreMachine>> {
        &mut self.0.machine
    }

    fn run(&mut self) -> Result<i8, Error> {
        bridge::run_asm(&mut self.0)
    }
}
