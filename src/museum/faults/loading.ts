import { loadBinary, loadProgramWithMetadata, Memory, PAGE_SIZE, parseElf } from "../../machine/index.ts";
import type { HostMachine, LoadingAction, ProgramMetadata } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { loadSegments } from "./program-headers.ts";

/** A machine that takes other loading actions out of a program file. */
export function loads(wrong: (program: Uint8Array, version: number) => ProgramMetadata): FaultOptions {
  return { leg: { parseElf: wrong } };
}

/** A machine that does something more behind each segment that was loaded. */
export function afterEachSegment(more: (machine: HostMachine, action: LoadingAction) => void): FaultOptions {
  return {
    leg: {
      load: (machine, program, { actions, entry }, args) => {
        let bytes = 0n;
        for (const action of actions) {
          bytes += loadBinary(machine, program, { actions: [action], entry }, false);
          more(machine, action);
        }
        return bytes + loadProgramWithMetadata(machine, program, { actions: [], entry }, args);
      },
    },
  };
}

/** Segments may reach beyond the file: what is there of them is loaded. */
export function parseBeyondFile(program: Uint8Array, version: number): ProgramMetadata {
  const file = BigInt(program.length);
  const inside = program.slice();
  const sources = loadSegments(inside).map(({ offset, fileSize, setOffset, setFileSize }) => {
    const start = offset;
    const end = BigInt.asUintN(64, offset + fileSize);
    if (start > end || end > file) {
      setOffset(0n);
      setFileSize(0n);
    }
    return { start, end };
  });
  const { actions, entry } = parseElf(inside, version);
  return { actions: actions.map((action, k) => ({ ...action, source: sources[k] })), entry };
}

/** A memory in which filling a page leaves what lies behind the data. */
export class TailKeepingMemory extends Memory {
  override overwritePage(page: number, data: Uint8Array, at: number): void {
    const behind = data.length === 0 ? PAGE_SIZE : Math.min(at + data.length, PAGE_SIZE);
    const tail = this.pageView(page).slice(behind);
    super.overwritePage(page, data, at);
    if (tail.length > 0) this.pageView(page).set(tail, behind);
  }
}
