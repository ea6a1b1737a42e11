import { generateCase } from "../../generate/index.ts";
import { comparing } from "./comparing.ts";

/** The generator of the harness, and of its laws no more than the two that compare runs: what the others add. */
export const relays = comparing(
  "relays alone",
  "cases of the harness, with cuts that know nothing of the run; solo runs and relays compared with the reference",
  generateCase,
);
