import type { AccessKind, Watch } from "./watch.ts";
import type { Stops } from "./search.ts";

/** A breakpoint or watch with the number that people call it by. */
export type NumberedStop =
  | { readonly number: number; readonly kind: "break"; readonly address: bigint }
  | { readonly number: number; readonly kind: AccessKind; readonly address: bigint; readonly length: number };

/** The breakpoints and watches that somebody has set. */
export class StopList {
  readonly #all = new Map<number, NumberedStop>();
  #next = 1;

  /** In the order in which they were set. */
  get all(): readonly NumberedStop[] {
    return [...this.#all.values()];
  }

  /** What a search is to stop at. */
  get stops(): Stops {
    const breakpoints = new Set<bigint>();
    const watches: Watch[] = [];
    for (const stop of this.#all.values()) {
      if (stop.kind === "break") breakpoints.add(stop.address);
      else watches.push(stop);
    }
    return { breakpoints, watches };
  }

  /** Sets a breakpoint; returns its number. */
  addBreak(address: bigint): number {
    this.#all.set(this.#next, { number: this.#next, kind: "break", address });
    return this.#next++;
  }

  /** Sets a watch; returns its number. */
  addWatch({ address, length, kind }: Watch): number {
    this.#all.set(this.#next, { number: this.#next, kind, address, length });
    return this.#next++;
  }

  /** @returns false if there is none of this number */
  delete(number: number): boolean {
    return this.#all.delete(number);
  }

  clear(): void {
    this.#all.clear();
  }
}
