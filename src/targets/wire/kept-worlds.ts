import type { World } from "../../case/index.ts";
import type { Field } from "./field.ts";
import { readWorld, worldText } from "./world.ts";

/** Most worlds that a server of the protocol keeps. */
export const KEPT_WORLDS_MAX = 64;

/**
 * A client's side of the worlds that a server keeps: each is sent whole once, and by its id from then on, until so many
 * others were sent that the server has forgotten it. An id is never given twice, so that it cannot stand for another world.
 */
export class SentWorlds {
  readonly #count: number;
  readonly #ids = new WeakMap<World, number>();
  #lastId = 0;

  /** @param count worlds that the server keeps; 0 for one that keeps none */
  constructor(count: number) {
    this.#count = count;
  }

  /** What stands for `world` in the next request, as JSON text. Its text must be sent, before that of any later call. */
  text(world: World): string {
    if (this.#count === 0) return worldText(world);
    const id = this.#ids.get(world);
    if (id !== undefined && id > this.#lastId - this.#count) return `${id}`;
    this.#ids.set(world, ++this.#lastId);
    return `{"id":${this.#lastId},${worldText(world).slice(1)}`;
  }
}

/** A server's side: the last worlds that came with an id. */
export class KeptWorlds {
  readonly #worlds = new Map<number, World>();

  /** The world of a request: whole, or the id of one that came before. @throws WireError */
  read(field: Field): World {
    if (typeof field.value === "number") {
      const kept = this.#worlds.get(field.asInteger(0, Number.MAX_SAFE_INTEGER));
      if (!kept) throw field.wrong("the id of a world that is kept");
      return kept;
    }
    const idField = field.get("id");
    const id = idField.isMissing ? undefined : idField.asInteger(0, Number.MAX_SAFE_INTEGER);
    const world = readWorld(field);
    if (id !== undefined) this.#keep(id, world);
    return world;
  }

  #keep(id: number, world: World): void {
    this.#worlds.delete(id);
    this.#worlds.set(id, world);
    if (this.#worlds.size <= KEPT_WORLDS_MAX) return;
    const [oldest] = this.#worlds.keys();
    this.#worlds.delete(oldest);
  }
}
