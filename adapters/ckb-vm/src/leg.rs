//! Legs: the only thing a VM is ever asked to do.

use ckb_vm::cost_model::{constant_cycles, estimate_cycles};
use ckb_vm::elf::parse_elf;
use ckb_vm::machine::Pause;
use ckb_vm::snapshot2::Snapshot2;
use ckb_vm::{DefaultMachineBuilder, Error, SupportMachine};

use crate::bridge;
use crate::calls::Calls;
use crate::engine::{Core, Engine};
use crate::world::{Cost, World, PROGRAM_ID};

/// Where a leg starts.
pub enum Start {
    Boot,
    Snapshot(Box<Snapshot2<u64>>),
}

/// A machine at the end of its leg, and how it came to it.
pub struct Ended<E> {
    pub engine: E,
    pub calls: Calls,
    /// The exit code, or the error that ended the leg.
    pub result: Result<i8, Error>,
    /// False if loading or resuming failed, so that nothing was executed.
    pub started: bool,
    /// Bytes that loading counted.
    pub loaded_bytes: Option<u64>,
}

/// Runs one leg in a fresh machine.
pub fn run<E: Engine>(world: &World, start: &Start, max_cycles: u64) -> Ended<E> {
    let pause = Pause::new();
    let calls = Calls::new(world, pause.clone());
    let core = E::Core::create(world.core_options(max_cycles));
    let machine = DefaultMachineBuilder::new(core)
        .instruction_cycle_func(match world.cost {
            Cost::Real => Box::new(estimate_cycles),
            Cost::Constant => Box::new(constant_cycles),
        })
        .syscall(Box::new(calls.clone()))
        .pause(pause)
        .build();
    let mut ended = Ended {
        engine: E::new(machine),
        calls,
        result: Ok(0),
        started: false,
        loaded_bytes: None,
    };
    ended.result = ended.go(world, start, max_cycles);
    ended
}

impl<E: Engine> Ended<E> {
    fn go(&mut self, world: &World, start: &Start, max_cycles: u64) -> Result<i8, Error> {
        match start {
            Start::Boot => self.loaded_bytes = Some(self.boot(world)?),
            Start::Snapshot(snapshot) => {
                let core = self.engine.machine().inner_mut();
                self.calls.lock().context.resume(core, snapshot)?;
            }
        }
        self.engine.machine().set_max_cycles(max_cycles);
        self.started = true;
        self.engine.run()
    }

    /// Loads the world's program; returns the bytes that loading counted.
    fn boot(&mut self, world: &World) -> Result<u64, Error> {
        let metadata = parse_elf::<u64>(&world.program, world.version)?;
        let machine = self.engine.machine();
        let bytes = bridge::load_program(machine, &world.program, &metadata, &world.args)?;
        if world.mark_program {
            let context = &mut self.calls.lock().context;
            context.mark_program(machine.inner_mut(), &metadata, &PROGRAM_ID, 0)?;
        }
        Ok(bytes)
    }

    /// The snapshot of this leg: the one made inside a call, or else one of the machine as it stands.
    pub fn snapshot(&mut self) -> Result<Snapshot2<u64>, String> {
        let mut shared = self.calls.lock();
        if let Some(kept) = shared.kept.take() {
            return Ok(kept);
        }
        let core = self.engine.machine().inner_mut();
        let made = shared.context.make_snapshot(core);
        made.map_err(|error| format!("no snapshot can be made: {error}"))
    }
}
