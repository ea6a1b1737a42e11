import { checkDirected, directedFindings } from "../../campaign/index.ts";
import { LAWS } from "../../laws/index.ts";
import { ReferenceTarget } from "../../targets/index.ts";
import { NO_ANSWER, secondsSince, type Hunt, type Method } from "../hunt.ts";

/** (a) The directed programs alone, each solo and as a relay, as `conform` runs them: no reference is asked. */
export const directed: Method = {
  name: "directed programs",
  about: "riscv-tests, where they are checked out, and the project's own directed programs",
  seeded: false,
  async hunt(target, { directed: files, seed, timeMs, interrupted }): Promise<Hunt> {
    const started = performance.now();
    let cases = 0;
    for (const file of files) {
      if (performance.now() - started >= timeMs || interrupted?.()) break;
      cases++;
      const cutSeed = Number(seed & 0xffffn) + cases;
      const { verdict } = await checkDirected(file, target, cutSeed);
      if (verdict === "error") {
        return { found: true, by: NO_ANSWER, cases, seconds: secondsSince(started), findings: [] };
      }
      if (verdict !== "failed") continue;
      const seconds = secondsSince(started);
      const findings = await directedFindings(file, LAWS, [new ReferenceTarget(), target], cutSeed);
      return { found: true, by: `directed ${file.name}`, cases, seconds, findings };
    }
    return { found: false, cases, seconds: secondsSince(started), findings: [] };
  },
};
