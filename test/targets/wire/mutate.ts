/** A source of numbers below a bound, the same for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}

type Container = unknown[] | Record<string, unknown>;

/** Values of every kind that a member can wrongly have, and some that it can have. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  3,
  7,
  127,
  128,
  -128,
  -129,
  255,
  256,
  1.5,
  4095,
  4096,
  8192,
  4194304,
  4194305,
  2 ** 31,
  2 ** 32,
  2 ** 32 + 1,
  2 ** 53,
  1e300,
  "",
  "0",
  "0x",
  "0x0",
  "0x00",
  "0x1",
  "0x01",
  "0xA",
  "0xa",
  "0x10000",
  "0x3ffffe",
  "0xffffffffffffffff",
  "0x10000000000000000",
  "-0x1",
  " 0x1",
  "0x1\n",
  "A",
  "AA==",
  "AAA=",
  "AAAA",
  "AA=A",
  "A===",
  "====",
  "A-_A",
  "A AA",
  "AAA\n",
  "\u0141AAA",
  "imc",
  "imc,a,b,mop",
  "imc,mop,a",
  "a,imc",
  "imc, a",
  "imc,x",
  "IMC",
  "real",
  "constant",
  "boot",
  "reboot",
  "exit",
  "budget",
  "pause",
  "fault",
  "Memory",
  "ExternalData",
  "InvalidEcall",
  "InvalidInstruction",
  "CyclesOverflow",
  "CyclesExceeded",
  "Pause",
  "Yield",
  "2.0",
  "run",
  "registers",
  [],
  ["0x0"],
  [[]],
  [[16, 3]],
  [[16, 3, 1]],
  [
    [16, 3],
    [15, 1],
  ],
  [["0x10000", "AAAA"]],
  [
    ["0x10000", "AAAA"],
    ["0x10001", "AAAA"],
  ],
  {},
  { kind: "budget" },
  { kind: "exit", code: 3 },
  { kind: "fault", fault: { name: "Yield" } },
  { kind: "fault", fault: { name: "MemOutOfBound", address: "0x5", kind: "Memory" } },
  { kind: "fault", fault: { name: "InvalidInstruction", pc: "0x5", instruction: 7 } },
  { snapshot: "AAAA" },
  { snapshot: "" },
];

/** A copy of a JSON value with one or two members changed, taken away, put elsewhere, doubled or added. */
export function mutated(value: unknown, random: (below: number) => number): unknown {
  const root = { value: structuredClone(value) };
  for (let times = 1 + random(2); times > 0; times--) mutateOnce(root, random);
  return root.value;
}

function mutateOnce(root: { value: unknown }, random: (below: number) => number): void {
  const places = placesOf(root);
  const [container, key] = places[random(places.length)];
  const kind = random(8);
  if (kind < 4) put(container, key, structuredClone(VALUES[random(VALUES.length)]));
  else if (kind === 4 && Array.isArray(container)) container.splice(Number(key), 1);
  else if (kind === 4 && key !== "value") delete (container as Record<string, unknown>)[key];
  else if (kind === 5) {
    const [other, otherKey] = places[random(places.length)];
    put(container, key, structuredClone((other as Record<string, unknown>)[otherKey]));
  } else if (kind === 6 && Array.isArray(container)) container.push(structuredClone(container[Number(key)]));
  else put(container, key, near((container as Record<string, unknown>)[key], random));
}

/** A value of the same kind beside the old one. */
function near(value: unknown, random: (below: number) => number): unknown {
  if (typeof value === "number") return value + [1, -1, 0.5, 4096, -4096][random(5)];
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") return value;
  const at = random(value.length + 1);
  const letter = ["", "0", "f", "g", "=", "A", " ", ",", "\u00e9"][random(9)];
  return value.slice(0, at) + letter + value.slice(at + random(2));
}

function put(container: Container, key: string, value: unknown): void {
  (container as Record<string, unknown>)[key] = value;
}

/** Everywhere a value stands, the root included. */
function placesOf(value: unknown): [container: Container, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  const container = value as Container;
  return Object.keys(container).flatMap((key): [Container, string][] => [
    [container, key],
    ...placesOf((container as Record<string, unknown>)[key]),
  ]);
}
