import { decode, ISA_MOP } from "../isa/index.ts";
import type { World } from "../case/index.ts";
import { parseElf } from "../machine/index.ts";
import { ReferenceTarget, type ReferenceOptions } from "./reference.ts";
import type { Finish, Leg, MemoryImage, State } from "./target.ts";

/** The reference, broken on purpose in one rule of the machine. */
class MachineCanaryTarget extends ReferenceTarget {
  override readonly name: string;
  readonly #damage: (finish: Finish, world: World) => Partial<State>;
  readonly #worldOf: (world: World) => World;

  constructor(
    name: string,
    damage: (finish: Finish, world: World) => Partial<State>,
    worldOf: (world: World) => World = (world) => world,
    options: ReferenceOptions = {},
  ) {
    super(options);
    this.name = name;
    this.#damage = damage;
    this.#worldOf = worldOf;
  }

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(this.#worldOf(world), leg);
    return { ...finish, state: { ...finish.state, ...this.#damage(finish, world) } };
  }
}

/** `addi zero, zero, 0`. */
const NO_OP = 0x13;

const RULES: Readonly<Record<string, () => MachineCanaryTarget>> = {
  /** x0 is not zero. */
  "canary-zero": () =>
    new MachineCanaryTarget("canary-zero", ({ state }) => ({ registers: withRegister(state.registers!, 0, 1n) })),
  /** A page that nobody wrote is not zero. */
  "canary-untouched": () =>
    new MachineCanaryTarget("canary-untouched", ({ state }) => ({ memory: soiled(state as State) })),
  /** Pages are writable and executable at once. */
  "canary-permissions": () =>
    new MachineCanaryTarget(
      "canary-permissions",
      () => ({}),
      (world) => ({ ...world, writeXorExecute: false }),
    ),
  /** After a fault, pc is not where it must be. */
  "canary-fault": () =>
    new MachineCanaryTarget("canary-fault", ({ stop, state }) =>
      stop.kind === "fault" ? { pc: (state.pc ?? 0n) - 4n } : {},
    ),
  /** Words are instructions that should be none. */
  "canary-decoding": () =>
    new MachineCanaryTarget("canary-decoding", () => ({}), undefined, {
      parts: { decode: (word, isa, version) => decode(word, isa, version) ?? decode(NO_OP, isa, version) },
    }),
  /** Every file is taken for one whose flags say nothing. */
  "canary-loading": () =>
    new MachineCanaryTarget("canary-loading", () => ({}), undefined, {
      leg: {
        parseElf: (program, version) => {
          const file = parseElf(program, version);
          return { ...file, actions: file.actions.map((each) => ({ ...each, flags: 0 })) };
        },
      },
    }),
  /** Where sequences are fused, a register is lost. */
  "canary-fusion": () =>
    new MachineCanaryTarget("canary-fusion", ({ state }, { isa }) =>
      isa & ISA_MOP ? { registers: withRegister(state.registers!, 31, state.registers![31] ^ 1n) } : {},
    ),
  /** What a program costs depends on where its code ends. */
  "canary-layout": () =>
    new MachineCanaryTarget("canary-layout", ({ state }) => ({ cycles: state.cycles! + (state.pc! & 0xfffn) })),
};

/** Targets that are broken on purpose in one rule of the machine each, by name. */
export const MACHINE_CANARIES: ReadonlyMap<string, () => ReferenceTarget> = new Map(Object.entries(RULES));

function withRegister(registers: BigUint64Array, number: number, value: bigint): BigUint64Array {
  return registers.map((old, r) => (r === number ? value : old));
}

/** A memory in which the first page without flags holds a byte. */
function soiled({ memory, pageFlags }: State): MemoryImage {
  const page = pageFlags.indexOf(0);
  if (page < 0) return memory;
  const bytes = memory.pageView(page).slice();
  bytes[bytes.length - 1] |= 1;
  return {
    pageCount: memory.pageCount,
    isUntouched: (p) => p !== page && memory.isUntouched(p),
    pageView: (p) => (p === page ? bytes : memory.pageView(p)),
  };
}
