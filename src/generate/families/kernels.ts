import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import type { ItemKind } from "../program.ts";
import { registerFields, takes } from "../register-fields.ts";
import { otherRegister } from "../registers.ts";
import type { Family } from "./family.ts";
import { counterOf, growLoop } from "./flow.ts";
import { addressInWalk, pickWalk, type Walk } from "./walk.ts";

const ADDI = row("addi");
const SLLI = row("slli");
const SRLI = row("srli");
const ADD = row("add");
const SUB = row("sub");
const XOR = row("xor");
const MUL = row("mul");
const LOADS = ["lbu", "lhu", "lw", "ld"].map(row);
const STORES = ["sb", "sh", "sw", "sd"].map(row);
/** Instructions left below which no loop is worth it. */
const ROOM_MIN = 300;
const ROUNDS_MIN = 8;
const ROUNDS_MAX = 50_000;
/** Instructions at the foot of a loop. */
const FOOT = 2;

/** An item of a loop body. */
interface Part {
  readonly kind: ItemKind;
  readonly ops: readonly Op[];
}

/** What one round does: all of its accesses are at addresses that walk with the counter. */
type Round = (grower: Grower, walk: Walk) => Part[];

/**
 * Loops of many rounds that do what programs do for long: fill, copy, checksum, multiply and add, mix bits. How many rounds
 * depends on the size that the program is to have.
 */
export const kernels: Family = {
  name: "kernels",
  usesCounters: true,
  grow(grower) {
    const { random, roles, multiplicity, room } = grower;
    const counter = counterOf(grower);
    const [name, round] = random.pick(ROUNDS);
    const parts = round(grower, pickWalk(grower, counter ?? roles.farPointer));
    for (let extra = random.below(4); extra > 0; extra--) {
      parts.push(code(grower.randomOp(random.pick(random.pick(grower.groups)))));
    }
    const addRound = () => {
      for (const { kind, ops } of parts) grower.add(kind, ops);
    };
    const isWorthIt = counter !== undefined && room >= ROOM_MIN * multiplicity;
    grower.note(isWorthIt ? name : `${name}, once`);
    if (!isWorthIt) return addRound();
    const perRound = parts.reduce((sum, { ops }) => sum + ops.length, FOOT);
    const wanted = (room * random.between(20, 80)) / (100 * perRound * multiplicity);
    growLoop(grower, Math.max(ROUNDS_MIN, Math.min(ROUNDS_MAX, Math.floor(wanted))), addRound);
  },
};

/** Reads memory and adds what it read up. */
const checksum: Round = (grower, walk) => {
  const { random } = grower;
  const [value, access] = load(grower, walk);
  const sum = otherRegister(grower, value);
  const turn = random.chance(50) ? [code(op(SLLI, sum, sum, 0, random.between(1, 7)))] : [];
  return [access, code(op(random.pick([ADD, XOR, SUB]), sum, sum, value, 0)), ...turn];
};

const multiplyAndAdd: Round = (grower, walk) => {
  const [value, access] = load(grower, walk);
  const product = otherRegister(grower, value);
  const sum = otherRegister(grower, value, product);
  return [access, code(op(MUL, product, value, grower.source(), 0)), code(op(ADD, sum, sum, product, 0))];
};

/** A shift register: no memory, each round reads what the one before it left. */
const mixBits: Round = (grower) => {
  const { random } = grower;
  const state = grower.destination();
  const shifted = otherRegister(grower, state);
  const parts = [SLLI, SRLI, SLLI].flatMap((shift) => [
    code(op(shift, shifted, state, 0, random.between(1, 63))),
    code(op(random.pick([XOR, ADD]), state, state, shifted, 0)),
  ]);
  return [...parts, code(op(ADDI, state, state, 0, random.between(1, 2047)))];
};

const fill: Round = (grower, walk) => [store(grower, walk, grower.source())];

const copy: Round = (grower, walk) => {
  const [value, access] = load(grower, walk);
  return [access, store(grower, grower.random.chance(50) ? walk : pickWalk(grower, walk.counter), value)];
};

/** Reads, changes and writes back. */
const update: Round = (grower, walk) => {
  const [value, access] = load(grower, walk);
  const changed = reading(grower, value);
  return [access, code(changed), store(grower, walk, changed.rd)];
};

const ROUNDS: readonly (readonly [name: string, round: Round])[] = [
  ["fill", fill],
  ["copy", copy],
  ["checksum", checksum],
  ["multiply and add", multiplyAndAdd],
  ["mix bits", mixBits],
  ["update", update],
];

function code(each: Op): Part {
  return { kind: "code", ops: [each] };
}

/** An instruction that reads `from` and writes a register. */
function reading(grower: Grower, from: number): Op {
  const { random, rows } = grower;
  const drawn = grower.randomOp(random.pick(rows.plain));
  const { rs1 } = (drawn.instruction && registerFields(drawn.instruction)) ?? {};
  const fits = drawn.rd !== 0 && rs1 && takes(rs1, from);
  return fits ? { ...drawn, rs1: from } : op(ADDI, grower.destination(), from, 0, 1);
}

/** Loads a register from where the walk has come to: its number, and the access. */
function load(grower: Grower, walk: Walk): [value: number, access: Part] {
  const value = grower.destination();
  const address = otherRegister(grower, value);
  const { ops, low } = addressInWalk(grower, walk, address);
  return [value, { kind: "access", ops: [...ops, op(LOADS[walk.shift], value, address, 0, low)] }];
}

function store(grower: Grower, walk: Walk, value: number): Part {
  const address = otherRegister(grower, value);
  const { ops, low } = addressInWalk(grower, walk, address);
  return { kind: "access", ops: [...ops, op(STORES[walk.shift], 0, address, value, low)] };
}
