import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD } from "../../../src/case/index.ts";
import { generateCase } from "../../../src/generate/index.ts";
import { OBSERVABLES, ReferenceTarget, type Finish, type Target } from "../../../src/targets/index.ts";
import { introductionJson, readIntroduction } from "../../../src/targets/wire/capabilities.ts";
import { FAULT_NAMES, readStop } from "../../../src/targets/wire/fault.ts";
import { Field, WireError } from "../../../src/targets/wire/field.ts";
import { finishText, readFinish } from "../../../src/targets/wire/finish.ts";
import { legText, planText } from "../../../src/targets/wire/leg.ts";
import { answerTo } from "../../../src/targets/wire/server.ts";
import { worldText } from "../../../src/targets/wire/world.ts";
import { GOOD_REQUESTS } from "./messages.ts";
import { mutated, randomFrom } from "./mutate.ts";

const FILE = join(import.meta.dirname, "../../../schemas/wire-protocol.schema.json");
const schema = JSON.parse(readFileSync(FILE, "utf8")) as { readonly $defs: Record<string, object> };
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
ajv.addSchema(schema, "wire");
const whole = ajv.getSchema("wire");

function definition(name: string): ValidateFunction {
  const found = ajv.getSchema(`wire#/$defs/${name}`);
  if (!found) throw new Error(`the schema does not define ${name}`);
  return found;
}

function mustBeValid(validate: ValidateFunction | undefined, message: unknown): void {
  if (!validate?.(message)) throw new Error(`${JSON.stringify(message)}: ${ajv.errorsText(validate?.errors ?? null)}`);
}

const reference = new ReferenceTarget();

describe("the schema", () => {
  test("defines every message and has a description for each", () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    const methods = ["initialize", "run", "relay", "decode"];
    const names = [...methods.flatMap((method) => [`${method}Request`, `${method}Response`]), "errorResponse", "world"];
    expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining([...names, "leg", "finish", "state", "fault"]));
    const silent = Object.entries(schema.$defs).filter(([, each]) => !("description" in each || "title" in each));
    expect(silent.map(([name]) => name)).toEqual(["memoryBytes"]);
  });

  test("knows the same faults and parts of the state as the readers", () => {
    const text = JSON.stringify(schema.$defs["capabilities"]);
    for (const name of [...FAULT_NAMES, ...OBSERVABLES]) expect(text).toContain(`"${name}"`);
    expect(Object.keys((schema.$defs["state"] as { properties: object }).properties)).toEqual(OBSERVABLES);
  });
});

describe("good messages of both sides are valid", () => {
  const validRequest = definition("request");

  test("requests written by hand, and the responses of the reference to them", async () => {
    for (const request of GOOD_REQUESTS) {
      mustBeValid(validRequest, request);
      mustBeValid(whole, request);
      const response: unknown = JSON.parse(await answerTo(JSON.stringify(request), reference, "1"));
      mustBeValid(definition(`${String(request["method"])}Response`), response);
      mustBeValid(whole, response);
    }
  });

  test("what rvrelay sends, and what it answers, for generated cases", async () => {
    for (let k = 0; k < 60; k++) {
      const { world, cuts, budget } = generateCase(9n, k);
      const first = reference.run(world, { start: "boot", maxCycles: 30n, snapshot: true });
      const start = k % 2 === 0 || !first.snapshot ? "boot" : first.snapshot;
      const leg = legText({ start, maxCycles: budget, snapshot: k % 3 === 0 });
      const plan = planText({ start, limits: [...cuts, budget], snapshot: k % 3 === 0 });
      for (const [method, params] of [
        ["run", `{"world":${worldText(world)},"leg":${leg}}`],
        ["relay", `{"world":${worldText(world)},${plan}}`],
      ]) {
        const line = `{"jsonrpc":"2.0","id":${k},"method":"${method}","params":${params}}`;
        mustBeValid(definition(`${method}Request`), JSON.parse(line));
        mustBeValid(definition(`${method}Response`), JSON.parse(await answerTo(line, reference, "1")));
      }
    }
  });

  test("decode, as docs/wire-protocol.md has it", () => {
    const params = { version: 2, isa: "imc,a,b", pc: "0x10000", unit: 4, code: "EwAAAA==" };
    mustBeValid(definition("decodeRequest"), { jsonrpc: "2.0", id: 1, method: "decode", params });
    const decoded = ["ADDI 0 0 0 -1 4", ""];
    mustBeValid(definition("decodeResponse"), { jsonrpc: "2.0", id: 1, result: { decoded } });
    const bad = { jsonrpc: "2.0", id: 1, result: { decoded: ["ADDI 0 0 0 -1"] } };
    expect(definition("decodeResponse")(bad)).toBe(false);
  });

  test.each<unknown>([
    { jsonrpc: "2.0", id: 1 },
    { id: 1, result: { decoded: [] } },
    { jsonrpc: "2.0", id: "1", result: { decoded: [] } },
    { jsonrpc: "2.0", id: 1, result: { decoded: [] }, error: { code: 1, message: "" } },
    { jsonrpc: "2.0", id: 1, error: { code: 1 } },
    { jsonrpc: "2.0", id: 1, result: {} },
    [],
  ])("%j is no response", (message) => {
    expect(definition("response")(message)).toBe(false);
  });
});

