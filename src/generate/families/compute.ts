import { loadConstant } from "../constant.ts";
import { pickValue } from "../values.ts";
import type { Family } from "./family.ts";
import { growIdioms, growRelated } from "./related.ts";
import { growStackValue, isStackPointerFree } from "./stack-values.ts";

/** Of 100, those on operands that are loaded for them. */
const PERCENT_OPERANDS = 40;
const PERCENT_STACK_POINTER = 20;

/** Every instruction that only computes, on registers that were written lately. */
export const compute: Family = {
  name: "compute",
  grow(grower) {
    const { random, groups } = grower;
    if (random.chance(PERCENT_OPERANDS)) return random.chance(45) ? growRelated(grower) : growIdioms(grower);
    for (let count = random.between(1, 6); count > 0; count--) {
      const group = random.pick(groups);
      grower.add("code", [grower.randomOp(random.pick(group))]);
    }
  },
};

/** Boundary values in registers; in sp too, where that is free. */
export const constants: Family = {
  name: "constants",
  grow(grower) {
    if (isStackPointerFree(grower) && grower.random.chance(PERCENT_STACK_POINTER)) return growStackValue(grower);
    for (let count = grower.random.between(1, 2); count > 0; count--) {
      grower.add("code", loadConstant(grower.destination(), pickValue(grower.random)));
    }
  },
};
