import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD, type World } from "../../../src/case/index.ts";
import { ReferenceTarget } from "../../../src/targets/index.ts";
import { Field, WireError } from "../../../src/targets/wire/field.ts";
import { KEPT_WORLDS_MAX, KeptWorlds, SentWorlds } from "../../../src/targets/wire/kept-worlds.ts";
import { answerTo } from "../../../src/targets/wire/server.ts";
import { readWorld, worldText } from "../../../src/targets/wire/world.ts";
import { RUN } from "./messages.ts";
import { BOOT, failureOf, openFake, WORLD } from "./misbehaving.ts";

/** Worlds that differ in their program. */
function worldWith(byte: number): World {
  return { ...DEFAULT_WORLD, program: Uint8Array.of(byte) };
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}

describe("what a client sends", () => {
  test("to a server that keeps none, every world is whole and has no id", () => {
    const sent = new SentWorlds(0);
    const world = worldWith(1);
    for (let k = 0; k < 3; k++) expect(sent.text(world)).toBe(worldText(world));
  });

  test("a world is whole once, and its id from then on", () => {
    const sent = new SentWorlds(2);
    const [a, b] = [worldWith(1), worldWith(2)];
    expect(parsed(sent.text(a))).toEqual({ id: 1, ...(parsed(worldText(a)) as object) });
    expect(sent.text(a)).toBe("1");
    expect(parsed(sent.text(b))).toMatchObject({ id: 2 });
    expect([sent.text(a), sent.text(b), sent.text(a)]).toEqual(["1", "2", "1"]);
  });

  test("a world that the server has forgotten is whole again, under another id", () => {
    const sent = new SentWorlds(2);
    const [a, b, c] = [worldWith(1), worldWith(2), worldWith(3)];
    for (const world of [a, b, c]) sent.text(world);
    expect([sent.text(c), sent.text(b)]).toEqual(["3", "2"]);
    expect(parsed(sent.text(a))).toMatchObject({ id: 4 });
    expect(parsed(sent.text(b))).toMatchObject({ id: 5 });
    expect([sent.text(a), sent.text(b)]).toEqual(["4", "5"]);
  });
});

describe("what a server keeps", () => {
  const field = (value: unknown): Field => new Field(value, "world");
  const whole = (id: unknown, byte: number): Field => field({ ...(parsed(worldText(worldWith(byte))) as object), id });

  test("whatever a client sends stands for the world it was asked of", () => {
    const [sent, kept] = [new SentWorlds(KEPT_WORLDS_MAX), new KeptWorlds()];
    const worlds = Array.from({ length: KEPT_WORLDS_MAX + 9 }, (_, k) => worldWith(k));
    // Each one several times, near and far from the time before.
    for (let k = 0; k < 2000; k++) {
      const world = worlds[(k * k + (k >> 3)) % worlds.length];
      const there = parsed(sent.text(world));
      expect(kept.read(field(there)).program).toEqual(world.program);
    }
  });

  test("the oldest goes, an id that comes again is the newer world, and none stands for another", () => {
    const kept = new KeptWorlds();
    for (let id = 0; id <= KEPT_WORLDS_MAX; id++) kept.read(whole(id, id));
    expect(() => kept.read(field(0))).toThrow(
      new WireError("world cannot be 0; it must be the id of a world that is kept"),
    );
    expect(kept.read(field(1)).program).toEqual(Uint8Array.of(1));
    kept.read(whole(1, 200));
    kept.read(whole(1000, 201));
    expect(kept.read(field(1)).program).toEqual(Uint8Array.of(200));
    expect(() => kept.read(field(2))).toThrow(WireError);
  });

  test.each([-1, 1.5, 2 ** 53, "1", null, [1]])("%j is no id", (id) => {
    expect(() => new KeptWorlds().read(whole(id, 1))).toThrow("world.id cannot be");
    if (!Array.isArray(id)) expect(() => new KeptWorlds().read(field(id))).toThrow("world cannot be");
  });

  test("a world that is refused is not kept", () => {
    const kept = new KeptWorlds();
    expect(() => kept.read(field({ ...RUN.world, id: 1, isa: "x" }))).toThrow("world.isa");
    expect(() => kept.read(field(1))).toThrow("the id of a world that is kept");
    expect(readWorld(field({ ...RUN.world, id: 1 }))).toEqual(readWorld(field(RUN.world)));
  });

  test("a line with the id alone has the answer of the line with the world", async () => {
    const kept = new KeptWorlds();
    const ask = async (world: unknown): Promise<string> =>
      answerTo(
        JSON.stringify({ jsonrpc: "2.0", id: 1, method: "run", params: { ...RUN, world } }),
        new ReferenceTarget(),
        "1",
        kept,
      );
    const first = await ask({ ...RUN.world, id: 5 });
    expect(first).toContain('"code":7');
    expect(await ask(5)).toBe(first);
    expect(parsed(await ask(6))).toMatchObject({ error: { code: -32602 } });
  });
});

describe("a process target", () => {
  const shown = ({ state }: { state: { output?: Uint8Array } }): string => Buffer.from(state.output ?? []).toString();

  test("sends a world once, requests at once included, and again when it must have been forgotten", async () => {
    const target = await openFake("keeps-two");
    const [a, b, c] = [WORLD, { ...WORLD }, { ...WORLD }];
    const together = await Promise.all([a, a, b, a].map((world) => target.run(world, BOOT)));
    expect(together.map(shown)).toEqual(["with id", "id", "with id", "id"]);
    const later = await Promise.all([c, b, a, a].map((world) => target.run(world, BOOT)));
    expect(later.map(shown)).toEqual(["with id", "id", "with id", "id"]);
    await target.close();
  });

  test("sends no ids to a server that does not say that it keeps worlds", async () => {
    const target = await openFake("says-how");
    const answers = [await target.run(WORLD, BOOT), await target.run(WORLD, BOOT)];
    expect(answers.map(shown)).toEqual(["whole", "whole"]);
    await target.close();
  });

  test("a server that forgets what it said it keeps has failed, which says nothing of the program", async () => {
    const target = await openFake("keeps-none");
    expect((await target.run(WORLD, BOOT)).stop).toEqual({ kind: "exit", code: 7 });
    const error = await failureOf(() => target.run(WORLD, BOOT));
    expect({ kind: error.kind, message: error.message }).toEqual({
      kind: "failed",
      message: "fake failed: no such world",
    });
    await target.close();
  });

  test.each(["65", "-1", '"2"', "null"])("keepsWorlds of %s is a wrong answer", async (count) => {
    const error = await failureOf(() => openFake(`introduce:capabilities.keepsWorlds=${count}`));
    expect(error.message).toContain("capabilities.keepsWorlds cannot be");
  });
});
