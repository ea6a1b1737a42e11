import type { GateResult } from "../campaign/index.ts";
import type { Paint } from "./paint.ts";

/** A verdict as it stands out: only what held is as it should be. */
export function verdictText(verdict: GateResult["verdict"], paint: Paint): string {
  return paint.bold(verdict === "held" ? paint.right(verdict) : paint.wrong(verdict));
}
