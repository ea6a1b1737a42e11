import { InvalidArgumentError } from "commander";
import { COLOURS, PLAIN, type Paint } from "../report/paint.ts";

/** When there are colours: as the terminal and the environment want it, always, or never. */
export type ColourChoice = "auto" | "always" | "never";

/** Reads `--color`. @throws InvalidArgumentError */
export function parseColour(text: string): ColourChoice {
  if (text === "auto" || text === "always" || text === "never") return text;
  throw new InvalidArgumentError("write auto, always or never");
}

/** The parts of a stream that tell. */
type Stream = Pick<NodeJS.WriteStream, "isTTY">;

/**
 * Whether there are colours on a stream. What is asked for on the command line goes before the environment, there NO_COLOR
 * before FORCE_COLOR, and both before what the stream is. Empty variables say nothing.
 */
export function paintFor(
  stream: Stream,
  choice: ColourChoice = "auto",
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Paint {
  if (choice !== "auto") return choice === "always" ? COLOURS : PLAIN;
  const { NO_COLOR: none = "", FORCE_COLOR: forced = "", TERM: terminal } = environment;
  if (none !== "") return PLAIN;
  if (forced !== "") return forced === "0" || forced === "false" ? PLAIN : COLOURS;
  return stream.isTTY && terminal !== "dumb" ? COLOURS : PLAIN;
}
