import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { generateCase } from "../../../src/generate/index.ts";
import { compareFinishes, runRelay } from "../../../src/laws/index.ts";
import { encodeBincode, u64Id } from "../../../src/snapshot/index.ts";
import { ProcessTarget, ReferenceTarget, serve, type Finish } from "../../../src/targets/index.ts";
import { answerTo } from "../../../src/targets/wire/server.ts";
import { mutated, randomFrom } from "./mutate.ts";
import { BIN } from "../../cli/cli.ts";
import { GOOD_REQUESTS, RUN } from "./messages.ts";

const reference = new ReferenceTarget();

interface Answer {
  readonly jsonrpc: string;
  readonly id: number | null;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

async function ask(request: unknown, target = reference): Promise<Answer> {
  return JSON.parse(await answerTo(JSON.stringify(request), target, "1.2.3")) as Answer;
}

describe("good requests", () => {
  test("initialize tells name, version and capabilities", async () => {
    const params = { protocolVersion: 1, client: { name: "x", version: "1" } };
    const { result, id } = await ask({ jsonrpc: "2.0", id: 5, method: "initialize", params });
    expect(id).toBe(5);
    expect(result).toMatchObject({
      protocolVersion: 1,
      name: "reference",
      version: "1.2.3",
      capabilities: { versions: [0, 1, 2], isa: "imc,a,b,mop", memorySizeMin: 4096, snapshots: true, relay: true },
    });
  });

  test("run gives the finish of a program, and a snapshot if one is asked for", async () => {
    const { result } = await ask({ jsonrpc: "2.0", id: 1, method: "run", params: RUN });
    // Three instructions, and on the stack argc, one pointer, a zero and "prog", which is 29 bytes, to a multiple of 16.
    expect(result).toMatchObject({ stop: { kind: "exit", code: 7 }, started: true, loadedBytes: "0x2c" });
    expect(result).not.toHaveProperty("snapshot");
    const asked = { ...RUN, leg: { ...RUN.leg, snapshot: true } };
    const { result: more } = await ask({ jsonrpc: "2.0", id: 1, method: "run", params: asked });
    expect(more?.["snapshot"]).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  });

  test("relay gives a finish for each leg that ran, the last one whole", async () => {
    const params = { world: RUN.world, start: "boot", limits: ["0x1", "0x2", "0x3e8", "0x3e9"], snapshot: false };
    const { result } = await ask({ jsonrpc: "2.0", id: 1, method: "relay", params });
    const finishes = result?.["finishes"] as { stop: { kind: string }; state: object }[];
    expect(finishes.map(({ stop }) => stop.kind)).toEqual(["budget", "budget", "exit"]);
    expect(Object.keys(finishes[0].state)).toEqual(["cycles", "output"]);
    expect(Object.keys(finishes[2].state)).toHaveLength(8);
  });

  test("the same request has the same response", async () => {
    for (const request of GOOD_REQUESTS) expect(await ask(request)).toEqual(await ask(request));
  });
});

describe("each error has its code, and the id of the request where it can be read", () => {
  test.each<[what: string, line: string, code: number, id: number | null]>([
    ["not JSON", '{"jsonrpc":', -32700, null],
    ["an empty line", "", -32700, null],
    ["a batch", "[]", -32600, null],
    ["a number", "5", -32600, null],
    ["null", "null", -32600, null],
    ["no jsonrpc", '{"id":1,"method":"run"}', -32600, 1],
    ["another JSON-RPC", '{"jsonrpc":"1.0","id":1,"method":"run"}', -32600, 1],
    ["no id", '{"jsonrpc":"2.0","method":"run"}', -32600, null],
    ["an id that is text", '{"jsonrpc":"2.0","id":"1","method":"run"}', -32600, null],
    ["an id that is an object", '{"jsonrpc":"2.0","id":{"a":[1]},"method":"run"}', -32600, null],
    ["an id beyond all numbers", '{"jsonrpc":"2.0","id":1e999,"method":"run","params":{}}', -32600, null],
    ["no method", '{"jsonrpc":"2.0","id":1}', -32601, 1],
    ["an unknown method", '{"jsonrpc":"2.0","id":1,"method":"stop"}', -32601, 1],
    ["a method of every object", '{"jsonrpc":"2.0","id":1,"method":"toString"}', -32601, 1],
    [
      "a method that is deeply nested",
      `{"jsonrpc":"2.0","id":1,"method":${"[".repeat(90_000)}${"]".repeat(90_000)}}`,
      -32601,
      1,
    ],
    ["no parameters", '{"jsonrpc":"2.0","id":1,"method":"run"}', -32602, 1],
    ["parameters in a list", '{"jsonrpc":"2.0","id":1,"method":"run","params":[]}', -32602, 1],
    ["another protocol", '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":2}}', -32602, 1],
  ])("%s", async (_, line, code, id) => {
    const answer = JSON.parse(await answerTo(line, reference, "1")) as Answer;
    expect({ code: answer.error?.code, id: answer.id, jsonrpc: answer.jsonrpc }).toEqual({ code, id, jsonrpc: "2.0" });
    expect(answer.error?.message).not.toBe("");
  });

  test("a world that the target does not run is wrong parameters", async () => {
    const world = { ...RUN.world, systemCalls: [4711] };
    const { error } = await ask({ jsonrpc: "2.0", id: 1, method: "run", params: { ...RUN, world } });
    expect(error).toEqual({ code: -32602, message: "reference does not offer system call 4711" });
  });

  test("a VM that fails is -32603, and the server goes on", async () => {
    const failing = Object.assign(new ReferenceTarget(), {
      run: (): Finish => {
        throw new Error("out of registers");
      },
    });
    const { error, id } = await ask({ jsonrpc: "2.0", id: 9, method: "run", params: RUN }, failing);
    expect({ error, id }).toEqual({ error: { code: -32603, message: "out of registers" }, id: 9 });
  });

  test("a target without snapshots has no relay", async () => {
    const target = new ReferenceTarget();
    const solo = Object.assign(target, { capabilities: { ...target.capabilities, snapshots: false } });
    const params = { world: RUN.world, start: "boot", limits: ["0x1"], snapshot: false };
    expect((await ask({ jsonrpc: "2.0", id: 1, method: "relay", params }, solo)).error?.code).toBe(-32601);
  });
});

describe("hostile requests", () => {
  const FUZZED = 6000;

  test(`${FUZZED} damaged requests: always one well-formed response on one line`, async () => {
    const random = randomFrom(1);
    const codes = new Map<number, number>();
    for (let k = 0; k < FUZZED; k++) {
      const good = JSON.stringify(GOOD_REQUESTS[k % GOOD_REQUESTS.length]);
      const line = k % 3 === 0 ? damagedText(good, random) : JSON.stringify(mutated(JSON.parse(good), random));
      const text = await answerTo(line, reference, "1");
      const answer = JSON.parse(text) as Answer;
      const wellFormed =
        !text.includes("\n") &&
        answer.jsonrpc === "2.0" &&
        (answer.id === null || typeof answer.id === "number") &&
        (answer.result === undefined) !== (answer.error === undefined);
      if (!wellFormed) throw new Error(`${line} is answered by ${text}`);
      const code = answer.error?.code ?? 0;
      // A request can be wrong in every way, but the reference itself never fails.
      if (code === -32603) throw new Error(`${line} made the VM fail: ${text}`);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    for (const code of [0, -32700, -32600, -32601, -32602]) expect(codes.get(code)).toBeGreaterThan(20);
  });

  function damagedText(text: string, random: (below: number) => number): string {
    const at = random(text.length);
    const kinds = [
      text.slice(0, at),
      `${text.slice(0, at)}${text.slice(at + 1)}`,
      `${text.slice(0, at)}"${text.slice(at)}`,
    ];
    return kinds[random(kinds.length)];
  }
});

describe("a stream of requests", () => {
  async function served(input: string | Buffer, cutEvery = Infinity): Promise<string[]> {
    const [requests, responses] = [new PassThrough(), new PassThrough()];
    const chunks: Buffer[] = [];
    responses.on("data", (chunk: Buffer) => chunks.push(chunk));
    const done = serve(reference, "1", requests, responses);
    const bytes = Buffer.from(input);
    for (let at = 0; at < bytes.length; at += cutEvery) requests.write(bytes.subarray(at, at + cutEvery));
    requests.end();
    await done;
    return Buffer.concat(chunks).toString().split("\n").slice(0, -1);
  }

  const lines = GOOD_REQUESTS.map((request, k) => `${JSON.stringify({ ...request, id: k })}\n`).join("");

  test("each line has one response, in order, however the bytes are cut", async () => {
    const whole = await served(lines);
    expect(whole.map((line) => (JSON.parse(line) as Answer).id)).toEqual(GOOD_REQUESTS.map((_, k) => k));
    expect(await served(lines, 7)).toEqual(whole);
  });

  test("a line that has not ended when the input ends is not answered", async () => {
    expect(await served(lines.slice(0, -1))).toHaveLength(GOOD_REQUESTS.length - 1);
  });
});

describe("rvrelay serve as a target", () => {
  const ROUND_TRIPS = 200;

  test(`${ROUND_TRIPS} generated cases end as in this process, in one leg, in many calls, and in one call`, async () => {
    const served = await ProcessTarget.open({ words: [process.execPath, BIN, "serve"], name: "served" });
    expect(served.relay).toBeDefined();
    for (let k = 0; k < ROUND_TRIPS; k++) {
      const checked = generateCase(5n, k);
      const { world, budget } = checked;
      const leg = { start: "boot", maxCycles: budget, snapshot: true } as const;
      mustEqual(`case ${k} run`, reference.run(world, leg), await served.run(world, leg));
      const expected = await runRelay(checked, [reference], true);
      // With another target in between, no two legs can be asked of it in one call.
      for (const [how, targets] of [
        ["relay", [served]],
        ["relay in turn", [served, reference]],
      ] as const) {
        const relay = await runRelay(checked, targets, true);
        mustEqual(`case ${k} ${how}`, expected.finish, relay.finish);
        if (relay.legs.length !== expected.legs.length) throw new Error(`case ${k} ${how}: other legs`);
      }
    }
    await served.close();
  });

  function mustEqual(what: string, expected: Finish, actual: Finish): void {
    const differences = compareFinishes(expected, actual);
    const parts = Object.keys(expected.state).sort().join();
    const snapshots = [expected, actual].map(({ snapshot }) => snapshot && encodeBincode(snapshot, u64Id).toString());
    const same =
      differences.length === 0 &&
      Object.keys(actual.state).sort().join() === parts &&
      snapshots[0] === snapshots[1] &&
      expected.started === actual.started &&
      expected.loadedBytes === actual.loadedBytes;
    if (!same) throw new Error(`${what}: ${JSON.stringify(differences)}`);
  }
});
