import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { ROWS } from "../../bench/rows.ts";

/** The names of the files in a folder that the commands keep compiled code in, at any depth. */
function emptyCache(): () => string[] {
  const folder = mkdtempSync(join(tmpdir(), "rvrelay-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv("NODE_COMPILE_CACHE", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () => readdirSync(folder, { recursive: true }) as string[];
}

const named = (name: string) => ROWS.find((row) => row.name === name);

test("a start with a warm cache has filled it before the first sample", async () => {
  const cached = emptyCache();
  await named("start-help")?.open();
  expect(cached().length).toBeGreaterThan(10);
});

test("a cold start has a cache of its own, which is removed", async () => {
  const cached = emptyCache();
  const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("rvrelay-cold-"));
  const before = folders();
  const opened = await named("start-check-cold")?.open();
  expect(await opened?.sample(1)).toBeGreaterThan(0);
  expect(cached()).toEqual([]);
  expect(folders().filter((name) => !before.includes(name))).toEqual([]);
});
