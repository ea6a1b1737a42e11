import { readCase } from "../../../src/case/index.ts";
import { generateCase } from "../../../src/generate/index.ts";
import { bytesText } from "../../../src/targets/wire/field.ts";
import { legText } from "../../../src/targets/wire/leg.ts";
import { worldText } from "../../../src/targets/wire/world.ts";
import { ReferenceTarget } from "../../../src/targets/index.ts";

const { world } = readCase("seven.S", "_start: li a0, 7\n li a7, 93\n ecall\n").checked;

/** Parameters of `run`, written by hand as docs/wire-protocol.md has them. */
export const RUN = {
  world: {
    version: 2,
    isa: "imc,a,b",
    memorySize: 4194304,
    cost: "real",
    program: bytesText(world.program),
    args: ["cHJvZw=="],
    sources: [{ id: "0x100000002", bytes: "AQID" }],
    markProgram: true,
    systemCalls: [2041, 2042, 2092, 2177],
  },
  leg: { start: "boot", maxCycles: "0x3e8", snapshot: false },
};

/** A leg of a generated case that resumes a snapshot. */
function resuming(): unknown {
  const checked = generateCase(5n, 3, { memorySizes: [4194304] });
  const first = new ReferenceTarget().run(checked.world, { start: "boot", maxCycles: 20n, snapshot: true });
  const leg = { start: first.snapshot ?? "boot", maxCycles: 40n, snapshot: true } as const;
  return JSON.parse(`{"world":${worldText(checked.world)},"leg":${legText(leg)}}`);
}

function request(method: string, params: unknown): Record<string, unknown> {
  return { jsonrpc: "2.0", id: 1, method, params };
}

const client = { name: "rvrelay", version: "0.1.0" };
const relay = { world: RUN.world, start: "boot", limits: ["0x1", "0x64"], snapshot: false };

/** A good request of every method that the reference has. */
export const GOOD_REQUESTS: readonly Record<string, unknown>[] = [
  request("initialize", { protocolVersion: 1, client }),
  request("run", RUN),
  request("run", resuming()),
  request("run", { ...RUN, world: { ...RUN.world, writeXorExecute: false } }),
  request("run", { ...RUN, world: { ...RUN.world, id: 3 } }),
  request("relay", relay),
];
