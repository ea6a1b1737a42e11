import { FaultError, realCost, type Operation } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { LOADING, STORES } from "../faults/access-names.ts";
import {
  ExecutionOnlyContext,
  FullBudgetMachine,
  LoadingCounter,
  NarrowCounter,
  ShortExitMachine,
  StrictCounter,
  WorkingFirstMachine,
} from "../faults/counting.ts";
import { machineOf, withCounter, withMachine } from "../faults/parts.ts";
import { meaning } from "../meanings.ts";
import { AT_LOAD, IN_TAKING, LIMIT, rowsOf } from "../rows.ts";

const { fault, notApplicable } = rowsOf("cycles");

/** Cycles of what leaves the program: ECALL and EBREAK. */
const SLOW = 500;

const FAULTING = [...LOADING, ...STORES.split(" "), "ecall"];

/** The fault of the instruction itself, and not of what a host did meanwhile. */
const OWN: readonly string[] = ["MemOutOfBound", "MemWriteOnExecutablePage", "InvalidEcall"];

/** Faults of counting cycles. */
export const CYCLES: readonly (Exhibit | Absent)[] = [
  fault(
    "cycles-charged-after-execution",
    ["documented", "nervosnetwork/ckb-vm#141"],
    "An instruction that the limit does not allow has done its work when that is found, and does it again when the run goes on",
    LIMIT,
    withMachine(WorkingFirstMachine),
  ),
  fault(
    "final-cycle-uncounted-limit-compensated",
    ["documented", "risc0/risc0#3015"],
    "A run that exits has spent one cycle less in the end, although its limit must be as high as ever",
    ["ecall"],
    withMachine(ShortExitMachine),
  ),
  fault(
    "instruction-counter-block-offset",
    ["documented", "riscv-boom/riscv-boom#637"],
    "An instruction that ends the run by a fault is not charged",
    FAULTING,
    meaning(FAULTING.join(" "), (right) => (h, i) => {
      try {
        right(h, i);
      } catch (error) {
        const machine = machineOf(h);
        if (error instanceof FaultError && OWN.includes(error.fault.name))
          machine.cycles -= BigInt((i as Operation).cost);
        throw error;
      }
    }),
  ),
  fault(
    "load-cycles-lost-on-resume",
    ["documented", "nervosnetwork/ckb@612c58dd8"],
    "What loading data cost is not among the cycles that are resumed, only what instructions cost",
    IN_TAKING,
    {
      parts: { counter: (limit) => new LoadingCounter(limit) },
      leg: { context: (source) => new ExecutionOnlyContext(source) },
    },
  ),
  fault(
    "max-cycles-limit-off-by-one",
    ["documented", "succinctlabs/sp1#2141"],
    "An instruction that would spend exactly the limit is refused",
    LIMIT,
    withCounter(StrictCounter),
  ),
  fault(
    "max-cycles-not-reduced-per-group",
    ["documented", "nervosnetwork/ckb@b6e2afcbe"],
    "A program that is started where another one ran may spend the whole limit, whatever the other one spent",
    ["ecall"],
    withMachine(FullBudgetMachine),
  ),
  fault(
    "reset-keeps-cycles",
    ["documented", "nervosnetwork/ckb-vm#162"],
    "A machine that is used again begins with the cycles and the limit of the run before",
    AT_LOAD,
    {
      leftover: ({ machine }, last) => {
        machine.cycles = last.machine.cycles;
        machine.maxCycles = last.machine.maxCycles;
      },
    },
  ),
  fault(
    "slow-path-boundary-off",
    ["documented", "nervosnetwork/ckb-vm#328"],
    "FENCE.I, the last instruction in front of those that leave the program, costs as much as they do",
    ["fence.i"],
    {
      leg: {
        cost:
          ({ cost }) =>
          (step) =>
            cost === "constant" ? 1 : step.name === "fence.i" ? SLOW : realCost(step),
      },
    },
  ),
  fault(
    "step-limit-compare-overflows",
    ["documented", "michaeljclark/rv8@4c12cc5"],
    "Cycles are compared with their limit by the low 32 bits of both",
    LIMIT,
    withCounter(NarrowCounter),
  ),
  notApplicable(
    "suspend-cost-missing",
    ["documented", "nervosnetwork/ckb@5ddedfd40"],
    "Suspending machines and resuming them is not charged",
    "Only a scheduler that keeps fewer machines than it has programs charges this. Here legs are cut by whoever asks for them, and a cut costs nothing: a relay that charged for it could not finish where the solo run does.",
  ),
];
