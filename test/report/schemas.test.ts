import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { gateJson } from "../../src/report/gate-json.ts";
import { locateJson } from "../../src/report/locate-json.ts";
import { emptyFolder, rvrelay } from "../cli/cli.ts";
import { fullReport, investigation } from "./full-report.ts";

const FOLDER = join(import.meta.dirname, "../../schemas");
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Schema = { readonly [name: string]: Json };
const read = (name: string): Schema => JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), "utf8")) as Schema;
const schemas = new Map(["common", "check", "replay", "locate"].map((name) => [`${name}.schema.json`, read(name)]));
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
for (const schema of schemas.values()) ajv.addSchema(schema);

function faultsOf(name: string, document: unknown): string {
  const validate = ajv.getSchema(`${name}.schema.json`)!;
  return validate(document) ? "" : ajv.errorsText(validate.errors);
}

/** Documents as the command line prints them, by schema: of runs that held, of broken ones, and with all there can be. */
const documents: Record<"check" | "replay" | "locate", Schema[]> = { check: [], replay: [], locate: [] };

beforeAll(() => {
  const folder = emptyFolder();
  const run = (name: keyof typeof documents, code: number, ...args: string[]): void => {
    const result = rvrelay([name, ...args, "--json"], folder);
    expect([result.code, result.err.slice(0, result.code === code ? 0 : 500)]).toEqual([code, ""]);
    documents[name].push(JSON.parse(result.out) as Schema);
  };
  const faulty = ["--target", "museum:bge-strict"];
  run("check", 0, "--seed", "1", "--cases", "40", "--law", "relay", "--law", "minimal");
  run("check", 1, "--seed", "1", "--cases", "60", "--law", "relay", "--law", "differential", ...faulty);
  const [kept] = readdirSync(join(folder, "reports/findings")).filter((file) => file.endsWith(".S"));
  const file = join("reports/findings", kept);
  run("replay", 0, file);
  run("replay", 1, file, ...faulty);
  run("locate", 3, file); // found on a target that is not asked
  run("locate", 1, file, ...faulty);
  const cut = "/* rvrelay case 1\n * cuts: 3\n */\n_start: li a0, 0\n li a7, 93\n li s1, 5\n ecall\n";
  writeFileSync(join(folder, "cut.S"), cut);
  run("locate", 0, "cut.S", "--law", "relay");
  run("locate", 1, "cut.S", "--target", "canary", "--law", "relay", "--no-explain");
  run("locate", 3, "cut.S", "--law", "rewritten"); // nothing to compare it with

  // What no run above has: members that are rare, all at once.
  const { result, findings, provenance } = fullReport();
  const [known] = findings;
  const all = {
    ...investigation(),
    lost: [{ what: "x9/s1", field: "registers[9]", expected: "0x5", actual: "0x0" }],
    flaky: { ...known.flaky!, times: [4, 6] as const, unrepeatable: "vm gave pc 0x1, then pc 0x2" },
    reached: "between cycle 1 and 9",
    location: {
      pc: 0x1000cn,
      text: "lui",
      step: 3,
      fused: ["lui", "addi"],
      wrongAfterCut: 3n,
      inFetch: true as const,
      legs: 2,
    },
  };
  const asPrinted = (document: object): Schema => JSON.parse(JSON.stringify(document)) as Schema;
  result.tally.add("relay", {
    kind: "held",
    evidence: {
      legs: 1,
      cuts: 1,
      comparisons: 1,
      retired: [],
      snapshotBytes: [100],
      exercised: new Map([["cuts", 1]]),
    },
  });
  result.tally.laws.get("relay")!.byTarget.set("t", { possible: 2, took: 1, reasons: new Map([["no snapshots", 1]]) });
  const floors = [...result.floors, { what: "cuts", atLeast: 1, reached: 1, law: "relay" }];
  documents.check.push(
    asPrinted(gateJson({ ...result, floors }, [{ ...known, investigation: all }], { ...provenance, hasChanges: true })),
  );
  documents.locate.push(
    asPrinted(locateJson({ law: "relay", sentence: "S.", file: "x.S", repeat: "r", investigation: all })),
  );
});

