import type { GateResult } from "../campaign/index.ts";
import { EXIT } from "./exit.ts";

/** The exit code of a gate. */
export function gateExitCode({ verdict, interrupted }: GateResult): number {
  if (verdict === "broken") return EXIT.broken;
  if (interrupted) return EXIT.interrupted;
  return verdict === "held" ? EXIT.held : EXIT.inconclusive;
}
