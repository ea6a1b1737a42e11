import { stopText } from "../../targets/index.ts";
import { nextText } from "../next-text.ts";
import type { TimeLine } from "../time-line.ts";
import type { Session } from "./command.ts";

/** `cycle 120`, with the leg where there are several. */
export function placeText({ moment, limits }: TimeLine): string {
  const leg = limits.length > 1 ? `  leg ${moment.leg + 1} of ${limits.length}` : "";
  return `cycle ${moment.cycles}${leg}`;
}

/** Where the time line is: cycles, leg, and what is executed next, or why nothing is. */
export function whereLines({ line, map }: Session): string[] {
  const { stop, rig } = line;
  if (!stop) return [placeText(line), ...nextText(rig, map)];
  return [`${placeText(line)}  stopped: ${stopText(stop)}`, `  pc ${map.place(rig.machine.pc)}`];
}
