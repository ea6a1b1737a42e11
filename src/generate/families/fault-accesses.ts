import type { Instruction } from "../../isa/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import type { Op } from "../op.ts";
import { codeStart } from "../program.ts";
import { accessWidth, stores } from "../rows.ts";
import type { FaultCause } from "./fault-cause.ts";

/** Picks the rows of a cause; there may be none. */
type RowsOf = (grower: Grower) => readonly Instruction[];

const KINDS: readonly (readonly [name: string, rowsOf: RowsOf, weight: number])[] = [
  ["load", ({ rows }) => rows.onlyLoads, 1],
  ["store", ({ rows }) => rows.onlyStores, 2],
  ["LR", ({ rows }) => rows.reservations, 1],
  ["SC", ({ rows }) => rows.storeConditionals, 1],
  ["AMO", ({ rows }) => rows.memoryOperations, 2],
];

/** Causes for accesses: outside of memory at each border and far away, and stores into code, from all sides. */
export const ACCESS_FAULTS: readonly FaultCause[] = KINDS.flatMap(([name, rowsOf, weight]) =>
  new Array<readonly FaultCause[]>(weight).fill(causesOf(name, rowsOf)).flat(),
);

function causesOf(name: string, rowsOf: RowsOf): readonly FaultCause[] {
  return [
    outOfBound(`${name} over the end of memory`, rowsOf, ({ random, map }, width) => {
      return width === 1 ? map.memorySize : map.memorySize - random.between(1, width - 1);
    }),
    outOfBound(
      `${name} behind the end of memory`,
      rowsOf,
      ({ random, map }) => map.memorySize + random.pick([0, 0, 1, 8, 4096]),
    ),
    {
      name: `${name} far outside of memory`,
      fault: "MemOutOfBound",
      make: (grower) => farOutside(grower, rowsOf(grower)),
    },
    ...(name === "load" || name === "LR" ? [] : new Array<FaultCause>(2).fill(intoCode(name, rowsOf))),
  ];
}

/** What must be known of an access before its address is chosen. */
type AddressOf = (grower: Grower, width: number) => number;

function outOfBound(name: string, rowsOf: RowsOf, addressOf: AddressOf): FaultCause {
  return { name, fault: "MemOutOfBound", make: (grower) => accessTo(grower, rowsOf(grower), addressOf) };
}

/** A store that touches the code: at its beginning, inside it, in what is left of its page, or from the page before. */
function intoCode(name: string, rowsOf: RowsOf): FaultCause {
  const addressOf: AddressOf = ({ random, map: { base } }, width) => {
    const start = codeStart(base);
    if (start > 0 && width > 1 && random.chance(50)) return start - random.between(1, width - 1);
    return random.pick([start, base, base + random.below(64)]);
  };
  return {
    name: `${name} into code`,
    fault: "MemWriteOnExecutablePage",
    make: (grower) =>
      grower.world.writeXorExecute ? accessTo(grower, rowsOf(grower).filter(stores), addressOf) : undefined,
  };
}

function accessTo(grower: Grower, rows: readonly Instruction[], addressOf: AddressOf): Op[] | undefined {
  if (rows.length === 0) return undefined;
  const instruction = grower.random.pick(rows);
  const address = addressOf(grower, accessWidth(instruction));
  const base = grower.destination(instruction.field.get("rs1")?.compressedRegister);
  const drawn = grower.randomOp(instruction, base);
  // Registers hold 0 most often; of an address each byte that could be stored is something else.
  const access = stores(instruction) && grower.random.chance(50) ? { ...drawn, rs2: base } : drawn;
  return [...loadNumber(base, instruction.field.has("imm") ? address - access.imm : address), access];
}

/** Addresses that 32 bits cannot say, and those that wrap around. */
function farOutside(grower: Grower, rows: readonly Instruction[]): Op[] | undefined {
  if (rows.length === 0) return undefined;
  const { random } = grower;
  const instruction = random.pick(rows);
  const base = grower.destination(instruction.field.get("rs1")?.compressedRegister);
  const address = random.pick([
    -1n,
    -2n,
    -4n,
    -8n,
    1n << 63n,
    (1n << 63n) - 1n,
    1n << 32n,
    (1n << 32n) - 4n,
    1n << 31n,
    // With another sign, or of a place in memory, in 32 bits; in 63 bits of one, too.
    (1n << 31n) + BigInt(random.next() >>> 1),
    (1n << 32n) + BigInt(random.below(grower.map.memorySize)),
    (1n << 63n) + BigInt(random.below(grower.map.memorySize)),
  ]);
  return [...loadConstant(base, address), { ...grower.randomOp(instruction, base), imm: 0 }];
}
