import { accessNearZero, accessOf, likelyAddresses, withoutIdlePointers } from "./addresses.ts";
import { isFree } from "./as-data.ts";
import { changes, type Pass } from "./pass.ts";
import { withProgram } from "./with-program.ts";

const MAY_NOT_FIT = true;
/** Offsets from x0 that every load and store can name. */
const OFFSET_MAX = 0x7ff;

/** Moves a data segment to address 0, with all accesses to it: there, x0 is base enough. */
export const dataAtZero: Pass = function* (original, from) {
  const { program } = original;
  const { data, items } = program;
  if (data.length === 0) return;
  const addresses = likelyAddresses(program);
  yield* changes(data.length, from, function* (k) {
    const { address, memoryBytes } = data[k];
    if (address === 0) return;
    const atZero = { ...data[k], address: 0 };
    if (!isFree(atZero, { ...original, program: { ...program, data: data.toSpliced(k, 1) } })) return;
    const moved = items.map((item, n) => {
      const [access, at] = [accessOf(item), addresses[n]];
      if (!access || at === undefined || at < address || at >= address + memoryBytes) return item;
      return at - address > OFFSET_MAX ? item : { ...item, ops: accessNearZero(access, at - address) };
    });
    if (moved.every((item, n) => item === items[n])) return;
    const changed = { ...withoutIdlePointers(program, moved), data: data.with(k, atZero) };
    yield* withProgram(original, changed, MAY_NOT_FIT);
  });
};
