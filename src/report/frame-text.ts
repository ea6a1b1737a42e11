import type { Investigation } from "../campaign/index.ts";
import { clip } from "./clip.ts";
import { type Paint, visible } from "./paint.ts";

/** Characters of an instruction that a line has room for. */
const LONG = 44;

/** The instructions around the place where the sides part, that one marked; nothing where none are known. */
export function frameLines({ frame }: Pick<Investigation, "frame">, paint: Paint): string[] {
  const width = Math.max(0, ...frame.map(({ bytes }) => bytes.length));
  return frame.flatMap(({ pc, bytes, text, here, symbol }) => {
    const address = `0x${pc.toString(16)}`;
    const instruction = clip(visible(text), LONG);
    const shown = here
      ? paint.wrong(`    > ${address}  ${bytes.padEnd(width)}  ${paint.bold(instruction)}`)
      : `      ${address}  ${paint.quiet(bytes.padEnd(width))}  ${instruction}`;
    return [...(symbol === undefined ? [] : [`    ${clip(visible(symbol), LONG)}:`]), shown];
  });
}
