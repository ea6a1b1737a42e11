import type { World } from "../../case/index.ts";
import type { Machine, Observer } from "../../machine/index.ts";
import type { Leg, Stop, WorldSnapshot } from "../target.ts";
import { BRANCH_OUTCOMES, branchCell, ROW_BRANCHES } from "./branches.ts";
import type { Coverage } from "./coverage.ts";
import { CutRecorder } from "./cut-recorder.ts";
import { OperationRecorder } from "./operation-recorder.ts";
import { firstCell } from "./space.ts";
import { STOP_KINDS, stopCell } from "./stops.ts";

const STOPS_AT = firstCell(STOP_KINDS);
const BRANCHES_AT = firstCell(BRANCH_OUTCOMES);

/** A leg that is being recorded. */
export interface RecordedLeg {
  /** To be given to the leg's machine; undefined where operands are not looked at. */
  readonly observer: Observer | undefined;
  /** The machine is ready to run. */
  started(machine: Machine): void;
  /** It ended by `stop`; `snapshot` is what the leg gives. */
  ended(machine: Machine, stop: Stop, snapshot: WorldSnapshot | undefined): void;
}

/**
 * Turns what the reference runs into hits, one leg after the other. Operands, accesses and system calls are looked at in
 * the first booted leg of each world only, where nearly all that the world can show is shown; cuts and stops in each.
 */
export class LegRecorder {
  readonly #coverage: Coverage;
  readonly #operations: OperationRecorder;
  readonly #cuts: CutRecorder;

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
    this.#operations = new OperationRecorder(coverage);
    this.#cuts = new CutRecorder(coverage);
  }

  /** A leg that is about to be run. */
  begin(world: World, leg: Leg): RecordedLeg {
    this.#coverage.beginLeg(world);
    const observer = leg.start === "boot" && this.#coverage.mayObserve(world) ? this.#operations : undefined;
    return {
      observer,
      started: (machine) => {
        observer?.attach(machine);
        if (leg.start !== "boot") this.#cuts.resumed(machine, leg.start);
      },
      ended: (machine, stop, snapshot) => {
        const cell = stopCell(world.version, stop);
        if (cell >= 0) this.#coverage.hit(STOPS_AT + cell);
        if (stop.kind === "budget" && snapshot !== undefined) this.#cuts.gave(machine, snapshot);
        if (observer === undefined) return;
        observer.finish(stop);
        this.#addBranches(machine);
      },
    };
  }

  /** Both outcomes of a branch, where both were met: the observer sees only the first one. */
  #addBranches(machine: Machine): void {
    for (const { operations, next, otherNext, end } of machine.blocks) {
      const last = operations[operations.length - 1];
      const branch = ROW_BRANCHES[last.row];
      // To the next instruction it goes either way.
      if (branch < 0 || last.imm === last.length) continue;
      for (const { pc } of next === otherNext ? [next] : [next, otherNext]) {
        if (pc >= 0) this.#coverage.hit(BRANCHES_AT + branchCell(branch, last.imm < 0, pc !== end));
      }
    }
  }
}
