import type { Grower } from "../grower.ts";
import type { Surroundings } from "../surroundings.ts";

/** What of a world says which families can be had in it: nothing else may, as the answer is kept. */
export type FamilyWorld = Pick<Surroundings, "isa" | "systemCalls" | "writeXorExecute">;

/**
 * One kind of things that programs do. What its items must be like:
 *
 * - Each is right by itself: shrinking takes any of them away, and branches of others come to any of them. What only makes
 *   sense together, such as a jump table with its jump, is one item.
 * - They write only registers that are free (`Grower.destination`), or a role that is meant for it; `Roles.scratch` keeps
 *   its value inside of one item.
 * - The cycles that they take follow from their shape (`bounds.ts`): ways through one item cost the same and are counted
 *   once (`Item.passedOver`), and what begins no fused sequence (`Rows.plain`) stands where another way comes in.
 * - They end in every world that `possible` allows, and in the more usual ones that shrinking tries.
 * - Notes say what is particular about an item. Tests of families look for the same things in what is executed.
 */
export interface Family {
  readonly name: string;
  /** True if it can be had in this world; always if left out. */
  possible?(world: FamilyWorld): boolean;
  /** True if it has loops: registers are then kept for their counters. */
  readonly usesCounters?: true;
  /** Adds one or a few items: at least one where there is no loop around it. `growInside` adds about as many items as asked for, of any family. */
  grow(grower: Grower, growInside: (items: number) => void): void;
}
