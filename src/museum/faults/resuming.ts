import { FaultError, Memory, PAGE_SIZE, type HostMachine } from "../../machine/index.ts";
import type { DirtyRun, Snapshot2, SourceRun } from "../../snapshot/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { withMemory } from "./parts.ts";
import { BaseContext, withContext } from "./tracking.ts";

/** A snapshot of a world. */
type Snapshot = Snapshot2<bigint>;

const PAGE = BigInt(PAGE_SIZE);

/** A machine that takes snapshots for others when it resumes them: `wrong` gives them, before anything is done. */
export function resuming(wrong: (snapshot: Snapshot, machine: HostMachine) => Partial<Snapshot>): FaultOptions {
  return withContext(
    class extends BaseContext {
      override resume(machine: HostMachine, snapshot: Snapshot): void {
        super.resume(machine, { ...snapshot, ...wrong(snapshot, machine) });
      }
    },
  );
}

/** The runs with other flags. */
export function withFlags<R extends { readonly flag: number }>(
  runs: readonly R[],
  wrong: (flag: number) => number,
): readonly R[] {
  return runs.map((run) => ({ ...run, flag: wrong(run.flag) }));
}

/** The pages that bytes at an address take, by number. */
function* pagesAt(address: bigint, length: number): Iterable<number> {
  const first = Number(address / PAGE);
  for (let page = first; page < first + length / PAGE_SIZE; page++) yield page;
}

/** The last page of each run comes back without flags. */
export class LastFlagMissed extends BaseContext {
  protected override storeRun(machine: HostMachine, address: bigint, flag: number, data: Uint8Array): void {
    super.storeRun(machine, address, 0, data);
    for (const page of pagesAt(address, data.length - PAGE_SIZE)) machine.memory.setFlag(page, flag);
  }
}

/** Pages have their flags before they have their bytes. */
export class FlagsFirst extends BaseContext {
  protected override storeRun(machine: HostMachine, address: bigint, flag: number, data: Uint8Array): void {
    if (data.length % PAGE_SIZE === 0) {
      for (const page of pagesAt(address, data.length)) machine.memory.setFlag(page, flag);
    }
    super.storeRun(machine, address, flag, data);
  }
}

/** Content need not be whole pages. */
export class PartialContent extends BaseContext {
  protected override resumeDirtyRun(machine: HostMachine, { address, flag, content }: DirtyRun): void {
    const whole = content.length - (content.length % PAGE_SIZE);
    super.resumeDirtyRun(machine, { address, flag, content: content.subarray(0, whole) });
    if (whole === content.length) return;
    const rest = address + BigInt(whole);
    machine.memory.storeBytes(rest, content.subarray(whole));
    machine.memory.setFlag(rest / PAGE, flag);
  }
}

/** A run that cannot be put into memory is left out, and nobody is told. */
export class ErrorsSwallowed extends BaseContext {
  protected override resumeSourceRun(machine: HostMachine, run: SourceRun<bigint>): void {
    swallowing(() => super.resumeSourceRun(machine, run));
  }

  protected override resumeDirtyRun(machine: HostMachine, run: DirtyRun): void {
    swallowing(() => super.resumeDirtyRun(machine, run));
  }
}

function swallowing(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
  }
}

/** A memory that can run on bytes of others. */
class AdoptingMemory extends Memory {
  /** The page is these bytes from now on. */
  adopt(page: number, bytes: Uint8Array): void {
    this.replacePage(page, new DataView(bytes.buffer, bytes.byteOffset, PAGE_SIZE));
  }
}

/** Pages that a snapshot stores by content are not copied. */
class AdoptingContext extends BaseContext {
  protected override resumeDirtyRun(machine: HostMachine, run: DirtyRun): void {
    super.resumeDirtyRun(machine, run);
    const { memory } = machine;
    if (!(memory instanceof AdoptingMemory)) throw new TypeError("another memory than the one of this fault");
    for (const page of pagesAt(run.address, run.content.length)) {
      const at = (page - Number(run.address / PAGE)) * PAGE_SIZE;
      memory.adopt(page, run.content.subarray(at, at + PAGE_SIZE));
    }
  }
}

/** A resumed machine runs on the bytes of its snapshot. */
export function onSnapshotBytes(): FaultOptions {
  return { ...withMemory(AdoptingMemory), ...withContext(AdoptingContext) };
}
