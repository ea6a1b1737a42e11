import { HOST_CALLS, SYSTEM_CALLS } from "../../../src/case/index.ts";
import { FaultError, type HostMachine, type Memory } from "../../../src/machine/index.ts";
import { Snapshot2Context, type DataSource, type LoadedData } from "../../../src/snapshot/index.ts";
import { ReferenceTarget, worldDataSource, type Finish, type Leg } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Fault, Faults } from "./faulty-target.ts";

const [A1, A7] = [11, 17];
const FROZEN = 1;
const PAGE = 4096n;

type Stored = Parameters<Snapshot2Context<bigint>["storeBytes"]>;

/** Another way to copy data to memory. */
class OtherCopies extends Snapshot2Context<bigint> {
  readonly #change: (...asked: Stored) => Stored;

  constructor(source: DataSource<bigint>, change: (...asked: Stored) => Stored) {
    super(source);
    this.#change = change;
  }

  override storeBytes(...asked: Stored): ReturnType<Snapshot2Context<bigint>["storeBytes"]> {
    return super.storeBytes(...this.#change(...asked));
  }
}

const copies = (change: (...asked: Stored) => Stored): Fault => ({
  leg: { context: (source) => new OtherCopies(source, change) },
});

/** Stores the size behind the data. */
class SizeLast extends Snapshot2Context<bigint> {
  #pending: (() => void) | undefined;

  protected override storeSize(memory: Memory, address: bigint, size: bigint): void {
    this.#pending = () => super.storeSize(memory, address, size);
  }

  override storeBytes(...asked: Stored): ReturnType<Snapshot2Context<bigint>["storeBytes"]> {
    const result = super.storeBytes(...asked);
    this.#pending?.();
    return result;
  }
}

/** Tracks pages that are covered in part. */
class TracksParts extends Snapshot2Context<bigint> {
  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    if (length === 0n) return;
    const first = start - (start % PAGE);
    const end = start + length;
    super.trackPages(machine, first, end - first + ((PAGE - (end % PAGE)) % PAGE), id, offset);
  }
}

/** Marks no page before it stores there. */
class MarksNothing extends Snapshot2Context<bigint> {
  override untrackPages(): void {}
}

/** Where copying failed because of a limit of its own, it stores nothing either. */
const refusing = (isRefused: (memorySize: bigint, ...asked: Stored) => boolean): Fault =>
  copies((...asked) => {
    const [machine, address] = asked;
    if (!isRefused(BigInt(machine.memory.size), ...asked)) return asked;
    throw new FaultError({ name: "MemOutOfBound", address, kind: "Memory" });
  });

const isLoad = ({ start }: Leg): boolean =>
  start !== "boot" && start.registers[A7] === BigInt(SYSTEM_CALLS.loadCellData);

/** A source that gives a piece with the same index where it has none with the id. */
const byIndex = (source: DataSource<bigint>, ids: readonly bigint[]): DataSource<bigint> => ({
  loadData(id, offset, length): LoadedData | undefined {
    const found = ids.find((each) => each === id) ?? ids.find((each) => (each & 0xffff_ffffn) === (id & 0xffff_ffffn));
    return source.loadData(found ?? id, offset, length);
  },
});

/** What is wrong with the calls of CKB's node, of which law host-calls knows the copies. */
export const NODE_CALLS_FAULTS: Faults = {
  "copies a byte less than its size asks for": copies((machine, address, id, offset, length, size) => [machine, address, id, offset, length - 1n, size]), // prettier-ignore
  "copies from the start of a piece": copies((machine, address, id, _, length, size) => [machine, address, id, 0n, length, size]), // prettier-ignore
  "reads 32 bits of a size": copies((machine, address, id, offset, length, size) => [machine, address, id, offset, length & 0xffff_ffffn, size]), // prettier-ignore
  "stores the size behind the data": { leg: { context: (source) => new SizeLast(source) } },
  "tracks pages that are covered in part": { leg: { context: (source) => new TracksParts(source) } },
  "marks no page in front of one that refuses data": { leg: { context: (source) => new MarksNothing(source) } },
  "copies nothing to frozen pages": copies((...asked) => {
    const [machine, address, id, offset, , size] = asked;
    const page = address / PAGE;
    const isFrozen = page < machine.memory.pageCount && (machine.memory.fetchFlag(page) & FROZEN) !== 0;
    return isFrozen ? [machine, address, id, offset + PAGE * PAGE, 1n, size] : asked;
  }),
  "cannot copy to the last byte of memory": refusing(
    (memorySize, _, address, __, ___, length) => address + length === memorySize,
  ),
  "cannot read a size at the end of memory": () =>
    changed((f, { memorySize }, leg) => {
      const address = leg.start === "boot" ? 0n : leg.start.registers[A1];
      if (!isLoad(leg) || address !== BigInt(memorySize) - 8n) return f;
      return { ...f, stop: { kind: "fault", fault: { name: "MemOutOfBound", address, kind: "Memory" } } };
    }),
  "finds a piece by its index alone": {
    leg: { dataSource: (world) => byIndex(worldDataSource(world), world.sources.map(({ id }) => id)) }, // prettier-ignore
  },
  "charges no copies": () =>
    changed((f: Finish, { cost }, leg) =>
      isLoad(leg) && leg.start !== "boot" && f.stop.kind === "budget"
        ? withState(f, { cycles: leg.start.cycles + (cost === "real" ? 500n : 1n) })
        : f,
    ),
  "prints nothing where text is outside memory": () =>
    changed((f, { memorySize }, leg) => {
      const isText = leg.start !== "boot" && leg.start.registers[A7] === BigInt(SYSTEM_CALLS.debug);
      if (!isText || leg.start.registers[10] < BigInt(memorySize)) return f;
      return { ...f, stop: { kind: "budget" } };
    }),
  "makes a call by the lower half of its number": () =>
    changed((f, world, { start, ...leg }) => {
      if (start === "boot") return f;
      const number = start.registers[A7] & 0xffff_ffffn;
      if (number === BigInt(HOST_CALLS.snapshot) || number === 93n) return f;
      const registers = start.registers.with(A7, number);
      const called = new ReferenceTarget().run(world, { ...leg, start: { ...start, registers } });
      return called.state.cycles === start.cycles ? f : called;
    }),
};
