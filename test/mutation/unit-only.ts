const WORDING = "Laws look at field and offset of a refusal; its wording is for people.";
const NO_SNAPSHOT1 = "No target hands over the first version of snapshots.";

/**
 * Why mutants of a file are noticed by unit tests alone, by file, where no case and no law can ask. A file that is not here
 * has mutants that none of the few cases happened to meet, or that no law asks yet.
 */
export const UNIT_ONLY: Readonly<Record<string, string>> = {
  "src/isa/disassemble.ts": "No target disassembles: the text is for people.",
  "src/snapshot/bincode-reader.ts": WORDING,
  "src/snapshot/bincode.ts": `${WORDING} That bytes behind a snapshot can be accepted, and that callers may hand over what is no bytes, is for those who call the codecs themselves.`,
  "src/snapshot/compare.ts":
    "The laws take the first difference; a comparison that only says yes or no, and ids that are objects, are for those who call it themselves. A snapshot with more registers cannot be written.",
  "src/snapshot/decode-error.ts": WORDING,
  "src/snapshot/encodings.ts": "Names, for people.",
  "src/snapshot/field-codecs.ts": WORDING,
  "src/snapshot/ids.ts": "A world's ids are 64-bit numbers; others are for those who call the codecs themselves.",
  "src/snapshot/json.ts": `${WORDING} That callers may hand over what is neither text nor bytes is for those who call it themselves.`,
  "src/snapshot/json-reader.ts": `${WORDING} A world's ids are numbers, so that strings are names of fields only.`,
  "src/snapshot/json-skip.ts": WORDING,
  "src/snapshot/list-codecs.ts": "No target hands over a snapshot with more or fewer registers than 32.",
  "src/snapshot/scalar-codecs.ts": `${WORDING} A world's ids are numbers: strings are for those who call the codecs themselves.`,
  "src/snapshot/snapshot1-codec.ts": NO_SNAPSHOT1,
  "src/snapshot/snapshot1.ts": NO_SNAPSHOT1,
  "src/snapshot/strict.ts": "No world asks for strict snapshots: the seed has none.",
};
