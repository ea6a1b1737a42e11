import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { CkbDebuggerTarget, findDebuggerModule } from "../../../src/targets/ckb-debugger/index.ts";
import { tinyModule, UNREACHABLE } from "./wasi/tiny-module.ts";
import { bootLeg, EXIT, missing, worldOf } from "./programs.ts";

test("the package's module, or one line that says how to get it", () => {
  expect(findDebuggerModule({})).toEqual(
    "file" in findDebuggerModule({})
      ? { file: expect.stringMatching(/ckb-testtool.*ckb-debugger\.wasm$/) as string }
      : { missing: "ckb-testtool is not installed; npm install --save-dev --save-exact ckb-testtool@1.0.5" },
  );
});

test("a module that the environment names", () => {
  const file = import.meta.filename;
  expect(findDebuggerModule({ RVRELAY_CKB_DEBUGGER_WASM: file })).toEqual({ file });
  const place = findDebuggerModule({ RVRELAY_CKB_DEBUGGER_WASM: "/no/such/file" });
  expect(place).toEqual({ missing: "RVRELAY_CKB_DEBUGGER_WASM: there is no file /no/such/file" });
});

test("the debugger can run here", async ({ skip }) => {
  skip(missing !== undefined, missing);
  expect((await new CkbDebuggerTarget().run(worldOf(EXIT), bootLeg(501n))).stop).toEqual({ kind: "exit", code: 0 });
});

test("a file that is no module", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rvrelay-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const file = join(folder, "broken.wasm");
  await writeFile(file, "no module");
  vi.stubEnv("RVRELAY_CKB_DEBUGGER_WASM", file);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(new CkbDebuggerTarget().run(worldOf(EXIT), bootLeg(501n))).rejects.toMatchObject({
    name: "TargetError",
    kind: "could not start",
    target: "ckb-debugger",
  });
});

test.each([
  ["traps", { body: UNREACHABLE }, "crashed"],
  ["says nothing", {}, "gave a wrong answer"],
  ["has no memory", { memory: false }, "crashed"],
])("a module that %s is a failed target, not a crash", async (_, tiny, kind) => {
  const target = new CkbDebuggerTarget(await tinyModule(tiny));
  await expect(target.run(worldOf(EXIT), bootLeg(501n))).rejects.toMatchObject({ name: "TargetError", kind });
});
