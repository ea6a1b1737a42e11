// Options that several verbs share, each made anew for each verb.
import { Option } from "commander";
import { parseColour } from "./colour.ts";
import { collect, parseDuration } from "./options.ts";
import { parseSeed } from "./seed.ts";

/** The VMs to check or use. */
export const target = (): Option =>
  new Option(
    "--target <name>",
    "VM to check or use: a name (see: rvrelay targets) or a command line, repeatable",
  ).argParser(collect<string>);

/** What is tolerated of them. */
export const policy = (): Option =>
  new Option("--policy <file>", "differences that are tolerated of targets, repeatable").argParser(collect<string>);

/** How long each answer may take. */
export const targetTimeout = (): Option =>
  new Option("--target-timeout <duration>", "longest time for one answer of a target (default 10s)").argParser(
    parseDuration,
  );

/** Only some laws. */
export const law = (): Option =>
  new Option("--law <name>", "check only this law, in every case, repeatable").argParser(collect<string>);

/** One document on standard output. */
export const json = (): Option => new Option("--json", "print one JSON document");

/** When text is painted. */
export const color = (): Option =>
  new Option("--color <when>", "auto, always or never; auto heeds NO_COLOR, FORCE_COLOR and the terminal")
    .default("auto")
    .argParser(parseColour);

/** Where random cases come from. */
export const seed = (): Option =>
  new Option("--seed <seed>", "number, or `commit` for the first 64 bits of its hash").argParser(parseSeed);
