//! Native figures of the crate, which `bench/` puts beside those of the reference. One question a line on standard input,
//! `WHAT MILLISECONDS FILE`, one answer a line: the median of the samples in nanoseconds, and the cycles of one run at one
//! cycle an instruction.
//!
//! | what | is timed |
//! |---|---|
//! | `run` | the run of a loaded program |
//! | `boot` | a fresh machine, loading and the run |
//! | `snapshot` | making a snapshot of what the run left, and resuming it in a machine made before |

use bytes::Bytes;
use ckb_vm::cost_model::constant_cycles;
use ckb_vm::elf::parse_elf;
use ckb_vm::snapshot2::Snapshot2Context;
use ckb_vm::{CoreMachine, DefaultMachineBuilder, Memory, SupportMachine};
use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::{Duration, Instant};

use crate::allocator;
use crate::bridge::{self, CoreOptions};
use crate::engine::{Core, Engine};
use crate::world::{Pieces, PROGRAM_ID};

/// Those of the machines in `bench/`: version 2, B and A extensions, 4 MiB.
const OPTIONS: CoreOptions = CoreOptions {
    isa: 5,
    version: 2,
    max_cycles: u64::MAX,
    memory_size: ckb_vm::RISCV_MAX_MEMORY,
};
const FLAG_DIRTY: u8 = 4;
/// However little time there is.
const SAMPLES_MIN: usize = 5;
/// Above any machine: memory of earlier ones is used again, so that a resume is not charged for pages of the system.
const REUSED: i32 = 32 << 20;
/// Of what takes a microsecond, so many at once are one sample: the clock itself takes a share of one.
const BATCH: usize = 16;

/// Answers questions until standard input ends. A question that cannot be answered ends it.
pub fn measure<E: Engine>() -> io::Result<()> {
    let mut output = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let answer =
            answer::<E>(&line?).map_err(|why| io::Error::new(io::ErrorKind::InvalidInput, why))?;
        writeln!(output, "{answer}")?;
        output.flush()?;
    }
    Ok(())
}

fn answer<E: Engine>(line: &str) -> Result<String, String> {
    let [what, milliseconds, file] = line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
        return Err("a question is WHAT MILLISECONDS FILE".to_string());
    };
    let milliseconds = milliseconds
        .parse()
        .map_err(|_| format!("\"{milliseconds}\" is no number of milliseconds"))?;
    let program = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let time = Duration::from_millis(milliseconds);
    // Making machines counts only where it is asked for: there it is as cheap as for the server.
    allocator::map_fresh_from(if what == "snapshot" {
        REUSED
    } else {
        E::FRESH_ALLOCATION
    });
    let (nanoseconds, cycles) = figure::<E>(what, time, &Bytes::from(program))?;
    Ok(format!("{nanoseconds:.1} {cycles}"))
}

fn figure<E: Engine>(what: &str, time: Duration, program: &Bytes) -> Result<(f64, u64), String> {
    let mut cycles = 0;
    let nanoseconds = match what {
        "run" => median(time, || {
            let mut engine = loaded::<E>(program)?;
            let started = Instant::now();
            run(&mut engine)?;
            let took = started.elapsed();
            cycles = engine.machine().cycles();
            Ok(took)
        }),
        "boot" => median(time, || {
            let started = Instant::now();
            let mut engine = loaded::<E>(program)?;
            run(&mut engine)?;
            // Machines are thrown away as well.
            cycles = engine.machine().cycles();
            drop(engine);
            Ok(started.elapsed())
        }),
        "snapshot" => {
            let (nanoseconds, ran) = snapshot::<E>(time, program)?;
            cycles = ran;
            Ok(nanoseconds)
        }
        _ => Err(format!("\"{what}\" is none of run, boot and snapshot")),
    }?;
    Ok((nanoseconds, cycles))
}

fn fresh<E: Engine>() -> E {
    let machine = DefaultMachineBuilder::new(E::Core::create(OPTIONS))
        .instruction_cycle_func(Box::new(constant_cycles))
        .build();
    E::new(machine)
}

fn loaded<E: Engine>(program: &Bytes) -> Result<E, String> {
    let metadata = parse_elf::<u64>(program, OPTIONS.version).map_err(text)?;
    let mut engine = fresh::<E>();
    bridge::load_program(engine.machine(), program, &metadata, &[]).map_err(text)?;
    Ok(engine)
}

/// What does not exit with 0 is not what was to be measured.
fn run<E: Engine>(engine: &mut E) -> Result<(), String> {
    match engine.run() {
        Ok(0) => Ok(()),
        Ok(code) => Err(format!("the program exited with {code}")),
        Err(error) => Err(format!("the program ended with {error}")),
    }
}

