import { describe, expect, test } from "vitest";
import { ProcessTarget, type TargetErrorKind } from "../../../src/targets/index.ts";
import { BOOT, failureInRun, failureOf, openFake, SHORT_MS, takeNotes, WORLD, wordsOf } from "./misbehaving.ts";

/** The fault of the server, how it is reported, what the message says, what the transcript ends with. */
type Row = readonly [fault: string, kind: TargetErrorKind, message: string, last: RegExp];

const ASKED = /^> \{"jsonrpc":"2\.0","id":2,"method":"run"/;

const ROWS: readonly Row[] = [
  ["exit-in-run", "crashed", "with exit code 3", ASKED],
  ["signal", "crashed", "by signal SIGTERM", ASKED],
  ["last-words", "crashed", "with exit code 1", /^! the heap is corrupt$/],
  ["hang", "hung", `it did not answer within ${SHORT_MS} ms`, ASKED],
  ["close-input", "hung", `it did not answer within ${SHORT_MS} ms`, ASKED],
  ["half-line-hang", "hung", `it did not answer within ${SHORT_MS} ms`, ASKED],
  ["close-output", "closed its output", "while it was still running", ASKED],
  ["half-line-exit", "closed its output", "with exit code 0, in the middle of a line", /^< \{"jsonrpc":"2\.0","id":2,/],
  ["half-line-crash", "crashed", "with exit code 2, in the middle of a line", /^< \{"jsonrpc":"2\.0","id":2,/],
  ["garbage", "wrote garbage", "a line that is not a JSON object", /^< Segmentation fault\ufffd\[2J \(core dumped\)$/],
  ["json-garbage", "wrote garbage", "a line that is not a JSON object", /^< \[1,2,3\]$/],
  ["no-response", "wrote garbage", "a line that is not a JSON-RPC response", /^< \{"jsonrpc":"2\.0","id":2\}$/],
  ["result-and-error", "wrote garbage", "a line that is not a JSON-RPC response", /^< \{/],
  ["wrong-id", "answered a request that was not made", "with id 1002", /^< \{/],
  ["text-id", "answered a request that was not made", 'with id "2"', /^< \{/],
  ["deep-id", "answered a request that was not made", "with id ", /^< \{.*characters\)$/],
  ["unasked", "answered a request that was not made", "with id 77", /^< \{/],
  ["deep-value", "gave a wrong answer", "stop cannot be ", /^< \{/],
  ["error", "failed", "out of registers", /^< .*"code":-32603/],
  ["unobserved", "gave a wrong answer", 'state.pc cannot be "0x10004"; it must be left out', /^< \{/],
  ["long-line", "wrote too much", "a line of more than 67108864 bytes", /^< a{160}…/],
  ["endless", "wrote too much", "a line of more than 67108864 bytes", /^< a{160}…/],
  ["stderr-endless", "wrote too much", "on standard error: a line of more than 67108864 bytes", /^! a{160}…/],
  ["many-items", "gave a wrong answer", "state.registers cannot be", /^< \{.*characters\)$/],
];

describe.concurrent("what a server does wrong when a leg is asked of it", () => {
  test.each(ROWS)("%s: %s", async (fault, kind, message, last) => {
    const error = await failureInRun(fault, kind === "hung" ? SHORT_MS : undefined);
    expect({ kind: error.kind, target: error.target }).toEqual({ kind, target: "fake" });
    expect(error.message).toContain(`fake ${kind}: `);
    expect(error.message).toContain(message);
    expect(error.message.length).toBeLessThan(400);
    expect(error.transcript.at(-1)).toMatch(last);
    expect(error.transcript.length).toBeLessThanOrEqual(20);
    expect(error.transcript.every((line) => line.length < 200)).toBe(true);
  });
});

/** Every member of a good finish: without it, and with a value that it cannot have. */
const MEMBERS: readonly (readonly [path: string, wrong: string])[] = [
  ["stop", "3"],
  ["stop.kind", '"gone"'],
  ["stop.code", "128"],
  ["started", "1"],
  ["state", "[]"],
  ["state.registers", "{}"],
  ["state.registers[31]", '"0x10000000000000000"'],
  ["state.pc", "65540"],
  ["state.cycles", '"3"'],
  ["state.maxCycles", '"0x03"'],
  ["state.reservation", '"0xFF"'],
  ["state.pageFlags", "[[1024,1]]"],
  ["state.pageFlags[0][1]", "256"],
  ["state.memory", '[["0x3ffffe","AAAA"]]'],
  ["state.memory[0][1]", '"k3AQAA="'],
  ["state.output", "null"],
];
/** Without these the finish is as good as before: `loadedBytes` is for those that count it. */
const OPTIONAL: readonly (readonly [path: string, wrong: string])[] = [
  ["loadedBytes", "4"],
  ["snapshot", '"AAAA"'],
];

describe.concurrent("a finish with one member wrong is a wrong answer, and the message names the member", () => {
  const wrongs = [...MEMBERS, ...OPTIONAL].map(([path, json]) => [`${path}=${json}`, path] as const);
  const missing = MEMBERS.filter(([path]) => !path.includes("[")).map(([path]) => [path, path] as const);
  test.each([...wrongs, ...missing])("%s", async (change, path) => {
    const error = await failureInRun(`finish:${change}`);
    expect(error.kind).toBe("gave a wrong answer");
    expect(error.message).toContain(path.replace(/(\[\d\])+$/, ""));
  });
});

test("a finish without what is optional is good", async () => {
  const target = await openFake("finish:loadedBytes");
  expect(await target.run(WORLD, BOOT)).toMatchObject({ stop: { kind: "exit", code: 7 }, started: true });
  await target.close();
});

describe.concurrent("a server that cannot be opened", () => {
  test.each([
    [["./no-such-program-here"], "there is no such program"],
    [[""], ""],
    [[], ""],
    [["a\u0000b"], ""],
  ])("%j could not start", async (words, message) => {
    const error = await failureOf(() => ProcessTarget.open({ words, name: "fake" }));
    expect({ kind: error.kind, target: error.target }).toEqual({ kind: "could not start", target: "fake" });
    expect(error.message).toContain(message);
  });

  test.each<Row>([
    ["exit-at-once", "crashed", "with exit code 4, without a word on standard error", /^> .*"initialize"/],
    ["leave-at-once", "ended by itself", "with exit code 0, without a word on standard error", /^> .*"initialize"/],
    ["throw-at-once", "crashed", "with exit code 1", /^! Node\.js v/],
    ["caught-at-once", "ended by itself", "with exit code 0", /^! no room for a machine$/],
    ["never", "hung", "it did not answer within 300 ms", /^> .*"initialize"/],
    [
      "another-protocol",
      "gave a wrong answer",
      "protocolVersion cannot be 2; it must be an integer from 1 to 1",
      /^< /,
    ],
    ["introduce:name", "gave a wrong answer", "name is missing; it must be a string", /^< /],
    ['introduce:capabilities.isa="imc, a"', "gave a wrong answer", 'capabilities.isa cannot be "imc, a"', /^< /],
    ["introduce:capabilities.observes=[1]", "gave a wrong answer", "capabilities.observes[0] cannot be 1", /^< /],
  ])("%s: %s", async (fault, kind, message, last) => {
    const notes = takeNotes();
    const words = wordsOf(fault, notes);
    const error = await failureOf(() =>
      ProcessTarget.open({ words, name: "fake", ...(kind === "hung" && { timeoutMs: 300 }) }),
    );
    expect({ kind: error.kind, target: error.target }).toEqual({ kind, target: "fake" });
    expect(error.message).toContain(message);
    expect(error.transcript.at(-1)).toMatch(last);
    if (kind !== "hung") await notes.gone(); // one that hangs may be ended before it notes anything
    notes.remove();
  });
});

describe("what is not wrong", () => {
  test("a flood on standard error holds nothing up, and its last lines are kept", async () => {
    const target = await openFake("stderr-flood");
    expect((await target.run(WORLD, BOOT)).stop).toEqual({ kind: "exit", code: 7 });
    await target.close();
  });

  test("answers that are slow, but in time", async () => {
    const target = await openFake("slow");
    const answers = await Promise.all([1, 2, 3].map(() => target.run(WORLD, BOOT)));
    expect(answers.map(({ stop }) => stop.kind)).toEqual(["exit", "exit", "exit"]);
    await target.close();
  });

  test("answers one after the other, each in time, that take longer than that together", async () => {
    const target = await openFake("one-by-one", undefined, SHORT_MS);
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 6 }, () => target.run(WORLD, BOOT)));
    expect(answers.map(({ stop }) => stop.kind)).toEqual(Array.from({ length: 6 }, () => "exit"));
    expect(performance.now() - started).toBeGreaterThan(SHORT_MS);
    await target.close();
  });

  test("members that nobody knows are ignored, in the introduction and in a finish", async () => {
    for (const fault of ["introduce:capabilities.colour=1", "finish:state.colour=1", "finish:mood=null"]) {
      const target = await openFake(fault);
      expect((await target.run(WORLD, BOOT)).stop).toEqual({ kind: "exit", code: 7 });
      await target.close();
    }
  });
});

describe("after a failure", () => {
  test("the next request starts a new process, which fails in its turn", async () => {
    const notes = takeNotes();
    const target = await openFake("exit-in-run", notes);
    for (let k = 0; k < 3; k++) expect((await failureOf(() => target.run(WORLD, BOOT))).kind).toBe("crashed");
    await target.close();
    await notes.gone();
    notes.remove();
  });

  test("every request that waits fails with what happened", async () => {
    const target = await openFake("exit-in-run");
    const errors = await Promise.all([1, 2, 3].map(() => failureOf(() => target.run(WORLD, BOOT))));
    expect(errors.map(({ kind }) => kind)).toEqual(["crashed", "crashed", "crashed"]);
    await target.close();
  });

  test("what goes wrong between two requests fails the next one", async () => {
    const target = await openFake("twice");
    expect((await target.run(WORLD, BOOT)).stop.kind).toBe("exit");
    const error = await failureOf(() => target.run(WORLD, BOOT));
    expect(error.kind).toBe("answered a request that was not made");
    await target.close();
  });

  test("a server that says it failed lives on", async () => {
    const target = await openFake("error");
    const errors = [await failureOf(() => target.run(WORLD, BOOT)), await failureOf(() => target.run(WORLD, BOOT))];
    expect(errors.map(({ transcript }) => transcript.at(-1)?.includes('"id":3'))).toEqual([false, true]);
    await target.close();
  });
});

test.each([
  ["that does not end when its input is closed is ended", "outlives"],
  ["that ends and leaves a process behind, which holds its streams, is ended with it", "leaves-child"],
])("a server %s", async (_, fault) => {
  const notes = takeNotes();
  const target = await openFake(fault, notes);
  expect((await target.run(WORLD, BOOT)).stop.kind).toBe("exit");
  await target.close();
  await notes.gone();
  notes.remove();
});

describe("a relay", () => {
  const plan = { start: "boot", limits: [10n, 20n], snapshot: false } as const;

  test.each(["too-many-finishes", "no-finishes"])("with %s is a wrong answer", async (fault) => {
    const target = await openFake(fault);
    const error = await failureOf(async () => target.relay?.(WORLD, plan));
    expect(error.kind).toBe("gave a wrong answer");
    expect(error.message).toContain("finishes");
    await target.close();
  });

  test("is not asked of a server that does not have it", async () => {
    const target = await openFake("none");
    expect(target.relay).toBeUndefined();
    await target.close();
  });
});
