import { ISA_A, type Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { accessWidth } from "../rows.ts";
import type { Family } from "./family.ts";
import { accessAt, pickPointer } from "./memory.ts";
import { growQuestion } from "./system.ts";

const ADD = row("add");
const BNE = row("bne");
const BEQ = row("beq");
const C_BEQZ = row("c.beqz");
const PAGE = 4096;

/** What comes between LR and SC, at the address of the LR. */
type Between = (grower: Grower, address: number, width: number) => void;

/**
 * LR, something, then SC, whose result is used. CKB-VM's reservation is an address and nothing else (semantics.md 5): only
 * SC, successful or not, takes it away, and another LR moves it. A VM that follows the manual's usual hardware differs
 * in nearly every kind, and so does a snapshot without the reservation.
 */
export const reservations: Family = {
  name: "reservations",
  possible: ({ isa }) => (isa & ISA_A) !== 0,
  grow(grower) {
    const { random, rows } = grower;
    const address = pickPointer(random, grower.map);
    const first = random.pick(rows.reservations);
    const width = accessWidth(first);
    const [between, add] = random.pick(BETWEEN);
    const [how, row, at] = pickConditional(grower, first, address);
    grower.note(`LR, ${between}, ${how}`);
    grower.add("access", accessAt(grower, first, address));
    add(grower, address, width);
    grower.note(`LR, ${between}, ${how}`);
    const result = grower.destination(random.chance(50));
    const conditional = accessAt(grower, row, at);
    const last = conditional.length - 1;
    grower.add("access", conditional.with(last, { ...conditional[last], rd: result }));
    useResult(grower, result);
  },
};

/** The SC: as the LR, of the other width, or elsewhere. */
function pickConditional(grower: Grower, first: Instruction, address: number): [string, Instruction, number] {
  const { random, rows } = grower;
  const kind = random.below(8);
  const isSame = (other: Instruction) => accessWidth(other) === accessWidth(first);
  if (kind === 0) return ["SC elsewhere", random.pick(rows.storeConditionals), elsewhere(grower, address)];
  if (kind === 1)
    return ["SC of the other width", random.pick(rows.storeConditionals.filter((r) => !isSame(r))), address];
  return ["SC", random.pick(rows.storeConditionals.filter(isSame)), address];
}

const BETWEEN: readonly (readonly [name: string, add: Between])[] = [
  ["nothing", () => undefined],
  ["a store there", access((grower, width) => storesOf(grower, (other) => other === width))],
  ["a store of another width there", access((grower, width) => storesOf(grower, (other) => other !== width))],
  ["a store beside it", access((grower) => grower.rows.onlyStores, beside)],
  ["a store on its page", access((grower) => grower.rows.onlyStores, onPage)],
  ["a load there", access((grower) => grower.rows.onlyLoads)],
  ["LR there", access((grower) => grower.rows.reservations)],
  ["LR elsewhere", access((grower) => grower.rows.reservations, elsewhere)],
  ["an AMO there", access((grower) => grower.rows.memoryOperations)],
  ["an AMO elsewhere", access((grower) => grower.rows.memoryOperations, elsewhere)],
  ["SC there", access((grower) => grower.rows.storeConditionals)],
  ["SC elsewhere", access((grower) => grower.rows.storeConditionals, elsewhere)],
  ["a system call", growQuestion],
  ["a branch", (grower) => grower.add("branch", [grower.randomOp(grower.random.pick(grower.rows.branches))], grower.nextId + 1)],
]; // prettier-ignore

/** An access by one of the rows, at the address of the LR or one that `move` makes of it. */
function access(
  rowsOf: (grower: Grower, width: number) => readonly Instruction[],
  move: (grower: Grower, address: number) => number = (_, address) => address,
): Between {
  return (grower, address, width) => {
    const instruction = grower.random.pick(rowsOf(grower, width));
    grower.add("access", accessAt(grower, instruction, move(grower, address)));
  };
}

function storesOf({ rows }: Grower, fits: (width: number) => boolean): readonly Instruction[] {
  return rows.onlyStores.filter((instruction) => fits(accessWidth(instruction)));
}

/** In the same eight bytes or right beside them. */
function beside({ random }: Grower, address: number): number {
  return address + random.pick([-8, -4, -1, 1, 2, 4, 7, 8]);
}

function onPage({ random }: Grower, address: number): number {
  return (address & -PAGE) + random.pick([0, 64, 2048, PAGE - 8]);
}

function elsewhere(grower: Grower, address: number): number {
  const other = grower.random.chance(50) ? beside(grower, address) : pickPointer(grower.random, grower.map);
  return other === address ? address + 8 : other;
}

/** Adds the result to a register, or branches on it. */
function useResult(grower: Grower, result: number): void {
  const { random } = grower;
  if (random.chance(30)) return grower.add("code", [op(ADD, grower.destination(), grower.source(), result, 0)]);
  const isNear = result >= 8 && result < 16;
  const branches: Op[] = [op(BNE, 0, result, 0, 0), op(BEQ, 0, 0, result, 0)];
  if (isNear) branches.push(op(C_BEQZ, 0, result, 0, 0));
  grower.addBranch([random.pick(branches)]);
}
