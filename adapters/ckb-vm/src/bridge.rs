//! All that differs between the two releases of the crate that are served. Everything else is the same source.

use bytes::Bytes;
use ckb_vm::elf::ProgramMetadata;
use ckb_vm::machine::asm::{AsmCoreMachine, AsmMachine};
use ckb_vm::machine::DefaultCoreMachine;
use ckb_vm::{DefaultMachine, Error, Memory, SupportMachine, TraceMachine};

/// The first part of target names.
pub const FAMILY: &str = if cfg!(feature = "latest") {
    "ckb-vm-latest"
} else {
    "ckb-vm"
};

/// The release of the crate. A test holds it to Cargo.lock.
pub const VM_VERSION: &str = if cfg!(feature = "latest") {
    "0.24.15"
} else {
    "0.24.12"
};

/// What a core is made of.
#[derive(Clone, Copy)]
pub struct CoreOptions {
    pub isa: u8,
    pub version: u32,
    pub max_cycles: u64,
    pub memory_size: usize,
}

#[cfg(feature = "latest")]
mod api {
    use super::*;
    use ckb_vm::DefaultMachineRunner;

    pub fn flat_core<M: Memory<REG = u64>>(o: CoreOptions) -> DefaultCoreMachine<u64, M> {
        DefaultCoreMachine::new_with_memory(o.isa, o.version, o.max_cycles, o.memory_size)
    }

    pub fn asm_core(o: CoreOptions) -> Box<AsmCoreMachine> {
        <Box<AsmCoreMachine> as SupportMachine>::new_with_memory(
            o.isa,
            o.version,
            o.max_cycles,
            o.memory_size,
        )
    }

    pub fn trace_machine<C: SupportMachine>(machine: DefaultMachine<C>) -> TraceMachine<C> {
        DefaultMachineRunner::new(machine)
    }

    pub fn asm_machine(machine: DefaultMachine<Box<AsmCoreMachine>>) -> AsmMachine {
        DefaultMachineRunner::new(machine)
    }

    pub fn run_trace<C: SupportMachine>(machine: &mut TraceMachine<C>) -> Result<i8, Error> {
        machine.run()
    }

    pub fn run_asm(machine: &mut AsmMachine) -> Result<i8, Error> {
        machine.run()
    }

    pub fn load_program<C: SupportMachine>(
        machine: &mut DefaultMachine<C>,
        program: &Bytes,
        metadata: &ProgramMetadata,
        args: &[Bytes],
    ) -> Result<u64, Error> {
        machine.load_program_with_metadata(program, metadata, args.iter().cloned().map(Ok))
    }

    pub fn initialize_empty_stack<C: SupportMachine>(
        core: &mut C,
        start: u64,
        size: u64,
    ) -> Result<u64, Error> {
        core.initialize_stack(std::iter::empty(), start, size)
    }
}

#[cfg(not(feature = "latest"))]
mod api {
    use super::*;

    pub fn flat_core<M: Memory<REG = u64>>(o: CoreOptions) -> DefaultCoreMachine<u64, M> {
        DefaultCoreMachine::new_with_memory(o.isa, o.version, o.max_cycles, o.memory_size)
    }

    pub fn asm_core(o: CoreOptions) -> Box<AsmCoreMachine> {
        AsmCoreMachine::new_with_memory(o.isa, o.version, o.max_cycles, o.memory_size)
    }

    pub fn trace_machine<C: SupportMachine>(machine: DefaultMachine<C>) -> TraceMachine<C> {
        TraceMachine::new(machine)
    }

    pub fn asm_machine(machine: DefaultMachine<Box<AsmCoreMachine>>) -> AsmMachine {
        AsmMachine::new(machine)
    }

    pub fn run_trace<C: SupportMachine>(machine: &mut TraceMachine<C>) -> Result<i8, Error> {
        machine.run()
    }

    pub fn run_asm(machine: &mut AsmMachine) -> Result<i8, Error> {
        machine.run()
    }

    pub fn load_program<C: SupportMachine>(
        machine: &mut DefaultMachine<C>,
        program: &Bytes,
        metadata: &ProgramMetadata,
        args: &[Bytes],
    ) -> Result<u64, Error> {
        machine.load_program_with_metadata(program, metadata, args)
    }

    pub fn initialize_empty_stack<C: SupportMachine>(
        core: &mut C,
        start: u64,
        size: u64,
    ) -> Result<u64, Error> {
        core.initialize_stack(&[], start, size)
    }
}

pub use api::*;

#[cfg(test)]
mod tests {
    use super::VM_VERSION;

    #[test]
    fn the_version_shown_is_the_one_locked() {
        let lock = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"));
        let entry = format!("name = \"ckb-vm\"\nversion = \"{VM_VERSION}\"\n");
        assert!(lock.contains(&entry));
    }
}
