import type { World } from "../case/index.ts";
import { decode, encode, instructionsNamed } from "../isa/index.ts";
import { loadedFrom } from "./image.ts";
import { withPage, type PlantedPage } from "./planted-page.ts";
import { costAt, pointing, type Point, type Probe } from "./probe.ts";
import type { Site } from "./sites.ts";

const PAGE = 4096;
const [EXECUTABLE, DIRTY] = [2, 4];
const NO_RESERVATION = 2n ** 64n - 1n;
const [A0, A1, A2] = [10, 11, 12];
/** `jal zero, .` stands behind each, and is executed with it: a block ends there, and nothing is fused with it. */
const JUMP_TO_ITSELF = 0x6f;
const SLOT = 16;

/** What is executed: what takes a reservation, what makes one, and what leaves it alone. */
const NAMES = ["sc.w", "sc.d", "lr.w", "lr.d", "sd", "ld", "amoadd.d"] as const;
type Name = (typeof NAMES)[number];

/** Pages in a row that are needed: one of data, one of code. */
export const PAGES = 2;

/** The page of data, none of whose bytes is 0, and that of the instructions: `name rd=a2, rs1=a0, rs2=a1`. */
export function reservationPages(page: number): PlantedPage[] {
  return [
    { page, flag: DIRTY, content: DATA },
    { page: page + 1, flag: EXECUTABLE | DIRTY, content: CODE },
  ];
}

const DATA = Uint8Array.from({ length: PAGE }, (_, k) => 1 + ((k * 13 + (k >> 7)) % 255));
const WORDS = NAMES.map((name) => {
  const [row] = instructionsNamed(name);
  const fields = { rd: A2, rs1: A0, rs2: A1, imm: 0 };
  return encode(
    row,
    Object.fromEntries(
      row.fields.map(({ name: field }) => [field, field in fields ? fields[field as keyof typeof fields] : 0]),
    ),
  );
});
const CODE = codePage();

function codePage(): Uint8Array {
  const content = new Uint8Array(PAGE);
  const view = new DataView(content.buffer);
  for (const [k, word] of WORDS.entries()) {
    view.setUint32(SLOT * k, word, true);
    view.setUint32(SLOT * k + 4, JUMP_TO_ITSELF, true);
  }
  return content;
}

/** A probe, and the reservation that it begins with. */
export interface ReservationProbe {
  readonly reservation: bigint;
  readonly probe: Probe;
}

/**
 * The probes of a case (reference/ckb-vm/semantics.md 5): a reservation is an address of 64 bits and nothing else. SC stores
 * in any case, what was there if it fails, and takes the reservation away; LR makes one; nothing else looks at it.
 * @param end a point with `reservationPages` in its snapshot and in its state
 */
export function reservationProbes(world: World, page: number, end: Point, number: number): ReservationProbe[] {
  const start = BigInt(page * PAGE);
  // At times over the end of eight bytes: no alignment is asked for.
  const address = start + BigInt(((number >>> 4) % 400) * 8 + [0, 0, 0, 4, 1][number % 5]);
  const other = (at: number): bigint => start + BigInt(at % (PAGE - 8));
  const store = (number & 1) === 0 ? "sc.w" : "sc.d";
  const load = (number & 2) === 0 ? "lr.w" : "lr.d";
  const [, , , , ...others] = NAMES;
  const bit = BigInt(number % 64);
  const ask = (what: string, name: Name, reservation: bigint): ReservationProbe => ({
    reservation,
    probe: probeOf(what, siteOf(name, page, world), world, end, { address, reservation, number }),
  });
  return [
    ask("SC where the reservation is", store, address),
    ask("SC where one bit of the reservation is another", store, address ^ (1n << bit)),
    ask("SC where the upper half of the reservation is another", store, address ^ (1n << (32n + bit / 2n))),
    ask("SC beside the reservation", store, address + [-8n, -4n, -1n, 1n, 4n, 8n, 64n, 4096n][number % 8]),
    ask("SC without a reservation", store, NO_RESERVATION),
    ask("LR", load, other(number * 8)),
    ask(
      "what leaves a reservation alone",
      others[number % others.length],
      (number & 4) === 0 ? address : other(number),
    ),
  ];
}

function siteOf(name: Name, page: number, { isa, version }: World): Site {
  const index = NAMES.indexOf(name);
  const decoded = decode(WORDS[index], isa, version)!;
  const pc = BigInt((page + 1) * PAGE + SLOT * index);
  const kind = name.startsWith("sc")
    ? "sc"
    : name.startsWith("lr")
      ? "lr"
      : name === "sd"
        ? "store"
        : name === "ld"
          ? "load"
          : "amo";
  return { pc, decoded, kind, name, width: name.endsWith(".w") ? 4 : 8 };
}

interface Access {
  readonly address: bigint;
  readonly reservation: bigint;
  readonly number: number;
}

function probeOf(
  what: string,
  site: Site,
  world: World,
  point: Point,
  { address, reservation, number }: Access,
): Probe {
  const { kind, width } = site;
  const memory = point.finish.state.memory!;
  const [jump] = instructionsNamed("jal");
  const cost = costAt(site, world) + (world.cost === "real" ? BigInt(jump.cost) : 1n);
  // Another value than is there, in both halves.
  const value = BigInt.asUintN(64, 0x9e37_79b9_7f4a_7c15n * BigInt(number | 1));
  const registers = new Map([...pointing(site, address), [A1, value]]);
  const after = point.snapshot.registers.slice();
  for (const [r, set] of registers) after[r] = set;
  const old = loadedFrom(memory, address, width);
  const succeeds = reservation === address;
  if (kind === "sc") after[A2] = succeeds ? 0n : 1n;
  else if (kind !== "store") after[A2] = old;
  const stored = kind === "amo" ? old + value : kind === "store" || (kind === "sc" && succeeds) ? value : old;
  return {
    what,
    pc: site.pc,
    registers,
    cycles: cost,
    wholeBlock: true,
    stop: { kind: "budget" },
    changes: {
      pc: site.pc + BigInt(site.decoded.instruction.length),
      cycles: point.snapshot.cycles + cost,
      registers: after,
      memory: withStored(memory, address, width, stored),
      reservation: kind === "sc" ? NO_RESERVATION : kind === "lr" ? address : reservation,
    },
  };
}

function withStored(
  memory: NonNullable<Point["finish"]["state"]["memory"]>,
  address: bigint,
  width: number,
  value: bigint,
) {
  const page = Number(address / BigInt(PAGE));
  const content = memory.pageView(page).slice();
  for (let k = 0; k < width; k++) content[Number(address % BigInt(PAGE)) + k] = Number((value >> BigInt(8 * k)) & 255n);
  return withPage(memory, page, content);
}