describe.each(["check", "replay", "locate"] as const)("the schema of %s --json", (name) => {
  test("allows every document: held, broken, inconclusive", () => {
    expect(documents[name].map((document) => faultsOf(name, document))).toEqual(documents[name].map(() => ""));
    expect(new Set(documents[name].map(({ verdict }) => verdict)).size).toBeGreaterThan(1);
  });

  test("names no member that no document has, and documents have no member that it does not name", () => {
    const seen = new Set<string>();
    for (const document of documents[name])
      visit(`${name}.schema.json`, schemas.get(`${name}.schema.json`)!, document, seen);
    const named = new Set<string>();
    collect(`${name}.schema.json`, schemas.get(`${name}.schema.json`)!, named);
    expect(named.size).toBeGreaterThan(8);
    // Those of `common` are looked at in the test below, over all documents.
    const own = [...named].filter((path) => path.startsWith(name));
    expect(own.filter((path) => !seen.has(path))).toEqual([]);
  });

  test("refuses a member too many and one too few, wherever it is", () => {
    const document = documents[name].at(-1)!;
    expect(faultsOf(name, { ...document, another: 1 })).not.toBe("");
    for (const member of Object.keys(document)) {
      const { [member]: _, ...rest } = document;
      const isOptional = ["location", "flaky", "reached"].includes(member);
      if (!isOptional) expect([member, faultsOf(name, rest) === ""]).toEqual([member, false]);
      // No member is anything: also those whose names are data hold counts, or objects of a shape.
      const wrong = faultsOf(name, { ...document, [member]: { wrong: true } });
      expect([member, wrong === ""]).toEqual([member, false]);
    }
  });
});

test("every member of what the documents have in common is in one of them", () => {
  const seen = new Set<string>();
  for (const [name, all] of Object.entries(documents)) {
    for (const document of all) visit(`${name}.schema.json`, schemas.get(`${name}.schema.json`)!, document, seen);
  }
  const named = new Set<string>();
  collect("common.schema.json", schemas.get("common.schema.json")!, named);
  expect([...named].filter((path) => !seen.has(path))).toEqual([]);
});

/** What a reference leads to, with the file that it is in. */
function follow(file: string, schema: Schema): [string, Schema, string] {
  const reference = schema["$ref"];
  if (typeof reference !== "string") return [file, schema, ""];
  const [other, path = ""] = reference.split("#");
  const to = other === "" ? file : other;
  let found: Json = schemas.get(to)!;
  for (const step of path.split("/").slice(1)) found = (found as Schema)[step];
  const [next, target, place] = follow(to, found as Schema);
  return [next, target, place === "" ? `${to}${path}` : place];
}

/** Notes each member of `properties` that a value really has, by where it is defined. */
function visit(file: string, schema: Schema, value: Json, seen: Set<string>, at = file): void {
  const [home, target, place] = follow(file, schema);
  const here = place === "" ? at : place;
  for (const [k, choice] of ((target["oneOf"] ?? []) as readonly Schema[]).entries()) {
    visit(home, choice, value, seen, `${here}/oneOf/${k}`);
  }
  if (Array.isArray(value)) {
    for (const each of value as readonly Json[])
      visit(home, (target["items"] ?? {}) as Schema, each, seen, `${here}/items`);
  } else if (value !== null && typeof value === "object") {
    const properties = (target["properties"] ?? {}) as Record<string, Schema>;
    for (const [name, each] of Object.entries(value)) {
      const own = Object.hasOwn(properties, name);
      const next = `${here}/properties/${name}`;
      if (own) seen.add(next);
      const further = own ? properties[name] : target["additionalProperties"];
      if (typeof further === "object")
        visit(home, further as Schema, each, seen, own ? next : `${here}/additionalProperties`);
    }
  }
}

/** Every member of `properties` that the schema has. */
function collect(at: string, schema: Json, named: Set<string>): void {
  if (schema === null || typeof schema !== "object") return;
  for (const [key, value] of Object.entries(schema as Schema)) {
    if (key === "properties") {
      for (const [name, each] of Object.entries(value as Schema)) {
        named.add(`${at}/properties/${name}`);
        collect(`${at}/properties/${name}`, each, named);
      }
    } else collect(`${at}/${key}`, value, named);
  }
}
