import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { VmVersion } from "../../src/isa/index.ts";
import type { Machine, MachineOptions, RunResult } from "../../src/machine/index.ts";
import { machineWith, runSingly } from "./program.ts";
import { START_REGISTERS } from "./random-code.ts";

const lines = readFileSync(new URL("fixtures/runs.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

function digest(machine: Machine): string {
  const hash = createHash("sha256").update(new Uint8Array(machine.registers.buffer, machine.registers.byteOffset, 256));
  for (let page = 0; page < machine.memory.pageCount; page++) {
    const bytes = machine.memory.pageView(page);
    if (machine.memory.isUntouched(page) || bytes.every((byte) => byte === 0)) continue;
    hash.update(new Uint8Array(BigUint64Array.of(BigInt(page)).buffer)).update(bytes);
  }
  return hash.digest("hex").slice(0, 32);
}

/** The fixture's line as this machine would have it. */
function lineOf(line: string, run: (machine: Machine) => RunResult, options: Partial<MachineOptions> = {}): string {
  const [version = "", limit = "", ...rest] = line.split(" ");
  const code = rest.at(-1) ?? "";
  const machine = machineWith(Buffer.from(code, "base64"), {
    version: Number(version) as VmVersion,
    maxCycles: BigInt(limit),
    registers: START_REGISTERS,
    ...options,
  });
  const result = run(machine);
  const flags = [...machine.memory.flags().entries()].filter(([, value]) => value !== 0);
  return [
    version,
    limit,
    result.kind === "exit" ? `exit ${result.code}` : result.fault.name,
    `0x${machine.pc.toString(16)}`,
    machine.cycles,
    `0x${machine.reservation.toString(16)}`,
    flags.map((pair) => pair.join(":")).join(),
    digest(machine),
    code,
  ].join(" ");
}

test.each([
  { how: "in blocks", run: (machine: Machine) => machine.run() },
  { how: "in single steps", run: runSingly },
  { how: "through the decoder cache", run: (machine: Machine) => machine.run(), options: { hostChangesCode: true } },
])("random programs end where they end on ckb-vm, $how", ({ run, options }) => {
  expect(lines.length).toBeGreaterThan(150);
  expect(lines.filter((line) => lineOf(line, run, options) !== line)).toEqual([]);
});
