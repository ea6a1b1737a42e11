import { PAGE_SIZE, type Machine, type Operation } from "../../machine/index.ts";
import type { WorldSnapshot } from "../target.ts";
import { ROW_ACCESSES } from "./access.ts";
import { accessAddress } from "./address.ts";
import type { Coverage } from "./coverage.ts";
import { cutAfterCell, cutBeforeCell, CUTS_AFTER, CUTS_BEFORE, ECALL_ROW, PAGE_NONE } from "./cuts.ts";
import { pageState } from "./page-state.ts";
import { firstCell } from "./space.ts";

const BEFORE_AT = firstCell(CUTS_BEFORE);
const AFTER_AT = firstCell(CUTS_AFTER);

/** Hits the cells of cuts: at the end of a leg that gives its snapshot, and at the start of one that takes another VM's. */
export class CutRecorder {
  readonly #coverage: Coverage;
  /** Snapshots whose cut is counted. */
  readonly #given = new WeakSet<WorldSnapshot>();

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  /** A leg that was ended by its budget gives `snapshot`. */
  gave(machine: Machine, snapshot: WorldSnapshot): void {
    this.#given.add(snapshot);
    const { left } = machine.counter;
    if (left < 0) {
      // Only what a system call charges is not asked of the budget first.
      this.#coverage.hit(AFTER_AT + cutAfterCell(ECALL_ROW, PAGE_NONE, left));
    } else {
      const last = machine.lastOperation;
      if (last !== undefined && knowsPage(last)) {
        this.#coverage.hit(AFTER_AT + cutAfterCell(last.row, pageOf(machine, last), left));
      }
    }
    this.#before(machine, left);
  }

  /** A leg begins with `snapshot`, right behind the resume. */
  resumed(machine: Machine, snapshot: WorldSnapshot): void {
    if (this.#given.has(snapshot)) return;
    const left = snapshot.maxCycles - snapshot.cycles;
    this.#before(machine, Number(BigInt.asIntN(64, left)));
  }

  #before(machine: Machine, left: number): void {
    const next = machine.nextOperation;
    if (next === undefined) return;
    this.#coverage.hit(BEFORE_AT + cutBeforeCell(next.row, pageOf(machine, next), next.cost, left));
  }
}

/** False behind a load into its own address register: where it loaded from is gone. */
function knowsPage({ row, rd, rs1 }: Operation): boolean {
  return ROW_ACCESSES[row] < 0 || rd !== rs1;
}

/** The state of the page in which the access of an operation begins; `PAGE_NONE` if it has none. */
function pageOf(machine: Machine, operation: Operation): number {
  if (ROW_ACCESSES[operation.row] < 0) return PAGE_NONE;
  return pageState(machine.memory, Math.floor(accessAddress(machine.w, operation) / PAGE_SIZE));
}
