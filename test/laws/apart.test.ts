import { expect, test } from "vitest";
import type { World } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { compareFinishes, LAWS } from "../../src/laws/index.ts";
import {
  ReferenceTarget,
  TargetError,
  type Finish,
  type Leg,
  type MemoryImage,
  type State,
} from "../../src/targets/index.ts";

// A VM that shows the arrays it goes on working in looks the same in every finish: that must not pass for equal.

type Part = "registers" | "pageFlags" | "memory";

/** Has one array of registers and one of flags, and one memory, whose bytes are those of the machine that ran last. */
class LiveTarget extends ReferenceTarget {
  readonly #parts: readonly Part[];
  readonly #registers = new BigUint64Array(32);
  #flags: Uint8Array | undefined;
  #last: MemoryImage | undefined;
  readonly #memory: MemoryImage;

  constructor(parts: readonly Part[]) {
    super();
    this.#parts = parts;
    const last = (): MemoryImage => this.#last!;
    this.#memory = {
      get pageCount() {
        return last().pageCount;
      },
      isUntouched: (page) => last().isUntouched(page),
      pageView: (page) => last().pageView(page),
    };
  }

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    const { registers, pageFlags, memory } = finish.state as State;
    this.#registers.set(registers);
    if (this.#flags?.length !== pageFlags.length) this.#flags = new Uint8Array(pageFlags.length);
    this.#flags.set(pageFlags);
    this.#last = memory;
    const live: Pick<State, Part> = { registers: this.#registers, pageFlags: this.#flags, memory: this.#memory };
    const shown = Object.fromEntries(this.#parts.map((part) => [part, live[part]]));
    return { ...finish, state: { ...finish.state, ...shown } };
  }
}

const { world, budget, cuts } = generateCase(7n, 3);
const relay = LAWS.find(({ name }) => name === "relay")!;

test.each<Part[][]>([[["registers"]], [["pageFlags"]], [["memory"]], [["registers", "pageFlags", "memory"]]])(
  "a target that shows its own %s is told so, and nothing is held",
  async (parts) => {
    const checked = relay.check({ world, budget, cuts }, [new LiveTarget(parts)]);
    await expect(checked).rejects.toThrow(TargetError);
    await expect(checked).rejects.toThrow(`two finishes show the same ${parts[0]} object`);
  },
);

test("a memory that never changes may be shown twice, and finishes may share all else", () => {
  const finish = new ReferenceTarget().run(world, { start: "boot", maxCycles: budget, snapshot: false });
  const { registers, pageFlags, memory, ...state } = finish.state as State;
  const constant: MemoryImage = {
    isConstant: true,
    pageCount: memory.pageCount,
    isUntouched: (page) => memory.isUntouched(page),
    pageView: (page) => memory.pageView(page),
  };
  const again = (image: MemoryImage): Finish => ({
    ...finish,
    state: { ...state, registers: registers.slice(), pageFlags: pageFlags.slice(), memory: image },
  });
  expect(compareFinishes(again(constant), again(constant))).toEqual([]);
  expect(() => compareFinishes(again(memory), again(memory))).toThrow("the same memory object");
});
