import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { adapterProgram } from "../../src/cli/adapters.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { answerTo } from "../../src/targets/wire/server.ts";
import { GOOD_REQUESTS } from "../targets/wire/messages.ts";
import { mutated, randomFrom } from "../targets/wire/mutate.ts";
import { adapterNamed, whyNot } from "./adapter.ts";

const ROOT = join(import.meta.dirname, "../..");
const SCHEMA = JSON.parse(readFileSync(join(ROOT, "schemas/wire-protocol.schema.json"), "utf8")) as object;
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  .addSchema(SCHEMA, "wire")
  .getSchema("wire#/$defs/response");
const FUZZED = 3000;

interface Answer {
  readonly id: number | null;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The responses of an adapter to these lines. */
function responses(name: string, lines: readonly string[]): Answer[] {
  const adapter = adapterNamed(name);
  const input = lines.map((line) => `${line}\n`).join("");
  const options = { input, maxBuffer: 2 ** 30, timeout: 60_000 };
  const { stdout, status } = spawnSync(adapterProgram(adapter).file, [adapter.engine], options);
  expect(status).toBe(0);
  const answers = stdout.toString().split("\n").slice(0, -1);
  expect(answers).toHaveLength(lines.length);
  return answers.map((text) => JSON.parse(text) as Answer);
}

function mustBeValid(answer: Answer, line: string): void {
  if (!validate?.(answer)) throw new Error(`${line} is answered by ${JSON.stringify(answer)}`);
}

describe.each(["ckb-vm:plain", "ckb-vm:trace", "ckb-vm:asm", "ckb-vm-latest:plain"])("%s", (name) => {
  test("answers good requests with what the schema describes", ({ skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const runs = ({ params }: Record<string, unknown>): boolean =>
      name !== "ckb-vm:asm" || (params as { world?: { writeXorExecute?: boolean } }).world?.writeXorExecute !== false;
    const lines = GOOD_REQUESTS.filter(runs).map((request) => JSON.stringify(request));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const [k, answer] of responses(name, lines).entries()) {
      mustBeValid(answer, lines[k]);
      expect(answer.error).toBeUndefined();
    }
  });

  test(`${FUZZED} damaged requests: always a response as the schema describes, and none refused that is good`, async ({
    skip,
  }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const random = randomFrom(11);
    const lines = Array.from({ length: FUZZED }, (_, k) =>
      JSON.stringify(mutated(GOOD_REQUESTS[k % GOOD_REQUESTS.length], random)),
    );
    let accepted = 0;
    for (const [k, answer] of responses(name, lines).entries()) {
      mustBeValid(answer, lines[k]);
      const ours = JSON.parse(await answerTo(lines[k], new ReferenceTarget(), "1")) as Answer;
      if (!answer.error) accepted++;
      // Not the other way round: it may take more than the schema describes. The reference has more sizes of memory, and
      // runs worlds without W^X.
      const fewer = name === "ckb-vm:asm" ? /memorySize|writeXorExecute/ : /memorySize/;
      if (!ours.error && answer.error && !fewer.test(answer.error.message)) {
        const [theirs, reference] = [answer, ours].map((each) => JSON.stringify(each).slice(0, 300));
        throw new Error(`${lines[k]} is answered by ${theirs}, and by the reference with ${reference}`);
      }
    }
    expect(accepted).toBeGreaterThan(FUZZED / 20);
  });
});
