import { createHash } from "node:crypto";
import type { TimeLine } from "../../src/debug/index.ts";

/** All that makes up a moment, shortened: equal for equal states only. */
export function digestOf(line: TimeLine): string {
  const { machine } = line.rig;
  const { memory } = machine;
  const hash = createHash("sha1").update(machine.registers).update(memory.liveFlags()).update(line.output);
  for (let page = 0; page < memory.pageCount; page++) {
    if (memory.isUntouched(page)) continue;
    const bytes = memory.pageView(page);
    if (bytes.some((byte) => byte !== 0)) hash.update(`page ${page}`).update(bytes);
  }
  const { pc, cycles, maxCycles, reservation, pauseRequested } = machine;
  const { leg, ended } = line.moment;
  const rest = { pc, cycles, maxCycles, reservation, pauseRequested, leg, ended, stop: line.stop };
  hash.update(JSON.stringify(rest, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value)));
  return hash.digest("hex");
}
