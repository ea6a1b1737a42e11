import type { Grower } from "../grower.ts";
import type { Surroundings } from "../surroundings.ts";

/** One kind of things that programs do. */
export interface Family {
  readonly name: string;
  /** True if it can be had in this world; always if left out. */
  possible?(world: Surroundings): boolean;
  /** Adds one or a few items. `growInside` adds about as many items as asked for, of any family. */
  grow(grower: Grower, growInside: (items: number) => void): void;
}
