import type { Investigation } from "../campaign/index.ts";
import { SCHEMA_VERSION } from "./gate-json.ts";
import { investigationJson } from "./investigation-json.ts";

/** A finding that was looked into. */
export interface Located {
  readonly law: string;
  readonly sentence: string;
  /** The file its case is in. */
  readonly file: string;
  readonly repeat: string;
  /** The command that goes to where the sides part, on the reference; none where that is not known. */
  readonly debug?: string;
  readonly investigation: Investigation;
}

/** What was found out as one JSON document: cycles in decimal, addresses as `0x…`. */
export function locateJson({ law, sentence, file, repeat, debug, investigation }: Located): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: "broken",
    seconds: Number(investigation.seconds.toFixed(3)),
    law,
    sentence,
    case: file,
    repeat,
    ...(debug !== undefined && { debug }),
    ...investigationJson(investigation),
  };
}