/**
 * What a schema cannot say, as the message of the reader that refuses it: all of these hold between members, or with
 * what was said before. Each must be met below.
 */
const BEYOND_SCHEMA: Readonly<Record<string, RegExp>> = {
  "an id is that of a world that came before": /^params.world cannot be \S+ it must be the id of a world that is kept/,
  "the bytes of a snapshot are a Snapshot2": /snapshot: .*byte/,
  "a state shows all that the server observes": /^state\.\w+ is missing/,
  "a fault shows its payload if the server says so": /^stop\.fault\.\w+ is missing/,
  "pages ascend and are inside the world's memory": /^state\.pageFlags\[\d+\]\[0\] cannot be .* an integer from/,
  "bytes of memory ascend, do not overlap, are inside": /^state\.memory\[\d+\]\[[01]\] cannot be .*(behind|inside) the/,
};

const IN_REQUESTS = Object.keys(BEYOND_SCHEMA).slice(0, 2);
const IN_FINISHES = Object.keys(BEYOND_SCHEMA).slice(1);

/** Compares schema and reader on damaged messages; gives how often which of the rules above was the difference. */
async function compareOn(
  good: readonly unknown[],
  validate: ValidateFunction,
  refusal: (message: unknown) => string | undefined | Promise<string | undefined>,
  seed: number,
  count: number,
): Promise<Map<string, number>> {
  const random = randomFrom(seed);
  const met = new Map<string, number>();
  const add = (what: string): Map<string, number> => met.set(what, (met.get(what) ?? 0) + 1);
  for (let k = 0; k < count; k++) {
    const message = mutated(good[k % good.length], random);
    const valid = validate(message);
    const refused = await refusal(message);
    if (valid === (refused === undefined)) {
      add(valid ? "both accept" : "both refuse");
      continue;
    }
    const rule = valid && Object.keys(BEYOND_SCHEMA).find((name) => BEYOND_SCHEMA[name].test(refused ?? ""));
    if (!rule) {
      const said = refused ?? `accepted, but: ${ajv.errorsText(validate.errors)}`;
      throw new Error(`schema and reader differ on ${JSON.stringify(message)}: ${said}`);
    }
    add(rule);
  }
  return met;
}