fn text(error: ckb_vm::Error) -> String {
    error.to_string()
}

/// The median in nanoseconds of samples that are taken until the time is over.
fn median(
    time: Duration,
    mut sample: impl FnMut() -> Result<Duration, String>,
) -> Result<f64, String> {
    let started = Instant::now();
    let mut samples = Vec::new();
    while samples.len() < SAMPLES_MIN || started.elapsed() < time {
        samples.push(sample()?.as_nanos() as f64);
    }
    samples.sort_by(f64::total_cmp);
    Ok(samples[samples.len() / 2])
}

/// Nanoseconds of making and resuming a snapshot together, and the cycles of the run before. The pages of the program
/// are tracked, so that only what the run stores to is dirty.
fn snapshot<E: Engine>(time: Duration, program: &Bytes) -> Result<(f64, u64), String> {
    let metadata = parse_elf::<u64>(program, OPTIONS.version).map_err(text)?;
    let mut engine = loaded::<E>(program)?;
    let pieces = Pieces::new([], program.clone());
    let mut context = Snapshot2Context::new(pieces.clone());
    let core = engine.machine().inner_mut();
    context
        .mark_program(core, &metadata, &PROGRAM_ID, 0)
        .map_err(text)?;
    for page in 0..(OPTIONS.memory_size / ckb_vm::RISCV_PAGESIZE) as u64 {
        core.memory_mut()
            .clear_flag(page, FLAG_DIRTY)
            .map_err(text)?;
    }
    run(&mut engine)?;
    let cycles = engine.machine().cycles();
    let core = engine.machine().inner_mut();
    let made = median(time / 2, || {
        let started = Instant::now();
        for _ in 0..BATCH {
            black_box(context.make_snapshot(core).map_err(text)?);
        }
        Ok(started.elapsed())
    })?;
    let taken = context.make_snapshot(core).map_err(text)?;
    let resumed = median(time / 2, || {
        let mut waiting: Vec<_> = (0..BATCH)
            .map(|_| (fresh::<E>(), Snapshot2Context::new(pieces.clone())))
            .collect();
        let started = Instant::now();
        for (engine, context) in &mut waiting {
            context
                .resume(engine.machine().inner_mut(), &taken)
                .map_err(text)?;
        }
        Ok(started.elapsed())
    })?;
    Ok(((made + resumed) / BATCH as f64, cycles))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Asm, Plain, Trace};

    /// lui s1, 0x100; sd s1, 0(s1); li a0, EXIT_CODE; li a7, 93; ecall: 5 instructions, one page is stored to.
    fn program(exit_code: u32) -> Bytes {
        let code = [
            0x0010_04b7,
            0x0094_b023,
            0x0000_0513 | exit_code << 20,
            0x05d0_0893,
            0x0000_0073,
        ];
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
        Bytes::from(elf)
    }

    fn answers<E: Engine>() {
        for what in ["run", "boot", "snapshot"] {
            let (nanoseconds, cycles) = figure::<E>(what, Duration::ZERO, &program(0)).expect(what);
            assert!(nanoseconds > 0.0, "{what} of {}", E::NAME);
            assert_eq!(cycles, 5, "{what} of {}", E::NAME);
        }
    }

    #[test]
    fn each_engine_answers_each_question() {
        answers::<Plain>();
        answers::<Trace>();
        answers::<Asm>();
    }

    #[test]
    fn only_programs_that_exit_with_0_are_measured() {
        for what in ["run", "boot", "snapshot"] {
            let refused = figure::<Plain>(what, Duration::ZERO, &program(3));
            assert_eq!(refused, Err("the program exited with 3".to_string()));
        }
    }

    #[test]
    fn what_is_no_question_is_told() {
        let why = |line| answer::<Plain>(line).unwrap_err();
        assert_eq!(why("run 5"), "a question is WHAT MILLISECONDS FILE");
        assert_eq!(why("run soon x"), "\"soon\" is no number of milliseconds");
        assert!(why("run 5 no such file").starts_with("no such file: "));
        let file = std::env::temp_dir().join(format!("rvrelay-measure-{}", std::process::id()));
        std::fs::write(&file, program(0)).unwrap();
        let told = why(&format!("walk 0 {}", file.display()));
        std::fs::remove_file(&file).unwrap();
        assert_eq!(told, "\"walk\" is none of run, boot and snapshot");
    }

    #[test]
    fn the_median_is_that_of_all_samples() {
        let mut left = [9, 1, 8, 2, 7].into_iter();
        let sample = || Ok(Duration::from_nanos(left.next().expect("five samples")));
        assert_eq!(median(Duration::ZERO, sample), Ok(7.0));
    }
}
