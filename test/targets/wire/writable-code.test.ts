import { expect, test } from "vitest";
import { readCase } from "../../../src/case/index.ts";
import { ReferenceTarget } from "../../../src/targets/index.ts";
import { introductionJson, readIntroduction } from "../../../src/targets/wire/capabilities.ts";
import { Field } from "../../../src/targets/wire/field.ts";
import { answerTo } from "../../../src/targets/wire/server.ts";
import { readWorld, worldText } from "../../../src/targets/wire/world.ts";
import { RUN } from "./messages.ts";

// Worlds without W^X on the wire (docs/wire-protocol.md): said only where it is so, by and to those that know of it.

const reference = new ReferenceTarget();

/** Writes `li a0, 5; ecall` to a page that nothing else is on, and jumps there. */
const WRITING = `
_start: li a7, 93
        li s0, 0x200000
        li t0, 0x00500513
        sw t0, 0(s0)
        li t0, 0x00000073
        sw t0, 4(s0)
        jr s0
`;

function worldIn(header: string): ReturnType<typeof readCase>["checked"]["world"] {
  return readCase("writing.S", `/* rvrelay case 1\n${header} */\n${WRITING}`).checked.world;
}

const WITH = worldIn("");
const WITHOUT = worldIn(" * write-xor-execute: no\n");

test("a world with W^X has the members it always had", () => {
  expect(Object.keys(JSON.parse(worldText(WITH)) as object)).toEqual(Object.keys(RUN.world));
});

test("a world without it says so, and both are read as they were", () => {
  expect(JSON.parse(worldText(WITHOUT))).toMatchObject({ writeXorExecute: false });
  for (const world of [WITH, WITHOUT]) {
    expect(readWorld(new Field(JSON.parse(worldText(world)), "world"))).toEqual(world);
  }
});

test.each<[value: unknown, read: boolean]>([
  [undefined, true],
  [true, true],
  [false, false],
])("the member %s is read as %s", (writeXorExecute, read) => {
  const field = new Field({ ...RUN.world, writeXorExecute }, "world");
  expect(readWorld(field).writeXorExecute).toBe(read);
});

test.each([null, 0, "no", []])("the member cannot be %j", (writeXorExecute) => {
  const field = new Field({ ...RUN.world, writeXorExecute }, "world");
  expect(() => readWorld(field)).toThrow("world.writeXorExecute cannot be");
});

test.each<[said: boolean | undefined, read: boolean]>([
  [undefined, false],
  [false, false],
  [true, true],
])("a server that says writableCode %s is read as %s", (said, read) => {
  const { writableCode: _, ...older } = reference.capabilities;
  const capabilities = { ...older, ...(said !== undefined && { writableCode: said }) };
  const json = introductionJson({ name: "x", version: "1", capabilities, relay: true, keepsWorlds: 0 });
  expect(readIntroduction(new Field(JSON.parse(JSON.stringify(json)), "")).capabilities.writableCode).toBe(read);
});

interface Answer {
  readonly result?: { readonly stop: unknown };
  readonly error?: { readonly code: number; readonly message: string };
}

async function answer(world: typeof WITH, target = reference): Promise<Answer> {
  const params = `{"world":${worldText(world)},"leg":${JSON.stringify(RUN.leg)}}`;
  return JSON.parse(
    await answerTo(`{"jsonrpc":"2.0","id":1,"method":"run","params":${params}}`, target, "1"),
  ) as Answer;
}

test("the server runs either kind of world by its rules", async () => {
  expect((await answer(WITHOUT)).result?.stop).toEqual({ kind: "exit", code: 5 });
  // The page is not executable: 0x200000 / 4096.
  const fault = { name: "MemWriteOnExecutablePage", page: "0x200" };
  expect((await answer(WITH)).result?.stop).toEqual({ kind: "fault", fault });
});

test("a server whose target never lets code be written refuses such worlds as wrong parameters", async () => {
  class Refusing extends ReferenceTarget {
    override readonly name = "refusing";
    override readonly capabilities = { ...reference.capabilities, writableCode: false };
  }
  const { error } = await answer(WITHOUT, new Refusing());
  expect(error).toEqual({ code: -32602, message: "refusing never lets code be written" });
  expect((await answer(WITH, new Refusing())).error).toBeUndefined();
});
