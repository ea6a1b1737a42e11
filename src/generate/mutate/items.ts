import { encodingProblem } from "../../isa/index.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import type { Op } from "../op.ts";
import type { Item } from "../program.ts";
import type { Random } from "../random.ts";
import { rowsOf } from "../rows.ts";
import { isOpaque } from "../shrink/opaque.ts";
import { pickImmediate } from "../values.ts";

/** Other items, or undefined if the mutation cannot be had here. Programs of the result end as the original was made to. */
type ItemMutation = (random: Random, original: GeneratedCase, donor: GeneratedCase) => readonly Item[] | undefined;

const ITEMS_TAKEN = 8;
/** Items kept at most: a program that grows without end would not fit its room. */
const ITEMS_MAX = 300;
const FAMILY = "mutated";

/** Some items away. */
const removed: ItemMutation = (random, { program: { items } }) => {
  if (items.length < 2) return undefined;
  const count = random.between(1, Math.min(ITEMS_TAKEN, items.length - 1));
  return items.toSpliced(random.below(items.length - count + 1), count);
};

/** Items of another case, those that stand on their own and spare the registers that have a role here. */
const taken: ItemMutation = (random, original, donor) => {
  const from = random.below(donor.program.items.length);
  const candidates = donor.program.items.slice(from, from + ITEMS_TAKEN).filter((item) => standsAlone(item, original));
  return insert(random, original.program.items, candidates);
};

/** Some items a second time, elsewhere. */
const repeated: ItemMutation = (random, original) => taken(random, original, original);

/** Another instruction, with the same operands, or other operands for one. */
const changed: ItemMutation = (random, original) => {
  const { items } = original.program;
  const k = random.below(items.length);
  const item = items[k];
  if (!item || item.kind !== "code" || item.ops.length !== 1) return undefined;
  const [op] = item.ops;
  const next = random.chance(50) ? otherRow(random, op, original) : otherOperands(random, op, original);
  return next && items.with(k, { ...item, ops: [next] });
};

const MUTATIONS: readonly ItemMutation[] = [removed, taken, taken, repeated, changed, changed];

/** The case with other items: some away, some twice, some of `donor`, some instructions changed. */
export function mutateItems(random: Random, original: GeneratedCase, donor: GeneratedCase): GeneratedCase | undefined {
  const items = random.pick(MUTATIONS)(random, original, donor);
  if (!items || items.length > ITEMS_MAX) return undefined;
  return rebuildCase(original, { ...original.program, items }, original.world, original.cuts);
}

/** True if `item` can stand anywhere in the other program: instructions that only compute, into registers free there. */
function standsAlone(item: Item, { program, world }: GeneratedCase): boolean {
  const { ops, target, endsAt, loads } = item;
  if (target >= 0 || endsAt !== undefined || loads !== undefined) return false;
  // What jumps inside may hide instructions in others, with registers of their own.
  if (item.kind !== "code" || item.ops.length === 0 || isOpaque(item)) return false;
  const { enabled } = rowsOf(world.isa, world.version);
  return ops.every(
    ({ instruction, rd }) =>
      instruction !== undefined &&
      enabled.includes(instruction) &&
      (!instruction.base.field.has("rd") || (program.reserved & (1 << rd)) === 0),
  );
}

/** Inserts between two items whose ids leave room: behind the last of the main section, ids are free again. */
function insert(random: Random, items: readonly Item[], inserted: readonly Item[]): readonly Item[] | undefined {
  if (inserted.length === 0) return undefined;
  const at = random.below(items.length + 1);
  const before = at === 0 ? -1 : items[at - 1].id;
  const behind = at === items.length ? before + 1000 : items[at].id;
  // Ids are numbers: fractions stand between two of them as well.
  const step = (behind - before) / (inserted.length + 1);
  const renamed = inserted.map((item, k) => ({ ...item, id: before + step * (k + 1), family: FAMILY }));
  return items.toSpliced(at, 0, ...renamed);
}

function otherRow(random: Random, op: Op, { world }: GeneratedCase): Op | undefined {
  if (!op.instruction) return undefined;
  const similar = rowsOf(world.isa, world.version).groups.flatMap((group) =>
    group.filter((row) => row.operands === op.instruction?.operands && row.length === op.instruction.length),
  );
  return similar.length === 0 ? undefined : checkedOp({ ...op, instruction: random.pick(similar) });
}

function otherOperands(random: Random, op: Op, { program }: GeneratedCase): Op | undefined {
  if (!op.instruction) return undefined;
  const rd = random.below(32);
  const free = (program.reserved & (1 << rd)) === 0;
  const imm = random.chance(50) ? pickImmediate(random, op.instruction) : op.imm;
  return checkedOp({ ...op, imm, rs1: random.below(32), rs2: random.below(32), rd: free ? rd : op.rd });
}

function checkedOp(op: Op): Op | undefined {
  const { rd, rs1, rs2, imm } = op;
  return op.instruction && encodingProblem(op.instruction, { rd, rs1, rs2, imm }) === undefined ? op : undefined;
}