describe("schema and readers agree on damaged messages", () => {
  const MESSAGES = 12_000;

  test("requests", async () => {
    const met = await compareOn(GOOD_REQUESTS, definition("request"), requestRefusal, 1, MESSAGES);
    expect([...met.keys()].sort()).toEqual(["both accept", "both refuse", ...IN_REQUESTS].sort());
    expect(met.get("both accept")).toBeGreaterThan(MESSAGES / 20);
  });

  test("introductions", async () => {
    const good = introductionJson({
      name: "x",
      version: "1",
      capabilities: reference.capabilities,
      relay: true,
      keepsWorlds: 64,
    });
    const refusal = (message: unknown): string | undefined => wireError(() => readIntroduction(new Field(message, "")));
    const met = await compareOn([good], definition("introduction"), refusal, 2, MESSAGES);
    expect([...met.keys()].sort()).toEqual(["both accept", "both refuse"]);
  });

  test("finishes, and every rule that a schema cannot say is met", async () => {
    const met = await compareOn(goodFinishes(), definition("finish"), finishRefusal, 3, 3 * MESSAGES);
    expect([...met.keys()].sort()).toEqual(["both accept", "both refuse", ...IN_FINISHES].sort());
  });

  test("stops of every fault", async () => {
    const payload = { address: "0x1", page: "0x2", pc: "0x3", code: "0x4", instruction: 5, kind: "Memory", text: "" };
    const good = FAULT_NAMES.map((name) => ({ kind: "fault", fault: { name, ...payload } }));
    const refusal = (message: unknown): string | undefined => {
      const text = wireError(() => readStop(new Field(message, ""), FAULT_NAMES));
      return text?.replace(/^fault\./, "stop.fault.");
    };
    await compareOn(good, definition("stop"), refusal, 4, MESSAGES);
  });
});

test("a part of the state that the server does not observe is beyond the schema too", () => {
  const [good] = goodFinishes();
  const capabilities = { ...reference.capabilities, observes: OBSERVABLES.filter((part) => part !== "pc") };
  expect(definition("finish")(good)).toBe(true);
  const read = (): unknown => readFinish(new Field(good, ""), WORLD, capabilities, capabilities.observes);
  expect(wireError(read)).toMatch(/^state\.pc cannot be .* left out/);
});

const WORLD = { ...DEFAULT_WORLD, program: new Uint8Array(0) };

/** A target that runs every world there can be, and always has the same finish. */
function agreeable(): Target {
  const every = Object.assign([] as number[], { includes: () => true });
  const finish: Finish = { stop: { kind: "pause" }, started: true, state: {} };
  return {
    name: "agreeable",
    capabilities: { ...reference.capabilities, systemCalls: every, memorySizeMin: 0 },
    run: () => finish,
  };
}

/** Why the server refuses a request, if it does. */
async function requestRefusal(message: unknown): Promise<string | undefined> {
  const { error } = JSON.parse(await answerTo(JSON.stringify(message), agreeable(), "1")) as {
    error?: { message: string };
  };
  return error?.message;
}

function finishRefusal(message: unknown): string | undefined {
  return wireError(() => readFinish(new Field(message, ""), WORLD, reference.capabilities, OBSERVABLES));
}

/** The message of the WireError that `read` throws, if it does. */
function wireError(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof WireError) return error.message;
    throw error;
  }
}

/** Finishes of the reference, small ones, with every kind of stop. */
function goodFinishes(): unknown[] {
  const state = (finish: Finish): Finish => ({ ...finish, state: { ...finish.state, output: Uint8Array.of(65) } });
  const { world } = generateCase(5n, 3);
  const run = reference.run(world, { start: "boot", maxCycles: 1n, snapshot: true });
  const stops = [
    { kind: "exit", code: -7 },
    { kind: "budget" },
    { kind: "pause" },
    { kind: "fault", fault: { name: "MemOutOfBound", address: 5n, kind: "Memory" } },
    { kind: "fault", fault: { name: "InvalidInstruction", pc: 0x10000n, instruction: 2 ** 32 - 1 } },
    { kind: "fault", fault: { name: "MemWriteOnExecutablePage", page: 16n } },
    { kind: "fault", fault: { name: "CyclesOverflow" } },
  ] as const;
  return stops.map((stop) => JSON.parse(finishText(state({ ...run, stop }))) as unknown);
}
