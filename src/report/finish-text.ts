import { stopText, type Finish } from "../targets/target.ts";

/** A finish for a person: the program's output, then how it ended. */
export function finishText({ stop, state, snapshot }: Finish): string {
  const output = Buffer.from(state.output ?? []).toString("utf8");
  const lines = [
    `stop    ${stopText(stop)}`,
    ...(state.cycles === undefined ? [] : [`cycles  ${state.cycles}`]),
    ...(state.pc === undefined ? [] : [`pc      0x${state.pc.toString(16)}`]),
    ...(snapshot
      ? [`snapshot of ${snapshot.pagesFromSource.length} source and ${snapshot.dirtyPages.length} dirty runs`]
      : []),
  ];
  const gap = output && !output.endsWith("\n") ? "\n" : "";
  return `${output}${gap}${lines.join("\n")}\n`;
}
