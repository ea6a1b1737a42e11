/**
 * Decodes damaged snapshots, 1,000,000 if no number is given, in both encodings: none may crash, hang, or ask for more
 * memory than its own length allows. Prints what came of them. `node bench/hostile-snapshots.ts [COUNT [SEED]]`
 */
import { Damager } from "../test/snapshot/damage.ts";
import { decodeOutcome } from "../test/snapshot/decode-outcome.ts";

/** Bytes that decoding may ask for at once, for each byte of its input; a fixed part comes from readers and registers. */
const TIMES_MAX = 100;
const FIXED_BYTES = 4096;

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);

/** Largest buffer that was asked for since it was set to 0, in bytes. */
let largest = 0;

/** Sees every buffer that is made by `new` or `slice`, whoever asks for it. */
function watch(): void {
  for (const name of ["Uint8Array", "BigUint64Array", "ArrayBuffer"] as const) {
    const original = globalThis[name] as new (...parts: unknown[]) => { readonly byteLength: number };
    const watched = new Proxy(original, {
      construct(target, parts, newTarget: new () => unknown) {
        const [size] = parts as readonly unknown[];
        const wanted = typeof size === "number" ? size * (name === "BigUint64Array" ? 8 : 1) : 0;
        largest = Math.max(largest, wanted);
        return Reflect.construct(target, parts as unknown[], newTarget) as object;
      },
    });
    Reflect.set(globalThis, name, watched);
  }
  for (const { prototype } of [Uint8Array, BigUint64Array]) {
    const slice = prototype.slice as (this: unknown, start?: number, end?: number) => { readonly byteLength: number };
    Reflect.set(prototype, "slice", function (this: unknown, start?: number, end?: number) {
      const copy = slice.call(this, start, end);
      largest = Math.max(largest, copy.byteLength);
      return copy;
    });
  }
}

const damager = new Damager();
const outcomes = new Map<string, number>();
const fields = new Map<string, number>();
const worst = { ratio: 0, bytes: 0, index: 0 };
let slowestMs = 0;
let heapPeak = 0;
/** Cases between two looks at the heap. */
const HEAP_EVERY = 500;
const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

watch();
const began = performance.now();
for (let index = 0; index < count; index++) {
  const damaged = damager.damaged(seed, index);
  const length = damaged.bytes.length;
  largest = 0;
  const start = performance.now();
  const { kind, field } = decodeOutcome(damaged);
  slowestMs = Math.max(slowestMs, performance.now() - start);
  if (index % HEAP_EVERY === 0) heapPeak = Math.max(heapPeak, process.memoryUsage().heapUsed);
  add(outcomes, `${damaged.encoding.name} ${kind}`);
  if (kind === "refused") add(fields, field || "the whole");
  if (largest > TIMES_MAX * length + FIXED_BYTES)
    throw new Error(`case ${index}: ${largest} bytes asked for by ${length}`);
  if (largest > worst.bytes) Object.assign(worst, { bytes: largest, ratio: largest / Math.max(1, length), index });
}
const seconds = (performance.now() - began) / 1000;

console.log(`${count.toLocaleString("en")} damaged snapshots, seed ${seed}, ${seconds.toFixed(1)} s`);
for (const [what, times] of [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${what.padEnd(16)} ${times.toLocaleString("en").padStart(9)}`);
console.log("refused at");
for (const [field, times] of [...fields].sort((a, b) => b[1] - a[1])) {
  console.log(`  ${field.padEnd(30)} ${times.toLocaleString("en").padStart(9)}`);
}
console.log(
  `largest buffer asked for: ${worst.bytes} bytes, ${worst.ratio.toFixed(1)} times its input (case ${worst.index})`,
);
console.log(`slowest: ${slowestMs.toFixed(1)} ms`);
console.log(`largest heap seen: ${(heapPeak / 2 ** 20).toFixed(0)} MiB`);
