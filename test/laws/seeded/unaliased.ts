import type { World } from "../../../src/case/index.ts";
import { Memory } from "../../../src/machine/index.ts";
import { ReferenceTarget, type Finish, type Leg } from "../../../src/targets/index.ts";
import type { Faults } from "./faulty-target.ts";

/** Goes on in the bytes that it was given. */
class RunsInSnapshot extends ReferenceTarget {
  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    if (leg.start !== "boot") {
      for (const { address, content } of leg.start.dirtyPages) {
        const page = finish.state.memory?.pageView(Number(address) / 4096);
        if (page) content.set(page.subarray(0, content.length));
      }
      leg.start.registers.set(finish.state.registers ?? []);
    }
    return finish;
  }
}

/** Shows, and hands on, the registers that it was given: the very ones. */
class SharesRegisters extends ReferenceTarget {
  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    if (leg.start === "boot" || !finish.state.registers) return finish;
    const copy = finish.state.registers.slice();
    const shared = leg.start.registers;
    const registers = new Proxy(copy, {
      get: (target, key): unknown => {
        const value: unknown = Reflect.get(target, key);
        // Every change of the snapshot after it was given shows in what came of it.
        if (typeof value === "bigint" && shared[0] !== 0n) return value ^ 1n;
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
    return { ...finish, state: { ...finish.state, registers } };
  }
}

/** Hands over the registers that its machine has. */
class HandsOverItsOwn extends ReferenceTarget {
  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    const { registers } = finish.state;
    return finish.snapshot && registers ? { ...finish, snapshot: { ...finish.snapshot, registers } } : finish;
  }
}

/** Writes into the data pieces of the world. */
class WritesToSources extends ReferenceTarget {
  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    if (leg.start === "boot") return finish;
    for (const { bytes } of world.sources) if (bytes.length > 0) bytes[bytes.length - 1] ^= 1;
    return finish;
  }
}

/** Stores into pages that it was handed over, which the giver and the snapshot still have. */
class StoresIntoAdopted extends Memory {
  override get handsOverPages(): boolean {
    return true;
  }

  override adoptPages(address: number, pages: readonly DataView[]): void {
    super.adoptPages(address, pages);
    for (let k = 0; k < pages.length; k++) this.ready[(address >>> 12) + k] = 0;
  }
}

/** What breaks law unaliased. */
export const UNALIASED_FAULTS: Faults = {
  "goes on in the bytes of the snapshot": () => new RunsInSnapshot(),
  "shows what is in a snapshot that was resumed": () => new SharesRegisters(),
  "hands over its own registers": () => new HandsOverItsOwn(),
  "stores into pages that were handed over": () =>
    new ReferenceTarget({ parts: { memory: (size, writeXorExecute) => new StoresIntoAdopted(size, writeXorExecute) } }),
  "writes into the data pieces": () => new WritesToSources(),
};
