import { isaText, readCost, type DataPiece, type World } from "../../case/index.ts";
import type { VmVersion } from "../../isa/index.ts";
import { MEMORY_SIZE_MAX, PAGE_SIZE } from "../../machine/index.ts";
import { bytesText, u64Text, type Field } from "./field.ts";

const texts = new WeakMap<World, string>();

/** WORLD as JSON text. A relay sends the same world with every leg: the text is made once. */
export function worldText(world: World): string {
  let text = texts.get(world);
  if (text === undefined) {
    texts.set(world, (text = textOf(world)));
  }
  return text;
}

/** Put together by hand: `JSON.stringify` looks for letters to escape, of which base64 has none, and there is a lot of it. */
function textOf(world: World): string {
  const { version, memorySize, cost, markProgram, systemCalls, writeXorExecute } = world;
  const args = world.args.map((bytes) => `"${bytesText(bytes)}"`).join(",");
  const sources = world.sources
    .map(({ id, bytes }) => `{"id":"${u64Text(id)}","bytes":"${bytesText(bytes)}"}`)
    .join(",");
  return (
    `{"version":${version},"isa":"${isaText(world.isa)}","memorySize":${memorySize},"cost":"${cost}",` +
    `"program":"${bytesText(world.program)}","args":[${args}],"sources":[${sources}],"markProgram":${markProgram},` +
    // Whether code can be written is said only where it can, so that older programs are asked nothing new.
    `"systemCalls":[${systemCalls.join(",")}]${writeXorExecute ? "" : ',"writeXorExecute":false'}}`
  );
}

const SYSTEM_CALL_MAX = 2 ** 32;

/** @throws WireError */
export function readWorld(field: Field): World {
  const memorySize = field.get("memorySize").asInteger(PAGE_SIZE, MEMORY_SIZE_MAX);
  if (memorySize % PAGE_SIZE !== 0) throw field.get("memorySize").wrong(`a multiple of ${PAGE_SIZE}`);
  const cost = readCost(field.get("cost").asText());
  if (cost === undefined) throw field.get("cost").wrong("real or constant");
  return {
    version: field.get("version").asInteger(0, 2) as VmVersion,
    isa: field.get("isa").asIsa(),
    memorySize,
    cost,
    program: field.get("program").asBytes(),
    args: field
      .get("args")
      .asList()
      .map((each) => each.asBytes()),
    sources: field.get("sources").asList().map(readPiece),
    markProgram: field.get("markProgram").asBoolean(),
    systemCalls: field
      .get("systemCalls")
      .asList()
      .map((each) => each.asInteger(0, SYSTEM_CALL_MAX)),
    writeXorExecute: field.get("writeXorExecute").asBooleanOr(true),
  };
}

function readPiece(field: Field): DataPiece {
  const id = field.get("id").asU64();
  if (id === 0n) throw field.get("id").wrong("another id than 0x0, which is the program");
  return { id, bytes: field.get("bytes").asBytes() };
}
