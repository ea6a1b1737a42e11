import { a0, type Operands } from "../../isa/index.ts";
import { Machine } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { withMachine } from "../faults/parts.ts";
import { stacks } from "../faults/stacks.ts";
import { LoadedLengthOnly } from "../faults/storing.ts";
import { withContext } from "../faults/tracking.ts";
import { AT_LOAD, rowsOf } from "../rows.ts";

const { fault, notApplicable } = rowsOf("syscall/stack init");

/** A machine in which a call cannot change a0: it is what it was before. */
class ArgumentKeeper extends Machine {
  override environmentCall(i: Operands): void {
    const argument = this.x[a0];
    super.environmentCall(i);
    if (!this.resetSignal) this.x[a0] = argument;
  }
}

/** Faults of system calls and of the stack that a program begins with. */
export const SYSCALL_STACK_INIT: readonly (Exhibit | Absent)[] = [
  fault(
    "argv-not-null-terminated",
    ["documented", "nervosnetwork/ckb-vm#98"],
    "No NULL stands behind the pointers to the arguments",
    AT_LOAD,
    stacks({ slots: (right) => right.slice(0, -1) }),
  ),
  fault(
    "sp-not-16-aligned",
    ["documented", "nervosnetwork/ckb-vm#97, nervosnetwork/ckb-vm#123, nervosnetwork/ckb-vm@18ed123"],
    "A program begins with an sp that is a multiple of 8 and not always of 16",
    AT_LOAD,
    stacks({ alignment: 8n }),
  ),
  notApplicable(
    "spawn-loop-never-exhausts",
    ["inferred", "nervosnetwork/ckb@603a0a926"],
    "The cycles of a child that has ended are not charged to the program that spawned it",
    "Spawning needs a scheduler for several machines that share their cycles; a world here is one machine, and no call makes another.",
  ),
  fault(
    "syscall-partial-write-length",
    ["plausible", "nervosnetwork/ckb-vm#434; how CKB's calls load in parts"],
    "A call that loads a part of a data piece stores the length of that part rather than what there is from the offset on",
    ["ecall"],
    withContext(LoadedLengthOnly),
  ),
  fault(
    "syscall-return-not-in-a0",
    ["plausible", "libriscv/libriscv@948a5aaa"],
    "Behind a call a0 is the first argument again rather than what the call returned",
    ["ecall"],
    withMachine(ArgumentKeeper),
  ),
];
