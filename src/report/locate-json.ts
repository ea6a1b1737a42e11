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
  readonly investigation: Investigation;
}

/** What was found out as one JSON document: cycles in decimal, addresses as `0x…`. */
export function locateJson({ law, sentence, file, repeat, investigation }: Located): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: "broken",
    seconds: Number(investigation.seconds.toFixed(3)),
    law,
    sentence,
    case: file,
    repeat,
    ...investigationJson(investigation),
  };
}
