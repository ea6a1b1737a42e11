import { expect, test } from "vitest";
import { planted } from "../../src/laws/planted-page.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";

test("a target that writes to a planted page does not change what other questions plant", () => {
  const { world } = caseOf("_start: li a7, 93; ecall\n");
  const finish = new ReferenceTarget().run(world, { start: "boot", maxCycles: 0n, snapshot: true });
  const content = new Uint8Array(4096).fill(7);
  const point = planted({ finish, snapshot: finish.snapshot! }, { page: 40, flag: 4, content });
  const run = point.snapshot.dirtyPages.find(({ address }) => address === 40n * 4096n)!;
  run.content[0] = 1;
  expect(content[0]).toBe(7);
  expect(point.finish.state.memory!.pageView(40)[0]).toBe(7);
});
