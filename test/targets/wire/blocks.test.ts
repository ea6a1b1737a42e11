import { expect, test } from "vitest";
import { ReferenceTarget, type Target } from "../../../src/targets/index.ts";
import { introductionJson, readIntroduction } from "../../../src/targets/wire/capabilities.ts";
import { Field } from "../../../src/targets/wire/field.ts";

type Capabilities = Target["capabilities"];

const { capabilities } = new ReferenceTarget();

/** What is read of an introduction with these members more. */
function read(said: Readonly<Record<string, unknown>>): Capabilities {
  const json = introductionJson({ name: "x", version: "1", capabilities: capabilities, relay: true, keepsWorlds: 0 });
  const whole = { ...json, capabilities: { ...(json["capabilities"] as object), ...said } };
  return readIntroduction(new Field(JSON.parse(JSON.stringify(whole)), "")).capabilities;
}

test("servers that say nothing of blocks and calls are taken to work on single instructions", () => {
  expect(read({})).not.toHaveProperty("blocks");
  expect(read({})).not.toHaveProperty("pcInCalls");
});

test.each([{ blocks: "decoded" }, { blocks: "charged" }, { blocks: "charged", pcInCalls: "behind" }] as const)(
  "%j is read as it is said, and said as it is read",
  (said) => {
    expect(read(said)).toMatchObject(said);
    const json = introductionJson({
      name: "x",
      version: "1",
      capabilities: { ...capabilities, ...said },
      relay: true,
      keepsWorlds: 0,
    });
    expect(json["capabilities"]).toMatchObject(said);
  },
);

test.each([
  [{ blocks: "whole" }, 'capabilities.blocks cannot be "whole"; it must be one of decoded, charged'],
  [{ blocks: true }, "capabilities.blocks cannot be true"],
  [{ pcInCalls: "at" }, 'capabilities.pcInCalls cannot be "at"; it must be one of behind'],
  [{ pcInCalls: null }, "capabilities.pcInCalls cannot be null"],
])("%j is refused", (said, message) => {
  expect(() => read(said)).toThrow(message);
});
