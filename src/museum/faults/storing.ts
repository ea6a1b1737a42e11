import type { HostMachine, Memory } from "../../machine/index.ts";
import type { LoadedData } from "../../snapshot/index.ts";
import { unmarked } from "./dirty-flags.ts";
import { BaseContext, wrap, type Context } from "./tracking.ts";

/** What `storeBytes` is asked for. */
type Stored = Parameters<Context["storeBytes"]>;
type Lengths = ReturnType<Context["storeBytes"]>;

/** The size is not stored. */
export class UnstoredSize extends BaseContext {
  protected override storeSize(): void {}
}

/** The size is stored behind the data. */
export class LateSize extends BaseContext {
  #store = (): void => {};

  override storeBytes(...asked: Stored): Lengths {
    this.#store = (): void => {};
    const lengths = super.storeBytes(...asked);
    this.#store();
    return lengths;
  }

  protected override storeSize(memory: Memory, address: bigint, size: bigint): void {
    this.#store = () => super.storeSize(memory, address, size);
  }
}

/** The store of the size does not mark its page. */
export class UnmarkedSize extends BaseContext {
  protected override storeSize(memory: Memory, address: bigint, size: bigint): void {
    unmarked(memory, () => super.storeSize(memory, address, size));
  }
}

/** What was asked for and is not there is stored as zeroes. */
export class FilledUp extends BaseContext {
  override storeBytes(...asked: Stored): Lengths {
    const lengths = super.storeBytes(...asked);
    const [{ memory }, address, , , length] = asked;
    const { written } = lengths;
    if (written < length) memory.fillBytes(wrap(address + written), Number(length - written), 0);
    return lengths;
  }
}

/** As many bytes are tracked as were asked for. */
export class TrackedAsAsked extends BaseContext {
  #asked: bigint | undefined;

  override storeBytes(...asked: Stored): Lengths {
    [, , , , this.#asked] = asked;
    try {
      return super.storeBytes(...asked);
    } finally {
      this.#asked = undefined;
    }
  }

  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    super.trackPages(machine, start, this.#asked ?? length, id, offset);
  }
}

/** Pieces are said to be as long as what was loaded of them. */
export class LoadedLengthOnly extends BaseContext {
  override loadData(id: bigint, offset: bigint, length: bigint): LoadedData {
    const { data } = super.loadData(id, offset, length);
    return { data, fullLength: BigInt(data.length) };
  }
}
