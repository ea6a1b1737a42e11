import { sp } from "../../isa/index.ts";
import { AFTER_RESUME } from "../../laws/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { LOADING, STORING, WRITING } from "../faults/access-names.ts";
import {
  AllClearingMemory,
  AndMemory,
  ChangesOnlyMemory,
  forgetFlags,
  loadClean,
  NeighbourMemory,
  StaleReadMachine,
  TogglingMemory,
  UnmarkedCallMachine,
} from "../faults/flags.ts";
import { machineOf, withMachine, withMemory } from "../faults/parts.ts";
import { meaning } from "../meanings.ts";
import { AT_LOAD, IN_BOTH, IN_TAKING, rowsOf } from "../rows.ts";

const { fault } = rowsOf("page flags");

/** Faults of page flags. */
export const PAGE_FLAGS: readonly (Exhibit | Absent)[] = [
  fault(
    "dirty-set-with-and",
    ["documented", "nervosnetwork/ckb-vm#125"],
    "A store keeps of the flags of its page only DIRTY, if it was set, where it should add it",
    [...AT_LOAD, ...STORING, "ecall"],
    withMemory(AndMemory),
  ),
  fault(
    "load-clears-dirty",
    ["documented", "nervosnetwork/ckb-vm#218"],
    "No page is dirty behind a load, whether it is tracked or not",
    AT_LOAD,
    { leg: { load: loadClean } },
  ),
  fault(
    "write-leaves-stale-read-page",
    ["documented", "libriscv/libriscv@e5680a26"],
    "Loads from a page that was loaded from before its first store see nothing of the store, until there is a load from another page",
    LOADING,
    withMachine(StaleReadMachine),
  ),
  fault(
    "device-write-not-dirty",
    ["analogue", "firecracker-microvm/firecracker@6d8c3064f"],
    "What a system call writes to memory does not make it dirty",
    ["ecall", ...IN_TAKING],
    withMachine(UnmarkedCallMachine),
  ),
  fault(
    "freed-stack-flags-kept",
    ["inferred", "nervosnetwork/ckb@a0c8927fb"],
    "Pages that sp moves up over lose their flags",
    "What shows it is the instruction that moves sp up, whichever that is: nearly all of them can; the fault is in the register",
    meaning(WRITING, (right) => (h, i) => {
      if (i.rd !== sp) return right(h, i);
      const before = h.x[sp];
      right(h, i);
      forgetFlags(machineOf(h).memory, before, h.x[sp]);
    }),
  ),
  fault(
    "clear-flag-clears-all",
    ["plausible", "nervosnetwork/ckb-vm#125"],
    "Clearing one flag of a page clears all of them",
    [...AT_LOAD, AFTER_RESUME, "ecall"],
    withMemory(AllClearingMemory),
  ),
  fault(
    "clear-flag-xors",
    ["plausible", "nervosnetwork/ckb-vm#125"],
    "Clearing a flag that is clear sets it",
    [...IN_BOTH, "ecall"],
    withMemory(TogglingMemory),
  ),
  fault(
    "dirty-only-on-changed-value",
    ["plausible", "qemu/qemu@6d3cb1f970"],
    "A store of what is there already does not make its page dirty",
    [...STORING, "ecall"],
    withMemory(ChangesOnlyMemory),
  ),
  fault(
    "flags-of-neighbour-page-updated",
    ["plausible", "nervosnetwork/ckb-vm#379"],
    "A store makes the page of the address behind its last byte dirty, and no other",
    [...STORING, "ecall"],
    withMemory(NeighbourMemory),
  ),
];
