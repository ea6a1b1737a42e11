import type { World } from "../case/index.ts";

/** All of a world but the program, which grows inside it. */
export type Surroundings = Omit<World, "program">;
