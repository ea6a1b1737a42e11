import type { Failure } from "../campaign/index.ts";

/** What a person needs to know of a target that failed: what it did in which check, and what was said last. */
export function failureText({ name, law, message, transcript }: Failure): string {
  return [`${name}: law ${law}: ${message}`, ...transcript.map((line) => `    ${line}`)].join("\n");
}
