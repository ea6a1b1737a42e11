import { expect, test } from "vitest";
import { HOST_CALLS } from "../../src/case/index.ts";
import { gateCaseAt } from "../../src/campaign/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

// A gate has every 25th world without W^X, and host calls in every 29th.
test("the gate's cases have the worlds of a gate, and ask the reference where cuts are worth it", () => {
  const target = new ReferenceTarget();
  let asked = 0;
  const events = target.events.bind(target);
  target.events = (...words) => {
    asked++;
    return events(...words);
  };
  const worlds = Array.from({ length: 100 }, (_, k) => gateCaseAt(1n, [target], k).checked.world);
  const without = worlds.flatMap(({ writeXorExecute }, k) => (writeXorExecute === false ? [k] : []));
  expect(without).toEqual([24, 49, 74, 99]);
  const hostCalls: readonly number[] = Object.values(HOST_CALLS);
  const hosted = worlds.flatMap(({ systemCalls }, k) =>
    systemCalls.some((call) => hostCalls.includes(call)) ? [k] : [],
  );
  expect(hosted).toEqual([28, 57, 86]);
  expect(asked).toBeGreaterThan(0);
});
