import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { vectorOf, type Vector } from "../../src/campaign/index.ts";
import { readCase } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { BIN, emptyFolder } from "../cli/cli.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const CHECKER = join(import.meta.dirname, "check_vector.py");
const ADAPTER = join(ROOT, "adapters", "ckb-vm", "target", "release", "rvrelay-ckb-vm");
const reference = new ReferenceTarget();

/** 5 and 7 make 12, which is the exit code; printed in two legs that are parted between the two calls. */
const { checked: CASE } = readCase(
  "sum.S",
  `/* rvrelay case 1
 * cuts: 2 700
 */
_start: li s1, 5
        li s2, 7
        add s3, s1, s2
        la a0, text
        li a7, 2177
        ecall
        mv a0, s3
        li a7, 93
        ecall
        .data
text:   .asciz "sum"
`,
);

const schemaOf = (name: string) => JSON.parse(readFileSync(join(ROOT, "schemas", name), "utf8")) as object;
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
ajv.addSchema(schemaOf("wire-protocol.schema.json"), "wire-protocol.schema.json");
const isVector = ajv.compile(schemaOf("vector.schema.json"));

const folder = emptyFolder();
let vector: Vector;
beforeAll(async () => {
  vector = await vectorOf(CASE, "a sum", "relay", reference);
});

function write(name: string, content: object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** What the Python script, which knows nothing of rvrelay, says of a vector on a server. */
function checkVector(content: object, server: readonly string[]): { status: number | null; out: string } {
  const file = write(`${Math.abs(JSON.stringify(content).length)}.vector.json`, content);
  const { status, stdout, stderr } = spawnSync("python3", [CHECKER, file, ...server], {
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, out: stdout + stderr };
}

const SERVE = [process.execPath, BIN, "serve"];
const hasPython = spawnSync("python3", ["--version"]).status === 0;

test("has what a reader needs: world, cuts, and where each leg must end", () => {
  expect(vector).toMatchObject({
    vectorVersion: 1,
    cuts: ["0x2", "0x2bc"],
    solo: { stop: { kind: "exit", code: 12 } },
  });
  // Behind two instructions of cost 1; the call charges beyond 700 only by its own 500, in the second leg.
  expect(vector.legs).toMatchObject([
    { stop: { kind: "budget" }, state: { pc: "0x10008", cycles: "0x2" } },
    { stop: { kind: "budget" }, state: { output: Buffer.from("sum").toString("base64") } },
    { stop: { kind: "exit", code: 12 }, state: { output: "" } },
  ]);
});

describe("the schema", () => {
  test("holds for vectors of generated cases", async () => {
    for (let k = 0; k < 30; k++) {
      const generated = await vectorOf(generateCase(5n, k), `case ${k}`, "relay", reference);
      isVector(generated);
      expect(isVector.errors ?? []).toEqual([]);
    }
  });

  test.each([
    ["without its legs", (v: Vector) => ({ ...v, legs: [] })],
    ["of another version", (v: Vector) => ({ ...v, vectorVersion: 2 })],
    ["with cycles in decimal", (v: Vector) => ({ ...v, budget: "1000" })],
    ["with a snapshot", (v: Vector) => ({ ...v, solo: { ...v.solo, snapshot: "AAAA" } })],
    ["with a world that lacks its program", (v: Vector) => ({ ...v, world: { ...v.world, program: undefined } })],
    ["with something unknown", (v: Vector) => ({ ...v, note: "x" })],
  ])("does not hold for one %s", (_what, change) => {
    expect(isVector(JSON.parse(JSON.stringify(change(vector))))).toBe(false);
  });
});

describe("a reader that does not know rvrelay", () => {
  test("checks it on a server of the wire protocol", ({ skip }) => {
    skip(!hasPython, "there is no python3");
    expect(checkVector(vector, SERVE)).toEqual({ status: 0, out: "3 legs, 0 differences\n" });
  });

  test("checks it on the real CKB-VM", ({ skip }) => {
    skip(!hasPython || !existsSync(ADAPTER), "there is no python3, or the adapter is not built");
    expect(checkVector(vector, [ADAPTER, "plain"])).toEqual({ status: 0, out: "3 legs, 0 differences\n" });
  });

  test("names what differs on a VM that is wrong, and what is wrong in a vector", ({ skip }) => {
    skip(!hasPython, "there is no python3");
    const lossy = checkVector(vector, [...SERVE, "--target", "canary"]);
    expect(lossy.status).toBe(1);
    expect(lossy.out).toMatch(/^leg 1: /m);
    const other = checkVector({ ...vector, solo: { ...vector.solo, stop: { kind: "exit", code: 13 } } }, SERVE);
    expect(other.status).toBe(1);
    expect(other.out).toMatch(/^solo: stop: .*13.* expected, .*12.* there$/m);
  });

  test.for([
    ["ends at once", "import sys", /^initialize: the server has ended without an answer$/m],
    ["says no JSON", "print('hello', flush=True); input()", /^initialize: the answer is no JSON: 'hello/m],
    ["says no result", "print('[]', flush=True); input()", /^initialize: the answer has no result: /m],
    [
      "refuses",
      'print(\'{"error": {"code": 1, "message": "not today"}}\', flush=True); input()',
      /^initialize: not today$/m,
    ],
    [
      "answers with no finish",
      "[print('{\"result\": {}}', flush=True) for line in __import__('sys').stdin]",
      /^run: the answer is no finish: \{\}$/m,
    ],
  ] as const)(
    "says with exit code 2 that a server cannot be used which %s: the VM is not wrong",
    ([, script, said], { skip }) => {
      skip(!hasPython, "there is no python3");
      const { status, out } = checkVector(vector, ["python3", "-c", script]);
      expect(out).toMatch(said);
      expect(out).not.toContain("Traceback");
      expect(status).toBe(2);
    },
  );

  test("says with exit code 2 what cannot be used: a server that is not there, a file that is no vector", ({
    skip,
  }) => {
    skip(!hasPython, "there is no python3");
    expect(checkVector(vector, [join(folder, "no-server")])).toMatchObject({
      status: 2,
      out: expect.stringMatching(/no-server: cannot be started: /) as string,
    });
    for (const broken of [
      { ...vector, vectorVersion: 2 },
      { ...vector, legs: [{}] },
      { ...vector, cuts: undefined },
    ]) {
      const { status, out } = checkVector(broken, SERVE);
      expect({ status, traceback: out.includes("Traceback") }).toEqual({ status: 2, traceback: false });
    }
  });
});
